"""What has happened with something, as Atom (RFC 4287): the newest first, each entry with an id
that is the same next time.
"""

import uuid
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple
from xml.etree import ElementTree as ET

from styring.fag.dekning import avdekk
from styring.fag.kalender import kortdato
from styring.fag.norsk import med_punktum
from styring.modell.oppdrag import Fristendring
from styring.modell.vedtak import Avslutning
from styring.sporring.nettsted.nettstedsvar import Nettstedsvar
from styring.sporring.poster.vis_svar import Oppdragsvar, Periodemelding, Vedtaksvar
from styring.visning.felles.meldinger import flat, flyttet_med_ord, meldingstekster
from styring.visning.felles.trygg import enlinje
from styring.visning.nettsted.adresser import Adressebok, feedadresse
from styring.visning.poster.vis_vedtak import avslutningen

_NAVNEROM = uuid.UUID("6f0f6f0e-6e1c-5d55-9d0e-1f2f6f7a7c11")
_ATOM = "http://www.w3.org/2005/Atom"
_FLEST = 50
"""Entries of one feed: the newest."""


class Hending(NamedTuple):
    """One thing that has happened, with something that ``enhet`` answers for. ``noekkel`` is what
    it is known by.
    """

    dag: date
    noekkel: str
    lenke: str
    tittel: str
    tekst: str
    enhet: str


def feedene(svar: Nettstedsvar, bok: Adressebok, base: str) -> Iterator[tuple[str, bytes]]:
    """Each feed with its address: of every organ, unit and vedtak. ``base`` is the address of the
    pages on the web; without it the links are seen from the feed.
    """
    for navn, tittel, hendinger in _alle(svar):
        yield feedadresse(bok, navn), _Feed(svar, bok, base, navn).skriv(tittel, hendinger)


def _alle(svar: Nettstedsvar) -> Iterator[tuple[str, str, list[Hending]]]:
    """What each feed is of, what it is called, and what has happened."""
    vedtak = [(ett, list(_vedtakets(svar, ett))) for ett in svar.vedtakene]
    alle = [h for _, egne in vedtak for h in egne]
    alle += [h for ett in svar.oppdrag for h in _oppdragets(svar, ett)]
    for ett, egne in vedtak:
        yield f"vedtak/{ett.id}", flat(ett.tittel), egne
    for organ in svar.organer:
        organets = [h for ett, egne in vedtak if ett.organ == organ.organ.id for h in egne]
        yield f"organ/{organ.organ.id}", organ.organ.navn, organets
    for enhet in svar.enheter:
        kode = enhet.enhet.id
        yield f"enhet/{kode}", enhet.enhet.navn, [h for h in alle if h.enhet == kode]


def _vedtakets(svar: Nettstedsvar, ett: Vedtaksvar) -> Iterator[Hending]:
    hele = _Sak(f"vedtak/{ett.id}", f"vedtak/{ett.id}", flat(ett.tittel), ett.ansvarlig)
    yield hele.hending(ett.vedtatt, "vedtatt", "Vedtatt", f"{ett.organ_navn}, {ett.sak}")
    yield from hele.meldt(svar, ett.meldinger)
    yield from hele.flyttet(ett.fristendringer)
    yield from hele.slutt(ett.avsluttet)
    for punkt in ett.punkter:
        nr, hvem = punkt.punkt.nr, punkt.punkt.ansvarlig or ett.ansvarlig
        del_ = _Sak(f"{hele.lenke}/{nr}", hele.lenke, f"{hele.tittel}, punkt {nr}", hvem)
        yield from del_.meldt(svar, punkt.meldinger)
        yield from del_.flyttet(punkt.punkt.fristendringer)
        yield from del_.slutt(punkt.punkt.avsluttet)


def _oppdragets(svar: Nettstedsvar, ett: Oppdragsvar) -> Iterator[Hending]:
    hele = _Sak(f"oppdrag/{ett.id}", f"oppdrag/{ett.id}", flat(ett.tittel), ett.ansvarlig)
    yield from hele.meldt(svar, ett.meldinger)
    yield from hele.flyttet(ett.fristendringer)
    for nr, ledd in enumerate(ett.delegering):
        if ledd.dato:
            yield hele.hending(ledd.dato, f"delegert/{nr}", "Delegert", f"Til {ledd.hvem}.")


