"""Lists of vedtak, oppdrag and goals into the data: what only the data can judge, what goes into
the forms, and the same list twice.
"""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from ruamel.yaml.nodes import Node

from styring.fag import saksnummer
from styring.redigering import noder
from tests.conftest import Kjor
from tests.skjemahjelp import EKSEMPEL, for_perioden

FELLES = "navn:\n  Kommunestyret: KS\n"
VEDTAK = f"""\
kolonner:
  sak: Sak
  dato: Dato
  tittel: Tittel
  tekst: Vedtak
  ansvarlig: Ansvar
  frist: Frist
  punkt: Punkt
  status: Status
  merknad: Merknader
standard:
  organ: KS
{FELLES}"""
HODE = "Sak;Dato;Tittel;Vedtak;Ansvar;Frist;Punkt;Status;Merknader\n"


@pytest.fixture
def rot(tmp_path: Path) -> Path:
    shutil.copytree(EKSEMPEL / "data", tmp_path / "data")
    return tmp_path


class Importer:
    def __init__(self, kjor: Kjor, rot: Path, slag: str, kart: str) -> None:
        self.kjor, self.rot, self.slag = kjor, rot, slag
        (rot / "kart.yaml").write_text(kart, encoding="utf-8")

    def __call__(self, liste: str, *valg: str, ventet: int = 0) -> str:
        (self.rot / "liste.csv").write_text(liste, encoding="utf-8")
        kart = ("--kart", self.rot / "kart.yaml")
        svar = self.kjor(
            *("importer", self.slag, self.rot / "liste.csv", *kart),
            *("--ja", "--prosjekt", self.rot, *valg),
            ventet=ventet,
        )
        return svar.ut + svar.feil

    def les(self, sti: str) -> Any:
        return yaml.safe_load((self.rot / "data" / sti).read_text(encoding="utf-8"))

    def finnes(self, sti: str) -> bool:
        return (self.rot / "data" / sti).is_file()


def test_det_bare_dataene_kan_domme_avvises_med_raden_og_resten_skrives(
    kjor: Kjor, rot: Path
) -> None:
    importer = Importer(kjor, rot, "vedtak", VEDTAK)
    ut = importer(
        f"{HODE}171/24;12.06.2024;Bru;Bygges.;TEK;31.12.2024;;;\n"
        "172/24;12.06.2024;Vei;Bygges.;TEK;31.12.1990;;;\n"
        f"173/24;12.06.2024;{'Lang ' * 70};Bygges.;TEK;;;;\n"
        "174/24;12.06.2024;Skole;Vedtas.;FOS;;;;\n",
        ventet=1,
    )
    assert "2 nye" in ut
    assert "2 rader kan ikke leses inn" in ut
    assert "Rad 3: " in ut
    assert "Rad 4: " in ut
    assert importer.finnes("vedtak/2024/KS-171.yaml")
    assert importer.finnes("vedtak/2024/KS-174.yaml")
    assert not importer.finnes("vedtak/2024/KS-172.yaml")
    kjor("valider", "--prosjekt", rot)


def test_det_som_hang_paa_et_avvist_vedtak_avvises_ogsaa(kjor: Kjor, rot: Path) -> None:
    kart = VEDTAK.replace("  punkt: Punkt\n", "  punkt: Punkt\n  type: Type\n")
    importer = Importer(kjor, rot, "vedtak", kart)
    hode = f"{HODE.strip()};Type\n"
    ut = importer(
        f"{hode}181/24;12.06.2024;{'Lang ' * 70};;OKO;;;;;budsjettsak\n"
        "181/24;12.06.2024;Mat;Serveres.;FOS;;1;;;verbalvedtak\n",
        ventet=1,
    )
    assert "0 nye" in ut
    assert ut.count("\nRad ") == 2


def test_en_rad_for_hvert_punkt_blir_ett_vedtak(kjor: Kjor, rot: Path) -> None:
    importer = Importer(kjor, rot, "vedtak", VEDTAK)
    liste = (
        f"{HODE}171/24;12.06.2024;Bru;Brua bygges.;TEK;31.12.2024;1;;\n"
        "171/24;12.06.2024;Bru;Lys settes opp.;KUL;;2;;\n"
    )
    assert "1 nytt" in importer(liste)
    data = importer.les("vedtak/2024/KS-171.yaml")
    assert [ett["tekst"] for ett in data["punkter"]] == ["Brua bygges.", "Lys settes opp."]
    assert data["punkter"][1]["ansvarlig"] == "KUL"
    assert "0 nye · 2 finnes fra før" in importer(liste)
    ut = importer(liste.replace("Lys settes opp", "Belysning settes opp"), ventet=1)
    assert "tekst er «Lys settes opp.» her, og «Belysning settes opp.» i listen." in ut


