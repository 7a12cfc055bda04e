"""Ledgers in: two whole published budgets, the mess that ledgers hold, and amounts to the øre."""

import csv
import gzip
import io
import re
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from styring.fag.belop import desimaltegnene, kroner, les_belop
from styring.fag.hovedbok import overlapper, treffer
from styring.lesing.bygging import bygg
from styring.lesing.enkel import bygg_enkelt
from styring.redigering.gjengi import tallet
from tests.conftest import Kjor

HOVEDBOK = Path(__file__).parent / "hovedbok"
SOGNDAL = """\
kolonner: {konto: konto, ansvar: ansvar, ansvarsnavn: ansvar_tekst, tjeneste: tjeneste,
  belop: KOLONNE}
kode_av_ansvar: A{ansvar}
enhet: OKO
typer: {felles: [A9*]}
ikke_les: [konto_tekst, tjeneste_tekst, ANDRE]
"""
AARENE = ("rekneskap_2011", "budsjett_2012", "budsjett_2013")
BERGEN = """\
kolonner: {ansvar: avdeling, ansvarsnavn: avdeling-tekst, tjeneste: tjeneste, belop: "KOLONNE"}
kode_av_ansvar: AVD{ansvar}
navn: {AVD3: Helse og omsorg}
enhet: OKO
"""
KART = """\
kolonner: {ansvar: Ansvar, konto: Konto, belop: Hittil, budsjett: Budsjett}
omraader: {SKO: [200-229], BHG: [24*], ADM: 100}
sumrader: [Sum]
"""
HODE = "Ansvar;Konto;Hittil;Budsjett\n"


@pytest.fixture
def rot(kjor: Kjor, tmp_path: Path) -> Path:
    rot = tmp_path / "k"
    kjor("init", rot, "--navn", "K", "--enhet", "OKO Økonomi", "--enhet", "OUS Oppvekst")
    return rot


class Hovedbok:
    """Imports of one map into one municipality."""

    def __init__(self, kjor: Kjor, rot: Path, kart: str, *valg: str) -> None:
        self.kjor, self.rot, self.valg = kjor, rot, valg
        (rot / "kart.yaml").write_text(kart, encoding="utf-8")

    def __call__(self, fil: str | bytes | Path, ventet: int = 0, kart: str | None = None) -> str:
        sti = fil if isinstance(fil, Path) else self.rot / "fil.csv"
        if not isinstance(fil, Path):
            sti.write_bytes(fil.encode() if isinstance(fil, str) else fil)
        if kart is not None:
            (self.rot / "kart.yaml").write_text(kart, encoding="utf-8")
        felles = ("--kart", self.rot / "kart.yaml", "--ja", "--prosjekt", self.rot)
        svar = self.kjor("importer", self.valg[0], sti, *self.valg[1:], *felles, ventet=ventet)
        return svar.ut + svar.feil

    def les(self, sti: str) -> Any:
        return yaml.safe_load((self.rot / "data/okonomi" / sti).read_text(encoding="utf-8"))


def pakket_ut(navn: str) -> bytes:
    return gzip.decompress((HOVEDBOK / f"{navn}.csv.gz").read_bytes())


def summene(navn: str, kode: str, belop: str) -> dict[str, int]:
    """The sums of a published file, by code that does not know styring."""
    tekst = io.StringIO(pakket_ut(navn).decode("utf-8-sig"), newline="")
    hode, *rader = csv.reader(tekst, delimiter=";")
    sum_: dict[str, int] = defaultdict(int)
    for rad in filter(None, rader):
        skrevet = re.sub(r"\s", "", rad[hode.index(belop)])
        sum_[rad[hode.index(kode)]] += 0 if skrevet == "-" else int(skrevet)
    return sum_


