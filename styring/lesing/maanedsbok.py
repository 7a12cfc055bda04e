"""The month's workbook that came back from a director."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal

from styring.fag.belop import TUSEN, TUSENDELER, les_belop
from styring.fag.maanedsbok import (
    AARSAKER,
    BALANSE,
    FASTE,
    MAA_HA,
    MAANEDSARK,
    MAANEDSARKENE,
    MERKEARK,
    NYTT,
    TILTAKSARK,
    Celleverdi,
    LestMaanedsbok,
    Maanedskolonne,
    Maanedssvar,
)
from styring.fag.norsk import fold, opplisting
from styring.feil import StyringFeil
from styring.lesing.arbeidsbok import Arkcelle, Regneark, les_arkene
from styring.lesing.arkmaal import Grense
from styring.lesing.pakke import Pakkefeil
from styring.lesing.regneark import ren_tekst, som_dato
from styring.lesing.rettelse import dag

_GRENSE = Grense(rader=2000, kolonner=50)
_OGSAA_BALANSE = ("0", "budsjett", "i balanse", "balanse")
_Sendt = Mapping[tuple[str, str], str]


class _KanIkkeLeses(Exception):
    """Says what a cell should hold."""


def les_maanedsbok(fil: str, raa: bytes) -> LestMaanedsbok:
    """Read one workbook. Raises StyringFeil where it is none of ours."""
    try:
        arkene = {ark.navn: ark for ark in les_arkene(raa, _GRENSE, verdier=True)}
    except Pakkefeil as feil:
        raise StyringFeil(f"«{fil}»: {feil}.") from feil
    merke = arkene.get(MERKEARK)
    if MAANEDSARK not in arkene or merke is None:
        raise StyringFeil(
            f"«{fil}» er ikke et månedsskjema fra styring. Lag det med «styring maaned start MÅNED"
            " --xlsx MAPPE»."
        )
    maaned, enhet, *_ = (*(ren_tekst(rad[0].verdi) for rad in merke.rader[:2] if rad), "", "")
    sendt = _det_som_ble_sendt(merke)
    lest: dict[str, list[Maanedssvar]] = {}
    feil_: list[str] = []
    for navn in MAANEDSARKENE:
        svar = lest[navn] = []
        for nr, celler in _radene(arkene[navn], navn) if navn in arkene else ():
            ett = _lest(navn, nr, celler, sendt)
            if isinstance(ett, str):
                feil_.append(ett)
            elif ett:
                svar.append(ett)
    return LestMaanedsbok(
        fil, maaned, enhet, tuple(lest[MAANEDSARK]), tuple(lest[TILTAKSARK]), tuple(feil_)
    )


def _det_som_ble_sendt(merke: Regneark) -> _Sendt:
    """What stood in each cell when the workbook was made, by the id of the row and the field."""
    rader = ([ren_tekst(celle.verdi) for celle in rad[:3]] for rad in merke.rader[2:])
    return {(rad[0], rad[1]): rad[2] for rad in rader if len(rad) == 3}  # noqa: PLR2004  id, field, text


def _radene(ark: Regneark, navn: str) -> Iterator[tuple[int, dict[str, Arkcelle]]]:
    """Every row below the headings, by heading."""
    hode: dict[int, str] = {}
    for nr, rad in enumerate(ark.rader, 1):
        tekster = [ren_tekst(celle.verdi) for celle in rad]
        if not hode:
            hode = dict(enumerate(tekster)) if set(MAA_HA[navn]) <= set(tekster) else {}
        elif any(tekster):
            yield nr, {hode.get(plass, ""): celle for plass, celle in enumerate(rad)}


def _lest(
    ark: str, nr: int, celler: Mapping[str, Arkcelle], sendt: _Sendt
) -> Maanedssvar | str | None:
    """The answer of a row, why it can't be read, or None where nobody has answered."""
    hvor = f"rad {nr}" if ark == MAANEDSARK else f"«{ark}», rad {nr}"
    id_ = ren_tekst(celler[MAA_HA[ark][0]].verdi)
    ny = ark == TILTAKSARK and id_ in ("", NYTT)
    felter: dict[str, Celleverdi] = {}
    for kolonne in MAANEDSARKENE[ark]:
        celle = celler.get(kolonne.overskrift)
        if not kolonne.felt or celle is None:
            continue
        try:
            verdi = _verdien(kolonne, celle)
            foer = _verdien(kolonne, Arkcelle(sendt.get((id_, kolonne.felt), "")))
        except _KanIkkeLeses as feil:
            return f"{hvor}: *{ren_tekst(celle.verdi)}* er ikke {feil}"
        if verdi == foer or (ark == TILTAKSARK and not ny and kolonne.felt in FASTE):
            continue
        felter[kolonne.felt] = verdi
    if not any(felter.values()) and (ny or not id_ or not felter):
        return None
    if not id_ and not ny:
        return f"{hvor} har svar, men ingen kode"
    return Maanedssvar(nr, NYTT if ny else id_, felter)


def _verdien(kolonne: Maanedskolonne, celle: Arkcelle) -> Celleverdi:
    """What a cell says; None where it is empty."""
    return _LES[kolonne.slag](celle) if ren_tekst(celle.verdi) else None


def _aarsaken(celle: Arkcelle) -> Celleverdi:
    skrevet = fold(ren_tekst(celle.verdi))
    if skrevet not in AARSAKER:
        raise _KanIkkeLeses(f"en årsak; velg {opplisting(AARSAKER, 'eller')}")
    return skrevet


def _avviket(celle: Arkcelle) -> Celleverdi:
    if fold(ren_tekst(celle.verdi)) in (fold(BALANSE), *_OGSAA_BALANSE):
        return BALANSE
    try:
        return _belopet(celle)
    except _KanIkkeLeses as feil:
        raise _KanIkkeLeses(f"{feil}, eller «{BALANSE}»") from None


def _belopet(celle: Arkcelle) -> Celleverdi:
    if isinstance(celle.verdi, int | float) and not isinstance(celle.verdi, bool):
        return Decimal(str(celle.verdi)) * TUSEN
    lest = les_belop(ren_tekst(celle.verdi), ",", TUSENDELER)
    if lest is None:
        raise _KanIkkeLeses("et beløp; skriv tusen kroner, for eksempel -500")
    return lest * TUSEN


def _dagen(celle: Arkcelle) -> Celleverdi:
    if isinstance(celle.verdi, datetime):
        return celle.verdi.date()
    serienummer = som_dato(celle.verdi)
    skrevet = (serienummer,) if serienummer else dag(ren_tekst(celle.verdi))
    if skrevet is None:
        raise _KanIkkeLeses("en dato; skriv for eksempel 15.06.2024")
    return skrevet[0]


_LES: Mapping[str, Callable[[Arkcelle], Celleverdi]] = {
    "tekst": lambda celle: ren_tekst(celle.verdi),
    "belop": _belopet,
    "dag": _dagen,
    "aarsak": _aarsaken,
    "avvik": _avviket,
}