def test_en_celle_med_flere_punkter(kjor: Kjor, rot: Path) -> None:
    importer = Importer(kjor, rot, "vedtak", VEDTAK.replace("tekst: Vedtak", "punkter: Vedtak"))
    ut = importer(
        f'{HODE}171/24;12.06.2024;Bru;"1. Brua bygges.\n2. Lys settes opp,\nogså i parken.";TEK;'
        ";;;\n"
        '172/24;12.06.2024;Vei;"1. Bygges.\n3. Males.";TEK;;;;\n'
        "173/24;12.06.2024;Skole;Vedtas.;FOS;;;;\n",
        ventet=1,
    )
    assert ut.count("punktene er ikke nummerert 1, 2, 3 på hver sin linje") == 2
    punkter = importer.les("vedtak/2024/KS-171.yaml")["punkter"]
    assert [ett["tekst"] for ett in punkter] == ["Brua bygges.", "Lys settes opp, også i parken."]


def test_status_og_merknader_gaar_i_skjemaet_for_perioden(kjor: Kjor, tmp_path: Path) -> None:
    rot = for_perioden(tmp_path)
    kjor("tertial", "start", "2024-T2", "--ja", "--dato", "2024-09-02", "--prosjekt", rot)
    importer = Importer(kjor, rot, "vedtak", VEDTAK)
    rad = "12/23;;;;TEK;;;i gang;Sendt på høring.\n"
    naa = yaml.safe_load((rot / "data/vedtak/2023/KS-012.yaml").read_text(encoding="utf-8"))
    rad = (
        f"KS 12/23;{naa['dato']};{naa['tittel']};;{naa['ansvarlig']};;;i gang;Sendt på høring.\n"
        f"KS 7/24;2024-02-28;Møteplasser for eldre;;HOM;;;så som så;\n"
    )
    uten = importer(HODE + rad, ventet=1)
    assert "status og merknad er ikke lest; oppgi perioden de gjelder, med --periode" in uten
    ut = importer(HODE + rad, "--periode", "2024-T2", ventet=1)
    assert "statusen «så som så» er ikke lest; skriv i rute, usikkert" in ut
    skjema = importer.les(f"rapporter/2024-T2/{naa['ansvarlig']}.yaml")
    assert skjema["vedtak"]["2023-KS-012"]["status"] == "i_gang"
    assert skjema["vedtak"]["2023-KS-012"]["kommentar"].strip() == "Sendt på høring."


OPPDRAG = """\
kolonner: {tittel: Oppdrag, ansvarlig: Sektor, delansvar: Bidrar, frist: Frist, delmaal: Mål}
standard: {aar: "2024"}
"""


def test_oppdrag_fra_en_liste(kjor: Kjor, rot: Path) -> None:
    importer = Importer(kjor, rot, "oppdrag", OPPDRAG)
    hode = "Oppdrag;Sektor;Bidrar;Frist;Mål\n"
    liste = (
        f"{hode}Lage en plan for uteområder;Forebygging, oppvekst og skole;HOM og KUL;"
        "1.10.2024;OP-1.1\nKartlegge lekkasjer;TEK;;;\nKartlegge lekkasjer;TEK;;;\n"
        "Heve noe;XYZ;;;\nEt mål;TEK;;;ZZ-9\n"
    )
    ut = importer(liste, ventet=1)
    assert "2 nye" in ut
    assert "Rad 4: «Kartlegge lekkasjer» står også i rad 3." in ut
    assert "«XYZ» er ikke en kjent enhet" in ut
    assert "«ZZ-9» er ikke et kjent delmål" in ut
    laget = max((rot / "data/oppdrag/2024").glob("FOS-*.yaml"))
    data = importer.les(f"oppdrag/2024/{laget.name}")
    assert data["delansvar"] == ["HOM", "KUL"]
    assert str(data["frist"]) == "2024-10-01"
    igjen = importer(liste.replace("1.10.2024", "1.11.2024"), ventet=1)
    assert "0 nye · 1 finnes fra før · 1 sier noe annet enn listen" in igjen
    assert "frist er 01.10.2024 her, og 01.11.2024 i listen." in igjen


