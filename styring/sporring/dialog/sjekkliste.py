"""What the letter expects of leaders, each with what the data answer, and the rest as questions for
the styringsdialog.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from styring.modell.form import Leser
from styring.register.plandekning import Plandekning, plandekning
from styring.register.register import Register
from styring.register.temaene import temaene
from styring.sporring.beredskap.beredskap import overste_enheter
from styring.sporring.dialog.avtaler import Avtalt, avtaler
from styring.sporring.dialog.svarmaater import svar_paa
from styring.sporring.dialog.svarord import Spurt, Svarord
from styring.sporring.felles.utvalg import nyeste_aar, omfanget


class Enhetsdom(NamedTuple):
    """What the data say of one unit."""

    enhet: str
    dom: Svarord
    sagt: str


class Sjekkpunkt(NamedTuple):
    """One expectation, with the answer of each unit that is asked of."""

    id: str
    tema: str
    tekst: str
    kapittel: str | None
    svar: tuple[Enhetsdom, ...]

    @property
    def er_apent(self) -> bool:
        """Whether any of the units should take it up in the styringsdialog."""
        return any(ett.dom.er_apen for ett in self.svar)


@dataclass(frozen=True, slots=True)
class Sjekklistesvar:
    """The answer: every expectation of the year's letter, in its order. ``avtalt`` is what was
    agreed in styringsdialoger and is not done, where one unit is asked of. ``planer`` is None where
    the reader may not see every plan.
    """

    kommune: str
    leser: Leser
    dato: date
    aar: int | None
    enhet: str | None
    navn: str
    punkter: tuple[Sjekkpunkt, ...]
    planer: Plandekning | None
    avtalt: tuple[Avtalt, ...]
    utelatt: int

    @property
    def telling(self) -> dict[Svarord, int]:
        """How many answers of each kind, in the order they are told."""
        alle = [ett.dom for punkt in self.punkter for ett in punkt.svar]
        return {dom: alle.count(dom) for dom in Svarord if dom in alle}

    @property
    def apne(self) -> tuple[Sjekkpunkt, ...]:
        """What should be taken up in the styringsdialog."""
        return tuple(punkt for punkt in self.punkter if punkt.er_apent)


def sjekkliste(
    register: Register, dato: date, sektor: str | None = None, aar: int | None = None
) -> Sjekklistesvar:
    """Answer for one unit and what lies below it, or for each unit at the top. The year is that of
    the newest oppdrag when none is named. Raises StyringFeil for a unit that is not known.
    """
    omfang = omfanget(register, sektor)
    valgt = aar or nyeste_aar(register, dato)
    enheter = (omfang.enhet,) if omfang.enhet else overste_enheter(register)
    return Sjekklistesvar(
        kommune=omfang.kommune,
        leser=register.leser,
        dato=dato,
        aar=valgt,
        enhet=omfang.enhet,
        navn=omfang.navn,
        punkter=tuple(_punktene(register, dato, valgt, enheter)) if valgt else (),
        planer=(
            plandekning(register, dato, valgt, omfang.koder)
            if valgt and "virksomhetsplan" not in register.skjulte_slag
            else None
        ),
        avtalt=tuple(
            ett
            for ett in (avtaler(register, dato) if omfang.koder else ())
            if not ett.ferdig
            and omfang.koder
            and omfang.koder.intersection((ett.enhet, ett.ansvarlig))
        ),
        utelatt=register.utelatt,
    )


def _punktene(
    register: Register, dato: date, aar: int, enheter: tuple[str, ...]
) -> Iterator[Sjekkpunkt]:
    spurte = [
        (enhet, Spurt(register, dato, aar, register.med_underliggende(enhet))) for enhet in enheter
    ]
    for id_, post in temaene(register).items():
        if id_[:4] != str(aar):
            continue
        for ett in post.verdi.forventninger:
            yield Sjekkpunkt(
                f"{id_}/{ett.nr}",
                post.verdi.tittel,
                " ".join(ett.tekst.split()),
                ett.kapittel or post.verdi.kapittel,
                tuple(Enhetsdom(enhet, *svar_paa(ett.svar, spurt)) for enhet, spurt in spurte),
            )
