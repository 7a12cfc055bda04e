"""What a list of oppdrag would add."""

import re
from collections.abc import Mapping
from contextlib import suppress
from typing import NamedTuple, get_args

from styring.fag.liste import Liste, Listerad, Merknad
from styring.fag.listeslag import OPPDRAG, Listekart
from styring.fag.norsk import er_tall, fold, mente_du
from styring.fag.periode import Periode
from styring.modell.oppdrag import Art
from styring.register.register import Register
from styring.sporring.felles.listeceller import (
    KanIkke,
    cellene,
    dagen_i,
    enheten_i,
    enhetene_i,
    fristen_i,
    krev,
    paa_en_linje,
)
from styring.sporring.felles.listemeldinger import Sagt, les_melding
from styring.sporring.felles.listetolking import Listesvar, NyPost, Utkast

_SAMMENLIKNES = (
    "tittel",
    "tekst",
    "ansvarlig",
    "delansvar",
    "art",
    "ferdig_nar",
    "frist",
    "hentet_fra",
    "delmaal",
)
_NESTEN_LIK = 0.8
_ID = re.compile(r"(?:(?P<aar>20[0-9]{2})[- ])?(?P<enhet>[A-ZÆØÅ]{1,8})[- ]?(?P<nr>[0-9]{1,3})")


def tolk(
    register: Register, liste: Liste, kart: Listekart, periode: Periode | None = None
) -> Listesvar:
    """Read every row by the mapping. A row is known by its id, or else by its title and who has it.

    ``periode``: whose forms status and remarks go into.
    """
    utkast = Utkast(OPPDRAG, liste)
    kjente = {
        (id_[:4], post.verdi.ansvarlig, fold(paa_en_linje(post.verdi.tittel))): id_
        for id_, post in register.oppdrag.items()
    }
    fra_foer: dict[tuple[str, str], dict[str, str]] = {}
    for (aar, eier, tittel), id_ in kjente.items():
        fra_foer.setdefault((aar, eier), {})[tittel] = id_
    med = _Lesning(register, utkast, kart, periode, kjente, _skrevne(liste, kart), fra_foer, {})
    for rad in liste.rader:
        try:
            _les_rad(med, rad)
        except KanIkke as feil:
            utkast.avslag.append((rad.sted, str(feil)))
    return utkast.ferdig()


class _Lesning(NamedTuple):
    """What every row is read by."""

    register: Register
    utkast: Utkast
    kart: Listekart
    periode: Periode | None
    kjente: dict[tuple[str, str, str], str]
    skrevne: frozenset[str]
    fra_foer: Mapping[tuple[str, str], Mapping[str, str]]
    """The ids by title of what each unit had in each year before the list."""
    sist: dict[tuple[str, str], int]
    """The last number given to each unit in each year."""


def _les_rad(med: _Lesning, rad: Listerad) -> None:
    register, utkast = med.register, med.utkast
    celle = cellene(rad, med.kart)
    krev(celle, "tittel", "ansvarlig")
    felter = _feltene(register, celle, med.kart)
    eier, tittel, aar = str(felter["ansvarlig"]), str(felter["tittel"]), _aaret(celle)
    nokkel = (aar, eier, fold(tittel))
    id_ = _skrevet_id(celle, aar) or med.kjente.get(nokkel) or _ledig(med, aar, eier)
    utkast.en_gang(id_, rad, celle.get("id") or tittel)
    if id_ not in register.oppdrag and not celle.get("id"):
        _kan_vaere_den_samme(med, rad, nokkel)
    med.kjente[nokkel] = id_
    fil = f"data/oppdrag/{id_[:4]}/{id_[5:]}.yaml"
    ny = NyPost(rad.sted, id_, fil, felter)
    ulest = fil in register.uleste
    utkast.plasser(ny, register.oppdrag.get(id_), _SAMMENLIKNES, ulest=ulest)
    kjent = register.oppdrag.get(id_)
    eier = kjent.verdi.ansvarlig if kjent else eier
    les_melding(med.register, utkast, med.periode, Sagt(rad.sted, id_, eier, celle))


