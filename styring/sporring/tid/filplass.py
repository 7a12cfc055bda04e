"""Where a record lies that has a file of its own, or stands in a file with others: a measure in the
year's list, a goal or an indicator in its satsingsområde.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from styring.modell.maal import Delmaal, Hovedmaal, Satsingsomraade
from styring.register.post import Post
from styring.register.register import Register
from styring.register.typer import alle, tittel_paa
from styring.sporring.poster.vis_tiltak import tiltaks_id_er
from styring.sporring.tid.postversjoner import Postutgave


class Filplass(NamedTuple):
    """The file's record and its type, what is asked for, and how that is found in the record; None
    where it is all of it.
    """

    post: Post[Any]
    type: str
    tittel: str
    finn: Callable[[Any], Any] | None = None

    def utsnitt(self, utgave: Postutgave) -> Postutgave:
        """A version of the file as one of what is asked for."""
        if self.finn is None or utgave.verdi is None:
            return utgave
        return utgave._replace(verdi=self.finn(utgave.verdi))


def plassen_i_filen(naa: Register, hele: Register, id_: str) -> Filplass | None:
    """Find the file of a record that the reader of ``naa`` may see, and what that reader may know
    it is called; the file itself is that of ``hele``. None for what lies in a file with others.
    """
    liste_id, _, nokkel = id_.partition("/")
    tittel = tiltaks_id_er(naa).get(id_) if nokkel else None
    if tittel:
        liste = hele.poster.get("innsparing", {}).get(liste_id)
        return (
            Filplass(liste, "innsparing", tittel, lambda v: v.tiltak.get(nokkel)) if liste else None
        )
    if maal := _maalet(naa, hele, id_):
        return maal
    for type_ in alle():
        sett = naa.poster.get(type_.navn, {}).get(id_)
        post = hele.poster.get(type_.navn, {}).get(id_)
        if sett is not None and post is not None:
            return Filplass(post, type_.navn, tittel_paa(type_, sett))
    return None


def _maalet(naa: Register, hele: Register, kode: str) -> Filplass | None:
    """The place of a satsingsområde, a goal or an indicator."""
    for sett in naa.omraader:
        post = hele.poster.get("maal", {}).get(sett.id)
        if post is None:
            continue
        if sett.verdi.kode == kode:
            return Filplass(post, "maal", sett.verdi.navn)
        if kode in (deler := dict(_deler(sett.verdi))):
            tittel = getattr(deler[kode], "tittel", "") or deler[kode].navn
            return Filplass(post, "maal", tittel, lambda v: dict(_deler(v)).get(kode))
    return None


def _deler(omraade: Satsingsomraade) -> Iterator[tuple[str, Any]]:
    """Every goal and indicator of a satsingsområde by its code."""
    for over in omraade.hovedmaal:
        alle: tuple[Hovedmaal | Delmaal, ...] = (over, *over.delmaal)
        for maal in alle:
            yield maal.kode, maal
            yield from ((ett.kode, ett) for ett in maal.indikatorer)
