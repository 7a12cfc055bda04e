"""The small mapping file beside a list."""

from styring.fag.listeslag import Listekart, Listeslag
from styring.fag.norsk import mente_du
from styring.feil import StyringFeil
from styring.lesing.kartdeler import les_kartet

_DELER = ("kolonner", "standard", "navn", "ikke_les")
"""What a map says: which column is what, what holds for all, what the list's own names mean, and
which columns are left out on purpose.
"""
_KART = _DELER[:-1]


def les_kart(fil: str, raa: bytes, slag: Listeslag) -> Listekart:
    """Read a mapping file for one kind of list. Raises StyringFeil."""
    data = les_kartet(fil, raa)
    for del_ in data or ():
        if del_ not in _DELER:
            ment = mente_du(str(del_), _DELER)
            raise StyringFeil(
                f"«{del_}» er ikke en del av et kart («{fil}»)."
                f" {f'Mente du «{ment}»?' if ment else 'Delene er ' + ', '.join(_DELER) + '.'}"
            )
    if (
        data is None
        or not all(isinstance(data.get(del_, {}), dict) for del_ in _KART)
        or not isinstance(data.get("ikke_les", []), list)
        or not data.get("kolonner")
    ):
        raise StyringFeil(
            f"«{fil}» er ikke et kart over kolonnene. Lag et forslag med «styring importer"
            f" {slag.navn} LISTE», og rett det."
        )
    for felt in (*data["kolonner"], *data.get("standard", {})):
        if felt not in slag.felter:
            ment = mente_du(str(felt), slag.felter)
            alle = f"Feltene er {', '.join(slag.felter)}."
            raise StyringFeil(
                f"«{felt}» i «{fil}» er ikke et felt i {slag.en}."
                f" {f'Mente du «{ment}»?' if ment else alle}"
            )
    deler = [
        {str(navn): str(verdi) for navn, verdi in data.get(del_, {}).items()} for del_ in _KART
    ]
    kolonner, standard, navn = deler
    return Listekart(kolonner, standard, navn, ikke_les=tuple(map(str, data.get("ikke_les", ()))))
