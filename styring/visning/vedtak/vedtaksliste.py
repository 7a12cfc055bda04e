"""What a list of vedtak would add, as a page."""

from styring.fag.norsk import antall
from styring.sporring.vedtak.vedtaksliste import Vedtakslistesvar
from styring.visning.felles.blokker import Bit, Overskrift, Side, dempet, linje


def side(svar: Vedtakslistesvar) -> Side:
    """Lay out how much is new, how much is there already, and which rows can't be taken in."""
    tall = [
        f"{len(svar.nye)} {'nytt' if len(svar.nye) == 1 else 'nye'}",
        f"{len(svar.finnes)} finnes fra før",
        f"{antall(len(svar.avslag), 'rad')} kan ikke leses inn",
    ]
    avslag = [linje(Bit(f"Rad {nr}", "feil", "feil"), f": {grunn}.") for nr, grunn in svar.avslag]
    finnes = [
        linje(dempet(f"Rad {nr}: {id_} finnes fra før, og er ikke endret."))
        for nr, id_ in svar.finnes
    ]
    return [
        Overskrift(f"Vedtak: {' · '.join(tall)}"),
        *avslag,
        *finnes,
        *([] if svar.nye else [linje(dempet("Ingen nye vedtak å skrive."))]),
    ]
