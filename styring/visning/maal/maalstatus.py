"""Whether the goals are reached, as a page: the light by the figures, never by the work."""

from collections.abc import Iterator
from decimal import Decimal

from styring.fag.belop import som_skrevet
from styring.fag.indikator import Maalkrav, Maallys, Utvikling
from styring.fag.norsk import antall, lik
from styring.sporring.maal.maalstatus import Indikatorrad, Maalrad, Maalstatussvar
from styring.visning.felles.blokker import (
    Ark,
    Bit,
    Blokk,
    Kolonne,
    Overskrift,
    Side,
    Tabell,
    dempet,
    linje,
)
from styring.visning.figur.kurve import BRUDD, kurve

LYSMERKER = {
    Maallys.NADD: "i_rute",
    Maallys.NAER: "usikkert",
    Maallys.IKKE_NADD: "ikke_i_rute",
    Maallys.SENERE: "maalt",
    Maallys.UTEN_MAALTALL: "maalt",
    Maallys.IKKE_MAALT: "ikke_rapportert",
}
"""The sign and colour of each light; the word stands beside it."""
PROSENT = ("prosent", "%")
"""The units that stand behind each number."""
_FLEST = 5
"""Figures in the small curve."""
_KOLONNER = (
    Kolonne("Mål og indikator", fri=True),
    Kolonne("Sist", tall=True),
    Kolonne("År"),
    Kolonne("Måltall", tall=True),
    Kolonne("Utvikling"),
    Kolonne("Status"),
)


def side(svar: Maalstatussvar) -> Side:
    """Lay out each satsingsområde with its goals and their indicators."""
    deler: list[Blokk] = [Overskrift("Måloppnåelse", svar.navn), linje(_kort(svar)), linje()]
    for omraade in svar.omraader:
        deler.append(Overskrift(f"{omraade.kode}  {omraade.navn}", niva=2))
        rader = (rad for maal in omraade.maal for rad in _maalet(maal))
        deler += [Tabell(_KOLONNER, tuple(rader)), linje()]
    return [*deler, *(linje(dempet(note)) for note in _noter(svar))]


def _kort(svar: Maalstatussvar) -> str:
    """The whole in one sentence."""
    deler = [f"{tall} {lys.ord}" for lys, tall in svar.telling.items() if tall]
    sum_ = sum(svar.telling.values())
    ord_ = f"{antall(sum_, 'indikator')}: {', '.join(deler)}. "
    if not svar.maal:
        return f"Ingen mål er lagt til {svar.navn}." if svar.enhet else "Ingen mål er lagt inn."
    ingen = f"{svar.ikke_maalt} av {svar.maal} mål er ikke målt."
    return f"{ord_ if sum_ else ''}{ingen if svar.ikke_maalt else 'Alle målene er målt.'}"


def _lyset(lys: Maallys) -> Bit:
    merke = LYSMERKER[lys]
    return Bit(lys.ord, merke, merke)


def _maalet(maal: Maalrad) -> Iterator[tuple[Bit, ...]]:
    """A row for the goal, and one for each indicator of it."""
    tom, lys = Bit(""), Bit("") if maal.indikatorer else _lyset(Maallys.IKKE_MAALT)
    navn = Bit(f"{maal.kode} {maal.tittel}", "sterk", lenke=f"maal/{maal.kode}")
    yield (navn, tom, tom, tom, tom, lys)
    yield from map(_raden, maal.indikatorer)


def _raden(rad: Indikatorrad) -> tuple[Bit, ...]:
    siste = rad.serie[-1] if rad.serie else None
    forelopig = " (foreløpig)" if siste and siste.forelopig else ""
    return (
        Bit(f"{rad.navn}{forelopig}", lenke=f"maal/{rad.kode}"),
        Bit(med_enhet(som_skrevet(siste.verdi), rad.enhet) if siste else "–"),
        Bit(str(siste.aar) if siste else "–"),
        Bit(maaltallet(rad)),
        Bit(utviklingen(rad)),
        _lyset(rad.lys),
    )


def med_enhet(tall: str, enhet: str) -> str:
    """A number with its unit, where that is a percentage: other units stand in the name."""
    return f"{tall} %" if lik(enhet) in PROSENT else tall


