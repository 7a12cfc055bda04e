"""The economy in words."""

from styring.fag.belop import millioner
from styring.sporring.okonomi.kortfattet import Okonomikort


def kort_setning(kort: Okonomikort) -> str:
    """One sentence: what is expected at the end of the year, else what the avvik is so far."""
    if kort.avvik is not None:
        hva = (
            f"venter {kort.ordet}"
            if kort.avvik == 0
            else (f"det ventes {kort.ordet} på {millioner(abs(kort.avvik))} kr ved årsslutt")
        )
    elif kort.hittil is not None:
        hva = f"avvik hittil {millioner(kort.hittil)} kr, og ikke alle har sagt hva de venter"
    else:
        hva = "ikke lest inn"
    return f"Økonomien per {kort.maaned}: {hva}."
