"""The open vedtak, as a page and as rows."""

from styring.fag.kalender import kortdato
from styring.sporring.staar import Staar
from styring.sporring.vedtak import Vedtakssvar
from styring.visning.blokker import Ark, Bit, Blokk, Kolonne, Overskrift, Side, Tabell, dempet, linje
from styring.visning.meldinger import flat, svares
from styring.visning.merker import tilstandsbit
from styring.visning.ord import dag_og_uke, tellelinje

_TYPER = {"vedtak": "vedtak", "budsjettsak": "punkter i budsjettsaker", "verbalvedtak": "verbalvedtak"}


def side(svar: Vedtakssvar) -> Side:
    """Lay out the open ones, oldest first: what, how it stands, and where the answer comes."""
    tittel = f"{svar.enhet}  {svar.navn}" if svar.enhet else svar.kommune
    hva = _TYPER[svar.type] if svar.type else "vedtak og verbalvedtak"
    hode: list[Blokk] = [Overskrift(tittel, dag_og_uke(svar.dato)), linje(f"{len(svar.apne)} åpne {hva} · {svar.lukkede} avsluttet av organet"), linje()]
    if not svar.apne:
        return [*hode, linje(dempet(f"Ingen åpne {hva}."))]
    rader = tuple(
        (
            Bit(rad.staar.id, "id"),
            Bit(f"{flat(rad.staar.tittel)}. {_frist(rad.staar)}{svares(rad.svares_i)}"),
            tilstandsbit(rad.staar.tilstand),
        )
        for rad in svar.apne
    )
    kolonner = (Kolonne("Id"), Kolonne("Vedtak, frist, og hvor det besvares", fri=True), Kolonne("Status"))
    eldste = svar.apne[0]
    slutt = dempet(f"Det eldste, {eldste.staar.id}, er fra {kortdato(eldste.dato)}: {eldste.dager} dager.")
    return [*hode, tellelinje(svar.telling), linje(), Tabell(kolonner, rader), linje(), linje(slutt)]


def _frist(staar: Staar) -> str:
    if staar.frist is None:
        return ""
    return f"Frist {kortdato(staar.frist)}{' (forfalt)' if staar.forfalt else ''}. "


def ark(svar: Vedtakssvar) -> Ark:
    """The rows for a spreadsheet."""
    kolonner = ("id", "sak", "type", "punkt", "dato", "dager", "tittel", "ansvarlig", "frist", "forfalt", "tilstand", "meldt_i", "svares_i", "kommentar")
    rader = (
        (s.id, r.sak, r.type, r.punkt, r.dato, r.dager, s.tittel, s.ansvarlig, s.frist, s.forfalt, s.tilstand.ord, s.meldt_i, r.svares_i, s.kommentar)
        for r in svar.apne for s in (r.staar,)
    )  # fmt: skip
    return Ark(kolonner, tuple(rader))
