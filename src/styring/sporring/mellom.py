"""What happened between two versions of the data: each thing that is new, gone, changed, or goes better or worse, by who owns it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import NamedTuple

from styring.fag.bevegelse import Bevegelse, bevegelse
from styring.fag.kalender import om_maneder
from styring.fag.tilstand import Tilstand
from styring.modell.arshjul import Aktivitet
from styring.modell.form import like
from styring.modell.oppdrag import Oppdrag
from styring.modell.vedtak import Vedtak
from styring.register.register import Register
from styring.sporring.arshjul import hendelser_i
from styring.sporring.postendringer import Postendring, Slag, postendringer
from styring.sporring.staar import Staar, oppdrag_som_staar, vedtak_som_staar
from styring.sporring.utvalg import omfanget


class Utgave(NamedTuple):
    """One version of the data: its name, the day it is seen, and the commit (None: the files as they lie)."""

    navn: str
    dag: date
    commit: str | None
    register: Register


class Saksendring(NamedTuple):
    """One thing that has changed. ``bevegelse`` is None where its light has not moved; ``borte`` says that its file is gone."""

    id: str
    tittel: str
    slag: str
    foer: Tilstand | None
    naa: Tilstand | None
    bevegelse: Bevegelse | None
    borte: bool
    endringer: tuple[Postendring, ...]


class Enhetsendringer(NamedTuple):
    """What has changed for one unit; ``kode`` is empty for goals and the wheel, which are everybody's."""

    kode: str
    navn: str
    saker: tuple[Saksendring, ...]


@dataclass(frozen=True, slots=True)
class Mellomsvar:
    """The answer. ``telling`` counts the ways things went; ``dager`` is how far deadlines were moved in all; ``uendret`` counts the rest."""

    kommune: str
    enhet: str | None
    navn: str
    fra: tuple[str, date, str | None]
    til: tuple[str, date, str | None]
    enheter: tuple[Enhetsendringer, ...]
    telling: dict[Bevegelse, int]
    frister: int
    dager: int
    uendret: int


_STILLE = frozenset({Bevegelse.UENDRET})


def mellom(foer: Utgave, naa: Utgave, sektor: str | None = None) -> Mellomsvar:
    """Answer for two versions, for one unit and what lies below it, or for all."""
    om = omfanget(naa.register, sektor)
    alle = list(_saker(foer, naa))
    egne = [(eier, sak) for eier, sak in alle if om.koder is None or eier in om.koder or any(_mistet(ett, om.koder) for ett in sak.endringer)]
    endret = [(eier, sak) for eier, sak in egne if sak.bevegelse or sak.borte or sak.endringer]
    felles = [] if om.koder else [*_maal(foer.register, naa.register), *_hjulet(foer, naa)]
    frister = [ett for _, sak in endret for ett in sak.endringer if ett.slag is Slag.FRIST and not ett.hva.startswith("oppgave")]
    return Mellomsvar(
        kommune=om.kommune,
        enhet=om.enhet,
        navn=om.navn,
        fra=foer[:3],
        til=naa[:3],
        enheter=tuple(_per_enhet(naa.register, endret, felles)),
        telling={ord_: antall for ord_ in Bevegelse if (antall := sum(sak.bevegelse is ord_ for _, sak in endret))},
        frister=len(frister),
        dager=sum(ett.dager or 0 for ett in frister),
        uendret=len(egne) - len(endret),
    )


def _mistet(endring: Postendring, koder: frozenset[str]) -> bool:
    """Whether a thing was taken from one of some units."""
    return endring.slag is Slag.ANSVARLIG and not endring.hva and endring.foer in koder


def _per_enhet(register: Register, endret: list[tuple[str, Saksendring]], felles: list[Saksendring]) -> Iterator[Enhetsendringer]:
    for kode in dict.fromkeys((*register.enheter, *(eier for eier, _ in endret))):
        if saker := tuple(sak for eier, sak in endret if eier == kode):
            yield Enhetsendringer(kode, register.enhetsnavn(kode), saker)
    if felles:
        yield Enhetsendringer("", "Felles", tuple(felles))


def _saker(foer: Utgave, naa: Utgave) -> Iterator[tuple[str, Saksendring]]:
    """Every oppdrag and vedtak that is in either version, with who owns it."""
    stod, staar = _staar(foer), _staar(naa)
    fulgt: set[str] = set()
    for id_, sak in staar.items():
        if foer.register.er_ulest(id_.partition("/")[0]):
            continue
        gammel = _samme_foer(naa.register, id_, stod, staar)
        fulgt.add(gammel.id if gammel else id_)
        yield sak.ansvarlig, _endret(foer.register, naa.register, gammel, sak)
    yield from _hele_vedtak(foer.register, naa.register, staar)
    for id_, sak in stod.items():
        over, punkt = id_.partition("/")[0], "/" in id_
        if id_ not in fulgt and id_ not in staar and not naa.register.er_ulest(over) and not (punkt and over in naa.register.vedtak):
            yield sak.ansvarlig, Saksendring(id_, sak.tittel, sak.slag, sak.tilstand, None, None, borte=True, endringer=())


