"""Findings for people: place, source line with caret, cure, and where the rule comes from."""

from styring.funn import SKJULT, Alvor, Funn
from styring.visning.felles.blokker import Bit, Linje, Side, linje
from styring.visning.felles.trygg import enlinje, trygg
from styring.visning.kontroll.funn.resultat import Resultat, lest, oppsummering

_BREDDE = 70
"""Characters of a source line that are shown."""


def side(resultat: Resultat) -> Side:
    """Lay out the findings for a terminal."""
    linjer: list[Linje] = []
    for funn in resultat.funn:
        linjer += [*funnlinjer(funn), linje()]
    verst = next((alvor for alvor in Alvor if any(f.alvor is alvor for f in resultat.funn)), None)
    stil = ("", "hake") if verst is None else (verst.value, verst.value)
    slutt = Bit(f"{oppsummering(resultat)} {lest(resultat)}", *stil)
    return [*linjer, linje(slutt)]


def tekst(resultat: Resultat) -> str:
    """Lay out the findings as plain text."""
    deler = [
        "\n".join(["".join(bit.tekst for bit in en.biter).rstrip() for en in funnlinjer(funn)])
        + "\n"
        for funn in resultat.funn
    ]
    return "\n".join([*deler, f"{oppsummering(resultat)} {lest(resultat)}\n"])


def hode(funn: Funn) -> str:
    """The one line that editors and people can jump from: ``file:line:column: grade
    code message``.
    """
    return f"{_sted(funn)}: {funn.alvor.value} {funn.kode} {enlinje(funn.melding)}"


def _sted(funn: Funn) -> str:
    return f"{enlinje(funn.fil)}:{funn.linje}:{funn.kolonne}"


def funnlinjer(funn: Funn) -> list[Linje]:
    """One finding: place and message, source line with caret, cure, and where the rule
    comes from.
    """
    alvor = funn.alvor.value
    linjer = [
        linje(
            Bit(_sted(funn), "sterk"),
            ": ",
            Bit(alvor, alvor),
            f" {funn.kode} ",
            enlinje(funn.melding),
        )
    ]
    forslag = enlinje(funn.forslag)
    if funn.kodelinje == SKJULT:
        linjer.append(linje(Bit(f"  {funn.linje} | {SKJULT}", "dempet"), f" {forslag}"))
    elif funn.kodelinje.strip():
        nr = str(funn.linje)
        kode_linje, foran = _kodelinje(funn)
        linjer.append(linje(Bit(f"  {nr} | ", "dempet"), kode_linje))
        linjer.append(
            linje(
                Bit(f"  {' ' * len(nr)} | ", "dempet"),
                " " * foran,
                Bit("^" * _lengde(funn), alvor),
                f" {forslag}",
            )
        )
    elif forslag:
        linjer.append(linje(f"  {forslag}"))
    linjer.append(
        linje(
            Bit(
                f"  Regelen kommer fra {enlinje(funn.kilde)}. Les mer: styring regler {funn.kode}",
                "dempet",
            )
        )
    )
    return linjer


def _kodelinje(funn: Funn) -> tuple[str, int]:
    """The source line as it is shown, and how far in the caret stands: a long line is cut around
    it, a visible escape moves it.
    """
    linja = funn.kodelinje.replace("\t", " ")
    fra = max(0, funn.kolonne - _BREDDE // 2) if len(linja) > _BREDDE else 0
    foran = "…" if fra else ""
    bak = "…" if fra + _BREDDE < len(linja) else ""
    return trygg(foran + linja[fra : fra + _BREDDE] + bak), len(
        trygg(foran + linja[fra : funn.kolonne - 1])
    )


def _lengde(funn: Funn) -> int:
    return max(1, min(funn.lengde, len(funn.kodelinje) - funn.kolonne + 1, _BREDDE // 2))
