"""``styring okonomi``."""

from types import SimpleNamespace
from typing import Annotated, Any

import typer

from styring.cli.felles.fellesvalg import Lesevalg, med_valg
from styring.cli.felles.valg import AarValg, SektorValg
from styring.cli.okonomi.maanedsverdi import les_maaned
from styring.fag.norsk import opplisting
from styring.feil import StyringFeil


@med_valg(Lesevalg)
def kommando(
    valg: Lesevalg,
    sektor: SektorValg = None,
    maaned: Annotated[
        str | None,
        typer.Option(
            "--maaned",
            "--måned",
            metavar="MÅNED",
            help="Måneden det gjelder, for eksempel 2024-03. Ellers den siste som er lest inn.",
        ),
    ] = None,
    omraade: Annotated[
        str | None,
        typer.Option(
            "--omraade",
            "--område",
            metavar="KODE",
            help="Bare ett budsjettområde, med kode eller navn, måned for måned.",
        ),
    ] = None,
    mangler: Annotated[
        bool, typer.Option("--mangler", help="Bare hvem som ikke har sagt hva de venter.")
    ] = False,
    prognosetreff: Annotated[
        bool, typer.Option("--prognosetreff", help="Hvor nær prognosene i et år kom det året ble.")
    ] = False,
    fravaer: Annotated[
        bool, typer.Option("--fravaer", "--fravær", help="Sykefravær og årsverk i enhetene.")
    ] = False,
    aar: AarValg = None,
) -> int:
    """Økonomien: brukt, avvik hittil, ventet ved årsslutt, og tiltakene.

    Det verste står først. Minus er verre enn budsjett.

    Eksempel: styring okonomi --sektor OUS
    """
    _krev_at_valgene_passer(
        {"--fravaer": fravaer, "--prognosetreff": prognosetreff, "--mangler": mangler},
        {"--omraade": bool(omraade), "--maaned": bool(maaned)},
    )
    if prognosetreff:
        from styring.sporring.okonomi.prognosetreff import prognosetreff as spor
        from styring.visning.okonomi import prognosetreff as treffvisning

        return valg.skriv("prognosetreff", spor(valg.register, aar, sektor), treffvisning)
    if aar:
        raise StyringFeil(
            f"--aar gjelder bare --prognosetreff. Skriv måneden: --maaned {aar}-12, eller"
            f" {aar}-AR for hele året."
        )
    valgt = les_maaned(maaned) if maaned else None
    if fravaer:
        from styring.sporring.okonomi.fravaer import fravaeret
        from styring.visning.okonomi import fravaer as fravaersvisning

        return valg.skriv(
            "fravaer", fravaeret(valg.register, valg.dag, sektor, valgt), fravaersvisning
        )
    from styring.sporring.okonomi.okonomi import okonomi
    from styring.visning.okonomi import okonomi as visning

    svar = okonomi(valg.register, valg.dag, sektor, valgt, omraade)
    utsnitt: Any = visning
    if mangler:
        utsnitt = SimpleNamespace(side=visning.mangler, ark=visning.ark)
    elif omraade:
        utsnitt = SimpleNamespace(side=visning.ett_omraade, ark=visning.ark)
    return valg.skriv("okonomi", svar, utsnitt)


def _krev_at_valgene_passer(slag: dict[str, bool], andre: dict[str, bool]) -> None:
    """Refuse choices that can't be used together: none is passed over. Raises StyringFeil."""
    valgte = [navn for navn, valgt in slag.items() if valgt]
    uten = {"--fravaer": ("--omraade",), "--prognosetreff": ("--omraade", "--maaned")}
    valgte += [navn for navn in uten.get("".join(valgte), ()) if andre[navn]]
    if len(valgte) > 1:
        raise StyringFeil(
            f"{opplisting(valgte)} kan ikke brukes sammen. Velg én av delene; enheten velges med"
            " --sektor."
        )
