"""The data that a municipality begins with, as records by the file each is to lie in."""

from collections.abc import Iterable
from typing import NamedTuple

from styring.fag.enhetsliste import Enhetslinje, SkrevenEnhet, er_overskrift, les_enhet
from styring.fag.norsk import fold, mente_du, opplisting
from styring.fag.nynorsk import paa_nynorsk
from styring.feil import StyringFeil
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
_FLEST = 10
"""Rows that are named in one message."""
_ORGANER = {"KS": "Kommunestyret", "FSK": "Formannskapet"}


class Oppstart(NamedTuple):
    """What was answered: the name, the units, how often it is reported, the first year, whether a
    goal and an oppdrag are wanted to look at, and whether what is made is in nynorsk.
    """

    navn: str
    enheter: tuple[Enhetslinje, ...]
    perioder: str
    aar: int
    eksempelpost: bool
    nynorsk: bool = False


def les_enhetene(rader: Iterable[SkrevenEnhet]) -> tuple[Enhetslinje, ...]:
    """Read a list of units; the one above may be told by its name. Raises StyringFeil with
    everything that is wrong.
    """
    enheter: list[Enhetslinje] = []
    galt: list[str] = []
    for rad in rader:
        if not rad.skrevet or rad.skrevet.startswith("#") or er_overskrift(rad.skrevet):
            continue
        lest = les_enhet(rad)
        if isinstance(lest, str):
            hvor = f"{rad.sted}: " if rad.sted else ""
            galt.append(f"{hvor}«{rad.skrevet}» kan ikke leses som en enhet: {lest}")
        else:
            enheter.append(lest)
    if galt:
        raise StyringFeil(
            f"{opplisting(galt[:_FLEST])}{' og flere' if galt[_FLEST:] else ''}. Skriv for eksempel"
            " «OUS Oppvekst og utdanning», og for en virksomhet «SKO Skolene under OUS»."
        )
    koder = {fold(enhet.navn): enhet.kode for enhet in enheter}
    koder |= {fold(enhet.kode): enhet.kode for enhet in enheter}
    enheter = [
        enhet._replace(overordnet=koder.get(fold(enhet.overordnet), enhet.overordnet))
        if enhet.overordnet
        else enhet
        for enhet in enheter
    ]
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
            naer = mente_du(enhet.overordnet, [*over, *(en.navn for en in enheter)])
            ment = f"Mente du «{naer}»?" if naer else f"Enhetene er {opplisting(over)}."
            raise StyringFeil(
                f"«{enhet.kode}» ligger under «{enhet.overordnet}», som ikke er i listen. {ment}"
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
        "data/arshjul.yaml": {"aktiviteter": lovens_hjul(oppstart.aar)},
        **(_eksempelposter(oppstart) if oppstart.eksempelpost else {}),
    }
    vaare = {fil: _paa_nynorsk(post) for fil, post in filer.items()} if oppstart.nynorsk else filer
    return {"data/kommune.yaml": _kommunen(oppstart), **vaare}


_VAARE_ORD = frozenset({"tittel", "navn", "merknad", "ferdig_nar", "hentet_fra", "kilde"})
"""The fields of our own words, in what we give to begin with."""


def _paa_nynorsk(post: Felter) -> Felter:
    """A record of ours with its words in nynorsk."""
    return {navn: _verdien(navn, verdi) for navn, verdi in post.items()}


def _verdien(navn: str, verdi: object) -> object:
    if isinstance(verdi, dict):
        return _paa_nynorsk(verdi)
    if isinstance(verdi, list):
        return [_verdien(navn, ett) for ett in verdi]
    return paa_nynorsk(verdi) if navn in _VAARE_ORD and isinstance(verdi, str) else verdi


def _kommunen(oppstart: Oppstart) -> Felter:
    perioder = {
        kode: {"navn": navn, "slutt": slutt}
        for kode, (navn, slutt) in PERIODER[oppstart.perioder].items()
    }
    return {
        "format": 1,
        "navn": oppstart.navn,
        **({"maalform": "nn"} if oppstart.nynorsk else {}),
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
