"""The mapping file beside a ledger's export."""

from itertools import combinations
from typing import Any

from styring.fag.hovedbok import FELTER, KODEFELTER, Hovedbokskart, overlapper
from styring.feil import StyringFeil
from styring.lesing.kartdeler import Kartslag, ett_av, kjent, les_delene, liste, lister, tekster

_DELER = (
    "kolonner",
    "omraader",
    "investeringer",
    "bevilgninger",
    "kode_av_ansvar",
    "sumrader",
    "utelat",
    "fortegn",
    "belop_i",
    "desimal",
    "navn",
    "enhet",
    "enheter",
    "typer",
    "ikke_les",
)
_SLAG = Kartslag("en hovedbok", "okonomi", _DELER, FELTER)
_FORTEGN = {"utgift_pluss": 1, "inntekt_pluss": -1}
_BELOP_I = {"kroner": 1, "tusen": 1000}
_TYPER = ("tjeneste", "selvkost", "felles")
_DESIMAL = {"komma": ",", "punktum": "."}


def les_hovedbokskart(fil: str, raa: bytes) -> Hovedbokskart:
    """Read the map of a ledger. Raises StyringFeil."""
    data = les_delene(fil, raa, _SLAG)
    kart = Hovedbokskart(
        kolonner=tekster(fil, data, "kolonner"),
        omraader=_spenn(fil, data, "omraader"),
        investeringer=_spenn(fil, data, "investeringer"),
        bevilgninger=_spenn(fil, data, "bevilgninger"),
        kode_av_ansvar=str(data.get("kode_av_ansvar", "")),
        sumrader=tuple(map(str, liste(data.get("sumrader", [])))),
        utelat=_spenn(fil, data, "utelat"),
        fortegn=ett_av(fil, data, "fortegn", _FORTEGN),
        faktor=ett_av(fil, data, "belop_i", _BELOP_I),
        desimal=ett_av(fil, data, "desimal", _DESIMAL) if "desimal" in data else "",
        navn=tekster(fil, data, "navn"),
        enhet=str(data.get("enhet", "")),
        enheter=_spenn(fil, data, "enheter"),
        typer=_spenn(fil, data, "typer"),
        ikke_les=tuple(map(str, liste(data.get("ikke_les", [])))),
    )
    _krev_mening(fil, kart)
    return kart


def _spenn(fil: str, data: dict[str, Any], del_: str) -> dict[str, tuple[str, ...]]:
    return {
        kode: tuple("".join(ett.split()) for ett in alle)
        for kode, alle in lister(fil, data, del_).items()
    }


def _krev_mening(fil: str, kart: Hovedbokskart) -> None:
    """Refuse a map that leaves out what is needed, or puts a code in two places."""
    if "ansvar" not in kart.kolonner:
        raise StyringFeil(f"«{fil}» mangler «ansvar» under «kolonner».")
    par = {"utgift", "inntekt"} <= set(kart.kolonner)
    if ("belop" in kart.kolonner) == par:
        raise StyringFeil(
            f"«{fil}» må ha enten «belop» eller både «utgift» og «inntekt» under «kolonner»."
        )
    for type_ in kart.typer:
        kjent(fil, type_, _TYPER, "en type område")
    for felt in kart.utelat:
        kjent(fil, felt, KODEFELTER, "en kolonne med koder")
    for del_ in (kart.omraader, kart.investeringer, kart.bevilgninger, kart.enheter, kart.typer):
        par_av = combinations([(kode, ett) for kode, alle in del_.items() for ett in alle], 2)
        for (kode, en), (annen_kode, annen) in par_av:
            if kode != annen_kode and overlapper(en, annen):
                raise StyringFeil(
                    f"«{en}» og «{annen}» i «{fil}» kan være samme kode, men står under {kode} og"
                    f" {annen_kode}. La hver kode høre til ett sted."
                )
