"""How the economy stands: used, left, expected at the end of the year, area by area."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from styring.fag.belop import NULL, kroner
from styring.fag.norsk import med_punktum
from styring.fag.okonomi import Okonomimaaned, andel, avviksord, er_iverksatt
from styring.feil import StyringFeil
from styring.modell.form import Leser
from styring.register.okonomien import (
    Omraadetall,
    budsjettet,
    er_levert,
    maa_haandteres,
    maanedene,
    meldedagen,
    omraadetallene,
    siste_maaned,
    sum_hvis_alle,
    teller_i_summen,
    tiltakene,
    vurderingen_av,
)
from styring.register.register import Register
from styring.sporring.felles.utvalg import omfanget
from styring.sporring.okonomi.fravaer import fravaer_i
from styring.sporring.okonomi.okonomisvar import Okonomirad, Okonomisvar, Prognosepunkt, Tiltakrad

if TYPE_CHECKING:
    from styring.modell.okonomi import Omraadeord

_PROGNOSER, _AARET = 3, 12
"""Months that are shown: of many areas the last, of one all of them."""


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
    if valgt is None or register.leser is Leser.OFFENTLIG:
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
        er_aaret=valgt.er_aaret,
        lukket=False,
        rader=tuple(sorted((r for r in rader if r.type != "selvkost"), key=_verst_foerst)),
        enheter=tuple(_enhetene(register, valgt, teller, historien)),
        sum=_sammen("", omfang.navn, valgt, teller, historien) if koder else None,
        selvkost=tuple(rad for rad in rader if rad.type == "selvkost"),
        tiltak=tuple(_tiltakene(register, valgt, alle)),
        mangler=tuple(dict.fromkeys(t.enhet for t in alle if t.prognose is None)),
        utkast=tuple(dict.fromkeys(t.enhet for t in alle if _er_utkast(register, valgt, t))),
        uten_regnskap=tuple(t.navn for t in alle if t.regnskap is None),
        samlet_vurdering=vurderingen_av(register, valgt),
        fravaer=None if omraade else fravaer_i(register, valgt, omfang.koder),
        utelatt=register.utelatt,
    )


def _er_utkast(register: Register, maaned: Okonomimaaned, tall: Omraadetall) -> bool:
    """Whether what is expected of an area is said, and not delivered."""
    sagt = tall.ord is not None and tall.prognose is not None
    return sagt and not er_levert(register, maaned, tall.enhet)


def _tomt(register: Register, kommune: str, navn: str, enhet: str | None) -> Okonomisvar:
    return Okonomisvar(
        kommune=kommune,
        navn=navn,
        enhet=enhet,
        maaned=None,
        maanedsnavn="",
        er_aaret=False,
        lukket=register.leser is Leser.OFFENTLIG,
        rader=(),
        enheter=(),
        sum=None,
        selvkost=(),
        tiltak=(),
        mangler=(),
        utkast=(),
        uten_regnskap=(),
        samlet_vurdering="",
        fravaer=None,
        utelatt=register.utelatt,
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
    """Several areas as one: a sum only where every area has a figure. With tax and grants among
    them, the share that is used says nothing.
    """
    budsjett = sum((tall.revidert for tall in alle), NULL)
    regnskap = sum_hvis_alle(tall.regnskap for tall in alle)
    avvik = sum_hvis_alle(tall.avvik for tall in alle)
    etter = sum_hvis_alle(tall.etter_tiltak for tall in alle)
    koder = [tall.kode for tall in alle]
    felles = len(alle) > 1 and any(tall.type == "felles" for tall in alle)
    return Okonomirad(
        kode=kode,
        navn=navn,
        enhet="",
        type="",
        revidert=budsjett,
        regnskap=regnskap,
        avvik_hittil=sum_hvis_alle(tall.avvik_hittil for tall in alle),
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
    return Prognosepunkt(
        maaned, sum_hvis_alle(t.avvik for t in alle), sum_hvis_alle(t.etter_tiltak for t in alle)
    )


def _tiltakene(
    register: Register, maaned: Okonomimaaned, alle: list[Omraadetall]
) -> Iterable[Tiltakrad]:
    """The measures as they were when the units told of the month."""
    dagene = {tall.kode: meldedagen(register, maaned, tall.enhet) for tall in alle}
    for id_, ett in tiltakene(register, maaned.aar).items():
        dag = dagene.get(ett.omraade)
        if dag and ett.foreslatt <= dag:
            yield Tiltakrad(
                id_,
                ett.omraade,
                ett.tekst,
                er_iverksatt(ett, dag),
                ett.ansvarlig or "",
                ett.frist,
                ett.effekt,
            )
