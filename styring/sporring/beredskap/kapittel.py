"""Preparedness in figures, without detail: what a report of a period and a page for the council
show.
"""

from datetime import date

from styring.modell.beredskapskapittel import Beredskapskapittel
from styring.register.beredskapen import beredskapskapitlene
from styring.register.register import Register
from styring.sporring.beredskap.beredskap import beredskapen


def beredskapskapittelet(register: Register, periode: str, dato: date) -> Beredskapskapittel | None:
    """What an approved report keeps, else what the data say on a day; None where they say
    nothing.
    """
    lagret = beredskapskapitlene(register).get(periode)
    return lagret.verdi if lagret else lag_beredskapskapittel(register, dato)


def lag_beredskapskapittel(register: Register, dato: date) -> Beredskapskapittel | None:
    """Count for the whole municipality; None where nothing is told of preparedness."""
    svar = beredskapen(register, dato, None)
    if not svar.finnes:
        return None
    ros = svar.ros
    tall = ros.tiltakstall if ros else None
    i_aar = [ett for ett in svar.hendelser if ett.dato.year == dato.year]
    return Beredskapskapittel(
        dato=dato,
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
