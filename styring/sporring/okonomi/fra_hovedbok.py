"""What a ledger would write: the year's budget, or a month of the accounts."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from styring.fag.belop import NULL, TUSEN, kroner
from styring.fag.hovedbok import Hovedbokskart, Hovedboksvar, Kodesum, treffer
from styring.fag.norsk import opplisting
from styring.fag.okonomi import Okonomimaaned, netto
from styring.modell.okonomi import Budsjettomraade
from styring.register.okonomien import budsjettet, omraadetallene, regnskapet
from styring.register.register import Register


class Budsjettbidrag(NamedTuple):
    """What a ledger says of the budget: new areas with all their fields, the amounts of areas that
    have others, and the codes that the file no longer has.
    """

    nye: dict[str, dict[str, object]]
    endrede: dict[str, dict[str, Decimal | None]]
    borte: tuple[str, ...]


def budsjettbidrag(
    register: Register, svar: Hovedboksvar, kart: Hovedbokskart, aar: int
) -> Budsjettbidrag:
    """Hold what the ledger comes to against the budget of the year."""
    post = budsjettet(register, aar)
    kjente = post.verdi.omraader if post else {}
    nye: dict[str, dict[str, object]] = {}
    endrede: dict[str, dict[str, Decimal | None]] = {}
    for ett in svar.omraader:
        belop = _budsjettbelop(ett)
        if ett.kode not in kjente:
            nye[ett.kode] = {
                "navn": ett.navn or ett.kode,
                "enhet": _for(kart.enheter, ett.kode, kart.enhet),
                "type": _for(kart.typer, ett.kode, "") or None,
                "bevilgning": svar.bevilgninger.get(ett.kode),
                **belop,
            }
        elif _er_annet(kjente[ett.kode], belop):
            endrede[ett.kode] = belop
    lest = {ett.kode for ett in svar.omraader}
    return Budsjettbidrag(nye, endrede, tuple(kode for kode in kjente if kode not in lest))


def _budsjettbelop(ett: Kodesum) -> dict[str, Decimal | None]:
    """The amounts of an area: costs and income where the ledger has both, else net."""
    if "utgift" in ett.belop:
        return {"utgift": ett.belop["utgift"], "inntekt": ett.belop["inntekt"], "netto": None}
    return {"utgift": None, "inntekt": None, "netto": ett.belop["belop"]}


def _er_annet(omraade: Budsjettomraade, belop: Mapping[str, Decimal | None]) -> bool:
    """Whether an area has other amounts; a net one says nothing of how it is made up."""
    if belop["netto"] is not None:
        return netto(omraade) != belop["netto"]
    return any((getattr(omraade, felt) or NULL) != (tall or NULL) for felt, tall in belop.items())


def _for(spenn: Mapping[str, tuple[str, ...]], kode: str, ellers: str) -> str:
    return next((navn for navn, koder in spenn.items() if treffer(koder, kode)), ellers)


def uten_enhet(bidrag: Budsjettbidrag) -> list[str]:
    """The new areas that no unit answers for by the map."""
    return [kode for kode, felter in bidrag.nye.items() if not felter["enhet"]]


def ikke_innlest(svar: Hovedboksvar, kart: Hovedbokskart, bidrag: Budsjettbidrag) -> Iterator[str]:
    """What a ledger has that the budget doesn't take from it, and the other way round; and what the
    map has that the ledger doesn't.
    """
    lest = {ett.kode for ett in svar.omraader}
    if tomme := [kode for kode in kart.omraader if kode not in lest]:
        yield f"filen har ingen rader for {opplisting(tomme)}, som står under «omraader» i kartet"
    for ett in svar.investeringer:
        yield (
            f"investeringen {ett.kode} er {kroner(ett.belop.get('belop', NULL))} kr i filen, og er"
            " ikke lest inn; rammen og årets budsjett skrives under «investeringer» for hånd"
        )
    if borte := [kode for kode in bidrag.borte if kode not in kart.omraader]:
        yield (
            f"filen har ingen rader for {opplisting(borte)}, og beløpene i budsjettet står"
            " som de var; ta områdene ut for hånd om de ikke finnes lenger"
        )


def regnskapsfelter(svar: Hovedboksvar, kilde: str, *, med_budsjett: bool) -> dict[str, object]:
    """A month of the accounts as the fields of its file."""

    def linjer(summer: tuple[Kodesum, ...]) -> dict[str, object]:
        return {
            ett.kode: {
                "regnskap": ett.belop["belop"],
                **({"budsjett": ett.belop.get("budsjett", NULL)} if med_budsjett else {}),
            }
            for ett in summer
        }

    return {
        "kilde": kilde,
        "omraader": linjer(svar.omraader),
        "investeringer": linjer(svar.investeringer) or None,
    }


class Forskjell(NamedTuple):
    """One amount that the ledger and the data say differently of; None where the ledger has none,
    and it goes away.
    """

    kode: str
    hva: str
    her: Decimal
    i_filen: Decimal | None


def endret_siden_sist(
    register: Register, svar: Hovedboksvar, maaned: Okonomimaaned
) -> Iterator[Forskjell]:
    """What the ledger says otherwise than when the month was read before."""
    post = regnskapet(register, maaned)
    if post is None:
        return
    for her, lest in (
        (post.verdi.omraader, svar.omraader),
        (post.verdi.investeringer or {}, svar.investeringer),
    ):
        for kode in her.keys() - {ett.kode for ett in lest}:
            yield Forskjell(kode, "regnskap", her[kode].regnskap, None)
    for ett in svar.omraader:
        foer = post.verdi.omraader.get(ett.kode)
        if foer and foer.regnskap != ett.belop["belop"]:
            yield Forskjell(ett.kode, "regnskap", foer.regnskap, ett.belop["belop"])
        ny = ett.belop.get("budsjett")
        if foer and foer.budsjett is not None and ny is not None and foer.budsjett != ny:
            yield Forskjell(ett.kode, "budsjett så langt", foer.budsjett, ny)


def merknader(
    register: Register, svar: Hovedboksvar, maaned: Okonomimaaned, *, har_budsjett: bool
) -> Iterator[str]:
    """What the ledger and the budget of the year don't agree on; ``har_budsjett`` says that the map
    has a column for the budget so far.
    """
    kjente = {tall.kode: tall for tall in omraadetallene(register, maaned)}
    for ett in svar.omraader:
        aarets = ett.belop.get("aarsbudsjett")
        if aarets is not None and ett.kode in kjente and aarets != kjente[ett.kode].revidert:
            yield (
                f"{ett.kode} har årsbudsjett {kroner(aarets)} kr i hovedboken, og"
                f" {kroner(kjente[ett.kode].revidert)} kr i data/okonomi/{maaned.aar}/budsjett.yaml"
            )
    lest = {ett.kode for ett in svar.omraader}
    if uten := [kode for kode in kjente if kode not in lest]:
        yield f"hovedboken har ingen rader for {', '.join(uten)}"
    if not har_budsjett:
        yield (
            "kartet har ingen kolonne for budsjettet så langt i året, så det regnes som en tolvdel"
            " av årsbudsjettet for hver måned"
        )


def mot_kostra(
    svar: Hovedboksvar, drift: Decimal, investering: Decimal, rader: int
) -> Iterator[str]:
    """What the areas, the projects and KOSTRA's file (in kroner, of so many rows) don't agree on,
    but for that file's own rounding. Rows left out by the map belong to the drift: KOSTRA has them.
    """
    egen_drift = _sum((*svar.omraader, *svar.uplassert, *svar.utelatt))
    egen_investering = _sum(svar.investeringer)
    for hva, i_filen, i_boken in (
        ("driften", drift, egen_drift),
        ("investeringene", investering, egen_investering),
    ):
        ulikt = abs(i_boken - i_filen)
        if (hva == "driften" or egen_investering) and ulikt > rader * TUSEN / 2:
            yield (
                f"{hva} i KOSTRA-filen er {kroner(i_filen)} kr, og i hovedboken {kroner(i_boken)}"
                f" kr: det er {kroner(ulikt)} kr mellom dem, og det er mer enn avrundingen kan være"
            )


def _sum(summer: Iterable[Kodesum]) -> Decimal:
    return sum((ett.belop.get("belop", NULL) for ett in summer), NULL)
