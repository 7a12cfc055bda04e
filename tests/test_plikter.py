"""The law's days against the wheel.

The lawful days are written here by hand; the table, the wheel and this list are three.
"""

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styring.fag.hjemmel import henvisninger, lover
from styring.fag.nar import forekomster
from styring.fag.plikter import dekkes_av, kodene, plikter
from styring.lesing.innlesing import les_inn
from styring.modell.arshjul import Aktivitet, Gjentakelse, HvertAar
from styring.prosjekt.tre import Arbeidstre
from tests.conftest import ROT, Kjor

HJULET = "data/arshjul.yaml"
AARENE = range(2023, 2029)
SENEST = {
    "arsregnskap-avlagt": "02-22",
    "arsberetning": "03-31",
    "revisjonsberetning": "04-15",
    "etterlevelseskontroll": "06-30",
    "arsregnskap-vedtatt": "06-30",
    "merforbruk": "06-30",
    "internkontroll": "12-31",
    "budsjett-vedtatt": "12-31",
    "skolen": "12-31",
    "barnevernet": "12-31",
    "beredskapsplan": "12-31",
}
"""The duties that recur each year, and the last lawful day, whatever the weekday."""
FLYTTES = {
    2023: {
        "kostra-skjema": "01-16",
        "kostra-tjenester": "02-15",
        "kostra-regnskap": "02-22",
        "kostra-4b": "04-17",
    },
    2024: {
        "kostra-skjema": "01-15",
        "kostra-tjenester": "02-15",
        "kostra-regnskap": "02-22",
        "kostra-4b": "04-15",
    },
    2025: {
        "kostra-skjema": "01-15",
        "kostra-tjenester": "02-17",
        "kostra-regnskap": "02-24",
        "kostra-4b": "04-15",
    },
    2026: {
        "kostra-skjema": "01-15",
        "kostra-tjenester": "02-16",
        "kostra-regnskap": "02-23",
        "kostra-4b": "04-15",
    },
    2027: {
        "kostra-skjema": "01-15",
        "kostra-tjenester": "02-15",
        "kostra-regnskap": "02-22",
        "kostra-4b": "04-15",
    },
    2028: {
        "kostra-skjema": "01-17",
        "kostra-tjenester": "02-15",
        "kostra-regnskap": "02-22",
        "kostra-4b": "04-18",
    },
}
"""The deadlines that a red day moves, year by year, read off a calendar: 15 April 2028 is the
Saturday before Easter.
"""
I_VALGPERIODEN = {
    2023: {
        "innkalling-konstituering": "2023-10-04",
        "konstituering": "2023-10-18",
        "planstrategi": "2024-10-18",
        "planstrategi-forslag": "2024-09-18",
        "forvaltningsrevisjon": "2024-12-31",
        "eierskapskontroll": "2024-12-31",
    },
    2027: {
        "innkalling-konstituering": "2027-10-17",
        "konstituering": "2027-10-31",
        "planstrategi": "2028-10-31",
        "planstrategi-forslag": "2028-10-01",
        "forvaltningsrevisjon": "2028-12-31",
        "eierskapskontroll": "2028-12-31",
    },
}
UTEN_DAG = {
    *("finansrapport", "kontrollutvalgets-uttalelse", "beredskapsovelse", "eierskapsmelding"),
    *("hms-gjennomgang", "amu-rapport"),
}
"""What the law gives no day, and the wheel therefore none."""
REGISTER = les_inn(Arbeidstre(ROT)).register


def dager(kode: str, aar: int) -> list[date]:
    poster = [post.verdi for post in REGISTER.aktiviteter.values() if kode in dekkes_av(post.verdi)]
    assert poster, kode
    return sorted(
        f.dag
        for aktivitet in poster
        for f in forekomster(aktivitet, aar, lambda id_: REGISTER.aktiviteter[id_].verdi)
    )


@pytest.mark.parametrize("aar", AARENE)
def test_hjulet_har_hver_lovbestemt_dag(aar: int) -> None:
    for kode, siste in SENEST.items():
        assert dager(kode, aar), (kode, aar)
        assert dager(kode, aar)[0] <= date.fromisoformat(f"{aar}-{siste}"), (kode, aar)
    for kode, dag in FLYTTES[aar].items():
        assert dager(kode, aar) == [date.fromisoformat(f"{aar}-{dag}")], (kode, aar)
    assert [dag.month for dag in dager("a-melding", aar)] == list(range(1, 13))
    assert len(dager("okonomirapport", aar)) >= 2
    assert dager("likestilling", aar)
    [innstilling], [vedtatt] = dager("innstilling", aar), dager("budsjett-vedtatt", aar)
    assert (vedtatt - innstilling).days >= 14


