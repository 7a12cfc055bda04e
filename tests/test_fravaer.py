"""Sykefravær in: small units never get into a file, and the whole is weighed by årsverk."""

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from styring.fag.fravaer import MINSTE_GRUPPE, Fravaerstall, sammen
from tests.conftest import Kjor
from tests.skjemahjelp import EKSEMPEL

KART = """\
kolonner: {enhet: Avdeling, ansatte: Ansatte, aarsverk: Årsverk, korttid: Korttid,
  langtid: Langtid}
enheter: {OUS: [Oppvekststab, "Barn og unge"]}
sumrader: [Sum]
"""
HODE = "Avdeling;Ansatte;Årsverk;Korttid;Langtid\n"
LISTE = (
    f"{HODE}Skolene;240;200;3,0;5,0\nBVT;4;3,8;37,7;41,3\nOppvekststab;12;10;1,5;0\nSum;256;;;\n"
)


@pytest.fixture
def rot(kjor: Kjor, tmp_path: Path) -> Path:
    rot = tmp_path / "k"
    enheter = ("OUS Oppvekst", "SKO Skolene", "BVT Barnevern")
    kjor("init", rot, "--navn", "K", *(del_ for en in enheter for del_ in ("--enhet", en)))
    fil = rot / "data/kommune.yaml"
    tekst = fil.read_text(encoding="utf-8")
    for kode in ("SKO", "BVT"):
        tekst = tekst.replace(f"  {kode}:\n", f"  {kode}:\n    overordnet: OUS\n")
    fil.write_text(tekst, encoding="utf-8")
    return rot


def importer(kjor: Kjor, rot: Path, liste: str | Path, kart: str = KART, ventet: int = 0) -> str:
    (rot / "kart.yaml").write_text(kart, encoding="utf-8")
    fil = liste if isinstance(liste, Path) else rot / "mars.csv"
    if isinstance(liste, str):
        fil.write_text(liste, encoding="utf-8")
    felles = ("--kart", rot / "kart.yaml", "--ja", "--prosjekt", rot)
    svar = kjor("importer", "fravaer", fil, "--maaned", "2024-03", *felles, ventet=ventet)
    return svar.ut + svar.feil


def lest(rot: Path, maaned: str = "2024-03") -> dict[str, dict[str, float]]:
    fil = rot / f"data/okonomi/{maaned}/fravaer.yaml"
    enheter: dict[str, dict[str, float]] = yaml.safe_load(fil.read_text(encoding="utf-8"))[
        "enheter"
    ]
    return enheter


def test_liste_inn_og_hele_kommunen_ut(kjor: Kjor, rot: Path) -> None:
    importer(kjor, rot, LISTE)
    assert lest(rot) == {
        "OUS": {"aarsverk": 10, "korttid": 1.5, "langtid": 0},
        "SKO": {"aarsverk": 200, "korttid": 3, "langtid": 5},
        "BVT": {"aarsverk": 3.8},
    }
    svar = kjor("okonomi", "--fravaer", "--prosjekt", rot, "--dato", "2024-04-20").ut
    assert svar == (
        "Hele kommunen: sykefraværet i mars 2024\n"
        "Enhet\tÅrsverk\tKorttid\tLangtid\tI alt\tI fjor\n"
        "Oppvekst\t213,8\t2,9 %\t4,8 %\t7,7 %\t–\n"
        "– Skolene\t200,0\t3,0 %\t5,0 %\t8,0 %\t–\n"
        "– Barnevern\t3,8\t–\t–\t–\t–\n"
        "Enhetene er regnet med det som ligger under dem, veid etter årsverk. 1 enhet er ikke med"
        " i prosentene: færre enn 5 ansatte, eller ikke oppgitt.\n"
    )


def test_fravaeret_i_en_liten_enhet_staar_ingen_steder(kjor: Kjor, rot: Path) -> None:
    """Not in a file, not on the screen, and not as what is left of the whole."""
    svar = importer(kjor, rot, LISTE)
    (rot / "mars.csv").unlink()
    alt = svar + "".join(
        fil.read_text(encoding="utf-8", errors="replace") for fil in rot.rglob("*") if fil.is_file()
    )
    assert "37" not in svar
    assert "41" not in svar
    assert not {"37,7", "37.7", "41,3", "41.3"} & set(alt.replace("\t", " ").split())
    uten = LISTE.replace("37,7;41,3", "0;0")
    foer = lest(rot)
    importer(kjor, rot, uten)
    assert lest(rot) == foer


def test_en_gang_til_endrer_ingenting(kjor: Kjor, rot: Path) -> None:
    importer(kjor, rot, LISTE)
    assert "Ingenting å endre" in importer(kjor, rot, LISTE)
    svar = importer(kjor, rot, LISTE.replace("3,0;5,0", "3,1;5,0"))
    assert "SKO har andre tall enn sist." in svar
    assert lest(rot)["SKO"]["korttid"] == 3.1


