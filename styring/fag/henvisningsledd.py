"""The numbers of a reference: lists and ranges, each number with its own year or not."""

from typing import NamedTuple

from styring.fag.henvisningsord import MED_TIL, NRORD, OG, SKILLE, TIL, ordslag
from styring.fag.henvisningstall import aarstall, er_noe_annet, er_punkt
from styring.fag.navneformer import Navneformer
from styring.fag.ordstykker import Stykke, ved

_SISTE_AAR = 49
"""Of two digits that may be a year: a higher number is none."""
UTEN_AAR = -1
"""Of a number that may be of any year, though another in the list has one."""


class Ledd(NamedTuple):
    """A number, or all from one to another, and two digits of a year.

    A year that is not sure may as well be something else.
    """

    fra: int
    til: int
    aar: int | None = None


class Foran(NamedTuple):
    """What is known of a list of numbers by what stands before it.

    ``koder`` is whose they are, ``organ`` whether that is a political organ, ``slag`` «sak» or
    «oppdrag» where that is said, ``tett`` whether the number hangs on the code by a dash or the
    like, ``nr`` whether «nr.» is said, ``aar`` the year before it.
    """

    start: int
    koder: frozenset[str] = frozenset()
    organ: bool = False
    slag: str = ""
    tett: bool = False
    nr: bool = False
    aar: int | None = None
    aar_sikkert: bool = True


def liste(
    stykker: list[Stykke], sted: int, rundt: Foran, navn: Navneformer
) -> tuple[list[Ledd], int]:
    """Every number of a list or a range, and the place after it; none where the first is a date or
    a count of something.
    """
    fritt = not (rundt.slag or rundt.nr)
    if er_noe_annet(stykker, sted, tett=rundt.tett, fritt=fritt, organ=fritt and rundt.organ):
        return [], sted + 1
    alle, sist = _ledd(stykker, sted, rundt)
    snudd = _snudd(stykker, sted, rundt)
    while neste := kobling(stykker, sist, rundt, navn):
        sted, til, tett = neste
        if er_noe_annet(stykker, sted, tett=tett):
            break
        nye, sist = _ledd(stykker, sted, rundt)
        snudd += _snudd(stykker, sted, rundt)
        if til:
            alle += _mellom(alle[-1], nye[0])
        alle += nye
    return [*_med_aar(alle, etter_ogsaa=rundt.organ or not rundt.koder), *snudd], sist


def _snudd(stykker: list[Stykke], sted: int, rundt: Foran) -> list[Ledd]:
    """Of «24/31», where both may be the year: case 31 of 2024."""
    en, annen = stykker[sted], ved(stykker, sted + 2)
    kjent = rundt.organ or rundt.slag == "sak"
    to = len(en.tekst) == len(annen.tekst) == 2 and annen.tall >= 0 and en.tall <= _SISTE_AAR
    return (
        [Ledd(annen.tall, annen.tall, en.tall)]
        if kjent and to and ved(stykker, sted + 1).tekst == "/"
        else []
    )


def _med_aar(alle: list[Ledd], *, etter_ogsaa: bool) -> list[Ledd]:
    """A number without a year has that of the next one that has; after the last year, case numbers
    have that.
    """
    ut, aar = [], None
    for ett in reversed(alle):
        aar = ett.aar if ett.aar is not None else aar
        ut.append(ett._replace(aar=aar))
    sist = next((ett.aar for ett in ut if ett.aar is not None), None)
    return [
        ett if ett.aar is not None or not etter_ogsaa else ett._replace(aar=sist)
        for ett in reversed(ut)
    ]


def _mellom(forste: Ledd, siste: Ledd) -> list[Ledd]:
    """All that lies between two numbers.

    Between two years: the rest of the first, and the last until its number.
    """
    if forste.aar is None or siste.aar is None or forste.aar == siste.aar:
        return [Ledd(forste.fra, siste.til, siste.aar)] if forste.fra < siste.til else []
    imellom = (Ledd(1, 10**9, aar) for aar in range(forste.aar + 1, siste.aar))
    return [Ledd(forste.fra, 10**9, forste.aar), *imellom, Ledd(1, siste.til, siste.aar)]


