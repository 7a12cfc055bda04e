"""The pictures of one page, numbered as they come."""

from collections.abc import Iterator, Mapping

from styring.fag.kalender import MAANEDER
from styring.fag.tilstand import Tilstand
from styring.visning.felles.merker import MERKER
from styring.visning.figur.figurer import Lysbar, Lysdel
from styring.visning.figur.hjul import Hjul, planen, tegn
from styring.visning.figur.hjulplan import med_nummer
from styring.visning.figur.lysbar import stripe
from styring.visning.figur.svg import NAVNEROM
from styring.visning.figur.tegn import Figur, som_svg
from styring.visning.nettsted.skriver import klassen, tekst

_STIL = ' style="max-width:100%;height:auto"'


class Bilder:
    """Draws what a page asks for."""

    def __init__(self) -> None:
        self._antall = 0

    def bildet(self, figur: Figur) -> Iterator[str]:
        """One picture; of a wheel the two that the screen chooses between."""
        if isinstance(figur, Hjul):
            yield from self._hjulet(figur)
        else:
            yield f'<div class="figur">{_inni(som_svg(figur, self._nr()))}</div>'

    def stripen(self, tittel: str, telling: Mapping[Tilstand, int]) -> str:
        """The counts as a bar; the same stands in words beside it."""
        deler = tuple(Lysdel(ett.ord, ett.value, tall) for ett, tall in telling.items() if tall)
        if not deler:
            return ""
        return f'<div class="stripe">{_inni(stripe(Lysbar(tittel, deler), self._nr()))}</div>'

    def _hjulet(self, hjul: Hjul) -> Iterator[str]:
        """With its words around it where there is room, else with numbers and a list of them."""
        plan, smal = planen(hjul), med_nummer(hjul.punkter)
        if plan.etiketter:
            bredt = _inni(tegn(hjul, plan, self._nr(), med_liste=False))
            yield f'<div class="figur hele bare-bred">{bredt}</div>'
        klasse = " bare-smal" if plan.etiketter else ""
        smalt = _inni(tegn(hjul, smal, self._nr(), med_liste=False))
        yield f'<div class="figur{klasse}">{smalt}</div>'
        if smal.nummer:
            yield f'<ol class="hjulliste{klasse}">{"".join(_listen(hjul))}</ol>'

    def _nr(self) -> int:
        self._antall += 1
        return self._antall


def _listen(hjul: Hjul) -> Iterator[str]:
    """What each number of the wheel means."""
    for punkt in hjul.punkter:
        merke = f'<span aria-hidden="true">{MERKER[punkt.ring].tegn}</span> {punkt.ring}'
        dag = f"{punkt.dag.day}. {MAANEDER[punkt.dag.month - 1]}"
        ordene = tekst("; ".join(punkt.titler))
        yield f'<li><span class="{klassen(punkt.ring)}">{merke}</span> {dag}: {ordene}</li>'


def _inni(tegnet: str) -> str:
    """A picture inside a page: without its own style, which the page may not have."""
    return tegnet.replace(f' xmlns="{NAVNEROM}"', "", 1).replace(_STIL, "", 1)
