"""How texts are shown in the målform of a municipality."""

from collections.abc import Callable

from styring.fag.dekning import avdekk


def visningen(*, paa_nynorsk: bool) -> Callable[[str], str]:
    """What gives a text as people are to read it, with what was typed no longer set apart."""
    if not paa_nynorsk:
        return avdekk
    from styring.fag import nynorsk  # only where it is asked for

    return nynorsk.paa_nynorsk
