"""What the data answer of the economy: one function for each way."""

from styring.fag.norsk import opplisting
from styring.fag.okonomi import Okonomimaaned
from styring.register.okonomien import (
    Omraadetall,
    er_levert,
    grensen,
    har_svar_paa_merforbruk,
    maa_haandteres,
    maanedene,
    meldedagen,
    omraadetallene,
    siste_maaned,
)
from styring.register.prognosene import ser_ikke_avviket, staar_stille
from styring.sporring.dialog.svarord import Spurt, Svar, Svarord, av_alle


def _maaned(spurt: Spurt) -> Okonomimaaned | None:
    maaned = siste_maaned(spurt.register, spurt.dato)
    return maaned if maaned and maaned.aar == spurt.aar else None


_INGEN_MAANED = Svar(Svarord.IKKE_KJENT, "Ingen måned er lest inn i år.")
_INGEN_OMRAADER = Svar(Svarord.IKKE_KJENT, "Enheten har ingen budsjettområder.")


def _har_omraader(spurt: Spurt, maaned: Okonomimaaned) -> bool:
    return any(True for _ in omraadetallene(spurt.register, maaned, spurt.koder))


def inndekning(spurt: Spurt) -> Svar:
    """Whether those who ask for more money say where it comes from."""
    maaned = _maaned(spurt)
    if maaned is None:
        return _INGEN_MAANED
    if not _har_omraader(spurt, maaned):
        return _INGEN_OMRAADER
    forslag = [
        tall
        for tall in omraadetallene(spurt.register, maaned, spurt.koder)
        if tall.ord and tall.ord.budsjettendring and tall.ord.budsjettendring > 0
    ]
    uten = [tall.navn for tall in forslag if tall.ord and not tall.ord.inndekning]
    if not forslag:
        return Svar(Svarord.JA, f"Ingen har bedt om mer penger per {maaned.navn}.")
    rest = f" Ikke {opplisting(uten)}." if uten else ""
    gode = len(forslag) - len(uten)
    return av_alle(gode, len(forslag), f"{gode} av {len(forslag)} forslag har inndekning.{rest}")


def periodisering(spurt: Spurt) -> Svar:
    """Whether the ledger says how the budget is spread over the year."""
    maaned = _maaned(spurt)
    if maaned is None:
        return _INGEN_MAANED
    alle = list(omraadetallene(spurt.register, maaned, spurt.koder))
    if not alle:
        return _INGEN_OMRAADER
    uten = [tall.navn for tall in alle if tall.beregnet]
    rest = f" Hovedboken fordeler ikke {opplisting(uten)}." if uten else ""
    gode = len(alle) - len(uten)
    return av_alle(gode, len(alle), f"{gode} av {len(alle)} områder er periodisert.{rest}")


def maanedsrapport(spurt: Spurt) -> Svar:
    """Whether every month that is due has been delivered."""
    register, siste = spurt.register, _maaned(spurt)
    if siste and not _har_omraader(spurt, siste):
        return _INGEN_OMRAADER
    alle = [
        (maaned, enhet)
        for maaned in maanedene(register, spurt.aar)
        if maaned.meldes_innen <= spurt.dato
        for enhet in dict.fromkeys(
            tall.enhet for tall in omraadetallene(register, maaned, spurt.koder)
        )
    ]
    if not alle:
        return _INGEN_MAANED
    uten = [
        f"{enhet} for {maaned.navn}"
        for maaned, enhet in alle
        if not er_levert(register, maaned, enhet)
    ]
    rest = f" Ikke {opplisting(uten)}." if uten else ""
    gode = len(alle) - len(uten)
    return av_alle(gode, len(alle), f"{gode} av {len(alle)} månedsmeldinger er levert.{rest}")


def avvik_tiltak(spurt: Spurt) -> Svar:
    """Whether every large overspend has a measure, or a reason."""
    register, maaned = spurt.register, _maaned(spurt)
    if maaned is None:
        return _INGEN_MAANED
    if not _har_omraader(spurt, maaned):
        return _INGEN_OMRAADER
    if grensen(register) is None:
        return Svar(Svarord.IKKE_KJENT, "Kommunen har ikke sagt når et avvik er vesentlig.")
    alle = [
        tall
        for tall in omraadetallene(register, maaned, spurt.koder)
        if maa_haandteres(register, tall)
    ]
    uten = [
        tall.navn
        for tall in alle
        if not har_svar_paa_merforbruk(
            register, maaned, tall, meldedagen(register, maaned, tall.enhet)
        )
    ]
    if not alle:
        return Svar(Svarord.JA, f"Ingen vesentlige merforbruk ventes per {maaned.navn}.")
    rest = f" Ikke {opplisting(uten)}." if uten else ""
    gode = len(alle) - len(uten)
    return av_alle(
        gode, len(alle), f"{gode} av {len(alle)} vesentlige merforbruk har tiltak eller svar.{rest}"
    )


def prognose(spurt: Spurt) -> Svar:
    """Whether any prognosis goes against what the ledger says."""
    register, maaned, grense = spurt.register, _maaned(spurt), grensen(spurt.register)
    if maaned is None:
        return _INGEN_MAANED
    if grense is None:
        return Svar(Svarord.IKKE_KJENT, "Kommunen har ikke sagt når et avvik er vesentlig.")
    rekkene: dict[str, list[Omraadetall]] = {}
    for ett in maanedene(register, maaned.aar):
        if ett.id <= maaned.id:
            for tall in omraadetallene(register, ett, spurt.koder):
                rekkene.setdefault(tall.kode, []).append(tall)
    alle = len(rekkene)
    tvilsomme = [
        rekke[-1].navn
        for rekke in rekkene.values()
        if ser_ikke_avviket(rekke[-1], grense) or staar_stille(rekke, grense)
    ]
    if not alle:
        return _INGEN_OMRAADER
    if not tvilsomme:
        return Svar(Svarord.JA, f"Ingen prognose per {maaned.navn} går imot regnskapet.")
    return av_alle(
        alle - len(tvilsomme),
        alle,
        f"Prognosen for {opplisting(tvilsomme)} følger ikke regnskapet per {maaned.navn}.",
    )
