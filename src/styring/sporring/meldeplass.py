"""Where something that is told today belongs: which form, which part of it."""

from datetime import date
from typing import NamedTuple

from styring.fag.periode import Periode, perioder_i
from styring.feil import StyringFeil
from styring.register.meldingene import punktet, rapporteres
from styring.register.register import Register


class Meldeplass(NamedTuple):
    """A place in a form. ``finnes`` says that the file is there, ``har_melding`` that the entry is."""

    fil: str
    slag: str
    sak: str
    periode: Periode
    frist: date | None
    finnes: bool
    har_melding: bool


def finn_meldeplass(register: Register, sak: str, dato: date, bidrag: str | None = None, periode: Periode | None = None) -> Meldeplass:
    """Find the form that is open for what is told on a day. Raises StyringFeil where there is none."""
    slag, enhet, frist = _eier(register, sak, bidrag)
    valgt = periode or _apen_periode(register, enhet, dato)
    id_ = f"{valgt.id}/{enhet}"
    post = register.rapporter.get(id_)
    fil = f"data/rapporter/{id_}.yaml"
    har = post is not None and sak in (getattr(post.verdi, slag) or {})
    return Meldeplass(fil, slag, sak, valgt, None if bidrag else frist, post is not None or fil in register.uleste, har)


def _eier(register: Register, sak: str, bidrag: str | None) -> tuple[str, str, date | None]:
    """The part of the form, the unit that tells, and the deadline."""
    oppdrag = register.oppdrag.get(sak)
    if oppdrag is not None:
        if bidrag and bidrag not in oppdrag.verdi.delansvar:
            raise StyringFeil(f"«{bidrag}» har ikke delansvar for {sak}. Se hvem som bidrar med «styring vis {sak}».")
        return ("bidrag", bidrag, oppdrag.verdi.frist) if bidrag else ("oppdrag", oppdrag.verdi.ansvarlig, oppdrag.verdi.frist)
    if bidrag:
        raise StyringFeil("--bidrag gjelder bare oppdrag. Et vedtak meldes av enheten som følger det opp.")
    funnet = punktet(register, sak)
    vedtak = register.vedtak[sak.partition("/")[0]]
    if funnet is None or funnet[0].avsluttet:
        raise StyringFeil(f"«{sak}» er avsluttet av organet og rapporteres ikke mer. Se det med «styring vis {vedtak.id}».")
    eiere = {nokkel: (enhet, frist) for nokkel, enhet, _, frist in rapporteres(vedtak.id, vedtak.verdi, dato=date.max)}
    if sak not in eiere:
        raise StyringFeil(f"«{sak}» rapporteres ikke for seg. Meld i stedet {' eller '.join(eiere) or 'verbalvedtakene'}.")
    return "vedtak", *eiere[sak]


def _apen_periode(register: Register, enhet: str, dato: date) -> Periode:
    """The last period that has ended and is not delivered yet, where its form is made; else the first one to come that is not delivered."""
    alle = [periode for aar in (dato.year - 1, dato.year, dato.year + 1) for periode in perioder_i(register.rutine, aar)]
    if not alle:
        raise StyringFeil("kommunen har ingen rapporteringsperioder. Legg inn «rapportering» i data/kommune.yaml.")
    apne = [periode for periode in alle if (post := register.rapporter.get(f"{periode.id}/{enhet}")) and not post.verdi.levert and periode.slutt < dato]
    if apne:
        return apne[-1]
    kommende = [periode for periode in alle if periode.slutt >= dato]
    return next(p for p in kommende if not ((post := register.rapporter.get(f"{p.id}/{enhet}")) and post.verdi.levert))
