"""``styring init``: a municipality's own project, from a few answers."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, cast

import typer

from styring.cli.felles import innlasting
from styring.cli.felles.filskriving import skriv_fil
from styring.cli.felles.manglende_valg import be_om, kan_spore
from styring.cli.felles.utskrift import skriv_side
from styring.cli.felles.valg import DatoValg
from styring.cli.felles.verdier import dagen, velg
from styring.fag.enhetsliste import Enhetslinje, skreven_enhet
from styring.feil import StyringFeil
from styring.funn import Alvor
from styring.prosjekt.filer import finnes, innholdet_i, les_fil
from styring.prosjekt.git import lag_repo, lag_repo_med_historie
from styring.prosjekt.installasjon import delbar_pakke
from styring.prosjekt.medfolger import HISTORIEN, mappe_som_folger_med
from styring.prosjekt.tre import Arbeidstre
from styring.redigering.gjengi import Verdi
from styring.redigering.poster import ny_fil
from styring.sporring.oppsett.nytt_prosjekt import PERIODER, Oppstart, les_enhetene, nytt_prosjekt
from styring.visning.oppsett import prosjektfiler, start

_UKJENT_PAKKE = "styring[excel,word,pdf,kalender] @ git+ADRESSEN_TIL_STYRING@VERSJON"
_TOPPTEKST = {
    "data/kommune.yaml": (
        "Kommunen: navn, enheter, organer og rapportering. Skriv roller, ikke personnavn."
    ),
    "data/arshjul.yaml": (
        "Årshjulet. Pliktene loven gir, er lagt inn. Det kommunen selv bestemmer dagen for, står"
        " som ikke_oppgitt: bytt det med for eksempel {dato: 2026-06-17} eller {hvert_ar: 06-15}."
    ),
}


def kommando(
    mappe: Annotated[
        Path, typer.Argument(metavar="MAPPE", help="En ny mappe, eller en som er tom.")
    ],
    navn: Annotated[
        str | None,
        typer.Option("--navn", metavar="NAVN", help="Hva kommunen heter: «Granvåg kommune»."),
    ] = None,
    enhet: Annotated[
        list[str] | None,
        typer.Option(
            "--enhet",
            metavar="ENHET",
            help="Kode og navn: «OUS Oppvekst», «SKO Skolene under OUS». Kan gjentas.",
        ),
    ] = None,
    enheter: Annotated[
        Path | None,
        typer.Option(
            "--enheter",
            metavar="FIL",
            help="En liste med en enhet på hver linje, eller kolonnene kode, navn, type,"
            " overordnet og leder (csv eller xlsx).",
        ),
    ] = None,
    perioder: Annotated[
        str | None,
        typer.Option(
            "--perioder",
            metavar="ORD",
            help="Hvor ofte det rapporteres: tertial, halvaar, kvartal. Ellers tertial.",
        ),
    ] = None,
    kodelager: Annotated[
        str | None,
        typer.Option(
            "--kodelager",
            metavar="ORD",
            help="Hvor repoet skal ligge: github, gitlab, ingen. Ellers github.",
        ),
    ] = None,
    aar: Annotated[
        int | None,
        typer.Option(
            "--aar", "--år", min=2020, max=2099, metavar="ÅR", help="Det første året. Ellers i år."
        ),
    ] = None,
    maalform: Annotated[
        str | None,
        typer.Option(
            "--maalform",
            metavar="ORD",
            help="Målformen i det som lages til andre: nb eller nn. Ellers nb.",
        ),
    ] = None,
    eksempelpost: Annotated[
        bool,
        typer.Option("--eksempelpost", help="Ta med ett mål og ett oppdrag å se på og skrive om."),
    ] = False,
    fra_eksempel: Annotated[
        bool,
        typer.Option("--fra-eksempel", help="Få den oppdiktede kommunen Granvåg, med historie."),
    ] = False,
    dato: DatoValg = None,
) -> int:
    """Begynn med din egen kommune.

    Lager en mappe med kommunens data og det som hører til: enheter og rutine for rapportering,
    årshjulet med alle lovbestemte plikter, innstillinger for editoren, kontroll før commit og i
    kodelageret. Det som ikke er gitt som valg, blir du spurt om.

    Eksempel: styring init granli --navn "Granli kommune" --enhet "OUS Oppvekst"
    """
    _maa_vaere_tom(mappe)
    if fra_eksempel and maalform:
        raise StyringFeil(
            "--fra-eksempel og --maalform kan ikke brukes sammen. Sett maalform i"
            " data/kommune.yaml etterpå."
        )
    if fra_eksempel:
        return _fra_eksempel(mappe)
    i_aar = aar or dagen(dato).year
    oppstart = Oppstart(
        navn=be_om(navn, "--navn", "Hva heter kommunen", godta=_ikke_tomt) or "",
        enheter=_enhetene(enhet or [], enheter),
        perioder=_ett_av(perioder, "--perioder", "Hvor ofte rapporteres det", tuple(PERIODER)),
        aar=i_aar,
        eksempelpost=eksempelpost,
        nynorsk=velg(maalform or "nb", ("nb", "nn"), "--maalform") == "nn",
    )
    lager = _ett_av(kodelager, "--kodelager", "Kodelager", tuple(prosjektfiler.KODELAGRE))
    filer = _filene(oppstart, lager)
    for sti, tekst in filer.items():
        skriv_fil(mappe / sti, tekst)
    tre = Arbeidstre(mappe.resolve())
    innlesing, funn = innlasting.kontroller(tre)
    from styring.cli.oppsett.editorfiler import editorfiler  # imports all of pydantic

    for sti, tekst in editorfiler(innlesing.register, None).items():
        skriv_fil(mappe / sti, tekst)
    skriv_side(
        start.side(
            start.Startsvar(
                mappe=str(mappe),
                data=tuple(sti for sti in filer if sti.startswith("data/")),
                andre=tuple(sti for sti in filer if not sti.startswith("data/")),
                plikter=len(innlesing.register.aktiviteter),
                uten_dag=sum(
                    post.verdi.nar == "ikke_oppgitt"
                    for post in innlesing.register.aktiviteter.values()
                ),
                funn=sum(ett.alvor is not Alvor.TIPS for ett in funn),
                repo=lag_repo(mappe),
                forste_enhet=oppstart.enheter[0].kode,
                uten_adresse=delbar_pakke(()) is None and lager != "ingen",
            )
        )
    )
    return 1 if any(ett.alvor is Alvor.FEIL for ett in funn) else 0


def _fra_eksempel(mappe: Path) -> int:
    """The fictional municipality, as it grew: two years of commits."""
    if finnes(mappe / ".git"):
        raise StyringFeil(
            f"«{mappe}» er et git-repo fra før, og eksempelet kommer med sin egen historie. Velg"
            " en ny mappe; ingenting er skrevet."
        )
    kilde = mappe_som_folger_med("eksempel")
    for fil in sorted((kilde / "data").rglob("*.yaml")):
        skriv_fil(mappe / fil.relative_to(kilde), fil.read_text(encoding="utf-8"))
    historie = lag_repo_med_historie(mappe, les_fil(kilde / HISTORIEN))
    innlesing, _ = innlasting.kontroller(Arbeidstre(mappe.resolve()))
    skriv_side(start.eksempelside(str(mappe), innlesing.register.navn, historie=historie))
    return 0


def _maa_vaere_tom(mappe: Path) -> None:
    andre = [navn for navn in innholdet_i(mappe) if navn != ".git"] if finnes(mappe) else []
    if andre:
        raise StyringFeil(
            f"«{mappe}» er ikke tom: der ligger «{andre[0]}». Velg en ny mappe; ingenting er"
            " skrevet."
        )


def _enhetene(skrevne: list[str], fil: Path | None) -> tuple[Enhetslinje, ...]:
    rader = [skreven_enhet(linje) for linje in skrevne]
    if fil is not None:
        from styring.lesing.enhetslister import les_enhetsliste  # only where a list is given

        lest, merknader = les_enhetsliste(fil.name, les_fil(fil))
        rader += lest
        for merknad in merknader:
            sys.stderr.write(f"styring: {merknad}.\n")
    if not rader and kan_spore():
        rader = [skreven_enhet(linje) for linje in _spurte()]
    return les_enhetene(rader)


def _spurte() -> Iterator[str]:
    """Ask for one unit after another, until nothing is answered."""
    sys.stderr.write(
        "Enhetene, en på hver linje: kode og navn, for eksempel «OUS Oppvekst og utdanning» eller"
        " «SKO Skolene under OUS». Du kan lime inn en liste. Tom linje når du er ferdig.\n"
    )
    while linje := be_om(None, "--enhet", "Enhet", godta=_en_enhet, maa=False):
        yield linje


def _en_enhet(svar: str) -> object:
    return svar and les_enhetene([skreven_enhet(svar.split(" under ", maxsplit=1)[0])])


def _ikke_tomt(svar: str) -> object:
    if not svar.strip():
        raise StyringFeil("skriv et navn.")
    return svar


def _ett_av(verdi: str | None, valg: str, ledetekst: str, ordene: tuple[str, ...]) -> str:
    svar = be_om(
        verdi,
        valg,
        f"{ledetekst} ({', '.join(ordene)})",
        godta=lambda svar: svar and velg(svar, ordene, valg),
        maa=False,
    )
    return velg(svar, ordene, valg) if svar else ordene[0]


def _filene(oppstart: Oppstart, lager: str) -> dict[str, str]:
    data = {
        sti: ny_fil(cast("dict[str, Verdi]", felter), _TOPPTEKST.get(sti, ""))
        for sti, felter in nytt_prosjekt(oppstart).items()
    }
    ord_ = {
        "navn": oppstart.navn,
        "enhet": oppstart.enheter[0].kode,
        "periode": f"{oppstart.aar}-{next(iter(PERIODER[oppstart.perioder]))}",
        "pakke": delbar_pakke(("excel", "word", "pdf", "kalender")) or _UKJENT_PAKKE,
    }
    return data | prosjektfiler.prosjektfiler(lager, ord_)
