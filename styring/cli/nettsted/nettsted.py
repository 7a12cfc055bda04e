"""``styring nettsted``."""

import re
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from styring.cli.felles import innlasting
from styring.cli.felles.alt_lest import krev_alt_lest
from styring.cli.felles.mappeskriving import krev_ledig, skift_ut
from styring.cli.felles.utskrift import skriv_side
from styring.cli.felles.valg import DatoValg, PerValg, ProsjektValg, VedValg
from styring.cli.felles.verdier import dagen_for, velg
from styring.cli.nettsted.framdrift import Framdrift
from styring.fag.dekning import dekk
from styring.fag.norsk import antall
from styring.feil import StyringFeil
from styring.register.dekket import paa_nynorsk

if TYPE_CHECKING:
    from styring.cli.rapport.dokumentvei import Rapport, Rapportdata
    from styring.funn import Funn
    from styring.sporring.nettsted.nettstedsvar import Nettstedsvar
    from styring.sporring.nettsted.utgitt import Utgitt

Dokumenter = Mapping[str, Mapping[str, bytes]]
_LESERE = ("offentlig", "intern")
_FORMER = ("html", "docx", "pdf", "md")
_ADRESSE = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[A-Za-z0-9._~-]+)*/?")


def kommando(
    ut: Annotated[Path, typer.Argument(metavar="UT", help="Mappen sidene skrives i.")],
    for_: Annotated[
        str,
        typer.Option("--for", metavar="LESER", help="Hvem sidene er for: offentlig eller intern."),
    ] = "offentlig",
    base_url: Annotated[
        str | None,
        typer.Option(
            "--base-url", metavar="ADRESSE", help="Adressen sidene får på nettet, til strømmene."
        ),
    ] = None,
    rapporter: Annotated[
        str,
        typer.Option(
            "--rapporter", metavar="FORMER", help="Formene rapportene legges ved i, med komma."
        ),
    ] = ",".join(_FORMER),
    dato: DatoValg = None,
    ved: VedValg = None,
    per: PerValg = None,
    prosjekt: ProsjektValg = None,
) -> int:
    """Sider til å bla i: status, mål, vedtak, årshjul og rapportene, som filer uten tjener.

    Virker rett fra disken, under hvilken adresse som helst, og uten skript. Det offentligheten ikke
    skal se, er ikke med. De samme dataene gir de samme filene.

    Eksempel: styring nettsted nettsted --for offentlig
    """
    leser = velg(for_, _LESERE, "--for")
    former = _formene(rapporter)
    base = _basen(base_url)
    dag = dagen_for(dato, per)
    from styring.cli.rapport import dokumentvei  # when something is to be read
    from styring.cli.rapport.bestilling import Bestilling
    from styring.sporring.nettsted.nettsted import nettsted
    from styring.visning.felles.blokker import linje

    sin_dag = None if per else dag.isoformat()
    bestilling = Bestilling(dato=sin_dag, per=per, ved=ved, for_=leser, prosjekt=prosjekt)
    lest = dokumentvei.les(bestilling, dag)
    krev_alt_lest(lest.register)
    mappe = krev_ledig(ut, lest.rot, leser)
    _si_fra_om_det_som_ikke_er_ute(lest)
    framdrift = Framdrift("sider")
    svar = nettsted(lest.register, dag, lest.tre.tre_id())
    dokumenter = _dokumentene(lest, svar, former, framdrift)
    skrevet = skift_ut(mappe, leser, framdrift.hver(_filene(lest, svar, dokumenter, base)))
    framdrift.ferdig()
    dokumentvei.si_fra_om_det_utenfor(lest.tre)
    skriv_side(
        [linje(f"Skrev {antall(skrevet.filer, 'fil')} i «{ut}». Begynn med «{ut / 'index.html'}».")]
    )
    return 0


def _dokumentene(
    lest: "Rapportdata", svar: "Nettstedsvar", former: tuple[str, ...], framdrift: Framdrift
) -> Dokumenter:
    """Every report that is out, in each form. Raises StyringFeil where a library is missing."""
    from styring.cli.rapport import dokumentvei

    ut: dict[str, dict[str, bytes]] = {}
    for ett in svar.utgitt:
        rapport = _rapporten(lest, ett, svar.dag)
        ut[f"{ett.mal}/{ett.id}"] = {
            form: dokumentvei.lag(lest, rapport, form) for form in framdrift.hver(former)
        }
    return ut


