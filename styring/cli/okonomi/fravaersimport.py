"""``styring importer fravaer``."""

from pathlib import Path
from typing import Annotated, cast

import typer

from styring.cli.felles.skriv_endring import Skrivevalg, gjennomfor, innholdet, last
from styring.cli.felles.utskrift import skriv_side
from styring.cli.felles.valg import JaValg, ProsjektValg, UtkastValg
from styring.cli.okonomi.maanedsverdi import les_maaned
from styring.fag.norsk import antall
from styring.feil import StyringFeil
from styring.prosjekt.filer import les_fil
from styring.redigering.gjengi import Verdi
from styring.redigering.poster import ny_fil, skrevet_om
from styring.redigering.skriving import Endring
from styring.sporring.okonomi.fra_fravaer import endret_fravaer, les_fravaeret
from styring.visning.okonomi import fravaersimport as visning

_TOPPTEKST = "Skrevet av «styring importer fravaer». Rettes i lønnssystemet, og leses inn på nytt."


def kommando(
    fil: Annotated[
        Path,
        typer.Argument(metavar="FIL", help="Listen fra lønnssystemet, som xlsx, csv eller tsv."),
    ],
    kart: Annotated[
        Path,
        typer.Option(
            "--kart", metavar="FIL", help="Hvilken kolonne som er hva, og hva enhetene heter."
        ),
    ],
    maaned: Annotated[
        str,
        typer.Option("--maaned", "--måned", metavar="MÅNED", help="Måneden det gjelder: 2024-03."),
    ],
    ja: JaValg = False,
    utkast: UtkastValg = False,
    prosjekt: ProsjektValg = None,
) -> int:
    """Legg inn sykefravær og årsverk i en måned, fra en liste med én rad for hver enhet.

    Fraværet i enheter med færre enn fem ansatte blir aldri skrevet, bare årsverkene. Listen må si
    hvor mange ansatte det er. Den samme filen en gang til endrer ingenting.

    Eksempel: styring importer fravaer fil.csv --kart kart.yaml --maaned 2024-03
    """
    from styring.lesing.fravaerskart import les_fravaerskart  # only where a list is read
    from styring.lesing.liste import les_liste

    valg = Skrivevalg(ja=ja, utkast=utkast)
    valgt = les_maaned(maaned)
    if valgt.er_aaret:
        raise StyringFeil("sykefraværet leses inn måned for måned. Skriv for eksempel 2024-03.")
    lest = les_fravaerskart(kart.name, les_fil(kart))
    liste = les_liste(fil.name, les_fil(fil), tuple(lest.kolonner.values()), lest.ikke_les)
    tre, innlesing = last(prosjekt)
    svar = les_fravaeret(innlesing.register, liste, lest)
    endret = endret_fravaer(innlesing.register, valgt.id, svar)
    skriv_side(visning.side(f"Sykefravær {valgt.navn}", svar, endret))
    if svar.feil:
        return 1
    felter = {"kilde": f"Liste fra lønnssystemet, {fil.name}", "enheter": svar.enheter}
    ny = ny_fil(cast("dict[str, Verdi]", felter), _TOPPTEKST)
    sti = f"data/okonomi/{valgt.id}/fravaer.yaml"
    foer = innholdet(tre, innlesing, sti) if sti in tre.filer() else None
    endring = Endring(sti, foer, skrevet_om(foer, ny), antall(len(svar.enheter), "enhet"))
    kode = gjennomfor(tre, [endring], valg, f"Sykefraværet for {valgt.navn} er lest inn")
    return 1 if svar.merknader else kode
