"""The wheel as files."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from styring.feil import StyringFeil
from styring.sporring.arshjul.arshjul import Arshjulsvar


def tegn(
    filer: Mapping[str, Path], svar: Arshjulsvar, dag: date, *, paa_nynorsk: bool = False
) -> int:
    """Draw the wheel in each form into its file. Raises StyringFeil before anything is
    written where a library is missing.
    """
    from styring.cli.felles.filskriving import skriv_bytes  # only where something is drawn
    from styring.cli.felles.filvakt import krev_ledige
    from styring.cli.felles.utskrift import skriv_side
    from styring.visning.arshjul.hjulbilde import bildet, om_bildet
    from styring.visning.felles.blokker import linje

    krev_ledige(filer)
    try:
        innhold = {
            fil: bildet(svar, dag, form, paa_nynorsk=paa_nynorsk) for form, fil in filer.items()
        }
    except ModuleNotFoundError as feil:
        from styring.prosjekt.installasjon import installer_med

        raise StyringFeil(
            f"PDF og PNG trenger pakken typst. Installer den med «{installer_med('pdf')}», eller"
            " bruk --svg."
        ) from feil
    for fil, bytene in innhold.items():
        skriv_bytes(fil, bytene)
    navn = ", ".join(f"«{fil}»" for fil in innhold)
    skriv_side([linje(f"Skrev {navn}: {om_bildet(svar, dag)}.")])
    return 0
