"""``styring tertial godkjenn``: the approval, and all that the report shows kept beside it."""

import sys
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, cast

import typer

from styring.cli.felles.skriv_endring import (
    Skrivevalg,
    gjennomfor,
    innholdet,
    last_alt,
    stoppes_av_feil,
)
from styring.cli.felles.valg import DatoValg, JaValg, PeriodeArgument, ProsjektValg, UtkastValg
from styring.cli.felles.verdier import dagen
from styring.cli.rapportering.leddene import i_samlerapporten
from styring.fag.kalender import kortdato
from styring.fag.norsk import antall, opplisting, stor
from styring.fag.periode import Periode
from styring.feil import StyringFeil
from styring.modell.grunnlag import Grunnlag
from styring.modell.rapport import Samlerapport
from styring.prosjekt.tre import Arbeidstre
from styring.redigering.gjengi import Verdi
from styring.redigering.poster import ny_fil, skrevet_om
from styring.redigering.skriving import Endring
from styring.register.avtrykk import avtrykk_av
from styring.register.enkelt import enkelt
from styring.register.grunnlaget import lag_grunnlag, med_grunnlag, med_kapittel
from styring.register.grunnlagsendringer import grunnlagsendringer
from styring.register.leser import er_ute, godkjent_som_det_staar
from styring.register.maalvurderingene import uten_vurdering
from styring.register.okonomikapittelet import kapittelet, lag_kapittel
from styring.register.register import Register
from styring.register.typer import filen
from styring.sporring.arshjul.rapporteringssteg import uten_kvalitetssikring
from styring.sporring.beredskap.kapittel import beredskapskapittelet, lag_beredskapskapittel
from styring.sporring.felles.utvalg import finn_periode

if TYPE_CHECKING:
    from styring.lesing.innlesing import Innlesing


def godkjenn(
    periode: PeriodeArgument,
    av: Annotated[
        str, typer.Option("--av", metavar="ROLLE", help="Rollen som godkjente.")
    ] = "kommunedirektør",
    rettelse: Annotated[
        str | None,
        typer.Option(
            "--rettelse", metavar="TEKST", help="Hva som er rettet etter at rapporten var sendt ut."
        ),
    ] = None,
    arkiv: Annotated[
        str | None,
        typer.Option(
            "--arkiv",
            metavar="NUMMER",
            help="Journalposten der den godkjente rapporten er arkivert.",
        ),
    ] = None,
    dato: DatoValg = None,
    ja: JaValg = False,
    utkast: UtkastValg = False,
    prosjekt: ProsjektValg = None,
) -> int:
    """Kommunedirektøren godkjenner perioden. Alle skjemaene må være kvalitetssikret.

    Det rapporten viser, blir lagret ved siden av skjemaene, så den blir den samme uansett hva som
    endres senere. Skal noe rettes etter at rapporten er sendt ut, godkjennes den på nytt med
    --rettelse, og rettelsen står på siste side.

    Eksempel: styring tertial godkjenn 2023-T1
    """
    valg = Skrivevalg(ja=ja, utkast=utkast)
    tre, innlesing = last_alt(prosjekt)
    register = innlesing.register
    valgt = finn_periode(register, periode)
    _krev_kvalitetssikring(innlesing, valgt.id)
    if stoppes_av_feil(tre, f"data/rapporter/{valgt.id}/"):
        return 1
    samlet = (
        register.samlerapporter[valgt.id].verdi
        if valgt.id in register.samlerapporter
        else Samlerapport()
    )
    if samlet.godkjent and arkiv and not rettelse and godkjent_som_det_staar(register, valgt.id):
        endring = i_samlerapporten(
            tre,
            innlesing,
            valgt.id,
            {"godkjent": {**cast("dict[str, Verdi]", enkelt(samlet.godkjent)), "arkiv": arkiv}},
        )
        return gjennomfor(tre, [endring], valg, f"{valgt.navn} er arkivert i {arkiv}")
    _krev_at_noe_er_nytt(register, valgt, samlet, rettelse)
    if not samlet.samlet_vurdering:
        fil = f"data/rapporter/{valgt.id}/kommunedirektor.yaml"
        sys.stderr.write(
            "styring: kommunedirektøren har ikke skrevet en samlet vurdering, og rapporten sier"
            f" det. Den skrives i {fil}.\n"
        )
    if uten := [ett.kode for ett in uten_vurdering(register, valgt)]:
        sys.stderr.write(
            f"styring: {antall(len(uten), 'mål')} er ikke vurdert, og rapporten sier det:"
            f" {opplisting(uten)}.\n"
        )
    dag = dagen(dato)
    # A correction is of what was approved: the report is told as of the same day, and the day of
    # the correction stands beside it.
    gjelder = samlet.godkjent.dato if rettelse and samlet.godkjent else dag
    nytt = lag_grunnlag(register, valgt, gjelder)
    kapitler = _kapitlene(register, valgt, gjelder)
    innhold = _avtrykket(register, valgt.id, nytt, kapitler)
    felter = {
        "godkjent": _med_arkiv({"dato": gjelder, "av": av, "innhold": innhold}, arkiv),
        **_rettelsene(samlet, rettelse, dag),
    }
    endringer = [
        i_samlerapporten(tre, innlesing, valgt.id, felter),
        _grunnlagsfilen(tre, innlesing, valgt.id, nytt),
        *_kapittelfilene(tre, innlesing, valgt.id, kapitler),
    ]
    return gjennomfor(tre, endringer, valg, f"{valgt.navn} er godkjent")


