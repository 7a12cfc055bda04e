"""Where something that is told today belongs: which form, which part of it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple, cast

from styring.fag.dekning import avdekk
from styring.fag.meldingskrav import KRAV
from styring.fag.periode import Periode, perioder_i
from styring.fag.vedtaksdeler import er_avsluttet, rapporteres
from styring.feil import StyringFeil
from styring.modell.rapport import Melding, Tiltak
from styring.register.meldingene import forrige_melding, fristen, punktet
from styring.register.register import Meldt, Register
from styring.register.sammenheng import sammenheng


class Meldeplass(NamedTuple):
    """A place in a form.

    ``finnes`` says that the file is there; ``melding`` is the entry as it stands, ``forrige`` what
    was told in the period before.
    """

    fil: str
    slag: str
    sak: str
    periode: Periode
    frist: date | None
    finnes: bool
    melding: Melding | None
    forrige: Melding | None


def finn_meldeplass(
    register: Register,
    sak: str,
    dato: date,
    bidrag: str | None = None,
    periode: Periode | None = None,
) -> Meldeplass:
    """Find the form that is open for what is told on a day.

    Raises StyringFeil where there is none.
    """
    slag, enhet, frist = _eier(register, sak, bidrag, dato)
    valgt = periode or _apen_periode(
        register, enhet, dato, int(sak[:4]) if sak in register.oppdrag else None
    )
    id_ = f"{valgt.id}/{enhet}"
    post = register.rapporter.get(id_)
    fil = f"data/rapporter/{id_}.yaml"
    melding = (getattr(post.verdi, slag) or {}).get(sak) if post else None
    forrige = forrige_melding(register, sak, valgt.id, slag, bidrag)
    finnes = post is not None or fil in register.uleste
    return Meldeplass(
        fil,
        slag,
        sak,
        valgt,
        None if bidrag else frist,
        finnes,
        melding,
        forrige.melding if forrige else None,
    )


def _eier(
    register: Register, sak: str, bidrag: str | None, dato: date
) -> tuple[str, str, date | None]:
    """The part of the form, the unit that tells, and the deadline."""
    oppdrag = register.oppdrag.get(sak)
    if oppdrag is not None:
        if bidrag and bidrag not in oppdrag.verdi.delansvar:
            raise StyringFeil(
                f"«{bidrag}» har ikke delansvar for {sak}. Se hvem som bidrar med «styring vis"
                f" {sak}»."
            )
        return (
            ("bidrag", bidrag, oppdrag.verdi.frist)
            if bidrag
            else ("oppdrag", oppdrag.verdi.ansvarlig, oppdrag.verdi.frist)
        )
    if bidrag:
        raise StyringFeil(
            "--bidrag gjelder bare oppdrag. Et vedtak meldes av enheten som følger det opp."
        )
    funnet = punktet(register, sak)
    vedtak = register.vedtak[sak.partition("/")[0]]
    if funnet is None or any(del_ is not None and er_avsluttet(del_, dato) for del_ in funnet):
        raise StyringFeil(
            f"«{sak}» er avsluttet av organet og rapporteres ikke mer. Se det med «styring vis"
            f" {vedtak.id}»."
        )
    eiere = {
        del_.nokkel: (del_.enhet, fristen(vedtak.verdi, del_.punkt, dato))
        for del_ in rapporteres(vedtak.id, vedtak.verdi, dato)
    }
    if sak not in eiere:
        raise StyringFeil(
            f"«{sak}» rapporteres ikke for seg. Meld i stedet"
            f" {' eller '.join(eiere) or 'verbalvedtakene'}."
        )
    return "vedtak", *eiere[sak]


def _apen_periode(register: Register, enhet: str, dato: date, aar: int | None) -> Periode:
    """The last period that has ended and is not delivered yet, where its form is made or not due;
    else the first one to come that is not delivered.

    ``aar`` keeps an oppdrag within its own year: after its end, what is told belongs to the year's
    last form. A vedtak knows no year.
    """
    aarene = (dato.year - 1, dato.year, dato.year + 1) if aar is None else (aar,)
    alle = [periode for ett in aarene for periode in perioder_i(register.rutine, ett)]
    if not alle:
        raise StyringFeil(
            "kommunen har ingen rapporteringsperioder. Legg inn «rapportering» i data/kommune.yaml;"
            " se docs/rapportering.md."
        )

    def er_levert(periode: Periode) -> bool:
        post = register.rapporter.get(f"{periode.id}/{enhet}")
        return post is not None and post.verdi.levert is not None

    frister = (register.rutine.frister if register.rutine else None) or {}

    def kan_ennaa_leveres(periode: Periode) -> bool:
        levering = frister[periode.id].levering if periode.id in frister else None
        return f"{periode.id}/{enhet}" in register.rapporter or (
            levering is not None and dato <= levering
        )

    apne = [
        periode
        for periode in alle
        if periode.slutt < dato and kan_ennaa_leveres(periode) and not er_levert(periode)
    ]
    kommende = [
        periode
        for periode in alle
        if (periode.slutt >= dato or periode is alle[-1]) and not er_levert(periode)
    ]
    if not apne and not kommende:
        raise StyringFeil(
            f"{enhet} har levert alle skjemaene for {alle[-1].aar}. Det som er nytt, meldes om"
            " oppdraget som fører dette videre."
        )
    return apne[-1] if apne else kommende[0]


def mangler_i(
    register: Register, plass: Meldeplass, felter: Mapping[str, object]
) -> Iterator[tuple[str, str]]:
    """What would be missing of an entry with some fields set: the code of each demand that is not
    met, and what to say to the one who tells.
    """
    sagt = {navn: verdi for navn, verdi in felter.items() if verdi is not None}
    tiltak = [Tiltak(**ett) for ett in cast("list[dict[str, Any]]", sagt.pop("tiltak", None) or [])]
    melding = replace(plass.melding or Melding(), **cast("dict[str, Any]", sagt))
    melding = replace(melding, tiltak=tuple(tiltak) or melding.tiltak)
    enhet = plass.fil.rpartition("/")[2].removesuffix(".yaml")
    meldt = Meldt(plass.sak, plass.slag, plass.periode.id, enhet, melding, None, "")
    gitt = sammenheng(register, meldt, None)
    for krav in KRAV:
        if krav.stopper or krav.kode == "ST615":
            yield from ((krav.kode, avdekk(brudd.til_leder)) for brudd in krav.sjekk(gitt))
