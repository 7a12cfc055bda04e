"""Edits of files: only the lines an edit is about change, and whatever fails while writing, nothing
is lost.
"""

import io
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from styring.feil import StyringFeil
from styring.lesing.bygging import Tvil, bygg
from styring.prosjekt.tre import Arbeidstre
from styring.redigering import skriving
from styring.redigering.gjengi import Prosa, Verdi
from styring.redigering.poster import ny_fil
from styring.redigering.skriving import Endring, skriv
from styring.redigering.yamltekst import Yamltekst
from tests.conftest import EKSEMPLER, ROT, Kjor, bare_posix
from tests.skjemahjelp import EKSEMPEL, for_perioden

_MAANEDER = frozenset({"2023", "2024", "2024-06", "2024-09"})
"""The years and the months of the economy that are tried: the others are written alike, and so are
the grunnlag, which nobody edits.
"""
FILER = sorted(
    [
        *(ROT / "data").rglob("*.yaml"),
        *(
            fil
            for fil in (EKSEMPEL / "data").rglob("*.yaml")
            if ("okonomi" not in fil.parts or fil.parent.name in _MAANEDER)
            and (fil.name != "grunnlag.yaml" or fil.parent.name == "2023-T1")
        ),
        *(EKSEMPLER / "gyldig").rglob("*.yaml"),
    ]
)
Sti = tuple[str | int, ...]


def verdier(data: Any, sti: Sti = ()) -> Iterator[tuple[Sti, Any]]:
    """Every value behind a key of a mapping that is not inside another list of plain words."""
    if isinstance(data, dict):
        for navn, verdi in data.items():
            yield (*sti, navn), verdi
            yield from verdier(verdi, (*sti, navn))
    elif isinstance(data, list):
        for nr, verdi in enumerate(data):
            yield from verdier(verdi, (*sti, nr))


def som_python(verdi: Any) -> Any:
    return (
        date.fromisoformat(verdi)
        if isinstance(verdi, str)
        and len(verdi) == 10
        and verdi[4] == verdi[7] == "-"
        and verdi[:4].isdigit()
        else verdi
    )


@pytest.mark.parametrize("fil", FILER, ids=lambda fil: str(fil.relative_to(ROT)))
def test_aa_sette_samme_verdi_endrer_ingen_byte(fil: Path) -> None:
    """A no-op save of every file, value by value and all at once, is byte-identical."""
    tekst = fil.read_bytes().decode()
    assert Yamltekst(tekst).ferdig() == tekst
    alle = Yamltekst(tekst)
    for sti, verdi in verdier(bygg(fil.read_bytes())):
        if not isinstance(verdi, dict | list):
            alle.sett(sti[:-1], {str(sti[-1]): verdi})
    assert alle.ferdig() == tekst


