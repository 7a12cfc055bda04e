"""Pydantic's engine without the package around it: the one place that takes the short way to it.

``import pydantic_core`` runs 25 ms of type declarations that nothing here asks for, at every start.
The engine itself is one extension module; it is loaded below an empty package, which is taken away
again, so that a later import of the real one finds the engine and adds the rest.
"""

import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic_core import SchemaValidator, ValidationError

__all__ = ["SchemaValidator", "ValidationError"]
_PAKKE = "pydantic_core"


def _motoren() -> ModuleType:
    sted = find_spec(_PAKKE)
    if _PAKKE in sys.modules or sted is None or sted.submodule_search_locations is None:
        return import_module(_PAKKE)
    tom = ModuleType(_PAKKE)
    tom.__path__ = sted.submodule_search_locations
    sys.modules[_PAKKE] = tom
    try:
        return import_module(f"{_PAKKE}._pydantic_core")
    finally:
        del sys.modules[_PAKKE]


if not TYPE_CHECKING:
    _motor = _motoren()
    SchemaValidator, ValidationError = _motor.SchemaValidator, _motor.ValidationError
