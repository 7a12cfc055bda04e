"""Sykefravær: shares of the work that was agreed, added up by how large each unit is."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from styring.fag.belop import NULL

MINSTE_GRUPPE = 5
"""Fewer employees than this, and a share says something of a person: it is never written."""
FRAVAERSFELTER = ("enhet", "ansatte", "aarsverk", "korttid", "langtid", "i_fjor", "ansatte_i_fjor")
PAAKREVDE = FRAVAERSFELTER[:5]
"""The columns a list must have."""


class Fravaerskart(NamedTuple):
    """How one list of sykefravær writes: the heading of each field, the names and codes it has for
    each unit of ours, the first words of rows that sum up, and the columns nobody wants.
    ``faktor`` is 100 where a share is written 0.078.
    """

    kolonner: Mapping[str, str]
    enheter: Mapping[str, tuple[str, ...]]
    sumrader: tuple[str, ...]
    ikke_les: tuple[str, ...]
    faktor: int | None


class Fravaerstall(NamedTuple):
    """One group in one month: årsverk, and the shares in percent; None where they are withheld or
    not known. ``fjor`` is all of it in the same month last year.
    """

    aarsverk: Decimal
    korttid: Decimal | None
    langtid: Decimal | None
    fjor: Decimal | None

    @property
    def samlet(self) -> Decimal | None:
        """All of it."""
        if self.korttid is None or self.langtid is None:
            return None
        return self.korttid + self.langtid


def veid(deler: Iterable[tuple[Decimal, Decimal]]) -> Decimal | None:
    """Give the mean of some shares, each with the årsverk it is of; None where there are none."""
    alle = list(deler)
    vekt = sum((aarsverk for aarsverk, _ in alle), NULL)
    if not vekt:
        return None
    return sum((aarsverk * prosent for aarsverk, prosent in alle), NULL) / vekt


def sammen(tallene: Iterable[Fravaerstall]) -> Fravaerstall:
    """Add groups up. A group that is withheld counts in the årsverk and in nothing else, so that
    nobody can take the rest from the whole and be left with it.
    """
    alle = list(tallene)
    viste = [ett for ett in alle if ett.samlet is not None]
    return Fravaerstall(
        aarsverk=sum((ett.aarsverk for ett in alle), NULL),
        korttid=veid((ett.aarsverk, ett.korttid) for ett in viste if ett.korttid is not None),
        langtid=veid((ett.aarsverk, ett.langtid) for ett in viste if ett.langtid is not None),
        fjor=veid((ett.aarsverk, ett.fjor) for ett in viste if ett.fjor is not None)
        if all(ett.fjor is not None for ett in viste)
        else None,
    )
