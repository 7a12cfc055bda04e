"""``styring deleger``."""

from typing import Annotated

import typer

from styring.cli.felles.manglende_valg import be_om
from styring.cli.felles.skriv_endring import Skrivevalg, gjennomfor, innholdet, last
from styring.cli.felles.valg import DatoValg, IdArgument, JaValg, ProsjektValg, UtkastValg
from styring.cli.felles.verdier import dagen
from styring.feil import StyringFeil
from styring.modell.oppdrag import Oppdrag
from styring.redigering.poster import legg_til
from styring.redigering.skriving import Endring
from styring.sporring.poster.id_er import finn_id


def kommando(
    id_: IdArgument,
    til: Annotated[
        str | None,
        typer.Option(
            "--til", metavar="HVEM", help="En enhet under den som har det nå, eller en rolle."
        ),
    ] = None,
    dato: DatoValg = None,
    ja: JaValg = False,
    utkast: UtkastValg = False,
    prosjekt: ProsjektValg = None,
) -> int:
    """Deleger oppfølgingen av et oppdrag videre.

    Den ansvarlige svarer for oppdraget også etterpå. --dato er dagen det ble delegert; ellers i
    dag.

    Eksempel: styring deleger OUS-04 --til prosjektleder
    """
    valg = Skrivevalg(ja=ja, utkast=utkast)
    tre, innlesing = last(prosjekt)
    register = innlesing.register
    post = register.oppdrag.get(finn_id(register, id_))
    if post is None:
        raise StyringFeil(
            f"«{id_}» er ikke et oppdrag, og bare oppdrag delegeres. Finn det med «styring finn»."
        )
    hvem = be_om(til, "--til", "Til (enhet eller rolle)") or ""
    mottaker = hvem.upper() if hvem.upper() in register.enheter else hvem
    raa = innholdet(tre, innlesing, post.fil)
    etter = legg_til(raa, ("videredelegert",), {"dato": dagen(dato), "til": mottaker}, Oppdrag)
    return gjennomfor(
        tre,
        [Endring(post.fil, raa, etter)],
        valg,
        f"{post.id} følges nå opp av {register.enhetsnavn(mottaker)}",
    )
