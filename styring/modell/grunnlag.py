"""What a period's report was made of when it was approved:
``data/rapporter/<aar>-<periode>/grunnlag.yaml``, written by styring alone.
"""

from typing import Annotated

from styring.modell.form import (
    AARSTALL,
    LEDELSEN,
    MAALKODE,
    OPPDRAG_ID,
    PERIODE_ID,
    RAPPORT_ID,
    VEDTAK_ID,
    NokkelMonster,
    Rekke,
    felt,
    post,
)
from styring.modell.indikator import Maalinger
from styring.modell.kommune import Kommune
from styring.modell.maal import Satsingsomraade
from styring.modell.oppdrag import Oppdrag
from styring.modell.rapport import Enhetsrapport, Samlerapport
from styring.modell.styringsbrev import Styringsbrev
from styring.modell.vedtak import Vedtak


@post
class Grunnlag:
    """Det rapporten viste da perioden ble godkjent, utenom periodens egne skjemaer.

    Lages av styring, og rettes aldri for hånd.
    """

    kommune: Kommune = felt(
        LEDELSEN, "Navn på kommunen, enhetene og organene, og rapporteringsrutinen, slik de var."
    )
    godkjente: Rekke[Annotated[str, PERIODE_ID]] = felt(
        LEDELSEN, "Tidligere perioder som var godkjent slik de sto da.", default=()
    )
    styringsbrev: Annotated[dict[str, Styringsbrev], NokkelMonster(AARSTALL)] | None = felt(
        LEDELSEN, "Styringsbrevene, slik de var.", default=None
    )
    oppdrag: Annotated[dict[str, Oppdrag], NokkelMonster(OPPDRAG_ID)] | None = felt(
        LEDELSEN, "Oppdragene, slik de var.", default=None
    )
    vedtak: Annotated[dict[str, Vedtak], NokkelMonster(VEDTAK_ID)] | None = felt(
        LEDELSEN, "Vedtakene, slik de var.", default=None
    )
    maal: Annotated[dict[str, Satsingsomraade], NokkelMonster(MAALKODE)] | None = felt(
        LEDELSEN, "Målene med indikatorer, slik de var.", default=None
    )
    maalinger: Annotated[dict[str, Maalinger], NokkelMonster(AARSTALL)] | None = felt(
        LEDELSEN, "Det som var målt av dem.", default=None
    )
    rapporter: Annotated[dict[str, Enhetsrapport], NokkelMonster(RAPPORT_ID)] | None = felt(
        LEDELSEN, "Det som var meldt i tidligere perioder.", default=None
    )
    samlerapporter: Annotated[dict[str, Samlerapport], NokkelMonster(PERIODE_ID)] | None = felt(
        LEDELSEN, "Godkjenningen av tidligere perioder.", default=None
    )
