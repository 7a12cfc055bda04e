"""What a list of goals would add: whole satsingsområder, and goals in those that are there."""

import re
from collections.abc import Mapping
from typing import Any

from styring.fag.liste import Liste, Listerad
from styring.fag.listeslag import MAAL, Listekart
from styring.fag.norsk import fold
from styring.fag.periode import Periode
from styring.modell.maal import Hovedmaal, Satsingsomraade
from styring.register.post import Post
from styring.register.register import Register
from styring.sporring.felles.listeceller import KanIkke, cellene, enhetene_i, krev, paa_en_linje
from styring.sporring.felles.listetolking import EndretPost, Listesvar, NyPost, Utkast, forskjellene

_NIVAA = ("omraade", "hovedmaal", "delmaal")
_KODE = re.compile(
    "(?P<omraade>[A-ZÆØÅ]{1,10})(?:-(?P<hoved>[0-9]{1,2})(?:[.](?P<del>[0-9]{1,2}))?)?"
)


def tolk(
    register: Register, liste: Liste, kart: Listekart, _periode: Periode | None = None
) -> Listesvar:
    """Read every row by the mapping. The code of a delmål says where it belongs."""
    utkast = Utkast(MAAL, liste)
    for rad in liste.rader:
        try:
            _les_rad(register, utkast, rad, kart)
        except KanIkke as feil:
            utkast.avslag.append((rad.sted, str(feil)))
    return utkast.ferdig()


def _les_rad(register: Register, utkast: Utkast, rad: Listerad, kart: Listekart) -> None:
    celle = cellene(rad, kart)
    kode = _koden(celle)
    celle = _med_navn(celle, kode, har_navn="navn" in kart.kolonner)
    utkast.en_gang(kode, rad, kode)
    omraade, hoved = kode.partition("-")[0], kode.partition(".")[0]
    _ikke_for_mye(celle, kode)
    delmaal = _delmaalet(register, celle, kart, kode) if "." in kode else None
    post = next((ett for ett in register.omraader if ett.verdi.kode == omraade), None)
    if post is None:
        _nytt_omraade(register, utkast, rad, celle, delmaal)
        return
    if "-" not in kode:
        _holdt_mot(utkast, rad, post, (), {"navn": paa_en_linje(celle.get("omraade", "")) or None})
        return
    _likt("satsingsområdet", celle.get("omraade"), post.verdi.navn)
    nr = next((nr for nr, ett in enumerate(post.verdi.hovedmaal) if ett.kode == hoved), None)
    if nr is None:
        allerede = next((ny for ny in utkast.nye.values() if ny.id == hoved), None)
        if allerede and delmaal:
            _delmaalene(allerede.felter).append(delmaal)
        else:
            _krev_hovedmaalet(celle, hoved)
            felter = _hovedmaalet(hoved, celle, delmaal)
            utkast.nye[hoved] = NyPost(rad.sted, hoved, post.fil, felter, ("hovedmaal",))
        return
    _i_hovedmaalet(utkast, rad, (post, nr), delmaal, celle)


def _koden(celle: Mapping[str, str]) -> str:
    """The code of what the row is: of the delmål, else of its hovedmål, else of its område."""
    skrevet = celle.get("kode") or celle.get("hovedmaal_kode") or celle.get("omraade_kode") or ""
    if not skrevet:
        raise KanIkke("kode mangler")
    treff = _KODE.fullmatch(skrevet.upper().replace(" ", ""))
    if treff is None:
        raise KanIkke(f"«{skrevet}» er ikke en kode for et mål; skriv for eksempel TF-1.2")
    return treff[0]


def _med_navn(celle: dict[str, str], kode: str, *, har_navn: bool) -> dict[str, str]:
    """A row of a list that has one column for the names of all levels: the code says which. Raises
    KanIkke.
    """
    navn = celle.get("navn")
    if not navn and har_navn and not any(celle.get(ett) for ett in _NIVAA):
        raise KanIkke("navn mangler")
    if not navn:
        return celle
    felt = "delmaal" if "." in kode else "hovedmaal" if "-" in kode else "omraade"
    _likt(f"{kode} i sin egen kolonne", celle.get(felt), navn)
    return celle | {felt: navn}


def _ikke_for_mye(celle: Mapping[str, str], kode: str) -> None:
    """Refuse what belongs further down than the code of the row. Raises KanIkke."""
    if "." in kode:
        return
    hva, under = ("et hovedmål", f"{kode}.1") if "-" in kode else ("et område", f"{kode}-1")
    if celle.get("delmaal") or ("-" not in kode and celle.get("hovedmaal")):
        raise KanIkke(f"{kode} er {hva}; det som er under, har en kode som {under}")
    if celle.get("ansvar"):
        raise KanIkke(f"{kode} er {hva}, og ansvaret står på delmålene; tøm cellen")


def _delmaalet(
    register: Register, celle: Mapping[str, str], kart: Listekart, kode: str
) -> dict[str, object]:
    krev(celle, "delmaal", "ansvar")
    return {
        "kode": kode,
        "tittel": paa_en_linje(celle["delmaal"]),
        "ansvar": enhetene_i(register, celle["ansvar"], kart),
    }


