"""The tables of open data, in the order they are written."""

from collections.abc import Iterator
from datetime import date

from styring.fag.maalvurdering import er_vurdert
from styring.fag.periode import perioden
from styring.fag.tilstand import LUKKEDE
from styring.modell.arshjul import Aktivitet
from styring.modell.indikator import Indikator, Maaling
from styring.modell.kommune import Enhet, Kommune
from styring.modell.maal import Delmaal
from styring.modell.okonomikapittel import Kapittelomraade
from styring.modell.oppdrag import Oppdrag
from styring.modell.rapport import Maalvurdering, Melding
from styring.modell.vedtak import Vedtak
from styring.register.maalingene import indikatorstedene, seriene
from styring.register.maalvurderingene import vurderingene_per
from styring.register.meldingene import punktet, svares_i
from styring.register.register import Register
from styring.register.viderefort import arvtakeren
from styring.sporring.arshjul.arshjul import hendelser_i, uten_dag_fordi
from styring.sporring.eksport.tabell import Eksportkolonne, Rad, Tabellslag, fra, liste
from styring.sporring.oppdrag.stilling import (
    Stilling,
    alle_oppdrag_som_staar,
    vedtak_som_staar,
    vedtaket,
)

_FRAM = 1
"""Years of the wheel after that of the day."""


def _kommunen(register: Register, _dag: date) -> Iterator[Rad]:
    if register.kommune:
        yield register.navn, register.leser.value, register.utelatt


def _enhetene(register: Register, _dag: date) -> Iterator[Rad]:
    for kode, enhet in register.enheter.items():
        yield kode, enhet.navn, enhet.type, enhet.overordnet


def _maalene(register: Register, _dag: date) -> Iterator[Rad]:
    for post in register.omraader:
        omraade = post.verdi
        yield omraade.kode, "satsingsområde", None, omraade.navn, "", ""
        for over in omraade.hovedmaal:
            yield over.kode, "hovedmål", omraade.kode, over.tittel, "", ""
            for ett in over.delmaal:
                fn_maal = liste(ett.baerekraftsmaal)
                yield ett.kode, "delmål", over.kode, ett.tittel, liste(ett.ansvar), fn_maal


def _sakene(register: Register, dag: date) -> Iterator[Rad]:
    for sak in alle_oppdrag_som_staar(register, dag, None):
        delmaal = liste(register.oppdrag[sak.id].verdi.delmaal)
        ny = arvtakeren(register, sak.id, dag)
        yield "oppdrag", *_staar(sak, ny), delmaal, ny, None, None, None, None, None
    for sak in vedtak_som_staar(register, dag, None):
        vedtak, deler = vedtaket(register, sak.id), punktet(register, sak.id)
        hvor = (vedtak.sak, vedtak.organ, vedtak.dato, vedtak.fremmet_av)
        yield vedtak.type, *_staar(sak, None), "", None, *hvor, svares_i(*(deler or (vedtak, None)))


def _staar(sak: Stilling, ny: str | None) -> Rad:
    """What a thing is and how it stands: the columns that oppdrag and vedtak have in common. What
    was carried over is open and due under its new year alone.
    """
    aapen = sak.tilstand not in LUKKEDE and ny is None
    hva = (sak.id, int(sak.id[:4]), sak.tittel, sak.ansvarlig)
    return *hva, sak.frist, sak.forfalt and ny is None, sak.tilstand.value, sak.meldt_i, aapen


def _meldingene(register: Register, dag: date) -> Iterator[Rad]:
    for meldt in register.alle_meldinger():
        if meldt.fra and meldt.fra <= dag:
            ett = meldt.melding
            yield (
                meldt.periode,
                meldt.slag,
                meldt.post,
                meldt.enhet,
                meldt.dag,
                meldt.fra,
                ett.status,
                ett.framdrift,
                ett.forventet_ferdig,
                (ett.kommentar or "").strip(),
            )


