"""Every id that can be asked for, and the way from what was written to the one that was meant."""

import re

from styring.fag import saksnummer
from styring.fag.kalender import kortdato
from styring.fag.norsk import fold, lik, mente_du
from styring.feil import StyringFeil, UlesteData
from styring.register.meldingene import punktet
from styring.register.register import Register


def kjente_id(register: Register) -> dict[str, str]:
    """Every id that «vis» takes, with its title. The short code of an oppdrag means the newest year's."""
    id_er = {post.id: post.verdi.tittel for post in register.ansvarsposter()}
    korte = {post.id[5:]: post.verdi.tittel for post in sorted(register.ansvarsposter(), key=lambda post: post.id)}
    for omraade in register.omraader:
        id_er[omraade.verdi.kode] = omraade.verdi.navn
        id_er |= {hovedmaal.kode: hovedmaal.tittel for hovedmaal in omraade.verdi.hovedmaal}
    id_er |= {kode: plass.delmaal.verdi.tittel for kode, plass in register.delmaal.items()}
    id_er |= {id_: post.verdi.tittel for id_, post in register.aktiviteter.items()}
    id_er |= {kode: enhet.navn for kode, enhet in register.enheter.items()} | dict(register.organer)
    id_er |= {id_: f"styringsdialog {kortdato(post.verdi.dato)}" for id_, post in register.styringsdialoger.items()}
    return {**korte, **id_er}


def finn_id(register: Register, skrevet: str) -> str:
    """Turn what was written into a full id: any case, short or full, or the case number of a vedtak. Raises StyringFeil."""
    if vedtak := _etter_saksnummer(register, skrevet):
        return vedtak
    if del_ := re.fullmatch(r"(.+[^/])/[0-9]{1,3}", skrevet.strip()):
        # A punkt of a vedtak, or an oppgave: it stands with the whole.
        return finn_id(register, del_[1])
    kjente = kjente_id(register)
    likt = {lik(id_): id_ for id_ in kjente}
    funnet = likt.get(lik(skrevet)) or {fold(id_): id_ for id_ in kjente}.get(fold(skrevet))
    if funnet is None:
        if any(lik(skrevet) in (lik(id_), lik(id_[5:])) for id_ in _uleste_poster(register)):
            raise UlesteData(f"«{skrevet}» finnes, men filen kunne ikke leses. Se hva som er galt med «styring valider».")
        if register.uleste:
            raise UlesteData(f"«{skrevet}» er ikke blant det som kunne leses. Se hva som er galt med «styring valider».")
        ment = mente_du(skrevet, kjente)
        forslag = f"Mente du {ment} ({kjente[ment]})?" if ment else f"Let med «styring finn {skrevet}»."
        raise StyringFeil(f"«{skrevet}» er ikke en kjent id. {forslag}")
    if funnet in _direkte(register):
        return funnet
    nyeste = max(post.id for post in register.ansvarsposter() if post.id[5:] == funnet)
    if any(id_[5:] == funnet and id_ > nyeste for id_ in _uleste_poster(register)):
        raise UlesteData(
            f"«{skrevet}» finnes i et nyere år, men filen kunne ikke leses. Skriv årstallet også ({nyeste}), eller rett filen; se «styring valider»."
        )
    return nyeste


def finn_sak(register: Register, skrevet: str) -> str:
    """Turn what was written into the key of something that is reported on: an oppdrag, a vedtak, or one punkt of it. Raises StyringFeil."""
    vedtak, skille, punkt = skrevet.rpartition("/")
    if skille and punkt.isdigit() and not _etter_saksnummer(register, skrevet):
        nokkel = f"{finn_id(register, vedtak)}/{int(punkt)}"
        if punktet(register, nokkel) is None:
            raise StyringFeil(f"«{vedtak}» har ikke noe punkt {punkt}. Se punktene med «styring vis {vedtak}».")
        return nokkel
    id_ = finn_id(register, skrevet)
    if id_ not in register.oppdrag and id_ not in register.vedtak:
        raise StyringFeil(f"«{skrevet}» er verken oppdrag eller vedtak. Finn det med «styring finn».")
    return id_


def _etter_saksnummer(register: Register, skrevet: str) -> str | None:
    """The vedtak with a case number. The verbalvedtak of a budsjettsak share its number; the sak itself is meant."""
    sokt = saksnummer.les(skrevet)
    if sokt is None:
        return None
    for id_, post in register.vedtak.items():
        sak = saksnummer.les(post.verdi.sak)
        if sak and post.verdi.type != "verbalvedtak" and saksnummer.like(sokt, sak, post.verdi.organ):
            return id_
    return None


def _uleste_poster(register: Register) -> list[str]:
    """The ids of the oppdrag and vedtak that could not be read."""
    stier = [fil.split("/") for fil in register.uleste if fil.startswith(("data/oppdrag/", "data/vedtak/"))]
    return [f"{sti[2]}-{sti[3].removesuffix('.yaml')}" for sti in stier if len(sti) == len(("data", "oppdrag", "aar", "fil"))]


def _direkte(register: Register) -> set[str]:
    maalkoder = {kode for omraade in register.omraader for kode in (omraade.verdi.kode, *(h.kode for h in omraade.verdi.hovedmaal))}
    return {
        *register.oppdrag,
        *register.vedtak,
        *register.styringsdialoger,
        *register.delmaal,
        *register.aktiviteter,
        *register.enheter,
        *register.organer,
        *maalkoder,
    }
