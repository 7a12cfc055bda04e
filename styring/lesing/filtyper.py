"""Which file holds what: the one list of the paths under ``data/`` that are data."""

import re
from collections.abc import Callable
from typing import NamedTuple

from styring.fag.norsk import mente_du
from styring.funn import HELE_FILEN, Treff
from styring.modell.arshjul import Arshjul
from styring.modell.form import KODE, PERIODE_ID
from styring.modell.kommune import Kommune
from styring.modell.maal import Satsingsomraade
from styring.modell.oppdrag import Oppdrag
from styring.modell.rapport import Enhetsrapport, Samlerapport
from styring.modell.styringsbrev import Styringsbrev
from styring.modell.styringsdialog import Styringsdialog
from styring.modell.vedtak import Vedtak


def _navnet(_mappe: str, navn: str) -> str:
    return navn


def _aar_og_navn(mappe: str, navn: str) -> str:
    return f"{mappe}-{navn}"


def _mappe_og_navn(mappe: str, navn: str) -> str:
    return f"{mappe}/{navn}"


class Filtype(NamedTuple):
    """One kind of data file. ``monster`` matches the path below ``data/``; ``skjema`` names its JSON Schema.

    ``lag_id`` makes the id of the nearest folder's name and the file's own.
    """

    navn: str
    monster: re.Pattern[str]
    klasse: type
    skjema: str
    sted: str
    lag_id: Callable[[str, str], str] = _navnet
    store_bokstaver: bool = False

    def id_av(self, fil: str) -> str:
        """The id that a path gives: ``2023-OUS-01`` for an oppdrag, ``2023-T1/OUS`` for a form, else the file's own name."""
        *_, mappe, navn = fil.removesuffix(".yaml").split("/")
        return self.lag_id(mappe, navn)


_AAR = "20[0-9]{2}"
_KODEFIL = rf"{_AAR}/[A-Z][A-Z0-9-]{{1,39}}\.yaml"
_PERIODEMAPPE = rf"rapporter/{PERIODE_ID.regex}"

FILTYPER = (
    Filtype("kommune", re.compile(r"kommune\.yaml"), Kommune, "kommune.json", "data/kommune.yaml"),
    Filtype("styringsbrev", re.compile(rf"styringsbrev/{_AAR}\.yaml"), Styringsbrev, "styringsbrev.json", "data/styringsbrev/<år>.yaml"),
    Filtype("maal", re.compile(r"maal/[a-z0-9][a-z0-9-]{0,59}\.yaml"), Satsingsomraade, "maal.json", "data/maal/<navn>.yaml"),
    Filtype("oppdrag", re.compile(rf"oppdrag/{_KODEFIL}"), Oppdrag, "oppdrag.json", "data/oppdrag/<år>/<KODE>.yaml", _aar_og_navn, store_bokstaver=True),
    Filtype("vedtak", re.compile(rf"vedtak/{_KODEFIL}"), Vedtak, "vedtak.json", "data/vedtak/<år>/<KODE>.yaml", _aar_og_navn, store_bokstaver=True),
    Filtype(
        "rapport",
        re.compile(rf"{_PERIODEMAPPE}/{KODE.regex}\.yaml"),
        Enhetsrapport,
        "rapport.json",
        "data/rapporter/<år>-<periode>/<ENHET>.yaml",
        _mappe_og_navn,
        store_bokstaver=True,
    ),
    Filtype(
        "samlerapport",
        re.compile(rf"{_PERIODEMAPPE}/kommunedirektor\.yaml"),
        Samlerapport,
        "samlerapport.json",
        "data/rapporter/<år>-<periode>/kommunedirektor.yaml",
        _mappe_og_navn,
    ),
    Filtype(
        "styringsdialog",
        re.compile(rf"styringsdialog/{_AAR}/{KODE.regex}-[1-9][0-9]?\.yaml"),
        Styringsdialog,
        "styringsdialog.json",
        "data/styringsdialog/<år>/<ENHET>-<nr>.yaml",
        _mappe_og_navn,
        store_bokstaver=True,
    ),
    Filtype("arshjul", re.compile(r"arshjul\.yaml"), Arshjul, "arshjul.json", "data/arshjul.yaml"),
)

IKKE_DATA = frozenset({"README.md", ".gitkeep", ".gitattributes", ".DS_Store", "Thumbs.db", "desktop.ini"})
"""The closed list of file names under ``data/`` that hold no data."""


def filtype(fil: str) -> Filtype | None:
    """Find the kind of a data file by its path from the root of the project."""
    under_data = fil.removeprefix("data/")
    return next((type_ for type_ in FILTYPER if type_.monster.fullmatch(under_data)), None)


def er_data(fil: str) -> bool:
    """Tell data from what may lie beside it."""
    return fil.rpartition("/")[2] not in IKKE_DATA


def ukjent_fil(fil: str) -> Treff:
    """The hit for a file that no kind of data matches: a bad name in a known folder, or a file in an unknown place."""
    mappe, _, navn = fil.removeprefix("data/").rpartition("/")
    overst = mappe.partition("/")[0]
    kjente = {type_.sted.removeprefix("data/").partition("/")[0]: type_ for type_ in reversed(FILTYPER)}
    stamme, punktum, endelse = navn.rpartition(".")
    if endelse.lower() in ("yml", "yaml") and endelse != "yaml" and stamme:
        forslag = f"gi filen nytt navn: {stamme}{punktum}yaml"
        return _hele_filen("ST015", fil, "datafiler skal ende på .yaml", forslag)
    if overst in kjente:
        riktig = f"{mappe}/{stamme.upper()}.yaml" if kjente[overst].store_bokstaver else f"{mappe}/{stamme.lower().replace(' ', '-')}.yaml"
        forslag = f"mente du data/{riktig}?" if filtype(riktig) else f"filer her heter {kjente[overst].sted}"
        return _hele_filen("ST016", fil, "filnavnet følger ikke mønsteret for mappen", forslag)
    ment = mente_du(overst or navn, kjente)
    forslag = f"mente du {kjente[ment].sted}?" if ment else "flytt filen ut av data/, eller slett den"
    return _hele_filen("ST015", fil, "filen er ikke en kjent datafil", forslag)


def _hele_filen(kode: str, fil: str, melding: str, forslag: str) -> Treff:
    return Treff(kode, fil, melding, forslag=forslag, utsnitt=HELE_FILEN)
