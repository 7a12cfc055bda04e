"""Everything about one goal: what is over and under it, who answers, and its oppdrag."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from styring.fag.maalvurdering import er_vurdert, vurderingsordet
from styring.fag.periode import perioden
from styring.register.maalingene import Indikatorsted, indikatorstedene, maalstedene, seriene
from styring.register.maalvurderingene import er_aarets_siste, vurderingene_per
from styring.register.posttyper import Posttype
from styring.register.register import Maalplass, Register
from styring.sporring.felles.feltverdier import ikke_sagt
from styring.sporring.maal.tjener import oppdrag_til, vedtak_til
from styring.sporring.poster.vis_svar import Aarsvurdering, Maalpostsvar, Traad

if TYPE_CHECKING:
    from styring.modell.maal import Hovedmaal, Satsingsomraade
    from styring.register.post import Post
    from styring.sporring.maal.maalstatus import Indikatorrad

_MAALETS = frozenset({"kode", "nr", "navn", "hovedmaal", "delmaal"})
"""What stands as the id, the title, the order and what lies below."""


def traaden_til(plass: Maalplass) -> Traad:
    """Tell what stands above a delmål."""
    return Traad(
        delmaal=(plass.delmaal.id, plass.delmaal.verdi.tittel),
        hovedmaal=(plass.hovedmaal.id, plass.hovedmaal.verdi.tittel),
        omraade=(plass.omraade.verdi.kode, plass.omraade.verdi.navn),
    )


def vis_maal(register: Register, _type: Posttype, kode: str, dato: date) -> Maalpostsvar | None:
    """Answer for a satsingsområde, a hovedmål, a delmål or an indicator; None where there is
    none.
    """
    if kode in register.delmaal:
        return _delmaalet(register, register.delmaal[kode], dato)
    sted = next((ett for ett in indikatorstedene(register) if ett.indikator.kode == kode), None)
    if sted:
        return _indikatoren(register, sted, dato)
    for omraade in register.omraader:
        if omraade.verdi.kode == kode:
            return _omraadet(register, omraade)
        for hovedmaal in omraade.verdi.hovedmaal:
            if hovedmaal.kode == kode:
                return _hovedmaalet(register, omraade, hovedmaal, dato)
    return None


def _delmaalet(register: Register, plass: Maalplass, dato: date) -> Maalpostsvar:
    kode, delmaal = plass.delmaal.id, plass.delmaal.verdi
    traad = traaden_til(plass)
    return Maalpostsvar(
        slag="delmål",
        id=kode,
        tittel=delmaal.tittel,
        opp=(traad.hovedmaal, traad.omraade),
        ansvar=delmaal.ansvar,
        baerekraftsmaal=delmaal.baerekraftsmaal,
        oppdrag=tuple(oppdrag_til(register, {kode})),
        vedtak=tuple(vedtak_til(register, {kode})),
        merknad=delmaal.merknad,
        fil=plass.delmaal.fil,
        ovrig=ikke_sagt(delmaal, Maalpostsvar, frozenset({"kode"})),
        indikatorer=_maalt(register, kode, dato),
        statusnotater=tuple(ett for ett in delmaal.statusnotater if ett.dato <= dato),
        vurderinger=tuple(_vurderingene(register, kode, dato)),
    )


def _indikatoren(register: Register, sted: Indikatorsted, dato: date) -> Maalpostsvar:
    kode, maal = sted.indikator.kode, sted.maal
    maalt = _maalt(register, maal.kode, dato)
    return Maalpostsvar(
        slag="indikator",
        id=kode,
        tittel=sted.indikator.navn,
        opp=((maal.kode, maal.tittel),),
        oppdrag=tuple(oppdrag_til(register, {maal.kode})),
        vedtak=tuple(vedtak_til(register, {maal.kode})),
        fil=maal.fil,
        ovrig=(),
        indikatorer=tuple(ett for ett in maalt if ett.kode == kode),
    )


def _omraadet(register: Register, omraade: "Post[Satsingsomraade]") -> Maalpostsvar:
    verdi = omraade.verdi
    under = {h.kode for h in verdi.hovedmaal}
    under |= {d.kode for h in verdi.hovedmaal for d in h.delmaal}
    return Maalpostsvar(
        slag="satsingsområde",
        id=verdi.kode,
        tittel=verdi.navn,
        ned=tuple((h.kode, h.tittel) for h in verdi.hovedmaal),
        oppdrag=tuple(oppdrag_til(register, under)),
        vedtak=tuple(vedtak_til(register, under)),
        fil=omraade.fil,
        ovrig=ikke_sagt(verdi, Maalpostsvar, _MAALETS),
    )


def _hovedmaalet(
    register: Register, omraade: "Post[Satsingsomraade]", hovedmaal: "Hovedmaal", dato: date
) -> Maalpostsvar:
    under = {hovedmaal.kode, *(d.kode for d in hovedmaal.delmaal)}
    return Maalpostsvar(
        slag="hovedmål",
        id=hovedmaal.kode,
        tittel=hovedmaal.tittel,
        opp=((omraade.verdi.kode, omraade.verdi.navn),),
        ned=tuple((d.kode, d.tittel) for d in hovedmaal.delmaal),
        oppdrag=tuple(oppdrag_til(register, under)),
        vedtak=tuple(vedtak_til(register, under)),
        fil=omraade.fil,
        ovrig=ikke_sagt(hovedmaal, Maalpostsvar, _MAALETS),
        indikatorer=_maalt(register, hovedmaal.kode, dato),
        statusnotater=tuple(ett for ett in hovedmaal.statusnotater if ett.dato <= dato),
        vurderinger=tuple(_vurderingene(register, hovedmaal.kode, dato)),
    )


def _vurderingene(register: Register, kode: str, dato: date) -> Iterator[Aarsvurdering]:
    """How the goal was assessed, the last year first."""
    for id_ in sorted(register.samlerapporter, reverse=True):
        periode = perioden(register.rutine, id_)
        if periode is None or not er_aarets_siste(register, periode):
            continue
        ett = vurderingene_per(register, periode, dato).get(kode)
        if ett and er_vurdert(ett):
            yield Aarsvurdering(periode.aar, vurderingsordet(ett), (ett.begrunnelse or "").strip())


def _maalt(register: Register, kode: str, dato: date) -> "tuple[Indikatorrad, ...]":
    """What is measured of a goal, as it was known on the day."""
    sted = next((ett for ett in maalstedene(register) if ett.kode == kode), None)
    if sted is None or not sted.indikatorer:
        return ()
    from styring.sporring.maal.maalstatus import maalraden  # loaded where there are figures

    return maalraden(sted, seriene(register, dato), dato).indikatorer
