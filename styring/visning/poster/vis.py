"""One record as a page and as rows."""

from collections.abc import Callable, Iterable
from typing import Any

from styring.fag.kalender import avstand, dag_og_dato, kortdato
from styring.fag.norsk import opplisting
from styring.fag.tilstand import LUKKEDE
from styring.modell.oppdrag import Oppgave
from styring.sporring.poster.vis_svar import (
    Aktivitetsvar,
    Dialogpostsvar,
    Enhetsvar,
    Maalpostsvar,
    Oppdragsvar,
    Postsvar,
    Vedtaksvar,
    Visvar,
)
from styring.visning.felles.blokker import (
    Ark,
    Bit,
    Blokk,
    Felter,
    Gren,
    Kolonne,
    Linje,
    Overskrift,
    Side,
    Tabell,
    dempet,
    linje,
)
from styring.visning.felles.feltvisning import blokker
from styring.visning.felles.feltvisning import felter as ovrige
from styring.visning.felles.meldinger import flyttinger, meldinger
from styring.visning.felles.merker import tilstandsbit
from styring.visning.felles.ord import KATEGORIER, dagmerknad
from styring.visning.poster.vis_vedtak import vedtak

_SIKKERHET = {"sikker": "sikkert", "trolig": "trolig riktig", "usikker": "usikkert"}
_IKKE_OPPGITT = "ikke oppgitt"


def side(svar: Visvar) -> Side:
    """Lay out all about one record."""
    sider: dict[type, Callable[[Any], Side]] = {
        Oppdragsvar: _oppdrag,
        Vedtaksvar: vedtak,
        Maalpostsvar: _maal,
        Aktivitetsvar: _aktivitet,
        Enhetsvar: _enhet,
        Dialogpostsvar: _dialog,
        Postsvar: _posten,
    }
    return sider[type(svar)](svar)


def _posten(svar: Postsvar) -> Side:
    """A record without a page of its own."""
    tittel = [] if svar.tittel.endswith(svar.id) else [linje(Bit(svar.tittel, "sterk"))]
    return [
        Overskrift(svar.id, svar.slag),
        *tittel,
        linje(),
        *blokker(svar.felter),
        linje(),
        linje(dempet(svar.fil)),
    ]


def ark(svar: Visvar) -> Ark:
    """All about the record for a spreadsheet: the part of the page, the name, the value."""
    rader: list[tuple[object, ...]] = [("", "slag", svar.slag), ("", "id", svar.id)]
    del_ = ""
    for blokk in side(svar)[1:]:
        match blokk:
            case Overskrift(tekst=tekst):
                del_ = tekst
            case Felter(par=par):
                rader += [(del_, navn, bit.tekst) for navn, bit in par]
            case Tabell(rader=celler):
                rader += [
                    (
                        del_,
                        rad[0].tekst,
                        " · ".join(celle.tekst for celle in rad[1:] if celle.tekst),
                    )
                    for rad in celler
                ]
            case Gren():
                rader.append((del_, "", " → ".join(_vei(blokk))))
            case Linje(biter=biter) if biter:
                rader.append((del_, "" if del_ else "tittel", "".join(bit.tekst for bit in biter)))
    return Ark(("del", "felt", "verdi"), tuple(rader))


def _vei(gren: Gren) -> list[str]:
    return [gren.bit.tekst, *(tekst for under in gren.under for tekst in _vei(under))]


def _eller_hull(tekst: str | None) -> Bit:
    return Bit(tekst) if tekst else dempet(_IKKE_OPPGITT)


