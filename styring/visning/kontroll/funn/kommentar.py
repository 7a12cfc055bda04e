"""Findings as the text of a comment on a proposed change: short, the worst first, and what the
summary said.
"""

from styring.fag.norsk import antall, med_punktum
from styring.funn import Funn
from styring.visning.felles.trygg import markdown
from styring.visning.kontroll.funn.resultat import Resultat, lest, oppsummering

_FLEST = 25
"""Findings. A comment that is longer is not read, and forges cut it."""


def kommentar(resultat: Resultat) -> str:
    """Write Markdown for people who look at a proposed change.

    Lines that are not public have been masked where the findings were made.
    """
    linjer = [
        f"## Kontroll av dataene\n\n{markdown(oppsummering(resultat))} {markdown(lest(resultat))}\n"
    ]
    vises = resultat.funn[:_FLEST]
    if vises:
        linjer += ["| Sted | Hva | Regel |", "| --- | --- | --- |", *map(_rad, vises)]
    if len(resultat.funn) > len(vises):
        linjer.append(
            f"\nOg {antall(len(resultat.funn) - len(vises), 'funn')} til. Kjør «styring valider»"
            " for å se alle."
        )
    return "\n".join(linjer) + "\n"


def _rad(funn: Funn) -> str:
    raad = f" {markdown(_setning(funn.forslag))}" if funn.forslag else ""
    return (
        f"| {markdown(funn.fil)}, linje {funn.linje} | {markdown(_setning(funn.melding))}{raad} |"
        f" {funn.alvor.value} {funn.kode} |"
    )


def _setning(tekst: str) -> str:
    return med_punktum(f"{tekst[:1].upper()}{tekst[1:]}")
