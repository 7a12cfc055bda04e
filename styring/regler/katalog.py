"""All rules, in code order. What stands in this tuple is what runs."""

from styring.regler import (
    st0_fil,
    st1_form,
    st2_henvisning,
    st2_laas,
    st2_post,
    st3_dager,
    st3_delegering,
    st3_oppdrag,
    st3_punkter,
    st3_vedtak,
    st4_indikator,
    st4_maal,
    st4_vurdering,
    st5_arshjul,
    st5_plikter,
    st6_dialog,
    st6_grunnlag,
    st6_melding,
    st6_periode,
    st6_rekkefolge,
    st6_skjema,
    st7_budsjett,
    st7_endring,
    st7_fond,
    st7_maaned,
    st7_tiltak,
    st8_apnet,
    st8_personvern,
    st9_beredskap,
    st9_kurs,
    st9_plan,
    unntak,
)
from styring.regler.regel import Regel

_FAMILIER = (
    st0_fil,
    st1_form,
    st2_henvisning,
    st2_post,
    st2_laas,
    unntak,
    st3_oppdrag,
    st3_dager,
    st3_delegering,
    st3_vedtak,
    st3_punkter,
    st4_indikator,
    st4_maal,
    st4_vurdering,
    st5_arshjul,
    st5_plikter,
    st6_melding,
    st6_skjema,
    st6_periode,
    st6_rekkefolge,
    st6_dialog,
    st6_grunnlag,
    st7_budsjett,
    st7_endring,
    st7_fond,
    st7_maaned,
    st7_tiltak,
    st8_personvern,
    st8_apnet,
    st9_beredskap,
    st9_kurs,
    st9_plan,
)
REGLER: tuple[Regel, ...] = tuple(
    sorted(
        (regel for familie in _FAMILIER for regel in familie.REGLER), key=lambda regel: regel.kode
    )
)


def regelen(kode: str) -> Regel | None:
    """Look up a rule by its code."""
    return next((regel for regel in REGLER if regel.kode == kode), None)
