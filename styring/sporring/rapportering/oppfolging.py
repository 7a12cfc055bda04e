"""How the following up itself stands, unit by unit: what the data say of deadlines, goals and
owners, whether the reports came in time, and how old the last word is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from styring.fag.frist import gjorte
from styring.fag.periode import Periode, perioder_i
from styring.fag.tilstand import LUKKEDE, er_apen
from styring.modell.form import Leser
from styring.register.leser import er_ute
from styring.register.meldingene import siste_ord
from styring.register.register import Register
from styring.register.skjema import skjemaer_i
from styring.sporring.arshjul.fristsaker import fristsaker
from styring.sporring.felles.utvalg import nyeste_aar, omfanget
from styring.sporring.maal.maaloppfolging import Maaloppfolging, maaloppfolging
from styring.sporring.oppdrag.stilling import (
    Stilling,
    ikke_viderefort,
    oppdrag_som_staar,
    vedtak_som_staar,
    vedtaket,
)
from styring.sporring.oppdrag.udelegert import baeres

OFTE = 2
"""A deadline that is moved more often than this is told of."""


class Enhetsoppfolging(NamedTuple):
    """How one unit's oppdrag are followed up.

    Of its ``apne`` oppdrag: how many have a deadline, a delmål, somebody below the director who
    carries them; how many nobody has told of. ``eldste_ord`` is the age in days of the last word
    about the one that is longest ago. Of its ``skjemaer`` whose day has come: how many came
    ``i_tide``, how many late, and how many have not come.
    """

    enhet: str
    navn: str
    apne: int
    med_frist: int
    med_delmaal: int
    baeres: int
    aldri_meldt: int
    eldste_ord: int | None
    skjemaer: int
    i_tide: int
    for_sent: int
    ikke_levert: int


class Vedtaksoppfolging(NamedTuple):
    """How the open vedtak are followed up."""

    apne: int
    uten_frist: int
    uten_svar: int
    aldri_meldt: int


class Flyttet(NamedTuple):
    """Something whose deadline has been moved more than twice."""

    id: str
    tittel: str
    ganger: int


@dataclass(frozen=True, slots=True)
class Oppfolgingssvar:
    """The answer: each unit, and all of them together.

    Where the letter gives no deadline, or links nothing to a delmål, nothing is said of that:
    ``brevet_har_frister`` and ``brevet_har_delmaal``.
    """

    kommune: str
    dato: date
    aar: int | None
    enhet: str | None
    navn: str
    brevet_har_frister: bool
    brevet_har_delmaal: bool
    enheter: tuple[Enhetsoppfolging, ...]
    sum: Enhetsoppfolging
    vedtak: Vedtaksoppfolging
    maal: Maaloppfolging | None
    flyttet: tuple[Flyttet, ...]
    perioder: tuple[str, ...]
    frister_satt: bool
    """Whether the municipality has set any day for delivery in the year."""
    utelatt: int

    @property
    def rader(self) -> tuple[Enhetsoppfolging, ...]:
        """Each unit, and the sum where there is more than one."""
        return (*self.enheter, self.sum) if len(self.enheter) > 1 else self.enheter


def oppfolging(
    register: Register, dato: date, sektor: str | None = None, aar: int | None = None
) -> Oppfolgingssvar:
    """Answer for one unit and what lies below it, or for all: the open oppdrag of a year, the forms
    whose day has come, and the open vedtak. Raises StyringFeil for a unit that is not known.
    """
    omfang = omfanget(register, sektor)
    aar = aar or nyeste_aar(register, dato)
    alle = list(oppdrag_som_staar(register, dato, aar, omfang.koder))
    apne = [s for s in ikke_viderefort(register, dato, alle) if s.tilstand not in LUKKEDE]
    forfalte = _forfalte_perioder(register, aar, dato)
    levering = _leveringer(register, forfalte, dato)
    koder = [
        kode
        for kode in register.enheter
        if (omfang.koder is None or kode in omfang.koder)
        and (kode in levering or any(sak.ansvarlig == kode for sak in apne))
    ]
    enheter = tuple(
        _enheten(
            register,
            kode,
            [sak for sak in apne if sak.ansvarlig == kode],
            levering.get(kode, []),
            dato,
        )
        for kode in koder
    )
    aarets = [register.oppdrag[sak.id].verdi for sak in alle]
    return Oppfolgingssvar(
        kommune=omfang.kommune,
        dato=dato,
        aar=aar,
        enhet=omfang.enhet,
        navn=omfang.navn,
        brevet_har_frister=any(ett.frist for ett in aarets),
        brevet_har_delmaal=any(ett.delmaal for ett in aarets),
        enheter=enheter,
        sum=_sum(enheter),
        vedtak=_vedtakene(register, dato, omfang.koder),
        maal=maaloppfolging(register, dato, omfang.koder),
        flyttet=_flyttet(register, dato, omfang.koder),
        perioder=tuple(periode.navn for periode in forfalte),
        frister_satt=any(_leveringsfrist(register, periode) for periode in _aarets(register, aar)),
        utelatt=register.utelatt,
    )


def _aarets(register: Register, aar: int | None) -> list[Periode]:
    return perioder_i(register.rutine, aar) if aar else []


def _leveringsfrist(register: Register, periode: Periode) -> date | None:
    frister = (register.rutine.frister if register.rutine else None) or {}
    return frister[periode.id].levering if periode.id in frister else None


def _forfalte_perioder(register: Register, aar: int | None, dato: date) -> list[Periode]:
    """The periods of the year whose forms were to be delivered before the day."""
    return [
        periode
        for periode in _aarets(register, aar)
        if (frist := _leveringsfrist(register, periode))
        and frist < dato
        and _kan_fortelles(register, periode, dato)
    ]


def _kan_fortelles(register: Register, periode: Periode, dato: date) -> bool:
    """Whether this reader may know of a period: the public, when its report is out."""
    if register.leser is not Leser.OFFENTLIG:
        return True
    samlet = register.samlerapporter.get(periode.id)
    return samlet is not None and er_ute(samlet.verdi, dato)


def _leveringer(register: Register, perioder: list[Periode], dato: date) -> dict[str, list[str]]:
    """How each form of each unit came: in time, late, or not."""
    ut: dict[str, list[str]] = {}
    for periode in perioder:
        for skjema in skjemaer_i(register, periode):
            levert = skjema.levert if skjema.levert and skjema.levert <= dato else None
            hvordan = (
                "ikke"
                if levert is None
                else "i_tide"
                if skjema.frist is None or levert <= skjema.frist
                else "for_sent"
            )
            ut.setdefault(skjema.enhet, []).append(hvordan)
    return ut


def _enheten(
    register: Register, kode: str, apne: list[Stilling], leveringer: list[str], dato: date
) -> Enhetsoppfolging:
    sagt = [siste_ord(register, sak.id, dato) for sak in apne]
    aldre = [(dato - ord_[0].fra).days for ord_ in sagt if ord_ and ord_[0].fra]
    return Enhetsoppfolging(
        enhet=kode,
        navn=register.enhetsnavn(kode),
        apne=len(apne),
        med_frist=sum(sak.frist is not None for sak in apne),
        med_delmaal=sum(bool(register.oppdrag[sak.id].verdi.delmaal) for sak in apne),
        baeres=sum(baeres(register, sak.id, dato) for sak in apne),
        aldri_meldt=sum(not ord_ for ord_ in sagt),
        eldste_ord=max(aldre, default=None),
        skjemaer=len(leveringer),
        i_tide=leveringer.count("i_tide"),
        for_sent=leveringer.count("for_sent"),
        ikke_levert=leveringer.count("ikke"),
    )


def _sum(enheter: Iterable[Enhetsoppfolging]) -> Enhetsoppfolging:
    alle = list(enheter)
    tall = {
        felt: sum(getattr(ett, felt) for ett in alle)
        for felt in Enhetsoppfolging._fields[2:]
        if felt != "eldste_ord"
    }
    aldre = [ett.eldste_ord for ett in alle if ett.eldste_ord is not None]
    return Enhetsoppfolging("", "Sum", eldste_ord=max(aldre, default=None), **tall)


def _vedtakene(register: Register, dato: date, koder: frozenset[str] | None) -> Vedtaksoppfolging:
    apne = [sak for sak in vedtak_som_staar(register, dato, koder) if er_apen(sak.tilstand)]
    return Vedtaksoppfolging(
        apne=len(apne),
        uten_frist=sum(sak.frist is None for sak in apne),
        uten_svar=sum(_uten_svar(register, sak.id) for sak in apne),
        aldri_meldt=sum(not siste_ord(register, sak.id, dato) for sak in apne),
    )


def _uten_svar(register: Register, nokkel: str) -> bool:
    """Whether nobody has said where the answer comes: of the whole, or of the punkt."""
    hele = vedtaket(register, nokkel)
    nr = nokkel.partition("/")[2]
    return not hele.svares_i and not any(
        punkt.svares_i for punkt in hele.punkter if not nr or str(punkt.nr) == nr
    )


def _flyttet(register: Register, dato: date, koder: frozenset[str] | None) -> tuple[Flyttet, ...]:
    """What has had its deadline moved more than twice, the oftest first."""
    ofte = [
        Flyttet(sak.id, sak.tittel, ganger)
        for sak in fristsaker(register)
        if (koder is None or sak.ansvarlig in koder)
        and (ganger := len(gjorte(sak.endringer, dato))) > OFTE
    ]
    return tuple(sorted(ofte, key=lambda ett: (-ett.ganger, ett.id)))
