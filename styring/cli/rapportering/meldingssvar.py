"""Asking at the terminal how something stands."""

from datetime import date
from typing import get_args

from styring.cli.felles.manglende_valg import be_om, kan_spore
from styring.cli.felles.verdier import velg_eller_ingen
from styring.fag.periode import les_tidspunkt
from styring.feil import StyringFeil
from styring.modell.rapport import Framdrift, Status
from styring.redigering.gjengi import Verdi

STATUSER, FRAMDRIFT = get_args(Status), get_args(Framdrift)


def spor_om_melding(dag: date) -> dict[str, Verdi]:
    """Ask for status, framdrift, comment and when it is expected to be done."""
    if not kan_spore():
        raise StyringFeil(
            "det er ingenting å melde. Skriv for eksempel --framdrift usikkert --kommentar «…»; se"
            " alle valg med «styring oppdater --hjelp»."
        )
    status = be_om(
        None,
        "--status",
        "Status (i_gang, ferdig …)",
        godta=lambda svar: svar and velg_eller_ingen(svar, STATUSER, "--status"),
        maa=False,
    )
    framdrift = be_om(
        None,
        "--framdrift",
        "Framdrift (i_rute, usikkert, ikke_i_rute)",
        godta=lambda svar: svar and velg_eller_ingen(svar, FRAMDRIFT, "--framdrift"),
        maa=False,
    )
    kommentar = be_om(None, "--kommentar", "Kommentar", maa=False)
    forventet = be_om(
        None,
        "--forventet",
        "Forventet ferdig (2023-11)",
        godta=lambda svar: svar and tidspunkt(svar, dag),
        maa=False,
    )
    return {
        "status": velg_eller_ingen(status, STATUSER, "--status"),
        "framdrift": velg_eller_ingen(framdrift, FRAMDRIFT, "--framdrift"),
        "kommentar": kommentar,
        "forventet_ferdig": tidspunkt(forventet, dag),
    }


def tidspunkt(skrevet: str | None, dag: date) -> str | None:
    """Read when something is expected to be done, as it is stored. Raises StyringFeil."""
    if not skrevet:
        return None
    lest = les_tidspunkt(skrevet, dag.year)
    if lest is None:
        raise StyringFeil(
            f"«{skrevet}» kan ikke brukes med --forventet. Skriv for eksempel 2023-11, 2023-K3"
            " eller 15.11.2023."
        )
    return lest
