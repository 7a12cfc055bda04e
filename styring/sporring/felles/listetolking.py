"""What any list would add: each row as a new record, one that is there already, one that says
something else, or one that can't be taken in; and what the rows say of how it goes.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from styring.fag.brudd import STATUSORD
from styring.fag.liste import Liste, Listerad, Merknad
from styring.fag.listeslag import SKJEMAFELTER, Listekart, Listeslag
from styring.fag.melding import er_tom
from styring.fag.norsk import fold, mente_du, opplisting
from styring.fag.periode import Periode, les_tidspunkt
from styring.register.post import Post
from styring.register.register import Register


class NyPost(NamedTuple):
    """One new record, with the fields of its file; of something inside a file that is there, the
    path in it to the list that it is put last in.
    """

    sted: str
    id: str
    fil: str
    felter: dict[str, object]
    i: tuple[str | int, ...] = ()


class Feltforskjell(NamedTuple):
    """One field that the list and the data say differently of; ``sti`` is where in the record."""

    felt: str
    her: object
    i_listen: object
    sti: tuple[str | int, ...] = ()


class EndretPost(NamedTuple):
    """One record that is there already, and says something else than its row."""

    sted: str
    id: str
    fil: str
    forskjeller: tuple[Feltforskjell, ...]


class Listemelding(NamedTuple):
    """What a row says of how something goes, and the file of the form it goes into."""

    sted: str
    id: str
    enhet: str
    skjema: str
    felter: dict[str, object]


@dataclass(frozen=True, slots=True)
class Listesvar:
    """The answer: how many rows there were, what is new, which rows can't be taken in and why,
    which are there already, which of those say something else, and what goes into the forms.
    """

    slag: Listeslag
    antall_rader: int
    nye: tuple[NyPost, ...]
    avslag: tuple[tuple[str, str], ...]
    finnes: tuple[tuple[str, str], ...]
    endrede: tuple[EndretPost, ...]
    merknader: tuple[Merknad, ...]
    meldinger: tuple[Listemelding, ...] = ()


class KanIkke(Exception):
    """Why one row can't be taken in."""


@dataclass(slots=True)
class Utkast:
    """The answer while the rows are being read."""

    slag: Listeslag
    liste: Liste
    nye: dict[str, NyPost] = field(default_factory=dict)
    avslag: list[tuple[str, str]] = field(default_factory=list)
    finnes: list[tuple[str, str]] = field(default_factory=list)
    endrede: list[EndretPost] = field(default_factory=list)
    meldinger: list[Listemelding] = field(default_factory=list)
    merknader: list[Merknad] = field(default_factory=list)
    steder: dict[str, str] = field(default_factory=dict)
    """Which row each record stands in: another that says the same is refused."""

    def __post_init__(self) -> None:
        self.avslag += self.liste.avslag
        self.merknader += self.liste.merknader

    def en_gang(self, id_: str, rad: Listerad, hva: str) -> None:
        """Refuse what stands in two rows. Raises KanIkke."""
        if id_ in self.steder:
            forste = self.steder[id_]
            raise KanIkke(f"«{hva}» står også i {forste[0].lower()}{forste[1:]}")
        self.steder[id_] = rad.sted

    def plasser(
        self,
        ny: NyPost,
        post: Post[Any] | None,
        sammenliknes: tuple[str, ...],
        andre: tuple[Feltforskjell, ...] = (),
        *,
        ulest: bool = False,
    ) -> None:
        """Put a record where it belongs: new, there already, or there and said otherwise; ``andre``
        are differences inside it.
        """
        ulikt = (*forskjellene(post.verdi, ny.felter, sammenliknes), *andre) if post else ()
        if post and ulikt:
            self.endrede.append(EndretPost(ny.sted, ny.id, post.fil, ulikt))
        elif post or ulest:
            self.finnes.append((ny.sted, ny.id))
        else:
            self.nye[ny.id] = ny

    def ferdig(self) -> Listesvar:
        """Give the answer."""
        return Listesvar(
            self.slag,
            len(self.liste.rader) + len(self.liste.avslag),
            tuple(self.nye.values()),
            tuple(self.avslag),
            tuple(self.finnes),
            tuple(self.endrede),
            tuple(self.merknader),
            tuple(self.meldinger),
        )


def cellene(rad: Listerad, kart: Listekart) -> dict[str, str]:
    """What a row says, by field, as text; what it leaves out is as the mapping says for all."""
    celle = {
        felt: celletekst(rad.celler.get(overskrift)) for felt, overskrift in kart.kolonner.items()
    }
    return celle | {felt: verdi for felt, verdi in kart.standard.items() if not celle.get(felt)}


def krev(celle: Mapping[str, str], *felter: str) -> None:
    """Refuse a row that leaves one of these out. Raises KanIkke."""
    if mangler := next((felt for felt in felter if not celle.get(felt)), None):
        raise KanIkke(f"{mangler} mangler")


def celletekst(celle: object) -> str:
    """One cell as text: a day as 2024-05-12, a whole number without decimals."""
    if isinstance(celle, datetime | date):
        return (celle.date() if isinstance(celle, datetime) else celle).isoformat()
    if isinstance(celle, float) and celle.is_integer():
        celle = int(celle)
    return "" if celle is None else str(celle).strip()


def paa_en_linje(tekst: str) -> str:
    """Running text with single spaces."""
    return " ".join(tekst.split())


def dagen_i(skrevet: str) -> date:
    """A day. Raises KanIkke."""
    lest = les_tidspunkt(skrevet)
    try:
        return date.fromisoformat(lest or "")
    except ValueError:
        raise KanIkke(f"«{skrevet}» er ikke en dato") from None