@pytest.mark.parametrize("fil", FILER, ids=lambda fil: str(fil.relative_to(ROT)))
def test_en_endring_roerer_bare_sine_linjer(fil: Path) -> None:
    """Every text in turn is given another value: one line differs (more only where the old one had
    more), and the rest reads as before.
    """
    tekst = fil.read_bytes().decode()
    data = bygg(fil.read_bytes())
    tekster = [
        (sti, verdi)
        for sti, verdi in verdier(data)
        if isinstance(verdi, str) and isinstance(sti[-1], str)
    ]
    for sti, verdi in tekster[:: max(1, len(tekster) // 4)]:
        if isinstance(sti[-1], str):
            ny = Yamltekst(tekst)
            ny.sett(sti[:-1], {sti[-1]: "Noe annet"})
            etter = ny.ferdig()
            borte = [linje for linje in tekst.splitlines() if linje not in etter.splitlines()]
            assert len(borte) <= max(1, verdi.strip().count("\n") + 1), (sti, borte)
            assert [
                v if s != sti else "x"
                for s, v in verdier(bygg(etter.encode()))
                if not isinstance(v, dict | list)
            ] == [
                v if s != sti else "x" for s, v in verdier(data) if not isinstance(v, dict | list)
            ]


ORD = (
    st.text(
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp")), max_size=60
    )
    .map(str.strip)
    .filter(bool)
)
LINJER = st.lists(ORD, min_size=1, max_size=4).map("\n".join)
MALER = (
    "a:\n  b: 1\n  c: x  # merknad\n# under\nd: |\n  tekst\n\n  mer\n\ne: [x, y]\n",
    "a: {b: 1, c: x}\nd: 'gammel'\ne:\n  - x\n",
    "a:\r\n  b: 1\r\n  c:\r\nd:   # tom\r\ne: []\r\n",
    '\ufeffa:\n    c: x\n    b: 1\nd: "x"\ne:\n- x\n- y',
)


@given(
    st.sampled_from(MALER),
    st.sampled_from(
        [("a", "c"), ("a", "ny"), ("d",), ("ny",), ("ny", "under"), ("a", "ny", "under")]
    ),
    LINJER,
    st.booleans(),
)
def test_enhver_tekst_kan_settes_og_leses_tilbake(
    mal: str, sti: Sti, verdi: str, prosa: bool
) -> None:
    """Any text in any place of any style reads back as it was written, line ends and
    all else kept.
    """
    fil = Yamltekst(mal)
    fil.sett(sti[:-1], {str(sti[-1]): Prosa(verdi) if prosa else verdi})
    etter = fil.ferdig()
    try:
        data: Any = bygg(etter.encode())
    except Tvil:
        data = None
    if data is not None:
        for ledd in sti:
            data = data[ledd]
        linjer = [linje.rstrip() for linje in str(data).strip().split("\n")]
        assert linjer == [linje.rstrip() for linje in verdi.split("\n")]
    assert etter.startswith("\ufeff") == mal.startswith("\ufeff")
    assert ("\r\n" in etter) == ("\r\n" in mal)
    borte = [linje for linje in mal.split("\n") if linje not in etter.split("\n")]
    assert len(borte) <= 5


@given(
    st.sampled_from(MALER),
    st.dictionaries(st.sampled_from(["nr", "tittel", "frist"]), ORD, min_size=1),
)
def test_et_ledd_kan_legges_til_enhver_liste(mal: str, ledd: dict[str, str]) -> None:
    fil = Yamltekst(mal)
    fil.legg_til(("e",), [dict(ledd)])
    etter = fil.ferdig()
    for linje in mal.removesuffix("\n").split("\n"):
        assert (
            linje in etter.split("\n")
            or linje.strip().startswith("e:")
            or linje.rstrip("\r") in etter
        )
    try:
        data: Any = bygg(etter.encode())
    except Tvil:
        return
    assert [str(verdi).strip() for verdi in data["e"][-1].values()] == [
        verdi.strip() for verdi in ledd.values()
    ]
    gamle: Any = bygg(mal.removeprefix("\ufeff").encode())
    assert len(data["e"]) == 1 + len(gamle.get("e", []))


VRIENT = (
    ("a: |2\n    første\n  andre\nb: x\n", ("a",), "Ny", "a: |\n  Ny\nb: x\n"),
    (
        "a: 'en,\n  to.'   # husk: NAV\nb: x\n",
        ("a",),
        "Ny\ntekst",
        "a: |   # husk: NAV\n  Ny\n  tekst\nb: x\n",
    ),
    ("a: |+\n  tekst\n\n\nb: x\n", ("b",), "y", "a: |+\n  tekst\n\n\nb: y\n"),
    ("a: {}\nb: x\n", ("a", "c"), "y", "a: {c: y}\nb: x\n"),
    ("a: {b: x, }\n", ("a", "c"), "y", "a: {b: x, c: y }\n"),
    ("\"a\": x\n'b': y\n", ("b",), "z", "\"a\": x\n'b': z\n"),
    (
        "a:\n- b: x   # først\n  c: y\n# under\nd: z\n",
        ("a", 0, "c"),
        "Ny",
        "a:\n- b: x   # først\n  c: Ny\n# under\nd: z\n",
    ),
    (
        "a: |\n  tekst\n  # ikke en kommentar\n# kommentar\nb: x\n",
        ("a",),
        "Ny",
        "a: |\n  Ny\n# kommentar\nb: x\n",
    ),
    ("a: |\n  tekst\nb: x", ("a",), "  - en\n- to", "a: |\n  - en\n  - to\nb: x"),
    (
        "a:\n    b: x\n\n    # merknad\n\nd: z\n",
        ("a", "c"),
        "y",
        "a:\n    b: x\n    c: y\n\n    # merknad\n\nd: z\n",
    ),
)


@pytest.mark.parametrize(("foer", "sti", "verdi", "etter"), VRIENT)
def test_vriene_filer(foer: str, sti: Sti, verdi: str, etter: str) -> None:
    fil = Yamltekst(foer)
    fil.sett(sti[:-1], {str(sti[-1]): verdi})
    assert fil.ferdig() == etter


@pytest.mark.parametrize(
    "foer",
    [
        "a:\tx\nb: y\n",
        "{a: x, b: y}\n",
        "? a\n: x\n",
        "e:\n  -\n    b: x\n",
        "a: {b, c}\n",
        "a: |\n   \n  tekst\n",
    ],
)
def test_det_som_ikke_kan_endres_trygt_blir_ikke_endret(foer: str) -> None:
    """A plain refusal, never a file that says something else: the edit is made right, or not at
    all.
    """
    try:
        fil = Yamltekst(foer)
        fil.sett((), {"a": "Ny"})
        fil.legg_til(("e",), [{"b": "Ny"}])
        data: Any = bygg(fil.ferdig().encode())
    except StyringFeil as feil:
        assert "gjør endringen for hånd" in str(feil)  # noqa: PT017  either is right
    else:
        assert data["a"] == "Ny"
        assert data["e"][-1] == {"b": "Ny"}


def test_avbrutt_midt_i_byttet(rot: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C between two files: both are as before."""
    ekte = os.replace
    foer = bilde(rot)
    kall = 0

    def avbryt(*argumenter: Any) -> None:
        nonlocal kall
        kall += 1
        if kall == 2:
            raise KeyboardInterrupt
        ekte(*argumenter)

    plan = endringer(rot)
    monkeypatch.setattr(os, "replace", avbryt)
    with pytest.raises(KeyboardInterrupt):
        skriv(Arbeidstre(rot), plan)
    assert bilde(rot) == foer


@bare_posix
def test_tilgangen_blir_beholdt(rot: Path) -> None:
    plan = endringer(rot)
    (rot / plan[0].fil).chmod(0o600)
    skriv(Arbeidstre(rot), plan)
    assert (rot / plan[0].fil).stat().st_mode & 0o777 == 0o600


def test_flere_endringer_i_en_fil_paa_en_gang() -> None:
    tekst = (
        "# topp\nlevert:          # tomt = utkast\noppdrag:\n  2023-FOS-04:   # Plan\n    status:\n"
        "    kommentar: |\n    frist: 2023-10-31\n  # neste\n  2023-FOS-05: {status:"
        " i_gang}\nvedtak:\n"
    )
    fil = Yamltekst(tekst)
    fil.sett(
        (),
        {"levert": date(2023, 5, 12), "kvalitetssikret": date(2023, 5, 19)},
        ["levert", "kvalitetssikret", "oppdrag"],
    )
    fil.sett(
        ("oppdrag", "2023-FOS-04"),
        {"status": "i_gang", "kommentar": Prosa("Hei: # du"), "forventet_ferdig": "2023-11"},
        ["status", "kommentar", "forventet_ferdig"],
    )
    fil.sett(("oppdrag", "2023-FOS-05"), {"status": "ferdig", "kommentar": "a, b"})
    fil.sett(("vedtak", "2022-KS-054"), {"status": "i_gang"})
    assert (
        fil.ferdig() == "# topp\nlevert: 2023-05-12          # tomt = utkast\nkvalitetssikret:"
        " 2023-05-19\noppdrag:\n  2023-FOS-04:   # Plan\n    status: i_gang\n    kommentar: |\n "
        "     Hei: # du\n    forventet_ferdig: 2023-11\n    frist: 2023-10-31\n  # neste\n "
        " 2023-FOS-05: {status: ferdig, kommentar: 'a, b'}\nvedtak:\n  2022-KS-054:\n    status:"
        " i_gang\n"
    )


# --- Writing


@pytest.fixture
def rot(tmp_path: Path) -> Path:
    rot = tmp_path / "p"
    shutil.copytree(EKSEMPLER / "gyldig" / "rikt", rot)
    return rot


def endringer(rot: Path) -> list[Endring]:
    """Three files to change, one of them new."""
    gamle = [f"data/oppdrag/2023/{navn}.yaml" for navn in ("HOM-01", "OUS-01")]
    return [
        *(
            Endring(fil, (rot / fil).read_bytes(), (rot / fil).read_bytes() + b"# ny\n")
            for fil in gamle
        ),
        Endring("data/oppdrag/2023/OUS-77.yaml", None, b"tittel: Ny\nansvarlig: OUS\n"),
    ]


def bilde(rot: Path) -> dict[str, bytes]:
    return {
        str(fil.relative_to(rot)): fil.read_bytes()
        for fil in sorted(rot.rglob("*"))
        if fil.is_file()
    }


def test_alle_eller_ingen(rot: Path) -> None:
    skriv(Arbeidstre(rot), endringer(rot))
    assert (rot / "data/oppdrag/2023/OUS-77.yaml").read_bytes() == b"tittel: Ny\nansvarlig: OUS\n"
    assert not list(rot.rglob(".styring-*"))


KALL: dict[str, tuple[Any, str]] = {
    "open": (io, "open"),
    "os.open": (os, "open"),
    "fsync": (os, "fsync"),
    "replace": (os, "replace"),
    "write": (skriving, "_skriv_hel"),
}


def proev(gjor: Callable[[], None]) -> str | None:
    """Do something that may be refused, and give the refusal."""
    try:
        gjor()
    except StyringFeil as feil:
        return str(feil)
    return None


@pytest.mark.parametrize("kall", KALL)
def test_hvert_kall_som_svikter_lar_alt_staa(
    rot: Path, kall: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Let call n fail, for every n there is: a plain message, every file whole and as before,
    nothing left behind.
    """
    eier, navn = KALL[kall]
    ekte: Callable[..., Any] = getattr(eier, navn)
    plan = endringer(rot)
    foer = bilde(rot)
    for n in range(1, 200):
        teller = 0

        def svikt(*argumenter: Any, n: int = n, **valg: Any) -> Any:
            nonlocal teller
            teller += 1
            if teller == n:
                raise OSError(28, "No space left on device")
            return ekte(*argumenter, **valg)

        with monkeypatch.context() as m:
            m.setattr(eier, navn, svikt)
            svar = proev(lambda: skriv(Arbeidstre(rot), plan))
            ferdig = svar is None
            assert ferdig or "Ingenting er skrevet" in str(svar)
        if teller < n:
            assert ferdig
            assert n > 1, "kallet blir aldri gjort"
            return
        naa = {
            navn_: innhold
            for navn_, innhold in bilde(rot).items()
            if not Path(navn_).name.startswith(".styring-")
        }
        if ferdig:
            # What failed was a courtesy (syncing a folder): everything is written.
            assert naa == foer | {endring.fil: endring.etter for endring in plan}
            for fil in set(naa) - set(foer):
                (rot / fil).unlink()
            for fil, innhold in foer.items():
                (rot / fil).write_bytes(innhold)
        else:
            assert naa == foer, n
    raise AssertionError("kallene tok aldri slutt")


def test_endret_av_andre_imens(rot: Path) -> None:
    """An editor that saves between our reading and our writing wins: we refuse, and say so."""
    plan = endringer(rot)
    (rot / plan[1].fil).write_bytes(b"tittel: Editorens\nansvarlig: OUS\n")
    foer = bilde(rot)
    with pytest.raises(StyringFeil, match="er endret av noen andre siden styring leste den"):
        skriv(Arbeidstre(rot), plan)
    (rot / plan[1].fil).unlink()
    with pytest.raises(StyringFeil, match="er borte av noen andre"):
        skriv(Arbeidstre(rot), plan)
    (rot / plan[1].fil).write_bytes(plan[1].foer or b"")
    (rot / plan[2].fil).write_bytes(b"tittel: Deres\nansvarlig: OUS\n")
    with pytest.raises(StyringFeil, match="er laget av noen andre"):
        skriv(Arbeidstre(rot), plan)
    assert foer.keys() <= bilde(rot).keys()


@bare_posix
def test_lenke_blir_ikke_fulgt(rot: Path, tmp_path: Path) -> None:
    plan = endringer(rot)
    utenfor = tmp_path / "utenfor.yaml"
    utenfor.write_bytes(plan[0].foer or b"")
    (rot / plan[0].fil).unlink()
    (rot / plan[0].fil).symlink_to(utenfor)
    with pytest.raises(StyringFeil, match="er en lenke"):
        skriv(Arbeidstre(rot), plan)
    assert utenfor.read_bytes() == plan[0].foer


SKRIVER = """
import sys
from pathlib import Path
from styring.prosjekt.tre import Arbeidstre
from styring.redigering.skriving import Endring, skriv
from styring.feil import StyringFeil
rot, merke = Path(sys.argv[1]), sys.argv[2]
filer = [f"data/oppdrag/2023/{n}.yaml" for n in ("HOM-01", "OUS-01")]
print("klar", flush=True)
nr = 0
while nr < int(sys.argv[3]):
    foer = {f: (rot / f).read_bytes() for f in filer}
    endringer = [Endring(f, raa, raa + f"# {merke} {nr}\\n".encode()) for f, raa in foer.items()]
    try:
        skriv(Arbeidstre(rot), endringer)
        nr += 1
    except StyringFeil:
        pass
"""


def start_skriver(rot: Path, merke: str, ganger: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", SKRIVER, str(rot), merke, str(ganger)], stdout=subprocess.PIPE
    )


def test_to_som_skriver_samtidig(rot: Path) -> None:
    """Two writers, 100 additions each: all 200 are there, in both files, and no line is torn."""
    with start_skriver(rot, "a", 100) as en, start_skriver(rot, "b", 100) as annen:
        assert (en.wait(timeout=120), annen.wait(timeout=120)) == (0, 0)
    for navn in ("HOM-01", "OUS-01"):
        linjer = (rot / f"data/oppdrag/2023/{navn}.yaml").read_text(encoding="utf-8").splitlines()
        assert {linje for linje in linjer if linje.startswith(("# a ", "# b "))} == {
            f"# {merke} {nr}" for merke in "ab" for nr in range(100)
        }


@bare_posix
def test_drept_midt_i(rot: Path, kjor: Kjor) -> None:
    """Twenty real kill -9 at different moments: every file is whole, what is left behind is passed
    by, and the next writer clears it away.
    """
    for nr in range(20):
        with start_skriver(rot, f"k{nr}", 10_000) as prosess:
            assert prosess.stdout
            prosess.stdout.readline()
            time.sleep(0.01 + 0.007 * nr)
            os.kill(prosess.pid, signal.SIGKILL)
        for navn in ("HOM-01", "OUS-01"):
            innhold = (rot / f"data/oppdrag/2023/{navn}.yaml").read_bytes()
            assert innhold.endswith(b"\n")
            assert bygg(innhold)
        kjor("valider", "--prosjekt", rot)
    skriv(Arbeidstre(rot), endringer(rot))
    assert not list((rot / "data" / "oppdrag" / "2023").glob(".styring-*"))


@bare_posix
def test_full_disk(rot: Path) -> None:
    """A file may not grow past 64 bytes: the plain message, exit 2, and every file as before."""
    foer = bilde(rot)

    def grense() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    kommando = [
        sys.executable,
        "-m",
        "styring",
        "ny",
        "oppgave",
        "OUS-01",
        "--tittel",
        "Ny",
        "--ansvarlig",
        "BVT",
        "--ja",
        "--prosjekt",
        str(rot),
    ]
    svar = subprocess.run(kommando, capture_output=True, text=True, check=False, preexec_fn=grense)
    assert svar.returncode == 2, svar.stderr
    assert "Ingenting er skrevet" in svar.stderr
    assert bilde(rot) == foer


@bare_posix
def test_mappe_uten_skrivetilgang(rot: Path) -> None:
    if os.geteuid() == 0:
        # Root may write anywhere; a folder that is a file stands in for it.
        shutil.rmtree(rot / "data" / "oppdrag" / "2023")
        (rot / "data" / "oppdrag" / "2023").write_bytes(b"")
    else:
        (rot / "data").chmod(0o500)
    with pytest.raises(StyringFeil, match="Ingenting er skrevet"):
        skriv(Arbeidstre(rot), [Endring("data/oppdrag/2023/OUS-77.yaml", None, b"x: 1\n")])


def test_for_perioden_er_gyldig(tmp_path: Path, kjor: Kjor) -> None:
    assert "Ingen feil" in kjor("valider", "--streng", "--prosjekt", for_perioden(tmp_path)).ut


def test_samme_verdi_paa_to_steder_skrives_to_ganger() -> None:
    """One object of Python is no alias in the file."""
    dag, liste = date(2024, 11, 1), cast("Verdi", ["a", "b"])
    belop = Decimal("12.50")
    tiltak: dict[str, Verdi] = {"foreslatt": dag, "iverksatt": dag, "effekt": belop, "gitt": belop}
    tekst = ny_fil({"tiltak": tiltak, "en": liste, "to": liste})
    assert "&" not in tekst
    assert yaml.safe_load(tekst) == {
        "tiltak": {"foreslatt": dag, "iverksatt": dag, "effekt": 12.5, "gitt": 12.5},
        "en": ["a", "b"],
        "to": ["a", "b"],
    }
