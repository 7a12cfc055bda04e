"""``styring tertial lever|kvalitetssikre|utsendt|behandlet``: each step sets its date, and the
rules say whether it may be taken.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from styring.cli.felles.manglende_valg import be_om
from styring.cli.felles.skriv_endring import Skrivevalg, gjennomfor, innholdet, last_alt
from styring.cli.felles.valg import DatoValg, JaValg, PeriodeArgument, ProsjektValg, UtkastValg
from styring.cli.felles.verdier import dagen, les_saksnummer
from styring.fag.kalender import kortdato
from styring.fag.norsk import opplisting
from styring.feil import StyringFeil
from styring.modell.rapport import Enhetsrapport, Samlerapport
from styring.modell.vedtak import Vedtak
from styring.prosjekt.tre import Arbeidstre
from styring.redigering.gjengi import Verdi
from styring.redigering.poster import legg_til, ny_fil, sett
from styring.redigering.skriving import Endring
from styring.register.meldingene import saker_i
from styring.sporring.felles.utvalg import finn_enhet, finn_organ, finn_periode
from styring.sporring.poster.id_er import finn_sak

if TYPE_CHECKING:
    from styring.lesing.innlesing import Innlesing

EnhetArgument = Annotated[str | None, typer.Argument(metavar="ENHET", help="Enheten det gjelder.")]


def lever(
    periode: PeriodeArgument,
    enhet: EnhetArgument = None,
    dato: DatoValg = None,
    ja: JaValg = False,
    utkast: UtkastValg = False,
    prosjekt: ProsjektValg = None,
) -> int:
    """En enhet leverer skjemaet sitt. Alt må være utfylt.

    --dato er dagen det ble levert; ellers i dag.

    Eksempel: styring tertial lever 2023-T1 OUS
    """
    valg = Skrivevalg(ja=ja, utkast=utkast)
    tre, innlesing = last_alt(prosjekt)
    register = innlesing.register
    valgt = finn_periode(register, periode)
    kode = finn_enhet(
        register,
        be_om(enhet, "ENHET", "Enhet", godta=lambda svar: finn_enhet(register, svar)) or "",
    )
    post = register.rapporter.get(f"{valgt.id}/{kode}")
    if post is not None and post.verdi.levert:
        raise StyringFeil(
            f"«{kode}» leverte alt {kortdato(post.verdi.levert)}. Skal skjemaet åpnes igjen, må"
            f" «levert» tømmes i {post.fil}."
        )
    endring = _sett_i_skjema(tre, innlesing, f"{valgt.id}/{kode}", {"levert": dagen(dato)})
    return gjennomfor(tre, [endring], valg, f"{register.enhetsnavn(kode)} har levert {valgt.navn}")


def kvalitetssikre(
    periode: PeriodeArgument,
    enhet: EnhetArgument = None,
    dato: DatoValg = None,
    ja: JaValg = False,
    utkast: UtkastValg = False,
    prosjekt: ProsjektValg = None,
) -> int:
    """Staben har kvalitetssikret skjemaet til en enhet, eller alle som er levert.

    Eksempel: styring tertial kvalitetssikre 2023-T1 OUS
    """
    valg = Skrivevalg(ja=ja, utkast=utkast)
    tre, innlesing = last_alt(prosjekt)
    register = innlesing.register
    valgt = finn_periode(register, periode)
    leverte = [
        id_
        for id_, post in register.rapporter.items()
        if id_.startswith(f"{valgt.id}/") and post.verdi.levert and not post.verdi.kvalitetssikret
    ]
    valgte = [f"{valgt.id}/{finn_enhet(register, enhet)}"] if enhet else leverte
    if not valgte:
        raise StyringFeil(
            f"ingen skjemaer for {valgt.id} venter på kvalitetssikring. Se hvem som mangler med"
            f" «styring tertial purring {valgt.id}»."
        )
    endringer = [
        _sett_i_skjema(tre, innlesing, id_, {"kvalitetssikret": dagen(dato)}) for id_ in valgte
    ]
    return gjennomfor(
        tre,
        endringer,
        valg,
        f"Kvalitetssikret for {valgt.navn}:"
        f" {opplisting([id_.partition('/')[2] for id_ in valgte])}",
    )


def utsendt(
    periode: PeriodeArgument,
    dato: DatoValg = None,
    ja: JaValg = False,
    utkast: UtkastValg = False,
    prosjekt: ProsjektValg = None,
) -> int:
    """Rapporten er sendt til de folkevalgte. Fra da er den offentlig.

    --dato er dagen den ble sendt; ellers i dag. En dag som ikke har vært, er en plan, og hører
    hjemme i rutinen i kommune.yaml.

    Eksempel: styring tertial utsendt 2023-T1
    """
    valg = Skrivevalg(ja=ja, utkast=utkast)
    tre, innlesing = last_alt(prosjekt)
    register = innlesing.register
    valgt, dag = finn_periode(register, periode), dagen(dato)
    if dag > dagen(None):
        raise StyringFeil(
            f"{kortdato(dag)} har ikke vært ennå. Skriv dette når rapporten er sendt; planen står i"
            " rutinen i data/kommune.yaml."
        )
    samlet = register.samlerapporter.get(valgt.id)
    if samlet is None or samlet.verdi.godkjent is None:
        raise StyringFeil(
            f"{valgt.id} er ikke godkjent ennå. Godkjenn den med «styring tertial godkjenn"
            f" {valgt.id}»."
        )
    if samlet.verdi.utsendt:
        raise StyringFeil(
            f"{valgt.navn} ble sendt ut {kortdato(samlet.verdi.utsendt)}. Er dagen feil, rett den i"
            f" {samlet.fil}."
        )
    return gjennomfor(
        tre,
        [i_samlerapporten(tre, innlesing, valgt.id, {"utsendt": dag})],
        valg,
        f"{valgt.navn} er sendt ut",
    )


def behandlet(
    periode: PeriodeArgument,
    sak: Annotated[
        str | None,
        typer.Option("--sak", metavar="NUMMER", help="Saksnummeret, for eksempel «KS 40/23»."),
    ] = None,
    organ: Annotated[
        str | None,
        typer.Option(
            "--organ", metavar="KODE", help="Organet. Ellers det som står i saksnummeret."
        ),
    ] = None,
    dato: DatoValg = None,
    avslutt: Annotated[
        list[str] | None,
        typer.Option(
            "--avslutt", metavar="ID", help="Et vedtak organet sa er gjennomført. Kan gjentas."
        ),
    ] = None,
    bortfalt: Annotated[
        list[str] | None,
        typer.Option(
            "--bortfalt", metavar="ID", help="Et vedtak organet lot falle bort. Kan gjentas."
        ),
    ] = None,
    ja: JaValg = False,
    utkast: UtkastValg = False,
    prosjekt: ProsjektValg = None,
) -> int:
    """Et politisk organ har behandlet rapporten, og kan ha avsluttet vedtak.

    --dato er dagen møtet var; ellers i dag.

    Eksempel: styring tertial behandlet 2023-T1 --sak "KS 40/23" --avslutt KS-054
    """
    valg = Skrivevalg(ja=ja, utkast=utkast)
    tre, innlesing = last_alt(prosjekt)
    register = innlesing.register
    valgt = finn_periode(register, periode)
    nummer, dag = (
        be_om(sak, "--sak", "Saksnummer", godta=lambda svar: les_saksnummer(register, svar)) or "",
        dagen(dato),
    )
    organet = finn_organ(
        register,
        organ or les_saksnummer(register, nummer).organ or be_om(None, "--organ", "Organ") or "",
    )
    fil = f"data/rapporter/{valgt.id}/kommunedirektor.yaml"
    if valgt.id not in register.samlerapporter and fil not in register.uleste:
        raise StyringFeil(
            f"{valgt.id} er ikke godkjent ennå. Godkjenn den med «styring tertial godkjenn"
            f" {valgt.id}»."
        )
    raa = innholdet(tre, innlesing, fil)
    endringer = {}
    samlet = register.samlerapporter.get(valgt.id)
    if not any(
        (ett.organ, ett.sak, ett.dato) == (organet, nummer, dag)
        for ett in (samlet.verdi.behandlet if samlet else ())
    ):
        endringer[fil] = Endring(
            fil,
            raa,
            legg_til(
                raa, ("behandlet",), {"organ": organet, "sak": nummer, "dato": dag}, Samlerapport
            ),
        )
    for utfall, saker in (("gjennomfort", avslutt), ("bortfalt", bortfalt)):
        ende: dict[str, Verdi] = {"dato": dag, "organ": organet, "sak": nummer, "utfall": utfall}
        for sak_id in dict.fromkeys(finn_sak(register, id_) for id_ in saker or ()):
            endring = _avslutt(tre, innlesing, sak_id, ende, endringer)
            endringer[endring.fil] = endring
    return gjennomfor(tre, list(endringer.values()), valg, f"{valgt.navn} er behandlet i {nummer}")


def _sett_i_skjema(
    tre: Arbeidstre, innlesing: "Innlesing", id_: str, felter: dict[str, Verdi]
) -> Endring:
    fil = f"data/rapporter/{id_}.yaml"
    if id_ not in innlesing.register.rapporter and fil not in innlesing.register.uleste:
        periode, _, enhet = id_.partition("/")
        if enhet not in {
            sak.enhet
            for sak in saker_i(innlesing.register, finn_periode(innlesing.register, periode))
        }:
            raise StyringFeil(
                f"«{enhet}» har ingenting å rapportere i {periode}. Se hvem som har med «styring"
                f" tertial purring {periode}»."
            )
        raise StyringFeil(
            f"«{enhet}» har ikke noe skjema for {periode}. Lag det med «styring tertial start"
            f" {periode}»."
        )
    raa = innholdet(tre, innlesing, fil)
    return Endring(fil, raa, sett(raa, (), felter, Enhetsrapport))


def i_samlerapporten(
    tre: Arbeidstre, innlesing: "Innlesing", periode: str, felter: dict[str, Verdi]
) -> Endring:
    """Set fields beside the forms of a period, in a new file where there is none."""
    fil = f"data/rapporter/{periode}/kommunedirektor.yaml"
    if periode not in innlesing.register.samlerapporter and fil not in innlesing.register.uleste:
        return Endring(fil, None, ny_fil(felter).encode())
    raa = innholdet(tre, innlesing, fil)
    return Endring(fil, raa, sett(raa, (), felter, Samlerapport))


def _avslutt(
    tre: Arbeidstre,
    innlesing: "Innlesing",
    sak: str,
    ende: dict[str, Verdi],
    hittil: Mapping[str, Endring],
) -> Endring:
    """Close a vedtak or a punkt of it, on top of what the same command has closed in the file
    already.
    """
    id_, skille, nr = sak.partition("/")
    post = innlesing.register.vedtak.get(id_)
    if post is None:
        raise StyringFeil(f"«{sak}» er ikke et vedtak. Bare vedtak avsluttes av et organ.")
    punkt = next((punkt for punkt in post.verdi.punkter if skille and str(punkt.nr) == nr), None)
    if tidligere := (punkt or post.verdi).avsluttet:
        raise StyringFeil(
            f"«{sak}» ble avsluttet {kortdato(tidligere.dato)} i {tidligere.sak}. Se det med"
            f" «styring vis {id_}»."
        )
    foer = innholdet(tre, innlesing, post.fil)
    raa = hittil[post.fil].etter if post.fil in hittil else foer
    sti = (
        (
            "punkter",
            next(plass for plass, punkt in enumerate(post.verdi.punkter) if str(punkt.nr) == nr),
        )
        if skille
        else ()
    )
    return Endring(post.fil, foer, sett(raa, sti, {"avsluttet": ende}, None if skille else Vedtak))
