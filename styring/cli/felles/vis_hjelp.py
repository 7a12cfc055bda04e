"""``styring hjelp``: the documents that come with styring."""

from typing import Annotated

import typer

from styring.cli.felles.hjelp import for_alle, for_emner
from styring.cli.felles.utskrift import skriv, skriv_markdown
from styring.fag.hjelpeemner import EMNER
from styring.fag.norsk import fold, mente_du
from styring.feil import StyringFeil
from styring.prosjekt.medfolger import mappe_som_folger_med


def _fullfor_emne(incomplete: str) -> list[tuple[str, str]]:
    return [(emne.navn, emne.hjelp) for emne in EMNER if emne.navn.startswith(incomplete)]


def kommando(
    emne: Annotated[
        str | None,
        typer.Argument(
            metavar="EMNE", help="Hva du vil vite om. Uten: alle.", autocompletion=_fullfor_emne
        ),
    ] = None,
) -> int:
    """Les dokumentene som følger med styring.

    Eksempel: styring hjelp kom-i-gang
    """
    if emne is None:
        skriv(f"{for_alle()}\n{for_emner(EMNER)}")
        return 0
    sokt = fold(emne)
    navn = next(
        (ett.navn for ett in EMNER if sokt in (fold(ord_) for ord_ in (ett.navn, *ett.andre))), None
    )
    if navn is None:
        ordene = [ord_ for ett in EMNER for ord_ in (ett.navn, *ett.andre)]
        ment = mente_du(emne, ordene)
        raad = f"Mente du «{ment}»?" if ment else "Se emnene med «styring hjelp»."
        raise StyringFeil(f"«{emne}» er ikke et emne. {raad}")
    fil = mappe_som_folger_med("docs") / f"{navn}.md"
    skriv_markdown(fil.read_text(encoding="utf-8"))
    return 0
