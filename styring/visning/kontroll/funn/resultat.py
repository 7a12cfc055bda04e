"""What one check gave: the findings, and how much was read."""

from collections.abc import Sequence
from dataclasses import dataclass

from styring.fag.norsk import antall, opplisting
from styring.funn import Alvor, Funn
from styring.register.typer import flertall


@dataclass(frozen=True, slots=True)
class Resultat:
    """The findings to show, worst first, and how many files and records were read."""

    funn: tuple[Funn, ...]
    antall_filer: int
    uleste: int
    andre_filer: int
    poster: dict[str, int]

    def antall_av(self, alvor: Alvor) -> int:
        """How many findings of one grade."""
        return sum(funn.alvor is alvor for funn in self.funn)


def verst_forst(funn: Sequence[Funn]) -> tuple[Funn, ...]:
    """Order findings: the gravest first, then by file and place."""
    return tuple(
        sorted(funn, key=lambda f: (f.alvor.rang, f.fil, f.linje, f.kolonne, f.kode, f.melding))
    )


def oppsummering(resultat: Resultat) -> str:
    """Say what was found in one line, such as «2 feil og 1 advarsel i 2 filer»."""
    tall = [
        antall(resultat.antall_av(alvor), alvor.value)
        for alvor in Alvor
        if resultat.antall_av(alvor)
    ]
    if not tall:
        return "Ingen feil."
    return f"{opplisting(tall)} i {antall(len({funn.fil for funn in resultat.funn}), 'fil')}."


def lest(resultat: Resultat) -> str:
    """Say how much was read: nothing is lost in silence."""
    boyning = flertall()
    poster = [
        antall(tall, ord_, boyning.get(ord_)) for ord_, tall in resultat.poster.items() if tall
    ]
    innhold = f": {opplisting(poster)}" if poster else ""
    andre = (
        f" Dessuten {antall(resultat.andre_filer, 'fil')} som ikke er data."
        if resultat.andre_filer
        else ""
    )
    alle = antall(resultat.antall_filer, "fil")
    filer = f"{resultat.antall_filer - resultat.uleste} av {alle}" if resultat.uleste else alle
    return f"Lest {filer}{innhold}.{andre}"