def _hele_vedtak(foer: Register, naa: Register, staar: Mapping[str, Staar]) -> Iterator[tuple[str, Saksendring]]:
    """The vedtak that are told of by their punkter or verbalvedtak alone: what changed in the whole."""
    for id_, post in naa.vedtak.items():
        gammel = foer.vedtak.get(id_) or foer.vedtak.get(post.verdi.tidligere_id or "")
        if id_ not in staar and gammel and (endringer := tuple(postendringer(gammel.verdi, post.verdi))):
            yield post.verdi.ansvarlig, Saksendring(id_, post.verdi.tittel, "vedtak", None, None, None, borte=False, endringer=endringer)


def _staar(utgave: Utgave) -> dict[str, Staar]:
    register = utgave.register
    aarene = sorted({int(id_[:4]) for id_ in register.oppdrag})
    alle = {sak.id: sak for aar in aarene for sak in oppdrag_som_staar(register, utgave.dag, aar, None)}
    return alle | {sak.id: sak for sak in vedtak_som_staar(register, utgave.dag, None)}


def _samme_foer(register: Register, id_: str, stod: Mapping[str, Staar], staar: Mapping[str, Staar]) -> Staar | None:
    """The same thing before: under its id, or under the one it had before its file was given a new name."""
    if id_ in stod:
        return stod[id_]
    over, skille, punkt = id_.partition("/")
    post = register.oppdrag.get(over) or register.vedtak.get(over)
    tidligere = post.verdi.tidligere_id if post else None
    return stod.get(f"{tidligere}{skille}{punkt}") if tidligere and tidligere not in staar else None


def _endret(foer: Register, naa: Register, gammel: Staar | None, sak: Staar) -> Saksendring:
    gikk = bevegelse(gammel.tilstand if gammel else None, sak.tilstand)
    endringer: tuple[Postendring, ...] = ()
    if gammel and "/" not in sak.id:
        post, annen = _post(foer, gammel.id), _post(naa, sak.id)
        endringer = tuple(postendringer(post, annen)) if post and annen else ()
    if gammel:
        endringer += tuple(_andre_ord(foer, naa, gammel.id, sak.id))
    ny = gammel is None and gikk not in (Bevegelse.FERDIG, Bevegelse.BORTFALT)
    vei = Bevegelse.NY if ny else None if gikk in _STILLE else gikk
    return Saksendring(sak.id, sak.tittel, sak.slag, gammel.tilstand if gammel else None, sak.tilstand, vei, borte=False, endringer=endringer)


def _andre_ord(foer: Register, naa: Register, id_foer: str, id_naa: str) -> Iterator[Postendring]:
    """What had been delivered in both versions, and was changed afterwards."""
    for gamle, nye in ((foer.meldinger, naa.meldinger), (foer.bidrag, naa.bidrag)):
        sagt = {(ett.periode, ett.enhet): ett for ett in gamle.get(id_foer, ()) if ett.fra}
        for ett in nye.get(id_naa, ()):
            gammel = sagt.get((ett.periode, ett.enhet))
            if gammel and ett.fra and not like(gammel.melding, ett.melding):
                yield Postendring(Slag.MELDING, f"{ett.enhet} i {ett.periode}", gammel.melding.kommentar, ett.melding.kommentar)


def _post(register: Register, id_: str) -> Oppdrag | Vedtak | None:
    post = register.oppdrag.get(id_) or register.vedtak.get(id_)
    return post.verdi if post else None


