"""The goals: satsingsområde, hovedmål, delmål, who answers, and which oppdrag work on them."""

from collections import Counter
from dataclasses import dataclass

from styring.fag.norsk import fold, mente_du, opplisting
from styring.feil import StyringFeil, UlesteData
from styring.modell.fnmaal import FnMaal
from styring.modell.maal import Satsingsomraade
from styring.register.post import Post
from styring.register.register import Maalplass, Register


@dataclass(frozen=True, slots=True)
class Delmaalsvar:
    """One delmål. ``oppdrag`` are the ids of those that refer to it."""

    kode: str
    tittel: str
    ansvar: tuple[str, ...]
    baerekraftsmaal: tuple[FnMaal, ...]
    oppdrag: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hovedmaalsvar:
    """One hovedmål with its delmål."""

    kode: str
    tittel: str
    delmaal: tuple[Delmaalsvar, ...]


@dataclass(frozen=True, slots=True)
class Omraadesvar:
    """One satsingsområde with its hovedmål."""

    kode: str
    navn: str
    hovedmaal: tuple[Hovedmaalsvar, ...]


@dataclass(frozen=True, slots=True)
class Maalantall:
    """How many of each. ``ansvarsmerker`` are pairs of delmål and unit."""

    satsingsomraader: int
    hovedmaal: int
    delmaal: int
    ansvarsmerker: int


@dataclass(frozen=True, slots=True)
class Maalsvar:
    """The answer.

    ``koblinger_oppgitt`` is False where no oppdrag refers to any delmål: then coverage is not
    known.
    """

    kommune: str
    antall: Maalantall
    ansvar_per_enhet: dict[str, int]
    koblinger_oppgitt: bool
    uten_oppdrag: tuple[str, ...]
    omraader: tuple[Omraadesvar, ...]


def maal(register: Register, omraade: str | None = None) -> Maalsvar:
    """Answer for all goals, or for one satsingsområde by its code or name."""
    valgt = finn_omraade(register, omraade) if omraade else None
    plasser = [plass for plass in register.delmaal.values() if valgt in (None, plass.omraade)]
    oppdrag_til: dict[str, list[str]] = {}
    for id_, post in register.oppdrag.items():
        for kode in post.verdi.delmaal:
            oppdrag_til.setdefault(kode, []).append(id_)
    omraader = tuple(
        _omraade(post, plasser, oppdrag_til) for post in register.omraader if valgt in (None, post)
    )
    merker = Counter(kode for plass in plasser for kode in plass.delmaal.verdi.ansvar)
    rekkefolge = [*register.enheter, *sorted(set(merker) - set(register.enheter))]
    return Maalsvar(
        kommune=register.navn,
        antall=Maalantall(
            len(omraader), sum(len(o.hovedmaal) for o in omraader), len(plasser), merker.total()
        ),
        ansvar_per_enhet={kode: merker[kode] for kode in rekkefolge},
        koblinger_oppgitt=bool(oppdrag_til),
        uten_oppdrag=tuple(
            plass.delmaal.id
            for plass in plasser
            if oppdrag_til and plass.delmaal.id not in oppdrag_til
        ),
        omraader=omraader,
    )


def _omraade(
    post: Post[Satsingsomraade], plasser: list[Maalplass], oppdrag_til: dict[str, list[str]]
) -> Omraadesvar:
    def delmaalene(kode: str) -> tuple[Delmaalsvar, ...]:
        egne = [
            plass.delmaal.verdi
            for plass in plasser
            if plass.omraade is post and plass.hovedmaal.id == kode
        ]
        return tuple(
            Delmaalsvar(
                d.kode, d.tittel, d.ansvar, d.baerekraftsmaal, tuple(oppdrag_til.get(d.kode, ()))
            )
            for d in egne
        )

    verdi = post.verdi
    return Omraadesvar(
        verdi.kode,
        verdi.navn,
        tuple(Hovedmaalsvar(h.kode, h.tittel, delmaalene(h.kode)) for h in verdi.hovedmaal),
    )


def finn_omraade(register: Register, skrevet: str) -> Post[Satsingsomraade]:
    """Find a satsingsområde by its code or name. Raises StyringFeil with what was meant."""
    navn = {navn: post for post in register.omraader for navn in (post.verdi.kode, post.verdi.navn)}
    for kjent, post in navn.items():
        if fold(kjent) == fold(skrevet):
            return post
    if not register.kjenner_maal:
        raise UlesteData(
            f"«{skrevet}» er ikke blant målene som kunne leses. Se hva som er galt med «styring"
            " valider»."
        )
    under = {plass.delmaal.id for plass in register.delmaal.values()}
    under |= {ett.kode for post in register.omraader for ett in post.verdi.hovedmaal}
    if skrevet.upper() in under:
        raise StyringFeil(
            f"{skrevet.upper()} er ett mål, ikke et satsingsområde. Se det med «styring vis"
            f" {skrevet.upper()}»."
        )
    ment = mente_du(skrevet, navn)
    forslag = (
        f"Mente du {ment}?"
        if ment
        else f"Områdene er {opplisting(post.verdi.kode for post in register.omraader)}."
    )
    raise StyringFeil(f"«{skrevet}» er ikke et kjent satsingsområde. {forslag}")
