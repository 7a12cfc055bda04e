"""Lists from other systems: nothing of them is left out without a word."""

import io
import random
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from styring.fag.liste import Liste
from styring.fag.overskrifter import som_overskrift
from styring.feil import StyringFeil
from styring.lesing.liste import les_liste
from tests.conftest import ROT, Kjor

HODE = ("Saksnr", "Møtedato", "Sakstittel", "Vedtak", "Utvalg", "Ansvarlig", "Frist")
RAD = ("71/24", "12.06.2024", "Sykkelvei", "Planen vedtas.", "Kommunestyret", "TEK", "31.12.2024")
ANNEN = ("72/24", "12.06.2024", "Bru", "Brua bygges.", "Kommunestyret", "TEK", "31.12.2024")
KART = """\
kolonner:
  sak: Saksnr
  dato: Møtedato
  tittel: Sakstittel
  tekst: Vedtak
  organ: Utvalg
  ansvarlig: Ansvarlig
  frist: Frist
navn:
  Kommunestyret: KS
"""
Bok = openpyxl.Workbook


def bok(*rader: tuple[Any, ...], navn: str = "Vedtak") -> Bok:
    ut = openpyxl.Workbook()
    ut.worksheets[0].title = navn
    for rad in rader or (HODE, RAD):
        ut.worksheets[0].append(rad)
    return ut


def nytt_ark(i: Bok, navn: str, *rader: tuple[Any, ...], tilstand: str = "visible") -> None:
    ark = i.create_sheet(navn)
    ark.sheet_state = tilstand
    for rad in rader:
        ark.append(rad)


def les(fra: Bok | str | bytes, sokte: tuple[str, ...] = HODE, ikke: tuple[str, ...] = ()) -> Liste:
    if isinstance(fra, Bok):
        strom = io.BytesIO()
        fra.save(strom)
        fra = strom.getvalue()
    elif isinstance(fra, str):
        fra = fra.encode()
    return les_liste("l", fra, sokte, ikke)


def sagt(liste: Liste) -> list[str]:
    """What is said, the doubts with a mark."""
    return [f"{'! ' if ett.viktig else ''}{ett.tekst}" for ett in liste.merknader]


# Which sheet


def test_to_faner_med_overskriftene_leses_begge() -> None:
    to = bok(HODE, RAD, navn="2024")
    nytt_ark(to, "2023", HODE, ("41/23", *RAD[1:]))
    lest = les(to)
    assert [rad.sted for rad in lest.rader] == ["Arket «2024», rad 2", "Arket «2023», rad 2"]
    assert sagt(lest) == ["leste arkene «2024» og «2023»"]


@pytest.mark.parametrize("tilstand", ["hidden", "veryHidden"])
def test_et_skjult_ark_leses_aldri_og_sies(tilstand: str) -> None:
    skjult = bok()
    nytt_ark(skjult, "gammel", HODE, ("70/24", *RAD[1:]), tilstand=tilstand)
    skjult.move_sheet("gammel", -1)
    lest = les(skjult)
    assert [rad.celler["Saksnr"] for rad in lest.rader] == ["71/24"]
    assert sagt(lest) == ["! arket «gammel» er skjult, og er ikke lest"]


def test_en_forside_nevnes_og_stopper_ingenting() -> None:
    med = bok()
    nytt_ark(med, "Om listen", ("Vedtaksliste", "2024"), ("Kontakt", "sekretariatet"))
    med.move_sheet("Om listen", -1)
    assert sagt(les(med)) == ["arket «Om listen» har ikke overskriftene i kartet, og er ikke lest"]


def test_et_ark_med_noen_av_overskriftene_kan_bety_noe() -> None:
    med = bok()
    nytt_ark(med, "Resten", ("Saksnr", "Møtedato", "Tittel"), ("80/24", "12.06.2024", "X"))
    assert sagt(les(med)) == ["! arket «Resten» har ikke overskriftene i kartet, og er ikke lest"]


# Where the table begins, and its headings


