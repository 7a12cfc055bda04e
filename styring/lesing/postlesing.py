"""One file to one record, and everything that is wrong with it."""

import re
from typing import Any, NamedTuple

from styring.funn import HELE_FILEN, Sti, Treff
from styring.lesing import tegn
from styring.lesing.bygging import Tvil, bygg, uten_tomme
from styring.lesing.enkel import Usikker, bygg_enkelt
from styring.lesing.feltkart import feltet, under
from styring.lesing.motor import ValidationError
from styring.lesing.validering import validator
from styring.register.post import Post
from styring.register.posttyper import Posttype
from styring.register.typer import id_av, klassen

_TIL_AA_LESE = frozenset({"ST005", "ST012"})
"""Hits after which it is still clear what the file holds, so that its other faults are told in the
same run.
"""
_FLEST_TREFF = 200
"""Hits from one file that are told one by one."""
_mulig_hale = re.compile(r"^[ \t]*[^\s#].*[ \t]#", re.MULTILINE).search
_UFARLIG = re.compile(
    r"^( *)(?:(?:levert: [0-9-]{10}|arsslutt: [a-z]+)[ \t]+#[^\n]*$"
    r"|[\w./-]+:[ \t]+#[^\n]*\n(?=(?: *#[^\n]*\n)*\1 +[^\s#]))",
    re.MULTILINE,
)
"""The comments that a form is made with: after a day or a choice, and after a key whose value
begins on a later line. Nothing is cut short there.
"""


class Lesning(NamedTuple):
    """What one file gave.

    ``hel`` says that the record is all that the file holds; otherwise there are hits.
    """

    post: Post[Any] | None
    hel: bool
    treff: list[Treff]


def les_post(fil: str, type_: Posttype, raa: bytes) -> Lesning:
    """Read one file.

    A record with wrong fields is given without them, so that its other faults are found in the same
    run.
    """
    tekst, treff = tegn.tekst_av(fil, raa)
    if treff:
        return Lesning(None, hel=False, treff=treff)
    try:
        verdi = _bygg(tekst, raa)
    except Tvil:
        treff, verdi = _forklar_tvil(fil, tekst)
        return (
            Lesning(None, hel=False, treff=treff)
            if verdi is None
            else _bedom(fil, type_, verdi, tekst, treff)
        )
    haler = (
        _kuttede_setninger(fil, klassen(type_), verdi, tekst)
        if " #" in tekst or "\t#" in tekst
        else []
    )
    return _bedom(fil, type_, verdi, tekst, haler)


def _bygg(tekst: str, raa: bytes) -> object:
    """Build the values of a file: the quickest way where it is written plainly, else libyaml's.

    Raises Tvil.
    """
    try:
        return bygg_enkelt(tekst)
    except Usikker:
        return bygg(raa)


def _bedom(fil: str, type_: Posttype, verdi: object, tekst: str, treff: list[Treff]) -> Lesning:
    """Judge the shape of what a file holds; what was hit before is kept."""
    try:
        post = _post(klassen(type_), verdi)
    except _Feil as feil:
        treff = treff + _skjemafeil(fil, tekst, klassen(type_), feil.verdi, feil.alle)
        rest = _uten_feilene(type_, feil.verdi, feil.alle)
        return Lesning(Post(id_av(type_, fil), fil, rest) if rest else None, hel=False, treff=treff)
    return Lesning(Post(id_av(type_, fil), fil, post), hel=not treff, treff=treff)


class _Feil(Exception):
    """What is wrong with a shape, and the values that it is wrong with."""

    def __init__(self, alle: ValidationError, verdi: object) -> None:
        super().__init__()
        self.alle, self.verdi = alle, verdi


