"""``styring oppsett man``."""

from pathlib import Path
from typing import Annotated

import typer

from styring.cli.felles.filskriving import skriv_fil
from styring.cli.felles.hjelp import for_alle, for_gruppe, for_kommando
from styring.cli.felles.kommandoer import KOMMANDOER, Kommando
from styring.cli.felles.utskrift import skriv
from styring.cli.felles.verdier import dagen
from styring.fag.hjelpeemner import EMNER
from styring.fag.norsk import antall
from styring.prosjekt.medfolger import mappe_som_folger_med
from styring.visning.oppsett.man import side

_KOMMANDO, _EMNE = 1, 7
"""The chapters of a manual: programs, and what else there is to read."""


def kommando(
    mappe: Annotated[
        Path, typer.Argument(metavar="MAPPE", help="Der sidene skrives: man1 og man7 under den.")
    ],
) -> int:
    """Skriv manualsider for «man», av den samme hjelpen og de samme dokumentene.

    Eksempel: styring oppsett man ~/.local/share/man
    """
    sider = {("styring", _KOMMANDO): ("helhetlig styring for kommuner", for_alle())}
    sider |= {
        ("-".join(ord_), _KOMMANDO): (kort, tekst)
        for oppforing in KOMMANDOER
        for ord_, kort, tekst in _kommandoen(oppforing, ("styring", oppforing.navn))
    }
    docs = mappe_som_folger_med("docs")
    sider |= {
        (f"styring-{emne.navn}", _EMNE): (
            emne.hjelp,
            (docs / f"{emne.navn}.md").read_text(encoding="utf-8"),
        )
        for emne in EMNER
    }
    dag = dagen(None)
    for (navn, kapittel), (kort, tekst) in sider.items():
        skriv_fil(
            mappe / f"man{kapittel}" / f"{navn}.{kapittel}", side(navn, kapittel, kort, tekst, dag)
        )
    skriv(f"Skrev {antall(len(sider), 'side', ('side', 'sider'))} i «{mappe}».\n")
    return 0


def _kommandoen(
    oppforing: Kommando, ord_: tuple[str, ...]
) -> list[tuple[tuple[str, ...], str, str]]:
    """A command and those below it: its words, what it is, and its help."""
    from styring.cli.felles.app import lag_kommando  # brings this module in

    navn = " ".join(ord_)
    if oppforing.under:
        under = [side_ for ett in oppforing.under for side_ in _kommandoen(ett, (*ord_, ett.navn))]
        return [(ord_, oppforing.hjelp, for_gruppe(navn, oppforing.under)), *under]
    laget = lag_kommando(oppforing)
    hjelp = for_kommando(laget, typer.Context(laget, info_name=navn))
    return [(ord_, oppforing.hjelp, hjelp)]
