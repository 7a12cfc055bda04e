"""Any record from its fields, where no page of its own says more: names in bokmål, values as text,
lists of records as tables.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from styring.fag.kalender import kortdato
from styring.fag.norsk import antall, heltall
from styring.fag.periode import tidspunkt_med_ord
from styring.modell.form import AVTRYKK, KORT_AVTRYKK
from styring.sporring.felles.feltverdier import Feltverdi, Kodefelt, feltverdier
from styring.visning.felles.blokker import Bit, Blokk, Felter, Kolonne, Overskrift, Tabell, linje
from styring.visning.felles.meldinger import flat

_SKREVET = {
    "aar": "år",
    "aarsak": "årsak",
    "aarsverk": "årsverk",
    "aarlig": "årlig",
    "annethvert_aar": "annethvert år",
    "hvert_fjerde_aar": "hvert fjerde år",
    "forelopig": "foreløpig",
    "hvert_tredje_aar": "hvert tredje år",
    "kan_ikke_vurderes": "kan ikke vurderes",
    "maalinger": "målinger",
    "maalt": "målt",
    "maalvurderinger": "vurdering av målene",
    "nadd": "nådd",
    "maaltall": "måltall",
    "ovre": "øvre",
    "aarsbudsjett": "årets budsjett",
    "aarsprognose": "ventet i år",
    "belop": "beløp",
    "brukt_tidligere": "brukt før i år",
    "foreslatt": "foreslått",
    "maaneder": "måneder",
    "okonomi": "økonomi",
    "omraade": "område",
    "omraader": "områder",
    "oppnadd": "oppnådd",
    "totalprognose": "ventet i alt",
    "ar": "år",
    "ib": "inngående beholdning",
    "maaned": "måned",
    "tilgjengelighetserklaering": "tilgjengelighetserklæring",
    "svares_i": "besvares i",
    "baerekraftsmaal": "bærekraftsmål",
    "begrunnelse": "begrunnelse",
    "delmaal": "delmål",
    "ferdig_nar": "ferdig når",
    "hovedmaal": "hovedmål",
    "hvert_ar": "hvert år",
    "ikke_i_rute": "ikke i rute",
    "laas": "låst",
    "lopende": "løpende",
    "maal": "mål",
    "maneder": "måneder",
    "maks": "høyst",
    "mote": "møte",
    "nar": "når",
    "pa_vent": "på vent",
    "rekkefolge": "rekkefølge",
    "rod_dag": "rød dag",
    "star": "står",
    "til_kommunedirektoren": "til kommunedirektøren",
    "viderefort_fra": "videreført fra",
    "viderefores": "videreføres",
    "arsslutt": "ved årsslutt",
    "kommentar_maks": "kommentar, høyst antall tegn",
    "aktiviteter": "aktiviteter",
    "gjennomfort": "gjennomført",
    "foreslatt_avsluttet": "foreslått avsluttet",
    "apne": "åpne",
    "mangler_apne": "åpne mangler",
    "tiltak_apne": "åpne tiltak",
    "tiltak_ferdige": "ferdige tiltak",
    "varsling_provd": "varsling prøvd",
    "ovelse": "øvelse",
    "ovelser": "øvelser",
    "ovelse_holdt": "øvelse holdt",
    "ovde": "de som øvde",
    "oppfolging": "oppfølging",
    "lonn": "lønn",
    "maalform": "målform",
    "maanedsrapport": "månedsrapport",
    "formaal": "formål",
    "ros": "ROS",
    "ros_dato": "dato for ROS",
    "ros_organ": "organ for ROS",
    "ros_sak": "sak for ROS",
    "hms": "HMS",
}
"""Names and words of the data that are written without æ, ø and å, as people write them."""
_ET_VALG = re.compile("[a-z]+(?:_[a-z]+)*")
"""A word that the data chooses among a few, such as «pa_vent»."""
_ID = re.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_TIDSROM = re.compile("20[0-9]{2}-([01][0-9]|K[1-4]|T[1-3])")
_NAVNET = ("tittel", "tekst", "navn")
"""The fields that say what a record is, and need no name before them."""
_TOM = Bit("")
_FLEST_KOLONNER = 4
_MANGE_ORD = 60
"""Characters. A longer text takes the room that is left in a table."""


def som_ord(navn: str) -> str:
    """A name or a word of the data as people write it."""
    return _SKREVET.get(navn) or navn.replace("_", " ")


def overskrift(felt: str) -> str:
    """The name of a field as it stands before its value."""
    ord_ = som_ord(felt)
    return ord_[:1].upper() + ord_[1:]


def felter(alle: Iterable[Feltverdi]) -> list[tuple[str, Bit]]:
    """Fields as names and values, one line for each."""
    return [(overskrift(ett.felt), _bit(ett)) for ett in alle]


def _bit(ett: Feltverdi) -> Bit:
    """A value as it is shown; ids, which may look like words of ours, just as they are."""
    if isinstance(ett, Kodefelt):
        koder = ett.verdi if isinstance(ett.verdi, tuple) else (ett.verdi,)
        if all(isinstance(kode, str) and _ID.fullmatch(kode) for kode in koder):
            return Bit(", ".join(map(str, koder)), "kode")
    return Bit(som_tekst(ett.verdi))


def blokker(alle: Iterable[Feltverdi]) -> list[Blokk]:
    """Fields as a page: first what is short, then each list of records as a table of its own."""
    korte: list[Feltverdi] = []
    deler: list[Blokk] = []
    for ett in alle:
        if poster := _poster(ett.verdi):
            deler += [Overskrift(overskrift(ett.felt), niva=2), *_liste(poster)]
        elif any(_poster(under.verdi) for under in _under(ett.verdi)):
            deler += [Overskrift(overskrift(ett.felt), niva=2), *blokker(_under(ett.verdi))]
        else:
            korte.append(ett)
    return [*([Felter(tuple(felter(korte)))] if korte else []), *deler]


def _under(verdi: object) -> tuple[Feltverdi, ...]:
    """The fields of a record; none of anything else."""
    return feltverdier(verdi) if hasattr(verdi, "__dataclass_fields__") else ()


def som_tekst(verdi: object) -> str:
    """A value on one line."""
    if isinstance(verdi, bool):
        return "ja" if verdi else "nei"
    if isinstance(verdi, date):
        return kortdato(verdi)
    return _tekst(verdi) if isinstance(verdi, str) else _flere(verdi)


def _tekst(verdi: str) -> str:
    """A word of the data as people write it, a month or a tertial by its name, a fingerprint by its
    beginning; else the text as it is.
    """
    if _ET_VALG.fullmatch(verdi):
        return som_ord(verdi)
    if _TIDSROM.fullmatch(verdi):
        return tidspunkt_med_ord(verdi)
    return f"{verdi[:10]}…" if re.fullmatch(AVTRYKK.regex, verdi) else flat(verdi)


def _flere(verdi: object) -> str:
    """What holds other values, on one line; a number as it is."""
    if isinstance(verdi, Mapping):
        if all(
            isinstance(del_, str) and re.fullmatch(KORT_AVTRYKK.regex, del_)
            for del_ in verdi.values()
        ):
            return f"avtrykk av {antall(len(verdi), 'post')}"
        return " · ".join(f"{navn}: {som_tekst(del_)}" for navn, del_ in verdi.items())
    if hasattr(verdi, "__dataclass_fields__"):
        return ", ".join(
            (
                som_tekst(ett.verdi)
                if ett.felt in _NAVNET
                else f"{som_ord(ett.felt)} {som_tekst(ett.verdi)}"
            )
            for ett in feltverdier(verdi)
        )
    if isinstance(verdi, tuple):
        return (
            " · " if any(hasattr(ledd, "__dataclass_fields__") for ledd in verdi) else ", "
        ).join(map(som_tekst, verdi))
    return _belopet(verdi) if hasattr(verdi, "as_tuple") else str(verdi)


def _belopet(verdi: Any) -> str:  # noqa: ANN401  an amount, which is not imported for this
    """A number with its thousands apart, and the decimals it was written with."""
    return belop_i_tekst(f"{verdi:f}")


def belop_i_tekst(skrevet: str) -> str:
    """An exact number that was made a text, with its thousands apart; any other text as it is."""
    if not re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", skrevet):
        return flat(skrevet)
    hele, _, etter = skrevet.lstrip("-").partition(".")
    desimaler = f",{etter}" if etter.strip("0") else ""
    return f"{'−' if skrevet[0] == '-' else ''}{heltall(int(hele))}{desimaler}"


def _poster(verdi: object) -> list[tuple[str, object]]:
    """The records of a list or a mapping, each with its key."""
    par = (
        list(verdi.items())
        if isinstance(verdi, Mapping)
        else [("", ledd) for ledd in verdi]
        if isinstance(verdi, tuple)
        else []
    )
    return par if par and all(hasattr(post, "__dataclass_fields__") for _, post in par) else []


def _liste(poster: list[tuple[str, object]]) -> list[Blokk]:
    """A table where the records have few fields; else each record by itself, so that no column is
    too narrow to be read.
    """
    rader = [{ett.felt: _bit(ett) for ett in feltverdier(post)} for _, post in poster]
    navn = list(dict.fromkeys(felt for rad in rader for felt in rad))
    if len(navn) <= _FLEST_KOLONNER:
        return [_tabell(poster, rader, navn)]
    sider: list[Blokk] = []
    for (nokkel, _), rad in zip(poster, rader, strict=True):
        sider += [linje(), linje(Bit(nokkel, "id"))] if nokkel else [linje()]
        sider.append(Felter(tuple((overskrift(felt), bit) for felt, bit in rad.items())))
    return sider


def _tabell(
    poster: list[tuple[str, object]], rader: list[dict[str, Bit]], navn: list[str]
) -> Tabell:
    lengst = {felt: max(len(rad.get(felt, _TOM).tekst) for rad in rader) for felt in navn}
    nokler = [Kolonne("")] if any(nokkel for nokkel, _ in poster) else []
    kolonner = [
        *nokler,
        *(
            Kolonne(overskrift(felt), fri=lengst[felt] > _MANGE_ORD or felt in _NAVNET)
            for felt in navn
        ),
    ]
    celler = [[rad.get(felt, _TOM) for felt in navn] for rad in rader]
    return Tabell(
        tuple(kolonner),
        tuple(
            (*([Bit(nokkel, "id")] if nokler else []), *rad)
            for (nokkel, _), rad in zip(poster, celler, strict=True)
        ),
    )
