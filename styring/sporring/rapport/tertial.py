"""The report of one period: status for oppdrag and politiske vedtak, as it is sent to the
kommunestyre.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from styring.fag.bevegelse import Bevegelse
from styring.fag.kapitler import TERTIAL, kapitlene
from styring.fag.periode import Periode, perioder_i
from styring.fag.tilstand import LUKKEDE, Tilstand, tell
from styring.modell.beredskapskapittel import Beredskapskapittel
from styring.modell.form import Leser
from styring.modell.rapport import Godkjenning
from styring.register.meldingene import bidraget
from styring.register.perioden import forrige_rapport, slik_perioden_sier
from styring.register.register import Register
from styring.sporring.beredskap.kapittel import beredskapskapittelet
from styring.sporring.felles.utvalg import krev_aaret, omfanget, perioden_eller_ingen
from styring.sporring.oppdrag.status import tidligere_aar
from styring.sporring.oppdrag.stilling import (
    Stilling,
    oppdrag_som_staar,
    vedtak_som_staar,
    verst_forst,
)
from styring.sporring.rapport.nye_maaltall import nye_maaltall
from styring.sporring.rapport.okonomidel import okonomidel
from styring.sporring.rapport.rapportdag import (
    godkjenningen,
    ikke_godkjent,
    kjent_per,
    rettelsene,
    siste_levert,
    vurderingen,
)
from styring.sporring.rapport.saker import rapportsak
from styring.sporring.rapport.tellinger import FOR_OPPDRAG, FOR_VEDTAK, hovedtall
from styring.sporring.rapport.tertialmangler import Fortalt, fordelt_paa_enheter, mangler
from styring.sporring.rapport.tertialvar import (
    Behandlet,
    Bidragssak,
    Enhetsdel,
    Flytting,
    Siden,
    Tertialsvar,
    Utsnitt,
)
from styring.sporring.rapport.vedtaksdel import er_med, vedtaksdel
from styring.sporring.tid.to_bilder import Bilde, Sammenlikning, endringer, sammenlikn

FLEST_VIKTIGE = 7


def tertial(
    register: Register,
    periode: Periode,
    dag: date,
    sektor: str | None = None,
    utsnitt: Utsnitt = "alt",
) -> Tertialsvar:
    """Answer for the whole municipality, or for one unit and what lies below it.

    Raises StyringFeil where the public may not see the period.

    What was approved is told of as it was that day, whichever is asked of; only what came of it
    afterwards is told as of ``dag``.
    """
    # as it was called when it was approved
    periode = perioden_eller_ingen(register, periode.id) or periode
    krev_aaret(register, periode.aar)
    omfang = omfanget(register, sektor)
    godkjent = godkjenningen(register, periode.id, dag)
    dato = godkjent.dato if godkjent and register.er_grunnlaget else dag
    if register.leser is Leser.OFFENTLIG and godkjent is None:
        raise ikke_godkjent(register, periode)
    forrige = perioden_eller_ingen(register, forrige_rapport(register, periode) or "")
    sammenlikning = _sammenlikning(register, periode, forrige, dato)
    sist = sammenlikning.siden or periode.slutt
    oppdrag = list(oppdrag_som_staar(sammenlikning.naa.register, dato, periode.aar, omfang.koder))
    vedtak = list(vedtak_som_staar(sammenlikning.naa.register, dato, omfang.koder))
    fortalt = Fortalt(
        register,
        periode,
        dato,
        {sak.id: rapportsak(sammenlikning, sak) for sak in (*oppdrag, *vedtak)},
    )
    med = [sak for sak in vedtak if er_med(register, sak, sist, dato)]
    utenfor = (sak for sak in (*oppdrag, *med) if fortalt.per_id[sak.id].utenfor)
    viktige = sorted(utenfor, key=verst_forst)
    return Tertialsvar(
        kommune=omfang.kommune,
        enhet=omfang.enhet,
        navn=omfang.navn,
        periode=periode,
        dato=dato,
        leser=register.leser,
        utsnitt=utsnitt,
        godkjent=godkjent,
        behandlet=tuple(_behandlet(register, periode, dag, godkjent)),
        rettelser=rettelsene(register, periode),
        uten_grunnlag=godkjent is not None and not register.er_grunnlaget,
        vurdering=vurderingen(register, periode, dato),
        hovedtall=hovedtall(register, oppdrag, FOR_OPPDRAG),
        vedtakstall=hovedtall(register, med, FOR_VEDTAK),
        viktigst=fortalt.ord(viktige[:FLEST_VIKTIGE]),
        flere_viktige=len(viktige[FLEST_VIKTIGE:]),
        siden=_siden(sammenlikning, forrige, [*oppdrag, *med], fortalt),
        ikke_vist=_ikke_vist(register, periode, forrige),
        bidrar=tuple(_bidrar(sammenlikning.naa, omfang.koder)) if omfang.koder else (),
        enheter=tuple(_enhetene(fortalt, oppdrag, omfang.koder)),
        vedtak=vedtaksdel(register, vedtak, {sak.id for sak in med}, fortalt.per_id),
        maaltall=nye_maaltall(register, periode, sist, dato, omfang.koder),
        okonomi=okonomidel(register, periode, omfang.koder),
        beredskap=None if omfang.koder else _beredskapen(register, periode, dato),
        kapitler=_kapitlene(register),
        mangler=tuple(mangler(fortalt, sammenlikning.naa, [*oppdrag, *med], omfang.koder)),
        tidligere=tidligere_aar(register, omfang.koder, periode.aar, dato),
        siste_levert=siste_levert(register, periode, dato),
        utelatt=register.utelatt,
    )


def _kapitlene(register: Register) -> tuple[str, ...]:
    """The chapters, as the routine has them."""
    return kapitlene(register.rutine.kapitler if register.rutine else (), TERTIAL)


def _beredskapen(register: Register, periode: Periode, dato: date) -> Beredskapskapittel | None:
    """The chapter about preparedness, where the routine has it."""
    if "beredskap" not in _kapitlene(register):
        return None
    return beredskapskapittelet(register, periode, dato)


def _behandlet(
    register: Register, periode: Periode, dato: date, godkjent: Godkjenning | None
) -> Iterator[Behandlet]:
    samlet = register.samlerapporter.get(periode.id)
    utgaver = [
        *([godkjent.dato] if godkjent else []),
        *(ett.dato for ett in rettelsene(register, periode)),
    ]
    for sak in samlet.verdi.behandlet if samlet else ():
        if sak.dato <= dato:
            yield Behandlet(
                register.enhetsnavn(sak.organ),
                sak.sak,
                sak.dato,
                tidligere_utgave=sak.dato < max(utgaver, default=sak.dato),
            )


def _sammenlikning(
    register: Register, periode: Periode, forrige: Periode | None, dato: date
) -> Sammenlikning:
    naa = Bilde(slik_perioden_sier(register, periode), dato, periode.aar)
    if forrige is None:
        return sammenlikn(naa, None, siden=date(periode.aar - 1, 12, 31))
    return sammenlikn(
        naa,
        Bilde(
            slik_perioden_sier(register, forrige), kjent_per(register, forrige, dato), forrige.aar
        ),
    )


def _ikke_vist(register: Register, periode: Periode, forrige: Periode | None) -> tuple[str, ...]:
    """The periods since the last report, or in the same year, that were delivered but that this
    reader may not see.
    """
    fra = min(periode.aar, forrige.aar if forrige else periode.aar)
    alle = [
        ett
        for aar in range(fra, periode.aar + 1)
        for ett in perioder_i(register.rutine, aar)
        if ett.slutt < periode.slutt
    ]
    return tuple(ett.navn for ett in alle if ett.id in register.ikke_vist)


def _siden(
    sammenlikning: Sammenlikning,
    forrige: Periode | None,
    saker: Iterable[Stilling],
    fortalt: Fortalt,
) -> Siden:
    svar = endringer(sammenlikning, saker)
    gikk = {
        ord_: fortalt.ord(endret.sak for endret in svar.saker if endret.bevegelse is ord_)
        for ord_ in Bevegelse
    }
    navn = fortalt.register.enhetsnavn
    flyttet = (
        Flytting(
            ny.tittel,
            navn(ny.ansvarlig),
            ny.fra,
            ny.til,
            ny.dager,
            ny.begrunnelse,
            navn(ny.godkjent_av) if ny.godkjent_av else None,
        )
        for ny in svar.nye_frister
    )
    return Siden(forrige.navn if forrige else None, gikk, tuple(flyttet))


def _enhetene(
    fortalt: Fortalt, oppdrag: Iterable[Stilling], koder: frozenset[str] | None
) -> Iterator[Enhetsdel]:
    """Every unit that has oppdrag, and every unit that delivered a form: its words are heard though
    it has none.
    """
    per_enhet = fordelt_paa_enheter(fortalt.register, oppdrag)
    kjente = [kode for kode in fortalt.register.enheter if koder is None or kode in koder]
    for kode in dict.fromkeys((*kjente, *per_enhet)):
        if kode in per_enhet or fortalt.levert(kode):
            yield _enhetsdel(fortalt, kode, sorted(per_enhet.get(kode, []), key=lambda sak: sak.id))


def _enhetsdel(fortalt: Fortalt, kode: str, egne: list[Stilling]) -> Enhetsdel:
    post = fortalt.register.rapporter.get(f"{fortalt.periode.id}/{kode}")
    levert = fortalt.levert(kode)
    rolige = [sak for sak in egne if not fortalt.per_id[sak.id].utenfor]
    i_rute = [sak for sak in rolige if sak.tilstand is Tilstand.I_RUTE]
    stille = [sak for sak in rolige if sak.tilstand is Tilstand.IKKE_RAPPORTERT]
    ellers = {sak.id for sak in egne} - {sak.id for sak in (*i_rute, *stille)}
    omtales = sorted(
        (sak for sak in egne if sak.id in ellers),
        key=lambda sak: (sak.tilstand in LUKKEDE, verst_forst(sak)),
    )
    return Enhetsdel(
        navn=fortalt.register.enhetsnavn(kode),
        ord=post.verdi.samlet_vurdering if post and levert else None,
        levert=levert,
        telling=tell(sak.tilstand for sak in egne),
        oppdrag=fortalt.ord(egne),
        omtales=fortalt.ord(omtales),
        i_rute=fortalt.ord(i_rute),
        ikke_rapportert=fortalt.ord(stille),
    )


def _bidrar(naa: Bilde, koder: frozenset[str]) -> Iterator[Bidragssak]:
    """What a unit has told of the oppdrag of others that it contributes to, the worst first."""
    andre = [
        sak
        for sak in oppdrag_som_staar(naa.register, naa.dato, naa.aar, None)
        if sak.ansvarlig not in koder and sak.tilstand not in LUKKEDE
    ]
    egne = [
        (sak, kode)
        for sak in andre
        for kode in dict.fromkeys(naa.register.oppdrag[sak.id].verdi.delansvar)
        if kode in koder
    ]
    funnet = [
        Bidragssak(
            sak.tittel,
            naa.register.enhetsnavn(sak.ansvarlig),
            *bidraget(naa.register, sak.id, kode, naa.dato),
        )
        for sak, kode in egne
    ]
    yield from sorted(
        funnet,
        key=lambda ett: (
            ett.tilstand is not Tilstand.IKKE_I_RUTE,
            ett.tilstand is not Tilstand.USIKKERT,
        ),
    )
