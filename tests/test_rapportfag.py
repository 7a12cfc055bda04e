"""The rules of the trade that reporting stands on: points in time, periods, case numbers,
deadlines, readability, claims.
"""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styring.fag.frist import dager_flyttet, frist_per, gjorte
from styring.fag.kalender import MAANEDER, kortdato, langdato
from styring.fag.lesbarhet import antall_ord, lix
from styring.fag.periode import forste_dag, perioden, perioder_i, siste_dag, tidspunkt_med_ord
from styring.fag.saksnummer import Saksnummer, les, like
from styring.fag.skreven_tid import hvorfor_ikke, les_dag, les_tidspunkt
from styring.fag.tilstand import Tilstand
from styring.fag.vurdering import lysere_enn_delene
from styring.modell.form import TIDSPUNKT
from styring.modell.kommune import Periodetype, Rapporteringsrutine
from styring.modell.oppdrag import Fristendring

dager = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@given(dager, st.sampled_from(["iso", "kort", "lang", "strek", "forkortet"]))
def test_enhver_dag_leses_slik_folk_skriver_den(dag: date, form: str) -> None:
    skrevet = {
        "iso": dag.isoformat(),
        "kort": kortdato(dag),
        "lang": langdato(dag),
        "strek": f"{dag.day}/{dag.month}/{dag.year}",
        # without its full stop «jul» is Christmas
        "forkortet": f"{dag.day}. {MAANEDER[dag.month - 1][:3].replace('jul', 'jul.')} {dag.year}",
    }[form]
    assert les_tidspunkt(skrevet) == dag.isoformat()
    assert siste_dag(dag.isoformat()) == forste_dag(dag.isoformat()) == dag


@given(st.text(max_size=25), st.one_of(st.none(), st.integers(2000, 2099)))
def test_enhver_tekst_er_en_tid_eller_ingenting(skrevet: str, aar: int | None) -> None:
    lest = les_tidspunkt(skrevet, aar)
    assert lest is None or (
        re.fullmatch(TIDSPUNKT.regex, lest)
        and siste_dag(lest) is not None
        and les_tidspunkt(tidspunkt_med_ord(lest)) == lest
    )


@given(st.from_regex(TIDSPUNKT.regex, fullmatch=True))
def test_det_som_er_lagret_kan_vises_og_leses(tidspunkt: str) -> None:
    """First and last day are in order, and the words say the same as what is stored; a day that
    does not exist has none.
    """
    forste, siste = forste_dag(tidspunkt), siste_dag(tidspunkt)
    if siste is None:
        assert forste is None
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", tidspunkt)
        return
    assert forste is not None
    assert forste <= siste < forste + timedelta(124)
    assert les_tidspunkt(tidspunkt_med_ord(tidspunkt)) == tidspunkt
    assert (siste + timedelta(1)).day == 1 or forste == siste


@pytest.mark.parametrize(
    ("skrevet", "lest"),
    [
        ("2023-11", "2023-11"),
        ("november 2023", "2023-11"),
        ("Nov. 2023", "2023-11"),
        ("11/2023", "2023-11"),
        ("innen november 2023", "2023-11"),
        ("3. kvartal 2023", "2023-K3"),
        ("Q3 2023", "2023-K3"),
        ("2023-k3", "2023-K3"),
        ("2. tertial 2023", "2023-T2"),
        ("2023-T2", "2023-T2"),
        ("31.12.23", "2023-12-31"),
        ("1.2.2023", "2023-02-01"),
        ("3. kvartal", "2023-K3"),
        ("november", "2023-11"),
        ("15. november", "2023-11-15"),
        ("15.11.", "2023-11-15"),
        ("15.11", "2023-11-15"),
        ("29.2.2023", None),
        ("31.11.2023", None),
        ("13.13.2023", None),
        ("5. kvartal", None),
        ("snart", None),
        ("", None),
        ("2023", None),
        ("45", None),
        ("1. kvartal 1999", None),
        ("uke 38", "2023-09-24"),
        ("første halvår 2025", "2025-06"),
        ("innan 2. halvår", "2023-12"),
        ("andre kvartal", "2023-K2"),
        ("i løpet av 3. kvartal", "2023-K3"),
        ("i løpet av 2024", "2024-12-31"),
        ("innan utgangen av 2024", "2024-12-31"),
        ("ultimo mars 2024", "2024-03"),
        *((f"{foran} mars", None) for foran in ("midten av", "medio", "primo", "begynnelsen av")),
        ("i begynnelsen av 2. halvår 2024", None),
        ("senest 15. desember", "2023-12-15"),
        ("innen 15.12.", "2023-12-15"),
        ("fredag 15. desember", "2023-12-15"),
        ("laurdag 5. april 2025", "2025-04-05"),
        ("lørdag den 05.04.2025", "2025-04-05"),
        ("fredag 5. april 2025", None),
        ("mandag", None),
        ("mandag " * 2000, None),
        ("mandag mandag 16. oktober", None),
        ("mandag april 2025", None),
    ],
)
def test_tidspunkt(skrevet: str, lest: str | None) -> None:
    assert les_tidspunkt(skrevet, 2023) == lest


