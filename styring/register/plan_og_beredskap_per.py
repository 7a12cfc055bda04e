"""The units' plans, the themes, preparedness and courses as they were on a day, by what they date
themselves.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from styring.modell.beredskap import Beredskapshendelse, Beredskapsplan, Ros
from styring.modell.kurs import Kurs
from styring.modell.tema import Sentraltema
from styring.modell.virksomhetsplan import Virksomhetsplan
from styring.register.post import Post


def virksomhetsplanen_per(post: Post[Virksomhetsplan], dato: date) -> Virksomhetsplan | None:
    """A plan that was approved by then, with what was done; a draft of a year that had begun."""
    plan = post.verdi
    if int(post.id[:4]) > dato.year or (plan.godkjent and plan.godkjent.dato > dato):
        return None
    return replace(
        plan,
        prioriteringer=tuple(_uten_senere(ett, "ferdig", dato) for ett in plan.prioriteringer),
        tiltak=tuple(_uten_senere(ett, "ferdig", dato) for ett in plan.tiltak),
    )


def temaet_per(post: Post[Sentraltema], dato: date) -> Sentraltema | None:
    """A theme of a year that had begun."""
    return post.verdi if int(post.id[:4]) <= dato.year else None


def kursene_per(post: Post[Kurs], dato: date) -> Kurs | None:
    """The shares that were measured by then."""
    andeler = tuple(ett for ett in post.verdi.andeler if ett.dato <= dato)
    return replace(post.verdi, andeler=andeler) if andeler else None


def analysen_per(post: Post[Ros], dato: date) -> Ros | None:
    """An analysis that was made, with its measures as they had been counted."""
    ros = post.verdi
    if ros.dato > dato:
        return None
    return replace(ros, tiltakstall=tuple(ett for ett in ros.tiltakstall if ett.dato <= dato))


def beredskapsplanen_per(post: Post[Beredskapsplan], dato: date) -> Beredskapsplan | None:
    """A plan with the days that had been; not there before the first of them."""
    plan = post.verdi
    dager = (*plan.revidert, *plan.varsling_provd)
    if dager and min(dager) > dato:
        return None
    return replace(
        plan,
        revidert=tuple(dag for dag in plan.revidert if dag <= dato),
        varsling_provd=tuple(dag for dag in plan.varsling_provd if dag <= dato),
    )


def hendelsen_per(post: Post[Beredskapshendelse], dato: date) -> Beredskapshendelse | None:
    """What had happened, and what its evaluation had shown, as far as it was mended."""
    ett = post.verdi
    if ett.dato > dato:
        return None
    if ett.evaluert and ett.evaluert > dato:
        return replace(ett, evaluert=None, mangler=())
    return replace(ett, mangler=tuple(_uten_senere(m, "ferdig", dato) for m in ett.mangler))


def _uten_senere(ett: Any, felt: str, dato: date) -> Any:  # noqa: ANN401  a part of a record
    """A part of a record without a day that came later."""
    dag = getattr(ett, felt)
    return replace(ett, **{felt: None}) if dag and dag > dato else ett
