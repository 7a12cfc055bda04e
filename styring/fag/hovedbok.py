"""A ledger's export: which column is what, where its codes belong, and what was made of it."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from styring.fag.norsk import er_tall

BELOPSFELTER = ("belop", "utgift", "inntekt", "budsjett", "aarsbudsjett")
"""The columns that hold amounts."""
KODEFELTER = ("ansvar", "tjeneste", "konto", "prosjekt")
NAVNEFELTER = ("ansvarsnavn",)
FELTER = (*KODEFELTER, *NAVNEFELTER, *BELOPSFELTER)


class Hovedbokskart(NamedTuple):
    """How one ledger writes, and where its codes belong.

    ``kolonner`` is the heading of each field. ``omraader``, ``investeringer`` and ``bevilgninger``
    give the codes of ansvar, prosjekt and tjeneste that belong to each code of ours: «100»,
    «110-119» or «24*». ``kode_av_ansvar`` makes a code of ours for an ansvar that is in none of
    them: «A{ansvar}». ``sumrader`` are the first words of rows that sum up, ``utelat`` the codes
    that are left out on purpose, by column. ``fortegn`` is 1 where a cost is plus, −1 where it is
    minus; ``faktor`` is 1 000 where amounts are in thousands. ``navn`` is what our
    codes are called where the ledger does not say; ``enheter`` and ``typer`` say which of our codes
    belong to each unit and are of each type, the rest to ``enhet`` and «tjeneste».
    """

    kolonner: Mapping[str, str]
    omraader: Mapping[str, tuple[str, ...]]
    investeringer: Mapping[str, tuple[str, ...]]
    bevilgninger: Mapping[str, tuple[str, ...]]
    kode_av_ansvar: str
    sumrader: tuple[str, ...]
    utelat: Mapping[str, tuple[str, ...]]
    fortegn: int
    faktor: int
    desimal: str
    navn: Mapping[str, str]
    enhet: str
    enheter: Mapping[str, tuple[str, ...]]
    typer: Mapping[str, tuple[str, ...]]
    ikke_les: tuple[str, ...]


def treffer(spenn: Sequence[str], kode: str) -> bool:
    """Whether a code is among some: by itself, in a range of codes of the same length, or by how it
    begins.
    """
    return any(_ett(ett, kode) for ett in spenn)


def _ett(spenn: str, kode: str) -> bool:
    if spenn.endswith("*"):
        return kode.startswith(spenn[:-1])
    fra, strek, til = spenn.partition("-")
    if strek and er_tall(fra) and er_tall(til):
        return er_tall(kode) and len(kode) == len(fra) and int(fra) <= int(kode) <= int(til)
    return kode == spenn


def overlapper(en: str, annen: str) -> bool:
    """Whether two ways to name codes may name the same one."""
    if en.endswith("*") and annen.endswith("*"):
        return en[:-1].startswith(annen[:-1]) or annen[:-1].startswith(en[:-1])
    if annen.endswith("*"):
        en, annen = annen, en
    fra, _, til = annen.partition("-")
    if en.endswith("*") and er_tall(til):
        foran, lengde = en[:-1], len(fra)
        return (
            len(foran) <= lengde
            and foran.ljust(lengde, "9") >= fra
            and (foran.ljust(lengde, "0") <= til)
        )
    return any(_ett(annen, ende) for ende in en.split("-")) or any(
        _ett(en, ende) for ende in annen.split("-")
    )


def som_kode(skrevet: object) -> str:
    """A code of the ledger as text: «100» also where a sheet holds the number 100."""
    if isinstance(skrevet, float) and skrevet.is_integer():
        skrevet = int(skrevet)
    return re.sub(r"\s+", "", str(skrevet)) if skrevet is not None else ""


class Kodesum(NamedTuple):
    """What the rows of one code come to, by column, and how many they were."""

    kode: str
    navn: str
    rader: int
    belop: Mapping[str, Decimal]


class Hovedboksvar(NamedTuple):
    """What was made of a ledger.

    ``omraader`` and ``investeringer`` are the sums of each code of ours; ``uplassert`` those of the
    ansvar that belong nowhere; ``utelatt`` what was left out on purpose, ``helhet`` the whole.
    ``bevilgninger`` is the frame of each area. ``feil`` stop it all, ``merknader`` may matter.
    """

    rader: int
    sumrader: int
    omraader: tuple[Kodesum, ...]
    investeringer: tuple[Kodesum, ...]
    uplassert: tuple[Kodesum, ...]
    utelatt: tuple[Kodesum, ...]
    helhet: Mapping[str, Decimal]
    bevilgninger: Mapping[str, str]
    feil: tuple[str, ...]
    merknader: tuple[str, ...]
