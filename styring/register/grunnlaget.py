"""What a report is made of when its period is approved, and the register as it was then: made of
the forms and the grunnlag, of nothing else.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, TypeVar

from styring.fag.periode import Periode, sortering
from styring.fag.tilstand import LUKKEDE
from styring.fag.vedtaksdeler import er_avsluttet
from styring.modell.grunnlag import Grunnlag
from styring.modell.kommune import Kommune
from styring.modell.rapport import Enhetsrapport, Melding
from styring.modell.styringsbrev import Styringsbrev
from styring.modell.vedtak import Vedtak
from styring.register import typer
from styring.register.leser import godkjent_som_det_staar
from styring.register.maalene_per import maalene_per, maalingene_per
from styring.register.meldingene import tilstanden
from styring.register.paa_dagen import posten
from styring.register.post import Post
from styring.register.register import Register
from styring.register.samling import sett_sammen

T = TypeVar("T")
_VISES_IKKE = {
    "Kommune": frozenset({"unntak", "visjon", "verdier", "beredskap"}),
    "Rapporteringsrutine": frozenset({"okonomi"}),
    "Oppdrag": frozenset(
        {
            "unntakshjemmel",
            "ferdig_nar",
            "avgrensning",
            "hentet_fra",
            "oppgaver",
            "videredelegert",
            "baerekraftsmaal",
        }
    ),
    "Vedtak": frozenset({"unntakshjemmel"}),
    "Melding": frozenset({"til_kommunedirektoren"}),
    "Enhetsrapport": frozenset({"samlet_vurdering", "maal"}),
    "Samlerapport": frozenset({"samlet_vurdering"}),
    "Styringsbrev": frozenset(
        {
            *("temaer", "rekkefolge", "tillegg", "laas"),
            *("forord", "forord_av", "helhetlig_styring", "formaal", "oppfolging"),
        }
    ),
}
"""The fields that no report of a period shows, of the records that are kept.

