"""Whether a file was read whole: of what was not, a rule must not say that it is missing."""

from styring.register.register import Register


def er_helt_lest(register: Register, fil: str) -> bool:
    """Whether nothing in a file was left out."""
    return fil not in register.uleste and fil not in register.delvise
