"""What stands beside a unit's form: how to fill it in."""

ARK = "Hjelp"
OM_PLANEN = "Virksomhetsplan"
"""What is said of the tab for the plan, which is not in every form."""
HJELP = (
    ("Slik fyller dere ut", ""),
    (
        "Hvite felter",
        "er deres. De grå er låst, så hver rad kan kjennes igjen når skjemaet kommer tilbake.",
    ),
    (
        "Status",
        "sier hvor arbeidet er. Framdrift sier hvordan det går. Begge velges fra listen i cellen.",
    ),
    (
        "Ingen endring",
        (
            "Er saken meldt før, og ingenting nytt siden sist, velg «ingen endring siden sist,"
            " bekreftet» under Status, og la resten av raden stå tom."
        ),
    ),
    (
        OM_PLANEN,
        (
            "På arket «Virksomhetsplan» skriver dere hva dere vil få til på kort og lang sikt, også"
            " fra HR-strategien. Én linje for hver ting, også for enhetene under dere."
        ),
    ),
    (
        "Usikkert eller ikke i rute",
        (
            "Skriv når det nå forventes ferdig. Er det ikke i rute, skriv også hva som gjøres, hvem"
            " som gjør det, og når."
        ),
    ),
    (
        "Kommentar",
        (
            "Hva er gjort, hva gjenstår, og når er det ferdig? To–tre setninger. Folkevalgte leser"
            " den."
        ),
    ),
    (
        "Forventet ferdig",
        (
            "En dag (15.11.2023), en måned (2023-11 eller november 2023), et kvartal (3. kvartal)"
            " eller et tertial."
        ),
    ),
    (
        "Vedtak",
        (
            "avsluttes av de folkevalgte. Er alt gjort, velg «foreslås avsluttet», og skriv i"
            " kommentaren hva som er gjort."
        ),
    ),
    ("Bidrag", "er andres oppdrag, der dere har delansvar. Skriv bare om deres egen del."),
    (
        "Til kommunedirektøren",
        (
            "Skriv her når dere trenger en avklaring eller hjelp. Det kommer ikke med i rapporter"
            " til folkevalgte og innbyggere."
        ),
    ),
    (
        "Personopplysninger",
        "Skriv aldri navn, telefonnummer eller fødselsnummer. Bruk rolle og enhet.",
    ),
    (
        "Når dere er ferdige",
        (
            "Lagre filen, og send den tilbake til den dere fikk den av. En halvferdig fil kan også"
            " sendes; det som mangler, kan komme senere."
        ),
    ),
)
