"""The commands: name, module, group in the help, and one line of help.

A module is imported when its command is run.
"""

from typing import NamedTuple


class Kommando(NamedTuple):
    """One command as it stands in the help."""

    navn: str
    modul: str
    gruppe: str
    hjelp: str
    funksjon: str = "kommando"
    under: "tuple[Kommando, ...]" = ()


_NY = (
    Kommando("oppdrag", "poster.ny", "", "Et oppdrag, med neste ledige nummer", "oppdrag"),
    Kommando(
        "vedtak",
        "poster.ny",
        "",
        "Et politisk vedtak, en budsjettsak eller et verbalvedtak",
        "vedtak",
    ),
    Kommando("oppgave", "poster.ny", "", "En oppgave i et oppdrag", "oppgave"),
)
_TERTIAL = (
    Kommando("start", "rapportering.start", "", "Lag skjemaer for en periode, som YAML og Excel"),
    Kommando("importer", "rapportering.skjemaimport", "", "Les utfylte skjemaer inn"),
    Kommando("purring", "rapportering.purring", "", "Hvem mangler hva, med tekst til hver enhet"),
    Kommando(
        "gjeldende", "rapportering.gjeldende", "", "Hvilken periode er åpen, og hvilken er ute?"
    ),
    Kommando("lever", "rapportering.leddene", "", "En enhet leverer skjemaet sitt", "lever"),
    Kommando(
        "kvalitetssikre",
        "rapportering.leddene",
        "",
        "Staben har kvalitetssikret skjemaet",
        "kvalitetssikre",
    ),
    Kommando(
        "godkjenn", "rapportering.godkjenn", "", "Kommunedirektøren godkjenner perioden", "godkjenn"
    ),
    Kommando(
        "utsendt",
        "rapportering.leddene",
        "",
        "Rapporten er sendt ut, og er offentlig fra da",
        "utsendt",
    ),
    Kommando(
        "behandlet",
        "rapportering.behandlet",
        "",
        "Et politisk organ har behandlet rapporten",
        "behandlet",
    ),
)
_MAANED = (
    Kommando("start", "okonomi.maaned", "", "Lag filer for en måned, som YAML og Excel", "start"),
    Kommando("importer", "okonomi.maaned", "", "Les utfylte Excel-ark inn", "importer"),
    Kommando("purring", "okonomi.maaned", "", "Hvem har ikke levert, og hva mangler?", "purring"),
    Kommando("lever", "okonomi.maaned", "", "En enhet leverer måneden", "lever"),
)
_IMPORTER = (
    Kommando("vedtak", "vedtak.vedtaksimport", "", "En liste med politiske vedtak"),
    Kommando("oppdrag", "oppdrag.oppdragsimport", "", "En liste med oppdrag"),
    Kommando("maal", "maal.maalsimport", "", "En liste med mål"),
    Kommando(
        "maalinger", "maal.maalingsimport", "", "Tall for indikatorene, fra SSB eller en liste"
    ),
    Kommando("budsjett", "okonomi.budsjettimport", "", "Årsbudsjettet, fra hovedboken"),
    Kommando("regnskap", "okonomi.regnskapsimport", "", "En måned av regnskapet, fra hovedboken"),
    Kommando("fravaer", "okonomi.fravaersimport", "", "Sykefravær og årsverk i en måned"),
)
_OPPSETT = (
    Kommando("editor", "oppsett.editor", "", "Forslag og forklaringer i VS Code"),
    Kommando("json-skjema", "oppsett.json_skjema", "", "JSON Schema for datafilene, til editorer"),
    Kommando("man", "oppsett.man", "", "Manualsider for «man»"),
    Kommando("fullforing", "felles.fullforing", "", "Fullføring med TAB"),
)
_BREV = (
    Kommando("laas", "oppdrag.brev", "", "Lås brevet, så det synes om noe i det endres", "laas"),
)
_RAPPORT = (
    Kommando(
        "tertial", "rapport.tertial", "", "Status for oppdrag og politiske vedtak i en periode"
    ),
    Kommando(
        "vedtak",
        "rapport.vedtak",
        "",
        "Politiske vedtak: gjennomført, tidsbruk og det som er åpent",
    ),
    Kommando("styringsbrev", "rapport.styringsbrev", "", "Styringsbrevet, med mål og oppdrag"),
    Kommando("virksomhetsplan", "rapport.virksomhetsplan", "", "Planen til én enhet"),
    Kommando(
        "styringsdialog",
        "rapport.styringsdialog",
        "",
        "Én side til møtet med en direktør (internt)",
    ),
    Kommando(
        "styringskonferanse", "rapport.styringskonferanse", "", "Det flere enheter har sammen"
    ),
    Kommando(
        "tilstand",
        "rapport.tilstand",
        "",
        "Slik er oppfølgingen: frister, eiere og rapporter (internt)",
    ),
    Kommando(
        "beredskap",
        "rapport.beredskap",
        "",
        "Beredskapen i tall, eller paragraf for paragraf (internt)",
    ),
    Kommando(
        "manedsrapport",
        "rapport.manedsrapport",
        "",
        "Økonomien i en måned, for hver enhet (internt)",
    ),
    Kommando("arsrapport", "rapport.arsrapport", "", "Oppdrag og vedtak gjennom et år"),
)
KOMMANDOER = (
    Kommando("status", "oppdrag.status", "Følg med", "Hvor står oppdragene?"),
    Kommando(
        "vedtak",
        "vedtak.vedtak",
        "Følg med",
        "Hvilke politiske vedtak er åpne, og hva ble det av de andre?",
    ),
    Kommando("mine", "oppdrag.mine", "Følg med", "Alt som venter på én enhet eller én rolle"),
    Kommando(
        "tilstand",
        "rapportering.oppfolging",
        "Følg med",
        "Slik er oppfølgingen: frister, eiere, og rapporter i tide",
    ),
    Kommando("frister", "arshjul.frister", "Følg med", "Hva forfaller framover?"),
    Kommando(
        "vis",
        "poster.vis",
        "Følg med",
        "Alt om et oppdrag, et vedtak, et mål, en aktivitet eller en enhet",
    ),
    Kommando("finn", "poster.finn", "Følg med", "Let etter ord i alt"),
    Kommando("maal", "maal.maal", "Følg med", "Målene: satsingsområder, hovedmål og delmål"),
    Kommando(
        "okonomi",
        "okonomi.okonomi",
        "Følg med",
        "Økonomien: brukt, ventet ved årsslutt, og tiltakene",
    ),
    Kommando(
        "beredskap",
        "beredskap.beredskap",
        "Følg med",
        "Beredskapen: planer, øvelser, og det som mangler",
    ),
    Kommando(
        "sjekkliste",
        "dialog.sjekkliste",
        "Følg med",
        "Det brevet venter av ledere, og hva dataene svarer",
    ),
    Kommando("arshjul", "arshjul.arshjul", "Følg med", "Årets aktiviteter, måned for måned"),
    Kommando("endringer", "tid.endringer", "Følg med", "Hva er endret mellom to tidspunkter?"),
    Kommando(
        "historikk",
        "tid.historikk",
        "Følg med",
        "Hva er endret i et oppdrag, vedtak eller budsjett?",
    ),
    Kommando("ny", "", "Gjennom året", "Nytt oppdrag, vedtak eller ny oppgave", under=_NY),
    Kommando(
        "deleger", "oppdrag.deleger", "Gjennom året", "Deleger oppfølgingen av et oppdrag videre"
    ),
    Kommando(
        "oppdater",
        "rapportering.oppdater",
        "Gjennom året",
        "Meld hvor et oppdrag eller vedtak står",
    ),
    Kommando("nytt-aar", "tid.nytt_aar", "Gjennom året", "Før oppdragene videre til neste år"),
    Kommando("brev", "", "Gjennom året", "Lås styringsbrevet slik det ble gitt", under=_BREV),
    Kommando("importer", "", "Gjennom året", "Lister fra andre systemer inn", under=_IMPORTER),
    Kommando(
        "tertial",
        "",
        "Rapporter",
        "Skjemaer ut og inn, purring, levering og godkjenning",
        under=_TERTIAL,
    ),
    Kommando(
        "maaned",
        "",
        "Rapporter",
        "Økonomien måned for måned: ut, inn, purring og levering",
        under=_MAANED,
    ),
    Kommando(
        "rapport",
        "",
        "Rapporter",
        "Ferdige dokumenter: Markdown, HTML, Word og PDF",
        under=_RAPPORT,
    ),
    Kommando("eksport", "eksport.eksport", "Rapporter", "Åpne data: flate tabeller til andre"),
    Kommando(
        "nettsted", "nettsted.nettsted", "Rapporter", "Sider til å bla i, som filer uten tjener"
    ),
    Kommando("valider", "kontroll.valider", "Kontroller", "Er dataene riktige?"),
    Kommando("regler", "kontroll.regler", "Kontroller", "Reglene, og håndboken for én av dem"),
    Kommando("hjelp", "felles.vis_hjelp", "Sett opp", "Les dokumentene som følger med"),
    Kommando("init", "oppsett.init", "Sett opp", "Begynn med din egen kommune"),
    Kommando(
        "oppsett", "", "Sett opp", "Editoren, fullføring med TAB, og JSON Schema", under=_OPPSETT
    ),
)
UTEN_KOMMANDO = "poster.oversikt"
FULLFORING = "_STYRING_COMPLETE"
"""The environment variable by which a shell asks for completion."""
