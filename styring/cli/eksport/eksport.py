"""``styring eksport``."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from styring.cli.felles import innlasting
from styring.cli.felles.alt_lest import krev_alt_lest
from styring.cli.felles.filskriving import skriv_bytes
from styring.cli.felles.utskrift import skriv_side
from styring.cli.felles.valg import DatoValg, PerValg, ProsjektValg, VedValg
from styring.cli.felles.verdier import dagen_for, velg
from styring.cli.rapport.rapportvalg import OffentligValg
from styring.fag.norsk import antall
from styring.feil import StyringFeil
from styring.prosjekt.filer import begynnelsen, er_mappe, finnes
from styring.prosjekt.tre import Arbeidstre
from styring.prosjekt.tre_id import MedTreId

FORMER = ("csv", "json", "xlsx", "parquet")
_TILLEGG = {"xlsx": "excel", "parquet": "parquet"}


def kommando(
    mappe: Annotated[Path, typer.Argument(metavar="MAPPE", help="Mappen filene skrives i.")],
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="csv, json, xlsx eller parquet.")
    ] = "csv",
    dato: DatoValg = None,
    ved: VedValg = None,
    per: PerValg = None,
    for_: OffentligValg = "offentlig",
    prosjekt: ProsjektValg = None,
) -> int:
    """Åpne data: det leseren kan se, som noen få flate tabeller.

    Hver rad har kommunenummer, dagen dataene er fra, og tre-id-en. Hva kolonnene betyr, står i
    datapackage.json. De samme dataene gir de samme filene.

    Eksempel: styring eksport apne-data --format json
    """
    form = velg(format_, FORMER, "--format")
    dag = dagen_for(dato, per)
    under = innlasting.treet(prosjekt, ved, per)
    tre = MedTreId(under)
    tidligere = under if not isinstance(under, Arbeidstre) else None
    hele = innlasting.les_inn(tre)
    innlesing = innlasting.smalnet(hele, for_, tidligere, dag)
    from styring.sporring.eksport.eksport import eksport  # when the data are read
    from styring.visning.eksport.former import filene
    from styring.visning.felles.blokker import linje

    krev_alt_lest(innlesing.register)
    svar = eksport(innlesing.register, dag, tre.tre_id())
    try:
        filer = list(filene(svar, form))
    except ModuleNotFoundError as feil:
        from styring.prosjekt.installasjon import installer_med

        raise StyringFeil(
            f"{form} trenger tillegget «{_TILLEGG[form]}». Installer det med"
            f" «{installer_med(_TILLEGG[form])}», eller bruk --format csv."
        ) from feil
    _krev_egen_mappe(mappe, [navn for navn, _ in filer])
    if not svar.merke.kommunenummer:
        sys.stderr.write(
            "styring: kommunenummer er ikke oppgitt i data/kommune.yaml, så kolonnen er tom.\n"
        )
    for navn, innhold in filer:
        skriv_bytes(mappe / navn, innhold)
    rader = sum(len(tabell.rader) for tabell in svar.tabeller)
    ord_ = f"{antall(len(filer), 'fil')} i «{mappe}», {antall(rader, 'rad')}."
    skriv_side([linje(f"Skrev {ord_}")])
    return 0


def _krev_egen_mappe(mappe: Path, navn: list[str]) -> None:
    """Raises StyringFeil where the folder is none, or has files of these names that others made."""
    if finnes(mappe) and not er_mappe(mappe):
        raise StyringFeil(f"«{mappe}» er en fil. Oppgi en mappe.")
    egen = b'"name": "styring"' in begynnelsen(mappe / "datapackage.json", 500)
    andres = [ett for ett in navn if begynnelsen(mappe / ett, 1)]
    if andres and not egen:
        raise StyringFeil(
            f"«{mappe / andres[0]}» finnes, og er laget av andre. Velg en annen mappe."
        )
