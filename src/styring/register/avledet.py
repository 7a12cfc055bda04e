"""What a register keeps beside the records themselves, made from them: goals by code, and entries by what they are about."""

from collections.abc import Iterable

from styring.fag.melding import gjelder_fra
from styring.modell.maal import Satsingsomraade
from styring.modell.rapport import Enhetsrapport
from styring.register.register import Maalplass, Meldt, Post

EGNE = ("oppdrag", "vedtak")
BIDRAG = ("bidrag",)


def dialogens_enhet(id_: str) -> str:
    """The code of the unit that a styringsdialog was with, by its id (``2023/OUS-1``)."""
    return id_.partition("/")[2].rpartition("-")[0]


def delmaal_i(omraader: Iterable[Post[Satsingsomraade]]) -> dict[str, Maalplass]:
    """Every delmål with its place. The first of two with the same code is kept; a rule tells of the other."""
    delmaal: dict[str, Maalplass] = {}
    for omraade in omraader:
        for h, hovedmaal in enumerate(omraade.verdi.hovedmaal):
            over = Post(hovedmaal.kode, omraade.fil, hovedmaal, ("hovedmaal", h))
            for d, verdi in enumerate(hovedmaal.delmaal):
                delmaal.setdefault(verdi.kode, Maalplass(omraade, over, Post(verdi.kode, omraade.fil, verdi, (*over.sti, "delmaal", d))))
    return delmaal


def meldinger_i(rapporter: Iterable[Post[Enhetsrapport]], deler: tuple[str, ...]) -> dict[str, tuple[Meldt, ...]]:
    """The entries of some parts of the forms, by what they are about, in the forms' order."""
    funnet: dict[str, list[Meldt]] = {}
    for post in rapporter:
        periode, _, enhet = post.id.partition("/")
        for slag in deler:
            for id_, melding in (getattr(post.verdi, slag) or {}).items():
                meldt = Meldt(id_, slag, periode, enhet, melding, gjelder_fra(post.verdi.levert, melding.meldt), post.fil)
                funnet.setdefault(id_, []).append(meldt)
    return {id_: tuple(alle) for id_, alle in funnet.items()}