def _oppdrag(svar: Oppdragsvar) -> Side:
    hvor_lenge = (
        f", {avstand(svar.dato, svar.frist)}"
        if svar.frist and svar.tilstand not in LUKKEDE and not svar.viderefort_til
        else ""
    )
    frist = (
        Bit(f"{kortdato(svar.frist)}{hvor_lenge}")
        if svar.frist
        else dempet(f"{_IKKE_OPPGITT} (i løpet av {svar.id[:4]})")
    )
    felter = Felter(
        (
            ("Sist meldt" if svar.viderefort_til else "Status", tilstandsbit(svar.tilstand)),
            *((("Videreført i", Bit(svar.viderefort_til, "id")),) if svar.viderefort_til else ()),
            ("Ansvarlig", Bit(f"{svar.ansvarlig}, {svar.ansvarlig_navn}")),
            ("Bidrar", _eller_hull(", ".join(svar.delansvar))),
            ("Frist", frist),
            ("Art", _eller_hull("løpende" if svar.art == "lopende" else svar.art)),
            ("Ferdig når", _eller_hull(svar.ferdig_nar)),
            *((("Avgrensning", Bit(svar.avgrensning)),) if svar.avgrensning else ()),
            ("Hentet fra", _eller_hull(svar.hentet_fra)),
            *((("Videreført fra", Bit(svar.viderefort_fra)),) if svar.viderefort_fra else ()),
            *(
                (("Unntakshjemmel", _eller_hull(svar.unntakshjemmel)),)
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
        linje(),
        felter,
        *_traader(svar),
        *_kjede(svar),
        *_oppgaver(svar.oppgaver),
        *meldinger("Hva som er meldt", svar.meldinger),
        *meldinger("Hva de som bidrar, har meldt", svar.bidrag, med_enhet=True),
        *flyttinger(svar.fristendringer),
        *(_par("Følger opp vedtak", svar.vedtak, "") if svar.vedtak else []),
    ]


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
            Bit(kortdato(o.frist)) if o.frist else dempet(_IKKE_OPPGITT),
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


def _par(tittel: str, par: Iterable[tuple[str, str]], hull: str) -> list[Blokk]:
    rader = tuple((Bit(kode, "id"), Bit(tekst)) for kode, tekst in par)
    innhold: Blokk = (
        Tabell((Kolonne(""), Kolonne("", fri=True)), rader) if rader else linje(dempet(hull))
    )
    return [Overskrift(tittel, niva=2), innhold]


def _maal(svar: Maalpostsvar) -> Side:
    felter: list[tuple[str, Bit]] = []
    if svar.slag == "delmål":
        felter += [
            ("Ansvar", Bit(", ".join(svar.ansvar))),
            ("Bærekraftsmål", _eller_hull(", ".join(map(str, svar.baerekraftsmaal)))),
        ]
    felter += [("Merknad", Bit(svar.merknad))] if svar.merknad else []
    ned = _par("Under", svar.ned, "") if svar.ned else []
    opp = _par("Over", svar.opp, "") if svar.opp else []
    return [
        Overskrift(svar.id, svar.slag),
        linje(Bit(svar.tittel, "sterk")),
        linje(),
        Felter((*felter, *ovrige(svar.ovrig), ("Fil", dempet(svar.fil)))),
        *opp,
        *ned,
        *_par("Oppdrag", svar.oppdrag, "Kobling til oppdrag er ikke oppgitt."),
    ]


def _aktivitet(svar: Aktivitetsvar) -> Side:
    felter = Felter(
        (
            ("Type", Bit(svar.type, svar.type, svar.type)),
            ("Kategori", Bit(KATEGORIER[svar.kategori])),
            ("Hjul", Bit(opplisting(svar.hjul))),
            ("Ansvarlig", _eller_hull(svar.ansvarlig)),
            ("Hjemmel", _eller_hull(svar.hjemmel)),
            *(("Paragraf", dempet(hjemmel)) for hjemmel in svar.hjemler),
            *((("Regnes fra", Bit(svar.regnes_fra)),) if svar.regnes_fra else ()),
            *((("Styrer", Bit(opplisting(svar.avhengige))),) if svar.avhengige else ()),
            ("Kilde", Bit(svar.kilde)),
            *((("Merknad", Bit(svar.merknad)),) if svar.merknad else ()),
            *ovrige(svar.ovrig),
            ("Fil", dempet(svar.fil)),
        )
    )
    return [
        Overskrift(svar.id, "aktivitet"),
        linje(Bit(svar.tittel, "sterk")),
        linje(),
        felter,
        Overskrift("Dager", niva=2),
        *_dager(svar),
    ]


def _dialog(svar: Dialogpostsvar) -> Side:
    felter = Felter(
        (
            ("Med", Bit(svar.enhet)),
            ("Dag", Bit(kortdato(svar.dialog_dato))),
            ("Neste", Bit(kortdato(svar.neste)) if svar.neste else dempet(_IKKE_OPPGITT)),
            *ovrige(svar.ovrig),
            ("Fil", dempet(svar.fil)),
        )
    )
    rader = [
        (
            Bit(str(ett.avtale.nr)),
            Bit(ett.avtale.tekst),
            Bit(ett.ansvarlig),
            Bit(kortdato(ett.avtale.frist)) if ett.avtale.frist else dempet(_IKKE_OPPGITT),
            (
                Bit(f"ferdig {kortdato(ett.avtale.ferdig)}", "ferdig", "ferdig")
                if ett.ferdig and ett.avtale.ferdig
                else dempet("åpent")
            ),
        )
        for ett in svar.avtalt
    ]
    kolonner = (
        Kolonne("Nr.", tall=True),
        Kolonne("Avtalt", fri=True),
        Kolonne("Ansvarlig"),
        Kolonne("Frist"),
        Kolonne("Status"),
    )
    tema: list[Blokk] = [linje(Bit(svar.tema)), linje()] if svar.tema else []
    return [
        Overskrift(svar.id, "styringsdialog"),
        *tema,
        felter,
        Overskrift("Avtalt", niva=2),
        Tabell(kolonner, tuple(rader)),
    ]


def _dager(svar: Aktivitetsvar) -> list[Blokk]:
    if svar.uten_dag:
        return [linje(dempet(f"Dag {svar.uten_dag}."))]
    if not svar.dager:
        return [linje(dempet(f"Ingen dager fra {svar.dato.year} og ti år fram."))]
    rader = [
        (
            Bit(f"{dag_og_dato(h.dag)} {h.dag.year}"),
            Bit(dagmerknad(h.regeldag, h.fridag).strip(" ()")),
            Bit(avstand(svar.dato, h.dag)),
        )
        for h in svar.dager
    ]
    return [Tabell((Kolonne(""), Kolonne("", fri=True), Kolonne("", tall=True)), tuple(rader))]


def _enhet(svar: Enhetsvar) -> Side:
    felter = Felter(
        (
            ("Type", Bit(svar.type)),
            *((("Ligger under", Bit(svar.overordnet)),) if svar.overordnet else ()),
            *(
                (("Underliggende", Bit(", ".join(svar.underliggende))),)
                if svar.underliggende
                else ()
            ),
            *((("Leder", Bit(svar.leder)),) if svar.leder else ()),
            *((("Navnet er", Bit(_SIKKERHET[svar.sikkerhet])),) if svar.sikkerhet else ()),
            *((("Kilde", Bit(svar.kilde)),) if svar.kilde else ()),
            *ovrige(svar.ovrig),
            ("Fil", dempet(svar.fil)),
        )
    )
    deler: list[Blokk] = [
        Overskrift(svar.id, svar.slag),
        linje(Bit(svar.navn, "sterk")),
        linje(),
        felter,
    ]
    if svar.slag == "enhet":
        deler += _par("Oppdrag", svar.oppdrag, "Ingen oppdrag.")
        deler += _par("Bidrar til", svar.delansvar, "Delansvar er ikke oppgitt.")
        deler += _par("Følger opp for andre", svar.folger_opp, "") if svar.folger_opp else []
        deler += _par("Oppgaver", svar.oppgaver, "") if svar.oppgaver else []
        deler += _par("Åpne vedtak", svar.vedtak, "") if svar.vedtak else []
        deler += _par("Ansvar for delmål", svar.delmaal, "Ingen delmål.")
    return [*deler, *_par("I årshjulet", svar.aktiviteter, "Ingen aktiviteter med oppgitt ansvar.")]
