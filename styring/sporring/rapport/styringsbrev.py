"""The yearly letter, made of its own data: themes, goals with who answers, and every oppdrag with
whom it is delegated to.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from styring.fag.baerekraftsmaal import maalnummeret, med_navn
from styring.fag.norsk import lik, opplisting
from styring.feil import StyringFeil
from styring.modell.form import Leser
from styring.modell.maal import Hovedmaal, Satsingsomraade
from styring.modell.oppdrag import Oppdrag, Oppdragskrav
from styring.modell.styringsbrev import Styringsbrev, Tema
from styring.register.laas import opprinnelig_ansvarlig
from styring.register.register import Register
from styring.register.temaene import temaene
from styring.sporring.arshjul.arshjul import Arshjulsvar, Hjulfilter, arshjul
from styring.sporring.felles.utvalg import nyeste_aar


class Brevdelmaal(NamedTuple):
    """One delmål with the names of those who answer for it.

    ``hovedmaal`` is the text of the one above.
    """

    hovedmaal: str
    delmaal: str
    ansvar: tuple[str, ...]


class Brevomraade(NamedTuple):
    """One satsingsområde with its delmål, in the source's order."""

    navn: str
    delmaal: tuple[Brevdelmaal, ...]
    fn: tuple[str, ...]


class Brevtema(NamedTuple):
    """One central theme: the letter's own words, and what its file says of it."""

    tittel: str
    kapittel: str | None
    tekst: str | None
    bakgrunn: str | None
    sentralt: str | None
    for_ledere: str | None
    forventninger: tuple[str, ...]

    @property
    def er_bare_en_tittel(self) -> bool:
        """Whether nothing more is said of it."""
        return not (
            self.tekst or self.bakgrunn or self.sentralt or self.for_ledere or self.forventninger
        )


class Brevoppdrag(NamedTuple):
    """One oppdrag as the letter gives it.

    ``hentet_fra`` is set where it is another source than the letter's.
    """

    tittel: str
    delegert_til: str
    bidrar: tuple[str, ...]
    frist: date | None
    ferdig_nar: str | None
    hentet_fra: str | None
    gitt: date | None = None
    tekst: str | None = None
    krav: tuple[Oppdragskrav, ...] = ()


class Brevtillegg(NamedTuple):
    """What was given after the letter: by one tillegg, or with none, where ``tittel`` is empty."""

    tittel: str
    dato: date | None
    oppdrag: tuple[Brevoppdrag, ...]


@dataclass(frozen=True, slots=True)
class Brevsvar:
    """The answer. What the letter leaves open is None or empty, and is said as «ikke oppgitt»."""

    kommune: str
    leser: Leser
    aar: int
    tittel: str
    datert: date | None
    hentet_fra: str
    visjon: str | None
    verdier: tuple[str, ...]
    forord: str | None
    forord_av: str | None
    helhetlig_styring: str | None
    formaal: str | None
    oppfolging: str | None
    temaer: tuple[Brevtema, ...]
    omraader: tuple[Brevomraade, ...]
    oppdrag: tuple[Brevoppdrag, ...]
    etter_brevet: tuple[Brevtillegg, ...]
    hjul: Arshjulsvar | None
    perioder: tuple[str, ...]
    utelatt: int

    @property
    def har_frister(self) -> bool:
        """Whether the letter gives any deadline."""
        return any(ett.frist for ett in self.oppdrag)

    @property
    def har_bidrag(self) -> bool:
        """Whether the letter says of any oppdrag who contributes."""
        return any(ett.bidrar for ett in self.oppdrag)

    @property
    def med_tekst(self) -> tuple[Brevoppdrag, ...]:
        """The oppdrag that are longer than their title, those of the tillegg too."""
        alle = (*self.oppdrag, *(ett for del_ in self.etter_brevet for ett in del_.oppdrag))
        return tuple(ett for ett in alle if ett.tekst or ett.krav)

    @property
    def med_ferdig_nar(self) -> tuple[Brevoppdrag, ...]:
        """The oppdrag that say when they are done."""
        return tuple(ett for ett in self.oppdrag if ett.ferdig_nar)


def _hjulet(register: Register, aar: int) -> Arshjulsvar | None:
    """The wheel of the year, as the letter shows it: the overall one, or all where nothing is said
    to be overall; None where no aktivitet has a day.
    """
    for hjul in ("overordnet", None):
        svar = arshjul(register, aar, Hjulfilter(hjul=hjul))
        if svar.hendelser:
            return svar
    return None


