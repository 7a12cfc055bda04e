"""One oppdrag as a page."""

from styring.fag.kalender import avstand, kortdato
from styring.fag.tilstand import LUKKEDE
from styring.modell.oppdrag import Oppgave
from styring.sporring.poster.vis_svar import Oppdragsvar
from styring.visning.felles.blokker import (
    Bit,
    Blokk,
    Felter,
    Gren,
    Kolonne,
    Overskrift,
    Side,
    Tabell,
    dempet,
    linje,
)
from styring.visning.felles.feltvisning import felter as ovrige
from styring.visning.felles.meldinger import flyttinger, meldinger
from styring.visning.felles.merker import tilstandsbit
from styring.visning.poster.visdeler import IKKE_OPPGITT, eller_hull, par


def oppdragsside(svar: Oppdragsvar) -> Side:
    """Lay out one oppdrag."""
    hvor_lenge = (
        f", {avstand(svar.dato, svar.frist)}"
        if svar.frist and svar.tilstand not in LUKKEDE and not svar.viderefort_til
        else ""
    )
    frist = (
        Bit(f"{kortdato(svar.frist)}{hvor_lenge}")
        if svar.frist
        else dempet(f"{IKKE_OPPGITT} (i løpet av {svar.id[:4]})")
    )
    felter = Felter(
        (
            ("Sist meldt" if svar.viderefort_til else "Status", tilstandsbit(svar.tilstand)),
            *((("Videreført i", Bit(svar.viderefort_til, "id")),) if svar.viderefort_til else ()),
            ("Ansvarlig", Bit(f"{svar.ansvarlig}, {svar.ansvarlig_navn}")),
            ("Bidrar", eller_hull(", ".join(svar.delansvar))),
            ("Frist", frist),
            ("Art", eller_hull("løpende" if svar.art == "lopende" else svar.art)),
            ("Ferdig når", eller_hull(svar.ferdig_nar)),
            *((("Avgrensning", Bit(svar.avgrensning)),) if svar.avgrensning else ()),
            ("Hentet fra", eller_hull(svar.hentet_fra)),
            *((("Videreført fra", Bit(svar.viderefort_fra)),) if svar.viderefort_fra else ()),
            *(
                (("Unntakshjemmel", eller_hull(svar.unntakshjemmel)),)
                if svar.offentlighet == "unntatt"
                else ()
            ),
            *(
                (("Offentlighet", Bit(svar.offentlighet)),)
                if svar.offentlighet != "offentlig"
                else ()
            ),
            *ovrige(svar.ovrig),
            ("Fil", dempet(svar.fil)),
        )
    )
    return [
        Overskrift(svar.id, "oppdrag"),
        linje(Bit(svar.tittel, "sterk")),
        *_teksten(svar.tekst),
        linje(),
        felter,
        *_traader(svar),
        *_kjede(svar),
        *_oppgaver(svar.oppgaver),
        *meldinger("Hva som er meldt", svar.meldinger),
        *meldinger("Hva de som bidrar, har meldt", svar.bidrag, med_enhet=True),
        *flyttinger(svar.fristendringer),
        *(par("Følger opp vedtak", svar.vedtak, "") if svar.vedtak else []),
    ]


def _teksten(tekst: str | None) -> list[Blokk]:
    """The rest of an oppdrag of several sentences, its paragraphs and bullets as they stand."""
    return [linje(), *(linje(del_) for del_ in tekst.strip().split("\n"))] if tekst else []


def _traader(svar: Oppdragsvar) -> list[Blokk]:
    overskrift = Overskrift("Den røde tråden", niva=2)
    if not svar.opp:
        return [overskrift, linje(dempet("Kobling til delmål er ikke oppgitt."))]
    grener = [
        Gren(
            Bit("  ".join(t.omraade)),
            (
                Gren(
                    Bit("  ".join(t.hovedmaal)),
                    (Gren(Bit("  ".join(t.delmaal)), (Gren(Bit(svar.id, "id")),)),),
                ),
            ),
        )
        for t in svar.opp
    ]
    return [overskrift, *grener]


def _kjede(svar: Oppdragsvar) -> list[Blokk]:
    rader = [
        (Bit(ledd.hvem), dempet(ledd.rolle), Bit(kortdato(ledd.dato)) if ledd.dato else Bit(""))
        for ledd in svar.delegering
    ]
    return [
        Overskrift("Delegering", niva=2),
        Tabell((Kolonne("", fri=True), Kolonne(""), Kolonne("")), tuple(rader)),
    ]


def _oppgaver(oppgaver: tuple[Oppgave, ...]) -> list[Blokk]:
    if not oppgaver:
        return []
    rader = [
        (
            Bit(str(o.nr)),
            Bit(o.tittel),
            Bit(o.ansvarlig),
            Bit(kortdato(o.frist)) if o.frist else dempet(IKKE_OPPGITT),
            Bit(f"ferdig {kortdato(o.ferdig)}", "ferdig", "ferdig") if o.ferdig else dempet("åpen"),
        )
        for o in oppgaver
    ]
    kolonner = (
        Kolonne("Nr.", tall=True),
        Kolonne("Oppgave", fri=True),
        Kolonne("Ansvarlig"),
        Kolonne("Frist"),
        Kolonne("Status"),
    )
    return [Overskrift("Oppgaver", niva=2), Tabell(kolonner, tuple(rader))]
