"""One record as a page and as rows."""

from collections.abc import Callable
from typing import Any

from styring.fag.kalender import avstand, dag_og_dato, kortdato
from styring.fag.norsk import opplisting
from styring.modell.indikator import Statusnotat
from styring.sporring.poster.vis_svar import (
    Aarsvurdering,
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
from styring.visning.felles.ord import KATEGORIER, dagmerknad
from styring.visning.poster.vis_oppdrag import oppdragsside
from styring.visning.poster.vis_vedtak import vedtak
from styring.visning.poster.visdeler import IKKE_OPPGITT, eller_hull, par

_SIKKERHET = {"sikker": "sikkert", "trolig": "trolig riktig", "usikker": "usikkert"}


def side(svar: Visvar) -> Side:
    """Lay out all about one record."""
    sider: dict[type, Callable[[Any], Side]] = {
        Oppdragsvar: oppdragsside,
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


def _maal(svar: Maalpostsvar) -> Side:
    felter: list[tuple[str, Bit]] = []
    if svar.slag == "delmål":
        felter += [
            ("Ansvar", Bit(", ".join(svar.ansvar))),
            ("Bærekraftsmål", eller_hull(", ".join(map(str, svar.baerekraftsmaal)))),
        ]
    felter += [("Merknad", Bit(svar.merknad))] if svar.merknad else []
    ned = par("Under", svar.ned, "") if svar.ned else []
    opp = par("Over", svar.opp, "") if svar.opp else []
    return [
        Overskrift(svar.id, svar.slag),
        linje(Bit(svar.tittel, "sterk")),
        linje(),
        Felter((*felter, *ovrige(svar.ovrig), ("Fil", dempet(svar.fil)))),
        *opp,
        *ned,
        *_indikatorene(svar),
        *_vurderingene(svar.vurderinger),
        *_notatene(svar.statusnotater),
        *par("Oppdrag", svar.oppdrag, "Kobling til oppdrag er ikke oppgitt."),
        *(par("Vedtak", svar.vedtak, "") if svar.vedtak else []),
    ]


def _indikatorene(svar: Maalpostsvar) -> Side:
    """What is measured of a goal, each with its whole series."""
    if not svar.indikatorer:
        return []
    from styring.visning.maal.serie import serieblokker  # loaded where there are figures

    return [linje(), *serieblokker(svar.indikatorer)]


def _vurderingene(vurderinger: tuple[Aarsvurdering, ...]) -> Side:
    """How each year was assessed, the last first."""
    if not vurderinger:
        return []
    linjer = (
        linje(Bit(f"{ett.aar}: {ett.ord}.", "sterk"), f" {ett.begrunnelse}") for ett in vurderinger
    )
    return [linje(), linje(Bit("Årets vurdering", "sterk")), *linjer]


def _notatene(notater: tuple[Statusnotat, ...]) -> Side:
    if not notater:
        return []
    linjer = (
        linje(Bit(kortdato(ett.dato), "sterk"), f" {ett.enhet}: {ett.tekst.strip()}")
        for ett in notater
    )
    return [linje(), linje(Bit("Underveis", "sterk")), *linjer]


def _aktivitet(svar: Aktivitetsvar) -> Side:
    felter = Felter(
        (
            ("Type", Bit(svar.type, svar.type, svar.type)),
            ("Kategori", Bit(KATEGORIER[svar.kategori])),
            ("Hjul", Bit(opplisting(svar.hjul))),
            ("Ansvarlig", eller_hull(svar.ansvarlig)),
            ("Hjemmel", eller_hull(svar.hjemmel)),
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
            ("Neste", Bit(kortdato(svar.neste)) if svar.neste else dempet(IKKE_OPPGITT)),
            *ovrige(svar.ovrig),
            ("Fil", dempet(svar.fil)),
        )
    )
    rader = [
        (
            Bit(str(ett.avtale.nr)),
            Bit(ett.avtale.tekst),
            Bit(ett.ansvarlig),
            Bit(kortdato(ett.avtale.frist)) if ett.avtale.frist else dempet(IKKE_OPPGITT),
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
        deler += par("Oppdrag", svar.oppdrag, "Ingen oppdrag.")
        deler += par("Bidrar til", svar.delansvar, "Delansvar er ikke oppgitt.")
        deler += par("Følger opp for andre", svar.folger_opp, "") if svar.folger_opp else []
        deler += par("Oppgaver", svar.oppgaver, "") if svar.oppgaver else []
        deler += par("Åpne vedtak", svar.vedtak, "") if svar.vedtak else []
        deler += par("Ansvar for delmål", svar.delmaal, "Ingen delmål.")
    return [*deler, *par("I årshjulet", svar.aktiviteter, "Ingen aktiviteter med oppgitt ansvar.")]
