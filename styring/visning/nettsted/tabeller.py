"""The tables that several pages share."""

from collections.abc import Iterable, Sequence

from styring.fag.kalender import dag_og_dato, kortdato
from styring.fag.tilstand import Tilstand
from styring.sporring.arshjul.fristlinje import Frist
from styring.sporring.nettsted.nettstedsvar import Nettstedsvar
from styring.sporring.oppdrag.stilling import Stilling
from styring.sporring.vedtak.vedtak import Vedtaksrad
from styring.visning.felles.blokker import Bit, Blokk, Kolonne, Overskrift, Tabell, dempet
from styring.visning.felles.meldinger import flat
from styring.visning.felles.merker import tilstandsbit
from styring.visning.felles.ord import dagmerknad, fristbit
from styring.visning.nettsted.adresser import ROM
from styring.visning.nettsted.deler import enheten, fristen, koden, meldingsdagen


def sakstabell(svar: Nettstedsvar, saker: Iterable[Stilling], *, med_enhet: bool) -> Tabell:
    """Oppdrag with who answers, the deadline, and what was told last."""
    enhet = (Kolonne("Ansvarlig"),) if med_enhet else ()
    kolonner = (
        Kolonne("Oppdrag", fri=True),
        *enhet,
        Kolonne("Frist"),
        Kolonne("Status"),
        Kolonne("Meldt"),
        Kolonne("Id"),
    )
    rader = tuple(
        (
            Bit(sak.tittel, "", "", f"oppdrag/{sak.id}"),
            *((enheten(svar, sak.ansvarlig),) if med_enhet else ()),
            fristbit(sak.frist, forfalt=sak.forfalt),
            tilstandsbit(sak.tilstand),
            dempet(meldingsdagen(svar, sak) or "–"),
            koden(sak.id),
        )
        for sak in saker
    )
    return Tabell(kolonner, rader)


def apne_vedtak(svar: Nettstedsvar, rader: Sequence[Vedtaksrad]) -> Tabell:
    """Open vedtak: the case, who follows it up, the deadline, and what was told last."""
    kolonner = (
        Kolonne("Vedtak", fri=True),
        Kolonne("Sak"),
        Kolonne("Følges opp av"),
        Kolonne("Besvares eller følges opp i"),
        Kolonne("Frist"),
        Kolonne("Status"),
        Kolonne("Meldt"),
    )
    return Tabell(
        kolonner,
        tuple(
            (
                _vedtaket(rad),
                _saken(rad),
                enheten(svar, rad.staar.ansvarlig),
                Bit(flat(rad.svares_i)) if rad.svares_i else dempet("ikke oppgitt"),
                fristen(rad.staar),
                tilstandsbit(rad.staar.tilstand),
                dempet(meldingsdagen(svar, rad.staar) or "–"),
            )
            for rad in rader
        ),
    )


def avsluttede_vedtak(rader: Sequence[Vedtaksrad]) -> Tabell:
    """Ended vedtak: the case, how they ended, and where."""
    kolonner = (
        Kolonne("Vedtak", fri=True),
        Kolonne("Sak"),
        Kolonne("Utfall"),
        Kolonne("Avsluttet"),
    )
    return Tabell(
        kolonner,
        tuple(
            (_vedtaket(rad), _saken(rad), utfallet(rad.staar.tilstand), Bit(slutten(rad)))
            for rad in rader
        ),
    )


def _vedtaket(rad: Vedtaksrad) -> Bit:
    fremmet = f" (fremmet av {flat(rad.fremmet_av)})" if rad.fremmet_av else ""
    return Bit(f"{flat(rad.staar.tittel)}{fremmet}", "", "", f"vedtak/{rad.staar.id}")


def _saken(rad: Vedtaksrad) -> Bit:
    return Bit(f"{rad.sak}, {kortdato(rad.dato)}")


def utfallet(tilstand: Tilstand) -> Bit:
    """What became of something that its organ has ended."""
    return tilstandsbit(tilstand, "gjennomført" if tilstand is Tilstand.AVSLUTTET else None)


def slutten(rad: Vedtaksrad) -> str:
    """When and in which case it was ended."""
    dag = kortdato(rad.avsluttet) if rad.avsluttet else ""
    return " i ".join(filter(None, (dag, rad.avsluttet_i)))


def fristtabell(svar: Nettstedsvar, frister: Sequence[Frist]) -> Tabell:
    """What is due, day by day."""
    kolonner = (Kolonne("Dag"), Kolonne("Hva", fri=True), Kolonne("Slag"), Kolonne("Ansvarlig"))
    return Tabell(
        kolonner,
        tuple(
            (
                Bit(f"{dag_og_dato(ett.dag)} {ett.dag.year}"),
                Bit(
                    f"{flat(ett.tittel)}{dagmerknad(ett.flyttet_fra, ett.fridag)}",
                    "",
                    "",
                    f"{ett.slag}/{ett.id}" if ett.slag in ROM else ett.id,
                ),
                Bit(ett.type or ett.slag, "", ett.type or ett.slag),
                enheten(svar, ett.ansvarlig) if ett.ansvarlig else dempet("–"),
            )
            for ett in frister
        ),
    )


def lister(tittel: str, rom: str, par: Iterable[tuple[str, str]]) -> list[Blokk]:
    """Some records under a heading, each with the way to its page; nothing where there are none."""
    rader = tuple((Bit(flat(navn), "", "", f"{rom}/{id_}"),) for id_, navn in par)
    return [Overskrift(tittel, niva=2), Tabell((Kolonne("", fri=True),), rader)] if rader else []


def organtabell(svar: Nettstedsvar) -> Tabell:
    """Each organ with how many of its vedtak are open and ended."""
    kolonner = (
        Kolonne("Organ", fri=True),
        Kolonne("Åpne", tall=True),
        Kolonne("Avsluttet", tall=True),
    )
    rader = (
        (
            enheten(svar, ett.organ.id),
            Bit(str(ett.vedtak.antall_apne)),
            Bit(str(ett.vedtak.lukkede)),
        )
        for ett in svar.organer
    )
    return Tabell(kolonner, tuple(rader))
