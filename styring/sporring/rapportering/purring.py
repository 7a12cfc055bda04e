"""Who is late with what in a period: a reminder before the deadline, a purring after it, and a text
that can be sent to each unit as it is.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from styring.fag.kalender import avstand, langdato
from styring.fag.krav import er_utfylt
from styring.fag.melding import er_tom
from styring.fag.norsk import antall
from styring.fag.periode import Periode
from styring.modell.kommune import Rapporteringsfrister
from styring.register.maalvurderingene import uten_vurdering
from styring.register.register import Meldt, Register
from styring.register.sammenheng import sammenheng
from styring.register.skjema import Skjema, Skjemarad, skjemaer_i
from styring.sporring.felles.utvalg import finn_periode


class Steg(StrEnum):
    """What a unit must do itself."""

    BIDRAG = "bidrag"
    LEVERING = "levering"


@dataclass(frozen=True, slots=True)
class Mangel:
    """One step that is missing.

    ``dager`` counts from its deadline: minus is days left, None where the deadline is not set.
    ``saker`` are id and title.
    """

    steg: Steg
    frist: date | None
    dager: int | None
    saker: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Purret:
    """One unit that has not delivered, with the text to send.

    ``har_skjema`` says whether its form has been made.
    """

    enhet: str
    navn: str
    leder: str | None
    har_skjema: bool
    mangler: tuple[Mangel, ...]
    tekst: str


@dataclass(frozen=True, slots=True)
class HosStaben:
    """The forms that are delivered and wait for the staff.

    ``dager`` counts from the deadline, as for the units.
    """

    enheter: tuple[str, ...]
    frist: date | None
    dager: int | None


@dataclass(frozen=True, slots=True)
class Purresvar:
    """The answer: which units are missing what, what waits for the staff, who is done, and what the
    whole period waits for. ``uten_vurdering`` are the goals that the staff is to assess and has
    not, each with code and title.
    """

    periode: str
    navn: str
    dato: date
    purret: tuple[Purret, ...]
    hos_staben: HosStaben | None
    ferdige: tuple[str, ...]
    uleste: tuple[str, ...]
    venter_pa: str
    uten_vurdering: tuple[tuple[str, str], ...]


def purring(register: Register, skrevet: str, dato: date) -> Purresvar:
    """Answer for a period on a day."""
    periode = finn_periode(register, skrevet)
    frister = (
        (register.rutine.frister or {}).get(periode.id) if register.rutine else None
    ) or Rapporteringsfrister()
    alle = skjemaer_i(register, periode)
    uleste = tuple(
        skjema.enhet
        for skjema in alle
        if f"data/rapporter/{periode.id}/{skjema.enhet}.yaml" in register.uleste
    )
    skjemaer = [skjema for skjema in alle if skjema.enhet not in uleste]
    purret = tuple(
        _purret(skjema, _mangler(register, skjema, frister, dato), dato)
        for skjema in skjemaer
        if not _levert(skjema, dato)
    )
    ferdige = tuple(
        skjema.enhet
        for skjema in skjemaer
        if _levert(skjema, dato) and _er_sikret(register, skjema, dato)
    )
    venter = tuple(
        skjema.enhet for skjema in skjemaer if _levert(skjema, dato) and skjema.enhet not in ferdige
    )
    frist = frister.kvalitetssikring
    hos_staben = (
        HosStaben(venter, frist, (dato - frist).days if frist else None) if venter else None
    )
    pa = _venter_pa(
        register,
        periode,
        frister,
        dato,
        [*(["levering"] if purret else []), *(["kvalitetssikring"] if venter else [])],
    )
    return Purresvar(
        periode.id,
        periode.navn,
        dato,
        purret,
        hos_staben,
        ferdige,
        uleste,
        pa if alle else "",
        _uten_vurdering(register, periode, dato),
    )


def _uten_vurdering(
    register: Register, periode: Periode, dato: date
) -> tuple[tuple[str, str], ...]:
    """The goals that lack an assessment when the year is over; what is approved waits for none."""
    samlet = register.samlerapporter.get(periode.id)
    godkjent = samlet.verdi.godkjent if samlet else None
    if periode.slutt > dato or (godkjent and godkjent.dato <= dato):
        return ()
    return tuple((ett.kode, ett.tittel) for ett in uten_vurdering(register, periode))


def _levert(skjema: Skjema, dato: date) -> bool:
    return skjema.levert is not None and skjema.levert <= dato


def _er_sikret(register: Register, skjema: Skjema, dato: date) -> bool:
    post = register.rapporter.get(f"{skjema.periode.id}/{skjema.enhet}")
    sikret = post.verdi.kvalitetssikret if post else None
    return sikret is not None and sikret <= dato


def _mangler(
    register: Register, skjema: Skjema, frister: Rapporteringsfrister, dato: date
) -> list[Mangel]:
    tomme = [rad for rad in skjema.rader if _ikke_utfylt(register, skjema, rad)]
    bidrag = [rad for rad in tomme if rad.sak.slag == "bidrag"]
    mangler = [_mangel(Steg.BIDRAG, frister.bidrag, dato, bidrag)] if bidrag else []
    return [
        *mangler,
        _mangel(
            Steg.LEVERING,
            frister.levering,
            dato,
            [rad for rad in tomme if rad.sak.slag != "bidrag"],
        ),
    ]


def _mangel(steg: Steg, frist: date | None, dato: date, rader: list[Skjemarad]) -> Mangel:
    return Mangel(
        steg,
        frist,
        (dato - frist).days if frist else None,
        tuple((rad.sak.id, rad.sak.tittel) for rad in rader),
    )


def _ikke_utfylt(register: Register, skjema: Skjema, rad: Skjemarad) -> bool:
    if rad.melding is None or er_tom(rad.melding):
        return True
    meldt = Meldt(rad.sak.id, rad.sak.slag, skjema.periode.id, skjema.enhet, rad.melding, None, "")
    return any(er_utfylt(sammenheng(register, meldt, None)))


def _venter_pa(
    register: Register,
    periode: Periode,
    frister: Rapporteringsfrister,
    dato: date,
    skjemasteg: list[str],
) -> str:
    """What the period as a whole waits for; nothing where it has been treated.

    What is approved no longer waits for forms.
    """
    samlet = register.samlerapporter.get(periode.id)
    if samlet and any(behandling.dato <= dato for behandling in samlet.verdi.behandlet):
        return ""
    if samlet and samlet.verdi.godkjent and samlet.verdi.godkjent.dato <= dato:
        sendt = samlet.verdi.utsendt and samlet.verdi.utsendt <= dato
        return (
            f"politisk behandling{_naar(frister.mote, dato)}"
            if sendt
            else f"utsending{_naar(frister.utsending, dato)}"
        )
    return skjemasteg[0] if skjemasteg else f"godkjenning{_naar(frister.godkjenning, dato)}"


def _naar(frist: date | None, dato: date) -> str:
    return f", {langdato(frist)} ({avstand(dato, frist)})" if frist else " (frist ikke satt)"


def _purret(skjema: Skjema, mangler: list[Mangel], dato: date) -> Purret:
    return Purret(
        skjema.enhet,
        skjema.navn,
        skjema.leder,
        skjema.finnes,
        tuple(mangler),
        _tekst(skjema, mangler, dato),
    )


def _tekst(skjema: Skjema, mangler: list[Mangel], dato: date) -> str:
    """One mail, ready to be sent: what, by when, how late, and what exactly is missing."""
    forste = mangler[0]
    sist = mangler[-1]
    emne = "Purring" if (sist.dager or 0) > 0 else "Påminnelse"
    linjer = [
        f"{emne}: {skjema.periode.navn} fra {skjema.navn}",
        "",
        f"Hei, {skjema.leder or skjema.navn}",
        "",
    ]
    linjer.append(
        f"Vi mangler skjemaet fra {skjema.navn} for {skjema.periode.navn}.{_om_fristen(sist, dato)}"
    )
    for mangel in mangler:
        if mangel.saker:
            hva = (
                "Bidrag til andres oppdrag"
                if mangel.steg is Steg.BIDRAG
                else "Egne oppdrag og vedtak"
            )
            frist = _om_fristen(mangel, dato) if mangel is forste and mangel is not sist else ""
            linjer += [
                "",
                f"{hva} uten svar ({antall(len(mangel.saker), 'sak')}):{frist}",
                *(f"– {' '.join(tittel.split())} ({id_})" for id_, tittel in mangel.saker),
            ]
    alt_besvart = not any(mangel.saker for mangel in mangler)
    if alt_besvart and not skjema.samlet_vurdering:
        linjer += ["", "Alle sakene er besvart. Det som gjenstår, er den samlede vurderingen."]
    elif alt_besvart:
        linjer += [
            "",
            "Alle sakene er besvart. Det som gjenstår, er at dere sier fra at skjemaet er ferdig.",
        ]
    elif not skjema.samlet_vurdering:
        linjer += ["", "Den samlede vurderingen mangler også."]
    return "\n".join([*linjer, "", "Er noe uklart, ta kontakt, så hjelper vi."])


def _om_fristen(mangel: Mangel, dato: date) -> str:
    if mangel.frist is None or mangel.dager is None:
        return " Fristen er ikke satt."
    if mangel.dager > 0:
        return f" Fristen var {langdato(mangel.frist)}, for {antall(mangel.dager, 'dag')} siden."
    return f" Fristen er {langdato(mangel.frist)}, {avstand(dato, mangel.frist)}."