@pytest.mark.parametrize("valg", I_VALGPERIODEN)
def test_hjulet_har_det_som_kommer_en_gang_i_valgperioden(valg: int) -> None:
    for kode, dag in I_VALGPERIODEN[valg].items():
        assert dager(kode, int(dag[:4])) == [date.fromisoformat(dag)], kode


def test_listen_her_og_tabellen_har_de_samme_pliktene() -> None:
    kjente = {
        *SENEST,
        *FLYTTES[2023],
        *I_VALGPERIODEN[2023],
        *UTEN_DAG,
        "a-melding",
        "okonomirapport",
        "likestilling",
        "innstilling",
        "budsjett-vedtatt",
    }
    assert kjente == set(kodene())


def test_hver_plikt_har_lov_paragraf_og_kilde() -> None:
    for plikt in plikter():
        [henvisning] = henvisninger(plikt.hjemmel)
        assert henvisning.lov, plikt.kode
        assert not henvisning.lov.hel or henvisning.paragraf in henvisning.lov.paragrafer, (
            plikt.kode
        )
        assert "lest november 2026" in plikt.kilde
        assert not plikt.krav.kode or plikt.krav.kode in kodene()


# What is found when the wheel is changed


@pytest.fixture
def kopi(tmp_path: Path) -> Path:
    shutil.copytree(ROT / "data", tmp_path / "data")
    return tmp_path


def funnene(kjor: Kjor, prosjekt: Path) -> list[str]:
    return [
        linje
        for linje in kjor(
            "valider", "--format", "kort", "--tips", "--prosjekt", prosjekt
        ).ut.splitlines()
        if " ST5" in linje
    ]


def endre(prosjekt: Path, hva: Callable[[str], str]) -> None:
    fil = prosjekt / HJULET
    foer = fil.read_text(encoding="utf-8")
    etter = hva(foer)
    assert etter != foer
    fil.write_text(etter, encoding="utf-8")


def uten(id_: str) -> Callable[[str], str]:
    """Take one aktivitet out of the wheel's text."""
    return lambda tekst: re.sub(
        rf"^  {id_}:\n(?:    .*\n|\n(?=    ))*\n?", "", tekst, flags=re.MULTILINE
    )


def i_aktivitet(id_: str, foer: str, naa: str) -> Callable[[str], str]:
    def bytt(tekst: str) -> str:
        start = tekst.index(f"  {id_}:\n")
        return tekst[:start] + tekst[start:].replace(foer, naa, 1)

    return bytt


KAN_SLETTES = sorted(
    {id_ for id_, post in REGISTER.aktiviteter.items() if dekkes_av(post.verdi)}
    - {
        "okonomiplan-vedtatt",
        "konstituerende-mote",
        "planstrategi",
        "arsberetning",
        "skolen-orientering",
    }
)
"""Those that others are not reckoned from, and that are not for later years alone."""


@pytest.mark.parametrize("id_", KAN_SLETTES)
def test_en_lovbestemt_aktivitet_som_slettes_savnes(kjor: Kjor, kopi: Path, id_: str) -> None:
    endre(kopi, uten(id_))
    funn = funnene(kjor, kopi)
    assert len(funn) == 1, funn
    flere_svarer = id_.startswith("tertial-") or id_ == "tilstandsrapport-skole"
    assert f" advarsel {'ST509' if flere_svarer else 'ST508'} " in funn[0]
    assert "§" in funn[0]


def test_flere_som_slettes_nevnes_hver_for_seg(kjor: Kjor, kopi: Path) -> None:
    for id_ in (
        slettet := [
            "arsregnskap-avlagt",
            "revisjonsberetning",
            "arsregnskap-vedtatt",
            "internkontroll",
            "beredskapsplan",
            "redegjorelse-barnevern",
            "kostra-4b",
            "a-melding",
        ]
    ):
        endre(kopi, uten(id_))
    assert len(funnene(kjor, kopi)) == len(slettet)


