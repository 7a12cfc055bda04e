"""The parts that several pages share. Every state is told with the day and the period it was
reported in, never with how long ago: a page is read long after it was made.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from styring.fag.kalender import langdato
from styring.fag.norsk import antall, stor
from styring.fag.periode import tidspunkt_med_ord
from styring.fag.tilstand import Tilstand
from styring.modell.rapport import Tiltak
from styring.sporring.nettsted.kalendere import Kalenderfil
from styring.sporring.nettsted.nettstedsvar import Nettstedsvar
from styring.sporring.oppdrag.stilling import Stilling
from styring.sporring.poster.vis_svar import Periodemelding
from styring.visning.felles.blokker import Bit, Blokk, Linje, Overskrift, Stolpe, dempet, linje
from styring.visning.felles.meldinger import flat, meldingstekster, tiltak_med_ord
from styring.visning.felles.merker import tilstandsbit
from styring.visning.felles.ord import KATEGORIER, fristbit, tellelinje
from styring.visning.nettsted.nettblokker import Nettblokk, Tidsledd, Tidslinje

IKKE_OPPGITT = "ikke oppgitt"
AVVIK = "Ikke i rute eller usikkert, og hva som gjøres"
"""The heading of what is off track, wherever it stands."""


def enheten(svar: Nettstedsvar, kode: str) -> Bit:
    """A unit or an organ by its name, with the way to its page."""
    navn = svar.navn.get(kode)
    return Bit(navn or kode, "", "", f"{'organ' if kode in svar.organkoder else 'enhet'}/{kode}")


def koden(id_: str) -> Bit:
    """An id beside what it is of: on one line, and no link."""
    return Bit(id_, "kode")


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
    """When the report that is out is taken up, and when the next one comes."""
    behandles, neste = svar.framover
    deler = [f"{stor(behandles.navn)} behandles {langdato(behandles.dag)}."] if behandles else []
    deler += [f"Neste rapport: {neste.navn}, {langdato(neste.dag)}."] if neste else []
    return linje(dempet(" ".join(deler) or "Dagen for neste rapport er ikke oppgitt."))


def telling(svar: Mapping[Tilstand, int]) -> list[Blokk]:
    """How some things stand: a bar, and the same in words."""
    return [Stolpe(tuple(svar.items())), tellelinje(dict(svar))] if sum(svar.values()) else []


def ingen_avvik(svar: Nettstedsvar) -> str:
    """What is said where nothing is off track: that all is well only where it was told."""
    avvik = svar.avvik
    if avvik.ikke_rapportert == avvik.antall:
        return "Ingenting er rapportert her, så hvordan det går, er ikke kjent her."
    return "Alt som er rapportert, er i rute." + (
        f" {antall(avvik.ikke_rapportert, 'sak')} er ikke rapportert."
        if avvik.ikke_rapportert
        else ""
    )


def avvikslinje(svar: Nettstedsvar, saker: Iterable[Stilling]) -> Tidslinje:
    """What is off track, the worst first, each with why and what is done about it."""
    return Tidslinje(tuple(_avviket(svar, sak) for sak in saker))


def _avviket(svar: Nettstedsvar, sak: Stilling) -> Tidsledd:
    hode = linje(
        tilstandsbit(sak.tilstand), " ", Bit(flat(sak.tittel), "sterk", "", f"{sak.slag}/{sak.id}")
    )
    om: list[Bit | str] = [enheten(svar, sak.ansvarlig)]
    om += [" · frist ", fristen(sak)] if sak.frist else []
    om += [f" · {meldt}"] if (meldt := naar_meldt(svar, sak)) else []
    forventet = sak.forventet_ferdig
    linjer = [linje(*om)]
    linjer += [linje(flat(sak.kommentar))] if sak.kommentar else []
    linjer += [_tiltaket(svar, ett) for ett in sak.tiltak]
    linjer += [linje(f"Forventet ferdig: {tidspunkt_med_ord(forventet)}")] if forventet else []
    return Tidsledd(hode, tuple(linjer))


def fristen(sak: Stilling) -> Bit:
    """The deadline of something, and the punkt it is written on, with that of the whole."""
    return fristbit(sak.frist, forfalt=sak.forfalt, punkt=sak.fristpunkt, hele=sak.frist_hele)


def _tiltaket(svar: Nettstedsvar, ett: Tiltak) -> Linje:
    """A measure, and that its day has passed: nobody has told whether it was done."""
    sent = ett.frist is not None and ett.frist < svar.dag
    bak = (" ", Bit("fristen er passert", "forfalt", "forfalt")) if sent else ()
    return linje(Bit("Tiltak: ", "sterk"), tiltak_med_ord(ett, svar.navnet), *bak)


def hva_som_er_meldt(
    svar: Nettstedsvar, meldinger: Sequence[Periodemelding]
) -> Iterator[Nettblokk]:
    """What was told, period by period, under its heading; that nothing was, where nothing is."""
    yield Overskrift("Hva som er meldt", niva=2)
    ingenting = linje(dempet("Ingenting er meldt om dette ennå."))
    yield meldingslinje(svar, meldinger) if meldinger else ingenting


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
    return Tidsledd(linje(*hode), tuple(map(linje, meldingstekster(ett, svar.navnet))))


def hvor_mange(tall: int, av: int, ord_: str) -> str:
    """«de 8 første av 23 oppdrag», or how many there are where all are shown."""
    return antall(av, ord_) if tall >= av else f"de {tall} første av {antall(av, ord_)}"


def offentligheten(offentlighet: str, hjemmel: str | None) -> Iterator[tuple[str, Bit]]:
    """Whom it is for, where that is not everybody."""
    if offentlighet != "offentlig":
        yield "Offentlighet", Bit(", ".join(filter(None, (offentlighet, hjemmel))))


def tekstlinjer(tekst: str | None) -> Iterator[Linje]:
    """The paragraphs of a text as they stand."""
    yield from (linje(del_) for del_ in (tekst or "").strip().split("\n") if del_.strip())


def siste_kommentar(meldinger: Sequence[Periodemelding]) -> Iterator[str]:
    """What was said last, for the search."""
    yield from (ett.melding.kommentar or "" for ett in meldinger[-1:])


def kalenderadresse(ett: Kalenderfil) -> str:
    """Where a calendar is."""
    return f"kalender/{ett.id if ett.rom == 'kalender' else f'{ett.rom}-{ett.id}'}.ics"


def kalendernavn(svar: Nettstedsvar, ett: Kalenderfil) -> str:
    """What a calendar is called, as people read it."""
    if ett.rom == "kategori":
        return KATEGORIER[ett.id]
    return "alle frister" if ett.rom == "kalender" else svar.navnet(ett.id)
