"""What a list of vedtak would add: each row as a new record, one that is there already, or one that
can't be taken in.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from styring.fag import saksnummer
from styring.fag.liste import Liste, Listerad, Merknad
from styring.fag.norsk import fold, mente_du
from styring.fag.periode import les_tidspunkt
from styring.fag.vedtaksliste import Listekart
from styring.modell.vedtak import Vedtak
from styring.register.register import Register

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


class NyttVedtak(NamedTuple):
    """One new record, with the fields of its file."""

    sted: str
    id: str
    fil: str
    felter: dict[str, object]


class Feltforskjell(NamedTuple):
    """One field that the list and the data say differently of."""

    felt: str
    her: object
    i_listen: object


class Endretvedtak(NamedTuple):
    """One record that is there already, and says something else than its row."""

    sted: str
    id: str
    fil: str
    forskjeller: tuple[Feltforskjell, ...]


@dataclass(frozen=True, slots=True)
class Vedtakslistesvar:
    """The answer: how many rows there were, what is new, which rows can't be taken in and why,
    which are there already, and which of those say something else.
    """

    antall_rader: int
    nye: tuple[NyttVedtak, ...]
    avslag: tuple[tuple[str, str], ...]
    finnes: tuple[tuple[str, str], ...]
    endrede: tuple[Endretvedtak, ...]
    merknader: tuple[Merknad, ...]


class _KanIkke(Exception):
    """Why one row can't be taken in."""


def tolk(register: Register, liste: Liste, kart: Listekart) -> Vedtakslistesvar:
    """Read every row by the mapping."""
    nye: dict[str, NyttVedtak] = {}
    avslag = list(liste.avslag)
    finnes: list[tuple[str, str]] = []
    endrede: list[Endretvedtak] = []
    steder: dict[str, str] = {}
    for rad in liste.rader:
        try:
            ny = _vedtak(register, rad, kart, nye)
        except _KanIkke as feil:
            avslag.append((rad.sted, str(feil)))
            continue
        if ny.id in steder:
            avslag.append((rad.sted, f"«{ny.felter['sak']}» står også i {_liten(steder[ny.id])}"))
            continue
        steder[ny.id] = rad.sted
        post = register.vedtak.get(ny.id)
        if post and (forskjeller := tuple(_forskjeller(post.verdi, ny.felter))):
            endrede.append(Endretvedtak(rad.sted, ny.id, post.fil, forskjeller))
        elif post or ny.fil in register.uleste:
            finnes.append((rad.sted, ny.id))
        else:
            nye[ny.id] = ny
    return Vedtakslistesvar(
        len(liste.rader) + len(liste.avslag),
        tuple(nye.values()),
        tuple(avslag),
        tuple(finnes),
        tuple(endrede),
        liste.merknader,
    )


def _liten(sted: str) -> str:
    return sted[0].lower() + sted[1:]


def _forskjeller(vedtak: Vedtak, felter: Mapping[str, object]) -> Iterator[Feltforskjell]:
    """What a row says otherwise than the record; what the list leaves out, it says nothing of."""
    for felt in ("tittel", "dato", "ansvarlig", "frist", "tekst", "svares_i"):
        her, der = getattr(vedtak, felt), felter.get(felt)
        if der is not None and _likt(her) != _likt(der):
            yield Feltforskjell(felt, her, der)


def _likt(verdi: object) -> object:
    return " ".join(verdi.split()) if isinstance(verdi, str) else verdi