def enheten_i(register: Register, skrevet: str, kart: Listekart) -> str:
    """A unit by its code or name, or as the mapping says. Raises KanIkke."""
    kjente = {kode: enhet.navn for kode, enhet in register.enheter.items()}
    return koden_i(skrevet, kjente, kart, "en kjent enhet")


def enhetene_i(register: Register, skrevet: str, kart: Listekart) -> list[str]:
    """One unit, or several with ; or , or / or a new line or «og» between; a name may hold
    commas and «og» itself. Raises KanIkke.
    """
    if not skrevet:
        return []
    for skille in (None, r"[;\n]", "[;,/\n]", r"[;,/\n]|\s+og\s+"):
        deler = [del_.strip() for del_ in (re.split(skille, skrevet) if skille else [skrevet])]
        try:
            koder = [enheten_i(register, del_, kart) for del_ in deler if del_]
        except KanIkke as feil:
            sist = feil
        else:
            return list(dict.fromkeys(koder))
    raise sist


def koden_i(skrevet: str, kjente: Mapping[str, str], kart: Listekart, hva: str) -> str:
    """A code: as it is, by its name, or as the mapping says. Raises KanIkke."""
    ment = kart.navn.get(skrevet, skrevet)
    likt = {fold(kode): kode for kode in kjente} | {
        fold(navn): kode for kode, navn in kjente.items()
    }
    if fold(ment) in likt:
        return likt[fold(ment)]
    naer = mente_du(ment, [*kjente, *kjente.values()]) if ment else None
    ment_du = f"mente du «{naer}»? " if naer else ""
    raise KanIkke(
        f"«{skrevet}» er ikke {hva}; {ment_du}skriv under «navn» i kartet hva det heter her,"
        " eller legg det til i data/kommune.yaml"
    )


def forskjellene(
    post: object, felter: Mapping[str, object], navnene: tuple[str, ...]
) -> Iterator[Feltforskjell]:
    """What a row says otherwise than the record; what the list leaves out, it says nothing of."""
    for felt in navnene:
        her, der = getattr(post, felt), felter.get(felt)
        if der not in (None, []) and _likt(her) != _likt(der):
            yield Feltforskjell(felt, her, der)


def _likt(verdi: object) -> object:
    if isinstance(verdi, list | tuple):
        return tuple(verdi)
    return paa_en_linje(verdi) if isinstance(verdi, str) else verdi


class Sagt(NamedTuple):
    """What a row says by field, and what it is about."""

    sted: str
    id: str
    enhet: str
    celle: Mapping[str, str]


def les_melding(register: Register, utkast: Utkast, periode: Periode | None, sagt: Sagt) -> None:
    """Keep what a row says of how something goes, for the form of the period; say why where it
    can't be kept.
    """
    if not any(sagt.celle.get(felt) for felt in SKJEMAFELTER):
        return
    if hvorfor := _hvorfor_ikke(register, periode, sagt):
        utkast.merknader.append(Merknad(f"{sagt.sted}: {hvorfor}", viktig=True))
        return
    felter: dict[str, object] = {}
    if skrevet := sagt.celle.get("status"):
        felter |= _statusen(skrevet)
        if not felter:
            alle = opplisting(STATUSORD.values(), "eller")
            hvorfor = f"statusen «{skrevet}» er ikke lest; skriv {alle}"
            utkast.merknader.append(Merknad(f"{sagt.sted}: {hvorfor}", viktig=True))
    if merknad := sagt.celle.get("merknad"):
        felter["kommentar"] = merknad
    if felter and periode:
        skjema = f"data/rapporter/{periode.id}/{sagt.enhet}.yaml"
        utkast.meldinger.append(Listemelding(sagt.sted, sagt.id, sagt.enhet, skjema, felter))


def _statusen(skrevet: str) -> dict[str, object]:
    """A word for how something stands, as the form has it; nothing where it is none."""
    ord_ = {fold(ord_): kode for kode, ord_ in STATUSORD.items()}
    kode = ord_.get(fold(skrevet)) or {fold(ett): ett for ett in STATUSORD}.get(fold(skrevet))
    if kode is None:
        return {}
    return {"framdrift": kode} if kode in _FRAMDRIFT else {"status": kode}


_FRAMDRIFT = frozenset({"i_rute", "usikkert", "ikke_i_rute"})


def _hvorfor_ikke(register: Register, periode: Periode | None, sagt: Sagt) -> str:
    """Why what a row says of how it goes has no place."""
    enhet = sagt.enhet
    if periode is None:
        return "status og merknad er ikke lest; oppgi perioden de gjelder, med --periode"
    post = register.rapporter.get(f"{periode.id}/{enhet}")
    if post is None:
        return (
            f"status og merknad er ikke lest; skjemaet til {enhet} for {periode.id} er ikke laget."
            f" Lag det med «styring tertial start {periode.id}»"
        )
    if post.verdi.levert:
        return f"status og merknad er ikke lest; {enhet} har levert skjemaet for {periode.id}"
    slag = "oppdrag" if sagt.id in register.oppdrag else "vedtak"
    melding = (getattr(post.verdi, slag) or {}).get(sagt.id)
    if melding is None:
        return (
            f"status og merknad er ikke lest; {sagt.id} er ikke med i skjemaet til {enhet} for"
            f" {periode.id}. Oppdater det med «styring tertial start {periode.id}»"
        )
    if not er_tom(melding):
        return f"status og merknad er ikke lest; {enhet} har alt skrevet om {sagt.id}"
    return ""
