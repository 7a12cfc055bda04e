"""The wheel that the law gives: every duty of the table as an aktivitet, dated where the law has a
day, and «ikke oppgitt» where the municipality sets it.
"""

from datetime import date

from styring.fag.pliktdager import kravet
from styring.fag.plikter import Plikt, Pliktkrav, plikter

Felter = dict[str, object]
_VALGPERIODE = 4
_ET_VALGAAR = 2023


def lovens_hjul(aar: int) -> dict[str, Felter]:
    """The activities by id, with the fields of each, for the duties in force in a year."""
    gjeldende = [plikt for plikt in plikter() if plikt.gjelder_i(aar)]
    titler = {plikt.kode: plikt.tittel for plikt in plikter()}
    return {plikt.kode: _aktivitet(plikt, aar, titler) for plikt in gjeldende}


def _aktivitet(plikt: Plikt, aar: int, titler: dict[str, str]) -> Felter:
    nar = naar_loven_sier(plikt.krav, aar)
    hjul = ["overordnet", "detaljert"] if plikt.hjul == "overordnet" else ["detaljert"]
    krav = kravet(plikt.krav, titler).rstrip(".")
    alle: Felter = {
        "tittel": plikt.tittel,
        "type": plikt.type,
        "kategori": plikt.kategori,
        "hjul": hjul,
        "nar": nar or "ikke_oppgitt",
        "rod_dag": ("neste_virkedag" if plikt.flyttes else "star") if nar else None,
        "hjemmel": plikt.hjemmel,
        "dekker": [plikt.kode],
        "kilde": plikt.kilde,
        "merknad": None if nar else f"{_kravet(krav)}. Dagen settes av kommunen.",
    }
    return {navn: verdi for navn, verdi in alle.items() if verdi is not None}


def _kravet(krav: str) -> str:
    """A demand as a sentence: one that comes before another duty names that one."""
    ord_, skille, plikt = krav.partition(": ")
    if ord_ == "før" and skille:
        return f"Loven krever at det er gjort før «{plikt}»"
    return f"Loven krever: {krav}"


def naar_loven_sier(krav: Pliktkrav, aar: int) -> Felter | None:
    """The day of a demand as the data write it; None where the municipality itself sets it."""
    hvert_valg: Felter = {"hvert": _VALGPERIODE, "fra": _siste(_ET_VALGAAR, aar)}
    naar: dict[str, Felter] = {
        "senest": {"hvert_ar": krav.dag},
        "valgaar": {"hvert_ar": krav.dag, **hvert_valg},
        "aaret_etter_valg": {
            "hvert_ar": "12-31",
            "hvert": _VALGPERIODE,
            "fra": _siste(_ET_VALGAAR + 1, aar),
        },
        "etter_konstituering": {"fra_aktivitet": "konstituering", "aar": 1},
    }
    if krav.ord == "hver_maaned":
        regel = f"FREQ=MONTHLY;BYMONTHDAY={krav.antall}"
        return {"rrule": regel, "fra": date(aar, 1, krav.antall)}
    if krav.ord == "foer" and krav.antall:
        return {"fra_aktivitet": krav.kode, "dager": -krav.antall}
    return naar.get(krav.ord)


def _siste(et_slikt: int, aar: int) -> int:
    """The last year up to one that lies a whole number of election periods from another."""
    return aar - (aar - et_slikt) % _VALGPERIODE
