"""The periods there is something to make of, a line each: the id and the word come first, so that a
script can read them.
"""

from styring.fag.kalender import langdato
from styring.sporring.rapportering.gjeldende import Gjeldende, Gjeldendesvar
from styring.visning.felles.blokker import Ark, Side, linje


def side(svar: Gjeldendesvar) -> Side:
    """Lay out the periods."""
    return [linje(f"{ett.periode} {ett.tilstand} {_ord(ett)}") for ett in svar.perioder]


def _ord(ett: Gjeldende) -> str:
    return f"{ett.navn}, sendt ut {langdato(ett.utsendt)}" if ett.utsendt else ett.navn


def ark(svar: Gjeldendesvar) -> Ark:
    """The rows for a spreadsheet."""
    return Ark(Gjeldende._fields, tuple(tuple(ett) for ett in svar.perioder))
