"""The register as it was on a day, by what the records themselves date: for where no version of the
data was kept from that day.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from styring.fag.frist import frist_per, gjorte
from styring.fag.vedtaksdeler import er_avsluttet
from styring.modell.oppdrag import Oppdrag
from styring.modell.rapport import Samlerapport
from styring.modell.styringsbrev import Styringsbrev
from styring.modell.styringsdialog import Styringsdialog
from styring.modell.vedtak import Punkt, Vedtak
from styring.register.meldingene import er_gitt
from styring.register.plan_og_beredskap_per import (
    analysen_per,
    beredskapsplanen_per,
    hendelsen_per,
    kursene_per,
    temaet_per,
    virksomhetsplanen_per,
)
from styring.register.post import Post
from styring.register.register import Register

D = TypeVar("D", Vedtak, Punkt)


def paa_dagen(register: Register, dato: date) -> Register:
    """Give the register without what came after a day.

    What is not dated, such as other words or another owner, stands as it is now.
    """
    poster = {
        navn: _som_de_var(navn, alle, dato) if navn in _SLIK_DEN_VAR else alle
        for navn, alle in register.poster.items()
    }
    return replace(register, poster=poster)


def posten(navn: str, post: Post[Any], dato: date) -> Any:  # noqa: ANN401  a record of any type
    """One record as it was on a day; None where it was not there."""
    return _SLIK_DEN_VAR[navn](post, dato)


# records of any type
def _som_de_var(navn: str, alle: Any, dato: date) -> dict[str, Post[Any]]:  # noqa: ANN401
    funnet = {id_: (post, _SLIK_DEN_VAR[navn](post, dato)) for id_, post in alle.items()}
    return {
        id_: post._replace(verdi=verdi)
        for id_, (post, verdi) in funnet.items()
        if verdi is not None
    }


def _oppdrag(post: Post[Oppdrag], dato: date) -> Oppdrag | None:
    oppdrag = post.verdi
    if int(post.id[:4]) > dato.year or not er_gitt(oppdrag, dato):
        return None
    return replace(
        oppdrag,
        frist=frist_per(oppdrag.frist, oppdrag.fristendringer, dato),
        fristendringer=tuple(gjorte(oppdrag.fristendringer, dato)),
        ansvarlig=next(
            (ett.fra for ett in oppdrag.ansvarsendringer if ett.dato > dato), oppdrag.ansvarlig
        ),
        ansvarsendringer=tuple(ett for ett in oppdrag.ansvarsendringer if ett.dato <= dato),
        videredelegert=tuple(ledd for ledd in oppdrag.videredelegert if ledd.dato <= dato),
        oppgaver=tuple(_uten_senere(ett, "ferdig", dato) for ett in oppdrag.oppgaver),
    )


def _vedtak(post: Post[Vedtak], dato: date) -> Vedtak | None:
    vedtak = post.verdi
    if vedtak.dato > dato:
        return None
    return replace(
        _delen(vedtak, dato),
        punkter=tuple(_delen(punkt, dato) for punkt in vedtak.punkter),
        dokumentasjon=tuple(
            ett for ett in vedtak.dokumentasjon if ett.dato is None or ett.dato <= dato
        ),
    )


def _delen(del_: D, dato: date) -> D:
    """A vedtak or a punkt of it with the deadline it had, and open where its organ
    ended it later.
    """
    return replace(
        del_,
        frist=frist_per(del_.frist, del_.fristendringer, dato),
        fristendringer=tuple(gjorte(del_.fristendringer, dato)),
        avsluttet=del_.avsluttet if er_avsluttet(del_, dato) else None,
    )


def _dialog(post: Post[Styringsdialog], dato: date) -> Styringsdialog | None:
    dialog = post.verdi
    return (
        replace(dialog, avtalt=tuple(_uten_senere(ett, "ferdig", dato) for ett in dialog.avtalt))
        if dialog.dato <= dato
        else None
    )


def _brev(post: Post[Styringsbrev], dato: date) -> Styringsbrev | None:
    return post.verdi if post.verdi.aar <= dato.year else None


def _samlet(post: Post[Samlerapport], dato: date) -> Samlerapport | None:
    """The kommunedirektør's word for a period that was approved by then; the rest is not dated."""
    samlet = post.verdi
    if samlet.godkjent is None or samlet.godkjent.dato > dato:
        return None
    return replace(samlet, behandlet=tuple(ett for ett in samlet.behandlet if ett.dato <= dato))


def _uten_senere(ett: Any, felt: str, dato: date) -> Any:  # noqa: ANN401  a part of a record
    """A part of a record without a day that came later."""
    dag = getattr(ett, felt)
    return replace(ett, **{felt: None}) if dag and dag > dato else ett


_SLIK_DEN_VAR: dict[str, Callable[[Any, date], Any]] = {
    "oppdrag": _oppdrag,
    "vedtak": _vedtak,
    "styringsdialog": _dialog,
    "styringsbrev": _brev,
    "samlerapport": _samlet,
    "virksomhetsplan": virksomhetsplanen_per,
    "tema": temaet_per,
    "kurs": kursene_per,
    "ros": analysen_per,
    "beredskapsplan": beredskapsplanen_per,
    "beredskapshendelse": hendelsen_per,
}
"""The record types that date what happens to them."""
