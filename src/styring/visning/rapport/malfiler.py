"""The templates that come with styring: as they are written, and as they were compiled when it was installed, as Python does with its modules.

Read here, and never written.
"""

import io
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

MALER = Path(__file__).parents[2] / "templates"
OVERSATTE = MALER / "__pycache__"
ENDELSE = ".jinja"


def pakkens(navn: str) -> str | None:
    """The template of a name that comes with styring, None where there is none."""
    fil = MALER / navn
    return fil.read_text(encoding="utf-8") if fil.is_file() else None


class Oversatte(BytecodeCache):
    """What has been compiled. Jinja itself sees whether it fits the template and the version of Python; else it compiles anew."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the compiled template, where there is one."""
        fil = OVERSATTE / f"{bucket.key}{ENDELSE}"
        if fil.is_file():
            bucket.load_bytecode(io.BytesIO(fil.read_bytes()))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Leave it be: a report writes nothing but itself."""
