"""Find the one about sykkelparkering: search in every text of every record."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from styring.fag.norsk import fold
from styring.funn import Sti
from styring.register.avledet import dialogens_enhet
from styring.register.maalingene import indikatorstedene, maalingslistene
from styring.register.post import Post
from styring.register.register import Register
from styring.register.tekster import tekster
from styring.register.typer import alle, tittel_paa

_RUNDT = 40


@dataclass(frozen=True, slots=True)
class Finntreff:
    """One record that the text was found in, once.

    ``felt`` is the first field, ``utdrag`` the words around it.
    """

    slag: str
    id: str
    tittel: str
    felt: str
    utdrag: str


@dataclass(frozen=True, slots=True)
class Finnsvar:
    """The answer."""

    sokt: str
    treff: tuple[Finntreff, ...]


_Kandidat = tuple[str, Post[Any], str]
"""What to search in: the kind, the record, and what it is called."""


def finn(register: Register, sokt: str) -> Finnsvar:
    """Search for a text.

    Case and the spellings of æ, ø and å do not count; several words must all be there.
    """
    ord_ = [fold(ett) for ett in sokt.split()]
    treff = [
        t for slag, post, tittel in _kandidater(register) if (t := _treff(slag, post, tittel, ord_))
    ]
    return Finnsvar(sokt, tuple(treff))


def _kandidater(register: Register) -> Iterator[_Kandidat]:
    """Every record, as its type is searched: the oppdrag and vedtak first, newest first, with what
    was told of them.
    """
    for type_ in sorted(
        alle(), key=lambda type_: _FORST.index(type_.navn) if type_.navn in _FORST else len(_FORST)
    ):
        sok = _SOK.get(type_.navn)
        poster = register.poster.get(type_.navn, {}).values()
        yield from (
            sok(register)
            if sok
            else ((type_.ord[0], post, tittel_paa(type_, post)) for post in poster)
        )


def _oppdrag(register: Register) -> Iterator[_Kandidat]:
    for post in sorted(register.oppdrag.values(), key=lambda post: -int(post.id[:4])):
        yield "oppdrag", post, post.verdi.tittel


def _vedtak(register: Register) -> Iterator[_Kandidat]:
    for post in sorted(register.vedtak.values(), key=lambda post: -int(post.id[:4])):
        yield post.verdi.type, post, post.verdi.tittel


def _skjemaer(register: Register) -> Iterator[_Kandidat]:
    """What has been told of each oppdrag and vedtak, newest first: every period by itself."""
    titler = {post.id: post.verdi.tittel for post in register.ansvarsposter()}
    for meldt in register.alle_meldinger():
        tittel = titler.get(meldt.post.partition("/")[0], meldt.post)
        yield (
            f"melding {meldt.periode}",
            Post(meldt.post, meldt.fil, meldt.melding, meldt.sti),
            tittel,
        )
    for id_, post in register.rapporter.items():
        if post.verdi.samlet_vurdering:
            yield (
                "rapport",
                Post(id_, post.fil, post.verdi.samlet_vurdering),
                f"Samlet vurdering fra {register.enhetsnavn(id_.partition('/')[2])}",
            )


def _maal(register: Register) -> Iterator[_Kandidat]:
    for omraade in register.omraader:
        navn = omraade.verdi.navn
        yield (
            "satsingsområde",
            Post(omraade.verdi.kode, omraade.fil, (omraade.verdi.kode, navn)),
            navn,
        )
        for hovedmaal in omraade.verdi.hovedmaal:
            yield (
                "hovedmål",
                Post(hovedmaal.kode, omraade.fil, (hovedmaal.kode, hovedmaal.tittel)),
                hovedmaal.tittel,
            )
    for plass in register.delmaal.values():
        yield "delmål", plass.delmaal, plass.delmaal.verdi.tittel
    for sted in indikatorstedene(register):
        indikator = sted.indikator
        yield "indikator", Post(indikator.kode, sted.maal.fil, indikator), indikator.navn


def _dialoger(register: Register) -> Iterator[_Kandidat]:
    for dialog in register.styringsdialoger.values():
        yield (
            "styringsdialog",
            dialog,
            f"Styringsdialog med {register.enhetsnavn(dialogens_enhet(dialog.id))}",
        )


def _aktiviteter(register: Register) -> Iterator[_Kandidat]:
    for aktivitet in register.aktiviteter.values():
        yield "aktivitet", aktivitet, aktivitet.verdi.tittel


def _kommunen(register: Register) -> Iterator[_Kandidat]:
    """The units, and the municipality's own words."""
    for kode, enhet in register.enheter.items():
        yield "enhet", Post(kode, "", enhet), enhet.navn
    if register.kommune:
        kommune = register.kommune
        deler = {
            felt: getattr(kommune.verdi, felt)
            for felt in kommune.verdi.__dataclass_fields__
            if felt != "enheter"
        }
        yield "kommune", Post(kommune.id, kommune.fil, deler), register.navn


