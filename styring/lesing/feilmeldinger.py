"""Every way a shape can be wrong, in bokmål.

No text of pydantic's, and no input, reaches a reader through here.
"""

from collections.abc import Container, Iterable
from typing import Any, NamedTuple

from styring.fag.norsk import mente_du, opplisting
from styring.fag.personvern import masker
from styring.funn import Sti, Treff
from styring.lesing import raad, rettelse
from styring.lesing.feltkart import Felt, feltet, under
from styring.modell import form
from styring.modell.form import KODE, Monster
from styring.modell.kommune import SAKSMONSTER

MONSTRE = {
    f"^(?:{monster.regex})$": monster
    for monster in (*vars(form).values(), SAKSMONSTER)
    if isinstance(monster, Monster)
}

_UTEN_FELT = Felt()
_Rettelse = tuple[object] | None
_DATOTYPER = (form.Dag, form.Dag | None)


class Meldingstekst(NamedTuple):
    """Rule code, message and cure for one type of error.

    ``{felt}`` and the error's own numbers are filled in.
    """

    kode: str
    melding: str
    forslag: str


_TEKST = Meldingstekst("ST103", "«{felt}» skal være tekst", "sett anførselstegn om verdien")
_TALL = Meldingstekst(
    "ST103",
    "«{felt}» skal være et helt tall",
    "skriv tallet uten anførselstegn, punktum og mellomrom",
)
_JA_NEI = Meldingstekst("ST103", "«{felt}» skal være true eller false", "skriv true eller false")
_LISTE = Meldingstekst(
    "ST103", "«{felt}» skal være en liste", "skriv verdien i hakeparenteser, for eksempel [{verdi}]"
)
_NOKLER = Meldingstekst(
    "ST103",
    "«{felt}» skal være felt med navn og verdi",
    "skriv «navn: verdi» på egne linjer, med innrykk",
)
_VALG = Meldingstekst("ST104", "«{felt}» har en verdi som ikke er blant valgene", "skriv {valg}")
_DATO = Meldingstekst(
    "ST105", "«{felt}» skal være en dato", "skriv år, måned og dag slik: 2023-08-31"
)
_DATO_FINNES_IKKE = Meldingstekst(
    "ST105", "datoen i «{felt}» finnes ikke", "se i kalenderen, og skriv en dag som finnes"
)
_DATO_UTENFOR = Meldingstekst(
    "ST105",
    "datoen i «{felt}» er utenfor årene 2000 til 2100",
    "se etter en skrivefeil i årstallet",
)
_TALLGRENSE = Meldingstekst("ST108", "«{felt}» er utenfor grensene", "{grense}")
_UKJENT = Meldingstekst("ST101", "ukjent felt «{felt}»", "{felter}")
_MANGLER = Meldingstekst(
    "ST102", "feltet «{felt}» mangler", "legg til en linje med «{felt}:» og en verdi"
)
_FORM = Meldingstekst("ST103", "«{felt}» har feil form", "se docs/datamodell.md for hva feltet tar")

