"""What a document says of itself beside its text: its title, whose it is, and what must stand on
every page.
"""

from typing import NamedTuple

from styring.modell.form import Leser
from styring.visning.rapport.stempel import Stempel

_INTERNT = {
    Leser.LEDELSE: "Internt. Bare for ledelsen. Skal ikke offentliggjøres.",
    Leser.INTERN: "Internt. Bare for ansatte i kommunen. Skal ikke offentliggjøres.",
}


def internt(leser: str) -> str | None:
    """What a document that is not for the public says on every page."""
    return _INTERNT.get(Leser(leser))


class Papirer(NamedTuple):
    """The same for every form of a document.

    ``utkast`` says UTKAST on every page, ``internt`` whom it is for where that is not the public.

    ``ett_ark`` sets it closely, to be one sheet on a table.
    """

    tittel: str
    kommune: str
    utkast: bool
    internt: str | None
    stempel: Stempel
    ett_ark: bool = False
    paa_nynorsk: bool = False

    @property
    def topplinje(self) -> str:
        """What stands at the top of every page; empty for what is final and public."""
        return " · ".join(filter(None, ("UTKAST" if self.utkast else "", self.internt)))

    @property
    def spraak(self) -> str:
        """The code of the language that the document is in."""
        return "nn" if self.paa_nynorsk else "nb"

    @property
    def innholdsord(self) -> str:
        """What stands above the list of the chapters."""
        return "Innhald" if self.paa_nynorsk else "Innhold"
