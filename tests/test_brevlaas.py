"""The letter is locked: what is changed, moved, deleted or added since is named, and what may
rightly move is told.
"""

import random
import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styring.lesing.innlesing import les_inn
from styring.modell.form import Leser
from styring.modell.oppdrag import Ansvarsendring, Oppdrag
from styring.prosjekt.tre import Arbeidstre
from styring.redigering.poster import sett
from styring.register.laas import Laasbar, laas_av
from styring.register.leser import for_leser
from styring.sporring.tid.postendringer import postendringer
from styring.visning.tid.setninger import setninger
from tests.conftest import ROT, Kjor

BREVET = "data/styringsbrev/2023.yaml"
OPPDRAG = "data/oppdrag/2023"
REGISTER = les_inn(Arbeidstre(ROT)).register


@pytest.fixture
def kopi(tmp_path: Path) -> Path:
    shutil.copytree(ROT / "data", tmp_path / "data")
    return tmp_path


@pytest.fixture
def granvaag(tmp_path: Path) -> Path:
    shutil.copytree(ROT / "eksempel", tmp_path / "granvaag")
    return tmp_path / "granvaag"


def laasfunn(kjor: Kjor, prosjekt: Path, *, ventet: int = 0) -> list[str]:
    linjer = kjor(
        "valider", "--format", "kort", "--prosjekt", prosjekt, ventet=ventet
    ).ut.splitlines()
    return [linje.partition(" ST213 ")[2] for linje in linjer if " ST213 " in linje]


def bytt(fil: Path, foer: str, naa: str) -> None:
    tekst = fil.read_text(encoding="utf-8")
    assert foer in tekst
    fil.write_text(tekst.replace(foer, naa, 1), encoding="utf-8")


# What the lock finds


def test_et_ord_som_endres_sies(kjor: Kjor, kopi: Path) -> None:
    bytt(kopi / OPPDRAG / "OUS-02.yaml", "skal jobbe", "kan jobbe")
    [funn] = laasfunn(kjor, kopi)
    assert "«2023-OUS-02» er ikke slik brevet ga det" in funn


def test_et_oppdrag_som_flyttes_til_en_annen_enhet_sies(kjor: Kjor, kopi: Path) -> None:
    """The id is the path: the one is gone, and the other has come."""
    gammel, ny = kopi / OPPDRAG / "OUS-03.yaml", kopi / OPPDRAG / "HOM-09.yaml"
    gammel.rename(ny)
    bytt(ny, "ansvarlig: OUS", "ansvarlig: HOM")
    borte, nytt = sorted(laasfunn(kjor, kopi), key=lambda funn: "sto ikke" in funn)
    assert "«2023-OUS-03» sto i brevet da det ble låst, men finnes ikke lenger" in borte
    assert "«2023-HOM-09» sto ikke i brevet da det ble låst" in nytt


def test_et_oppdrag_som_slettes_sies(kjor: Kjor, kopi: Path) -> None:
    (kopi / OPPDRAG / "OUS-05.yaml").unlink()
    [funn] = laasfunn(kjor, kopi)
    assert "«2023-OUS-05» sto i brevet da det ble låst, men finnes ikke lenger" in funn


def test_et_satsingsomraade_som_slettes_sies_med_alt_under(kjor: Kjor, kopi: Path) -> None:
    (kopi / "data/maal/bred-ungdomssatsing.yaml").unlink()
    funn = laasfunn(kjor, kopi)
    assert sorted(f.partition("»")[0] for f in funn) == [
        "«BU",
        "«BU-1",
        "«BU-1.1",
        "«BU-1.2",
        "«BU-1.3",
    ]


def test_et_nytt_oppdrag_sies_uten_gitt_og_ikke_med(kjor: Kjor, kopi: Path) -> None:
    ny = kopi / OPPDRAG / "OUS-70.yaml"
    ny.write_text("tittel: Et oppdrag til\nansvarlig: OUS\n", encoding="utf-8")
    assert "«2023-OUS-70» sto ikke i brevet" in laasfunn(kjor, kopi)[0]
    ny.write_text("tittel: Et oppdrag til\nansvarlig: OUS\ngitt: 2023-06-01\n", encoding="utf-8")
    assert laasfunn(kjor, kopi) == []


