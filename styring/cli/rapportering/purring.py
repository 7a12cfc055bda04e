"""``styring tertial purring``."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from styring.cli.felles import innlasting
from styring.cli.felles.filskriving import skriv_fil
from styring.cli.felles.utskrift import skriv, skriv_svar
from styring.cli.felles.valg import (
    DatoValg,
    FormatValg,
    PeriodeArgument,
    PerValg,
    ProsjektValg,
    SektorValg,
    VedValg,
)
from styring.cli.felles.verdier import dagen_for
from styring.fag.norsk import antall
from styring.register.dekket import dekket, paa_nynorsk
from styring.sporring.felles.utvalg import enhetene
from styring.sporring.rapportering.purring import Purresvar, purring
from styring.visning.rapportering import purring as visning


def kommando(
    periode: PeriodeArgument,
    sektor: SektorValg = None,
    ut: Annotated[
        Path | None,
        typer.Option(
            "--ut", "-o", metavar="MAPPE", help="Skriv teksten til hver enhet som en fil."
        ),
    ] = None,
    dato: DatoValg = None,
    ved: VedValg = None,
    per: PerValg = None,
    format_: FormatValg = "tekst",
    prosjekt: ProsjektValg = None,
) -> int:
    """Hvem mangler hva i en periode?

    Før fristen en påminnelse, etter fristen en purring: hvem, hvor sent, hva som mangler i hvert
    steg, og en ferdig tekst til hver enhet.

    Eksempel: styring tertial purring 2023-T1
    """
    innlesing = innlasting.les(prosjekt, None, ved, per)
    dag = dagen_for(dato, per)
    svar = purring(innlesing.register, periode, dag)
    if paa_nynorsk(innlesing.register):
        skilt = purring(dekket(innlesing.register), periode, dag)
        svar = visning.med_nynorske_tekster(svar, skilt)
    koder = enhetene(innlesing.register, sektor)
    if koder is not None:
        svar = replace(svar, purret=tuple(ett for ett in svar.purret if ett.enhet in koder))
    kode = skriv_svar("purring", svar, visning, innlesing.register, format_)
    if ut is not None:
        _skriv_tekstene(svar, ut, format_)
    return kode


def _skriv_tekstene(svar: Purresvar, mappe: Path, format_: str) -> None:
    """Write one file for each unit, ready to be pasted in a mail."""
    for ett in svar.purret:
        skriv_fil(mappe / f"{svar.periode}-{ett.enhet}.txt", f"{ett.tekst.rstrip()}\n")
    if format_ == "tekst":
        skriv(f"Skrev {antall(len(svar.purret), 'fil')} i «{mappe}».\n")
