"""Everything that a reader may see, as a handful of flat tables that others can count."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from styring.modell.form import Leser
from styring.register.register import Register
from styring.register.som_er_kommet import som_er_kommet
from styring.sporring.eksport.tabell import Eksportkolonne, Eksporttabell, Rad, Tabellslag
from styring.sporring.eksport.tabellene import TABELLENE

FELLES = (
    Eksportkolonne("kommunenummer", "tekst", "Kommunenummeret den dagen dataene er fra."),
    Eksportkolonne("data_dag", "dato", "Dagen dataene er fra."),
    Eksportkolonne("tre", "tekst", "Gits navn på innholdet i data/: hvilke data dette er."),
)
"""What every row begins with, so that the rows of many municipalities can lie in one table."""


class Eksportmerke(NamedTuple):
    """What the data are: whose, of which day, and which tree."""

    kommunenummer: str
    dag: date
    tre: str


@dataclass(frozen=True, slots=True)
class Eksportsvar:
    """The answer."""

    kommune: str
    leser: Leser
    merke: Eksportmerke
    tabeller: tuple[Eksporttabell, ...]


def eksport(register: Register, dag: date, tre: str) -> Eksportsvar:
    """Answer as of a day; ``tre`` is the id of the tree that the data were read from."""
    merke = Eksportmerke(_nummeret(register, dag.year), dag, tre)
    kommet = som_er_kommet(register, dag)
    return Eksportsvar(
        kommune=register.navn,
        leser=register.leser,
        merke=merke,
        tabeller=tuple(_tabellen(kommet, slag, merke) for slag in TABELLENE),
    )


def _nummeret(register: Register, aar: int) -> str:
    """The number of the municipality in a year; empty where none is given."""
    numre = register.kommune.verdi.kommunenummer if register.kommune else ()
    gjelder = [
        ett.nr for ett in numre if (ett.fra or aar) <= aar and (ett.til is None or aar <= ett.til)
    ]
    return gjelder[-1] if gjelder else ""


def _tabellen(register: Register, slag: Tabellslag, merke: Eksportmerke) -> Eksporttabell:
    navn = [kolonne.navn for kolonne in slag.kolonner]
    plasser = [navn.index(ett) for ett in slag.noekkel]

    def noekkelen(rad: Rad) -> tuple[str, ...]:
        return tuple(str(rad[plass]) for plass in plasser)

    # two days that were both moved to the same Monday are one row
    ulike = dict.fromkeys(slag.rader(register, merke.dag))
    rader = sorted(ulike, key=noekkelen)
    hele = tuple(_uten_tomme((*merke, *rad)) for rad in rader)
    return Eksporttabell(slag, (*FELLES, *slag.kolonner), hele)


def _uten_tomme(rad: Rad) -> Rad:
    """What is missing is missing in one way: no cell is an empty text."""
    return tuple(None if celle == "" else celle for celle in rad)
