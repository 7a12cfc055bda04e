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
    hva = _hva(svar)
    tall = linje(
        f"{svar.antall_apne} {'åpent' if svar.antall_apne == 1 else 'åpne'} {hva} · {svar.lukkede}"
        " avsluttet av organet"
    )
    rader = (*svar.apne, *svar.avsluttede)
    hode: list[Blokk] = [Overskrift(tittel, dag_og_uke(svar.dato)), tall, linje()]
    if not rader:
        return [*hode, linje(dempet(_ingen(svar, hva)))]
    return [*hode, *_utvalget(svar), tellelinje(svar.telling), linje(), *_deler(svar)]


def _hva(svar: Vedtakssvar) -> str:
    """What is counted: the type, the organ, who moved it, the budsjettsak."""
    type_ = "verbalvedtak" if svar.budsjettsak else svar.type
    return "".join(
        (
            _TYPER[type_] if type_ else "vedtak og verbalvedtak",
            f" i {svar.organ}" if svar.organ else "",
            f" fremmet av {svar.fremmet_av}" if svar.fremmet_av else "",
            f" i {svar.budsjettsak[0]}, {flat(svar.budsjettsak[1])}" if svar.budsjettsak else "",
        )
    )


def _deler(svar: Vedtakssvar) -> list[Blokk]:
    """The open ones and the ended: each with its heading where both are shown."""
    begge = svar.viser_apne and svar.viser_avsluttede
    deler: list[Blokk] = []
    if svar.apne:
        deler += [*([Overskrift("Åpne", niva=2)] if begge else []), *_apne(svar.apne)]
    if svar.avsluttede:
        deler += [*([Overskrift("Avsluttet", niva=2)] if begge else [])]
        deler += _avsluttede(svar.avsluttede)
    return deler


def _ingen(svar: Vedtakssvar, hva: str) -> str:
    if svar.viser_apne and svar.viser_avsluttede:
        return f"Ingen {hva}."
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
            Bit(f"{_tittel(rad)}. {_frist(rad.staar)}{svares(rad.svares_i)}"),
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
            Bit(_tittel(rad)),
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


def _tittel(rad: Vedtaksrad) -> str:
    """What it is, and who moved it where that is said."""
    fremmet = f". Fremmet av {flat(rad.fremmet_av)}" if rad.fremmet_av else ""
    return f"{flat(rad.staar.tittel)}{fremmet}"


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
        "fremmet_av",
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
            r.fremmet_av,
            s.kommentar,
            *((r.avsluttet, r.avsluttet_i) if slutt else ()),
        )
        for r in (*svar.apne, *svar.avsluttede)
        for s in (r.staar,)
    )
    return Ark(kolonner, tuple(rader))
