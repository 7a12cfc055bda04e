"""Make everything in the project that is made from the code: ``python
verktoy/lag_docs.py [ROT]``.
"""

import re
import sys
from datetime import date
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME

from datamodell import datamodell
from sporsmal import sporsmal
from styring.lesing.innlesing import les_inn
from styring.lesing.jsonskjema import jsonskjemaer
from styring.prosjekt.tre import Arbeidstre
from styring.sporring.oppdrag.status import status
from styring.visning.felles import tegnforklaring, terminal
from styring.visning.felles.som_json import skriv
from styring.visning.kontroll import regler
from styring.visning.kontroll.funn.skjema import FUNNSKJEMA
from styring.visning.oppdrag import status as statusvisning

ROT = Path(__file__).parent.parent
BILDETS_DATO = date(2024, 9, 27)
_SKRIFT_UTENFRA = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


def bilde() -> str:
    """Draw what ``styring status`` shows of the example at a terminal, as SVG that fetches
    nothing.
    """
    konsoll = Console(
        record=True,
        width=100,
        file=StringIO(),
        force_terminal=True,
        color_system="truecolor",
        legacy_windows=False,
    )
    svar = status(les_inn(Arbeidstre(ROT / "eksempel")).register, BILDETS_DATO)
    terminal.skriv(statusvisning.side(svar), konsoll, unicode=True)
    svg = konsoll.export_svg(
        title="styring status", theme=DEFAULT_TERMINAL_THEME, unique_id="styring"
    )
    return _SKRIFT_UTENFRA.sub("", svg).replace("Fira Code", "Menlo, Consolas, DejaVu Sans Mono")


def filer() -> dict[str, str]:
    """Give every generated file by its path from the root."""
    skjemaer = {
        f"skjema/{navn}": skriv(skjema)
        for navn, skjema in {**jsonskjemaer(), "funn.json": FUNNSKJEMA}.items()
    }
    return {
        "docs/regler.md": regler.som_markdown(),
        "docs/datamodell.md": datamodell(),
        "docs/sporsmal.md": sporsmal(),
        "docs/tegn.md": tegnforklaring.som_markdown(),
        "docs/status.svg": bilde(),
        **skjemaer,
    }


if __name__ == "__main__":
    rot = Path(sys.argv[1]) if len(sys.argv) > 1 else ROT
    for sti, tekst in filer().items():
        (rot / sti).parent.mkdir(parents=True, exist_ok=True)
        (rot / sti).write_text(tekst, encoding="utf-8", newline="\n")
