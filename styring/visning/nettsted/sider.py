"""Every page, with its address: one list, so that what has a page can be linked to."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from styring.funn import Funn
from styring.sporring.nettsted.nettstedsvar import Nettstedsvar
from styring.visning.nettsted.adresser import Adressebok, adressebok
from styring.visning.nettsted.enhetssider import (
    budsjettsiden,
    enhetslisten,
    enhetssiden,
    organsiden,
)
from styring.visning.nettsted.forside import forsiden
from styring.visning.nettsted.hjulsider import aktivitetssiden, hjulsiden
from styring.visning.nettsted.lister import avvikslisten, fristlisten, oppdragslisten, vedtakslisten
from styring.visning.nettsted.maalsider import maallisten, maalsiden
from styring.visning.nettsted.nettblokker import Nettside
from styring.visning.nettsted.okonomisider import maanedssiden, okonomilisten, okonomisiden
from styring.visning.nettsted.omsider import om_dataene, slik_virker_det, tilgjengelighet
from styring.visning.nettsted.oppdragssider import oppdragssiden
from styring.visning.nettsted.ovrige_sider import (
    funnsiden,
    internlisten,
    oppfolgingssiden,
    postsiden,
    rapportlisten,
)
from styring.visning.nettsted.vedtakssider import vedtakssiden

_FASTE = {
    "side/forside": "index.html",
    "side/avvik": "avvik.html",
    "side/frister": "frister.html",
    "side/maal": "maal/index.html",
    "side/oppdrag": "oppdrag/index.html",
    "side/vedtak": "vedtak/index.html",
    "side/enheter": "enhet/index.html",
    "side/okonomi": "okonomi/index.html",
    "side/rapporter": "rapporter/index.html",
    "side/andre": "andre.html",
    "side/slik": "om/slik-virker-det.html",
    "side/data": "om/dataene.html",
    "side/tilgjengelighet": "om/tilgjengelighet.html",
    "side/oppfolging": "internt/oppfolging.html",
    "side/funn": "internt/funn.html",
}
"""The pages that are the same in every municipality."""


class Vedlegg(NamedTuple):
    """What lies beside the pages: the reports by ``tertial/2024-T2`` and form, the files of open
    data with what they are, and what was found in the data, for the inside.
    """

    rapporter: Mapping[str, Mapping[str, str]]
    data: Sequence[tuple[str, str]]
    funn: Sequence[Funn]


Lagsiden = Callable[[], Nettside]


def sidene(svar: Nettstedsvar, vedlegg: Vedlegg) -> tuple[Adressebok, Iterator[Nettside]]:
    """The book of all addresses, and every page, made as it is asked for."""
    lag = dict(_lagene(svar, vedlegg))
    rapporter = {
        f"rapport-ut/{navn.partition('/')[2]}": former["html"]
        for navn, former in vedlegg.rapporter.items()
        if "html" in former and not navn.startswith("styringsbrev/")
    }
    hjul = {f"hjul/{ett.aar}": f"arshjul/{ett.aar}.html" for ett in svar.hjul}
    aaret = next((ett.aar for ett in svar.hjul if ett.aar == svar.dag.year), None)
    if aaret:
        hjul["side/arshjul"] = f"arshjul/{aaret}.html"
    faste = {navn: adresse for navn, adresse in _FASTE.items() if navn in lag} | hjul | rapporter
    poster = (navn.split("/", 1) for navn in lag if navn not in faste)
    bok = adressebok(((rom, id_) for rom, id_ in poster), faste)
    return bok, (siden()._replace(adresse=bok.gi(navn) or "") for navn, siden in lag.items())


def _lagene(svar: Nettstedsvar, vedlegg: Vedlegg) -> Iterator[tuple[str, Lagsiden]]:
    """Each page by its name: its room and id, or what it is called among those that are the
    same everywhere.
    """
    yield from _faste(svar, vedlegg)
    poster: tuple[tuple[str, Iterable[tuple[str, Any]], Callable[..., Nettside]], ...] = (
        ("oppdrag", ((ett.id, ett) for ett in svar.oppdrag), oppdragssiden),
        ("vedtak", ((ett.id, ett) for ett in svar.vedtakene), vedtakssiden),
        ("maal", ((ett.id, ett) for ett in svar.maalene), maalsiden),
        ("enhet", ((ett.enhet.id, ett) for ett in svar.enheter), enhetssiden),
        ("organ", ((ett.organ.id, ett) for ett in svar.organer), organsiden),
        ("verbalvedtak", ((ett.sak.id, ett) for ett in svar.budsjetter), budsjettsiden),
        ("aktivitet", ((ett.id, ett) for ett in svar.aktiviteter), aktivitetssiden),
        ("okonomi", ((ett.periode, ett) for ett in svar.okonomi), okonomisiden),
        ("maaned", ((ett.maaned or "", ett) for ett in svar.maaneder), maanedssiden),
        ("hjul", ((str(ett.aar), ett) for ett in svar.hjul), hjulsiden),
    )
    for rom, alle, lag in poster:
        yield from ((f"{rom}/{id_}", partial(lag, svar, ett)) for id_, ett in alle)
    for type_, ett in svar.andre:
        yield f"{type_}/{ett.id}", partial(postsiden, svar, type_, ett)


def _faste(svar: Nettstedsvar, vedlegg: Vedlegg) -> Iterator[tuple[str, Lagsiden]]:
    yield "side/forside", partial(forsiden, svar)
    yield "side/avvik", partial(avvikslisten, svar)
    yield "side/frister", partial(fristlisten, svar)
    yield "side/maal", partial(maallisten, svar)
    yield "side/oppdrag", partial(oppdragslisten, svar)
    yield "side/vedtak", partial(vedtakslisten, svar)
    yield "side/enheter", partial(enhetslisten, svar)
    yield "side/okonomi", partial(okonomilisten, svar)
    yield "side/rapporter", partial(rapportlisten, svar.utgitt, vedlegg.rapporter)
    yield "side/andre", partial(internlisten, svar)
    yield "side/slik", partial(slik_virker_det, svar)
    yield "side/data", partial(om_dataene, svar, vedlegg.data)
    yield "side/tilgjengelighet", partial(tilgjengelighet, svar)
    if not svar.er_offentlig:
        yield "side/oppfolging", partial(oppfolgingssiden, svar)
        yield "side/funn", partial(funnsiden, vedlegg.funn)
