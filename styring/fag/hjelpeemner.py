"""What «styring hjelp» can tell of: each subject by its word, and the other words people use."""

from typing import NamedTuple


class Emne(NamedTuple):
    """One subject: the document it stands in, what it is about, and other words for it."""

    navn: str
    hjelp: str
    andre: tuple[str, ...] = ()


EMNER = (
    Emne("kom-i-gang", "Fra ingenting til den første rapporten", ("begynne", "start", "init")),
    Emne("kommandoer", "Alle kommandoene", ("kommando",)),
    Emne("rapportering", "Skjemaer ut og inn, levering og godkjenning", ("excel", "skjema")),
    Emne("rapporter", "Dokumentene: Word, PDF, HTML og Markdown", ("word", "pdf", "maler")),
    Emne("beredskap", "Planer, øvelser og hva som ikke skal stå her", ("ros", "øvelse")),
    Emne("sjekkliste", "Det brevet ber om, og hva som svarer", ("forventninger",)),
    Emne("nettsted", "Sidene å bla i, og adressene der", ("nettside", "publisere", "atom")),
    Emne("skalering", "Fra én kommune til hele landet", ("landet", "duckdb", "parquet")),
    Emne("lister", "Lister fra andre systemer, og kartet over kolonnene", ("kart", "liste", "csv")),
    Emne(
        "okonomi", "Økonomien: budsjett, regnskap, prognoser", ("økonomi", "budsjett", "regnskap")
    ),
    Emne("maal", "Målene: indikatorer, målinger og om de nås", ("mål", "indikator", "ssb")),
    Emne("rette-data", "Endre og legge til for hånd", ("yaml", "prettier", "editor")),
    Emne("datoer", "Hvordan en dag eller en tid skrives", ("dato", "nar", "frist")),
    Emne("perioder", "Tertial og andre perioder", ("periode", "tertial")),
    Emne("historie", "Slik det var, og hva som er endret", ("git", "versjoner")),
    Emne("ci", "Kontroll før commit og i kodelageret", ("github", "gitlab", "pre-commit")),
    Emne("sikkerhet", "Hva som er hemmelig for hvem", ("unntatt", "offentlig", "tilgang")),
    Emne("utgangskoder", "Hva 0, 1, 2, 3 og 130 betyr", ("utgangskode", "feil")),
    Emne("tegn", "Hva tegnene betyr", ("symboler", "farger", "legende")),
    Emne("datamodell", "Hvert felt i hver datafil", ("felt", "format")),
    Emne("regler", "Hver regel, med eksempel", ("regel",)),
    Emne("sporsmal", "Spørsmål som kan stilles, med svar", ("spørsmål",)),
    Emne("ordliste", "Ordene", ("ord",)),
)
