"""The status as a page and as rows."""

from styring.fag.kalender import kortdato
from styring.fag.norsk import antall
from styring.fag.tilstand import AVVIK, Tilstand
from styring.sporring.oppdrag.status import Enhetsrad, Statussvar
from styring.sporring.oppdrag.stilling import Stilling
from styring.visning.felles.blokker import (
    Bit,
    Blokk,
    Kolonne,
    Linje,
    Overskrift,
    Side,
    Stolpe,
    Tabell,
    dempet,
    linje,
)
from styring.visning.felles.merker import tilstandsbit
from styring.visning.felles.ord import dag_og_uke, enhetstittel, fristbit, tellelinje
from styring.visning.okonomi.ord import okonomilinje
from styring.visning.oppdrag.statusark import ark

__all__ = ["INGEN_OPPDRAG", "ark", "side"]

INGEN_OPPDRAG = "Ingen oppdrag er lagt inn. Ett oppdrag er én fil: data/oppdrag/<år>/<KODE>.yaml"

_FOR_ANDRE = (Kolonne("Id"), Kolonne("", fri=True), Kolonne("Frist"), Kolonne("Tilstand"))


def side(svar: Statussvar) -> Side:
    """Lay out the status: who and when, the counts, a row for each, what is open from before, and
    the next step.
    """
    tittel = enhetstittel(svar.enhet, svar.navn, svar.kommune)
    if svar.aar is None:
        return [Overskrift(tittel, dag_og_uke(svar.dato)), linje(dempet(INGEN_OPPDRAG))]
    hode: list[Blokk] = [
        Overskrift(tittel, dag_og_uke(svar.dato)),
        _ingress(svar),
        *_uten_brev(svar),
        *_tid(svar),
    ]
    if svar.antall == 0:
        return [*hode, *_for_andre(svar), *_vedtak(svar), *_tidligere(svar)]
    tabell = _oppdragstabell(svar.oppdrag) if svar.enhet else _enhetstabell(svar)
    return [
        *hode,
        linje(),
        Stolpe(tuple(svar.telling.items())),
        tellelinje(svar.telling),
        linje(),
        tabell,
        *_frister(svar),
        *_videreforte(svar),
        *_for_andre(svar),
        *_vedtak(svar),
        *_tidligere(svar),
        linje(),
        _neste(svar),
    ]


def _ingress(svar: Statussvar) -> Linje:
    fra_brevet = svar.enhet and svar.har_brev
    brevet = f"Styringsbrevet for {svar.aar}: " if fra_brevet else ""
    i_aar = "" if fra_brevet else f" i {svar.aar}"
    deler = [f"{brevet}{antall(svar.antall, 'oppdrag')}{i_aar}"]
    if svar.enhet:
        deler += [f"bidrar til {antall(svar.delansvar, 'oppdrag')}"] if svar.delansvar else []
        deler += (
            [f"følger opp {antall(svar.folger_opp, 'oppdrag')} for andre"]
            if svar.folger_opp
            else []
        )
        deler += [f"svarer for delmål {', '.join(svar.delmaal)}"] if svar.delmaal else []
    return linje(" · ".join(deler))


def _uten_brev(svar: Statussvar) -> list[Linje]:
    """Tell that the year has oppdrag and no letter."""
    if svar.har_brev or not svar.antall:
        return []
    return [
        linje(
            dempet(
                f"Styringsbrevet for {svar.aar} er ikke lagt inn. Legg det i"
                f" data/styringsbrev/{svar.aar}.yaml."
            )
        )
    ]


def _tid(svar: Statussvar) -> list[Linje]:
    """Of a letter that is not this year's, and of the next days."""
    ut = []
    if svar.aar and svar.aar < svar.dato.year and svar.enhet:
        ut.append(linje(dempet(f"Brevet er fra {svar.aar}. Nå er det {svar.dato.year}.")))
    if svar.neste:
        dager = " · ".join(f"{kortdato(dag)} {hva}" for dag, hva in svar.neste)
        ut.append(linje(f"Neste: {dager}"))
    return [*ut, *okonomilinje(svar.okonomi)]


def _oppdragstabell(rader: tuple[Stilling, ...]) -> Tabell:
    kolonner = [Kolonne("Id"), Kolonne("Oppdrag", fri=True), Kolonne("Frist"), Kolonne("Status")]
    med_oppgaver, med_meldt = any(rad.oppgaver for rad in rader), any(rad.meldt_i for rad in rader)
    kolonner[2:2] = [Kolonne("Oppgaver", tall=True)] if med_oppgaver else []
    kolonner += [Kolonne("Meldt")] if med_meldt else []
    return Tabell(
        tuple(kolonner),
        tuple(_oppdragsrad(rad, med_oppgaver=med_oppgaver, med_meldt=med_meldt) for rad in rader),
    )


def _oppdragsrad(rad: Stilling, *, med_oppgaver: bool, med_meldt: bool) -> tuple[Bit, ...]:
    oppgaver = (
        (Bit(f"{rad.oppgaver_ferdig}/{rad.oppgaver}") if rad.oppgaver else dempet("–"),)
        if med_oppgaver
        else ()
    )
    meldt = (dempet(rad.meldt_i or "–"),) if med_meldt else ()
    return (
        Bit(rad.id, "id"),
        Bit(rad.tittel),
        *oppgaver,
        fristbit(rad.frist, forfalt=rad.forfalt),
        tilstandsbit(rad.tilstand),
        *meldt,
    )


