"""The mapping file beside a ledger's export."""

from itertools import combinations
from typing import Any

from styring.fag.hovedbok import FELTER, KODEFELTER, Hovedbokskart, overlapper
from styring.fag.norsk import mente_du, opplisting
from styring.feil import StyringFeil
from styring.lesing.bygging import Tvil, bygg, uten_tomme
from styring.lesing.tegn import tekst_av

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
_FORTEGN = {"utgift_pluss": 1, "inntekt_pluss": -1}
_BELOP_I = {"kroner": 1, "tusen": 1000}
_TYPER = ("tjeneste", "selvkost", "felles")
_DESIMAL = {"komma": ",", "punktum": "."}


def les_hovedbokskart(fil: str, raa: bytes) -> Hovedbokskart:
    """Read the map of a ledger. Raises StyringFeil."""
    data = _lest(fil, raa)
    kart = Hovedbokskart(
        kolonner=_tekster(fil, data, "kolonner"),
        omraader=_spenn(fil, data, "omraader"),
        investeringer=_spenn(fil, data, "investeringer"),
        bevilgninger=_spenn(fil, data, "bevilgninger"),
        kode_av_ansvar=str(data.get("kode_av_ansvar", "")),
        sumrader=tuple(map(str, _liste(data.get("sumrader", [])))),
        utelat=_spenn(fil, data, "utelat"),
        fortegn=_ett_av(fil, data, "fortegn", _FORTEGN),
        faktor=_ett_av(fil, data, "belop_i", _BELOP_I),
        desimal=_ett_av(fil, data, "desimal", _DESIMAL) if "desimal" in data else "",
        navn=_tekster(fil, data, "navn"),
        enhet=str(data.get("enhet", "")),
        enheter=_spenn(fil, data, "enheter"),
        typer=_spenn(fil, data, "typer"),
        ikke_les=tuple(map(str, _liste(data.get("ikke_les", [])))),
    )
    _krev_mening(fil, kart)
    return kart


def _lest(fil: str, raa: bytes) -> dict[str, Any]:
    tekst, treff = tekst_av(fil, raa)
    try:
        data: Any = None if treff else uten_tomme(bygg(tekst.encode()))
    except Tvil:
        data = None
    if not isinstance(data, dict) or not isinstance(data.get("kolonner"), dict):
        raise StyringFeil(
            f"«{fil}» er ikke et kart over en hovedbok. Det må ha «kolonner» med overskriftene; se"
            " «styring hjelp okonomi»."
        )
    for del_ in data:
        _kjent(fil, str(del_), _DELER, "en del av kartet")
    for felt in data["kolonner"]:
        _kjent(fil, str(felt), FELTER, "et felt i en hovedbok")
    return data


def _kjent(fil: str, skrevet: str, kjente: tuple[str, ...], hva: str) -> None:
    if skrevet not in kjente:
        ment = mente_du(skrevet, kjente)
        hjelp = f"Mente du «{ment}»?" if ment else f"Skriv {opplisting(kjente, 'eller')}."
        raise StyringFeil(f"«{skrevet}» i «{fil}» er ikke {hva}. {hjelp}")


def _tekster(fil: str, data: dict[str, Any], del_: str) -> dict[str, str]:
    verdi = data.get(del_, {})
    if not isinstance(verdi, dict):
        raise StyringFeil(f"«{del_}» i «{fil}» må ha en linje for hver kode.")
    return {str(navn): str(ett) for navn, ett in verdi.items()}


def _liste(verdi: object) -> list[object]:
    return verdi if isinstance(verdi, list) else [verdi]


def _spenn(fil: str, data: dict[str, Any], del_: str) -> dict[str, tuple[str, ...]]:
    verdi = data.get(del_, {})
    if not isinstance(verdi, dict):
        raise StyringFeil(f"«{del_}» i «{fil}» må ha en linje for hver kode.")
    return {
        str(kode): tuple("".join(str(ett).split()) for ett in _liste(koder))
        for kode, koder in verdi.items()
    }


def _ett_av(fil: str, data: dict[str, Any], del_: str, valg: dict[str, Any]) -> Any:  # noqa: ANN401  what the words mean
    forste = next(iter(valg))
    skrevet = str(data.get(del_, forste))
    _kjent(fil, skrevet, tuple(valg), f"et valg under «{del_}»")
    return valg[skrevet]


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
        _kjent(fil, type_, _TYPER, "en type område")
    for felt in kart.utelat:
        _kjent(fil, felt, KODEFELTER, "en kolonne med koder")
    for del_ in (kart.omraader, kart.investeringer, kart.bevilgninger, kart.enheter, kart.typer):
        par_av = combinations([(kode, ett) for kode, alle in del_.items() for ett in alle], 2)
        for (kode, en), (annen_kode, annen) in par_av:
            if kode != annen_kode and overlapper(en, annen):
                raise StyringFeil(
                    f"«{en}» og «{annen}» i «{fil}» kan være samme kode, men står under {kode} og"
                    f" {annen_kode}. La hver kode høre til ett sted."
                )
