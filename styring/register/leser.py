"""The register as one reader may see it: what is exempt is gone, with every reference to it.

Public output is made from the narrowed register, never filtered afterwards: what is not there can't leak.
"""

import dataclasses
import operator
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, TypeVar

from styring.fag.periode import sortering
from styring.modell.form import Leser
from styring.register import typer
from styring.register.avledet import tidligere_id_er
from styring.register.avtrykk import avtrykk_av
from styring.register.felter import RANG, felter_for, lukkethet
from styring.register.henvisninger import Henvisninger
from styring.register.post import Post
from styring.register.posttyper import Posttype
from styring.register.register import Meldt, Register
from styring.register.samling import sett_sammen

T = TypeVar("T")


def for_leser(register: Register, leser: Leser, andre: tuple[Register, ...] = ()) -> Register:
    """Give the part of a register that a reader may see. The public sees only the forms of periods that are approved as they stand.

    Closed by default: a new register is put together of what is found to be for this reader, and what nobody has said anything of is left behind.
    ``andre`` are other versions of the same data: what is exempt in one of them is gone here too.
    """
    if leser is Leser.LEDELSE:
        return register
    unntatte = [post for ett in (register, *andre) for post in ett.unntakbare() if lukkethet(post.verdi) > RANG[leser]]
    skjulte = _med_andre_navn(frozenset(post.id for post in unntatte), (register, *andre))
    snitt = _Snitt(leser, skjulte, _navn_paa((register, *andre), skjulte))
    godkjente = frozenset(periode for periode in register.samlerapporter if godkjent_som_det_staar(register, periode))
    alle = leser is not Leser.OFFENTLIG
    levert = {id_.partition("/")[0] for id_, post in register.rapporter.items() if post.verdi.levert}
    smalt = sett_sammen(
        {type_.navn: snitt.poster(_synlige(register, type_, None if alle else godkjente)) for type_ in typer.alle() if RANG[type_.leser] <= RANG[leser]},
        naa=tidligere_id_er(register.ansvarsposter()),
        uleste=tuple(fil.rpartition("/")[0] + "/" for fil in register.uleste),
        leser=leser,
        utelatt=len({post.id for post in unntatte}),
        godkjente=godkjente,
        ikke_vist=frozenset() if alle else frozenset(levert - godkjente),
    )
    if alle:
        return smalt
    return dataclasses.replace(smalt, meldinger=_fra_godkjent(register, smalt.meldinger), bidrag=_fra_godkjent(register, smalt.bidrag))


def _synlige(register: Register, type_: Posttype, godkjente: frozenset[str] | None) -> Mapping[str, Post[Any]]:
    """The records of a type that may be shown at all; of the forms, only those of the periods in ``godkjente`` where that is given."""
    poster = register.poster.get(type_.navn, {})
    if godkjente is None or not type_.godkjennes:
        return poster
    return {id_: post for id_, post in poster.items() if id_.partition("/")[0] in godkjente}


def _med_andre_navn(skjulte: frozenset[str], registre: tuple[Register, ...]) -> frozenset[str]:
    """The ids of what is hidden under every name it has had in any of the versions."""
    par = [(post.id, foer) for ett in registre for post in ett.unntakbare() if (foer := getattr(post.verdi, "tidligere_id", None))]
    while nye := {navn for ett in par for navn in ett if navn and not skjulte.isdisjoint(ett)} - skjulte:
        skjulte |= nye
    return skjulte


def _fra_godkjent(register: Register, meldinger: Mapping[str, tuple[Meldt, ...]]) -> Mapping[str, tuple[Meldt, ...]]:
    """For the public, what was told counts from the day the period was approved.

    A period approved anew after a later one was known before that: when, nothing tells, and then it counts from the day it was delivered.
    """
    godkjent = {periode: post.verdi.godkjent.dato for periode, post in register.samlerapporter.items() if post.verdi.godkjent}
    plass = {periode: sortering(register.rutine, periode) for periode in godkjent}
    dager = {periode: dag for periode, dag in godkjent.items() if not any(plass[periode] < plass[ny] and senere < dag for ny, senere in godkjent.items())}

    def tidligst(meldt: Meldt) -> Meldt:
        return meldt._replace(fra=max(meldt.fra, dager[meldt.periode])) if meldt.fra and meldt.periode in dager else meldt

    return {id_: tuple(map(tidligst, alle)) for id_, alle in meldinger.items()} if dager else meldinger


