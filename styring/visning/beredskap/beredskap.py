"""Preparedness as a page and as rows."""

from datetime import date

from styring.fag.beredskap import HENDELSESSLAG, PLANSLAG, SistGjort
from styring.fag.kalender import kortdato
from styring.fag.norsk import lik, med_punktum, opplisting
from styring.modell.form import Leser
from styring.sporring.beredskap.beredskap import (
    Beredskapsmangel,
    Beredskapssvar,
    Hendelsesstand,
    Planstand,
    Rosstand,
)
from styring.visning.felles.blokker import (
    Ark,
    Bit,
    Blokk,
    Felter,
    Kolonne,
    Overskrift,
    Side,
    Tabell,
    dempet,
    linje,
)
from styring.visning.felles.ord import dag_og_uke, enhetstittel, fristbit

_PLANER = (
    Kolonne("Plan", fri=True),
    Kolonne("Eier"),
    Kolonne("Sist revidert"),
    Kolonne("Sist øvd"),
    Kolonne("Varsling prøvd"),
)
_HENDELSER = (
    Kolonne("Dag"),
    Kolonne("Hva", fri=True),
    Kolonne("Enheter"),
    Kolonne("Evaluert"),
    Kolonne("Mangler"),
)
_MANGLER = (
    Kolonne("Id"),
    Kolonne("Hva mangler, og hva gjøres", fri=True),
    Kolonne("Ansvarlig"),
    Kolonne("Frist"),
)


def side(svar: Beredskapssvar) -> Side:
    """Lay out the analysis, the plans, what has happened, and what is lacking."""
    hode = Overskrift(enhetstittel(svar.enhet, svar.navn, svar.kommune), dag_og_uke(svar.dato))
    if svar.leser is Leser.OFFENTLIG:
        return [hode, linje(dempet("Beredskapen er ikke offentlig."))]
    return [
        hode,
        Overskrift("Helhetlig risiko- og sårbarhetsanalyse", niva=2),
        *_ros(svar),
        Overskrift(f"Planer ({len(svar.planer)})", niva=2),
        *_tabell(_PLANER, tuple(map(_plan, svar.planer)), "Ingen planer er lagt inn."),
        Overskrift(f"Øvelser og hendelser ({len(svar.hendelser)})", niva=2),
        *_tabell(_HENDELSER, tuple(map(_hendelse, svar.hendelser)), "Ingen er lagt inn."),
        Overskrift(f"Mangler som ikke er rettet ({len(svar.mangler)})", niva=2),
        *_tabell(_MANGLER, tuple(map(_mangel, svar.mangler)), "Ingen."),
        *_skjult(svar),
    ]


def ark(svar: Beredskapssvar) -> Ark:
    """The rows for a spreadsheet: plans, what has happened, and what is lacking."""
    planer = (
        ("plan", p.id, p.tittel, p.eier, p.revidert.sist, p.ovd.sist, None, None, None)
        for p in svar.planer
    )
    hendelser = (
        (
            HENDELSESSLAG[h.type],
            h.id,
            h.tittel,
            " ".join(h.enheter),
            h.dato,
            None,
            h.evaluert,
            h.frist,
            h.sen,
        )
        for h in svar.hendelser
    )
    mangler = (
        ("mangel", m.id, m.tekst, m.ansvarlig, None, None, None, m.frist, m.forfalt)
        for m in svar.mangler
    )
    return Ark(
        ("slag", "id", "tittel", "hvem", "dag", "ovd", "evaluert", "frist", "forfalt"),
        (*planer, *hendelser, *mangler),
    )


def _tabell(
    kolonner: tuple[Kolonne, ...], rader: tuple[tuple[Bit, ...], ...], ingen: str
) -> list[Blokk]:
    return [Tabell(kolonner, rader)] if rader else [linje(dempet(ingen))]