@pytest.mark.parametrize(
    ("kolonne", "helt", "kjente"),
    [
        ("rekneskap_2011", 16, {"A900": -303871280, "A460": 67010133, "A560": 23203882}),
        ("budsjett_2012", 0, {"A900": -322458462, "A460": 71572273, "A560": 27337043}),
        ("budsjett_2013", 0, {"A900": -334454959, "A460": 70585237, "A560": 25508131}),
    ],
)
def test_et_helt_budsjett_med_140_ansvar(
    kjor: Kjor, rot: Path, kolonne: str, helt: int, kjente: dict[str, int]
) -> None:
    """4 898 real rows, to the krone, per ansvar and whole; the second time changes nothing."""
    andre = ", ".join(ett for ett in AARENE if ett != kolonne)
    kart = SOGNDAL.replace("KOLONNE", kolonne).replace("ANDRE", andre)
    hovedbok = Hovedbok(kjor, rot, kart, "budsjett", "--aar", "2013")
    ut = hovedbok(pakket_ut("sogndal-drift"))
    assert f"Alle radene summerer til {kroner(Decimal(helt))} kr." in ut
    omraader = {k: o["netto"] for k, o in hovedbok.les("2013/budsjett.yaml")["omraader"].items()}
    assert len(omraader) == 140
    assert kjente.items() <= omraader.items()
    assert omraader == {f"A{k}": v for k, v in summene("sogndal-drift", "ansvar", kolonne).items()}
    assert sum(omraader.values()) == helt
    balanse = "går opp: utgifter" if helt == 0 else "går ikke opp; det har 16 kr mer utgifter"
    assert balanse in ut
    assert "Ingenting å endre" in hovedbok(pakket_ut("sogndal-drift"))


@pytest.mark.parametrize(
    ("aar", "helt"), [("2013", -490), ("2014", -627), ("2015", -489), ("2016", -539)]
)
def test_et_helt_budsjett_med_mange_slags_null(kjor: Kjor, rot: Path, aar: str, helt: int) -> None:
    hovedbok = Hovedbok(kjor, rot, BERGEN.replace("KOLONNE", aar), "budsjett", "--aar", aar)
    ut = hovedbok(pakket_ut("bergen-2013-drift"), 1)  # columns that the map does not name
    assert f"det har {-helt} kr mer inntekter enn utgifter" in ut
    omraader = {k: o["netto"] for k, o in hovedbok.les(f"{aar}/budsjett.yaml")["omraader"].items()}
    ventet = summene("bergen-2013-drift", "avdeling", aar)
    assert omraader == {f"AVD{kode}": belop for kode, belop in ventet.items()}
    assert sum(omraader.values()) == helt
    if aar == "2013":
        assert omraader["AVD3"] == 5_073_690_320
        assert omraader["AVD4"] == 5_250_435_050
        assert omraader["AVD90"] == -13_404_480_799


@pytest.fixture
def maaned(kjor: Kjor, rot: Path) -> Hovedbok:
    """A municipality with a budget of three areas, and imports of a month into it."""
    mappe = rot / "data/okonomi/2024"
    mappe.mkdir(parents=True)
    omraader = "".join(
        f"  {kode}:\n    navn: {kode}\n    enhet: OUS\n    netto: 1200\n"
        for kode in ("SKO", "BHG", "ADM")
    )
    (mappe / "budsjett.yaml").write_text(f"omraader:\n{omraader}", encoding="utf-8")
    return Hovedbok(kjor, rot, KART, "regnskap", "--maaned", "2024-03")


GODE = "200;1;100,50;90\n229;1;-0,25;10\n241;1;5;5\n100;1;7;8\n"


def test_en_maaned_blir_summen_av_radene_og_den_samme_to_ganger(maaned: Hovedbok) -> None:
    maaned(HODE + GODE)
    bok = maaned.les("2024-03/regnskap.yaml")["omraader"]
    assert bok == {
        "ADM": {"regnskap": 7, "budsjett": 8},
        "BHG": {"regnskap": 5, "budsjett": 5},
        "SKO": {"regnskap": 100.25, "budsjett": 100},
    }
    assert "Ingenting å endre" in maaned(HODE + GODE)
    ut = maaned(HODE + GODE.replace("241;1;5", "241;1;6"))
    assert "BHG: regnskap er 5 kr her, og 6 kr i filen." in ut
    assert ut.count("regnskap er") == 1, "one changed cell changes one number"
    ny = maaned.les("2024-03/regnskap.yaml")["omraader"]
    assert ny == {**bok, "BHG": {"regnskap": 6, "budsjett": 5}}