def test_linjeslutt_fra_windows_er_ingen_endring(kjor: Kjor, rot: Path) -> None:
    """A file that git gave CRLF, is the same file; one that is changed, keeps them."""
    importer(kjor, rot, LISTE)
    fil = rot / "data/okonomi/2024-03/fravaer.yaml"
    fil.write_bytes(fil.read_bytes().replace(b"\n", b"\r\n"))
    assert "Ingenting å endre" in importer(kjor, rot, LISTE)
    importer(kjor, rot, LISTE.replace("3,0;5,0", "3,1;5,0"))
    assert b"korttid: 3.10\r\n" in fil.read_bytes()
    assert fil.read_bytes().count(b"\n") == fil.read_bytes().count(b"\r\n")


def test_avdelinger_som_er_samme_enhet_legges_sammen(kjor: Kjor, rot: Path) -> None:
    """Two groups of three are six: large enough together."""
    to = f"{HODE}Oppvekststab;3;2;4;0\nBarn og unge;3;6;0;8\n"
    importer(kjor, rot, to)
    assert lest(rot) == {"OUS": {"aarsverk": 8, "korttid": 1, "langtid": 6}}


def test_andeler_i_regneark(kjor: Kjor, rot: Path) -> None:
    bok = openpyxl.Workbook()
    ark = bok.active
    assert ark is not None
    ark.append(["Avdeling", "Ansatte", "Årsverk", "Korttid", "Langtid"])
    ark.append(["Skolene", 240, 200.5, 0.034, 0.051])
    bok.save(rot / "mars.xlsx")
    svar = importer(kjor, rot, rot / "mars.xlsx", ventet=1)
    assert "alt fravær er under 1; skriv «tall_i: andel» i kartet" in svar
    importer(kjor, rot, rot / "mars.xlsx", f"{KART}tall_i: andel\n")
    assert lest(rot) == {"SKO": {"aarsverk": 200.5, "korttid": 3.4, "langtid": 5.1}}


def test_i_fjor_vises_bare_naar_enheten_var_stor_nok_da(kjor: Kjor, rot: Path) -> None:
    kart = KART.replace("langtid: Langtid}", "langtid: Langtid, i_fjor: Fjor}")
    liste = f"{HODE[:-1]};Fjor;Antall\nSKO;24;20;3;5;9,5;24\nOUS;12;10;1;2;50;4\n"
    svar = importer(kjor, rot, liste, kart, ventet=2)
    assert "har «i_fjor» uten «ansatte_i_fjor» under «kolonner»" in svar
    svar = importer(kjor, rot, liste, kart.replace("Fjor}", "Fjor, ansatte_i_fjor: Antall}"))
    assert lest(rot)["SKO"]["i_fjor"] == 9.5
    assert lest(rot)["OUS"] == {"aarsverk": 10, "korttid": 1, "langtid": 2}
    assert "50" not in svar


def test_samme_maaned_i_fjor(kjor: Kjor, rot: Path) -> None:
    """From last year's own month where it has been read, else from the list."""
    importer(kjor, rot, LISTE)
    fil = rot / "data/okonomi/2024-03/fravaer.yaml"
    naa = fil.read_text(encoding="utf-8")
    fil.write_text(naa.replace("langtid: 5\n", "langtid: 5\n    i_fjor: 9.5\n"), encoding="utf-8")
    spor = ("okonomi", "--fravaer", "--prosjekt", rot, "--dato", "2024-04-20")
    assert "– Skolene\t200,0\t3,0 %\t5,0 %\t8,0 %\t9,5 %" in kjor(*spor).ut
    (rot / "data/okonomi/2023-03").mkdir()
    (rot / "data/okonomi/2023-03/fravaer.yaml").write_text(
        "kilde: x\nenheter:\n  SKO: {aarsverk: 100, korttid: 1, langtid: 2}\n", encoding="utf-8"
    )
    svar = kjor(*spor).ut
    assert "– Skolene\t200,0\t3,0 %\t5,0 %\t8,0 %\t3,0 %" in svar
    assert "Oppvekst\t213,8\t2,9 %\t4,8 %\t7,7 %\t3,0 %" in svar


@pytest.mark.parametrize(
    ("liste", "sagt"),
    [
        (f"{HODE}Kantina;12;10;1;2\n", "Rad 2: «Kantina» er ikke en enhet i kommune.yaml"),
        (
            f"{HODE}SKO;12;10;tre;2\n",
            "Rad 2: det som står under «Korttid», er ikke et tall fra 0 og opp",
        ),
        (f"{HODE}SKO;12;10;-1;2\n", "under «Korttid», er ikke et tall fra 0 og opp"),
        (f"{HODE}SKO;12;;1;2\n", "Rad 2 mangler årsverk"),
        (f"{HODE};12;10;1;2\n", "Rad 2 har tall og ingen enhet"),
        (f"{HODE}SKO;12;10;60;50\n", "SKO har et fravær på mer enn 100 %"),
        (f"{HODE}SKO;12;10;1;2\nSKO;12;10;1;2\n", "Rad 3: «SKO» står også i rad 2"),
        (f"{HODE}sko;12;10;1;2\nSKO;12;10;1;2\n", "Rad 3: «SKO» står også i rad 2"),
        (f"{HODE}SKO;12;10;0,1;0,2\n", "alt fravær er under 1"),
        (f"{HODE}Sum;12;10;1;2\n", "filen har ingen rader med en enhet"),
        (HODE, "filen har ingen rader med en enhet"),
        ("Avdeling;Ansatte;Årsverk;Korttid\nSKO;12;10;1\n", "«Langtid»"),
    ],
)
def test_rot_i_listen_blir_nevnt_og_ingenting_lest(
    kjor: Kjor, rot: Path, liste: str, sagt: str
) -> None:
    kode = 2 if "Langtid" in sagt else 1
    assert sagt in importer(kjor, rot, liste, ventet=kode)
    assert not (rot / "data/okonomi").exists()