def _brev(register: Register) -> Iterator[_Kandidat]:
    for aar, brev in register.styringsbrev.items():
        yield "styringsbrev", brev, brev.verdi.tittel or f"Styringsbrevet for {aar}"


def _maalingene(register: Register) -> Iterator[_Kandidat]:
    """What is said of a figure; the figure itself stands with its indicator."""
    navn = {sted.indikator.kode: sted.indikator.navn for sted in indikatorstedene(register)}
    for id_, post in maalingslistene(register).items():
        for ett in post.verdi.maalinger:
            sagt = (ett.merknad or "", ett.kilde or "", ett.tabell or "")
            tittel = f"{navn.get(ett.indikator, ett.indikator)} {id_[:4]}"
            yield "måling", Post(id_, post.fil, sagt), tittel


def _tiltakene(register: Register) -> Iterator[_Kandidat]:
    for liste, post in register.poster.get("innsparing", {}).items():
        for id_, tiltak in post.verdi.tiltak.items():
            yield "tiltak", Post(f"{liste}/{id_}", post.fil, tiltak), " ".join(tiltak.tekst.split())


_SOK: dict[str, Callable[[Register], Iterator[_Kandidat]]] = {
    "oppdrag": _oppdrag,
    "vedtak": _vedtak,
    "rapport": _skjemaer,
    "maal": _maal,
    "maalinger": _maalingene,
    "styringsdialog": _dialoger,
    # A copy of what is found elsewhere.
    "grunnlag": lambda _register: iter(()),
    "arshjul": _aktiviteter,
    "kommune": _kommunen,
    "styringsbrev": _brev,
    "innsparing": _tiltakene,
}
"""The types that are searched in their own way; of any other every record is, under its title."""
_FORST = (
    "oppdrag",
    "vedtak",
    "rapport",
    "maal",
    "styringsdialog",
    "arshjul",
    "kommune",
    "styringsbrev",
)


def _treff(slag: str, post: Post[object], tittel: str, ord_: list[str]) -> Finntreff | None:
    alle_tekster = [
        ("id", post.id),
        *((_feltnavn(sti), tekst) for sti, tekst in tekster(post.verdi)),
    ]
    samlet = fold(" ".join(tekst for _, tekst in alle_tekster))
    if not ord_ or not all(ett in samlet for ett in ord_):
        return None
    felt, tekst = next(
        ((felt, tekst) for felt, tekst in alle_tekster if ord_[0] in fold(tekst)), alle_tekster[0]
    )
    return Finntreff(slag, post.id, tittel, felt, _utdrag(tekst, ord_[0]))


def _feltnavn(sti: Sti) -> str:
    return next((ledd for ledd in reversed(sti) if isinstance(ledd, str)), "")


def _utdrag(tekst: str, ord_: str) -> str:
    """The words around the first hit, on one line.

    Folding may move the place by a few letters, which only moves the cut.
    """
    enlinjet = " ".join(tekst.split())
    plass = fold(enlinjet).find(ord_)
    fra, til = max(0, plass - _RUNDT), plass + len(ord_) + _RUNDT
    return ("…" if fra else "") + enlinjet[fra:til] + ("…" if til < len(enlinjet) else "")
