"""What is said again and again of one thing in a report, in words a template may ask for."""

from datetime import date
from typing import Protocol

from styring.fag.kalender import kortdato
from styring.fag.periode import tidspunkt_med_ord
from styring.sporring.rapport.saker import Dokumentord, Rapportsak


def saksnavn(sak: Rapportsak) -> str:
    """Name a thing: an oppdrag by its title, a vedtak by its case number first."""
    tittel = sak.tittel.strip().removesuffix(".")
    if sak.vedtak is None:
        return tittel
    return f"{saksnummer(sak.vedtak)}: {tittel}"


class MedSaksnummer(Protocol):
    """Anything that was decided in a case, and may be one of the points of it."""

    @property
    def sak(self) -> str:
        """The case number."""

    @property
    def punkt(self) -> int | None:
        """The number in the budsjettsak, where it is a verbalvedtak."""


def saksnummer(vedtak: MedSaksnummer) -> str:
    """Say where a vedtak was made: the case, and the punkt of a budsjettsak."""
    return f"{vedtak.sak}, punkt {vedtak.punkt}" if vedtak.punkt else vedtak.sak


class MedFrist(Protocol):
    """Anything that has a deadline, and may be past it."""

    @property
    def frist(self) -> date | None:
        """The last day."""

    @property
    def forfalt(self) -> bool:
        """Whether it has passed."""


def fristdag(ett: MedFrist) -> str:
    """Say a deadline alone, and that it has passed."""
    return (
        f"{kortdato(ett.frist)}{' (forfalt)' if ett.forfalt else ''}"
        if ett.frist
        else "ikke oppgitt"
    )


def frist(sak: Rapportsak) -> str:
    """Say the deadline, and what it was in the last report where that was something else, or that
    it has passed.
    """
    if sak.frist is None:
        return "ikke oppgitt"
    merknader = [f"punkt {sak.fristpunkt}"] if sak.fristpunkt else []
    merknader += [f"før {kortdato(sak.frist_foer)}"] if sak.frist_foer else []
    merknader += [] if sak.frist_godkjent else ["ikke godkjent"]
    merknader += [f"skjemaet sier {kortdato(sak.frist_i_skjema)}"] if sak.frist_i_skjema else []
    merknader += ["forfalt"] if sak.forfalt else []
    hele = f", hele vedtaket {kortdato(sak.frist_hele)}" if sak.frist_hele else ""
    return kortdato(sak.frist) + (f" ({', '.join(merknader)})" if merknader else "") + hele


def forventet(sak: Rapportsak) -> str:
    """Say when a thing is expected to be done, and what was said last where that was something
    else.
    """
    if sak.forventet_ferdig is None:
        return "–"
    foer = (
        f" (forrige rapport: {tidspunkt_med_ord(sak.forventet_foer)})" if sak.forventet_foer else ""
    )
    return tidspunkt_med_ord(sak.forventet_ferdig) + foer


def tider(sak: Rapportsak) -> str:
    """Say both times in sentences."""
    ferdig = f" Forventes ferdig {forventet(sak)}." if sak.forventet_ferdig else ""
    return f"Frist {frist(sak)}.{ferdig}"


def tiltak(ett: tuple[str, str | None, date | None]) -> str:
    """Say a measure in one sentence: what, who, by when."""
    tekst, hvem, innen = ett
    av = ", ".join(filter(None, (hvem, f"innen {kortdato(innen)}" if innen else "")))
    return f"{tekst.strip().removesuffix('.')}{f' ({av})' if av else ''}."


def dokumentet(ett: Dokumentord) -> str:
    """Name a document, where it is found, and what it is of."""
    merknad = ", ".join(
        filter(None, (ett.henvisning, f"gjelder {ett.gjelder}" if ett.gjelder else None))
    )
    return f"{ett.tittel}{f' ({merknad})' if merknad else ''}"
