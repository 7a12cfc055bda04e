"""What a unit has answered before: the forms that were read earlier in the same period.

Whoever corrects a form that has been read in, corrects their own words. That is no conflict.
"""

from collections.abc import Iterable

from styring.fag.norsk import fold
from styring.fag.skjemabok import SAMLET_ID, Avvist, Innsendt
from styring.sporring.rapportering.cellelikhet import enhetlig, planvist, som_tekst, som_vist
from styring.sporring.rapportering.planmotsigelser import linjen_til


class TidligereSvar:
    """The cells of forms that were read before, by what they are about."""

    def __init__(self, boker: Iterable[Innsendt | Avvist]) -> None:
        self._sagt: set[tuple[str, ...]] = set()
        for bok in boker:
            if isinstance(bok, Innsendt):
                self._ta_med(bok)

    def _ta_med(self, bok: Innsendt) -> None:
        hvem = (bok.periode, bok.enhet)
        self._sagt.add((*hvem, SAMLET_ID, SAMLET_ID, "kommentar", fold(bok.samlet_vurdering)))
        for rad in bok.rader:
            for felt, celle in rad.celler.items():
                tekst = som_vist(felt, som_tekst(celle), int(bok.periode[:4]))
                self._sagt.add((*hvem, rad.slag, rad.id, felt, fold(tekst)))

        for linje in bok.plan.rader:
            for felt, celle in linje.celler.items():
                tekst = planvist(felt, celle, int(bok.periode[:4]))
                self._sagt.add((*hvem, *linjen_til(linje, bok.enhet), felt, fold(tekst)))

    def sa_i_planen(
        self, skjema: tuple[str, str], linje: tuple[str, str], felt: str, tekst: str
    ) -> bool:
        """Whether a form of this period and unit said this in a cell of a line of the plan."""
        return (*skjema, *linje, felt, fold(enhetlig(tekst))) in self._sagt

    def sa(self, skjema: tuple[str, str], sak: tuple[str, str], felt: str, tekst: str) -> bool:
        """Whether a form of this period and unit said this in a cell of this kind and id."""
        return (*skjema, *sak, felt, fold(enhetlig(tekst))) in self._sagt
