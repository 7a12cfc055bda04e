"""Case numbers of political organs, as they are written: «KS 54/22», «KST-sak 134/19», «k-sak
1/2018», «13/19».
"""

import re
from typing import NamedTuple

_SAK = re.compile(
    r"(?:[Ss]ak |(?P<organ>[A-Za-zÆØÅæøå]{1,6}?)(?:[- ]?sak)?[ -]?)?(?P<nr>[0-9]{1,4}) ?/"
    r" ?(?P<aar>20[0-9]{2}|[0-9]{2})"
)
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
    treff = _SAK.fullmatch(" ".join(skrevet.split()))
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
