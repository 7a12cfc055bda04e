"""What a page on the web has beside the blocks that every answer is laid out in."""

from typing import NamedTuple

from styring.fag.tilstand import Tilstand
from styring.visning.felles.blokker import Bit, Blokk, Linje
from styring.visning.figur.tegn import Figur


class Figurblokk(NamedTuple):
    """A picture; of a wheel there are two, with its words around it or with numbers and a list, and
    the screen takes the one it has room for.
    """

    figur: Figur


class Kortet(NamedTuple):
    """One card: what it is of, how its things stand, and a few lines."""

    tittel: Bit
    telling: tuple[tuple[Tilstand, int], ...]
    linjer: tuple[Linje, ...] = ()


class Kortrekke(NamedTuple):
    """Cards side by side."""

    kort: tuple[Kortet, ...]


class Tidsledd(NamedTuple):
    """One time in a timeline."""

    hode: Linje
    linjer: tuple[Linje, ...] = ()


class Tidslinje(NamedTuple):
    """What has happened, in order."""

    ledd: tuple[Tidsledd, ...]


class Fil(NamedTuple):
    """A file beside the pages: its address from the top, and what it is."""

    adresse: str
    tekst: str
    om: str = ""


class Filer(NamedTuple):
    """Files that can be opened or followed."""

    filer: tuple[Fil, ...]


class Ute(NamedTuple):
    """A page elsewhere that the municipality has named."""

    adresse: str
    tekst: str


Nettblokk = Blokk | Figurblokk | Kortrekke | Tidslinje | Filer | Ute


class Feed(NamedTuple):
    """Something that can be followed from a page."""

    adresse: str
    tittel: str


class Nettside(NamedTuple):
    """One page. ``adresse`` is its file from the top; ``slag`` what it is of in a word, and ``id``
    what it is known by. ``ord`` are more words that it is found by. ``smuler`` are the pages above
    it: address and title. ``fil`` is the data file it is made of.
    """

    adresse: str
    tittel: str
    innhold: tuple[Nettblokk, ...]
    slag: str = ""
    id: str = ""
    ord: str = ""
    smuler: tuple[tuple[str, str], ...] = ()
    feeds: tuple[Feed, ...] = ()
    fil: str = ""
