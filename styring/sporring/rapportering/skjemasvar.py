"""The answers in one row of a form, as an entry: words to codes, dates to dates, and what can't be
understood told by name.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from styring.fag import skjemabok as bok
from styring.fag.brudd import STATUSORD, ordet_for
from styring.fag.dekning import dekk
from styring.fag.norsk import fold, heltall, mente_du, opplisting
from styring.fag.periode import siste_dag
from styring.fag.personvern import fodselsnumre
from styring.fag.skreven_tid import hvorfor_ikke, les_tidspunkt
from styring.modell.form import KODE
from styring.modell.kommune import Enhet
from styring.modell.rapport import Melding, Tiltak
from styring.register.skjema import Skjema, Skjemarad
from styring.sporring.rapportering.cellelikhet import kodene

_TEKSTER = ("kommentar", "begrunnelse", "til_kommunedirektoren")
_LENGSTE = 10_000
"""Characters that a text in the data can have."""
_INGEN_ENDRING = ("ingen endring", "inga endring")
_UENDRET = frozenset({"uendret", "uendra", "som sist"})
_KOPIERES = ("status", "framdrift", "kommentar", "forventet_ferdig", "tiltak")


class Ugyldig(Exception):
    """Some cells can't be understood. ``grunner`` says which, as the director is told, with what
    was typed set apart.
    """

    def __init__(self, grunner: list[str]) -> None:
        super().__init__(*grunner)
        self.grunner = grunner


def les_svar(
    celler: dict[str, bok.Celle], rad: Skjemarad, skjema: Skjema, enheter: Mapping[str, Enhet]
) -> Melding:
    """Put what was typed on top of what stands in the entry. Raises Ugyldig."""
    felter: dict[str, Any] = {
        navn: getattr(rad.melding or Melding(), navn) for navn in Melding.__dataclass_fields__
    }
    grunner = [grunn for felt, celle in celler.items() for grunn in _utrygg(felt, str(celle))]
    if fold(str(celler.get("status", ""))) == fold(bok.INGEN_ENDRING):
        celler = {navn: celle for navn, celle in celler.items() if navn != "status"}
        felter |= _som_sist(rad, grunner)
    elif _likner_ingen_endring(fold(str(celler.get("status", "")))):
        skrevet = dekk(str(celler["status"]))
        hva = f"*{skrevet}* er ikke et av valgene under «{bok.overskrift('status')}»"
        raise Ugyldig([f"{hva}; mente du *{bok.INGEN_ENDRING}*?"])
    elif "status" in celler:
        felter["ingen_endring"] = False
    for felt, ord_ in _valgene(rad.sak.slag).items():
        if felt in celler:
            ogsaa = (bok.INGEN_ENDRING,) if felt == "status" and rad.forrige else ()
            felter[felt] = _valget(felt, str(celler[felt]), ord_, grunner, ogsaa)
    felter |= {felt: str(celler[felt]) or None for felt in _TEKSTER if felt in celler}
    if "forventet_ferdig" in celler:
        felter["forventet_ferdig"] = _tidspunkt(
            celler["forventet_ferdig"], skjema.periode.aar, grunner
        )
    if any(felt.startswith("tiltak") for felt in celler):
        felter["tiltak"] = _tiltak(celler, felter["tiltak"], skjema.periode.aar, enheter, grunner)
    if rad.sak.slag != "bidrag":
        felter["frist"] = felter["frist"] or rad.sak.frist
    if grunner:
        raise Ugyldig(grunner)
    return Melding(**felter)


def _likner_ingen_endring(skrevet: str) -> bool:
    """Whether somebody means that nothing is new, which is to be confirmed in so many words."""
    return skrevet.startswith(_INGEN_ENDRING) or skrevet in _UENDRET


def _valgene(slag: str) -> dict[str, dict[str, str]]:
    """The words of each drop-down, and their codes."""
    return {
        "status": {STATUSORD[status]: status for status in bok.STATUSER[slag]},
        "framdrift": {STATUSORD[ett]: ett for ett in bok.FRAMDRIFT},
        "arsslutt": {ord_: kode for kode, ord_ in bok.ARSSLUTT.items()},
    }


def _som_sist(rad: Skjemarad, grunner: list[str]) -> dict[str, object]:
    """Last period's words once more, confirmed."""
    if rad.forrige is None:
        grunner.append(
            "du har valgt *ingen endring siden sist, bekreftet*, men saken er ikke meldt før"
        )
        return {}
    return {"ingen_endring": True} | {
        navn: getattr(rad.forrige.melding, navn) for navn in _KOPIERES
    }


