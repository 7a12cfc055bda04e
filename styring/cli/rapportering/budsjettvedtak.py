"""What an organ decided of the proposals to change the budget: the adopted ones become changes of
the year's budget, as they were proposed or as the organ amended them.
"""

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, cast

from styring.cli.felles.manglende_valg import be_om, kan_spore
from styring.cli.felles.skriv_endring import innholdet
from styring.fag.belop import NULL, kroner, les_belop
from styring.feil import StyringFeil
from styring.modell.okonomi import Budsjett
from styring.modell.rapport import Budsjettforslag
from styring.prosjekt.tre import Arbeidstre
from styring.redigering.gjengi import Verdi
from styring.redigering.poster import legg_til_alle
from styring.redigering.skriving import Endring
from styring.register.okonomien import budsjettet

if TYPE_CHECKING:
    from styring.lesing.innlesing import Innlesing


class Saken(NamedTuple):
    """The case in which it was decided, and the day."""

    sak: str
    dag: date


def vedtatte_endringer(
    tre: Arbeidstre,
    innlesing: "Innlesing",
    periode: str,
    saken: Saken,
    vedtatt: Sequence[int],
    endret: Sequence[str],
) -> list[Endring]:
    """The change of the budget that the organ made, of the proposals in a period's report. Raises
    StyringFeil for a proposal that is not there, or an amendment that does not balance.
    """
    register = innlesing.register
    samlet = register.samlerapporter.get(periode)
    forslagene = dict(enumerate(samlet.verdi.forslag_budsjettendring if samlet else (), 1))
    belop = _vedtatt(forslagene, vedtatt, endret)
    if not belop and forslagene:
        belop = _spor(forslagene)
    post = budsjettet(register, int(periode[:4]))
    if not belop:
        return []
    if post is None:
        raise StyringFeil(
            f"budsjettet for {periode[:4]} er ikke lagt inn, så det kan ikke endres. Gjør det med"
            " «styring importer budsjett»."
        )
    kjente = {(en.sak, tuple(sorted(en.belop.items()))) for en in post.verdi.endringer}
    nye = [
        _endringen(forslagene[nr], saken, hva)
        for nr, hva in belop.items()
        if (saken.sak, tuple(sorted(hva.items()))) not in kjente
    ]
    if not nye:
        return []
    raa = innholdet(tre, innlesing, post.fil)
    return [Endring(post.fil, raa, legg_til_alle(raa, ("endringer",), nye, Budsjett))]


def _endringen(
    forslag: Budsjettforslag, saken: Saken, belop: Mapping[str, Decimal]
) -> dict[str, Verdi]:
    return {
        "dato": saken.dag,
        "type": "bevilgning",
        "belop": cast("Verdi", dict(belop)),
        "sak": saken.sak,
        "tekst": forslag.tekst.strip(),
    }


def _vedtatt(
    forslagene: Mapping[int, Budsjettforslag], vedtatt: Sequence[int], endret: Sequence[str]
) -> dict[int, Mapping[str, Decimal]]:
    ut: dict[int, Mapping[str, Decimal]] = {}
    for nr in vedtatt:
        kjent = _kjent(forslagene, str(nr))
        ut[kjent] = forslagene[kjent].belop
    for skrevet in endret:
        foran, kolon, resten = skrevet.partition(":")
        if not kolon:
            raise StyringFeil(
                f"«{skrevet}» kan ikke leses. Skriv for eksempel --endret"
                ' "1: SKOLE=1500000, DISP=-1500000".'
            )
        ut[_kjent(forslagene, foran)] = les_belopene(resten)
    return ut


def _kjent(forslagene: Mapping[int, Budsjettforslag], skrevet: str) -> int:
    nr = int(skrevet) if skrevet.strip().isdecimal() else 0
    if nr not in forslagene:
        har = f"Forslagene er 1 til {len(forslagene)}." if forslagene else "Rapporten har ingen."
        raise StyringFeil(f"«{skrevet.strip()}» er ikke et forslag om budsjettendring. {har}")
    return nr


def les_belopene(skrevet: str) -> dict[str, Decimal]:
    """Read «SKOLE=1500000, DISP=-1500000». Raises StyringFeil, also where it does not balance."""
    ut = {}
    for del_ in skrevet.split(","):
        kode, likhet, tall = del_.partition("=")
        belop = les_belop(tall, ",")
        if not likhet or belop is None:
            raise StyringFeil(f"«{del_.strip()}» kan ikke leses. Skriv for eksempel SKOLE=1500000.")
        ut[kode.strip().upper()] = belop
    if rest := sum(ut.values(), NULL):
        raise StyringFeil(
            f"beløpene går ikke opp: {kroner(rest)} kr mangler inndekning. La dem bli null til"
            " sammen."
        )
    return ut


def _spor(forslagene: Mapping[int, Budsjettforslag]) -> dict[int, Mapping[str, Decimal]]:
    """Ask what became of each proposal; without anybody to ask, say how it is told."""
    if not kan_spore():
        sys.stderr.write(
            "styring: rapporten har forslag om budsjettendring. Si hva som ble vedtatt med"
            ' --vedtatt NR, eller --endret "NR: KODE=BELØP, …".\n'
        )
        return {}
    ut: dict[int, Mapping[str, Decimal]] = {}
    for nr, forslag in forslagene.items():
        hva = ", ".join(f"{kode}={kroner(belop)}" for kode, belop in forslag.belop.items())
        sys.stderr.write(f"Forslag {nr}: {' '.join(forslag.tekst.split())} ({hva})\n")
        svar = be_om(None, "--vedtatt", "Vedtatt? j, n, eller beløpene", godta=_svaret, maa=False)
        if svar and svar.casefold() in ("j", "ja"):
            ut[nr] = forslag.belop
        elif svar and "=" in svar:
            ut[nr] = les_belopene(svar)
    return ut


def _svaret(svar: str) -> object:
    if svar.casefold() in ("", "j", "ja", "n", "nei"):
        return svar
    return les_belopene(svar)
