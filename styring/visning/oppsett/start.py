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


def eksempelside(mappe: str, navn: str, *, historie: bool) -> Side:
    """Lay out what to look at in the example."""
    videre = (
        f"cd {mappe}",
        "styring status --dato 2024-10-01",
        "styring rapport tertial 2024-T2 --ut tertial.docx",
        *(["styring endringer 2024-06-01 2024-10-01"] if historie else []),
    )
    hvordan = "med to års historie i git" if historie else "uten historie: git er ikke installert"
    return [
        Overskrift(f"Laget «{mappe}»", navn),
        linje(f"{navn} er oppdiktet. Den ligger her {hvordan}, så alt kan prøves."),
        linje(),
        *(linje(Bit(kommando, "", "pil")) for kommando in videre),
    ]


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
