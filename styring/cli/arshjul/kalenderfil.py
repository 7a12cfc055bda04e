"""Days as a calendar file."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from styring.fag.norsk import antall
from styring.feil import StyringFeil
from styring.register.dekket import paa_nynorsk
from styring.register.register import Register
from styring.sporring.arshjul.kalenderdager import Kalenderdag, kommunens_navn

IcsValg = Annotated[
    Path | None,
    typer.Option("--ics", metavar="FIL", help="Skriv en kalender til Outlook og andre."),
]


def skriv_kalender(
    fil: Path, navn: str, register: Register, dager: tuple[Kalenderdag, ...], dag: date
) -> int:
    """Write the days to a file; they are of the register as files are made of it. Raises
    StyringFeil before anything is written where the library is missing.
    """
    from styring.cli.felles.filskriving import skriv_bytes  # only where a calendar is asked for
    from styring.cli.felles.filvakt import krev_ledige
    from styring.cli.felles.utskrift import skriv_side
    from styring.visning.felles.blokker import linje
    from styring.visning.felles.maalform import maalformen
    from styring.visning.rapport.papirer import internt

    krev_ledige({"ics": fil})
    try:
        from styring.visning.arshjul.ics import Kalender, kalenderen
    except ModuleNotFoundError as feil:
        from styring.prosjekt.installasjon import installer_med

        raise StyringFeil(
            "en kalender trenger pakken icalendar. Installer den med"
            f" «{installer_med('kalender')}»."
        ) from feil
    merking = internt(register.leser.value) or ""
    vis = maalformen(paa_nynorsk=paa_nynorsk(register)).vis
    om = Kalender(f"{register.navn}: {navn}", merking, kommunens_navn(register), dag, vis)
    skriv_bytes(fil, kalenderen(om, dager))
    hvem = f" {merking}" if merking else ""
    skriv_side([linje(f"Skrev «{fil}»: {antall(len(dager), 'dag')}.{hvem}")])
    return 0
