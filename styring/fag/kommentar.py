"""What a comment must be: short, new, and saying something. Asked as the demands in ``krav``."""

import re
from collections.abc import Iterator

from styring.fag.brudd import Brudd, Sammenheng
from styring.fag.dekning import dekk
from styring.fag.lesbarhet import VANSKELIG, er_lang_nok, lix
from styring.fag.norsk import fold

_SIER_LITE = frozenset(
    fold(ord_)
    for ord_ in (
        "pågår",
        "arbeidet pågår",
        "under arbeid",
        "i gang",
        "i rute",
        "ok",
        "alt ok",
        "som planlagt",
        "går som planlagt",
        "etter planen",
        "ingen endring",
        "ingen endringer",
        "ikke noe nytt",
        "ingenting nytt",
        "se forrige",
        "se forrige rapport",
        "se forrige rapportering",
        "se over",
        "som sist",
        "uendret",
        "ferdig",
        "fullført",
        "ikke startet",
        "arbeides med",
        "det arbeides med saken",
        "saken følges opp",
        "følges opp",
        "jobbes med",
        "det jobbes med saken",
        "arbeidet er i gang",
        "inga endring",
        "ingen endringar",
        "ikkje noko nytt",
        "sjå førre",
        "sjå førre rapport",
        "sjå over",
        "uendra",
        "ikkje starta",
        "det blir arbeidd med",
        "det blir arbeidd med saka",
        "saka blir følgt opp",
        "blir følgt opp",
        "det blir jobba med saka",
    )
)
_LENGSTE_UTEN_INNHOLD = 60
"""Characters. No comment that says nothing is longer."""
_tegn = re.compile(r"[^\w\s]+")


def kommentar_er_kort(gitt: Sammenheng) -> Iterator[Brudd]:
    """A comment has a length that the municipality has set."""
    lengde = len((gitt.melding.kommentar or "").strip())
    if lengde > gitt.maks:
        yield Brudd(
            "kommentar",
            f"kommentaren er på {lengde} tegn; grensen er {gitt.maks}",
            "gjør den kortere",
            f"kommentaren er på {lengde} tegn; den kan være på {gitt.maks}",
        )


def kommentar_sier_noe(gitt: Sammenheng) -> Iterator[Brudd]:
    """A comment says where the matter stands, not only that it exists."""
    kommentar = gitt.melding.kommentar or ""
    if (
        0 < len(kommentar) <= _LENGSTE_UTEN_INNHOLD
        and fold(_tegn.sub(" ", kommentar)).strip() in _SIER_LITE
        and not gitt.melding.ingen_endring
    ):
        yield Brudd(
            "kommentar",
            "kommentaren sier ikke hvor saken står",
            "skriv hva som er gjort, hva som gjenstår, og når det er ferdig",
            f"«{dekk(kommentar.strip())}» sier ikke hvor saken står",
        )


def kommentar_er_ny(gitt: Sammenheng) -> Iterator[Brudd]:
    """A comment is not last period's, unless the unit confirms that nothing has changed."""
    sagt = gitt.melding
    if (
        sagt.kommentar
        and gitt.forrige
        and gitt.forrige.kommentar
        and not sagt.ingen_endring
        and _samme_ord(sagt.kommentar, gitt.forrige.kommentar)
    ):
        yield Brudd(
            "kommentar",
            "kommentaren er den samme som sist",
            "skriv hva som er nytt, eller sett ingen_endring: true",
            "kommentaren er den samme som sist; skriv hva som er nytt, eller velg *ingen endring"
            " siden sist, bekreftet*",
        )


def _samme_ord(en: str, annen: str) -> bool:
    """Whether two texts have the same words, however the lines are broken.

    Most differ in their first letter already.
    """
    return en.lstrip()[:1] == annen.lstrip()[:1] and en.split() == annen.split()


def kommentar_er_lesbar(gitt: Sammenheng) -> Iterator[Brudd]:
    """A comment should be easy to read; short ones can't be judged."""
    kommentar = gitt.melding.kommentar or ""
    if er_lang_nok(kommentar) and (tall := lix(kommentar)) > VANSKELIG:
        yield Brudd(
            "kommentar",
            f"kommentaren er tung å lese (LIX {tall})",
            "del lange setninger, og bytt ut lange ord",
            f"kommentaren er tung å lese (LIX {tall})",
        )
