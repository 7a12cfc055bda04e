"""Find the one about sykkelparkering: search in every text of every record."""

from collections.abc import Iterator
from dataclasses import dataclass

from styring.fag.norsk import fold
from styring.funn import Sti
from styring.register.avledet import dialogens_enhet
from styring.register.post import Post
from styring.register.register import Register
from styring.register.tekster import tekster

_RUNDT = 40


@dataclass(frozen=True, slots=True)
class Finntreff:
    """One record that the text was found in, once. ``felt`` is the first field, ``utdrag`` the words around it."""

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


def finn(register: Register, sokt: str) -> Finnsvar:
    """Search for a text. Case and the spellings of æ, ø and å do not count; several words must all be there."""
    ord_ = [fold(ett) for ett in sokt.split()]
    treff = [t for slag, post, tittel in _poster(register) if (t := _treff(slag, post, tittel, ord_))]
    return Finnsvar(sokt, tuple(treff))


def _poster(register: Register) -> Iterator[tuple[str, Post[object], str]]:
    for oppdrag in sorted(register.oppdrag.values(), key=lambda post: -int(post.id[:4])):
        yield "oppdrag", oppdrag, oppdrag.verdi.tittel
    for vedtak in sorted(register.vedtak.values(), key=lambda post: -int(post.id[:4])):
        yield vedtak.verdi.type, vedtak, vedtak.verdi.tittel
    yield from _meldinger(register)
    for omraade in register.omraader:
        navn = omraade.verdi.navn
        yield "satsingsområde", Post(omraade.verdi.kode, omraade.fil, (omraade.verdi.kode, navn)), navn
        for hovedmaal in omraade.verdi.hovedmaal:
            yield "hovedmål", Post(hovedmaal.kode, omraade.fil, (hovedmaal.kode, hovedmaal.tittel)), hovedmaal.tittel
    for plass in register.delmaal.values():
        yield "delmål", plass.delmaal, plass.delmaal.verdi.tittel
    for dialog in register.styringsdialoger.values():
        yield "styringsdialog", dialog, f"Styringsdialog med {register.enhetsnavn(dialogens_enhet(dialog.id))}"
    for aktivitet in register.aktiviteter.values():
        yield "aktivitet", aktivitet, aktivitet.verdi.tittel
    for kode, enhet in register.enheter.items():
        yield "enhet", Post(kode, "", enhet), enhet.navn
    for aar, brev in register.styringsbrev.items():
        yield "styringsbrev", Post(str(aar), brev.fil, brev.verdi), brev.verdi.tittel or f"Styringsbrevet for {aar}"


def _meldinger(register: Register) -> Iterator[tuple[str, Post[object], str]]:
    """What has been told of each oppdrag and vedtak, newest first: every period by itself."""
    titler = {post.id: post.verdi.tittel for post in register.ansvarsposter()}
    for meldt in register.alle_meldinger():
        tittel = titler.get(meldt.post.partition("/")[0], meldt.post)
        yield f"melding {meldt.periode}", Post(meldt.post, meldt.fil, meldt.melding, meldt.sti), tittel
    for id_, post in register.rapporter.items():
        if post.verdi.samlet_vurdering:
            yield "rapport", Post(id_, post.fil, post.verdi.samlet_vurdering), f"Samlet vurdering fra {register.enhetsnavn(id_.partition('/')[2])}"


def _treff(slag: str, post: Post[object], tittel: str, ord_: list[str]) -> Finntreff | None:
    alle = [("id", post.id), *((_feltnavn(sti), tekst) for sti, tekst in tekster(post.verdi))]
    samlet = fold(" ".join(tekst for _, tekst in alle))
    if not ord_ or not all(ett in samlet for ett in ord_):
        return None
    felt, tekst = next(((felt, tekst) for felt, tekst in alle if ord_[0] in fold(tekst)), alle[0])
    return Finntreff(slag, post.id, tittel, felt, _utdrag(tekst, ord_[0]))


def _feltnavn(sti: Sti) -> str:
    return next((ledd for ledd in reversed(sti) if isinstance(ledd, str)), "")


def _utdrag(tekst: str, ord_: str) -> str:
    """The words around the first hit, on one line. Folding may move the place by a few letters, which only moves the cut."""
    enlinjet = " ".join(tekst.split())
    plass = fold(enlinjet).find(ord_)
    fra, til = max(0, plass - _RUNDT), plass + len(ord_) + _RUNDT
    return ("…" if fra else "") + enlinjet[fra:til] + ("…" if til < len(enlinjet) else "")
