"""Plain values as YAML text.

The library decides on quotes; where a value stands is decided by the one who puts it there.

A list of thousands of vedtak is written field by field, so words that no reader could take for
anything else don't go by the library, which takes a hundred times as long. A property test holds
the two to the same text.
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from io import StringIO

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

Verdi = str | int | Decimal | bool | date | None | list["Verdi"] | dict[str, "Verdi"]
INNRYKK = 2
_BREDT = 1 << 20
_enkle_ord = re.compile(
    r"[A-Za-zÆØÅæøå][A-Za-zÆØÅæøå0-9]*(?:[ /.,-]{1,2}[A-Za-zÆØÅæøå0-9]+)*\.?"
).fullmatch
_enkel_linje = re.compile(r"[!-~ÆØÅæøå](?:[ -~ÆØÅæøå]*[!-~ÆØÅæøå])?").fullmatch
_MED_MENING = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
"""Words that mean something else than themselves to some reader of YAML."""


class Prosa(str):
    """Running text, which is written with ``|`` however short it is."""

    __slots__ = ()


def felt(navn: str, verdi: Verdi) -> list[str]:
    """One key with its value in block style, as lines without indentation: ``tittel: Plan``, or a
    key and the lines below it.
    """
    if verdi is None:
        return [f"{navn}:"]
    return _enkelt_felt(navn, verdi) or _skriv(CommentedMap([(navn, _blokk(verdi))])).rstrip(
        "\n"
    ).split("\n")


def _enkelt_felt(navn: str, verdi: Verdi) -> list[str] | None:
    """The same as the library gives, where that is beyond doubt."""
    if not navn.isidentifier() or navn.lower() in _MED_MENING:
        return None
    if er_prosa(verdi):
        linjer = tekstlinjer(str(verdi))
        return (
            [f"{navn}: |", *(" " * INNRYKK + linje for linje in linjer)]
            if all(map(_enkel_linje, linjer))
            else None
        )
    if isinstance(verdi, str) and _enkle_ord(verdi) and verdi.lower() not in _MED_MENING:
        return [f"{navn}: {verdi}"]
    if isinstance(verdi, Decimal):
        return [f"{navn}: {tallet(verdi)}"]
    return [f"{navn}: {verdi.isoformat()}"] if type(verdi) is date else None


def ledd(verdi: Verdi) -> list[str]:
    """One entry of a list in block style, as lines that begin with ``- ``."""
    return [
        linje[INNRYKK:]
        for linje in (
            _skriv(CommentedMap([("x", CommentedSeq([_blokk(verdi)]))]))
            .rstrip("\n")
            .split("\n")[1:]
        )
    ]


def paa_linjen(verdi: Verdi) -> str:
    """A value on one line: a word, a quoted text, or a list or mapping in flow style."""
    flyt = _flyt({"x": verdi})
    return _skriv(flyt).strip()[len("{x: ") : -1]


def nokkel_paa_linjen(navn: str, verdi: Verdi) -> str:
    """A key and its value as they stand inside ``{ }``."""
    return _skriv(_flyt({navn: verdi})).strip()[1:-1]


def tekstlinjer(verdi: str) -> list[str]:
    """The lines of running text as they stand below a ``|``, without indentation."""
    return [linje.rstrip() for linje in verdi.strip().split("\n")]


def tallet(belop: Decimal) -> str:
    """An exact number as text: a whole one without decimals, any other with those it has."""
    return str(int(belop)) if belop == belop.to_integral_value() else f"{belop:f}"


def er_prosa(verdi: Verdi) -> bool:
    """Whether a value is to be written with ``|``."""
    return isinstance(verdi, Prosa) or (isinstance(verdi, str) and "\n" in verdi.strip())


def _blokk(verdi: Verdi) -> object:
    if er_prosa(verdi):
        return LiteralScalarString("\n".join(tekstlinjer(str(verdi))) + "\n")
    if isinstance(verdi, Mapping):
        return CommentedMap((navn, _blokk(del_)) for navn, del_ in verdi.items())
    if isinstance(verdi, list):
        if verdi and all(isinstance(del_, str | int) for del_ in verdi):
            return _flyt(verdi)
        return CommentedSeq(_blokk(del_) for del_ in verdi)
    return str(verdi) if isinstance(verdi, str) else verdi


def _flyt(verdi: Verdi) -> object:
    if isinstance(verdi, Mapping):
        kart = CommentedMap((navn, _flyt(del_)) for navn, del_ in verdi.items())
        kart.fa.set_flow_style()
        return kart
    if isinstance(verdi, list):
        liste = CommentedSeq(_flyt(del_) for del_ in verdi)
        liste.fa.set_flow_style()
        return liste
    if isinstance(verdi, str):
        return DoubleQuotedScalarString(verdi.strip()) if "\n" in verdi.strip() else verdi.strip()
    return verdi


@cache
def _skriver() -> YAML:
    yaml = YAML()
    yaml.indent(mapping=INNRYKK, sequence=2 * INNRYKK, offset=INNRYKK)
    yaml.width = _BREDT
    yaml.allow_unicode = True
    yaml.representer.add_representer(Decimal, _gjengi_belop)
    # the same object in two places is written twice: an alias is not part of the format
    yaml.representer.ignore_aliases = lambda _verdi: True
    return yaml


def _gjengi_belop(skriver: RoundTripRepresenter, belop: Decimal) -> ScalarNode:
    skrevet = tallet(belop)
    slag = "float" if "." in skrevet else "int"
    node: ScalarNode = skriver.represent_scalar(f"tag:yaml.org,2002:{slag}", skrevet)
    return node


def _skriv(verdi: object) -> str:
    strom = StringIO()
    _skriver().dump(verdi, strom)
    return strom.getvalue()
