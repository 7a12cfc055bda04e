"""What a list of vedtak would add: each row as a new record, one that is there already, or one that
can't be taken in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from styring.fag import saksnummer
from styring.fag.norsk import fold, mente_du
from styring.fag.periode import les_tidspunkt
from styring.fag.vedtaksliste import Listekart, Listerad
from styring.register.register import Register

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

    rad: int
    id: str
    fil: str
    felter: dict[str, object]


@dataclass(frozen=True, slots=True)
class Vedtakslistesvar:
    """The answer: what is new, which rows can't be taken in and why, and which are
    there already.
    """

    nye: tuple[NyttVedtak, ...]
    avslag: tuple[tuple[int, str], ...]
    finnes: tuple[tuple[int, str], ...]


class _KanIkke(Exception):
    """Why one row can't be taken in."""


def tolk(register: Register, rader: Sequence[Listerad], kart: Listekart) -> Vedtakslistesvar:
    """Read every row by the mapping."""
    nye: dict[str, NyttVedtak] = {}
    avslag: list[tuple[int, str]] = []
    finnes: list[tuple[int, str]] = []
    for rad in rader:
        try:
            ny = _vedtak(register, rad, kart, nye)
        except _KanIkke as feil:
            avslag.append((rad.nr, str(feil)))
            continue
        if ny.id in register.vedtak or ny.fil in register.uleste:
            finnes.append((rad.nr, ny.id))
        elif ny.id in nye:
            avslag.append((rad.nr, f"«{ny.felter['sak']}» står også i rad {nye[ny.id].rad}"))
        else:
            nye[ny.id] = ny
    return Vedtakslistesvar(tuple(nye.values()), tuple(avslag), tuple(finnes))


def _vedtak(
    register: Register, rad: Listerad, kart: Listekart, nye: Mapping[str, NyttVedtak]
) -> NyttVedtak:
    celle = {felt: _tekst(rad.celler.get(overskrift)) for felt, overskrift in kart.kolonner.items()}
    celle |= {felt: verdi for felt, verdi in kart.standard.items() if not celle.get(felt)}
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
    return NyttVedtak(rad.nr, f"{dato.year}-{kode}", f"data/vedtak/{dato.year}/{kode}.yaml", felter)


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
