"""The records of preparedness, and of courses."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from styring.modell.beredskap import Beredskapshendelse, Beredskapsplan, Ros
    from styring.modell.beredskapskapittel import Beredskapskapittel
    from styring.modell.kommune import Beredskapsrutine
    from styring.modell.kurs import Kurs
    from styring.register.post import Post
    from styring.register.register import Register


SLAG = frozenset({"ros", "beredskapsplan", "beredskapshendelse"})
"""The record types of preparedness."""


def analysene(register: "Register") -> "Mapping[str, Post[Ros]]":
    """The analyses of risks by id (``ros/2022``)."""
    return register.poster.get("ros", {})


def beredskapsplanene(register: "Register") -> "Mapping[str, Post[Beredskapsplan]]":
    """The plans by id (``plan/overordnet``)."""
    return register.poster.get("beredskapsplan", {})


def beredskapshendelsene(register: "Register") -> "Mapping[str, Post[Beredskapshendelse]]":
    """The exercises and incidents by id (``2024/stromutfall``), oldest first."""
    return register.poster.get("beredskapshendelse", {})


def beredskapskapitlene(register: "Register") -> "Mapping[str, Post[Beredskapskapittel]]":
    """Preparedness as each approved report shows it, by period."""
    return {
        id_.partition("/")[0]: post
        for id_, post in register.poster.get("beredskapskapittel", {}).items()
    }


def kursene(register: "Register") -> "Mapping[str, Post[Kurs]]":
    """Shares of the units that have completed courses, by id (``2024-kurs``)."""
    return register.poster.get("kurs", {})


def beredskapsrutinen(register: "Register") -> "Beredskapsrutine | None":
    """The municipality's own deadlines, where they are given."""
    return register.kommune.verdi.beredskap if register.kommune else None
