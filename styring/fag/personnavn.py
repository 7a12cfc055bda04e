"""Whether words in the place of a role look like the name of a person: two capitalised words in a
row that are no role, unit or organisation.
"""

import re
from collections.abc import Container
from functools import cache
from itertools import pairwise

_ORD = re.compile(r"[\w'’-]+(?:\.(?=\s))?|[^\w\s]")
_INITIAL = re.compile(r"[A-ZÆØÅ]\.?")
_ROLLEORD = """leder direktør rådgiver sjef koordinator ansvarlig konsulent rektor styrer fører
    sekretær ingeniør arkitekt planlegger lege pleier lærer forvalter medarbeider
    representant ombud controller jurist advokat mester forvaltning saksbehandler eier
    kommune fylke etat avdeling enhet seksjon team gruppe utvalg råd styre styret nemnd
    komité tjeneste kontor senter sentral skole barnehage hjem bibliotek virksomhet sektor
    selskap stab hus verk vesen lag forening forbund stiftelse prosjekt plan drift økonomi
    personal kultur helse oppvekst teknisk utdanning omsorg mestring miljø bolig barn unge
    ungdom idrett kirke styring utvikling samfunn digitalisering innbygger beredskap brann
    redning legevakt vann avløp vei eiendom landbruk næring integrering rus psykisk"""
_BOYNINGER = ("", "en", "et", "a", "n", "e", "er", "ene", "ne", "s", "ens", "ets")
_ANDRE = frozenset(
    [
        "nav",
        "den",
        "det",
        "de",
        "ny",
        "nye",
        "nord",
        "sør",
        "øst",
        "vest",
        "midt",
        "norge",
        "norges",
        "norsk",
        "norske",
        "røde",
        "kors",
        "statens",
        "assisterende",
    ]
)


def er_personnavn(tekst: str, kjente: Container[str] = ()) -> bool:
    """Whether a role is written as a person.

    ``kjente`` are the words of the names of units and organs, in lower case.

    In doubt it is none: a word is a role or a place of work when it ends as one, and two names in a
    row are needed.
    """
    if " " not in tekst.strip():
        return False
    ord_ = [ett for ett in _ORD.findall(tekst) if not (_INITIAL.fullmatch(ett) or ett == ",")]
    return any(
        _er_navn(forste, kjente) and _er_navn(andre, kjente) for forste, andre in pairwise(ord_)
    )


def _er_navn(ord_: str, kjente: Container[str]) -> bool:
    if (
        not all(len(del_) > 1 and del_.istitle() for del_ in re.split("[-'’]", ord_))
        or ord_.casefold() in kjente
        or ord_.casefold() in _ANDRE
    ):
        return False
    return not ord_.casefold().endswith(_rolleendelser())


@cache
def _rolleendelser() -> tuple[str, ...]:
    """What a word may end as that is a role or a place of work, in every inflection."""
    return tuple(rot + boyning for rot in _ROLLEORD.split() for boyning in _BOYNINGER)
