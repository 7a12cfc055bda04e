"""What the report of a period is made of: what was approved, where it was and that was kept; else
the data as they were read.
"""

import sys
from datetime import date

from styring.cli.felles import innlasting
from styring.cli.felles.verdier import i_dag
from styring.cli.rapport.dokumentvei import Rapportdata
from styring.fag.dekning import avdekk
from styring.fag.norsk import antall
from styring.fag.periode import Periode
from styring.modell.form import Leser
from styring.register.dekket import dekket, paa_nynorsk
from styring.register.grunnlaget import slik_det_ble_godkjent
from styring.register.grunnlagsendringer import grunnlagsendringer
from styring.register.leser import for_leser
from styring.register.register import Register


def rapportens_register(lest: Rapportdata, periode: Periode, dag: date) -> Register:
    """Give what the report of a period is made of on a day, as far as its reader may see it.

    Tells of what the data say otherwise now.
    """
    samlet = lest.hele.samlerapporter.get(periode.id)
    godkjent = samlet.verdi.godkjent if samlet else None
    da = slik_det_ble_godkjent(lest.hele, periode.id) if godkjent and godkjent.dato <= dag else None
    if da is None:
        return lest.register
    if endret := grunnlagsendringer(lest.hele, periode.id):
        sys.stderr.write(
            f"styring: {antall(len(endret), 'sak')} er endret siden {avdekk(periode.navn)} ble"
            " godkjent."
            " Rapporten er slik den ble godkjent. Se «styring valider --bare ST650».\n"
        )
    leser = lest.register.leser
    if leser is Leser.LEDELSE:
        return dekket(da) if paa_nynorsk(lest.register) else da
    from styring.cli.felles.dagens_dom import periodens_dom  # only for others than the leadership

    dom = periodens_dom(lest.hele, da, lest.rot, lest.tidligere)
    smalt = for_leser(da, leser, dom=dom, dag=i_dag())
    innlasting.si_unntatt_siden(smalt.unntatt_siden)
    return dekket(smalt) if paa_nynorsk(lest.register) else smalt
