"""What an entry in a form must be judged by: asked alike by the rules and by the import of a filled form."""

from datetime import date

from styring.fag.frist import frist_per
from styring.fag.krav import Sammenheng
from styring.fag.melding import tilstand_av
from styring.fag.periode import perioden
from styring.fag.tilstand import LUKKEDE
from styring.register.meldingene import forrige_melding, fristen, punktet
from styring.register.register import Meldt, Register


def sammenheng(register: Register, meldt: Meldt, dag: date | None) -> Sammenheng:
    """What an entry must be judged by. ``dag`` is the day of the report; None in a draft."""
    rutine = register.rutine
    periode = perioden(rutine, meldt.periode)
    oppdrag = register.oppdrag.get(meldt.post) if meldt.slag != "vedtak" else None
    funnet = punktet(register, meldt.post) if meldt.slag == "vedtak" else None
    frist = frist_per(oppdrag.verdi.frist, oppdrag.verdi.fristendringer, dag or date.max) if oppdrag else None
    if funnet:
        frist = fristen(*funnet, dag or date.max)
    forrige = forrige_melding(register, meldt.post, meldt.periode, meldt.slag, meldt.enhet if meldt.slag == "bidrag" else None)
    return Sammenheng(
        melding=meldt.melding,
        slag=meldt.slag,
        maks=rutine.kommentar_maks if rutine else 600,
        dag=dag,
        frist=frist,
        lopende=bool(oppdrag and oppdrag.verdi.art == "lopende"),
        arsslutt=bool(periode and periode.er_arsslutt),
        forrige=forrige.melding if forrige else None,
        kjent=meldt.slag == "vedtak" or (oppdrag is not None and oppdrag.fil not in register.delvise),
        lukket=meldt.slag == "oppdrag" and forrige is not None and forrige.post == meldt.post and tilstand_av(forrige.melding) in LUKKEDE,
    )
