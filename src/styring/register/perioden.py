"""The register as one period tells it: what a report of that period is asked of."""

import dataclasses
from collections.abc import Iterable

from styring.fag.melding import tilstand_av
from styring.fag.periode import Periode, sortering
from styring.fag.tilstand import LUKKEDE, Tilstand
from styring.register.meldingene import er_gitt
from styring.register.register import Meldt, Register


def slik_perioden_sier(register: Register, periode: Periode) -> Register:
    """Give the register with the entries of one period alone, and earlier ones only where the last of them closed the matter.

    What nobody told of in the period is thus «ikke rapportert», however green it was before. What came after the period's last day is left out,
    unless it was told of all the same.
    """
    fortalt = {meldt.post.partition("/")[0] for meldt in register.alle_meldinger() if meldt.periode == periode.id}
    return dataclasses.replace(
        register,
        oppdrag={id_: post for id_, post in register.oppdrag.items() if id_ in fortalt or er_gitt(post.verdi, periode.slutt)},
        vedtak={id_: post for id_, post in register.vedtak.items() if id_ in fortalt or post.verdi.dato <= periode.slutt},
        meldinger={id_: sagt for id_, alle in register.meldinger.items() if (sagt := _i(register, periode, alle))},
        bidrag={id_: sagt for id_, alle in register.bidrag.items() if (sagt := _i(register, periode, alle))},
    )


def _i(register: Register, periode: Periode, alle: Iterable[Meldt]) -> tuple[Meldt, ...]:
    grense = sortering(register.rutine, periode.id)
    tidligere: dict[str, Meldt] = {}
    naa = []
    for meldt in alle:
        plass = sortering(register.rutine, meldt.periode)
        if plass == grense:
            naa.append(meldt)
        elif plass < grense and meldt.fra and tilstand_av(meldt.melding) is not Tilstand.IKKE_RAPPORTERT:
            tidligere[meldt.enhet if meldt.slag == "bidrag" else ""] = meldt
    return (*(meldt for meldt in tidligere.values() if tilstand_av(meldt.melding) in LUKKEDE), *naa)


def forrige_rapport(register: Register, periode: Periode) -> str | None:
    """The id of the last period before this one that any unit delivered a form for. None where this is the first."""
    grense = sortering(register.rutine, periode.id)
    levert = {id_.partition("/")[0] for id_, post in register.rapporter.items() if post.verdi.levert}
    tidligere = [id_ for id_ in levert if sortering(register.rutine, id_) < grense]
    return max(tidligere, key=lambda id_: sortering(register.rutine, id_)) if tidligere else None