@given(st.text(max_size=25), st.one_of(st.none(), st.integers(2000, 2099)))
def test_en_dag_er_det_samme_som_tidspunktet_eller_ingenting(skrevet: str, aar: int | None) -> None:
    dag = les_dag(skrevet, aar)
    assert dag is None or les_tidspunkt(skrevet, aar) == dag.isoformat()


@pytest.mark.parametrize(
    "skrevet", ["01.10.2023", "2023-10-01", "1. oktober", "søndag 1. oktober 2023", "1.10"]
)
def test_en_dag_som_er_skrevet_som_en(skrevet: str) -> None:
    assert les_dag(skrevet, 2023) == date(2023, 10, 1)


@pytest.mark.parametrize(
    "skrevet",
    [
        *("innen 01.10.2023", "senest 1. oktober", "jul", "uke 40", "årsskiftet"),
        *("utgangen av 2023", "oktober", "3. kvartal", "høsten", "i løpet av 2023"),
    ],
)
def test_det_noen_har_tenkt_er_ingen_dag(skrevet: str) -> None:
    assert les_tidspunkt(skrevet, 2023) is not None
    assert les_dag(skrevet, 2023) is None


def test_perioder() -> None:
    rutine = Rapporteringsrutine(
        perioder={
            "H2": Periodetype(navn="andre halvår", slutt="12-31"),
            "F": Periodetype(navn="februar", slutt="02-29"),
        }
    )
    assert [periode.id for periode in perioder_i(rutine, 2023)] == ["2023-F", "2023-H2"]
    assert (perioder_i(rutine, 2023)[0].slutt, perioder_i(rutine, 2024)[0].slutt) == (
        date(2023, 2, 28),
        date(2024, 2, 29),
    )
    assert perioder_i(rutine, 2023)[1].er_arsslutt
    assert perioden(rutine, "2023-T1") is None
    assert perioden(None, "2023-F") is None


@pytest.mark.parametrize(
    ("skrevet", "lest"),
    [
        ("KS 54/22", ("KS", 54, 2022)),
        ("PS 75/16", ("PS", 75, 2016)),
        ("KST-sak 134/19", ("KST", 134, 2019)),
        ("KS-sak 133/29", ("KS", 133, 2029)),
        ("k-sak 1/2018", ("K", 1, 2018)),
        ("13/19", ("", 13, 2019)),
        ("sak 13/19", ("", 13, 2019)),
        ("ks54/22", ("KS", 54, 2022)),
        ("KS sak 54/2022", ("KS", 54, 2022)),
        ("15/00110-31", None),
        ("KS", None),
        ("54", None),
        ("KS 54-22", None),
        ("", None),
        ("KS 54/222", None),
        ("KS 99999/22", None),
    ],
)
def test_saksnummer(skrevet: str, lest: tuple[str, int, int] | None) -> None:
    assert les(skrevet) == lest


