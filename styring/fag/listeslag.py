"""The kinds of list that can be taken in from another system: which column can be what."""

from collections.abc import Mapping
from typing import NamedTuple

from styring.fag.overskrifter import som_overskrift


class Listeslag(NamedTuple):
    """One kind: what a list of it holds, and for each field the headings that people use.

    ``standard`` is what a suggested mapping says for all rows; a year that is empty is this year.
    """

    navn: str
    en: str
    felter: Mapping[str, tuple[str, ...]]
    standard: Mapping[str, str]


class Listekart(NamedTuple):
    """Which heading holds which field, what holds for every row, and what the list's own names for
    units and organs mean. ``ikke_les`` are columns that are left out on purpose.
    """

    kolonner: dict[str, str]
    standard: dict[str, str]
    navn: dict[str, str]
    ikke_les: tuple[str, ...] = ()


_ANSVARLIG = ("ansvarlig", "ansvarlig enhet", "sektor", "enhet", "ansvar", "oppfølging")
_FRIST = ("frist", "svarfrist", "tidsfrist")
_I_SKJEMAET = {
    "status": ("status", "tilstand"),
    "merknad": ("merknad", "merknader", "kommentar", "kommentarer"),
}
"""What goes into the form of a period, and not into the record."""
SKJEMAFELTER = frozenset(_I_SKJEMAET)

VEDTAK = Listeslag(
    "vedtak",
    "et vedtak",
    {
        "sak": ("saksnr", "saksnummer", "sak nr", "sak", "utvalgssak", "utvalgssaksnr"),
        "sak_og_tittel": ("saksnr og tittel", "sak og tittel", "saksnummer og tittel"),
        "dato": ("dato", "møtedato", "vedtaksdato", "vedtatt"),
        "tittel": ("tittel", "sakstittel", "sakens tittel", "overskrift", "saken gjelder"),
        "tekst": ("vedtak", "vedtakstekst", "vedtak/tilråding", "tilråding", "tekst", "ordlyd"),
        "punkter": ("vedtakspunkter", "punkter"),
        "organ": ("organ", "utvalg", "politisk utvalg"),
        "fremmet_av": ("fremmet av", "parti", "forslagsstiller"),
        "ansvarlig": _ANSVARLIG,
        "frist": _FRIST,
        "svares_i": ("svares i", "svar i", "besvares i"),
        "type": ("type", "vedtakstype"),
        "punkt": ("punkt", "punktnr", "nr"),
        **_I_SKJEMAET,
    },
    {"type": "vedtak"},
)
OPPDRAG = Listeslag(
    "oppdrag",
    "et oppdrag",
    {
        "id": ("id", "nr", "nummer", "oppdragsnr"),
        "aar": ("år", "aar"),
        "tittel": ("tittel", "oppdrag", "oppdraget", "hva"),
        "tekst": ("tekst", "beskrivelse", "utdyping"),
        "ansvarlig": _ANSVARLIG,
        "gitt": ("gitt", "gitt dato"),
        "delansvar": ("delansvar", "bidrar", "bidragsytere", "medansvarlig"),
        "art": ("art",),
        "ferdig_nar": ("ferdig når", "kriterier", "suksesskriterium"),
        "frist": _FRIST,
        "hentet_fra": ("hentet fra", "kilde"),
        "delmaal": ("delmål", "mål", "delmaal"),
        **_I_SKJEMAET,
    },
    {"aar": ""},
)
MAAL = Listeslag(
    "maal",
    "et mål",
    {
        "omraade_kode": ("områdekode", "kode område"),
        "omraade": ("satsingsområde", "område", "satsningsområde"),
        "hovedmaal_kode": ("hovedmålskode", "kode hovedmål"),
        "hovedmaal": ("hovedmål", "hovedmaal"),
        "kode": ("kode", "delmålskode"),
        "delmaal": ("delmål", "delmaal"),
        "navn": ("navn", "tittel", "mål"),
        "ansvar": ("ansvar", *_ANSVARLIG),
    },
    {},
)
SLAG = (VEDTAK, OPPDRAG, MAAL)


def foresla(slag: Listeslag, overskrifter: list[str]) -> dict[str, str]:
    """Guess which heading is which field, each heading once: the likeliest words first."""
    brukt: dict[str, str] = {}
    for felt, ordene in slag.felter.items():
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