FLYTTET = {
    "arsregnskap-avlagt": (
        "02-22",
        "05-22",
        "22.05.2023; fristen er 22.02.2023 (kommuneloven § 14-6",
    ),
    "arsregnskap-vedtatt": (
        "06-30",
        "09-30",
        "30.09.2023; fristen er 30.06.2023 (kommuneloven § 14-3",
    ),
    "innstilling-okonomiplan": (
        "-14",
        "-3",
        "10.12.2023; fristen er 14 dager før 13.12.2023: 29.11.2023 (kommuneloven § 14-3",
    ),
    "innkalling-konstituering": (
        "-14",
        "14",
        "01.11.2023; fristen er 14 dager før 18.10.2023: 04.10.2023 (kommuneloven § 7-1",
    ),
    "planstrategi": (
        "aar: 1",
        "aar: 2",
        "18.10.2025; fristen er 18.10.2024 (plan- og bygningsloven § 10-1",
    ),
    "planstrategi-forslag": (
        "-30",
        "-29",
        "19.09.2024; fristen er 30 dager før 18.10.2024: 18.09.2024 (plan- og bygningsloven § 10-1",
    ),
    "forvaltningsrevisjon": (
        "fra: 2024",
        "fra: 2025",
        "31.12.2025; fristen er 31.12.2024 (kommuneloven § 23-3",
    ),
    "konstituerende-mote": (
        "2023-10-18",
        "2023-11-18",
        "18.11.2023; fristen er 31.10.2023 (kommuneloven § 7-1",
    ),
    "a-melding": ("BYMONTHDAY=5", "BYMONTHDAY=6", "mangler en dag senest den 5. i januar"),
    "kostra-4b": ("04-15", "04-16", "16.04.2023; fristen er 15.04.2023 (kommuneloven § 16-1"),
    "arsberetning": ("03-31", "04-01", "01.04.2023; fristen er 31.03.2023 (kommuneloven § 14-7"),
}


@pytest.mark.parametrize("id_", FLYTTET)
def test_en_dag_som_flyttes_for_langt_sies(kjor: Kjor, kopi: Path, id_: str) -> None:
    foer, naa, ventet = FLYTTET[id_]
    endre(kopi, i_aktivitet(id_, foer, naa))
    assert any(ventet in funn for funn in funnene(kjor, kopi)), funnene(kjor, kopi)


def test_en_rod_dag_flytter_ikke_lovens_frist(kjor: Kjor, kopi: Path) -> None:
    """15 April 2023 is a Saturday: moved to the Monday, the auditor's report is too late, and the
    KOSTRA form is not.
    """
    endre(kopi, i_aktivitet("revisjonsberetning", "rod_dag: star", "rod_dag: neste_virkedag"))
    [funn] = funnene(kjor, kopi)
    assert "«Revisjonsberetningen er avgitt» er satt til 17.04.2023; fristen er 15.04.2023" in funn


def test_en_frist_uten_dag_sies(kjor: Kjor, kopi: Path) -> None:
    endre(
        kopi,
        i_aktivitet("arsregnskap-avlagt", "nar:\n      hvert_ar: 02-22\n", "nar: ikke_oppgitt\n"),
    )
    [funn] = funnene(kjor, kopi)
    assert "«Årsregnskapet er avlagt» har ingen dag i 2023; fristen er 22.02.2023" in funn


def test_dekker_og_unntak_svarer_for_en_plikt(kjor: Kjor, kopi: Path) -> None:
    endre(kopi, uten("internkontroll"))
    endre(kopi, uten("eierskapsmelding"))
    assert len(funnene(kjor, kopi)) == 2
    endre(
        kopi,
        i_aktivitet(
            "arsregnskap-vedtatt",
            "    kilde:",
            "    dekker: [arsregnskap-vedtatt, internkontroll]\n    kilde:",
        ),
    )
    kommune = kopi / "data/kommune.yaml"
    kommune.write_text(
        f"{kommune.read_text(encoding='utf-8')}unntak:\n  - {{regel: ST508, id: eierskapsmelding,"
        " grunn: Kommunen eier ingen selskaper}\n",
        encoding="utf-8",
    )
    assert funnene(kjor, kopi) == []


def test_bare_aar_med_brev_eller_skjema_dommes(kjor: Kjor, kopi: Path) -> None:
    endre(kopi, uten("skolen-orientering"))
    assert funnene(kjor, kopi) == []
    (kopi / "data/styringsbrev/2025.yaml").write_text(
        "aar: 2025\nhentet_fra: Økonomiplanen\n", encoding="utf-8"
    )
    [funn] = funnene(kjor, kopi)
    assert "i skolen» har ingen dag" in funn or "står 0 ganger i 2025" in funn


def test_et_hjul_som_ikke_kan_leses_mangler_ingenting(kjor: Kjor, kopi: Path) -> None:
    (kopi / HJULET).write_text("aktiviteter: [\n", encoding="utf-8")
    ut = kjor("valider", "--format", "kort", "--prosjekt", kopi, ventet=1).ut
    assert "ST508" not in ut


# Laws that come and go


