"""Norwegian words: order, likeness, lists and plural."""

import unicodedata
from collections.abc import Iterable
from functools import cache

from styring.fag.dekning import avdekk, dekk

_ALFABET = {"æ": "\uffe0", "ä": "\uffe0", "ø": "\uffe1", "ö": "\uffe1", "å": "\uffe2"}
_FOLDING = str.maketrans({"æ": "ae", "ä": "ae", "ø": "o", "ö": "o", "å": "a"})

_SIFRE = 12


def sorteringsnokkel(tekst: str) -> tuple[str, str]:
    """Sort as in Norwegian: case does not count, a to z, then æ, ø and å, the same on every
    machine.
    """
    samlet = unicodedata.normalize("NFC", avdekk(tekst)).casefold()
    tegn = [_ALFABET.get(bokstav) or unicodedata.normalize("NFD", bokstav)[0] for bokstav in samlet]
    return "".join(tegn), tekst


def fold(tekst: str) -> str:
    """Fold a text for searching: case, accents and the spellings of æ, ø and å do not count."""
    samlet = unicodedata.normalize("NFC", avdekk(tekst)).casefold().translate(_FOLDING)
    utenaksent = "".join(
        tegn for tegn in unicodedata.normalize("NFD", samlet) if not unicodedata.combining(tegn)
    )
    return utenaksent.replace("aa", "a").replace("oe", "o")


def lik(tekst: str) -> str:
    """Fold an id for comparing: two that differ only in case or normal form are the same on some
    machines.
    """
    return unicodedata.normalize("NFC", avdekk(tekst)).casefold().strip()


def mente_du(skrevet: str, kjente: Iterable[str], likhet: float = 0.6) -> str | None:
    """Find the known word that was probably meant, or None.

    ``likhet`` is how like it must be, from 0 to 1.
    """
    from difflib import get_close_matches  # only on the way to an error

    foldet = {fold(kjent): kjent for kjent in kjente}
    sokt = fold(skrevet)
    if sokt in foldet:
        return foldet[sokt]
    if len(sokt) <= len("2023-OUS-01") and (stokket := _stokket(sokt, foldet)):
        return stokket
    naere = get_close_matches(sokt, foldet, n=1, cutoff=likhet)
    return foldet[naere[0]] if naere else None


def _stokket(sokt: str, foldet: dict[str, str]) -> str | None:
    return next((ord_ for likt, ord_ in foldet.items() if sorted(likt) == sorted(sokt)), None)


def opplisting(ord_: Iterable[str], bindeord: str = "og") -> str:
    """Join words as in a sentence: «a, b og c»."""
    liste = list(ord_)
    return f" {bindeord} ".join([", ".join(liste[:-1]), liste[-1]] if len(liste) > 1 else liste)


def stor(tekst: str) -> str:
    """Begin with a capital letter, and leave the rest."""
    return _med_forste(tekst, avdekk(tekst[:1]).upper())


def liten(tekst: str) -> str:
    """Begin with a small letter, and leave the rest."""
    return _med_forste(tekst, avdekk(tekst[:1]).lower())


def _med_forste(tekst: str, bokstav: str) -> str:
    """A text with another first letter, set apart where that is so."""
    er_dekt = avdekk(tekst[:1]) != tekst[:1]
    return (dekk(bokstav) if er_dekt else bokstav) + tekst[1:]


def med_punktum(tekst: str) -> str:
    """The text on one line, with the sign that ends a sentence where it has none."""
    renset = " ".join(tekst.split())
    return renset if not renset or renset.endswith((".", "?", "!", "…")) else f"{renset}."


@cache
def _boyning() -> dict[str, tuple[str, str]]:
    return {
        "oppdrag": ("oppdrag", "oppdrag"),
        "mål": ("mål", "mål"),
        "delmål": ("delmål", "delmål"),
        "hovedmål": ("hovedmål", "hovedmål"),
        "satsingsområde": ("satsingsområde", "satsingsområder"),
        "aktivitet": ("aktivitet", "aktiviteter"),
        "indikator": ("indikator", "indikatorer"),
        "måling": ("måling", "målinger"),
        "oppgave": ("oppgave", "oppgaver"),
        "enhet": ("enhet", "enheter"),
        "område": ("område", "områder"),
        "organ": ("organ", "organer"),
        "fil": ("fil", "filer"),
        "feil": ("feil", "feil"),
        "advarsel": ("advarsel", "advarsler"),
        "tips": ("tips", "tips"),
        "dag": ("dag", "dager"),
        "måned": ("måned", "måneder"),
        "funn": ("funn", "funn"),
        "treff": ("treff", "treff"),
        "frist": ("frist", "frister"),
        "gang": ("gang", "ganger"),
        "styringsdialog": ("styringsdialog", "styringsdialoger"),
        "styringsbrev": ("styringsbrev", "styringsbrev"),
        "vedtak": ("vedtak", "vedtak"),
        "verbalvedtak": ("verbalvedtak", "verbalvedtak"),
        "rapport": ("rapport", "rapporter"),
        "skjema": ("skjema", "skjemaer"),
        "Excel-skjema": ("Excel-skjema", "Excel-skjemaer"),
        "sak": ("sak", "saker"),
        "svar": ("svar", "svar"),
        "linje": ("linje", "linjer"),
        "rad": ("rad", "rader"),
        "endring": ("endring", "endringer"),
        "bidrag": ("bidrag", "bidrag"),
        "post": ("post", "poster"),
        "tegn": ("tegn", "tegn"),
        "forventning": ("forventning", "forventninger"),
        "mangel": ("mangel", "mangler"),
        "plan": ("plan", "planer"),
        "ansvarsmerke": ("ansvarsmerke", "ansvarsmerker"),
    }


def antall(tall: int, ord_: str, boyning: tuple[str, str] | None = None) -> str:
    """Count in plain words: «1 fil», «3 filer», «1 234 filer».

    ``boyning`` is one and many of a word that is not known here.
    """
    entall, flertall = boyning or _boyning()[ord_]
    return f"{heltall(tall)} {entall if tall == 1 else flertall}"


def andel(tall: int, av: int) -> str:
    """Write a share, «3 av 5 (60 %)»; a dash where there is nothing to have a share of."""
    return f"{tall} av {av} ({round(100 * tall / av)} %)" if av else "–"


def kort_andel(tall: int, av: int) -> str:
    """Write a share where the whole stands beside it, «3 (60 %)»."""
    return f"{tall} ({round(100 * tall / av)} %)" if av else "–"


def rollen(navn: str) -> str:
    """Write a role as the one who has it: «kommunedirektør» is «kommunedirektøren». Other words are
    left as they are.
    """
    endelser = ("direktør", "sjef", "leder", "rådmann")
    skrevet = avdekk(navn)
    ending = ("en" if skrevet == navn else dekk("en")) if skrevet.endswith(endelser) else ""
    return navn + ending


def heltall(tall: int) -> str:
    """Write a whole number with a hard space between thousands."""
    # four digits stand closed
    return f"{tall:,}".replace(",", "\u00a0") if abs(tall) >= 10_000 else str(tall)  # noqa: PLR2004


def er_tall(tekst: str) -> bool:
    """Whether a text is a whole number that can be counted with: plain digits, and not many. By
    itself ``isdigit`` takes «²», which ``int`` does not.
    """
    return tekst.isascii() and tekst.isdigit() and len(tekst) <= _SIFRE
