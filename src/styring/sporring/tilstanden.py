"""How one oppdrag stands: the one place that knows where the answer comes from."""

from styring.fag.tilstand import Tilstand
from styring.modell.oppdrag import Oppdrag
from styring.register.register import Post


def tilstanden(oppdrag: Post[Oppdrag]) -> Tilstand:  # noqa: ARG001  reports come with their own record type
    """Give the state that the last report says. No report can be given yet, and nothing is invented."""
    return Tilstand.IKKE_RAPPORTERT
