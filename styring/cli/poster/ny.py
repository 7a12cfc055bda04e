"""``styring ny oppdrag|vedtak|oppgave``."""

import re
from datetime import date
from typing import Annotated, get_args

import typer

from styring.cli.felles.manglende_valg import be_om
from styring.cli.felles.skriv_endring import Skrivevalg, gjennomfor, innholdet, last
from styring.cli.felles.valg import DatoValg, JaValg, ProsjektValg, UtkastValg
from styring.cli.felles.verdier import dagen, frist_dagen, les_saksnummer, velg, velg_eller_ingen
from styring.cli.poster.forelder import forelderen
from styring.feil import StyringFeil
from styring.modell.oppdrag import Art, Oppdrag
from styring.modell.vedtak import Vedtakstype
from styring.redigering.gjengi import Verdi
from styring.redigering.poster import legg_til, ny_fil
from styring.redigering.skriving import Endring
from styring.register.register import Register
from styring.sporring.felles.utvalg import finn_enhet, finn_organ
from styring.sporring.poster.id_er import finn_id

TittelValg = Annotated[
    str | None, typer.Option("--tittel", metavar="TEKST", help="Tittelen, ord for ord.")
]
AnsvarligValg = Annotated[
    str | None, typer.Option("--ansvarlig", metavar="KODE", help="Enheten som svarer for det.")
]
FristValg = Annotated[
    str | None, typer.Option("--frist", metavar="DATO", help="Siste dag. Uten: ikke oppgitt.")
]


def oppdrag(
    ansvarlig: AnsvarligValg = None,
    tittel: TittelValg = None,
    dato: DatoValg = None,
    aar: Annotated[
        int | None,
        typer.Option(
            "--aar",
            "--år",
            min=2000,
            max=2099,
            metavar="ÅR",
            help="Året oppdraget hører til. Ellers året det er gitt.",
        ),
    ] = None,
    delansvar: Annotated[
        list[str] | None,
        typer.Option("--delansvar", metavar="KODE", help="En enhet som bidrar. Kan gjentas."),
    ] = None,
    art: Annotated[
        str | None, typer.Option("--art", metavar="ART", help="leveranse, oppstart eller lopende.")
    ] = None,
    frist: FristValg = None,
    ferdig_nar: Annotated[
        str | None,
        typer.Option(
            "--ferdig-nar", metavar="TEKST", help="Hva som skal til for at det er ferdig."
        ),
    ] = None,
    tekst: Annotated[
        str | None,
        typer.Option("--tekst", metavar="TEKST", help="Resten, når det er flere setninger."),
    ] = None,
    hentet_fra: Annotated[
        str | None,
        typer.Option("--hentet-fra", metavar="TEKST", help="Hvor oppdraget er hentet fra."),
    ] = None,
    ja: JaValg = False,
    utkast: UtkastValg = False,
    prosjekt: ProsjektValg = None,
) -> int:
    """Nytt oppdrag, med neste ledige nummer.

    --dato er dagen det ble gitt; ellers i dag. Det som ikke er gitt som valg, blir du spurt om.

    Eksempel: styring ny oppdrag --ansvarlig OUS --tittel "Plan for uteområder"
    """
    valg = Skrivevalg(ja=ja, utkast=utkast)
    tre, innlesing = last(prosjekt)
    register = innlesing.register
    eier = _eieren(register, ansvarlig)
    navn = be_om(tittel, "--tittel", "Tittel", godta=_ikke_tom)
    siste_dag = _fristen(frist, ja=ja)
    gitt = dagen(dato)
    kode = _neste_kode(register, aar or gitt.year, eier)
    felter: dict[str, Verdi] = {
        "tittel": navn,
        "tekst": tekst,
        "ansvarlig": eier,
        "delansvar": [finn_enhet(register, en) for en in delansvar or ()] or None,
        "gitt": gitt,
        "art": velg_eller_ingen(art, get_args(Art), "--art"),
        "ferdig_nar": ferdig_nar,
        "frist": siste_dag,
        "hentet_fra": hentet_fra,
    }
    endring = Endring(f"data/oppdrag/{kode}.yaml", None, ny_fil(felter).encode())
    return gjennomfor(tre, [endring], valg, f"Oppdraget har fått id {kode.replace('/', '-')}")