@given(
    st.sampled_from(["KS", "FSK", ""]),
    st.integers(1, 1999),  # «2024/73» is case 73 of 2024: no organ has had two thousand in a year
    st.integers(2000, 2099),
    st.booleans(),
    st.booleans(),
)
def test_saksnummer_betyr_det_samme_uansett_form(
    organ: str, nr: int, aar: int, kort: bool, med_sak: bool
) -> None:
    skrevet = (
        f"{organ}{'-sak' if med_sak and organ else ''} {nr}/{aar % 100:02}"
        if kort
        else f"{organ} {nr}/{aar}"
    )
    lest = les(skrevet.strip())
    assert lest == Saksnummer(organ, nr, aar)
    assert like(lest, Saksnummer("KS", nr, aar), "KS") == (organ in ("KS", ""))


@given(st.lists(st.tuples(dager, dager), max_size=6), dager, dager)
def test_fristen_paa_en_dag(flyttinger: list[tuple[date, date]], forste: date, dag: date) -> None:
    """The deadline on a day is what the last change by then made it, worked out here
    step by step.
    """
    flyttinger = sorted(flyttinger)
    endringer, naa, fasit = [], forste, forste
    for naar, til in flyttinger:
        endringer.append(Fristendring(dato=naar, fra=naa, til=til, begrunnelse="x"))
        naa = til
        fasit = til if naar <= dag else fasit
    assert frist_per(naa, endringer, dag) == fasit
    assert len(gjorte(endringer, dag)) == sum(naar <= dag for naar, _ in flyttinger)
    assert sum(dager_flyttet(endring) or 0 for endring in endringer) == (naa - forste).days


def test_lix() -> None:
    assert lix("") == 0
    assert lix("Dette er en kort setning. Den er lett.") == round(8 / 2 + 100 * 1 / 8)
    assert antall_ord("Sak 3: uteområder og nye-baner") == 4


T = Tilstand


@pytest.mark.parametrize(
    ("vurdering", "telling", "lysere"),
    [
        ("Alle oppdrag går som planlagt.", {T.I_RUTE: 2, T.USIKKERT: 1}, True),
        ("Alle oppdrag går som planlagt.", {T.I_RUTE: 3}, False),
        ("Alt er i rute, bortsett fra boligplanen.", {T.I_RUTE: 2, T.IKKE_I_RUTE: 1}, False),
        ("Ingen avvik.", {T.IKKE_I_RUTE: 1}, True),
        ("Tre av fem oppdrag går som planlagt.", {T.I_RUTE: 2, T.USIKKERT: 3}, True),
        ("Tre av fem oppdrag går som planlagt.", {T.I_RUTE: 2, T.FERDIG: 1, T.USIKKERT: 2}, False),
        ("3 av 5 er i rute. To er usikre.", {T.I_RUTE: 3, T.USIKKERT: 2}, False),
        ("Mye er krevende.", {T.IKKE_I_RUTE: 4}, False),
    ],
)
def test_vurdering_som_er_lysere_enn_delene(
    vurdering: str, telling: dict[Tilstand, int], lysere: bool
) -> None:
    assert (lysere_enn_delene(vurdering, telling) is not None) == lysere


@pytest.mark.parametrize(
    ("skrevet", "aar", "hvorfor"),
    [
        ("tirsdag 30.9.2024", None, "30.09.2024 er en mandag"),
        ("laurdag 4. april", 2025, "04.04.2025 er en fredag"),
        ("15. juni", None, "skriv også året"),
        ("jul 2023", None, ""),
        ("31.6.2024", None, "juni 2024 har 30 dager"),
        ("mandag april 2025", None, ""),
        ("snart", 2024, ""),
    ],
)
def test_hvorfor_en_dag_ikke_er_en(skrevet: str, aar: int | None, hvorfor: str) -> None:
    assert hvorfor_ikke(skrevet, aar) == hvorfor


def test_to_mellomrom_er_som_ett() -> None:
    assert les_dag("mandag\u00a0 2.9.2024") == date(2024, 9, 2)
