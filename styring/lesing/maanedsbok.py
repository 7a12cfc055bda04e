"""The month's workbook that came back from a director."""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from styring.fag.belop import TUSEN, TUSENDELER, les_belop
from styring.fag.maanedsbok import (
    AARSAKER,
    BALANSE,
    FORMATVERSJON,
    MAA_HA,
    MAANEDSARK,
    MAANEDSARKENE,
    MERKEARK,
    NYTT,
    TILTAKSARK,
    Celleendring,
    Celleverdi,
    LestMaanedsbok,
    Maanedskolonne,
    Maanedssvar,
)
from styring.fag.norsk import opplisting
from styring.fag.nynorsk import gjenkjent
from styring.fag.periode import siste_dag
from styring.fag.skjemabok import Avvist
from styring.fag.skreven_tid import les_dag, les_tidspunkt
from styring.lesing.arbeidsbok import Arkcelle, Regneark, les_arkene
from styring.lesing.arkmaal import Grense
from styring.lesing.maanedsark import les_maanedsark
from styring.lesing.pakke import Pakkefeil
from styring.lesing.regneark import ren_tekst
from styring.lesing.rettelse import celledag
from styring.modell.form import TIDSPUNKT

_GRENSE = Grense(rader=2000, kolonner=50)
_OGSAA_BALANSE = ("0", "budsjett", "i balanse", "balanse")
_HODE = 3
"""Rows of the hidden sheet above what was sent: the month, the unit and the format."""
_Sendt = Mapping[tuple[str, str, str], str]


class _KanIkkeLeses(Exception):
    """Says what a cell should hold."""


def les_maanedsbok(fil: str, raa: bytes) -> LestMaanedsbok | Avvist:
    """Read one workbook, or say why it is none of ours."""
    try:
        leste = map(_med_vaart_navn, les_arkene(raa, _GRENSE, verdier=True))
        arkene = {ark.navn: ark for ark in leste}
    except Pakkefeil as feil:
        return Avvist(fil, str(feil))
    merke = [[ren_tekst(celle.verdi) for celle in rad] for rad in _radene(arkene.get(MERKEARK))]
    if MAANEDSARK not in arkene or len(merke) < _HODE or merke[2][0] != FORMATVERSJON:
        return Avvist(
            fil,
            "dette er ikke et månedsskjema fra denne utgaven av styring. Lag det med «styring"
            " maaned start MÅNED --xlsx MAPPE»",
        )
    sendt = {(rad[0], rad[1], rad[2]): rad[3] for rad in merke[_HODE:] if len(rad) > 3}  # noqa: PLR2004  sheet, id, field, text
    lest: dict[str, list[Maanedssvar]] = {navn: [] for navn in MAANEDSARKENE}
    feil_: list[str] = []
    ulest = [
        f"arket «{navn}» er ikke lest"
        for navn, ark in arkene.items()
        if navn not in (*MAANEDSARKENE, MERKEARK) and _har_noe(ark)
    ]
    for navn, svar in lest.items():
        sendte = {id_ for ark, id_, _ in sendt if ark == navn}
        if navn not in arkene:
            feil_ += [f"arket «{navn}» mangler"] if sendte else []
            continue
        ark = les_maanedsark(arkene[navn])
        feil_ += ark.feil
        ulest += ark.ulest
        if ark.feil:
            feil_.append(f"ingenting i arket «{navn}» er lest før det er rettet")
            continue
        for nr, celler in ark.rader:
            ett = _lest(navn, nr, celler, sendt)
            if isinstance(ett, str):
                feil_.append(ett)
            elif ett:
                svar.append(ett)
        ulest += _borte(navn, sendte, {ren_tekst(c[MAA_HA[navn][0]].verdi) for _, c in ark.rader})
    omraader, tiltak, prosjekter = (tuple(svar) for svar in lest.values())
    hvem = merke[0][0], merke[1][0]
    return LestMaanedsbok(fil, *hvem, omraader, tiltak, prosjekter, tuple(feil_), tuple(ulest))


def _med_vaart_navn(ark: Regneark) -> Regneark:
    """The sheet by its name in bokmål, where it may have it in nynorsk."""
    return ark._replace(navn=gjenkjent(ark.navn, MAANEDSARKENE) or ark.navn)


def _radene(ark: Regneark | None) -> list[tuple[Arkcelle, ...]]:
    return [rad for rad in ark.rader if rad] if ark else []


