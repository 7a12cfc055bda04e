"""A list of vedtak from another system: which column is what."""

from typing import NamedTuple

from styring.fag.overskrifter import som_overskrift

FELTER = (
    "sak",
    "sak_og_tittel",
    "dato",
    "tittel",
    "tekst",
    "organ",
    "ansvarlig",
    "frist",
    "svares_i",
    "type",
    "punkt",
)
"""What a column of a list can be."""
_ORD = {
    "sak": ("saksnr", "saksnummer", "sak nr", "sak", "utvalgssak", "utvalgssaksnr"),
    "sak_og_tittel": ("saksnr og tittel", "sak og tittel", "saksnummer og tittel"),
    "dato": ("dato", "møtedato", "vedtaksdato", "vedtatt"),
    "tittel": ("tittel", "sakstittel", "sakens tittel", "overskrift", "saken gjelder"),
    "tekst": ("vedtak", "vedtakstekst", "vedtak/tilråding", "tilråding", "tekst", "ordlyd"),
    "organ": ("organ", "utvalg", "politisk utvalg"),
    "ansvarlig": ("ansvarlig", "ansvarlig enhet", "sektor", "enhet", "ansvar", "oppfølging"),
    "frist": ("frist", "svarfrist", "tidsfrist"),
    "svares_i": ("svares i", "svar i", "besvares i"),
    "type": ("type", "vedtakstype"),
    "punkt": ("punkt", "punktnr", "nr"),
}


class Listekart(NamedTuple):
    """Which heading holds which field, what holds for every row, and what the list's own names for
    units and organs mean. ``ikke_les`` are columns that are left out on purpose.
    """

    kolonner: dict[str, str]
    standard: dict[str, str]
    navn: dict[str, str]
    ikke_les: tuple[str, ...] = ()


def foresla(overskrifter: list[str]) -> dict[str, str]:
    """Guess which heading is which field, each heading once: the likeliest words first."""
    brukt: dict[str, str] = {}
    for felt, ordene in _ORD.items():
        for ord_ in ordene:
            funnet = next(
                (
                    o
                    for o in overskrifter
                    if som_overskrift(o) == som_overskrift(ord_) and o not in brukt.values()
                ),
                None,
            )
            if funnet:
                brukt[felt] = funnet
                break
    return brukt
