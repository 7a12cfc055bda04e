"""When an aktivitet happens, branch by branch."""

from datetime import date

import pytest

from styring.fag.nar import ForLangKjede, UgyldigNar, forekomster, kan_beregnes, maaned_dag, proev
from styring.modell.arshjul import Aktivitet, EnDag, Gjentakelse, HvertAar, Nar, Relativ


def aktivitet(nar: Nar, rod_dag: str = "star") -> Aktivitet:
    # a plain str for a literal
    return Aktivitet(
        tittel="A",
        type="politisk",
        kategori="okonomi",
        hjul=("overordnet",),
        nar=nar,
        rod_dag=rod_dag,  # type: ignore[arg-type]
        kilde="k",
    )


def dager(nar: Nar, aar: int, **andre: Nar) -> list[str]:
    return [
        str(f.dag)
        for f in forekomster(
            aktivitet(nar), aar, lambda id_: aktivitet(andre[id_]) if id_ in andre else None
        )
    ]


def test_skuddag() -> None:
    assert dager(HvertAar(hvert_ar="02-29"), 2023) == ["2023-02-28"]
    assert dager(HvertAar(hvert_ar="02-29"), 2024) == ["2024-02-29"]
    with pytest.raises(UgyldigNar, match="finnes ikke i noe år"):
        maaned_dag("02-30", 2024)


@pytest.mark.parametrize(
    "nar",
    [
        HvertAar(hvert_ar="02-30", fastsatt=(date(2023, 12, 13),)),
        HvertAar(hvert_ar="02-30", hvert=4, fra=2024),
    ],
)
@pytest.mark.parametrize("aar", [2022, 2023, 2024, 2025])
def test_en_umulig_dag_er_umulig_hvert_aar(nar: HvertAar, aar: int) -> None:
    with pytest.raises(UgyldigNar, match="finnes ikke i noe år"):
        forekomster(aktivitet(nar), aar, lambda _: None)


def test_en_dag_og_gjentakelse() -> None:
    assert dager(EnDag(dato=date(2023, 9, 11)), 2023) == ["2023-09-11"]
    assert dager(EnDag(dato=date(2023, 9, 11)), 2024) == []
    assert dager(Gjentakelse(rrule="FREQ=YEARLY;BYEASTER=-2", fra=date(2020, 1, 1)), 2023) == [
        "2023-04-07"
    ]
    assert dager(
        Gjentakelse(rrule="FREQ=MONTHLY;BYDAY=1MO;BYMONTH=3", fra=date(2020, 1, 1)), 2023
    ) == ["2023-03-06"]
    assert dager("ikke_oppgitt", 2023) == []


def test_relative_kjeder() -> None:
    fra = HvertAar(hvert_ar="12-31", fastsatt=(date(2023, 12, 13),))
    assert dager(Relativ(fra_aktivitet="f", dager=-14), 2023, f=fra) == ["2023-11-29"]
    assert dager(Relativ(fra_aktivitet="f", aar=1), 2024, f=fra) == ["2024-12-13"]
    assert dager(Relativ(fra_aktivitet="f", maneder=2), 2024, f=fra) == ["2024-02-13"]
    assert dager(
        Relativ(fra_aktivitet="g", dager=7), 2023, g=Relativ(fra_aktivitet="f", dager=-14), f=fra
    ) == ["2023-12-06"]
    assert dager(Relativ(fra_aktivitet="f", dager=1), 2023, f="ikke_oppgitt") == []


def test_ring_og_ukjent() -> None:
    ring = Relativ(fra_aktivitet="a", dager=1)
    with pytest.raises(UgyldigNar, match="ring"):
        dager(ring, 2023, a=ring)
    with pytest.raises(UgyldigNar, match="finnes ikke"):
        dager(ring, 2023)
    with pytest.raises(UgyldigNar, match="ring"):
        kan_beregnes(aktivitet(ring), lambda _: aktivitet(ring))
    with pytest.raises(UgyldigNar, match="finnes ikke"):
        kan_beregnes(aktivitet(ring), lambda _: None)


@pytest.mark.parametrize(
    ("nar", "aarene"),
    [
        (HvertAar(hvert_ar="06-10"), [2022, 2023, 2024, 2025, 2026]),
        (HvertAar(hvert_ar="06-10", fra=2024), [2024, 2025, 2026]),
        (HvertAar(hvert_ar="06-10", til=2024), [2022, 2023, 2024]),
        (HvertAar(hvert_ar="06-10", fra=2023, hvert=2), [2023, 2025]),
        (HvertAar(hvert_ar="06-10", fra=2022, til=2025, hvert=4), [2022]),
    ],
)
def test_hvert_aar_fra_og_til(nar: HvertAar, aarene: list[int]) -> None:
    assert [aar for aar in range(2022, 2027) if dager(nar, aar)] == aarene


def test_det_som_er_fastsatt_gaar_foran_regelen() -> None:
    nar = HvertAar(hvert_ar="06-10", fastsatt=(date(2023, 6, 14), date(2024, 6, 12)))
    assert [dager(nar, aar) for aar in (2023, 2024, 2025)] == [
        ["2023-06-14"],
        ["2024-06-12"],
        ["2025-06-10"],
    ]


def test_hvert_andre_aar_maa_si_naar_det_begynner() -> None:
    with pytest.raises(UgyldigNar, match="«fra» må si"):
        dager(HvertAar(hvert_ar="06-10", hvert=2), 2024)