def _valget(
    felt: str, skrevet: str, ord_: dict[str, str], grunner: list[str], ogsaa: tuple[str, ...]
) -> str | None:
    """The code of a word; ``ogsaa`` may be chosen too, which gives no code."""
    if not skrevet:
        return None
    foldet = {fold(ett): kode for ett, kode in ord_.items()} | {
        fold(kode): kode for kode in ord_.values()
    }
    if fold(skrevet) in foldet:
        return foldet[fold(skrevet)]
    kode = ordet_for(skrevet, ord_.values())
    ment = STATUSORD[kode] if kode in STATUSORD else mente_du(skrevet, ord_)
    hjelp = (
        f"mente du *{ment}*?"
        if ment
        else f"velg {opplisting([f'*{ett}*' for ett in (*ord_, *ogsaa)], 'eller')}"
    )
    sagt = bok.satt_til_side(felt, skrevet)
    grunner.append(f"*{sagt}* er ikke et av valgene under «{bok.overskrift(felt)}»; {hjelp}")
    return None


def _tidspunkt(celle: bok.Celle, aar: int, grunner: list[str]) -> str | None:
    if isinstance(celle, date):
        return celle.isoformat()
    if not celle:
        return None
    lest = les_tidspunkt(celle, aar)
    if lest is None:
        hvor = bok.overskrift("forventet_ferdig")
        eksempler = f"skriv for eksempel 15.11.{aar}, november {aar}, 3. kvartal"
        hjelp = hvorfor_ikke(celle, aar) or eksempler
        grunner.append(f"*{dekk(celle)}* under «{hvor}» kan ikke leses som en tid; {hjelp}")
    return lest


def _tiltak(
    celler: dict[str, bok.Celle],
    gamle: tuple[Tiltak, ...],
    aar: int,
    enheter: Mapping[str, Enhet],
    grunner: list[str],
) -> tuple[Tiltak, ...]:
    """Put what was typed on top of the first measure; the others stay."""
    forste = gamle[0] if gamle else None
    tekst = str(celler.get("tiltak", forste.tekst if forste else ""))
    ansvarlig = _hvem(
        str(celler.get("tiltak_ansvarlig", (forste.ansvarlig or "") if forste else "")),
        enheter,
        grunner,
    )
    frist = forste.frist if forste else None
    if "tiltak_frist" in celler:
        frist = _dag(celler["tiltak_frist"], aar, grunner)
    if not tekst:
        if ansvarlig or frist:
            grunner.append("det står hvem som gjør tiltaket, eller når, men ikke hva som gjøres")
        return gamle[1:]
    return (Tiltak(tekst=tekst, ansvarlig=ansvarlig, frist=frist), *gamle[1:])


def _hvem(skrevet: str, enheter: Mapping[str, Enhet], grunner: list[str]) -> str | None:
    """A unit by code or name, in any case, or a role.

    What looks like a code and is none, or like several, is asked about.
    """
    kjente = kodene(enheter)
    if fold(skrevet) in kjente:
        return kjente[fold(skrevet)]
    if (
        re.fullmatch(KODE.regex, skrevet)
        or sum(ord_ in enheter for ord_ in re.findall(r"\w+", skrevet)) > 1
    ):
        hvor = bok.overskrift("tiltak_ansvarlig")
        grunner.append(
            f"*{dekk(skrevet)}* under «{hvor}» er ikke én enhet; skriv en av"
            f" {opplisting(enheter)}, eller en rolle med små bokstaver"
        )
    return skrevet or None


def _utrygg(felt: str, tekst: str) -> Iterator[str]:
    """What may not stand in the data at all: a fødselsnummer, or a whole document in a cell."""
    if fodselsnumre(tekst):
        yield (
            f"under «{bok.overskrift(felt)}» står det et fødselsnummer; slett det, og bruk rolle og"
            " enhet"
        )
    if len(tekst) > _LENGSTE:
        yield (
            f"teksten under «{bok.overskrift(felt)}» er på {heltall(len(tekst))} tegn; den kan være"
            f" på {heltall(_LENGSTE)}"
        )


def _dag(celle: bok.Celle, aar: int, grunner: list[str]) -> date | None:
    if isinstance(celle, date) or not celle:
        return celle or None
    lest = les_tidspunkt(celle, aar)
    if lest is None:
        hvor = bok.overskrift("tiltak_frist")
        flere = re.search(r"[;\n]", celle) is not None
        hjelp = (
            "raden har plass til ett tiltak; skriv de andre i kommentaren"
            if flere
            else f"skriv for eksempel 22.09.{aar}"
        )
        grunner.append(
            f"*{dekk(celle)}* under «{hvor}» er ikke en dato; {hvorfor_ikke(celle, aar) or hjelp}"
        )
        return None
    return siste_dag(lest)