def _enhetstabell(svar: Statussvar) -> Tabell:
    brukte = [tilstand for tilstand, tall in svar.telling.items() if tall]
    kolonner = (
        Kolonne("Enhet"),
        Kolonne("Navn", fri=True),
        Kolonne("Oppdrag", tall=True),
        *(Kolonne(t.ord.capitalize(), tall=True) for t in brukte),
    )
    sum_ = (
        Bit("Sum", "sterk"),
        Bit(""),
        Bit(str(svar.antall), "sterk"),
        *(Bit(str(svar.telling[t]), "sterk") for t in brukte),
    )
    return Tabell(kolonner, (*(_enhetsrad(enhet, brukte) for enhet in svar.enheter), sum_))


def _enhetsrad(enhet: Enhetsrad, brukte: list[Tilstand]) -> tuple[Bit, ...]:
    tall = (
        Bit(str(enhet.telling[t]), t.value) if enhet.telling.get(t) else dempet("–") for t in brukte
    )
    return (Bit(enhet.kode, "id"), Bit(enhet.navn), Bit(str(enhet.antall)), *tall)


def _frister(svar: Statussvar) -> list[Linje]:
    if svar.uten_frist != svar.antall:
        return []
    if svar.antall == 1:
        return [
            linje(),
            linje(
                dempet(
                    f"Kilden har ingen frist for oppdraget (i løpet av {svar.aar}). Det regnes"
                    " aldri som forfalt."
                )
            ),
        ]
    return [
        linje(),
        linje(
            dempet(
                f"Kilden har ingen frist for oppdragene (i løpet av {svar.aar}). De regnes aldri"
                " som forfalt."
            )
        ),
    ]


def _videreforte(svar: Statussvar) -> list[Linje]:
    """What is not counted, because it stands under its new year."""
    if not svar.viderefort:
        return []
    hva = f"{antall(svar.viderefort, 'oppdrag')} fra {svar.aar} er videreført"
    return [linje(), linje(dempet(f"{hva}, og står i året det er videreført til."))]


def _for_andre(svar: Statussvar) -> Side:
    """What has been passed on to the unit, and its tasks in the oppdrag of others."""
    ut: list[Blokk] = []
    if svar.for_andre:
        rader = tuple(
            (
                Bit(ett.id, "id"),
                Bit(f"{ett.tittel} (for {ett.eier})"),
                fristbit(ett.frist, forfalt=ett.forfalt),
                tilstandsbit(ett.tilstand),
            )
            for ett in svar.for_andre
        )
        ut += [Overskrift("Følger opp for andre", niva=2), Tabell(_FOR_ANDRE, rader)]
    if svar.oppgaver:
        oppgaver = tuple(
            (
                Bit(ett.id, "id"),
                Bit(f"{ett.tittel} ({ett.oppdrag})"),
                fristbit(ett.frist, forfalt=ett.forfalt),
                dempet("oppgave"),
            )
            for ett in svar.oppgaver
        )
        ut += [Overskrift("Oppgaver i andres oppdrag", niva=2), Tabell(_FOR_ANDRE, oppgaver)]
    return ut


def _vedtak(svar: Statussvar) -> list[Linje]:
    apne = sum(svar.vedtak.values())
    if not apne:
        return []
    valg = f" --sektor {svar.enhet}" if svar.enhet else ""
    return [
        linje(),
        linje(
            f"Åpne vedtak: {apne} (",
            *tellelinje(svar.vedtak).biter,
            f"). Se dem: styring vedtak{valg}",
        ),
    ]


def _tidligere(svar: Statussvar) -> list[Linje]:
    return [
        linje(
            dempet(
                f"{t.aar}: {antall(t.apne, 'oppdrag')} er ikke meldt ferdig. Se dem med --aar"
                f" {t.aar}."
            )
        )
        for t in svar.tidligere
    ]


def _neste(svar: Statussvar) -> Linje:
    forfalte = [rad for rad in svar.oppdrag if rad.forfalt]
    if forfalte and forfalte[0].frist:
        frist = kortdato(forfalte[0].frist)
        return linje(
            Bit(
                f"{forfalte[0].id} hadde frist {frist}. Se det: styring vis {forfalte[0].id}",
                "",
                "pil",
            )
        )
    rapportert = svar.antall - svar.telling[Tilstand.IKKE_RAPPORTERT]
    valg = f" --sektor {svar.enhet}" if svar.enhet else ""
    valg += f" --aar {svar.aar}" if svar.aar and svar.aar < svar.dato.year else ""
    if sum(svar.telling[tilstand] for tilstand in AVVIK):
        return linje(
            Bit(
                f"Hva som ikke er i rute, og hva som trengs: styring status --bare-avvik{valg}",
                "",
                "pil",
            )
        )
    foran = "" if rapportert else "Ingen har rapportert ennå. "
    if svar.enhet:
        return linje(Bit(f"{foran}Se ett oppdrag: styring vis {svar.oppdrag[0].id}", "", "pil"))
    storst = max(svar.enheter, key=lambda enhet: enhet.antall)
    return linje(Bit(f"{foran}Se én enhet: styring status --sektor {storst.kode}", "", "pil"))