def _kapitlene(register: Register, periode: Periode, dag: date) -> dict[str, object | None]:
    """The chapters that are kept beside the forms, by the name of their record type; None where
    there is nothing to tell.
    """
    kapitler = register.rutine.kapitler if register.rutine else ()
    beredskap = None if kapitler and "beredskap" not in kapitler else dag
    return {
        "okonomikapittel": lag_kapittel(register, periode),
        "beredskapskapittel": beredskap
        and lag_beredskapskapittel(register, beredskap, periode.slutt),
    }


_KAPITTELORD = {"okonomikapittel": "økonomien", "beredskapskapittel": "beredskapen"}


def _avtrykket(
    register: Register, periode: str, grunnlag: Grunnlag, kapitler: Mapping[str, object | None]
) -> str:
    """The fingerprint of the period as it will be with what is kept beside the forms."""
    nytt = med_grunnlag(register, periode, grunnlag)
    for slag, kapittel in kapitler.items():
        nytt = med_kapittel(nytt, slag, periode, kapittel)
    return avtrykk_av(nytt, periode)


def _kapittelfilene(
    tre: Arbeidstre, innlesing: "Innlesing", periode: str, kapitler: Mapping[str, object | None]
) -> list[Endring]:
    """The chapters that the report shows, those that have anything to tell."""
    return [
        _kapittelfilen(tre, innlesing, slag, periode, kapittel)
        for slag, kapittel in kapitler.items()
        if kapittel is not None
    ]


def _kapittelfilen(
    tre: Arbeidstre, innlesing: "Innlesing", slag: str, periode: str, kapittel: object
) -> Endring:
    sti, hva = filen(slag, periode), _KAPITTELORD[slag]
    ny = ny_fil(
        cast("dict[str, Verdi]", enkelt(kapittel)),
        f"{stor(hva)} som rapporten for {periode} viste. Laget av «styring tertial godkjenn», og"
        " rettes aldri for hånd.",
    )
    foer = innholdet(tre, innlesing, sti) if sti in tre.filer() else None
    return Endring(sti, foer, skrevet_om(foer, ny), f"{hva} som rapporten viser")


def _med_arkiv(godkjent: dict[str, Verdi], arkiv: str | None) -> Verdi:
    return {**godkjent, "arkiv": arkiv} if arkiv else godkjent


