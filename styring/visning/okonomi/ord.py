"""The economy in words."""

from typing import TYPE_CHECKING

from styring.sporring.okonomi.kortfattet import Okonomikort
from styring.visning.felles.blokker import Linje, linje

if TYPE_CHECKING:
    from styring.sporring.okonomi.fravaer import Fravaersrad


def okonomilinje(kort: Okonomikort | None) -> list[Linje]:
    """One sentence: what is expected at the end of the year, else what the avvik is so far; nothing
    where there are no figures.
    """
    if kort is None:
        return []
    from styring.fag.belop import millioner  # loaded where there are amounts

    if kort.avvik == 0:
        hva = "det ventes balanse"
    elif kort.avvik is not None:
        hva = f"det ventes {kort.ordet} på {millioner(abs(kort.avvik))} kr ved årsslutt"
    elif kort.hittil is not None:
        hva = f"avvik hittil {millioner(kort.hittil)} kr, og ikke alle har sagt hva de venter"
    else:
        hva = "ikke lest inn"
    return [linje(f"Økonomien per {kort.maaned}: {hva}.")]


def fravaeret(rad: "Fravaersrad") -> str:
    """Say the sykefravær of a group in one sentence."""
    from styring.fag.belop import prosent

    if rad.samlet is None:
        return f"Sykefraværet i {rad.maaned} vises ikke: det er for få ansatte."
    fjor = "" if rad.fjor is None else f", mot {prosent(rad.fjor)} i samme måned i fjor"
    return (
        f"Sykefraværet i {rad.maaned} var {prosent(rad.samlet)} (korttid {prosent(rad.korttid)},"
        f" langtid {prosent(rad.langtid)}){fjor}."
    )
