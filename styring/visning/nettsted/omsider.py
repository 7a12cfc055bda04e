"""The pages about the pages: how it works, what the data are, and for whom they can be read."""

from collections.abc import Iterator, Sequence

from styring import __version__
from styring.fag.kalender import langdato
from styring.fag.norsk import antall
from styring.fag.tilstand import OPPDRAGSTILSTANDER, VEDTAKSTILSTANDER
from styring.sporring.nettsted.nettstedsvar import Nettstedsvar
from styring.visning.felles.blokker import Bit, Felter, Kolonne, Overskrift, Tabell, linje
from styring.visning.felles.merker import tilstandsbit
from styring.visning.nettsted.deler import kalenderadresse, kalendernavn, koden, neste_linje
from styring.visning.nettsted.nettblokker import Fil, Filer, Nettblokk, Nettside, Ute

_BETYR = {
    "ferdig": "arbeidet er meldt ferdig",
    "avsluttes": "arbeidet avsluttes ved årsskiftet",
    "i_rute": "det går som planlagt",
    "usikkert": "det kan bli forsinket eller annerledes enn planlagt",
    "ikke_i_rute": "det går ikke som planlagt, og enheten har sagt hva som gjøres",
    "ikke_rapportert": "ingen har meldt hvordan det går; det er aldri det samme som «i rute»",
    "bortfalt": "det skal ikke gjøres lenger",
    "foreslatt_avsluttet": "administrasjonen mener det er gjort; organet har ikke avsluttet det",
    "avsluttet": "organet som vedtok det, har avsluttet det",
}
_SLIK = """\
Kommunestyret vedtar mål, budsjett og enkeltvedtak. Kommunedirektøren gir hver enhet oppdrag for \
året i et styringsbrev. Hver enhet melder hvordan det går, og rapporten går til kommunestyret.
En status er det enheten sist meldte, med dagen den ble meldt og perioden den gjelder. Den er ikke \
endret av den som lager sidene. Den står til neste rapport, eller til organet avslutter saken.
Et politisk vedtak avsluttes bare av organet som vedtok det. Administrasjonen kan foreslå det.
Oppdrag er arbeid. Om et mål er nådd, sier tallene, aldri hvor mye arbeid som er gjort.\
"""


def slik_virker_det(svar: Nettstedsvar) -> Nettside:
    """What the words and the signs mean."""
    tilstander = tuple(dict.fromkeys((*OPPDRAGSTILSTANDER, *VEDTAKSTILSTANDER)))
    rader = tuple((tilstandsbit(ett), Bit(_BETYR[ett.value])) for ett in tilstander)
    innhold: tuple[Nettblokk, ...] = (
        *map(linje, _SLIK.split("\n")),
        neste_linje(svar),
        Overskrift("Hva ordene betyr", niva=2),
        Tabell((Kolonne("Status"), Kolonne("Betyr", fri=True)), rader),
    )
    return Nettside("", "Slik virker det", innhold, slag="om")


def om_dataene(svar: Nettstedsvar, filer: Sequence[tuple[str, str]]) -> Nettside:
    """What the pages are made of, and where the data are as files."""
    return Nettside("", "Om dataene", tuple(_dataene(svar, filer)), slag="om")


def _dataene(svar: Nettstedsvar, filer: Sequence[tuple[str, str]]) -> Iterator[Nettblokk]:
    yield Felter(
        (
            ("Kommune", Bit(svar.kommune)),
            ("Slik det var kjent", Bit(langdato(svar.dag))),
            ("Dataene (gits tre-id)", koden(svar.tre)),
            ("Laget med", Bit(f"styring {__version__}")),
        )
    )
    yield linje(utelatt(svar))
    yield linje(
        "Dataene er vanlige tekstfiler med hele historien. De samme dataene gir de samme sidene,"
        " til siste byte. Tre-id-en sier hvilke data det er."
    )
    yield Overskrift("Åpne data", niva=2)
    yield linje("Det viktigste av det sidene viser, som tabeller. Adressene er faste.")
    yield Filer(tuple(Fil(adresse, adresse, om) for adresse, om in filer))
    yield Overskrift("Kalendere", niva=2)
    yield linje("Fristene til Outlook og andre. De som er tomme nå, fylles når det kommer noe.")
    yield Filer(tuple(Fil(kalenderadresse(ett), kalendernavn(svar, ett)) for ett in svar.kalendere))
    yield Overskrift("Følg med", niva=2)
    yield linje("Hver enhet, hvert organ og hvert vedtak har en strøm (Atom) nederst på siden sin.")


def utelatt(svar: Nettstedsvar) -> str:
    """How many records this reader does not see."""
    if not svar.utelatt:
        return "Ingen saker er holdt utenfor."
    return (
        f"{antall(svar.utelatt, 'sak')} er unntatt eller interne, og er ikke med på sidene eller i"
        " tallene."
    )


def tilgjengelighet(svar: Nettstedsvar) -> Nettside:
    """The statement that the law asks for: where the municipality has it, else that it has none
    yet. Those inside see what it must hold.
    """
    erklaering = svar.tilgjengelighetserklaering
    innhold: list[Nettblokk] = [
        linje(
            "Sidene er laget for å følge WCAG 2.1 på nivå A og AA: de virker uten mus og uten"
            " skript, med forstørrelse til 400 %, i lyst og mørkt, og ingenting sies med farge"
            " alene. Figurene har tekst som sier det samme."
        ),
        Overskrift("Tilgjengelighetserklæringen", niva=2),
    ]
    if erklaering:
        innhold.append(Ute(erklaering, f"Erklæringen til {svar.kommune}"))
    else:
        innhold.append(linje(f"{svar.kommune} har ikke oppgitt hvor erklæringen er."))
    if not svar.er_offentlig and not erklaering:
        innhold.append(
            linje(
                "Prøv sidene slik de er publisert, og fyll ut erklæringen hos Tilsynet for"
                " universell utforming av ikt: kjente feil, hvem det sies fra til, og når den sist"
                " ble oppdatert. Skriv adressen i tilgjengelighetserklaering i data/kommune.yaml."
            )
        )
    return Nettside("", "Tilgjengelighet", tuple(innhold), slag="om")
