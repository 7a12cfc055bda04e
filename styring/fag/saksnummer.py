"""Case numbers of political organs, as they are written: «KS 54/22», «KST-sak 134/19», «k-sak
1/2018», «K-sak 63-2018», «2024/73», «08/220», «13/19».
"""

import re
from typing import NamedTuple

_ORGAN = r"(?:[Ss]ak |(?P<organ>[A-Za-zÆØÅæøå]{1,6}?)(?:[- ]?sak)?[ -]?)?"
_SKREVET = (
    _ORGAN + r"(?P<aar>20[0-9]{2}) ?/ ?(?P<nr>[0-9]{1,3})",
    _ORGAN + r"(?P<nr>[0-9]{1,4}) ?/ ?(?P<aar>20[0-9]{2}|[0-9]{2})",
    _ORGAN + r"(?P<nr>[0-9]{1,4}) ?[-–] ?(?P<aar>20[0-9]{2})",
    r"(?P<organ>)(?P<aar>[0-3][0-9]) ?/ ?(?P<nr>[0-9]{3})",
)
"""The ways that places write them, tried in turn: 2024/73, 54/22, 63-2018, 08/220."""
_ARHUNDRE = 2000


class Saksnummer(NamedTuple):
    """A case number: the organ as it was written (upper case, may be empty), the running number,
    the year in four digits.
    """

    organ: str
    nr: int
    aar: int


def les(skrevet: str) -> Saksnummer | None:
    """Understand a case number, or None. An archive number such as 15/00110-31 is none."""
    renset = " ".join(skrevet.split())
    treff = next((treff for ett in _SKREVET if (treff := re.fullmatch(ett, renset))), None)
    if treff is None:
        return None
    aar = int(treff["aar"])
    return Saksnummer(
        (treff["organ"] or "").upper(),
        int(treff["nr"]),
        aar if aar >= _ARHUNDRE else _ARHUNDRE + aar,
    )


def like(en: Saksnummer, annen: Saksnummer, organ: str) -> bool:
    """Whether two numbers mean the same case of an organ; a number without an organ is taken to be
    of that organ.
    """
    return (en.nr, en.aar) == (annen.nr, annen.aar) and (en.organ or organ) == (
        annen.organ or organ
    )
