"""``styring tertial start``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from styring.cli.felles import innlasting
from styring.cli.felles.skriv_endring import Skrivevalg, gjennomfor, innholdet, last_alt
from styring.cli.felles.utskrift import skriv_side
from styring.cli.felles.valg import DatoValg, JaValg, PeriodeArgument, ProsjektValg, UtkastValg
from styring.cli.felles.verdier import dagen
from styring.fag.norsk import antall, opplisting
from styring.fag.periode import Periode
from styring.feil import StyringFeil
from styring.prosjekt.filer import finnes
from styring.prosjekt.tre import Arbeidstre
from styring.redigering.samleskjema import nytt_samleskjema, utvidet_samleskjema
from styring.redigering.skjemafil import nytt_skjema, utvidet_skjema
from styring.redigering.skriving import Endring
from styring.register.dekket import i_maalformen, paa_nynorsk
from styring.register.maalvurderingene import aarets_siste, vurderes, vurderingene
from styring.register.meldingene import er_godkjent
from styring.register.skjema import Skjema, skjemaer_i
from styring.sporring.felles.utvalg import finn_periode
from styring.sporring.rapportering.planmottak import plan_enheter, planlinjene

if TYPE_CHECKING:
    from styring.lesing.innlesing import Innlesing


def kommando(
    periode: PeriodeArgument,
    xlsx: Annotated[
        Path | None,
        typer.Option(
            "--xlsx", metavar="MAPPE", help="Lag et Excel-skjema for hver enhet i denne mappen."
        ),
    ] = None,
    overskriv: Annotated[
        bool, typer.Option("--overskriv", help="Bytt ut Excel-skjemaer som ligger der fra før.")
    ] = False,
    dato: DatoValg = None,
    ja: JaValg = False,
    utkast: UtkastValg = False,
    prosjekt: ProsjektValg = None,
) -> int:
    """Lag et skjema for hver enhet som eier eller bidrar til noe.

    Skjemaet har enhetens åpne oppdrag for året, bidrag til andres oppdrag, vedtak til organet har
    avsluttet dem, og forrige periodes ord. Kjørt på nytt legges det til som er nytt; det som er
    fylt ut, røres ikke.

    Eksempel: styring tertial start 2023-T1 --xlsx skjemaer
    """
    valg = Skrivevalg(ja=ja, utkast=utkast)
    dagen(dato)
    tre, innlesing = last_alt(prosjekt)
    valgt = finn_periode(innlesing.register, periode, ny=True)
    skjemaer = skjemaer_i(innlesing.register, valgt)
    if not skjemaer:
        raise StyringFeil(
            f"ingen enheter har noe å rapportere i {valgt.id}. Se oppdragene med «styring status"
            f" --aar {valgt.aar}»."
        )
    endringer = [_endring(tre, innlesing, skjema) for skjema in skjemaer if not skjema.levert]
    endringer += _samlet(tre, innlesing, valgt)
    if xlsx is not None:
        from styring.visning.rapportering.skjemabok import krev_skriver  # where Excel is asked for

        krev_skriver()
        if not overskriv:
            _maa_vaere_ledige(valgt, skjemaer, xlsx)
    kode = gjennomfor(tre, endringer, valg, f"Skjemaene for {valgt.navn} er klare")
    if xlsx is not None and kode == 0 and not utkast:
        _lag_boker(tre, valgt, xlsx)
    return kode


def _endring(tre: Arbeidstre, innlesing: "Innlesing", skjema: Skjema) -> Endring:
    fil = f"data/rapporter/{skjema.periode.id}/{skjema.enhet}.yaml"
    if not skjema.finnes:
        return Endring(fil, None, nytt_skjema(skjema).encode(), _innhold(skjema, bare_nye=False))
    raa = innholdet(tre, innlesing, fil)
    return Endring(
        fil,
        raa,
        utvidet_skjema(raa.decode("utf-8"), skjema).encode(),
        f"legger til {_innhold(skjema, bare_nye=True)}",
    )


def _samlet(tre: Arbeidstre, innlesing: "Innlesing", periode: Periode) -> list[Endring]:
    """The staff's own form: new, or with the goals that nobody has a place for yet."""
    register = innlesing.register
    fil = f"data/rapporter/{periode.id}/kommunedirektor.yaml"
    fjoraaret = aarets_siste(register, periode.aar - 1)
    foer = vurderingene(register, fjoraaret.id) if fjoraaret else {}
    if periode.id not in register.samlerapporter:
        ny = nytt_samleskjema(periode, vurderes(register, periode), foer)
        return [Endring(fil, None, ny.encode(), "kommunedirektørens vurdering")]
    if er_godkjent(register, periode.id):
        return []
    sagt = vurderingene(register, periode.id)
    nye = [ett for ett in vurderes(register, periode) if ett.kode not in sagt]
    if not nye:
        return []
    raa = innholdet(tre, innlesing, fil)
    utvidet = utvidet_samleskjema(raa.decode("utf-8"), nye, foer)
    return [Endring(fil, raa, utvidet.encode(), f"legger til {antall(len(nye), 'mål')}")]


def _innhold(skjema: Skjema, *, bare_nye: bool) -> str:
    rader = [rad for rad in skjema.rader if rad.melding is None or not bare_nye]
    return opplisting(
        antall(tall, slag)
        for slag in ("oppdrag", "bidrag", "vedtak")
        if (tall := sum(rad.sak.slag == slag for rad in rader))
    )


def _maa_vaere_ledige(periode: Periode, skjemaer: list[Skjema], mappe: Path) -> None:
    """Refuse, before anything is written, to write over workbooks that somebody may
    have filled in.
    """
    opptatt = [
        sti for skjema in skjemaer if finnes(sti := mappe / f"{periode.id}-{skjema.enhet}.xlsx")
    ]
    if opptatt:
        raise StyringFeil(
            f"«{opptatt[0]}» finnes fra før, og kan være fylt ut. Les det inn og flytt det først,"
            " eller bytt det ut med --overskriv."
        )


def _lag_boker(tre: Arbeidstre, periode: Periode, mappe: Path) -> None:
    """Write a workbook for each unit that has not delivered."""
    from styring.cli.felles.filskriving import skriv_bytes  # only where Excel is asked for
    from styring.visning.felles.blokker import linje
    from styring.visning.rapportering import skjemabok

    register = innlasting.les_inn(tre).register
    nynorsk = paa_nynorsk(register)
    register = i_maalformen(register)
    skjemaer = [skjema for skjema in skjemaer_i(register, periode) if not skjema.levert]
    boker = {mappe / f"{periode.id}-{skjema.enhet}.xlsx": skjema for skjema in skjemaer}
    if not boker:
        skriv_side([linje("Alle enheter har levert, så det er ingen Excel-skjemaer å sende ut.")])
        return
    for sti, skjema in boker.items():
        plan = skjemabok.Plandata(planlinjene(register, skjema), plan_enheter(register, skjema))
        skriv_bytes(sti, skjemabok.lag(skjema, plan=plan, paa_nynorsk=nynorsk))
    skriv_side(skjemabok.laget([sti.name for sti in boker], str(mappe)))