def test_en_opphevet_lov_paa_hjulet_sies(kjor: Kjor, kopi: Path) -> None:
    """The law of 1998 stood on the wheels of 2025 to 2027: no year needs a letter for that to be
    known.
    """
    endre(kopi, i_aktivitet("tilstandsrapport-skole", "      til: 2023\n", ""))
    [funn] = funnene(kjor, kopi)
    assert (
        "opplæringslova av 1998 gjaldt til 31.07.2024, men aktiviteten står i årshjulet 31.12.2024"
        in funn
    )


def test_en_lov_som_ikke_gjaldt_enda_sies(kjor: Kjor, kopi: Path) -> None:
    endre(
        kopi,
        i_aktivitet(
            "tilstandsrapport-skole", "opplæringslova av 1998 § 13-3 e", "opplæringslova § 17-12"
        ),
    )
    assert any(
        "opplæringslova gjelder fra 01.08.2024, men aktiviteten står i årshjulet 31.12.2023" in funn
        for funn in funnene(kjor, kopi)
    )


def test_to_lover_med_samme_navn_skilles_paa_aaret() -> None:
    for skrevet, nummer in {
        "opplæringslova § 17-12": "LOV-2023-06-09-30",
        "opplæringslova (1998) § 13-10": "LOV-1998-07-17-61",
        "Opplæringsloven av 1998 § 13-10": "LOV-1998-07-17-61",
    }.items():
        [henvisning] = henvisninger(skrevet)
        assert henvisning.lov is not None
        assert henvisning.lov.nummer == nummer
    assert lover()["opplæringslova av 1998"].til == date(2024, 7, 31)
    assert lover()["opplæringslova"].fra == date(2024, 8, 1)


# Days that a month lacks


def dagene(nar: Gjentakelse | HvertAar, aar: int) -> list[str]:
    aktivitet = Aktivitet(
        tittel="x",
        type="politisk",
        kategori="hms",
        hjul=("detaljert",),
        nar=nar,
        rod_dag="star",
        kilde="x",
    )
    return [f.dag.isoformat() for f in forekomster(aktivitet, aar, lambda _id: None)]


def test_en_maaned_uten_dagen_gir_den_siste(kjor: Kjor) -> None:
    """One way for all: the last day of the month, and of February."""
    den_31 = dagene(Gjentakelse(rrule="FREQ=MONTHLY;BYMONTHDAY=31", fra=date(2023, 1, 1)), 2023)
    assert [dag[5:] for dag in den_31] == [
        "01-31",
        "02-28",
        "03-31",
        "04-30",
        "05-31",
        "06-30",
        "07-31",
        "08-31",
        "09-30",
        "10-31",
        "11-30",
        "12-31",
    ]
    assert (
        dagene(HvertAar(hvert_ar="02-29"), 2023)
        == dagene(Gjentakelse(rrule="FREQ=YEARLY", fra=date(2020, 2, 29)), 2023)
        == ["2023-02-28"]
    )
    assert dagene(Gjentakelse(rrule="FREQ=MONTHLY", fra=date(2023, 1, 31)), 2023) == den_31
    assert (
        dagene(
            Gjentakelse(rrule="FREQ=MONTHLY;BYMONTHDAY=30;BYMONTH=2", fra=date(2023, 1, 1)), 2023
        )
        == []
    )


@given(
    dag=st.integers(1, 28),
    hver=st.integers(1, 5),
    start=st.dates(date(2020, 1, 1), date(2022, 12, 28)),
    antall=st.integers(1, 40),
)
def test_en_dag_hver_maaned_har_er_som_i_icalendar(
    dag: int, hver: int, start: date, antall: int
) -> None:
    from dateutil.rrule import rrulestr

    rrule = f"FREQ=MONTHLY;INTERVAL={hver};BYMONTHDAY={dag};COUNT={antall}"
    fasit = [tid.date().isoformat() for tid in rrulestr(rrule, dtstart=start) if tid.year == 2023]
    assert dagene(Gjentakelse(rrule=rrule, fra=start), 2023) == fasit


@given(
    dager=st.lists(st.integers(-31, 31).filter(bool), min_size=1, max_size=3),
    aar=st.integers(2023, 2030),
)
def test_ingen_maaned_hoppes_over(dager: list[int], aar: int) -> None:
    """Whatever days are asked for, each month has one, and none lies outside its month."""
    funnet = dagene(
        Gjentakelse(
            rrule=f"FREQ=MONTHLY;BYMONTHDAY={','.join(map(str, dager))}", fra=date(2023, 1, 1)
        ),
        aar,
    )
    assert {int(dag[5:7]) for dag in funnet} == set(range(1, 13))


def test_fra_og_til_begrenser_aarene() -> None:
    nar = HvertAar(hvert_ar="05-01", fra=2023, til=2025)
    assert [aar for aar in range(2020, 2030) if dagene(nar, aar)] == [2023, 2024, 2025]