MAAL = """\
kolonner: {omraade: Område, hovedmaal: Hovedmål, kode: Kode, delmaal: Delmål, ansvar: Ansvar}
"""


def test_maal_fra_en_liste(kjor: Kjor, rot: Path) -> None:
    importer = Importer(kjor, rot, "maal", MAAL)
    hode = "Område;Hovedmål;Kode;Delmål;Ansvar\n"
    liste = (
        f"{hode}Trygg trafikk;Færre ulykker;TR-1.1;Trygge skoleveier;TEK, FOS\n"
        ";;TR-1.2;Gode sykkelveier;TEK\n;Mer gange;TR-2;;\n"
        "Helse hele livet;Innbyggerne mestrer hverdagen;HE-1.9;Flere turer;HOM\n"
        "Helse hele livet;Et nytt hovedmål;HE-7.1;Flere venner;HOM\n;;HE-7.2;Flere vaner;HOM\n"
        ";;tull 3;X;HOM\n"
    )
    ut = importer(liste, ventet=1)
    assert "«tull 3» er ikke en kode for et mål" in ut
    nytt = importer.les("maal/trygg-trafikk.yaml")
    assert [ett["kode"] for ett in nytt["hovedmaal"]] == ["TR-1", "TR-2"]
    assert [ett["kode"] for ett in nytt["hovedmaal"][0]["delmaal"]] == ["TR-1.1", "TR-1.2"]
    assert nytt["hovedmaal"][0]["delmaal"][0]["ansvar"] == ["TEK", "FOS"]
    helse = importer.les("maal/helse.yaml")["hovedmaal"]
    assert helse[0]["delmaal"][-1]["tittel"] == "Flere turer"
    assert [ett["kode"] for ett in helse[-1]["delmaal"]] == ["HE-7.1", "HE-7.2"]
    kjor("valider", "--prosjekt", rot)
    igjen = importer(liste.replace("Trygge skoleveier", "Tryggere skoleveier"), ventet=1)
    assert "TR-1.1: tittel er «Trygge skoleveier» her, og «Tryggere skoleveier» i listen." in igjen
    importer(liste.replace("Trygge skoleveier", "Tryggere skoleveier"), "--oppdater", ventet=1)
    assert importer.les("maal/trygg-trafikk.yaml")["hovedmaal"][0]["delmaal"][0]["tittel"] == (
        "Tryggere skoleveier"
    )


@pytest.mark.parametrize(
    ("monster", "skrevet", "ventet"),
    [
        ("PS {nr}-{aar}", "PS 12-2024", ("", 12, 2024)),
        ("{organ} {aar}/{nr}", "KS 2024/7", ("KS", 7, 2024)),
        ("Sak {aar}-{nr}", "Sak 2024-0113", ("", 113, 2024)),
    ],
)
def test_egne_saksnumre(monster: str, skrevet: str, ventet: tuple[str, int, int]) -> None:
    assert saksnummer.les(skrevet, (monster,)) == ventet


def test_kommunens_egen_maate_aa_skrive_saksnumre_paa(kjor: Kjor, rot: Path) -> None:
    importer = Importer(kjor, rot, "vedtak", VEDTAK)
    liste = f"{HODE}Protokoll nr. 171-2024;12.06.2024;Bru;Bygges.;TEK;;;;\n"
    assert "er ikke et saksnummer" in importer(liste, ventet=1)
    fil = rot / "data/kommune.yaml"
    tekst = fil.read_text(encoding="utf-8")
    fil.write_text(f'{tekst}saksnumre: ["Protokoll nr. {{nr}}-{{aar}}"]\n', encoding="utf-8")
    assert "1 nytt" in importer(liste)
    assert "Ingen feil" in kjor("valider", "--prosjekt", rot).ut
    assert "Bru" in kjor("vis", "Protokoll nr. 171-2024", "--prosjekt", rot).ut
    fil.write_text(f'{tekst}saksnumre: ["uten"]\n', encoding="utf-8")
    assert "et mønster for saksnumre" in kjor("valider", "--prosjekt", rot, ventet=1).ut


