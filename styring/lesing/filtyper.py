"""Which files under ``data/`` are data, and what to say of one that is of no known type."""

from styring.fag.norsk import mente_du
from styring.funn import HELE_FILEN, Treff
from styring.register.typer import alle, type_for

IKKE_DATA = frozenset(
    {"README.md", ".gitkeep", ".gitattributes", ".DS_Store", "Thumbs.db", "desktop.ini"}
)
"""The closed list of file names under ``data/`` that hold no data."""


def er_data(fil: str) -> bool:
    """Tell data from what may lie beside it."""
    return fil.rpartition("/")[2] not in IKKE_DATA


def ukjent_fil(fil: str) -> Treff:
    """The hit for a file that no kind of data matches: a bad name in a known folder, or a file in
    an unknown place.
    """
    mappe, _, navn = fil.removeprefix("data/").rpartition("/")
    overst = mappe.partition("/")[0]
    kjente = {
        type_.sted.removeprefix("data/").partition("/")[0]: type_ for type_ in reversed(alle())
    }
    stamme, punktum, endelse = navn.rpartition(".")
    if endelse.lower() in ("yml", "yaml") and endelse != "yaml" and stamme:
        forslag = f"gi filen nytt navn: {stamme}{punktum}yaml"
        return _hele_filen("ST015", fil, "datafiler skal ende på .yaml", forslag)
    if overst in kjente:
        sted = kjente[overst].sted
        store_bokstaver = "<KODE>" in sted or "<ENHET>" in sted
        riktig = (
            f"{mappe}/{stamme.upper()}.yaml"
            if store_bokstaver
            else f"{mappe}/{stamme.lower().replace(' ', '-')}.yaml"
        )
        forslag = f"mente du data/{riktig}?" if type_for(riktig) else f"filer her heter {sted}"
        return _hele_filen("ST016", fil, "filnavnet følger ikke mønsteret for mappen", forslag)
    ment = mente_du(overst or navn, kjente)
    forslag = (
        f"mente du {kjente[ment].sted}?" if ment else "flytt filen ut av data/, eller slett den"
    )
    return _hele_filen("ST015", fil, "filen er ikke en kjent datafil", forslag)


def _hele_filen(kode: str, fil: str, melding: str, forslag: str) -> Treff:
    return Treff(kode, fil, melding, forslag=forslag, utsnitt=HELE_FILEN)
