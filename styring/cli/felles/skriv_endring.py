"""The one way from a planned change to files: checked as a whole, shown, agreed to, written."""

import difflib
import sys
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from styring.cli.felles import innlasting
from styring.cli.felles.manglende_valg import bekreft, kan_spore
from styring.cli.felles.utskrift import skriv_side
from styring.fag.norsk import antall
from styring.feil import StyringFeil, UlesteData
from styring.funn import Alvor, Funn, Treff
from styring.prosjekt.tre import Arbeidstre, Overlegg
from styring.redigering.skriving import Endring, skriv
from styring.visning.poster import endring as visning

if TYPE_CHECKING:
    from styring.lesing.innlesing import Innlesing
    from styring.regler.regel import Regel

MAA_GODKJENNES = ("ST626", "ST909")
"""The faults that a change may bring: a period that was approved must be approved again.

They are told, and do not stop the correction.
"""


class Skrivevalg:
    """What the user said of writing: without asking, or never."""

    def __init__(self, *, ja: bool, utkast: bool) -> None:
        if ja and utkast:
            raise StyringFeil("--ja og --utkast kan ikke brukes sammen. Velg én av dem.")
        self.ja, self.utkast = ja, utkast


def last(prosjekt: Path | None) -> "tuple[Arbeidstre, Innlesing]":
    """Read the project that is to be changed."""
    tre = innlasting.arbeidstreet(prosjekt)
    return tre, innlasting.les_inn(tre)


def last_alt(prosjekt: Path | None) -> "tuple[Arbeidstre, Innlesing]":
    """Read a project of which everything must be known: forms and approvals over half of the data
    would be wrong. Raises UlesteData.
    """
    tre, innlesing = last(prosjekt)
    if uleste := innlesing.register.uleste:
        raise UlesteData(
            f"{antall(len(uleste), 'fil')} kunne ikke leses, så noe ville manglet. Se hva som er"
            " galt med «styring valider»."
        )
    return tre, innlesing


def innholdet(tre: Arbeidstre, innlesing: "Innlesing", fil: str) -> bytes:
    """Give the bytes of a file that is to be changed.

    Raises StyringFeil where it could not be read whole.
    """
    raa = tre.les(fil)
    if fil in innlesing.register.uleste or not isinstance(raa, bytes):
        raise UlesteData(
            f"«{fil}» kan ikke leses helt og blir ikke endret. Se hva som er galt med «styring"
            " valider»."
        )
    return raa


def gjennomfor(
    tre: Arbeidstre,
    endringer: Sequence[Endring],
    valg: Skrivevalg,
    ferdig: str,
    *,
    avdekker: bool = False,
    funnet: list[Funn] | None = None,
) -> int:
    """Check the change, show it, ask, and write.

    ``avdekker``: what is put right may let faults be seen that were there already; they are shown,
    and stop nothing. ``funnet``: what the change brings, where that has been found already.

    Returns the exit code: 1 where it would make something wrong in the data, or the user said no.
    """
    ekte = [endring for endring in endringer if endring.foer != endring.etter]
    if not ekte:
        skriv_side(visning.ingenting())
        return 0
    nye = nye_funn(tre, ekte) if funnet is None else funnet
    feil = [funn for funn in nye if funn.alvor is Alvor.FEIL and funn.kode not in MAA_GODKJENNES]
    if feil and not avdekker:
        skriv_side(visning.avvist(feil))
        return 1
    skriv_side(
        visning.plan(
            [
                (endring.fil, endring.foer is None, endring.sammendrag, _linjer(endring))
                for endring in ekte
            ]
        )
    )
    skriv_side(visning.merknader(nye))
    if valg.utkast:
        skriv_side(visning.utkast())
        return 0
    if not valg.ja:
        if not kan_spore():
            raise StyringFeil(
                "ingen kan svare ja her. Legg til --ja for å skrive, eller --utkast for bare å se."
            )
        if not bekreft("Skal dette skrives?"):
            sys.stderr.write("Ingenting er skrevet.\n")
            return 1
    skriv(tre, ekte)
    skriv_side(visning.skrevet(ferdig, len(ekte)))
    return 0


Kjennetegn = frozenset[tuple[str, str, str, str]]
"""What tells one finding from another, whichever line it stands on."""


def nye_funn(
    tre: Arbeidstre, endringer: Sequence[Endring], gamle: Callable[[], Kjennetegn] | None = None
) -> list[Funn]:
    """What a change would bring of faults and warnings that are not there today (``gamle``): those
    are looked for only where there would be any.
    """
    kjente = gamle or gamle_funn(tre)

    def er_nytt(treff: Treff) -> bool:
        return _kjennetegn(treff) not in kjente()

    ny = Overlegg(tre, {endring.fil: endring.etter for endring in endringer})
    return innlasting.kontroller(ny, _velges, er_nytt)[1]


def gamle_funn(tre: Arbeidstre) -> Callable[[], Kjennetegn]:
    """What gives the faults and warnings that are there today: looked for once, when first asked
    for.
    """
    return cache(lambda: _gamle_funn(tre))


def _gamle_funn(tre: Arbeidstre) -> Kjennetegn:
    gamle: set[tuple[str, str, str, str]] = set()

    def husk(treff: Treff) -> bool:
        gamle.add(_kjennetegn(treff))
        return False

    innlasting.kontroller(tre, _velges, husk)
    return frozenset(gamle)


def stoppes_av_feil(tre: Arbeidstre, mappe: str) -> bool:
    """Show what is wrong in the files of a folder today; whether there is anything."""

    def i_mappen(treff: Treff) -> bool:
        return treff.fil.startswith(mappe)

    alle = innlasting.kontroller(tre, _velges, i_mappen)[1]
    feil = [funn for funn in alle if funn.alvor is Alvor.FEIL and funn.kode not in MAA_GODKJENNES]
    if feil:
        skriv_side(visning.avvist(feil))
    return bool(feil)


def _velges(regel: "Regel") -> bool:
    return regel.alvor is not Alvor.TIPS


def _kjennetegn(treff: Treff) -> tuple[str, str, str, str]:
    return treff.kode, treff.fil, treff.melding, treff.funnet


def _linjer(endring: Endring) -> list[str]:
    """The lines that go and come, each with its sign."""
    foer = (endring.foer or b"").decode("utf-8-sig").splitlines()
    etter = endring.etter.decode("utf-8-sig").splitlines()
    forskjell = difflib.unified_diff(foer, etter, lineterm="", n=0)
    return [linje for linje in forskjell if not linje.startswith(("---", "+++", "@@"))]
