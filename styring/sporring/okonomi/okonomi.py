"""How the economy stands: used, left, expected at the end of the year, area by area."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from styring.fag.belop import NULL, kroner
from styring.fag.norsk import med_punktum
from styring.fag.okonomi import Okonomimaaned, andel, avviksord
from styring.feil import StyringFeil
from styring.register.okonomien import (
    Omraadetall,
    budsjettet,
    maa_haandteres,
    maanedene,
    omraadetallene,
    siste_maaned,
    sum_av,
    teller_i_summen,
    tiltakene,
    vurderingen_av,
)
from styring.register.register import Register
from styring.sporring.felles.utvalg import omfanget
from styring.sporring.okonomi.fravaer import Fravaersrad, fravaer_i

if TYPE_CHECKING:
    from styring.modell.okonomi import Omraadeord

_PROGNOSER, _AARET = 3, 12
"""Months that are shown: of many areas the last, of one all of them."""


class Prognosepunkt(NamedTuple):
    """One month's prognosis: the expected avvik, before and after what is only proposed."""

    maaned: str
    avvik: Decimal | None
    etter_tiltak: Decimal | None


class Okonomirad(NamedTuple):
    """One area, one unit or the whole. ``brukt`` and ``aarets_del`` are in percent."""

    kode: str
    navn: str
    enhet: str
    type: str
    revidert: Decimal
    regnskap: Decimal | None
    avvik_hittil: Decimal | None
    gjenstaar: Decimal | None
    brukt: int | None
    aarets_del: int
    prognose: Decimal | None
    avvik: Decimal | None
    etter_tiltak: Decimal | None
    ordet: str
    prognoser: tuple[Prognosepunkt, ...]
    haandteres: bool
    kommentar: str
    aarsak: str
    forklaring: str
    beregnet: bool


class Tiltakrad(NamedTuple):
    """One measure, as it is on the day of the month's report."""

    id: str
    omraade: str
    tekst: str
    iverksatt: bool
    ansvarlig: str
    frist: date | None
    effekt: Decimal | None


@dataclass(frozen=True, slots=True)
class Okonomisvar:
    """The answer: every area, worst first; each unit, and the whole without selvkost.

    ``mangler`` are the units that have not said anything of the month. ``maaned`` is None where no
    month has been read from the ledger.
    """

    kommune: str
    navn: str
    enhet: str | None
    maaned: str | None
    maanedsnavn: str
    rader: tuple[Okonomirad, ...]
    enheter: tuple[Okonomirad, ...]
    sum: Okonomirad | None
    selvkost: tuple[Okonomirad, ...]
    tiltak: tuple[Tiltakrad, ...]
    mangler: tuple[str, ...]
    samlet_vurdering: str
    fravaer: Fravaersrad | None
    utelatt: int


def okonomi(
    register: Register,
    dato: date,
    sektor: str | None = None,
    maaned: Okonomimaaned | None = None,
    omraade: str | None = None,
) -> Okonomisvar:
    """Answer for a month (the last that has been read on the day), of one unit and what lies below
    it, or of one area. Raises StyringFeil for a unit, a month or an area that is not known.
    """
    omfang = omfanget(register, sektor)
    valgt = maaned or siste_maaned(register, dato)
    if valgt is None:
        return _tomt(register, omfang.kommune, omfang.navn, omfang.enhet)
    if maaned and budsjettet(register, maaned.aar) is None:
        raise StyringFeil(
            f"{maaned.aar} har ikke noe budsjett. Legg det inn med «styring importer budsjett»."
        )
    alle = list(omraadetallene(register, valgt, omfang.koder))
    if omraade is not None:
        alle = [_finn(alle, omraade)]
    flest = _AARET if omraade else _PROGNOSER
    foer = [m for m in maanedene(register, valgt.aar) if m.id <= valgt.id][-flest:]
    historien = {m.id: {t.kode: t for t in omraadetallene(register, m, omfang.koder)} for m in foer}
    rader = [_raden(register, valgt, tall, historien) for tall in alle]
    teller = [tall for tall in alle if teller_i_summen(tall)]
    koder = {tall.kode for tall in teller}
    return Okonomisvar(
        kommune=omfang.kommune,
        navn=omfang.navn,
        enhet=omfang.enhet,
        maaned=valgt.id,
        maanedsnavn=valgt.navn,
        rader=tuple(sorted((r for r in rader if r.type != "selvkost"), key=_verst_foerst)),
        enheter=tuple(_enhetene(register, valgt, teller, historien)),
        sum=_sammen("", omfang.navn, valgt, teller, historien) if koder else None,
        selvkost=tuple(rad for rad in rader if rad.type == "selvkost"),
        tiltak=tuple(_tiltakene(register, valgt, {tall.kode for tall in alle})),
        mangler=tuple(dict.fromkeys(t.enhet for t in alle if t.prognose is None)),
        samlet_vurdering=vurderingen_av(register, valgt),
        fravaer=None if omraade else fravaer_i(register, valgt, omfang.koder),
        utelatt=register.utelatt,
    )


def _tomt(register: Register, kommune: str, navn: str, enhet: str | None) -> Okonomisvar:
    tomt: tuple[Okonomirad, ...] = ()
    return Okonomisvar(
        kommune, navn, enhet, None, "", tomt, tomt, None, tomt, (), (), "", None, register.utelatt
    )


