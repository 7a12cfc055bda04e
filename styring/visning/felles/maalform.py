"""How texts are shown in the målform of a municipality."""

from collections.abc import Callable
from typing import NamedTuple

from styring.fag.dekning import avdekk


class Maalform(NamedTuple):
    """``vis`` gives a text of ours or of the data as people are to read it; ``skrevet`` one that
    holds only what was typed, with words of ours in bokmål. Both give back what was set apart.
    """

    vis: Callable[[str], str]
    skrevet: Callable[[str], str]


BOKMAAL = Maalform(str, str)
"""Nothing is set apart, and nothing is changed."""


def maalformen(*, paa_nynorsk: bool) -> Maalform:
    """Give the målform."""
    if not paa_nynorsk:
        return BOKMAAL
    from styring.fag import nynorsk  # only where it is asked for

    return Maalform(nynorsk.paa_nynorsk, avdekk)
