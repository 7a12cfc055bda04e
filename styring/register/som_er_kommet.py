"""The register without what comes after a day: what is read long after must not know more than the
day did. What has come, stands as it is now.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from styring.fag.okonomi import Okonomimaaned
from styring.modell.indikator import Maalinger
from styring.modell.okonomi import Budsjett
from styring.modell.rapport import Enhetsrapport, Samlerapport
from styring.register import typer
from styring.register.maalingene import kjent_dagen
from styring.register.meldingene import er_kjent
from styring.register.paa_dagen import posten
from styring.register.post import Post
from styring.register.register import Register


def som_er_kommet(register: Register, dato: date) -> Register:
    """Give the register without the letters and their oppdrag, the vedtak, forms, approvals,
    budgets, months and figures that come after a day.
    """
    poster: dict[str, Mapping[str, Post[Any]]] = dict(register.poster)
    for navn, kommet in _KOMMET.items():
        if navn in poster:
            poster[navn] = {
                id_: post._replace(verdi=verdi)
                for id_, post in poster[navn].items()
                if (verdi := kommet(register, post, dato)) is not None
            }
    return replace(register, poster=poster)


def _brev(_register: Register, post: Post[Any], dato: date) -> Any:  # noqa: ANN401  a record
    dag = post.verdi.dato or date(post.verdi.aar, 1, 1)
    return post.verdi if dag <= dato else None


def _oppdrag(register: Register, post: Post[Any], dato: date) -> Any:  # noqa: ANN401  a record
    return post.verdi if er_kjent(register, post.id, dato) else None


def _vedtak(_register: Register, post: Post[Any], dato: date) -> Any:  # noqa: ANN401  a record
    return post.verdi if post.verdi.dato <= dato else None


def _skjema(_register: Register, post: Post[Enhetsrapport], dato: date) -> Enhetsrapport | None:
    """A form that was delivered later; a draft has no day, and only those inside see it."""
    levert = post.verdi.levert
    return None if levert and levert > dato else post.verdi


def _samlet(_register: Register, post: Post[Samlerapport], dato: date) -> Samlerapport | None:
    """The word for a period: nothing before it was approved, and no step that was taken later."""
    samlet = post.verdi
    if samlet.godkjent and samlet.godkjent.dato > dato:
        return None
    return replace(
        samlet,
        utsendt=samlet.utsendt if samlet.utsendt and samlet.utsendt <= dato else None,
        behandlet=tuple(sak for sak in samlet.behandlet if sak.dato <= dato),
        rettelser=tuple(ett for ett in samlet.rettelser if ett.dato <= dato),
    )


def _kapittel(register: Register, post: Post[Any], dato: date) -> Any:  # noqa: ANN401  a record
    """The economy of a report came with its approval."""
    samlet = register.samlerapporter.get(post.id.partition("/")[0])
    godkjent = samlet.verdi.godkjent if samlet else None
    return post.verdi if godkjent is None or godkjent.dato <= dato else None


def _maalinger(_register: Register, post: Post[Maalinger], dato: date) -> Maalinger | None:
    kjente = tuple(ett for ett in post.verdi.maalinger if kjent_dagen(ett) <= dato)
    return replace(post.verdi, maalinger=kjente) if kjente else None


def _budsjett(_register: Register, post: Post[Budsjett], dato: date) -> Budsjett | None:
    """The budget of a year that has begun, with the changes that had been made."""
    if int(post.id[:4]) > dato.year:
        return None
    return replace(
        post.verdi, endringer=tuple(ett for ett in post.verdi.endringer if ett.dato <= dato)
    )


def _maaned(_register: Register, post: Post[Any], dato: date) -> Any:  # noqa: ANN401  a record
    """What is told of a month that has ended, or of a year that has begun."""
    maaned = post.id.partition("/")[0]
    slutt = Okonomimaaned(maaned).slutt if "/" in post.id else date(int(maaned[:4]), 1, 1)
    levert = getattr(post.verdi, "levert", None)
    return post.verdi if slutt <= dato and (levert is None or levert <= dato) else None


def _tema(register: Register, post: Post[Any], dato: date) -> Any:  # noqa: ANN401  a record
    """The themes come with their letter."""
    brev = register.styringsbrev.get(int(post.id[:4]))
    return post.verdi if brev and _brev(register, brev, dato) else None


def _datert(_register: Register, post: Post[Any], dato: date) -> Any:  # noqa: ANN401  a record
    """What dates itself, as it was told on the day."""
    type_ = typer.type_for(post.fil)
    return posten(type_.navn, post, dato) if type_ else None


_KOMMET: dict[str, Callable[[Register, Post[Any], date], Any]] = {
    "styringsbrev": _brev,
    "oppdrag": _oppdrag,
    "vedtak": _vedtak,
    "rapport": _skjema,
    "samlerapport": _samlet,
    "okonomikapittel": _kapittel,
    "beredskapskapittel": _kapittel,
    "maalinger": _maalinger,
    "budsjett": _budsjett,
    "innsparing": _maaned,
    "regnskap": _maaned,
    "fravaer": _maaned,
    "maanedsord": _maaned,
    "maanedssamling": _maaned,
    "tema": _tema,
    **dict.fromkeys(
        ("virksomhetsplan", "kurs", "ros", "beredskapsplan", "beredskapshendelse"), _datert
    ),
}
"""The record types that date what they tell; the municipality, its goals and its wheel do not."""
