"""The mapping file beside a table or a list of figures."""

from typing import Any

from styring.fag.norsk import er_tall
from styring.fag.statistikk import Maalingslistekart, Statistikkart, Tabellvalg
from styring.feil import StyringFeil
from styring.lesing.kartdeler import Kartslag, ett_av, kjent, les_delene, les_kartet, liste, tekster

LISTEFELTER = ("indikator", "aar", "verdi", "maalt", "kilde", "forelopig")
_PAAKREVDE = LISTEFELTER[:4]
_LISTEDELER = ("kolonner", "kilde", "desimal", "ikke_les")
_SLAG = Kartslag("en liste med målinger", "maal", _LISTEDELER, LISTEFELTER)
_DESIMAL = {"komma": ",", "punktum": "."}
_DELER = ("maalinger", "tid", "region", "kilde", "kommer_ut")
_VALG = ("indikator", "velg", "brudd", "forelopig")


def les_listekart(fil: str, raa: bytes) -> Maalingslistekart:
    """Read the map of a list of figures. Raises StyringFeil."""
    data = les_delene(fil, raa, _SLAG)
    kolonner = tekster(fil, data, "kolonner")
    if borte := [felt for felt in _PAAKREVDE if felt not in kolonner]:
        raise StyringFeil(f"«{fil}» mangler «{borte[0]}» under «kolonner».")
    return Maalingslistekart(
        kolonner=kolonner,
        kilde=str(data.get("kilde", "")),
        desimal=ett_av(fil, data, "desimal", _DESIMAL) if "desimal" in data else "",
        ikke_les=tuple(map(str, liste(data.get("ikke_les", [])))),
    )


def les_statistikkart(fil: str, raa: bytes) -> Statistikkart:
    """Read the map of a table of statistics. Raises StyringFeil."""
    data = les_kartet(fil, raa)
    if data is None or not isinstance(data.get("maalinger"), list):
        raise StyringFeil(
            f"«{fil}» er ikke et kart over en tabell. Det må ha «maalinger», med en indikator og"
            " det som er valgt i tabellen; se «styring hjelp maal»."
        )
    for del_ in data:
        kjent(fil, str(del_), _DELER, "en del av kartet")
    return Statistikkart(
        maalinger=tuple(_valget(fil, ett) for ett in data["maalinger"]),
        tid=str(data.get("tid", "")),
        region=str(data.get("region", "")),
        kilde=str(data.get("kilde", "")),
        kommer_ut=str(data.get("kommer_ut", "")),
    )


def _valget(fil: str, data: Any) -> Tabellvalg:  # noqa: ANN401  whatever stands in the file
    if not isinstance(data, dict) or not data.get("indikator"):
        raise StyringFeil(f"hvert ledd under «maalinger» i «{fil}» må ha «indikator».")
    for del_ in data:
        kjent(fil, str(del_), _VALG, "et felt i en måling")
    return Tabellvalg(
        indikator=str(data["indikator"]),
        velg=tekster(fil, data, "velg"),
        brudd=_aarene(fil, data, "brudd"),
        forelopig=_aarene(fil, data, "forelopig"),
    )


def _aarene(fil: str, data: dict[str, Any], del_: str) -> tuple[int, ...]:
    alle = [str(ett) for ett in liste(data.get(del_, []))]
    if gale := [ett for ett in alle if not er_tall(ett)]:
        raise StyringFeil(f"«{gale[0]}» under «{del_}» i «{fil}» er ikke et årstall.")
    return tuple(map(int, alle))