def vedtak(
    sak: Annotated[
        str | None,
        typer.Option("--sak", metavar="NUMMER", help="Saksnummeret, for eksempel «KS 54/22»."),
    ] = None,
    dato: DatoValg = None,
    tittel: TittelValg = None,
    ansvarlig: AnsvarligValg = None,
    organ: Annotated[
        str | None,
        typer.Option(
            "--organ", metavar="KODE", help="Organet. Ellers det som står i saksnummeret."
        ),
    ] = None,
    type_: Annotated[
        str, typer.Option("--type", metavar="TYPE", help="vedtak, budsjettsak eller verbalvedtak.")
    ] = "vedtak",
    forelder: Annotated[
        str | None,
        typer.Option("--forelder", metavar="ID", help="For et verbalvedtak: budsjettsaken."),
    ] = None,
    punkt: Annotated[
        int | None,
        typer.Option(
            "--punkt",
            min=1,
            max=999,
            metavar="NR",
            help="For et verbalvedtak: nummeret i budsjettsaken.",
        ),
    ] = None,
    tekst: Annotated[
        str | None, typer.Option("--tekst", metavar="TEKST", help="Vedtaket, ord for ord.")
    ] = None,
    frist: FristValg = None,
    svares_i: Annotated[
        str | None, typer.Option("--svares-i", metavar="TEKST", help="Hvor svaret kommer.")
    ] = None,
    fremmet_av: Annotated[
        str | None, typer.Option("--fremmet-av", metavar="PARTI", help="Hvem som fremmet det.")
    ] = None,
    ja: JaValg = False,
    utkast: UtkastValg = False,
    prosjekt: ProsjektValg = None,
) -> int:
    """Nytt politisk vedtak, ny budsjettsak eller nytt verbalvedtak.

    --dato er dagen vedtaket ble gjort. Det som ikke er gitt som valg, blir du spurt om.

    Eksempel: styring ny vedtak --sak "KS 54/22" --ansvarlig TEK
    """
    valg = Skrivevalg(ja=ja, utkast=utkast)
    slag = velg(type_, get_args(Vedtakstype), "--type")
    tre, innlesing = last(prosjekt)
    register = innlesing.register
    over = forelderen(register, forelder, punkt) if slag == "verbalvedtak" else None
    nummer = (
        over.sak
        if over
        else be_om(sak, "--sak", "Saksnummer", godta=lambda svar: les_saksnummer(register, svar))
        or ""
    )
    lest = les_saksnummer(register, nummer)
    vedtaksdag = (
        over.dato
        if over and not dato
        else dagen(be_om(dato, "--dato", "Dato for vedtaket", godta=_dagen))
    )
    organet = finn_organ(
        register,
        over.organ if over else organ or lest.organ or be_om(None, "--organ", "Organ") or "",
    )
    navn = be_om(tittel, "--tittel", "Tittel", godta=_ikke_tom)
    eier = _eieren(register, ansvarlig)
    felter: dict[str, Verdi] = {
        "tittel": navn,
        "type": slag,
        "organ": organet,
        "sak": nummer,
        "dato": vedtaksdag,
        "fremmet_av": fremmet_av,
        "ansvarlig": eier,
        "tekst": tekst,
        "frist": _dag(frist, "--frist"),
        "svares_i": svares_i,
        "forelder": over.id if over else None,
        "punkt": punkt if over else None,
    }
    kode = f"{over.id[5:]}-V{punkt:02}" if over else f"{organet}-{lest.nr:03}"
    fil = f"data/vedtak/{vedtaksdag.year}/{kode}.yaml"
    _krev_ledig(register, fil, f"{vedtaksdag.year}-{kode}", nummer)
    return gjennomfor(
        tre,
        [Endring(fil, None, ny_fil(felter).encode())],
        valg,
        f"Vedtaket har fått id {vedtaksdag.year}-{kode}",
    )


