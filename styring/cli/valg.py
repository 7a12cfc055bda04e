"""The options that several commands share, and how their values are read."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from styring.fag import saksnummer
from styring.fag.norsk import fold, mente_du, opplisting
from styring.fag.periode import les_tidspunkt
from styring.fag.saksnummer import Saksnummer
from styring.feil import StyringFeil

FORMATER = ("tekst", "json", "csv", "md")


def _fullfor_enhet(incomplete: str) -> list[tuple[str, str]]:
    from styring.cli.forslag import enheter

    return enheter(incomplete)


def fullfor_id(incomplete: str) -> list[tuple[str, str]]:
    """Offer the ids that begin so, with their titles."""
    from styring.cli.forslag import id_er

    return id_er(incomplete)


def _fullfor_format(incomplete: str) -> list[str]:
    return [format_ for format_ in FORMATER if format_.startswith(incomplete)]


SektorValg = Annotated[str | None, typer.Option("--sektor", metavar="KODE", help="Bare én enhet og det som ligger under den.", autocompletion=_fullfor_enhet)]
EnSektorValg = Annotated[str, typer.Option("--sektor", metavar="KODE", help="Enheten det gjelder.", autocompletion=_fullfor_enhet)]
AarValg = Annotated[int | None, typer.Option("--aar", "--år", min=2000, max=2100, metavar="ÅR", help="Hvilket år det gjelder.")]
DatoValg = Annotated[str | None, typer.Option("--dato", metavar="DATO", help="Hvilken dag det er, for eksempel 2023-09-04. Ellers i dag.")]
VedValg = Annotated[str | None, typer.Option("--ved", metavar="REF", help="Dataene slik de var i en commit, et merke eller en gren i git.")]
PerValg = Annotated[str | None, typer.Option("--per", metavar="DATO", help="Det som var kjent den dagen: dataene slik de var da, sett den dagen.")]
FormatValg = Annotated[str, typer.Option("--format", metavar="FORMAT", help="tekst, json, csv eller md.", autocompletion=_fullfor_format)]
ForValg = Annotated[str | None, typer.Option("--for", metavar="LESER", help="Hvem svaret er for: offentlig, intern eller ledelse. Ellers ledelse.")]
ProsjektValg = Annotated[Path | None, typer.Option("--prosjekt", metavar="MAPPE", help="Mappen med kommunens data. Ellers letes det oppover herfra.")]

IdArgument = Annotated[str, typer.Argument(metavar="ID", help="OUS-01, 2023-OUS-01, 2022-KS-054/2 eller «KS 54/22».", autocompletion=fullfor_id)]
PeriodeArgument = Annotated[str, typer.Argument(metavar="PERIODE", help="Perioden, for eksempel 2023-T1.")]
JaValg = Annotated[bool, typer.Option("--ja", help="Skriv uten å spørre.")]
UtkastValg = Annotated[bool, typer.Option("--utkast", help="Vis hva som ville blitt skrevet. Skriver aldri.")]


def dagen(skrevet: str | None, valg: str = "--dato", eksempel: str = "2023-09-04") -> date:
    """Read a day as people write it: 2023-09-04, 04.09.2023, 4. september 2023; today when none is given. Raises StyringFeil."""
    if skrevet is None:
        return date.today()  # noqa: DTZ011  the one place where the clock is read: the day where the user is
    lest = les_tidspunkt(skrevet) or ""
    dag = date.fromisoformat(lest) if len(lest) == len("2023-09-04") else None
    if dag is None or not 2000 <= dag.year <= 2100:  # noqa: PLR2004  as in the data
        raise StyringFeil(f"«{skrevet}» kan ikke brukes med {valg}. Skriv for eksempel {eksempel}; årene går fra 2000 til 2100.")
    return dag


def dagen_for(dato: str | None, per: str | None) -> date:
    """Read the day that is asked of, which ``--per`` also tells; today when none is given. Raises StyringFeil."""
    if dato and per:
        raise StyringFeil("--per er både dagen og versjonen av dataene, og kan ikke brukes sammen med --dato. Bruk --ved for å velge versjon for seg.")
    return dagen(per, "--per") if per else dagen(dato)


def les_saksnummer(skrevet: str) -> Saksnummer:
    """Read a case number. Raises StyringFeil."""
    lest = saksnummer.les(skrevet)
    if lest is None:
        raise StyringFeil(f"«{skrevet}» er ikke et saksnummer. Skriv for eksempel «KS 54/22».")
    return lest


def velg(skrevet: str, valg: Sequence[str], navn: str) -> str:
    """Read one of a few words. Raises StyringFeil with what was probably meant."""
    likt = {fold(ett): ett for ett in valg}
    sokt = fold(skrevet).strip()
    if funnet := likt.get(sokt) or likt.get(sokt.replace(" ", "_")):
        return funnet
    ment = mente_du(skrevet, valg)
    forslag = f"Mente du {ment}?" if ment else f"Velg {opplisting(valg, 'eller')}."
    raise StyringFeil(f"«{skrevet}» kan ikke brukes med {navn}. {forslag}")


def velg_eller_ingen(skrevet: str | None, valg: Iterable[str], navn: str) -> str | None:
    """Read one of a few words, or nothing."""
    return None if skrevet is None else velg(skrevet, tuple(valg), navn)