def _skjult(svar: Beredskapssvar) -> list[Blokk]:
    if not svar.skjulte_slag:
        return []
    ord_ = "Noe er ikke for denne leseren. Det som ser ut til å mangle her, kan finnes."
    return [linje(), linje(dempet(ord_))]


def _ros(svar: Beredskapssvar) -> list[Blokk]:
    ros = svar.ros
    if ros is None:
        skjult = "ros" in svar.skjulte_slag
        return [
            linje(dempet("Ikke for denne leseren." if skjult else "Ingen analyse er lagt inn."))
        ]
    hvor = " ".join(filter(None, (ros.organ and f"i {ros.organ},", ros.sak)))
    alder = " Den er eldre enn en valgperiode." if ros.gammel else ""
    par = [
        (
            "Dato",
            Bit(
                f"{kortdato(ros.dato)}.{alder}" if alder else kortdato(ros.dato),
                "forfalt" if alder else "",
            ),
        ),
        ("Forankret", Bit(hvor) if hvor else dempet("ikke oppgitt")),
        ("Ikke med", Bit(opplisting(ros.ikke_med) if ros.ikke_med else "alle er med")),
        ("Tiltak", _tiltakene(ros)),
        ("Ligger i", Bit(ros.arkiv) if ros.arkiv else dempet("ikke oppgitt")),
    ]
    return [Felter(tuple(par))]


def _tiltakene(ros: Rosstand) -> Bit:
    tall = ros.tiltakstall
    if tall is None:
        return dempet("ikke talt")
    return Bit(f"{tall.apne} åpne og {tall.ferdige} ferdige, talt {kortdato(tall.dato)}")


def _plan(plan: Planstand) -> tuple[Bit, ...]:
    slag = PLANSLAG[plan.type]
    sagt = plan.type == "fagplan" or lik(plan.tittel) == lik(slag)
    navn = plan.tittel if sagt else f"{plan.tittel} ({slag})"
    return (
        Bit(navn, lenke=plan.id),
        Bit(plan.eier),
        _siden(plan.revidert),
        _siden(plan.ovd),
        Bit(kortdato(plan.varsling)) if plan.varsling else dempet("ikke oppgitt"),
    )


def _siden(naar: SistGjort) -> Bit:
    if naar.sist is None:
        return Bit("ikke oppgitt", "forfalt", "forfalt")
    if naar.for_lenge:
        return Bit(f"{kortdato(naar.sist)} for lenge siden", "forfalt", "forfalt")
    return Bit(kortdato(naar.sist))


def _hendelse(ett: Hendelsesstand) -> tuple[Bit, ...]:
    return (
        Bit(kortdato(ett.dato)),
        Bit(f"{ett.tittel} ({HENDELSESSLAG[ett.type]})", lenke=ett.id),
        Bit(", ".join(ett.enheter)),
        _evaluert(ett.evaluert, ett.frist, sen=ett.sen),
        Bit(f"{ett.mangler}, {ett.apne or 'ingen'} åpne")
        if ett.mangler
        else dempet("ingen" if ett.evaluert else "–"),
    )


def _evaluert(dag: date | None, frist: date | None, *, sen: bool) -> Bit:
    if dag:
        return Bit(kortdato(dag))
    if frist is None:
        return dempet("ikke evaluert")
    if sen:
        return Bit(f"nei, fristen var {kortdato(frist)}", "forfalt", "forfalt")
    return dempet(f"frist {kortdato(frist)}")


def _mangel(ett: Beredskapsmangel) -> tuple[Bit, ...]:
    gjores = f" Tiltak: {' '.join(ett.tiltak.split())}" if ett.tiltak else " Ingen tiltak."
    return (
        Bit(ett.id, "id"),
        Bit(med_punktum(ett.tekst) + gjores),
        Bit(ett.ansvarlig) if ett.ansvarlig else dempet("ikke oppgitt"),
        fristbit(ett.frist, forfalt=ett.forfalt),
    )
