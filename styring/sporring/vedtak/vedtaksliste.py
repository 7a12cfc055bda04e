"""What a list of vedtak would add."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from styring.fag.liste import Liste, Listerad
from styring.fag.listeslag import VEDTAK, Listekart
from styring.fag.norsk import fold
from styring.fag.periode import Periode
from styring.fag.skreven_tid import les_tidspunkt
from styring.modell.vedtak import Vedtak
from styring.register.post import Post
from styring.register.register import Register
from styring.sporring.felles.listeceller import (
    KanIkke,
    cellene,
    dagen_i,
    enheten_i,
    enhetene_i,
    fristen_i,
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
_PUNKTRAAD = "; er radene punkter i det samme vedtaket, så skriv punkt: Overskriften i kartet"
_PUNKTNUMMER = re.compile("[1-9][0-9]{0,2}")
_SAMMENLIKNES = ("tittel", "dato", "fremmet_av", "ansvarlig", "frist", "tekst", "svares_i")
_PUNKTFELTER = ("nr", "tekst", "ansvarlig", "frist", "svares_i")
_FELLES = ("tittel", "dato", "type")
"""What must be alike in every row of one vedtak."""
_PUNKTSTART = re.compile(r"^\s*(?:punkt\s+)?([0-9]{1,2})[.):]\s+", re.MULTILINE | re.IGNORECASE)


def tolk(
    register: Register, liste: Liste, kart: Listekart, periode: Periode | None = None
) -> Listesvar:
    """Read every row by the mapping. ``periode``: whose forms status and remarks go into."""
    utkast = Utkast(VEDTAK, liste)
    for rad in sorted(liste.rader, key=lambda rad: _feil_aar(register, rad, kart)):
        try:
            _les_rad(register, utkast, rad, kart, periode)
        except KanIkke as feil:
            utkast.avslag.append((rad.sted, str(feil)))
    return utkast.ferdig()


def _feil_aar(register: Register, rad: Listerad, kart: Listekart) -> bool:
    """Whether the number and the day of a row are of different years. Such rows are read last, so
    that a slip in one of them can't take the place of the vedtak that has that number.
    """
    celle = cellene(rad, kart)
    sak, dag = register.les_sak(celle.get("sak", "")), les_tidspunkt(celle.get("dato", ""))
    return sak is not None and dag is not None and sak.aar != int(dag[:4])


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
    ny = _vedtaket(register, utkast, rad, kart, celle)
    kjent = register.vedtak.get(ny.id)
    nokkel, eier = ny.id, kjent.verdi.ansvarlig if kjent else str(ny.felter["ansvarlig"])
    if (punkt := _punktet(celle)) is not None and "forelder" not in ny.felter:
        _med_punkt(register, utkast, rad, ny, punkt)
        nokkel = f"{ny.id}/{punkt}"
    else:
        punktraad = "" if "punkt" in kart.kolonner else _PUNKTRAAD
        utkast.en_gang(ny.id, rad, str(ny.felter["sak"]), punktraad)
        if ny.id in utkast.nye:
            raise KanIkke(
                f"{ny.felter['sak']} står også punkt for punkt; sett raden for hele vedtaket først"
            )
        ulikt = tuple(_i_cellen(utkast, kjent, ny)) if kjent else ()
        ulest = ny.fil in register.uleste
        utkast.plasser(ny, kjent, _SAMMENLIKNES, ulikt, ulest=ulest)
    les_melding(register, utkast, periode, Sagt(rad.sted, nokkel, eier, celle))


def _vedtaket(
    register: Register, utkast: Utkast, rad: Listerad, kart: Listekart, celle: Mapping[str, str]
) -> NyPost:
    krev(celle, "sak", "dato", "tittel", "ansvarlig")
    sak = register.les_sak(celle["sak"])
    if sak is None:
        raise KanIkke(f"«{celle['sak']}» er ikke et saksnummer")
    skrevet_organ = celle.get("organ") or sak.organ
    if not skrevet_organ:
        raise KanIkke("organet mangler; skriv det under «standard» i kartet")
    organ = koden_i(skrevet_organ, register.organer, kart, "et kjent organ")
    if sak.organ and kart.navn.get(sak.organ, sak.organ) not in (organ, *register.organer):
        utkast.si_en_gang(
            f"saksnumre som begynner med «{sak.organ}», er lagt inn under {organ}, den første i"
            f" {rad.sted[0].lower()}{rad.sted[1:]}; er det riktig, så skriv {sak.organ}: {organ}"
            " under «navn» i kartet"
        )
    dato = dagen_i(celle["dato"])
    type_ = _TYPER.get(fold(celle.get("type") or "vedtak").replace(" ", ""), "")
    if not type_:
        raise KanIkke(
            f"«{celle['type']}» er ikke en type; skriv vedtak, budsjettsak eller verbalvedtak"
        )
    innledning, punkter = _punktene(celle.get("punkter", ""))
    felter: dict[str, object] = {
        "tittel": paa_en_linje(celle["tittel"]),
        "type": type_,
        "organ": organ,
        "sak": celle["sak"],
        "dato": dato,
        "fremmet_av": celle.get("fremmet_av") or None,
        "ansvarlig": _en_enhet(register, celle["ansvarlig"], kart),
        "tekst": _med_innledning(celle.get("tekst", ""), innledning),
        "punkter": punkter or None,
        "frist": fristen_i(celle["frist"]) if celle.get("frist") else None,
        "svares_i": celle.get("svares_i") or None,
    }
    kode = f"{organ}-{sak.nr:03}"
    if type_ == "verbalvedtak":
        felter |= _under(register, utkast.nye, f"{dato.year}-{kode}", celle)
        kode = f"{kode}-V{int(celle['punkt']):02}"
    return NyPost(rad.sted, f"{dato.year}-{kode}", f"data/vedtak/{dato.year}/{kode}.yaml", felter)


def _en_enhet(register: Register, skrevet: str, kart: Listekart) -> str:
    """The one unit that follows it up. Raises KanIkke, also for several."""
    flere: list[str] = []
    with suppress(KanIkke):
        flere = enhetene_i(register, skrevet, kart)
    if len(flere) > 1:
        raise KanIkke(
            f"«{skrevet}» er flere enheter, og et vedtak har én ansvarlig; skriv den som svarer for"
            " det, eller gi hvert punkt sin egen rad"
        )
    return enheten_i(register, skrevet, kart)


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


def _med_innledning(tekst: str, innledning: str) -> str | None:
    """The text of the vedtak, with what stands before its first point. Raises KanIkke."""
    if innledning and tekst and innledning not in tekst:
        raise KanIkke(f"teksten foran punkt 1, «{innledning}», står ikke i vedtaket; flytt den dit")
    return tekst or innledning or None


def _punktene(skrevet: str) -> tuple[str, list[dict[str, object]]]:
    """What stands before the numbered points of one cell, and they, word for word. Raises KanIkke
    where they are not 1, 2, 3.
    """
    if not skrevet:
        return "", []
    starter = list(_PUNKTSTART.finditer(skrevet))
    numre = [int(start[1]) for start in starter]
    if not starter or numre != list(range(1, len(numre) + 1)):
        raise KanIkke("punktene er ikke nummerert 1, 2, 3 på hver sin linje")
    slutt = [start.start() for start in starter[1:]] + [len(skrevet)]
    return skrevet[: starter[0].start()].strip(), [
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
        ulikt = tuple(_i_punktet(utkast, post, ny, {**ny.felter, "nr": nr}))
        if f"{ny.id}/{nr}" in utkast.nye:
            return
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


def _i_punktet(
    utkast: Utkast, post: Post[Vedtak], ny: NyPost, felter: Mapping[str, object]
) -> Iterator[Feltforskjell]:
    """What a row says otherwise than a point that is there; one that is not, becomes a new one."""
    vedtak, nr, eier = post.verdi, felter["nr"], felter.get("ansvarlig")
    egne = {**felter, "ansvarlig": None if eier == vedtak.ansvarlig else eier}
    plass = next((plass for plass, punkt in enumerate(vedtak.punkter) if punkt.nr == nr), None)
    if plass is None:
        id_ = f"{ny.id}/{nr}"
        punkt = {felt: egne.get(felt) for felt in _PUNKTFELTER}
        utkast.nye[id_] = NyPost(ny.sted, id_, post.fil, punkt, ("punkter",))
        return
    for ett in forskjellene(
        vedtak.punkter[plass], egne, ("tekst", "frist", "svares_i", "ansvarlig")
    ):
        yield ett._replace(sti=("punkter", plass))


def _i_cellen(utkast: Utkast, post: Post[Vedtak], ny: NyPost) -> Iterator[Feltforskjell]:
    """The same for the points that stand in one cell."""
    punkter: Any = ny.felter["punkter"] or ()
    for punkt in punkter:
        yield from _i_punktet(utkast, post, ny, punkt)
