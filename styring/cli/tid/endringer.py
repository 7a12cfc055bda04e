"""``styring endringer``."""

import re
from dataclasses import replace
from typing import Annotated

import typer

from styring.cli.felles import innlasting
from styring.cli.felles.utskrift import skriv_svar
from styring.cli.felles.valg import DatoValg, FormatValg, ForValg, ProsjektValg, SektorValg
from styring.cli.felles.verdier import dagen
from styring.cli.tid.versjonsord import Utgaver, for_leseren
from styring.feil import StyringFeil
from styring.sporring.tid.endringer import mellom
from styring.sporring.tid.hjul_mellom_aar import hjulmellom
from styring.visning.tid import endringer as visning


def kommando(
    fra: Annotated[
        str,
        typer.Argument(
            metavar="FRA",
            help=(
                "En dag, en periode slik den ble godkjent (2023-T1), eller en commit, et merke"
                " eller en gren."
            ),
        ),
    ],
    til: Annotated[
        str | None, typer.Argument(metavar="TIL", help="Det samme. Ellers filene slik de er nå.")
    ] = None,
    sektor: SektorValg = None,
    arshjul: Annotated[
        bool,
        typer.Option(
            "--arshjul", "--årshjul", help="Sammenlikn årshjulet i to år: FRA og TIL er årstall."
        ),
    ] = False,
    dato: DatoValg = None,
    format_: FormatValg = "tekst",
    for_: ForValg = None,
    prosjekt: ProsjektValg = None,
) -> int:
    """Hva er endret mellom to tidspunkter?

    Nye saker, ferdige, bedre og verre, ny ansvarlig, flyttede frister med grunn, nye ord i mål og
    vedtak, oppgaver og årshjul, enhet for enhet. En periode som er lagt inn i git etter at den ble
    godkjent, fortelles av skjemaene. TIL ses på sin egen dag; --dato gjelder filene slik de er nå.
    En gren eller et merke med samme navn som en dag eller en periode går foran.

    Eksempel: styring endringer 2023-T1
    """
    utgaver = Utgaver(prosjekt)
    dag = dagen(dato)
    if arshjul:
        aarene = [
            int(aar) if aar and re.fullmatch("20[0-9]{2}", aar) else None for aar in (fra, til)
        ]
        if aarene[0] is None or aarene[1] is None:
            raise StyringFeil(
                "--arshjul sammenlikner to år. Skriv for eksempel «styring endringer --arshjul 2023"
                " 2024»."
            )
        [naa] = for_leseren(utgaver, [utgaver.som_de_ligger(dag)], for_, dag)
        return skriv_svar(
            "endringer",
            hjulmellom(naa.register, aarene[0], aarene[1]),
            visning,
            naa.register,
            format_,
        )
    foerste = utgaver.finn(fra)
    siste = utgaver.finn(til) if til else utgaver.som_de_ligger(dag)
    innlasting.si_grunn(utgaver.git)
    foer, naa = for_leseren(utgaver, [foerste, siste], for_, dag)
    svar = mellom(foer, naa, sektor)
    uleste = tuple(dict.fromkeys((*foer.register.uleste, *naa.register.uleste)))
    return skriv_svar("endringer", svar, visning, replace(naa.register, uleste=uleste), format_)