def _post(klasse: type, verdi: object) -> Any:  # noqa: ANN401  a record of any type
    """Build a record.

    A key that holds nothing is as one that isn't there, but for its name: that must be known.
    Raises _Feil.
    """
    gjor = validator(klasse).validate_python
    try:
        return gjor(verdi)
    except ValidationError as feil:
        # only where something is wrong, or left open
        from styring.lesing.feilmeldinger import er_om_navnet, sti_av

        ukjente = {
            sti_av(en)
            for en in feil.errors(include_input=False, include_url=False)
            if er_om_navnet(en)
        }
    rest = uten_tomme(verdi, ukjente)
    try:
        return gjor(rest)
    except ValidationError as feil:
        raise _Feil(feil, rest) from feil


# a record of any type
def _uten_feilene(type_: Posttype, verdi: object, feil: ValidationError) -> Any:  # noqa: ANN401
    """Build an oppdrag without the fields that are wrong, or None.

    Other records are few, and referred to: they stand or fall whole.
    """
    if type_.navn != "oppdrag" or not isinstance(verdi, dict):
        return None
    feilfelter = {
        en["loc"][0]
        for en in feil.errors(include_input=False, include_url=False, include_context=False)
        if en["loc"]
    }
    try:
        return validator(klassen(type_)).validate_python(
            {navn: del_ for navn, del_ in verdi.items() if navn not in feilfelter}
        )
    except ValidationError:
        return None


def _forklar_tvil(fil: str, tekst: str) -> tuple[list[Treff], object]:
    """Tell what the quick reader met, and give what the file holds where that is plain all the
    same.
    """
    from styring.lesing.kart import kartlegg  # only on the way to a finding

    kart = kartlegg(fil, tekst)
    if not kart.treff:
        raise AssertionError(f"the two readers disagree on {fil}")
    treff = [*kart.treff[:_FLEST_TREFF], *_resten(fil, len(kart.treff) - _FLEST_TREFF)]
    return treff, kart.data if {ett.kode for ett in kart.treff} <= _TIL_AA_LESE else None


def _resten(fil: str, antall: int) -> list[Treff]:
    """One hit that stands for those past the limit: a file made to harm can't fill the screen, and
    nothing is hidden.
    """
    return (
        [
            Treff(
                "ST004",
                fil,
                f"filen har {antall} feil til",
                forslag="rett feilene over først",
                utsnitt=HELE_FILEN,
            )
        ]
        if antall > 0
        else []
    )


def _skjemafeil(
    fil: str, tekst: str, klasse: type, verdi: object, feil: ValidationError
) -> list[Treff]:
    from styring.lesing.feilmeldinger import skjematreff
    from styring.lesing.kart import kartlegg  # only on the way to a finding

    alle = feil.errors(include_input=False, include_url=False)
    treff = skjematreff(fil, klasse, verdi, alle[:_FLEST_TREFF], kartlegg(fil, tekst).nokler)
    return [*treff, *_resten(fil, len(alle) - _FLEST_TREFF)]


def _er_setning(klasse: type, sti: Sti, verdi: object) -> bool:
    """Whether a value is running text, or at least more than one word of text."""
    felt = feltet(klasse, sti, verdi)
    return felt.prosa or (felt.tekst and " " in str(under(verdi, sti)))


def kan_vaere_kuttet(tekst: str) -> bool:
    """Whether a comment may stand where a sentence was meant to go on; the rest is read closely."""
    return _mulig_hale(_UFARLIG.sub("", tekst)) is not None


def _kuttede_setninger(fil: str, klasse: type, verdi: object, tekst: str) -> list[Treff]:
    """Find prose that « #» cuts short: the rest of the sentence would be gone without a word."""
    if not kan_vaere_kuttet(tekst):
        return []
    from styring.lesing.kart import kartlegg  # only where a comment may stand after a value

    melding, forslag = (
        "« #» begynner en kommentar, så resten av teksten går tapt",
        "sett anførselstegn om teksten, eller bruk |",
    )
    haler = kartlegg(fil, tekst).haler.items()
    return [
        Treff("ST011", fil, melding, utsnitt=plass, forslag=forslag)
        for sti, plass in haler
        if _er_setning(klasse, sti, verdi)
    ]
