"""What is hidden stays hidden: whatever becomes of a file, and whichever version is asked of."""

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from styring.__main__ import kjor as kjor_program
from styring.redigering.poster import ny_fil
from tests import kanari
from tests.conftest import Kjor, runder
from tests.historie import git
from tests.skjemahjelp import EKSEMPEL
from tests.utgavehjelp import naar

DAG = ("--dato", "2024-11-20")
SPORSMAL: tuple[tuple[str, ...], ...] = (
    ("status",),
    ("status", "--delansvar"),
    ("status", "--aar", "2023"),
    ("vedtak",),
    ("vedtak", "--avsluttet"),
    ("frister", "--innen", "400d"),
    ("finn", kanari.ORD),
    ("vis", "HOM"),
    ("vis", "2024-FOS-02"),
    ("vis", "KS 98/22"),
    ("maal",),
)
DOKUMENTER: tuple[tuple[str, ...], ...] = (
    ("tertial", "2023-T2"),
    ("tertial", "2024-T1"),
    ("vedtak",),
    ("styringsbrev", "--aar", "2024"),
    ("virksomhetsplan", "--sektor", "HOM", "--aar", "2024"),
    ("arsrapport", "--aar", "2023"),
)


def _slett(fil: Path) -> None:
    fil.unlink()


def _nytt_navn(fil: Path) -> None:
    fil.rename(fil.with_name("ORG-77.yaml"))


def _ukjent_navn(fil: Path) -> None:
    fil.rename(fil.with_name(f"{fil.stem.lower()}.yaml.bak"))


def _ordet_foran(fil: Path) -> None:
    fil.write_text("\t: [\n" + fil.read_text(encoding="utf-8"), encoding="utf-8")


def _darlig_offentlighet(fil: Path) -> None:
    fil.write_text(
        fil.read_text(encoding="utf-8").replace("offentlighet: unntatt", "offentlighet: hemmelig"),
        encoding="utf-8",
    )


def _ikke_utf8(fil: Path) -> None:
    fil.write_bytes(b"\xff\xfe" + fil.read_bytes())


def _to_like_nokler(fil: Path) -> None:
    tekst = fil.read_text(encoding="utf-8")
    fil.write_text(tekst + "".join(tekst.splitlines(keepends=True)[:1]), encoding="utf-8")


def _en_mappe(fil: Path) -> None:
    fil.unlink()
    fil.mkdir()


def _tom(fil: Path) -> None:
    fil.write_bytes(b"")


SKADER: tuple[Callable[[Path], None], ...] = (
    _slett,
    _nytt_navn,
    _ukjent_navn,
    _ordet_foran,
    _darlig_offentlighet,
    _ikke_utf8,
    _to_like_nokler,
    _en_mappe,
    _tom,
)


@pytest.fixture(scope="module")
def rot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return kanari.lag(tmp_path_factory.mktemp("kanari") / "kommune")


