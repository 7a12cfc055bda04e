"""The blocks of one page to HTML."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from markupsafe import escape

from styring.fag.norsk import fold
from styring.visning.felles.blokker import Felter, Gren, Kolonne, Linje, Overskrift, Stolpe, Tabell
from styring.visning.felles.trygg import enlinje
from styring.visning.nettsted.adresser import Adressebok
from styring.visning.nettsted.bilder import Bilder
from styring.visning.nettsted.nettblokker import (
    Figurblokk,
    Filer,
    Kortrekke,
    Nettblokk,
    Nettside,
    Tidslinje,
    Ute,
)
from styring.visning.nettsted.skriver import Sideskriver, tekst

_FLEST_I_BREDDEN = 2
"""A table with more columns than this is set as cards on a narrow screen."""
_MANGE = 8
"""A table with more rows than this can be sorted and filtered."""
_LENGSTE_ANKER = 60


def innholdet(side: Nettside, bok: Adressebok) -> str:
    """Write what stands on a page, its heading first."""
    return "\n".join(_Tegner(Sideskriver(side.adresse, bok)).alt(side))


class _Tegner:
    """Writes the blocks of one page. Tables are named by the chapter they stand in."""

    def __init__(self, skriver: Sideskriver) -> None:
        self._skriver = skriver
        self._bilder = Bilder()
        self._tabeller = 0
        self._ankre: set[str] = set()
        self._overskrift = ""
        self._veier: dict[type, Callable[[Any], Iterator[str]]] = {
            Overskrift: self._kapittel,
            Linje: self._linje,
            Stolpe: self._bar,
            Tabell: self._tabell,
            Felter: self._felter,
            Gren: self._traaden,
            Figurblokk: lambda blokk: self._bilder.bildet(blokk.figur),
            Kortrekke: self._kortene,
            Tidslinje: self._tidslinjen,
            Filer: self._filene,
            Ute: self._ute,
        }

    def alt(self, side: Nettside) -> Iterator[str]:
        """The heading, and every block."""
        yield f"<h1>{tekst(side.tittel)}</h1>"
        for blokk in side.innhold:
            yield from self._blokken(blokk)

    def _blokken(self, blokk: Nettblokk) -> Iterator[str]:
        yield from self._veier[type(blokk)](blokk)

    def _kapittel(self, ett: Overskrift) -> Iterator[str]:
        niva = max(ett.niva, 2)
        self._overskrift = enlinje(ett.tekst)
        hoyre = f' <span class="dempet">{tekst(ett.hoyre)}</span>' if ett.hoyre else ""
        yield f'<h{niva} id="{self._ankeret(ett.tekst)}">{tekst(ett.tekst)}{hoyre}</h{niva}>'

    def _ankeret(self, ord_: str) -> str:
        """A name for a chapter that no other on the page has."""
        forslag = _forslag(ord_)
        anker, nr = forslag, 1
        while anker in self._ankre:
            nr += 1
            anker = f"{forslag}-{nr}"
        self._ankre.add(anker)
        return anker

    def _linje(self, linje: Linje) -> Iterator[str]:
        """A line; what is set in from the margin is so here too, and an empty one is only space."""
        inni = self._skriver.biter(linje)
        if inni.strip():
            inn = linje.biter[0].tekst.startswith("  ")
            yield f'<p class="inn">{inni.strip()}</p>' if inn else f"<p>{inni}</p>"

    def _bar(self, stolpe: Stolpe) -> Iterator[str]:
        yield self._bilder.stripen(self._overskrift or "Fordelingen", dict(stolpe.deler))

    def _felter(self, felter: Felter) -> Iterator[str]:
        if felter.par:
            yield "<dl>"
            for navn, bit in felter.par:
                verdi = self._skriver.bit(bit)
                yield f"<div><dt>{tekst(navn)}</dt><dd>{verdi}</dd></div>"
            yield "</dl>"

    def _traaden(self, gren: Gren) -> Iterator[str]:
        yield f'<ul class="traad">{self._gren(gren)}</ul>'

    def _gren(self, gren: Gren) -> str:
        under = "".join(map(self._gren, gren.under))
        return f"<li>{self._skriver.bit(gren.bit)}{f'<ul>{under}</ul>' if under else ''}</li>"

    def _tabell(self, tabell: Tabell) -> Iterator[str]:
        self._tabeller += 1
        nummer = f" ({self._tabeller})" if self._tabeller > 1 else ""
        navn = tekst(f"{self._overskrift or 'Tabell'}{nummer}")
        stables = " stables" if len(tabell.kolonner) > _FLEST_I_BREDDEN else ""
        valg = " data-mange" if _kan_ordnes(tabell) else ""
        region = f'role="region" aria-label="{navn}" tabindex="0"'
        yield f'<div class="tabell{stables}" {region}><table{valg}>'
        if any(kolonne.navn for kolonne in tabell.kolonner):
            celler = "".join(map(_hodecelle, tabell.kolonner))
            yield f"<thead><tr>{celler}</tr></thead>"
        yield "<tbody>"
        starter = tuple(map(_cellestart, tabell.kolonner))
        for rad in tabell.rader:
            par = zip(starter, rad, strict=True)
            celler = "".join(f"{start}{self._skriver.bit(bit)}</td>" for start, bit in par)
            yield f"<tr>{celler}</tr>"
        yield "</tbody></table></div>"

    def _kortene(self, rekke: Kortrekke) -> Iterator[str]:
        yield '<ul class="kort">'
        for kort in rekke.kort:
            stripe = self._bilder.stripen(kort.tittel.tekst, dict(kort.telling))
            tittel = f"<h3>{self._skriver.bit(kort.tittel)}</h3>"
            yield f"<li>{tittel}{stripe}{self._linjene(kort.linjer)}</li>"
        yield "</ul>"

    def _tidslinjen(self, linje: Tidslinje) -> Iterator[str]:
        yield '<ol class="tidslinje">'
        for ledd in linje.ledd:
            hode = f'<p class="hode">{self._skriver.biter(ledd.hode)}</p>'
            yield f"<li>{hode}{self._linjene(ledd.linjer)}</li>"
        yield "</ol>"

    def _linjene(self, linjer: tuple[Linje, ...]) -> str:
        return "".join(f"<p>{self._skriver.biter(linje)}</p>" for linje in linjer)

    def _filene(self, filer: Filer) -> Iterator[str]:
        yield '<ul class="filer">'
        for fil in filer.filer:
            om = f' <span class="dempet">{tekst(fil.om)}</span>' if fil.om else ""
            lenke = self._skriver.lenke(fil.adresse)
            yield f'<li><a href="{lenke}">{tekst(fil.tekst)}</a>{om}</li>'
        yield "</ul>"

    def _ute(self, ute: Ute) -> Iterator[str]:
        yield f'<p><a href="{escape(ute.adresse)}" rel="noreferrer">{tekst(ute.tekst)}</a></p>'


@lru_cache(maxsize=10_000)
def _forslag(ord_: str) -> str:
    """A name made of a heading; most of those on a page stand on others too."""
    return re.sub(r"[^a-z0-9]+", "-", fold(ord_)).strip("-")[:_LENGSTE_ANKER] or "kapittel"


def _kan_ordnes(tabell: Tabell) -> bool:
    """Whether there are many rows, each of which stands by itself: none is a heading or a sum."""
    return len(tabell.rader) > _MANGE and all(rad[0].stil != "sterk" for rad in tabell.rader)


def _cellestart(kolonne: Kolonne) -> str:
    klasse = ' class="tall"' if kolonne.tall else ""
    navn = f' data-navn="{tekst(kolonne.navn)}"' if kolonne.navn else ""
    return f"<td{klasse}{navn}>"


def _hodecelle(kolonne: Kolonne) -> str:
    klasse = ' class="tall"' if kolonne.tall else ""
    navn = tekst(kolonne.navn) or '<span class="skjult">Opplysning</span>'
    return f'<th scope="col"{klasse}>{navn}</th>'
