"""Moved deadlines, as a page and as rows."""

from styring.fag.kalender import kortdato
from styring.fag.norsk import antall
from styring.sporring.arshjul.flyttede_frister import Utsatt
from styring.sporring.oppdrag.utsatte import Utsattsvar
from styring.visning.felles.blokker import (
    Ark,
    Bit,
    Blokk,
    Kolonne,
    Overskrift,
    Side,
    Tabell,
    dempet,
    linje,
)
from styring.visning.felles.ord import dag_og_uke, enhetstittel


def side(svar: Utsattsvar) -> Side:
    """Lay out the changes that were approved, those that nobody approved, and for the leadership
    which units move most.
    """
    tittel = enhetstittel(svar.enhet, svar.navn, svar.kommune)
    hode: list[Blokk] = [Overskrift(tittel, dag_og_uke(svar.dato))]
    alle = len(svar.godkjente) + len(svar.ikke_godkjente)
    if not alle:
        return [*hode, linje(dempet("Ingen frister er flyttet."))]
    ganger = f" {antall(alle, 'gang')}" if alle > svar.frister else ""
    vei = f"{antall(abs(svar.dager), 'dag')} {'fram' if svar.dager >= 0 else 'tilbake'} til sammen"
    hode.append(linje(f"{antall(svar.frister, 'frist')} er flyttet{ganger}, {vei}"))
    hode += _del("Godkjente flyttinger", svar.godkjente) + _del(
        "Flyttinger ingen har godkjent", svar.ikke_godkjente
    )
    if len(svar.rangering) > 1:
        rader = tuple(
            (Bit(enhet.enhet, "id"), Bit(enhet.navn), Bit(str(enhet.antall)), Bit(str(enhet.dager)))
            for enhet in svar.rangering
        )
        kolonner = (
            Kolonne("Enhet"),
            Kolonne("Navn", fri=True),
            Kolonne("Ganger", tall=True),
            Kolonne("Dager", tall=True),
        )
        hode += [Overskrift("Per enhet (bare for ledelsen)", niva=2), Tabell(kolonner, rader)]
    return hode


def ark(svar: Utsattsvar) -> Ark:
    """The rows for a spreadsheet."""
    kolonner = (
        "id",
        "tittel",
        "ansvarlig",
        "gang",
        "dato",
        "fra",
        "til",
        "dager",
        "begrunnelse",
        "godkjent_av",
        "frist_naa",
    )
    alle = (*svar.godkjente, *svar.ikke_godkjente)
    return Ark(
        kolonner,
        tuple(
            (
                u.id,
                u.tittel,
                u.ansvarlig,
                u.gang,
                u.dato,
                u.fra,
                u.til,
                u.dager,
                u.begrunnelse,
                u.godkjent_av,
                u.naa,
            )
            for u in alle
        ),
    )


def _del(overskrift: str, utsatte: tuple[Utsatt, ...]) -> list[Blokk]:
    sider: list[Blokk] = [Overskrift(f"{overskrift} ({len(utsatte)})", niva=2)] if utsatte else []
    for ett in utsatte:
        fra = kortdato(ett.fra) if ett.fra else "ingen frist"
        hvor_langt = (
            f", {antall(abs(ett.dager), 'dag')} {'senere' if ett.dager >= 0 else 'tidligere'}"
            if ett.dager is not None
            else ""
        )
        gang = f" ({ett.gang}. gang)" if ett.gang > 1 else ""
        sider.append(
            linje(
                Bit(ett.id, "id"), f"  {' '.join(ett.tittel.split())}", dempet(f"  {ett.ansvarlig}")
            )
        )
        hvem = f"Godkjent av {ett.godkjent_av}" if ett.godkjent_av else "Ingen har godkjent det"
        sider.append(
            linje(
                f"  {kortdato(ett.dato)}: fra {fra} til {kortdato(ett.til)}{hvor_langt}{gang}."
                f" {hvem}."
            )
        )
        sider.append(linje(f"  {' '.join(ett.begrunnelse.split())}"))
    return sider
