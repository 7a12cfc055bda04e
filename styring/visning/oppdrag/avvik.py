"""What is off track, as a page and as rows."""

from collections.abc import Iterator

from styring.fag.periode import tidspunkt_med_ord
from styring.modell.form import Leser
from styring.sporring.oppdrag.avvik import Avvikssvar
from styring.sporring.oppdrag.stilling import Stilling
from styring.visning.felles.blokker import (
    Ark,
    Bit,
    Blokk,
    Kolonne,
    Linje,
    Overskrift,
    Side,
    Tabell,
    dempet,
    linje,
)
from styring.visning.felles.meldinger import flat, tiltak_med_ord
from styring.visning.felles.merker import tilstandsbit
from styring.visning.felles.ord import dag_og_uke, enhetstittel, fristbit


def side(svar: Avvikssvar) -> Side:
    """Lay out what is off track, worst first, each with why and what is done; then what somebody
    needs of the leadership.
    """
    tittel = enhetstittel(svar.enhet, svar.navn, svar.kommune)
    hode: list[Blokk] = [Overskrift(tittel, dag_og_uke(svar.dato))]
    hode.append(
        linje(
            f"{len(svar.avvik)} av {svar.apne} åpne oppdrag og vedtak er ikke i rute, usikre eller"
            " forfalt."
        )
    )
    if svar.ikke_rapportert:
        hode.append(
            linje(dempet(f"{svar.ikke_rapportert} er ikke rapportert; ingen vet hvordan det går."))
        )
    for sak in svar.avvik:
        hode += [linje(), *_sak(sak)]
    if svar.leser is not Leser.LEDELSE:
        return hode
    hode.append(Overskrift(f"Trenger en avklaring ({len(svar.trenger)})", niva=2))
    if not svar.trenger:
        return [*hode, linje(dempet("Ingen har bedt om noe."))]
    rader = tuple(
        (Bit(sak.id, "id"), Bit(flat(sak.til_kommunedirektoren)), Bit(sak.ansvarlig))
        for sak in svar.trenger
    )
    return [*hode, Tabell((Kolonne(""), Kolonne("", fri=True), Kolonne("")), rader)]


def ark(svar: Avvikssvar) -> Ark:
    """The rows for a spreadsheet: what is off track, then what only needs a decision."""
    kolonner = (
        "id",
        "tittel",
        "ansvarlig",
        "tilstand",
        "frist",
        "forfalt",
        "forventet_ferdig",
        "meldt_i",
        "kommentar",
        "tiltak",
        "til_kommunedirektoren",
    )
    saker = dict.fromkeys([*(sak.id for sak in svar.avvik), *(sak.id for sak in svar.trenger)])
    alle = {sak.id: sak for sak in (*svar.trenger, *svar.avvik)}
    rader = (
        (
            s.id,
            s.tittel,
            s.ansvarlig,
            s.tilstand.ord,
            s.frist,
            s.forfalt,
            s.forventet_ferdig,
            s.meldt_i,
            s.kommentar,
            "; ".join(tiltak_med_ord(t) for t in s.tiltak),
            s.til_kommunedirektoren,
        )
        for s in (alle[id_] for id_ in saker)
    )
    return Ark(kolonner, tuple(rader))


def _sak(sak: Stilling) -> Iterator[Linje]:
    yield linje(
        tilstandsbit(sak.tilstand),
        "  ",
        Bit(sak.id, "id"),
        f"  {flat(sak.tittel)}",
        dempet(f"  {sak.ansvarlig}"),
    )
    frist = fristbit(sak.frist, forfalt=sak.forfalt, punkt=sak.fristpunkt, hele=sak.frist_hele)
    forventet = (
        f", forventet ferdig {tidspunkt_med_ord(sak.forventet_ferdig)}"
        if sak.forventet_ferdig
        else ""
    )
    meldt = f" (meldt i {sak.meldt_i})" if sak.meldt_i else ""
    yield linje("  Frist ", frist, f"{forventet}{meldt}")
    if sak.kommentar:
        yield linje(f"  {flat(sak.kommentar)}")
    for tiltak in sak.tiltak:
        yield linje(f"  Tiltak: {tiltak_med_ord(tiltak)}")
