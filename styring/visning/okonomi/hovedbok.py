"""What was made of a ledger, as a page."""

from collections.abc import Iterable

from styring.fag.belop import NULL, kroner
from styring.fag.hovedbok import Hovedboksvar, Kodesum
from styring.fag.norsk import antall
from styring.sporring.okonomi.fra_hovedbok import Forskjell
from styring.visning.felles.blokker import (
    Bit,
    Blokk,
    Kolonne,
    Linje,
    Overskrift,
    Side,
    Tabell,
    dempet,
    linje,
)

_RAADER = "rader"


def side(
    navn: str, svar: Hovedboksvar, merknader: Iterable[str], endret: Iterable[Forskjell] = ()
) -> Side:
    """Lay out how every row was placed, what each code comes to and the whole, what may matter, and
    what stops it.
    """
    side: list[Blokk] = [
        Overskrift(navn, f"leste {antall(svar.rader, 'rad', ('rad', _RAADER))}"),
        *_summene("", svar.omraader, svar),
        *_summene("Investeringer", svar.investeringer, svar),
        *_summene("Utelatt med vilje", svar.utelatt, svar),
        linje(_helheten(svar)),
    ]
    side += [_forskjellen(ett) for ett in endret]
    side += [linje(Bit("Merk", "advarsel", "advarsel"), f": {tekst}.") for tekst in merknader]
    side += [linje(Bit("Feil", "feil", "feil"), f": {tekst}.") for tekst in svar.feil]
    if svar.feil:
        side.append(linje("Ingenting er lest inn før dette er rettet."))
    return side


def _forskjellen(ett: Forskjell) -> Linje:
    if ett.i_filen is None:
        hva = f": står her med {kroner(ett.her)} kr, er ikke i filen, og blir borte."
        return linje(Bit("Merk", "advarsel", "advarsel"), f": {ett.kode}{hva[1:]}")
    return linje(
        f"{ett.kode}: {ett.hva} er {kroner(ett.her)} kr her, og {kroner(ett.i_filen)} kr i filen."
    )


def _summene(navn: str, summer: tuple[Kodesum, ...], svar: Hovedboksvar) -> list[Blokk]:
    if not summer:
        return []
    med_budsjett = "budsjett" in svar.helhet
    kolonner = (
        Kolonne("Kode"),
        Kolonne("Navn", fri=True),
        Kolonne("Rader", tall=True),
        Kolonne("Kroner", tall=True),
        *((Kolonne("Budsjett så langt", tall=True),) if med_budsjett else ()),
    )
    rader = tuple(
        (
            Bit(ett.kode),
            Bit(ett.navn),
            Bit(str(ett.rader)),
            Bit(kroner(ett.belop.get("belop", NULL))),
            *((Bit(kroner(ett.belop.get("budsjett", NULL))),) if med_budsjett else ()),
        )
        for ett in summer
    )
    return [*([Overskrift(navn, niva=2)] if navn else []), Tabell(kolonner, rader), linje()]


def _helheten(svar: Hovedboksvar) -> str:
    helt = svar.helhet.get("belop", NULL)
    sumrader = (
        f" {antall(svar.sumrader, 'sumrad', ('sumrad', 'sumrader'))} stemmer."
        if svar.sumrader
        else ""
    )
    return f"Alle radene summerer til {kroner(helt)} kr.{sumrader if not svar.feil else ''}"


def balansen(svar: Hovedboksvar) -> Side:
    """Say whether a budget goes up: costs and income together come to nothing."""
    helt = svar.helhet.get("belop", NULL)
    if helt == 0:
        return [linje(dempet("Budsjettet går opp: utgifter og inntekter er like store."))]
    mer = "utgifter enn inntekter" if helt > 0 else "inntekter enn utgifter"
    return [
        linje(
            Bit("Merk", "advarsel", "advarsel"),
            f": budsjettet går ikke opp; det har {kroner(abs(helt))} kr mer {mer}.",
        )
    ]
