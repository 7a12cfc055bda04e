"""The parts that several pages share. Every state is told with the day and the period it was
reported in, never with how long ago: a page is read long after it was made.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from styring.fag.kalender import langdato
from styring.fag.norsk import antall
from styring.fag.periode import tidspunkt_med_ord
from styring.fag.tilstand import Tilstand
from styring.sporring.nettsted.nettstedsvar import Nettstedsvar
from styring.sporring.oppdrag.stilling import Stilling
from styring.sporring.poster.vis_svar import Periodemelding
from styring.visning.felles.blokker import Bit, Blokk, Linje, Overskrift, Stolpe, dempet, linje
from styring.visning.felles.meldinger import flat, meldingstekster, tiltak_med_ord
from styring.visning.felles.merker import tilstandsbit
from styring.visning.felles.ord import fristbit, tellelinje
from styring.visning.nettsted.nettblokker import Nettblokk, Tidsledd, Tidslinje

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
    return Tidsledd(linje(*hode), tuple(linje(tekst) for tekst in meldingstekster(ett)))


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
