"""Case numbers of political organs, as they are written: «KS 54/22», «KST-sak 134/19», «k-sak
1/2018», «K-sak 63-2018», «2024/73», «08/220», «13/19».
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from styring.fag.dekning import avdekk

_ORGAN = r"(?:[Ss]ak |(?P<organ>[A-Za-zÆØÅæøå]{1,6}?)(?:[- ]?sak)?[ -]?)?"
_SKREVET = (
    _ORGAN + r"(?P<aar>20[0-9]{2}) ?/ ?(?P<nr>[0-9]{1,3})",
    _ORGAN + r"(?P<nr>[0-9]{1,4}) ?/ ?(?P<aar>20[0-9]{2}|[0-9]{2})",
    _ORGAN + r"(?P<nr>[0-9]{1,4}) ?[-–] ?(?P<aar>20[0-9]{2})",
    r"(?P<organ>)(?P<aar>[0-3][0-9]) ?/ ?(?P<nr>[0-9]{3})",
)
"""The ways that places write them, tried in turn: 2024/73, 54/22, 63-2018, 08/220."""
_DELER = {"organ": "[A-Za-zÆØÅæøå]{1,6}", "nr": "[0-9]{1,4}"}
_ARHUNDRE = 2000


class Saksnummer(NamedTuple):
    """A case number: the organ as it was written (upper case, may be empty), the running number,
    the year in four digits.
    """

    organ: str
    nr: int
    aar: int


def les(skrevet: str, monstre: Sequence[str] = ()) -> Saksnummer | None:
    """Understand a case number, or None. An archive number such as 15/00110-31 is none.

    ``monstre`` are the municipality's own ways to write them, tried first.
    """
    renset = " ".join(avdekk(skrevet).split())
    alle = (*map(_uttrykket, monstre), *_SKREVET)
    treff = next((treff for ett in alle if (treff := re.fullmatch(ett, renset))), None)
    if treff is None:
        return None
    aar = int(treff["aar"])
    return Saksnummer(
        (treff.groupdict().get("organ") or "").upper(),
        int(treff["nr"]),
        aar if aar >= _ARHUNDRE else _ARHUNDRE + aar,
    )


@cache
def _uttrykket(monster: str) -> str:
    """A municipality's own way to write a case number, «PS {nr}-{aar}», as an expression.

    A year of two digits only stands after a slash: «24-12» or «24/7» in running text could be
    anything, and a reference to what is exempt must be seen for what it is.
    """
    uttrykk = re.escape(" ".join(monster.split()))
    kort_aar = re.search(r"\{nr\} ?/ ?\{aar\}", monster) is not None
    deler = _DELER | {"aar": f"20[0-9]{{2}}{'|[0-9]{2}' if kort_aar else ''}"}
    for navn, del_ in deler.items():
        uttrykk = uttrykk.replace(re.escape(f"{{{navn}}}"), f"(?P<{navn}>{del_})", 1)
    return uttrykk


def like(en: Saksnummer, annen: Saksnummer, organ: str) -> bool:
    """Whether two numbers mean the same case of an organ; a number without an organ is taken to be
    of that organ.
    """
    return (en.nr, en.aar) == (annen.nr, annen.aar) and (en.organ or organ) == (
        annen.organ or organ
    )
