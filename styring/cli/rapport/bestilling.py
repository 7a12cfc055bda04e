"""What was asked for beside the question itself: where a report goes, and in which form."""

from dataclasses import dataclass

from styring.cli.felles.valg import DatoValg, PerValg, ProsjektValg, VedValg
from styring.cli.felles.verdier import velg
from styring.cli.rapport.rapportvalg import KontrollValg, OffentligValg, RapportformatValg, UtValg
from styring.fag.norsk import opplisting
from styring.feil import StyringFeil
from styring.visning.rapport import dokumenter


@dataclass(frozen=True, slots=True)
class Bestilling:
    """What was asked for beside the question itself: where it goes, in which form, what to hold it
    against; of which day and version, for whom, and where the data are.
    """

    ut: UtValg = None
    format_: RapportformatValg = None
    kontroll: KontrollValg = None
    dato: DatoValg = None
    ved: VedValg = None
    per: PerValg = None
    for_: OffentligValg = "offentlig"
    prosjekt: ProsjektValg = None

    @property
    def form(self) -> str:
        """The form of the document: as asked for, else by the ending of the file, else Markdown.

        Raises StyringFeil.
        """
        fil = self.kontroll or (self.ut if str(self.ut) != "-" else None)
        valgt = velg(self.format_, dokumenter.FORMATER, "--format") if self.format_ else None
        if fil is None:
            return valgt or "md"
        endelse = fil.suffix.lower().lstrip(".")
        if endelse not in dokumenter.FORMATER:
            raise StyringFeil(
                f"«{fil}» har ingen endelse som styring kan lage. Bruk"
                f" {opplisting((f'.{form}' for form in dokumenter.FORMATER), 'eller')}."
            )
        if valgt not in (None, endelse):
            raise StyringFeil(
                f"--format {valgt} og filen «{fil}» passer ikke sammen. Skriv bare én av dem."
            )
        return endelse


def valgt(valg: str, verdi: object) -> tuple[str, ...]:
    """An option as it is written when a report is made again; nothing where it was not chosen."""
    if verdi is None or verdi is False:
        return ()
    return (valg,) if verdi is True else (valg, str(verdi))
