"""Help pages in bokmål, plain text, at most 80 columns."""

import inspect
import textwrap
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from styring.cli.felles.kommandoer import KOMMANDOER, Kommando
from styring.fag.hjelpeemner import Emne
from styring.fag.norsk import med_punktum

_BREDDE = 80


def for_alle() -> str:
    """The page of the whole program: commands by what one wants."""
    bredest = max(len(kommando.navn) for kommando in KOMMANDOER)
    deler = [
        (
            "Bruk: styring [KOMMANDO] [VALG]\n\n"
            "Helhetlig styring for kommuner: mål, oppdrag og årshjul som ren tekst i git.\n"
            "Uten kommando: kort om i dag.\n"
        )
    ]
    for gruppe, kommandoer in groupby(KOMMANDOER, key=lambda kommando: kommando.gruppe):
        deler.append(
            "".join([f"{gruppe}\n", *(f"  {k.navn:<{bredest}}  {k.hjelp}\n" for k in kommandoer)])
        )
    deler.append(
        "Valg uten kommando\n  --dato DATO, --format FORMAT, --prosjekt MAPPE som i de andre"
        " kommandoene.\n  --versjon  Vis versjonen. Også --version og -V.\n  --tegn     Vis hva"
        " tegnene betyr.\n  --hjelp    Vis denne"
        " hjelpen. Hver kommando har sin egen: styring vis --hjelp\n"
    )
    deler.append(
        "Utgangskoder\n"
        "  0  alt er i orden\n"
        "  1  noe er galt i dataene, eller noe kunne ikke leses\n"
        "  2  feil bruk, eller noe styring ikke rår over (mappe, disk, rettigheter)\n"
        "  3  en feil i styring selv\n"
        "  130  avbrutt\n"
    )
    deler.append("Start her:  styring status        Én enhet:  styring status --sektor OUS\n")
    return "\n".join(deler)


def for_emner(emner: Iterable[Emne]) -> str:
    """The list of what can be read about."""
    alle = _liste((emne.navn, med_punktum(emne.hjelp)) for emne in emner)
    return f"Emner\n{alle}\nLes om et av dem: styring hjelp EMNE\n"


def for_gruppe(navn: str, kommandoer: Iterable[Kommando]) -> str:
    """The page of a command that has others below it."""
    alle = _liste((kommando.navn, med_punktum(kommando.hjelp)) for kommando in kommandoer)
    return f"Bruk: {navn} KOMMANDO [VALG]\n\n{alle}\nMer om hver: {navn} KOMMANDO --hjelp\n"


def for_kommando(kommando: Any, ctx: Any) -> str:  # noqa: ANN401  typer's own types are not public
    """The page of one command: use, what it answers, arguments, options."""
    hjelp = inspect.cleandoc(kommando.help or "")
    argumenter = [param for param in kommando.params if param.param_type_name == "argument"]
    valg = [param for param in kommando.params if param.param_type_name == "option"]
    bruk = " ".join([ctx.command_path, *(_argument(param) for param in argumenter), "[VALG]"])
    avsnitt = hjelp.split("\n\n")
    deler = [
        f"Bruk: {bruk}\n",
        "\n".join(_brett(ett) for ett in avsnitt if not ett.startswith("Eksempel:")) + "\n",
    ]
    if argumenter:
        deler.append(
            "Argumenter\n"
            + _liste((param.metavar or param.name, param.help or "") for param in argumenter)
        )
    deler.append(
        "Valg\n"
        + _liste(
            [
                *((_navn(param), param.help or "") for param in valg),
                ("--hjelp", "Vis denne hjelpen."),
            ]
        )
    )
    deler += [f"{ett}\n" for ett in avsnitt if ett.startswith("Eksempel:")]
    return "\n".join(deler)


def _argument(param: Any) -> str:  # noqa: ANN401  typer's own parameter, of no public type
    navn = f"{param.metavar or param.name}{'…' if param.nargs == -1 else ''}"
    return navn if param.required else f"[{navn}]"


def _navn(param: Any) -> str:  # noqa: ANN401  typer's own parameter, of no public type
    metavar = "" if param.is_flag else f" {param.metavar or 'VERDI'}"
    return f"{param.opts[0]}{metavar}"


def _liste(par: Iterable[tuple[str, str]]) -> str:
    rader = list(par)
    bredest = max(len(navn) for navn, _ in rader)
    return "".join(
        textwrap.fill(
            hjelp,
            _BREDDE,
            initial_indent=f"  {navn:<{bredest}}  ",
            subsequent_indent=" " * (bredest + 4),
        )
        + "\n"
        for navn, hjelp in rader
    )


def _brett(avsnitt: str) -> str:
    return textwrap.fill(" ".join(avsnitt.split()), _BREDDE)
