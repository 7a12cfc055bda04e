"""The vedtak, as a page and as rows."""

from collections.abc import Sequence

from styring.fag.kalender import kortdato
from styring.fag.norsk import antall
from styring.sporring.oppdrag.stilling import Stilling
from styring.sporring.vedtak.vedtak import Vedtaksrad, Vedtakssvar
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
from styring.visning.felles.meldinger import flat, svares
from styring.visning.felles.merker import tilstandsbit
from styring.visning.felles.ord import dag_og_uke, enhetstittel, tellelinje

_TYPER = {
    "vedtak": "vedtak",
    "budsjettsak": "punkter i budsjettsaker",
    "verbalvedtak": "verbalvedtak",
}


def side(svar: Vedtakssvar) -> Side:
    """Lay out the open ones, oldest first, or those that are ended: what, how it stands, and where
    the answer comes or came.
    """
    tittel = enhetstittel(svar.enhet, svar.navn, svar.kommune)
    hva = (_TYPER[svar.type] if svar.type else "vedtak og verbalvedtak") + (
        f" i {svar.organ}" if svar.organ else ""
    )
    tall = linje(
        f"{svar.antall_apne} {'åpent' if svar.antall_apne == 1 else 'åpne'} {hva} · {svar.lukkede}"
        " avsluttet av organet"
    )
    rader = svar.avsluttede if svar.viser_avsluttede else svar.apne
    hode: list[Blokk] = [Overskrift(tittel, dag_og_uke(svar.dato)), tall, linje()]
    if not rader:
        return [*hode, linje(dempet(_ingen(svar, hva)))]
    return [
        *hode,
        *_utvalget(svar),
        tellelinje(svar.telling),
        linje(),
        *(_avsluttede(rader) if svar.viser_avsluttede else _apne(rader)),
    ]


def _ingen(svar: Vedtakssvar, hva: str) -> str:
    if svar.viser_avsluttede:
        return f"Ingen {hva} er avsluttet."
    return (
        "Ingen åpne"
        f" {hva}{f' med frist innen {kortdato(svar.frist_innen)}' if svar.frist_innen else ''}."
    )


def _utvalget(svar: Vedtakssvar) -> list[Blokk]:
    """How many of the open ones have a deadline by the day that was asked for."""
    return (
        [linje(f"{len(svar.apne)} har frist innen {kortdato(svar.frist_innen)}, eller er forfalt.")]
        if svar.frist_innen
        else []
    )


def _apne(rader: Sequence[Vedtaksrad]) -> list[Blokk]:
    celler = [
        (
            Bit(rad.staar.id, "id"),
            Bit(f"{flat(rad.staar.tittel)}. {_frist(rad.staar)}{svares(rad.svares_i)}"),
            tilstandsbit(rad.staar.tilstand),
        )
        for rad in rader
    ]
    kolonner = (
        Kolonne("Id"),
        Kolonne("Vedtak, frist, og hvor det besvares", fri=True),
        Kolonne("Status"),
    )
    eldste = rader[0]
    slutt = dempet(
        f"Det eldste, {eldste.staar.id}, er fra {kortdato(eldste.dato)}:"
        f" {antall(eldste.dager, 'dag')}."
    )
    return [Tabell(kolonner, tuple(celler)), linje(), linje(slutt)]


def _avsluttede(rader: Sequence[Vedtaksrad]) -> list[Blokk]:
    celler = [
        (
            Bit(rad.staar.id, "id"),
            Bit(flat(rad.staar.tittel)),
            (
                Bit(f"{kortdato(rad.avsluttet)} i {rad.avsluttet_i}")
                if rad.avsluttet
                else dempet("ikke oppgitt")
            ),
            Bit(str(rad.dager)),
            tilstandsbit(rad.staar.tilstand),
        )
        for rad in rader
    ]
    kolonner = (
        Kolonne("Id"),
        Kolonne("Vedtak", fri=True),
        Kolonne("Avsluttet"),
        Kolonne("Dager", tall=True),
        Kolonne("Status"),
    )
    return [Tabell(kolonner, tuple(celler))]


def _frist(staar: Stilling) -> str:
    if staar.frist is None:
        return ""
    merknad = ", ".join(
        filter(
            None,
            (
                f"punkt {staar.fristpunkt}" if staar.fristpunkt else "",
                "forfalt" if staar.forfalt else "",
            ),
        )
    )
    hele = f", hele vedtaket {kortdato(staar.frist_hele)}" if staar.frist_hele else ""
    return f"Frist {kortdato(staar.frist)}{f' ({merknad})' if merknad else ''}{hele}. "


def ark(svar: Vedtakssvar) -> Ark:
    """The rows for a spreadsheet."""
    slutt = ("avsluttet", "avsluttet_i") if svar.viser_avsluttede else ()
    kolonner = (
        "id",
        "sak",
        "type",
        "punkt",
        "dato",
        "dager",
        "tittel",
        "ansvarlig",
        "frist",
        "fristpunkt",
        "forfalt",
        "tilstand",
        "meldt_i",
        "svares_i",
        "kommentar",
        *slutt,
    )
    rader = (
        (
            s.id,
            r.sak,
            r.type,
            r.punkt,
            r.dato,
            r.dager,
            s.tittel,
            s.ansvarlig,
            s.frist,
            s.fristpunkt,
            s.forfalt,
            s.tilstand.ord,
            s.meldt_i,
            r.svares_i,
            s.kommentar,
            *((r.avsluttet, r.avsluttet_i) if slutt else ()),
        )
        for r in (*svar.apne, *svar.avsluttede)
        for s in (r.staar,)
    )
    return Ark(kolonner, tuple(rader))