def test_maalets_ord_og_ansvar_er_laast(kjor: Kjor, kopi: Path) -> None:
    fil = kopi / "data/maal/bred-ungdomssatsing.yaml"
    bytt(fil, "ansvar: [HOM, OUS]\n", "ansvar: [HOM]\n")
    bytt(fil, "føler seg trygge", "er trygge")
    bytt(fil, "navn: Bred", "navn: Smal")
    assert sorted(f.partition("»")[0] for f in laasfunn(kjor, kopi)) == [
        "«BU",
        "«BU-1.1",
        "«BU-1.3",
    ]


def test_ansvar_som_flyttes_uten_et_ord_sies_og_med_ansvarsendring_ikke(
    kjor: Kjor, kopi: Path
) -> None:
    fil = kopi / OPPDRAG / "OUS-02.yaml"
    bytt(fil, "ansvarlig: OUS", "ansvarlig: HOM")
    assert "«2023-OUS-02» er ikke slik brevet ga det" in laasfunn(kjor, kopi)[0]
    endring = (
        "ansvarsendringer:\n  - {dato: 2023-06-01, fra: OUS, til: HOM, begrunnelse: Tjenesten er"
        " flyttet, godkjent_av: kommunedirektør}\n"
    )
    fil.write_text(fil.read_text(encoding="utf-8") + endring, encoding="utf-8")
    assert laasfunn(kjor, kopi) == []
    side = kjor("vis", "2023-OUS-02", "--prosjekt", kopi).ut
    assert "Tjenesten er flyttet" in side
    assert "OUS" in side
    assert "| Oppvekst og utdanning |" in next(
        linje
        for linje in kjor(
            "rapport", "styringsbrev", "--aar", "2023", "--prosjekt", kopi
        ).ut.splitlines()
        if "PPK skal jobbe" in linje
    )


def test_endringer_sier_hvem_som_overtok_og_hvorfor() -> None:
    foer = Oppdrag(tittel="Plan", ansvarlig="OUS")
    endring = Ansvarsendring(
        dato=date(2023, 6, 1),
        fra="OUS",
        til="HOM",
        begrunnelse="Tjenesten er flyttet.",
        godkjent_av="kommunedirektør",
    )
    naa = Oppdrag(tittel="Plan", ansvarlig="HOM", ansvarsendringer=(endring,))
    sagt = [linje for ett in postendringer(foer, naa) for linje in setninger(ett)]
    assert sagt[:2] == [
        "Ansvarlig: OUS → HOM.",
        "  Tjenesten er flyttet. Godkjent av kommunedirektør.",
    ]
    uten = [
        linje
        for ett in postendringer(foer, Oppdrag(tittel="Plan", ansvarlig="HOM"))
        for linje in setninger(ett)
    ]
    assert uten == ["Ansvarlig: OUS → HOM."]


def test_et_nytt_navn_paa_filen_er_det_samme_oppdraget(kjor: Kjor, kopi: Path) -> None:
    gammel, ny = kopi / OPPDRAG / "OUS-03.yaml", kopi / OPPDRAG / "OUS-33.yaml"
    gammel.rename(ny)
    ny.write_text(ny.read_text(encoding="utf-8") + "tidligere_id: 2023-OUS-03\n", encoding="utf-8")
    assert laasfunn(kjor, kopi) == []
    bytt(ny, "tittel: ", "tittel: Ikke ")
    assert "«2023-OUS-33» er ikke slik brevet ga det" in laasfunn(kjor, kopi)[0]


def test_et_laast_oppdrag_kan_ikke_gjoeres_til_et_senere(kjor: Kjor, kopi: Path) -> None:
    fil = kopi / OPPDRAG / "OUS-02.yaml"
    fil.write_text(fil.read_text(encoding="utf-8") + "gitt: 2023-06-01\n", encoding="utf-8")
    assert (
        "«2023-OUS-02» sto i brevet da det ble låst, men er nå ført som gitt etterpå"
        in laasfunn(kjor, kopi)[0]
    )


