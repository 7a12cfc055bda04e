"""``styring oppdater`` of what is only done or not: a line of a plan, something lacking, an
evaluation.
"""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, cast

from styring.cli.felles.skriv_endring import Skrivevalg, gjennomfor, innholdet
from styring.cli.felles.verdier import velg_eller_ingen
from styring.cli.rapportering.meldingssvar import STATUSER
from styring.fag.kalender import kortdato
from styring.fag.norsk import opplisting, stor
from styring.feil import StyringFeil
from styring.prosjekt.tre import Arbeidstre
from styring.redigering.poster import sett
from styring.redigering.skriving import Endring
from styring.sporring.poster.linjer import Linjested

if TYPE_CHECKING:
    from styring.lesing.innlesing import Innlesing


_PASSER = frozenset({"id_", "status", "dato", "ja", "utkast", "prosjekt"})


def meld_linjen(
    tre: Arbeidstre,
    innlesing: "Innlesing",
    linje: Linjested,
    oppgitt: Mapping[str, object],
    dag: date,
    valg: Skrivevalg,
) -> int:
    """Say that it was done on a day; ``oppgitt`` are the arguments of the command. Raises
    StyringFeil where they say something else, or it is done already.
    """
    andre = [navn for navn, verdi in oppgitt.items() if verdi and navn not in _PASSER]
    status = velg_eller_ingen(cast("str | None", oppgitt["status"]), STATUSER, "--status")
    if andre or status not in (None, "ferdig"):
        valgene = [f"--{navn.replace('_', '-')}" for navn in andre]
        hva = opplisting(valgene) or f"--status {status}"
        raise StyringFeil(
            f"«{linje.id}» ({linje.slag}) er gjort eller ikke, så {hva} kan ikke brukes. Skriv"
            f" --status ferdig når det er gjort, og rett resten i {linje.fil}."
        )
    if status is None:
        raise StyringFeil(
            f"det er ingenting å melde. Er «{linje.id}» gjort, skriv --status ferdig."
        )
    if linje.gjort:
        raise StyringFeil(
            f"«{linje.id}» ({linje.slag}) er meldt gjort {kortdato(linje.gjort)}. Er det feil, rett"
            f" {linje.felt} i {linje.fil}."
        )
    raa = innholdet(tre, innlesing, linje.fil)
    etter = sett(raa, linje.sti, {linje.felt: dag}, type(linje.verdi))
    return gjennomfor(
        tre, [Endring(linje.fil, raa, etter)], valg, f"{stor(linje.slag)} {linje.id} er meldt gjort"
    )
