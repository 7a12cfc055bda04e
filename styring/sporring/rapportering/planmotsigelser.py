"""Lines of the tab for the plan that stand twice, in one workbook or in two copies of it."""

from collections.abc import Sequence
from datetime import date

from styring.fag.kalender import kortdato
from styring.fag.norsk import fold, opplisting
from styring.fag.planbok import VALG, overskriften
from styring.fag.skjemabok import Innsendtplanrad
from styring.sporring.rapportering.cellelikhet import som_tekst
from styring.sporring.rapportering.plansvar import Planavslag, Planlinjesvar

Like = dict[tuple[str, str], list[Innsendtplanrad]]


def like_rader(rader: Sequence[Innsendtplanrad], enhet: str) -> Like:
    """The rows that are about the same line: by unit and number, or by their words where they are
    new. ``enhet`` is the unit where none is written.
    """
    ut: Like = {}
    for rad in rader:
        ut.setdefault(linjen_til(rad, enhet), []).append(rad)
    return ut


def linjen_til(rad: Innsendtplanrad, enhet: str) -> tuple[str, str]:
    """What a line is known by: its unit, and its number or its words; one that has neither is like
    no other.
    """
    skrevet = {felt: som_tekst(celle) for felt, celle in rad.celler.items()}
    hvilken = skrevet["nr"] or fold(skrevet["tekst"]) or f"rad {rad.rad}"
    return fold(skrevet["enhet"] or enhet), hvilken


def staar_dobbelt(rad: Innsendtplanrad, samme: Sequence[Innsendtplanrad]) -> str:
    """Why a row can't be taken where others about the same line say something else; empty where
    none does.
    """
    ulike = [ett for ett in samme if ett.celler != rad.celler]
    if not ulike:
        return ""
    hvor = opplisting(str(ett.rad) for ett in ulike)
    raad = "behold den ene" + (
        ", og la «Nr.» stå tomt i en ny linje" if som_tekst(rad.celler["nr"]) else ""
    )
    return f"den samme linjen står også i rad {hvor}, med noe annet; {raad}"


def uten_motsigelser(
    svar: Sequence[Planlinjesvar],
) -> tuple[tuple[Planlinjesvar, ...], tuple[Planavslag, ...]]:
    """Two copies of a workbook that say different things about a line: neither is taken in. Two
    that say the same count once.
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
        sagt = opplisting(f"{ett.fil}, rad {ett.rad}: {_sagt(ett)}" for ett in like)
        grunn = f"to skjemaer svarer ulikt ({sagt}); velg ett av dem"
        uenige += (Planavslag(ett.fil, ett.rad, grunn) for ett in like)
    return tuple(enige), tuple(uenige)


def _sagt(svar: Planlinjesvar) -> str:
    return ", ".join(
        f"{overskriften(felt)} «{_vist(felt, verdi)}»" for felt, verdi in svar.felter.items()
    )


def _vist(felt: str, verdi: object) -> str:
    """A value as it stands in the cell."""
    if isinstance(verdi, date):
        return kortdato(verdi)
    return VALG.get(felt, {}).get(str(verdi), str(verdi or ""))