def oppgave(
    id_: Annotated[str, typer.Argument(metavar="ID", help="Oppdraget oppgaven hører til.")],
    tittel: TittelValg = None,
    ansvarlig: Annotated[
        str | None, typer.Option("--ansvarlig", metavar="HVEM", help="En enhet eller en rolle.")
    ] = None,
    frist: FristValg = None,
    ja: JaValg = False,
    utkast: UtkastValg = False,
    prosjekt: ProsjektValg = None,
) -> int:
    """Ny oppgave i et oppdrag, med neste ledige nummer.

    Eksempel: styring ny oppgave OUS-04 --tittel "Kartlegge" --ansvarlig BVT
    """
    valg = Skrivevalg(ja=ja, utkast=utkast)
    tre, innlesing = last(prosjekt)
    register = innlesing.register
    post = register.oppdrag.get(finn_id(register, id_))
    if post is None:
        raise StyringFeil(f"«{id_}» er ikke et oppdrag. Finn det med «styring finn».")
    navn = be_om(tittel, "--tittel", "Oppgave", godta=_ikke_tom)
    hvem = be_om(ansvarlig, "--ansvarlig", "Ansvarlig (enhet eller rolle)", godta=_ikke_tom) or ""
    dag = _fristen(frist, ja=ja)
    nr = max([oppgave.nr for oppgave in post.verdi.oppgaver], default=0) + 1
    ledd: dict[str, Verdi] = {
        "nr": nr,
        "tittel": navn,
        "ansvarlig": hvem.upper() if hvem.upper() in register.enheter else hvem,
        "frist": dag,
    }
    raa = innholdet(tre, innlesing, post.fil)
    return gjennomfor(
        tre,
        [Endring(post.fil, raa, legg_til(raa, ("oppgaver",), ledd, Oppdrag))],
        valg,
        f"Oppgaven har fått nummer {post.id}/{nr}",
    )


def _eieren(register: Register, skrevet: str | None) -> str:
    """The unit that has it; asked for where it was not given."""
    svar = be_om(
        skrevet, "--ansvarlig", "Ansvarlig enhet", godta=lambda svar: finn_enhet(register, svar)
    )
    return finn_enhet(register, svar or "")


def _fristen(skrevet: str | None, *, ja: bool) -> date | None:
    """The deadline, asked for where it was not given; --ja asks for nothing that can be empty."""
    svar = skrevet
    if not ja:
        svar = be_om(
            skrevet,
            "--frist",
            "Frist",
            godta=lambda svar: svar and frist_dagen(svar, "--frist"),
            maa=False,
        )
    return _dag(svar, "--frist")


def _krev_ledig(register: Register, fil: str, id_: str, nummer: str) -> None:
    """Refuse a case that is there already. Raises StyringFeil."""
    if id_ in register.vedtak or fil in register.uleste:
        raise StyringFeil(f"«{nummer}» ligger alt i {fil}. Se det med «styring vis {id_}».")


def _neste_kode(register: Register, aar: int, enhet: str) -> str:
    """The next free number of a unit in a year, unread files counted: ``2023/OUS-06``."""
    filer = [post.fil for post in register.oppdrag.values()] + list(register.uleste)
    numre = [
        int(treff[1])
        for fil in filer
        if (treff := re.fullmatch(rf"data/oppdrag/{aar}/{enhet}-([0-9]+)\.yaml", fil))
    ]
    return f"{aar}/{enhet}-{max(numre, default=0) + 1:02}"


def _dagen(svar: str) -> date:
    return dagen(svar)


def _ikke_tom(svar: str) -> str:
    if not svar.strip():
        raise StyringFeil("Dette kan ikke stå tomt. Skriv en tekst.")
    return svar


def _dag(skrevet: str | None, valg: str) -> date | None:
    return frist_dagen(skrevet, valg) if skrevet else None