def _aktivitetene(register: Register, dag: date) -> Iterator[Rad]:
    for aar in sorted({*register.styringsbrev, dag.year, dag.year + _FRAM}):
        for post in register.aktiviteter.values():
            if uten_dag_fordi(register, post.verdi, aar):
                continue
            for ett in hendelser_i(register, post, aar):
                hva = (ett.id, ett.dag, ett.tittel, ett.type, ett.kategori)
                yield *hva, ett.ansvarlig, ett.hjemmel


def _maalingene(register: Register, dag: date) -> Iterator[Rad]:
    serier = seriene(register, dag)
    for sted in indikatorstedene(register):
        ind = sted.indikator
        om = (ind.kode, ind.navn, sted.maal.kode, ind.enhet, ind.retning)
        for punkt in serier.get(ind.kode, ()):
            tall = (punkt.aar, punkt.verdi, punkt.maalt, punkt.forelopig, punkt.brudd)
            yield *om, *tall, punkt.kilde


def _vurderingene(register: Register, dag: date) -> Iterator[Rad]:
    for id_ in register.samlerapporter:
        periode = perioden(register.rutine, id_)
        sagt = vurderingene_per(register, periode, dag) if periode else {}
        for kode, ett in sagt.items():
            if er_vurdert(ett):
                yield int(id_[:4]), kode, ett.vurdering, (ett.begrunnelse or "").strip()


def _okonomien(register: Register, dag: date) -> Iterator[Rad]:
    for periode, post in register.okonomikapitler.items():
        samlet = register.samlerapporter.get(periode)
        godkjent = samlet.verdi.godkjent if samlet else None
        if godkjent is None or godkjent.dato > dag:
            continue
        for kode, ett in post.verdi.omraader.items():
            tall = (ett.budsjett, ett.regnskap, ett.avvik, ett.etter_tiltak)
            yield periode, post.verdi.maaned, kode, ett.navn, ett.enhet, ett.type, *tall


