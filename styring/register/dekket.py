"""The register with all that people have typed set apart (``fag.dekning``): for outputs whose own
words are translated afterwards.
"""

import dataclasses
from functools import cache
from typing import Any, get_args

from styring.fag.dekning import dekk
from styring.modell.form import Tekst
from styring.register.leser import godkjent_som_det_staar
from styring.register.post import Post
from styring.register.register import Register
from styring.register.samling import sett_sammen

_SOM_DE_STAAR = frozenset({"sak"})
"""Fields whose text is looked up: a case number."""


def paa_nynorsk(register: Register) -> bool:
    """Whether what is made for others is to be in nynorsk."""
    return bool(register.kommune and register.kommune.verdi.maalform == "nn")


def dekket(register: Register) -> Register:
    """The same register with every typed text set apart. What was approved is judged by the text as
    it stands, before that.
    """
    godkjente = frozenset(
        periode for periode in register.samlerapporter if godkjent_som_det_staar(register, periode)
    )
    nytt = sett_sammen(
        {
            navn: {id_: _posten(post) for id_, post in poster.items()}
            for navn, poster in register.poster.items()
        }
    )
    felles = {
        felt.name: getattr(register, felt.name)
        for felt in dataclasses.fields(register)
        if felt.name not in ("poster", "kommune", "delmaal", "aktiviteter", "meldinger", "bidrag")
    }
    meldinger = {
        navn: {
            id_: tuple(ett._replace(melding=_verdi(ett.melding)) for ett in alle)
            for id_, alle in getattr(register, navn).items()
        }
        for navn in ("meldinger", "bidrag")
    }
    return dataclasses.replace(nytt, **{**felles, **meldinger, "godkjente": godkjente})


def _posten(post: Post[Any]) -> Post[Any]:
    return post._replace(verdi=_verdi(post.verdi))


def _verdi(verdi: Any) -> Any:  # noqa: ANN401  a record, or anything one may hold
    """A value with the texts of its records set apart; codes, days and choices as they are."""
    if isinstance(verdi, tuple):
        return tuple(_verdi(ett) for ett in verdi)
    if isinstance(verdi, dict):
        return {navn: _verdi(ett) for navn, ett in verdi.items()}
    if not hasattr(verdi, "__dataclass_fields__"):
        return verdi
    nye = {}
    for navn in verdi.__dataclass_fields__:
        under = getattr(verdi, navn)
        nye[navn] = _dekk(under) if navn in _tekstfelter(verdi.__class__) else _verdi(under)
    return dataclasses.replace(verdi, **nye)


def _dekk(verdi: Any) -> Any:  # noqa: ANN401  a text, several, or none
    """What is in capitals alone is a code, or nothing that is translated: it is left, so that a
    unit can be known by it.
    """
    if isinstance(verdi, tuple):
        return tuple(map(_dekk, verdi))
    return dekk(verdi) if isinstance(verdi, str) and not verdi.isupper() else verdi


@cache
def _tekstfelter(klasse: type) -> frozenset[str]:
    """The fields of a record that hold running text or a name."""
    return frozenset(
        felt.name
        for felt in dataclasses.fields(klasse)
        if felt.name not in _SOM_DE_STAAR and _er_tekst(felt.type)
    )


def _er_tekst(type_: Any) -> bool:  # noqa: ANN401  a type may be anything
    if any(isinstance(merke, Tekst) for merke in getattr(type_, "__metadata__", ())):
        return True
    deler = (type_.__origin__,) if hasattr(type_, "__metadata__") else get_args(type_)
    return any(_er_tekst(del_) for del_ in deler if del_ is not Ellipsis)