A field that is new is kept until it is named here.
"""


def lag_grunnlag(register: Register, periode: Periode, dato: date) -> Grunnlag:
    """Keep what the report of a period shows on the day it is approved, but for the period's own
    forms.
    """
    if register.kommune is None:
        raise AssertionError("a period can't be approved without kommune.yaml")
    oppdrag = {
        id_: da
        for id_, post in register.oppdrag.items()
        if _gjelder(register, id_, periode, dato) and (da := slik_det_vises("oppdrag", post, dato))
    }
    vedtak = {
        id_: dataclasses.replace(da, oppdrag=tuple(ett for ett in da.oppdrag if ett in oppdrag))
        for id_, post in register.vedtak.items()
        if _vises(post.verdi, periode) and (da := slik_det_vises("vedtak", post, dato))
    }
    tidligere = [id_ for id_ in register.samlerapporter if _er_foer(register, id_, periode)]
    return Grunnlag(
        kommune=_kommunen(register.kommune.verdi),
        godkjente=tuple(id_ for id_ in tidligere if godkjent_som_det_staar(register, id_)),
        styringsbrev=dict(_brevene(register, periode, dato)) or None,
        oppdrag=oppdrag or None,
        vedtak=vedtak or None,
        maal=maalene_per(register, dato) or None,
        maalinger=maalingene_per(register, periode.aar, dato) or None,
        rapporter=dict(_tidligere_skjemaer(register, periode, {*oppdrag, *vedtak})) or None,
        samlerapporter={
            id_: uten_det_som_ikke_vises(register.samlerapporter[id_].verdi) for id_ in tidligere
        }
        or None,
    )


def _kommunen(kommune: Kommune) -> Kommune:
    rutine = kommune.rapportering and uten_det_som_ikke_vises(kommune.rapportering)
    vist: Kommune = uten_det_som_ikke_vises(kommune)
    return dataclasses.replace(vist, rapportering=rutine)


def med_grunnlag(register: Register, periode: str, grunnlag: Grunnlag) -> Register:
    """The register as it will be when a period has got its grunnlag."""
    poster = {
        **register.grunnlag,
        periode: Post(periode, f"data/rapporter/{periode}/grunnlag.yaml", grunnlag),
    }
    return dataclasses.replace(register, poster={**register.poster, "grunnlag": poster})


def slik_det_ble_godkjent(register: Register, periode: str) -> Register | None:
    """The register as it was when a period was approved; None where nothing was kept, or it isn't
    approved as it stands.
    """
    post = register.grunnlag.get(periode)
    if post is None or not godkjent_som_det_staar(register, periode):
        return None
    grunnlag, mappe = post.verdi, f"data/rapporter/{periode}"
    egne = {id_: ett for id_, ett in register.rapporter.items() if id_.partition("/")[0] == periode}
    rapporter = _som_poster(grunnlag.rapporter, "data/rapporter/{id}.yaml") | egne
    samlet = _som_poster(grunnlag.samlerapporter, "data/rapporter/{id}/kommunedirektor.yaml") | {
        periode: register.samlerapporter[periode]
    }
    smalt = sett_sammen(
        {
            "kommune": {"kommune": Post("kommune", f"{mappe}/grunnlag.yaml", grunnlag.kommune)},
            "styringsbrev": _som_poster(grunnlag.styringsbrev, "data/styringsbrev/{id}.yaml"),
            "oppdrag": _som_poster(grunnlag.oppdrag, "data/oppdrag/{aar}/{kode}.yaml"),
            "vedtak": _som_poster(grunnlag.vedtak, "data/vedtak/{aar}/{kode}.yaml"),
            "maal": {
                kode.lower(): Post(kode.lower(), f"data/maal/{kode.lower()}.yaml", verdi)
                for kode, verdi in (grunnlag.maal or {}).items()
            },
            "maalinger": {
                f"{aar}-maalinger": Post(f"{aar}-maalinger", f"data/maalinger/{aar}.yaml", verdi)
                for aar, verdi in (grunnlag.maalinger or {}).items()
            },
            "rapport": rapporter,
            "samlerapport": samlet,
            "okonomikapittel": _kapitlene(register, "okonomikapittel", periode),
            "beredskapskapittel": _kapitlene(register, "beredskapskapittel", periode),
        },
        uleste=tuple(fil for fil in register.uleste if fil.startswith(mappe)),
    )
    return dataclasses.replace(
        smalt, er_grunnlaget=True, godkjente=frozenset({*grunnlag.godkjente, periode})
    )


def _kapitlene(register: Register, slag: str, periode: str) -> dict[str, Post[Any]]:
    """The chapter of a kind that was approved with the period."""
    return {
        id_: post
        for id_, post in register.poster.get(slag, {}).items()
        if id_.partition("/")[0] == periode
    }


def med_kapittel(register: Register, slag: str, periode: str, kapittel: object | None) -> Register:
    """The register as it will be when a period has got its chapter of a kind: the name of its
    record type.
    """
    fil = typer.filen(slag, periode)
    poster = {
        id_: post
        for id_, post in register.poster.get(slag, {}).items()
        if id_.partition("/")[0] != periode
    }
    if kapittel is not None:
        id_ = f"{periode}/{fil.rpartition('/')[2].removesuffix('.yaml')}"
        poster[id_] = Post(id_, fil, kapittel)
    return dataclasses.replace(register, poster={**register.poster, slag: poster})


def _som_poster(poster: Mapping[str, T] | None, sted: str) -> dict[str, Post[T]]:
    """Records by id, each with the place that a file of it has."""
    return {
        id_: Post(id_, sted.format(id=id_, aar=id_[:4], kode=id_[5:]), verdi)
        for id_, verdi in (poster or {}).items()
    }


def _gjelder(register: Register, id_: str, periode: Periode, dato: date) -> bool:
    """Whether a report shows an oppdrag, or counts it: those of the years beside, where they had
    begun, and older ones that are open.
    """
    aar = int(id_[:4])
    if aar in _aarene(periode, dato):
        return True
    return aar < periode.aar and tilstanden(register, id_, dato) not in LUKKEDE


def _aarene(periode: Periode, dato: date) -> range:
    """The year, the one before, and the one after where it had begun: by then it says what was
    carried over.
    """
    return range(periode.aar - 1, min(periode.aar + 1, max(dato.year, periode.aar)) + 1)


def _brevene(
    register: Register, periode: Periode, dato: date
) -> Iterator[tuple[str, Styringsbrev]]:
    """The letters of those years that had been given."""
    for aar, post in register.styringsbrev.items():
        if aar in _aarene(periode, dato) and (post.verdi.dato is None or post.verdi.dato <= dato):
            yield str(aar), uten_det_som_ikke_vises(post.verdi)


def _vises(vedtak: Vedtak, periode: Periode) -> bool:
    """Whether a report may tell of a vedtak: it had been made, and was open at the beginning of the
    year before.
    """
    return vedtak.dato <= periode.slutt and not er_avsluttet(vedtak, date(periode.aar - 2, 12, 31))


def _er_foer(register: Register, id_: str, periode: Periode) -> bool:
    return int(id_[:4]) >= periode.aar - 1 and sortering(register.rutine, id_) < sortering(
        register.rutine, periode.id
    )


def _tidligere_skjemaer(
    register: Register, periode: Periode, id_er: set[str]
) -> Iterator[tuple[str, Enhetsrapport]]:
    """The earlier forms of the year and the one before, as far as they tell of what is kept."""
    for id_, post in register.rapporter.items():
        if _er_foer(register, id_.partition("/")[0], periode):
            deler = {
                slag: _om(getattr(post.verdi, slag), id_er)
                for slag in ("oppdrag", "bidrag", "vedtak")
            }
            yield id_, dataclasses.replace(uten_det_som_ikke_vises(post.verdi), **deler)


def _om(meldinger: Mapping[str, Melding] | None, id_er: set[str]) -> dict[str, Melding] | None:
    return {
        id_: uten_det_som_ikke_vises(melding)
        for id_, melding in (meldinger or {}).items()
        if id_.partition("/")[0] in id_er
    } or None


# a record of any type
def slik_det_vises(slag: str, post: Post[Any], dato: date) -> Any:  # noqa: ANN401
    """A record as a report shows it on a day; None where it was not there."""
    da = posten(slag, post, dato)
    return da and uten_det_som_ikke_vises(da)


def uten_det_som_ikke_vises(verdi: Any) -> Any:  # noqa: ANN401  a record of any type
    """A record without the fields that no report shows."""
    skjult = _VISES_IKKE.get(type(verdi).__name__, frozenset())
    tomme = {felt.name: felt.default for felt in dataclasses.fields(verdi) if felt.name in skjult}
    return dataclasses.replace(verdi, **tomme) if tomme else verdi