@pytest.mark.parametrize(
    ("kart", "sagt"),
    [
        (KART.replace("ansatte: Ansatte, ", ""), "Uten antall ansatte kan ikke styring vite"),
        (KART.replace("OUS", "OUD"), "«OUD» i kartet er ikke en enhet i kommune.yaml; mente du"),
        (f"{KART}tall_i: promille\n", "«promille» i «kart.yaml» er ikke et valg under «tall_i»"),
        (KART.replace("sumrader", "summer"), "Mente du «sumrader»?"),
        (KART.replace("[Oppvekststab,", "[Skolene,"), "«Skolene» står under OUS i kartet, og er"),
    ],
)
def test_feil_i_kartet(kjor: Kjor, rot: Path, kart: str, sagt: str) -> None:
    kode = 1 if "i kartet" in sagt else 2
    assert sagt in importer(kjor, rot, LISTE, kart, ventet=kode)


@pytest.mark.parametrize("rad", ["SKO;;10;1;2", "SKO;12;10;;2", "SKO;12;10;1;"])
def test_det_som_ikke_sier_nok_vises_ikke(kjor: Kjor, rot: Path, rad: str) -> None:
    svar = importer(kjor, rot, f"{HODE}{rad}\n", ventet=1)
    assert "fraværet er ikke lest inn" in svar
    assert lest(rot) == {"SKO": {"aarsverk": 10}}


def test_fravaeret_staar_der_lederne_ser(kjor: Kjor) -> None:
    setning = (
        "Sykefraværet i september 2024 var 7,6 % (korttid 3,0 %, langtid 4,6 %), mot 10,2 % i samme"
        " måned i fjor."
    )
    felles = ("--prosjekt", EKSEMPEL, "--dato", "2024-10-20")
    assert setning in kjor("okonomi", "--sektor", "HOM", *felles).ut
    assert setning in kjor("rapport", "manedsrapport", "2024-09", *felles).ut
    assert setning in kjor("rapport", "styringsdialog", "--sektor", "HOM", *felles).ut
    assert "Sykefraværet i" not in kjor("rapport", "tertial", "2024-T2", "--prosjekt", EKSEMPEL).ut
    offentlig = kjor("okonomi", "--fravaer", *felles, "--for", "offentlig").ut
    assert "Sykefraværet er internt" in offentlig
    assert "%" not in offentlig


def test_null_er_ogsaa_et_tall(kjor: Kjor, rot: Path) -> None:
    """A field that holds 0 is shown: nothing and none are not the same."""
    importer(kjor, rot, LISTE)
    svar = kjor("vis", "2024-03/fravaer", "--prosjekt", rot).ut
    assert "OUS\t10\t1,50\t0\n" in svar


def andeler() -> st.SearchStrategy[Fravaerstall]:
    prosent = st.decimals(0, 50, places=2)
    aarsverk = st.decimals("0.5", 500, places=2)
    vist = st.builds(Fravaerstall, aarsverk, prosent, prosent, st.none() | prosent)
    return vist | st.builds(Fravaerstall, aarsverk, st.none(), st.none(), st.none())


@given(st.lists(andeler(), max_size=12))
def test_helheten_er_dagsverk_delt_paa_dagsverk(tallene: list[Fravaerstall]) -> None:
    """Counted another way: the årsverk that were away, of those that are shown."""
    svar = sammen(tallene)
    viste = [ett for ett in tallene if ett.korttid is not None]
    alle = sum((ett.aarsverk for ett in viste), Decimal(0))
    assert svar.aarsverk == sum((ett.aarsverk for ett in tallene), Decimal(0))
    if not viste:
        assert svar.samlet is None
        return
    borte = sum((ett.aarsverk * (ett.samlet or 0) / 100 for ett in viste), Decimal(0))
    assert svar.samlet is not None
    assert abs(svar.samlet - 100 * borte / alle) < Decimal("1e-20")


@given(st.integers(0, 12))
def test_grensen_for_smaa_enheter(ansatte: int) -> None:
    from styring.sporring.okonomi.fra_fravaer import stor_nok

    rad = {felt: Decimal(1) for felt in ("korttid", "langtid")} | {"ansatte": Decimal(ansatte)}
    assert stor_nok([rad], "ansatte") == (ansatte >= MINSTE_GRUPPE)
