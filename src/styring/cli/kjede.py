"""The one chain that every command begins with: find the project, read it, and for a check: rules and places."""

from dataclasses import replace
from pathlib import Path

from styring.cli.valg import velg
from styring.feil import StyringFeil
from styring.funn import Funn
from styring.lesing.innlesing import Innlesing, les_inn
from styring.modell.form import Leser
from styring.prosjekt.tre import Arbeidstre, Tre, finn_rot


def treet(prosjekt: Path | None) -> Arbeidstre:
    """Find the project from the folder given, or from the current one. Raises StyringFeil."""
    start = prosjekt or Path()
    try:
        start = start.resolve(strict=True)
    except OSError as feil:
        raise StyringFeil(f"finner ikke mappen «{start}». Se etter en skrivefeil i --prosjekt.") from feil
    return Arbeidstre(finn_rot(start))


def les(prosjekt: Path | None, for_: str | None = None) -> Innlesing:
    """Read the project's data, as far as one reader may see it; all of it when none is named. Raises StyringFeil."""
    return les_tre(treet(prosjekt), for_)


def les_tre(tre: Tre, for_: str | None = None) -> Innlesing:
    """Read the data of a tree, as far as one reader may see it; all of it when none is named. Raises StyringFeil."""
    leser = Leser(velg(for_, [leser.value for leser in Leser], "--for")) if for_ is not None else Leser.LEDELSE
    innlesing = les_inn(tre)
    if leser is Leser.LEDELSE:
        return innlesing
    from styring.register.leser import for_leser  # most answers are for the leadership

    return replace(innlesing, register=for_leser(innlesing.register, leser))


def kontroller(tre: Tre) -> tuple[Innlesing, list[Funn]]:
    """Read the data, run the rules, and find the place of all they hit."""
    from styring.lesing.steder import Regelmerke, finn_steder  # questions need no rules
    from styring.regler.katalog import REGLER
    from styring.regler.kjoring import kjor_regler

    innlesing = les_inn(tre)
    regler = {regel.kode: regel for regel in REGLER}
    treff = [*innlesing.treff, *kjor_regler(innlesing.regelregister)]
    offentlige = innlesing.regelregister.offentlige if innlesing.regelregister.har_unntatte else None
    return innlesing, finn_steder(tre, treff, lambda kode: Regelmerke(regler[kode].alvor, regler[kode].avsnitt["Kilde"], regler[kode].krav), offentlige)
