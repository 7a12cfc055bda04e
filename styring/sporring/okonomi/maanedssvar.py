"""What a month's workbook would change: the words of the unit, and the measures of the year."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from styring.fag.belop import kroner
from styring.fag.maanedsbok import BALANSE, NYTT, Celleverdi, LestMaanedsbok, Maanedssvar
from styring.fag.norsk import fold, opplisting
from styring.modell.okonomi import Innsparingstiltak, Maanedsord
from styring.sporring.okonomi.maanedsskjema import Maanedsskjema, urimelige

_KREVES = {"omraade": "Kode", "tekst": "Tiltak"}


class Maanedsbidrag(NamedTuple):
    """The fields that change: of each area, what each measure has given so far, of each measure
    that is there, and the new measures by their id; and why some rows are not taken.
    """

    omraader: Mapping[str, Mapping[str, object]]
    oppnadd: Mapping[str, Decimal | None]
    endrede: Mapping[str, Mapping[str, object]]
    nye: Mapping[str, Mapping[str, object]]
    feil: tuple[str, ...]


class Ledige(NamedTuple):
    """The ids of measures that are in use, those that were handed out in this run among them."""

    brukte: set[str]

    def ta(self, omraade: str) -> str:
        """Hand out the next id of an area."""
        nr = 1
        while f"{omraade}-{nr}" in self.brukte:
            nr += 1
        self.brukte.add(f"{omraade}-{nr}")
        return f"{omraade}-{nr}"


def maanedsbidrag(
    skjema: Maanedsskjema, ord_: Maanedsord, bok: LestMaanedsbok, dag: date, ledige: Ledige
) -> Maanedsbidrag:
    """Hold a workbook against what is there. ``dag`` is the day that its new measures are of."""
    egne, kjente = {rad.tall.kode for rad in skjema.rader}, skjema.tiltak
    feil = list(_feilene(skjema, egne, kjente, bok))
    gale = {rad for rad, _ in feil}
    omraader = {}
    for svar in bok.svar:
        har = (ord_.omraader or {}).get(svar.id)
        ulike = _ulike(har, _ordfelter(svar.felter))
        if ulike and (svar.rad, False) not in gale:
            omraader[svar.id] = ulike
    oppnadd: dict[str, Decimal | None] = {}
    endrede: dict[str, Mapping[str, object]] = {}
    nye: dict[str, Mapping[str, object]] = {}
    for svar in bok.tiltak:
        if (svar.rad, True) in gale:
            continue
        id_ = svar.id if svar.id != NYTT else _likt(kjente, svar) or ledige.ta(_koden(svar))
        felter = dict(svar.felter)
        gitt = felter.pop("oppnadd", None)
        foer = (ord_.tiltak or {}).get(id_)
        if "oppnadd" in svar.felter and (foer.oppnadd if foer else None) != gitt:
            oppnadd[id_] = gitt if isinstance(gitt, Decimal) else None
        if id_ in kjente:
            bare = {navn: v for navn, v in felter.items() if navn not in _KREVES}
            if ulike := _ulike(kjente[id_], bare):
                endrede[id_] = ulike
        else:
            iverksatt = felter.get("iverksatt")
            foreslatt = min(dag, iverksatt) if isinstance(iverksatt, date) else dag
            nye[id_] = {**felter, "omraade": _koden(svar), "foreslatt": foreslatt}
    return Maanedsbidrag(omraader, oppnadd, endrede, nye, tuple(tekst for _, tekst in feil))


def _koden(svar: Maanedssvar) -> str:
    return str(svar.felter.get("omraade") or "").upper()


def _likt(kjente: Mapping[str, Innsparingstiltak], svar: Maanedssvar) -> str | None:
    """The measure that a new row is about, where the same workbook was read before."""
    sokt = fold(" ".join(str(svar.felter.get("tekst")).split()))
    return next(
        (
            id_
            for id_, ett in kjente.items()
            if ett.omraade == _koden(svar) and fold(" ".join(ett.tekst.split())) == sokt
        ),
        None,
    )


def _ordfelter(felter: Mapping[str, Celleverdi]) -> dict[str, object]:
    """The fields of an area's words; an avvik takes the place of any other prognosis."""
    if "avvik" not in felter:
        return dict(felter)
    avvik = felter["avvik"]
    i_balanse = avvik == BALANSE
    return {
        **felter,
        "som_budsjett": i_balanse or None,
        "avvik": None if i_balanse else avvik,
        "prognose": None,
    }


def _ulike(post: object, felter: Mapping[str, object]) -> dict[str, object]:
    """The fields that a record has otherwise."""
    return {
        navn: verdi
        for navn, verdi in felter.items()
        if _uten_luft(getattr(post, navn, None)) != _uten_luft(verdi)
    }


def _uten_luft(verdi: object) -> object:
    """A value for comparing: blanks around a text do not count, and an off switch is none."""
    return verdi.strip() if isinstance(verdi, str) else None if verdi is False else verdi


def _feilene(
    skjema: Maanedsskjema,
    egne: set[str],
    kjente: Mapping[str, Innsparingstiltak],
    bok: LestMaanedsbok,
) -> Iterator[tuple[tuple[int, bool], str]]:
    """Each row that can't be meant, and whether it is one of a measure."""
    avvik = {s.id: a for s in bok.svar if isinstance(a := s.felter.get("avvik"), Decimal)}
    urimelig = urimelige(skjema, avvik)
    for svar in bok.svar:
        if svar.id not in egne:
            yield (svar.rad, False), f"rad {svar.rad}: {svar.id} er ikke et av enhetens områder"
        elif svar.id in urimelig:
            yield (svar.rad, False), f"rad {svar.rad}: {urimelig[svar.id]}"
    rom = max(abs(rad.tall.revidert) for rad in skjema.rader)
    for svar in bok.tiltak:
        if grunn := _tiltaksfeil(svar, egne, kjente, rom):
            yield (svar.rad, True), f"«Tiltak», rad {svar.rad}: {grunn}"


def _tiltaksfeil(
    svar: Maanedssvar, egne: set[str], kjente: Mapping[str, Innsparingstiltak], rom: Decimal
) -> str:
    for felt in ("effekt", "oppnadd"):
        belop = svar.felter.get(felt)
        if isinstance(belop, Decimal) and abs(belop) > max(rom, Decimal(1_000_000)):
            return f"{kroner(belop)} kr er mer enn hele budsjettet; skriv tusen kroner"
    if svar.id != NYTT:
        return "" if svar.id in kjente else f"{svar.id} er ikke et av enhetens tiltak"
    if mangler := [navn for felt, navn in _KREVES.items() if not svar.felter.get(felt)]:
        return f"et nytt tiltak må ha {opplisting(f'«{navn}»' for navn in mangler)}"
    if _koden(svar) not in egne:
        kjent = opplisting(sorted(egne), "eller")
        return f"{_koden(svar)} er ikke et av enhetens områder; skriv {kjent}"
    return ""
