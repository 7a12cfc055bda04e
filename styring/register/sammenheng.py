"""What an entry in a form must be judged by: asked alike by the rules and by the import of a filled
form.
"""

from datetime import date

from styring.fag.brudd import Sammenheng
from styring.fag.frist import frist_per
from styring.fag.melding import tilstand_av
from styring.fag.periode import perioden
from styring.fag.tilstand import LUKKEDE
from styring.register.meldingene import forrige_melding, fristen, punktet
from styring.register.register import Meldt, Register


def sammenheng(register: Register, meldt: Meldt, dag: date | None) -> Sammenheng:
    """What an entry must be judged by. ``dag`` is the day of the report; None in a draft."""
    rutine, slag, frist, lopende, kjent = register.rutine, meldt.slag, None, False, True
    periode = perioden(rutine, meldt.periode)
    if slag == "vedtak":
        funnet = punktet(register, meldt.post)
        frist = fristen(*funnet, dag or date.max) if funnet else None
    else:
        post = register.oppdrag.get(meldt.post)
        kjent = post is not None and post.fil not in register.delvise
        if post:
            frist, lopende = (
                frist_per(post.verdi.frist, post.verdi.fristendringer, dag or date.max),
                post.verdi.art == "lopende",
            )
    forrige = forrige_melding(
        register, meldt.post, meldt.periode, slag, meldt.enhet if slag == "bidrag" else None
    )
    return Sammenheng(
        meldt.melding,
        slag,
        rutine.kommentar_maks if rutine else 600,
        dag,
        frist,
        lopende,
        periode is not None and periode.er_arsslutt,
        forrige.melding if forrige else None,
        slag == "oppdrag"
        and forrige is not None
        and forrige.post == meldt.post
        and tilstand_av(forrige.melding) in LUKKEDE,
        kjent,
    )