@pytest.mark.parametrize(
    "over",
    [
        [("Vedtak fra kommunestyret, formannskapet og utvalgene, 2024",), ()],
        [("Vedtaksliste", "Utskrift 12.06.2024")],
        [(), (), ("Side", "1", "av", "3"), ()],
    ],
)
def test_overskriftene_finnes_under_titler(over: list[tuple[object, ...]]) -> None:
    assert len(les(bok(*over, HODE, RAD)).rader) == 1
    assert len(les("\n".join(";".join(map(str, rad)) for rad in (*over, HODE, RAD))).rader) == 1


def test_tomme_kolonner_foran_og_imellom() -> None:
    lest = les(bok((None, *HODE[:3], None, *HODE[3:]), (None, *RAD[:3], None, *RAD[3:])))
    assert lest.rader[0].celler["Frist"] == "31.12.2024"


@pytest.mark.parametrize(
    "skrevet", ["saksnr", " SAKSNR: ", "Saks\u00adnr", "Saksnr.", "\ufeffSaksnr"]
)
def test_overskrifter_tilgis_det_som_ikke_betyr_noe(skrevet: str) -> None:
    lest = les(bok((skrevet, *HODE[1:]), RAD))
    assert lest.rader[0].celler["Saksnr"] == "71/24"


def test_en_overskrift_over_to_linjer_er_den_samme() -> None:
    assert som_overskrift("Ansvarlig\nenhet") == som_overskrift("ansvarlig enhet")


def test_en_kolonne_i_kartet_som_mangler_stopper_med_hva_den_kan_hete() -> None:
    with pytest.raises(StyringFeil) as feil:
        les(bok((*HODE[:3], "Vedtakstekst", *HODE[4:6], "Tidsfrist"), RAD))
    assert "«Vedtak» (mente du «Vedtakstekst»?) og «Frist» (mente du «Tidsfrist»?)" in str(
        feil.value
    )


def test_arkene_nevnes_naar_overskriftene_mangler() -> None:
    med = bok(("A", "B"), ("1", "2"))
    nytt_ark(med, "gammel", HODE, RAD, tilstand="hidden")
    with pytest.raises(StyringFeil, match=r"Arkene er «Vedtak» og «gammel» \(skjult\)"):
        les(med)


def test_samme_overskrift_to_ganger_avvises_med_kolonnene() -> None:
    with pytest.raises(
        StyringFeil, match=r"kolonnen «Frist» står flere ganger i arket «Vedtak»: G og H"
    ):
        les(bok((*HODE, "Frist"), (*RAD, "1.1.2025")))


def test_kolonner_utenfor_kartet_nevnes_med_hvor_mye_som_staar_der() -> None:
    lest = les(bok((*HODE, "Status", "Tom", None), (*RAD, "Iverksatt", None, "løst"), ANNEN))
    assert sagt(lest) == [
        "! kolonnen «Status» er ikke lest (1 celle)",
        "! rad 2 har noe til høyre for overskriftene, som ikke er lest",
    ]
    assert sagt(les(bok((*HODE, "Status"), (*RAD, "x")), ikke=("status",))) == [
        "kolonnen «Status» er ikke lest (1 celle)"
    ]


def test_en_kolonne_uten_overskrift_med_noe_i_nevnes() -> None:
    lest = les(bok((*HODE[:3], None, *HODE[3:]), (*RAD[:3], "hm", *RAD[3:])))
    assert sagt(lest) == ["! kolonne D har ingen overskrift, og er ikke lest"]


# Cells


def test_en_formel_uten_verdi_avvises_med_cellen() -> None:
    lest = les(bok(HODE, (*RAD[:6], "=DATE(2024,12,31)"), ANNEN))
    assert [rad.celler["Saksnr"] for rad in lest.rader] == ["72/24"]
    [(sted, grunn)] = lest.avslag
    assert (sted, "celle G2 har en formel uten verdi" in grunn) == ("Rad 2", True)


