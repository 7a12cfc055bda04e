"""What is other in every record that is not told of in its own way, and in the units' words for the
whole of a period.
"""

from collections.abc import Iterator

from styring.modell.rapport import Enhetsrapport
from styring.register.posttyper import Posttype
from styring.register.register import Register
from styring.register.typer import alle, tittel_paa
from styring.sporring.tid.feltendringer import Postendring, Slag, sier_det_samme
from styring.sporring.tid.postendringer import postendringer
from styring.sporring.tid.saksendring import Saksendring, blitt_annet, forsvunnet, kommet

_EGNE_VEIER = frozenset({"oppdrag", "vedtak", "maal", "rapport", "arshjul"})
"""The types that are told of thing by thing."""
_KOMMER_TIL = frozenset(
    {
        *("regnskap", "fravaer", "maalinger", "maanedsord", "maanedssamling"),
        *("okonomikapittel", "beredskapskapittel", "kurs"),
    }
)
"""A new month or period is no change: what it says otherwise is told by area."""


def andre_endringer(foer: Register, naa: Register) -> Iterator[tuple[str, Saksendring]]:
    """Every record of a type that is not told of in its own way: what came, went, and which of its
    fields are not the same; each after the unit that has it, empty where it is everybody's.
    """
    for type_ in alle():
        if type_.navn not in _EGNE_VEIER:
            poster = {**foer.poster.get(type_.navn, {}), **naa.poster.get(type_.navn, {})}
            for sak in _postene(foer, naa, type_):
                yield str(getattr(poster[sak.id].verdi, "ansvarlig", None) or ""), sak


def _postene(foer: Register, naa: Register, type_: Posttype) -> Iterator[Saksendring]:
    gamle, nye = (register.poster.get(type_.navn, {}) for register in (foer, naa))
    ulest_foer, ulest_naa = foer.ulest_kjenner(), naa.ulest_kjenner()
    for id_, post in nye.items():
        gammel, tittel = gamle.get(id_), tittel_paa(type_, post)
        if gammel is None and type_.navn in _KOMMER_TIL:
            continue
        if gammel is None and not ulest_foer(id_):
            yield kommet(id_, tittel, type_.ord[0])
        elif gammel and (endringer := tuple(postendringer(gammel.verdi, post.verdi))):
            yield blitt_annet(id_, tittel, type_.ord[0], endringer)
    for id_, post in gamle.items():
        if id_ not in nye and not ulest_naa(id_):
            yield forsvunnet(id_, tittel_paa(type_, post), type_.ord[0])


def vurderinger(foer: Register, naa: Register) -> Iterator[tuple[str, Saksendring]]:
    """The units whose word for the whole of a period, or of a goal, is another than it was, where
    they had delivered in both versions.
    """
    for id_, post in naa.rapporter.items():
        gammel, (periode, _, enhet) = foer.rapporter.get(id_), id_.partition("/")
        if gammel and gammel.verdi.levert:
            endringer = tuple(_ordene(gammel.verdi, post.verdi))
            if endringer:
                yield enhet, blitt_annet(id_, f"Skjemaet for {periode}", "rapport", endringer)


def _ordene(foer: Enhetsrapport, naa: Enhetsrapport) -> Iterator[Postendring]:
    tekster = {"samlet vurdering": (foer.samlet_vurdering, naa.samlet_vurdering)}
    for kode in {**(foer.maal or {}), **(naa.maal or {})}:
        gammelt, nytt = ((ett.maal or {}).get(kode) for ett in (foer, naa))
        tekster[f"ordet om {kode}"] = (
            gammelt.kommentar if gammelt else None,
            nytt.kommentar if nytt else None,
        )
    for navn, (gammel, ny) in tekster.items():
        if not sier_det_samme(gammel, ny):
            yield Postendring(Slag.TEKST, navn, gammel, ny)
