"""One change in a record, and what changed in a field that has no words of its own."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from styring.fag.kalender import kortdato


class Slag(StrEnum):
    """In what way something changed."""

    ANSVARLIG = "ansvarlig"
    DELANSVAR = "delansvar"
    FRIST = "frist"
    DAG = "dag"
    FORVENTET = "forventet"
    TEKST = "tekst"
    OPPGAVE = "oppgave"
    DELEGERT = "delegert"
    AVSLUTTET = "avsluttet"
    OFFENTLIGHET = "offentlighet"
    MELDING = "melding"
    VERDI = "verdi"
    ANNET = "annet"


class Postendring(NamedTuple):
    """One change.

    ``foer`` and ``naa`` are codes, days or words, None for nothing; ``hva`` is the field, oppgave
    or punkt it is in.

    For a deadline: ``dager`` it was moved, which ``gang`` that was, how many days in ``sum``, why,
    and who approved; a ``gang`` of None is one that was moved in silence, without a fristendring.
    """

    slag: Slag
    hva: str
    foer: str | None
    naa: str | None
    dager: int | None = None
    gang: int | None = None
    sum: int | None = None
    begrunnelse: str | None = None
    godkjent_av: str | None = None


def feltendringer(navn: str, foer: object, naa: object) -> Iterator[Postendring]:
    """A field that is not the same: of what holds other records, each part of them, named by the
    way to it («omraader/SKO/netto»).
    """
    if _er_kart(foer) and _er_kart(naa) and (foer or naa):
        gamle, nye = _som_kart(foer), _som_kart(naa)
        for nokkel in gamle | nye:
            if not sier_det_samme(gamle.get(nokkel), nye.get(nokkel)):
                yield from feltendringer(f"{navn}/{nokkel}", gamle.get(nokkel), nye.get(nokkel))
    elif _er_post(foer) and type(foer) is type(naa):
        for felt, gammel in _feltene(foer).items():
            ny = _feltene(naa)[felt]
            if not sier_det_samme(gammel, ny):
                yield from feltendringer(f"{navn}/{felt}", gammel, ny)
    elif _er_liste(foer) and _er_liste(naa) and any(map(_er_post, (*_ledd(foer), *_ledd(naa)))):
        yield from _listen(navn, _ledd(foer), _ledd(naa))
    else:
        yield feltendring(navn, foer, naa)


def feltendring(navn: str, foer: object, naa: object) -> Postendring:
    """A field that is not the same. Text, days and numbers are shown as they were and are."""
    if (
        isinstance(foer, str | None)
        and isinstance(naa, str | None)
        and " " in f"{foer or ''}{naa or ''}".strip()
    ):
        return Postendring(Slag.TEKST, navn, foer, naa)
    if isinstance(foer, date | None) and isinstance(naa, date | None):
        return Postendring(Slag.DAG, navn, str(foer) if foer else None, str(naa) if naa else None)
    if _er_enkel(foer) and _er_enkel(naa) and ("/" in navn or _er_tall(foer) or _er_tall(naa)):
        return Postendring(Slag.VERDI, navn, _som_ord(foer), _som_ord(naa))
    if _er_post(naa) and foer is None:
        return Postendring(Slag.VERDI, navn, None, hva_det_er(naa))
    if _er_post(foer) and naa is None:
        return Postendring(Slag.VERDI, navn, hva_det_er(foer), None)
    return Postendring(Slag.ANNET, navn, None, None)


def hva_det_er(post: object) -> str:
    """What a record inside another is, in short: its day, and what it is called."""
    felter = _feltene(post)
    kalt = ("navn", "tittel", "tekst", "indikator")
    navn = next((felter[ett] for ett in kalt if felter.get(ett)), None)
    dag = felter.get("dato")
    deler = (kortdato(dag) if isinstance(dag, date) else None, navn)
    return " ".join(str(ett).strip().removesuffix(".") for ett in deler if ett) or "ny"


def _listen(navn: str, foer: tuple[Any, ...], naa: tuple[Any, ...]) -> Iterator[Postendring]:
    """The entries of a list: those with a code are the same though they say otherwise."""
    gamle, nye = ({_koden(ett): ett for ett in ledd if _koden(ett)} for ledd in (foer, naa))
    felles = gamle.keys() & nye.keys()
    yield from _lagt_til(
        navn,
        tuple(ett for ett in foer if _koden(ett) not in felles),
        tuple(ett for ett in naa if _koden(ett) not in felles),
    )
    for kode in (ett for ett in nye if ett in felles):
        if not sier_det_samme(gamle[kode], nye[kode]):
            yield from feltendringer(f"{navn}/{kode}", gamle[kode], nye[kode])


def _koden(post: object) -> str:
    """What an entry is known by: its code, or what was measured and when."""
    kode = getattr(post, "kode", "")
    if isinstance(kode, str) and kode:
        return kode
    maalt = getattr(post, "maalt", None)
    return f"{getattr(post, 'indikator', '')} {kortdato(maalt)}" if isinstance(maalt, date) else ""


def _lagt_til(navn: str, foer: tuple[Any, ...], naa: tuple[Any, ...]) -> Iterator[Postendring]:
    """Entries of a list that came or went."""
    for ledd in naa:
        if not any(sier_det_samme(ledd, gammelt) for gammelt in foer):
            yield Postendring(Slag.VERDI, navn, None, hva_det_er(ledd))
    for ledd in foer:
        if not any(sier_det_samme(ledd, nytt) for nytt in naa):
            yield Postendring(Slag.VERDI, navn, hva_det_er(ledd), None)


def _er_post(verdi: object) -> bool:
    return hasattr(verdi, "__dataclass_fields__")


def _er_kart(verdi: object) -> bool:
    return verdi is None or isinstance(verdi, dict)


def _som_kart(verdi: object) -> dict[str, object]:
    return verdi if isinstance(verdi, dict) else {}


def _er_liste(verdi: object) -> bool:
    return verdi is None or isinstance(verdi, tuple)


def _ledd(verdi: object) -> tuple[Any, ...]:
    return verdi if isinstance(verdi, tuple) else ()


def _feltene(post: object) -> dict[str, object]:
    return {navn: getattr(post, navn) for navn in getattr(post, "__dataclass_fields__", ())}


def _er_enkel(verdi: object) -> bool:
    return verdi is None or isinstance(verdi, str | bool) or _er_tall(verdi)


def _er_tall(verdi: object) -> bool:
    return hasattr(verdi, "as_tuple") or (isinstance(verdi, int) and not isinstance(verdi, bool))


def _som_ord(verdi: object) -> str | None:
    if isinstance(verdi, bool):
        return "ja" if verdi else "nei"
    return None if verdi is None else str(verdi)


def sier_det_samme(foer: object, naa: object) -> bool:
    """Whether two values say the same; where lines are broken does not count."""
    return foer is naa or _enkelt(foer) == _enkelt(naa)


def _enkelt(verdi: object) -> object:
    if isinstance(verdi, str):
        return verdi.split()
    if isinstance(verdi, dict):
        return {navn: _enkelt(del_) for navn, del_ in verdi.items()}
    if isinstance(verdi, tuple):
        return [_enkelt(ledd) for ledd in verdi]
    felter = getattr(verdi, "__dataclass_fields__", None)
    return [_enkelt(getattr(verdi, navn)) for navn in felter] if felter else verdi