def godkjent_som_det_staar(register: Register, periode: str) -> bool:
    """Whether a period has been approved, and nothing in its forms has been changed since."""
    if register.godkjente is not None:
        return periode in register.godkjente
    samlet = register.samlerapporter.get(periode)
    godkjent = samlet.verdi.godkjent if samlet else None
    return godkjent is not None and godkjent.innhold == avtrykk_av(register, periode)


def _navn_paa(registre: Iterable[Register], skjulte: frozenset[str]) -> Henvisninger:
    """What running text may call what is hidden.

    A short id may also be that of another year's record, which everybody may see: then a reference too many is taken out rather than one too few.
    """
    saker: dict[bool, list[tuple[str, str]]] = {True: [], False: []}
    enheter: set[tuple[str, str]] = set()
    organer: set[tuple[str, str]] = set()
    for register in registre:
        enheter |= {(kode, enhet.navn) for kode, enhet in register.enheter.items()}
        organer |= set(register.organer.items())
        for id_, post in register.vedtak.items():
            saker[id_ in skjulte].append((post.verdi.organ, post.verdi.sak))
    return Henvisninger(skjulte, saker[True], saker[False], enheter, organer)


class _Snitt(NamedTuple):
    """What one reader may not see, taken out of any record."""

    leser: Leser
    skjulte: frozenset[str]
    navn: Henvisninger

    def poster(self, poster: Mapping[Any, Post[T]]) -> dict[Any, Post[T]]:
        """The records by id, without those that are hidden, and those that can't stand without what this reader may not see."""
        return {id_: self.post(post) for id_, post in poster.items() if id_ not in self.skjulte and self._kan_staa(post.verdi)}

    def _kan_staa(self, verdi: Any) -> bool:  # noqa: ANN401  a record
        return not any(tomt is dataclasses.MISSING for _, tomt in felter_for(verdi.__class__, self.leser).skjules)

    def post(self, post: Post[T]) -> Post[T]:
        smal = self._post(post.verdi)
        return post if smal is post.verdi else post._replace(verdi=smal)

    def _verdi(self, verdi: Any) -> Any:  # noqa: ANN401  a record, or anything one may hold
        """The same value without what is hidden; the very same object where nothing was."""
        if isinstance(verdi, str):
            return self._tekst(verdi)
        if isinstance(verdi, tuple):
            ledd = tuple([self._verdi(ett) for ett in verdi if not self._er_skjult(ett)])
            return verdi if len(ledd) == len(verdi) and all(map(operator.is_, ledd, verdi)) else ledd
        if isinstance(verdi, dict):
            return {navn: self._verdi(del_) for navn, del_ in verdi.items() if not self._er_skjult(navn)}
        return self._post(verdi) if hasattr(verdi, "__dataclass_fields__") else verdi

    def _post(self, verdi: Any) -> Any:  # noqa: ANN401  a record
        felter = felter_for(verdi.__class__, self.leser)
        endret = {navn: tomt for navn, tomt in felter.skjules if getattr(verdi, navn) is not tomt}
        for (navn, tomt), foer in zip(felter.nevner, felter.hent(verdi), strict=True):
            if not foer or (foer.__class__ is str and self.navn.nevnes_ikke(foer)):
                continue
            etter = tomt if tomt is not dataclasses.MISSING and self._er_skjult(foer) else self._verdi(foer)
            if etter is not foer:
                endret[navn] = etter
        return type(verdi)(**{navn: endret.get(navn, getattr(verdi, navn)) for navn in felter.alle}) if endret else verdi

    def _er_skjult(self, verdi: Any) -> bool:  # noqa: ANN401  a record, or anything one may hold
        """Whether something names a hidden record; a whole entry of a list does, when it can't stand without that name."""
        if isinstance(verdi, str):
            return verdi in self.skjulte or ("/" in verdi and verdi.partition("/")[0] in self.skjulte)
        if not self.skjulte or not hasattr(verdi, "__dataclass_fields__"):
            return False
        return any(self._er_skjult(getattr(verdi, navn)) for navn in felter_for(verdi.__class__, self.leser).maa_navngi)

    def _tekst(self, tekst: str) -> str:
        """Running text without the names of what is hidden."""
        if self.navn.nevnes_ikke(tekst):
            return tekst
        smalt = self.navn.uten(tekst)
        return tekst if smalt == tekst else smalt
