"""The register as one reader may see it: what is exempt is gone, with every reference to it.

Public output is made from the narrowed register, never filtered afterwards: what is not there can't
leak.
"""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from styring.fag.periode import sortering
from styring.modell.form import Leser
from styring.modell.rapport import Samlerapport
from styring.register import typer
from styring.register.avledet import tidligere_id_er
from styring.register.avtrykk import avtrykk_av
from styring.register.borte import Borte
from styring.register.dom import Dom
from styring.register.felter import RANG, lukkethet
from styring.register.henvisninger import Henvisninger, saken_i
from styring.register.post import Post
from styring.register.posttyper import Posttype
from styring.register.register import Meldt, Register
from styring.register.samling import sett_sammen
from styring.register.snitt import Snitt

T = TypeVar("T")


def for_leser(
    register: Register,
    leser: Leser,
    andre: tuple[Register, ...] = (),
    dom: Dom | None = None,
    *,
    dag: date = date.max,
) -> Register:
    """Give the part of a register that a reader may see.

    The public sees only the forms of periods that are approved as they stand, and sent out.

    Closed by default: a new register is put together of what is found to be for this reader, and
    what nobody has said anything of is left behind. So is what was told of a record that is not
    there, or could not be read. ``andre`` are other versions of the same data: what is exempt in
    one of them is gone here too. ``dom`` is what an earlier version is judged by. ``dag`` is the
    day it is read on: a report that was to be sent out later, is not out.
    """
    if leser is Leser.LEDELSE:
        return register
    den_gang = (register, *andre)
    registre = (*den_gang, *dom.registre) if dom else den_gang
    skjulte = _skjulte(registre, leser, dom.kjente if dom else None)
    synlige = _synlige_id_er(registre, skjulte)
    borte = Borte({kode for ett in registre for kode in (*ett.enheter, *ett.organer)}, synlige)
    snitt = Snitt(leser, skjulte, synlige, _navn_paa(registre, skjulte), borte)
    alle = leser is not Leser.OFFENTLIG
    som_de_staar = frozenset(
        periode for periode in register.samlerapporter if godkjent_som_det_staar(register, periode)
    )
    godkjente = frozenset(
        periode for periode in som_de_staar if alle or _er_ute(register, periode, dom, dag)
    )
    poster = {
        type_.navn: snitt.poster(_synlige(register, type_, None if alle else godkjente, dag))
        for type_ in typer.alle()
        if RANG[type_.leser] <= RANG[leser]
    }
    smalt = sett_sammen(
        poster,
        naa=tidligere_id_er(register.ansvarsposter()),
        uleste=tuple(fil.rpartition("/")[0] + "/" for fil in register.uleste),
        leser=leser,
        utelatt=len(skjulte & {post.id for ett in den_gang for post in ett.unntakbare()}),
        unntatt_siden=(
            len(
                skjulte
                & {post.id for ett in den_gang for post in ett.unntakbare()}
                - _skjulte(den_gang, leser, None)
            )
            if dom
            else 0
        ),
        godkjente=godkjente,
        ikke_vist=frozenset() if alle else _leverte(register) - godkjente,
        ikke_ute=som_de_staar - godkjente,
        er_grunnlaget=register.er_grunnlaget,
        skjulte_slag=_slag_det_mangler_noe_av(register, poster),
    )
    if alle:
        return smalt
    return dataclasses.replace(
        smalt,
        meldinger=_fra_godkjent(register, smalt.meldinger),
        bidrag=_fra_godkjent(register, smalt.bidrag),
    )


def _leverte(register: Register) -> frozenset[str]:
    """The periods with a form that was delivered."""
    return frozenset(
        id_.partition("/")[0] for id_, post in register.rapporter.items() if post.verdi.levert
    )


def _slag_det_mangler_noe_av(
    register: Register, poster: Mapping[str, Mapping[Any, Post[Any]]]
) -> frozenset[str]:
    """The types of which some record is left behind, so that nobody takes hidden for lacking."""
    return frozenset(
        navn for navn, hele in register.poster.items() if len(poster.get(navn, ())) < len(hele)
    )


def _synlige(
    register: Register, type_: Posttype, godkjente: frozenset[str] | None, dag: date
) -> Mapping[str, Post[Any]]:
    """The records of a type that may be shown at all; where ``godkjente`` is given, of the forms
    only those of its periods, and of what is approved by itself no drafts.
    """
    poster = register.poster.get(type_.navn, {})
    if godkjente is None:
        return poster
    if type_.utkast_uten:
        return {
            id_: post
            for id_, post in poster.items()
            if (ord_ := getattr(post.verdi, type_.utkast_uten)) and ord_.dato <= dag
        }
    if not type_.godkjennes:
        return poster
    return {id_: post for id_, post in poster.items() if id_.partition("/")[0] in godkjente}


def _skjulte(
    registre: tuple[Register, ...], leser: Leser, kjente: frozenset[str] | None
) -> frozenset[str]:
    """The ids of what a reader may not see, under every name it has had: what is exempt, could not
    be read, or follows something that is hidden.
    """
    alle = [post for ett in registre for post in ett.unntakbare()]
    skjulte = {
        post.id
        for post in alle
        if lukkethet(post.verdi) > RANG[leser] or (kjente is not None and post.id not in kjente)
    }
    uleste = [
        (fil, type_)
        for ett in registre
        for fil in ett.uleste
        if (type_ := typer.type_for(fil)) and typer.kan_unntas(type_)
    ]
    skjulte |= {typer.id_av(type_, fil) for fil, type_ in uleste}
    funnet = {post.id for post in alle}
    folger = [(post.id, over) for post in alle if (over := getattr(post.verdi, "forelder", None))]
    while nye := {id_ for id_, over in folger if over in skjulte or over not in funnet} - skjulte:
        skjulte |= nye
    return _med_andre_navn(frozenset(skjulte), registre)


