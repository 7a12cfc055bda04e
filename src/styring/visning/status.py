"""The status as a page and as rows."""

from styring.fag.kalender import kortdato
from styring.fag.norsk import antall
from styring.fag.tilstand import Tilstand
from styring.sporring.status import Enhetsrad, Oppdragsrad, Statussvar
from styring.visning.blokker import Ark, Bit, Blokk, Kolonne, Linje, Overskrift, Side, Stolpe, Tabell, dempet, linje
from styring.visning.merker import tilstandsbit
from styring.visning.ord import dag_og_uke, fristbit, tellelinje

INGEN_OPPDRAG = "Ingen oppdrag er lagt inn. Ett oppdrag er én fil: data/oppdrag/<år>/<KODE>.yaml"


def side(svar: Statussvar) -> Side:
    """Lay out the status: who and when, the counts, a row for each, what is open from before, and the next step."""
    tittel = f"{svar.enhet}  {svar.navn}" if svar.enhet else svar.kommune
    if svar.aar is None:
        return [Overskrift(tittel, dag_og_uke(svar.dato)), linje(dempet(INGEN_OPPDRAG))]
    hode: list[Blokk] = [Overskrift(tittel, dag_og_uke(svar.dato)), _ingress(svar)]
    if svar.antall == 0:
        return [*hode, *_tidligere(svar)]
    tabell = _oppdragstabell(svar.oppdrag) if svar.enhet else _enhetstabell(svar)
    return [
        *hode,
        linje(),
        Stolpe(tuple(svar.telling.items())),
        tellelinje(svar.telling),
        linje(),
        tabell,
        *_frister(svar),
        *_tidligere(svar),
        linje(),
        _neste(svar),
    ]


def ark(svar: Statussvar) -> Ark:
    """The rows of the status for a spreadsheet."""
    if svar.enhet:
        kolonner = ("id", "tittel", "ansvarlig", "frist", "forfalt", "tilstand", "oppgaver", "oppgaver_ferdig")
        rader = [(r.id, r.tittel, r.ansvarlig, r.frist, r.forfalt, r.tilstand.ord, r.oppgaver, r.oppgaver_ferdig) for r in svar.oppdrag]
        return Ark(kolonner, tuple(rader))
    return Ark(
        ("enhet", "navn", "type", "antall", *(t.value for t in Tilstand)), tuple((e.kode, e.navn, e.type, e.antall, *e.telling.values()) for e in svar.enheter)
    )


def _ingress(svar: Statussvar) -> Linje:
    deler = [f"{antall(svar.antall, 'oppdrag')} i {svar.aar}"]
    if svar.enhet:
        deler += [f"bidrar til {antall(svar.delansvar, 'oppdrag')}"] if svar.delansvar else []
        deler += [f"følger opp {antall(svar.folger_opp, 'oppdrag')} for andre"] if svar.folger_opp else []
        deler += [f"ansvar for {antall(svar.delmaal, 'delmål')}"] if svar.delmaal else []
    return linje(" · ".join(deler))


def _oppdragstabell(rader: tuple[Oppdragsrad, ...]) -> Tabell:
    med_oppgaver = any(rad.oppgaver for rad in rader)
    kolonner = [Kolonne("Id"), Kolonne("Oppdrag", fri=True), Kolonne("Frist"), Kolonne("Status")]
    if med_oppgaver:
        kolonner.insert(2, Kolonne("Oppgaver", tall=True))
    return Tabell(tuple(kolonner), tuple(_oppdragsrad(rad, med_oppgaver=med_oppgaver) for rad in rader))


def _oppdragsrad(rad: Oppdragsrad, *, med_oppgaver: bool) -> tuple[Bit, ...]:
    oppgaver = (Bit(f"{rad.oppgaver_ferdig}/{rad.oppgaver}") if rad.oppgaver else dempet("–"),) if med_oppgaver else ()
    return (Bit(rad.id, "id"), Bit(rad.tittel), *oppgaver, fristbit(rad.frist, forfalt=rad.forfalt), tilstandsbit(rad.tilstand))


def _enhetstabell(svar: Statussvar) -> Tabell:
    brukte = [tilstand for tilstand in Tilstand if svar.telling[tilstand]]
    kolonner = (Kolonne("Enhet"), Kolonne("Navn", fri=True), Kolonne("Oppdrag", tall=True), *(Kolonne(t.ord.capitalize(), tall=True) for t in brukte))
    sum_ = (Bit("Sum", "sterk"), Bit(""), Bit(str(svar.antall), "sterk"), *(Bit(str(svar.telling[t]), "sterk") for t in brukte))
    return Tabell(kolonner, (*(_enhetsrad(enhet, brukte) for enhet in svar.enheter), sum_))


def _enhetsrad(enhet: Enhetsrad, brukte: list[Tilstand]) -> tuple[Bit, ...]:
    tall = (Bit(str(enhet.telling[t]), t.value) if enhet.telling[t] else dempet("–") for t in brukte)
    return (Bit(enhet.kode, "id"), Bit(enhet.navn), Bit(str(enhet.antall)), *tall)


def _frister(svar: Statussvar) -> list[Linje]:
    if svar.uten_frist != svar.antall:
        return []
    if svar.antall == 1:
        return [linje(), linje(dempet(f"Kilden har ingen frist for oppdraget (i løpet av {svar.aar}). Det regnes aldri som forfalt."))]
    return [linje(), linje(dempet(f"Kilden har ingen frist for oppdragene (i løpet av {svar.aar}). De regnes aldri som forfalt."))]


def _tidligere(svar: Statussvar) -> list[Linje]:
    return [linje(dempet(f"{t.aar}: {antall(t.apne, 'oppdrag')} er ikke meldt ferdig. Se dem med --aar {t.aar}.")) for t in svar.tidligere]


def _neste(svar: Statussvar) -> Linje:
    forfalte = [rad for rad in svar.oppdrag if rad.forfalt]
    if forfalte and forfalte[0].frist:
        frist = kortdato(forfalte[0].frist)
        return linje(Bit(f"{forfalte[0].id} hadde frist {frist}. Se det: styring vis {forfalte[0].id}", "", "pil"))
    if svar.enhet:
        return linje(Bit(f"Ingen har rapportert ennå. Se ett oppdrag: styring vis {svar.oppdrag[0].id}", "", "pil"))
    storst = max(svar.enheter, key=lambda enhet: enhet.antall)
    return linje(Bit(f"Ingen har rapportert ennå. Se én enhet: styring status --sektor {storst.kode}", "", "pil"))
