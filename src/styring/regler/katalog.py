"""All rules, in code order. What stands in this tuple is what runs."""

from styring.regler import st0_fil, st1_form, st2_henvisning, st3_oppdrag, st4_maal, st5_arshjul, st8_personvern, unntak
from styring.regler.regel import Regel

REGLER: tuple[Regel, ...] = (
    *st0_fil.REGLER,
    *st1_form.REGLER,
    *st2_henvisning.REGLER,
    *unntak.REGLER,
    *st3_oppdrag.REGLER,
    *st4_maal.REGLER,
    *st5_arshjul.REGLER,
    *st8_personvern.REGLER,
)


def regelen(kode: str) -> Regel | None:
    """Look up a rule by its code."""
    return next((regel for regel in REGLER if regel.kode == kode), None)
