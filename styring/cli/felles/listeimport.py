"""The one way of every list that comes in: suggest a mapping, read, show, write what is right."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from styring.cli.felles.skriv_endring import (
    MAA_GODKJENNES,
    Skrivevalg,
    gamle_funn,
    gjennomfor,
    innholdet,
    last,
    nye_funn,
)
from styring.cli.felles.utskrift import skriv, skriv_side
from styring.cli.felles.valg import JaValg, ProsjektValg, UtkastValg
from styring.cli.felles.verdier import dagen
from styring.fag.liste import Liste
from styring.fag.listeslag import Listekart, Listeslag, foresla
from styring.fag.periode import Periode
from styring.feil import StyringFeil
from styring.funn import Alvor, Funn
from styring.prosjekt.filer import les_fil
from styring.prosjekt.tre import Arbeidstre
from styring.redigering.gjengi import Verdi
from styring.redigering.noder import Sti
from styring.redigering.poster import legg_til_alle, ny_fil, sett_alle, sett_meldinger
from styring.redigering.skriving import Endring
from styring.register.register import Register
from styring.register.typer import klassen, type_for
from styring.sporring.felles.listetolking import Listesvar, uten_flyttede_frister
from styring.sporring.felles.utvalg import finn_periode
from styring.visning.felles import listeimport as visning

if TYPE_CHECKING:
    from styring.lesing.innlesing import Innlesing

Tolker = Callable[[Register, Liste, Listekart, Periode | None], Listesvar]
ListeArgument = Annotated[
    Path, typer.Argument(metavar="FIL", help="Listen, som xlsx, csv eller tsv.")
]
PeriodeValg = Annotated[
    str | None,
    typer.Option(
        "--periode", metavar="PERIODE", help="Skriv status og merknader i skjemaene for perioden."
    ),
]


@dataclass(frozen=True, slots=True)
class Listevalg:
    """What every list takes: its mapping, whether differences are written, and where."""

    kart: Annotated[
        Path | None,
        typer.Option(
            "--kart",
            metavar="FIL",
            help="Hvilken kolonne som er hva i listen. Uten: et forslag skrives ut.",
        ),
    ] = None
    oppdater: Annotated[
        bool, typer.Option("--oppdater", help="Skriv også det listen sier annerledes enn dataene.")
    ] = False
    ja: JaValg = False
    utkast: UtkastValg = False
    prosjekt: ProsjektValg = None


def les_inn_liste(
    slag: Listeslag, fil: Path, valg: Listevalg, tolk: Tolker, periode: str | None = None
) -> int:
    """Read a list of one kind. Returns the exit code: 1 where something was not read."""
    from styring.lesing.liste import les_liste  # brings the reader of YAML
    from styring.lesing.listekart import les_kart

    skrivevalg = Skrivevalg(ja=valg.ja, utkast=valg.utkast)
    raa = les_fil(fil)
    if valg.kart is None:
        return _foresla(slag, fil, les_liste(fil.name, raa))
    tre, innlesing = last(valg.prosjekt)
    kart = les_kart(valg.kart.name, les_fil(valg.kart), slag)
    liste = les_liste(fil.name, raa, tuple(kart.kolonner.values()), kart.ikke_les)
    if not liste.rader and not liste.avslag:
        raise StyringFeil(
            f"«{fil}» har ingen rader under overskriftene. Se etter at det er riktig fil."
        )
    register = innlesing.register
    svar = tolk(register, liste, kart, finn_periode(register, periode) if periode else None)
    if valg.oppdater:
        svar = uten_flyttede_frister(svar)
    svar, endringer, funn = _uten_det_gale(tre, innlesing, svar, oppdater=valg.oppdater)
    skriv_side(visning.side(svar, oppdaterer=valg.oppdater))
    ferdig = "Det som er nytt i listen, er lagt inn"
    kode = gjennomfor(tre, endringer, skrivevalg, ferdig, funnet=funn) if endringer else 0
    uavklart = svar.avslag or (svar.endrede and not valg.oppdater)
    return 1 if uavklart or any(ett.viktig for ett in svar.merknader) else kode


def _uten_det_gale(
    tre: Arbeidstre, innlesing: "Innlesing", svar: Listesvar, *, oppdater: bool
) -> tuple[Listesvar, list[Endring], list[Funn]]:
    """Refuse each new record that would be wrong in the data, by its row, so that the others can be
    written; what hung on it is judged again.
    """
    gamle = gamle_funn(tre)
    while True:
        endringer = _endringer(tre, innlesing, svar, oppdater=oppdater)
        nye = nye_funn(tre, endringer, gamle)
        gale = {funn.fil: funn.melding for funn in nye if _stopper(funn)}
        rest = _uten_filene(svar, gale)
        if rest == svar:
            return svar, endringer, nye
        svar = rest


def _stopper(funn: Funn) -> bool:
    return funn.alvor is Alvor.FEIL and funn.kode not in MAA_GODKJENNES


def _uten_filene(svar: Listesvar, gale: dict[str, str]) -> Listesvar:
    """The answer without what would make a file wrong, each row named with the reason."""
    avslag = [
        *((ny.sted, gale[ny.fil]) for ny in svar.nye if ny.fil in gale),
        *((ett.sted, gale[ett.fil]) for ett in svar.endrede if ett.fil in gale),
        *(
            (ett.sted, f"status og merknad er ikke lest: {gale[ett.skjema]}")
            for ett in svar.meldinger
            if ett.skjema in gale
        ),
    ]
    borte = {ny.id for ny in svar.nye if ny.fil in gale}
    return replace(
        svar,
        nye=tuple(ny for ny in svar.nye if ny.fil not in gale),
        endrede=tuple(ett for ett in svar.endrede if ett.fil not in gale),
        avslag=(*svar.avslag, *avslag),
        meldinger=tuple(
            ett
            for ett in svar.meldinger
            if ett.skjema not in gale and ett.id.partition("/")[0] not in borte
        ),
    )


def _endringer(
    tre: Arbeidstre, innlesing: "Innlesing", svar: Listesvar, *, oppdater: bool
) -> list[Endring]:
    """Every file as it would be."""
    filer: dict[str, bytes] = {}
    nye: dict[str, str] = {}

    def naa(fil: str) -> bytes:
        return filer.get(fil) or innholdet(tre, innlesing, fil)

    ledd: dict[tuple[str, tuple[str | int, ...]], list[dict[str, Verdi]]] = {}
    for ny in svar.nye:
        felter = cast("dict[str, Verdi]", ny.felter)
        if ny.i:
            ledd.setdefault((ny.fil, ny.i), []).append(felter)
        else:
            nye[ny.fil] = ny_fil(felter)
    for (fil, sti), felter_av in ledd.items():
        filer[fil] = legg_til_alle(naa(fil), sti, felter_av, None if sti[1:] else _klassen(fil))
    for fil, ulikt in (_forskjellene(svar) if oppdater else {}).items():
        filer[fil] = sett_alle(naa(fil), ulikt, _klassen(fil))
    for fil, ord_ in _skjemaene(svar).items():
        filer[fil] = sett_meldinger(naa(fil), ord_)
    return [
        *(Endring(fil, None, tekst.encode(), _tittel(tekst)) for fil, tekst in nye.items()),
        *(Endring(fil, innholdet(tre, innlesing, fil), raa) for fil, raa in filer.items()),
    ]


def _klassen(fil: str) -> type | None:
    """The class of what a file holds."""
    type_ = type_for(fil)
    return klassen(type_) if type_ else None


def _forskjellene(svar: Listesvar) -> dict[str, list[tuple[Sti, dict[str, Verdi]]]]:
    """What the list says otherwise, by file."""
    ut: dict[str, list[tuple[Sti, dict[str, Verdi]]]] = {}
    for endret in svar.endrede:
        for ett in endret.forskjeller:
            verdi = {ett.felt: cast("Verdi", ett.i_listen)}
            ut.setdefault(endret.fil, []).append((ett.sti, verdi))
    return ut


def _skjemaene(svar: Listesvar) -> dict[str, list[tuple[tuple[str, str], dict[str, Verdi]]]]:
    """What goes into each form."""
    ut: dict[str, list[tuple[tuple[str, str], dict[str, Verdi]]]] = {}
    for ett in svar.meldinger:
        felter = cast("dict[str, Verdi]", ett.felter)
        ut.setdefault(ett.skjema, []).append(((svar.slag.navn, ett.id), felter))
    return ut


def _tittel(tekst: str) -> str:
    linjer: Iterable[str] = tekst.splitlines()
    return next(
        (ett.partition(": ")[2] for ett in linjer if ett.startswith(("tittel", "navn"))), ""
    )


def _foresla(slag: Listeslag, fil: Path, liste: Liste) -> int:
    """Write a mapping to standard output, so that it can be kept in a file and put right."""
    forslag = foresla(slag, list(liste.overskrifter))
    ukjente = [felt for felt in slag.felter if felt not in forslag]
    uplassert = [navn for navn in liste.overskrifter if navn not in forslag.values()]
    topptekst = (
        f"Hvilken kolonne i {fil.name} som er hva. Kolonnene er: {'; '.join(liste.overskrifter)}."
        f" Felt uten kolonne: {', '.join(ukjente) or 'ingen'}. Kolonner uten felt:"
        f" {', '.join(uplassert) or 'ingen'}; de som ikke skal leses, skrives under ikke_les."
        " Det listen kaller enheter og organer, skrives under navn, slik: «navn: {Navnet i listen:"
        " KODE}»."
    )
    standard = {
        felt: verdi or str(dagen(None).year)
        for felt, verdi in slag.standard.items()
        if felt not in forslag
    }
    kart: dict[str, Verdi] = {"kolonner": dict(forslag) or None, "standard": dict(standard) or None}
    skriv(ny_fil(kart, topptekst))
    for merknad in liste.merknader:
        sys.stderr.write(f"styring: {merknad.tekst}.\n")
    sys.stderr.write(
        "styring: over står et forslag til kart. Lagre det, rett det, og kjør: styring importer"
        f" {slag.navn} {fil} --kart FIL\n"
    )
    return 2
