"""``styring tertial importer``."""

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from styring.cli.felles.filskriving import flytt_til, ledig_navn, skriv_bytes
from styring.cli.felles.skriv_endring import Skrivevalg, gjennomfor, innholdet, last_alt
from styring.cli.felles.utskrift import skriv_side
from styring.cli.felles.valg import DatoValg, JaValg, ProsjektValg, UtkastValg
from styring.cli.felles.verdier import dagen
from styring.cli.rapportering.planimport import les_planene, planendringer
from styring.fag.skjemabok import RETTES, Avvist, Innsendt, er_sendt_tilbake
from styring.feil import StyringFeil
from styring.prosjekt.filer import filer_i, finnes, innholdet_i, les_fil
from styring.prosjekt.tre import Arbeidstre
from styring.redigering.gjengi import Verdi
from styring.redigering.poster import sett_meldinger, som_verdier
from styring.redigering.skriving import Endring
from styring.register.dekket import dekket, paa_nynorsk
from styring.register.register import Register
from styring.register.skjema import Skjema, skjemaer_i
from styring.sporring.felles.utvalg import finn_periode
from styring.sporring.rapportering.mottakssvar import Innlevering, Radsvar
from styring.sporring.rapportering.skjemamottak import SAMLET, vurder
from styring.sporring.rapportering.tidligere_svar import TidligereSvar

if TYPE_CHECKING:
    from styring.lesing.innlesing import Innlesing

_RETTES = "rettes"
_FERDIG = "ferdig"
"""Where forms that were read are put, beside the place they lay."""
_RETTET = re.compile(rf"(.+{RETTES})(?:-([0-9]{{1,3}}))?")


def kommando(
    filer: Annotated[
        list[Path],
        typer.Argument(metavar="FIL", help="Utfylte Excel-skjemaer, eller mapper med dem."),
    ],
    periode: Annotated[
        str | None,
        typer.Option("--periode", metavar="PERIODE", help="Avvis skjemaer for andre perioder."),
    ] = None,
    rettes: Annotated[
        Path | None,
        typer.Option(
            "--rettes",
            metavar="MAPPE",
            help="Hvor skjemaer som må rettes, legges. Ellers i mappen «rettes».",
        ),
    ] = None,
    dato: DatoValg = None,
    ja: JaValg = False,
    utkast: UtkastValg = False,
    prosjekt: ProsjektValg = None,
) -> int:
    """Les utfylte skjemaer inn.

    Viser hva som endres, og skriver når du svarer ja. Rader som må rettes, blir ikke med: de legges
    i et nytt skjema med grunnen ved siden av. Besvarte skjemaer fra en mappe flyttes til «ferdig» i
    den.

    Eksempel: styring tertial importer skjemaer
    """
    from styring.lesing.skjemabok import les_bok  # only where Excel is read
    from styring.visning.rapportering import skjemamottak as visning

    valg = Skrivevalg(ja=ja, utkast=utkast)
    boker, andre = filer_i(filer, ".xlsx")
    boker, erstattet = _bare_de_nyeste(boker)
    tre, innlesing = last_alt(prosjekt)
    bare = finn_periode(innlesing.register, periode).id if periode else None
    innsendte = [les_bok(sti.name, les_fil(sti)) for sti in boker]
    tidligere = TidligereSvar(
        (les_bok(sti.name, les_fil(sti)) for sti in _lest_foer(boker, innsendte)),
        (les_bok(sti.name, les_fil(sti)) for sti in _sendt_tilbake(boker, innsendte, rettes)),
        innlesing.register.enheter,
    )
    svar = vurder(innlesing.register, innsendte, dagen(dato), bare, tidligere)
    skriv_side(
        [
            *visning.side(svar),
            *visning.uten_samlet(svar),
            *visning.rettet_siden(svar),
            *visning.ubesvart(svar),
            *visning.ikke_lest([sti.name for sti in andre]),
            *visning.erstattet([str(sti) for sti in erstattet]),
        ]
    )
    for_perioden = [
        ett for ett in innsendte if isinstance(ett, Innsendt) and bare in (None, ett.periode)
    ]
    planen = les_planene(innlesing.register, for_perioden, dagen(dato), tidligere)
    skriv_side(visning.planene(planen.svar, planen.avslag, planen.merknader))
    kode = 0
    if planen.svar or any(ett.felter for ett in svar.svar):
        endringer = [*_endringer(tre, innlesing, svar), *planendringer(tre, innlesing, planen.svar)]
        kode = gjennomfor(tre, endringer, valg, "Svarene er lest inn")
    if kode == 0 and not valg.utkast:
        brukt = {ett.fil for ett in svar.svar if ett.felter} | {ett.fil for ett in svar.avslag}
        # a line of the plan that is not taken, is mended where it stands
        brukt |= {ett.fil for ett in planen.svar}
        brukt -= {ett.fil for ett in planen.avslag} | {ett.fil for ett in svar.avviste}
        fra_mapper = [sti for sti in boker if sti not in filer]
        _legg_bort([sti for sti in fra_mapper if sti.name in brukt])
        sagt = {ett.fil for ett in svar.svar if ett.felter} | {ett.fil for ett in planen.svar}
        sagt |= {ett.fil for ett in svar.avslag}
        # what one that stays has said is known next time as the unit's own words
        _ta_vare_paa([sti for sti in fra_mapper if sti.name in sagt - brukt])
    if svar.avslag and not valg.utkast and kode == 0:
        mappe = rettes or _til_retting(boker[0].parent)
        skriv_side(visning.rettes(_send_tilbake(innlesing.register, svar, mappe)))
    return 1 if svar.avslag or svar.avviste or planen.avslag else kode


