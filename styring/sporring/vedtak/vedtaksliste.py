"""What a list of vedtak would add."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from styring.fag.liste import Liste, Listerad
from styring.fag.listeslag import VEDTAK, Listekart
from styring.fag.norsk import fold
from styring.fag.periode import Periode
from styring.modell.vedtak import Vedtak
from styring.register.register import Register
from styring.sporring.felles.listeceller import (
    KanIkke,
    cellene,
    dagen_i,
    enheten_i,
    koden_i,
    krev,
    paa_en_linje,
)
from styring.sporring.felles.listemeldinger import Sagt, les_melding
from styring.sporring.felles.listetolking import (
    EndretPost,
    Feltforskjell,
    Listesvar,
    NyPost,
    Utkast,
    forskjellene,
)

_LENGSTE_SAKSNUMMER = 3
"""Words: «KS sak 54/22»."""
_TYPER = {
    "vedtak": "vedtak",
    "politiskvedtak": "vedtak",
    "budsjettsak": "budsjettsak",
    "budsjett": "budsjettsak",
    "verbalvedtak": "verbalvedtak",
    "verbalpunkt": "verbalvedtak",
}
_PUNKTNUMMER = re.compile("[1-9][0-9]{0,2}")
_SAMMENLIKNES = ("tittel", "dato", "fremmet_av", "ansvarlig", "frist", "tekst", "svares_i")
_FELLES = ("tittel", "dato", "type")
"""What must be alike in every row of one vedtak."""
_PUNKTSTART = re.compile(r"^\s*(?:punkt\s+)?([0-9]{1,2})[.):]\s+", re.MULTILINE | re.IGNORECASE)


def tolk(
    register: Register, liste: Liste, kart: Listekart, periode: Periode | None = None
) -> Listesvar:
    """Read every row by the mapping. ``periode``: whose forms status and remarks go into."""
    utkast = Utkast(VEDTAK, liste)
    for rad in liste.rader:
        try:
            _les_rad(register, utkast, rad, kart, periode)
        except KanIkke as feil:
            utkast.avslag.append((rad.sted, str(feil)))
    return utkast.ferdig()


def _les_rad(
    register: Register, utkast: Utkast, rad: Listerad, kart: Listekart, periode: Periode | None
) -> None:
    celle = cellene(rad, kart)
    if celle.get("sak_og_tittel"):
        celle |= _delt(register, celle["sak_og_tittel"])
    if isinstance(rad.celler.get(kart.kolonner.get("sak", "")), date):
        raise KanIkke(
            f"regnearket har gjort saksnummeret om til en dato ({celle['sak']}). Gjør cellen om til"
            " tekst, og skriv nummeret på nytt"
        )
    ny = _vedtaket(register, rad, kart, celle, utkast.nye)
    kjent = register.vedtak.get(ny.id)
    nokkel, eier = ny.id, kjent.verdi.ansvarlig if kjent else str(ny.felter["ansvarlig"])
    if (punkt := _punktet(celle)) is not None and "forelder" not in ny.felter:
        _med_punkt(register, utkast, rad, ny, punkt)
        nokkel = f"{ny.id}/{punkt}"
    else:
        utkast.en_gang(ny.id, rad, str(ny.felter["sak"]))
        if ny.id in utkast.nye:
            raise KanIkke(
                f"{ny.felter['sak']} står også punkt for punkt; sett raden for hele vedtaket først"
            )
        ulikt = tuple(_i_cellen(kjent.verdi, ny.felter)) if kjent else ()
        ulest = ny.fil in register.uleste
        utkast.plasser(ny, kjent, _SAMMENLIKNES, ulikt, ulest=ulest)
    les_melding(register, utkast, periode, Sagt(rad.sted, nokkel, eier, celle))


def _vedtaket(
    register: Register,
    rad: Listerad,
    kart: Listekart,
    celle: Mapping[str, str],
    nye: Mapping[str, NyPost],
) -> NyPost:
    krev(celle, "sak", "dato", "tittel", "ansvarlig")
    sak = register.les_sak(celle["sak"])
    if sak is None:
        raise KanIkke(f"«{celle['sak']}» er ikke et saksnummer")
    skrevet_organ = celle.get("organ") or sak.organ
    if not skrevet_organ:
        raise KanIkke("organet mangler; skriv det under «standard» i kartet")
    organ = koden_i(skrevet_organ, register.organer, kart, "et kjent organ")
    dato = dagen_i(celle["dato"])
    type_ = _TYPER.get(fold(celle.get("type") or "vedtak").replace(" ", ""), "")
    if not type_:
        raise KanIkke(
            f"«{celle['type']}» er ikke en type; skriv vedtak, budsjettsak eller verbalvedtak"
        )
    felter: dict[str, object] = {
        "tittel": paa_en_linje(celle["tittel"]),
        "type": type_,
        "organ": organ,
        "sak": celle["sak"],
        "dato": dato,
        "fremmet_av": celle.get("fremmet_av") or None,
        "ansvarlig": enheten_i(register, celle["ansvarlig"], kart),
        "tekst": celle.get("tekst") or None,
        "punkter": _punktene(celle.get("punkter", "")) or None,
        "frist": dagen_i(celle["frist"]) if celle.get("frist") else None,
        "svares_i": celle.get("svares_i") or None,
    }
    kode = f"{organ}-{sak.nr:03}"
    if type_ == "verbalvedtak":
        felter |= _under(register, nye, f"{dato.year}-{kode}", celle)
        kode = f"{kode}-V{int(celle['punkt']):02}"
    return NyPost(rad.sted, f"{dato.year}-{kode}", f"data/vedtak/{dato.year}/{kode}.yaml", felter)


def _under(
    register: Register, nye: Mapping[str, NyPost], forelder: str, celle: Mapping[str, str]
) -> dict[str, object]:
    """Which budsjettsak a verbalvedtak belongs to, and its number there."""
    kjent = forelder in nye or (
        forelder in register.vedtak and register.vedtak[forelder].verdi.type == "budsjettsak"
    )
    if not kjent or not _PUNKTNUMMER.fullmatch(celle.get("punkt") or ""):
        raise KanIkke(
            "verbalvedtaket mangler punkt"
            if kjent
            else f"budsjettsaken {celle['sak']} er ikke lagt inn"
        )
    return {"forelder": forelder, "punkt": int(celle["punkt"])}


def _delt(register: Register, skrevet: str) -> dict[str, str]:
    """A case number and the title after it, from one cell."""
    ordene = skrevet.split()
    for antall in range(min(len(ordene) - 1, _LENGSTE_SAKSNUMMER), 0, -1):
        if register.les_sak(" ".join(ordene[:antall])):
            tittel = " ".join(ordene[antall:]).lstrip("–-: ")
            return {"sak": " ".join(ordene[:antall]), "tittel": tittel}
    raise KanIkke(f"«{skrevet[:60]}» begynner ikke med et saksnummer")


def _punktene(skrevet: str) -> list[dict[str, object]]:
    """The numbered points of one cell, word for word. Raises KanIkke where they are not 1, 2, 3."""
    if not skrevet:
        return []
    starter = list(_PUNKTSTART.finditer(skrevet))
    numre = [int(start[1]) for start in starter]
    if not starter or numre != list(range(1, len(numre) + 1)) or starter[0].start():
        raise KanIkke("punktene er ikke nummerert 1, 2, 3 på hver sin linje")
    slutt = [start.start() for start in starter[1:]] + [len(skrevet)]
    return [
        {"nr": nr, "tekst": paa_en_linje(skrevet[start.end() : til])}
        for nr, start, til in zip(numre, starter, slutt, strict=True)
    ]


def _punktet(celle: Mapping[str, str]) -> int | None:
    """The number of the point that a row is, where each has a row of its own. Raises KanIkke."""
    nr = celle.get("punkt", "")
    if nr and not _PUNKTNUMMER.fullmatch(nr):
        raise KanIkke(f"«{nr}» er ikke et punktnummer")
    return int(nr) if nr else None


def _med_punkt(register: Register, utkast: Utkast, rad: Listerad, ny: NyPost, nr: int) -> None:
    """Put a row that is one point of a vedtak in with the others of it."""
    utkast.en_gang(f"{ny.id}/{nr}", rad, f"{ny.felter['sak']}, punkt {nr}")
    if not ny.felter["tekst"]:
        raise KanIkke(f"punkt {nr} har ingen tekst")
    post = register.vedtak.get(ny.id)
    if post:
        ulikt = tuple(_punktforskjeller(post.verdi, nr, ny.felter))
        if ulikt:
            utkast.endrede.append(EndretPost(rad.sted, f"{ny.id}/{nr}", post.fil, ulikt))
        else:
            utkast.finnes.append((rad.sted, f"{ny.id}/{nr}"))
    elif ny.fil in register.uleste:
        utkast.finnes.append((rad.sted, f"{ny.id}/{nr}"))
    else:
        _nytt_punkt(utkast, rad, ny, nr)


def _nytt_punkt(utkast: Utkast, rad: Listerad, ny: NyPost, nr: int) -> None:
    """The point in a new vedtak: one that has a row of its own keeps what that row says."""
    forste = utkast.nye.get(ny.id)
    if forste and (ulikt := next((f for f in _FELLES if forste.felter[f] != ny.felter[f]), "")):
        raise KanIkke(f"{ulikt} er en annen enn i de andre radene for {ny.felter['sak']}")
    bare_punkter = {"tekst": None, "frist": None, "svares_i": None, "punkter": None}
    felter: dict[str, Any] = dict(forste.felter if forste else ny.felter | bare_punkter)
    punkt = {"nr": nr, "tekst": ny.felter["tekst"]}
    if ny.felter["ansvarlig"] != felter["ansvarlig"]:
        punkt["ansvarlig"] = ny.felter["ansvarlig"]
    for felt in ("frist", "svares_i"):
        if ny.felter[felt]:
            punkt[felt] = ny.felter[felt]
    felter["punkter"] = [*(felter["punkter"] or []), punkt]
    utkast.nye[ny.id] = ny._replace(sted=forste.sted if forste else rad.sted, felter=felter)


def _punktforskjeller(
    vedtak: Vedtak, nr: int, felter: Mapping[str, object]
) -> Iterator[Feltforskjell]:
    """What a row says otherwise than a point that is there. Raises KanIkke for one that is not."""
    plass = next((plass for plass, punkt in enumerate(vedtak.punkter) if punkt.nr == nr), None)
    if plass is None:
        raise KanIkke(f"vedtaket finnes fra før, uten punkt {nr}; legg punktet til i filen")
    eier = felter.get("ansvarlig")
    egne = {**felter, "ansvarlig": None if eier == vedtak.ansvarlig else eier}
    for ett in forskjellene(
        vedtak.punkter[plass], egne, ("tekst", "frist", "svares_i", "ansvarlig")
    ):
        yield ett._replace(sti=("punkter", plass))


def _i_cellen(vedtak: Vedtak, felter: Mapping[str, Any]) -> Iterator[Feltforskjell]:
    """The same for the points that stand in one cell."""
    for punkt in felter["punkter"] or ():
        yield from _punktforskjeller(vedtak, punkt["nr"], punkt)
