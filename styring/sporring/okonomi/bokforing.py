"""The sums of a ledger while its rows are read, and what is wrong with it by kind."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from styring.fag.belop import NULL, ORESIFRE, TUSENDELER, i_ore, kroner, les_belop, som_skrevet
from styring.fag.hovedbok import (
    BELOPSFELTER,
    KODEFELTER,
    NAVNEFELTER,
    Hovedbokskart,
    som_kode,
    treffer,
)
from styring.fag.liste import Listerad
from styring.fag.norsk import fold
from styring.modell.form import BUDSJETTKODE

_STORST = 10**12
"""No amount of a municipality is as large, in kroner; a larger one is a fault of typing."""


@dataclass(slots=True)
class Radsum:
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


class Bokforing:
    """The sums while the rows are read, and what is wrong by kind."""

    def __init__(self, kart: Hovedbokskart, desimal: Mapping[str, str]) -> None:
        self.kart = kart
        self.desimaler = TUSENDELER if kart.faktor > 1 else ORESIFRE
        self.desimal = {felt: kart.desimal or desimal.get(felt, "") for felt in BELOPSFELTER}
        self.omraader: dict[str, Radsum] = {}
        self.investeringer: dict[str, Radsum] = {}
        self.uplassert: dict[str, Radsum] = {}
        self.utelatt: dict[str, Radsum] = {}
        self.alt, self.siden_sum = Radsum(), Radsum()
        self.blokker: list[dict[str, Decimal]] = []
        self.inntekter = NULL
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
            if self._har_eget_ansvar(celler):
                self.si(
                    "begynner som en sumrad, men har et ansvar; tøm ansvaret i filen, eller ta"
                    " ordet ut av «sumrader» i kartet",
                    str(rad.nr),
                )
            else:
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
                self.utelatt.setdefault(f"{felt} {koder[felt]}", Radsum()).legg_til(navn, belop)
                return
        prosjekt = koder["prosjekt"]
        for kode, spenn in kart.investeringer.items() if prosjekt else ():
            if treffer(spenn, prosjekt):
                self.investeringer.setdefault(kode, Radsum()).legg_til(navn, belop)
                return
        kode = self._omraadet(ansvar)
        if not kode:
            self.uplassert.setdefault(ansvar, Radsum()).legg_til(navn, belop)
            return
        self.omraader.setdefault(kode, Radsum()).legg_til(navn, belop)
        self._i_rammen(kode, koder["tjeneste"], belop)

    def _omraadet(self, ansvar: str) -> str:
        if ansvar not in self._steder:
            egen = self.kart.kode_av_ansvar.replace("{ansvar}", ansvar)
            passer = (kode for kode, alle in self.kart.omraader.items() if treffer(alle, ansvar))
            sted = next(passer, egen)
            if sted and not re.fullmatch(BUDSJETTKODE.regex, sted):
                self.si(
                    f"gir ikke en kode: «{sted}» må være {BUDSJETTKODE.hva}", f"ansvar {ansvar}"
                )
            self._steder[ansvar] = sted
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
        return any(_begynner(tekst, ord_) for tekst in tekster for ord_ in ordene)

    def _har_eget_ansvar(self, celler: Mapping[str, object]) -> bool:
        """Whether a row has a code of its own, and not only the word of a sum."""
        ansvar = fold(som_kode(celler.get("ansvar")))
        ordene = [fold(ord_).replace(" ", "") for ord_ in self.kart.sumrader]
        return bool(ansvar) and not any(ansvar.startswith(ord_) for ord_ in ordene)

    def _kontroller_sum(self, rad: Listerad, belop: Mapping[str, Decimal]) -> None:
        """Hold a sum row against the rows since the last one, and as many of the sums before that
        as it takes: a sum may be of sums.
        """
        self.sumrader += 1
        hittil = dict(self.siden_sum.belop)
        fra = len(self.blokker)
        mulige = [hittil]
        for blokk in reversed(self.blokker):
            hittil = {felt: hittil.get(felt, NULL) + blokk.get(felt, NULL) for felt in belop}
            mulige.append(hittil)
        for antall_foer, sum_ in enumerate(mulige):
            if all(i_ore(tall) == i_ore(sum_.get(felt, NULL)) for felt, tall in belop.items()):
                del self.blokker[fra - antall_foer :]
                break
        else:
            naermest = min(mulige, key=lambda sum_: abs(sum_.get("belop", NULL) - belop["belop"]))
            self._si_at_summen_er_gal(rad, belop, naermest)
        self.blokker.append(dict(belop))
        self.siden_sum = Radsum()

    def _si_at_summen_er_gal(
        self, rad: Listerad, belop: Mapping[str, Decimal], ventet: Mapping[str, Decimal]
    ) -> None:
        for felt, tall in belop.items():
            over = i_ore(ventet.get(felt, NULL))
            if i_ore(tall) != over:
                self.si(
                    f"er en sumrad for «{self.kart.kolonner.get(felt, felt)}» som ikke stemmer med"
                    " radene over den",
                    f"{rad.nr} ({_naert(tall, over)})",
                )

    def _belopene(self, celler: Mapping[str, object], rad: Listerad) -> dict[str, Decimal] | None:
        """The amounts of a row by column, a cost as plus; None where it has none, or one that can't
        be read.
        """
        lest: dict[str, Decimal] = {}
        skrevne = {
            felt: celler[felt] for felt in BELOPSFELTER if celler.get(felt) not in (None, "")
        }
        for felt, celle in skrevne.items():
            tall = _tallet(celle, self.desimal[felt], self.desimaler)
            if tall is None:
                hva = f"har et beløp under «{self.kart.kolonner[felt]}» som ikke kan leses"
                self.si(hva, f"{rad.nr} («{celle}»)")
                return None
            lest[felt] = tall * self.kart.faktor
        if not lest:
            self.uten_belop.append(rad.nr)
            return None
        fortegn = self.kart.fortegn
        if "belop" in self.kart.kolonner:
            return {"belop": NULL} | {felt: tall * fortegn for felt, tall in lest.items()}
        utgift, inntekt = lest.pop("utgift", NULL), lest.pop("inntekt", NULL)
        self.inntekter += inntekt
        brutto = {"belop": utgift - inntekt, "utgift": utgift, "inntekt": inntekt}
        return brutto | {felt: tall * fortegn for felt, tall in lest.items()}


def _naert(tall: Decimal, over: Decimal) -> str:
    """Two amounts that are not the same: to the øre where they are to the krone."""
    if abs(tall - over) < 1:
        return f"{som_skrevet(tall)} mot {som_skrevet(over)}"
    return f"{kroner(tall)} mot {kroner(over)}"


def _tallet(celle: object, desimal: str, desimaler: int) -> Decimal | None:
    if isinstance(celle, bool):
        return None
    if isinstance(celle, int | float):
        return Decimal(str(round(celle, 6))) if abs(celle) < _STORST else None
    return les_belop(str(celle), desimal, desimaler)


def _begynner(tekst: str, ord_: str) -> bool:
    """Whether a text begins with a whole word, and not with a longer one."""
    return tekst.startswith(ord_) and not tekst[len(ord_) : len(ord_) + 1].isalpha()
