"""``styring oppdater``."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from styring.cli.felles.skriv_endring import Skrivevalg, gjennomfor, innholdet, last
from styring.cli.felles.valg import DatoValg, IdArgument, JaValg, ProsjektValg, UtkastValg
from styring.cli.felles.verdier import dagen, frist_dagen, velg_eller_ingen
from styring.cli.rapportering.linjemelding import meld_linjen
from styring.cli.rapportering.meldingssvar import (
    FRAMDRIFT,
    STATUSER,
    spor_om_melding,
    spor_om_resten,
    tidspunkt,
)
from styring.fag.melding import UTEN_FRAMDRIFT
from styring.fag.norsk import opplisting
from styring.feil import StyringFeil
from styring.modell.rapport import Melding
from styring.prosjekt.tre import Arbeidstre
from styring.redigering.gjengi import Verdi
from styring.redigering.poster import legg_til, ny_fil, sett, som_verdier
from styring.redigering.skriving import Endring
from styring.register.register import Register
from styring.sporring.felles.utvalg import finn_enhet, finn_periode
from styring.sporring.poster.id_er import finn_sak
from styring.sporring.poster.linjer import finn_linje
from styring.sporring.rapportering.aapent_skjema import Meldeplass, finn_meldeplass, mangler_i

if TYPE_CHECKING:
    from styring.lesing.innlesing import Innlesing

_UTEN_NYTT = ("status", "framdrift", "kommentar", "forventet_ferdig", "tiltak")


def kommando(
    id_: IdArgument,
    status: Annotated[
        str | None,
        typer.Option(
            "--status",
            metavar="STATUS",
            help="ikke_startet, i_gang, pa_vent, ferdig, bortfalt eller foreslatt_avsluttet.",
        ),
    ] = None,
    framdrift: Annotated[
        str | None,
        typer.Option(
            "--framdrift", metavar="FRAMDRIFT", help="i_rute, usikkert eller ikke_i_rute."
        ),
    ] = None,
    kommentar: Annotated[
        str | None,
        typer.Option("--kommentar", metavar="TEKST", help="Hvor saken står, og hva som gjenstår."),
    ] = None,
    forventet: Annotated[
        str | None,
        typer.Option(
            "--forventet",
            metavar="NÅR",
            help="Når det forventes ferdig: 2023-11, 2023-K3 eller 15.11.2023.",
        ),
    ] = None,
    tiltak: Annotated[
        str | None,
        typer.Option("--tiltak", metavar="TEKST", help="Hva som gjøres for å komme i rute."),
    ] = None,
    tiltak_ansvarlig: Annotated[
        str | None,
        typer.Option("--tiltak-ansvarlig", metavar="HVEM", help="Hvem som gjør tiltaket."),
    ] = None,
    tiltak_frist: Annotated[
        str | None,
        typer.Option("--tiltak-frist", metavar="DATO", help="Når tiltaket skal være gjort."),
    ] = None,
    ny_frist: Annotated[
        str | None,
        typer.Option("--ny-frist", metavar="DATO", help="Flytt fristen. Krever --begrunnelse."),
    ] = None,
    begrunnelse: Annotated[
        str | None,
        typer.Option(
            "--begrunnelse",
            metavar="TEKST",
            help="Hvorfor det er bortfalt, gjenåpnet eller flyttet.",
        ),
    ] = None,
    godkjent_av: Annotated[
        str | None,
        typer.Option(
            "--godkjent-av", metavar="ROLLE", help="Rollen som godkjente den nye fristen."
        ),
    ] = None,
    til_kommunedirektoren: Annotated[
        str | None,
        typer.Option(
            "--til-kommunedirektoren",
            metavar="TEKST",
            help="Det dere trenger hjelp til. Bare for ledelsen.",
        ),
    ] = None,
    ingen_endring: Annotated[
        bool, typer.Option("--ingen-endring", help="Ingen endring siden sist, bekreftet.")
    ] = False,
    bidrag: Annotated[
        str | None,
        typer.Option(
            "--bidrag",
            metavar="KODE",
            help="Meld for en enhet som bidrar, ikke for den ansvarlige.",
        ),
    ] = None,
    periode: Annotated[
        str | None,
        typer.Option(
            "--periode", metavar="PERIODE", help="Hvilket skjema. Ellers det som er åpent."
        ),
    ] = None,
    dato: DatoValg = None,
    ja: JaValg = False,
    utkast: UtkastValg = False,
    prosjekt: ProsjektValg = None,
) -> int:
    """Meld hvor et oppdrag eller et vedtak står, eller flytt en frist.

    Meldingen gjelder fra i dag (--dato) og skrives i skjemaet for den perioden som er åpen. Uten
    valg blir du spurt. Det som bare er gjort eller ikke, meldes med --status ferdig: en
    prioritering (2024/HJE/1), et tiltak i planen (2024/HJE/tiltak-1), en mangel
    (2023/stromutfall/2) og en evaluering (2023/stromutfall).

    Eksempel: styring oppdater OUS-04 --status ferdig --kommentar "Vedtatt i mai."
    """
    oppgitt = dict(locals())
    valg = Skrivevalg(ja=ja, utkast=utkast)
    tre, innlesing = last(prosjekt)
    register = innlesing.register
    dag = dagen(dato)
    if linje := finn_linje(register, id_):
        return meld_linjen(tre, innlesing, linje, oppgitt, dag, valg)
    sak = finn_sak(register, id_)
    felter: dict[str, Verdi] = {
        "status": velg_eller_ingen(status, STATUSER, "--status"),
        "framdrift": velg_eller_ingen(framdrift, FRAMDRIFT, "--framdrift"),
        "kommentar": kommentar,
        "forventet_ferdig": tidspunkt(forventet, dag),
        "tiltak": _tiltak(register, tiltak, tiltak_ansvarlig, tiltak_frist),
        "ingen_endring": ingen_endring or None,
        "begrunnelse": begrunnelse if status or not ny_frist else None,
        "til_kommunedirektoren": til_kommunedirektoren,
    }
    endringer = (
        [_flytt_frist(tre, innlesing, sak, ny_frist, dag, begrunnelse, godkjent_av)]
        if ny_frist
        else []
    )
    spurt = not endringer and not any(felter.values())
    if spurt:
        felter |= spor_om_melding(dag)
    if any(felter.values()):
        plass = finn_meldeplass(
            register,
            sak,
            dag,
            finn_enhet(register, bidrag) if bidrag else None,
            finn_periode(register, periode) if periode else None,
        )
        if spurt:
            felter = spor_om_resten(felter, lambda naa: mangler_i(register, plass, naa), dag)
        endringer.append(
            _meld(
                tre,
                innlesing,
                plass,
                {navn: verdi for navn, verdi in felter.items() if verdi is not None},
                dag,
            )
        )
    return gjennomfor(tre, endringer, valg, f"{sak} er oppdatert")


def _tiltak(
    register: Register, tekst: str | None, ansvarlig: str | None, frist: str | None
) -> Verdi:
    if not tekst:
        if ansvarlig or frist:
            raise StyringFeil("--tiltak mangler. Skriv hva som gjøres.")
        return None
    hvem = ansvarlig.upper() if ansvarlig and ansvarlig.upper() in register.enheter else ansvarlig
    alle: dict[str, Verdi] = {
        "tekst": tekst,
        "ansvarlig": hvem,
        "frist": dagen(frist, "--tiltak-frist") if frist else None,
    }
    return [{navn: verdi for navn, verdi in alle.items() if verdi is not None}]


def _meld(
    tre: Arbeidstre, innlesing: "Innlesing", plass: Meldeplass, felter: dict[str, Verdi], dag: date
) -> Endring:
    """Write an entry in the form that is open, which is made where it is not there."""
    felter |= {"meldt": dag} | ({"frist": plass.frist} if plass.frist and not plass.melding else {})
    felter |= _som_sist(plass, felter) if "ingen_endring" in felter else {}
    if plass.melding and plass.melding.ingen_endring and "ingen_endring" not in felter:
        felter["ingen_endring"] = None
    if plass.melding and felter.get("status") in UTEN_FRAMDRIFT and "framdrift" not in felter:
        felter["framdrift"] = None
    if plass.finnes:
        raa = innholdet(tre, innlesing, plass.fil)
        return Endring(plass.fil, raa, sett(raa, (plass.slag, plass.sak), felter, Melding))
    rekkefolge = [navn for navn in Melding.__dataclass_fields__ if navn in felter]
    topptekst = (
        f"Skjema for {plass.periode.navn}, laget da noe ble meldt. Resten kommer med «styring"
        f" tertial start {plass.periode.id}»."
    )
    innhold = ny_fil(
        {plass.slag: {plass.sak: {navn: felter[navn] for navn in rekkefolge}}}, topptekst
    )
    return Endring(plass.fil, None, innhold.encode())


def _som_sist(plass: Meldeplass, felter: dict[str, Verdi]) -> dict[str, Verdi]:
    """Last period's words once more, where nothing else was told."""
    if nye := [navn for navn in _UTEN_NYTT if navn in felter]:
        raise StyringFeil(
            f"--ingen-endring kan ikke brukes sammen med {opplisting(f'--{navn}' for navn in nye)}."
            " Velg én av delene."
        )
    if plass.forrige is None:
        raise StyringFeil(
            f"«{plass.sak}» er ikke meldt før, så det finnes ingenting å bekrefte. Skriv hvor saken"
            " står."
        )
    return {navn: verdi for navn, verdi in som_verdier(plass.forrige).items() if navn in _UTEN_NYTT}


def _flytt_frist(
    tre: Arbeidstre,
    innlesing: "Innlesing",
    sak: str,
    ny_frist: str,
    dag: date,
    begrunnelse: str | None,
    godkjent_av: str | None,
) -> Endring:
    """Move a deadline: the new one, and a fristendring that says from what, why and by whom."""
    register = innlesing.register
    post = register.ansvarspost(sak)
    if post is None:
        raise StyringFeil(
            "fristen for et punkt rettes i vedtakets egen fil. Se hvor med «styring vis"
            f" {sak.partition('/')[0]}»."
        )
    if not begrunnelse:
        raise StyringFeil("--begrunnelse mangler. En frist kan ikke flyttes uten å si hvorfor.")
    til = frist_dagen(ny_frist, "--ny-frist")
    raa = innholdet(tre, innlesing, post.fil)
    ledd: dict[str, Verdi] = {
        "dato": dag,
        "fra": post.verdi.frist,
        "til": til,
        "begrunnelse": begrunnelse,
        "godkjent_av": godkjent_av,
    }
    klasse = type(post.verdi)
    return Endring(
        post.fil,
        raa,
        sett(legg_til(raa, ("fristendringer",), ledd, klasse), (), {"frist": til}, klasse),
    )
