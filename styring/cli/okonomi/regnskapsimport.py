"""``styring importer regnskap``."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, cast

import typer

from styring.cli.felles.skriv_endring import Skrivevalg, gjennomfor, innholdet, last
from styring.cli.felles.utskrift import skriv_side
from styring.cli.felles.valg import JaValg, ProsjektValg, UtkastValg
from styring.cli.okonomi.hovedboksimport import HovedbokArgument, HovedbokskartValg, les_hovedbok
from styring.cli.okonomi.maanedsverdi import les_maaned
from styring.fag.hovedbok import Hovedboksvar
from styring.fag.norsk import antall
from styring.feil import StyringFeil
from styring.prosjekt.filer import les_fil
from styring.redigering.gjengi import Verdi
from styring.redigering.poster import ny_fil, skrevet_om
from styring.redigering.skriving import Endring
from styring.register.okonomien import budsjettet
from styring.sporring.okonomi.fra_hovedbok import (
    endret_siden_sist,
    merknader,
    mot_kostra,
    regnskapsfelter,
)
from styring.visning.okonomi import hovedbok as visning

_TOPPTEKST = "Skrevet av «styring importer regnskap». Rettes i regnskapet, og leses inn på nytt."


def kommando(
    fil: HovedbokArgument,
    kart: HovedbokskartValg,
    maaned: Annotated[
        str,
        typer.Option(
            "--maaned",
            "--måned",
            metavar="MÅNED",
            help="Måneden tallene går til og med, for eksempel 2024-03. Hele året: 2024-AR.",
        ),
    ],
    kostra: Annotated[
        Path | None,
        typer.Option(
            "--kostra",
            metavar="FIL",
            help="KOSTRAs regnskapsfil for den samme tiden: helheten holdes mot den.",
        ),
    ] = None,
    ja: JaValg = False,
    utkast: UtkastValg = False,
    prosjekt: ProsjektValg = None,
) -> int:
    """Legg inn en måned av regnskapet fra et uttrekk av hovedboken.

    Tallene er hittil i året. Stemmer ikke filen med sine egne sumrader, eller hører noe ikke til et
    område, leses ingenting inn. Den samme filen en gang til endrer ingenting.

    Eksempel: styring importer regnskap mars.csv --kart kart.yaml --maaned 2024-03
    """
    valg = Skrivevalg(ja=ja, utkast=utkast)
    valgt = les_maaned(maaned)
    svar, lest = les_hovedbok(fil, kart)
    tre, innlesing = last(prosjekt)
    register = innlesing.register
    if budsjettet(register, valgt.aar) is None:
        raise StyringFeil(
            f"budsjettet for {valgt.aar} er ikke lagt inn. Gjør det med «styring importer"
            " budsjett»."
        )
    kontroll = list(_mot_kostra(kostra, svar)) if kostra else []
    alle = [
        *svar.merknader,
        *merknader(register, svar, valgt, har_budsjett="budsjett" in lest.kolonner),
        *kontroll,
    ]
    endret = list(endret_siden_sist(register, svar, valgt))
    skriv_side(visning.side(f"Regnskap {valgt.navn}", svar, alle, endret))
    if svar.feil:
        return 1
    felter = regnskapsfelter(
        svar, f"Uttrekk av hovedboken, {fil.name}", med_budsjett="budsjett" in svar.helhet
    )
    ny = ny_fil(cast("dict[str, Verdi]", felter), _TOPPTEKST)
    sti = f"data/okonomi/{valgt.id}/regnskap.yaml"
    foer = innholdet(tre, innlesing, sti) if sti in tre.filer() else None
    endring = Endring(sti, foer, skrevet_om(foer, ny), antall(len(svar.omraader), "område"))
    kode = gjennomfor(tre, [endring], valg, f"Regnskapet for {valgt.navn} er lest inn")
    borte = any(ett.i_filen is None for ett in endret)
    return 1 if svar.merknader or kontroll or borte else kode


def _mot_kostra(fil: Path, svar: Hovedboksvar) -> Iterator[str]:
    from styring.lesing.kostrafil import les_kostra  # only where there is such a file

    lest = les_kostra(fil.name, les_fil(fil))
    return mot_kostra(svar, lest.drift, lest.investering, lest.rader)
