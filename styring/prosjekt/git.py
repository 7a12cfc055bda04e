"""The door to git: fixed commands that read objects alone.

Nothing in a repository's own settings is run, fetched or written by them.
"""

import contextlib
import os
import subprocess
import sys
from pathlib import Path
from threading import Thread, Timer
from typing import IO

from styring.feil import StyringFeil, grunn
from styring.prosjekt.filer import er_nakent_repo

_FASTE = (
    "--no-pager",
    "--no-replace-objects",
    "--literal-pathspecs",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.untrackedCache=false",
    "-c",
    f"core.hooksPath={os.devnull}",
    "-c",
    "safe.bareRepository=explicit",
    "-c",
    "i18n.logOutputEncoding=UTF-8",
)
_MEST = 400_000_000
"""Bytes that one answer may be. The whole history of a large municipality is a tenth of it."""
_LENGST = 300.0
"""Seconds that one answer may take."""
_BEHOLDES = frozenset(
    {"GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_CEILING_DIRECTORIES"}
)
"""What a user may have set for all repositories.

The rest could point git at another one than that of the folder.
"""
_MANGLER = (
    "promisor",
    "missing",
    "unable to read",
    "not a tree object",
    "bad object",
    "could not read",
    "unable to find",
)
"""What git says when an object that should be in the repository is not."""
_GIT = "git.exe" if sys.platform == "win32" else "git"


INDEKS = "GIT_INDEX_FILE"
"""Where git says that the index to be committed lies, when it is not the usual one: for «commit
FILE» and «commit -a».
"""


class Git:
    """The repository that a folder lies in. Paths go in and come out relative to the folder.

    ``innsjekking``: the question is of what is about to be committed, so the index that git names
    is the one that is meant.
    """

    def __init__(self, rot: Path, *, innsjekking: bool = False) -> None:
        self.rot = rot
        self._program = _finn_git()
        # One without files is asked by its own name: git finds none such by itself.
        self._hvor = ("--git-dir" if er_nakent_repo(rot) else "-C", str(rot))
        self._beholdes = _BEHOLDES | {INDEKS} if innsjekking else _BEHOLDES

    def svar(self, *argumenter: str, inn: bytes | None = None, mest: int = _MEST) -> bytes:
        """Ask one question, and give all git says.

        Raises StyringFeil where git refuses, or says more than ``mest`` bytes.
        """
        kode, ut, feil = self.prov(*argumenter, inn=inn, mest=mest)
        if kode:
            raise self._avslag(feil)
        return ut

    def prov(
        self, *argumenter: str, inn: bytes | None = None, mest: int = _MEST
    ) -> tuple[int, bytes, str]:
        """Ask one question that may be answered with no: git's exit code, what it says, and what it
        complains of.
        """
        with self._start(*argumenter) as git:
            traad = Thread(target=_skriv, args=(git.stdin, inn or b""), daemon=True)
            traad.start()
            vakt = Timer(_LENGST, git.kill)
            vakt.start()
            try:
                ut = git.stdout.read(mest) if git.stdout else b""
                if len(ut) == mest or not vakt.is_alive():
                    git.kill()
                    raise StyringFeil(
                        "git svarer for mye eller for sent til at dette kan være dataene til en"
                        " kommune. Se etter at det er riktig repo og versjon."
                    )
                feil = git.stderr.read() if git.stderr else b""
                kode = git.wait()
            finally:
                vakt.cancel()
                traad.join()  # it closes what it writes to: nobody else may do that before it
        return kode, ut, feil.decode("utf-8", "replace").strip()

    def _start(self, *argumenter: str) -> "subprocess.Popen[bytes]":
        kommando = [self._program, *_FASTE, *self._hvor, *argumenter]
        try:
            # fixed, no shell
            return subprocess.Popen(  # noqa: S603
                kommando,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=_miljo(self._beholdes),
            )
        except OSError as feil:
            raise StyringFeil(
                f"git kan ikke kjøres: {grunn(feil)}. Se etter at git er riktig installert."
            ) from feil

    def blober_med(self, versjon: str, ord_: str, mappe: str) -> dict[str, str]:
        """The files below a folder in a version whose text holds a word, each with its id.

        None of them where there is no such version.
        """
        kode, ut, _ = self.prov(
            "grep", "-l", "-z", "-a", "-F", "--full-name", "-e", ord_, versjon, "--", mappe
        )
        if kode:
            return {}
        filer = {rad.partition(b":")[2] for rad in ut.split(b"\0") if rad}
        rader = (
            rad.partition(b"\t")
            for rad in self.svar("ls-tree", "-r", "-z", "--full-name", versjon, "--", mappe).split(
                b"\0"
            )
            if rad
        )
        foran = self.svar("rev-parse", "--show-prefix").strip()
        funnet = {
            sti.removeprefix(foran): hode.split()[2] for hode, _, sti in rader if sti in filer
        }
        return {
            sti.decode("utf-8", "surrogateescape"): blob.decode("ascii")
            for sti, blob in funnet.items()
        }

    def krev_repo(self) -> None:
        """Raise StyringFeil where the folder lies in no repository that git trusts, or in one
        without commits.
        """
        kode, _, feil = self.prov("rev-parse", "--git-dir")
        if kode:
            raise self._avslag(feil)
        if self.prov("rev-parse", "--verify", "--quiet", "HEAD^{commit}")[0]:
            raise StyringFeil(
                "det er ingen commit i repoet ennå. Lagre dataene med «git add data» og «git"
                " commit» først."
            )

    def hvis_grunn(self) -> str:
        """What to add to a message where the clone lacks the older part of its history; else
        nothing.
        """
        return (
            " Klonen er grunn; hent resten med «git fetch --unshallow --tags»."
            if self.er_grunn()
            else ""
        )

    def er_grunn(self) -> bool:
        """Whether the clone lacks the older part of its history."""
        return self.svar("rev-parse", "--is-shallow-repository").strip() == b"true"

    def _avslag(self, feil: str) -> StyringFeil:
        """What git complains of, in words that say what to do."""
        if "not a git repository" in feil:
            return StyringFeil(
                f"{self.rot} ligger ikke i et git-repo, og tidligere versjoner finnes bare der. Lag"
                " et med «git init», eller spør om dataene slik de er nå."
            )
        if "dubious ownership" in feil:
            return StyringFeil(
                f"git stoler ikke på {self.rot}, fordi en annen bruker eier mappen. Er den din:"
                f" «git config --global --add safe.directory {self.rot}»."
            )
        if any(ord_ in feil.lower() for ord_ in _MANGLER):
            return StyringFeil(
                "klonen mangler noe av innholdet i denne versjonen. Hent det med «git fetch"
                " --refetch», eller lag en ny klone."
            )
        return StyringFeil(
            "git kan ikke lese repoet. Se hva som er galt med «git fsck», eller lag en ny klone."
        )


