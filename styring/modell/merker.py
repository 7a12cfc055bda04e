"""The marks of a type (``modell.form``), looked for wherever they may stand in it."""

from collections.abc import Callable
from typing import Any, get_args


def har_merke(type_: Any, passer: Callable[[object], bool]) -> bool:  # noqa: ANN401  a type may be anything
    """Whether a mark that fits stands on a type, or on what it holds several or one of."""
    if any(map(passer, getattr(type_, "__metadata__", ()))):
        return True
    deler = (type_.__origin__,) if hasattr(type_, "__metadata__") else get_args(type_)
    return any(har_merke(del_, passer) for del_ in deler if del_ is not Ellipsis)