def styringsbrev(register: Register, dato: date, aar: int | None = None) -> Brevsvar:
    """Answer for a year; the newest with oppdrag when none is named.

    Raises StyringFeil where there is no letter for it.
    """
    aar = aar or nyeste_aar(register, dato)
    post = register.styringsbrev.get(aar or 0)
    if post is None or aar is None:
        kjente = (
            f" Det finnes for {opplisting(map(str, register.styringsbrev))}."
            if register.styringsbrev
            else ""
        )
        raise StyringFeil(
            f"det er ikke lagt inn noe styringsbrev{f' for {aar}' if aar else ''}.{kjente} Legg det"
            f" i data/styringsbrev/{aar or '<år>'}.yaml."
        )
    brev = post.verdi
    kommune = register.kommune.verdi if register.kommune else None
    return Brevsvar(
        kommune=register.navn,
        leser=register.leser,
        aar=aar,
        tittel=brev.tittel or f"Styringsbrev {aar}",
        datert=brev.dato,
        hentet_fra=brev.hentet_fra,
        visjon=kommune.visjon if kommune else None,
        verdier=kommune.verdier if kommune else (),
        forord=brev.forord,
        forord_av=brev.forord_av,
        helhetlig_styring=brev.helhetlig_styring,
        formaal=brev.formaal,
        oppfolging=brev.oppfolging,
        temaer=tuple(_temaer(register, aar, brev.temaer)),
        omraader=tuple(_omraader(register)),
        oppdrag=tuple(_oppdrag(register, aar, brev.rekkefolge)),
        etter_brevet=tuple(_etter_brevet(register, aar, brev)),
        hjul=_hjulet(register, aar),
        perioder=(
            tuple(type_.navn for type_ in register.rutine.perioder.values())
            if register.rutine
            else ()
        ),
        utelatt=register.utelatt,
    )


def _omraader(register: Register) -> Iterable[Brevomraade]:
    for post in register.omraader:
        rader = [rad for hovedmaal in post.verdi.hovedmaal for rad in _rader(register, hovedmaal)]
        yield Brevomraade(post.verdi.navn, tuple(rader), tuple(_fn(post.verdi)))


def _fn(omraade: Satsingsomraade) -> Iterable[str]:
    """The UN's goals that the delmål of a satsingsområde follow up, by number and name."""
    alle = {
        maalnummeret(maal)
        for hovedmaal in omraade.hovedmaal
        for delmaal in hovedmaal.delmaal
        for maal in delmaal.baerekraftsmaal
    }
    return map(med_navn, sorted(alle))


def _temaer(register: Register, aar: int, temaer: tuple[Tema, ...]) -> Iterable[Brevtema]:
    """The letter's themes in its order, each with its file where there is one."""
    filer = {
        lik(post.verdi.tittel): post.verdi
        for id_, post in temaene(register).items()
        if id_[:4] == str(aar)
    }
    for tema in temaer:
        fil = filer.get(lik(tema.tittel))
        yield Brevtema(
            tema.tittel,
            tema.kapittel or (fil.kapittel if fil else None),
            tema.tekst,
            fil.bakgrunn if fil else None,
            fil.sentralt if fil else None,
            fil.for_ledere if fil else None,
            tuple(" ".join(ett.tekst.split()) for ett in fil.forventninger) if fil else (),
        )


def _rader(register: Register, hovedmaal: Hovedmaal) -> Iterable[Brevdelmaal]:
    """A row for each delmål; one for a hovedmål that has none."""
    if not hovedmaal.delmaal:
        yield Brevdelmaal(hovedmaal.tittel, "", ())
    for ett in hovedmaal.delmaal:
        ansvar = tuple(map(register.enhetsnavn, ett.ansvar))
        yield Brevdelmaal(hovedmaal.tittel, ett.tittel, ansvar)


def _oppdrag(register: Register, aar: int, rekkefolge: tuple[str, ...]) -> Iterable[Brevoppdrag]:
    """The year's oppdrag in the letter's order: its units first, each one's own by id."""
    i_aar = [
        post.verdi
        for post in register.oppdrag.values()
        if post.id[:4] == str(aar) and post.verdi.gitt is None
    ]
    return _i_rekkefolge(register, i_aar, rekkefolge)


def _etter_brevet(register: Register, aar: int, brev: Styringsbrev) -> Iterable[Brevtillegg]:
    """The oppdrag given later in the year: by each tillegg, and then those that came with none."""
    senere = [
        post.verdi
        for post in register.oppdrag.values()
        if post.id[:4] == str(aar) and post.verdi.gitt is not None
    ]
    for tillegg in brev.tillegg:
        med = [oppdrag for oppdrag in senere if oppdrag.tillegg == tillegg.nr]
        yield Brevtillegg(
            tillegg.tittel, tillegg.dato, tuple(_i_rekkefolge(register, med, brev.rekkefolge))
        )
    if uten := [
        oppdrag
        for oppdrag in senere
        if oppdrag.tillegg not in {tillegg.nr for tillegg in brev.tillegg}
    ]:
        yield Brevtillegg("", None, tuple(_i_rekkefolge(register, uten, brev.rekkefolge)))


def _i_rekkefolge(
    register: Register, alle: Iterable[Oppdrag], rekkefolge: tuple[str, ...]
) -> Iterable[Brevoppdrag]:
    plass = {kode: nr for nr, kode in enumerate(rekkefolge)}
    for oppdrag in sorted(
        alle, key=lambda oppdrag: plass.get(opprinnelig_ansvarlig(oppdrag), len(plass))
    ):
        yield Brevoppdrag(
            tittel=oppdrag.tittel,
            delegert_til=register.enhetsnavn(opprinnelig_ansvarlig(oppdrag)),
            bidrar=tuple(map(register.enhetsnavn, oppdrag.delansvar)),
            frist=oppdrag.fristendringer[0].fra if oppdrag.fristendringer else oppdrag.frist,
            ferdig_nar=oppdrag.ferdig_nar,
            hentet_fra=oppdrag.hentet_fra,
            gitt=oppdrag.gitt,
            tekst=oppdrag.tekst,
            krav=oppdrag.krav,
        )