def _lest_foer(boker: list[Path], innsendte: list[Innsendt | Avvist]) -> list[Path]:
    """The forms of the same units and periods that were read before from the same folders, by the
    names that styring gives them.
    """
    mapper = {sti.parent if sti.parent.name == _FERDIG else sti.parent / _FERDIG for sti in boker}
    return [sti for sti in _skjemaer_i(mapper, innsendte) if sti not in boker]


def _sendt_tilbake(
    boker: list[Path], innsendte: list[Innsendt | Avvist], rettes: Path | None
) -> list[Path]:
    """The forms of the same units and periods that were sent back to be put right."""
    mapper = {rettes} if rettes else {_til_retting(sti.parent) for sti in boker}
    mapper |= {mappe / _FERDIG for mappe in mapper}
    return [sti for sti in _skjemaer_i(mapper, innsendte) if er_sendt_tilbake(sti.name)]


def _skjemaer_i(mapper: set[Path], innsendte: list[Innsendt | Avvist]) -> list[Path]:
    """The forms in some folders that are of the same units and periods, by their names."""
    starter = tuple(
        {f"{ett.periode}-{ett.enhet}" for ett in innsendte if isinstance(ett, Innsendt)}
    )
    return [
        mappe / navn
        for mappe in sorted(mapper)
        if finnes(mappe)
        for navn in innholdet_i(mappe)
        if navn.startswith(starter) and navn.endswith(".xlsx")
    ]


def _til_retting(hjem: Path) -> Path:
    """The folder for what must be put right, by where the forms lay."""
    if hjem.name == _RETTES:
        return hjem
    return (hjem.parent if hjem.name == _FERDIG else hjem) / _RETTES


def _legg_bort(boker: list[Path]) -> None:
    """Move the forms that were found in a folder and had answers out of the way, so that they
    aren't read again; those nobody has answered stay. One that can't be moved is named.
    """
    for sti in boker:
        if sti.parent.name != _FERDIG:
            try:
                flytt_til(sti.parent / _FERDIG, sti)
            except StyringFeil as feil:
                sys.stderr.write(f"styring: {feil}\n")


def _ta_vare_paa(boker: list[Path]) -> None:
    """Keep forms that stay where they are as they were when they were read; once, however many
    times the same one is read.
    """
    for sti in boker:
        mappe, lest = sti.parent / _FERDIG, les_fil(sti)
        navnene = innholdet_i(mappe) if finnes(mappe) else []
        like = (mappe / navn for navn in navnene if navn.startswith(sti.stem))
        if not any(les_fil(kopi) == lest for kopi in like if kopi.suffix == sti.suffix):
            skriv_bytes(ledig_navn(mappe, sti), lest)


