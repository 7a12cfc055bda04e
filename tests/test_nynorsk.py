"""The reports in nynorsk: our own words are translated, every one of them, and what people have
typed stands as they typed it.

``--ny-fasit`` writes the pinned report anew; read the difference before it is committed.
"""

import io
import re
import shutil
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styring.fag import nynorsk
from styring.fag.dekning import avdekk, dekk
from styring.fag.indikator import Maallys
from styring.fag.tilstand import Tilstand
from styring.register import dekket, typer
from styring.register.typer import klassen
from styring.visning.felles.feltvisning import som_ord
from styring.visning.rapport.tegnfarge import NYNORSK
from tests.conftest import ROT, Kjor
from tests.nynorskhjelp import med_skille, uten_ordlisten
from tests.skjemahjelp import EKSEMPEL
from tests.test_feltord import navnene

FASIT = ROT / "tests" / "fasit" / "nynorsk" / "tertial-2024-T2.md"
DAG = ("--dato", "2024-10-20")
TERTIALET = ("tertial", "2024-T2", *DAG)
RAPPORTER = (
    TERTIALET,
    ("tertial", "2024-T1", *DAG, "--for", "intern"),
    ("arsrapport", "--dato", "2025-03-20", "--for", "intern"),
    ("styringsbrev", *DAG),
    ("virksomhetsplan", "--sektor", "FOS", *DAG, "--for", "intern"),
    ("vedtak", *DAG),
    ("styringsdialog", "--sektor", "FOS", *DAG),
    ("styringskonferanse", *DAG, "--for", "ledelse"),
    ("tilstand", *DAG, "--for", "ledelse"),
    ("beredskap", *DAG),
    ("beredskap", "--tilsyn", *DAG),
    ("manedsrapport", "2024-08", *DAG),
)
SKREVET = st.text(
    st.characters(
        exclude_categories=["Cs"],
        exclude_characters=[chr(tegn) for tegn in range(0x17000, 0x17250)],
    )
    | st.sampled_from("ikke fra hva 𠁁𠁡"),
    max_size=40,
)
"""Whatever people may type, but for the signs of Tangut that the letters are moved to."""


def uten_merke(md: str) -> str:
    """The report without the marks of the very data it is of."""
    return re.sub(r"`[0-9a-f]{40}`|tre=\w+|sum=\w+", "…", md)


@pytest.fixture
def granvag(tmp_path: Path) -> Path:
    rot = tmp_path / "granvag"
    shutil.copytree(EKSEMPEL, rot)
    fil = rot / "data" / "kommune.yaml"
    fil.write_text(fil.read_text("utf-8") + "maalform: nn\n", "utf-8")
    return rot


@given(SKREVET)
def test_det_som_er_skrevet_blir_aldri_oversatt(skrevet: str) -> None:
    assert avdekk(dekk(skrevet)) == skrevet
    assert nynorsk.paa_nynorsk(f"Frist, ikke meldt: {dekk(skrevet)}.") == (
        f"Frist, ikkje meldt: {skrevet}."
    )


def test_koder_kommandoer_og_filer_staar_som_de_er() -> None:
    for tekst in (
        "`styring rapport tilstand --for ledelse`",
        "«styring rapport ikke»",
        "[x](ikke.html)",
        "data/rapporter/ikke",
        "DE-1.1",
        "<!-- ikke -->",
        "https://ikke.no/hva?ikke=vi",
        "www.ikke.no",
        "ikke.kommune.no",
        "post.ikke@ikke.no",
    ):
        assert nynorsk.oversett(tekst, md=True) == tekst
    assert nynorsk.oversett("Ikke rapportert, ikke\u00a0i\u00a0rute") == (
        "Ikkje rapportert, ikkje\u00a0i\u00a0rute"
    )


