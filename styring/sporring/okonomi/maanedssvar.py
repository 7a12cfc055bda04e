"""What a month's workbook would change: the words of the unit, and the measures of the year."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from styring.fag.maanedsbok import (
    BALANSE,
    INVESTERINGSARK,
    MAANEDSARK,
    TILTAKSARK,
    LestMaanedsbok,
    Maanedssvar,
)
from styring.sporring.okonomi.aarstiltak import Aarstiltak
from styring.sporring.okonomi.celleendringer import nye_felter, staar_her, uenige
from styring.sporring.okonomi.maanedsskjema import (
    Maanedsrad,
    Maanedsskjema,
    omraadesvar,
    prosjektsvar,
    urimelig,
)
from styring.sporring.okonomi.tiltaksrader import ta_tiltaket


class Maanedsbidrag(NamedTuple):
    """The fields that change: of each area and each project, and what each measure has given so
    far; why some rows are not taken, and what stands here where the workbook is empty.
    """

    omraader: Mapping[str, Mapping[str, object]]
    investeringer: Mapping[str, Mapping[str, object]]
    oppnadd: Mapping[str, Decimal | None]
    feil: tuple[str, ...]
    staar_her: tuple[str, ...]


def maanedsbidrag(
    skjema: Maanedsskjema, bok: LestMaanedsbok, dag: date, aarets: Aarstiltak
) -> Maanedsbidrag:
    """Hold a workbook against what is there. ``dag`` is the day that its new measures are of;
    ``aarets`` takes what it says of the measures.
    """
    rader = {rad.tall.kode: rad for rad in skjema.rader}
    omraader = _Radene(MAANEDSARK, {kode: omraadesvar(rad) for kode, rad in rader.items()})
    for svar in bok.svar:
        omraader.ta(svar, _urimelig(rader.get(svar.id), svar))
    prosjekter = _Radene(
        INVESTERINGSARK, {rad.tall.kode: prosjektsvar(rad) for rad in skjema.investeringer}
    )
    for svar in bok.investeringer:
        prosjekter.ta(svar, ())
    oppnadd: dict[str, Decimal | None] = {}
    grunnene = (
        (svar.rad, grunn)
        for svar in bok.tiltak
        if (grunn := ta_tiltaket(skjema, svar, dag, aarets, oppnadd))
    )
    tiltaksfeil = (f"«{TILTAKSARK}», rad {rad}: {grunn}" for rad, grunn in grunnene)
    return Maanedsbidrag(
        {kode: _ordfelter(felter) for kode, felter in omraader.nye.items()},
        prosjekter.nye,
        oppnadd,
        (*omraader.feil, *prosjekter.feil, *tiltaksfeil),
        (*omraader.staar, *prosjekter.staar),
    )


class _Radene:
    """The rows of one sheet, held against what is said already, by their id."""

    def __init__(self, ark: str, har: Mapping[str, Mapping[str, object]]) -> None:
        self._ark, self._har = ark, har
        self.nye: dict[str, dict[str, object]] = {}
        self.feil: list[str] = []
        self.staar: list[str] = []

    def ta(self, svar: Maanedssvar, urimelige: "Iterator[str] | tuple[()]") -> None:
        """Take one row, or say why not."""
        hvor = f"rad {svar.rad}" if self._ark == MAANEDSARK else f"«{self._ark}», rad {svar.rad}"
        har = self._har.get(svar.id)
        if har is None:
            self.feil.append(f"{hvor}: {svar.id} er ikke blant enhetens")
            return
        if grunner := [*urimelige, *uenige(svar, har)]:
            self.feil += [f"{hvor}: {grunn}" for grunn in grunner]
            return
        self.staar += [f"{hvor}: {ett}" for ett in staar_her(svar, har)]
        if nye := nye_felter(svar, har):
            self.nye[svar.id] = nye


def _urimelig(rad: Maanedsrad | None, svar: Maanedssvar) -> Iterator[str]:
    for celle in svar.felter.values() if rad else ():
        if rad and isinstance(celle.verdi, Decimal) and (grunn := urimelig(rad, celle.verdi)):
            yield grunn


def _ordfelter(felter: Mapping[str, object]) -> Mapping[str, object]:
    """The fields of an area's words; an avvik takes the place of any other prognosis."""
    if "avvik" not in felter:
        return felter
    i_balanse = felter["avvik"] == BALANSE
    return {
        **felter,
        "som_budsjett": i_balanse or None,
        "avvik": None if i_balanse else felter["avvik"],
        "prognose": None,
    }
