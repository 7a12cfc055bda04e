"""Preparedness as an approved report shows it, without detail:
``data/rapporter/<aar>-<periode>/beredskap.yaml``.
"""

from typing import Annotated

from styring.modell.form import ALLE, Dag, Merkelapp, Omraade, Tittel, felt, post

_Antall = Annotated[int, Omraade(0, 9999)]


@post
class Beredskapskapittel:
    """Beredskapen i tall, slik den godkjente rapporten viser den.

    Lages av «styring tertial godkjenn», og rettes aldri for hånd.
    """

    dato: Dag = felt(ALLE, "Dagen det er talt.")
    til: Dag = felt(ALLE, "Siste dag av året som øvelser og hendelser er talt med for.")
    ros_dato: Dag | None = felt(
        ALLE, "Dagen den helhetlige risiko- og sårbarhetsanalysen er fra.", default=None
    )
    ros_organ: Tittel | None = felt(ALLE, "Organet den er forankret i.", default=None)
    ros_sak: Merkelapp | None = felt(ALLE, "Saken den ble behandlet i.", default=None)
    tiltak_apne: _Antall | None = felt(ALLE, "Åpne tiltak i analysen.", default=None)
    tiltak_ferdige: _Antall | None = felt(ALLE, "Ferdige tiltak i analysen.", default=None)
    planer: _Antall = felt(ALLE, "Antall beredskapsplaner.")
    reviderte: _Antall = felt(ALLE, "Planer revidert de siste tolv månedene.")
    ovde: _Antall = felt(ALLE, "Planer øvd de siste to årene.")
    ovelser: _Antall = felt(ALLE, "Øvelser i året, til og med den dagen.")
    hendelser: _Antall = felt(ALLE, "Uønskede hendelser i året, til og med den dagen.")
    evaluerte: _Antall = felt(ALLE, "Av øvelsene og hendelsene i året: evaluert.")
    mangler_apne: _Antall = felt(ALLE, "Mangler som ikke er rettet, fra alle år.")
    mangler_over_frist: _Antall = felt(ALLE, "Av dem: over fristen.")