TEKSTER: dict[str, Meldingstekst] = {
    "unexpected_keyword_argument": _UKJENT,
    "extra_forbidden": _UKJENT,
    "missing": _MANGLER,
    "missing_argument": _MANGLER,
    "missing_keyword_only_argument": _MANGLER,
    "missing_positional_only_argument": _MANGLER,
    "string_type": _TEKST,
    "string_unicode": _TEKST,
    "string_too_short": Meldingstekst(
        "ST106", "«{felt}» står tomt", "skriv en tekst, eller slett feltet hvis det kan utelates"
    ),
    "string_too_long": Meldingstekst(
        "ST106", "«{felt}» er for lang", "skriv høyst {max_length} tegn"
    ),
    "string_pattern_mismatch": Meldingstekst(
        "ST107", "«{felt}» skal være {hva}", "skriv for eksempel {eksempel}"
    ),
    "string_not_ascii": Meldingstekst(
        "ST107", "«{felt}» har tegn utenfor A–Z og 0–9", "bruk bare A–Z og 0–9"
    ),
    "int_type": _TALL,
    "int_parsing": _TALL,
    "int_parsing_size": _TALL,
    "int_from_float": _TALL,
    "bool_type": _JA_NEI,
    "bool_parsing": _JA_NEI,
    "literal_error": _VALG,
    "enum": _VALG,
    "union_tag_invalid": _VALG,
    "union_tag_not_found": _VALG,
    "tuple_type": _LISTE,
    "list_type": _LISTE,
    "iterable_type": _LISTE,
    "dict_type": _NOKLER,
    "mapping_type": _NOKLER,
    "dataclass_type": _NOKLER,
    "model_type": _NOKLER,
    "invalid_key": _NOKLER,
    "date_type": _DATO,
    "date_parsing": _DATO_FINNES_IKKE,
    "date_from_datetime_parsing": _DATO_FINNES_IKKE,
    "greater_than": _TALLGRENSE._replace(forslag="skriv et tall over {gt}"),
    "greater_than_equal": _TALLGRENSE._replace(forslag="skriv {ge} eller mer"),
    "less_than": _TALLGRENSE._replace(forslag="skriv et tall under {lt}"),
    "less_than_equal": _TALLGRENSE._replace(forslag="skriv {le} eller mindre"),
    "multiple_of": _TALLGRENSE._replace(forslag="skriv et tall som er delelig med {multiple_of}"),
    "finite_number": _TALLGRENSE._replace(forslag="skriv et vanlig tall"),
    "too_short": Meldingstekst("ST109", "«{felt}» har for få ledd", "skriv minst {min_length}"),
    "too_long": Meldingstekst("ST109", "«{felt}» har for mange ledd", "skriv høyst {max_length}"),
}
"""The text for each type of error; what the shapes in ``modell`` cannot give today gets the plain
``_FORM``.
"""
_DATOTEKSTER = TEKSTER | {
    "string_type": _DATO,
    "string_pattern_mismatch": _DATO,
    "greater_than_equal": _DATO_UTENFOR,
    "less_than_equal": _DATO_UTENFOR,
}
"""A date is text with a form and bounds, so its errors are those of texts and numbers."""


def skjematreff(
    fil: str, klasse: type, data: object, feil: Iterable[Any], nokler: Container[Sti]
) -> list[Treff]:
    """Turn pydantic's errors on one file into hits.

    ``nokler`` are the keys that stand in the file, those with nothing after them too.

    A field that is missing because it was misspelt is told once, and a list is not too short
    because its entries are wrong.
    """
    alle = [(sti_av(en), en) for en in feil]
    feilskrevne = {
        (*sti[:-1], mente_du(str(sti[-1]), feltet(klasse, sti[:-1], data).felter))
        for sti, en in alle
        if tekst_for(en["type"]) is _UKJENT
    }
    over_feil = {sti[:n] for sti, _ in alle for n in range(len(sti))}
    return [
        (
            _tomt(fil, klasse, data, sti)
            if tekst_for(en["type"]) is _MANGLER and sti in nokler
            else _treff(fil, klasse, data, sti, en)
        )
        for sti, en in alle
        if not (tekst_for(en["type"]) is _MANGLER and sti in feilskrevne)
        and not (en["type"] == "too_short" and sti in over_feil)
    ]


def _tomt(fil: str, klasse: type, data: object, sti: Sti) -> Treff:
    """The hit for a field that must be given, and stands there with nothing after the colon."""
    kode = feltet(klasse, sti, data).regel or _MANGLER.kode
    return Treff(
        kode,
        fil,
        f"«{_feltnavn(sti)}» står tomt",
        sti=sti,
        paa_nokkel=True,
        forslag="skriv en verdi etter kolonet",
    )


def _paa_nokkel(feil: Any) -> bool:  # noqa: ANN401  pydantic's own dict of one error
    """Whether an error is about a key of a mapping: its path then ends with a word of pydantic's
    own.
    """
    return feil["loc"][-1:] == ("[key]",) and str(feil["type"]).startswith("string_")


def sti_av(feil: Any) -> Sti:  # noqa: ANN401  pydantic's own dict of one error
    """The path of an error in the data, without the words that are pydantic's own."""
    loc = feil["loc"][:-1] if _paa_nokkel(feil) else feil["loc"]
    return tuple(ledd for ledd in loc if not str(ledd).startswith(form.GREN))


def er_om_navnet(feil: Any) -> bool:  # noqa: ANN401  pydantic's own dict of one error
    """Whether an error is about the name of a field, whatever it holds."""
    return tekst_for(feil["type"]) is _UKJENT or _paa_nokkel(feil)


def tekst_for(feiltype: str, felt: Felt = _UTEN_FELT) -> Meldingstekst:
    """Give the text for a type of error, in the light of the field it is about."""
    return (_DATOTEKSTER if felt.type in _DATOTYPER else TEKSTER).get(feiltype, _FORM)


