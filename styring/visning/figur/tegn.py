"""A picture in each form: SVG, and signs for those that show text alone."""

from styring.visning.felles.trygg import markdown
from styring.visning.figur import avviksbar, hjul, lysbar, matrise, tallserie
from styring.visning.figur.figurer import Avviksbar, Lysbar, Lysdel, Matrise, Tallserie
from styring.visning.figur.hjul import Hjul
from styring.visning.figur.kurve import kurve
from styring.visning.figur.palett import tegnet

Figur = Tallserie | Lysbar | Matrise | Avviksbar | Hjul
_FLEST_TEGN = 40


def som_svg(figur: Figur, nr: int = 1) -> str:
    """The picture as SVG; ``nr`` is its number in the document."""
    match figur:
        case Tallserie():
            return tallserie.tegn(figur, nr)
        case Lysbar():
            return lysbar.tegn(figur, nr)
        case Matrise():
            return matrise.tegn(figur, nr)
        case Avviksbar():
            return avviksbar.tegn(figur, nr)
        case Hjul():
            # the list stands in the table beside it
            return hjul.tegn(figur, hjul.planen(figur), nr, med_liste=False)


def som_tekst(figur: Figur) -> str:
    """The picture in signs, with what they are of; nothing where the table beside it says it
    better, and of one figure alone.
    """
    match figur:
        case Tallserie():
            tegnet_ = kurve([(p.verdi, p.brudd) for p in figur.punkter])
            aar = f"{figur.punkter[0].aar}–{figur.punkter[-1].aar}"
            return f"{tegnet_} {markdown(figur.tittel)}, {aar}" if tegnet_ else ""
        case Lysbar():
            return " ".join(map(_delen, figur.deler, [figur.sum] * len(figur.deler)))
        case Matrise() | Avviksbar() | Hjul():
            return ""


def _delen(del_: Lysdel, sum_: int) -> str:
    tegnene = tegnet(del_.merke) * -(-del_.antall * _FLEST_TEGN // max(sum_, _FLEST_TEGN))
    return f"{tegnene} {del_.antall} {del_.ord}"


def er_bred(figur: Figur) -> bool:
    """Whether a picture needs the whole width of a sheet."""
    return isinstance(figur, Hjul)
