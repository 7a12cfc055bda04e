"""What stands around the numbers of a reference: whose they are, of what kind, and of what year."""

from typing import NamedTuple

from styring.fag.henvisningsledd import Foran
from styring.fag.henvisningsord import AAPNER, FORHOLD, LIM, NR_LIM, NRORD, SKILLE, VANLIGE, ordslag
from styring.fag.henvisningstall import aarstall, er_punkt
from styring.fag.navneformer import Funnet, Navneformer
from styring.fag.ordstykker import Stykke, ved

VERBAL = "verbal"
"""The kind of a number of a verbalvedtak that stands before its parent."""


_SIKRE = (frozenset({"i"}), frozenset({"i", "for", "til", "hos"}))
"""The prepositions after which a name surely says whose it is, of a case and of an oppdrag: a case
for the council may be the committee's.
"""


class Rest(NamedTuple):
    """What is said after the numbers."""

    slutt: int
    koder: frozenset[str] = frozenset()
    sikkert: bool = True
    aar: int | None = None
    aar_sikkert: bool = True


class Omgivelser:
    """Reads what stands around numbers, with one vocabulary."""

    def __init__(self, navn: Navneformer, organer: frozenset[str]) -> None:
        self._navn = navn
        self._organer = organer

    def foran(self, stykker: list[Stykke], sted: int) -> Foran:
        """What stands before a number: whose it is, of what kind, and of what year."""
        foer, nr = _forbi_tegn(stykker, sted - 1), False
        tett = (
            ved(stykker, foer).til == ved(stykker, foer + 1).fra
            and ved(stykker, sted - 1).til == stykker[sted].fra
        )
        aapnet = foer == sted - 1 and _aapnet(stykker, sted)
        if aapnet:
            foer, tett = foer - 1, True
        if ved(stykker, foer).tekst in NRORD:
            nr, foer = True, foer - 1
        elif (
            "." in (ved(stykker, ett).tekst for ett in range(foer + 1, sted))
            and not tett
            and not ved(stykker, foer).tekst.endswith(("nr", "oppdr"))
        ):
            return Foran(sted)
        start, direkte = foer + 1 if nr else sted, not aapnet
        if er_punkt(stykker, foer):
            return Foran(foer, slag=VERBAL)
        foer_lim = _forbi_tegn(stykker, foer) if nr else foer
        if nr and ved(stykker, foer_lim).tekst in NR_LIM:
            foer_lim, direkte = foer_lim - 1, False
        slag, egne = self._slag(ved(stykker, foer_lim).tekst)
        if slag:
            start, (foer, henger) = foer_lim, self._forbi_lim(stykker, foer_lim - 1)
            direkte = direkte and henger
        funnet = (
            Funnet(egne, start, er_kode=True)
            if egne
            else self._navn.foer(stykker, foer_lim if nr and not slag else foer)
        )
        if funnet is None or not (
            slag or nr or tett or self._staar_for_seg(stykker, foer, funnet, sted)
        ):
            aar = aarstall(ved(stykker, foer)) if slag else None
            return Foran(
                start if slag or nr else sted, slag=slag, nr=nr, aar=aar, aar_sikkert=False
            )
        start = funnet.sted if direkte else start
        aar_sted = _forbi_tegn(stykker, funnet.sted - 1)
        aar, merket = aarstall(ved(stykker, aar_sted)), aar_sted < funnet.sted - 1
        if aar is not None:
            start = min(start, aar_sted) if direkte else start
        return Foran(
            start, funnet.koder, bool(funnet.koder & self._organer), slag, tett, nr, aar, merket
        )

    def _forbi_lim(self, stykker: list[Stykke], sted: int) -> tuple[int, bool]:
        """Back past what may stand between whose a number is and its kind, and whether it is only a
        dash or a genitive.
        """
        henger = True
        for _ in range(3):
            lim = ved(stykker, sted).tekst
            if lim not in LIM or self._navn.foer(stykker, sted):
                break
            henger, sted = henger and lim in ("-", "s"), sted - 1
        return sted, henger

    def _staar_for_seg(self, stykker: list[Stykke], sist: int, funnet: Funnet, sted: int) -> bool:
        """Whether a name with a space before the number is one: a whole name without a sign
        between, or a bare code that is no ordinary word.
        """
        if not funnet.er_kode:
            return sist == sted - 1
        ord_ = stykker[sist]
        som_kode = ord_.tekst.upper() in funnet.koder and (
            ord_.tekst not in VANLIGE or ord_.skrevet.isupper()
        )
        return sist < sted - 1 or funnet.sted < sist or som_kode

    def _slag(self, ord_: str) -> tuple[str, frozenset[str]]:
        """The kind that a word says, and whose: «sak», «kommunestyresaken»."""
        if slag := ordslag(ord_):
            return slag, frozenset()
        foran, funnet, etter = ord_.rpartition("sak")
        if funnet and foran and ordslag(funnet + etter):
            koder = self._navn.ord_er(foran) or self._navn.ord_er(foran.removesuffix("s"))
            return ("sak", koder) if koder or foran in ("budsjett", "k", "f", "p") else ("", koder)
        return "", frozenset()

    def etter(self, stykker: list[Stykke], sted: int, rundt: Foran) -> Rest:
        """What stands after the numbers: the year, whose they are, and a punkt that
        goes with them.
        """
        resten = Rest(sted)
        for _ in range(3):
            ny = self._et_etterledd(stykker, resten, rundt)
            if ny.slutt == resten.slutt:
                break
            resten = ny
        return resten

    def _et_etterledd(self, stykker: list[Stykke], resten: Rest, rundt: Foran) -> Rest:
        sted = resten.slutt
        tegn = ved(stykker, sted).tekst
        klamme = tegn in ("(", "[")
        forhold = ved(stykker, sted + klamme).tekst
        sted += klamme + (forhold in FORHOLD or (forhold == "," and not klamme))
        if aar := self._aar(stykker, sted, klamme=klamme):
            ny = resten._replace(
                aar=aar[0], aar_sikkert=klamme and len(ved(stykker, sted).tekst) > 2, slutt=sted + 1
            )
        elif (
            not rundt.koder
            and not resten.koder
            and (forhold in FORHOLD or klamme)
            and (funnet := self._navn.fra(stykker, sted))
        ):
            ny = resten._replace(
                koder=funnet.koder,
                sikkert=klamme or forhold in _SIKRE[rundt.slag == "oppdrag"],
                slutt=funnet.sted,
            )
        else:
            return resten
        if not klamme:
            return ny
        if ved(stykker, ny.slutt).tekst == "," or ved(stykker, ny.slutt).tall >= 0:
            igjen = ny.slutt + (ved(stykker, ny.slutt).tekst == ",")
            if aar := self._aar(stykker, igjen, klamme=True):
                ny = ny._replace(aar=aar[0], slutt=igjen + 1)
        return (
            ny._replace(slutt=ny.slutt + 1)
            if ved(stykker, ny.slutt).tekst in (")", "]")
            else resten
        )

    @staticmethod
    def _aar(stykker: list[Stykke], sted: int, *, klamme: bool) -> tuple[int] | None:
        stykke = ved(stykker, sted)
        if (aar := aarstall(stykke)) is not None:
            return (aar,)
        return (stykke.tall,) if klamme and len(stykke.tekst) == 2 and stykke.tall >= 0 else None


def _aapnet(stykker: list[Stykke], sted: int) -> bool:
    """Whether a sign that else would part a number from a code binds them: «HOM:4», «HOM (04)»."""
    tegn, henger = (
        ved(stykker, sted - 1),
        ved(stykker, sted - 2).til == ved(stykker, sted - 1).fra
        and ved(stykker, sted - 1).til == stykker[sted].fra,
    )
    return tegn.tekst in AAPNER and (
        henger or (stykker[sted].tekst.startswith("0") and len(stykker[sted].tekst) > 1)
    )


def _forbi_tegn(stykker: list[Stykke], sted: int) -> int:
    for _ in range(3):
        sted -= ved(stykker, sted).tekst in SKILLE
    return sted
