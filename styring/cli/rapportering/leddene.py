"""``styring tertial lever|kvalitetssikre|utsendt``: each step sets its date, and the
rules say whether it may be taken.
"""

from typing import TYPE_CHECKING, Annotated

import typer

from styring.cli.felles.manglende_valg import be_om
from styring.cli.felles.skriv_endring import Skrivevalg, gjennomfor, innholdet, last_alt
from styring.cli.felles.valg import DatoValg, JaValg, PeriodeArgument, ProsjektValg, UtkastValg
from styring.cli.felles.verdier import dagen
from styring.fag.kalender import kortdato
from styring.fag.norsk import opplisting
from styring.feil import StyringFeil
from styring.modell.rapport import Enhetsrapport, Samlerapport
from styring.prosjekt.tre import Arbeidstre
from styring.redigering.gjengi import Verdi
from styring.redigering.poster import ny_fil, sett
from styring.redigering.skriving import Endring
from styring.register.meldingene import saker_i
from styring.sporring.felles.utvalg import finn_enhet, finn_periode

if TYPE_CHECKING:
    from styring.lesing.innlesing import Innlesing

EnhetArgument = Annotated[str | None, typer.Argument(metavar="ENHET", help="Enheten det gjelder.")]


def lever(
    periode: PeriodeArgument,
    enhet: EnhetArgument = None,
    dato: DatoValg = None,
    ja: JaValg = False,
    utkast: UtkastValg = False,
    prosjekt: ProsjektValg = None,
) -> int:
    """En enhet leverer skjemaet sitt. Alt må være utfylt.

    --dato er dagen det ble levert; ellers i dag.

    Eksempel: styring tertial lever 2023-T1 OUS
    """
    valg = Skrivevalg(ja=ja, utkast=utkast)
    tre, innlesing = last_alt(prosjekt)
    register = innlesing.register
    valgt = finn_periode(register, periode)
    kode = finn_enhet(
        register,
        be_om(enhet, "ENHET", "Enhet", godta=lambda svar: finn_enhet(register, svar)) or "",
    )
    post = register.rapporter.get(f"{valgt.id}/{kode}")
    if post is not None and post.verdi.levert:
        raise StyringFeil(
            f"«{kode}» leverte alt {kortdato(post.verdi.levert)}. Skal skjemaet åpnes igjen, må"
            f" «levert» tømmes i {post.fil}."
        )
    endring = _sett_i_skjema(tre, innlesing, f"{valgt.id}/{kode}", {"levert": dagen(dato)})
    return gjennomfor(tre, [endring], valg, f"{register.enhetsnavn(kode)} har levert {valgt.navn}")


def kvalitetssikre(
    periode: PeriodeArgument,
    enhet: EnhetArgument = None,
    dato: DatoValg = None,
    ja: JaValg = False,
    utkast: UtkastValg = False,
    prosjekt: ProsjektValg = None,
) -> int:
    """Staben har kvalitetssikret skjemaet til en enhet, eller alle som er levert.

    Eksempel: styring tertial kvalitetssikre 2023-T1 OUS
    """
    valg = Skrivevalg(ja=ja, utkast=utkast)
    tre, innlesing = last_alt(prosjekt)
    register = innlesing.register
    valgt = finn_periode(register, periode)
    leverte = [
        id_
        for id_, post in register.rapporter.items()
        if id_.startswith(f"{valgt.id}/") and post.verdi.levert and not post.verdi.kvalitetssikret
    ]
    valgte = [f"{valgt.id}/{finn_enhet(register, enhet)}"] if enhet else leverte
    if not valgte:
        raise StyringFeil(
            f"ingen skjemaer for {valgt.id} venter på kvalitetssikring. Se hvem som mangler med"
            f" «styring tertial purring {valgt.id}»."
        )
    endringer = [
        _sett_i_skjema(tre, innlesing, id_, {"kvalitetssikret": dagen(dato)}) for id_ in valgte
    ]
    return gjennomfor(
        tre,
        endringer,
        valg,
        f"Kvalitetssikret for {valgt.navn}:"
        f" {opplisting([id_.partition('/')[2] for id_ in valgte])}",
    )


def utsendt(
    periode: PeriodeArgument,
    dato: DatoValg = None,
    ja: JaValg = False,
    utkast: UtkastValg = False,
    prosjekt: ProsjektValg = None,
) -> int:
    """Rapporten er sendt til de folkevalgte. Fra da er den offentlig.

    --dato er dagen den ble sendt; ellers i dag. En dag som ikke har vært, er en plan, og hører
    hjemme i rutinen i kommune.yaml.

    Eksempel: styring tertial utsendt 2023-T1
    """
    valg = Skrivevalg(ja=ja, utkast=utkast)
    tre, innlesing = last_alt(prosjekt)
    register = innlesing.register
    valgt, dag = finn_periode(register, periode), dagen(dato)
    if dag > dagen(None):
        raise StyringFeil(
            f"{kortdato(dag)} har ikke vært ennå. Skriv dette når rapporten er sendt; planen står i"
            " rutinen i data/kommune.yaml."
        )
    samlet = register.samlerapporter.get(valgt.id)
    if samlet is None or samlet.verdi.godkjent is None:
        raise StyringFeil(
            f"{valgt.id} er ikke godkjent ennå. Godkjenn den med «styring tertial godkjenn"
            f" {valgt.id}»."
        )
    if samlet.verdi.utsendt:
        raise StyringFeil(
            f"{valgt.navn} ble sendt ut {kortdato(samlet.verdi.utsendt)}. Er dagen feil, rett den i"
            f" {samlet.fil}."
        )
    return gjennomfor(
        tre,
        [i_samlerapporten(tre, innlesing, valgt.id, {"utsendt": dag})],
        valg,
        f"{valgt.navn} er sendt ut",
    )


def _sett_i_skjema(
    tre: Arbeidstre, innlesing: "Innlesing", id_: str, felter: dict[str, Verdi]
) -> Endring:
    fil = f"data/rapporter/{id_}.yaml"
    if id_ not in innlesing.register.rapporter and fil not in innlesing.register.uleste:
        periode, _, enhet = id_.partition("/")
        if enhet not in {
            sak.enhet
            for sak in saker_i(innlesing.register, finn_periode(innlesing.register, periode))
        }:
            raise StyringFeil(
                f"«{enhet}» har ingenting å rapportere i {periode}. Se hvem som har med «styring"
                f" tertial purring {periode}»."
            )
        raise StyringFeil(
            f"«{enhet}» har ikke noe skjema for {periode}. Lag det med «styring tertial start"
            f" {periode}»."
        )
    raa = innholdet(tre, innlesing, fil)
    return Endring(fil, raa, sett(raa, (), felter, Enhetsrapport))


def i_samlerapporten(
    tre: Arbeidstre, innlesing: "Innlesing", periode: str, felter: dict[str, Verdi]
) -> Endring:
    """Set fields beside the forms of a period, in a new file where there is none."""
    fil = f"data/rapporter/{periode}/kommunedirektor.yaml"
    if periode not in innlesing.register.samlerapporter and fil not in innlesing.register.uleste:
        return Endring(fil, None, ny_fil(felter).encode())
    raa = innholdet(tre, innlesing, fil)
    return Endring(fil, raa, sett(raa, (), felter, Samlerapport))