def _finn(alle: list[Omraadetall], skrevet: str) -> Omraadetall:
    sokt = skrevet.casefold()
    funnet = [t for t in alle if sokt in (t.kode.casefold(), t.navn.casefold())]
    if not funnet:
        kjente = ", ".join(tall.kode for tall in alle)
        raise StyringFeil(f"«{skrevet}» er ikke et budsjettområde her. Områdene er {kjente}.")
    return funnet[0]


def _verst_foerst(rad: Okonomirad) -> tuple[bool, Decimal, str]:
    """What expects the largest overspend, then what has used too much; unknown last."""
    verste = rad.avvik if rad.avvik is not None else rad.avvik_hittil
    return (verste is None, verste or NULL, rad.kode)


_Historien = dict[str, dict[str, Omraadetall]]


def _raden(
    register: Register, maaned: Okonomimaaned, tall: Omraadetall, historien: _Historien
) -> Okonomirad:
    rad = _sammen(tall.kode, tall.navn, maaned, [tall], historien)
    ord_ = tall.ord
    return rad._replace(
        enhet=tall.enhet,
        type=tall.type,
        haandteres=maa_haandteres(register, tall),
        kommentar=(ord_.kommentar or "") if ord_ else "",
        aarsak=(ord_.aarsak or "") if ord_ else "",
        forklaring=_forklaringen(ord_) if ord_ else "",
        beregnet=tall.beregnet,
    )


def _forklaringen(ord_: "Omraadeord") -> str:
    """All that a leader says of an area, as sentences: why, and what is asked for instead of a
    measure.
    """
    deler = [med_punktum(ord_.kommentar or "")]
    if ord_.aarsak:
        deler.append(f"Årsak: {ord_.aarsak}.")
    if ord_.budsjettendring:
        deler.append(f"Foreslår å endre rammen med {kroner(ord_.budsjettendring)} kr.")
    if ord_.inndekning:
        deler.append(f"Inndekning: {med_punktum(ord_.inndekning)}")
    if ord_.uten_tiltak:
        deler.append(f"Uten tiltak: {med_punktum(ord_.uten_tiltak)}")
    return " ".join(filter(None, deler))


def _enhetene(
    register: Register, maaned: Okonomimaaned, alle: list[Omraadetall], historien: _Historien
) -> Iterable[Okonomirad]:
    for enhet in register.enheter:
        egne = [tall for tall in alle if tall.enhet == enhet]
        if egne:
            navn = register.enhetsnavn(enhet)
            yield _sammen(enhet, navn, maaned, egne, historien)._replace(enhet=enhet)


def _sammen(
    kode: str, navn: str, maaned: Okonomimaaned, alle: list[Omraadetall], historien: _Historien
) -> Okonomirad:
    """Several areas as one: each sum is of what is known, and a prognosis only where every area has
    one. With tax and grants among them, the share that is used says nothing.
    """
    budsjett = sum((tall.revidert for tall in alle), NULL)
    regnskap = sum_av(tall.regnskap for tall in alle)
    har_alle = all(tall.avvik is not None for tall in alle)
    avvik = sum_av(tall.avvik for tall in alle) if har_alle else None
    etter = sum_av(tall.etter_tiltak for tall in alle) if har_alle else None
    koder = [tall.kode for tall in alle]
    felles = len(alle) > 1 and any(tall.type == "felles" for tall in alle)
    return Okonomirad(
        kode=kode,
        navn=navn,
        enhet="",
        type="",
        revidert=budsjett,
        regnskap=regnskap,
        avvik_hittil=sum_av(tall.avvik_hittil for tall in alle),
        gjenstaar=None if regnskap is None else budsjett - regnskap,
        brukt=None if regnskap is None or felles else andel(regnskap, budsjett),
        aarets_del=andel(Decimal(maaned.nr), Decimal(12)) or 0,
        prognose=None if avvik is None else budsjett - avvik,
        avvik=avvik,
        etter_tiltak=etter,
        ordet=""
        if avvik is None
        else avviksord(avvik, budsjett if len(alle) == 1 else abs(budsjett)),
        prognoser=tuple(
            _punktet(id_, [tallene[k] for k in koder if k in tallene])
            for id_, tallene in historien.items()
        ),
        haandteres=False,
        kommentar="",
        aarsak="",
        forklaring="",
        beregnet=any(tall.beregnet for tall in alle),
    )


def _punktet(maaned: str, alle: list[Omraadetall]) -> Prognosepunkt:
    if not alle or any(tall.avvik is None for tall in alle):
        return Prognosepunkt(maaned, None, None)
    return Prognosepunkt(
        maaned, sum_av(t.avvik for t in alle), sum_av(t.etter_tiltak for t in alle)
    )


def _tiltakene(register: Register, maaned: Okonomimaaned, koder: set[str]) -> Iterable[Tiltakrad]:
    for id_, ett in tiltakene(register, maaned.aar).items():
        if ett.omraade in koder and ett.foreslatt <= maaned.meldes_innen:
            yield Tiltakrad(
                id_,
                ett.omraade,
                ett.tekst,
                ett.iverksatt is not None and ett.iverksatt <= maaned.meldes_innen,
                ett.ansvarlig or "",
                ett.frist,
                ett.effekt,
            )
