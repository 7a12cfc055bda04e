"""What was made of a new project, and what to do next, as a page."""

from typing import NamedTuple

from styring.fag.norsk import antall
from styring.visning.felles.blokker import Bit, Overskrift, Side, dempet, linje


class Startsvar(NamedTuple):
    """What was made: the files, how many duties the wheel has and how many of them have no day, and
    whether it is a repository; ``uten_adresse``: nobody knows where others can get styring from.
    """

    mappe: str
    data: tuple[str, ...]
    andre: tuple[str, ...]
    plikter: int
    uten_dag: int
    funn: int
    repo: bool
    forste_enhet: str
    uten_adresse: bool


def side(svar: Startsvar) -> Side:
    """Lay out what was made, and the first commands."""
    videre = (
        f"cd {svar.mappe}",
        f'styring ny oppdrag --ansvarlig {svar.forste_enhet} --tittel "Det første oppdraget"',
        "styring status",
        "styring arshjul",
    )
    kontroll = (
        "Dataene er kontrollert: ingen feil."
        if not svar.funn
        else f"Kontrollen ga {antall(svar.funn, 'funn', ('funn', 'funn'))}: se «styring valider»."
    )
    hjulet = (
        f"Årshjulet har {antall(svar.plikter, 'plikt', ('plikt', 'plikter'))} fra loven."
        f" {antall(svar.uten_dag, 'plikt', ('plikt', 'plikter'))} venter på at kommunen setter"
        " dagen, i data/arshjul.yaml."
    )
    merknader = [
        hjulet,
        "Mappen er et git-repo. Lagre det første med «git add -A» og «git commit»."
        if svar.repo
        else "git er ikke installert, så mappen er ikke et repo ennå. Kjør «git init» når det er.",
    ]
    if svar.uten_adresse:
        merknader.append(
            "Kontrollen i kodelageret må vite hvor styring hentes: bytt ADRESSEN_TIL_STYRING i"
            " README.md og i oppsettet."
        )
    return [
        Overskrift(f"Laget «{svar.mappe}»", antall(len(svar.data) + len(svar.andre), "fil")),
        linje(
            Bit(kontroll, "ferdig" if not svar.funn else "feil", "hake" if not svar.funn else "")
        ),
        *(linje(dempet(sti)) for sti in (*svar.data, *svar.andre)),
        linje(),
        *(linje(merknad) for merknad in merknader),
        Overskrift("Videre", niva=2),
        *(linje(f"  {kommando}") for kommando in videre),
        linje(dempet("Hele veien: styring hjelp kom-i-gang")),
    ]
