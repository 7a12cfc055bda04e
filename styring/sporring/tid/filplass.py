"""Where a record lies that has a file of its own, or is one measure in the year's list."""

from typing import Any, NamedTuple

from styring.register.post import Post
from styring.register.register import Register
from styring.register.typer import alle, tittel_paa
from styring.sporring.poster.vis_tiltak import tiltaks_id_er
from styring.sporring.tid.postversjoner import Postutgave


class Filplass(NamedTuple):
    """The file's record and its type, what is asked for, and its key in the file, where it is one
    of several there.
    """

    post: Post[Any]
    type: str
    tittel: str
    nokkel: str | None

    def utsnitt(self, utgave: Postutgave) -> Postutgave:
        """A version of the file as one of what is asked for."""
        if self.nokkel is None or utgave.verdi is None:
            return utgave
        return utgave._replace(verdi=utgave.verdi.tiltak.get(self.nokkel))


def plassen_i_filen(register: Register, id_: str) -> Filplass | None:
    """Find the file of a record; None for what lies in a file with others."""
    for type_ in alle():
        post = register.poster.get(type_.navn, {}).get(id_)
        if post is not None:
            return Filplass(post, type_.navn, tittel_paa(type_, post), None)
    tittel = tiltaks_id_er(register).get(id_)
    liste = register.poster.get("innsparing", {}).get(f"{id_[:4]}-tiltak")
    return Filplass(liste, "innsparing", tittel, id_[5:]) if liste and tittel else None