@pytest.mark.parametrize(
    ("monster", "skrevet"),
    [
        ("Møtesak {nr}-{aar}", "Møtesak 171-2024"),
        ("Møtesak {aar}/{nr}", "Møtesak 2024/171"),
        ("Møtesak {nr}/{aar}", "Møtesak 171/24"),
        ("Protokoll nr. {nr}-{aar}", "Protokoll nr. 171-2024"),
        ("Møtesak {nr} – {aar}", "Møtesak 171 – 2024"),
        ("{organ}. {aar}-{nr}", "KS. 2024-171"),
    ],
)
def test_en_skjult_sak_skrevet_paa_kommunens_maate_naar_ingen(
    kjor: Kjor, rot: Path, monster: str, skrevet: str
) -> None:
    fil = rot / "data/kommune.yaml"
    tekst = fil.read_text(encoding="utf-8")
    fil.write_text(f'{tekst}saksnumre: ["{monster}"]\n', encoding="utf-8")
    (rot / "data/vedtak/2024/KS-171.yaml").write_text(
        "offentlighet: unntatt\nunntakshjemmel: offentleglova § 13\ntittel: Hemmelig\n"
        "type: vedtak\n"
        f"organ: KS\nsak: {skrevet}\ndato: 2024-06-12\nansvarlig: TEK\n",
        encoding="utf-8",
    )
    apen = rot / "data/vedtak/2024/KS-007.yaml"
    data = yaml.safe_load(apen.read_text(encoding="utf-8"))
    data["svares_i"] = f"Det følger av {skrevet}, og KS 171/24."
    apen.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    ut = kjor("vis", "2024-KS-007", "--for", "offentlig", "--prosjekt", rot).ut
    assert "171" not in ut


def test_hele_vedtaket_og_punktene_i_hver_sin_rad(kjor: Kjor, rot: Path) -> None:
    importer = Importer(kjor, rot, "vedtak", VEDTAK)
    hele = "171/24;12.06.2024;Bru;Planen vedtas.;TEK;31.12.2024;;;\n"
    punkt = "171/24;12.06.2024;Bru;Lys settes opp.;KUL;;1;;\n"
    importer(f"{HODE}{hele}{punkt}")
    data = importer.les("vedtak/2024/KS-171.yaml")
    assert data["tekst"].strip() == "Planen vedtas."
    assert data["punkter"][0]["tekst"] == "Lys settes opp."
    ut = importer(f"{HODE}{punkt}171/24;12.06.2024;Bru;Males.;KUL;;2;;\n")
    assert "1 nytt · 1 finnes fra før" in ut
    data = importer.les("vedtak/2024/KS-171.yaml")
    assert data["punkter"][1] == {"nr": 2, "tekst": "Males.", "ansvarlig": "KUL"}
    (rot / "data/vedtak/2024/KS-171.yaml").unlink()
    ut = importer(f"{HODE}{punkt}{hele}", ventet=1)
    assert "står også punkt for punkt; sett raden for hele vedtaket først" in ut
    assert importer.les("vedtak/2024/KS-171.yaml")["punkter"][0]["tekst"] == "Lys settes opp."


def test_punkter_i_en_celle_sammenliknes_ogsaa(kjor: Kjor, rot: Path) -> None:
    importer = Importer(kjor, rot, "vedtak", VEDTAK.replace("tekst: Vedtak", "punkter: Vedtak"))
    liste = f'{HODE}171/24;12.06.2024;Bru;"1. Bygges.\n2. Males.";TEK;;;;\n'
    importer(liste)
    assert "0 nye · 1 finnes fra før" in importer(liste)
    ut = importer(liste.replace("Males", "Males rødt"), ventet=1)
    assert "tekst er «Males.» her, og «Males rødt.» i listen." in ut


def test_status_paa_et_punkt_gaar_ikke_tapt_i_stillhet(kjor: Kjor, rot: Path) -> None:
    importer = Importer(kjor, rot, "vedtak", VEDTAK)
    ut = importer(f"{HODE}171/24;12.06.2024;Bru;Bygges.;TEK;;1;i gang;Ute på anbud.\n", ventet=1)
    assert "Rad 2: status og merknad er ikke lest" in ut


