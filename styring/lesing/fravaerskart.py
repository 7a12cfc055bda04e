"""The mapping file beside a list of sykefravær."""

from styring.fag.fravaer import FRAVAERSFELTER, PAAKREVDE, Fravaerskart
from styring.fag.norsk import opplisting
from styring.feil import StyringFeil
from styring.lesing.kartdeler import Kartslag, ett_av, les_delene, liste, lister, tekster

_DELER = ("kolonner", "enheter", "sumrader", "ikke_les", "tall_i")
_SLAG = Kartslag("en liste over sykefravær", "okonomi", _DELER, FRAVAERSFELTER)
_TALL_I = {"prosent": 1, "andel": 100}


def les_fravaerskart(fil: str, raa: bytes) -> Fravaerskart:
    """Read the map of a list of sykefravær. Raises StyringFeil."""
    data = les_delene(fil, raa, _SLAG)
    kolonner = tekster(fil, data, "kolonner")
    if borte := [felt for felt in PAAKREVDE if felt not in kolonner]:
        hvorfor = (
            " Uten antall ansatte kan ikke styring vite hvilke enheter som er for små til å vises."
            if "ansatte" in borte
            else ""
        )
        navnene = opplisting(f"«{felt}»" for felt in borte)
        raise StyringFeil(f"«{fil}» mangler {navnene} under «kolonner».{hvorfor}")
    if "i_fjor" in kolonner and "ansatte_i_fjor" not in kolonner:
        raise StyringFeil(
            f"«{fil}» har «i_fjor» uten «ansatte_i_fjor» under «kolonner». Uten det kan ikke"
            " styring vite hvilke enheter som var for små til å vises."
        )
    return Fravaerskart(
        kolonner=kolonner,
        enheter=lister(fil, data, "enheter"),
        sumrader=tuple(map(str, liste(data.get("sumrader", [])))),
        ikke_les=tuple(map(str, liste(data.get("ikke_les", [])))),
        faktor=ett_av(fil, data, "tall_i", _TALL_I) if "tall_i" in data else None,
    )
