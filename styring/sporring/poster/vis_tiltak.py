"""One measure of a year's economy: what it is, and what it has given month by month."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from styring.register.posttyper import Posttype
from styring.register.register import Register
from styring.sporring.felles.feltverdier import Feltverdi, feltverdier
from styring.sporring.poster.vis_svar import Postsvar

if TYPE_CHECKING:
    from styring.modell.okonomi import Innsparing
    from styring.register.post import Post


def tiltaks_id_er(register: Register) -> dict[str, str]:
    """Every measure by its whole id, ``2024-tiltak/SKO-1``, with what it is; and the lists."""
    lister = _listene(register)
    return {
        **{post.id: "tiltakene i økonomien" for post in lister.values()},
        **{
            f"{liste}/{id_}": " ".join(tiltak.tekst.split())
            for liste, post in lister.items()
            for id_, tiltak in post.verdi.tiltak.items()
        },
    }


def _listene(register: Register) -> "Mapping[str, Post[Innsparing]]":
    if not register.poster.get("innsparing"):
        return {}
    from styring.register.okonomien import innsparingen  # loaded where there are figures

    return innsparingen(register)


def vis_tiltak(register: Register, type_: Posttype, id_: str, _dato: date) -> Postsvar | None:
    """Answer for one measure, or the year's list of them."""
    if (liste := _listene(register).get(id_)) is not None:
        return Postsvar(type_.ord[0], id_, "", feltverdier(liste.verdi), liste.fil)
    liste_id, _, nokkel = id_.partition("/")
    aar = liste_id[:4]
    post = _listene(register).get(liste_id)
    tiltak = post.verdi.tiltak.get(nokkel) if post else None
    if post is None or tiltak is None:
        return None
    budsjett = register.budsjetter.get(f"{aar}-budsjett")
    omraadet = budsjett.verdi.omraader.get(tiltak.omraade) if budsjett else None
    tittel = f"Tiltak for {omraadet.navn}" if omraadet else f"Tiltak for {tiltak.omraade}"
    gitt = _gitt(register, aar, nokkel)
    felter = (*feltverdier(tiltak), *((Feltverdi("oppnadd", gitt),) if gitt else ()))
    return Postsvar("tiltak", id_, tittel, felter, post.fil)


def _gitt(register: Register, aar: str, nokkel: str) -> dict[str, object]:
    """What it has given so far, by month, as the units have told."""
    return {
        id_.partition("/")[0]: post.verdi.tiltak[nokkel].oppnadd
        for id_, post in sorted(register.maanedsord.items())
        if id_.startswith(f"{aar}-") and post.verdi.tiltak and nokkel in post.verdi.tiltak
    }
