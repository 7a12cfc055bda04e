"""What today's data say otherwise of the day a period was approved than its grunnlag does, field by
field.
"""

import dataclasses
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from styring.fag.periode import Periode, perioden
from styring.modell.form import like
from styring.modell.grunnlag import Grunnlag
from styring.register.avledet import tidligere_id_er
from styring.register.grunnlaget import slik_det_vises
from styring.register.maalingene import maalingslistene
from styring.register.meldingene import er_gitt
from styring.register.register import Register

_FOLGER_TIDEN = frozenset({"offentlighet", "tidligere_id"})
"""Fields that may change after the approval without changing what it said."""

_VOKSER = frozenset({"delansvar", "delmaal", "dokumentasjon", "oppdrag"})


class Avvik(NamedTuple):
    """One thing that is told of otherwise now: ``felter`` are empty where it is gone, or has come
    since. ``id`` is None for the municipality itself.
    """

    slag: str
    id: str | None
    hva: str
    felter: tuple[str, ...] = ()


def grunnlagsendringer(register: Register, periode_id: str) -> list[Avvik]:
    """Hold the grunnlag of an approved period against the data of today.

    What was dated after the approval is no change.
    """
    grunnlag, samlet = register.grunnlag.get(periode_id), register.samlerapporter.get(periode_id)
    periode = perioden(register.rutine, periode_id)
    if grunnlag is None or samlet is None or samlet.verdi.godkjent is None or periode is None:
        return []
    dag = samlet.verdi.godkjent.dato
    return [
        *_navnene(register, grunnlag.verdi),
        *_postene(register, grunnlag.verdi, dag, periode.aar),
        *_nye(register, grunnlag.verdi, periode),
        *_tallene(register, grunnlag.verdi),
    ]


def _tallene(register: Register, grunnlag: Grunnlag) -> Iterator[Avvik]:
    """The figures that are another now, or gone."""
    for aar, den_gang in (grunnlag.maalinger or {}).items():
        id_ = f"{aar}-maalinger"
        post = maalingslistene(register).get(id_)
        if post is None and register.er_ulest(id_):
            continue
        naa = {(ett.indikator, ett.maalt): ett for ett in (post.verdi.maalinger if post else ())}
        for ett in den_gang.maalinger:
            nytt, navn = naa.get((ett.indikator, ett.maalt)), f"{ett.indikator} {aar}"
            if nytt is None:
                yield Avvik("maalinger", navn, "borte")
            elif nytt.verdi != ett.verdi:
                yield Avvik("maalinger", navn, "endret", ("verdi",))


def _navnene(register: Register, grunnlag: Grunnlag) -> Iterator[Avvik]:
    naa = register.kommune.verdi if register.kommune else None
    if naa and naa.navn != grunnlag.kommune.navn:
        yield Avvik("kommune", None, "endret", ("navn",))
    for kode, enhet in grunnlag.kommune.enheter.items():
        if naa and (kode not in naa.enheter or naa.enheter[kode].navn != enhet.navn):
            yield Avvik("enheter", kode, "endret", ("navn",))
    for kode, organ in (grunnlag.kommune.organer or {}).items():
        if naa and register.organer.get(kode) != organ.navn:
            yield Avvik("organer", kode, "endret", ("navn",))


def _postene(register: Register, grunnlag: Grunnlag, dag: date, aar: int) -> Iterator[Avvik]:
    """The records that say otherwise.

    Of the next year's oppdrag the report says only what was carried over, and they have a letter of
    their own.
    """
    naa = tidligere_id_er(register.ansvarsposter())
    for slag, poster in (("oppdrag", grunnlag.oppdrag), ("vedtak", grunnlag.vedtak)):
        for id_, den_gang in (poster or {}).items():
            post = register.ansvarspost(naa.get(id_, id_))
            if slag == "oppdrag" and int(id_[:4]) > aar:
                continue
            if post is None:
                yield from () if register.er_ulest(id_) else (Avvik(slag, id_, "borte"),)
            elif felter := _ulike(den_gang, slik_det_vises(slag, post, dag)):
                yield Avvik(slag, id_, "endret", felter)


def _nye(register: Register, grunnlag: Grunnlag, periode: Periode) -> Iterator[Avvik]:
    kjente = {*(grunnlag.oppdrag or {})}
    for id_, post in register.oppdrag.items():
        if (
            id_[:4] == str(periode.aar)
            and er_gitt(post.verdi, periode.slutt)
            and id_ not in kjente
            and post.verdi.tidligere_id not in kjente
        ):
            yield Avvik("oppdrag", id_, "ny")


def _ulike(den_gang: Any, naa: Any) -> tuple[str, ...]:  # noqa: ANN401  two records of one type
    if naa is None:
        return ("dato",)
    navn = [felt.name for felt in dataclasses.fields(den_gang) if felt.name not in _FOLGER_TIDEN]
    return tuple(
        ett
        for ett in navn
        if not _likt(getattr(den_gang, ett), getattr(naa, ett))
        and not _bare_mer(ett, den_gang, naa)
    )


def _bare_mer(felt: str, den_gang: Any, naa: Any) -> bool:  # noqa: ANN401  two records of one type
    """Whether all that is new in a list is that it has grown: nobody dates that more units
    contribute, and it makes nothing that was said wrong.
    """
    return felt in _VOKSER and all(
        any(_likt(ett, nytt) for nytt in getattr(naa, felt)) for ett in getattr(den_gang, felt)
    )


def _likt(en: object, annen: object) -> bool:
    if isinstance(en, tuple) and isinstance(annen, tuple):
        return len(en) == len(annen) and all(like(a, b) for a, b in zip(en, annen, strict=True))
    return like(en, annen)
