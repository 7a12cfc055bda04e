"""What one unit's form for one period holds: everything it must tell of, with last period's words.

YAML and Excel are made from the same.
"""

from datetime import date
from typing import NamedTuple

from styring.fag.periode import Periode
from styring.modell.oppdrag import Oppdrag
from styring.modell.rapport import Melding
from styring.register.maalvurderingene import vurderes
from styring.register.meldingene import Sak, forrige_melding, punktet, saker_i, svares_i
from styring.register.register import Meldt, Register


class Skjemarad(NamedTuple):
    """One thing to tell of: what was told last, and what stands in the form now (None: not in the
    form yet).
    """

    sak: Sak
    forrige: Meldt | None
    melding: Melding | None
    svares_i: str | None
    lopende: bool
    oppdrag: Oppdrag | None = None


class Skjema(NamedTuple):
    """One unit's form. ``frist`` is the day it is to be delivered, None where that is not set.
    ``maal`` are the goals the unit may say a word of, with code and title.
    """

    periode: Periode
    enhet: str
    navn: str
    leder: str | None
    frist: date | None
    maks: int
    levert: date | None
    finnes: bool
    samlet_vurdering: str | None
    rader: tuple[Skjemarad, ...]
    maal: tuple[tuple[str, str], ...] = ()


_REKKEFOLGE = {"oppdrag": 0, "bidrag": 1, "vedtak": 2}


def skjemaer_i(register: Register, periode: Periode) -> list[Skjema]:
    """The form of every unit that owns or contributes to something in a period, in the units' own
    order.
    """
    saker: dict[str, list[Sak]] = {}
    for sak in saker_i(register, periode):
        saker.setdefault(sak.enhet, []).append(sak)
    rekkefolge = [kode for kode in register.enheter if kode in saker]
    return [_skjema(register, periode, enhet, saker[enhet]) for enhet in rekkefolge]


def _skjema(register: Register, periode: Periode, enhet: str, saker: list[Sak]) -> Skjema:
    post = register.rapporter.get(f"{periode.id}/{enhet}")
    frister = (register.rutine.frister or {}).get(periode.id) if register.rutine else None
    ordnet = sorted(saker, key=lambda sak: _REKKEFOLGE[sak.slag])
    return Skjema(
        periode=periode,
        enhet=enhet,
        navn=register.enhetsnavn(enhet),
        leder=register.enheter[enhet].leder,
        frist=frister.levering if frister else None,
        maks=register.rutine.kommentar_maks if register.rutine else 600,
        levert=post.verdi.levert if post else None,
        finnes=post is not None,
        samlet_vurdering=post.verdi.samlet_vurdering if post else None,
        rader=tuple(_rad(register, periode, sak) for sak in ordnet),
        maal=tuple(
            (ett.kode, ett.tittel)
            for ett in vurderes(register, periode)
            if register.med_underliggende(enhet).intersection(ett.ansvar)
        ),
    )


def _rad(register: Register, periode: Periode, sak: Sak) -> Skjemarad:
    post = register.rapporter.get(f"{periode.id}/{sak.enhet}")
    meldinger = (getattr(post.verdi, sak.slag) or {}) if post else {}
    funnet = punktet(register, sak.id)
    oppdrag = register.oppdrag.get(sak.id)
    return Skjemarad(
        sak=sak,
        forrige=forrige_melding(
            register, sak.id, periode.id, sak.slag, sak.enhet if sak.slag == "bidrag" else None
        ),
        melding=meldinger.get(sak.id),
        svares_i=svares_i(*funnet) if funnet else None,
        lopende=bool(oppdrag and oppdrag.verdi.art == "lopende"),
        oppdrag=oppdrag.verdi if oppdrag else None,
    )