def test_det_en_direktoer_har_skrevet_roeres_ikke(kjor: Kjor, tmp_path: Path) -> None:
    rot = for_perioden(tmp_path)
    kjor("tertial", "start", "2024-T2", "--ja", "--dato", "2024-09-02", "--prosjekt", rot)
    ord_ = (
        "--status",
        "i_gang",
        "--framdrift",
        "i_rute",
        "--kommentar",
        "Alt går etter planen nå.",
    )
    kjor("oppdater", "2023-KS-012", *ord_, "--ja", "--dato", "2024-09-03", "--prosjekt", rot)
    naa = yaml.safe_load((rot / "data/vedtak/2023/KS-012.yaml").read_text(encoding="utf-8"))
    rad = f"KS 12/23;{naa['dato']};{naa['tittel']};;{naa['ansvarlig']};;;ferdig;Nytt ord.\n"
    importer = Importer(kjor, rot, "vedtak", VEDTAK)
    ut = importer(HODE + rad, "--periode", "2024-T2", ventet=1)
    assert f"{naa['ansvarlig']} har alt skrevet om 2023-KS-012" in ut


@pytest.mark.parametrize(
    ("skrevet", "koder"),
    [
        ("Organisasjon og digitalisering", ["ORG"]),
        ("Forebygging, oppvekst og skole", ["FOS"]),
        ("HOM og KUL", ["HOM", "KUL"]),
        ("HOM; Forebygging, oppvekst og skole", ["HOM", "FOS"]),
        ("hom, kul/TEK", ["HOM", "KUL", "TEK"]),
    ],
)
def test_flere_enheter_i_en_celle(kjor: Kjor, rot: Path, skrevet: str, koder: list[str]) -> None:
    importer = Importer(kjor, rot, "oppdrag", OPPDRAG)
    importer(f'Oppdrag;Sektor;Bidrar;Frist;Mål\nEt helt nytt oppdrag;OKO;"{skrevet}";;\n')
    laget = max((rot / "data/oppdrag/2024").glob("OKO-*.yaml"))
    assert importer.les(f"oppdrag/2024/{laget.name}")["delansvar"] == koder


def test_en_tittel_som_nesten_er_der_nevnes(kjor: Kjor, rot: Path) -> None:
    importer = Importer(kjor, rot, "oppdrag", OPPDRAG)
    hode = "Oppdrag;Sektor;Bidrar;Frist;Mål\n"
    importer(f"{hode}Kartlegge lekkasjer i vannledningene;TEK;;;\n")
    ut = importer(f"{hode}Kartlegge lekkasjene i vannledningene;TEK;;;\n", "--utkast", ventet=2)
    assert "--ja og --utkast" in ut
    ut = importer(f"{hode}Kartlegge lekkasjene i vannledningene;TEK;;;\n", ventet=1)
    assert "tittelen likner 2024-TEK-" in ut


@pytest.mark.parametrize(
    "tekst",
    [
        "Protokoll nr. 171-2024",
        "protokoll 171-2024",
        "Protokoll nr. 0171-2024",
        "protokollene nr. 170-2024 og 171-2024",
        "Protokoll 2024/171",
    ],
)
@pytest.mark.parametrize("skjult", ["sak: KS 171/24", "sak: Protokoll nr. 171-2024", ""])
def test_en_skjult_sak_naar_kommunen_har_egne_maater(
    kjor: Kjor, rot: Path, tekst: str, skjult: str
) -> None:
    """However the hidden record itself is written, and where it can't be read at all."""
    fil = rot / "data/kommune.yaml"
    kommune = fil.read_text(encoding="utf-8")
    fil.write_text(f'{kommune}saksnumre: ["Protokoll nr. {{nr}}-{{aar}}"]\n', encoding="utf-8")
    (rot / "data/vedtak/2024/KS-171.yaml").write_text(
        "offentlighet: unntatt\nunntakshjemmel: offentleglova § 13\ntittel: Hemmelig\n"
        f"type: vedtak\norgan: KS\n{skjult}\ndato: 2024-06-12\nansvarlig: TEK\n"
        if skjult
        else "tittel: [\n",
        encoding="utf-8",
    )
    apen = rot / "data/vedtak/2024/KS-007.yaml"
    data = yaml.safe_load(apen.read_text(encoding="utf-8"))
    data["svares_i"] = f"Det følger av {tekst}."
    apen.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    svar = kjor(
        "vis", "2024-KS-007", "--for", "offentlig", "--prosjekt", rot, ventet=0 if skjult else 1
    )
    assert "171" not in svar.ut


