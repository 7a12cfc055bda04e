"""``styring tertial purring``."""

from styring.cli.felles import innlasting
from styring.cli.felles.utskrift import skriv_svar
from styring.cli.felles.valg import (
    DatoValg,
    FormatValg,
    PeriodeArgument,
    PerValg,
    ProsjektValg,
    VedValg,
)
from styring.cli.felles.verdier import dagen_for
from styring.sporring.rapportering.purring import purring
from styring.visning.rapportering import purring as visning


def kommando(
    periode: PeriodeArgument,
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
    svar = purring(innlesing.register, periode, dagen_for(dato, per))
    return skriv_svar("purring", svar, visning, innlesing.register, format_)
