"""``styring tertial behandlet``: an organ has taken the report up, and may have ended vedtak and
changed the budget.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from styring.cli.felles.manglende_valg import be_om
from styring.cli.felles.skriv_endring import Skrivevalg, gjennomfor, innholdet, last_alt
from styring.cli.felles.valg import DatoValg, JaValg, PeriodeArgument, ProsjektValg, UtkastValg
from styring.cli.felles.verdier import dagen, les_saksnummer
from styring.cli.rapportering.budsjettvedtak import Saken, vedtatte_endringer
from styring.fag.kalender import kortdato
from styring.feil import StyringFeil
from styring.modell.rapport import Samlerapport
from styring.modell.vedtak import Vedtak
from styring.prosjekt.tre import Arbeidstre
from styring.redigering.gjengi import Verdi
from styring.redigering.poster import legg_til, sett
from styring.redigering.skriving import Endring
from styring.sporring.felles.utvalg import finn_organ, finn_periode
from styring.sporring.poster.id_er import finn_sak

if TYPE_CHECKING:
    from styring.lesing.innlesing import Innlesing


def behandlet(
    periode: PeriodeArgument,
    sak: Annotated[
        str | None,
        typer.Option("--sak", metavar="NUMMER", help="Saksnummeret, for eksempel «KS 40/23»."),
    ] = None,
    organ: Annotated[
        str | None,
        typer.Option(
            "--organ", metavar="KODE", help="Organet. Ellers det som står i saksnummeret."
        ),
    ] = None,
    dato: DatoValg = None,
    avslutt: Annotated[
        list[str] | None,
        typer.Option(
            "--avslutt", metavar="ID", help="Et vedtak organet sa er gjennomført. Kan gjentas."
        ),
    ] = None,
    bortfalt: Annotated[
        list[str] | None,
        typer.Option(
            "--bortfalt", metavar="ID", help="Et vedtak organet lot falle bort. Kan gjentas."
        ),
    ] = None,
    vedtatt: Annotated[
        list[int] | None,
        typer.Option(
            "--vedtatt",
            metavar="NR",
            help="Et forslag om budsjettendring som ble vedtatt. Kan gjentas.",
        ),
    ] = None,
    endret: Annotated[
        list[str] | None,
        typer.Option(
            "--endret",
            metavar="TEKST",
            help="Et forslag som ble vedtatt med andre beløp: «1: SKOLE=900000, DISP=-900000».",
        ),
    ] = None,
    ja: JaValg = False,
    utkast: UtkastValg = False,
    prosjekt: ProsjektValg = None,
) -> int:
    """Et politisk organ har behandlet rapporten, og kan ha avsluttet vedtak og endret budsjettet.

    --dato er dagen møtet var; ellers i dag. Forslag om budsjettendring som ble vedtatt, legges inn
    i årets budsjett.

    Eksempel: styring tertial behandlet 2023-T1 --sak "KS 40/23" --avslutt KS-054
    """
    valg = Skrivevalg(ja=ja, utkast=utkast)
    tre, innlesing = last_alt(prosjekt)
    register = innlesing.register
    valgt = finn_periode(register, periode)
    nummer, dag = (
        be_om(sak, "--sak", "Saksnummer", godta=lambda svar: les_saksnummer(register, svar)) or "",
        dagen(dato),
    )
    organet = finn_organ(
        register,
        organ or les_saksnummer(register, nummer).organ or be_om(None, "--organ", "Organ") or "",
    )
    fil = f"data/rapporter/{valgt.id}/kommunedirektor.yaml"
    if valgt.id not in register.samlerapporter and fil not in register.uleste:
        raise StyringFeil(
            f"{valgt.id} er ikke godkjent ennå. Godkjenn den med «styring tertial godkjenn"
            f" {valgt.id}»."
        )
    raa = innholdet(tre, innlesing, fil)
    endringer = {}
    samlet = register.samlerapporter.get(valgt.id)
    if not any(
        (ett.organ, ett.sak, ett.dato) == (organet, nummer, dag)
        for ett in (samlet.verdi.behandlet if samlet else ())
    ):
        endringer[fil] = Endring(
            fil,
            raa,
            legg_til(
                raa, ("behandlet",), {"organ": organet, "sak": nummer, "dato": dag}, Samlerapport
            ),
        )
    for utfall, saker in (("gjennomfort", avslutt), ("bortfalt", bortfalt)):
        ende: dict[str, Verdi] = {"dato": dag, "organ": organet, "sak": nummer, "utfall": utfall}
        for sak_id in dict.fromkeys(finn_sak(register, id_) for id_ in saker or ()):
            endring = _avslutt(tre, innlesing, sak_id, ende, endringer)
            endringer[endring.fil] = endring
    budsjett = vedtatte_endringer(
        tre, innlesing, valgt.id, Saken(nummer, organet, dag), vedtatt or (), endret or ()
    )
    endringer |= {ett.fil: ett for ett in budsjett}
    return gjennomfor(tre, list(endringer.values()), valg, f"{valgt.navn} er behandlet i {nummer}")


def _avslutt(
    tre: Arbeidstre,
    innlesing: "Innlesing",
    sak: str,
    ende: dict[str, Verdi],
    hittil: Mapping[str, Endring],
) -> Endring:
    """Close a vedtak or a punkt of it, on top of what the same command has closed in the file
    already.
    """
    id_, skille, nr = sak.partition("/")
    post = innlesing.register.vedtak.get(id_)
    if post is None:
        raise StyringFeil(f"«{sak}» er ikke et vedtak. Bare vedtak avsluttes av et organ.")
    punkt = next((punkt for punkt in post.verdi.punkter if skille and str(punkt.nr) == nr), None)
    if tidligere := (punkt or post.verdi).avsluttet:
        raise StyringFeil(
            f"«{sak}» ble avsluttet {kortdato(tidligere.dato)} i {tidligere.sak}. Se det med"
            f" «styring vis {id_}»."
        )
    foer = innholdet(tre, innlesing, post.fil)
    raa = hittil[post.fil].etter if post.fil in hittil else foer
    sti = (
        (
            "punkter",
            next(plass for plass, punkt in enumerate(post.verdi.punkter) if str(punkt.nr) == nr),
        )
        if skille
        else ()
    )
    return Endring(post.fil, foer, sett(raa, sti, {"avsluttet": ende}, None if skille else Vedtak))
