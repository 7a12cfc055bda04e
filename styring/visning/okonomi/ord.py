"""The economy in words."""

from styring.sporring.okonomi.kortfattet import Okonomikort
from styring.visning.felles.blokker import Linje, linje


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
