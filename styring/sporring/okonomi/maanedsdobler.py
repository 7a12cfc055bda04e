"""What stands twice in a month's workbooks."""

from collections.abc import Iterator, Sequence

from styring.fag.maanedsbok import NYTT, LestMaanedsbok
from styring.fag.norsk import opplisting
from styring.fag.skjemabok import Avvist


def uten_dobler(leste: Sequence[LestMaanedsbok | Avvist]) -> Iterator[LestMaanedsbok | Avvist]:
    """The workbooks, where two of one unit, and one with an area on two rows, are refused."""
    boker = [bok for bok in leste if isinstance(bok, LestMaanedsbok)]
    for bok in leste:
        grunn = _dobbelt(bok, boker) if isinstance(bok, LestMaanedsbok) else ""
        yield Avvist(bok.fil, grunn) if grunn else bok


def _dobbelt(bok: LestMaanedsbok, boker: list[LestMaanedsbok]) -> str:
    """Why a workbook can't be taken where something stands twice; empty where nothing does."""
    hvem = (bok.maaned, bok.enhet)
    if andre := [ett.fil for ett in boker if ett is not bok and (ett.maaned, ett.enhet) == hvem]:
        return (
            f"{opplisting(f'«{ett}»' for ett in andre)} er også for {bok.enhet} i {bok.maaned}. Les"
            " inn den som gjelder"
        )
    alle = (*bok.svar, *bok.tiltak, *bok.investeringer)
    koder = [svar.id for svar in alle if svar.id != NYTT]
    if like := next((kode for kode in koder if koder.count(kode) > 1), None):
        rader = opplisting(str(svar.rad) for svar in alle if svar.id == like)
        return f"{like} står i rad {rader}. Behold den ene"
    return ""
