"""The month's report to the kommunedirektør: one page of the whole, and one of each unit."""

from dataclasses import dataclass
from datetime import date

from styring.fag.okonomi import Okonomimaaned
from styring.feil import StyringFeil
from styring.modell.form import Leser
from styring.register.okonomidelene import (
    Fondstall,
    Investeringstall,
    fondene,
    investeringene,
    netto_driftsresultat,
)
from styring.register.okonomien import regnskapet, siste_maaned
from styring.register.register import Register
from styring.sporring.okonomi.okonomi import okonomi
from styring.sporring.okonomi.okonomisvar import Okonomisvar


@dataclass(frozen=True, slots=True)
class Manedsrapportsvar:
    """The answer: the whole, each unit that answers for an area, the funds and the projects."""

    kommune: str
    maaned: str
    maanedsnavn: str
    dato: date
    leser: Leser
    helt: Okonomisvar
    enheter: tuple[Okonomisvar, ...]
    fond: tuple[Fondstall, ...]
    investeringer: tuple[Investeringstall, ...]
    netto_driftsresultat: object
    utelatt: int


def manedsrapport(
    register: Register, dato: date, maaned: Okonomimaaned | None = None
) -> Manedsrapportsvar:
    """Answer for a month, or the last that has been read on the day. Raises StyringFeil where there
    is none. The months are internal: to the public the report says so, and nothing else.
    """
    if register.leser is Leser.OFFENTLIG:
        return _lukket(register, dato, maaned)
    valgt = maaned or siste_maaned(register, dato)
    if valgt is None or regnskapet(register, valgt) is None:
        hvilken = f"regnskapet for {valgt.navn}" if valgt else "ingen måned av regnskapet"
        raise StyringFeil(
            f"{hvilken} er {'ikke ' if valgt else ''}lest inn. Gjør det med «styring importer"
            " regnskap»."
        )
    helt = okonomi(register, dato, None, valgt)
    koder = dict.fromkeys(rad.enhet for rad in (*helt.rader, *helt.selvkost))
    kommunens = [kode for kode in register.enheter if kode in koder]
    enheter = (okonomi(register, dato, kode, valgt) for kode in kommunens)
    return Manedsrapportsvar(
        kommune=helt.kommune,
        maaned=valgt.id,
        maanedsnavn=valgt.navn,
        dato=dato,
        leser=register.leser,
        helt=helt,
        enheter=tuple(enheter),
        fond=tuple(fondene(register, valgt)),
        investeringer=tuple(investeringene(register, valgt)),
        netto_driftsresultat=netto_driftsresultat(register, valgt),
        utelatt=register.utelatt,
    )


def _lukket(register: Register, dato: date, maaned: Okonomimaaned | None) -> Manedsrapportsvar:
    helt = okonomi(register, dato)
    return Manedsrapportsvar(
        kommune=helt.kommune,
        maaned=maaned.id if maaned else "",
        maanedsnavn=maaned.navn if maaned else "en måned",
        dato=dato,
        leser=register.leser,
        helt=helt,
        enheter=(),
        fond=(),
        investeringer=(),
        netto_driftsresultat=None,
        utelatt=register.utelatt,
    )
