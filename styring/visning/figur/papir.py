"""A picture as one sheet of PDF, tagged for those who listen to it, the same bytes every time."""

from datetime import UTC, date, datetime, time
from typing import NamedTuple

import typst

from styring.visning.felles.skrifttegn import med_koder

_KILDE = b"""#let d = json(bytes(sys.inputs.ark))
#set document(title: d.tittel, date: datetime(year: d.aar, month: d.maaned, day: d.dag))
#set text(lang: d.spraak, region: "NO")
#set page(paper: "a4", flipped: d.liggende, margin: 8mm)
#image(bytes(d.svg), format: "svg", width: 100%, height: 100%, fit: "contain", alt: d.ord)
"""


class Bildeord(NamedTuple):
    """The words of a picture: its title, what it shows, and the language of both."""

    tittel: str
    beskrivelse: str
    spraak: str


def som_pdf(svg: str, ord_: Bildeord, dag: date, *, liggende: bool) -> bytes:
    """Put a picture on a sheet, on its side or upright."""
    import json  # only where a sheet is made

    ark = {
        "svg": svg,
        "tittel": ord_.tittel,
        "ord": f"{ord_.tittel}. {ord_.beskrivelse}",
        "spraak": ord_.spraak,
        "liggende": liggende,
        "aar": dag.year,
        "maaned": dag.month,
        "dag": dag.day,
    }
    tekst = json.dumps(ark, ensure_ascii=False)
    try:
        return _sett(tekst, dag)
    except typst.TypstError:
        return _sett(med_koder(tekst), dag)


def _sett(ark: str, dag: date) -> bytes:
    ut = typst.compile(
        _KILDE,
        format="pdf",
        pdf_standards=["ua-1", "a-2a"],
        ignore_system_fonts=True,
        timestamp=int(datetime.combine(dag, time(), UTC).timestamp()),
        sys_inputs={"ark": ark},
    )
    if not isinstance(ut, bytes):
        raise TypeError("typst gave something else than a PDF")
    return ut
