"""What serves a goal: the oppdrag that refer to it, and the vedtak that these follow up."""

from collections.abc import Iterator

from styring.register.register import Register


def oppdrag_til(register: Register, koder: set[str]) -> Iterator[tuple[str, str]]:
    """Id and title of every oppdrag that refers to one of some goals."""
    for id_, post in register.oppdrag.items():
        if koder.intersection(post.verdi.delmaal):
            yield id_, post.verdi.tittel


def vedtak_til(register: Register, koder: set[str]) -> Iterator[tuple[str, str]]:
    """Id and title of every vedtak that such an oppdrag follows up."""
    tjener = {id_ for id_, _ in oppdrag_til(register, koder)}
    for id_, post in register.vedtak.items():
        if tjener.intersection(post.verdi.oppdrag):
            yield id_, post.verdi.tittel
