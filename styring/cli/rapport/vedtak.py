"""``styring rapport vedtak``."""

from typing import Annotated, get_args

import typer

from styring.cli.felles.fellesvalg import med_valg
from styring.cli.felles.verdier import dagen, velg_eller_ingen
from styring.cli.rapport import dokumentvei
from styring.cli.rapport.bestilling import Bestilling, valgt
from styring.cli.rapport.dokumentvei import Rapport
from styring.feil import StyringFeil
from styring.modell.vedtak import Vedtakstype
from styring.sporring.rapport.vedtak import Vedtaksvalg, vedtaksrapport


@med_valg(Bestilling)
def kommando(
    bestilling: Bestilling,
    fra: Annotated[
        str | None,
        typer.Option("--fra", metavar="DATO", help="Bare vedtak gjort denne dagen eller senere."),
    ] = None,
    til: Annotated[
        str | None,
        typer.Option("--til", metavar="DATO", help="Bare vedtak gjort denne dagen eller før."),
    ] = None,
    organ: Annotated[
        str | None,
        typer.Option("--organ", metavar="KODE", help="Bare vedtak i ett organ, for eksempel KS."),
    ] = None,
    type_: Annotated[
        str | None,
        typer.Option("--type", metavar="TYPE", help="vedtak, budsjettsak eller verbalvedtak."),
    ] = None,
    apne: Annotated[
        bool, typer.Option("--apne", "--åpne", help="Bare dem som ikke er ferdige.")
    ] = False,
    kort: Annotated[bool, typer.Option("--kort", help="Bare tallene.")] = False,
) -> int:
    """Politiske vedtak: hvor mange er gjennomført, hvor lang tid tok det, og hva er åpent?

    Eksempel: styring rapport vedtak --fra 2019-10-01 --til 2023-09-30 --organ KS
    """
    valg = Vedtaksvalg(
        fra=dagen(fra, "--fra") if fra else None,
        til=dagen(til, "--til") if til else None,
        organ=organ,
        type=velg_eller_ingen(type_, get_args(Vedtakstype), "--type"),
        apne=apne,
    )
    if valg.fra and valg.til and valg.fra > valg.til:
        raise StyringFeil(f"--fra {valg.fra} er etter --til {valg.til}. Bytt dem om.")
    lest = dokumentvei.les(bestilling)
    dag = lest.dag or dagen(None)
    svar = vedtaksrapport(lest.register, dag, valg, kort=kort)
    ord_ = (
        *valgt("--fra", valg.fra),
        *valgt("--til", valg.til),
        *valgt("--organ", organ),
        *valgt("--type", valg.type),
    )
    return dokumentvei.lever(
        lest,
        Rapport(
            "vedtak", svar, dag, ("vedtak", *ord_, *valgt("--apne", apne), *valgt("--kort", kort))
        ),
    )