@pytest.fixture
def kjor_uansett(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Ask for the public, and give all that is said, whatever the exit code; but what was asked for
    is not counted as an answer.
    """

    def kjor(rot: Path, *ord_: str) -> str:
        kode = kjor_program([*ord_, "--for", "offentlig", "--prosjekt", str(rot)])
        fanget = capsys.readouterr()
        assert kode in (0, 1, 2), fanget.err
        return (fanget.out + fanget.err).lower().replace(f"«{kanari.ORD.lower()}»", "")

    return kjor


def test_alt_som_er_skjult_forblir_skjult_uansett_hva_som_skjer_med_en_fil(
    rot: Path, tmp_path: Path, kjor_uansett: Callable[..., str]
) -> None:
    spor = (("status", *DAG), ("vis", "HOM", *DAG), ("rapport", "tertial", "2023-T2"))
    for nr, id_ in enumerate(sorted(kanari.SKJULTE)):
        for skade_nr, skade in enumerate(SKADER):
            kopi = _kopi(rot, tmp_path)
            skade(_filen(kopi, id_))
            for ord_ in (("finn", kanari.ORD, *DAG), spor[(nr + skade_nr) % len(spor)]):
                assert kanari.ORD.lower() not in kjor_uansett(kopi, *ord_), (
                    id_,
                    skade.__name__,
                    ord_,
                )


@settings(
    max_examples=runder(8),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(tall=st.integers(0, 2**32))
def test_tilfeldige_skader_lekker_ikke(
    rot: Path, tmp_path_factory: pytest.TempPathFactory, kjor_uansett: Callable[..., str], tall: int
) -> None:
    """Any few files, harmed in any way, and any public question."""
    tilfeldig = random.Random(tall)
    kopi = _kopi(rot, tmp_path_factory.mktemp("skadet"))
    filer = sorted((kopi / "data").rglob("*.yaml"))
    skjulte = [_filen(kopi, id_) for id_ in sorted(kanari.SKJULTE)]
    for fil in tilfeldig.sample([*filer, *skjulte * 8], tilfeldig.randint(1, 4)):
        if fil.is_file() and fil.name != "kommune.yaml":
            tilfeldig.choice(SKADER)(fil)
    sporsmal = [
        (*tilfeldig.choice(SPORSMAL), *DAG),
        ("rapport", *tilfeldig.choice(DOKUMENTER)),
        ("finn", kanari.ORD, *DAG),
    ]
    for ord_ in sporsmal:
        assert kanari.ORD.lower() not in kjor_uansett(kopi, *ord_), (tall, ord_)


def _kopi(rot: Path, mappe: Path) -> Path:
    kopi = mappe / "kommune"
    shutil.rmtree(kopi, ignore_errors=True)
    shutil.copytree(rot, kopi)
    return kopi


def _filen(rot: Path, id_: str) -> Path:
    return next(
        fil
        for slag in ("oppdrag", "vedtak")
        if (fil := rot / "data" / slag / id_[:4] / f"{id_[5:]}.yaml").is_file()
    )


@pytest.mark.parametrize("fil", ["oppdrag/2024/FOS-02.yaml", "vedtak/2023/KS-098.yaml"])
def test_et_offentlig_dokument_lages_ikke_over_det_som_ikke_kan_leses(
    rot: Path, tmp_path: Path, kjor: Kjor, fil: str
) -> None:
    """An unreadable record may be exempt, and any text may name it.

    For the leadership it is made of what was approved, which is whole.
    """
    kopi, ut = _kopi(rot, tmp_path), tmp_path / "ut.md"
    skadet = next((kopi / "data").glob(f"{Path(fil).parent}/*.yaml"))
    skadet.write_text("tittel: [\n", encoding="utf-8")
    slag = "oppdrag" if fil.startswith("oppdrag") else "vedtak"
    svar = kjor("rapport", "tertial", "2023-T2", "--ut", ut, "--prosjekt", kopi, ventet=1)
    assert (
        svar.feil
        == f"styring: ingenting er laget: noen {slag} kan ikke leses, og ingen vet om de er"
        " unntatt offentlighet. Se hva som er galt med «styring valider».\n"
    )
    assert not ut.exists()
    kjor("rapport", "tertial", "2023-T2", "--ut", ut, "--for", "ledelse", "--prosjekt", kopi)
    assert ut.exists()


ID = "2024-HOM-02"
"""An open oppdrag of the example, told of in forms, that becomes exempt."""
FIL = "data/oppdrag/2024/HOM-02.yaml"


def _unnta(rot: Path, fil: str = FIL) -> None:
    post = rot / fil
    post.write_text(
        "offentlighet: unntatt\nunntakshjemmel: offentleglova § 13\n"
        + post.read_text(encoding="utf-8"),
        encoding="utf-8",
    )


def _commit(rot: Path, dag: str) -> None:
    git(rot, "add", "-A")
    git(rot, "commit", "-qm", dag, **naar(dag))


def _unntatt(rot: Path) -> None:
    _unnta(rot)
    _commit(rot, "2024-10-21")


def _unntatt_paa_disken(rot: Path) -> None:
    _unnta(rot)


def _unntatt_og_slettet(rot: Path) -> None:
    _unntatt(rot)
    (rot / FIL).unlink()
    _commit(rot, "2024-10-22")


def _unntatt_og_slettet_paa_disken(rot: Path) -> None:
    _unntatt(rot)
    (rot / FIL).unlink()


def _flyttet_og_unntatt(rot: Path) -> None:
    (rot / FIL).rename(rot / "data/oppdrag/2024/HOM-77.yaml")
    _commit(rot, "2024-10-21")
    _unnta(rot, "data/oppdrag/2024/HOM-77.yaml")
    _commit(rot, "2024-10-22")


def _flyttet_med_gammelt_navn_og_unntatt(rot: Path) -> None:
    ny = rot / "data/oppdrag/2024/ORG-77.yaml"
    ny.write_text(
        "tidligere_id: 2024-HOM-02\n" + (rot / FIL).read_text(encoding="utf-8"), encoding="utf-8"
    )
    (rot / FIL).unlink()
    _unnta(rot, "data/oppdrag/2024/ORG-77.yaml")
    _commit(rot, "2024-10-21")


def _unntatt_og_slettet_paa_en_gren(rot: Path) -> None:
    """An ordinary merge request: main never saw the version that was exempt."""
    git(rot, "checkout", "-q", "-b", "gren")
    _unntatt_og_slettet(rot)
    git(rot, "checkout", "-q", "main")
    git(rot, "merge", "-q", "--no-ff", "-m", "flett", "gren", **naar("2024-10-23"))


def _uleselig(rot: Path) -> None:
    (rot / FIL).write_text("tittel: [\n", encoding="utf-8")


@pytest.fixture(scope="module")
def aapen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with a word of its own in the open oppdrag and in what is told of it, in git."""
    rot = tmp_path_factory.mktemp("aapen") / "kommune"
    shutil.copytree(EKSEMPEL, rot)
    (rot / FIL).write_text(
        (rot / FIL).read_text(encoding="utf-8").replace("tittel: ", f"tittel: {kanari.ORD} "),
        encoding="utf-8",
    )
    for skjema in (rot / "data/rapporter").rglob("HOM.yaml"):
        data = kanari.les(skjema)
        for melding in [(data.get("oppdrag") or {}).get(ID)]:
            if melding:
                melding["kommentar"] = f"{kanari.ORD} i kommentaren."
                kanari.skriv(skjema, data)
    kanari.godkjenn(rot)
    git(rot, "init", "-q", "-b", "main")
    _commit(rot, "2024-10-20")
    return rot


_SENERE = (
    _unntatt_og_slettet_paa_en_gren,
    _unntatt,
    _unntatt_paa_disken,
    _unntatt_og_slettet,
    _unntatt_og_slettet_paa_disken,
    _flyttet_og_unntatt,
    _flyttet_med_gammelt_navn_og_unntatt,
    _uleselig,
)


@pytest.mark.parametrize(
    ("leser", "senere"),
    [
        *(("offentlig", ett) for ett in _SENERE),
        *(("intern", ett) for ett in (_unntatt, _flyttet_og_unntatt, _uleselig)),
    ],
)
def test_det_som_er_unntatt_naa_er_unntatt_i_hver_versjon(
    aapen: Path, tmp_path: Path, kjor: Kjor, senere: Callable[[Path], None], leser: str
) -> None:
    rot = tmp_path / "kommune"
    shutil.copytree(aapen, rot)
    forst = git(rot, "rev-parse", "HEAD").strip()
    senere(rot)
    felles = ("--for", leser, "--prosjekt", rot)
    sett = ""
    for ord_ in (
        ("finn", kanari.ORD, "--ved", forst),
        ("status", "--per", "2024-10-20"),
        ("status", "--ved", forst, "--aar", "2024"),
        ("rapport", "tertial", "2024-T1", "--ved", forst),
        ("rapport", "styringsbrev", "--aar", "2024", "--ved", forst),
        ("endringer", "2024-01-01", forst),
        ("historikk", "2024-HOM-03", "--ved", forst),
    ):
        svar = kjor(*ord_, *felles, ventet=None)
        sett += svar.ut + svar.feil
        assert kanari.ORD not in (svar.ut + svar.feil).replace(f"«{kanari.ORD}»", ""), ord_
    assert "styring: 1 sak er unntatt siden, og er ikke med.\n" in sett
    assert kanari.ORD in kjor("finn", kanari.ORD, "--ved", forst, "--prosjekt", rot).ut.replace(
        f"«{kanari.ORD}»", ""
    )


def test_det_som_var_aapent_da_det_ble_slettet_vises_i_eldre_versjoner(
    aapen: Path, tmp_path: Path, kjor: Kjor
) -> None:
    """A record gone today is judged by the last version that had it."""
    rot = tmp_path / "kommune"
    shutil.copytree(aapen, rot)
    forst = git(rot, "rev-parse", "HEAD").strip()
    (rot / FIL).unlink()
    _commit(rot, "2024-10-21")
    svar = kjor("finn", kanari.ORD, "--ved", forst, "--for", "offentlig", "--prosjekt", rot)
    assert kanari.ORD in svar.ut.replace(f"«{kanari.ORD}»", "")
    assert "unntatt siden" not in svar.feil


def test_valider_varsler_naar_det_som_var_unntatt_er_aapnet(
    aapen: Path, tmp_path: Path, kjor: Kjor
) -> None:
    rot = tmp_path / "kommune"
    shutil.copytree(aapen, rot)
    kommando = ("valider", "--bare", "ST807", "--format", "kort", "--prosjekt", rot)
    foer = (rot / FIL).read_bytes()
    _unntatt(rot)
    assert "ST807" not in kjor(*kommando).ut
    (rot / FIL).write_bytes(foer)
    assert (
        kjor(*kommando)
        .ut.splitlines()[0]
        .endswith(
            "ST807 saken var unntatt eller intern i siste lagrede versjon, og er åpnere nå – sett"
            " linjen «offentlighet:» tilbake, hvis saken ikke skal åpnes"
        )
    )
    ny = rot / "data/oppdrag/2024/HOM-78.yaml"
    (rot / FIL).unlink()
    ny.write_text("tidligere_id: 2024-HOM-02\n" + foer.decode(), encoding="utf-8")
    assert kjor(*kommando).ut.count("ST807") == 1
    _commit(rot, "2024-10-23")
    assert "ST807" not in kjor(*kommando).ut


def test_hvem_som_kan_lese_staar_foerst_i_en_ny_fil() -> None:
    assert (
        ny_fil({"tittel": "A", "unntakshjemmel": "§ 13", "offentlighet": "unntatt"})
        == "offentlighet: unntatt\nunntakshjemmel: § 13\ntittel: A\n"
    )


def test_et_verbalvedtak_folger_budsjettsaken(tmp_path: Path, kjor: Kjor) -> None:
    """Exempt, unreadable or gone: what stands under a budsjettsak goes with it."""
    for skade in (
        _unnta,
        lambda rot, fil: (rot / fil).write_text("tittel: [", encoding="utf-8"),
        lambda rot, fil: (rot / fil).unlink(),
    ):
        rot = tmp_path / "p"
        shutil.rmtree(rot, ignore_errors=True)
        shutil.copytree(EKSEMPEL, rot)
        assert (
            "2023-KS-092-V"
            in kjor("vedtak", "--for", "offentlig", *DAG, "--format", "json", "--prosjekt", rot).ut
        )
        skade(rot, "data/vedtak/2023/KS-092.yaml")
        ord_ = ("vedtak", "--for", "offentlig", *DAG, "--format", "json", "--prosjekt", rot)
        assert "2023-KS-092-V" not in kjor(*ord_, ventet=None).ut


def test_hvert_lofte_i_dokumentet_har_sin_test() -> None:
    rot = Path(__file__).parent.parent
    tekst = (rot / "docs" / "sikkerhet.md").read_text(encoding="utf-8")
    tester = {
        navn
        for fil in (rot / "tests").glob("test_*.py")
        for navn in re.findall(r"(?m)^def (test_\w+)", fil.read_text(encoding="utf-8"))
    }
    nevnte = re.findall(r"`(test_\w+)`", tekst)
    assert len(nevnte) > 8
    assert set(nevnte) <= tester


def test_id_en_til_det_som_er_borte_tas_ut_av_en_tekst(tmp_path: Path, kjor: Kjor) -> None:
    """What is written just as an id, and is of nothing that may be seen; a case number of a file
    that can't be read.
    """
    rot = tmp_path / "p"
    shutil.copytree(EKSEMPEL, rot)
    fil = rot / "data/oppdrag/2024/FOS-02.yaml"
    tekst = (
        "Se HOM-77, 2024-HOM-78, KS-099 og KS 98/22; HOM-02 står, og uke 12-14, TEK17 og 2023-05-01"
        " også.\n"
    )
    fil.write_text(fil.read_text(encoding="utf-8") + f"avgrensning: |\n  {tekst}", encoding="utf-8")
    spor = ("vis", "2024-FOS-02", "--for", "offentlig", *DAG, "--prosjekt", rot)
    ut = " ".join(kjor(*spor).ut.split())
    assert (
        "Se (ikke offentlig), (ikke offentlig), (ikke offentlig) og KS 98/22; HOM-02 står, og uke"
        " 12-14, TEK17 og 2023-05-01 også." in ut
    )
    (rot / "data/vedtak/2022/KS-098.yaml").write_text("tittel: [", encoding="utf-8")
    assert "KS 98/22" not in kjor(*spor, ventet=1).ut


class _Sak:
    """One record through a random history, followed here by itself: where it lies, and whether it
    was exempt or unreadable when it was last there.
    """

    def __init__(self, rot: Path, nr: int) -> None:
        self.rot, self.ord = rot, f"Kanari{'abcdef'[nr]}fugl"
        self.fil = rot / f"data/oppdrag/2024/HOM-5{nr}.yaml"
        self.navn, self.unntatt, self.uleselig, self.sist = 0, False, False, False
        self.i_git, self.ukjent, self.tidligere = True, False, ""
        self.i_historien = self.fil.stem
        self.skriv()

    def skriv(self) -> None:
        # One that came back after a commit without it, under another name, is new to git: it says
        # what it was called.
        if not self.i_git and self.fil.stem != self.i_historien:
            self.tidligere = f"2024-{self.i_historien}"
        # New to git under another name, and unreadable: nobody can know what it was.
        self.ukjent |= self.uleselig and bool(self.tidligere) and not self.i_git
        hode = "offentlighet: unntatt\nunntakshjemmel: offentleglova § 13\n" if self.unntatt else ""
        foer = f"tidligere_id: {self.tidligere}\n" if self.tidligere else ""
        tekst = (
            f"{hode}{foer}tittel: Oppdraget om {self.ord} i kommunen\nansvarlig: HOM\nart:"
            f" leveranse\nferdig_nar: |\n  Når {self.ord} er på plass og alle vet om det.\n"
        )
        self.fil.write_text("tittel: [\n" + tekst if self.uleselig else tekst, encoding="utf-8")

    def skjer(self, tilfeldig: random.Random) -> None:
        hva = tilfeldig.choice(
            ["unnta", "unnta", "aapne", "slett", "flytt", "flytt med navn", "odelegg", "ikke noe"]
        )
        if hva == "unnta":
            self.unntatt = True
        elif hva == "aapne":
            self.unntatt = False
        elif hva == "odelegg":
            self.uleselig = True
        elif hva.startswith("flytt") and self.fil.exists():
            gammel = f"2024-{self.fil.stem}"
            self.fil.unlink()
            self.navn += 1
            self.fil = self.fil.with_name(f"{self.fil.stem}{self.navn}.yaml")
            self.tidligere = gammel if hva == "flytt med navn" else ""
            self.skriv()
            return
        if hva == "slett":
            self.fil.unlink(missing_ok=True)
        elif self.fil.exists() or hva in ("unnta", "aapne"):
            self.skriv()

    def lagret(self) -> None:
        """A commit: what was never in one, and is gone from the disk, nobody can know of."""
        self.sist, self.i_git = self.skjult, self.fil.exists()
        self.i_historien = self.fil.stem if self.i_git else self.i_historien

    @property
    def skjult(self) -> bool:
        if self.ukjent:
            return False
        return self.unntatt or self.uleselig if self.fil.exists() else self.sist


@settings(
    max_examples=runder(4),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(tall=st.integers(0, 2**32))
def test_tilfeldige_historier_lekker_ikke(
    tmp_path_factory: pytest.TempPathFactory, kjor_uansett: Callable[..., str], tall: int
) -> None:
    """Whatever happens to a record over some commits and on the disk: is it exempt or unreadable
    now, its words are in no answer about any version.
    """
    tilfeldig = random.Random(tall)
    rot = tmp_path_factory.mktemp("historie") / "p"
    shutil.copytree(EKSEMPEL, rot)
    saker = [_Sak(rot, nr) for nr in range(3)]
    git(rot, "init", "-q", "-b", "main")
    _commit(rot, "2024-10-01")
    for dag in range(2, 2 + tilfeldig.randint(1, 4)):
        for sak in saker:
            sak.skjer(tilfeldig)
        if tilfeldig.random() < 0.7:
            git(rot, "add", "-A")
            git(rot, "commit", "-qm", "noe", "--allow-empty", **naar(f"2024-10-{dag:02}"))
            for sak in saker:
                sak.lagret()
    versjoner = git(rot, "rev-list", "HEAD").split()
    for versjon in tilfeldig.sample(versjoner, min(2, len(versjoner))):
        for ord_ in (
            ("status", "--ved", versjon, *DAG),
            ("finn", "oppdraget om", "--ved", versjon),
            ("endringer", versjon, "HEAD", *DAG),
        ):
            ut = kjor_uansett(rot, *ord_)
            for sak in saker:
                assert not sak.skjult or sak.ord.lower() not in ut, (tall, sak.ord, ord_)
