"""How are we doing? One unit with its oppdrag, or all units and the total."""

from collections import Counter
from datetime import date
from typing import NamedTuple

from styring.fag.periode import perioden
from styring.fag.tilstand import LUKKEDE, VEDTAKSTILSTANDER, Tilstand, er_apen, tell
from styring.fag.vedtaksdeler import rapporteres
from styring.register.meldingene import er_gitt, tilstanden
from styring.register.register import Register
from styring.register.viderefort import viderefort_per
from styring.sporring.felles.utvalg import nyeste_aar, omfanget
from styring.sporring.okonomi.kortfattet import Okonomikort, okonomikort
from styring.sporring.oppdrag.for_andre import EgenOppgave, Oppfolging, egne_oppgaver, oppfolginger
from styring.sporring.oppdrag.stilling import Stilling, ikke_viderefort, oppdrag_som_staar


class Enhetsrad(NamedTuple):
    """One unit with its counts."""

    kode: str
    navn: str
    type: str
    antall: int
    telling: dict[Tilstand, int]
    vedtak: int


class TidligereAar(NamedTuple):
    """An earlier year with oppdrag that nobody has reported as closed."""

    aar: int
    apne: int


class Statussvar(NamedTuple):
    """The answer.

    Either ``oppdrag`` (one unit) or ``enheter`` (all) is filled. ``vedtak`` counts the open ones,
    of any year. ``delmaal`` are those that the unit answers for, and ``neste`` its next days.
    """

    kommune: str
    dato: date
    aar: int | None
    enhet: str | None
    navn: str
    antall: int
    viderefort: int
    telling: dict[Tilstand, int]
    vedtak: dict[Tilstand, int]
    uten_frist: int
    delansvar: int
    folger_opp: int
    delmaal: tuple[str, ...]
    neste: tuple[tuple[date, str], ...]
    oppdrag: tuple[Stilling, ...]
    enheter: tuple[Enhetsrad, ...]
    tidligere: tuple[TidligereAar, ...]
    for_andre: tuple[Oppfolging, ...]
    oppgaver: tuple[EgenOppgave, ...]
    okonomi: Okonomikort | None
    har_brev: bool
    """Whether there is a letter for the year: where its oppdrag come from is else unknown."""


def status(
    register: Register, dato: date, sektor: str | None = None, aar: int | None = None
) -> Statussvar:
    """Answer for one unit and what lies below it, or for the whole municipality, in one year: the
    newest with oppdrag that has begun.
    """
    omfang = omfanget(register, sektor)
    koder = omfang.koder
    aar = aar or nyeste_aar(register, dato)
    i_aar = [
        post
        for post in register.oppdrag.values()
        if post.id[:4] == str(aar) and er_gitt(post.verdi, dato)
    ]
    alle = tuple(oppdrag_som_staar(register, dato, aar, koder))
    rader = ikke_viderefort(register, dato, alle)
    vedtak = apne_vedtak(register, dato)
    return Statussvar(
        kommune=omfang.kommune,
        dato=dato,
        aar=aar,
        enhet=omfang.enhet,
        navn=omfang.navn,
        antall=len(rader),
        viderefort=len(alle) - len(rader),
        telling=tell(rad.tilstand for rad in rader),
        vedtak=tell(
            (tilstand for enhet, tilstand in vedtak if koder is None or enhet in koder),
            VEDTAKSTILSTANDER,
        ),
        uten_frist=sum(rad.frist is None for rad in rader),
        delansvar=sum(1 for post in i_aar if koder and koder.intersection(post.verdi.delansvar)),
        folger_opp=sum(
            1
            for post in i_aar
            if koder
            and post.verdi.ansvarlig not in koder
            and koder.intersection(ledd.til for ledd in post.verdi.videredelegert[-1:])
        ),
        delmaal=tuple(
            kode
            for kode, plass in register.delmaal.items()
            if koder and koder.intersection(plass.delmaal.verdi.ansvar)
        ),
        neste=_neste_datoer(register, rader, dato) if koder else (),
        oppdrag=rader if koder is not None else (),
        enheter=_enhetsrader(register, rader, vedtak) if koder is None else (),
        tidligere=tidligere_aar(register, koder, aar, dato),
        for_andre=tuple(oppfolginger(register, dato, aar, koder)) if koder else (),
        oppgaver=tuple(egne_oppgaver(register, dato, aar, koder)) if koder else (),
        okonomi=okonomikort(register, dato, koder),
        har_brev=aar in register.styringsbrev,
    )


