"""Compile the templates to Python source when a wheel is built, so that a report need not:
hatchling runs this.
"""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


# hatchling's own type takes its own configuration
class Byggekrok(BuildHookInterface):  # type: ignore[type-arg]
    """Puts the compiled templates into the wheel.

    An editable install has none: run in place, styring compiles them itself.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the wheel is put together."""
        if version == "editable":
            return
        self._mappe = tempfile.TemporaryDirectory()
        sys.path.insert(0, self.root)
        build_data["force_include"] |= oversett(
            Path(self.root) / "templates", Path(self._mappe.name)
        )

    # as hatchling has it
    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Take away what was compiled: it is in the wheel now."""
        if version != "editable":
            self._mappe.cleanup()


def oversett(maler: Path, til: Path) -> dict[str, str]:
    """Compile every template into a folder. Returns the place of each file in the wheel."""
    # styring itself is found only when hatchling has said where it lies
    from jinja2 import BaseLoader

    from styring.visning.rapport import malfiler
    from styring.visning.rapport.figurmerke import Figurer
    from styring.visning.rapport.rens import Ferdig, rens
    from styring.visning.rapport.sandkasse import Sandkasse, Skrift

    miljo = Sandkasse(BaseLoader(), Skrift(rens, Ferdig, Figurer()))
    steder: dict[str, str] = {}
    for mal in sorted(maler.glob("*.j2")):
        kode = miljo.compile(
            mal.read_text(encoding="utf-8"),
            mal.name,
            f"templates/{mal.name}",
            raw=True,
            defer_init=True,
        )
        fil = til / f"{malfiler.modulnavn(mal.name)}.py"
        fil.write_text(kode, encoding="utf-8", newline="\n")
        steder[str(fil)] = (malfiler.oversatte(Path("styring/templates")) / fil.name).as_posix()
    return steder
