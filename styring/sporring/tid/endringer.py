"""What happened between two versions of the data: each thing that is new, gone, changed, or goes
better or worse, by who owns it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from styring.fag.bevegelse import Bevegelse
from styring.fag.periode import Periode
from styring.modell.form import like
from styring.register.paa_dagen import paa_dagen
from styring.register.register import Register
from styring.sporring.felles.utvalg import omfanget
from styring.sporring.oppdrag.stilling import Stilling
from styring.sporring.tid.feltendringer import Postendring, Slag
from styring.sporring.tid.hjulendringer import hjulendringer
from styring.sporring.tid.maalendringer import maalendringer
from styring.sporring.tid.okonomiendringer import okonomiendringer
from styring.sporring.tid.ovrige_endringer import andre_endringer, vurderinger
from styring.sporring.tid.postendringer import postendringer
from styring.sporring.tid.saksendring import Saksendring
from styring.sporring.tid.to_bilder import Bilde, Endret, sammenlikn, veien


class Utgave(NamedTuple):
    """One version of the data: its name, the day it is seen, and the commit (None: the files as
    they lie).

    ``periode`` is the period that was asked for as it was approved, and ``lagret`` the day its
    commit was made.
    """

    navn: str
    dag: date
    commit: str | None
    register: Register
    periode: Periode | None = None
    lagret: date | None = None


class Utgavenavn(NamedTuple):
    """What a version is called, the day it is seen, and its commit; None for the files as they lie.

    ``lagret``: the period is told from its forms and from what is dated, because the commit of this
    day holds it together with what came later.
    """

    navn: str
    dag: date
    commit: str | None
    lagret: date | None = None


class Enhetsendringer(NamedTuple):
    """What has changed for one unit; ``kode`` is empty for goals and the wheel, which are
    everybody's.
    """

    kode: str
    navn: str
    saker: tuple[Saksendring, ...]


@dataclass(frozen=True, slots=True)
class Mellomsvar:
    """The answer.

    ``telling`` counts the ways things went; ``frister`` were moved, by ``dager`` in all, and so
    were the deadlines of ``oppgavefrister``.

    ``uendret`` counts the things that stand as they did: the same state, deadline, expectation and
    record.
    """

    kommune: str
    enhet: str | None
    navn: str
    fra: Utgavenavn
    til: Utgavenavn
    enheter: tuple[Enhetsendringer, ...]
    telling: dict[Bevegelse, int]
    frister: int
    dager: int
    oppgavefrister: int
    uendret: int


def mellom(foer: Utgave, naa: Utgave, sektor: str | None = None) -> Mellomsvar:
    """Answer for two versions, for one unit and what lies below it, or for all."""
    foer, naa = _slik_de_var(foer, naa), _slik_de_var(naa, foer)
    omfang = omfanget(naa.register, sektor)
    andre = list(andre_endringer(foer.register, naa.register))
    alle = [*_saker(foer, naa), *((eier, sak) for eier, sak in andre if eier)]
    egne = [
        (eier, sak)
        for eier, sak in alle
        if omfang.koder is None
        or eier in omfang.koder
        or any(_mistet(ett, omfang.koder) for ett in sak.endringer)
    ]
    endret = [(eier, sak) for eier, sak in egne if sak.bevegelse or sak.borte or sak.endringer]
    felles = (
        []
        if omfang.koder
        else [
            *maalendringer(foer.register, naa.register),
            *_hjulet(foer, naa),
            *(sak for eier, sak in andre if not eier),
        ]
    )
    flyttet = [
        (sak.id, ett) for _, sak in endret for ett in sak.endringer if ett.slag is Slag.FRIST
    ]
    frister = [(id_, ett) for id_, ett in flyttet if not ett.hva.startswith("oppgave")]
    return Mellomsvar(
        kommune=omfang.kommune,
        enhet=omfang.enhet,
        navn=omfang.navn,
        fra=Utgavenavn(foer.navn, foer.dag, foer.commit, foer.lagret),
        til=Utgavenavn(naa.navn, naa.dag, naa.commit, naa.lagret),
        enheter=tuple(_per_enhet(naa.register, endret, felles)),
        telling={
            ord_: antall
            for ord_ in Bevegelse
            if (antall := sum(sak.bevegelse is ord_ for _, sak in endret))
        },
        frister=len({(id_, ett.hva) for id_, ett in frister}),
        dager=sum(ett.dager or 0 for _, ett in frister),
        oppgavefrister=len({(id_, ett.hva) for id_, ett in flyttet})
        - len({(id_, ett.hva) for id_, ett in frister}),
        uendret=len(egne) - len(endret),
    )


def _slik_de_var(utgave: Utgave, annen: Utgave) -> Utgave:
    """A period whose commit was made after the approval, or is the other period's too, is told from
    its forms and from what the records date.

    ``lagret`` stands only on such a one.
    """
    periode = utgave.periode
    delt = annen.periode is not None and annen.periode != periode and annen.commit == utgave.commit
    if periode is None or not (delt or (utgave.lagret and utgave.lagret > utgave.dag)):
        return utgave._replace(lagret=None)
    return utgave._replace(register=paa_dagen(utgave.register, utgave.dag))


def _mistet(endring: Postendring, koder: frozenset[str]) -> bool:
    """Whether a thing was taken from one of some units."""
    return endring.slag is Slag.ANSVARLIG and not endring.hva and endring.foer in koder


def _per_enhet(
    register: Register, endret: list[tuple[str, Saksendring]], felles: list[Saksendring]
) -> Iterator[Enhetsendringer]:
    for kode in dict.fromkeys((*register.enheter, *(eier for eier, _ in endret))):
        if saker := tuple(sak for eier, sak in endret if eier == kode):
            yield Enhetsendringer(kode, register.enhetsnavn(kode), saker)
    if felles:
        yield Enhetsendringer("", "Felles", tuple(felles))


def _saker(foer: Utgave, naa: Utgave) -> Iterator[tuple[str, Saksendring]]:
    """Every oppdrag and vedtak that is in either version, with who owns it."""
    sammenlikning = sammenlikn(
        Bilde(naa.register, naa.dag, None), Bilde(foer.register, foer.dag, None)
    )
    alle = {sak.id: sak for sak in sammenlikning.naa.saker()}
    fulgt: set[str] = set()
    for endret in (veien(sammenlikning, sak) for sak in alle.values()):
        if not foer.register.er_ulest(endret.sak.id.partition("/")[0]):
            gammel = sammenlikning.tidligere(endret.sak.id)
            fulgt.add(gammel.id if gammel else endret.sak.id)
            yield endret.sak.ansvarlig, _endret(foer.register, naa.register, gammel, endret)
    yield from _hele_vedtak(foer.register, naa.register, alle)
    yield from vurderinger(foer.register, naa.register)
    yield from okonomiendringer((foer.register, foer.dag), (naa.register, naa.dag))
    for id_, sak in sammenlikning.stod.items():
        over, punkt = id_.partition("/")[0], "/" in id_
        if (
            id_ not in fulgt
            and id_ not in alle
            and not naa.register.er_ulest(over)
            and not (punkt and over in naa.register.vedtak)
        ):
            yield (
                sak.ansvarlig,
                Saksendring(
                    id_, sak.tittel, sak.slag, sak.tilstand, None, None, borte=True, endringer=()
                ),
            )


def _hjulet(foer: Utgave, naa: Utgave) -> Iterator[Saksendring]:
    """The activities that are others, in the year of the later version and the next."""
    funnet: dict[str, Saksendring] = {}
    for aar in (naa.dag.year, naa.dag.year + 1):
        for sak in hjulendringer(foer.register, naa.register, aar, aar):
            sett = funnet.get(sak.id)
            nye = tuple(ett for ett in sak.endringer if sett is None or ett not in sett.endringer)
            funnet[sak.id] = sak if sett is None else sett._replace(endringer=sett.endringer + nye)
    yield from funnet.values()


def _hele_vedtak(
    foer: Register, naa: Register, staar: Mapping[str, Stilling]
) -> Iterator[tuple[str, Saksendring]]:
    """The vedtak that are told of by their punkter or verbalvedtak alone: what changed in the
    whole.
    """
    for id_, post in naa.vedtak.items():
        gammel = foer.vedtak.get(id_) or foer.vedtak.get(post.verdi.tidligere_id or "")
        if (
            id_ not in staar
            and gammel
            and (endringer := tuple(postendringer(gammel.verdi, post.verdi)))
        ):
            yield (
                post.verdi.ansvarlig,
                Saksendring(
                    id_,
                    post.verdi.tittel,
                    "vedtak",
                    None,
                    None,
                    None,
                    borte=False,
                    endringer=endringer,
                ),
            )


def _endret(foer: Register, naa: Register, gammel: Stilling | None, endret: Endret) -> Saksendring:
    """One thing with its way, and what changed in its record and in what was told of it."""
    sak = endret.sak
    funnet: tuple[Postendring, ...] = ()
    if gammel and "/" not in sak.id:
        post, annen = foer.ansvarspost(gammel.id), naa.ansvarspost(sak.id)
        funnet = tuple(postendringer(post.verdi, annen.verdi)) if post and annen else ()
    if gammel:
        if sak.forventet_ferdig and sak.forventet_ferdig != gammel.forventet_ferdig:
            funnet += (
                Postendring(Slag.FORVENTET, "", gammel.forventet_ferdig, sak.forventet_ferdig),
            )
        funnet += tuple(_andre_ord(foer, naa, gammel.id, sak.id))
    vei = None if gammel and endret.bevegelse is Bevegelse.UENDRET else endret.bevegelse
    return Saksendring(
        sak.id, sak.tittel, sak.slag, endret.foer, sak.tilstand, vei, borte=False, endringer=funnet
    )


def _andre_ord(foer: Register, naa: Register, id_foer: str, id_naa: str) -> Iterator[Postendring]:
    """What had been delivered in both versions, and was changed afterwards."""
    for gamle, nye in ((foer.meldinger, naa.meldinger), (foer.bidrag, naa.bidrag)):
        sagt = {(ett.periode, ett.enhet): ett for ett in gamle.get(id_foer, ()) if ett.fra}
        for ett in nye.get(id_naa, ()):
            gammel = sagt.get((ett.periode, ett.enhet))
            if gammel and ett.fra and not like(gammel.melding, ett.melding):
                yield Postendring(
                    Slag.MELDING,
                    f"{ett.enhet} i {ett.periode}",
                    gammel.melding.kommentar,
                    ett.melding.kommentar,
                )
