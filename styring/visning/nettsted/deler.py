"""The parts that several pages share. Every state is told with the day and the period it was
reported in, never with how long ago: a page is read long after it was made.
"""

from collections.abc import Iterable, Mapping, Sequence

from styring.fag.kalender import dag_og_dato, kortdato, langdato
from styring.fag.norsk import antall
from styring.fag.periode import tidspunkt_med_ord
from styring.fag.tilstand import Tilstand
from styring.sporring.arshjul.frister import Frist
from styring.sporring.nettsted.nettsted import Nettstedsvar
from styring.sporring.oppdrag.stilling import Stilling
from styring.sporring.poster.vis_svar import Periodemelding
from styring.sporring.vedtak.vedtak import Vedtaksrad
from styring.visning.felles.blokker import (
    Bit,
    Blokk,
    Kolonne,
    Linje,
    Overskrift,
    Stolpe,
    Tabell,
    dempet,
    linje,
)
from styring.visning.felles.meldinger import flat, meldingstekster, tiltak_med_ord
from styring.visning.felles.merker import tilstandsbit
from styring.visning.felles.ord import dagmerknad, fristbit, tellelinje
from styring.visning.nettsted.adresser import ROM
from styring.visning.nettsted.nettblokker import Tidsledd, Tidslinje

IKKE_OPPGITT = "ikke oppgitt"


def enheten(svar: Nettstedsvar, kode: str) -> Bit:
    """A unit or an organ by its name, with the way to its page."""
    navn = svar.navn.get(kode)
    return Bit(navn or kode, "", "", f"{'organ' if kode in svar.organkoder else 'enhet'}/{kode}")


def koden(id_: str) -> Bit:
    """An id beside what it is of: on one line, and no link."""
    return Bit(id_, "kode")


def hvem(svar: Nettstedsvar, navn: str) -> Bit:
    """Somebody by name: a unit has a page, a role has none."""
    kode = svar.koder.get(navn)
    return enheten(svar, kode) if kode else Bit(navn)


def naar_meldt(svar: Nettstedsvar, sak: Stilling | None) -> str:
    """«meldt 12. september 2024, 2. tertial 2024»; nothing where nothing was told."""
    naar = meldingsdagen(svar, sak)
    return f"meldt {naar}" if naar else ""


def meldingsdagen(svar: Nettstedsvar, sak: Stilling | None) -> str:
    """The same, below a heading that says what it is."""
    if sak is None or sak.meldt_i is None:
        return ""
    periode = svar.perioder.get(sak.meldt_i, sak.meldt_i)
    return f"{langdato(sak.meldt)}, {periode}" if sak.meldt else periode


def neste_linje(svar: Nettstedsvar) -> Linje:
    """When the next report comes."""
    if svar.neste is None:
        return linje(dempet("Dagen for neste rapport er ikke oppgitt."))
    return linje(dempet(f"Neste rapport: {svar.neste.navn}, {langdato(svar.neste.dag)}."))


def telling(svar: Mapping[Tilstand, int]) -> list[Blokk]:
    """How some things stand: a bar, and the same in words."""
    return [Stolpe(tuple(svar.items())), tellelinje(dict(svar))] if sum(svar.values()) else []


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
        Kolonne("Vedtatt"),
        Kolonne("Følges opp av"),
        Kolonne("Frist"),
        Kolonne("Status"),
        Kolonne("Meldt"),
    )
    return Tabell(
        kolonner,
        tuple(
            (
                _vedtaket(rad),
                Bit(rad.sak),
                Bit(kortdato(rad.dato)),
                enheten(svar, rad.staar.ansvarlig),
                fristbit(
                    rad.staar.frist,
                    forfalt=rad.staar.forfalt,
                    punkt=rad.staar.fristpunkt,
                    hele=rad.staar.frist_hele,
                ),
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
        Kolonne("Vedtatt"),
        Kolonne("Utfall"),
        Kolonne("Avsluttet"),
    )
    return Tabell(
        kolonner,
        tuple(
            (
                _vedtaket(rad),
                Bit(rad.sak),
                Bit(kortdato(rad.dato)),
                tilstandsbit(rad.staar.tilstand),
                Bit(_slutten(rad)),
            )
            for rad in rader
        ),
    )


def _vedtaket(rad: Vedtaksrad) -> Bit:
    fremmet = f" (fremmet av {flat(rad.fremmet_av)})" if rad.fremmet_av else ""
    return Bit(f"{flat(rad.staar.tittel)}{fremmet}", "", "", f"vedtak/{rad.staar.id}")


def _slutten(rad: Vedtaksrad) -> str:
    dag = kortdato(rad.avsluttet) if rad.avsluttet else ""
    return " i ".join(filter(None, (dag, rad.avsluttet_i)))


def avvikslinje(svar: Nettstedsvar, saker: Iterable[Stilling]) -> Tidslinje:
    """What is off track, the worst first, each with why and what is done about it."""
    return Tidslinje(tuple(_avviket(svar, sak) for sak in saker))


def _avviket(svar: Nettstedsvar, sak: Stilling) -> Tidsledd:
    hode = linje(
        tilstandsbit(sak.tilstand), " ", Bit(flat(sak.tittel), "sterk", "", f"{sak.slag}/{sak.id}")
    )
    om: list[Bit | str] = [enheten(svar, sak.ansvarlig)]
    om += [" · frist ", fristbit(sak.frist, forfalt=sak.forfalt)] if sak.frist else []
    om += [f" · {meldt}"] if (meldt := naar_meldt(svar, sak)) else []
    forventet = sak.forventet_ferdig
    linjer = [linje(*om)]
    linjer += [linje(flat(sak.kommentar))] if sak.kommentar else []
    linjer += [linje(Bit("Tiltak: ", "sterk"), tiltak_med_ord(ett)) for ett in sak.tiltak]
    linjer += [linje(f"Forventet ferdig: {tidspunkt_med_ord(forventet)}")] if forventet else []
    return Tidsledd(hode, tuple(linjer))


def meldingslinje(
    svar: Nettstedsvar, meldinger: Sequence[Periodemelding], *, med_enhet: bool = False
) -> Tidslinje:
    """What was told in each period, the first one first."""
    return Tidslinje(tuple(_meldingen(svar, ett, med_enhet=med_enhet) for ett in meldinger))


def _meldingen(svar: Nettstedsvar, ett: Periodemelding, *, med_enhet: bool) -> Tidsledd:
    navn = svar.perioder.get(ett.periode, ett.periode)
    hode: list[Bit | str] = [Bit(navn, "sterk", "", f"rapport-ut/{ett.periode}"), " "]
    hode += [tilstandsbit(ett.tilstand)]
    hode += [" ", enheten(svar, ett.enhet)] if med_enhet else []
    hode += [dempet(f" meldt {langdato(ett.fra)}")] if ett.fra else []
    return Tidsledd(linje(*hode), tuple(linje(tekst) for tekst in meldingstekster(ett)))


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
    rader = tuple((Bit(flat(navn), "", "", f"{rom}/{id_}"), koden(id_)) for id_, navn in par)
    if not rader:
        return []
    return [Overskrift(tittel, niva=2), Tabell((Kolonne("", fri=True), Kolonne("")), rader)]


def hvor_mange(tall: int, av: int, ord_: str) -> str:
    """«de 8 første av 23 oppdrag», or how many there are where all are shown."""
    return antall(av, ord_) if tall >= av else f"de {tall} første av {antall(av, ord_)}"