def test_en_feilverdi_avvises_med_cellen() -> None:
    [(_, grunn)] = les(bok(HODE, (*RAD[:6], "#REF!"), ANNEN)).avslag
    assert grunn == "celle G2 har feilen #REF!"


def test_gjennomstreket_tekst_sies() -> None:
    med = bok(HODE, RAD, ANNEN, RAD)
    ark = med.worksheets[0]
    ark["D2"] = CellRichText("Planen ", TextBlock(InlineFont(strike=True), "avvises"), " vedtas.")
    ark["A3"].font = Font(strike=True)
    assert sagt(les(med)) == ["! rad 2 og 3 har gjennomstreket tekst, som er lest som vanlig tekst"]


def test_skjulte_rader_leses_og_sies() -> None:
    med = bok(HODE, RAD, ANNEN)
    med.worksheets[0].row_dimensions[3].hidden = True
    lest = les(med)
    assert len(lest.rader) == 2
    assert sagt(lest) == ["rad 3 er skjult i listen, og er lest"]


def test_notater_paa_celler_sies() -> None:
    med = bok(HODE, RAD)
    med.worksheets[0]["D2"].comment = Comment("Se mail", "x")
    nytt_ark(med, "Annet", ("a",))
    med["Annet"]["A1"].comment = Comment("ikke denne", "x")
    assert "notatet på celle D2 er ikke lest" in sagt(les(med))


def test_sammenslaatte_celler_nedover_gjelder_hver_rad() -> None:
    med = bok(HODE, RAD, (*ANNEN[:4], None, *ANNEN[5:]))
    med.worksheets[0].merge_cells("E2:E3")
    lest = les(med)
    assert [rad.celler["Utvalg"] for rad in lest.rader] == ["Kommunestyret"] * 2
    assert sagt(lest) == ["cellene E2:E3 er slått sammen; det som står der, gjelder hver rad"]


def test_sammenslaatte_celler_bortover_sies() -> None:
    med = bok(HODE, (*RAD[:2], "Sykkelvei", None, *RAD[4:]))
    med.worksheets[0].merge_cells("C2:D2")
    assert [ett[:2] for ett in sagt(les(med))] == ["! "]


def test_usynlige_tegn_i_tekst_tas_bort_ved_samme_doer() -> None:
    lest = les(bok(HODE, (*RAD[:2], "Sykkel\u00advei\u200b\tmot\r\nøst ", *RAD[3:])))
    assert lest.rader[0].celler["Sakstittel"] == "Sykkelvei mot\nøst"


# csv


@pytest.mark.parametrize("skille", [";", "\t", ","])
@pytest.mark.parametrize("foran", ["", "sep={}\n", "Vedtak, mange; og flere\n\n"])
def test_skilletegnet_velges_etter_overskriftene(skille: str, foran: str) -> None:
    tekst = foran.format(skille) + "\n".join(skille.join(rad) for rad in (HODE, RAD))
    assert len(les(tekst).rader) == 1


def test_rader_som_er_kortere_eller_lengre_enn_overskriftene() -> None:
    lest = les("\n".join([";".join(HODE), ";".join(RAD[:3]), ";".join((*ANNEN, "ekstra"))]))
    assert len(lest.rader) == 2
    assert sagt(lest) == ["! rad 3 har noe til høyre for overskriftene, som ikke er lest"]


@given(st.lists(st.sampled_from(["", "Saksnr", "Vedtak", "x", "Møtedato"]), max_size=8), st.data())
def test_hver_celle_er_lest_eller_nevnt(hode: list[str], data: st.DataObject) -> None:
    """Always: what stands in a sheet is in a row, refused, or under a heading that is named."""
    rader = data.draw(
        st.lists(
            st.lists(st.sampled_from(["", "a", "b"]), min_size=len(hode), max_size=len(hode)),
            max_size=4,
        )
    )
    sokte = ("Saksnr", "Vedtak")
    try:
        lest = les("\n".join(";".join(rad) for rad in (hode, *rader)), sokte)
    except StyringFeil:
        return
    sett = " ".join(ett.tekst for ett in lest.merknader)
    for kolonne, navn in enumerate(hode):
        fylte = sum(bool(rad[kolonne]) for rad in rader)
        i_rader = sum(navn in rad.celler for rad in lest.rader)
        if navn in sokte:
            assert i_rader == fylte
        elif fylte and navn:
            assert f"«{navn}» er ikke lest" in sett
        elif fylte:
            assert "har ingen overskrift" in sett or "til høyre for overskriftene" in sett


