"""``styring regler``."""

from typing import Annotated

import typer

from styring.cli.felles.utskrift import skriv, skriv_side
from styring.cli.felles.verdier import velg
from styring.fag.norsk import mente_du
from styring.feil import StyringFeil
from styring.regler.katalog import REGLER, regelen
from styring.regler.regel import FAMILIER
from styring.visning.kontroll import regler as visning


def _fullfor(incomplete: str) -> list[tuple[str, str]]:
    return [
        (regel.kode, regel.krav) for regel in REGLER if regel.kode.startswith(incomplete.upper())
    ]


def kommando(
    kode: Annotated[
        str | None,
        typer.Argument(
            metavar="KODE",
            help="En regel (ST301), eller en familie av regler (ST3).",
            autocompletion=_fullfor,
        ),
    ] = None,
    format_: Annotated[
        str,
        typer.Option(
            "--format", metavar="FORMAT", help="tekst eller md. Uten KODE gir md hele håndboken."
        ),
    ] = "tekst",
) -> int:
    """Reglene, og håndboken for én av dem.

    Eksempel: styring regler ST301
    """
    som_markdown = velg(format_, ("tekst", "md"), "--format") == "md"
    if kode is None and som_markdown:
        skriv(visning.som_markdown())
        return 0
    start = (kode or "").upper()
    if kode is None or start in FAMILIER:
        skriv_side(visning.liste(start), som_markdown=som_markdown)
        return 0
    regel = regelen(kode.upper())
    if regel is None:
        ment = mente_du(kode.upper(), [regel.kode for regel in REGLER])
        raise StyringFeil(
            f"«{kode}» er ikke en regel."
            f" {f'Mente du {ment}?' if ment else 'Se alle med «styring regler».'}"
        )
    skriv_side(visning.haandbok(regel), som_markdown=som_markdown)
    return 0
