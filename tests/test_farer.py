"""Hazards in files and YAML that the examples can't hold, one test for each; most were seen to
break a plain script.
"""

import os
from pathlib import Path

import pytest
from yaml.error import Mark, MarkedYAMLError

from styring.funn import Treff, Utsnitt
from styring.lesing import bygging, kart
from styring.lesing.enkel import Usikker
from styring.lesing.syntaks import forklar
from styring.prosjekt.tre import Arbeidstre
from tests.conftest import EKSEMPLER, EN_FIL, OPPDRAG, ROT, Kjor, bare_posix, skriv


def koder(kjor: Kjor, rot: Path, ventet: int = 1) -> list[str]:
    """The codes of all findings, in the order shown."""
    ut = kjor("valider", "--format", "kort", "--prosjekt", rot, ventet=ventet).ut
    return [linje.split()[2] for linje in ut.splitlines()]


def test_for_stor_fil(kjor: Kjor, prosjekt: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(prosjekt)
    skriv(prosjekt, EN_FIL, OPPDRAG + "# " + "x" * 1_100_000)
    ut = kjor("valider", "--format", "kort", "--prosjekt", prosjekt, ventet=1).ut
    assert ut.startswith(f"data/{EN_FIL}:1:1: feil ST008 filen er for stor")


def test_en_million_klammer_stoppes_straks(kjor: Kjor, prosjekt: Path) -> None:
    skriv(prosjekt, EN_FIL, "tittel: " + "[" * 900_000)
    assert koder(kjor, prosjekt) == ["ST007"]


@pytest.mark.parametrize(
    "bombe",
    [
        "a: &a [x, x]\n"
        + "".join(
            f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
        ),
        "a: &a {x: 1}\n" + "".join(f"b{n}: &b{n} {{<<: [*a, *a]}}\n" for n in range(25)),
        "tittel: &t [*t]\n",
    ],
    ids=["aliaser", "fletting", "seg selv"],
)
def test_bomber_er_bare_funn(kjor: Kjor, prosjekt: Path, bombe: str) -> None:
    skriv(prosjekt, EN_FIL, bombe)
    assert set(koder(kjor, prosjekt)) == {"ST006"}


@pytest.mark.parametrize(
    "verdi",
    [
        "NO",
        "no",
        "Off",
        "yes",
        "Ja",
        "nei",
        "12:30",
        "1_000",
        "017",
        "190:20:30.15",
        "0x1F",
        "2023-02-30",
        ".nan",
        ".inf",
        "0o7",
        "True",
        "+1",
    ],
)
def test_tekst_forblir_tekst(kjor: Kjor, prosjekt: Path, verdi: str) -> None:
    skriv(prosjekt, EN_FIL, f"tittel: {verdi}\nansvarlig: HOM\n")
    assert (
        f'"tittel": "{verdi}"'
        in kjor("vis", "HOM-01", "--format", "json", "--prosjekt", prosjekt).ut
    )


@pytest.mark.parametrize("verdi", ["12", "-1", "1.10", "1e3", "0", "true", "false", "1" * 18])
def test_tall_og_sannhetsverdier_er_ikke_tekst(kjor: Kjor, prosjekt: Path, verdi: str) -> None:
    skriv(prosjekt, EN_FIL, f"tittel: {verdi}\nansvarlig: HOM\n")
    assert koder(kjor, prosjekt) == ["ST103"]


@pytest.mark.parametrize("verdi", ['"1"', "1.0", "true", '"1_0"', '" 1 "'])
def test_bare_hele_tall_er_hele_tall(kjor: Kjor, prosjekt: Path, verdi: str) -> None:
    skriv(
        prosjekt,
        EN_FIL,
        f"{OPPDRAG}oppgaver:\n  - nr: {verdi}\n    tittel: A\n    ansvarlig: HOM\n",
    )
    assert koder(kjor, prosjekt) == ["ST103"]


@pytest.mark.parametrize(
    "tegn",
    [
        "\x00",
        "\x07",
        "\x1b",
        "\x7f",
        "\x9b",
        "\u202e",
        "\u200b",
        "\u00ad",
        "\u2028",
        "\ufeff",
        "\r",
        "\U000e0041",
    ],
)
def test_usynlige_tegn(kjor: Kjor, prosjekt: Path, tegn: str) -> None:
    skriv(prosjekt, EN_FIL, f"tittel: a{tegn}b\nansvarlig: HOM\n")
    ut = kjor("valider", "--prosjekt", prosjekt, ventet=1).ut
    assert f"{EN_FIL}:1:10: feil ST002" in ut
    assert tegn not in ut


@pytest.mark.parametrize(
    "skrevet", [r'"a\0b"', r'"\a"', r'"\e[2J"', r'"a\u202eb"', r'"\x9b31m"', r'"a\Lb"']
)
def test_styretegn_i_anforselstegn(kjor: Kjor, prosjekt: Path, skrevet: str) -> None:
    skriv(prosjekt, EN_FIL, f"tittel: {skrevet}\nansvarlig: HOM\n")
    assert koder(kjor, prosjekt) == ["ST002"]


def test_styretegn_i_nokkel(kjor: Kjor, prosjekt: Path) -> None:
    skriv(prosjekt, EN_FIL, f'{OPPDRAG}"fri\\e[2Jst": 2023-01-01\n')
    assert koder(kjor, prosjekt) == ["ST002"]


def test_hardt_mellomrom_i_nokkel_er_et_annet_felt(kjor: Kjor, prosjekt: Path) -> None:
    skriv(prosjekt, EN_FIL, f"{OPPDRAG}\u00a0frist: 2023-01-01\n")
    assert koder(kjor, prosjekt) == ["ST101"]


def test_windows_filer_leses(kjor: Kjor, prosjekt: Path) -> None:
    skriv(prosjekt, EN_FIL, ("\ufeff" + OPPDRAG).replace("\n", "\r\n"))
    kjor("valider", "--prosjekt", prosjekt)


def test_kuttet_utf8(kjor: Kjor, prosjekt: Path) -> None:
    skriv(prosjekt, EN_FIL, OPPDRAG.encode() + "frist: ø".encode()[:-1])
    ut = kjor("valider", "--format", "kort", "--prosjekt", prosjekt, ventet=1).ut
    assert f"{EN_FIL}:3:8: feil ST001" in ut


@pytest.mark.parametrize(
    ("fil", "tekst"),
    [
        (EN_FIL, OPPDRAG + "frst: 2023-01-01\n"),
        (EN_FIL, OPPDRAG + "oppgaver:\n  - {nr: 1, tittel: A, ansvarlig: HOM, frst: 2023-01-01}\n"),
        ("arshjul.yaml", "aktiviteter: {}\nfrst: 1\n"),
        ("styringsbrev/2023.yaml", "aar: 2023\nhentet_fra: x\ntemaer: [{tittel: x, frst: 1}]\n"),
    ],
)
def test_ukjent_nokkel_stopper(kjor: Kjor, prosjekt: Path, fil: str, tekst: str) -> None:
    """A misspelt deadline must never pass in silence, in any file, at any depth."""
    skriv(prosjekt, fil, tekst)
    assert koder(kjor, prosjekt) == ["ST101"]


@pytest.mark.parametrize(
    "tekst",
    [
        "delmaal: [?x]",
        "delmaal: [ ? x]",
        "delmaal: [a, ?x]",
        "? art\n: leveranse",
        "? art",
        "merknad: {?foo: bar}",
        "merknad: { ?foo: bar }",
        "merknad:\n  ? a\n  : b",
        "art: 'leveranse'#x",
        'art: "leveranse"#x',
        "delmaal: [MA-1.1]#x",
        "merknad: {a: b}#x",
        "ferdig_nar: |#x\n  Ja",
        "ferdig_nar: >-#x\n  Ja",
    ],
)
def test_yaml_som_leses_ulikt_avvises(kjor: Kjor, prosjekt: Path, tekst: str) -> None:
    """What libyaml lets pass, and YAML or another reader takes otherwise, is refused with its
    place.
    """
    skriv(prosjekt, EN_FIL, OPPDRAG + tekst + "\n")
    assert "ST006" in koder(kjor, prosjekt)


@pytest.mark.parametrize(
    "tittel", ["Hva nå?", "Hva ? da", "'? x'", '"[?x]"', "a#b", "'x' # y", "Sak?x", "'a]#b'"]
)
def test_sporsmaalstegn_og_nummertegn_i_tekst_er_tekst(
    kjor: Kjor, prosjekt: Path, tittel: str
) -> None:
    skriv(prosjekt, EN_FIL, f"tittel: {tittel}\nansvarlig: HOM\n")
    assert kjor("valider", "--prosjekt", prosjekt).ut.startswith("Ingen feil.")


@pytest.mark.parametrize("tomt", ["", " ~", " null", " |", " # senere"])
@pytest.mark.parametrize(
    ("fil", "tekst"),
    [
        (EN_FIL, OPPDRAG + "frst:{}\n"),
        (
            EN_FIL,
            OPPDRAG + "oppgaver:\n  - nr: 1\n    tittel: A\n    ansvarlig: HOM\n    frst:{}\n",
        ),
        (
            EN_FIL,
            OPPDRAG
            + "oppgaver:\n  - nr: 1\n    frst:{}\n    tittel: A\n    ansvarlig: HOM\n    frist:\n",
        ),
        ("arshjul.yaml", "aktiviteter: {{}}\nfrst:{}\n"),
        (
            "styringsbrev/2023.yaml",
            "aar: 2023\nhentet_fra: x\ntemaer:\n  - tittel: x\n    frist:{}\n",
        ),
    ],
)
def test_ukjent_nokkel_uten_verdi_stopper(
    kjor: Kjor, prosjekt: Path, fil: str, tekst: str, tomt: str
) -> None:
    """A name is judged whether anything stands after it or not, in the whole file; also one that is
    a field elsewhere.
    """
    skriv(prosjekt, fil, tekst.format(tomt))
    assert "ST101" in koder(kjor, prosjekt)


def test_ukjent_nokkel_uten_verdi_i_en_flyt(kjor: Kjor, prosjekt: Path) -> None:
    skriv(prosjekt, EN_FIL, OPPDRAG + "oppgaver:\n  - {nr: 1, tittel: A, ansvarlig: HOM, frst: }\n")
    assert koder(kjor, prosjekt) == ["ST101"]
    skriv(
        prosjekt, EN_FIL, OPPDRAG + "oppgaver:\n  - {nr: 1, tittel: A, ansvarlig: HOM, frist: }\n"
    )
    assert kjor("valider", "--prosjekt", prosjekt).ut.startswith("Ingen feil.")


def test_et_navn_uten_verdi_folger_ogsaa_monsteret(kjor: Kjor, prosjekt: Path) -> None:
    skriv(prosjekt, "arshjul.yaml", "aktiviteter:\n  Ikke et navn:\n")
    assert "ST107" in koder(kjor, prosjekt)


@pytest.mark.parametrize(
    "nokkel",
    [
        '"<x"',
        '"[key]"',
        '"<hvert_ar"',
        '"{0}"',
        '"{felt}"',
        "''",
        '" "',
        '"a.b"',
        "123",
        "null",
        "true",
        "[1]",
        "{a: b}",
    ],
)
def test_rare_nokler_er_bare_ukjente_felt(kjor: Kjor, prosjekt: Path, nokkel: str) -> None:
    for fil, tekst in (
        (EN_FIL, OPPDRAG),
        ("arshjul.yaml", "aktiviteter:\n  budsjett:\n    nar:\n      "),
        ("kommune.yaml", "enheter:\n  "),
    ):
        skriv(prosjekt, fil, f"{tekst}{nokkel}: 1\n")
    assert {"ST101", "ST013", "ST107"} & set(koder(kjor, prosjekt))


def test_mapper_i_mapper_i_mapper(kjor: Kjor, prosjekt: Path) -> None:
    dypt = prosjekt / "data"
    for _ in range(40):
        dypt /= "m"
    dypt.mkdir(parents=True)
    assert koder(kjor, prosjekt) == ["ST015"]


@bare_posix
def test_en_lenke_som_kommer_etter_listingen_folges_ikke(prosjekt: Path, tmp_path: Path) -> None:
    """The folder is listed, then the file is swapped: for a link it is refused, and a FIFO does not
    hang.
    """
    tre = Arbeidstre(prosjekt)
    (tmp_path / "hemmelig").write_text("hysj", encoding="utf-8")
    (prosjekt / "data" / "lenke.yaml").symlink_to(tmp_path / "hemmelig")
    os.mkfifo(prosjekt / "data" / "ror.yaml")
    assert isinstance(tre.les("data/lenke.yaml"), Treff)
    assert tre.les("data/ror.yaml") == b""


def test_valider_bare_tier_ikke_om_uleste_filer(kjor: Kjor, prosjekt: Path) -> None:
    skriv(prosjekt, EN_FIL, "tittel: [\n")
    assert (
        kjor("valider", "--bare", "ST3", "--prosjekt", prosjekt, ventet=1).ut
        == "Ingen feil. Lest 1 av 2 filer: 3 enheter.\n"
    )


def test_uleste_data_gir_1_og_sier_det(kjor: Kjor, prosjekt: Path) -> None:
    skriv(prosjekt, EN_FIL, "tittel: [\n")
    skriv(prosjekt, "maal/tf.yaml", "kode: [\n")
    assert (
        "finnes, men filen kunne ikke leses"
        in kjor("vis", "HOM-01", "--prosjekt", prosjekt, ventet=1).feil
    )
    assert "kunne leses" in kjor("maal", "TF", "--prosjekt", prosjekt, ventet=1).feil
    skriv(prosjekt, "kommune.yaml", "navn: [\n")
    assert (
        "data/kommune.yaml kunne ikke leses"
        in kjor("status", "--sektor", "HOM", "--prosjekt", prosjekt, ventet=1).feil
    )
    assert "kunne leses" in kjor("vis", "HOM", "--prosjekt", prosjekt, ventet=1).feil


def test_frister_nevner_det_som_ikke_kan_regnes_ut(kjor: Kjor) -> None:
    mappe = EKSEMPLER / "ugyldig" / "ST504-ring"
    assert (
        "3 aktiviteter i årshjulet har ingen dag; se hvorfor med «styring arshjul»."
        in kjor("frister", "--prosjekt", mappe, "--dato", "2023-01-01").ut
    )


HEMMELIG = "art: Hemmelig Hansen\n"


@pytest.mark.parametrize(
    "tekst",
    [
        OPPDRAG + HEMMELIG + "offentlighet: unntatt\n",
        OPPDRAG + HEMMELIG + '"offentlighet": unntatt\n',
        OPPDRAG + HEMMELIG + "offentlighet : unntatt\n",
        OPPDRAG + HEMMELIG + "offentlighet: # hvem\n  unntatt\n",
        OPPDRAG + HEMMELIG + "offentlighet: |-\n  unntatt\n",
        OPPDRAG + HEMMELIG + "offentlighet: untatt\n",
        OPPDRAG + HEMMELIG + "offentlihet: unntatt\n",
        OPPDRAG + HEMMELIG + "ofentlighet: intern\n",
        OPPDRAG + HEMMELIG + "unntakshjemmel: offl. § 13\n",
        "{tittel: x, ansvarlig: HOM, art: Hemmelig Hansen, offentlighet: unntatt}\n",
        "  tittel: x\n  ansvarlig: HOM\n  art: Hemmelig Hansen\n  offentlighet: unntatt\n",
        OPPDRAG + "delansvar: Hemmelig Hansen\noffentlighet: unntatt\nunntakshjemmel: offl. § 13\n",
        OPPDRAG + "Hemmelig Hansen: 1\noffentlighet: unntatt\nunntakshjemmel: offl. § 13\n",
        OPPDRAG + "Hemmelig Hansen: 1\nHemmelig Hansen: 2\noffentlighet: unntatt\n",
        OPPDRAG
        + "videredelegert: [{dato: 2023-01-01, til: Hemmelig Hansen}, {dato: 2023-01-02, til:"
        " Hemmelig Hansen}]\noffentlighet: intern\n",
    ],
)
def test_det_som_ikke_er_offentlig_siteres_aldri(kjor: Kjor, prosjekt: Path, tekst: str) -> None:
    """However the mark is written, and whatever is wrong with the file: no word of it in any form
    of finding.
    """
    skriv(prosjekt, EN_FIL, tekst)
    for format_ in ("tekst", "kort", "json", "github", "gitlab", "sarif", "junit"):
        assert (
            "Hemmelig"
            not in kjor(
                "valider", "--tips", "--format", format_, "--prosjekt", prosjekt, ventet=1
            ).ut
        )


def test_det_som_er_offentlig_siteres(kjor: Kjor, prosjekt: Path) -> None:
    skriv(
        prosjekt,
        EN_FIL,
        OPPDRAG + "ferdig_nar: Planen er offentlig\nart: feil\noffentlighet: offentlig   # alle\n",
    )
    assert "fant «feil»" in kjor("valider", "--prosjekt", prosjekt, ventet=1).ut


@pytest.mark.parametrize(
    "tekst",
    [
        OPPDRAG + f"art: {'x' * 52}01010012356\n",
        OPPDRAG + "kari.nordmann@x.no: 1\n",
        "tittel: a\nansvarlig: 01010012356\n",
    ],
)
def test_personopplysninger_i_verdier_og_nokler_maskeres(
    kjor: Kjor, prosjekt: Path, tekst: str
) -> None:
    skriv(prosjekt, EN_FIL, tekst)
    ut = kjor("valider", "--prosjekt", prosjekt, ventet=1).ut
    assert "010100" not in ut
    assert "nordmann" not in ut


def test_lange_kjeder_og_lister_vokser_ikke(kjor: Kjor, prosjekt: Path) -> None:
    """Work and output grow with the size of a file, not with what a hostile one could make of it:
    without a limit this never ends.
    """
    aktivitet = (
        "  a{nr:02}: {{tittel: A, type: politisk, kategori: okonomi, hjul: [overordnet], nar:"
        " {nar}, rod_dag: star, kilde: k}}\n"
    )
    linjer = [aktivitet.format(nr=0, nar="{hvert_ar: 12-31}")]
    linjer += [
        aktivitet.format(nr=nr, nar=f"{{fra_aktivitet: a{nr - 1:02}, aar: 3, dager: -7}}")
        for nr in range(1, 60)
    ]
    skriv(prosjekt, "arshjul.yaml", "aktiviteter:\n" + "".join(linjer))
    skriv(prosjekt, EN_FIL, OPPDRAG + "delansvar: [" + "OUS, " * 5_000 + "OUS]\n")
    skriv(
        prosjekt,
        "oppdrag/2023/HOM-02.yaml",
        OPPDRAG + "".join(f"frist{nr}: 1\n" for nr in range(3_000)),
    )
    ut = kjor("valider", "--format", "kort", "--prosjekt", prosjekt, ventet=1).ut
    assert "filen har 2800 feil til" in ut
    assert len(ut.splitlines()) < 300
    assert ut.count("kjeden av aktiviteter er lengre enn 10 ledd") == 49
    assert (
        "lengre enn 10 ledd"
        in kjor("arshjul", "--aar", "2030", "--prosjekt", prosjekt, ventet=1).ut
    )
    kjor("frister", "--dato", "2030-01-01", "--innen", "120m", "--prosjekt", prosjekt, ventet=1)


def test_setning_med_flere_ord_kuttes_ikke(kjor: Kjor, prosjekt: Path) -> None:
    skriv(
        prosjekt,
        EN_FIL,
        OPPDRAG + "videredelegert:\n  - dato: 2023-01-01\n    til: prosjektleder sak #3\n",
    )
    assert koder(kjor, prosjekt) == ["ST011"]


def test_konfliktmerke_med_innrykk(kjor: Kjor, prosjekt: Path) -> None:
    skriv(
        prosjekt,
        EN_FIL,
        OPPDRAG + "ferdig_nar: |\n  <<<<<<< HEAD\n  a\n  =======\n  b\n  >>>>>>> x\n",
    )
    assert koder(kjor, prosjekt) == ["ST003"]


def test_unntak_for_det_leseren_finner(kjor: Kjor, prosjekt: Path) -> None:
    """What the reader itself finds can't be silenced, and the exception says so."""
    kommune = (prosjekt / "data" / "kommune.yaml").read_text(encoding="utf-8")
    skriv(
        prosjekt,
        "kommune.yaml",
        kommune + "unntak:\n  - {regel: ST301, id: 2023-HOM-01, grunn: x}\n  - {regel: ST302, id:"
        " 2023-HOM-01, grunn: x}\n",
    )
    skriv(prosjekt, EN_FIL, "tittel: x\n")
    assert koder(kjor, prosjekt) == ["ST208", "ST301"]


def test_tom_blokk_er_ikke_fylt_ut(kjor: Kjor, prosjekt: Path) -> None:
    skriv(prosjekt, EN_FIL, OPPDRAG + "ferdig_nar: |\nfrist:\ndelansvar:\n")
    svar = kjor("vis", "HOM-01", "--format", "json", "--prosjekt", prosjekt).ut
    assert '"ferdig_nar": null' in svar
    assert '"delansvar": []' in svar


@bare_posix
def test_lenke_og_spesialfil(
    kjor: Kjor, prosjekt: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A link can lead out of the project, a FIFO can hang the program: both are findings, and
    nothing of theirs is read.
    """
    monkeypatch.chdir(prosjekt)
    (tmp_path / "hemmelig.yaml").write_text("passord: hysj\n", encoding="utf-8")
    mappe = prosjekt / "data" / "oppdrag" / "2023"
    mappe.mkdir(parents=True)
    (mappe / "HOM-01.yaml").symlink_to(tmp_path / "hemmelig.yaml")
    (mappe / "HOM-02.yaml").symlink_to("/dev/zero")
    (prosjekt / "data" / "maal").symlink_to(tmp_path)
    os.mkfifo(mappe / "HOM-03.yaml")
    ut = kjor("valider", "--prosjekt", prosjekt, ventet=1).ut
    assert [linje.split(":")[0] for linje in ut.splitlines() if " ST014 " in linje] == [
        "data/maal",
        "data/oppdrag/2023/HOM-01.yaml",
        "data/oppdrag/2023/HOM-02.yaml",
        "data/oppdrag/2023/HOM-03.yaml",
    ]
    assert "hysj" not in ut


def test_fil_som_ikke_kan_leses(
    kjor: Kjor, prosjekt: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that vanishes or is forbidden between listing and reading is a finding; the others are
    still read.
    """
    skriv(prosjekt, EN_FIL, OPPDRAG)
    skriv(prosjekt, "oppdrag/2023/HOM-02.yaml", OPPDRAG)
    skriv(prosjekt, "oppdrag/2023/HOM-03.yaml", OPPDRAG)
    ekte = os.open

    def uvillig(sti: str, flagg: int) -> int:
        if sti.endswith("HOM-01.yaml"):
            raise FileNotFoundError(2, "No such file or directory")
        if sti.endswith("HOM-02.yaml"):
            raise PermissionError(13, "Permission denied")
        return ekte(sti, flagg)

    monkeypatch.setattr("styring.prosjekt.tre.os.open", uvillig)
    ut = kjor("valider", "--prosjekt", prosjekt, ventet=1).ut
    assert "HOM-01.yaml:1:1: feil ST017 filen forsvant mens styring leste" in ut
    assert "HOM-02.yaml:1:1: feil ST017 du har ikke lov til å lese filen" in ut
    assert "1 oppdrag" in ut
    status = kjor("status", "--prosjekt", prosjekt, ventet=1).ut
    assert status.startswith("2 filer kunne ikke leses, så svaret er ikke helt.")


def test_mappe_som_ikke_kan_listes(
    kjor: Kjor, prosjekt: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (prosjekt / "data" / "maal").mkdir()
    ekte = os.scandir

    def uvillig(sti: Path) -> object:
        if str(sti).endswith("maal"):
            raise OSError(5, "Input/output error")
        return ekte(sti)

    monkeypatch.setattr("styring.prosjekt.tre.os.scandir", uvillig)
    assert (
        "data/maal:1:1: feil ST017 filen kan ikke leses fra disken"
        in kjor("valider", "--prosjekt", prosjekt, ventet=1).ut
    )


@bare_posix
def test_data_som_lenke(kjor: Kjor, prosjekt: Path, tmp_path: Path) -> None:
    (prosjekt / "data").rename(tmp_path / "andre")
    (prosjekt / "data").symlink_to(tmp_path / "andre")
    assert "data:1:1: feil ST014" in kjor("valider", "--prosjekt", prosjekt, ventet=1).ut


@bare_posix
def test_filnavn_som_ikke_er_utf8(kjor: Kjor, prosjekt: Path) -> None:
    mappe = os.fsencode(prosjekt / "data" / "oppdrag" / "2023")
    Path(os.fsdecode(mappe)).mkdir(parents=True)
    with open(mappe + b"/\xff\xfe.yaml", "wb") as fil:  # noqa: PTH123  a name of bytes
        fil.write(OPPDRAG.encode())
    for format_ in ("tekst", "kort", "json", "github", "gitlab", "sarif", "junit"):
        assert "ST016" in kjor("valider", "--format", format_, "--prosjekt", prosjekt, ventet=1).ut
    for format_ in ("tekst", "json", "csv", "md"):
        kjor("status", "--format", format_, "--prosjekt", prosjekt, ventet=1)


@pytest.mark.parametrize(
    "tekst", ["\n? ", "? ", "a:\n? ", "- \n-", "{a: , b}", "[a, ]", "a: |", "a: >-\n", "'"]
)
def test_steder_etter_siste_linje(kjor: Kjor, prosjekt: Path, tekst: str) -> None:
    """libyaml places empty values after the end of the file (found by «make grundig»)."""
    skriv(prosjekt, EN_FIL, tekst)
    assert koder(kjor, prosjekt)


def test_midlertidige_filer_er_ikke_data(kjor: Kjor, prosjekt: Path) -> None:
    skriv(prosjekt, "oppdrag/2023/.styring-1234-HOM-01.yaml", "halv fi")
    assert (
        kjor("valider", "--prosjekt", prosjekt).ut
        == "Ingen feil. Lest 1 fil: 3 enheter. Dessuten 1 fil som ikke er data.\n"
    )
    skriv(prosjekt, "oppdrag/2023/.styring-mine/HOM-01.yaml", OPPDRAG)
    assert koder(kjor, prosjekt) == ["ST016"]


def test_kladder_etter_en_avbrutt_styring_nevnes(kjor: Kjor, prosjekt: Path) -> None:
    """By name, on every format, with a word of personal data in them; the lock is no copy of
    anything. Git passes them by.
    """
    skriv(prosjekt, "oppdrag/2023/.styring-1234-HOM-01.yaml", OPPDRAG)
    skriv(prosjekt, "oppdrag/2023/.styring-99-HOM-02.yaml", OPPDRAG + "# 01010012356\n")
    skriv(prosjekt, ".styring-0-laas", "")
    for format_ in ("tekst", "json"):
        svar = kjor("valider", "--format", format_, "--prosjekt", prosjekt)
        assert svar.feil.splitlines() == [
            (
                "styring: data/oppdrag/2023/.styring-1234-HOM-01.yaml er en kladd etter en styring"
                " som ble avbrutt, ikke data. Slett den, og legg den ikke inn i git."
            ),
            (
                "styring: data/oppdrag/2023/.styring-99-HOM-02.yaml er en kladd etter en styring"
                " som ble avbrutt, ikke data. Den har personopplysninger. Slett den, og legg den"
                " ikke inn i git."
            ),
        ]
        assert "01010012356" not in svar.ut + svar.feil
    assert ".styring-*" in (ROT / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_mappe_som_heter_som_en_fil(kjor: Kjor, prosjekt: Path) -> None:
    skriv(prosjekt, "oppdrag/2023/HOM-01.yaml/HOM-02.yaml", OPPDRAG)
    assert koder(kjor, prosjekt) == ["ST014", "ST016"]


def test_alle_feil_i_alle_filer_i_en_kjoring(kjor: Kjor, prosjekt: Path) -> None:
    skriv(prosjekt, EN_FIL, "tittel: a: b\n")
    skriv(prosjekt, "oppdrag/2023/HOM-02.yaml", "tittel: 12\nansvarlig: hom\nfrst: 1\n")
    skriv(prosjekt, "oppdrag/2023/HOM-03.yaml", OPPDRAG + "delansvar: [HOM]\n")
    assert koder(kjor, prosjekt) == ["ST004", "ST103", "ST107", "ST101", "ST302"]


def test_alle_feil_i_samme_fil(kjor: Kjor, prosjekt: Path) -> None:
    """A doubled key or a sentence over two lines does not hide what else is wrong in the file."""
    skriv(
        prosjekt,
        EN_FIL,
        "tittel: En plan\n  til\nansvarlig: OSU\nansvarlig: HOM\nfrst: 1\nart: zzz\ndelansvar:"
        " [XYZ]\n",
    )
    assert koder(kjor, prosjekt) == ["ST012", "ST201", "ST005", "ST101", "ST104", "ST201"]


def test_en_ulest_fil_gir_ingen_folgefeil(kjor: Kjor, prosjekt: Path) -> None:
    """Codes in a file that can't be read are known, not read: nothing that refers to them is
    blamed.
    """
    skriv(prosjekt, "maal/tf.yaml", "kode: TF: 1\n")
    skriv(prosjekt, EN_FIL, OPPDRAG + "delmaal: [TF-1.1]\n")
    assert koder(kjor, prosjekt) == ["ST004"]
    skriv(prosjekt, "kommune.yaml", "format: 1\nenheter: [\n")
    assert koder(kjor, prosjekt) == ["ST004", "ST004"]


@pytest.mark.usefixtures("som_ny_prosess")
def test_de_to_leserne_maa_vaere_enige(
    kjor: Kjor, prosjekt: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Should the quick reader refuse what the careful one takes, it is our bug and says so: exit 3,
    never a lost file.
    """

    def alltid_usikker(_: str) -> object:
        raise Usikker

    def alltid_tvil(_: bytes) -> object:
        raise bygging.Tvil

    monkeypatch.setattr("styring.lesing.postlesing.bygg_enkelt", alltid_usikker)
    monkeypatch.setattr("styring.lesing.postlesing.bygg", alltid_tvil)
    assert "feil i styring selv" in kjor("valider", "--prosjekt", prosjekt, ventet=3).feil


def test_dybden_er_den_samme_for_begge_lesere() -> None:
    for dybde in range(15, 26):
        tekst = "a: " + "[" * dybde + "x" + "]" * dybde + "\n"
        try:
            bygging.bygg(tekst.encode())
            godtatt = True
        except bygging.Tvil:
            godtatt = False
        assert godtatt == (not kart.kartlegg("f", tekst).treff), dybde


def test_libyamls_egen_grense_for_nivaaer_er_for_mange_nivaaer() -> None:
    """From PyYAML 6.0.4 libyaml stops by itself, in words of its own, before our reader has
    counted.
    """
    merke = Mark("x", 1000, 0, 1000, None, 0)
    feil = MarkedYAMLError(
        "while increasing flow level", None, "exceeded maximum nesting depth", merke
    )
    treff = forklar("data/x.yaml", ["[" * 2000], feil)
    assert (treff.kode, treff.melding, treff.utsnitt) == (
        "ST007",
        "filen har mer enn 20 nivåer",
        Utsnitt(1, 1001),
    )
