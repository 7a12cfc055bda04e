"""What goes into the next year: the oppdrag that go on, those that are done, those to be decided;
and the wheel's days in the new year.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from styring.fag.frist import er_forfalt, frist_per
from styring.fag.kalender import kortdato
from styring.fag.nar import UgyldigNar
from styring.fag.periode import siste_dag, tidspunkt_med_ord
from styring.fag.tilstand import LUKKEDE, Tilstand
from styring.feil import StyringFeil
from styring.modell.arshjul import Aktivitet, EnDag, HvertAar, Relativ
from styring.modell.oppdrag import Oppdrag
from styring.register.meldingene import sist_meldt, tilstanden
from styring.register.post import Post
from styring.register.register import Register
from styring.register.viderefort import viderefort_per
from styring.sporring.arshjul.arshjul import hendelser_i
from styring.sporring.felles.utvalg import omfanget
from styring.sporring.oppdrag.status import TidligereAar, tidligere_aar


class Oppdragsvalg(NamedTuple):
    """One oppdrag of the old year and what is to be done with it.

    ``ny_id`` is what it would be in the new year, ``frist`` the deadline it keeps.

    ``mangler_frist``: it had a deadline, which has passed when the new year begins. ``forfalt`` is
    the deadline of one that is overdue.
    """

    id: str
    tittel: str
    tilstand: Tilstand
    grunn: str
    ny_id: str | None = None
    frist: date | None = None
    mangler_frist: bool = False
    forfalt: date | None = None


class Enhetsvalg(NamedTuple):
    """One unit: what goes on, what ends, what must be decided, and what has been carried over
    already.
    """

    kode: str
    navn: str
    viderefores: tuple[Oppdragsvalg, ...]
    avsluttes: tuple[Oppdragsvalg, ...]
    avklares: tuple[Oppdragsvalg, ...]
    viderefort: tuple[Oppdragsvalg, ...]


class Hjulvalg(NamedTuple):
    """One activity that has no day in the new year, and why."""

    id: str
    tittel: str
    grunn: str


@dataclass(frozen=True, slots=True)
class Nyttaarsvar:
    """The answer.

    ``ved_regel`` and ``regnet`` count the activities that get their days by their rules, and by
    other activities; ``uten_dag`` those of them that have none in the new year, as what comes every
    fourth. ``tidligere`` are the years before the old one that still have oppdrag nobody has ended
    or carried over.
    """

    kommune: str
    aar: int
    dato: date
    har_brev: bool
    enheter: tuple[Enhetsvalg, ...]
    tidligere: tuple[TidligereAar, ...]
    ved_regel: int
    regnet: int
    uten_dag: int
    hjulet: tuple[Hjulvalg, ...]


def nytt_aar(register: Register, aar: int, dato: date, sektor: str | None = None) -> Nyttaarsvar:
    """Answer for one new year, from the oppdrag of the year before.

    Raises StyringFeil where there are none.
    """
    gamle = {id_: post for id_, post in register.oppdrag.items() if id_[:4] == str(aar - 1)}
    if not gamle:
        raise StyringFeil(
            f"det er ingen oppdrag i {aar - 1} å føre videre til {aar}. Skriv året dere går inn i."
        )
    omfang = omfanget(register, sektor)
    koder = omfang.koder
    numre = _Numre(register, aar)
    enheter = []
    for kode in dict.fromkeys(
        (*register.enheter, *(post.verdi.ansvarlig for post in gamle.values()))
    ):
        egne = [post for post in gamle.values() if post.verdi.ansvarlig == kode]
        if egne and (koder is None or kode in koder):
            enheter.append(_enhet(register, kode, egne, dato, numre))
    hjulet = list(_hjulet(register, aar)) if koder is None else []
    avklares = {ett.id for ett in hjulet}
    kjente = (
        [post for id_, post in register.aktiviteter.items() if id_ not in avklares]
        if koder is None
        else []
    )
    regnet = sum(isinstance(post.verdi.nar, Relativ) for post in kjente)
    return Nyttaarsvar(
        kommune=omfang.navn if omfang.enhet else omfang.kommune,
        aar=aar,
        dato=dato,
        har_brev=aar in register.styringsbrev,
        enheter=tuple(enheter),
        tidligere=tidligere_aar(register, koder, aar - 1, dato),
        ved_regel=len(kjente) - regnet,
        regnet=regnet,
        uten_dag=sum(not any(hendelser_i(register, post, aar)) for post in kjente),
        hjulet=tuple(hjulet),
    )


class _Numre:
    """Hands out the next free number of each unit in a year, unread files counted."""

    def __init__(self, register: Register, aar: int) -> None:
        self._aar = aar
        self._brukte = {post.id for post in register.oppdrag.values()}
        self._brukte |= {
            f"{fil[13:17]}-{fil[18:-5]}"
            for fil in register.uleste
            if fil.startswith("data/oppdrag/")
        }

    def neste(self, enhet: str) -> str:
        nr = 1
        while (id_ := f"{self._aar}-{enhet}-{nr:02}") in self._brukte:
            nr += 1
        self._brukte.add(id_)
        return id_


def _enhet(
    register: Register, kode: str, egne: list[Post[Oppdrag]], dato: date, numre: _Numre
) -> Enhetsvalg:
    over = viderefort_per(register, date.max)
    videre, slutt, avklares, gjort = [], [], [], []
    for post in egne:
        tilstand = tilstanden(register, post.id, dato)
        valg = Oppdragsvalg(post.id, post.verdi.tittel, tilstand, "")
        if post.id in over:
            ny = next(
                id_
                for id_, annen in register.oppdrag.items()
                if annen.verdi.viderefort_fra == post.id
            )
            gjort.append(valg._replace(ny_id=ny, grunn=f"ført videre i {ny}"))
        elif tilstand in LUKKEDE:
            slutt.append(valg._replace(grunn=tilstand.ord))
        elif grunn := _gaar_videre(register, post.id, dato):
            frist = (
                post.verdi.frist
                if post.verdi.frist and post.verdi.frist.year > int(post.id[:4])
                else None
            )
            mangler = post.verdi.frist is not None and frist is None
            videre.append(
                valg._replace(
                    grunn=grunn, ny_id=numre.neste(kode), frist=frist, mangler_frist=mangler
                )
            )
        else:
            avklares.append(
                valg._replace(
                    grunn=_uavklart(register, post.id, dato, tilstand),
                    forfalt=_forfalt(post.verdi, tilstand, dato),
                )
            )
    return Enhetsvalg(
        kode, register.enhetsnavn(kode), tuple(videre), tuple(slutt), tuple(avklares), tuple(gjort)
    )


def _gaar_videre(register: Register, id_: str, dato: date) -> str | None:
    """Why an open oppdrag goes on: the unit says so, or expects to be done in the new year.

    None where nobody has said it.
    """
    meldt = sist_meldt(register, id_, dato)
    if meldt is None:
        return None
    if meldt.melding.arsslutt == "viderefores":
        return "meldt videreført"
    forventet = meldt.melding.forventet_ferdig
    dag = siste_dag(forventet) if forventet else None
    return (
        f"forventes ferdig {tidspunkt_med_ord(forventet)}"
        if forventet and dag and dag.year > int(id_[:4])
        else None
    )


def _uavklart(register: Register, id_: str, dato: date, tilstand: Tilstand) -> str:
    meldt = sist_meldt(register, id_, dato)
    if meldt is None or tilstand is Tilstand.IKKE_RAPPORTERT:
        return "ikke rapportert"
    return f"{tilstand.ord} i {meldt.periode}, og ingen har meldt om det skal videreføres"


def _forfalt(oppdrag: Oppdrag, tilstand: Tilstand, dato: date) -> date | None:
    frist = frist_per(oppdrag.frist, oppdrag.fristendringer, dato)
    return frist if er_forfalt(frist, dato, tilstand) else None


def _hjulet(register: Register, aar: int) -> Iterator[Hjulvalg]:
    """What must be decided: the activities themselves, and those that are counted from
    one of them.
    """
    grunner = {
        id_: grunn
        for id_, post in register.aktiviteter.items()
        if (grunn := _uten_dag(register, post, aar))
    }
    for id_, post in register.aktiviteter.items():
        over = next((annen for annen in _regnes_fra(register, id_) if annen in grunner), None)
        if id_ in grunner or over:
            yield Hjulvalg(
                id_, post.verdi.tittel, grunner.get(id_) or f"regnes fra {over}, som må avklares"
            )


def _regnes_fra(register: Register, id_: str) -> Iterator[str]:
    """The activities that one is counted from, nearest first.

    Stops where the data goes in a loop.
    """
    sett = {id_}
    while (
        id_ in register.aktiviteter
        and (neste := getattr(register.aktiviteter[id_].verdi.nar, "fra_aktivitet", None))
        and neste not in sett
    ):
        yield neste
        sett.add(neste)
        id_ = neste


def _uten_dag(register: Register, post: Post[Aktivitet], aar: int) -> str | None:
    """Why an activity has no day in the new year, or one that somebody must set.

    None where its rule gives it.
    """
    nar = post.verdi.nar
    if nar == "ikke_oppgitt":
        return "dagen er ikke oppgitt"
    if isinstance(nar, EnDag) and nar.dato.year < aar:
        return f"gjaldt bare {kortdato(nar.dato)}"
    try:
        har_dag = any(True for _ in hendelser_i(register, post, aar))
    except UgyldigNar as feil:
        return str(feil)
    if (
        isinstance(nar, HvertAar)
        and har_dag
        and nar.fastsatt
        and not any(dag.year == aar for dag in nar.fastsatt)
    ):
        return f"dagen er fastsatt for {max(dag.year for dag in nar.fastsatt)}, men ikke for {aar}"
    return None
