"""``styring importer vedtak``: a list of vedtak, by a mapping that is suggested where it is
missing.
"""

import sys
from pathlib import Path
from typing import Annotated, cast

import typer

from styring.cli.felles.skriv_endring import Skrivevalg, gjennomfor, last
from styring.cli.felles.utskrift import skriv, skriv_side
from styring.cli.felles.valg import JaValg, ProsjektValg, UtkastValg
from styring.fag.norsk import mente_du
from styring.fag.vedtaksliste import FELTER, Listekart, Listerad, foresla
from styring.feil import StyringFeil
from styring.prosjekt.filer import les_fil
from styring.redigering.gjengi import Verdi
from styring.redigering.poster import ny_fil
from styring.redigering.skriving import Endring
from styring.sporring.vedtak.vedtaksliste import tolk
from styring.visning.vedtak import vedtaksliste as visning


def kommando(
    liste: Annotated[Path, typer.Argument(metavar="FIL", help="Listen, som xlsx eller csv.")],
    kart: Annotated[
        Path | None,
        typer.Option(
            "--kart",
            metavar="FIL",
            help="Hvilken kolonne som er hva i listen. Uten: et forslag skrives ut.",
        ),
    ] = None,
    ja: JaValg = False,
    utkast: UtkastValg = False,
    prosjekt: ProsjektValg = None,
) -> int:
    """Legg inn politiske vedtak fra en liste.

    Vedtak som finnes fra før, røres ikke. Uten --kart skrives et forslag til hvilken kolonne som er
    hva. Utgangskode 1 hvis noen rader ikke kan tas inn.

    Eksempel: styring importer vedtak vedtak.xlsx --kart kart.yaml
    """
    from styring.lesing.vedtaksliste import les_kart, les_liste  # brings the reader of YAML

    valg = Skrivevalg(ja=ja, utkast=utkast)
    rader = les_liste(liste.name, les_fil(liste))
    if not rader:
        raise StyringFeil(
            f"«{liste}» har ingen rader under overskriftene. Se etter at det er riktig fil."
        )
    if kart is None:
        return _foresla(liste, rader)
    tre, innlesing = last(prosjekt)
    lest = les_kart(kart.name, les_fil(kart))
    _kolonnene_finnes(lest, rader)
    svar = tolk(innlesing.register, rader, lest)
    skriv_side(visning.side(svar))
    endringer = [
        Endring(
            ny.fil,
            None,
            ny_fil(cast("dict[str, Verdi]", ny.felter)).encode(),
            str(ny.felter["tittel"]),
        )
        for ny in svar.nye
    ]
    kode = gjennomfor(tre, endringer, valg, "Vedtakene er lagt inn") if endringer else 0
    return 1 if svar.avslag else kode


def _kolonnene_finnes(kart: Listekart, rader: list[Listerad]) -> None:
    """Say which column of the mapping is not in the list."""
    overskrifter = {overskrift for rad in rader for overskrift in rad.celler}
    for felt, overskrift in kart.kolonner.items():
        if overskrift not in overskrifter and felt in ("sak", "dato", "tittel", "ansvarlig"):
            ment = mente_du(overskrift, overskrifter)
            raise StyringFeil(
                f"kolonnen «{overskrift}» ({felt}) finnes ikke i listen."
                f" {f'Mente du «{ment}»?' if ment else 'Rett den i kartet.'}"
            )


def _foresla(liste: Path, rader: list[Listerad]) -> int:
    """Write a mapping to standard output, so that it can be kept in a file and put right."""
    overskrifter = list(dict.fromkeys(overskrift for rad in rader for overskrift in rad.celler))
    forslag = foresla(overskrifter)
    ukjente = [felt for felt in FELTER if felt not in forslag]
    topptekst = (
        f"Hvilken kolonne i {liste.name} som er hva. Kolonnene er: {'; '.join(overskrifter)}. Felt"
        f" uten kolonne: {', '.join(ukjente) or 'ingen'}."
    )
    kart: dict[str, Verdi] = {
        "kolonner": dict(forslag) or None,
        "standard": {"type": "vedtak"},
        "navn": {"Navnet i listen": "KODE"},
    }
    skriv(ny_fil(kart, topptekst))
    sys.stderr.write(
        "styring: over står et forslag til kart. Lagre det, rett det, og kjør: styring importer"
        f" vedtak {liste} --kart FIL\n"
    )
    return 2
