"""The versions of one record, and as much of them as one reader may see."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from styring.modell.form import like
from styring.modell.oppdrag import Oppdrag
from styring.register.leser import for_leser
from styring.register.post import Post
from styring.register.register import Meldt, Register


class Postutgave(NamedTuple):
    """The record as it was after one commit: ``verdi`` is None where its file was not there;
    ``meldinger`` are what had been delivered about it.

    ``forste``: it was there in the first commit that is known, so when it came, and by whom, is
    not.
    """

    dag: date
    commit: str | None
    forfatter: str
    id: str
    verdi: Any
    meldinger: tuple[Meldt, ...]
    forste: bool = False


def nye_meldinger(foer: Sequence[Meldt], naa: Sequence[Meldt]) -> list[Meldt]:
    """What was delivered in one commit, or changed after it was."""
    kjente = {(ett.periode, ett.enhet, ett.slag, ett.post): ett.melding for ett in foer}
    return [
        ett
        for ett in naa
        if not like(kjente.get((ett.periode, ett.enhet, ett.slag, ett.post)), ett.melding)
    ]


def samme(en: Postutgave, annen: Postutgave) -> bool:
    """Whether two versions say the same, in the record and in what is told of it."""
    return (
        like(en.verdi, annen.verdi)
        and len(en.meldinger) == len(annen.meldinger)
        and not nye_meldinger(en.meldinger, annen.meldinger)
    )


def utgaver_for_leser(
    naa: Register, andre: tuple[Register, ...], alle: list[Postutgave], til: date
) -> list[Postutgave]:
    """The versions as another than the leadership may see them: not those in which the record was
    exempt, and what was told from the day it could be known.

    ``naa`` is what the reader may see today; ``andre`` tell what is hidden, and what it is called;
    ``til`` is the day that is asked of.
    """
    smale = [smal for utgave in alle if (smal := _smal(naa, andre, utgave)) is not None]
    id_er = {utgave.id for utgave in alle}
    meldt = sorted(
        (
            ett
            for meldinger in (naa.meldinger, naa.bidrag)
            for alle_ in meldinger.values()
            for ett in alle_
            if ett.fra and ett.post.partition("/")[0] in id_er
        ),
        key=lambda ett: (ett.fra or date.max, ett.periode),
    )
    dager = sorted({ett.fra for ett in meldt if ett.fra} - {utgave.dag for utgave in smale})
    for dag in dager:
        foer = [utgave for utgave in smale if utgave.dag < dag]
        if foer and dag <= til:
            smale.insert(
                len(foer), foer[-1]._replace(dag=dag, commit=None, forfatter="", forste=False)
            )
    return [
        utgave._replace(meldinger=tuple(ett for ett in meldt if ett.fra and ett.fra <= utgave.dag))
        for utgave in smale
    ]


def _smal(naa: Register, andre: tuple[Register, ...], utgave: Postutgave) -> Postutgave | None:
    """One version, without what the reader may not see; ``andre`` tell what is hidden, and what it
    is called. None where the record was exempt.
    """
    verdi = utgave.verdi
    if verdi is None:
        return utgave
    navn = "oppdrag" if isinstance(verdi, Oppdrag) else "vedtak"
    return smal_utgave(naa, andre, utgave, navn)


def smal_utgave(
    naa: Register, andre: tuple[Register, ...], utgave: Postutgave, type_: str
) -> Postutgave | None:
    """One version of a record of a type, without what the reader may not see; None where that is
    all of it.
    """
    if utgave.verdi is None:
        return utgave
    alene = Register(poster={type_: {utgave.id: Post(utgave.id, "", utgave.verdi)}})
    funnet = for_leser(alene, naa.leser, andre).poster.get(type_, {}).get(utgave.id)
    return utgave._replace(verdi=funnet.verdi) if funnet else None