ROT: dict[str, tuple[str, str]] = {
    "ansvar uten område": ("300;1;50;0\n", "ansvar uten område i kartet: 300 (1 rad, 50 kr)"),
    "beløp som er ord": ("200;1;mye;0\n", "rad 6 («mye») har et beløp"),
    "to minus": ("200;1;--5;0\n", "rad 6 («--5») har et beløp under «Hittil»"),
    "tall med bokstav": ("200;1;12x;0\n", "rad 6 («12x»)"),
    "to desimaltegnene": ("200;1;1,2,3;0\n", "rad 6 («1,2,3»)"),
    "uten ansvar": (";1;50;0\n", "rad 6 har beløp og ikke noe ansvar"),
    "sumrad som ikke stemmer": ("Sum alt;;999;113\n", "er en sumrad for «Hittil» som ikke stemmer"),
    "uten beløp": ("200;1;;\n", "! 1 rad har ikke noe beløp: 6"),
    "feil i begge kolonner": ("200;1;x;y\n", "rad 6 («x»)"),
    "regnskap i millioner": ("200;1;12,5 mill.;0\n", "rad 6 («12,5 mill.»)"),
    "ansvar med punktum": ("200.1;1;5;0\n", "200.1 (1 rad, 5 kr)"),
    "en formel": ("200;1;=A1;0\n", "rad 6 («=A1»)"),
    "prosent": ("200;1;5 %;0\n", "rad 6 («5 %»)"),
    "valuta foran": ("200;1;EUR 5;0\n", "rad 6 («EUR 5»)"),
    "en dato": ("200;1;01.02.2024;0\n", "rad 6 («01.02.2024»)"),
    "tomt ansvar med sumord i konto": (";Sum;1;113\n", "sumrad for «Hittil» som ikke stemmer"),
    "feil gruppering": ("200;1;1 23.45.6;0\n", "rad 6 («1 23.45.6»)"),
    "parentes uten slutt": ("200;1;(12;0\n", "rad 6 («(12»)"),
    "minus begge steder": ("200;1;-12-;0\n", "rad 6 («-12-»)"),
    "feilverdi": ("200;1;#REF!;0\n", "#REF!"),
    "ansvar som er tekst": ("Skole;1;5;0\n", "Skole (1 rad, 5 kr)"),
}


@pytest.mark.parametrize("hva", ROT)
def test_rot_i_hovedboken_nevnes_og_leses_ikke(maaned: Hovedbok, hva: str) -> None:
    """Twenty kinds of mess: each is named with its row, and nothing of the file is taken in."""
    rad, sagt = ROT[hva]
    ut = " ".join(maaned(HODE + GODE + rad, 1).split())
    assert sagt.removeprefix("! ") in ut
    skrevet = (maaned.rot / "data/okonomi/2024-03/regnskap.yaml").is_file()
    assert skrevet == sagt.startswith("!"), "a row without an amount takes nothing away"


def test_sumrader_som_stemmer_kontrolleres_og_telles_ikke(maaned: Hovedbok) -> None:
    ut = maaned(
        f"{HODE}200;1;100,50;90\n229;1;-0,25;10\nSum skole;;100,25;100\n241;1;5;5\n100;1;7;8\n"
        "Sum felles;;12;13\nSum alt;;112,25;113\n"
    )
    assert "3 sumrader stemmer" in ut
    assert maaned.les("2024-03/regnskap.yaml")["omraader"]["SKO"]["regnskap"] == 100.25


