"""Where every row of a ledger belongs, and what each code comes to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from styring.fag.belop import NULL, desimaltegn, i_ore, kroner, les_belop
from styring.fag.hovedbok import (
    BELOPSFELTER,
    KODEFELTER,
    NAVNEFELTER,
    Hovedbokskart,
    Hovedboksvar,
    Kodesum,
    som_kode,
    treffer,
)
from styring.fag.liste import Liste, Listerad
from styring.fag.norsk import antall, fold, opplisting

_FLEST = 10
"""Rows that are named of each kind of fault; how many there are is always said."""


@dataclass(slots=True)
class _Sum:
    """What the rows of one code come to, while they are read."""

    navn: str = ""
    rader: int = 0
    belop: dict[str, Decimal] = field(default_factory=dict)

    def legg_til(self, navn: str, belop: Mapping[str, Decimal]) -> None:
        """Add a row."""
        self.navn = self.navn or navn
        self.rader += 1
        for felt, tall in belop.items():
            self.belop[felt] = self.belop.get(felt, NULL) + tall


class _Bokforing:
    """The sums while the rows are read, and what is wrong by kind."""

    def __init__(self, kart: Hovedbokskart, desimal: str) -> None:
        self.kart, self.desimal = kart, kart.desimal or desimal
        self.omraader: dict[str, _Sum] = {}
        self.investeringer: dict[str, _Sum] = {}
        self.uplassert: dict[str, _Sum] = {}
        self.utelatt: dict[str, _Sum] = {}
        self.alt, self.siden_sum = _Sum(), _Sum()
        self.rammer: dict[str, dict[str, Decimal]] = {}
        self.sumrader = 0
        self.feil: dict[str, list[str]] = {}
        self.uten_belop: list[int] = []
        self._steder: dict[str, str] = {}

    def si(self, hva: str, sted: str) -> None:
        """Keep a fault, with where it is."""
        self.feil.setdefault(hva, []).append(sted)

    def rad(self, rad: Listerad) -> None:
        """Read one row."""
        celler = {felt: rad.celler.get(navn) for felt, navn in self.kart.kolonner.items()}
        belop = self._belopene(celler, rad)
        if belop is None:
            return
        if self._er_sumrad(celler):
            self._kontroller_sum(rad, belop)
            return
        koder = {felt: som_kode(celler.get(felt)) for felt in KODEFELTER}
        navn = " ".join(str(celler.get(NAVNEFELTER[0]) or "").split())
        if not koder["ansvar"]:
            self.si(
                "har beløp og ikke noe ansvar; er det en sumrad, så skriv hvordan den begynner"
                " under «sumrader» i kartet",
                str(rad.nr),
            )
            return
        self.alt.legg_til("", belop)
        self.siden_sum.legg_til("", belop)
        self._plasser(koder, navn, belop)

    def _plasser(self, koder: Mapping[str, str], navn: str, belop: Mapping[str, Decimal]) -> None:
        kart, ansvar = self.kart, koder["ansvar"]
        for felt, spenn in kart.utelat.items():
            if treffer(spenn, koder[felt]):
                self.utelatt.setdefault(f"{felt} {koder[felt]}", _Sum()).legg_til(navn, belop)
                return
        prosjekt = koder["prosjekt"]
        for kode, spenn in kart.investeringer.items() if prosjekt else ():
            if treffer(spenn, prosjekt):
                self.investeringer.setdefault(kode, _Sum()).legg_til(navn, belop)
                return
        kode = self._omraadet(ansvar)
        if not kode:
            self.uplassert.setdefault(ansvar, _Sum()).legg_til(navn, belop)
            return
        self.omraader.setdefault(kode, _Sum()).legg_til(navn, belop)
        self._i_rammen(kode, koder["tjeneste"], belop)

    def _omraadet(self, ansvar: str) -> str:
        if ansvar not in self._steder:
            egen = self.kart.kode_av_ansvar.replace("{ansvar}", ansvar)
            passer = (kode for kode, alle in self.kart.omraader.items() if treffer(alle, ansvar))
            self._steder[ansvar] = next(passer, egen)
        return self._steder[ansvar]

    def _i_rammen(self, kode: str, tjeneste: str, belop: Mapping[str, Decimal]) -> None:
        if self.kart.bevilgninger:
            passer = (b for b, alle in self.kart.bevilgninger.items() if treffer(alle, tjeneste))
            rammer = self.rammer.setdefault(kode, {})
            ramme = next(passer, "")
            rammer[ramme] = rammer.get(ramme, NULL) + belop["belop"]

    def _er_sumrad(self, celler: Mapping[str, object]) -> bool:
        tekster = [fold(str(celler.get(felt) or "")) for felt in (*KODEFELTER, *NAVNEFELTER)]
        ordene = [fold(ord_) for ord_ in self.kart.sumrader]
        return any(tekst.startswith(ord_) for tekst in tekster if tekst for ord_ in ordene)

    def _kontroller_sum(self, rad: Listerad, belop: Mapping[str, Decimal]) -> None:
        """Hold a sum row against the rows since the last one, and against them all."""
        self.sumrader += 1
        for felt, tall in belop.items():
            mulige = [i_ore(ett.belop.get(felt, NULL)) for ett in (self.siden_sum, self.alt)]
            if i_ore(tall) not in mulige:
                self.si(
                    f"er en sumrad for «{self.kart.kolonner.get(felt, felt)}» som ikke stemmer med"
                    " radene over den",
                    f"{rad.nr} ({kroner(tall)} mot {kroner(mulige[0])})",
                )
        self.siden_sum = _Sum()

    def _belopene(self, celler: Mapping[str, object], rad: Listerad) -> dict[str, Decimal] | None:
        """The amounts of a row by column, a cost as plus; None where it has none, or one that can't
        be read.
        """
        lest: dict[str, Decimal] = {}
        skrevne = {
            felt: celler[felt] for felt in BELOPSFELTER if celler.get(felt) not in (None, "")
        }
        for felt, celle in skrevne.items():
            tall = _tallet(celle, self.desimal)
            if tall is None:
                hva = f"har et beløp under «{self.kart.kolonner[felt]}» som ikke kan leses"
                self.si(hva, f"{rad.nr} («{celle}»)")
                return None
            lest[felt] = tall * self.kart.faktor
        if not lest:
            self.uten_belop.append(rad.nr)
            return None
        netto = lest.pop("utgift", NULL) - lest.pop("inntekt", NULL)
        if "belop" not in self.kart.kolonner:
            return {"belop": netto, **lest}
        fortegn = self.kart.fortegn
        return {"belop": NULL} | {felt: tall * fortegn for felt, tall in lest.items()}


def _tallet(celle: object, desimal: str) -> Decimal | None:
    if isinstance(celle, bool):
        return None
    if isinstance(celle, int | float):
        return Decimal(str(celle)).quantize(Decimal("0.000001"))
    return les_belop(str(celle), desimal)


def plasser(liste: Liste, kart: Hovedbokskart) -> Hovedboksvar:
    """Read every row of a ledger by its map. Where anything does not agree, ``feil`` says what, and
    nothing of it can be trusted.
    """
    tekster = (
        celle
        for rad in liste.rader
        for felt in BELOPSFELTER
        if isinstance(celle := rad.celler.get(kart.kolonner.get(felt, "")), str)
    )
    lesning = _Bokforing(kart, desimaltegn(tekster))
    for rad in liste.rader:
        lesning.rad(rad)
    feil = [*(f"{sted}: {grunn}" for sted, grunn in liste.avslag), *_feilene(lesning)]
    return Hovedboksvar(
        rader=len(liste.rader) + len(liste.avslag),
        sumrader=lesning.sumrader,
        omraader=_summene(lesning.omraader),
        investeringer=_summene(lesning.investeringer),
        uplassert=_summene(lesning.uplassert),
        utelatt=_summene(lesning.utelatt),
        helhet={felt: i_ore(tall) for felt, tall in lesning.alt.belop.items()},
        bevilgninger=_rammene(lesning),
        feil=tuple(feil),
        merknader=tuple(_merknadene(liste, lesning)),
    )


def _summene(summer: Mapping[str, _Sum]) -> tuple[Kodesum, ...]:
    return tuple(
        Kodesum(kode, ett.navn, ett.rader, {felt: i_ore(tall) for felt, tall in ett.belop.items()})
        for kode, ett in sorted(summer.items())
    )


def _feilene(lesning: _Bokforing) -> Iterable[str]:
    for hva, steder in lesning.feil.items():
        flere = f" og {len(steder) - _FLEST} til" if steder[_FLEST:] else ""
        yield f"{'rad' if len(steder) == 1 else 'radene'} {', '.join(steder[:_FLEST])}{flere} {hva}"
    if lesning.uplassert:
        hvilke = [
            f"{kode}{f' {ett.navn}' if ett.navn else ''} ({antall(ett.rader, 'rad')},"
            f" {kroner(ett.belop.get('belop', NULL))} kr)"
            for kode, ett in sorted(lesning.uplassert.items())
        ]
        flere = f" og {len(hvilke) - _FLEST} til" if hvilke[_FLEST:] else ""
        yield (
            f"ansvar uten område i kartet: {'; '.join(hvilke[:_FLEST])}{flere}. Skriv dem under"
            " «omraader», gi alle en egen kode med kode_av_ansvar, eller sett dem under «utelat»"
        )


def _rammene(lesning: _Bokforing) -> dict[str, str]:
    """The frame of each area that lies in one."""
    return {
        kode: next(iter(rammer))
        for kode, rammer in lesning.rammer.items()
        if len(rammer) == 1 and "" not in rammer
    }


def _merknadene(liste: Liste, lesning: _Bokforing) -> Iterable[str]:
    yield from (ett.tekst for ett in liste.merknader if ett.viktig)
    if lesning.uten_belop:
        hvilke = ", ".join(map(str, lesning.uten_belop[:_FLEST]))
        flere = f" og {len(lesning.uten_belop) - _FLEST} til" if lesning.uten_belop[_FLEST:] else ""
        yield f"{antall(len(lesning.uten_belop), 'rad')} har ikke noe beløp: {hvilke}{flere}"
    for kode, rammer in sorted(lesning.rammer.items()):
        if len(rammer) > 1 or "" in rammer:
            deler = [
                f"{ramme or 'ingen ramme'} {kroner(tall)} kr" for ramme, tall in rammer.items()
            ]
            yield f"området {kode} ligger ikke i én bevilgning: {opplisting(deler)}"
