"""Preparedness in figures, without detail: what a report of a period and a page for the council
show.

The figures are for everybody, so what is exempt is never counted, whoever asks: the difference
between two reports would tell of it.
"""

from datetime import date

from styring.fag.periode import Periode
from styring.modell.beredskapskapittel import Beredskapskapittel
from styring.modell.form import Leser
from styring.register.beredskapen import beredskapskapitlene
from styring.register.leser import for_leser
from styring.register.register import Register
from styring.sporring.beredskap.beredskap import beredskapen


def beredskapskapittelet(
    register: Register, periode: Periode, dato: date
) -> Beredskapskapittel | None:
    """What an approved report keeps, else what the data say on a day; None where they say
    nothing.
    """
    lagret = beredskapskapitlene(register).get(periode.id)
    return lagret.verdi if lagret else lag_beredskapskapittel(register, dato, periode.slutt)


def lag_beredskapskapittel(
    register: Register, dato: date, til: date | None = None
) -> Beredskapskapittel | None:
    """Count for the whole municipality as it was known on a day; None where nothing is told of
    preparedness. Exercises and incidents are those of a year up to its day ``til``: the last of the
    period, else the day asked for.
    """
    til = til or dato
    apent = for_leser(register, Leser.INTERN) if register.leser is Leser.LEDELSE else register
    svar = beredskapen(apent, dato, None)
    if not svar.finnes:
        return None
    ros = svar.ros
    tall = ros.tiltakstall if ros else None
    i_aar = [ett for ett in svar.hendelser if ett.dato.year == til.year and ett.dato <= til]
    return Beredskapskapittel(
        dato=dato,
        til=til,
        ros_dato=ros.dato if ros else None,
        ros_organ=ros.organ if ros else None,
        ros_sak=ros.sak if ros else None,
        tiltak_apne=tall.apne if tall else None,
        tiltak_ferdige=tall.ferdige if tall else None,
        planer=len(svar.planer),
        reviderte=len(svar.planer) - len(svar.gamle_planer),
        ovde=len(svar.planer) - len(svar.uovde_planer),
        ovelser=sum(ett.type == "ovelse" for ett in i_aar),
        hendelser=sum(ett.type == "hendelse" for ett in i_aar),
        evaluerte=sum(ett.evaluert is not None for ett in i_aar),
        mangler_apne=len(svar.mangler),
        mangler_over_frist=sum(ett.forfalt for ett in svar.mangler),
    )
