"""Preparedness: ``data/beredskap/``.

Of the analysis of risks only that it is made, when, by whom, and what remains to be done: no
hendelser, scores or weaknesses are kept in git (``docs/beredskap.md`` says why).
"""

from typing import Annotated, Literal

from styring.modell.form import (
    INTERNT,
    Antall,
    Dag,
    Kode,
    Merkelapp,
    Omraade,
    Prosa,
    Rekke,
    Slugg,
    Tittel,
    felt,
    post,
)

Beredskapsleser = Literal["intern", "unntatt"]
Planslag = Literal[
    "overordnet",
    "kriseledelse",
    "varsling",
    "ressurser",
    "evakuering",
    "befolkningsvarsling",
    "krisekommunikasjon",
    "fagplan",
]
_Antall = Annotated[int, Omraade(0, 9999)]


@post
class Tiltakstall:
    """Hvor mange tiltak analysen har, åpne og ferdige, en dag."""

    dato: Dag = felt(INTERNT, "Dagen de ble talt.")
    apne: _Antall = felt(INTERNT, "Hvor mange som ikke er gjort.")
    ferdige: _Antall = felt(INTERNT, "Hvor mange som er gjort.")


@post
class Ros:
    """Helhetlig risiko- og sårbarhetsanalyse: at den er laget, og hva som gjenstår."""

    dato: Dag = felt(INTERNT, "Dagen analysen var ferdig, eller sist oppdatert.")
    organ: Kode | None = felt(
        INTERNT, "Organet den er forankret i. Tomt: ikke oppgitt.", default=None
    )
    sak: Merkelapp | None = felt(
        INTERNT, "Saken den ble behandlet i, for eksempel KS 61/22.", default=None
    )
    enheter: Rekke[Kode] = felt(INTERNT, "Enhetene som har vært med i arbeidet.", default=())
    tiltakstall: Rekke[Tiltakstall] = felt(
        INTERNT, "Antall tiltak hver gang de er talt, eldste først.", default=()
    )
    arkiv: Merkelapp | None = felt(
        INTERNT, "Hvor analysen ligger: saksnummeret i arkivet, aldri en lenke.", default=None
    )
    offentlighet: Beredskapsleser = felt(
        INTERNT, "Hvem som kan lese posten: aldri offentligheten.", default="intern"
    )
    unntakshjemmel: Prosa | None = felt(
        INTERNT, "Hjemmelen noen har vurdert, når posten er unntatt.", default=None
    )


@post
class Beredskapsplan:
    """En beredskapsplan: hvem som eier den, og når den sist er revidert og prøvd."""

    tittel: Tittel = felt(INTERNT, "Navnet på planen.")
    type: Planslag = felt(INTERNT, "Hva slags plan det er.")
    eier: Kode = felt(INTERNT, "Enheten som skal holde planen oppdatert.")
    revidert: Rekke[Dag] = felt(INTERNT, "Dagene planen er revidert, eldste først.", default=())
    varsling_provd: Rekke[Dag] = felt(
        INTERNT, "Dagene varslingen er prøvd, eldste først.", default=()
    )
    arkiv: Merkelapp | None = felt(INTERNT, "Hvor planen ligger, aldri en lenke.", default=None)
    offentlighet: Beredskapsleser = felt(
        INTERNT, "Hvem som kan lese posten: aldri offentligheten.", default="intern"
    )
    unntakshjemmel: Prosa | None = felt(
        INTERNT, "Hjemmelen noen har vurdert, når posten er unntatt.", default=None
    )


@post
class Hendelsesmangel:
    """Noe en øvelse eller en hendelse viste at ikke er godt nok, og hva som gjøres."""

    nr: Annotated[int, Omraade(1, 99)] = felt(INTERNT, "Nummer innenfor hendelsen.")
    tekst: Prosa = felt(INTERNT, "Hva som mangler, uten det en angriper kan bruke.")
    tiltak: Prosa | None = felt(INTERNT, "Hva som gjøres med det.", default=None)
    ansvarlig: Merkelapp | None = felt(INTERNT, "Koden til en enhet, eller en rolle.", default=None)
    frist: Dag | None = felt(INTERNT, "Siste dag.", default=None)
    ferdig: Dag | None = felt(INTERNT, "Dagen det ble rettet.", default=None)


@post
class Beredskapshendelse:
    """En øvelse eller en uønsket hendelse, evalueringen og det den viste."""

    tittel: Tittel = felt(INTERNT, "Hva det var.")
    type: Literal["ovelse", "hendelse"] = felt(INTERNT, "Øvelse eller uønsket hendelse.")
    dato: Dag = felt(INTERNT, "Dagen det var, eller begynte.")
    planer: Rekke[Slugg] = felt(
        INTERNT, "Filnavnene til planene som ble øvd eller brukt.", default=()
    )
    enheter: Annotated[Rekke[Kode], Antall(1)] = felt(INTERNT, "Enhetene som deltok.")
    evaluert: Dag | None = felt(
        INTERNT, "Dagen evalueringen var ferdig. Tomt: ikke evaluert.", default=None
    )
    mangler: Rekke[Hendelsesmangel] = felt(
        INTERNT, "Det evalueringen viste at mangler.", default=()
    )
    offentlighet: Beredskapsleser = felt(
        INTERNT, "Hvem som kan lese posten: aldri offentligheten.", default="intern"
    )
    unntakshjemmel: Prosa | None = felt(
        INTERNT, "Hjemmelen noen har vurdert, når posten er unntatt.", default=None
    )
