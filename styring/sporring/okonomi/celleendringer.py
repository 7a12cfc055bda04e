"""What the changed cells of a month's workbook mean for what is there."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from styring.fag.belop import kroner
from styring.fag.kalender import kortdato
from styring.fag.maanedsbok import INVESTERINGSKOLONNER, KOLONNER, TILTAKSKOLONNER, Maanedssvar

OVERSKRIFTER = {
    k.felt: k.overskrift for k in (*KOLONNER, *TILTAKSKOLONNER, *INVESTERINGSKOLONNER) if k.felt
}


def uenige(svar: Maanedssvar, har: Mapping[str, object]) -> Iterator[str]:
    """The cells that were changed both in the workbook and here since it was made. A row that was
    not sent has nothing to differ from.
    """
    for felt, celle in svar.felter.items() if svar.sendt else ():
        if felt in har and har[felt] not in (celle.sendt, celle.verdi):
            yield (
                f"«{OVERSKRIFTER[felt]}» er endret både i arket («{_vist(celle.verdi)}») og her"
                f" («{_vist(har[felt])}»); velg én av dem, og lag arket på nytt med «styring"
                " maaned start --xlsx»"
            )


def nye_felter(svar: Maanedssvar, har: Mapping[str, object]) -> dict[str, object]:
    """The fields of a row that are otherwise here."""
    return {
        felt: celle.verdi for felt, celle in svar.felter.items() if har.get(felt) != celle.verdi
    }


def staar_her(svar: Maanedssvar, har: Mapping[str, object]) -> Iterator[str]:
    """The cells that were empty when the workbook was made and still are, where something has been
    said since: the workbook does not take it away.
    """
    for felt in svar.tomme:
        if har.get(felt) is not None:
            yield (
                f"«{OVERSKRIFTER[felt]}» er tom i arket, og «{_vist(har[felt])}» blir stående. Skal"
                " det bort, lag arket på nytt og tøm cellen"
            )


def _vist(verdi: object) -> str:
    if isinstance(verdi, Decimal):
        return f"{kroner(verdi)} kr"
    return kortdato(verdi) if isinstance(verdi, date) else str(verdi or "tomt")
