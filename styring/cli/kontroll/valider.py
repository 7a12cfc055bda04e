"""``styring valider``."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from styring.cli.felles import innlasting
from styring.cli.felles.utskrift import er_terminal, skriv, skriv_side
from styring.cli.felles.valg import JaValg, PerValg, ProsjektValg, VedValg
from styring.cli.felles.verdier import velg
from styring.cli.kontroll.visningssti import stien_til
from styring.fag.norsk import antall
from styring.fag.personvern import masker
from styring.feil import StyringFeil
from styring.funn import Alvor, Treff
from styring.prosjekt.filer import finnes
from styring.prosjekt.tre import LAAS, Arbeidstre
from styring.register.register import Register
from styring.regler.kjoring import ukjente_utvalg
from styring.visning.felles.trygg import trygg
from styring.visning.kontroll.funn import tekst
from styring.visning.kontroll.funn.resultat import Resultat, verst_forst

if TYPE_CHECKING:
    from styring.prosjekt.gittre import Objekttre
    from styring.prosjekt.indekstre import Indekstre
    from styring.regler.regel import Regel

FORMATER = ("tekst", "kort", "md", "json", "github", "gitlab", "sarif", "junit")


def kommando(
    filer: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FIL", help="Vis bare funn i disse filene. Alt leses uansett."),
    ] = None,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="tekst, kort, md, json, github, gitlab, sarif eller junit.",
        ),
    ] = "tekst",
    bare: Annotated[
        list[str] | None,
        typer.Option(
            "--bare",
            metavar="KODE",
            help="Bare regler som begynner slik: ST3 eller ST302. Kan gjentas.",
        ),
    ] = None,
    streng: Annotated[
        bool, typer.Option("--streng", help="La advarsler gi utgangskode 1.")
    ] = False,
    tips: Annotated[bool, typer.Option("--tips", help="Vis tips også.")] = False,
    indeks: Annotated[
        bool,
        typer.Option(
            "--indeks",
            help="Kontroller det som blir med i neste commit, ikke det som ligger på disken.",
        ),
    ] = False,
    rett: Annotated[
        bool,
        typer.Option(
            "--rett",
            help="Rett det som er sikkert: dager, lister, store bokstaver, tomme felt. Spør.",
        ),
    ] = False,
    ja: JaValg = False,
    ved: VedValg = None,
    per: PerValg = None,
    prosjekt: ProsjektValg = None,
) -> int:
    """Er dataene riktige?

    Leser alle filer, finner alle feil i én kjøring, og skriver ingenting. Utgangskode 1 hvis noe er
    feil. Med --indeks er det «git add» har lagt til, som kontrolleres: det som blir med i neste
    commit.

    Eksempel: styring valider --format kort
    """
    valgt = velg(format_, FORMATER, "--format")
    utvalg = tuple(kode.strip().upper() for kode in bare or ())
    if ukjent := [kode for kode in utvalg if not kode] + ukjente_utvalg(utvalg):
        raise StyringFeil(
            f"ingen regel begynner med «{ukjent[0]}». Se kodene med «styring regler»."
        )
    if indeks and (ved or per):
        raise StyringFeil(
            "--indeks kan ikke brukes sammen med --ved eller --per. Velg hvilke data som skal"
            " kontrolleres."
        )
    if rett and (indeks or ved or per):
        raise StyringFeil("--rett retter filene på disken, og kan ikke brukes sammen med de andre.")
    tre = _indekstreet(prosjekt) if indeks else innlasting.treet(prosjekt, ved, per)
    bare_filer = datafiler(tre, filer or ())
    if rett and isinstance(tre, Arbeidstre):
        from styring.cli.kontroll.rett import rett as rett_filene  # brings the writer of YAML

        return rett_filene(tre, bare_filer, ja=ja)
    innlesing, vises = innlasting.kontroller(
        tre,
        lambda regel: _velges(regel, utvalg, tips=tips),
        lambda treff: _gjelder(treff, bare_filer),
        _sist(tre),
    )
    if isinstance(tre, Arbeidstre):
        _si_fra_om_kladder(tre)
    sti = stien_til(tre.rot, valgt)
    resultat = Resultat(
        verst_forst([ett._replace(fil=sti(ett.fil)) for ett in vises]),
        innlesing.antall_filer,
        len(innlesing.register.uleste),
        innlesing.andre_filer,
        innlesing.register.antall_poster,
    )
    _skriv(resultat, valgt)
    gir_feil = (Alvor.FEIL, Alvor.ADVARSEL) if streng else (Alvor.FEIL,)
    ulest = any(not bare_filer or fil in bare_filer for fil in innlesing.register.uleste)
    return 1 if ulest or any(ett.alvor in gir_feil for ett in vises) else 0


def _sist(tre: "Arbeidstre | Objekttre") -> Callable[[], Register] | None:
    """The last version stored, which the files on disk are held against."""
    if not isinstance(tre, Arbeidstre):
        return None
    from styring.cli.tid.siste_commit import ikke_for_alle  # only for the files on disk

    return lambda: ikke_for_alle(tre)


def _indekstreet(prosjekt: Path | None) -> "Indekstre":
    """Find the data that will be committed, and tell of what will not. Raises StyringFeil."""
    from styring.prosjekt.git import Git  # most checks are of what lies on disk
    from styring.prosjekt.indekstre import Indekstre

    tre = Indekstre(Git(innlasting.arbeidstreet(prosjekt).rot, innsjekking=True))
    if utenfor := tre.utenfor():
        sys.stderr.write(
            f"styring: {antall(utenfor, 'fil')} under data/ er ikke lagt til med «git add», og er"
            " ikke med i kontrollen.\n"
        )
    return tre


def _si_fra_om_kladder(tre: Arbeidstre) -> None:
    """Name what a killed writer has left: whole copies of records, which are no data and belong in
    no commit. Where there are personal data in one, say so.
    """
    for fil in tre.kladder:
        raa = tre.les(fil)
        if not fil.endswith(LAAS) and isinstance(raa, bytes):
            tekst = raa.decode(errors="replace")
            hva = " Den har personopplysninger." if masker(tekst) != tekst else ""
            sys.stderr.write(
                f"styring: {trygg(fil)} er en kladd etter en styring som ble avbrutt, ikke"
                f" data.{hva} Slett den, og legg den ikke inn i git.\n"
            )


def datafiler(tre: "Arbeidstre | Objekttre", filer: Sequence[Path]) -> frozenset[str]:
    """Turn files as the user wrote them into paths from the root.

    Raises StyringFeil for one outside the data.
    """
    stier = {Path(os.path.realpath(fil.parent)) / fil.name: fil for fil in filer}
    borte = [fil for sti, fil in stier.items() if isinstance(tre, Arbeidstre) and not finnes(sti)]
    if borte:
        raise StyringFeil(f"finner ikke «{borte[0]}». Se etter en skrivefeil i filnavnet.")
    utenfor = [fil for sti, fil in stier.items() if not sti.is_relative_to(tre.rot / "data")]
    if utenfor:
        raise StyringFeil(
            f"«{utenfor[0]}» ligger ikke under {tre.rot / 'data'}. Oppgi filer der, eller ingen for"
            " å se alle funn."
        )
    return frozenset(sti.relative_to(tre.rot).as_posix() for sti in stier)


def _velges(regel: "Regel", utvalg: tuple[str, ...], *, tips: bool) -> bool:
    return (not utvalg or regel.kode.startswith(utvalg)) and (tips or regel.alvor is not Alvor.TIPS)


def _gjelder(treff: Treff, filer: frozenset[str]) -> bool:
    return not filer or any(treff.fil == fil or treff.fil.startswith(f"{fil}/") for fil in filer)


def _skriv(resultat: Resultat, format_: str) -> None:
    if format_ != "tekst":
        # brings XML and hashing, which people at a terminal never need
        from styring.visning.kontroll.funn import maskin

        skriv(maskin.FORMATER[format_](resultat))
    elif er_terminal():
        skriv_side(tekst.side(resultat))
    else:
        skriv(tekst.tekst(resultat))