def test_en_fil_som_ikke_kan_leses_er_ikke_borte(kjor: Kjor, kopi: Path) -> None:
    (kopi / OPPDRAG / "OUS-02.yaml").write_text("tittel: [\n", encoding="utf-8")
    (kopi / "data/maal/bred-ungdomssatsing.yaml").write_text("kode: [\n", encoding="utf-8")
    assert laasfunn(kjor, kopi, ventet=1) == []


def test_maalene_holdes_bare_mot_det_nyeste_laaste_brevet(kjor: Kjor, granvaag: Path) -> None:
    """New goals and a new letter, locked: the letter of the year before is still locked, and was
    never about them.
    """
    fil = next((granvaag / "data/maal").glob("*.yaml"))
    bytt(fil, "navn: ", "navn: Nytt ")
    assert len(laasfunn(kjor, granvaag)) == 1
    kjor("brev", "laas", "2024", "--ja", "--prosjekt", granvaag)
    assert laasfunn(kjor, granvaag) == []


@given(froe=st.integers(0, 10_000))
def test_hver_endring_av_ett_ord_sees(froe: int) -> None:
    """Whatever word of whatever title is changed, that fingerprint is another; how the lines are
    broken is not seen.
    """
    tall = random.Random(froe)
    register = REGISTER
    id_, post = tall.choice(list(register.oppdrag.items()))
    ord_ = post.verdi.tittel.split()
    likt = Laasbar(
        id_, post.fil, (), (tall.choice([" ", "  ", "\n"]).join(ord_), post.verdi.ansvarlig)
    )
    assert likt.avtrykk == laas_av(register, 2023)[id_]
    ord_[tall.randrange(len(ord_))] += tall.choice(["e", ".", "-", "s"])
    assert (
        Laasbar(id_, post.fil, (), (" ".join(ord_), post.verdi.ansvarlig)).avtrykk != likt.avtrykk
    )


@pytest.mark.parametrize(
    "avtrykk", ["123456789012", "1234567e1234", "000000000000", "12345678e901", "abcdef012345"]
)
def test_et_avtrykk_som_ser_ut_som_et_tall_er_tekst(kjor: Kjor, kopi: Path, avtrykk: str) -> None:
    fil = kopi / BREVET
    fil.write_bytes(sett(fil.read_bytes(), ("laas",), {"2023-OUS-02": avtrykk}))
    assert "«2023-OUS-02» er ikke slik brevet ga det" in laasfunn(kjor, kopi)[0]


# The command


def test_laasing_beholder_kommentarer_og_er_ingenting_annen_gang(kjor: Kjor, kopi: Path) -> None:
    fil = kopi / BREVET
    laast = fil.read_text(encoding="utf-8")
    fil.write_text(laast.partition("laas:\n")[0], encoding="utf-8")
    ut = kjor("brev", "laas", "2023", "--utkast", "--prosjekt", kopi).ut
    assert "laas:" in ut
    assert "laas:" not in fil.read_text(encoding="utf-8")
    assert "Brevet for 2023 er låst" in kjor("brev", "laas", "2023", "--ja", "--prosjekt", kopi).ut
    assert fil.read_text(encoding="utf-8") == laast
    kjor("brev", "laas", "2023", "--ja", "--prosjekt", kopi)
    assert fil.read_text(encoding="utf-8") == laast


def test_laasing_krever_et_brev_og_lesbare_data(kjor: Kjor, kopi: Path) -> None:
    assert (
        "noe styringsbrev for 2019. Det finnes for 2023."
        in kjor("brev", "laas", "2019", "--ja", "--prosjekt", kopi, ventet=2).feil
    )
    assert (
        "Legg til --ja"
        in kjor("brev", "laas", "2023", "--prosjekt", _uten_laas(kopi), ventet=2).feil
    )
    (kopi / OPPDRAG / "OUS-02.yaml").write_text("tittel: [\n", encoding="utf-8")
    assert (
        "kunne ikke leses"
        in kjor("brev", "laas", "2023", "--ja", "--prosjekt", kopi, ventet=1).feil
    )


def _uten_laas(rot: Path) -> Path:
    fil = rot / BREVET
    fil.write_text(fil.read_text(encoding="utf-8").partition("laas:\n")[0], encoding="utf-8")
    return rot


