"""One indicator with its whole series, as lines: every figure with its year, and where from."""

from styring.fag.belop import som_skrevet
from styring.fag.norsk import opplisting
from styring.sporring.maal.maalstatus import Indikatorrad
from styring.visning.felles.blokker import Bit, Blokk, dempet, linje
from styring.visning.felles.feltvisning import overskrift, som_tekst
from styring.visning.figur.kurve import BRUDD
from styring.visning.maal.maalstatus import LYSMERKER, maaltallene, med_enhet, utviklingen


def serieblokker(rader: tuple[Indikatorrad, ...]) -> list[Blokk]:
    """Lay out each indicator: how it stands, the series year by year, and the source."""
    return [blokk for rad in rader for blokk in _indikatoren(rad)]


def _indikatoren(rad: Indikatorrad) -> list[Blokk]:
    merke = LYSMERKER[rad.lys]
    kode = Bit(f"({rad.kode})", "kode")
    hode = linje(Bit(rad.navn, "sterk"), " ", kode, ": ", Bit(rad.lys.ord, merke, merke))
    utvikling = utviklingen(rad)
    linjer = [hode, linje(f"  Måltall: {maaltallene(rad)}{f'. {utvikling}' if utvikling else ''}")]
    if rad.serie:
        linjer.append(linje(f"  {_serien(rad)}"))
    linjer += [
        linje(dempet(f"  {punkt.aar}: {punkt.merknad}")) for punkt in rad.serie if punkt.merknad
    ]
    kilder = dict.fromkeys(punkt.kilde for punkt in rad.serie if punkt.kilde != rad.kilde)
    om = [f"Måleenhet: {rad.enhet}"]
    om += [f"{overskrift(ett.felt)}: {som_tekst(ett.verdi)}" for ett in rad.ovrig]
    om += [f"Tall også fra {opplisting(kilder)}"] if kilder else []
    return [*linjer, linje(dempet(f"  {'. '.join(del_.rstrip('.') for del_ in om)}."))]


def _serien(rad: Indikatorrad) -> str:
    """«2019: 35 · 2020: 41 ┊ 2021: 64»: a break stands between figures that can't be compared."""
    tekst = ""
    for nr, punkt in enumerate(rad.serie):
        skille = "" if not nr else f" {BRUDD} " if punkt.brudd else " · "
        forelopig = " (foreløpig)" if punkt.forelopig else ""
        tall = med_enhet(som_skrevet(punkt.verdi), rad.enhet)
        tekst += f"{skille}{punkt.aar}: {tall}{forelopig}"
    return tekst
