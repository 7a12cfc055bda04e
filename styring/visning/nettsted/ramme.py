"""The frame that every page stands in: the menu, what the data are, and how many are left out."""

from collections.abc import Iterator, Mapping
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from styring.fag.kalender import langdato
from styring.sporring.nettsted.nettstedsvar import Nettstedsvar
from styring.visning.felles.trygg import enlinje
from styring.visning.nettsted.adresser import Adressebok, feedadresse, fra
from styring.visning.nettsted.html import innholdet
from styring.visning.nettsted.nettblokker import Nettside
from styring.visning.nettsted.omsider import utelatt
from styring.visning.rapport.malfiler import pakkens
from styring.visning.rapport.papirer import internt

MENY = (
    ("side/forside", "Forside"),
    ("side/maal", "Mål"),
    ("side/oppdrag", "Oppdrag"),
    ("side/vedtak", "Vedtak"),
    ("side/enheter", "Enheter"),
    ("side/arshjul", "Årshjul"),
    ("side/okonomi", "Økonomi"),
    ("side/rapporter", "Rapporter"),
    ("side/oppfolging", "Slik er oppfølgingen"),
    ("side/funn", "Funn"),
)
BUNN = (
    ("side/slik", "Slik virker det"),
    ("side/data", "Om dataene"),
    ("side/andre", "Alle andre opplysninger"),
    ("side/tilgjengelighet", "Tilgjengelighet"),
)


class Ramme:
    """Writes whole pages. The template is read once: there may be thousands of pages.

    ``filer`` are the addresses of the files beside the pages.
    """

    def __init__(self, svar: Nettstedsvar, bok: Adressebok, filer: frozenset[str]) -> None:
        miljo = Environment(
            loader=FunctionLoader(pakkens),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_paa_en_linje,
        )
        self._mal = miljo.get_template("nettside.html.j2")
        self._svar = svar
        self._bok = bok
        self._filer = filer
        self._felles = {
            "kommune": svar.kommune,
            "internt": internt(svar.leser.value),
            "dag": langdato(svar.dag),
            "tre": svar.tre[:12],
            "utelatt": utelatt(svar),
        }

    def hele(self, side: Nettside) -> bytes:
        """The page as a file."""
        innhold = Markup(innholdet(side, self._bok))  # noqa: S704  our own writer, which escapes
        return self._mal.render(self._verdiene(side), innhold=innhold).encode()

    def _verdiene(self, side: Nettside) -> Mapping[str, Any]:
        feeder = list(self._feedene(side))
        rediger = self._svar.rediger
        return {
            **self._felles,
            "tittel": side.tittel,
            "rot": fra(side.adresse, ""),
            "meny": self._lenker(MENY, side),
            "bunn": self._lenker(BUNN, side),
            "smuler": self._smuler(side),
            "feeder": feeder,
            "atom": [ett for ett in feeder if ett[0].endswith(".atom")],
            "fil": side.fil,
            "rediger": f"{rediger}/{side.fil}" if rediger and side.fil else "",
        }

    def _feedene(self, side: Nettside) -> Iterator[tuple[str, str]]:
        """Each thing that can be followed from the page, where there is such a file."""
        for navn, tittel in side.feeds:
            adresse = navn if navn.endswith(".ics") else feedadresse(self._bok, navn)
            if adresse in self._filer:
                yield fra(side.adresse, adresse), tittel

    def _lenker(
        self, par: tuple[tuple[str, str], ...], side: Nettside
    ) -> list[tuple[str, str, bool]]:
        """Each page of a menu that there is: its address, its title, and whether it is this one."""
        return [
            (fra(side.adresse, adresse), tittel, adresse == side.adresse)
            for navn, tittel in par
            if (adresse := self._bok.gi(navn))
        ]

    def _smuler(self, side: Nettside) -> list[tuple[str, str, bool]]:
        """The way down to this page, each with its address, its title, and whether that is an id;
        the last one is the page itself, and has no address.
        """
        if not side.smuler:
            return []
        veien = (("side/forside", "Forside"), *side.smuler)
        adresser = ((self._bok.gi(navn) if navn else None, tittel) for navn, tittel in veien)
        return [
            (fra(side.adresse, adr) if adr else "", tittel, tittel == side.id)
            for adr, tittel in adresser
        ]


def _paa_en_linje(verdi: Any) -> Any:  # noqa: ANN401  whatever a template writes
    """What can't be seen is shown by its code; what is written already is left."""
    return enlinje(verdi) if type(verdi) is str else verdi
