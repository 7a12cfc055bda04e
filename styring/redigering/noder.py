"""What stands in a YAML file and where, as the library sees it: read only, to tell an edit where to
go and whether it did what it should.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from styring.feil import StyringFeil
from styring.redigering import gjengi
from styring.redigering.gjengi import Verdi

Sti = tuple[str | int, ...]
FOR_HAAND = (
    "filen er skrevet på en måte styring ikke kan endre uten å røre mer enn den skal. Ingenting er"
    " skrevet; gjør endringen for hånd."
)


class Plass(NamedTuple):
    """One key of a mapping with its value."""

    nokkel: ScalarNode
    verdi: Node


def les(tekst: str) -> Node:
    """Find where everything stands.

    Raises StyringFeil for the few things that the strict reader takes and this library does not.
    """
    try:
        node: Node = YAML(pure=True).compose(tekst)
    except YAMLError as feil:
        raise StyringFeil(FOR_HAAND) from feil
    return node


def som_kart(node: Node) -> MappingNode:
    """The mapping an edit must have to go on.

    Raises StyringFeil when something else stands there.
    """
    if not isinstance(node, MappingNode):
        raise StyringFeil(FOR_HAAND)
    return node


def finn(node: Node | None, sti: Sti) -> object:
    """What stands at a path, as text."""
    for ledd in sti:
        if isinstance(node, SequenceNode) and isinstance(ledd, int):
            node = node.value[ledd]
        else:
            node = (
                next((plass.verdi for plass in plasser(node) if plass.nokkel.value == ledd), None)
                if node
                else None
            )
    return enkel(node) if node else None


def plasser(node: Node) -> Iterator[Plass]:
    """The keys of a mapping with their values, in the order of the file; nothing for any other
    node.
    """
    return (Plass(*par) for par in node.value) if isinstance(node, MappingNode) else iter(())


def plassen(node: Node, navn: object) -> Plass | None:
    """Where one key of a mapping stands, or None."""
    return next((plass for plass in plasser(node) if plass.nokkel.value == navn), None)


def enkel(node: Node) -> object:
    """What a value says, as text and lists of text, for telling an edit that changes nothing."""
    if isinstance(node, MappingNode):
        return {plass.nokkel.value: enkel(plass.verdi) for plass in plasser(node)}
    if isinstance(node, SequenceNode):
        return [enkel(ledd) for ledd in node.value]
    return "\n".join(gjengi.tekstlinjer(node.value))


def som_lest(verdi: Verdi) -> object:
    """The value an edit is given, in the form `enkel` gives what the file says, so that the two can
    be compared.
    """
    if isinstance(verdi, Mapping):
        return {navn: som_lest(del_) for navn, del_ in verdi.items()}
    if isinstance(verdi, list):
        return [som_lest(ledd) for ledd in verdi]
    if isinstance(verdi, Decimal):
        return gjengi.tallet(verdi)
    if isinstance(verdi, bool):
        return "true" if verdi else "false"
    return (
        ""
        if verdi is None
        else "\n".join(gjengi.tekstlinjer(verdi))
        if isinstance(verdi, str)
        else str(verdi)
    )


def flatt(node: Node | None, sti: Sti) -> Iterator[tuple[Sti, str]]:
    """Every filled-in value with its path, for proving that an edit changed nothing else."""
    if isinstance(node, MappingNode):
        for plass in plasser(node):
            yield from flatt(plass.verdi, (*sti, plass.nokkel.value))
    elif isinstance(node, SequenceNode):
        for nr, ledd in enumerate(node.value):
            yield from flatt(ledd, (*sti, nr))
    elif isinstance(node, ScalarNode) and node.value:
        yield sti, node.value.rstrip("\n")


def er_ulik(node: Node, verdi: Verdi) -> bool:
    """Whether a value says something else than what stands: also quotes around nothing, or around
    blanks.
    """
    return enkel(node) != som_lest(verdi) or (
        isinstance(node, ScalarNode)
        and node.style in ("'", '"')
        and node.value != (verdi or None)
        and node.value.strip() == (verdi or "")
    )
