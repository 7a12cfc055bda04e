"""The pictures a template may ask for, each made of a part of an answer."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from styring.fag.belop import millioner, som_skrevet
from styring.fag.indikator import Maallys
from styring.visning.arshjul.hjulbilde import hjulet
from styring.visning.figur.figurer import (
    Avviksbar,
    Avviksdel,
    Figurpunkt,
    Lysbar,
    Lysdel,
    Matrise,
    Matriserad,
    Tallserie,
)
from styring.visning.maal.maalstatus import LYSMERKER, maaltallet, med_enhet
from styring.visning.rapport.figurmerke import Figurer
from styring.visning.rapport.rens import Ferdig, UtenVerdi

_LENGSTE_TITTEL = 300

if TYPE_CHECKING:
    from styring.sporring.arshjul.arshjul import Arshjulsvar
    from styring.sporring.maal.maalstatus import Indikatorrad
    from styring.sporring.rapport.arsrapport import Aarsgang
    from styring.sporring.rapport.okonomidel import Okonomidel


def tallserien(rad: "Indikatorrad") -> Tallserie | None:
    """An indicator with its figures; None where there is none."""
    if not rad.serie:
        return None
    punkter = tuple(
        Figurpunkt(
            punkt.aar,
            punkt.verdi,
            med_enhet(som_skrevet(punkt.verdi), rad.enhet),
            punkt.forelopig,
            punkt.brudd,
        )
        for punkt in rad.serie
    )
    nedre, ovre = (rad.krav.nedre, rad.krav.ovre) if rad.krav else (None, None)
    if rad.krav is None and rad.neste:
        nedre, ovre = (rad.neste[1], None) if rad.retning == "opp" else (None, rad.neste[1])
    return Tallserie(rad.navn, punkter, nedre, ovre, maaltallet(rad).removeprefix("–"))


def lysbaren(telling: Mapping[Maallys, int], tittel: str) -> Lysbar:
    """How many indicators stand in each way."""
    deler = (Lysdel(lys.ord, LYSMERKER[lys], tall) for lys, tall in telling.items() if tall)
    return Lysbar(tittel, tuple(deler))


def matrisen(ganger: "tuple[Aarsgang, ...]", perioder: tuple[str, ...], tittel: str) -> Matrise:
    """How some oppdrag stood in each period of a year."""
    rader = (
        Matriserad(gang.sak.tittel, tuple(ett and ett.value for ett in gang.perioder))
        for gang in ganger
    )
    # the year stands in the heading of the document
    return Matrise(
        tittel, tuple(navn.rpartition(" ")[0] or navn for navn in perioder), tuple(rader)
    )


def avviksbaren(del_: "Okonomidel") -> Avviksbar | None:
    """How far each area is from its budget; None where none is. Those in balance stand in the table
    alone.
    """
    tittel = "Avvik fra budsjettet" if del_.er_aaret else "Ventet avvik ved årsslutt"
    deler = (
        Avviksdel(ett.navn, ett.avvik, f"{ett.ordet} {millioner(ett.storrelse)} kr")
        for ett in del_.linjer
        if ett.avvik
    )
    return Avviksbar(tittel, alle) if (alle := tuple(deler)) else None


def _tittelen(tittel: object) -> str:
    """The title that a template gives a picture. Raises UtenVerdi for what is none."""
    if not isinstance(tittel, str) or not tittel.strip():
        raise UtenVerdi("en figur må ha en tittel, og den må være tekst")
    return tittel[:_LENGSTE_TITTEL]


def figurfiltre(figurer: Figurer) -> dict[str, Callable[..., Any]]:
    """The filters by name; each puts its picture in the document, and gives the line that stands
    for it.
    """

    def serie(rad: "Indikatorrad") -> Ferdig:
        figur = tallserien(rad)
        return figurer.sett_inn(figur) if figur else Ferdig("")

    def lys(telling: Mapping[Maallys, int], tittel: str) -> Ferdig:
        return figurer.sett_inn(lysbaren(telling, _tittelen(tittel))) if telling else Ferdig("")

    def matrise(ganger: "tuple[Aarsgang, ...]", perioder: tuple[str, ...], tittel: str) -> Ferdig:
        return (
            figurer.sett_inn(matrisen(ganger, perioder, _tittelen(tittel)))
            if ganger
            else Ferdig("")
        )

    def hjul(svar: "Arshjulsvar") -> Ferdig:
        return figurer.sett_inn(hjulet(svar, None))

    def avvik(del_: "Okonomidel") -> Ferdig:
        figur = avviksbaren(del_)
        return figurer.sett_inn(figur) if figur else Ferdig("")

    return {
        "seriefigur": serie,
        "lysfigur": lys,
        "matrisefigur": matrise,
        "avviksfigur": avvik,
        "hjulfigur": hjul,
    }