def maaltallet(rad: Indikatorrad) -> str:
    """What the status holds the last figure against: the target with its year, or the bounds; where
    it holds it against nothing yet, the first target to come.
    """
    if rad.krav and rad.retning == "intervall":
        return med_enhet(_grensene(rad.krav), rad.enhet)
    if rad.krav and rad.krav.aar:
        verdi = rad.krav.nedre if rad.krav.nedre is not None else rad.krav.ovre
        return "–" if verdi is None else _med_aar(rad, verdi, rad.krav.aar)
    return _med_aar(rad, rad.neste[1], rad.neste[0]) if rad.neste else "–"


def maaltallene(rad: Indikatorrad) -> str:
    """The same, and the next target where there is one to come."""
    naa = maaltallet(rad)
    neste = _med_aar(rad, rad.neste[1], rad.neste[0]) if rad.neste else naa
    return naa if neste == naa else f"{naa}, så {neste}"


def _med_aar(rad: Indikatorrad, verdi: Decimal, aar: int) -> str:
    return f"{med_enhet(som_skrevet(verdi), rad.enhet)} ({aar})"


def _grensene(krav: Maalkrav) -> str:
    if krav.nedre is None or krav.ovre is None:
        ord_ = "minst" if krav.ovre is None else "høyst"
        grense = krav.nedre if krav.ovre is None else krav.ovre
        return f"{ord_} {som_skrevet(grense)}" if grense is not None else "–"
    return f"{som_skrevet(krav.nedre)}–{som_skrevet(krav.ovre)}"


def utviklingen(rad: Indikatorrad) -> str:
    """The curve, and the word for which way it went where that is known."""
    ord_ = "" if rad.utvikling is Utvikling.UKJENT else rad.utvikling.value
    return f"{kurven(rad)} {ord_}".strip()


def kurven(rad: Indikatorrad) -> str:
    """The last figures as a small curve; a break in the series is a break in it."""
    return kurve([(punkt.verdi, punkt.brudd) for punkt in rad.serie[-_FLEST:]])


def _noter(svar: Maalstatussvar) -> list[str]:
    alle = [rad for omraade in svar.omraader for maal in omraade.maal for rad in maal.indikatorer]
    noter = []
    if gamle := [rad.navn for rad in alle if rad.gammel]:
        noter.append(f"Ikke målt på to år eller mer: {'; '.join(gamle)}.")
    if any(punkt.brudd for rad in alle for punkt in rad.serie[-_FLEST:]):
        noter.append(f"«{BRUDD}» er et brudd: tallene før og etter kan ikke sammenlignes.")
    if alle:
        noter.append(
            "Status sier om siste tall når måltallet for sitt år, ikke hvor mye arbeid som er"
            " gjort. «Bedre» og «verre» er mot det forrige tallet, eller mot nullpunktet."
        )
    return noter


def ark(svar: Maalstatussvar) -> Ark:
    """Every indicator as a row, and every goal without one."""
    kolonner = (
        "omraade",
        "maal",
        "maal_tittel",
        "indikator",
        "navn",
        "enhet",
        "verdi",
        "aar",
        "forelopig",
        "maaltall",
        "maaltall_aar",
        "nedre",
        "ovre",
        "neste_maaltall",
        "neste_maaltall_aar",
        "status",
        "utvikling",
        "kilde",
    )
    rader: list[tuple[object, ...]] = []
    for omraade in svar.omraader:
        for maal in omraade.maal:
            hode = (omraade.kode, maal.kode, maal.tittel)
            rader += [(*hode, *_arkraden(rad)) for rad in maal.indikatorer]
            if not maal.indikatorer:
                tomt = (None,) * (len(kolonner) - len(hode) - 3)
                rader.append((*hode, *tomt, Maallys.IKKE_MAALT.ord, None, None))
    return Ark(kolonner, tuple(rader))


def _arkraden(rad: Indikatorrad) -> tuple[object, ...]:
    siste = rad.serie[-1] if rad.serie else None
    neste, krav = rad.neste or (None, None), rad.krav
    grenser = (krav.nedre, krav.ovre) if krav else (None, None)
    maal = next((ett for ett in grenser if ett is not None), None)
    intervall = rad.retning == "intervall"
    return (
        rad.kode,
        rad.navn,
        rad.enhet,
        siste.verdi if siste else None,
        siste.aar if siste else None,
        siste.forelopig if siste else None,
        None if intervall else maal,
        krav.aar if krav else None,
        *(grenser if intervall else (None, None)),
        neste[1],
        neste[0],
        rad.lys.ord,
        rad.utvikling.value,
        siste.kilde if siste else rad.kilde,
    )
