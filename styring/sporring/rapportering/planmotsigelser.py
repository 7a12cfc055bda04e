"""Lines of the tab for the plan that stand twice, in one workbook or in two copies of it, or under
the number of another.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from styring.fag.kalender import kortdato
from styring.fag.norsk import fold, opplisting
from styring.fag.planbok import VALG, overskriften
from styring.sporring.rapportering.planlinjer import Arklinje
from styring.sporring.rapportering.plansvar import Planavslag, Planlinjesvar

_FLEST = 10
"""Rows that are named in one reason."""
_LA_STAA = "la numrene stå som de var, og skriv det nye i en tom linje"


def staar_dobbelt(linje: Arklinje, samme: Sequence[Arklinje]) -> str:
    """Why a line can't be taken where others of the same say something else; empty where none
    does.
    """
    ulike = [ett for ett in samme if ett.typet != linje.typet]
    if not ulike:
        return ""
    hvor = opplisting([str(ett.rad) for ett in ulike[:_FLEST]])
    raad = ", og la «Nr.» stå tomt i en ny linje" if linje.typet["nr"] else ""
    return f"den samme linjen står også i rad {hvor}, med noe annet; behold den ene{raad}"


def omnummerert(
    linje: Arklinje, alle: Sequence[Arklinje], sendte: Sequence[Mapping[str, str]]
) -> str:
    """Why a line can't be taken where its number was another line's; empty where it was not."""
    typet, sendt = linje.typet, linje.sendt
    if not typet["nr"] or typet["tekst"] == sendt["tekst"]:
        return ""
    var = next((ett for ett in sendte if ett["tekst"] == typet["tekst"] != ""), None)
    if var:
        return f"teksten er den som sto i nr. {var['nr']} til {var['enhet']}; {_LA_STAA}"
    naa = next((ett for ett in alle if ett.typet["tekst"] == sendt["tekst"] != ""), None)
    return (
        f"nr. {typet['nr']} til {typet['enhet']} står nå i rad {naa.rad}; {_LA_STAA}" if naa else ""
    )


def uten_motsigelser(
    svar: Sequence[Planlinjesvar],
) -> tuple[tuple[Planlinjesvar, ...], tuple[Planavslag, ...]]:
    """Copies of a workbook that say different things about a line: none is taken in. Those that say
    the same count once.
    """
    per_linje: dict[tuple[object, ...], list[Planlinjesvar]] = {}
    for ett in svar:
        hvilken = fold(str(ett.felter["tekst"])) if ett.plass is None else ett.plass
        per_linje.setdefault((ett.plan, hvilken), []).append(ett)
    enige: list[Planlinjesvar] = []
    uenige: list[Planavslag] = []
    for like in per_linje.values():
        if all(ett.felter == like[0].felter for ett in like):
            enige.append(like[0])
            continue
        hva = "to skjemaer" if len({ett.fil for ett in like}) > 1 else "to rader"
        sagt = opplisting(f"{ett.fil}, rad {ett.rad}: {_sagt(ett)}" for ett in like)
        grunn = f"{hva} svarer ulikt ({sagt}); velg ett av svarene"
        uenige += (Planavslag(ett.fil, ett.rad, grunn) for ett in like)
    return tuple(enige), tuple(uenige)


def _sagt(svar: Planlinjesvar) -> str:
    return ", ".join(
        f"{overskriften(felt)} «{vist(felt, verdi)}»" for felt, verdi in svar.felter.items()
    )


def vist(felt: str, verdi: object) -> str:
    """A value as it stands in the cell."""
    if isinstance(verdi, date):
        return kortdato(verdi)
    return VALG.get(felt, {}).get(str(verdi), str(verdi or ""))
