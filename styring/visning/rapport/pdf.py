"""Markdown to PDF: tagged for those who listen to it (PDF/UA-1), fit for the archive (PDF/A-2a),
the same bytes on every machine.
"""

import json
from collections.abc import Iterable
from datetime import UTC, datetime, time

import typst

from styring.visning.felles.skrifttegn import med_koder
from styring.visning.figur.tegn import er_bred, som_svg
from styring.visning.rapport.dokument import (
    Avsnitt,
    Dokumentbilde,
    Dokumentblokk,
    Dokumentliste,
    Dokumentoverskrift,
    Dokumenttabell,
    Sideskift,
    Sitat,
    Tekstbit,
    blokker,
    er_om,
)
from styring.visning.rapport.figurmerke import Innhold
from styring.visning.rapport.malfiler import pakkens
from styring.visning.rapport.papirer import Papirer
from styring.visning.rapport.stempel import UTEN_SUM, med_sum, sum_av, utgaven_av


def vis(innhold: Innhold, papirer: Papirer) -> bytes:
    """Write the document.

    The text is handed over as data; the layout is fixed, and uses only the fonts that typst brings.
    """
    dato = papirer.stempel.dato
    dokument = {
        "tittel": papirer.tittel,
        "kommune": papirer.kommune,
        "utkast": papirer.utkast,
        "ett_ark": papirer.ett_ark,
        "topplinje": papirer.topplinje,
        "spraak": papirer.spraak,
        "innholdsord": papirer.innholdsord,
        "merke": papirer.stempel.merke(typst=utgaven_av("typst"), sum=UTEN_SUM),
        "aar": dato.year,
        "maaned": dato.month,
        "dag": dato.day,
        "blokker": [_blokk(blokk) for blokk in blokker(innhold.tekst, innhold.figurer)],
    }
    kilde = pakkens("rapport.typ").encode()
    tid = int(datetime.combine(dato, time(), UTC).timestamp())
    tekst = json.dumps(dokument, ensure_ascii=False)
    try:
        return _sett(kilde, tekst, tid)
    except typst.TypstError:
        # Some character has no shape in the fonts: an emoji, a foreign script. It is shown by its
        # code, as what can't be seen is elsewhere.
        return _sett(kilde, med_koder(tekst), tid)


def _sett(kilde: bytes, dokument: str, tid: int) -> bytes:
    ut = typst.compile(
        kilde,
        format="pdf",
        pdf_standards=["ua-1", "a-2a"],
        ignore_system_fonts=True,
        timestamp=tid,
        sys_inputs={"dokument": dokument},
    )
    if not isinstance(ut, bytes):
        raise TypeError("typst gave something else than a PDF")
    return med_sum(ut, UTEN_SUM, sum_av(ut))


def _blokk(blokk: Dokumentblokk) -> dict[str, object]:
    ut: dict[str, object]
    match blokk:
        case Dokumentoverskrift(niva, biter):
            om = er_om(blokk)
            ut = {"slag": "overskrift", "niva": niva, "biter": _biter(biter), "om": om}
        case Avsnitt(biter):
            ut = {"slag": "avsnitt", "biter": _biter(biter)}
        case Dokumentliste(fra, punkter):
            ut = {
                "slag": "liste",
                "fra": fra,
                "punkter": [[_blokk(under) for under in punkt] for punkt in punkter],
            }
        case Dokumenttabell(hode, rader, hoyre):
            celler = [[{"biter": _biter(celle)} for celle in rad] for rad in rader]
            ut = {
                "slag": "tabell",
                "hode": [_biter(celle) for celle in hode],
                "rader": celler,
                "hoyre": hoyre,
                "bredder": blokk.bredder(),
            }
        case Dokumentbilde(figur, nr):
            ord_ = f"{figur.tittel}: {figur.beskrivelse}"
            svg, bredde = som_svg(figur, nr), 100 if er_bred(figur) else 62
            ut = {"slag": "bilde", "svg": svg, "ord": ord_, "bredde": bredde}
        case Sideskift():
            ut = {"slag": "sideskift"}
        case Sitat(under):
            ut = {"slag": "sitat", "blokker": [_blokk(en) for en in under]}
    return ut


def _biter(biter: Iterable[Tekstbit]) -> list[dict[str, object]]:
    return [bit._asdict() for bit in biter]
