"""What a template may ask for of the goals: figures, targets and lights in words."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from styring.fag.belop import som_skrevet
from styring.fag.norsk import antall, lik, opplisting
from styring.visning.felles.merker import MERKER
from styring.visning.figur.kurve import BRUDD
from styring.visning.maal.maalstatus import LYSMERKER, PROSENT, maaltallene, med_enhet
from styring.visning.rapport.rens import Ferdig

if TYPE_CHECKING:
    from styring.fag.indikator import Maallys, Maalpunkt
    from styring.sporring.maal.maalstatus import Indikatorrad
    from styring.sporring.rapport.maaldel import Maaldel, Maaltabell

_INGEN = "–"
_IKKE_MAALT = MERKER["ikke_rapportert"].tegn
FORELOPIG = "*"
"""The sign that the national statistics use of a preliminary figure."""


def lyset(lys: "Maallys") -> Ferdig:
    """A light as sign and word, never divided between two lines."""
    return Ferdig(f"{MERKER[LYSMERKER[lys]].tegn}\u00a0{lys.ord}")


def lystelling(telling: "Mapping[Maallys, int]") -> Ferdig:
    """How many indicators stand in each way."""
    return Ferdig(", ".join(f"{tall} {lyset(lys)}" for lys, tall in telling.items()))


def lysene(tabell: "Maaltabell") -> Ferdig:
    """How each indicator of a goal stands, and the year of its last figure."""
    if not tabell.rader:
        return Ferdig(f"{_IKKE_MAALT}\u00a0ikke målt")
    deler = (
        f"{lyset(ett.rad.lys)}{f' ({ett.rad.serie[-1].aar})' if ett.rad.serie else ''}"
        for ett in tabell.rader
    )
    return Ferdig(", ".join(deler))


def maalene(del_: "Maaldel") -> str:
    """The whole in a few sentences."""
    uten = [f"{del_.ikke_maalt} av {del_.antall} mål er ikke målt"] if del_.ikke_maalt else []
    uten += [f"{del_.uten_aarets_tall} har ikke tall for {del_.aar}"] * bool(del_.uten_aarets_tall)
    maalt = f"{opplisting(uten)}." if uten else f"Alle målene har tall for {del_.aar}."
    if not del_.vurdert:
        return f"{maalt} Målene er ikke vurdert ennå."
    ordene = opplisting(f"{tall} {ord_}" for ord_, tall in del_.vurdert.items())
    ikke = f" {antall(del_.ikke_vurdert, 'mål')} er ikke vurdert." if del_.ikke_vurdert else ""
    return f"Vurderingen av {del_.aar}: {ordene}.{ikke} {maalt}"


def maaltall(punkt: "Maalpunkt", rad: "Indikatorrad") -> Ferdig:
    """One figure in a table, with the sign of a break before it and that of a preliminary one
    after; what they mean stands below the table.
    """
    brudd = f"{BRUDD}\u00a0" if _er_brudd(punkt, rad) else ""
    return Ferdig(f"{brudd}{_tallet(punkt, rad)}{FORELOPIG if punkt.forelopig else ''}")


def sistetall(rad: "Indikatorrad") -> str:
    """The last figure and its year."""
    return _med_forbehold(rad.serie[-1], rad, (str(rad.serie[-1].aar),)) if rad.serie else _INGEN


def foertall(rad: "Indikatorrad") -> str:
    """The figure before the last and its year; nothing over a break."""
    if len(rad.serie) < 2 or rad.serie[-1].brudd:  # noqa: PLR2004  the last two
        return _INGEN
    return _med_forbehold(rad.serie[-2], rad, (str(rad.serie[-2].aar),))


def _med_forbehold(punkt: "Maalpunkt", rad: "Indikatorrad", om: tuple[str, ...]) -> Ferdig:
    """A figure, and what must be said of it in the same breath: digits and our own words."""
    om += ("foreløpig",) if punkt.forelopig else ()
    om += ("brudd",) if _er_brudd(punkt, rad) else ()
    tall = _tallet(punkt, rad)
    return Ferdig(f"{tall} ({', '.join(om)})" if om else tall)


def _tallet(punkt: "Maalpunkt", rad: "Indikatorrad") -> str:
    return med_enhet(som_skrevet(punkt.verdi), rad.enhet).replace(" ", "\u00a0")


def _er_brudd(punkt: "Maalpunkt", rad: "Indikatorrad") -> bool:
    """Whether a figure can't be held against the one before it."""
    return punkt.brudd and punkt is not rad.serie[0]


def kravet(rad: "Indikatorrad") -> Ferdig:
    """The target, and the next one: digits and our own words."""
    return Ferdig(maaltallene(rad).replace(" %", "\u00a0%"))


def kilden(rad: "Indikatorrad") -> str:
    """Where the figures of an indicator come from, what they are counted in, and what must be known
    of them.
    """
    kilder = list(dict.fromkeys(punkt.kilde for punkt in rad.serie)) or [rad.kilde]
    noter = "".join(f" {note}." for punkt in rad.serie if (note := _note(punkt, rad)))
    uten = " Ikke målt på to år eller mer." if rad.gammel else ""
    uten = uten if rad.serie else " Ikke målt ennå."
    kjent = lik(rad.enhet) in PROSENT or lik(rad.enhet) in lik(rad.navn)
    enhet = "" if kjent else f" ({rad.enhet})"
    return f"{rad.navn}{enhet}. Kilde: {opplisting(kilder)}.{uten}{noter}"


def _note(punkt: "Maalpunkt", rad: "Indikatorrad") -> str:
    """What must be known of one figure."""
    om = [f"{FORELOPIG} foreløpig tall"] if punkt.forelopig else []
    om += [f"{BRUDD} brudd i serien"] if _er_brudd(punkt, rad) else []
    om += [punkt.merknad.rstrip(".")] if punkt.merknad else []
    return f"{punkt.aar}: {'. '.join(om)}" if om else ""


MAALFILTRE: dict[str, Callable[..., object]] = {
    "lyset": lyset,
    "lysene": lysene,
    "lystelling": lystelling,
    "maalene": maalene,
    "maaltall": maaltall,
    "sistetall": sistetall,
    "foertall": foertall,
    "kravet": kravet,
    "kilden": kilden,
}
