"""Whether goals are reached: lights, trends and counts held against a count of another kind."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from styring.fag.baerekraftsmaal import FN_MAALENE, finnes, med_navn
from styring.fag.indikator import Maallys, Maalpunkt, Utvikling, lyset, utviklingen
from styring.modell.indikator import Indikator, Nullpunkt
from tests.conftest import Kjor
from tests.skjemahjelp import EKSEMPEL

TALL = st.integers(-1000, 1000).map(lambda tall: Decimal(tall) / 4)
AAR = st.integers(2015, 2030)


def punkt(aar: int, verdi: Decimal, *, brudd: bool = False) -> Maalpunkt:
    dag = date(aar, 12, 31)
    return Maalpunkt(aar, verdi, dag, dag, forelopig=False, brudd=brudd, kilde="x", merknad="")


@st.composite
def indikatorer(draw: st.DrawFn) -> Indikator:
    retning = draw(st.sampled_from(["opp", "ned", "intervall"]))
    grenser = sorted((draw(TALL), draw(TALL)))
    intervall = retning == "intervall"
    return Indikator(
        kode="x",
        navn="X",
        enhet="prosent",
        retning=retning,  # type: ignore[arg-type]  # one of the three
        kilde="y",
        nullpunkt=draw(st.none() | st.builds(Nullpunkt, aar=AAR, verdi=TALL)),
        maaltall=None
        if intervall
        else draw(st.dictionaries(AAR.map(str), TALL, max_size=4)) or None,
        nedre=grenser[0] if intervall else None,
        ovre=grenser[1] if intervall else None,
        terskel=draw(st.none() | TALL.map(abs)),
    )


@st.composite
def serier(draw: st.DrawFn) -> list[Maalpunkt]:
    aarene = sorted(draw(st.sets(AAR, max_size=6)))
    return [punkt(aar, draw(TALL), brudd=draw(st.booleans())) for aar in aarene]


def naadd_for_haand(ind: Indikator, sist: Maalpunkt) -> str:
    """The light worked out by fractions, year by year."""
    verdi = Fraction(sist.verdi)
    if ind.retning == "intervall":
        nedre, ovre = Fraction(ind.nedre or 0), Fraction(ind.ovre or 0)
        utenfor = nedre - verdi if verdi < nedre else verdi - ovre if verdi > ovre else Fraction(0)
    else:
        maal = None
        for aar in range(2000, sist.aar + 1):
            maal = (ind.maaltall or {}).get(str(aar), maal)
        if maal is None:
            return "senere" if ind.maaltall else "uten_maaltall"
        mangler = Fraction(maal) - verdi if ind.retning == "opp" else verdi - Fraction(maal)
        utenfor = max(mangler, Fraction(0))
    if utenfor == 0:
        return "nadd"
    return "naer" if utenfor <= Fraction(ind.terskel or 0) else "ikke_nadd"


@given(indikatorer(), serier())
def test_lyset_er_det_en_annen_regner_ut(ind: Indikator, serie: list[Maalpunkt]) -> None:
    ventet = naadd_for_haand(ind, serie[-1]) if serie else "ikke_maalt"
    assert lyset(ind, serie) == ventet


@given(indikatorer(), serier())
def test_utviklingen_gaar_aldri_over_et_brudd(ind: Indikator, serie: list[Maalpunkt]) -> None:
    svar = utviklingen(ind, serie)
    if not serie or serie[-1].brudd:
        assert svar is Utvikling.UKJENT
        return
    if len(serie) > 1:
        foer: Decimal | None = serie[-2].verdi
    else:
        start = ind.nullpunkt
        foer = start.verdi if start and start.aar < serie[0].aar else None
    if foer is None:
        assert svar is Utvikling.UKJENT
    elif ind.retning != "intervall":
        opp = serie[-1].verdi - foer if ind.retning == "opp" else foer - serie[-1].verdi
        assert svar.value == ("uendret" if opp == 0 else "bedre" if opp > 0 else "verre")


def test_ikke_maalt_er_aldri_groent() -> None:
    uten = Indikator(kode="x", navn="X", enhet="y", retning="opp", kilde="z")
    assert lyset(uten, []) is Maallys.IKKE_MAALT
    assert lyset(uten, [punkt(2023, Decimal(5))]) is Maallys.UTEN_MAALTALL


@pytest.mark.parametrize(
    "dag", ["2022-12-31", "2023-11-01", "2024-02-01", "2024-03-15", "2024-10-20"]
)
def test_ingen_tall_er_fra_etter_dagen(kjor: Kjor, dag: str) -> None:
    """The last figure of each indicator by code that reads the files by itself."""
    kjent: dict[str, tuple[int, str]] = {}
    for fil in sorted((EKSEMPEL / "data/maalinger").glob("*.yaml")):
        for maaling in yaml.safe_load(fil.read_text(encoding="utf-8"))["maalinger"]:
            if maaling["maalt"] <= date.fromisoformat(dag):
                # of two figures of a year the last one stands last in the file
                kjent[maaling["indikator"]] = (int(fil.stem), str(maaling["verdi"]))
    svar = kjor("maal", "--status", "--format", "csv", "--dato", dag, "--prosjekt", EKSEMPEL).ut
    hode, *rader = (rad.split(";") for rad in svar.lstrip("\ufeff").splitlines())
    vist = {
        rad[hode.index("indikator")]: (
            int(rad[hode.index("aar")]),
            rad[hode.index("verdi")].replace(",", "."),
        )
        for rad in rader
        if rad[hode.index("aar")]
    }
    assert vist == kjent


def test_status_for_maalene_som_en_leser_ser_den(kjor: Kjor) -> None:
    svar = kjor("maal", "HE", "--status", "--dato", "2024-10-20", "--prosjekt", EKSEMPEL).ut
    assert svar.replace("\u00a0", " ") == (
        "Måloppnåelse\tHele kommunen\n"
        "3 indikatorer: 1 nær, 1 før måltallet, 1 ikke målt. 1 av 2 mål er ikke målt.\n"
        "HE Helse hele livet\n"
        "Mål og indikator\tSist\tÅr\tMåltall\tUtvikling\tStatus\n"
        "HE-1.1 Flere får hjelp før behovet blir stort\t\t\t\t\t\n"
        "Innbyggere som fikk hverdagsrehabilitering\t78\t2023\t80 (2023)\t▁▁┊▅▆█ bedre\tnær\n"
        "Innbyggere over 80 år som bor hjemme (foreløpig)\t88,1 %\t2023\t89 % (2025)\t▁▂▄▇█ bedre"
        "\tfør måltallet\n"
        "HE-2.1 Boliger og bygg er tilpasset behovene framover\t\t\t\t\t\n"
        "Kommunale boliger som er tilpasset\t–\t–\t40 (2024)\t\tikke målt\n"
        "«┊» er et brudd: tallene før og etter kan ikke sammenlignes.\n"
        "Status sier om siste tall når måltallet for sitt år, ikke hvor mye arbeid som er gjort."
        " «Bedre» og «verre» er mot det forrige tallet, eller mot nullpunktet.\n"
    )
    feil = kjor("maal", "--sektor", "HOM", "--prosjekt", EKSEMPEL, ventet=2).feil
    assert "--sektor gjelder bare --status" in feil


def test_lorenskog_har_ingen_indikatorer(kjor: Kjor) -> None:
    """The letter gives none: every goal is «ikke målt»."""
    svar = kjor("maal", "--status").ut
    assert "16 av 16 mål er ikke målt." in svar
    assert "nådd" not in svar.replace("når måltallet", "")


def test_fn_har_169_delmaal() -> None:
    assert sum(maal.tall + maal.bokstaver for maal in FN_MAALENE) == 169
    assert len(FN_MAALENE) == 17
    assert [m for m in ("4", "4.7", "4.a", "17.19", "13.b") if not finnes(m)] == []
    assert [m for m in ("0", "18", "4.8", "4.d", "17.20", "4.0", "4.07") if finnes(m)] == []
    assert finnes(Decimal("8.10"))
    assert not finnes(Decimal("8.11"))
    assert (med_navn(4), med_navn(Decimal("4.7"))) == ("4 God utdanning", "4.7 (God utdanning)")


def test_et_tall_er_kjent_naar_det_er_maalt_og_lest(kjor: Kjor, tmp_path: Path) -> None:
    rot = tmp_path / "k"
    kjor("init", rot, "--navn", "K", "--enhet", "OUS Oppvekst")
    (rot / "data/maal").mkdir(exist_ok=True)
    (rot / "data/maal/tf.yaml").write_text(
        "kode: TF\nnr: 1\nnavn: Trygg\nhovedmaal:\n  - kode: TF-1\n    tittel: Alle leser\n"
        "    indikatorer:\n      - {kode: lesing, navn: Leser godt, enhet: prosent, retning: opp,"
        " kilde: Prøver}\n",
        encoding="utf-8",
    )
    (rot / "data/maalinger").mkdir()
    (rot / "data/maalinger/2023.yaml").write_text(
        "maalinger:\n  - {indikator: lesing, verdi: 57.125, maalt: 2023-10-14, lest: 2024-02-01}\n",
        encoding="utf-8",
    )
    for dag, ventet in ((date(2024, 1, 31), "ikke målt"), (date(2024, 2, 1), "57,125 %")):
        spor = ("maal", "--status", "--prosjekt", rot, "--dato", dag)
        assert ventet in kjor(*spor).ut
        assert ("57" in kjor(*spor).ut) is (dag > date(2024, 2, 1) - timedelta(1))


def test_et_maal_vises_med_hele_serien(kjor: Kjor) -> None:
    """And as it was on a day: neither a figure nor a note from after it."""
    p = ("--prosjekt", EKSEMPEL)
    ut = kjor("vis", "HE-1.1", "--dato", "2024-10-20", *p).ut.replace("\u00a0", " ")
    assert (
        "Innbyggere som fikk hverdagsrehabilitering (hverdagsrehabilitering): nær\n"
        "  Måltall: 80 (2023). ▁▁┊▅▆█ bedre\n"
        "  2019: 35 · 2020: 41 ┊ 2021: 64 · 2022: 70 · 2023: 78\n"
        "  2021: Fra 2021 telles også de som fikk trening hos fysioterapeuten.\n"
        "  Måleenhet: antall. Retning: opp. Kilde: Egen registrering. Nullpunkt: år 2018, verdi 30."
        " Måltall: 2023: 80. Terskel: 5. Frekvens: årlig. Ansvarlig: HOM.\n"
    ) in ut
    assert "2023: 88,1 % (foreløpig)" in ut
    assert (
        "02.05.2024 FOS: To nye stillinger" in kjor("vis", "OP-2.1", "--dato", "2024-05-02", *p).ut
    )
    foer = kjor("vis", "OP-2.1", "--dato", "2024-05-01", *p).ut
    assert "To nye stillinger" not in foer
    assert "2023: 5 %" in foer
    assert "2023: 5 %" not in kjor("vis", "OP-2.1", "--dato", "2024-03-14", *p).ut