def _maal(foer: Register, naa: Register) -> Iterator[Saksendring]:
    """The goals whose words or owners changed, and those that came and went."""
    yield from _overskriftene(foer, naa)
    gamle, nye = ({kode: plass.delmaal.verdi for kode, plass in register.delmaal.items()} for register in (foer, naa))
    for kode, delmaal in nye.items():
        gammelt = gamle.get(kode)
        if gammelt is None and not foer.kjenner_maal:
            continue
        if gammelt is None:
            yield Saksendring(kode, delmaal.tittel, "delmål", None, None, Bevegelse.NY, borte=False, endringer=())
            continue
        ord_ = [Postendring(Slag.TEKST, "delmålet", gammelt.tittel, delmaal.tittel)] if gammelt.tittel.split() != delmaal.tittel.split() else []
        ansvar = [Postendring(Slag.ANSVARLIG, "", None, enhet) for enhet in delmaal.ansvar if enhet not in gammelt.ansvar]
        ansvar += [Postendring(Slag.ANSVARLIG, "", enhet, None) for enhet in gammelt.ansvar if enhet not in delmaal.ansvar]
        if ord_ or ansvar:
            yield Saksendring(kode, delmaal.tittel, "delmål", None, None, None, borte=False, endringer=(*ord_, *ansvar))
    for kode in (kode for kode in gamle if kode not in nye and naa.kjenner_maal):
        yield Saksendring(kode, gamle[kode].tittel, "delmål", None, None, None, borte=True, endringer=())


def _overskriftene(foer: Register, naa: Register) -> Iterator[Saksendring]:
    """The satsingsområder and hovedmål that have other words."""
    gamle, nye = (
        {kode: (slag, tekst) for post in register.omraader for kode, slag, tekst in (
            (post.verdi.kode, "satsingsområde", post.verdi.navn), *((maal.kode, "hovedmål", maal.tittel) for maal in post.verdi.hovedmaal)
        )}
        for register in (foer, naa)
    )  # fmt: skip
    for kode, (slag, tekst) in nye.items():
        if kode in gamle and gamle[kode][1].split() != tekst.split():
            yield Saksendring(kode, tekst, slag, None, None, None, borte=False, endringer=(Postendring(Slag.TEKST, slag + "et", gamle[kode][1], tekst),))


def _hjulet(foer: Utgave, naa: Utgave) -> Iterator[Saksendring]:
    """The activities that are others, in the year of the later version and the next."""
    funnet: dict[str, Saksendring] = {}
    for aar in (naa.dag.year, naa.dag.year + 1):
        for sak in hjulendringer(foer.register, naa.register, aar, aar):
            sett = funnet.get(sak.id)
            nye = tuple(ett for ett in sak.endringer if sett is None or ett not in sett.endringer)
            funnet[sak.id] = sak if sett is None else sett._replace(endringer=sett.endringer + nye)
    yield from funnet.values()


def hjulendringer(foer: Register, naa: Register, aar_foer: int, aar_naa: int) -> Iterator[Saksendring]:
    """The activities whose days in a year are others than they were, or than those of another year."""
    for id_, post in naa.aktiviteter.items():
        gammel = foer.aktiviteter.get(id_)
        nye = _dager(naa, id_, aar_naa)
        if gammel is None:
            yield Saksendring(id_, post.verdi.tittel, "aktivitet", None, None, Bevegelse.NY, borte=False, endringer=())
        elif endringer := (*_om_aktiviteten(gammel.verdi, post.verdi), *_andre_dager(_dager(foer, id_, aar_foer), nye, aar_naa - aar_foer)):
            yield Saksendring(id_, post.verdi.tittel, "aktivitet", None, None, None, borte=False, endringer=endringer)
    for id_ in (id_ for id_ in foer.aktiviteter if id_ not in naa.aktiviteter):
        yield Saksendring(id_, foer.aktiviteter[id_].verdi.tittel, "aktivitet", None, None, None, borte=True, endringer=())


def _om_aktiviteten(foer: Aktivitet, naa: Aktivitet) -> Iterator[Postendring]:
    """Other words, and another owner."""
    if foer.tittel.split() != naa.tittel.split():
        yield Postendring(Slag.TEKST, "tittelen", foer.tittel, naa.tittel)
    if foer.ansvarlig != naa.ansvarlig:
        yield Postendring(Slag.ANSVARLIG, "", foer.ansvarlig, naa.ansvarlig)


def _andre_dager(gamle: list[date], nye: list[date], aar: int) -> Iterator[Postendring]:
    """The days that are not the same, one by one; ``aar`` is how many years lie between, and they are not counted."""
    flyttet = {gammel: om_maneder(gammel, 12 * aar) for gammel in gamle}
    borte = [gammel for gammel in gamle if flyttet[gammel] not in nye]
    kommet = [ny for ny in nye if ny not in flyttet.values()]
    for gammel, ny in zip_longest(borte, kommet):
        samme = flyttet[gammel] if gammel else None
        if gammel or ny:
            dager = (ny - samme).days if ny and samme else None
            yield Postendring(Slag.DAG, "", str(gammel) if gammel else None, str(ny) if ny else None, dager)


def _dager(register: Register, id_: str, aar: int) -> list[date]:
    try:
        return [hendelse.dag for hendelse in hendelser_i(register, register.aktiviteter[id_], aar)]
    except ValueError:
        return []
