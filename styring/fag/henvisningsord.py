"""The words around the number of a reference, and around numbers that are no reference, as they are
read: case-folded, å as a.
"""


def _ord(skrevet: str) -> frozenset[str]:
    return frozenset(skrevet.split())


SAKORD = _ord(
    "sak saka saken sakene saker saks sakens saksnr saksnummer saksnumre saksnumrene vedtak"
    " vedtaket vedtakene vedtakets"
)
OPPDRAGSORD = _ord(
    "oppdrag oppdr oppdraget oppdragene oppdragets oppdragenes oppdragsnr oppdragsnummer"
)
NRORD = _ord("nr no nummer num numre numrene №")
PUNKTORD = _ord("punkt pkt punktet punktene ledd vedtakspunkt vedtakspunktet vedtakspunktene")
VERBALORD = _ord("verbalvedtak verbalvedtaket verbalvedtakene verbalvedtakets")
SKILLE = _ord("- _ / . # ·")
"""The signs between a code and its number."""
AAPNER = _ord(": = | & ( [")
"""Signs that may stand there too, where the number touches them or begins with 0."""
OG = _ord("og eller samt ogsa eventuelt evt hhv henholdsvis & + , ; _")
TIL = _ord("til tom t - …")
MED_TIL = _ord("o m med .")
"""The rest of «til og med» and «t.o.m.»."""
LIM = _ord("- , : ( s sin sitt sine har i behandlet behandla vedtok drøftet fikk")
"""What may stand between whose it is and «sak» or «oppdrag»."""
NR_LIM = _ord(", : ( sin sitt sine")
"""What may stand between whose it is and «nr.»."""
FORHOLD = _ord("i for fra hos til av under ved")
"""What may stand between the number and whose it is, or the year."""
MAANEDER = _ord(
    "januar februar mars april mai juni juli august september oktober november desember jan feb mar"
    " apr jun jul aug sep sept okt nov des"
)
MAAL = _ord(
    """% prosent prosentpoeng kr kroner kronene nok mill million millioner mrd milliard
    milliarder tusen hundre arsverk stilling stillinger time timer dag dager døgn uke uker
    maned maneder ar barn barna elev elever person personer innbygger innbyggere plass
    plasser møte møter gang ganger km meter m kvadratmeter kwh stk andre stemmer stemte
    medlemmer boliger saker brukere tonn liter"""
)
"""What is counted or measured."""
AV_ALLE = _ord("de alle totalt i")
"""«oppdrag 4 av de siste»."""
VANLIGE = _ord(
    """var er om for til av fra alle ca ta se ha den det ble og rom bil dag kul org uke kap pkt
    del fag tid tre to en ett ei de vi med mot per pa sa som nar over under"""
)
"""Words that a code may look like: with nothing but a space before the number they are no codes,
unless written as one.
"""
IKKE_SAK = _ord(
    "skolearet skolear barnehagearet sesongen sesong vinteren arene aret gnr bnr bruksnummer"
    " bruksnr kl klokka klokken uke skala"
)
"""Words before two numbers with a slash that are no case number."""


TALLORD = {
    ord_: nr
    for nr, ord_ in enumerate(
        ["to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"], 2
    )
} | {"syv": 7, "atte": 8}
FORAN_TALLORD = OPPDRAGSORD | SAKORD | NRORD | VERBALORD | PUNKTORD
"""What a number in letters must stand right after."""
I_LISTER = OG | TIL | MED_TIL
"""What may stand between it and another in the same list."""


def ordslag(ord_: str) -> str:
    """The kind of record that a word says that a number is of."""
    return "oppdrag" if ord_ in OPPDRAGSORD else "sak" if ord_ in SAKORD else ""