@pytest.mark.parametrize(
    ("kart", "rader"),
    [
        (f"{KART}fortegn: inntekt_pluss\n", "200;1;-100,5;-90\n"),
        (f"{KART}belop_i: tusen\n", "200;1;0,1005;0,09\n"),
        (KART.replace("belop: Hittil", "utgift: Hittil, inntekt: Konto"), "200;20,5;121;90\n"),
        (f"{KART}desimal: punktum\n", "200;1;100.50;90.00\n"),
        (KART, "200;1;100,50-;90\n200;1;(1);0\n200;1;202,00;0\n"),
    ],
)
def test_maater_aa_skrive_belop_paa(maaned: Hovedbok, kart: str, rader: str) -> None:
    ut = maaned(HODE + rader, kart=kart)
    assert "hovedboken har ingen rader for BHG, ADM" in ut
    bok = maaned.les("2024-03/regnskap.yaml")["omraader"]["SKO"]
    assert (bok["regnskap"], bok["budsjett"]) == (100.5, 90)


def test_et_regneark_leses_som_en_csv(maaned: Hovedbok, tmp_path: Path) -> None:
    bok = openpyxl.Workbook()
    for rad in (("Ansvar", "Konto", "Hittil", "Budsjett"), (200, 1, 100.1, 90), (241, 1, 0.2, "-")):
        bok.worksheets[0].append(rad)
    bok.worksheets[0].append((100, 1, 0.1, "1 000,00-"))
    bok.save(tmp_path / "x.xlsx")
    maaned(tmp_path / "x.xlsx")
    lest = maaned.les("2024-03/regnskap.yaml")["omraader"]
    assert lest["SKO"]["regnskap"] == 100.1
    assert lest["BHG"] == {"regnskap": 0.2, "budsjett": 0}
    assert lest["ADM"]["budsjett"] == -1000


@pytest.mark.parametrize(
    ("kart", "grunn"),
    [
        ("kolonne: {ansvar: A}\n", "er ikke et kart over en hovedbok"),
        ("kolonner: {ansvar: A, belop: B}\nomrader: {}\n", "Mente du «omraader»?"),
        ("kolonner: {ansvarr: A, belop: B}\n", "Mente du «ansvar»?"),
        ("kolonner: {belop: B}\n", "mangler «ansvar»"),
        ("kolonner: {ansvar: A, belop: B, utgift: C, inntekt: D}\n", "enten «belop» eller både"),
        ("kolonner: {ansvar: A, belop: B}\nfortegn: pluss\n", "et valg under «fortegn»"),
        (
            "kolonner: {ansvar: A, belop: B}\nomraader: {SKO: [200-229], BHG: [22*]}\n",
            "kan være samme kode",
        ),
    ],
)
def test_kart_som_ikke_gaar(maaned: Hovedbok, kart: str, grunn: str) -> None:
    assert grunn in maaned(HODE + GODE, 2, kart)


def test_regnskap_uten_budsjett(kjor: Kjor, rot: Path) -> None:
    hovedbok = Hovedbok(kjor, rot, KART, "regnskap", "--maaned", "2025-03")
    assert "budsjettet for 2025 er ikke lagt inn" in hovedbok(HODE + GODE, 2)
    hovedbok = Hovedbok(kjor, rot, KART, "regnskap", "--maaned", "mars")
    assert "«mars» er ikke en måned" in hovedbok(HODE + GODE, 2)


@pytest.mark.parametrize(
    ("skrevet", "ventet"),
    [
        ("1 234 567,50", "1234567.50"),
        ("1.234.567,50", "1234567.50"),
        ("1,234,567.50", "1234567.50"),
        ("1.234.567", "1234567"),
        ("1\u00a0000", "1000"),
        ("1\u202f000", "1000"),
        ("-12", "-12"),
        ("−12", "-12"),
        ("12-", "-12"),
        ("(12)", "-12"),
        (" - ", "0"),
        ("–", "0"),
        ("kr 1 200,-", "1200"),
        ("1 200 kr", "1200"),
        ("+5", "5"),
        ("0,05", "0.05"),
        ("1.234", None),
        ("1,234", None),
        ("--5", None),
        ("(5-)", None),
        ("5 mill.", None),
        ("1.2.3", None),
        ("", None),
    ],
)
def test_belop(skrevet: str, ventet: str | None) -> None:
    assert les_belop(skrevet) == (None if ventet is None else Decimal(ventet))


