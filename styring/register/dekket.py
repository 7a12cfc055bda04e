"""The register with all that people have typed set apart (``fag.dekning``): for outputs whose own
words are translated afterwards.
"""

import dataclasses
from functools import cache
from typing import Any

from styring.fag.dekning import dekk
from styring.modell.form import Tekst
from styring.modell.merker import har_merke
from styring.register.leser import godkjent_som_det_staar
from styring.register.post import Post
from styring.register.register import Register
from styring.register.samling import sett_sammen

_SOM_DE_STAAR = frozenset({"maaned", "rrule"})
"""Fields that hold no words: a month, and the rule of a recurrence."""


def paa_nynorsk(register: Register) -> bool:
    """Whether what is made for others is to be in nynorsk."""
    return bool(register.kommune and register.kommune.verdi.maalform == "nn")


def i_maalformen(register: Register) -> Register:
    """The register as what is made for others is made of it."""
    return dekket(register) if paa_nynorsk(register) else register


def dekket(register: Register) -> Register:
    """The same register with every typed text set apart. What was approved is judged by the text as
    it stands, before that.
    """
    godkjente = frozenset(
        periode for periode in register.samlerapporter if godkjent_som_det_staar(register, periode)
    )
    koder = frozenset(register.enheter) | frozenset(register.organer)
    nytt = sett_sammen(
        {
            navn: {id_: _posten(post, koder) for id_, post in poster.items()}
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
            id_: tuple(ett._replace(melding=_verdi(ett.melding, koder)) for ett in alle)
            for id_, alle in getattr(register, navn).items()
        }
        for navn in ("meldinger", "bidrag")
    }
    return dataclasses.replace(nytt, **{**felles, **meldinger, "godkjente": godkjente})


def _posten(post: Post[Any], koder: frozenset[str]) -> Post[Any]:
    return post._replace(verdi=_verdi(post.verdi, koder))


# a record, or anything one may hold
def _verdi(verdi: Any, koder: frozenset[str]) -> Any:  # noqa: ANN401
    """A value with the texts of its records set apart; codes, days and choices as they are."""
    if isinstance(verdi, tuple):
        return tuple(_verdi(ett, koder) for ett in verdi)
    if isinstance(verdi, dict):
        return {navn: _verdi(ett, koder) for navn, ett in verdi.items()}
    if not hasattr(verdi, "__dataclass_fields__"):
        return verdi
    nye = {}
    for navn in verdi.__dataclass_fields__:
        under = getattr(verdi, navn)
        er_tekst = navn in _tekstfelter(verdi.__class__)
        nye[navn] = _dekk(under, koder) if er_tekst else _verdi(under, koder)
    return dataclasses.replace(verdi, **nye)


# a text, several, or none
def _dekk(verdi: Any, koder: frozenset[str]) -> Any:  # noqa: ANN401
    """The code of a unit or an organ is left, so that it can be known by it: where a role may be
    written, a code may be too.
    """
    if isinstance(verdi, tuple):
        return tuple(_dekk(ett, koder) for ett in verdi)
    return dekk(verdi) if isinstance(verdi, str) and verdi not in koder else verdi


def _er_tekst(merke: object) -> bool:
    return isinstance(merke, Tekst)


@cache
def _tekstfelter(klasse: type) -> frozenset[str]:
    """The fields of a record that hold running text or a name."""
    return frozenset(
        felt.name
        for felt in dataclasses.fields(klasse)
        if felt.name not in _SOM_DE_STAAR and har_merke(felt.type, _er_tekst)
    )