class _Sak(NamedTuple):
    """What something has happened with: its key, its page, its title, and who answers for it."""

    noekkel: str
    lenke: str
    tittel: str
    enhet: str

    def hending(self, dag: date, navn: str, hva: str, tekst: str) -> Hending:
        """One thing that has happened with it; ``navn`` tells it from the others."""
        noekkel = f"{self.noekkel}/{navn}"
        return Hending(dag, noekkel, self.lenke, f"{hva}: {self.tittel}", tekst, self.enhet)

    def meldt(self, svar: Nettstedsvar, meldinger: Iterable[Periodemelding]) -> Iterator[Hending]:
        """What was told in each period."""
        for ett in meldinger:
            if ett.fra:
                navn = svar.perioder.get(ett.periode, ett.periode)
                tekster = [f"{navn}, meldt {kortdato(ett.fra)}"]
                tekster += meldingstekster(ett, svar.navnet)
                hva = ett.tilstand.ord.capitalize()
                yield self.hending(ett.fra, ett.periode, hva, " ".join(map(med_punktum, tekster)))

    def flyttet(self, endringer: Sequence[Fristendring]) -> Iterator[Hending]:
        """Each time its deadline was moved."""
        for nr, (ett, ord_) in enumerate(zip(endringer, flyttet_med_ord(endringer), strict=True)):
            yield self.hending(ett.dato, f"frist/{nr}", "Ny frist", ord_)

    def slutt(self, ende: Avslutning | None) -> Iterator[Hending]:
        """That its organ has ended it."""
        if ende:
            yield self.hending(ende.dato, "avsluttet", "Avsluttet", avslutningen(ende))


class _Feed(NamedTuple):
    """One feed on its way: of which page."""

    svar: Nettstedsvar
    bok: Adressebok
    base: str
    navn: str

    def skriv(self, tittel: str, hendinger: Iterable[Hending]) -> bytes:
        """Write it, the newest first."""
        nyeste = sorted(hendinger, key=lambda h: (h.dag, h.noekkel), reverse=True)[:_FLEST]
        feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "nb"})
        _under(feed, "title", f"{self.svar.kommune}: {tittel}")
        _under(feed, "id", self._id(self.navn))
        _under(feed, "updated", _tid(nyeste[0].dag if nyeste else self.svar.dag))
        ET.SubElement(feed, "link", {"href": self._adressen(self.navn)})
        if self.base:
            selv = f"{self.base}{feedadresse(self.bok, self.navn)}"
            ET.SubElement(feed, "link", {"rel": "self", "href": selv})
        _under(ET.SubElement(feed, "author"), "name", self.svar.kommune)
        for ett in nyeste:
            post = ET.SubElement(feed, "entry")
            _under(post, "title", ett.tittel)
            _under(post, "id", self._id(ett.noekkel))
            _under(post, "updated", _tid(ett.dag))
            ET.SubElement(post, "link", {"href": self._adressen(ett.lenke)})
            _under(post, "content", ett.tekst)
        ET.indent(feed)
        hode = '<?xml version="1.0" encoding="UTF-8"?>\n'
        return f"{hode}{ET.tostring(feed, encoding='unicode')}\n".encode()

    def _adressen(self, navn: str) -> str:
        """The address of a page, as it is seen from the feed or as it is on the web."""
        dybde = feedadresse(self.bok, self.navn).count("/")
        return f"{self.base or '../' * dybde}{self.bok.gi(navn) or 'index.html'}"

    def _id(self, noekkel: str) -> str:
        return f"urn:uuid:{uuid.uuid5(_NAVNEROM, avdekk(f'{self.svar.kommune}/{noekkel}'))}"


def _under(over: ET.Element, navn: str, tekst: str) -> None:
    ET.SubElement(over, navn).text = enlinje(tekst)


def _tid(dag: date) -> str:
    return f"{dag.isoformat()}T00:00:00Z"