def _bare_de_nyeste(boker: list[Path]) -> tuple[list[Path], list[Path]]:
    """The workbooks without those that a later one was sent back for, and those."""
    nyeste: dict[tuple[Path, str], int] = {}
    numre = {sti: _RETTET.fullmatch(sti.stem) for sti in boker}
    for sti, treff in numre.items():
        if treff:
            hva = (sti.parent, treff[1])
            nyeste[hva] = max(nyeste.get(hva, 0), int(treff[2] or 1))
    gamle = [
        sti
        for sti, treff in numre.items()
        if treff and int(treff[2] or 1) < nyeste[sti.parent, treff[1]]
    ]
    return [sti for sti in boker if sti not in gamle], gamle


def _endringer(tre: Arbeidstre, innlesing: "Innlesing", svar: Innlevering) -> list[Endring]:
    """One change for each form, whatever number of files its answers came in."""
    per_fil: dict[str, list[Radsvar]] = {}
    for ett in svar.svar:
        if ett.felter:
            per_fil.setdefault(f"data/rapporter/{ett.periode}/{ett.enhet}.yaml", []).append(ett)
    endringer = []
    for fil, svarene in per_fil.items():
        raa = innholdet(tre, innlesing, fil)
        etter = sett_meldinger(raa, [_som_felter(ett) for ett in svarene])
        endringer.append(Endring(fil, raa, etter, sammendrag=f"{len(svarene)} svar fra Excel"))
    return endringer


def _som_felter(svar: Radsvar) -> tuple[tuple[str, ...], dict[str, Verdi]]:
    if svar.melding is None or svar.slag == SAMLET:
        return (), {SAMLET: svar.melding.kommentar if svar.melding else None}
    verdier = som_verdier(svar.melding)
    return (svar.slag, svar.id), {felt: verdier.get(felt) for felt in svar.felter}


def _ledig(mappe: Path, navn: str) -> Path:
    """A name that is not taken: somebody may have filled in the form that was sent back before."""
    navnene = (f"{navn}{f'-{nr}' if nr > 1 else ''}.xlsx" for nr in range(1, 1000))
    return next(mappe / ett for ett in navnene if not finnes(mappe / ett))


def _send_tilbake(register: Register, svar: Innlevering, mappe: Path) -> list[str]:
    """Write a form for each unit with only the rows that must be put right."""
    from styring.visning.rapportering import skjemabok

    laget = []
    nynorsk = paa_nynorsk(register)
    skjemaer = _skilte(register, svar.skjemaer) if nynorsk else svar.skjemaer
    for id_, skjema in skjemaer.items():
        kjente = {SAMLET, *(rad.sak.id for rad in skjema.rader)}
        avslag = {
            ett.id: ett
            for ett in svar.avslag
            if f"{ett.periode}/{ett.enhet}" == id_ and ett.id in kjente
        }
        if avslag:
            sti = _ledig(mappe, f"{skjema.periode.id}-{skjema.enhet}{RETTES}")
            grunner = {sak: "\n".join(ett.grunner) for sak, ett in avslag.items()}
            typet = {sak: ett.celler for sak, ett in avslag.items()}
            skriv_bytes(sti, skjemabok.lag(skjema, grunner, typet, paa_nynorsk=nynorsk))
            laget.append(str(sti))
    return laget


def _skilte(register: Register, skjemaer: dict[str, Skjema]) -> dict[str, Skjema]:
    """The same forms with what people have typed set apart."""
    perioder = {ett.periode.id: ett.periode for ett in skjemaer.values()}
    skilt = dekket(register)
    alle = (ett for periode in perioder.values() for ett in skjemaer_i(skilt, periode))
    return {id_: ett for ett in alle if (id_ := f"{ett.periode.id}/{ett.enhet}") in skjemaer}
