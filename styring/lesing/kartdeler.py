"""What every map beside a file from another system is made of."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from styring.fag.norsk import mente_du, opplisting
from styring.feil import StyringFeil
from styring.lesing.bygging import Tvil, bygg, uten_tomme
from styring.lesing.tegn import tekst_av


def les_kartet(fil: str, raa: bytes) -> dict[str, Any] | None:
    """Read a map as what it holds; None where it is no map of parts."""
    tekst, treff = tekst_av(fil, raa)
    try:
        data: Any = None if treff else uten_tomme(bygg(tekst.encode()))
    except Tvil:
        return None
    return data if isinstance(data, dict) else None


class Kartslag(NamedTuple):
    """One kind of map: what it is of, the subject of help that tells of it, and the parts and the
    fields it may have.
    """

    hva: str
    emne: str
    deler: Sequence[str]
    felter: Sequence[str]


def les_delene(fil: str, raa: bytes, slag: Kartslag) -> dict[str, Any]:
    """Read a map: its parts by name, ``kolonner`` among them. Raises StyringFeil."""
    data = les_kartet(fil, raa)
    if data is None or not isinstance(data.get("kolonner"), dict):
        raise StyringFeil(
            f"«{fil}» er ikke et kart over {slag.hva}. Det må ha «kolonner» med overskriftene; se"
            f" «styring hjelp {slag.emne}»."
        )
    for del_ in data:
        kjent(fil, str(del_), slag.deler, "en del av kartet")
    for felt in data["kolonner"]:
        kjent(fil, str(felt), slag.felter, f"et felt i {slag.hva}")
    return data


def kjent(fil: str, skrevet: str, kjente: Sequence[str], hva: str) -> None:
    """Refuse a word that is none of those that are known. Raises StyringFeil."""
    if skrevet not in kjente:
        ment = mente_du(skrevet, kjente)
        hjelp = f"Mente du «{ment}»?" if ment else f"Skriv {opplisting(kjente, 'eller')}."
        raise StyringFeil(f"«{skrevet}» i «{fil}» er ikke {hva}. {hjelp}")


def tekster(fil: str, data: dict[str, Any], del_: str) -> dict[str, str]:
    """Read a part with one text for each name. Raises StyringFeil."""
    return {str(navn): str(ett) for navn, ett in _linjer(fil, data, del_).items()}


def lister(fil: str, data: dict[str, Any], del_: str) -> dict[str, tuple[str, ...]]:
    """Read a part with one text or several for each code. Raises StyringFeil."""
    return {
        str(kode): tuple(str(ett) for ett in liste(verdi))
        for kode, verdi in _linjer(fil, data, del_).items()
    }


def liste(verdi: object) -> list[object]:
    """One value or several, as several."""
    return verdi if isinstance(verdi, list) else [verdi]


def ett_av(fil: str, data: dict[str, Any], del_: str, valg: dict[str, Any]) -> Any:  # noqa: ANN401  what the words mean
    """Read a choice; the first is what is meant where nothing is said. Raises StyringFeil."""
    skrevet = str(data.get(del_, next(iter(valg))))
    kjent(fil, skrevet, tuple(valg), f"et valg under «{del_}»")
    return valg[skrevet]


def _linjer(fil: str, data: dict[str, Any], del_: str) -> dict[Any, Any]:
    verdi = data.get(del_, {})
    if not isinstance(verdi, dict):
        raise StyringFeil(f"«{del_}» i «{fil}» må ha en linje for hver kode.")
    return verdi