def _filene(
    lest: "Rapportdata", svar: "Nettstedsvar", dokumenter: Dokumenter, base: str
) -> Iterator[tuple[str, bytes]]:
    """Every file of the pages. Raises StyringFeil before the first where a library is missing."""
    try:
        from styring.visning.nettsted.filer import Bestilt, filene
    except ModuleNotFoundError as feil:
        from styring.prosjekt.installasjon import installer_med

        raise StyringFeil(
            "nettstedet trenger pakken icalendar til kalenderne. Installer den med"
            f" «{installer_med('kalender')}»."
        ) from feil
    from styring.sporring.arshjul.kalenderdager import kommunens_navn

    funn = () if svar.er_offentlig else tuple(_funnene(lest))
    nummer = kommunens_navn(lest.register)
    nynorsk = paa_nynorsk(lest.register)
    return filene(svar, Bestilt(dokumenter, funn, base, nummer, paa_nynorsk=nynorsk))


def _formene(skrevet: str) -> tuple[str, ...]:
    """The forms of the reports. The page itself is always there. Raises StyringFeil."""
    valgt = {velg(ett.strip(), _FORMER, "--rapporter") for ett in skrevet.split(",") if ett.strip()}
    return tuple(form for form in _FORMER if form in valgt or form == "html")


def _basen(skrevet: str | None) -> str:
    """The address of the pages with a slash last; empty where none is given. Raises StyringFeil."""
    if skrevet is None:
        return ""
    if not _ADRESSE.fullmatch(skrevet):
        raise StyringFeil(
            f"«{skrevet}» kan ikke brukes med --base-url. Skriv for eksempel"
            " https://granvag.example/styring/."
        )
    return skrevet.rstrip("/") + "/"


def _rapporten(lest: "Rapportdata", utgitt: "Utgitt", dag: date) -> "Rapport":
    """A report that is out, as it was made on its own day."""
    from styring.cli.rapport import arsrapport, styringsbrev, tertial
    from styring.sporring.felles.utvalg import finn_periode
    from styring.sporring.rapport.rapportdag import rapportdag

    if utgitt.mal == "styringsbrev":
        return styringsbrev.rapporten(lest, dag, int(utgitt.id))
    periode = finn_periode(lest.register, utgitt.id)
    sin_dag = rapportdag(lest.register, periode, dag)
    if utgitt.mal == "arsrapport":
        return arsrapport.rapporten(lest, periode.aar, sin_dag)
    return tertial.rapporten(lest, periode, sin_dag)


def _funnene(lest: "Rapportdata") -> "Iterator[Funn]":
    """What is wrong in the records that this reader sees, feil and advarsler, where nothing is said
    of the others.
    """
    _, funn = innlasting.kontroller(lest.tre)
    nynorsk = paa_nynorsk(lest.register)
    synlige = {post.fil for post in lest.register.alle_poster()}
    skjulte = {
        post.id for post in lest.hele.alle_poster() if post.fil not in synlige and "-" in post.id
    }
    for ett in funn:
        sagt = f"{ett.melding} {ett.forslag}"
        if ett.alvor != "tips" and ett.fil in synlige and not any(id_ in sagt for id_ in skjulte):
            # as in the terminal, in bokmål: a finding tells of what was typed in the middle of it
            yield ett._replace(melding=dekk(ett.melding)) if nynorsk else ett


def _si_fra_om_det_som_ikke_er_ute(lest: "Rapportdata") -> None:
    """Tell of each report that was out and is not any more, because it was changed since."""
    for id_ in sorted(lest.register.ikke_vist - lest.register.ikke_ute):
        samlet = lest.hele.samlerapporter.get(id_)
        if samlet and samlet.verdi.godkjent:
            sys.stderr.write(
                f"styring: {id_} er endret etter at den ble godkjent, og er ikke med på sidene. Se"
                f" «styring valider --bare ST6».\n"
            )
