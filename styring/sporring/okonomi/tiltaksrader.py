"""The rows of measures in a month's workbook: each is one that is there, or a new one."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from styring.fag.belop import kroner
from styring.fag.kalender import kortdato
from styring.fag.maanedsbok import NYTT, Celleverdi, Maanedssvar
from styring.fag.norsk import opplisting
from styring.fag.okonomi import TILTAKSKRAV, mangler_i_tiltaket
from styring.sporring.okonomi.aarstiltak import Aarstiltak, koden
from styring.sporring.okonomi.celleendringer import OVERSKRIFTER, nye_felter, uenige
from styring.sporring.okonomi.maanedsskjema import Maanedsskjema

_KREVES = ("omraade", "tekst")
_EGNE_VEIER = ("omraade", "oppnadd")
_LENGST = {"ansvarlig": 200, "tekst": 10_000}
_ROMSLIG = Decimal(1_000_000)


def ta_tiltaket(
    skjema: Maanedsskjema,
    svar: Maanedssvar,
    dag: date,
    aarets: Aarstiltak,
    oppnadd: dict[str, Decimal | None],
) -> str:
    """Take one row: what it says of the measure goes to ``aarets``, and what that has given so far
    to ``oppnadd``. Gives why not, where it can't be taken.
    """
    if grunn := next(_kan_ikke_menes(skjema, svar, aarets, dag), ""):
        return grunn
    felter = {felt: celle.verdi for felt, celle in svar.felter.items() if felt not in _EGNE_VEIER}
    id_ = aarets.finn(svar)
    if id_ is None:
        id_, grunn = _nytt(svar, felter, dag, aarets)
    else:
        grunn = _endret(svar, id_, felter, aarets)
    return grunn or _gitt(skjema, id_, svar, oppnadd)


def _nytt(
    svar: Maanedssvar, felter: dict[str, Celleverdi], dag: date, aarets: Aarstiltak
) -> tuple[str, str]:
    """Add a measure; gives its id, and why not where it can't be."""
    if mangler := mangler_i_tiltaket(felter):
        return "", f"tiltaket mangler {opplisting(mangler)}"
    if ligner := aarets.ligner(svar):
        return "", (
            f"det ligner {ligner}; er det det samme, så skriv {ligner} under «Id», og ellers si"
            " tydeligere hva som er annerledes"
        )
    iverksatt = felter.get("iverksatt")
    foreslatt = min(dag, iverksatt) if isinstance(iverksatt, date) else dag
    alle = {"omraade": koden(svar), **felter, "foreslatt": foreslatt}
    return aarets.legg_til({felt: v for felt, v in alle.items() if v is not None}), ""


def _endret(svar: Maanedssvar, id_: str, felter: dict[str, Celleverdi], aarets: Aarstiltak) -> str:
    """Change a measure that is there; gives why not."""
    har = {felt: aarets.verdien(id_, felt) for felt in felter}
    if svar.id == NYTT:
        likt = all(_uten_luft(har[felt]) == verdi for felt, verdi in felter.items())
        return "" if likt else f"det finnes fra før som {id_}, med andre tall; rett det i den raden"
    if grunner := list(uenige(svar, {felt: _uten_luft(verdi) for felt, verdi in har.items()})):
        return grunner[0]
    etter = {**{felt: aarets.verdien(id_, felt) for felt in TILTAKSKRAV}, **felter}
    if mangler := mangler_i_tiltaket(etter):
        return f"tiltaket mangler {opplisting(mangler)}"
    if nye := {felt: v for felt, v in nye_felter(svar, har).items() if felt in felter}:
        aarets.endre(id_, nye)
    return ""


def _uten_luft(verdi: object) -> object:
    return verdi.strip() if isinstance(verdi, str) else verdi


def _gitt(
    skjema: Maanedsskjema, id_: str, svar: Maanedssvar, oppnadd: dict[str, Decimal | None]
) -> str:
    """Keep what a measure has given so far, where the row says it; gives why not."""
    celle = svar.felter.get("oppnadd")
    if celle is None:
        return ""
    har = skjema.oppnadd.get(id_)
    if grunner := list(uenige(svar, {"oppnadd": har})):
        return grunner[0]
    if har != celle.verdi:
        oppnadd[id_] = celle.verdi if isinstance(celle.verdi, Decimal) else None
    return ""


def _kan_ikke_menes(
    skjema: Maanedsskjema, svar: Maanedssvar, aarets: Aarstiltak, dag: date
) -> Iterator[str]:
    """Why a row can't be meant as it stands."""
    gjort = svar.felter["iverksatt"].verdi if "iverksatt" in svar.felter else None
    if isinstance(gjort, date) and gjort > dag:
        yield (
            f"«{OVERSKRIFTER['iverksatt']}» er {kortdato(gjort)}, som ikke er kommet; la cellen stå"
            " tom til det er gjort"
        )
    rom = max((abs(rad.tall.revidert) for rad in skjema.rader), default=_ROMSLIG)
    for felt in ("effekt", "oppnadd"):
        belop = svar.felter[felt].verdi if felt in svar.felter else None
        if isinstance(belop, Decimal) and abs(belop) > max(rom, _ROMSLIG):
            yield f"{kroner(belop)} kr er mer enn hele budsjettet; skriv tusen kroner"
    for felt, lengst in _LENGST.items():
        if felt in svar.felter and len(str(svar.felter[felt].verdi or "")) > lengst:
            yield f"«{OVERSKRIFTER[felt]}» har mer enn {lengst} tegn"
    egne = {rad.tall.kode for rad in skjema.rader}
    yield from _galt_nytt(svar, egne) if svar.id == NYTT else _galt_kjent(svar, egne, aarets)


def _galt_kjent(svar: Maanedssvar, egne: set[str], aarets: Aarstiltak) -> Iterator[str]:
    kjent = aarets.kjente.get(svar.id)
    if kjent is None or kjent.omraade not in egne:
        yield f"{svar.id} er ikke et av enhetens tiltak"
    elif koden(svar) not in ("", kjent.omraade):
        yield f"{svar.id} hører til {kjent.omraade}"
    elif "tekst" in svar.felter and not svar.felter["tekst"].verdi:
        yield "tiltaket må ha en tekst"


def _galt_nytt(svar: Maanedssvar, egne: set[str]) -> Iterator[str]:
    uten = [felt for felt in _KREVES if felt not in svar.felter or not svar.felter[felt].verdi]
    if uten:
        yield f"et nytt tiltak må ha {opplisting(f'«{OVERSKRIFTER[felt]}»' for felt in uten)}"
    elif koden(svar) not in egne:
        kjente = opplisting(sorted(egne), "eller")
        yield f"{koden(svar)} er ikke et av enhetens områder; skriv {kjente}"
