"""``styring importer vedtak``: a list of vedtak, by a mapping that is suggested where it is
missing.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from styring.cli.felles.skriv_endring import Skrivevalg, gjennomfor, innholdet, last
from styring.cli.felles.utskrift import skriv, skriv_side
from styring.cli.felles.valg import JaValg, ProsjektValg, UtkastValg
from styring.fag.liste import Liste
from styring.fag.vedtaksliste import FELTER, foresla
from styring.feil import StyringFeil
from styring.modell.vedtak import Vedtak
from styring.prosjekt.filer import les_fil
from styring.prosjekt.tre import Arbeidstre
from styring.redigering.gjengi import Verdi
from styring.redigering.poster import ny_fil, sett
from styring.redigering.skriving import Endring
from styring.sporring.vedtak.vedtaksliste import Endretvedtak, tolk
from styring.visning.vedtak import vedtaksliste as visning

if TYPE_CHECKING:
    from styring.lesing.innlesing import Innlesing


def kommando(
    fil: Annotated[Path, typer.Argument(metavar="FIL", help="Listen, som xlsx eller csv.")],
    kart: Annotated[
        Path | None,
        typer.Option(
            "--kart",
            metavar="FIL",
            help="Hvilken kolonne som er hva i listen. Uten: et forslag skrives ut.",
        ),
    ] = None,
    oppdater: Annotated[
        bool, typer.Option("--oppdater", help="Skriv også det listen sier annerledes enn dataene.")
    ] = False,
    ja: JaValg = False,
    utkast: UtkastValg = False,
    prosjekt: ProsjektValg = None,
) -> int:
    """Legg inn politiske vedtak fra en liste.

    Svaret nevner hvert ark, hver kolonne, rad og celle som ikke er lest. Vedtak som finnes fra før,
    røres ikke uten --oppdater; det listen sier annerledes, vises med begge verdiene. Uten --kart
    skrives et forslag til hvilken kolonne som er hva. Utgangskode 1 hvis noe ikke kan tas inn.

    Eksempel: styring importer vedtak vedtak.xlsx --kart kart.yaml
    """
    from styring.lesing.liste import les_liste  # brings the reader of YAML
    from styring.lesing.listekart import les_kart

    valg = Skrivevalg(ja=ja, utkast=utkast)
    raa = les_fil(fil)
    if kart is None:
        return _foresla(fil, les_liste(fil.name, raa))
    tre, innlesing = last(prosjekt)
    lest = les_kart(kart.name, les_fil(kart))
    liste = les_liste(fil.name, raa, tuple(lest.kolonner.values()), lest.ikke_les)
    if not liste.rader and not liste.avslag:
        raise StyringFeil(
            f"«{fil}» har ingen rader under overskriftene. Se etter at det er riktig fil."
        )
    svar = tolk(innlesing.register, liste, lest)
    skriv_side(visning.side(svar, oppdaterer=oppdater))
    endringer = [
        Endring(
            ny.fil,
            None,
            ny_fil(cast("dict[str, Verdi]", ny.felter)).encode(),
            str(ny.felter["tittel"]),
        )
        for ny in svar.nye
    ]
    if oppdater:
        endringer += [_rettet(tre, innlesing, endret) for endret in svar.endrede]
    kode = gjennomfor(tre, endringer, valg, "Vedtakene er lagt inn") if endringer else 0
    uavklart = svar.avslag or (svar.endrede and not oppdater)
    return 1 if uavklart or any(ett.viktig for ett in svar.merknader) else kode


def _rettet(tre: Arbeidstre, innlesing: "Innlesing", endret: Endretvedtak) -> Endring:
    """A record as the list says it."""
    raa = innholdet(tre, innlesing, endret.fil)
    felter = {ett.felt: cast("Verdi", ett.i_listen) for ett in endret.forskjeller}
    return Endring(endret.fil, raa, sett(raa, (), felter, Vedtak))


def _foresla(fil: Path, liste: Liste) -> int:
    """Write a mapping to standard output, so that it can be kept in a file and put right."""
    forslag = foresla(list(liste.overskrifter))
    ukjente = [felt for felt in FELTER if felt not in forslag]
    uplassert = [navn for navn in liste.overskrifter if navn not in forslag.values()]
    topptekst = (
        f"Hvilken kolonne i {fil.name} som er hva. Kolonnene er: {'; '.join(liste.overskrifter)}."
        f" Felt uten kolonne: {', '.join(ukjente) or 'ingen'}. Kolonner uten felt:"
        f" {', '.join(uplassert) or 'ingen'}; de som ikke skal leses, skrives under ikke_les."
    )
    kart: dict[str, Verdi] = {
        "kolonner": dict(forslag) or None,
        "standard": {"type": "vedtak"},
        "navn": {"Navnet i listen": "KODE"},
    }
    skriv(ny_fil(kart, topptekst))
    for merknad in liste.merknader:
        sys.stderr.write(f"styring: {merknad.tekst}.\n")
    sys.stderr.write(
        "styring: over står et forslag til kart. Lagre det, rett det, og kjør: styring importer"
        f" vedtak {fil} --kart FIL\n"
    )
    return 2