def test_resten_av_kolonnen_sier_hva_punktumet_er() -> None:
    assert desimaltegnene(["1.234", "12,50"]) == {","}
    assert les_belop("1.234", ",") == Decimal(1234)
    assert desimaltegnene(["1.234", "12.5"]) == {"."}
    assert les_belop("1.234", ".") is None
    assert desimaltegnene(["1.234", "5,5", "5.5"]) == {",", "."}


BELOP = st.decimals(min_value=-(10**11), max_value=10**11, places=2)


@given(BELOP, st.sampled_from([" ", "\u00a0", ".", ""]), st.sampled_from(["-{}", "{}-", "({})"]))
def test_belop_leses_tilbake_til_oeret(belop: Decimal, skille: str, minus: str) -> None:
    """Whatever way a ledger writes an amount, it is read as the amount that was written."""
    hele, ore = f"{abs(belop):,.2f}".split(".")
    skrevet = f"{hele.replace(',', skille)},{ore}"
    assert les_belop(minus.format(skrevet) if belop < 0 else skrevet, ",") == belop


@given(BELOP)
def test_belop_i_data_er_noyaktig_i_begge_lesere(belop: Decimal) -> None:
    """The scalar's own text, written and read again by both readers: never a float between."""
    tekst = f"belop: {tallet(belop)}\n"
    for lest in (bygg(tekst.encode()), bygg_enkelt(tekst)):
        assert isinstance(lest, dict)
        assert not isinstance(lest["belop"], float)
        assert lest["belop"] == belop


@given(st.integers(0, 999), st.integers(0, 999), st.integers(0, 999))
def test_spenn_av_koder(fra: int, til: int, kode: int) -> None:
    spenn, skrevet = f"{fra:03}-{til:03}", f"{kode:03}"
    assert treffer([spenn], skrevet) == (fra <= kode <= til)
    for annet in (skrevet, f"{skrevet[:2]}*", f"{skrevet[:1]}*"):
        felles = any(
            treffer([spenn], f"{tall:03}") and treffer([annet], f"{tall:03}")
            for tall in range(1000)
        )
        if fra <= til:
            assert overlapper(spenn, annet) == overlapper(annet, spenn) == felles
    assert treffer([f"{skrevet[:2]}*"], skrevet)


def kostrarad(klasse: str, funksjon: str, belop: object) -> str:
    """One row as Statistics Norway specifies it: fixed columns, 1 000 kr, a cost as plus."""
    return f"0A20241{'322200':6}{'123456789':9}{'':9}{klasse}{funksjon:4}{'010':3}{belop!s:>9}\n"


def test_helheten_holdes_mot_kostras_egen_fil(maaned: Hovedbok) -> None:
    fil = maaned.rot / "kostra.dat"
    rader = HODE + "200;1;100 000;0\n241;1;-40 400;0\n100;1;7 000;8\n"
    fil.write_text(
        kostrarad("1", "202", 107) + kostrarad("1", "201", -40) + kostrarad("0", "202", 900),
        encoding="utf-8",
    )
    maaned.valg = (*maaned.valg, "--kostra", str(fil))
    assert "KOSTRA" not in maaned(rader), "each row may be rounded by 500 kr"
    fil.write_text(kostrarad("1", "202", 167), encoding="utf-8")
    ut = maaned(rader, 1).replace("\u00a0", " ")
    assert "driften i KOSTRA-filen er 167 000 kr, og i hovedboken 66 600 kr" in ut
    fil.write_text("Funksjon;Beløp\n", encoding="utf-8")
    assert "linje 1: dette er ikke en rad i KOSTRAs regnskapsfil" in maaned(rader, 2)


HODER = "Ansvar;Konto;Hittil;Budsjett\n"


