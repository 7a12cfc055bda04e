"""Everything about one record: the thread up and down, who answers, and where it stands."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from styring.fag.frist import frist_per, gjorte
from styring.fag.vedtaksdeler import er_avsluttet
from styring.modell.oppdrag import Oppdrag, Oppgave
from styring.modell.vedtak import Vedtak
from styring.register.avledet import dialogens_enhet
from styring.register.meldingene import er_gitt, tilstanden
from styring.register.post import Post
from styring.register.posttyper import Posttype
from styring.register.register import Register
from styring.register.typer import alle, tittel_paa
from styring.register.viderefort import arvtakeren
from styring.sporring.dialog.avtaler import avtaler
from styring.sporring.felles.feltverdier import feltverdier, ikke_sagt
from styring.sporring.poster.id_er import finn_id, id_ene
from styring.sporring.poster.linjer import finn_linje
from styring.sporring.poster.vis_aktivitet import vis_aktivitet
from styring.sporring.poster.vis_maal import traaden_til, vis_maal
from styring.sporring.poster.vis_svar import (
    Delegeringsledd,
    Dialogpostsvar,
    Enhetsvar,
    Oppdragsvar,
    Postsvar,
    Vedtaksvar,
    Visvar,
)
from styring.sporring.poster.vis_tiltak import vis_tiltak
from styring.sporring.poster.vis_vedtak import periodemeldinger, vis_vedtak


def vis(register: Register, skrevet: str, dato: date) -> Visvar:
    """Find one record by its id, short or full, and answer all about it.

    Raises StyringFeil with what was probably meant.
    """
    linje = finn_linje(register, skrevet)
    if linje and linje.sti:
        felter = feltverdier(linje.verdi, {"tekst"})
        return Postsvar(linje.slag, linje.id, " ".join(linje.tekst.split()), felter, linje.fil)
    id_ = finn_id(register, skrevet)
    for type_ in alle():
        svar = _SVAR.get(type_.navn, _posten)
        if funnet := svar(register, type_, id_, dato):
            return funnet
    raise AssertionError(id_)


def vis_alle(register: Register, dato: date) -> Iterator[tuple[str, Visvar]]:
    """Answer all about every record, each with the name of its type."""
    for type_ in alle():
        svar = _SVAR.get(type_.navn, _posten)
        for id_ in id_ene(register, type_):
            if funnet := svar(register, type_, id_, dato):
                yield type_.navn, funnet


def _posten(register: Register, type_: Posttype, id_: str, _dato: date) -> Postsvar | None:
    """A record of a type without an answer of its own."""
    post = register.poster.get(type_.navn, {}).get(id_)
    return (
        Postsvar(type_.ord[0], id_, tittel_paa(type_, post), feltverdier(post.verdi), post.fil)
        if post
        else None
    )


@lru_cache(maxsize=1)
def _vedtakene_bak(register: Register) -> dict[str, list[Post[Vedtak]]]:
    """The vedtak that name each oppdrag; asked of every oppdrag in turn."""
    ut: dict[str, list[Post[Vedtak]]] = {}
    for post in register.vedtak.values():
        for id_ in dict.fromkeys(post.verdi.oppdrag):
            ut.setdefault(id_, []).append(post)
    return ut


def _oppdrag(register: Register, _type: Posttype, id_: str, dato: date) -> Oppdragsvar | None:
    post = register.oppdrag.get(id_)
    if post is None:
        return None
    oppdrag = post.verdi
    brev = register.styringsbrev.get(int(post.id[:4]))
    return Oppdragsvar(
        slag="oppdrag",
        id=post.id,
        tittel=oppdrag.tittel,
        tilstand=tilstanden(register, post.id, dato),
        ansvarlig=oppdrag.ansvarlig,
        ansvarlig_navn=register.enhetsnavn(oppdrag.ansvarlig),
        delansvar=oppdrag.delansvar,
        art=oppdrag.art,
        tekst=oppdrag.tekst,
        ferdig_nar=oppdrag.ferdig_nar,
        avgrensning=oppdrag.avgrensning,
        frist=frist_per(oppdrag.frist, oppdrag.fristendringer, dato),
        fristendringer=tuple(gjorte(oppdrag.fristendringer, dato)),
        hentet_fra=oppdrag.hentet_fra or (brev.verdi.hentet_fra if brev else None),
        opp=tuple(
            traaden_til(register.delmaal[kode])
            for kode in oppdrag.delmaal
            if kode in register.delmaal
        ),
        delegering=_delegering(register, oppdrag, dato),
        oppgaver=tuple(_paa_dagen(oppgave, dato) for oppgave in oppdrag.oppgaver),
        meldinger=periodemeldinger(register.meldinger.get(post.id, ()), dato),
        bidrag=periodemeldinger(register.bidrag.get(post.id, ()), dato),
        viderefort_fra=oppdrag.viderefort_fra,
        viderefort_til=arvtakeren(register, post.id, dato),
        vedtak=tuple(
            (vedtatt.id, vedtatt.verdi.tittel)
            for vedtatt in _vedtakene_bak(register).get(post.id, ())
            if vedtatt.verdi.dato <= dato
        ),
        offentlighet=oppdrag.offentlighet,
        unntakshjemmel=oppdrag.unntakshjemmel,
        dato=dato,
        fil=post.fil,
        ovrig=ikke_sagt(oppdrag, Oppdragsvar, frozenset({"delmaal", "videredelegert"})),
    )


def _paa_dagen(oppgave: Oppgave, dato: date) -> Oppgave:
    """A task as it was on a day: what was done later, was not done."""
    return replace(oppgave, ferdig=None) if oppgave.ferdig and oppgave.ferdig > dato else oppgave


def _delegering(register: Register, oppdrag: Oppdrag, dato: date) -> tuple[Delegeringsledd, ...]:
    """The chain from the kommunedirektør down. The owner still answers after passing it on."""
    videre = [
        Delegeringsledd(
            register.enhetsnavn(ledd.til),
            ledd.dato,
            "følger opp",
            ledd.til if ledd.til in register.enheter else None,
        )
        for ledd in oppdrag.videredelegert
        if ledd.dato <= dato
    ]
    rolle = "ansvarlig, og svarer fortsatt for oppdraget" if videre else "ansvarlig"
    return (
        Delegeringsledd("kommunedirektøren", None, "ga oppdraget"),
        Delegeringsledd(register.enhetsnavn(oppdrag.ansvarlig), None, rolle, oppdrag.ansvarlig),
        *videre,
    )


def _dialog(register: Register, _type: Posttype, id_: str, dato: date) -> Dialogpostsvar | None:
    post = register.styringsdialoger.get(id_)
    if post is None:
        return None
    return Dialogpostsvar(
        slag="styringsdialog",
        id=id_,
        enhet=register.enhetsnavn(dialogens_enhet(id_)),
        dialog_dato=post.verdi.dato,
        tema=post.verdi.tema,
        neste=post.verdi.neste,
        avtalt=tuple(
            avtalt
            for avtalt in avtaler(register, max(dato, post.verdi.dato))
            if avtalt.id.rpartition("/")[0] == id_
        ),
        dato=dato,
        fil=post.fil,
        ovrig=ikke_sagt(post.verdi, Dialogpostsvar),
    )


def _kommunen(
    register: Register, type_: Posttype, id_: str, dato: date
) -> Enhetsvar | Postsvar | None:
    """A unit, an organ, or the municipality itself."""
    return (
        _enhet(register, id_, dato)
        if id_ in register.enheter or id_ in register.organer
        else _posten(register, type_, id_, dato)
    )


def _vedtak(register: Register, _type: Posttype, id_: str, dato: date) -> Vedtaksvar | None:
    return vis_vedtak(register, register.vedtak[id_], dato) if id_ in register.vedtak else None


def _enhet(register: Register, kode: str, dato: date) -> Enhetsvar:
    enhet = register.enheter.get(kode)
    gitte = {id_: p for id_, p in register.oppdrag.items() if er_gitt(p.verdi, dato)}
    organ = (
        None if enhet or not register.kommune else (register.kommune.verdi.organer or {}).get(kode)
    )
    return Enhetsvar(
        slag="enhet" if enhet else "organ",
        id=kode,
        navn=register.enhetsnavn(kode),
        type=enhet.type if enhet else "politisk organ",
        overordnet=enhet.overordnet if enhet else None,
        underliggende=tuple(annen for annen, e in register.enheter.items() if e.overordnet == kode),
        leder=enhet.leder if enhet else None,
        kilde=enhet.kilde if enhet else None,
        sikkerhet=enhet.sikkerhet if enhet else None,
        oppdrag=tuple(
            (id_, p.verdi.tittel) for id_, p in gitte.items() if p.verdi.ansvarlig == kode
        ),
        delansvar=tuple(
            (id_, p.verdi.tittel) for id_, p in gitte.items() if kode in p.verdi.delansvar
        ),
        folger_opp=tuple(
            (id_, p.verdi.tittel)
            for id_, p in gitte.items()
            if kode in (ledd.til for ledd in p.verdi.videredelegert)
        ),
        oppgaver=tuple(
            (f"{id_}/{oppgave.nr}", oppgave.tittel)
            for id_, p in gitte.items()
            for oppgave in p.verdi.oppgaver
            if oppgave.ansvarlig == kode
        ),
        vedtak=tuple(
            (id_, p.verdi.tittel)
            for id_, p in register.vedtak.items()
            if p.verdi.ansvarlig == kode
            and p.verdi.dato <= dato
            and not er_avsluttet(p.verdi, dato)
        ),
        delmaal=tuple(
            (k, plass.delmaal.verdi.tittel)
            for k, plass in register.delmaal.items()
            if kode in plass.delmaal.verdi.ansvar
        ),
        aktiviteter=tuple(
            (id_, p.verdi.tittel)
            for id_, p in register.aktiviteter.items()
            if p.verdi.ansvarlig == kode
        ),
        fil=register.kommune.fil if register.kommune else "",
        ovrig=ikke_sagt(enhet or organ, Enhetsvar),
    )


_SVAR: dict[str, Callable[[Register, Posttype, str, date], Visvar | None]] = {
    "kommune": _kommunen,
    "maal": vis_maal,
    "oppdrag": _oppdrag,
    "vedtak": _vedtak,
    "styringsdialog": _dialog,
    "arshjul": vis_aktivitet,
    "innsparing": vis_tiltak,
}
"""The answers of their own, by record type; any other record is told by its fields."""