def _skriv(inn: IO[bytes] | None, tekst: bytes) -> None:
    """Hand over the question while the answer is being read; git may stop listening before all is
    said.
    """
    if inn:
        with contextlib.suppress(OSError), inn:
            inn.write(tekst)


def _finn_git() -> str:
    """The program, looked for in the folders of PATH alone: never in the folder one stands in."""
    for mappe in os.environ.get("PATH", "").split(os.pathsep):
        program = Path(mappe) / _GIT
        if program.is_absolute() and program.is_file() and os.access(program, os.X_OK):
            return str(program)
    raise StyringFeil(
        "finner ikke git, og tidligere versjoner finnes bare der. Installer git, eller spør om"
        " dataene slik de er nå."
    )


def _miljo(beholdes: frozenset[str]) -> dict[str, str]:
    """The environment without what steers git elsewhere; no question, no fetching of what is
    missing, messages in English.
    """
    miljo = {
        navn: verdi
        for navn, verdi in os.environ.items()
        if not navn.startswith("GIT_") or navn in beholdes
    }
    return miljo | {
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_GRAFT_FILE": os.devnull,
        "LC_ALL": "C",
    }


def lag_repo(mappe: Path) -> bool:
    """Make a folder a repository, where it is none; False where git is not installed.

    Raises StyringFeil where git refuses.

    The one command here that writes: for a new project, that nobody has anything in yet.
    """
    try:
        program = _finn_git()
    except StyringFeil:
        return False
    if not (mappe / ".git").exists():
        _i_nytt_repo(program, mappe, "init", "-q", "-b", "main", str(mappe))
    return True


def lag_repo_med_historie(mappe: Path, strom: bytes) -> bool:
    """Make a folder a repository with a whole history, as «git fast-export» wrote it; False where
    git is not installed. Raises StyringFeil where git refuses.
    """
    if not lag_repo(mappe):
        return False
    program = _finn_git()
    _i_nytt_repo(program, mappe, "-C", str(mappe), "fast-import", "--quiet", inn=strom)
    _i_nytt_repo(program, mappe, "-C", str(mappe), "reset", "-q", "--hard", "main")
    return True


def _i_nytt_repo(program: str, mappe: Path, *ord_: str, inn: bytes = b"") -> None:
    svar = subprocess.run(  # noqa: S603  a fixed command
        [program, *ord_],
        check=False,
        capture_output=True,
        input=inn,
        env=_miljo(_BEHOLDES),  # what is set for another repository is not for this one
    )
    if svar.returncode:
        raise StyringFeil(
            f"filene er skrevet, men git ville ikke gjøre «{mappe}» til et repo. Gå inn i mappen,"
            " og kjør «git init»."
        )
