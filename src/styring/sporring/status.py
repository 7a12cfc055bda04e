"""How are we doing? One unit with its oppdrag, or all units and the total."""

from collections import Counter
from datetime import date
from typing import NamedTuple

from styring.fag.tilstand import Tilstand, tell
from styring.modell.oppdrag import Oppdrag
from styring.register.register import Post, Register
from styring.sporring.tilstanden import tilstanden
from styring.sporring.utvalg import enhetene, finn_enhet, nyeste_aar


class Oppdragsrad(NamedTuple):
    """One oppdrag in the status. ``frist`` is None where the source gives none; only what has a frist can be ``forfalt``."""

    id: str
    tittel: str
    ansvarlig: str
    frist: date | None
    forfalt: bool
    tilstand: Tilstand
    oppgaver: int
    oppgaver_ferdig: int


class Enhetsrad(NamedTuple):
    """One unit with its counts."""

    kode: str
    navn: str
    type: str
    antall: int
    telling: dict[Tilstand, int]


class TidligereAar(NamedTuple):
    """An earlier year with oppdrag that nobody has reported as closed."""

    aar: int
    apne: int


class Statussvar(NamedTuple):
    """The answer. Either ``oppdrag`` (one unit) or ``enheter`` (all) is filled."""

    kommune: str
    dato: date
    aar: int | None
    enhet: str | None
    navn: str
    antall: int
    telling: dict[Tilstand, int]
    uten_frist: int
    delansvar: int
    folger_opp: int
    delmaal: int
    oppdrag: tuple[Oppdragsrad, ...]
    enheter: tuple[Enhetsrad, ...]
    tidligere: tuple[TidligereAar, ...]


def status(register: Register, dato: date, sektor: str | None = None, aar: int | None = None) -> Statussvar:
    """Answer for one unit and what lies below it, or for the whole municipality, in one year: the newest with oppdrag that has begun."""
    koder = enhetene(register, sektor)
    aar = aar or nyeste_aar(register, dato)
    i_aar = [post for post in register.oppdrag.values() if post.id[:4] == str(aar)]
    egne = [post for post in i_aar if koder is None or post.verdi.ansvarlig in koder]
    rader = tuple(_rad(post, dato) for post in egne)
    enhet = finn_enhet(register, sektor) if sektor else None
    return Statussvar(
        kommune=register.kommune.verdi.navn if register.kommune else "ikke oppgitt",
        dato=dato,
        aar=aar,
        enhet=enhet,
        navn=register.enhetsnavn(enhet) if enhet else "Hele kommunen",
        antall=len(rader),
        telling=tell(rad.tilstand for rad in rader),
        uten_frist=sum(rad.frist is None for rad in rader),
        delansvar=sum(1 for post in i_aar if koder and koder.intersection(post.verdi.delansvar)),
        folger_opp=sum(
            1 for post in i_aar if koder and post.verdi.ansvarlig not in koder and koder.intersection(ledd.til for ledd in post.verdi.videredelegert[-1:])
        ),
        delmaal=sum(1 for plass in register.delmaal.values() if koder is None or koder.intersection(plass.delmaal.verdi.ansvar)),
        oppdrag=rader if koder is not None else (),
        enheter=_enhetsrader(register, rader) if koder is None else (),
        tidligere=_tidligere(register, koder, aar),
    )


def _rad(post: Post[Oppdrag], dato: date) -> Oppdragsrad:
    oppdrag = post.verdi
    return Oppdragsrad(
        id=post.id,
        tittel=oppdrag.tittel,
        ansvarlig=oppdrag.ansvarlig,
        frist=oppdrag.frist,
        forfalt=oppdrag.frist is not None and oppdrag.frist < dato,
        tilstand=tilstanden(post),
        oppgaver=len(oppdrag.oppgaver),
        oppgaver_ferdig=sum(oppgave.ferdig is not None and oppgave.ferdig <= dato for oppgave in oppdrag.oppgaver),
    )


def _enhetsrader(register: Register, rader: tuple[Oppdragsrad, ...]) -> tuple[Enhetsrad, ...]:
    """A row for each unit with oppdrag of its own, and for the ones right below the kommunedirektør in any case."""
    per_enhet: dict[str, list[Oppdragsrad]] = {}
    for rad in rader:
        per_enhet.setdefault(rad.ansvarlig, []).append(rad)
    vises = [kode for kode, enhet in register.enheter.items() if enhet.overordnet is None or kode in per_enhet]
    vises += [kode for kode in per_enhet if kode not in register.enheter]
    return tuple(
        Enhetsrad(
            kode=kode,
            navn=register.enhetsnavn(kode),
            type=register.enheter[kode].type if kode in register.enheter else "ukjent",
            antall=len(per_enhet.get(kode, ())),
            telling=tell(rad.tilstand for rad in per_enhet.get(kode, ())),
        )
        for kode in vises
    )


def _tidligere(register: Register, koder: frozenset[str] | None, aar: int | None) -> tuple[TidligereAar, ...]:
    apne = Counter(id_[:4] for id_, post in register.oppdrag.items() if aar and id_[:4] < str(aar) and (koder is None or post.verdi.ansvarlig in koder))
    return tuple(TidligereAar(int(tidligere), antall) for tidligere, antall in sorted(apne.items(), reverse=True))
