"""The shipped data is the letter: counted, and compared word for word with the letter's
own tables.
"""

import json
from datetime import date

import pytest

from styring.fag.nar import forekomster
from styring.lesing.innlesing import les_inn
from styring.prosjekt.tre import Arbeidstre
from styring.register.register import Register
from tests.conftest import ROT, Kjor

FASIT = (ROT / "tests" / "fasit" / "brevet-2023.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def register() -> Register:
    return les_inn(Arbeidstre(ROT)).register


def test_ingen_feil_og_ingen_advarsel(kjor: Kjor) -> None:
    ut = kjor("valider", "--streng", "--prosjekt", ROT).ut
    assert ut.startswith(
        "Ingen feil. Lest 42 filer: 6 enheter, 1 styringsbrev, 4 satsingsområder, 6 hovedmål, 16"
        " delmål, 32 oppdrag"
    )


def test_tall_for_maalene(kjor: Kjor) -> None:
    svar = json.loads(kjor("maal", "--format", "json", "--prosjekt", ROT).ut)["svar"]
    assert svar["antall"] == {
        "satsingsomraader": 4,
        "hovedmaal": 6,
        "delmaal": 16,
        "ansvarsmerker": 47,
    }
    assert svar["ansvar_per_enhet"] == {
        "HOM": 10,
        "KUL": 11,
        "TEK": 8,
        "SOS": 8,
        "STYV": 4,
        "OUS": 6,
    }
    assert svar["koblinger_oppgitt"] is False


def test_tall_for_oppdragene(kjor: Kjor) -> None:
    svar = json.loads(kjor("status", "--format", "json", "--prosjekt", ROT).ut)["svar"]
    assert svar["antall"] == 32
    assert {enhet["kode"]: enhet["antall"] for enhet in svar["enheter"]} == {
        "HOM": 3,
        "KUL": 8,
        "TEK": 4,
        "SOS": 5,
        "STYV": 7,
        "OUS": 5,
    }
    assert {enhet["kode"] for enhet in svar["enheter"] if enhet["type"] == "avdeling"} == {
        "SOS",
        "STYV",
    }


def test_tekstene_er_brevets(register: Register) -> None:
    """The tables of the letter, as text: each row with its codes, in the letter's order."""
    linjer = []
    for omraade in register.omraader:
        linjer.append(f"# {omraade.verdi.navn}")
        for hovedmaal in omraade.verdi.hovedmaal:
            linjer.append(f"## {hovedmaal.tittel}")
            linjer += [
                f"{delmaal.tittel} | {', '.join(delmaal.ansvar)}" for delmaal in hovedmaal.delmaal
            ]
    linjer.append("# Dette er oppdragene for 2023:")
    for kode in register.styringsbrev[2023].verdi.rekkefolge:
        linjer += [
            f"{post.verdi.tittel} | {kode}"
            for post in register.oppdrag.values()
            if post.verdi.ansvarlig == kode
        ]
    assert "\n".join(linjer) + "\n" == FASIT


def test_ingenting_er_gjettet(register: Register) -> None:
    for post in register.oppdrag.values():
        oppdrag = post.verdi
        assert (
            oppdrag.frist,
            oppdrag.art,
            oppdrag.delansvar,
            oppdrag.delmaal,
            oppdrag.baerekraftsmaal,
        ) == (None, None, (), (), ())
        assert oppdrag.hentet_fra is None
    assert all(plass.delmaal.verdi.baerekraftsmaal == () for plass in register.delmaal.values())


DATOER_2023 = {
    "a-melding": "01-05 02-06 03-06 04-05 05-05 06-05 07-05 08-07 09-05 10-05 11-06 12-05",
    "kostra-skjema": "01-16",
    "kostra-tjenester": "02-15",
    "kostra-regnskap": "02-22",
    "kostra-4b": "04-17",
    "kostra-kvartal-2": "08-05",
    "kostra-kvartal-3": "10-20",
    "kostra-forelopig": "03-15",
    "kostra-endelig": "06-15",
    "arsregnskap-avlagt": "02-22",
    "arsberetning": "03-31",
    "revisjonsberetning": "04-15",
    "arsregnskap-vedtatt": "06-30",
    "budsjettsak-merforbruk": "06-30",
    "tertial-1-slutt": "04-30",
    "tertial-2-slutt": "08-31",
    "internkontroll": "12-31",
    "okonomiplan-vedtatt": "12-13",
    "innstilling-okonomiplan": "11-29",
    "kommunevalg": "09-11",
    "forhandsstemming-slutt": "09-08",
    "konstituerende-mote": "10-18",
    "beredskapsplan": "12-31",
    "perspektivmelding": "05-24",
    "styringsdialoger": "",
    "styringsbrev": "",
}


@pytest.mark.parametrize("id_", DATOER_2023)
def test_datoene_i_2023_hjulet(register: Register, id_: str) -> None:
    aktivitet = register.aktiviteter[id_].verdi
    dager = [
        f.dag for f in forekomster(aktivitet, 2023, lambda annen: register.aktiviteter[annen].verdi)
    ]
    assert dager == [date.fromisoformat(f"2023-{dag}") for dag in DATOER_2023[id_].split()]


def test_det_som_gjentas_svarer_for_andre_aar(kjor: Kjor) -> None:
    hendelser = json.loads(
        kjor("arshjul", "--aar", "2024", "--format", "json", "--prosjekt", ROT).ut
    )["svar"]["hendelser"]
    dager = {hendelse["id"]: hendelse["dag"] for hendelse in hendelser}
    assert dager["innstilling-okonomiplan"] == "2024-12-17"
    assert dager["planstrategi"] == "2024-10-18"
    assert dager["kostra-4b"] == "2024-04-15"
    assert "kommunevalg" not in dager
