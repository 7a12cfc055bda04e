"""What goes into the next year, as a page and as rows."""

from styring.fag.kalender import kortdato
from styring.fag.norsk import antall
from styring.sporring.oppdrag.status import TidligereAar
from styring.sporring.tid.nytt_aar import Nyttaarsvar, Oppdragsvalg
from styring.visning.felles.blokker import Ark, Bit, Blokk, Overskrift, Side, dempet, linje
from styring.visning.felles.meldinger import flat

_DELER = (
    ("viderefores", "Videreføres"),
    ("avsluttes", "Avsluttes"),
    ("avklares", "Må avklares"),
    ("viderefort", "Er ført videre"),
)


def side(svar: Nyttaarsvar) -> Side:
    """Lay out each unit's four lists, then the wheel."""
    deler: list[Blokk] = [Overskrift(svar.kommune, f"inn i {svar.aar}")]
    tall = (
        (navn, sum(len(getattr(enhet, felt)) for enhet in svar.enheter)) for felt, navn in _DELER
    )
    deler.append(linje(" · ".join(f"{navn.lower()}: {antall_}" for navn, antall_ in tall)))
    if not svar.har_brev:
        deler.append(
            linje(dempet(f"Styringsbrevet er ikke lagt inn: data/styringsbrev/{svar.aar}.yaml"))
        )
    deler += [linje(Bit(_tidligere(ett), "advarsel", "advarsel")) for ett in svar.tidligere]
    for enhet in svar.enheter:
        deler.append(Overskrift(f"{enhet.kode}  {enhet.navn}", niva=2))
        for felt, navn in _DELER:
            if valg := getattr(enhet, felt):
                deler.append(linje(Bit(f"{navn} ({len(valg)})", "sterk")))
                deler += [_oppdrag(ett) for ett in valg]
    return [*deler, *_hjulet(svar)]


def _tidligere(ett: TidligereAar) -> str:
    return (
        f"{antall(ett.apne, 'oppdrag')} fra {ett.aar} er verken meldt ferdig eller ført videre. Se"
        f" dem: styring status --aar {ett.aar}"
    )


def ark(svar: Nyttaarsvar) -> Ark:
    """One row for each oppdrag."""
    felter = ("enhet", "id", "tittel", "valg", "tilstand", "grunn", "ny_id", "frist")
    rader = [
        (enhet.kode, ett.id, ett.tittel, felt, ett.tilstand.ord, ett.grunn, ett.ny_id, ett.frist)
        for enhet in svar.enheter
        for felt, _ in _DELER
        for ett in getattr(enhet, felt)
    ]
    return Ark(felter, tuple(rader))


def _oppdrag(ett: Oppdragsvalg) -> Blokk:
    ny = f" → {ett.ny_id}" if ett.ny_id and ett.ny_id not in ett.grunn else ""
    frist = (
        f", frist {kortdato(ett.frist)}"
        if ett.frist
        else ", ny frist må settes"
        if ett.mangler_frist
        else ""
    )
    frist += f"; fristen {kortdato(ett.forfalt)} er forfalt" if ett.forfalt else ""
    return linje(
        "  ", Bit(ett.id, "id"), f"{ny}  {flat(ett.tittel)}", dempet(f"  {ett.grunn}{frist}")
    )


def _hjulet(svar: Nyttaarsvar) -> list[Blokk]:
    deler: list[Blokk] = [Overskrift("Årshjulet", niva=2)]
    regler, regnet = antall(svar.ved_regel, "aktivitet"), antall(svar.regnet, "aktivitet")
    uten = f" {svar.uten_dag} av dem har ingen dag i {svar.aar}." if svar.uten_dag else ""
    deler.append(
        linje(
            f"{regler} følger sin regel, og {regnet} regnes fra en annen. Dagene de har i"
            f" {svar.aar}, kommer av seg selv.{uten}"
        )
    )
    if svar.hjulet:
        deler.append(linje(Bit(f"Må avklares ({len(svar.hjulet)})", "sterk")))
        deler += [
            linje("  ", Bit(ett.id, "id"), f"  {flat(ett.tittel)}", dempet(f"  {ett.grunn}"))
            for ett in svar.hjulet
        ]
    return deler