@pytest.mark.parametrize(
    ("rrule", "fra", "ventet"),
    [
        # a month that lacks the day gives its last one
        (
            "FREQ=MONTHLY;BYMONTHDAY=31;UNTIL=20240415",
            date(2024, 1, 1),
            ["2024-01-31", "2024-02-29", "2024-03-31"],
        ),
        ("FREQ=MONTHLY;COUNT=2", date(2024, 1, 30), ["2024-01-30", "2024-02-29"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2", date(2024, 2, 1), ["2024-02-29", "2024-03-31"]),
        ("FREQ=MONTHLY;BYMONTH=2,6;BYMONTHDAY=30", date(2024, 1, 1), ["2024-02-29", "2024-06-30"]),
        ("FREQ=YEARLY", date(2020, 2, 29), ["2024-02-29"]),
        ("FREQ=WEEKLY;INTERVAL=26", date(2024, 1, 1), ["2024-01-01", "2024-07-01", "2024-12-30"]),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-1;COUNT=1", date(2024, 5, 1), ["2024-05-27"]),
        # a day named twice is one
        ("FREQ=MONTHLY;BYMONTHDAY=30,31;COUNT=2", date(2024, 2, 1), ["2024-02-29", "2024-03-30"]),
    ],
)
def test_gjentakelse(rrule: str, fra: date, ventet: list[str]) -> None:
    assert dager(Gjentakelse(rrule=rrule, fra=fra), 2024) == ventet


@pytest.mark.parametrize(
    "rrule",
    [
        "FREQ=DAILY",
        "FREQ=SECONDLY",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;COUNT=0",
        "FREQ=MONTHLY;BYHOUR=3",
        "FREQ=MONTHLY;UNTIL=20240431T000000Z",
        "FREQ",
        "",
    ],
)
def test_en_regel_utenfor_det_vi_forstaar_er_ugyldig(rrule: str) -> None:
    with pytest.raises(UgyldigNar):
        proev(aktivitet(Gjentakelse(rrule=rrule, fra=date(2024, 1, 1))))


def test_en_regel_uten_en_eneste_dag_er_ugyldig_og_gir_ingen() -> None:
    aldri = Gjentakelse(rrule="FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30,31", fra=date(2024, 1, 1))
    assert dager(aldri, 2024) == []
    with pytest.raises(UgyldigNar, match="ingen dager"):
        proev(aktivitet(aldri))


def test_en_kjede_kan_ha_ti_ledd_og_ikke_elleve() -> None:
    ledd: dict[str, Nar] = {
        f"a{nr}": Relativ(fra_aktivitet=f"a{nr + 1}", dager=1) for nr in range(10)
    }
    ledd["a9"] = HvertAar(hvert_ar="06-10")
    assert dager(Relativ(fra_aktivitet="a0", dager=1), 2024, **ledd) == ["2024-06-20"]
    ledd |= {"a9": Relativ(fra_aktivitet="a10", dager=1), "a10": HvertAar(hvert_ar="06-10")}
    with pytest.raises(ForLangKjede, match="lengre enn 10 ledd"):
        dager(Relativ(fra_aktivitet="a0", dager=1), 2024, **ledd)


def test_roed_dag_i_kjeden_flyttes_ledd_for_ledd() -> None:
    """1 May is a holiday: the middle link is moved first, and the next counts from there."""
    rot = aktivitet(HvertAar(hvert_ar="05-01"), rod_dag="neste_virkedag")
    neste = aktivitet(Relativ(fra_aktivitet="rot", dager=1))
    [forekomst] = forekomster(neste, 2024, {"rot": rot}.get)
    assert str(forekomst.dag) == "2024-05-03"


def test_om_en_dag_kan_regnes_ut() -> None:
    fra = {"f": aktivitet("ikke_oppgitt"), "g": aktivitet(HvertAar(hvert_ar="06-10"))}
    assert not kan_beregnes(aktivitet(Relativ(fra_aktivitet="f", dager=1)), fra.get)
    assert kan_beregnes(aktivitet(Relativ(fra_aktivitet="g", dager=1)), fra.get)


@pytest.mark.parametrize(
    ("nar", "grunn"),
    [
        (HvertAar(hvert_ar="06-31"), "finnes ikke i noe år"),
        (HvertAar(hvert_ar="06-10", fra=2024, til=2023), "«til» er før «fra»"),
        (
            HvertAar(hvert_ar="06-10", fastsatt=(date(2024, 6, 1), date(2024, 6, 2))),
            "flere dager i 2024",
        ),
        (
            HvertAar(hvert_ar="06-10", fra=2024, fastsatt=(date(2023, 6, 1),)),
            "som regelen ikke gjelder for",
        ),
        (
            HvertAar(hvert_ar="06-10", til=2024, fastsatt=(date(2025, 6, 1),)),
            "som regelen ikke gjelder for",
        ),
        (Relativ(fra_aktivitet="f"), "hvor langt det er"),
    ],
)
def test_hva_som_er_galt_med_en_regel(nar: Nar, grunn: str) -> None:
    with pytest.raises(UgyldigNar, match=grunn):
        proev(aktivitet(nar))


@pytest.mark.parametrize(
    "nar",
    [
        HvertAar(hvert_ar="06-10", fra=2020, til=2024, fastsatt=(date(2021, 6, 1),)),
        Gjentakelse(rrule="FREQ=MONTHLY", fra=date(2024, 1, 31)),
        Relativ(fra_aktivitet="f", dager=0),
        EnDag(dato=date(2024, 6, 1)),
        "ikke_oppgitt",
    ],
)
def test_en_god_regel_er_god(nar: Nar) -> None:
    proev(aktivitet(nar))
