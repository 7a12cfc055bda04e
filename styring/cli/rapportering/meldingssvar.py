"""Asking at the terminal how something stands."""

import sys
from collections.abc import Callable, Iterator
from datetime import date
from typing import get_args

from styring.cli.felles.manglende_valg import be_om, kan_spore
from styring.cli.felles.verdier import velg_eller_ingen
from styring.fag.skreven_tid import les_tidspunkt
from styring.feil import StyringFeil
from styring.modell.rapport import Framdrift, Status
from styring.redigering.gjengi import Verdi

_FLEST_SPORSMAL = 12
_SPORRES_OM = {
    "ST602": "tiltak",
    "ST604": "forventet_ferdig",
    "ST601": "forventet_ferdig",
    "ST605": "forventet_ferdig",
    "ST607": "begrunnelse",
    "ST608": "begrunnelse",
    "ST609": "kommentar",
    "ST610": "kommentar",
    "ST611": "kommentar",
    "ST615": "",
}
"""Which answer meets a demand, by its code; nothing where it is whatever is still empty."""
_MAA_SIES = ("status", "framdrift", "kommentar")
STATUSER, FRAMDRIFT = get_args(Status), get_args(Framdrift)
_LEDETEKSTER: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "status": ("Status (i_gang, ferdig …)", "--status", STATUSER),
    "framdrift": ("Framdrift (i_rute, usikkert, ikke_i_rute)", "--framdrift", FRAMDRIFT),
    "kommentar": ("Kommentar: hvor saken står, og hva som gjenstår", "--kommentar", ()),
    "forventet_ferdig": ("Når forventes det ferdig (2026-11)", "--forventet", ()),
    "begrunnelse": ("Begrunnelse", "--begrunnelse", ()),
}


def spor_om_melding(dag: date) -> dict[str, Verdi]:
    """Ask for status, framdrift, comment and when it is expected to be done."""
    if not kan_spore():
        raise StyringFeil(
            "det er ingenting å melde. Skriv for eksempel --framdrift usikkert --kommentar «…»; se"
            " alle valg med «styring oppdater --hjelp»."
        )
    svar: dict[str, Verdi] = {}
    for felt in ("status", "framdrift", "kommentar", "forventet_ferdig"):
        svar |= _spor(felt, dag)
    return svar


def spor_om_resten(
    felter: dict[str, Verdi],
    mangler: Callable[[dict[str, Verdi]], Iterator[tuple[str, str]]],
    dag: date,
) -> dict[str, Verdi]:
    """Ask for what the chosen words demand, until nothing more is; what was answered is kept.

    ``mangler`` gives each demand that the answers so far do not meet: its code, and what to say.
    """
    for _ in range(_FLEST_SPORSMAL):
        neste = next(((kode, hva) for kode, hva in mangler(felter) if kode in _SPORRES_OM), None)
        if neste is None:
            return felter
        kode, hva = neste
        sys.stderr.write(
            f"  {hva[:1].upper()}{hva[1:].replace('*', '«', 1).replace('*', '»', 1)}.\n"
        )
        felt = _SPORRES_OM[kode] or next(ett for ett in _MAA_SIES if ett in hva)
        svar = _spor(felt, dag)
        if not svar.get(felt):
            return felter  # answered with nothing: the check says the rest
        felter = felter | svar
    return felter


def _spor(felt: str, dag: date) -> dict[str, Verdi]:
    """Ask for one field."""
    if felt == "tiltak":
        return {"tiltak": _spor_om_tiltak(dag)}
    ledetekst, valg, ordene = _LEDETEKSTER[felt]

    def les(svar: str | None) -> str | None:
        if ordene:
            return velg_eller_ingen(svar, ordene, valg)
        return tidspunkt(svar, dag) if felt == "forventet_ferdig" else svar

    return {
        felt: les(be_om(None, valg, ledetekst, godta=lambda svar: svar and les(svar), maa=False))
    }


def _spor_om_tiltak(dag: date) -> Verdi:
    tekst = be_om(None, "--tiltak", "Hva gjøres for å komme i rute", maa=False)
    if not tekst:
        return None
    hvem = be_om(None, "--tiltak-ansvarlig", "Hvem gjør det (enhet eller rolle)")
    frist = be_om(
        None, "--tiltak-frist", "Når skal det være gjort", godta=lambda svar: _dagen(svar, dag)
    )
    return [{"tekst": tekst, "ansvarlig": hvem, "frist": _dagen(frist or "", dag)}]


def _dagen(skrevet: str, dag: date) -> date:
    lest = les_tidspunkt(skrevet, dag.year)
    try:
        return date.fromisoformat(lest or "")
    except ValueError:
        raise StyringFeil(f"«{skrevet}» er ikke en dag. Skriv for eksempel 15.11.2026.") from None


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
