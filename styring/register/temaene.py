"""The central themes of the letters."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from styring.modell.tema import Sentraltema
    from styring.register.post import Post
    from styring.register.register import Register


def temaene(register: "Register") -> "Mapping[str, Post[Sentraltema]]":
    """The themes by id (``2024/beredskap``), in the order of their letter."""
    return register.poster.get("tema", {})
