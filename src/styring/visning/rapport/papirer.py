"""What a document says of itself beside its text: its title, whose it is, and whether it is a draft."""

from typing import NamedTuple

from styring.visning.rapport.stempel import Stempel


class Papirer(NamedTuple):
    """The same for every form of a document. ``utkast`` says UTKAST on every page."""

    tittel: str
    kommune: str
    utkast: bool
    stempel: Stempel
