"""The templates that come with styring: where they lie, as they are written, and as they were
compiled when the wheel was built.

Read here, and never written.
"""

from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType

import jinja2

from styring.fag.norsk import mente_du
from styring.prosjekt.medfolger import mappe_som_folger_med

HUSMAL = "rapport.docx"
"""The municipality's own Word file: none comes with styring."""


MALER = mappe_som_folger_med("templates")


def pakkens(navn: str) -> str:
    """The template of a name that comes with styring.

    Raises FileNotFoundError where there is none: a bug of ours.
    """
    return (MALER / navn).read_text(encoding="utf-8")


def finnes(navn: str) -> bool:
    """Whether a template of a name comes with styring."""
    return (MALER / navn).is_file()


def oversatte(maler: Path) -> Path:
    """The folder of compiled templates that fits the Jinja in use: what another one made is never
    looked at.
    """
    return maler / f"jinja_{jinja2.__version__.replace('.', '_')}"


def modulnavn(navn: str) -> str:
    """What the compiled template is called: ``tertial.md.j2`` is ``tertial_md``."""
    return navn.removesuffix(".j2").replace(".", "_")


def oversatt(navn: str) -> CodeType | None:
    """The compiled template of a name; None where it was not compiled, as when styring is run in
    place.
    """
    fil = oversatte(MALER) / f"{modulnavn(navn)}.py"
    # As a module is loaded: from Python's own cache where that is fresh.
    return (
        SourceFileLoader(modulnavn(navn), str(fil)).get_code(modulnavn(navn))
        if fil.is_file()
        else None
    )


def mente_mal(navn: str) -> str | None:
    """The template that a file beside the data was probably meant to replace, where its name
    replaces none.
    """
    kjente = [fil.name for fil in MALER.glob("*.j2")] + [HUSMAL]
    return None if navn in kjente else mente_du(navn, kjente, likhet=0.85)
