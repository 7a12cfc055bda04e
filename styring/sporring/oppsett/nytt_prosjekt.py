"""The data that a municipality begins with, as records by the file each is to lie in."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from styring.fag.enhetsliste import Enhetslinje, er_overskrift, les_enhetslinje
from styring.fag.norsk import opplisting
from styring.feil import StyringFeil
from styring.modell.form import KODE
from styring.sporring.oppsett.lovens_hjul import Felter, lovens_hjul

PERIODER: dict[str, dict[str, tuple[str, str]]] = {
    "tertial": {
        "T1": ("1. tertial", "04-30"),
        "T2": ("2. tertial", "08-31"),
        "AR": ("årsslutt", "12-31"),
    },
    "halvaar": {"H1": ("1. halvår", "06-30"), "AR": ("årsslutt", "12-31")},
    "kvartal": {
        "K1": ("1. kvartal", "03-31"),
        "K2": ("2. kvartal", "06-30"),
        "K3": ("3. kvartal", "09-30"),
        "AR": ("årsslutt", "12-31"),
    },
}
"""How often it is reported, by a word: the code, name and last day of each period."""
_ORGANER = {"KS": "Kommunestyret", "FSK": "Formannskapet"}


class Oppstart(NamedTuple):
    """What was answered: the name, the units, how often it is reported, the first year, and whether
    a goal and an oppdrag are wanted to look at.
    """

    navn: str
    enheter: tuple[Enhetslinje, ...]
    perioder: str
    aar: int
    eksempelpost: bool


def les_enhetene(linjer: Iterable[str]) -> tuple[Enhetslinje, ...]:
    """Read a list of units, one on each line. Raises StyringFeil."""
    skrevne = [linje for linje in linjer if linje.strip() and not linje.lstrip().startswith("#")]
    enheter: list[Enhetslinje] = []
    for linje in skrevne:
        if er_overskrift(linje):
            continue
        enhet = les_enhetslinje(linje)
        if enhet is None or not re.fullmatch(KODE.regex, enhet.kode):
            raise StyringFeil(
                f"«{linje.strip()}» kan ikke leses som en enhet. Skriv koden ({KODE.hva}) og"
                " navnet, for eksempel «OUS Oppvekst og utdanning», og for en virksomhet «SKO"
                " Skolene under OUS»."
            )
        enheter.append(enhet)
    _krev_orden(enheter)
    return tuple(enheter)


def _krev_orden(enheter: list[Enhetslinje]) -> None:
    """Refuse a code that is used twice, one that an organ has, and a unit above that is not there
    or lies below.
    """
    over = {enhet.kode: enhet.overordnet for enhet in enheter}
    if not enheter:
        raise StyringFeil(
            "ingen enheter er oppgitt. Skriv minst én, for eksempel --enhet"
            ' "OUS Oppvekst og utdanning".'
        )
    for nr, enhet in enumerate(enheter):
        if enhet.kode in _ORGANER or enhet.kode in [foer.kode for foer in enheter[:nr]]:
            hvem = _ORGANER.get(enhet.kode, "en annen enhet")
            raise StyringFeil(
                f"koden «{enhet.kode}» er brukt av {hvem}. Gi «{enhet.navn}» en egen."
            )
        if enhet.overordnet and enhet.overordnet not in over:
            raise StyringFeil(
                f"«{enhet.kode}» ligger under «{enhet.overordnet}», som ikke er i listen."
                f" Enhetene er {opplisting(over)}."
            )
        kode, sett = enhet.overordnet, {enhet.kode}
        while kode and kode not in sett:
            sett.add(kode)
            kode = over[kode]
        if kode:
            raise StyringFeil(f"«{enhet.kode}» ligger under seg selv. Rett hva den ligger under.")


def nytt_prosjekt(oppstart: Oppstart) -> dict[str, Felter]:
    """The records, in the order that they are told of."""
    filer: dict[str, Felter] = {
        "data/kommune.yaml": _kommunen(oppstart),
        "data/arshjul.yaml": {"aktiviteter": lovens_hjul(oppstart.aar)},
    }
    return filer | (_eksempelposter(oppstart) if oppstart.eksempelpost else {})


def _kommunen(oppstart: Oppstart) -> Felter:
    perioder = {
        kode: {"navn": navn, "slutt": slutt}
        for kode, (navn, slutt) in PERIODER[oppstart.perioder].items()
    }
    return {
        "format": 1,
        "navn": oppstart.navn,
        "enheter": {enhet.kode: _enheten(enhet) for enhet in oppstart.enheter},
        "organer": {kode: {"navn": navn} for kode, navn in _ORGANER.items()},
        "rapportering": {"perioder": perioder, "kommentar_maks": 600},
    }


def _enheten(enhet: Enhetslinje) -> Felter:
    alle: Felter = {
        "navn": enhet.navn,
        "type": enhet.type,
        "overordnet": enhet.overordnet,
        "leder": enhet.leder,
    }
    return {navn: verdi for navn, verdi in alle.items() if verdi}


def _eksempelposter(oppstart: Oppstart) -> dict[str, Felter]:
    """One goal, the letter and one oppdrag, so that there is something to look at and put right."""
    eier, aar = oppstart.enheter[0].kode, oppstart.aar
    maal: Felter = {
        "kode": "EKS",
        "nr": 1,
        "navn": "Eksempel på et satsingsområde",
        "hovedmaal": [
            {
                "kode": "EKS-1",
                "tittel": "Eksempel på et hovedmål",
                "delmaal": [
                    {"kode": "EKS-1.1", "tittel": "Eksempel på et delmål", "ansvar": [eier]}
                ],
            }
        ],
    }
    oppdrag: Felter = {
        "tittel": "Eksempel på et oppdrag. Skriv om eller slett filen",
        "ansvarlig": eier,
        "art": "leveranse",
        "ferdig_nar": "Planen er vedtatt.",
        "delmaal": ["EKS-1.1"],
    }
    return {
        "data/maal/eksempel.yaml": maal,
        f"data/styringsbrev/{aar}.yaml": {"aar": aar, "hentet_fra": "ikke oppgitt"},
        f"data/oppdrag/{aar}/{eier}-01.yaml": oppdrag,
    }
