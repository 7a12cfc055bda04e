"""What a register keeps beside the records themselves, made from them: goals by code, and entries
by what they are about.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from styring.fag.melding import gjelder_fra
from styring.register.post import Post
from styring.register.register import Maalplass, Meldt

if TYPE_CHECKING:
    from styring.modell.maal import Satsingsomraade
    from styring.modell.oppdrag import Oppdrag
    from styring.modell.rapport import Enhetsrapport
    from styring.modell.vedtak import Vedtak

EGNE = ("oppdrag", "vedtak")
BIDRAG = ("bidrag",)


def dialogens_enhet(id_: str) -> str:
    """The code of the unit that a styringsdialog was with, by its id (``2023/OUS-1``)."""
    return id_.partition("/")[2].rpartition("-")[0]


def delmaal_i(omraader: Iterable[Post[Satsingsomraade]]) -> dict[str, Maalplass]:
    """Every delmål with its place.

    The first of two with the same code is kept; a rule tells of the other.
    """
    delmaal: dict[str, Maalplass] = {}
    for omraade in omraader:
        for h, hovedmaal in enumerate(omraade.verdi.hovedmaal):
            over = Post(hovedmaal.kode, omraade.fil, hovedmaal, ("hovedmaal", h))
            for d, verdi in enumerate(hovedmaal.delmaal):
                delmaal.setdefault(
                    verdi.kode,
                    Maalplass(
                        omraade,
                        over,
                        Post(verdi.kode, omraade.fil, verdi, (*over.sti, "delmaal", d)),
                    ),
                )
    return delmaal


def tidligere_id_er(poster: Iterable[Post[Oppdrag] | Post[Vedtak]]) -> dict[str, str]:
    """What each record was called before its file was given a new name, and what it is
    called now.
    """
    return {post.verdi.tidligere_id: post.id for post in poster if post.verdi.tidligere_id}


def _som_naa(id_: str, naa: Mapping[str, str]) -> str:
    over, skille, punkt = id_.partition("/")
    return f"{naa[over]}{skille}{punkt}" if over in naa else id_


def meldinger_i(
    rapporter: Iterable[Post[Enhetsrapport]],
    deler: tuple[str, ...],
    naa: Mapping[str, str] | None = None,
) -> dict[str, tuple[Meldt, ...]]:
    """The entries of some parts of the forms, by what they are about, in the forms' order.

    ``naa`` is the new id of what was told of under an old one.
    """
    funnet: dict[str, list[Meldt]] = {}
    for post in rapporter:
        periode, _, enhet = post.id.partition("/")
        for slag in deler:
            for id_, melding in (getattr(post.verdi, slag) or {}).items():
                dag = gjelder_fra(post.verdi.levert, melding.meldt)
                meldt = Meldt(id_, slag, periode, enhet, melding, dag, post.fil, dag)
                funnet.setdefault(_som_naa(id_, naa) if naa else id_, []).append(meldt)
    return {id_: tuple(alle) for id_, alle in funnet.items()}