@pytest.mark.parametrize(
    ("rader", "sagt"),
    [
        ("200;1;0.500;1\n", "rad 2 («0.500»)"),
        ("200;1;1.234;1\n241;1;12.5;1\n", "rad 2 («1.234»)"),
        ("200;1;1,234.50;1\n241;1;12,5;1\n", "under «Hittil» bruker både komma og punktum"),
        (
            "200;1;99999999999999999999999999999999;1\n",
            "rad 2 («99999999999999999999999999999999»)",
        ),
        ("200;Sum skole;100;1\n", "rad 2 begynner som en sumrad, men har et ansvar"),
    ],
)
def test_ingenting_leses_tusen_ganger_for_stort_eller_forsvinner(
    maaned: Hovedbok, rader: str, sagt: str
) -> None:
    assert sagt in " ".join(maaned(HODER + rader, 1).split())


def test_hver_kolonne_har_sitt_eget_desimaltegn(maaned: Hovedbok) -> None:
    """What the budget's column shows says nothing of the other one."""
    ut = maaned(HODER + "200;1;250.000;1.5\n241;1;750.000;2.5\n", 1)
    assert "rad" in ut
    assert "«250.000»" in ut


def test_et_navn_som_bare_likner_en_sum_er_en_rad(maaned: Hovedbok) -> None:
    kart = KART.replace("konto: Konto", "ansvarsnavn: Konto")
    maaned(HODER + "200;Summerfjell skole;100;90\n241;Sumo;5;5\n100;A;7;8\n", kart=kart)
    bok = maaned.les("2024-03/regnskap.yaml")["omraader"]
    assert {kode: ett["regnskap"] for kode, ett in bok.items()} == {"ADM": 7, "BHG": 5, "SKO": 100}


def test_summer_av_summer(maaned: Hovedbok) -> None:
    """Sums on several levels, as ledgers have them; one that is wrong is still found."""
    rader = (
        "200;1;100;0\nSum s1;;100;0\n210;1;50;0\nSum s2;;50;0\nSum sektor 1;;150;0\n"
        "241;1;5;0\nSum;;5;0\nSum sektor 2;;5;0\nSum totalt;;155;0\n"
    )
    assert "6 sumrader stemmer" in maaned(HODER + rader)
    assert "rad 10 (" in maaned(HODER + rader.replace("155", "156"), 1)


@given(st.lists(BELOP, min_size=1, max_size=6), st.sampled_from([",", "."]))
def test_en_kolonne_leses_til_oeret_eller_ikke(belop: list[Decimal], tegn: str) -> None:
    """With two decimals in every cell, nothing is ever another amount than what was written."""
    skille = "." if tegn == "," else ","
    celler = [
        f"{tall:,.2f}".replace(",", "X").replace(".", tegn).replace("X", skille) for tall in belop
    ]
    assert desimaltegnene(celler) == {tegn}
    assert [les_belop(celle, tegn) for celle in celler] == belop


BUDSJETTKART = """
kolonner: {ansvar: Ansvar, ansvarsnavn: Navn, prosjekt: Prosjekt, belop: Beløp}
omraader: {SKOLE: [200-229], BHG: 241, SYKEH: 310}
investeringer: {HELSEHUS: 9001}
navn: {SKOLE: Skolene}
enhet: ENHETEN
"""
BUDSJETTFIL = (
    "Ansvar;Navn;Prosjekt;Beløp\n200;Øvre skole;;100\n241;Bhg;;50\n500;Nytt bygg;9001;900\n"
)


def test_budsjettet_sier_hva_det_ikke_tok_med(kjor: Kjor, rot: Path) -> None:
    """Investments, areas of the map without rows, areas of the budget that the file lost."""
    hovedbok = Hovedbok(
        kjor, rot, BUDSJETTKART.replace("ENHETEN", "OKO"), "budsjett", "--aar", "2031"
    )
    ut = hovedbok(BUDSJETTFIL, 1)
    assert "investeringen HELSEHUS er 900 kr i filen, og er ikke lest inn" in ut
    assert "filen har ingen rader for SYKEH, som står under «omraader» i kartet" in ut
    omraader = hovedbok.les("2031/budsjett.yaml")["omraader"]
    assert {kode: ett["navn"] for kode, ett in omraader.items()} == {
        "BHG": "Bhg",
        "SKOLE": "Skolene",
    }
    uten = BUDSJETTKART.replace("ENHETEN", "OKO").replace(", BHG: 241", "")
    ut = hovedbok(BUDSJETTFIL.replace("241;Bhg;;50\n", ""), 1, uten)
    assert "filen har ingen rader for BHG, og beløpene i budsjettet står som de var" in ut