def _kan_vaere_den_samme(med: _Lesning, rad: Listerad, nokkel: tuple[str, str, str]) -> None:
    """Say where a title is nearly that of an oppdrag the unit has: the list may have changed it."""
    titler = med.fra_foer.get(nokkel[:2], {})
    if naer := mente_du(nokkel[2], titler, _NESTEN_LIK):
        tekst = (
            f"{rad.sted}: tittelen likner {titler[naer]}. Er det det samme oppdraget, så skriv"
            " id-en i listen"
        )
        med.utkast.merknader.append(Merknad(tekst, viktig=True))


def _feltene(register: Register, celle: Mapping[str, str], kart: Listekart) -> dict[str, object]:
    art = fold(celle.get("art", "")) or None
    if art and art not in {fold(ett) for ett in get_args(Art)}:
        raise KanIkke(f"«{celle['art']}» er ikke en art; skriv {', '.join(get_args(Art))}")
    delmaal = [ett for ett in re.split(r"[,;\s]+", celle.get("delmaal", "")) if ett]
    if ukjent := [ett for ett in delmaal if ett not in register.delmaal]:
        raise KanIkke(f"«{ukjent[0]}» er ikke et kjent delmål")
    eier = enheten_i(register, celle["ansvarlig"], kart)
    bidrar = enhetene_i(register, celle.get("delansvar", ""), kart)
    return {
        "tittel": paa_en_linje(celle["tittel"]),
        "tekst": celle.get("tekst") or None,
        "ansvarlig": eier,
        "delansvar": [en for en in bidrar if en != eier] or None,
        "gitt": dagen_i(celle["gitt"]) if celle.get("gitt") else None,
        "art": art,
        "ferdig_nar": celle.get("ferdig_nar") or None,
        "frist": fristen_i(celle["frist"]) if celle.get("frist") else None,
        "hentet_fra": celle.get("hentet_fra") or None,
        "delmaal": delmaal or None,
    }


def _aaret(celle: Mapping[str, str]) -> str:
    skrevet = celle.get("aar", "")
    if not re.fullmatch("20[0-9]{2}", skrevet):
        mangler = "år mangler; skriv aar under «standard» i kartet"
        raise KanIkke(f"«{skrevet}» er ikke et år" if skrevet else mangler)
    return skrevet


def _skrevet_id(celle: Mapping[str, str], aaret: str) -> str | None:
    """The id that the list gives, «OUS-01» or «2026-OUS-01»."""
    if not celle.get("id"):
        return None
    treff = _ID.fullmatch(celle["id"].upper())
    if treff is None:
        raise KanIkke(
            f"«{celle['id']}» er ikke en id; skriv for eksempel OUS-01, eller ta id ut av kartet"
            " når kolonnen bare er et løpenummer"
        )
    if treff["aar"] not in (None, aaret):
        raise KanIkke(f"id-en «{celle['id']}» og året {aaret} sier ikke det samme")
    return f"{treff['aar'] or aaret}-{treff['enhet']}-{int(treff['nr']):02}"


def _ledig(med: _Lesning, aar: str, eier: str) -> str:
    """The next number that nobody has had, and no other row asks for by name."""
    if (aar, eier) not in med.sist:
        brukt = [
            int(id_.rsplit("-", 1)[1])
            for id_ in (*med.register.oppdrag, *med.register.uleste_id_er, *med.skrevne)
            if id_.startswith(f"{aar}-{eier}-") and er_tall(id_.rsplit("-", 1)[1])
        ]
        med.sist[aar, eier] = max(brukt, default=0)
    med.sist[aar, eier] += 1
    return f"{aar}-{eier}-{med.sist[aar, eier]:02}"


def _skrevne(liste: Liste, kart: Listekart) -> frozenset[str]:
    """The ids that rows ask for by name."""
    ut = set()
    for rad in liste.rader:
        celle = cellene(rad, kart)
        with suppress(KanIkke):
            ut.add(_skrevet_id(celle, _aaret(celle)) or "")
    return frozenset(ut)
