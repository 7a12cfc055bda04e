"""The tab for the plan, back from Excel."""

from collections.abc import Iterator
from datetime import date, datetime

from styring.fag import planbok
from styring.fag.norsk import fold
from styring.fag.skjemabok import Celle, Innsendtplanrad
from styring.lesing.arbeidsbok import Arkcelle, Regneark
from styring.lesing.regneark import ren_tekst, som_dato


def les_planen(arkene: list[Regneark]) -> tuple[Innsendtplanrad, ...]:
    """Every line with anything in it; none where the tab is gone."""
    ark = next((ett for ett in arkene if fold(ett.navn) == fold(planbok.ARK)), None)
    skjult = next((ett for ett in arkene if ett.navn == planbok.SKJULT_ARK), None)
    return tuple(_radene(ark, dict(_sendt(skjult)))) if ark and skjult else ()


def _sendt(skjult: Regneark) -> Iterator[tuple[tuple[str, str], dict[str, str]]]:
    """What was sent, by number and unit."""
    for nr in range(1, len(skjult.rader) + 1):
        celler = {
            felt: ren_tekst(skjult.celle(nr, plass).verdi)
            for plass, felt in enumerate(planbok.FELTER, 1)
        }
        yield (celler["nr"], celler["enhet"]), celler


def _radene(
    ark: Regneark, sendt: dict[tuple[str, str], dict[str, str]]
) -> Iterator[Innsendtplanrad]:
    hode = _hodet(ark)
    if hode is None:
        return
    nr_hode, kolonner = hode
    tomt = dict.fromkeys(planbok.FELTER, "")
    for nr in range(nr_hode + 1, len(ark.rader) + 1):
        celler = {felt: _celle(ark.celle(nr, plass), felt) for felt, plass in kolonner.items()}
        if any(celler.values()):
            hele: dict[str, Celle] = {**tomt, **celler}
            nokkel = (str(hele["nr"]), str(hele["enhet"]))
            yield Innsendtplanrad(nr, hele, sendt.get(nokkel, tomt))


def _hodet(ark: Regneark) -> tuple[int, dict[str, int]] | None:
    """The row of the headings, wherever it has been moved."""
    navn = {fold(kolonne.overskrift): kolonne.felt for kolonne in planbok.KOLONNER}
    for nr, rad in enumerate(ark.rader[:40], 1):
        kolonner = {
            navn[fold(celle.verdi)]: plass
            for plass, celle in enumerate(rad, 1)
            if isinstance(celle.verdi, str) and fold(celle.verdi) in navn
        }
        if {"tekst", "omraade"} <= kolonner.keys():
            return nr, kolonner
    return None


def _celle(celle: Arkcelle, felt: str) -> Celle:
    verdi = celle.verdi
    if isinstance(verdi, datetime | date):
        return verdi.date() if isinstance(verdi, datetime) else verdi
    if felt in planbok.DATOER and (dag := som_dato(verdi)):
        return dag
    return ren_tekst(verdi)