_ID = Eksportkolonne("id", "tekst", "Id, den samme i alle utgaver.")
_TILSTANDEN = Eksportkolonne(
    "tilstand", "tekst", "Hvordan det sto den dagen dataene er fra: det siste som er meldt."
)
TABELLENE = (
    Tabellslag(
        "kommune",
        "Kommunen, og hva dataene er.",
        ("navn",),
        (
            fra(Kommune, "navn"),
            Eksportkolonne("leser", "tekst", "Hvem dataene er for."),
            Eksportkolonne("utelatt", "heltall", "Saker som er unntatt, og ikke er med."),
        ),
        _kommunen,
    ),
    Tabellslag(
        "enhet",
        "Enhetene, slik de er nå.",
        ("kode",),
        (
            Eksportkolonne("kode", "tekst", "Koden til enheten."),
            fra(Enhet, "navn"),
            fra(Enhet, "type"),
            fra(Enhet, "overordnet"),
        ),
        _enhetene,
    ),
    Tabellslag(
        "maal",
        "Satsingsområdene, hovedmålene og delmålene.",
        ("kode",),
        (
            fra(Delmaal, "kode"),
            Eksportkolonne("nivaa", "tekst", "Satsingsområde, hovedmål eller delmål."),
            Eksportkolonne("over", "tekst", "Koden til det målet ligger under."),
            fra(Delmaal, "tittel"),
            fra(Delmaal, "ansvar"),
            fra(Delmaal, "baerekraftsmaal"),
        ),
        _maalene,
    ),
    Tabellslag(
        "sak",
        "Oppdragene og vedtakene, og hvordan de står.",
        ("id",),
        (
            Eksportkolonne("slag", "tekst", "Oppdrag, eller hva slags vedtak."),
            _ID,
            Eksportkolonne("aar", "heltall", "Året oppdraget er gitt for, eller vedtaket er fra."),
            fra(Oppdrag, "tittel"),
            fra(Oppdrag, "ansvarlig"),
            fra(Oppdrag, "frist", "dato"),
            Eksportkolonne("forfalt", "ja_nei", "Fristen er passert, og det er ikke ferdig."),
            _TILSTANDEN,
            Eksportkolonne("meldt_i", "tekst", "Perioden det sist ble meldt i."),
            Eksportkolonne("aapen", "ja_nei", "Det er ikke ferdig, avsluttet eller bortfalt."),
            fra(Oppdrag, "delmaal"),
            Eksportkolonne("viderefort_til", "tekst", "Id-en til oppdraget det står som nå."),
            fra(Vedtak, "sak"),
            fra(Vedtak, "organ"),
            fra(Vedtak, "dato", "dato"),
            fra(Vedtak, "fremmet_av"),
            fra(Vedtak, "svares_i"),
        ),
        _sakene,
    ),
    Tabellslag(
        "melding",
        "Det som er meldt om hver sak i hver periode.",
        ("periode", "sak", "enhet", "slag"),
        (
            Eksportkolonne("periode", "tekst", "Perioden det er meldt for."),
            Eksportkolonne("slag", "tekst", "Oppdrag, bidrag eller vedtak."),
            Eksportkolonne("sak", "tekst", "Id-en til saken."),
            Eksportkolonne("enhet", "tekst", "Enheten som meldte."),
            Eksportkolonne("meldt", "dato", "Dagen det ble meldt."),
            Eksportkolonne(
                "gjelder_fra",
                "dato",
                "Dagen det gjelder fra for leseren: for offentligheten tidligst da det var"
                " godkjent.",
            ),
            fra(Melding, "status"),
            fra(Melding, "framdrift"),
            fra(Melding, "forventet_ferdig"),
            fra(Melding, "kommentar"),
        ),
        _meldingene,
    ),
    Tabellslag(
        "aktivitet",
        "Dagene i årshjulet, for hvert år det er styringsbrev, i år og neste år.",
        ("dag", "id"),
        (
            _ID,
            Eksportkolonne("dag", "dato", "Dagen det skjer."),
            fra(Aktivitet, "tittel"),
            fra(Aktivitet, "type"),
            fra(Aktivitet, "kategori"),
            fra(Aktivitet, "ansvarlig"),
            fra(Aktivitet, "hjemmel"),
        ),
        _aktivitetene,
    ),
    Tabellslag(
        "maaling",
        "Det som er målt: det siste tallet for hvert år.",
        ("indikator", "aar"),
        (
            fra(Indikator, "kode", navn="indikator"),
            fra(Indikator, "navn"),
            Eksportkolonne("maal", "tekst", "Koden til målet det gjelder."),
            fra(Indikator, "enhet"),
            fra(Indikator, "retning"),
            Eksportkolonne("aar", "heltall", "Året tallet gjelder."),
            fra(Maaling, "verdi", "desimaltall"),
            fra(Maaling, "maalt", "dato"),
            fra(Maaling, "forelopig", "ja_nei"),
            fra(Maaling, "brudd", "ja_nei"),
            fra(Maaling, "kilde"),
        ),
        _maalingene,
    ),
    Tabellslag(
        "vurdering",
        "Årets vurdering av hvert mål.",
        ("aar", "maal"),
        (
            Eksportkolonne("aar", "heltall", "Året som vurderes."),
            Eksportkolonne("maal", "tekst", "Koden til målet."),
            fra(Maalvurdering, "vurdering"),
            fra(Maalvurdering, "begrunnelse"),
        ),
        _vurderingene,
    ),
    Tabellslag(
        "okonomi",
        "Økonomien slik hver godkjente rapport viste den, i kroner.",
        ("periode", "kode"),
        (
            Eksportkolonne("periode", "tekst", "Rapporten tallene sto i."),
            Eksportkolonne("maaned", "tekst", "Måneden tallene går til og med; AR er hele året."),
            Eksportkolonne("kode", "tekst", "Koden til budsjettområdet."),
            fra(Kapittelomraade, "navn"),
            fra(Kapittelomraade, "enhet"),
            fra(Kapittelomraade, "type"),
            fra(Kapittelomraade, "budsjett", "desimaltall"),
            fra(Kapittelomraade, "regnskap", "desimaltall"),
            fra(Kapittelomraade, "avvik", "desimaltall"),
            fra(Kapittelomraade, "etter_tiltak", "desimaltall"),
        ),
        _okonomien,
    ),
)
