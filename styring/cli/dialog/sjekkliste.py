"""``styring sjekkliste``."""

from typing import Annotated

import typer

from styring.cli.felles.fellesvalg import Lesevalg, med_valg
from styring.cli.felles.valg import AarValg, SektorValg, fullfor_enhet
from styring.cli.felles.verdier import ett_av_to
from styring.sporring.dialog.sjekkliste import sjekkliste
from styring.visning.dialog import sjekkliste as visning


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
) -> int:
    """Det brevet venter av ledere, og hva dataene svarer.

    Er planene revidert, øvelsene holdt og evaluert, avvikene møtt med tiltak, og noe valgt fra
    HR-strategien? Det dataene ikke kan svare på, er spørsmål til styringsdialogen. Det som blir
    avtalt der, skrives i dialogen: det er ikke noe eget skjema.

    Eksempel: styring sjekkliste --sektor HOM
    """
    sektor = ett_av_to(enhet, sektor, "--sektor")
    svar = sjekkliste(valg.register, valg.dag, sektor, aar)
    return valg.skriv("sjekkliste", svar, visning)