def _rettelsene(samlet: Samlerapport, rettelse: str | None, dag: date) -> dict[str, Verdi]:
    """The corrections that the report is to tell of, where there is a new one."""
    tidligere = [cast("Verdi", enkelt(ett)) for ett in samlet.rettelser]
    return {"rettelser": [*tidligere, {"dato": dag, "tekst": rettelse}]} if rettelse else {}


def _krev_at_noe_er_nytt(
    register: Register, periode: Periode, samlet: Samlerapport, rettelse: str | None
) -> None:
    """Raise StyringFeil where there is nothing to approve, and where a correction must be told of,
    or is of nothing.
    """
    sist = samlet.godkjent
    if (
        sist
        and godkjent_som_det_staar(register, periode.id)
        and periode.id in register.grunnlag
        and not grunnlagsendringer(register, periode.id)
        and not _kapitlene_er_endret(register, periode, sist.dato)
    ):
        raise StyringFeil(
            f"{periode.navn} ble godkjent {kortdato(sist.dato)}, og ingenting er endret siden. Se"
            f" «styring tertial purring {periode.id}»."
        )
    if sist and er_ute(samlet) and not rettelse:
        raise StyringFeil(
            f"{periode.navn} er sendt ut. Si hva som er rettet: styring tertial godkjenn"
            f' {periode.id} --rettelse "…"'
        )
    if rettelse and not sist:
        raise StyringFeil(
            f"{periode.navn} er ikke godkjent før, så det er ingenting å rette. Godkjenn den uten"
            " --rettelse."
        )


def _kapitlene_er_endret(register: Register, periode: Periode, dag: date) -> bool:
    """Whether a chapter kept beside the forms would be another one now, told as of the same day."""
    lagret = {
        "okonomikapittel": kapittelet(register, periode),
        "beredskapskapittel": beredskapskapittelet(register, periode, dag),
    }
    return any(
        _felter(nytt) != _felter(lagret[slag])
        for slag, nytt in _kapitlene(register, periode, dag).items()
    )


def _felter(kapittel: object | None) -> object:
    return enkelt(kapittel) if kapittel else None


def _grunnlagsfilen(
    tre: Arbeidstre, innlesing: "Innlesing", periode: str, nytt: Grunnlag
) -> Endring:
    """What the report shows, as a file of its own, written anew each time."""
    fil = f"data/rapporter/{periode}/grunnlag.yaml"
    finnes_fra_foer = periode in innlesing.register.grunnlag or fil in innlesing.register.uleste
    topptekst = (
        f"Det rapporten for {periode} viste da den ble godkjent. Laget av «styring tertial"
        " godkjenn», og rettes aldri for hånd."
    )
    hva = (
        f"grunnlaget for rapporten, {antall(len(nytt.oppdrag or ()), 'oppdrag')} og"
        f" {antall(len(nytt.vedtak or ()), 'vedtak')}"
    )
    innhold = ny_fil(cast("dict[str, Verdi]", enkelt(nytt)), topptekst)
    foer = innholdet(tre, innlesing, fil) if finnes_fra_foer else None
    return Endring(fil, foer, skrevet_om(foer, innhold), hva)


def _krev_kvalitetssikring(innlesing: "Innlesing", periode: str) -> None:
    """Say plainly who is missing, before the rules do."""
    register = innlesing.register
    if not any(id_.startswith(f"{periode}/") for id_ in register.rapporter):
        raise StyringFeil(
            f"ingen har levert noe for {periode}, så det er ingenting å godkjenne. Lag skjemaene"
            f" med «styring tertial start {periode}»."
        )
    if mangler := uten_kvalitetssikring(register, finn_periode(register, periode)):
        raise StyringFeil(
            f"{periode} kan ikke godkjennes: skjemaet er ikke kvalitetssikret for"
            f" {opplisting(mangler)}. Se hva som mangler med «styring tertial purring {periode}»."
        )
