"""The door to git: fixed commands that read objects alone. Nothing in a repository's own settings is run, fetched or written by them."""

import os
import subprocess
import sys
from pathlib import Path

from styring.feil import StyringFeil

_FASTE = (
    "--no-pager", "--no-replace-objects", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}",
    "-c", "safe.bareRepository=explicit",
)  # fmt: skip
_BEHOLDES = frozenset({"GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_CEILING_DIRECTORIES"})
"""What a user may have set for all repositories. The rest could point git at another one than that of the folder."""
_GIT = "git.exe" if sys.platform == "win32" else "git"


class Git:
    """The repository that a folder lies in. Paths go in and come out relative to the folder."""

    def __init__(self, rot: Path) -> None:
        self.rot = rot
        self._program = _finn_git()

    def spor(self, *argumenter: str, inn: bytes | None = None) -> bytes:
        """Ask one question, and give all git says. Raises StyringFeil where git refuses."""
        kode, ut, feil = self.prov(*argumenter, inn=inn)
        if kode:
            raise self._avslag(feil)
        return ut

    def prov(self, *argumenter: str, inn: bytes | None = None) -> tuple[int, bytes, str]:
        """Ask one question that may be answered with no: git's exit code, what it says, and what it complains of."""
        svar = subprocess.run(  # noqa: S603  fixed commands, no shell
            [self._program, *_FASTE, "-C", str(self.rot), *argumenter], input=inn or b"", capture_output=True, env=_miljo(), check=False
        )
        return svar.returncode, svar.stdout, svar.stderr.decode("utf-8", "replace").strip()

    def krev_repo(self) -> None:
        """Raise StyringFeil where the folder lies in no repository that git trusts, or in one without commits."""
        kode, _, feil = self.prov("rev-parse", "--git-dir")
        if kode:
            raise self._avslag(feil)
        if self.prov("rev-parse", "--verify", "--quiet", "HEAD^{commit}")[0]:
            raise StyringFeil("det er ingen commit i repoet ennå. Lagre dataene med «git add data» og «git commit» først.")

    def er_grunn(self) -> bool:
        """Whether the clone lacks the older part of its history."""
        return self.spor("rev-parse", "--is-shallow-repository").strip() == b"true"

    def _avslag(self, feil: str) -> StyringFeil:
        """What git complains of, in words that say what to do."""
        if "not a git repository" in feil:
            return StyringFeil(
                f"{self.rot} ligger ikke i et git-repo, og tidligere versjoner finnes bare der. Lag et med «git init», eller spør om dataene slik de er nå."
            )
        if "dubious ownership" in feil:
            return StyringFeil(
                f"git stoler ikke på {self.rot}, fordi en annen bruker eier mappen. Er den din: «git config --global --add safe.directory {self.rot}»."
            )
        siste = feil.rsplit("\n", maxsplit=1)[-1] if feil else "uten å si hvorfor"
        return StyringFeil(f"git svarte ikke ({siste}). Se etter at repoet er helt med «git fsck».")


def _finn_git() -> str:
    """The program, looked for in the folders of PATH alone: never in the folder one stands in."""
    for mappe in os.environ.get("PATH", "").split(os.pathsep):
        program = Path(mappe) / _GIT
        if program.is_absolute() and program.is_file() and os.access(program, os.X_OK):
            return str(program)
    raise StyringFeil("finner ikke git, og tidligere versjoner finnes bare der. Installer git, eller spør om dataene slik de er nå.")


def _miljo() -> dict[str, str]:
    """The environment without what steers git elsewhere; no question, no fetching of what is missing, messages in English."""
    miljo = {navn: verdi for navn, verdi in os.environ.items() if not navn.startswith("GIT_") or navn in _BEHOLDES}
    return miljo | {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
