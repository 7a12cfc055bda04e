"""Each change of a record in words."""

from collections.abc import Callable
from datetime import date

from styring.fag.kalender import kortdato
from styring.fag.norsk import antall
from styring.fag.periode import tidspunkt_med_ord
from styring.sporring.tid.feltendringer import Postendring, Slag
from styring.visning.felles.feltvisning import belop_i_tekst, som_ord

_LENGSTE = 160


def setninger(endring: Postendring) -> list[str]:
    """Say one change in words, in one line or more."""
    grunn = (
        [f"  {' '.join(endring.begrunnelse.split())} {_godkjent(endring)}"]
        if endring.begrunnelse and endring.slag is not Slag.FRIST
        else []
    )
    return [*_SETNINGER[endring.slag](endring), *grunn]


def _sted(endring: Postendring) -> str:
    return f" for {endring.hva}" if endring.hva else ""


def _foer_og_naa(hva: str, endring: Postendring) -> list[str]:
    return [hva, f"  Før: {_kort(endring.foer)}", f"  Nå:  {_kort(endring.naa)}"]


def _dagen(endring: Postendring) -> list[str]:
    fra, til = _dag(endring.foer, "ingen"), _dag(endring.naa, "ingen")
    return [f"{_veien(endring.hva or 'dag')}: {fra} → {til}{_dager(endring.dager)}."]


def _forventet(endring: Postendring) -> list[str]:
    fra, til = (
        tidspunkt_med_ord(tid) if tid else "ikke oppgitt" for tid in (endring.foer, endring.naa)
    )
    return [f"Forventes ferdig: {fra} → {til}."]


def _avsluttet(endring: Postendring) -> list[str]:
    if endring.naa:
        return [f"Avsluttet{_sted(endring)} i {endring.naa}."]
    return [f"Avslutningen{_sted(endring)} i {endring.foer} er tatt bort."]


def _bidrar(endring: Postendring) -> list[str]:
    return [f"{endring.naa} bidrar nå." if endring.naa else f"{endring.foer} bidrar ikke lenger."]


def _frist(endring: Postendring) -> list[str]:
    sted = _sted(endring)
    gang = (
        f" ({endring.gang}. gang, {antall(abs(endring.sum or 0), 'dag')} i alt)"
        if endring.gang and endring.gang > 1
        else ""
    )
    flyttet = (
        f"Ny frist{sted}: {_dag(endring.foer)} → {_dag(endring.naa)}{_dager(endring.dager)}{gang}."
    )
    if endring.gang is None:
        return [
            flyttet,
            *(
                []
                if endring.hva.startswith("oppgave")
                else ["  Skrevet om uten fristendring: grunn og godkjenning er ikke oppgitt."]
            ),
        ]
    return [flyttet, f"  {' '.join((endring.begrunnelse or '').split())} {_godkjent(endring)}"]


def _godkjent(endring: Postendring) -> str:
    return (
        f"Godkjent av {endring.godkjent_av}." if endring.godkjent_av else "Ingen har godkjent det."
    )


def _dager(dager: int | None) -> str:
    return (
        f", {antall(abs(dager), 'dag')} {'senere' if dager >= 0 else 'tidligere'}" if dager else ""
    )


def _dag(dag: str | None, ingen: str = "ikke oppgitt") -> str:
    return kortdato(date.fromisoformat(dag)) if dag else ingen


def _fra_til(foer: str | None, naa: str | None) -> str:
    if foer and naa:
        return f"{foer} → {naa}"
    return f"{naa} er kommet til" if naa else f"{foer} er tatt bort"


def _veien(hva: str, *, stor: bool = True) -> str:
    """The way to a field inside a record, as words: «Områder, SKO, budsjett»."""
    tekst = ", ".join(som_ord(del_) for del_ in hva.split("/"))
    return f"{tekst[:1].upper()}{tekst[1:]}" if stor else tekst


def _verdien(endring: Postendring) -> str:
    foer, naa = (None if ett is None else belop_i_tekst(ett) for ett in (endring.foer, endring.naa))
    if foer is not None and naa is not None:
        return f"{foer} → {naa}"
    return f"lagt til: {naa}" if naa is not None else f"tatt bort: {foer}"


def _oppgave(endring: Postendring) -> str:
    if endring.naa:
        return endring.naa
    return "åpnet igjen" if endring.foer == "ferdig" else "slettet"


def _kort(tekst: str | None) -> str:
    flat = " ".join((tekst or "ingenting").split())
    return flat if len(flat) <= _LENGSTE else f"{flat[: _LENGSTE - 1]}…"


_SETNINGER: dict[Slag, Callable[[Postendring], list[str]]] = {
    Slag.FRIST: _frist,
    Slag.TEKST: lambda ett: _foer_og_naa(f"Ny ordlyd i {_veien(ett.hva, stor=False)}.", ett),
    Slag.MELDING: lambda ett: _foer_og_naa(
        f"Det {ett.hva} hadde levert, er skrevet om etterpå.", ett
    ),
    Slag.VERDI: lambda ett: [f"{_veien(ett.hva)}: {_verdien(ett)}."],
    Slag.ANNET: lambda ett: [f"Endret i filen: {_veien(ett.hva, stor=False)}."],
    Slag.DAG: _dagen,
    Slag.FORVENTET: _forventet,
    Slag.ANSVARLIG: lambda ett: [f"Ansvarlig{_sted(ett)}: {_fra_til(ett.foer, ett.naa)}."],
    Slag.DELANSVAR: _bidrar,
    Slag.DELEGERT: lambda ett: [f"Delegert videre til {ett.naa}."],
    Slag.OPPGAVE: lambda ett: [f"Oppgave {ett.hva}: {_oppgave(ett)}."],
    Slag.AVSLUTTET: _avsluttet,
    Slag.OFFENTLIGHET: lambda ett: [f"Offentlighet: {_fra_til(ett.foer, ett.naa)}."],
}
"""How each kind of change is said."""
