"""One record's life: every change with its day and the unit it belonged to, what was told of it,
and when it was expected to be done.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from styring.fag.frist import frist_per
from styring.fag.melding import tilstand_av
from styring.fag.periode import forste_dag, siste_dag, sortering
from styring.fag.tilstand import Tilstand
from styring.modell.form import Leser
from styring.modell.oppdrag import Oppdrag
from styring.modell.vedtak import Vedtak
from styring.register.meldingene import tilstanden
from styring.register.register import Register
from styring.register.viderefort import arvtakeren
from styring.sporring.poster.vis_svar import Periodemelding
from styring.sporring.poster.vis_vedtak import periodemeldinger
from styring.sporring.tid.feltendringer import Postendring
from styring.sporring.tid.postendringer import postendringer
from styring.sporring.tid.postversjoner import Postutgave, nye_meldinger


class Posthendelse(NamedTuple):
    """What one commit changed.

    ``forfatter`` is only for the leadership. ``ny``, ``forste``, ``slettet`` and ``flyttet_fra``
    tell of the file itself.
    """

    dag: date
    enhet: str
    forfatter: str | None
    commit: str | None
    ny: bool
    forste: bool
    slettet: bool
    flyttet_fra: str | None
    endringer: tuple[Postendring, ...]
    meldt: tuple[Periodemelding, ...]


class Forventning(NamedTuple):
    """When it was expected to be done, as told in one period, beside the deadline as it was then.

    ``over``: it was expected after the deadline.
    """

    periode: str
    forventet: str
    dag: date
    frist: date | None
    over: bool


@dataclass(frozen=True, slots=True)
class Historikksvar:
    """The answer, oldest first. ``lys`` is how it stood in each period."""

    id: str
    tittel: str
    dato: date
    tilstand: Tilstand | None
    hendelser: tuple[Posthendelse, ...]
    lys: tuple[tuple[str, Tilstand], ...]
    forventninger: tuple[Forventning, ...]
    viderefort_fra: str | None
    viderefort_til: str | None


def historikk(
    register: Register, id_: str, utgaver: Sequence[Postutgave], dato: date
) -> Historikksvar:
    """Answer for one oppdrag or vedtak.

    ``utgaver`` are its versions, oldest first, as this reader may see them.
    """
    post = register.ansvarspost(id_)
    if post is None:
        raise AssertionError(id_)
    meldinger = periodemeldinger(register.meldinger.get(id_, ()), dato)
    return Historikksvar(
        id=id_,
        tittel=post.verdi.tittel,
        dato=dato,
        tilstand=tilstanden(register, id_, dato),
        hendelser=tuple(_hendelser(register, utgaver)),
        lys=tuple((ett.periode, ett.tilstand) for ett in meldinger),
        forventninger=tuple(_forventninger(post.verdi, meldinger)),
        viderefort_fra=post.verdi.viderefort_fra if isinstance(post.verdi, Oppdrag) else None,
        viderefort_til=arvtakeren(register, id_, dato),
    )


def filens_historikk(
    register: Register, id_: str, tittel: str, utgaver: Sequence[Postutgave], dato: date
) -> Historikksvar:
    """Answer for any other record: what changed in it, without a light and what was told of it."""
    return Historikksvar(
        id=id_,
        tittel=tittel,
        dato=dato,
        tilstand=None,
        hendelser=tuple(_hendelser(register, utgaver)),
        lys=(),
        forventninger=(),
        viderefort_fra=None,
        viderefort_til=None,
    )


def _hendelser(register: Register, utgaver: Sequence[Postutgave]) -> Iterator[Posthendelse]:
    foer: Postutgave | None = None
    for utgave in utgaver:
        hendelse = _hendelse(register, foer, utgave)
        if (
            hendelse.ny
            or hendelse.forste
            or hendelse.slettet
            or hendelse.flyttet_fra
            or hendelse.endringer
            or hendelse.meldt
        ):
            yield hendelse
        foer = utgave


def _hendelse(register: Register, foer: Postutgave | None, naa: Postutgave) -> Posthendelse:
    gammel = foer.verdi if foer else None
    nye = sorted(
        nye_meldinger(foer.meldinger if foer else (), naa.meldinger),
        key=lambda ett: sortering(register.rutine, ett.periode),
    )
    verdi = naa.verdi or gammel
    eier = nye[0].enhet if nye else getattr(verdi, "ansvarlig", None) or ""
    return Posthendelse(
        dag=naa.dag,
        enhet=eier,
        forfatter=naa.forfatter if register.leser is Leser.LEDELSE and not naa.forste else None,
        commit=naa.commit,
        ny=gammel is None and naa.verdi is not None and not naa.forste,
        forste=gammel is None and naa.verdi is not None and naa.forste,
        slettet=gammel is not None and naa.verdi is None,
        flyttet_fra=foer.id if foer and foer.verdi and foer.id != naa.id else None,
        endringer=tuple(postendringer(gammel, naa.verdi)) if gammel and naa.verdi else (),
        meldt=tuple(
            Periodemelding(ett.periode, ett.enhet, ett.fra, tilstand_av(ett.melding), ett.melding)
            for ett in nye
        ),
    )


def _forventninger(
    post: Oppdrag | Vedtak, meldinger: Sequence[Periodemelding]
) -> Iterator[Forventning]:
    for ett in meldinger:
        forventet = ett.melding.forventet_ferdig
        dag = siste_dag(forventet) if forventet else None
        if forventet and dag:
            frist = frist_per(post.frist, post.fristendringer, ett.fra or date.max)
            tidligst = forste_dag(forventet) or dag
            yield Forventning(
                ett.periode, forventet, dag, frist, over=frist is not None and tidligst > frist
            )
