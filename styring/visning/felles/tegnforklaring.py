"""What each sign means: at a terminal by «styring --tegn», and in the docs."""

from styring.fag.tilstand import Tilstand
from styring.visning.felles.blokker import Bit, Kolonne, Overskrift, Side, Tabell
from styring.visning.felles.merker import MERKER

_ORD = {
    "i_rute": "i rute; om et mål: nådd",
    "usikkert": "usikkert; om et mål: nær",
    "ikke_i_rute": "ikke i rute; om et mål: ikke nådd",
    "ikke_rapportert": "ikke rapportert; om et mål: ikke målt",
    "maalt": "målt, men ikke holdt mot et måltall",
    "administrativ": "administrativ aktivitet i årshjulet",
    "politisk": "politisk aktivitet i årshjulet",
    "oppdrag": "frist for et oppdrag",
    "oppgave": "frist for en oppgave",
    "krav": "rapportering på et krav",
    "vedtak": "frist for et vedtak",
    "tiltak": "frist for et tiltak",
    "avtale": "noe som er avtalt i styringsdialogen",
    "prioritering": "noe enheten har prioritert i virksomhetsplanen",
    "plantiltak": "et eget tiltak i virksomhetsplanen",
    "mangel": "en mangel i beredskapen som skal rettes",
    "evaluering": "en øvelse eller hendelse som skal evalueres",
    "rapportering": "et ledd i rapporteringen",
    "pil": "hva du kan gjøre nå",
    "hake": "i orden",
    "feil": "feil",
    "advarsel": "advarsel",
    "tips": "tips",
    "forfalt": "fristen er passert",
}


def forklaringer() -> list[tuple[str, str, str]]:
    """Each sign, what stands for it where it can't be shown, and what it means."""
    return [
        (merke.tegn, merke.ascii, _ORD.get(navn) or Tilstand(navn).ord)
        for navn, merke in MERKER.items()
    ]


def side() -> Side:
    """Lay out the signs, in their own colours."""
    rader = tuple(
        (Bit(tegn, navn), Bit(ascii_), Bit(ord_))
        for navn, (tegn, ascii_, ord_) in zip(MERKER, forklaringer(), strict=True)
    )
    kolonner = (Kolonne("Tegn"), Kolonne("Uten Unicode"), Kolonne("Betyr", fri=True))
    return [Overskrift("Tegnene"), Tabell(kolonner, rader)]


def som_markdown() -> str:
    """The same as a table for the docs."""
    rader = "".join(f"| {tegn} | `{ascii_}` | {ord_} |\n" for tegn, ascii_, ord_ in forklaringer())
    return (
        "# Tegnene\n\nHvert tegn betyr det samme overalt. Ordet står ved siden av, eller i"
        " kolonnens overskrift. Se dem i farger med `styring --tegn`.\n\n"
        f"| Tegn | Uten Unicode | Betyr |\n| --- | --- | --- |\n{rader}"
    )
