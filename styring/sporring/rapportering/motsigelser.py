"""Copies of a form that say different things."""

from collections.abc import Sequence

from styring.fag import skjemabok as bok
from styring.fag.dekning import dekk
from styring.fag.norsk import opplisting
from styring.sporring.rapportering.mottakssvar import Avslag, Feltendring, Radsvar


def uten_motsigelser(svar: Sequence[Radsvar]) -> tuple[list[Radsvar], list[Avslag]]:
    """Two copies of a form that say different things about a thing: neither is taken in.

    Two that say the same count once.
    """
    per_sak: dict[tuple[str, ...], list[Radsvar]] = {}
    for ett in svar:
        if ett.felter:
            per_sak.setdefault((ett.periode, ett.enhet, ett.slag, ett.id), []).append(ett)
    enige: list[Radsvar] = []
    uenige: list[Avslag] = []
    for like in per_sak.values():
        if len({ett.endringer for ett in like}) == 1:
            enige.append(like[0])
            continue
        sagt = opplisting(
            f"{dekk(ett.fil)}: {'; '.join(map(_svaret, ett.endringer))}" for ett in like
        )
        grunn = f"to skjemaer svarer ulikt ({sagt}); velg ett av dem"
        uenige += [_som_avslag(ett, grunn) for ett in like]
    return enige, uenige


def _svaret(endring: Feltendring) -> str:
    return f"{endring.navn} «{bok.satt_til_side(endring.felt, endring.etter)}»"


def _som_avslag(svar: Radsvar, grunn: str) -> Avslag:
    """Refuse a row that was good by itself."""
    return Avslag(
        svar.fil,
        svar.enhet,
        svar.periode,
        svar.nr,
        svar.id,
        svar.tittel,
        (grunn,),
        bok.som_celler(svar.melding),
    )