@pytest.mark.parametrize("rapport", RAPPORTER, ids=" ".join)
def test_alle_vaare_ord_er_i_listen(
    rapport: tuple[str, ...], kjor: Kjor, granvag: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is typed is left set apart, so that each word that can be read is one of ours."""
    med_skille(monkeypatch)
    md = kjor("rapport", *rapport, "--format", "md", "--prosjekt", granvag).ut
    assert nynorsk.ukjente_ord(md, md=True) == set()


def test_et_ord_utenfor_listen_blir_funnet() -> None:
    assert nynorsk.ukjente_ord(f"Ikke {dekk('hjemmel')}, hjemmelsgrunnlag, `kode` KS", md=True) == {
        "hjemmelsgrunnlag"
    }


def test_tertialrapporten_paa_nynorsk(
    kjor: Kjor, granvag: Path, request: pytest.FixtureRequest
) -> None:
    md = kjor("rapport", *TERTIALET, "--format", "md", "--prosjekt", granvag).ut
    if request.config.getoption("--ny-fasit"):
        FASIT.parent.mkdir(exist_ok=True)
        FASIT.write_text(uten_merke(md), "utf-8")
    assert uten_merke(md) == FASIT.read_text("utf-8")
    for ord_ in ("meirforbruk", "blir tatt til orientering", "Ikkje rapportert"):
        assert ord_ in md


@pytest.mark.parametrize("rapport", RAPPORTER, ids=" ".join)
def test_det_samme_er_skrevet_i_samme_rekkefolge(
    rapport: tuple[str, ...], kjor: Kjor, granvag: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing is translated, the report is letter by letter the one in bokmål."""
    nb = kjor("rapport", *rapport, "--format", "md", "--prosjekt", EKSEMPEL).ut
    uten_ordlisten(monkeypatch)
    nn = kjor("rapport", *rapport, "--format", "md", "--prosjekt", granvag).ut
    assert uten_merke(nn) == uten_merke(nb)


def test_navnet_paa_en_enhet_kan_brukes(kjor: Kjor, granvag: Path) -> None:
    navn = "Kultur og frivillighet"
    spor = ("rapport", "virksomhetsplan", "--sektor", navn, *DAG, "--for", "intern")
    assert navn in kjor(*spor, "--format", "md", "--prosjekt", granvag).ut


def test_en_feil_sies_med_vanlige_bokstaver(kjor: Kjor, granvag: Path) -> None:
    svar = kjor("rapport", "arsrapport", "--dato", "2024-10-20", "--prosjekt", granvag, ventet=None)
    assert svar.kode == 2
    assert "årsslutt 2024 er ikke godkjent" in svar.feil


def test_dokumentet_sier_selv_at_det_er_nynorsk(kjor: Kjor, granvag: Path, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    fil = tmp_path / "t.html"
    kjor("rapport", *TERTIALET, "--ut", fil, "--prosjekt", granvag)
    html = fil.read_text("utf-8")
    assert '<html lang="nn">' in html
    assert "Hopp til innhaldet" in html
    assert "Innhold" not in html
    ord_ = tmp_path / "t.docx"
    kjor("rapport", *TERTIALET, "--ut", ord_, "--prosjekt", granvag)
    dokument = docx.Document(io.BytesIO(ord_.read_bytes()))
    assert dokument.core_properties.language == "nn-NO"
    assert any(avsnitt.text == "Innhald" for avsnitt in dokument.paragraphs)
    for form in ("pdf", "json"):
        ut = tmp_path / f"t.{form}"
        kjor("rapport", *TERTIALET, "--ut", ut, "--prosjekt", granvag)
        assert ut.stat().st_size


PURRING = ("tertial", "purring", "2024-AR", "--dato", "2025-01-25")


def test_purringen_er_paa_nynorsk(kjor: Kjor, granvag: Path, tmp_path: Path) -> None:
    """The text to each unit; the terminal around it stays in bokmål."""
    svar = kjor(*PURRING, "--ut", tmp_path, "--prosjekt", granvag).ut
    assert "enheter har ikke levert" in svar
    tekst = (tmp_path / "2024-AR-KUL.txt").read_text("utf-8")
    assert "Vi manglar skjemaet frå Kultur og frivillighet for årsslutt 2024." in tekst
    assert "– Følge opp planen for forebygging (2024-FOS-02)" in tekst
    assert "Den samla vurderinga manglar også." in svar


def test_ordene_i_purringen_er_i_listen(
    kjor: Kjor, granvag: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    med_skille(monkeypatch)
    kjor(*PURRING, "--ut", tmp_path, "--prosjekt", granvag)
    filer = sorted(tmp_path.glob("2024-AR-*.txt"))
    assert filer
    for fil in filer:
        assert nynorsk.ukjente_ord(fil.read_text("utf-8")) == set()


def test_ordene_i_figurene_er_paa_nynorsk(kjor: Kjor, granvag: Path, tmp_path: Path) -> None:
    fil = tmp_path / "a.html"
    spor = ("rapport", "arsrapport", "--aar", "2024", "--dato", "2025-03-20", "--for", "intern")
    kjor(*spor, "--ut", fil, "--prosjekt", granvag)
    figurer = " ".join(re.findall(r"(?s)<svg.*?</svg>", fil.read_text("utf-8")))
    for ord_ in ("måltal: ", "Måltal: ", "brot i serien", "førebels", "Korleis det stod: "):
        assert ord_ in figurer
    for ord_ in ("måltall: ", "Måltall: ", "brudd", "foreløpig", "Hvordan", "Ordene"):
        assert ord_ not in figurer


def test_ordene_ved_fargene_er_listens() -> None:
    alle = {ett.ord for ett in (*Tilstand, *Maallys)}
    assert {nynorsk.oversett(ett) for ett in alle} - alle == set(NYNORSK)


def test_hver_linje_i_listen_blir_funnet() -> None:
    """As it is shown: with a capital first, if it could be an id of several words without."""
    for frase in nynorsk.ordlisten():
        vist = frase if nynorsk.oversett(frase) != frase else frase[:1].upper() + frase[1:]
        deler = [del_ for del_, kjent in nynorsk._delene(vist, md=False) if kjent]
        assert deler == [vist]


def test_listen_har_hvert_ord_en_gang() -> None:
    linjer = Path(nynorsk.__file__).with_name("nynorsk.tsv").read_text("utf-8").splitlines()
    assert len(nynorsk.ordlisten()) == len(linjer)
    assert all(len(linje.split("\t")) <= 2 for linje in linjer)
    assert all(unicodedata.is_normalized("NFC", linje) for linje in linjer)


def test_navnet_paa_hvert_felt_og_slag_er_i_listen() -> None:
    """Also of what the example does not have: any record is shown by the names of its fields."""
    alle = {som_ord(navn) for navn in navnene()} | {ord_ for t in typer.alle() for ord_ in t.ord}
    assert nynorsk.ukjente_ord("\n".join(sorted(alle))) == set()


def test_det_som_sies_ved_siden_av_har_vanlige_bokstaver(kjor: Kjor, granvag: Path) -> None:
    """Of what has changed since the report was approved, with the name of the period."""
    fil = granvag / "data" / "oppdrag" / "2024" / "FOS-02.yaml"
    fil.write_text(
        fil.read_text("utf-8").replace("frist: 2024-12-31", "frist: 2024-11-30"), "utf-8"
    )
    svar = kjor("rapport", "tertial", "2024-T1", *DAG, "--prosjekt", granvag)
    assert "er endret siden 1. tertial 2024 ble godkjent" in svar.feil
    assert not re.search("[\U00017041-\U0001724f]", svar.feil + svar.ut)


def test_bare_det_som_er_ord_settes_til_side() -> None:
    """What is left of the fields with text is named: a new one is words until somebody says not."""
    klasser = (klassen(type_) for type_ in typer.alle())
    assert {"maaned", "rrule"} == dekket._SOM_DE_STAAR
    assert "sak" in {navn for ett in klasser for navn in dekket._tekstfelter(ett)}


@pytest.mark.parametrize(
    ("fil", "fra", "til"),
    [
        ("vedtak/2023/KS-062.yaml", "sak: KS 62/23", "sak: KS 62/23 fra møte (ikke godkjent)"),
        ("vedtak/2023/KS-062.yaml", "tittel: ", "tittel: IKKE "),
        ("kommune.yaml", "navn: årsslutt", "navn: IKKE FRA"),
        ("oppdrag/2024/FOS-02.yaml", "tittel: ", "tittel: Ikke 𠁁𠮷 "),
    ],
)
def test_det_som_er_skrevet_staar_i_rapporten(
    kjor: Kjor, granvag: Path, fil: str, fra: str, til: str
) -> None:
    """Capitals, a case number with more beside it, and rare letters."""
    sti = granvag / "data" / fil
    tekst = sti.read_text("utf-8")
    assert fra in tekst
    sti.write_text(tekst.replace(fra, til, 1), "utf-8")
    skrevet = til.partition(": ")[2].strip()
    rapporter = (
        ("vedtak", *DAG),
        ("arsrapport", "--aar", "2023", "--dato", "2024-10-20"),
        ("styringsbrev", *DAG),
    )
    alle = (kjor("rapport", *ett, "--format", "md", "--prosjekt", granvag) for ett in rapporter)
    assert any(skrevet in re.sub(r"\\(.)", r"\1", ett.ut) for ett in alle)


def test_en_lang_kommentar_kortes_som_paa_bokmaal(kjor: Kjor, tmp_path: Path) -> None:
    """After the first sentence: it ends where a capital letter comes after a full stop."""
    ut = []
    for form in ("nb", "nn"):
        rot = tmp_path / form
        shutil.copytree(EKSEMPEL, rot)
        kommunen = rot / "data" / "kommune.yaml"
        kommunen.write_text(kommunen.read_text("utf-8") + f"maalform: {form}\n", "utf-8")
        (rot / "data" / "rapporter" / "2024-T2" / "grunnlag.yaml").unlink()
        fil = rot / "data" / "rapporter" / "2024-T2" / "ORG.yaml"
        lang = (
            "enn leverandøren lovet. Vi har brukt hele våren på dette, ca. 40 dager. Resten kommer."
        )
        tekst = fil.read_text("utf-8")
        assert "enn leverandøren lovet." in tekst
        fil.write_text(tekst.replace("enn leverandøren lovet.", lang), "utf-8")
        spor = ("rapport", "tertial", "2024-T2", "--for", "intern", *DAG, "--format", "md")
        ut.append(kjor(*spor, "--prosjekt", rot).ut)
    for md in ut:
        assert "enn leverandøren lovet. …" in md


def test_paa_bokmaal_er_hver_bokstav_som_den_ble_skrevet(kjor: Kjor, tmp_path: Path) -> None:
    """Nothing is set apart there, so nothing may be given back either: 𠁁 is a letter of its own."""
    rot = tmp_path / "granvag"
    shutil.copytree(EKSEMPEL, rot)
    fil = rot / "data" / "oppdrag" / "2024" / "FOS-02.yaml"
    fil.write_text(fil.read_text("utf-8").replace("tittel: ", "tittel: 𗁁𠁁𠮷󰁁 ", 1), "utf-8")
    p = ("--prosjekt", rot)
    kjor("frister", "--innen", "400d", "--dato", "2024-03-01", "--ics", tmp_path / "f.ics", *p)
    ics = re.sub(r"\r\n[ \t]", "", (tmp_path / "f.ics").read_bytes().decode())
    assert "SUMMARY:𗁁𠁁𠮷󰁁 " in ics


SLEMT = "ikke FRA «hva» hvem"
"""Words of ours at the end of every text: a translation would change them."""
SLEMME_RAPPORTER = (
    ("tertial", "2024-T2", *DAG, "--for", "intern"),
    ("vedtak", *DAG, "--for", "intern"),
    ("styringsbrev", *DAG, "--for", "intern"),
    ("virksomhetsplan", "--sektor", "FOS", *DAG, "--for", "intern"),
    ("beredskap", "--tilsyn", *DAG, "--for", "ledelse"),
)


@pytest.fixture(scope="module")
def slemme(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The example with such texts, in each målform."""
    mappe = tmp_path_factory.mktemp("slemt")
    felt = r"^(\s*(?:- )?(?:tittel|tekst|navn|ferdig_nar|svares_i|tiltak|sak): )([^\s|>{\[\"'].*)$"
    for form in ("nb", "nn"):
        rot = mappe / form
        shutil.copytree(EKSEMPEL, rot)
        for fil in (rot / "data").rglob("*.yaml"):
            if fil.name == "grunnlag.yaml":
                fil.unlink()
                continue
            tekst = re.sub(felt, rf"\1\2 {SLEMT}", fil.read_text("utf-8"), flags=re.MULTILINE)
            fil.write_text(tekst, "utf-8")
        kommunen = rot / "data" / "kommune.yaml"
        kommunen.write_text(kommunen.read_text("utf-8") + f"maalform: {form}\n", "utf-8")
    return {form: mappe / form for form in ("nb", "nn")}


@pytest.mark.parametrize("rapport", SLEMME_RAPPORTER, ids=" ".join)
def test_hver_skrevet_tekst_staar_som_den_er(
    rapport: tuple[str, ...], kjor: Kjor, slemme: dict[str, Path]
) -> None:
    """As often as in bokmål, whatever stands beside it."""
    nb, nn = (
        kjor("rapport", *rapport, "--format", "md", "--prosjekt", rot, ventet=None).ut
        for rot in slemme.values()
    )
    assert nb.count("ikke FRA «hva»") == nn.count("ikke FRA «hva»") > 5
    assert "ikkje FRA" not in nn
