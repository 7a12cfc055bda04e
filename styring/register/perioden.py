"""The register as one period tells it: what a report of that period is asked of."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from styring.fag.melding import tilstand_av
from styring.fag.periode import Periode, sortering
from styring.fag.tilstand import LUKKEDE, Tilstand
from styring.modell.oppdrag import Oppdrag
from styring.modell.vedtak import Vedtak
from styring.register.leser import godkjent_som_det_staar
from styring.register.meldingene import er_gitt
from styring.register.post import Post
from styring.register.register import Meldt, Register

E = TypeVar("E", Oppdrag, Vedtak)


def slik_perioden_sier(register: Register, periode: Periode) -> Register:
    """Give the register with the entries of one period alone, and earlier ones only where the last
    of them closed the matter.

    What nobody told of in the period is thus «ikke rapportert», however green it was before. What
    came after the period's last day is left out, unless it was told of all the same. Each thing
    belongs to the unit that told of it: an owner who took over later did not own it then.
    """
    fortalt = {
        meldt.post.partition("/")[0]
        for meldt in register.alle_meldinger()
        if meldt.periode == periode.id
    }
    eiere = _eiere(register, periode)
    bidrag = {
        id_: sagt for id_, alle in register.bidrag.items() if (sagt := _i(register, periode, alle))
    }
    hjelpere = _hjelpere(register, periode, bidrag)
    oppdrag = {
        id_: hjelpere(_eid(post, eiere))
        for id_, post in register.oppdrag.items()
        if id_ in fortalt or er_gitt(post.verdi, periode.slutt)
    }
    vedtak = {
        id_: _eid_vedtak(post, eiere)
        for id_, post in register.vedtak.items()
        if id_ in fortalt or post.verdi.dato <= periode.slutt
    }
    return dataclasses.replace(
        register,
        poster={**register.poster, "oppdrag": oppdrag, "vedtak": vedtak},
        meldinger={
            id_: sagt
            for id_, alle in register.meldinger.items()
            if (sagt := _i(register, periode, alle, eiere.get(id_)))
        },
        bidrag=bidrag,
    )


def _eiere(register: Register, periode: Periode) -> dict[str, str]:
    """Who told of each thing in the period; where two did, the one who owns it now."""
    eiere: dict[str, str] = {}
    for id_, alle in register.meldinger.items():
        enheter = [meldt.enhet for meldt in alle if meldt.periode == periode.id and meldt.fra]
        if enheter:
            oppdrag = register.oppdrag.get(id_)
            eiere[id_] = (
                oppdrag.verdi.ansvarlig
                if oppdrag and oppdrag.verdi.ansvarlig in enheter
                else enheter[-1]
            )
    return eiere


def _hjelpere(
    register: Register, periode: Periode, bidrag: Mapping[str, tuple[Meldt, ...]]
) -> Callable[[Post[Oppdrag]], Post[Oppdrag]]:
    """Give an oppdrag those who contributed in the period: in an approved one just those who told
    of it, else those who are to tell as well.
    """
    godkjent = godkjent_som_det_staar(register, periode.id)

    def som_i_perioden(post: Post[Oppdrag]) -> Post[Oppdrag]:
        fortalte = {meldt.enhet for meldt in bidrag.get(post.id, ()) if meldt.fra}
        naa = post.verdi.delansvar
        enheter = tuple(
            dict.fromkeys(
                (
                    *(enhet for enhet in naa if not godkjent or enhet in fortalte),
                    *sorted(fortalte - set(naa)),
                )
            )
        )
        return (
            post
            if enheter == naa
            else post._replace(verdi=dataclasses.replace(post.verdi, delansvar=enheter))
        )

    return som_i_perioden


def _eid(post: Post[E], eiere: Mapping[str, str]) -> Post[E]:
    """A record with the owner it had in the period, where its form tells."""
    eier = eiere.get(post.id, post.verdi.ansvarlig)
    return (
        post
        if eier == post.verdi.ansvarlig
        else post._replace(verdi=dataclasses.replace(post.verdi, ansvarlig=eier))
    )


def _eid_vedtak(post: Post[Vedtak], eiere: Mapping[str, str]) -> Post[Vedtak]:
    endret = {
        nr: dataclasses.replace(punkt, ansvarlig=eier)
        for nr, punkt in enumerate(post.verdi.punkter)
        if (eier := eiere.get(f"{post.id}/{punkt.nr}")) and eier != punkt.ansvarlig
    }
    if not endret:
        return _eid(post, eiere)
    punkter = tuple(endret.get(nr, punkt) for nr, punkt in enumerate(post.verdi.punkter))
    return _eid(post._replace(verdi=dataclasses.replace(post.verdi, punkter=punkter)), eiere)


def _i(
    register: Register, periode: Periode, alle: Iterable[Meldt], eier: str | None = None
) -> tuple[Meldt, ...]:
    grense = sortering(register.rutine, periode.id)
    tidligere: dict[str, Meldt] = {}
    naa = []
    for meldt in alle:
        plass = sortering(register.rutine, meldt.periode)
        if plass == grense:
            naa += [meldt] if eier in (None, meldt.enhet) else []
        elif (
            plass < grense
            and meldt.fra
            and tilstand_av(meldt.melding) is not Tilstand.IKKE_RAPPORTERT
        ):
            tidligere[meldt.enhet if meldt.slag == "bidrag" else ""] = meldt
    return (*(meldt for meldt in tidligere.values() if tilstand_av(meldt.melding) in LUKKEDE), *naa)


def forrige_rapport(register: Register, periode: Periode) -> str | None:
    """The id of the last period before this one that any unit delivered a form for.

    None where this is the first.
    """
    grense = sortering(register.rutine, periode.id)
    levert = {
        id_.partition("/")[0] for id_, post in register.rapporter.items() if post.verdi.levert
    }
    tidligere = [id_ for id_ in levert if sortering(register.rutine, id_) < grense]
    return max(tidligere, key=lambda id_: sortering(register.rutine, id_)) if tidligere else None
