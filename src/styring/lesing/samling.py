"""Records, file by file, to one register: ids from paths, everything in the order it is shown."""

from collections.abc import Iterable, Mapping
from typing import Any

from styring.fag.norsk import sorteringsnokkel
from styring.modell.maal import Satsingsomraade
from styring.modell.oppdrag import Oppdrag
from styring.register.register import Maalplass, Post, Register


def lag_register(
    poster: Mapping[str, list[Post[Any]]], uleste: tuple[str, ...], mulige_personopplysninger: Mapping[str, str], delvise: Iterable[str] = ()
) -> Register:
    """Gather what was read. The first of two goals with the same code is kept; a rule tells of the other."""
    kommune = poster.get("kommune", [None])[0]
    omraader = sorted(poster.get("maal", []), key=lambda post: (post.verdi.nr, sorteringsnokkel(post.verdi.navn)))
    rang = {kode: nr for nr, kode in enumerate(kommune.verdi.enheter)} if kommune else {}
    arshjul = poster.get("arshjul", [])
    return Register(
        kommune=kommune,
        styringsbrev={int(post.id): post for post in poster.get("styringsbrev", [])},
        omraader=tuple(omraader),
        delmaal=_delmaal(omraader),
        oppdrag=_oppdrag(poster.get("oppdrag", []), rang),
        aktiviteter={navn: Post(navn, post.fil, aktivitet, ("aktiviteter", navn)) for post in arshjul for navn, aktivitet in post.verdi.aktiviteter.items()},
        uleste=uleste,
        mulige_personopplysninger=mulige_personopplysninger,
        delvise=frozenset(delvise),
    )


def _oppdrag(poster: Iterable[Post[Oppdrag]], rang: Mapping[str, int]) -> dict[str, Post[Oppdrag]]:
    """Order by year, then the owner's place among the units, then the code, which keeps the letter's order."""
    ordnet = sorted(poster, key=lambda post: (post.id[:4], rang.get(post.verdi.ansvarlig, len(rang)), post.id))
    return {post.id: post for post in ordnet}


def _delmaal(omraader: Iterable[Post[Satsingsomraade]]) -> dict[str, Maalplass]:
    delmaal: dict[str, Maalplass] = {}
    for omraade in omraader:
        for h, hovedmaal in enumerate(omraade.verdi.hovedmaal):
            over = Post(hovedmaal.kode, omraade.fil, hovedmaal, ("hovedmaal", h))
            for d, verdi in enumerate(hovedmaal.delmaal):
                delmaal.setdefault(verdi.kode, Maalplass(omraade, over, Post(verdi.kode, omraade.fil, verdi, (*over.sti, "delmaal", d))))
    return delmaal
