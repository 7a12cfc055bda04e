"""What the rows of a list say of how something goes: into the form of a period, or why not."""

from collections.abc import Mapping
from typing import NamedTuple

from styring.fag.brudd import STATUSORD, ordet_for
from styring.fag.liste import Merknad
from styring.fag.listeslag import SKJEMAFELTER
from styring.fag.melding import er_tom
from styring.fag.norsk import fold, opplisting
from styring.fag.periode import Periode
from styring.register.register import Register
from styring.sporring.felles.listetolking import Listemelding, Utkast


class Sagt(NamedTuple):
    """What a row says by field, and what it is about."""

    sted: str
    id: str
    enhet: str
    celle: Mapping[str, str]


def les_melding(register: Register, utkast: Utkast, periode: Periode | None, sagt: Sagt) -> None:
    """Keep what a row says of how something goes, for the form of the period; say why where it
    can't be kept.
    """
    if not any(sagt.celle.get(felt) for felt in SKJEMAFELTER):
        return
    if hvorfor := _hvorfor_ikke(register, periode, sagt):
        utkast.merknader.append(Merknad(f"{sagt.sted}: {hvorfor}", viktig=True))
        return
    felter: dict[str, object] = {}
    if skrevet := sagt.celle.get("status"):
        felter |= _statusen(skrevet)
        if not felter:
            kode = ordet_for(skrevet, STATUSORD)
            hjelp = (
                f"mente du «{STATUSORD[kode]}»?"
                if kode
                else f"skriv {opplisting(STATUSORD.values(), 'eller')}"
            )
            hvorfor = f"statusen «{skrevet}» er ikke lest; {hjelp}"
            utkast.merknader.append(Merknad(f"{sagt.sted}: {hvorfor}", viktig=True))
    if merknad := sagt.celle.get("merknad"):
        felter["kommentar"] = merknad
    if felter and periode:
        skjema = f"data/rapporter/{periode.id}/{sagt.enhet}.yaml"
        utkast.meldinger.append(Listemelding(sagt.sted, sagt.id, sagt.enhet, skjema, felter))


def _statusen(skrevet: str) -> dict[str, object]:
    """A word for how something stands, as the form has it; nothing where it is none."""
    ord_ = {fold(ord_): kode for kode, ord_ in STATUSORD.items()}
    kode = ord_.get(fold(skrevet)) or {fold(ett): ett for ett in STATUSORD}.get(fold(skrevet))
    if kode is None:
        return {}
    return {"framdrift": kode} if kode in _FRAMDRIFT else {"status": kode}


_FRAMDRIFT = frozenset({"i_rute", "usikkert", "ikke_i_rute"})


def _hvorfor_ikke(register: Register, periode: Periode | None, sagt: Sagt) -> str:
    """Why what a row says of how it goes has no place."""
    enhet = sagt.enhet
    if periode is None:
        return "status og merknad er ikke lest; oppgi perioden de gjelder, med --periode"
    post = register.rapporter.get(f"{periode.id}/{enhet}")
    if post is None:
        return (
            f"status og merknad er ikke lest; skjemaet til {enhet} for {periode.id} er ikke laget."
            f" Lag det med «styring tertial start {periode.id}»"
        )
    if post.verdi.levert:
        return f"status og merknad er ikke lest; {enhet} har levert skjemaet for {periode.id}"
    slag = "oppdrag" if sagt.id in register.oppdrag else "vedtak"
    melding = (getattr(post.verdi, slag) or {}).get(sagt.id)
    if melding is None:
        return (
            f"status og merknad er ikke lest; {sagt.id} er ikke med i skjemaet til {enhet} for"
            f" {periode.id}. Oppdater det med «styring tertial start {periode.id}»"
        )
    if not er_tom(melding):
        return f"status og merknad er ikke lest; {enhet} har alt skrevet om {sagt.id}"
    return ""
