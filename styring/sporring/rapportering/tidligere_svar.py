"""What a unit has answered before: the forms that were read earlier in the same period.

Whoever corrects a form that has been read in, corrects their own words. That is no conflict.
"""

from collections.abc import Iterable, Iterator, Mapping

from styring.fag.norsk import fold
from styring.fag.skjemabok import SAMLET_ID, Avvist, Innsendt
from styring.modell.kommune import Enhet
from styring.sporring.rapportering.cellelikhet import enhetlig, som_tekst, som_vist
from styring.sporring.rapportering.planlinjer import planlinjene_i


class TidligereSvar:
    """The cells of forms that were read before, by what they are about. ``rettede`` are forms that
    were sent back: what they say is later than what the first form said.
    """

    def __init__(
        self,
        boker: Iterable[Innsendt | Avvist],
        rettede: Iterable[Innsendt | Avvist] = (),
        enheter: Mapping[str, Enhet] | None = None,
    ) -> None:
        kjente = enheter or {}
        self._sagt, self._rettet = _alle_cellene(boker, kjente), _alle_cellene(rettede, kjente)
        self._kjente = frozenset(celle[:-1] for celle in self._sagt)

    def sa(self, skjema: tuple[str, str], sak: tuple[str, str], felt: str, tekst: str) -> bool:
        """Whether a form of this period and unit said this in a cell of this kind and id."""
        return (*skjema, *sak, felt, fold(enhetlig(tekst))) in self._sagt

    def sa_i_planen(
        self, skjema: tuple[str, str], linje: tuple[str, str], felt: str, tekst: str
    ) -> bool:
        """Whether a form of this period and unit said this in a cell of a line of the plan."""
        return (*skjema, *linje, felt, fold(enhetlig(tekst))) in self._sagt

    def rettet(self, skjema: tuple[str, str], sak: tuple[str, str], felt: str, tekst: str) -> bool:
        """Whether a form that was sent back said this in a cell of this kind and id, where what the
        first form said is known too: then an old answer can be told from a new one.
        """
        celle = (*skjema, *sak, felt)
        return celle in self._kjente and (*celle, fold(enhetlig(tekst))) in self._rettet


def _alle_cellene(
    boker: Iterable[Innsendt | Avvist], enheter: Mapping[str, Enhet]
) -> frozenset[tuple[str, ...]]:
    innsendte = (bok for bok in boker if isinstance(bok, Innsendt))
    return frozenset(celle for bok in innsendte for celle in _cellene(bok, enheter))


def _cellene(bok: Innsendt, enheter: Mapping[str, Enhet]) -> Iterator[tuple[str, ...]]:
    """Every cell of a form, by what it is about."""
    hvem, aar = (bok.periode, bok.enhet), int(bok.periode[:4])
    yield (*hvem, SAMLET_ID, SAMLET_ID, "kommentar", fold(bok.samlet_vurdering))
    for rad in bok.rader:
        for felt, celle in rad.celler.items():
            yield (*hvem, rad.slag, rad.id, felt, fold(som_vist(felt, som_tekst(celle), aar)))
    for linje in planlinjene_i(bok, enheter):
        yield from ((*hvem, *linje.nokkel, felt, fold(ett)) for felt, ett in linje.typet.items())