# pydantic's own dict of one error
def _treff(fil: str, klasse: type, data: object, sti: Sti, feil: Any) -> Treff:  # noqa: ANN401
    """Turn one error into a hit, with what was found and what was probably meant."""
    paa_nokkel = _paa_nokkel(feil)
    felt, verdi = feltet(klasse, sti, data), under(data, sti)
    tekst = tekst_for(feil["type"], felt)
    fyll = {**feil.get("ctx", {}), **_fyll(klasse, data, sti, felt, verdi)}
    if tekst.kode == "ST107":
        monster = MONSTRE.get(fyll.get("pattern", ""), KODE)
        fyll |= {"hva": monster.hva, "eksempel": monster.eksempel, "monster": monster}
        verdi = sti[-1] if paa_nokkel else verdi
    egen_kode = tekst.kode in ("ST101", "ST107")
    return Treff(
        kode=tekst.kode if egen_kode else felt.regel or tekst.kode,
        fil=fil,
        melding=tekst.melding.format_map(fyll),
        sti=sti,
        paa_nokkel=paa_nokkel or tekst in (_UKJENT, _MANGLER),
        forslag=(
            _tomt_raad(tekst, verdi)
            or _raad(tekst, felt, sti, verdi, fyll)
            or tekst.forslag.format_map(fyll)
        ),
        funnet="" if tekst in (_UKJENT, _MANGLER) else _vis(verdi),
        rettelse=None if paa_nokkel else _rettelsen(tekst, felt, verdi, fyll),
    )


def _rettelsen(tekst: Meldingstekst, felt: Felt, verdi: object, fyll: Any) -> _Rettelse:  # noqa: ANN401  pydantic's words
    """The value that was meant, for certain."""
    if _tomt_raad(tekst, verdi):
        return (None,)
    if tekst.kode == "ST107":
        return rettelse.kode(verdi, fyll["monster"])
    if tekst is _VALG:
        return rettelse.valg(verdi, felt.valg)
    if tekst is _DATO:
        return rettelse.dag(verdi)
    return rettelse.liste(verdi) if tekst is _LISTE and not felt.leddfelter else None


def _tomt_raad(tekst: Meldingstekst, verdi: object) -> str | None:
    """The cure for a field that holds empty quotes, as web editors write one that is empty."""
    er_tomt = verdi == "" and (tekst in (_VALG, _DATO) or tekst.kode == "ST107")
    return raad.tomt_i_anforsel() if er_tomt else None


def _raad(
    tekst: Meldingstekst, felt: Felt, sti: Sti, verdi: object, fyll: dict[str, Any]
) -> str | None:
    """The better cure, where there is one."""
    if tekst is _UKJENT:
        return raad.ukjent_felt(sti, fyll["over"])
    if tekst is _VALG:
        return raad.ukjent_valg(felt, verdi)
    if tekst.kode == "ST107":
        return raad.feil_monster(felt, verdi, fyll["monster"])
    if tekst is _DATO:
        return raad.ikke_dato(verdi)
    if tekst is _TEKST:
        return raad.ikke_tekst(felt, verdi)
    return raad.ikke_liste(felt, verdi) if tekst is _LISTE else None


def _fyll(klasse: type, data: object, sti: Sti, felt: Felt, verdi: object) -> dict[str, Any]:
    over = feltet(klasse, sti[:-1], data)
    return {
        "felt": _feltnavn(sti),
        "verdi": verdi if isinstance(verdi, str | int) else "…",
        "valg": opplisting(felt.valg, "eller"),
        "felter": (
            f"feltene her er {opplisting(over.felter)}"
            if len(over.felter) > 1
            else f"feltet her er {opplisting(over.felter)}"
        ),
        "over": over.felter,
    }


def _feltnavn(sti: Sti) -> str:
    """Name a field as a person would: the last name on the path, and which entry of a
    list it is.
    """
    if not sti:
        return "filen"
    if isinstance(sti[-1], int):
        return f"{_feltnavn(sti[:-1])} nr. {sti[-1] + 1}"
    return str(sti[-1])


def _vis(verdi: object) -> str:
    """Quote a plain value briefly; lists and records are not quoted."""
    if isinstance(verdi, bool):
        return str(verdi).lower()
    if isinstance(verdi, str | int | float):
        tekst = masker(str(verdi))
        # a message stays on one line
        return tekst if len(tekst) <= 60 else tekst[:59] + "…"  # noqa: PLR2004
    return ""
