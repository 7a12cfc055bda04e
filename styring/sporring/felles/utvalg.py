"""Which units a question is about."""

import re
from datetime import date
from typing import NamedTuple

from styring.fag.norsk import fold, mente_du, opplisting
from styring.fag.periode import Periode, perioden
from styring.feil import StyringFeil, UlesteData
from styring.register.register import Register


def finn_enhet(register: Register, skrevet: str) -> str:
    """Find a unit by its code or name, in any case.

    Raises StyringFeil with what was probably meant.
    """
    sokt = fold(" ".join(skrevet.split()))
    for kode, enhet in register.enheter.items():
        if sokt in (fold(kode), fold(enhet.navn)):
            return kode
    if not register.enheter:
        raise UlesteData(
            "data/kommune.yaml kunne ikke leses, så ingen enheter er kjent. Kjør «styring valider»."
        )
    navn = {enhet.navn: kode for kode, enhet in register.enheter.items()}
    ment = mente_du(skrevet, [*register.enheter, *navn])
    forslag = (
        f"Mente du {navn.get(ment, ment)}?"
        if ment
        else f"Enhetene er {opplisting(register.enheter)}."
    )
    raise StyringFeil(f"«{skrevet}» er ikke en kjent enhet. {forslag}")


def finn_organ(register: Register, skrevet: str) -> str:
    """Find a political organ by its code or name, in any case.

    Raises StyringFeil with what was probably meant.
    """
    sokt = fold(" ".join(skrevet.split()))
    for kode, navn in register.organer.items():
        if sokt in (fold(kode), fold(navn)):
            return kode
    ment = mente_du(skrevet, register.organer)
    kjente = (
        f"Organene er {opplisting(register.organer)}."
        if register.organer
        else "Legg det inn under «organer» i data/kommune.yaml."
    )
    raise StyringFeil(
        f"«{skrevet}» er ikke et kjent organ. {f'Mente du {ment}?' if ment else kjente}"
    )


def perioden_eller_ingen(register: Register, id_: str) -> Periode | None:
    """Look up a reporting period by its id."""
    return perioden(register.rutine, id_)


def finn_periode(register: Register, skrevet: str, *, ny: bool = False) -> Periode:
    """Find a reporting period by its id, in any case; by its code alone, the newest that has forms;
    for a new one the newest year with oppdrag.

    Raises StyringFeil with what was probably meant.
    """
    sokt = skrevet.strip().upper()
    aarene = (
        _aarene_med(register, sokt, ny=ny)
        if register.rutine and sokt in register.rutine.perioder
        else ()
    )
    periode = perioden(register.rutine, f"{max(aarene)}-{sokt}" if aarene else sokt)
    if periode is not None:
        return periode
    if register.rutine is None:
        raise StyringFeil(
            "kommunen har ingen rapporteringsrutine. Legg inn «rapportering» med perioder i"
            " data/kommune.yaml; se docs/rapportering.md."
        )
    nyeste = max((id_[:4] for id_ in (*register.oppdrag, *register.samlerapporter)), default="2023")
    aar = skrevet[:4] if re.fullmatch("20[0-9]{2}", skrevet[:4]) else nyeste
    raise StyringFeil(
        f"«{skrevet}» er ikke en kjent periode. Skriv"
        f" {opplisting([f'{aar}-{kode}' for kode in register.rutine.perioder], 'eller')}."
    )


def _aarene_med(register: Register, kode: str, *, ny: bool) -> list[str]:
    """The years with forms of a period; with oppdrag where there are none, or for new ones."""
    perioder = {id_.partition("/")[0] for id_ in (*register.samlerapporter, *register.rapporter)}
    aarene = [id_[:4] for id_ in perioder if id_[5:] == kode]
    return [id_[:4] for id_ in register.oppdrag] if ny or not aarene else aarene


def enhetene(register: Register, sektor: str | None) -> frozenset[str] | None:
    """The codes of a unit and all that lies below it; None where nothing was chosen."""
    return register.med_underliggende(finn_enhet(register, sektor)) if sektor is not None else None


class Omfang(NamedTuple):
    """Whom a question is about, as its page says it: one unit with all that lies below it
    (``koder``), or the whole municipality (``koder`` None).
    """

    kommune: str
    enhet: str | None
    navn: str
    koder: frozenset[str] | None


def omfanget(register: Register, sektor: str | None) -> Omfang:
    """Find whom a question is about. Raises StyringFeil where the unit is not known."""
    enhet = finn_enhet(register, sektor) if sektor is not None else None
    navn = register.enhetsnavn(enhet) if enhet else "Hele kommunen"
    return Omfang(register.navn, enhet, navn, register.med_underliggende(enhet) if enhet else None)


def krev_aaret(register: Register, aar: int) -> None:
    """Raise StyringFeil for a year that has neither oppdrag nor forms, where others have: a year
    that was mistyped.
    """
    aarene = sorted(
        {id_[:4] for id_ in (*register.oppdrag, *register.rapporter, *register.ikke_vist)}
    )
    if aarene and str(aar) not in aarene and not register.uleste:
        synlige = " som kan vises her" if register.utelatt else ""
        raise StyringFeil(
            f"det er verken oppdrag eller skjemaer for {aar}{synlige}. Det finnes for"
            f" {opplisting(aarene)}."
        )


def nyeste_aar(register: Register, dato: date) -> int | None:
    """The newest year with oppdrag that has begun on a day; the first one to come where
    none has.
    """
    aar = {id_[:4] for id_ in register.oppdrag}
    begynt = [ett for ett in aar if ett <= str(dato.year)]
    return int(max(begynt) if begynt else min(aar)) if aar else None