# The whole way


@pytest.fixture
def granvaag(tmp_path: Path) -> Path:
    rot = tmp_path / "granvaag"
    shutil.copytree(ROT / "eksempel", rot)
    (rot / "kart.yaml").write_text(KART, encoding="utf-8")
    return rot


@pytest.fixture
def importer(granvaag: Path, kjor: Kjor) -> Callable[..., str]:
    def gjor(fra: Bok | str, *valg: str, ventet: int = 0) -> str:
        liste = granvaag / ("l.csv" if isinstance(fra, str) else "l.xlsx")
        if isinstance(fra, str):
            liste.write_text(fra, encoding="utf-8")
        else:
            fra.save(liste)
        felles = ("--kart", granvaag / "kart.yaml", "--ja", "--prosjekt", granvaag)
        svar = kjor("importer", "vedtak", liste, *felles, *valg, ventet=ventet)
        return svar.ut + svar.feil

    return gjor


def test_samme_liste_to_ganger_endrer_ingenting(
    granvaag: Path, importer: Callable[..., str]
) -> None:
    importer(bok())
    foer = (granvaag / "data/vedtak/2024/KS-071.yaml").read_bytes()
    ut = importer(bok())
    assert "0 nye · 1 finnes fra før" in ut
    assert "sier noe annet" not in ut
    assert (granvaag / "data/vedtak/2024/KS-071.yaml").read_bytes() == foer


def test_en_endret_liste_viser_begge_verdiene_og_skriver_bare_paa_oppdrag(
    granvaag: Path, importer: Callable[..., str]
) -> None:
    importer(bok())
    endret = bok(HODE, (*RAD[:2], "Sykkelvei mot øst", *RAD[3:6], "31.01.2025"))
    fil = granvaag / "data/vedtak/2024/KS-071.yaml"
    foer = fil.read_bytes()
    ut = importer(endret, ventet=1)
    assert "2024-KS-071: tittel er «Sykkelvei» her, og «Sykkelvei mot øst» i listen." in ut
    assert "frist er 31.12.2024 her, og 31.01.2025 i listen." in ut
    assert fil.read_bytes() == foer
    ut = importer(endret, "--oppdater", ventet=1)
    assert "kjør styring oppdater 2024-KS-071 --ny-frist 2025-01-31 --begrunnelse" in ut
    data = yaml.safe_load(fil.read_text(encoding="utf-8"))
    assert (data["tittel"], data["frist"]) == ("Sykkelvei mot øst", date(2024, 12, 31)), (
        "a deadline is not moved without a reason"
    )
    uten_frist = bok(HODE, (*RAD[:2], "Sykkelvei mot øst", *RAD[3:6], ""))
    assert "finnes fra før" in importer(uten_frist)


def test_saksnummer_og_tittel_i_en_kolonne(granvaag: Path, importer: Callable[..., str]) -> None:
    (granvaag / "kart.yaml").write_text(
        "kolonner:\n  sak_og_tittel: Saksnr og Tittel\n  dato: Møtedato\nstandard:\n  organ: KS\n"
        "  ansvarlig: TEK\nikke_les: [Saksbehandler]\n",
        encoding="utf-8",
    )
    ut = importer(
        "Saksnr og Tittel;Møtedato;Saksbehandler\n71/24 Gang- og sykkelvei;12.06.2024;x\n"
        "KS sak 72/24 – Bru;12.06.2024;x\nSykkelvei;12.06.2024;x\n",
        ventet=1,
    )
    assert "«Sykkelvei» begynner ikke med et saksnummer" in ut
    titler = [
        yaml.safe_load((granvaag / f"data/vedtak/2024/KS-{nr}.yaml").read_text("utf-8"))["tittel"]
        for nr in ("071", "072")
    ]
    assert titler == ["Gang- og sykkelvei", "Bru"]