@pytest.mark.parametrize("leser", [Leser.OFFENTLIG, Leser.INTERN])
def test_laasen_er_bare_for_ledelsen(kjor: Kjor, granvaag: Path, leser: Leser) -> None:
    """No fingerprint is in any answer for others, the data of the page included."""
    register = les_inn(Arbeidstre(granvaag)).register
    avtrykk = [
        ett for post in register.styringsbrev.values() for ett in (post.verdi.laas or {}).values()
    ]
    assert avtrykk
    assert all(post.verdi.laas is None for post in for_leser(register, leser).styringsbrev.values())
    svar = [
        kjor("vis", "2023", *form, "--for", leser, "--prosjekt", granvaag).ut
        for form in ((), ("--format", "json"))
    ]
    svar.append(kjor("rapport", "styringsbrev", "--aar", "2023", "--prosjekt", granvaag).ut)
    assert not any(ett in ut for ett in avtrykk for ut in svar)


# Given after the letter


def med_tillegg(rot: Path) -> None:
    fil = rot / "data/styringsbrev/2024.yaml"
    tillegg = (
        "tillegg:\n  - nr: 1\n    dato: 2024-06-25\n    tittel: Tillegg nr. 1 til"
        " styringsbrevet\nlaas:\n"
    )
    bytt(fil, "laas:\n", tillegg)
    for kode, resten in {"KUL-70": "tillegg: 1\n", "KUL-71": "tillegg: 1\n", "TEK-70": ""}.items():
        (rot / f"data/oppdrag/2024/{kode}.yaml").write_text(
            f"tittel: Nytt oppdrag {kode} gitt i juni\nansvarlig: {kode[:3]}\ngitt:"
            f" 2024-06-25\n{resten}",
            encoding="utf-8",
        )


def test_det_som_er_gitt_etter_brevet_staar_i_rapporten(kjor: Kjor, granvaag: Path) -> None:
    """Grouped by the tillegg it came with, and what came with none is there too."""
    med_tillegg(granvaag)
    ut = kjor("rapport", "styringsbrev", "--aar", "2024", "--prosjekt", granvaag).ut
    etter = ut.partition("## Gitt etter brevet\n")[2].partition("\n## Rapportering")[0]
    med, uten = etter.split("### Uten tillegg")
    assert "### Tillegg nr. 1 til styringsbrevet (25.06.2024)" in med
    assert med.count("gitt i juni") == 2
    assert "KUL-70" in med
    assert "KUL-71" in med
    assert uten.count("gitt i juni") == 1
    assert "25.06.2024" in uten
    assert "gitt i juni" not in ut.partition("## Gitt etter brevet")[0]


def test_et_oppdrag_gitt_senere_uten_tillegg_staar_i_rapporten(kjor: Kjor, granvaag: Path) -> None:
    felter = (
        "tittel: Nytt oppdrag gitt i juni\nansvarlig: KUL\ngitt: 2024-06-25\nhentet_fra: Tillegg"
        " nr. 1 til styringsbrevet\n"
    )
    (granvaag / "data/oppdrag/2024/KUL-70.yaml").write_text(felter, encoding="utf-8")
    ut = kjor("rapport", "styringsbrev", "--aar", "2024", "--prosjekt", granvaag).ut
    assert (
        "| Nytt oppdrag gitt i juni | Kultur og frivillighet | – | 25.06.2024 | ikke oppgitt |"
        in ut.partition("## Gitt etter brevet")[2]
    )
    assert laasfunn(kjor, granvaag) == []


def test_tillegget_laases_for_seg(kjor: Kjor, granvaag: Path) -> None:
    med_tillegg(granvaag)
    kjor("brev", "laas", "2024", "--ja", "--prosjekt", granvaag)
    assert laasfunn(kjor, granvaag) == []
    (granvaag / "data/oppdrag/2024/KUL-71.yaml").unlink()
    bytt(granvaag / "data/oppdrag/2024/KUL-70.yaml", "Nytt", "Gammelt")
    assert sorted(f.partition(" –")[0] for f in laasfunn(kjor, granvaag)) == [
        "«2024-KUL-70» er ikke slik tillegg 1 ga det",
        "«2024-KUL-71» sto i tillegg 1 da det ble låst, men finnes ikke lenger",
    ]
