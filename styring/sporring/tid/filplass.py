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


def plassen_i_filen(naa: Register, hele: Register, id_: str) -> Filplass | None:
    """Find the file of a record that the reader of ``naa`` may see, and what that reader may know
    it is called; the file itself is that of ``hele``. None for what lies in a file with others.
    """
    liste_id, _, nokkel = id_.partition("/")
    tittel = tiltaks_id_er(naa).get(id_) if nokkel else None
    if tittel:
        liste = hele.poster.get("innsparing", {}).get(liste_id)
        return Filplass(liste, "innsparing", tittel, nokkel) if liste else None
    for type_ in alle():
        sett = naa.poster.get(type_.navn, {}).get(id_)
        post = hele.poster.get(type_.navn, {}).get(id_)
        if sett is not None and post is not None:
            return Filplass(post, type_.navn, tittel_paa(type_, sett), None)
    return None
