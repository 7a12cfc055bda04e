"""What figures that came in would change in the files of the years."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from styring.fag.norsk import mente_du
from styring.fag.statistikk import Lestmaaling
from styring.modell.indikator import Maaling
from styring.register.maalingene import indikatorstedene, maalingslistene
from styring.register.register import Register


@dataclass(slots=True)
class Aarsbidrag:
    """One year: new entries, and fields of those that are there by their place in the list."""

    nye: list[dict[str, object]] = field(default_factory=list)
    endrede: dict[int, dict[str, object]] = field(default_factory=dict)


@dataclass(slots=True)
class Maalingsbidrag:
    """Every year that changes; what is otherwise than before, and what stops it."""

    aarene: dict[int, Aarsbidrag] = field(default_factory=dict)
    endringer: list[str] = field(default_factory=list)
    feil: list[str] = field(default_factory=list)
    like: int = 0


def maalingsbidrag(
    register: Register, maalinger: Sequence[Lestmaaling], lest: date
) -> Maalingsbidrag:
    """Hold the figures against what is there; ``lest`` is the day they were read. A figure that is
    the same changes nothing, not even the day; a break that somebody marked stays.
    """
    bidrag = Maalingsbidrag()
    kjente = {sted.indikator.kode: sted.indikator for sted in indikatorstedene(register)}
    sett: dict[tuple[str, int, date], Decimal] = {}
    for ett in maalinger:
        if ett.indikator not in kjente:
            ment = mente_du(ett.indikator, kjente)
            hjelp = f"; mente du «{ment}»?" if ment else ""
            tekst = f"«{ett.indikator}» er ikke en indikator på noe mål{hjelp}"
            bidrag.feil += [] if tekst in bidrag.feil else [tekst]
            continue
        nokkel = (ett.indikator, ett.aar, ett.maalt)
        if nokkel in sett:
            bidrag.feil.append(f"{ett.indikator} har flere tall for {ett.aar}, målt {ett.maalt}")
            continue
        sett[nokkel] = ett.verdi
        _hold_mot(register, ett, lest, bidrag)
    return bidrag


def _hold_mot(register: Register, ett: Lestmaaling, lest: date, bidrag: Maalingsbidrag) -> None:
    post = maalingslistene(register).get(f"{ett.aar}-maalinger")
    plass, har = _den_samme(post.verdi.maalinger if post else (), ett)
    aaret = bidrag.aarene.setdefault(ett.aar, Aarsbidrag())
    if har is None:
        aaret.nye.append(_felter(ett, lest))
        return
    nytt = _felter(ett, lest)
    ulike = {
        felt: nytt.get(felt)
        for felt in ("verdi", "forelopig", *(("brudd",) if ett.brudd else ()))
        if (getattr(har, felt) or None) != (nytt.get(felt) or None)
    }
    if not ulike:
        bidrag.like += 1
        return
    if "verdi" in ulike:
        bidrag.endringer.append(f"{ett.indikator} {ett.aar}: {har.verdi} er nå {ett.verdi}")
    ved_siden: tuple[str, ...] = ("maalt", "kilde", "tabell", "lest")
    felter = {felt: nytt[felt] for felt in ved_siden if felt in nytt}
    aaret.endrede[plass] = {**felter, **ulike}


def _den_samme(maalinger: Sequence[Maaling], ett: Lestmaaling) -> tuple[int, Maaling | None]:
    """The figure of the same year that this one is, or takes the place of: of the same day, or the
    only one there is.
    """
    egne = [(nr, har) for nr, har in enumerate(maalinger) if har.indikator == ett.indikator]
    samme_dag = [par for par in egne if par[1].maalt == ett.maalt]
    return next(iter(samme_dag), egne[0] if len(egne) == 1 and ett.tabell else (-1, None))


def _felter(ett: Lestmaaling, lest: date) -> dict[str, object]:
    alle: dict[str, object] = {
        "indikator": ett.indikator,
        "verdi": ett.verdi,
        "maalt": ett.maalt,
        "kilde": ett.kilde,
        "tabell": ett.tabell,
        "lest": lest if ett.tabell else None,
        "forelopig": ett.forelopig or None,
        "brudd": ett.brudd or None,
    }
    return {felt: verdi for felt, verdi in alle.items() if verdi not in (None, "")}
