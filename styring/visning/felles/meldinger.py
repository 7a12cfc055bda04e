"""What has been told period by period, as blocks that several pages share."""

from collections.abc import Callable, Sequence

from styring.fag.kalender import kortdato
from styring.fag.periode import tidspunkt_med_ord
from styring.modell.oppdrag import Fristendring
from styring.modell.rapport import Tiltak
from styring.sporring.poster.vis_svar import Periodemelding
from styring.visning.felles.blokker import Bit, Blokk, Overskrift, dempet, linje
from styring.visning.felles.merker import tilstandsbit


def meldinger(
    overskrift: str, alle: Sequence[Periodemelding], *, med_enhet: bool = False
) -> list[Blokk]:
    """Each period with its light, its words, what is expected and what is done."""
    if not alle:
        return []
    sider: list[Blokk] = [Overskrift(overskrift, niva=2)]
    for ett in alle:
        hvem = f" {ett.enhet}" if med_enhet else ""
        naar = f"  meldt {kortdato(ett.fra)}" if ett.fra else ""
        sider.append(
            linje(
                Bit(f"{ett.periode}{hvem}", "sterk"), "  ", tilstandsbit(ett.tilstand), dempet(naar)
            )
        )
        sider += [linje(f"  {tekst}") for tekst in meldingstekster(ett)]
    return sider


def tiltak_med_ord(tiltak: Tiltak, navn: Callable[[str], str] = str) -> str:
    """One measure on a line: what, by whom, by when. ``navn`` gives the name of a code."""
    hvem = navn(tiltak.ansvarlig) if tiltak.ansvarlig else ""
    deler = [*filter(None, (hvem, kortdato(tiltak.frist) if tiltak.frist else ""))]
    return flat(tiltak.tekst) + (f" ({', '.join(deler)})" if deler else "")


def flyttinger(endringer: Sequence[Fristendring]) -> list[Blokk]:
    """Every time a deadline was moved, why, and who approved it."""
    linjer = [linje(tekst) for tekst in flyttet_med_ord(endringer)]
    return [Overskrift("Flyttet frist", niva=2), *linjer] if linjer else []


def flyttet_med_ord(endringer: Sequence[Fristendring]) -> list[str]:
    """The same, a line of text for each."""
    linjer: list[str] = []
    for endring in endringer:
        fra = kortdato(endring.fra) if endring.fra else "ingen frist"
        godkjent = f"godkjent av {endring.godkjent_av}" if endring.godkjent_av else "ikke godkjent"
        linjer.append(
            f"{kortdato(endring.dato)}: fra {fra} til {kortdato(endring.til)}, {godkjent}."
            f" {flat(endring.begrunnelse)}"
        )
    return linjer


def svares(hvor: str | None) -> str:
    """Where the answer to a vedtak comes, or that nobody has said."""
    return f"Besvares i: {flat(hvor)}" if hvor else "Hvor det besvares, er ikke oppgitt"


def flat(tekst: str | None) -> str:
    """Running text on one line."""
    return " ".join((tekst or "").split())


def meldingstekster(ett: Periodemelding, navn: Callable[[str], str] = str) -> list[str]:
    """What was told in one period, a line for each part of it."""
    melding = ett.melding
    bekreftet = "Ingen endring siden sist, bekreftet. " if melding.ingen_endring else ""
    tekster = [bekreftet + flat(melding.kommentar)] if melding.kommentar or bekreftet else []
    tekster += [f"Begrunnelse: {flat(melding.begrunnelse)}"] if melding.begrunnelse else []
    tekster += (
        [f"Forventet ferdig: {tidspunkt_med_ord(melding.forventet_ferdig)}"]
        if melding.forventet_ferdig
        else []
    )
    tekster += [f"Tiltak: {tiltak_med_ord(tiltak, navn)}" for tiltak in melding.tiltak]
    tekster += (
        [f"Ved årsslutt: {'videreføres' if melding.arsslutt == 'viderefores' else 'avsluttes'}"]
        if melding.arsslutt
        else []
    )
    return tekster + (
        [f"Til kommunedirektøren: {flat(melding.til_kommunedirektoren)}"]
        if melding.til_kommunedirektoren
        else []
    )
