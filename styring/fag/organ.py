"""The political organs: which of them is the council."""

from styring.fag.norsk import fold

_KOMMUNESTYRET = ("kommunestyre", "bystyre", "herredsstyre", "heradsstyre")


def er_kommunestyret(navn: str) -> bool:
    """Whether an organ is the council itself, by its name: «Kommunestyret», «Bystyret»."""
    return fold(navn).startswith(_KOMMUNESTYRET)