def test_en_gal_status_stopper_ikke_resten(kjor: Kjor, tmp_path: Path) -> None:
    """What would make a form wrong is named by its row; the vedtak are written all the same."""
    rot = for_perioden(tmp_path)
    kjor("tertial", "start", "2024-T2", "--ja", "--dato", "2024-09-02", "--prosjekt", rot)
    naa = yaml.safe_load((rot / "data/vedtak/2023/KS-012.yaml").read_text(encoding="utf-8"))
    importer = Importer(kjor, rot, "vedtak", VEDTAK)
    ut = importer(
        f"{HODE}KS 12/23;{naa['dato']};{naa['tittel']};;{naa['ansvarlig']};;;ferdig;\n"
        "171/24;12.06.2024;Bru;Bygges.;TEK;;;;\n172/24;12.06.2024;Vei;Bygges.;TEK;;²;;\n",
        *("--periode", "2024-T2"),
        ventet=1,
    )
    assert "Rad 2: status og merknad er ikke lest" in ut
    assert "Rad 4: «²» er ikke et punktnummer" in ut
    assert importer.finnes("vedtak/2024/KS-171.yaml")


def test_maal_som_sier_noe_annet_enn_koden_avvises(kjor: Kjor, rot: Path) -> None:
    importer = Importer(kjor, rot, "maal", MAAL)
    ut = importer(
        "Område;Hovedmål;Kode;Delmål;Ansvar\n"
        "Grønn by;Ren luft;GB-1.1;Mindre støv;TEK\nBlå by;;GB-1.2;Rent vann;TEK\n"
        ";Noe annet;GB-1.3;X;TEK\nGrønn by;Ren luft;GC-1.1;Y;TEK\n;Mer;GB-2;Z;TEK\n"
        "Helse hele livet;HELT ANNET;HE-1.8;V;HOM\n",
        ventet=1,
    )
    assert ut.count("\nRad ") == 5
    assert "Rad 3: satsingsområdet heter «Grønn by», ikke «Blå by»" in ut
    assert "Rad 5: «Grønn by» finnes fra før med en annen kode enn GC" in ut
    assert "Rad 6: GB-2 er et hovedmål" in ut
    nytt = importer.les("maal/gronn-by.yaml")
    assert [ett["kode"] for ett in nytt["hovedmaal"][0]["delmaal"]] == ["GB-1.1"]


def test_skrevne_id_er_gaar_foran_ledige_numre(kjor: Kjor, rot: Path) -> None:
    neste = max(int(fil.stem[4:]) for fil in (rot / "data/oppdrag/2024").glob("TEK-*.yaml")) + 1
    kart = OPPDRAG.replace("{tittel", "{id: Nr, tittel")
    importer = Importer(kjor, rot, "oppdrag", kart)
    importer(
        f"Nr;Oppdrag;Sektor;Bidrar;Frist;Mål\n;Det første;TEK;;;\nTEK-{neste:02};Det andre;TEK;;;\n"
    )
    titler = [importer.les(f"oppdrag/2024/TEK-{neste + nr:02}.yaml")["tittel"] for nr in (0, 1)]
    assert titler == ["Det andre", "Det første"]


def test_oppdrag_gitt_etter_brevet(kjor: Kjor, rot: Path) -> None:
    """With the day it was given, an approved period is not said to have been changed."""
    kart = OPPDRAG.replace('{aar: "2024"}', '{aar: "2024", gitt: "2024-11-01"}')
    importer = Importer(kjor, rot, "oppdrag", kart)
    ut = importer("Oppdrag;Sektor;Bidrar;Frist;Mål\nEt helt nytt oppdrag;OKO;;;\n")
    assert "ST650" not in ut
    assert "er kommet til siden" not in ut
    laget = max((rot / "data/oppdrag/2024").glob("OKO-*.yaml"))
    assert str(importer.les(f"oppdrag/2024/{laget.name}")["gitt"]) == "2024-11-01"


