"""The schemas for editors with one municipality's own words in them: the codes of its units, organs
and delmål, each with its name.
"""

from collections.abc import Mapping
from typing import Any

from styring.lesing.jsonskjema import jsonskjemaer
from styring.modell.form import KODE, MAALKODE
from styring.register.register import Register

_KODE, _MAALKODE = (f"^{monster.regex}$" for monster in (KODE, MAALKODE))
_Ord = Mapping[str, str]


def kommunens_skjemaer(register: Register) -> dict[str, dict[str, Any]]:
    """Every schema by file name, where a code may only be one that the municipality has."""
    enheter = {kode: enhet.navn for kode, enhet in register.enheter.items()}
    delmaal = {kode: plass.delmaal.verdi.tittel for kode, plass in register.delmaal.items()}
    ut = {}
    for fil, skjema in jsonskjemaer().items():
        hvem = {**enheter, **register.organer} if fil == "arshjul.json" else enheter
        ut[fil] = _med_ord(skjema, hvem, register.organer, delmaal)
    return ut


def _med_ord(del_: Any, hvem: _Ord, organer: _Ord, delmaal: _Ord) -> Any:  # noqa: ANN401  JSON
    """Put the words in wherever a field is for one of them."""
    if isinstance(del_, list):
        return [_med_ord(en, hvem, organer, delmaal) for en in del_]
    if not isinstance(del_, dict):
        return del_
    ut = {navn: _med_ord(verdi, hvem, organer, delmaal) for navn, verdi in del_.items()}
    for navn, felt in ut.get("properties", {}).items():
        ordene = organer if navn == "organ" else delmaal if navn == "delmaal" else hvem
        for sted in (felt, felt.get("items", {})):
            if sted.get("pattern") == (_MAALKODE if navn == "delmaal" else _KODE) and ordene:
                sted.update(_valget(sted, ordene))
                del sted["pattern"]
    return ut


def _valget(felt: dict[str, Any], ordene: _Ord) -> dict[str, Any]:
    """A choice among codes, with a name to each; nothing at all, where the field may be empty."""
    tomt = [None] if "null" in felt.get("type", ()) else []
    navn = [*ordene.values(), *("ikke oppgitt" for _ in tomt)]
    return {"enum": [*ordene, *tomt], "enumDescriptions": navn, "markdownEnumDescriptions": navn}