def _synlige_id_er(registre: tuple[Register, ...], skjulte: frozenset[str]) -> frozenset[str]:
    """The ids of what a reader may see, under every name it has had."""
    poster = [post for ett in registre for post in ett.unntakbare()]
    return frozenset(
        {
            navn
            for post in poster
            for navn in (post.id, getattr(post.verdi, "tidligere_id", None))
            if navn
        }
        - skjulte
    )


def _med_andre_navn(skjulte: frozenset[str], registre: tuple[Register, ...]) -> frozenset[str]:
    """The ids of what is hidden under every name it has had in any of the versions."""
    par = [
        (post.id, foer)
        for ett in registre
        for post in ett.unntakbare()
        if (foer := getattr(post.verdi, "tidligere_id", None))
    ]
    while (
        nye := {navn for ett in par for navn in ett if navn and not skjulte.isdisjoint(ett)}
        - skjulte
    ):
        skjulte |= nye
    return skjulte


def _fra_godkjent(
    register: Register, meldinger: Mapping[str, tuple[Meldt, ...]]
) -> Mapping[str, tuple[Meldt, ...]]:
    """For the public, what was told counts from the day the period was approved.

    A period approved anew after a later one was known before that: when, nothing tells, and then it
    counts from the day it was delivered.
    """
    godkjent = {
        periode: post.verdi.godkjent.dato
        for periode, post in register.samlerapporter.items()
        if post.verdi.godkjent
    }
    plass = {periode: sortering(register.rutine, periode) for periode in godkjent}
    dager = {
        periode: dag
        for periode, dag in godkjent.items()
        if not any(plass[periode] < plass[ny] and senere < dag for ny, senere in godkjent.items())
    }

    def tidligst(meldt: Meldt) -> Meldt:
        return (
            meldt._replace(fra=max(meldt.fra, dager[meldt.periode]))
            if meldt.fra and meldt.periode in dager
            else meldt
        )

    return (
        {id_: tuple(map(tidligst, alle)) for id_, alle in meldinger.items()} if dager else meldinger
    )


def _er_ute(register: Register, periode: str, dom: Dom | None, dag: date) -> bool:
    """Whether a report is out on a day: in this version, or now with the very same content."""
    samlet, naa = (
        register.samlerapporter[periode].verdi,
        dom.naa.samlerapporter.get(periode) if dom else None,
    )
    if er_ute(samlet, dag):
        return True
    like = (
        naa
        and naa.verdi.godkjent
        and samlet.godkjent
        and naa.verdi.godkjent.innhold == samlet.godkjent.innhold
    )
    return bool(like and naa and er_ute(naa.verdi, dag))


def er_ute(samlet: Samlerapport, dag: date = date.max) -> bool:
    """Whether the report of a period had been sent out by a day, or taken up by an organ:
    councillors get it before the press.
    """
    utsendt = samlet.utsendt is not None and samlet.utsendt <= dag
    return utsendt or any(sak.dato <= dag for sak in samlet.behandlet)


def godkjent_som_det_staar(register: Register, periode: str) -> bool:
    """Whether a period has been approved, and nothing in its forms has been changed since."""
    if register.godkjente is not None:
        return periode in register.godkjente
    samlet = register.samlerapporter.get(periode)
    godkjent = samlet.verdi.godkjent if samlet else None
    return godkjent is not None and godkjent.innhold == avtrykk_av(register, periode)


def _navn_paa(registre: Sequence[Register], skjulte: frozenset[str]) -> Henvisninger:
    """What running text may call what is hidden.

    A short id may also be that of another year's record, which everybody may see: then a reference
    too many is taken out rather than one too few.
    """
    saker: dict[bool, list[tuple[str, str]]] = {True: [], False: []}
    enheter: set[tuple[str, str]] = set()
    organer: set[tuple[str, str]] = set()
    for register in registre:
        enheter |= {(kode, enhet.navn) for kode, enhet in register.enheter.items()}
        organer |= set(register.organer.items())
        for id_, post in register.vedtak.items():
            # An exempt verbalvedtak is known by its punkt: the case itself is its budsjettsak's.
            if not (id_ in skjulte and post.verdi.forelder and post.verdi.forelder not in skjulte):
                lest = register.les_sak(post.verdi.sak)
                saker[id_ in skjulte].append((post.verdi.organ, post.verdi.sak))
                if lest:
                    som_vanlig = f"{lest.organ} {lest.nr}/{lest.aar}".strip()
                    saker[id_ in skjulte].append((post.verdi.organ, som_vanlig))
        saker[True] += [sak for id_ in register.uleste_id_er if (sak := saken_i(id_))]
    egne = any(register.kommune and register.kommune.verdi.saksnumre for register in registre)
    alle = (*saker[True], *_foreldrene(registre, skjulte)) if egne else saker[True]
    navn = Henvisninger(skjulte, alle, saker[False], enheter, organer)
    return navn.ogsaa_skrevet_ellers() if egne else navn


def _foreldrene(registre: Sequence[Register], skjulte: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The cases that hidden verbalvedtak are points of: written in a way of the municipality's own,
    the point after the number is not seen.
    """
    for register in registre:
        for id_, post in register.vedtak.items():
            if id_ in skjulte and (lest := register.les_sak(post.verdi.sak)):
                yield post.verdi.organ, f"{lest.nr}/{lest.aar}"
