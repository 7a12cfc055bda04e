"""The tab for the plan, back from Excel."""

from collections.abc import Iterator

from styring.fag import planbok
from styring.fag.nynorsk import gjenkjent
from styring.fag.skjemabok import Celle, Innsendtplan, Innsendtplanrad
from styring.lesing.arbeidsbok import Arkcelle, Regneark
from styring.lesing.arkhode import finn_hodet
from styring.lesing.regneark import cellens_dag, ren_tekst, som_dato

_KOLONNER = tuple((ett.felt, ett.overskrift) for ett in planbok.KOLONNER)
_KRAV = frozenset({"tekst", "omraade"})


def les_planen(arkene: list[Regneark]) -> Innsendtplan | str:
    """Every line with anything in it, none where the tab is gone; or why the tab can't be read. A
    column that is gone must not read as one that somebody has emptied.
    """
    skjult = next((ett for ett in arkene if ett.navn == planbok.SKJULT_ARK), None)
    andre = [ett for ett in arkene if ett is not skjult]
    funnet = next(
        ((ark, hode) for ark in andre if (hode := finn_hodet(ark, _KOLONNER, _KRAV))), None
    )
    if funnet is None:
        borte = not any(gjenkjent(ett.navn, (planbok.ARK,)) for ett in andre)
        return Innsendtplan() if borte else f"fant ikke overskriftene i fanen «{planbok.ARK}»"
    ark, (rad, kolonner) = funnet
    if skjult is None:
        return f"det skjulte arket som hører til fanen «{planbok.ARK}», mangler"
    mangler = [ett.overskrift for ett in planbok.KOLONNER if ett.felt not in kolonner]
    if mangler:
        hva = "er borte, eller har fått et annet navn"
        return f"kolonnen «{mangler[0]}» i fanen «{planbok.ARK}» {hva}"
    return Innsendtplan(tuple(_radene(ark, rad, kolonner)), tuple(_sendt(skjult)))


def _sendt(skjult: Regneark) -> Iterator[dict[str, str]]:
    """What was sent, line by line."""
    for nr in range(1, len(skjult.rader) + 1):
        yield {
            felt: ren_tekst(skjult.celle(nr, plass).verdi)
            for plass, felt in enumerate(planbok.FELTER, 1)
        }


def _radene(ark: Regneark, hodet: int, kolonner: dict[str, int]) -> Iterator[Innsendtplanrad]:
    for nr in range(hodet + 1, len(ark.rader) + 1):
        celler = {felt: _celle(ark.celle(nr, plass), felt) for felt, plass in kolonner.items()}
        if any(celler.values()):
            yield Innsendtplanrad(nr, celler)


def _celle(celle: Arkcelle, felt: str) -> Celle:
    verdi = celle.verdi
    if dag := cellens_dag(verdi) or (som_dato(verdi) if felt in planbok.DATOER else None):
        return dag
    skrevet = ren_tekst(verdi)
    return gjenkjent(skrevet, planbok.VALG.get(felt, {}).values()) or skrevet
