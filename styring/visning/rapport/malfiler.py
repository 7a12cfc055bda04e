"""The templates that come with styring: as they are written, and as they were compiled when it was installed, as Python does with its modules.

Read here, and never written.
"""

import io
from hashlib import sha1
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from styring.fag.norsk import mente_du

MALER = Path(__file__).parents[3] / "templates"
OVERSATTE = MALER / "__pycache__"
ENDELSE = ".jinja"
OVERSETTEREN = Path(__file__).with_name("sandkasse.py")
HUSMAL = "rapport.docx"
"""The municipality's own Word file: none comes with styring."""


def pakkens(navn: str) -> str | None:
    """The template of a name that comes with styring, None where there is none."""
    fil = MALER / navn
    return fil.read_text(encoding="utf-8") if fil.is_file() else None


def mente_mal(navn: str) -> str | None:
    """The template that a file beside the data was probably meant to replace, where its name replaces none."""
    kjente = [fil.name for fil in MALER.glob("*.j2")] + [HUSMAL]
    return None if navn in kjente else mente_du(navn, kjente, likhet=0.85)


class Oversatte(BytecodeCache):
    """What has been compiled. Jinja sees whether it fits the template, how templates are compiled, and the version of Python; else it compiles anew."""

    def get_source_checksum(self, source: str) -> str:
        """Tell a template from what it was, and the way it is compiled from what that was."""
        return sha1(source.encode() + OVERSETTEREN.read_bytes(), usedforsecurity=False).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the compiled template, where there is one."""
        fil = OVERSATTE / f"{bucket.key}{ENDELSE}"
        if fil.is_file():
            bucket.load_bytecode(io.BytesIO(fil.read_bytes()))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Leave it be: a report writes nothing but itself."""
