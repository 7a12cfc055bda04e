"""What changed in one record between two versions of it, in the few ways that matter: owner,
helpers, deadline, words, oppgaver.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from styring.fag.frist import dager_flyttet
from styring.modell.form import like
from styring.modell.oppdrag import Fristendring, Oppdrag, Oppgave
from styring.modell.vedtak import Punkt, Vedtak
from styring.sporring.tid.feltendringer import Postendring, Slag, feltendringer, sier_det_samme

_TEKSTER = {
    "tittel": "tittelen",
    "ferdig_nar": "når det er ferdig",
    "avgrensning": "avgrensningen",
    "tekst": "teksten",
    "svares_i": "hvor det besvares",
}
_TIES = frozenset({"tidligere_id"})
"""What the record was called before is told as its new name."""


# two versions of a record of any type
def postendringer(foer: Any, naa: Any) -> Iterator[Postendring]:  # noqa: ANN401
    """Give every change from one version of a record to a later one: a field that has no words of
    its own is named.
    """
    if foer is naa or type(foer) is not type(naa):
        return
    for navn in foer.__dataclass_fields__:
        if navn in _TIES or (navn == "fristendringer" and "frist" in foer.__dataclass_fields__):
            continue
        flyttes = navn == "frist" and "fristendringer" in foer.__dataclass_fields__
        finn = _ENDRINGER.get(navn) if navn != "frist" or flyttes else None
        med_egne_ord = list(finn(foer, naa)) if finn else []
        yield from med_egne_ord
        deler = ("frist", "fristendringer") if flyttes else (navn,)
        if not med_egne_ord and any(
            not sier_det_samme(getattr(foer, del_), getattr(naa, del_)) for del_ in deler
        ):
            yield from feltendringer(navn, getattr(foer, navn), getattr(naa, navn))


# an oppdrag or a vedtak
def _ansvarlig(foer: Any, naa: Any) -> Iterator[Postendring]:  # noqa: ANN401
    gamle = [(ledd.dato, ledd.fra, ledd.til) for ledd in getattr(foer, "ansvarsendringer", ())]
    nye = [
        ledd
        for ledd in getattr(naa, "ansvarsendringer", ())
        if (ledd.dato, ledd.fra, ledd.til) not in gamle
    ]
    for ledd in nye:
        yield Postendring(
            Slag.ANSVARLIG,
            "",
            ledd.fra,
            ledd.til,
            begrunnelse=ledd.begrunnelse,
            godkjent_av=ledd.godkjent_av,
        )
    if foer.ansvarlig != naa.ansvarlig and not nye:
        yield Postendring(Slag.ANSVARLIG, "", foer.ansvarlig, naa.ansvarlig)


def _delegert(foer: Oppdrag, naa: Oppdrag) -> Iterator[Postendring]:
    for ledd in naa.videredelegert:
        if not any(like(ledd, gammelt) for gammelt in foer.videredelegert):
            yield Postendring(Slag.DELEGERT, "", None, ledd.til)


def _teksten(felt: str, ord_: str) -> "Finn":
    return lambda foer, naa: _en(Slag.TEKST, ord_, getattr(foer, felt), getattr(naa, felt))


def _en(slag: Slag, hva: str, foer: str | None, naa: str | None) -> Iterator[Postendring]:
    if (foer or "").split() != (naa or "").split():
        yield Postendring(slag, hva, foer, naa)


def _lister(slag: Slag, foer: Sequence[str], naa: Sequence[str]) -> Iterator[Postendring]:
    for kode in naa:
        if kode not in foer:
            yield Postendring(slag, "", None, kode)
    for kode in foer:
        if kode not in naa:
            yield Postendring(slag, "", kode, None)


def _frist(
    hva: str,
    foer: tuple[date | None, Sequence[Fristendring]],
    naa: tuple[date | None, Sequence[Fristendring]],
) -> Iterator[Postendring]:
    gamle = {(endring.dato, endring.fra, endring.til): endring for endring in foer[1]}
    nye = [
        (nr, endring)
        for nr, endring in enumerate(naa[1], 1)
        if (endring.dato, endring.fra, endring.til) not in gamle
    ]
    for endring in naa[1]:
        if gammel := gamle.get((endring.dato, endring.fra, endring.til)):
            yield from _en(
                Slag.TEKST,
                f"hvem som godkjente fristen {endring.til:%d.%m.%Y}",
                gammel.godkjent_av,
                endring.godkjent_av,
            )
            yield from _en(
                Slag.TEKST,
                f"begrunnelsen for fristen {endring.til:%d.%m.%Y}",
                gammel.begrunnelse,
                endring.begrunnelse,
            )
    sum_ = sum(dager_flyttet(endring) or 0 for endring in naa[1])
    for nr, endring in nye:
        yield Postendring(
            Slag.FRIST,
            hva,
            _dag(endring.fra),
            _dag(endring.til),
            dager_flyttet(endring),
            nr,
            sum_,
            endring.begrunnelse,
            endring.godkjent_av,
        )
    if foer[0] != naa[0] and not nye:
        dager = (naa[0] - foer[0]).days if foer[0] and naa[0] else None
        yield Postendring(Slag.FRIST, hva, _dag(foer[0]), _dag(naa[0]), dager)


def _dag(dag: date | None) -> str | None:
    return dag.isoformat() if dag else None


def _oppgaver(foer: Sequence[Oppgave], naa: Sequence[Oppgave]) -> Iterator[Postendring]:
    for oppgave in naa:
        gammel = next((en for en in foer if en.nr == oppgave.nr), None)
        hva = f"{oppgave.nr}: {oppgave.tittel}"
        if gammel is None:
            yield Postendring(Slag.OPPGAVE, hva, None, "ny")
        elif gammel.ferdig is None and oppgave.ferdig:
            yield Postendring(Slag.OPPGAVE, hva, None, "ferdig")
        elif gammel.ferdig and oppgave.ferdig is None:
            yield Postendring(Slag.OPPGAVE, hva, "ferdig", None)
        if gammel:
            yield from _en(
                Slag.TEKST, f"tittelen på oppgave {oppgave.nr}", gammel.tittel, oppgave.tittel
            )
            yield from _en(Slag.ANSVARLIG, f"oppgave {hva}", gammel.ansvarlig, oppgave.ansvarlig)
        if gammel and gammel.frist != oppgave.frist:
            yield from _frist(f"oppgave {hva}", (gammel.frist, ()), (oppgave.frist, ()))
    for oppgave in foer:
        if oppgave.nr not in {en.nr for en in naa}:
            yield Postendring(Slag.OPPGAVE, f"{oppgave.nr}: {oppgave.tittel}", "slettet", None)


def _avsluttet(hva: str, foer: Vedtak | Punkt, naa: Vedtak | Punkt) -> Iterator[Postendring]:
    if not like(foer.avsluttet, naa.avsluttet):
        yield Postendring(
            Slag.AVSLUTTET,
            hva,
            foer.avsluttet.sak if foer.avsluttet else None,
            naa.avsluttet.sak if naa.avsluttet else None,
        )


def _punkter(foer: Vedtak, naa: Vedtak) -> Iterator[Postendring]:
    gamle = {punkt.nr: punkt for punkt in foer.punkter}
    for punkt in naa.punkter:
        gammelt, hva = gamle.get(punkt.nr), f"punkt {punkt.nr}"
        yield from _en(Slag.TEKST, hva, gammelt.tekst if gammelt else None, punkt.tekst)
        if gammelt:
            yield from _en(Slag.ANSVARLIG, hva, gammelt.ansvarlig, punkt.ansvarlig)
            yield from _frist(
                hva, (gammelt.frist, gammelt.fristendringer), (punkt.frist, punkt.fristendringer)
            )
            yield from _avsluttet(hva, gammelt, punkt)
    for nr in sorted(gamle.keys() - {punkt.nr for punkt in naa.punkter}):
        yield Postendring(Slag.TEKST, f"punkt {nr}", gamle[nr].tekst, None)


Finn = Callable[[Any, Any], Iterator[Postendring]]
_ENDRINGER: dict[str, Finn] = {
    "ansvarlig": _ansvarlig,
    "delansvar": lambda foer, naa: _lister(Slag.DELANSVAR, foer.delansvar, naa.delansvar),
    "frist": lambda foer, naa: _frist(
        "", (foer.frist, foer.fristendringer), (naa.frist, naa.fristendringer)
    ),
    **{felt: _teksten(felt, ord_) for felt, ord_ in _TEKSTER.items()},
    "offentlighet": lambda foer, naa: _en(
        Slag.OFFENTLIGHET, "", foer.offentlighet, naa.offentlighet
    ),
    "oppgaver": lambda foer, naa: _oppgaver(foer.oppgaver, naa.oppgaver),
    "videredelegert": _delegert,
    "avsluttet": lambda foer, naa: _avsluttet("", foer, naa),
    "punkter": _punkter,
}
"""The fields that are told of in their own words.

Of any other, and where the words find nothing, it is said that it is not the same.
"""