def _neste_datoer(
    register: Register, rader: tuple[Stilling, ...], dato: date
) -> tuple[tuple[date, str], ...]:
    """The next days that a unit must know of: the next form, and the next deadline."""
    frister = (register.rutine.frister if register.rutine else None) or {}
    skjemaer = [
        (dag, f"skjemaet for {periode.navn}")
        for id_, ledd in frister.items()
        if (dag := ledd.levering) and dag >= dato
        if (periode := perioden(register.rutine, id_))
    ]
    apne = [
        (rad.frist, f"frist for {rad.id}")
        for rad in rader
        if rad.frist and rad.frist >= dato and er_apen(rad.tilstand)
    ]
    return tuple(sorted(min(liste) for liste in (skjemaer, apne) if liste))


def apne_vedtak(register: Register, dato: date) -> list[tuple[str, Tilstand]]:
    """Who follows up, and how it stands, for every vedtak and punkt that had been made and was not
    closed on a day.
    """
    deler = [
        del_
        for id_, post in register.vedtak.items()
        if post.verdi.dato <= dato
        for del_ in rapporteres(id_, post.verdi, dato)
    ]
    alle = [(del_.enhet, tilstanden(register, del_.nokkel, dato)) for del_ in deler]
    return [(enhet, tilstand) for enhet, tilstand in alle if er_apen(tilstand)]


def _enhetsrader(
    register: Register, rader: tuple[Stilling, ...], vedtak: list[tuple[str, Tilstand]]
) -> tuple[Enhetsrad, ...]:
    """A row for each unit with oppdrag or vedtak of its own, and for the ones right below the
    kommunedirektør in any case.
    """
    vedtak_per_enhet = Counter(enhet for enhet, _ in vedtak)
    per_enhet: dict[str, list[Stilling]] = {}
    for rad in rader:
        per_enhet.setdefault(rad.ansvarlig, []).append(rad)
    vises = [
        kode
        for kode, enhet in register.enheter.items()
        if enhet.overordnet is None or kode in per_enhet or kode in vedtak_per_enhet
    ]
    vises += [
        kode
        for kode in dict.fromkeys([*per_enhet, *vedtak_per_enhet])
        if kode not in register.enheter
    ]
    return tuple(
        Enhetsrad(
            kode=kode,
            navn=register.enhetsnavn(kode),
            type=register.enheter[kode].type if kode in register.enheter else "ukjent",
            antall=len(per_enhet.get(kode, ())),
            telling=tell(rad.tilstand for rad in per_enhet.get(kode, ())),
            vedtak=vedtak_per_enhet[kode],
        )
        for kode in vises
    )


def tidligere_aar(
    register: Register, koder: frozenset[str] | None, aar: int | None, dato: date
) -> tuple[TidligereAar, ...]:
    """The earlier years with oppdrag that are neither reported as closed nor carried over."""
    viderefort = viderefort_per(register, dato)
    apne = Counter(
        id_[:4]
        for id_, post in register.oppdrag.items()
        if aar
        and id_[:4] < str(aar)
        and (koder is None or post.verdi.ansvarlig in koder)
        and id_ not in viderefort
        and tilstanden(register, id_, dato) not in LUKKEDE
    )
    return tuple(
        TidligereAar(int(tidligere), antall)
        for tidligere, antall in sorted(apne.items(), reverse=True)
    )