def _krev_hovedmaalet(celle: Mapping[str, str], hoved: str) -> None:
    """Refuse a goal whose hovedmål is nowhere. Raises KanIkke."""
    if not celle.get("hovedmaal"):
        raise KanIkke(f"hovedmålet {hoved} finnes ikke fra før; legg det inn i en rad over denne")


def _hovedmaalet(
    kode: str, celle: Mapping[str, str], delmaal: dict[str, object] | None
) -> dict[str, object]:
    return {
        "kode": kode,
        "tittel": paa_en_linje(celle["hovedmaal"]),
        "delmaal": [delmaal] if delmaal else None,
    }


def _delmaalene(hovedmaal: dict[str, object]) -> list[Any]:
    hovedmaal["delmaal"] = hovedmaal.get("delmaal") or []
    return hovedmaal["delmaal"]  # type: ignore[return-value]  # a list since the line above


def _nytt_omraade(
    register: Register,
    utkast: Utkast,
    rad: Listerad,
    celle: Mapping[str, str],
    delmaal: dict[str, object] | None,
) -> None:
    """Put a row in a satsingsområde that is not there yet."""
    kode = _koden(celle)
    hoved = kode.partition(".")[0]
    omraade = hoved.partition("-")[0]
    ny = utkast.nye.get(omraade)
    if ny is None:
        krev(celle, "omraade", *(["hovedmaal"] if "-" in kode else []))
        brukte = [post.verdi.nr for post in register.omraader]
        brukte += [int(str(ett.felter["nr"])) for ett in utkast.nye.values() if "nr" in ett.felter]
        navn = paa_en_linje(celle["omraade"])
        fil = re.sub("[^a-z0-9]+", "-", fold(navn)).strip("-")
        sti = f"data/maal/{fil}.yaml"
        opptatt = {post.fil for post in register.omraader} | set(register.uleste)
        if sti in opptatt | {ett.fil for ett in utkast.nye.values()}:
            raise KanIkke(f"«{navn}» finnes fra før med en annen kode enn {omraade}")
        felter = {"kode": omraade, "nr": max(brukte, default=0) + 1, "navn": navn, "hovedmaal": []}
        ny = NyPost(rad.sted, omraade, sti, felter)
        utkast.nye[omraade] = ny
    else:
        ny = ny._replace(sted=f"{ny.sted}, {rad.nr}")
        utkast.nye[omraade] = ny
    _likt("satsingsområdet", celle.get("omraade"), ny.felter["navn"])
    if "-" not in kode:
        return
    alle: list[Any] = ny.felter["hovedmaal"]  # type: ignore[assignment]  # made a list where the area is
    kjent = next((ett for ett in alle if ett["kode"] == hoved), None)
    if kjent is None:
        _krev_hovedmaalet(celle, hoved)
        alle.append(_hovedmaalet(hoved, celle, delmaal))
    else:
        _likt("hovedmålet", celle.get("hovedmaal"), kjent["tittel"])
        if delmaal:
            _delmaalene(kjent).append(delmaal)


def _likt(hva: str, skrevet: str | None, ment: object) -> None:
    """Refuse a row that calls what it belongs to something else than the code says."""
    if skrevet and paa_en_linje(skrevet) != ment:
        raise KanIkke(f"{hva} heter «{ment}», ikke «{paa_en_linje(skrevet)}»")


def _i_hovedmaalet(
    utkast: Utkast,
    rad: Listerad,
    sted: tuple[Post[Satsingsomraade], int],
    delmaal: dict[str, object] | None,
    celle: Mapping[str, str],
) -> None:
    """Hold a row against a hovedmål that is there, or put its delmål last in it."""
    post, nr = sted
    hoved: Hovedmaal = post.verdi.hovedmaal[nr]
    if delmaal is None:
        felter: dict[str, object] = {"tittel": paa_en_linje(celle.get("hovedmaal", "")) or None}
        _holdt_mot(utkast, rad, post, ("hovedmaal", nr), felter)
        return
    _likt("hovedmålet", celle.get("hovedmaal"), hoved.tittel)
    kode = str(delmaal["kode"])
    plass = next((i for i, ett in enumerate(hoved.delmaal) if ett.kode == kode), None)
    if plass is None:
        utkast.nye[kode] = NyPost(rad.sted, kode, post.fil, delmaal, ("hovedmaal", nr, "delmaal"))
        return
    sti = ("hovedmaal", nr, "delmaal", plass)
    sagt = {felt: delmaal[felt] for felt in ("tittel", "ansvar")}
    _holdt_mot(utkast, rad, post, sti, sagt)


def _holdt_mot(
    utkast: Utkast,
    rad: Listerad,
    post: Post[Satsingsomraade],
    sti: tuple[str | int, ...],
    felter: Mapping[str, object],
) -> None:
    """Hold what a row says against what is there, at a path in a satsingsområde."""
    maal: Any = post.verdi
    for ledd in sti:
        maal = maal[ledd] if isinstance(ledd, int) else getattr(maal, ledd)
    ulikt = tuple(ett._replace(sti=sti) for ett in forskjellene(maal, felter, tuple(felter)))
    if ulikt:
        utkast.endrede.append(EndretPost(rad.sted, maal.kode, post.fil, ulikt))
    else:
        utkast.finnes.append((rad.sted, maal.kode))
