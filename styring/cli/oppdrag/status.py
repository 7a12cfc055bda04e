"""``styring status``."""

from datetime import date
from types import ModuleType
from typing import Annotated, Protocol

import typer

from styring.cli.felles.fellesvalg import Lesevalg, med_valg
from styring.cli.felles.valg import AarValg, SektorValg, fullfor_enhet
from styring.cli.felles.verdier import ett_av_to
from styring.feil import StyringFeil
from styring.register.register import Register


class Sporrer(Protocol):
    """A question about the oppdrag: of one unit or all, in one year or the newest."""

    __name__: str

    def __call__(
        self, register: Register, dato: date, sektor: str | None = ..., aar: int | None = ..., /
    ) -> object:
        """Answer it."""


Sporsmal = tuple[Sporrer, ModuleType]


@med_valg(Lesevalg)
def kommando(
    valg: Lesevalg,
    enhet: Annotated[
        str | None,
        typer.Argument(
            metavar="ENHET", help="Det samme som --sektor.", autocompletion=fullfor_enhet
        ),
    ] = None,
    sektor: SektorValg = None,
    aar: AarValg = None,
    bare_avvik: Annotated[
        bool,
        typer.Option(
            "--bare-avvik",
            help="Det som ikke er i rute, med tiltak, og det noen trenger hjelp til.",
        ),
    ] = False,
    delansvar: Annotated[
        bool, typer.Option("--delansvar", help="Hvem som venter på hvem.")
    ] = False,
    utsatt: Annotated[
        bool,
        typer.Option("--utsatt", help="Frister som er flyttet: hvorfor, og hvem som godkjente."),
    ] = False,
    ikke_delegert: Annotated[
        bool, typer.Option("--ikke-delegert", help="Oppdrag ingen under direktøren bærer.")
    ] = False,
) -> int:
    """Hvor står oppdragene?

    Uten --sektor: én rad for hver enhet, og summen. Med --sektor: ett oppdrag på hver rad.

    Eksempel: styring status --sektor OUS
    """
    sektor = ett_av_to(enhet, sektor, "--sektor")
    valgte = {
        "--bare-avvik": bare_avvik,
        "--delansvar": delansvar,
        "--utsatt": utsatt,
        "--ikke-delegert": ikke_delegert,
    }
    utsnitt = [navn for navn, valgt in valgte.items() if valgt]
    if len(utsnitt) > 1:
        raise StyringFeil(f"{utsnitt[0]} og {utsnitt[1]} kan ikke brukes sammen. Velg én av dem.")
    sporsmal, visning = _SPORSMAL[utsnitt[0] if utsnitt else ""]()
    svar = sporsmal(valg.register, valg.dag, sektor, aar)
    return valg.skriv(sporsmal.__name__, svar, visning)


# Each question is imported where it is asked: «styring status» is run at every turn, and needs none
# of the others.


def _status() -> Sporsmal:
    from styring.sporring.oppdrag.status import status
    from styring.visning.oppdrag import status as visning

    return status, visning


def _avvik() -> Sporsmal:
    from styring.sporring.oppdrag.avvik import avvik
    from styring.visning.oppdrag import avvik as visning

    return avvik, visning


def _delansvar() -> Sporsmal:
    from styring.sporring.oppdrag.delansvar import delansvar
    from styring.visning.oppdrag import delansvar as visning

    return delansvar, visning


def _utsatte() -> Sporsmal:
    from styring.sporring.oppdrag.utsatte import utsatte
    from styring.visning.oppdrag import utsatte as visning

    return utsatte, visning


def _udelegert() -> Sporsmal:
    from styring.sporring.oppdrag.udelegert import udelegert
    from styring.visning.oppdrag import udelegert as visning

    return udelegert, visning


_SPORSMAL = {
    "": _status,
    "--bare-avvik": _avvik,
    "--delansvar": _delansvar,
    "--utsatt": _utsatte,
    "--ikke-delegert": _udelegert,
}
