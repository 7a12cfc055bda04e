"""Every id that can be asked for, and the way from what was written to the one that was meant."""

import re
from collections.abc import Callable

from styring.fag import saksnummer
from styring.fag.kalender import kortdato
from styring.fag.norsk import er_tall, fold, lik, mente_du
from styring.feil import StyringFeil, UlesteData
from styring.register.maalingene import indikatorstedene
from styring.register.meldingene import punktet
from styring.register.posttyper import Posttype
from styring.register.register import Register
from styring.register.typer import alle, tittel_paa
from styring.sporring.poster.vis_tiltak import tiltaks_id_er


def kjente_id(register: Register) -> dict[str, str]:
    """Every id that «vis» takes, with its title.

    The short code of an oppdrag or a measure means the newest year's.
    """
    hele = _hele(register)
    return {**{kort: hele[id_] for kort, id_ in _korte(register).items()}, **hele}


def _korte(register: Register) -> dict[str, str]:
    """The whole id of each short one: without its year the newest is meant, and of an oppdrag and a
    measure of the same name the oppdrag.
    """
    tiltak = (id_ for id_ in tiltaks_id_er(register) if "/" in id_)
    korte = {id_.partition("/")[2]: id_ for id_ in sorted(tiltak)}
    return korte | {id_[5:]: id_ for id_ in sorted(p.id for p in register.ansvarsposter())}


def _hele(register: Register) -> dict[str, str]:
    """Every full id with its title, of all types: as its own questions know it, else by
    the file.
    """
    id_er: dict[str, str] = {}
    for type_ in sorted(alle(), key=lambda type_: type_.navn in _SIST):
        id_er |= id_ene(register, type_)
    return id_er


def id_ene(register: Register, type_: Posttype) -> dict[str, str]:
    """The full ids of one type, each with its title."""
    navngi = _NAVN.get(type_.navn)
    poster = register.poster.get(type_.navn, {}).values()
    return navngi(register) if navngi else {post.id: tittel_paa(type_, post) for post in poster}


def _maalene(register: Register) -> dict[str, str]:
    id_er: dict[str, str] = {}
    for omraade in register.omraader:
        id_er[omraade.verdi.kode] = omraade.verdi.navn
        id_er |= {hovedmaal.kode: hovedmaal.tittel for hovedmaal in omraade.verdi.hovedmaal}
    id_er |= {sted.indikator.kode: sted.indikator.navn for sted in indikatorstedene(register)}
    return id_er | {kode: plass.delmaal.verdi.tittel for kode, plass in register.delmaal.items()}


_NAVN: dict[str, Callable[[Register], dict[str, str]]] = {
    "kommune": lambda register: (
        ({"kommune": register.navn} if register.kommune else {})
        | {kode: enhet.navn for kode, enhet in register.enheter.items()}
        | dict(register.organer)
    ),
    "maal": _maalene,
    "arshjul": lambda register: {
        id_: post.verdi.tittel for id_, post in register.aktiviteter.items()
    },
    "innsparing": tiltaks_id_er,
    "styringsdialog": lambda register: {
        id_: f"styringsdialog {kortdato(post.verdi.dato)}"
        for id_, post in register.styringsdialoger.items()
    },
}
"""What is asked for by other names than that of its file, by record type."""
_SIST = frozenset({"kommune", "arshjul", "styringsdialog"})
"""The codes of units and organs are short; of two names that are alike, a goal or an oppdrag is
meant.
"""


def finn_id(register: Register, skrevet: str) -> str:
    """Turn what was written into a full id: any case, short or full, or the case number of a
    vedtak. Raises StyringFeil.
    """
    if vedtak := _etter_saksnummer(register, skrevet):
        return vedtak
    if del_ := re.fullmatch(r"(.+[^/])/[0-9]{1,3}", skrevet.strip()):
        # A punkt of a vedtak, or an oppgave: it stands with the whole.
        return finn_id(register, del_[1])
    kjente = kjente_id(register)
    likt = {lik(id_): id_ for id_ in kjente}
    funnet = (
        skrevet
        if skrevet in kjente
        else likt.get(lik(skrevet)) or {fold(id_): id_ for id_ in kjente}.get(fold(skrevet))
    )
    if funnet is None:
        if any(lik(skrevet) in (lik(id_), lik(id_[5:])) for id_ in register.uleste_id_er):
            raise UlesteData(
                f"«{skrevet}» finnes, men filen kunne ikke leses. Se hva som er galt med «styring"
                " valider»."
            )
        if register.uleste:
            raise UlesteData(
                f"«{skrevet}» er ikke blant det som kunne leses. Se hva som er galt med «styring"
                " valider»."
            )
        if any(skrevet.upper() in post.verdi.omraader for post in register.budsjetter.values()):
            raise StyringFeil(
                f"«{skrevet.upper()}» er et budsjettområde. Se det med «styring okonomi --omraade"
                f" {skrevet.upper()}»."
            )
        ment = mente_du(skrevet, kjente)
        forslag = (
            f"Mente du {ment} ({kjente[ment]})?" if ment else f"Let med «styring finn {skrevet}»."
        )
        raise StyringFeil(f"«{skrevet}» er ikke en kjent id. {forslag}")
    if funnet in _hele(register):
        return funnet
    nyeste = _korte(register)[funnet]
    if any(id_[5:] == funnet and id_ > nyeste for id_ in register.uleste_id_er):
        raise UlesteData(
            f"«{skrevet}» finnes i et nyere år, men filen kunne ikke leses. Skriv årstallet også"
            f" ({nyeste}), eller rett filen; se «styring valider»."
        )
    return nyeste


def finn_sak(register: Register, skrevet: str) -> str:
    """Turn what was written into the key of something that is reported on: an oppdrag, a vedtak, or
    one punkt of it. Raises StyringFeil.
    """
    vedtak, skille, punkt = skrevet.rpartition("/")
    if skille and er_tall(punkt) and not _etter_saksnummer(register, skrevet):
        nokkel = f"{finn_id(register, vedtak)}/{int(punkt)}"
        if punktet(register, nokkel) is None:
            raise StyringFeil(
                f"«{vedtak}» har ikke noe punkt {punkt}. Se punktene med «styring vis {vedtak}»."
            )
        return nokkel
    id_ = finn_id(register, skrevet)
    if id_ not in register.oppdrag and id_ not in register.vedtak:
        raise StyringFeil(
            f"«{skrevet}» er verken et oppdrag, et vedtak eller en linje i en plan. Finn det med"
            " «styring finn» eller «styring mine»."
        )
    return id_


def _etter_saksnummer(register: Register, skrevet: str) -> str | None:
    """The vedtak with a case number.

    The verbalvedtak of a budsjettsak share its number; the sak itself is meant.
    """
    sokt = register.les_sak(skrevet)
    if sokt is None:
        return None
    for id_, post in register.vedtak.items():
        sak = register.les_sak(post.verdi.sak)
        if (
            sak
            and post.verdi.type != "verbalvedtak"
            and saksnummer.like(sokt, sak, post.verdi.organ)
        ):
            return id_
    return None
