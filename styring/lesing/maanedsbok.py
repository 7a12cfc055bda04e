"""The month's workbook that came back from a director."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from styring.fag.belop import TUSEN, TUSENDELER, les_belop
from styring.fag.maanedsbok import (
    AARSAKER,
    BALANSE,
    KOLONNER,
    MAANEDSARK,
    MERKEARK,
    LestMaanedsbok,
    Maanedssvar,
)
from styring.fag.norsk import fold, opplisting
from styring.feil import StyringFeil
from styring.lesing.arbeidsbok import Arkcelle, Regneark, les_arkene
from styring.lesing.arkmaal import Grense
from styring.lesing.pakke import Pakkefeil
from styring.lesing.regneark import ren_tekst

_GRENSE = Grense(rader=1000, kolonner=50)
_OGSAA_BALANSE = ("0", "budsjett", "i balanse", "balanse")
_MAA_HA = ("Kode", "Ventet avvik")


def les_maanedsbok(fil: str, raa: bytes) -> LestMaanedsbok:
    """Read one workbook. Raises StyringFeil where it is none of ours."""
    try:
        arkene = {ark.navn: ark for ark in les_arkene(raa, _GRENSE, verdier=True)}
    except Pakkefeil as feil:
        raise StyringFeil(f"«{fil}»: {feil}.") from feil
    ark, merke = arkene.get(MAANEDSARK), arkene.get(MERKEARK)
    if ark is None or merke is None:
        raise StyringFeil(
            f"«{fil}» er ikke et månedsskjema fra styring. Lag det med «styring maaned start MÅNED"
            " --xlsx MAPPE»."
        )
    maaned, enhet, *_ = (*(ren_tekst(rad[0].verdi) for rad in merke.rader[:2] if rad), "", "")
    svar: list[Maanedssvar] = []
    feil_: list[str] = []
    for nr, celler in _radene(ark):
        lest = _lest(nr, celler)
        if isinstance(lest, str):
            feil_.append(lest)
        elif lest:
            svar.append(lest)
    return LestMaanedsbok(fil, maaned, enhet, tuple(svar), tuple(feil_))


def _radene(ark: Regneark) -> Iterator[tuple[int, dict[str, Arkcelle]]]:
    """Every row below the headings, by heading."""
    hode: dict[int, str] = {}
    for nr, rad in enumerate(ark.rader, 1):
        tekster = [ren_tekst(celle.verdi) for celle in rad]
        if not hode:
            hode = dict(enumerate(tekster)) if set(_MAA_HA) <= set(tekster) else {}
        elif any(tekster):
            yield nr, {hode.get(plass, ""): celle for plass, celle in enumerate(rad)}


def _lest(nr: int, celler: Mapping[str, Arkcelle]) -> Maanedssvar | str | None:
    """The answer of a row, why it can't be read, or None where nobody has answered."""
    kode = ren_tekst(celler["Kode"].verdi)
    felter = {k.felt: k.overskrift for k in KOLONNER if k.felt}
    tekster = {
        felt: ren_tekst(celler[navn].verdi) if navn in celler else ""
        for felt, navn in felter.items()
    }
    skrevet = tekster.pop("avvik")
    tekster = {felt: tekst for felt, tekst in tekster.items() if tekst}
    if not skrevet and not tekster:
        return None
    if not kode:
        return f"rad {nr} har svar, men ingen kode"
    if aarsak := tekster.get("aarsak"):
        if fold(aarsak) not in AARSAKER:
            return f"rad {nr}: *{aarsak}* er ikke en årsak; velg {opplisting(AARSAKER, 'eller')}"
        tekster["aarsak"] = fold(aarsak)
    if fold(skrevet) in (fold(BALANSE), *_OGSAA_BALANSE):
        return Maanedssvar(nr, kode, som_budsjett=True, avvik=None, tekster=tekster)
    belop = _belopet(celler[felter["avvik"]], skrevet)
    if skrevet and belop is None:
        return (
            f"rad {nr}: *{skrevet}* er ikke et beløp; skriv tusen kroner, for eksempel -500, eller"
            f" «{BALANSE}»"
        )
    return Maanedssvar(nr, kode, som_budsjett=False, avvik=belop, tekster=tekster)


def _belopet(celle: Arkcelle, skrevet: str) -> Decimal | None:
    if isinstance(celle.verdi, int | float) and not isinstance(celle.verdi, bool):
        return Decimal(str(celle.verdi)) * TUSEN
    lest = les_belop(skrevet, ",", TUSENDELER)
    return None if lest is None else lest * TUSEN