def _ledd(stykker: list[Stykke], sted: int, rundt: Foran) -> tuple[list[Ledd], int]:
    """One number with its own year, in each way that it may be meant, and the place after it."""
    en, etter = stykker[sted], sted + 1
    if (
        ved(stykker, etter).er_ord
        and stykker[etter].fra == en.til
        and len(stykker[etter].tekst) == 1
        and not er_punkt(stykker, etter)
    ):
        etter += 1
    skille, annen = ved(stykker, etter).tekst, ved(stykker, etter + 1)
    if annen.tall < 0 or skille not in ("/", "-"):
        return [Ledd(en.tall, en.tall)], etter
    if skille == "/":
        alle, etter = _par(en, annen, rundt), etter + 2
        while ved(stykker, etter).tekst == "/" and ved(stykker, etter + 1).tall >= 0:
            tall = stykker[etter + 1].tall
            alle, etter = (
                [*alle, *([Ledd(tall, tall)] if rundt.koder and not rundt.organ else [])],
                etter + 2,
            )
        return alle, etter
    kjent, mer = (
        rundt.koder or rundt.slag,
        ved(stykker, etter + 2).tekst == "/" and ved(stykker, etter + 3).tall >= 0,
    )
    if kjent and not mer and (aar := aarstall(annen)) is not None:
        return [Ledd(en.tall, en.tall, aar)], etter + 2
    if (
        kjent
        and not mer
        and (rundt.organ or rundt.slag == "sak")
        and len(annen.tekst) == 2
        and en.tall >= annen.tall
    ):
        return [
            Ledd(en.tall, en.tall, annen.tall),
            Ledd(en.tall, en.tall, UTEN_AAR),
            Ledd(annen.tall, annen.tall, UTEN_AAR),
        ], etter + 2
    return [Ledd(en.tall, en.tall)], etter


def _par(en: Stykke, annen: Stykke, rundt: Foran) -> list[Ledd]:
    """Two numbers with a slash between: a number and its year, the year first, a punkt, or two
    numbers of a unit.
    """
    hel_forst, hel_sist, to = aarstall(en), aarstall(annen), len(annen.tekst) == 2
    punkt = [Ledd(en.tall, en.tall)]
    if rundt.koder and not rundt.organ:
        if hel_sist is not None:
            return [Ledd(en.tall, en.tall, hel_sist)]
        if hel_forst is not None:
            return [Ledd(annen.tall, annen.tall, hel_forst)]
        return (
            punkt
            if len(annen.tekst) == 1 and len(en.tekst) > 1
            else [*punkt, Ledd(annen.tall, annen.tall)]
        )
    if rundt.aar is not None and rundt.aar_sikkert:
        return punkt
    ut = []
    if hel_sist is not None or (to and annen.tall <= _SISTE_AAR):
        ut.append(Ledd(en.tall, en.tall, annen.tall % 100))
    if rundt.koder or rundt.slag:
        if hel_forst is not None:
            ut.append(Ledd(annen.tall, annen.tall, hel_forst))
        elif (
            len(en.tekst) == 2
            and hel_sist is None
            and (annen.tall > _SISTE_AAR or len(annen.tekst) > 2)
        ):
            ut.append(Ledd(annen.tall, annen.tall, en.tall))
    return ut or punkt


def kobling(
    stykker: list[Stykke], sted: int, rundt: Foran, navn: Navneformer
) -> tuple[int, bool, bool] | None:
    """The place of the next number of a list, whether it is the end of a range, and whether it
    hangs on a dash or a code of its own.
    """
    fra, til = sted, False
    while sted - fra < len("t.o.m., -") - 1 and (tekst := ved(stykker, sted).tekst):
        if tekst in TIL:
            til = til or tekst != "-" or sted == fra
        elif (
            tekst not in OG
            and tekst != "/"
            and not (til and tekst in MED_TIL)
            and not _klamme(stykker, sted)
        ):
            break
        sted += 1
    if sted == fra:
        return None
    eget = (
        ved(stykker, sted - 1).tekst == "-"
        and ved(stykker, sted).fra == stykker[sted - 1].til
        and sted - fra > 1
    )
    igjen, hel = _gjentatt(stykker, sted, rundt, navn)
    if hel and not til:
        return None  # a reference of its own
    return (igjen, til, eget or igjen > sted) if ved(stykker, igjen).tall >= 0 else None


def _klamme(stykker: list[Stykke], sted: int) -> bool:
    """«(og 04)», «eller (04)»."""
    return stykker[sted].tekst == "(" and not {"og", "eller", "samt"}.isdisjoint(
        (ved(stykker, sted - 1).tekst, ved(stykker, sted + 1).tekst)
    )


def _gjentatt(
    stykker: list[Stykke], sted: int, rundt: Foran, navn: Navneformer
) -> tuple[int, bool]:
    """The place after what may be said once more before a number: the year and the code, «sak»,
    «nr.», each with its signs; and whether the code was.
    """
    etter, hel = sted, False
    if (
        rundt.koder
        and aarstall(ved(stykker, sted)) is not None
        and ved(stykker, sted + 1).tekst in SKILLE
    ):
        etter = sted + 2
    if rundt.koder and (funnet := navn.fra(stykker, etter)) and funnet.koder == rundt.koder:
        sted, hel = _forbi(stykker, funnet.sted), True
    slag = ordslag(ved(stykker, sted).tekst)
    if slag and slag == (
        rundt.slag or ("sak" if rundt.organ else "oppdrag" if rundt.koder else "")
    ):
        sted = _forbi(stykker, sted + 1)
    if (rundt.nr or rundt.koder or rundt.slag) and ved(stykker, sted).tekst in NRORD:
        sted = _forbi(stykker, sted + 1)
    return sted, hel


def _forbi(stykker: list[Stykke], sted: int) -> int:
    """Past the signs between a code and its number."""
    for _ in range(3):
        sted += ved(stykker, sted).tekst in SKILLE
    return sted
