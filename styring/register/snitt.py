"""What one reader may not see, taken out of any record."""

import dataclasses
import operator
from collections.abc import Mapping
from typing import Any, NamedTuple, TypeVar

from styring.modell.form import Leser
from styring.register.borte import Borte
from styring.register.felter import felter_for
from styring.register.henvisninger import Henvisninger
from styring.register.post import Post

T = TypeVar("T")


class Snitt(NamedTuple):
    """What one reader may not see, taken out of any record."""

    leser: Leser
    skjulte: frozenset[str]
    synlige: frozenset[str]
    navn: Henvisninger
    borte: Borte

    def poster(self, poster: Mapping[Any, Post[T]]) -> dict[Any, Post[T]]:
        """The records by id, without those that are hidden, and those that can't stand without what
        this reader may not see.
        """
        return {
            id_: self.post(post)
            for id_, post in poster.items()
            if id_ not in self.skjulte and self._kan_staa(post.verdi)
        }

    def _kan_staa(self, verdi: Any) -> bool:  # noqa: ANN401  a record
        return not any(
            tomt is dataclasses.MISSING
            for _, tomt in felter_for(verdi.__class__, self.leser).skjules
        )

    def post(self, post: Post[T]) -> Post[T]:
        """One record without what is hidden; the very same where nothing was."""
        smal = self._post(post.verdi)
        return post if smal is post.verdi else post._replace(verdi=smal)

    def _verdi(self, verdi: Any) -> Any:  # noqa: ANN401  a record, or anything one may hold
        """The same value without what is hidden; the very same object where nothing was."""
        if isinstance(verdi, str):
            return self._tekst(verdi)
        if isinstance(verdi, tuple):
            ledd = tuple([self._verdi(ett) for ett in verdi if not self._er_skjult(ett)])
            return (
                verdi if len(ledd) == len(verdi) and all(map(operator.is_, ledd, verdi)) else ledd
            )
        if isinstance(verdi, dict):
            return {
                navn: self._verdi(del_) for navn, del_ in verdi.items() if not self._er_skjult(navn)
            }
        return self._post(verdi) if hasattr(verdi, "__dataclass_fields__") else verdi

    def _post(self, verdi: Any) -> Any:  # noqa: ANN401  a record
        felter = felter_for(verdi.__class__, self.leser)
        endret = {navn: tomt for navn, tomt in felter.skjules if getattr(verdi, navn) is not tomt}
        for (navn, tomt), foer in zip(felter.nevner, felter.hent(verdi), strict=True):
            if not foer or (
                foer.__class__ is str
                and navn not in felter.henviser
                and "-" not in foer
                and self.navn.nevnes_ikke(foer)
            ):
                continue
            if navn in felter.henviser:
                etter = self._henvisning(foer, tomt)
            else:
                etter = (
                    tomt
                    if tomt is not dataclasses.MISSING and self._er_skjult(foer)
                    else self._verdi(foer)
                )
            if etter is not foer:
                endret[navn] = etter
        return (
            type(verdi)(**{navn: endret.get(navn, getattr(verdi, navn)) for navn in felter.alle})
            if endret
            else verdi
        )

    # an id, some ids, or something by ids
    def _henvisning(self, verdi: Any, tomt: object) -> Any:  # noqa: ANN401
        """The ids of what this reader may see, and what is told of it; the very same object where
        nothing else was there.
        """
        if isinstance(verdi, dict):
            return {id_: self._verdi(del_) for id_, del_ in verdi.items() if self._er_synlig(id_)}
        if isinstance(verdi, tuple):
            ledd = tuple(id_ for id_ in verdi if self._er_synlig(id_))
            return verdi if len(ledd) == len(verdi) else ledd
        return verdi if self._er_synlig(verdi) else tomt

    def _er_synlig(self, id_: str) -> bool:
        """Whether an id, or that of a punkt, is of a record that was found and may be seen."""
        return id_.partition("/")[0] in self.synlige

    def _er_skjult(self, verdi: Any) -> bool:  # noqa: ANN401  a record, or anything one may hold
        """Whether something names a hidden record; a whole entry of a list does, when it can't
        stand without that name.
        """
        if isinstance(verdi, str):
            return verdi in self.skjulte or (
                "/" in verdi and verdi.partition("/")[0] in self.skjulte
            )
        if not self.skjulte or not hasattr(verdi, "__dataclass_fields__"):
            return False
        return any(
            self._er_skjult(getattr(verdi, navn))
            for navn in felter_for(verdi.__class__, self.leser).maa_navngi
        )

    def _tekst(self, tekst: str) -> str:
        """Running text without the names of what is hidden."""
        smalt = self.borte.uten(tekst if self.navn.nevnes_ikke(tekst) else self.navn.uten(tekst))
        return tekst if smalt == tekst else smalt