def test_maal_med_en_rad_for_hvert_nivaa(kjor: Kjor, rot: Path) -> None:
    """One column for the names of all levels: the code says which, in new areas and old."""
    kart = "kolonner:\n  kode: Kode\n  navn: Navn\n  ansvar: Ansvar\n"
    importer = Importer(kjor, rot, "maal", kart)
    liste = (
        "Kode;Navn;Ansvar\nTR;Trygg trafikk;\nTR-1;Færre ulykker;\nTR-1.1;Trygge skoleveier;TEK\n"
        "HE;Helse hele livet;\nHE-7;Flere venner;\nHE-7.1;Flere møteplasser;HOM\n"
    )
    ut = importer(liste)
    assert "4 nye · 1 finnes fra før" not in ut
    nytt = importer.les("maal/trygg-trafikk.yaml")
    assert (nytt["navn"], nytt["hovedmaal"][0]["tittel"]) == ("Trygg trafikk", "Færre ulykker")
    assert nytt["hovedmaal"][0]["delmaal"][0]["tittel"] == "Trygge skoleveier"
    assert importer.les("maal/helse.yaml")["hovedmaal"][-1]["tittel"] == "Flere venner"
    assert "0 nye · 6 finnes fra før" in importer(liste)
    ulik = importer(liste.replace("Trygg trafikk", "Tryggere trafikk"), ventet=1)
    assert "TR: navn er «Trygg trafikk» her, og «Tryggere trafikk» i listen." in ulik
    ansvar = importer("Kode;Navn;Ansvar\nTR-2;Mer gange;TEK\n", ventet=1)
    assert "TR-2 er et hovedmål, og ansvaret står på delmålene" in ansvar


