"""``styring tertial lever|kvalitetssikre|godkjenn|utsendt|behandlet``: each step sets its date, and the rules say whether it may be taken."""

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, cast

import typer

from styring.cli.endre import Skrivevalg, gjennomfor, innholdet, last_alt
from styring.cli.spor import spor
from styring.cli.valg import DatoValg, JaValg, PeriodeArgument, ProsjektValg, UtkastValg
from styring.cli.verdier import dagen, les_saksnummer
from styring.fag.kalender import kortdato
from styring.fag.norsk import antall, opplisting
from styring.fag.periode import Periode
from styring.feil import StyringFeil
from styring.modell.grunnlag import Grunnlag
from styring.modell.rapport import Enhetsrapport, Samlerapport
from styring.modell.vedtak import Vedtak
from styring.prosjekt.tre import Arbeidstre
from styring.redigering.gjengi import Verdi
from styring.redigering.poster import legg_til, ny_fil, sett
from styring.redigering.skriving import Endring
from styring.register.avtrykk import avtrykk_av
from styring.register.enkelt import enkelt
from styring.register.grunnlaget import lag_grunnlag, med_grunnlag
from styring.register.grunnlagsendringer import grunnlagsendringer
from styring.register.leser import er_ute, godkjent_som_det_staar
from styring.register.meldingene import saker_i
from styring.register.register import Register
from styring.sporring.id_er import finn_sak
from styring.sporring.rapporteringssteg import uten_kvalitetssikring
from styring.sporring.utvalg import finn_enhet, finn_organ, finn_periode

if TYPE_CHECKING:
    from styring.lesing.innlesing import Innlesing

EnhetArgument = Annotated[str | None, typer.Argument(metavar="ENHET", help="Enheten det gjelder.")]


