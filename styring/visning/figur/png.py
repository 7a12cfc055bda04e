"""A picture as PNG, for Word: made by typst of the SVG, with the fonts that it brings."""

import typst

_KILDE = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.bilde), format: "svg")
"""
_TETTHET = 144.0
"""Dots per inch, where 72 are the size of the SVG."""


def som_png(svg: str) -> bytes:
    """Draw an SVG; the same bytes every time."""
    ut = typst.compile(
        _KILDE, format="png", ppi=_TETTHET, ignore_system_fonts=True, sys_inputs={"bilde": svg}
    )
    if not isinstance(ut, bytes):
        raise TypeError("typst gave something else than one picture")
    return ut