def test_mange_maal_i_ett_omraade_leser_filen_faa_ganger(
    kjor: Kjor, rot: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many readings as there are lists in the file, whatever number of rows."""
    lest: list[int] = []
    ekte = noder.les

    def les(tekst: str) -> Node:
        lest.append(len(tekst))
        return ekte(tekst)

    monkeypatch.setattr(noder, "les", les)
    rader = "".join(f"HE-1.{nr};Mål nummer {nr};HOM\n" for nr in range(20, 70))
    kart = "kolonner:\n  kode: Kode\n  delmaal: Delmål\n  ansvar: Ansvar\n"
    assert "50 nye" in Importer(kjor, rot, "maal", kart)(f"Kode;Delmål;Ansvar\n{rader}")
    assert len(lest) < 10


def test_et_galt_aar_tar_ikke_plassen_til_det_riktige(kjor: Kjor, rot: Path) -> None:
    """Which of two rows with one number is right, is seen by the year of the number."""
    importer = Importer(kjor, rot, "vedtak", VEDTAK)
    gal, rett = "171/24;12.06.2023;Feil dato;A.;TEK;;;;\n", "171/23;14.06.2023;Bru;B.;TEK;;;;\n"
    ut = importer(f"{HODE}{gal}{rett}", ventet=1)
    assert "Rad 2: «171/24» står også i rad 3" in ut
    assert importer.les("vedtak/2023/KS-171.yaml")["tittel"] == "Bru"


def test_et_organ_som_ikke_er_kjent_foran_nummeret_nevnes_en_gang(kjor: Kjor, rot: Path) -> None:
    importer = Importer(kjor, rot, "vedtak", VEDTAK)
    rader = "".join(f"HUO {nr}/24;12.06.2024;Bru {nr};A.;TEK;;;;\n" for nr in (171, 172))
    ut = importer(f"{HODE}{rader}", ventet=1)
    assert ut.count("HUO: KS") == 1
    assert "den første i rad 2" in " ".join(ut.split())
    vant = VEDTAK.replace("navn:\n", "navn:\n  HUO: KS\n")
    assert "HUO: KS" not in Importer(kjor, rot, "vedtak", vant)(f"{HODE}{rader}")


def test_det_som_staar_foran_punktene_er_vedtakets_tekst(kjor: Kjor, rot: Path) -> None:
    importer = Importer(kjor, rot, "vedtak", VEDTAK.replace("tekst: Vedtak", "punkter: Vedtak"))
    celle = '"Kommunestyret vedtar:\n1. Bru bygges.\n2. Brua males."'
    importer(f"{HODE}171/24;12.06.2024;Bru;{celle};TEK;;;;\n")
    data = importer.les("vedtak/2024/KS-171.yaml")
    assert data["tekst"] == "Kommunestyret vedtar:"
    assert [ett["tekst"] for ett in data["punkter"]] == ["Bru bygges.", "Brua males."]
    tredje = celle.replace('males."', 'males.\n3. Brua får lys."')
    assert "1 nytt" in importer(f"{HODE}171/24;12.06.2024;Bru;{tredje};TEK;;;;\n")
    punkter = importer.les("vedtak/2024/KS-171.yaml")["punkter"]
    assert [ett["nr"] for ett in punkter] == [1, 2, 3]


@pytest.mark.parametrize(
    ("skrevet", "ventet"),
    [("høsten 2024", "2024-11-30"), ("innen jul 2024", "2024-12-24"), ("K3 2024", "2024-09-30")],
)
def test_en_frist_er_den_siste_dagen(kjor: Kjor, rot: Path, skrevet: str, ventet: str) -> None:
    importer = Importer(kjor, rot, "vedtak", VEDTAK)
    importer(f"{HODE}171/24;12.06.2024;Bru;Bygges.;TEK;{skrevet};;;\n")
    assert str(importer.les("vedtak/2024/KS-171.yaml")["frist"]) == ventet
    felles = ("--ansvarlig", "TEK", "--dato", "2024-06-12", "--ja", "--prosjekt", rot)
    kjor("ny", "oppdrag", "--tittel", "Bygge bru", "--frist", skrevet, *felles)
    laget = max((rot / "data/oppdrag/2024").glob("TEK-*.yaml"))
    assert f"frist: {ventet}" in laget.read_text(encoding="utf-8")


def test_en_dag_som_ikke_finnes_sier_hvorfor(kjor: Kjor, rot: Path) -> None:
    importer = Importer(kjor, rot, "vedtak", VEDTAK)
    rader = "171/24;12.06.2024;Bru;A.;TEK;31.6.2024;;;\n172/24;12.13.2024;Vei;A.;TEK;;;;\n"
    ut = importer(f"{HODE}{rader}", ventet=1)
    assert "«31.6.2024» er ikke en dato; juni 2024 har 30 dager" in ut
    assert "«12.13.2024» er ikke en dato; det er 12 måneder" in ut


def test_raad_som_foerer_videre(kjor: Kjor, rot: Path) -> None:
    """What a new user ran into: each message says what to do, and is true."""
    importer = Importer(kjor, rot, "vedtak", VEDTAK.replace("  punkt: Punkt\n", ""))
    hode = HODE.replace("Punkt;", "")
    to = "171/24;12.06.2024;Bru;A.;TEK;;;\n171/24;12.06.2024;Bru;B.;TEK;;;\n"
    assert "skriv punkt: Overskriften i kartet" in importer(f"{hode}{to}", ventet=1)
    flere = importer(f"{hode}172/24;12.06.2024;Vei;A.;TEK, FOS;;;\n", ventet=1)
    assert "et vedtak har én ansvarlig" in flere
    jul = importer(f"{hode}173/24;12.06.2024;Vei;A.;TEK;innen jul;;\n", ventet=1)
    assert "«innen jul» er ikke en dato; skriv også året" in jul
    kart = "kolonner:\n  id: Nr\n  tittel: Hva\n  ansvarlig: Hvem\nstandard:\n  aar: 2024\n"
    nr = Importer(kjor, rot, "oppdrag", kart)("Nr;Hva;Hvem\n1;Rydde;TEK\n", ventet=1)
    assert "ta id ut av kartet når kolonnen bare er et løpenummer" in nr
    kart = "kolonner:\n  kode: Kode\n  navn: Mål\n  ansvar: Ansvar\n"
    maal = Importer(kjor, rot, "maal", kart)(
        "Kode;Mål;Ansvar\nHE-1.8;;HOM\nHE-9.1;Nytt;HOM\n", ventet=1
    )
    assert "Rad 2: navn mangler" in maal
    assert "hovedmålet HE-9 finnes ikke fra før" in maal
    assert (
        "kommando"
        not in kjor("importer", "oppdrag", "x.csv", "--dato", "2024-01-01", ventet=2).feil
    )