def lever(
    periode: PeriodeArgument,
    enhet: EnhetArgument = None,
    dato: DatoValg = None,
    ja: JaValg = False,  # noqa: FBT002  a flag
    utkast: UtkastValg = False,  # noqa: FBT002  a flag
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
    kode = finn_enhet(register, spor(enhet, "ENHET", "Enhet", godta=lambda svar: finn_enhet(register, svar)) or "")
    post = register.rapporter.get(f"{valgt.id}/{kode}")
    if post is not None and post.verdi.levert:
        raise StyringFeil(f"«{kode}» leverte alt {kortdato(post.verdi.levert)}. Skal skjemaet åpnes igjen, må «levert» tømmes i {post.fil}.")
    endring = _sett_i_skjema(tre, innlesing, f"{valgt.id}/{kode}", {"levert": dagen(dato)})
    return gjennomfor(tre, [endring], valg, f"{register.enhetsnavn(kode)} har levert {valgt.navn}")


def kvalitetssikre(
    periode: PeriodeArgument,
    enhet: EnhetArgument = None,
    dato: DatoValg = None,
    ja: JaValg = False,  # noqa: FBT002  a flag
    utkast: UtkastValg = False,  # noqa: FBT002  a flag
    prosjekt: ProsjektValg = None,
) -> int:
    """Staben har kvalitetssikret skjemaet til en enhet, eller alle som er levert.

    Eksempel: styring tertial kvalitetssikre 2023-T1 OUS
    """
    valg = Skrivevalg(ja=ja, utkast=utkast)
    tre, innlesing = last_alt(prosjekt)
    register = innlesing.register
    valgt = finn_periode(register, periode)
    leverte = [id_ for id_, post in register.rapporter.items() if id_.startswith(f"{valgt.id}/") and post.verdi.levert and not post.verdi.kvalitetssikret]
    valgte = [f"{valgt.id}/{finn_enhet(register, enhet)}"] if enhet else leverte
    if not valgte:
        raise StyringFeil(f"ingen skjemaer for {valgt.id} venter på kvalitetssikring. Se hvem som mangler med «styring tertial purring {valgt.id}».")
    endringer = [_sett_i_skjema(tre, innlesing, id_, {"kvalitetssikret": dagen(dato)}) for id_ in valgte]
    return gjennomfor(tre, endringer, valg, f"Kvalitetssikret for {valgt.navn}: {opplisting([id_.partition('/')[2] for id_ in valgte])}")


def godkjenn(
    periode: PeriodeArgument,
    av: Annotated[str, typer.Option("--av", metavar="ROLLE", help="Rollen som godkjente.")] = "kommunedirektør",
    rettelse: Annotated[str | None, typer.Option("--rettelse", metavar="TEKST", help="Hva som er rettet etter at rapporten var sendt ut.")] = None,
    arkiv: Annotated[str | None, typer.Option("--arkiv", metavar="NUMMER", help="Journalposten der den godkjente rapporten er arkivert.")] = None,
    dato: DatoValg = None,
    ja: JaValg = False,  # noqa: FBT002  a flag
    utkast: UtkastValg = False,  # noqa: FBT002  a flag
    prosjekt: ProsjektValg = None,
) -> int:
    """Kommunedirektøren godkjenner perioden. Alle skjemaene må være kvalitetssikret.

    Det rapporten viser, blir lagret ved siden av skjemaene, så den blir den samme uansett hva som endres senere. Skal noe rettes etter at rapporten er
    sendt ut, godkjennes den på nytt med --rettelse, og rettelsen står på siste side.

    Eksempel: styring tertial godkjenn 2023-T1
    """
    valg = Skrivevalg(ja=ja, utkast=utkast)
    tre, innlesing = last_alt(prosjekt)
    register = innlesing.register
    valgt = finn_periode(register, periode)
    _krev_kvalitetssikring(innlesing, valgt.id)
    dag = dagen(dato)
    samlet = register.samlerapporter.get(valgt.id)
    sist = samlet.verdi.godkjent if samlet else None
    if sist and arkiv and not rettelse and godkjent_som_det_staar(register, valgt.id):
        endring = _i_samlerapporten(tre, innlesing, valgt.id, {"godkjent": {"dato": sist.dato, "av": sist.av, "innhold": sist.innhold, "arkiv": arkiv}})
        return gjennomfor(tre, [endring], valg, f"{valgt.navn} er arkivert i {arkiv}")
    if sist and godkjent_som_det_staar(register, valgt.id) and valgt.id in register.grunnlag and not grunnlagsendringer(register, valgt.id):
        raise StyringFeil(f"{valgt.navn} ble godkjent {kortdato(sist.dato)}, og ingenting er endret siden. Se «styring tertial purring {valgt.id}».")
    if samlet and sist and er_ute(samlet.verdi) and not rettelse:
        raise StyringFeil(f'{valgt.navn} er sendt ut. Si hva som er rettet: styring tertial godkjenn {valgt.id} --rettelse "…"')
    if rettelse and not (samlet and sist):
        raise StyringFeil(f"{valgt.navn} er ikke godkjent før, så det er ingenting å rette. Godkjenn den uten --rettelse.")
    # A correction is of what was approved: the report is told as of the same day, and the day of the correction stands beside it.
    dagen_da = sist.dato if rettelse and sist else dag
    nytt = lag_grunnlag(register, valgt, dagen_da)
    _si_fra_om_ord_som_mangler(register, valgt)
    godkjenning: dict[str, Verdi] = {"dato": dagen_da, "av": av, "innhold": avtrykk_av(med_grunnlag(register, valgt.id, nytt), valgt.id), "arkiv": arkiv}
    felter: dict[str, Verdi] = {"godkjent": {navn: verdi for navn, verdi in godkjenning.items() if verdi is not None}}
    if rettelse and samlet:
        tidligere: list[Verdi] = [{"dato": ett.dato, "tekst": ett.tekst} for ett in samlet.verdi.rettelser]
        felter["rettelser"] = [*tidligere, {"dato": dag, "tekst": rettelse}]
    endringer = [_i_samlerapporten(tre, innlesing, valgt.id, felter), _grunnlagsfilen(tre, innlesing, valgt.id, nytt)]
    return gjennomfor(tre, endringer, valg, f"{valgt.navn} er godkjent")


def _si_fra_om_ord_som_mangler(register: Register, periode: Periode) -> None:
    """Tell that the report will say that the kommunedirektør has written nothing."""
    samlet = register.samlerapporter.get(periode.id)
    if samlet is None or not samlet.verdi.samlet_vurdering:
        fil = f"data/rapporter/{periode.id}/kommunedirektor.yaml"
        sys.stderr.write(f"styring: kommunedirektøren har ikke skrevet en samlet vurdering, og rapporten sier det. Den skrives i {fil}.\n")


def _grunnlagsfilen(tre: Arbeidstre, innlesing: "Innlesing", periode: str, nytt: Grunnlag) -> Endring:
    """What the report shows, as a file of its own, written anew each time."""
    fil = f"data/rapporter/{periode}/grunnlag.yaml"
    finnes_fra_foer = periode in innlesing.register.grunnlag or fil in innlesing.register.uleste
    topptekst = f"Det rapporten for {periode} viste da den ble godkjent. Laget av «styring tertial godkjenn», og rettes aldri for hånd."
    innhold = ny_fil(cast("dict[str, Verdi]", enkelt(nytt)), topptekst).encode()
    return Endring(
        fil,
        innholdet(tre, innlesing, fil) if finnes_fra_foer else None,
        innhold,
        f"grunnlaget for rapporten, {antall(len(nytt.oppdrag or ()), 'oppdrag')} og {antall(len(nytt.vedtak or ()), 'vedtak')}",
    )


def utsendt(
    periode: PeriodeArgument,
    dato: DatoValg = None,
    ja: JaValg = False,  # noqa: FBT002  a flag
    utkast: UtkastValg = False,  # noqa: FBT002  a flag
    prosjekt: ProsjektValg = None,
) -> int:
    """Rapporten er sendt til de folkevalgte. Fra da er den offentlig.

    --dato er dagen den ble sendt; ellers i dag. En dag som ikke har vært, er en plan, og hører hjemme i rutinen i kommune.yaml.

    Eksempel: styring tertial utsendt 2023-T1
    """
    valg = Skrivevalg(ja=ja, utkast=utkast)
    tre, innlesing = last_alt(prosjekt)
    register = innlesing.register
    valgt, dag = finn_periode(register, periode), dagen(dato)
    if dag > dagen(None):
        raise StyringFeil(f"{kortdato(dag)} har ikke vært ennå. Skriv dette når rapporten er sendt; planen står i rutinen i data/kommune.yaml.")
    samlet = register.samlerapporter.get(valgt.id)
    if samlet is None or samlet.verdi.godkjent is None:
        raise StyringFeil(f"{valgt.id} er ikke godkjent ennå. Godkjenn den med «styring tertial godkjenn {valgt.id}».")
    if samlet.verdi.utsendt:
        raise StyringFeil(f"{valgt.navn} ble sendt ut {kortdato(samlet.verdi.utsendt)}. Er dagen feil, rett den i {samlet.fil}.")
    return gjennomfor(tre, [_i_samlerapporten(tre, innlesing, valgt.id, {"utsendt": dag})], valg, f"{valgt.navn} er sendt ut")


def behandlet(
    periode: PeriodeArgument,
    sak: Annotated[str | None, typer.Option("--sak", metavar="NUMMER", help="Saksnummeret, for eksempel «KS 40/23».")] = None,
    organ: Annotated[str | None, typer.Option("--organ", metavar="KODE", help="Organet. Ellers det som står i saksnummeret.")] = None,
    dato: DatoValg = None,
    avslutt: Annotated[list[str] | None, typer.Option("--avslutt", metavar="ID", help="Et vedtak organet sa er gjennomført. Kan gjentas.")] = None,
    bortfalt: Annotated[list[str] | None, typer.Option("--bortfalt", metavar="ID", help="Et vedtak organet lot falle bort. Kan gjentas.")] = None,
    ja: JaValg = False,  # noqa: FBT002  a flag
    utkast: UtkastValg = False,  # noqa: FBT002  a flag
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
    nummer, dag = spor(sak, "--sak", "Saksnummer", godta=les_saksnummer) or "", dagen(dato)
    organet = finn_organ(register, organ or les_saksnummer(nummer).organ or spor(None, "--organ", "Organ") or "")
    fil = f"data/rapporter/{valgt.id}/kommunedirektor.yaml"
    if valgt.id not in register.samlerapporter and fil not in register.uleste:
        raise StyringFeil(f"{valgt.id} er ikke godkjent ennå. Godkjenn den med «styring tertial godkjenn {valgt.id}».")
    raa = innholdet(tre, innlesing, fil)
    endringer = {}
    samlet = register.samlerapporter.get(valgt.id)
    if not any((ett.organ, ett.sak, ett.dato) == (organet, nummer, dag) for ett in (samlet.verdi.behandlet if samlet else ())):
        endringer[fil] = Endring(fil, raa, legg_til(raa, ("behandlet",), {"organ": organet, "sak": nummer, "dato": dag}, Samlerapport))
    for utfall, saker in (("gjennomfort", avslutt), ("bortfalt", bortfalt)):
        ende: dict[str, Verdi] = {"dato": dag, "organ": organet, "sak": nummer, "utfall": utfall}
        for sak_id in dict.fromkeys(finn_sak(register, id_) for id_ in saker or ()):
            endring = _avslutt(tre, innlesing, sak_id, ende, endringer)
            endringer[endring.fil] = endring
    return gjennomfor(tre, list(endringer.values()), valg, f"{valgt.navn} er behandlet i {nummer}")


def _sett_i_skjema(tre: Arbeidstre, innlesing: "Innlesing", id_: str, felter: dict[str, Verdi]) -> Endring:
    fil = f"data/rapporter/{id_}.yaml"
    if id_ not in innlesing.register.rapporter and fil not in innlesing.register.uleste:
        periode, _, enhet = id_.partition("/")
        if enhet not in {sak.enhet for sak in saker_i(innlesing.register, finn_periode(innlesing.register, periode))}:
            raise StyringFeil(f"«{enhet}» har ingenting å rapportere i {periode}. Se hvem som har med «styring tertial purring {periode}».")
        raise StyringFeil(f"«{enhet}» har ikke noe skjema for {periode}. Lag det med «styring tertial start {periode}».")
    raa = innholdet(tre, innlesing, fil)
    return Endring(fil, raa, sett(raa, (), felter, Enhetsrapport))


def _i_samlerapporten(tre: Arbeidstre, innlesing: "Innlesing", periode: str, felter: dict[str, Verdi]) -> Endring:
    fil = f"data/rapporter/{periode}/kommunedirektor.yaml"
    if periode not in innlesing.register.samlerapporter and fil not in innlesing.register.uleste:
        return Endring(fil, None, ny_fil(felter).encode())
    raa = innholdet(tre, innlesing, fil)
    return Endring(fil, raa, sett(raa, (), felter, Samlerapport))


def _krev_kvalitetssikring(innlesing: "Innlesing", periode: str) -> None:
    """Say plainly who is missing, before the rules do."""
    register = innlesing.register
    if not any(id_.startswith(f"{periode}/") for id_ in register.rapporter):
        raise StyringFeil(f"ingen har levert noe for {periode}, så det er ingenting å godkjenne. Lag skjemaene med «styring tertial start {periode}».")
    if mangler := uten_kvalitetssikring(register, finn_periode(register, periode)):
        raise StyringFeil(
            f"{periode} kan ikke godkjennes: skjemaet er ikke kvalitetssikret for {opplisting(mangler)}. "
            f"Se hva som mangler med «styring tertial purring {periode}»."
        )


def _avslutt(tre: Arbeidstre, innlesing: "Innlesing", sak: str, ende: dict[str, Verdi], alt: Mapping[str, Endring]) -> Endring:
    """Close a vedtak or a punkt of it, on top of what the same command has closed in the file already."""
    id_, skille, nr = sak.partition("/")
    post = innlesing.register.vedtak.get(id_)
    if post is None:
        raise StyringFeil(f"«{sak}» er ikke et vedtak. Bare vedtak avsluttes av et organ.")
    punkt = next((punkt for punkt in post.verdi.punkter if skille and str(punkt.nr) == nr), None)
    if tidligere := (punkt or post.verdi).avsluttet:
        raise StyringFeil(f"«{sak}» ble avsluttet {kortdato(tidligere.dato)} i {tidligere.sak}. Se det med «styring vis {id_}».")
    foer = innholdet(tre, innlesing, post.fil)
    raa = alt[post.fil].etter if post.fil in alt else foer
    sti = ("punkter", next(plass for plass, punkt in enumerate(post.verdi.punkter) if str(punkt.nr) == nr)) if skille else ()
    return Endring(post.fil, foer, sett(raa, sti, {"avsluttet": ende}, None if skille else Vedtak))
