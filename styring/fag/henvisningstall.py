"""Numbers in a text that are no record's: years, days, counts and amounts; and the numbers of
verbalvedtak.
"""

from styring.fag.henvisningsord import MAAL, MAANEDER, NRORD, OG, PUNKTORD, TIL
from styring.fag.ordstykker import Stykke, ved


def aarstall(stykke: Stykke) -> int | None:
    """Two digits of a year that is written with four."""
    return (
        stykke.tall % 100 if len(stykke.tekst) == len("2023") and stykke.tekst[:2] == "20" else None
    )


def er_noe_annet(
    stykker: list[Stykke], sted: int, *, tett: bool, fritt: bool = False, organ: bool = False
) -> bool:
    """Whether a number is a day or counts something.

    One that hangs on a code by a dash is never so, nor is one that begins with 0 a count.

    ``fritt``: nothing but a name stands before it, of a political organ or not.
    """
    if tett:
        return False
    return _er_dag(stykker, sted) or (
        not stykker[sted].tekst.startswith("0")
        and (
            _teller(stykker, sted)
            or (fritt and _er_i_rekke(stykker, sted))
            or (organ and _er_kort_dag(stykker, sted))
        )
    )


def _er_i_rekke(stykker: list[Stykke], sted: int) -> bool:
    """«2. tertial», «1. og 2. tertial»: the second of something."""
    for _ in range(4):
        punktum, neste = ved(stykker, sted + 1), ved(stykker, sted + 2)
        if punktum.tekst != "." or punktum.fra != stykker[sted].til:
            return False
        if not (neste.tekst in OG or neste.tekst in TIL):
            return neste.er_ord and neste.skrevet.islower()
        if ved(stykker, sted + 3).tall < 0:
            return False
        sted += 3
    return False


def _er_kort_dag(stykker: list[Stykke], sted: int) -> bool:
    """«14.3.», «12/4»: a day and a month without the year; with two digits after the slash it may
    be a case.
    """
    skille, maaned = ved(stykker, sted + 1), ved(stykker, sted + 2)
    henger = skille.fra == stykker[sted].til and maaned.fra == skille.til
    passer = 0 < stykker[sted].tall <= 31 and 0 < maaned.tall <= 12
    return (
        henger
        and passer
        and (
            skille.tekst == "."
            or (
                skille.tekst == "/"
                and len(maaned.tekst) == 1
                and ved(stykker, sted + 3).tekst != "/"
            )
        )
    )


def _er_dag(stykker: list[Stykke], sted: int) -> bool:
    """«14. juni», «14 juni», «1.–3. juni», «12.04.2023», «2023-04-12», «12/4-2023»."""
    tekster = [ved(stykker, sted + nr).tekst for nr in range(1, 5)]
    tall = [ved(stykker, sted + nr).tall for nr in range(1, 5)]
    if len(stykker[sted].tekst) == len("2023"):
        return (
            tekster[0] == tekster[2] == "-"
            and len(tekster[1]) == len(tekster[3]) == 2
            and tall[1] >= 0
            and tall[3] >= 0
        )
    if tekster[0] == tekster[2] == "." and tall[1] >= 0 and tall[3] >= 0:
        return True
    if (
        tekster[0] == "/"
        and tekster[2] == "-"
        and aarstall(ved(stykker, sted + 4)) is not None
        and 0 < tall[1] <= 12
    ):
        return True
    for nr in range(1, 9):
        stykke = ved(stykker, sted + nr)
        if stykke.tekst in MAANEDER:
            return stykke.skrevet.islower()
        if not (stykke.tekst in (".", "-", ",", "og", "til") or stykke.tall >= 0) or (
            nr == 1 and stykke.tekst != "."
        ):
            break
    return False


def _teller(stykker: list[Stykke], sted: int) -> bool:
    """«14 prosent», «4,5 mill. kroner», «10–15 elever», «12 000 kroner»."""
    for _ in range(3):
        skille, neste = ved(stykker, sted + 1), ved(stykker, sted + 2)
        if (
            skille.tekst in (",", "-", ".")
            and neste.tall >= 0
            and stykker[sted].til == skille.fra
            and skille.til == neste.fra
        ):
            sted += 2
        elif skille.tall >= 0 and len(skille.tekst) == len("000"):
            sted += 1
    return ved(stykker, sted + 1).tekst in MAAL


def er_punkt(stykker: list[Stykke], sted: int) -> bool:
    """Whether a verbalvedtak, or a punkt, is named: «V3», «verbalvedtak 3», «punkt 3»."""
    navn = ved(stykker, sted).tekst
    tall = sted + 1 + (ved(stykker, sted + 1).tekst in ("-", "_"))
    if navn.startswith("verbalvedtak") and ved(stykker, tall).tekst in NRORD:
        tall += 1
    tall += ved(stykker, tall).tekst == "."
    er_navnet = navn == "v" or navn in PUNKTORD or navn.startswith("verbalvedtak")
    return er_navnet and ved(stykker, tall).tall >= 0 and not _har_deler(stykker, tall)


def _har_deler(stykker: list[Stykke], sted: int) -> bool:
    """Whether a number goes on after a full stop: «4.2» is a part of a text."""
    punktum, neste = ved(stykker, sted + 1), ved(stykker, sted + 2)
    return punktum.tekst == "." and neste.tall >= 0 and neste.fra == punktum.til


def _ny_setning(stykker: list[Stykke], sted: int) -> bool:
    """Whether a full stop ends a sentence: a capital letter comes after it."""
    return (
        ved(stykker, sted).tekst == "."
        and ved(stykker, sted + 1).skrevet[:1].isupper()
        and (ved(stykker, sted + 1).tekst != "v")
    )


_MELLOM_PUNKTER = PUNKTORD | {"-", "_", ",", "og", "eller", "&", "til", "/", ".", "("}


def punkter_ved(stykker: list[Stykke], sted: int) -> tuple[frozenset[int], int]:
    """The verbalvedtak named at a place, in a list too, and the place after them."""
    funnet: set[int] = set()
    slutt, sist = sted, 0
    while True:
        fra, til = slutt, False
        while (
            slutt - fra < 4
            and ved(stykker, slutt).tekst in _MELLOM_PUNKTER
            and not er_punkt(stykker, slutt)
            and not _ny_setning(stykker, slutt)
        ):
            til = (
                til
                or ved(stykker, slutt).tekst == "til"
                or (ved(stykker, slutt).tekst == "-" and slutt == fra and bool(funnet))
            )
            slutt += 1
        if not er_punkt(stykker, slutt) and not (
            funnet
            and slutt > fra
            and ved(stykker, slutt).tall >= 0
            and len(ved(stykker, slutt).tekst) == 1
        ):
            return frozenset(funnet), fra
        while ved(stykker, slutt).tall < 0:
            slutt += 1
        nr = stykker[slutt].tall
        funnet |= set(range(sist, nr + 1)) if til and 0 < sist < nr < sist + 100 else {nr}
        sist, slutt = nr, slutt + 1