def _vedtak(
    register: Register, rad: Listerad, kart: Listekart, nye: Mapping[str, NyttVedtak]
) -> NyttVedtak:
    celle = {felt: _tekst(rad.celler.get(overskrift)) for felt, overskrift in kart.kolonner.items()}
    celle |= {felt: verdi for felt, verdi in kart.standard.items() if not celle.get(felt)}
    if celle.get("sak_og_tittel"):
        celle |= _delt(celle["sak_og_tittel"])
    if isinstance(rad.celler.get(kart.kolonner.get("sak", "")), date):
        raise _KanIkke(
            f"regnearket har gjort saksnummeret om til en dato ({celle['sak']}). Gjør cellen om til"
            " tekst, og skriv nummeret på nytt"
        )
    if mangler := next(
        (felt for felt in ("sak", "dato", "tittel", "ansvarlig") if not celle.get(felt)), None
    ):
        raise _KanIkke(f"{mangler} mangler")
    sak = saksnummer.les(celle["sak"])
    if sak is None:
        raise _KanIkke(f"«{celle['sak']}» er ikke et saksnummer")
    organ = _kode(celle.get("organ") or sak.organ, register.organer, kart, "organ")
    dato = _dato(celle["dato"])
    type_ = _TYPER.get(fold(celle.get("type") or "vedtak").replace(" ", ""), "")
    if not type_:
        raise _KanIkke(
            f"«{celle['type']}» er ikke en type; skriv vedtak, budsjettsak eller verbalvedtak"
        )
    felter: dict[str, object] = {
        "tittel": " ".join(celle["tittel"].split()),
        "type": type_,
        "organ": organ,
        "sak": celle["sak"],
        "dato": dato,
        "ansvarlig": _kode(
            celle["ansvarlig"],
            {kode: enhet.navn for kode, enhet in register.enheter.items()},
            kart,
            "enhet",
        ),
        "tekst": celle.get("tekst") or None,
        "frist": _dato(celle["frist"]) if celle.get("frist") else None,
        "svares_i": celle.get("svares_i") or None,
    }
    kode = f"{organ}-{sak.nr:03}"
    if type_ == "verbalvedtak":
        forelder = f"{dato.year}-{kode}"
        kjent = forelder in nye or (
            forelder in register.vedtak and register.vedtak[forelder].verdi.type == "budsjettsak"
        )
        if not kjent or not (celle.get("punkt") or "").isdigit():
            raise _KanIkke(
                "verbalvedtaket mangler punkt"
                if kjent
                else f"budsjettsaken {celle['sak']} er ikke lagt inn"
            )
        felter |= {"forelder": forelder, "punkt": int(celle["punkt"])}
        kode = f"{kode}-V{int(celle['punkt']):02}"
    return NyttVedtak(
        rad.sted, f"{dato.year}-{kode}", f"data/vedtak/{dato.year}/{kode}.yaml", felter
    )


def _delt(skrevet: str) -> dict[str, str]:
    """A case number and the title after it, from one cell."""
    ordene = skrevet.split()
    for antall in range(min(len(ordene) - 1, _LENGSTE_SAKSNUMMER), 0, -1):
        if saksnummer.les(" ".join(ordene[:antall])):
            tittel = " ".join(ordene[antall:]).lstrip("–-: ")
            return {"sak": " ".join(ordene[:antall]), "tittel": tittel}
    raise _KanIkke(f"«{skrevet[:60]}» begynner ikke med et saksnummer")


def _tekst(celle: object) -> str:
    if isinstance(celle, datetime | date):
        return (celle.date() if isinstance(celle, datetime) else celle).isoformat()
    if isinstance(celle, float) and celle.is_integer():
        celle = int(celle)
    return "" if celle is None else str(celle).strip()


def _dato(skrevet: str) -> date:
    lest = les_tidspunkt(skrevet)
    try:
        return date.fromisoformat(lest or "")
    except ValueError:
        raise _KanIkke(f"«{skrevet}» er ikke en dato") from None


def _kode(skrevet: str, kjente: Mapping[str, str], kart: Listekart, hva: str) -> str:
    """A code for a unit or an organ: as it is, by its name, or as the mapping says."""
    ment = kart.navn.get(skrevet, skrevet)
    likt = {fold(kode): kode for kode in kjente} | {
        fold(navn): kode for kode, navn in kjente.items()
    }
    if fold(ment) in likt:
        return likt[fold(ment)]
    if not ment:
        raise _KanIkke("organet mangler; skriv det under «standard» i kartet")
    naer = mente_du(ment, [*kjente, *kjente.values()])
    ment_du = f"mente du «{naer}»? " if naer else ""
    kjent = "en kjent enhet" if hva == "enhet" else "et kjent organ"
    raise _KanIkke(
        f"«{skrevet}» er ikke {kjent}; {ment_du}skriv under «navn» i kartet hva det heter her"
    )
