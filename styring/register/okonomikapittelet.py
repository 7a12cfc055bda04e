"""The chapter about the economy: what the report shows, of the last month that the period has."""

from decimal import Decimal
from typing import TYPE_CHECKING

from styring.fag.okonomi import AARET, Okonomimaaned
from styring.fag.periode import Periode, perioder_i
from styring.modell.okonomikapittel import (
    Kapittelfond,
    Kapittelinvestering,
    Kapittelomraade,
    Okonomikapittel,
)
from styring.register.okonomidelene import fondene, investeringene, netto_driftsresultat
from styring.register.okonomien import er_levert, maanedene, omraadetallene, regnskapet

if TYPE_CHECKING:
    from styring.register.register import Register


def kapittelet(register: "Register", periode: Periode) -> Okonomikapittel | None:
    """What an approved report keeps, else what the months say now; None where they say nothing."""
    lagret = register.okonomikapitler.get(periode.id)
    return lagret.verdi if lagret else lag_kapittel(register, periode)


def lag_kapittel(register: "Register", periode: Periode) -> Okonomikapittel | None:
    """The chapter of the last month of a period; None where no month of the year is read. What a
    unit has not delivered is not said.
    """
    maaned = _siste(register, periode)
    if maaned is None:
        return None
    forrige = _forrige(register, periode)
    omraader = {
        tall.kode: Kapittelomraade(
            navn=tall.navn,
            enhet=tall.enhet,
            type=tall.type,  # type: ignore[arg-type]  # one of the three words, as the budget has it
            budsjett=tall.revidert,
            regnskap=tall.regnskap,
            avvik=tall.avvik if sagt else None,
            etter_tiltak=tall.etter_tiltak if sagt else None,
            forrige_avvik=forrige.get(tall.kode),
            kommentar=tall.ord.kommentar if sagt and tall.ord and tall.avvik else None,
        )
        for tall in omraadetallene(register, maaned)
        for sagt in [maaned.er_aaret or er_levert(register, maaned, tall.enhet)]
    }
    if not omraader:
        return None
    fond = {
        ett.kode: Kapittelfond(navn=ett.navn, ib=ett.ib, endring=ett.endring, prosent=ett.prosent)
        for ett in fondene(register, maaned)
    }
    investeringer = {
        ett.kode: Kapittelinvestering(
            navn=ett.navn,
            totalramme=ett.totalramme,
            brukt_tidligere=ett.brukt_tidligere,
            aarsbudsjett=ett.aarsbudsjett,
            regnskap=ett.hittil,
            aarsprognose=ett.aarsprognose,
            totalprognose=ett.totalprognose,
            ferdig=ett.ferdig,
            kommentar=ett.kommentar or None,
        )
        for ett in investeringene(register, maaned)
    }
    return Okonomikapittel(
        maaned=maaned.id,
        omraader=omraader,
        fond=fond or None,
        investeringer=investeringer or None,
        netto_driftsresultat=netto_driftsresultat(register, maaned),
    )


def _siste(register: "Register", periode: Periode) -> Okonomimaaned | None:
    aaret = Okonomimaaned(f"{periode.aar}-{AARET}")
    if periode.er_arsslutt and regnskapet(register, aaret):
        return aaret
    foer = [p.slutt for p in perioder_i(register.rutine, periode.aar) if p.slutt < periode.slutt]
    egne = [
        maaned
        for maaned in maanedene(register, periode.aar)
        if maaned.slutt <= periode.slutt and (not foer or maaned.slutt > foer[-1])
    ]
    return egne[-1] if egne else None


def _forrige(register: "Register", periode: Periode) -> dict[str, Decimal]:
    """What was expected in the report before, in the same year."""
    foer = [p for p in perioder_i(register.rutine, periode.aar) if p.slutt < periode.slutt]
    if not foer:
        return {}
    lagret = kapittelet(register, foer[-1])
    omraader = lagret.omraader if lagret else {}
    return {kode: ett.avvik for kode, ett in omraader.items() if ett.avvik is not None}