def test_et_saksnummer_som_regnearket_har_gjort_til_en_dato(importer: Callable[..., str]) -> None:
    ut = importer(bok(HODE, (date(2024, 5, 12), *RAD[1:])), ventet=1)
    assert "Rad 2: regnearket har gjort saksnummeret om til en dato (2024-05-12)" in ut


FEIL: list[tuple[str, dict[int, object]]] = [
    ("er ikke et saksnummer", {0: "hm"}),
    ("sak mangler", {0: None}),
    ("er ikke et saksnummer", {0: "22/0011-3"}),
    ("om til en dato", {0: date(2024, 5, 12)}),
    ("er ikke en dato", {1: "en onsdag"}),
    ("dato mangler", {1: None}),
    ("er ikke en dato", {1: "31.02.2024"}),
    ("tittel mangler", {2: None}),
    ("tittel mangler", {2: "\u00ad"}),
    ("er ikke et kjent organ", {4: "Kommunestyre"}),
    ("er ikke et kjent organ", {4: "Styret"}),
    ("er ikke en kjent enhet", {5: "XYZ"}),
    ("ansvarlig mangler", {5: None}),
    ("er ikke en kjent enhet", {5: "Teknisk og samfun"}),
    ("er ikke en dato", {6: "snart"}),
    ("er ikke en dato", {6: "2024-13-01"}),
    ("har feilen #REF!", {2: "#REF!"}),
    ("har feilen #N/A", {6: "#N/A"}),
    ("har en formel uten verdi", {6: "=1+1"}),
    ("har en formel uten verdi", {2: "=A1"}),
]


def test_en_lang_liste_med_to_hundre_feil_av_tjue_slag(importer: Callable[..., str]) -> None:
    """Every fault is named by its row, and nothing else is refused."""
    tilfeldig = random.Random(1)
    rader: list[list[Any]] = [
        [
            f"{nr % 900 + 1}/{10 + nr // 900}",
            f"12.06.20{10 + nr // 900}",
            f"Sak {nr}",
            *RAD[3:6],
            "",
        ]
        for nr in range(5000)
    ]
    ventet: dict[int, str] = {}
    for plass, nr in enumerate(tilfeldig.sample(range(5000), 200)):
        grunn, celler = FEIL[plass % len(FEIL)]
        ventet[nr + 2] = grunn
        for kolonne, verdi in celler.items():
            rader[nr][kolonne] = verdi
    lest = les(bok(HODE, *map(tuple, rader)))
    assert len(lest.rader) + len(lest.avslag) == 5000
    assert len(set(ventet.values())) >= 12
    svar = importer(bok(HODE, *map(tuple, rader)), ventet=1)
    for rad, grunn in ventet.items():
        linje = next(ett for ett in svar.splitlines() if ett.startswith(f"Rad {rad}:"))
        assert grunn in linje
    assert svar.count("\nRad ") == 200
    assert "4800 nye" in svar


def test_det_som_bare_staar_utenfor_nevnes_ogsaa() -> None:
    """A row with nothing under the headings, and something beside them."""
    lest = les("\n".join([";".join(HODE), ";".join(RAD), ";" * len(HODE) + "glemt"]))
    assert sagt(lest) == ["! rad 3 har noe til høyre for overskriftene, som ikke er lest"]


def test_mange_notater_nevnes_alle_med_hvor_mange_til() -> None:
    med = bok(HODE, *([RAD] * 25))
    for nr in range(2, 27):
        med.worksheets[0][f"D{nr}"].comment = Comment("x", "x")
    [tekst] = [ett for ett in sagt(les(med)) if "notatet" in ett]
    assert "D2, D3" in tekst
    assert "og 5 til" in tekst