def _har_noe(ark: Regneark) -> bool:
    return any(ren_tekst(celle.verdi) for rad in ark.rader for celle in rad)


def _borte(ark: str, sendte: set[str], her: set[str]) -> Iterator[str]:
    """The rows that were sent and are no longer in the sheet."""
    for id_ in sorted(sendte - her):
        yield f"«{ark}»: raden for {id_} er tatt ut av arket; ingenting er endret for den"


def _lest(
    ark: str, nr: int, celler: Mapping[str, Arkcelle], sendt: _Sendt
) -> Maanedssvar | str | None:
    """The answer of a row, why it can't be read, or None where nobody has answered."""
    hvor = f"rad {nr}" if ark == MAANEDSARK else f"«{ark}», rad {nr}"
    id_ = ren_tekst(celler[MAA_HA[ark][0]].verdi)
    ny = ark == TILTAKSARK and id_ in ("", NYTT)
    felter: dict[str, Celleendring] = {}
    tomme: list[str] = []
    grunner: list[str] = []
    for kolonne in (ett for ett in MAANEDSARKENE[ark] if ett.felt):
        celle = celler[kolonne.overskrift]
        try:
            verdi = _verdien(kolonne, celle)
            foer = _verdien(kolonne, Arkcelle(sendt.get((ark, id_, kolonne.felt), "")))
        except _KanIkkeLeses as feil:
            grunner.append(f"*{ren_tekst(celle.verdi)}* er ikke {feil}")
            continue
        if verdi != foer:
            felter[kolonne.felt] = Celleendring(verdi, foer)
        elif verdi is None:
            tomme.append(kolonne.felt)
    if grunner:
        return f"{hvor}: {'; '.join(grunner)}"
    var_der = any(sted[:2] == (ark, id_) for sted in sendt)
    if not felter and (ny or not var_der or not id_):
        return None
    if not id_ and not ny:
        return f"{hvor} har svar, men ingen kode"
    return Maanedssvar(nr, NYTT if ny else id_, felter, tuple(tomme), var_der)


def _verdien(kolonne: Maanedskolonne, celle: Arkcelle) -> Celleverdi:
    """What a cell says; None where it is empty."""
    return _LES[kolonne.slag](celle) if ren_tekst(celle.verdi) else None


def _aarsaken(celle: Arkcelle) -> Celleverdi:
    aarsak = gjenkjent(ren_tekst(celle.verdi), AARSAKER)
    if aarsak is None:
        raise _KanIkkeLeses(f"en årsak; velg {opplisting(AARSAKER, 'eller')}")
    return aarsak


def _avviket(celle: Arkcelle) -> Celleverdi:
    if gjenkjent(ren_tekst(celle.verdi), (BALANSE, *_OGSAA_BALANSE)):
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
    skrevet = celledag(celle.verdi)
    if skrevet is None and (lest := les_tidspunkt(ren_tekst(celle.verdi))):
        skrevet = siste_dag(lest)
    if skrevet is None:
        raise _KanIkkeLeses("en dato; skriv for eksempel 15.06.2024")
    return skrevet


def _gjort(celle: Arkcelle) -> Celleverdi:
    """The day that something was done, where a day in words is only meant."""
    skrevet = celledag(celle.verdi) or les_dag(ren_tekst(celle.verdi))
    if skrevet is None:
        raise _KanIkkeLeses("dagen det ble gjort; skriv for eksempel 15.06.2024")
    return skrevet


def _tiden(celle: Arkcelle) -> Celleverdi:
    """A day, or a month, quarter or tertial as the data write it."""
    skrevet = ren_tekst(celle.verdi).upper()
    if re.fullmatch(TIDSPUNKT.regex, skrevet):
        return skrevet
    if dag := celledag(celle.verdi):
        return str(dag)
    if lest := les_tidspunkt(ren_tekst(celle.verdi)):
        return lest
    raise _KanIkkeLeses(f"et tidspunkt; skriv {TIDSPUNKT.eksempel}")


_LES: Mapping[str, Callable[[Arkcelle], Celleverdi]] = {
    "tekst": lambda celle: ren_tekst(celle.verdi),
    "belop": _belopet,
    "dag": _dagen,
    "gjort": _gjort,
    "tid": _tiden,
    "aarsak": _aarsaken,
    "avvik": _avviket,
}