def test_enheten_i_kartet_maa_finnes(kjor: Kjor, rot: Path) -> None:
    hovedbok = Hovedbok(kjor, rot, BUDSJETTKART, "budsjett", "--aar", "2031")
    assert "ENHETEN" in hovedbok(BUDSJETTFIL, 2)
    assert not (rot / "data/okonomi/2031").exists()


def test_kostra_holdes_mot_drift_og_investering_hver_for_seg(maaned: Hovedbok) -> None:
    fil = maaned.rot / "kostra.dat"
    fil.write_text(kostrarad("1", "202", "--5"), encoding="utf-8")
    maaned.valg = (*maaned.valg, "--kostra", str(fil))
    assert "ikke en rad i KOSTRAs regnskapsfil" in maaned(HODE + "200;1;5000;0\n", 2)
    fil.write_text(kostrarad("1", "202", 5), encoding="utf-8")
    assert "har ingen rader" in maaned(HODE, 1), "a file of headings alone has nothing to hold"


def test_utgift_og_inntekt_beholdes_i_budsjettet(kjor: Kjor, rot: Path) -> None:
    """A ledger with both columns gives both, and a changed one changes only its own."""
    kart = """\
kolonner: {ansvar: Ansvar, utgift: Utgift, inntekt: Inntekt}
omraader: {SKO: "200", FEL: "900"}
enhet: OKO
typer: {felles: [FEL]}
"""
    inn = Hovedbok(kjor, rot, kart, "budsjett", "--aar", "2024")
    inn("Ansvar;Utgift;Inntekt\n200;1000;100\n900;0;900\n")
    budsjett = inn.les("2024/budsjett.yaml")["omraader"]
    assert (budsjett["SKO"]["utgift"], budsjett["SKO"]["inntekt"]) == (1000, 100)
    assert "netto" not in budsjett["SKO"]
    inn("Ansvar;Utgift;Inntekt\n200;1100;200\n900;0;900\n")
    budsjett = inn.les("2024/budsjett.yaml")["omraader"]
    assert (budsjett["SKO"]["utgift"], budsjett["SKO"]["inntekt"]) == (1100, 200)


def test_omraader_som_blir_borte_nevnes(kjor: Kjor, rot: Path) -> None:
    """A month that is read again without an area says what goes away."""
    inn = Hovedbok(kjor, rot, KART.replace("[200-229]", '"200"'), "budsjett", "--aar", "2024")
    kart = """\
kolonner: {ansvar: Ansvar, belop: Hittil}
omraader: {SKO: "200", BHG: "240"}
enhet: OKO
"""
    inn("Ansvar;Hittil\n200;1000\n240;500\n", 0, kart)
    inn = Hovedbok(kjor, rot, kart, "regnskap", "--maaned", "2024-03")
    inn("Ansvar;Hittil\n200;300\n240;100\n")
    ut = inn("Ansvar;Hittil\n200;300\n", 1)
    assert "Merk: BHG står her med 100 kr, er ikke i filen, og blir borte." in ut
    assert list(inn.les("2024-03/regnskap.yaml")["omraader"]) == ["SKO"]


def test_en_sumrad_holdes_mot_den_naermeste_summen(kjor: Kjor, rot: Path) -> None:
    kart = """\
kolonner: {ansvar: Ansvar, belop: Hittil}
omraader: {SKO: "200"}
sumrader: [Sum]
enhet: OKO
"""
    inn = Hovedbok(kjor, rot, kart, "budsjett", "--aar", "2024")
    ut = inn("Ansvar;Hittil\n200;1000\nSum;1000\n200;500,25\nSum;1500,50\n", 1)
    assert "rad 5 (1500,5 mot 1500,25)" in ut
