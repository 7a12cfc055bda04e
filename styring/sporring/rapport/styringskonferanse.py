"""The paper for the styringskonferanse: what several units share, and how it goes."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import NamedTuple

from styring.fag.tilstand import AVVIK, LUKKEDE, Tilstand, tell
from styring.modell.form import Leser
from styring.register.meldingene import bidraget
from styring.register.register import Register
from styring.sporring.felles.utvalg import nyeste_aar
from styring.sporring.oppdrag.stilling import Stilling, oppdrag_som_staar, utenfor_rute, verst_forst
from styring.sporring.rapport.tellinger import FOR_OPPDRAG, Hovedtall, hovedtall


class Bidrag(NamedTuple):
    """One unit that contributes, and how it says that goes."""

    enhet: str
    tilstand: Tilstand
    kommentar: str | None


class Fellesoppdrag(NamedTuple):
    """One oppdrag that several units work on.

    ``utenfor``: it, or what somebody contributes, is off track.
    """

    tittel: str
    enhet: str
    tilstand: Tilstand
    utenfor: bool
    frist: date | None
    forfalt: bool
    kommentar: str | None
    bidrag: tuple[Bidrag, ...]


class Fellesmaal(NamedTuple):
    """One delmål that several units answer for."""

    delmaal: str
    omraade: str
    ansvar: tuple[str, ...]


class Par(NamedTuple):
    """Two units, and how many oppdrag they share."""

    en: str
    annen: str
    antall: int


@dataclass(frozen=True, slots=True)
class Konferansesvar:
    """The answer: the year's shared oppdrag, worst first; who shares most; and the goals several
    answer for.
    """

    kommune: str
    leser: Leser
    dato: date
    aar: int | None
    antall: int
    delte: int
    telling: dict[Tilstand, int]
    tall: Hovedtall
    oppdrag: tuple[Fellesoppdrag, ...]
    par: tuple[Par, ...]
    delmaal: tuple[Fellesmaal, ...]
    utelatt: int

    @property
    def utenfor(self) -> tuple[Fellesoppdrag, ...]:
        """The shared oppdrag where something is off track."""
        return tuple(ett for ett in self.oppdrag if ett.utenfor)

    @property
    def andre(self) -> tuple[Fellesoppdrag, ...]:
        """The rest of them."""
        return tuple(ett for ett in self.oppdrag if not ett.utenfor)


def styringskonferanse(register: Register, dato: date, aar: int | None = None) -> Konferansesvar:
    """Answer for one year: the newest with oppdrag when none is named."""
    aar = aar or nyeste_aar(register, dato)
    alle = list(oppdrag_som_staar(register, dato, aar, None))
    delte = [sak for sak in alle if _bidrar(register, sak)]
    par = Counter(
        tuple(sorted(to, key=list(register.enheter).index))
        for sak in delte
        for to in combinations(_kjente(register, sak), 2)
    )
    return Konferansesvar(
        kommune=register.navn,
        leser=register.leser,
        dato=dato,
        aar=aar,
        antall=len(alle),
        delte=len(delte),
        telling=tell(sak.tilstand for sak in delte),
        tall=hovedtall(register, delte, FOR_OPPDRAG),
        oppdrag=tuple(
            _felles(register, sak, dato)
            for sak in sorted(delte, key=lambda sak: (sak.tilstand in LUKKEDE, verst_forst(sak)))
        ),
        par=tuple(
            Par(register.enhetsnavn(en), register.enhetsnavn(annen), antall)
            for (en, annen), antall in par.most_common()
        ),
        delmaal=tuple(
            Fellesmaal(
                plass.delmaal.verdi.tittel,
                plass.omraade.verdi.navn,
                tuple(map(register.enhetsnavn, plass.delmaal.verdi.ansvar)),
            )
            for plass in register.delmaal.values()
            if len(plass.delmaal.verdi.ansvar) > 1
        ),
        utelatt=register.utelatt,
    )


def _bidrar(register: Register, sak: Stilling) -> list[str]:
    return [
        kode
        for kode in dict.fromkeys(register.oppdrag[sak.id].verdi.delansvar)
        if kode != sak.ansvarlig
    ]


def _kjente(register: Register, sak: Stilling) -> list[str]:
    return [kode for kode in (sak.ansvarlig, *_bidrar(register, sak)) if kode in register.enheter]


def _felles(register: Register, sak: Stilling, dato: date) -> Fellesoppdrag:
    bidrag = tuple(
        Bidrag(register.enhetsnavn(kode), *bidraget(register, sak.id, kode, dato))
        for kode in _bidrar(register, sak)
    )
    utenfor = utenfor_rute(sak) or (
        sak.tilstand not in LUKKEDE and any(ett.tilstand in AVVIK for ett in bidrag)
    )
    return Fellesoppdrag(
        sak.tittel,
        register.enhetsnavn(sak.ansvarlig),
        sak.tilstand,
        utenfor,
        sak.frist,
        sak.forfalt,
        sak.kommentar,
        bidrag,
    )
