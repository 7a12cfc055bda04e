"""libyaml's complaints in plain bokmål, each with its cure."""

import re

from yaml.error import MarkedYAMLError

from styring.funn import Treff, Utsnitt
from styring.lesing.tegn import DYPEST

_FELT = re.compile(r"( *)[A-Za-z0-9_-]+:")
_KOLON = ("det står et kolon inne i teksten", "sett anførselstegn om hele teksten")
_INNRYKK = (
    "innrykket stemmer ikke med linjene over",
    "la felt på samme nivå begynne i samme kolonne",
)
_ANFORSEL = ("en tekst i anførselstegn er ikke avsluttet", "sett anførselstegn også etter teksten")
_UTEN_KOLON = ("linjen er ikke «nøkkel: verdi»", "skriv kolon og mellomrom etter nøkkelen")
_HARDT_MELLOMROM = (
    "det står et hardt mellomrom (U+00A0) etter kolonet",
    "bytt det med et vanlig mellomrom",
)
_TABULATOR = ("innrykket har en tabulator", "bruk mellomrom i stedet for tabulator")
_KLAMME = (
    "en liste eller et sett i klammer er ikke avsluttet",
    "sett komma mellom leddene og lukk med ] eller }",
)

_FORKLARINGER: tuple[tuple[str, tuple[str, str]], ...] = (
    ("mapping values are not allowed", _KOLON),
    ("found a tab character", _TABULATOR),
    (
        "found character that cannot start any token",
        ("teksten begynner med et tegn som har egen betydning", "sett anførselstegn om teksten"),
    ),
    ("could not find expected ':'", _UTEN_KOLON),
    ("found unexpected end of stream", _ANFORSEL),
    ("found unexpected document indicator", _ANFORSEL),
    (
        "found unknown escape character",
        (
            "ukjent tegn etter \\ i anførselstegn",
            "bruk enkle anførselstegn ('…') når teksten har \\",
        ),
    ),
    (
        "did not find expected hexdecimal number",
        ("ugyldig \\-kode i anførselstegn", "bruk enkle anførselstegn ('…') når teksten har \\"),
    ),
    (
        "found invalid Unicode character escape code",
        ("ugyldig \\-kode i anførselstegn", "skriv tegnet som det er"),
    ),
    ("did not find expected ',' or ']'", _KLAMME),
    ("did not find expected ',' or '}'", _KLAMME),
    (
        "did not find expected node content",
        ("her mangler det en verdi", "skriv en verdi, eller slett tegnet foran"),
    ),
    ("did not find expected '-' indicator", _INNRYKK),
    ("did not find expected key", _INNRYKK),
    (
        "block sequence entries are not allowed",
        ("et listepunkt kan ikke stå her", "sett listen på egne linjer under nøkkelen"),
    ),
    ("block mapping", _INNRYKK),
    (
        "did not find expected alphabetic or numeric character",
        ("* og & har egen betydning først i en tekst", "sett anførselstegn om teksten"),
    ),
    (
        "did not find expected comment or line break",
        (
            "det står noe etter | eller > på samme linje",
            "flytt teksten til neste linje, med innrykk",
        ),
    ),
    ("did not find expected <document start>", _INNRYKK),
    (
        "could not find expected directive name",
        ("en linje kan ikke begynne med %", "sett anførselstegn om teksten"),
    ),
)


def _er_felt_lenger_inne(linjer: list[str], nr: int, kolonne: int) -> bool:
    """Whether a line that libyaml takes for the rest of a text is a field with a space too many."""
    felt, over = _FELT.match(linjer[nr]), _FELT.match(linjer[nr - 1]) if nr else None
    return (
        felt is not None
        and over is not None
        and felt.end() == kolonne + 1
        and len(felt[1]) > len(over[1])
    )


def for_dypt(fil: str, plass: Utsnitt) -> Treff:
    """The hit for more levels than the format has."""
    melding, forslag = (
        f"filen har mer enn {DYPEST} nivåer",
        "se etter en klamme [ eller { som ikke er lukket",
    )
    return Treff("ST007", fil, melding, forslag=forslag, utsnitt=plass)


def forklar(fil: str, linjer: list[str], feil: MarkedYAMLError) -> Treff:
    """Turn an error from libyaml into a hit with its place and cure; nothing of the library's own
    text is shown.
    """
    problem = feil.problem or ""
    melding, forslag = next(
        (svar for start, svar in _FORKLARINGER if start in problem),
        ("filen kan ikke leses som YAML her", _INNRYKK[1]),
    )
    merke = feil.problem_mark or feil.context_mark
    if (melding, forslag) in (_ANFORSEL, _KLAMME, _UTEN_KOLON) and feil.context_mark is not None:
        merke = feil.context_mark
    linje, kolonne = (merke.line, merke.column) if merke is not None else (0, 0)
    while linje and linje >= len(linjer):
        linje, kolonne = linje - 1, 0
    if (melding, forslag) == _KOLON and _er_felt_lenger_inne(linjer, linje, kolonne):
        melding, forslag = _INNRYKK
    if linjer[linje][kolonne : kolonne + 1] == "\t":
        melding, forslag = _TABULATOR
    if (melding, forslag) == _UTEN_KOLON and ":\u00a0" in linjer[linje]:
        (melding, forslag), kolonne = _HARDT_MELLOMROM, linjer[linje].index(":\u00a0") + 1
    if "nesting depth" in problem:  # libyaml's own limit, which it has from PyYAML 6.0.4
        return for_dypt(fil, Utsnitt(linje + 1, kolonne + 1))
    return Treff("ST004", fil, melding, forslag=forslag, utsnitt=Utsnitt(linje + 1, kolonne + 1))
