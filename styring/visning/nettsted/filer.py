"""The whole folder of pages: every file with its address, one at a time."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from styring.funn import Funn
from styring.sporring.nettsted.nettstedsvar import Nettstedsvar
from styring.visning.arshjul.hjulbilde import bildet
from styring.visning.arshjul.ics import Kalender, kalenderen
from styring.visning.eksport.former import filene as datafilene
from styring.visning.felles import som_json
from styring.visning.felles.maalform import maalformen
from styring.visning.nettsted.atom import feedene
from styring.visning.nettsted.deler import kalenderadresse, kalendernavn
from styring.visning.nettsted.nettblokker import Nettside
from styring.visning.nettsted.ramme import Ramme
from styring.visning.nettsted.sider import Vedlegg, sidene
from styring.visning.nettsted.sok import sokefilen
from styring.visning.rapport.malfiler import pakkens
from styring.visning.rapport.papirer import internt

_IKON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16"'
    ' rx="3" fill="#17506b"/><path d="M4 8l3 3 5-6" fill="none" stroke="#fff"'
    ' stroke-width="2"/></svg>\n'
)


class Bestilt(NamedTuple):
    """What the pages are made with beside the answer: the reports by ``tertial/2024-T2`` and form,
    what was found in the data, the address they will have on the web, and what the municipality is
    known by in calendars.
    """

    rapporter: Mapping[str, Mapping[str, bytes]]
    funn: tuple[Funn, ...]
    base: str
    nummer: str
    paa_nynorsk: bool = False


def filene(svar: Nettstedsvar, bestilt: Bestilt) -> Iterator[tuple[str, bytes]]:
    """Every file with its address from the top; the pages last, for they link to the others. In
    nynorsk, what people have typed must be set apart in the answer (``register.dekket``).
    """
    if not bestilt.paa_nynorsk:
        yield from _filene(svar, bestilt)
        return
    from styring.visning.nettsted import maalform  # only where it is asked for

    ferdige = {adresse for former in _rapportene(bestilt).values() for adresse in former.values()}
    for navn, innhold in _filene(svar, bestilt):
        yield navn, innhold if navn in ferdige else maalform.paa_nynorsk(navn, innhold)


def _filene(svar: Nettstedsvar, bestilt: Bestilt) -> Iterator[tuple[str, bytes]]:
    andre = dict(_andre(svar, bestilt))
    yield from andre.items()
    data = [(navn, om) for navn, om in _OM_DATA if navn in andre]
    data += [(navn, "") for navn in andre if navn.startswith("data/") and navn.endswith(".csv")]
    bok, sider = sidene(svar, Vedlegg(_rapportene(bestilt), data, bestilt.funn))
    feeder = dict(feedene(svar, bok, bestilt.base))
    yield from feeder.items()
    ramme = Ramme(svar, bok, frozenset((*andre, *feeder)))
    sokt = []
    for side in sider:
        yield side.adresse, ramme.hele(side)
        sokt.append(side._replace(innhold=()))
    yield "sok.js", sokefilen(map(_funnet_ved(bestilt), sokt))


def _funnet_ved(bestilt: Bestilt) -> Callable[[Nettside], Nettside]:
    """What gives a page as it is searched for."""
    if not bestilt.paa_nynorsk:
        return lambda side: side
    from styring.visning.nettsted.maalform import siden

    return siden


_OM_DATA = (
    ("data.json", "alle tabellene i én fil"),
    ("data/datapackage.json", "hva kolonnene betyr"),
)


def _andre(svar: Nettstedsvar, bestilt: Bestilt) -> Iterator[tuple[str, bytes]]:
    yield "nettsted.css", pakkens("nettsted.css").encode()
    yield "nettsted.js", pakkens("nettsted.js").encode()
    yield "ikon.svg", _IKON.encode()
    for navn, former in _rapportene(bestilt).items():
        yield from ((adresse, bestilt.rapporter[navn][form]) for form, adresse in former.items())
    for hjul in svar.hjul:
        yield f"arshjul/{hjul.aar}.svg", bildet(hjul, svar.dag, "svg")
    for kalender in svar.kalendere:
        hva = kalendernavn(svar, kalender)
        om = Kalender(
            f"{svar.kommune}: {hva}",
            internt(svar.leser.value) or "",
            bestilt.nummer,
            svar.dag,
            maalformen(paa_nynorsk=bestilt.paa_nynorsk).vis,
        )
        yield kalenderadresse(kalender), kalenderen(om, kalender.dager)
    for navn, innhold in datafilene(svar.eksport, "csv"):
        yield f"data/{navn}", innhold
    yield "data.json", _alt_i_ett(svar)


def _rapportene(bestilt: Bestilt) -> dict[str, dict[str, str]]:
    """Where each report is, by its form."""
    return {
        navn: {form: f"rapporter/{_filnavnet(navn)}.{form}" for form in former}
        for navn, former in bestilt.rapporter.items()
    }


def _filnavnet(rapport: str) -> str:
    """``tertial/2024-T2`` is ``2024-T2``; the letter has its kind before the year."""
    mal, _, id_ = rapport.partition("/")
    return f"{mal}-{id_}" if mal == "styringsbrev" else id_


def _alt_i_ett(svar: Nettstedsvar) -> bytes:
    """All tables as one document."""
    tabeller = {
        tabell.slag.navn: [
            dict(zip((k.navn for k in tabell.kolonner), map(som_json.verdi, rad), strict=True))
            for rad in tabell.rader
        ]
        for tabell in svar.eksport.tabeller
    }
    hode = {"versjon": som_json.VERSJON, "for": svar.leser.value, "utelatt": svar.utelatt}
    hele = {**hode, "dag": svar.dag.isoformat(), "tre": svar.tre, "tabeller": tabeller}
    return (json.dumps(hele, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
