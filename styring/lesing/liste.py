"""A list to rows by heading: the right sheet, the right row of headings, and a word about each
sheet, column, row and cell that was not read.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from styring.fag.liste import Liste, Listerad, Merknad
from styring.fag.norsk import antall, mente_du, opplisting
from styring.fag.overskrifter import overskriftsraden, som_overskrift, treff
from styring.feil import StyringFeil
from styring.lesing.arbeidsbok import Arkcelle
from styring.lesing.arkmaal import Celleomraade, Grense
from styring.lesing.cellenavn import kolonnenavn, plassen
from styring.lesing.listeark import LISTE, Listeark, les_listearkene
from styring.lesing.regneark import ren_tekst

_LANGT_NED = 100
_FLEST_NEVNT = 20


class _Arket(NamedTuple):
    """One sheet with its headings: the row they stand in, counted from 0, how many of those that
    are looked for it has, and each column's heading by its number from 0.
    """

    ark: Listeark
    hode: int
    funnet: int
    kolonner: dict[int, str]


def les_liste(
    fil: str,
    raa: bytes,
    sokte: Sequence[str] = (),
    ikke_les: Sequence[str] = (),
    grense: Grense = LISTE,
) -> Liste:
    """Read every visible sheet that has the headings that are looked for; with none, every one that
    has headings at all. ``ikke_les`` are columns that nobody wants. Raises StyringFeil.
    """
    arkene = les_listearkene(fil, raa, sokte, grense)
    alle = [_med_overskrifter(fil, ark, sokte) for ark in arkene]
    synlige = [ett for ett in alle if ett and not (ett.ark.ark and ett.ark.ark.skjult)]
    leses = [ett for ett in synlige if ett.funnet == len(sokte)]
    if not leses:
        raise StyringFeil(_mangler(fil, arkene, synlige, sokte))
    flere = len(leses) > 1
    rader: list[Listerad] = []
    avslag: list[tuple[str, str]] = []
    merknader = list(_uleste_ark(arkene, alle, leses, sokte))
    for ett in leses:
        lest = _Arklesning(ett, sokte, ikke_les, ett.ark.navn if flere else "")
        rader += lest.rader
        avslag += lest.avslag
        merknader += lest.merknader
    overskrifter = dict.fromkeys(navn for ett in leses for navn in ett.kolonner.values())
    return Liste(tuple(rader), tuple(overskrifter), tuple(avslag), tuple(merknader))


def _med_overskrifter(fil: str, ark: Listeark, sokte: Sequence[str]) -> _Arket | None:
    tekster = [[ren_tekst(celle.verdi) for celle in rad] for rad in ark.rader[:_LANGT_NED]]
    hode = overskriftsraden(tekster, sokte)
    if hode is None:
        return None
    _en_gang(fil, ark, tekster[hode], sokte)
    ment = {som_overskrift(ett): ett for ett in sokte}
    kolonner = {
        nr: ment.get(som_overskrift(navn), navn) for nr, navn in enumerate(tekster[hode]) if navn
    }
    return _Arket(ark, hode, treff(tekster[hode], sokte), kolonner)


def _en_gang(fil: str, ark: Listeark, rad: Sequence[str], sokte: Sequence[str]) -> None:
    """Refuse a heading that is looked for and stands twice. Raises StyringFeil."""
    staar = [som_overskrift(celle) for celle in rad]
    for ett in sokte:
        if staar.count(som_overskrift(ett)) > 1:
            steder = [
                kolonnenavn(nr) for nr, navn in enumerate(staar, 1) if navn == som_overskrift(ett)
            ]
            hvor = f" i arket «{ark.navn}»" if ark.navn else ""
            raise StyringFeil(
                f"«{fil}»: kolonnen «{ett}» står flere ganger{hvor}: {opplisting(steder)}. Gi dem"
                " hvert sitt navn."
            )


def _mangler(fil: str, arkene: list[Listeark], synlige: list[_Arket], sokte: Sequence[str]) -> str:
    """Say which columns are missing where most of them were found, and which sheets there are."""
    navnene = [
        f"«{ark.navn}»{' (skjult)' if ark.ark and ark.ark.skjult else ''}"
        for ark in arkene
        if ark.navn
    ]
    hvilke = f" Arkene er {opplisting(navnene)}." if len(navnene) > 1 else ""
    if not synlige or not sokte:
        return (
            f"«{fil}» har ingen rad med overskrifter. Lagre listen med én overskrift over hver"
            f" kolonne.{hvilke}"
        )
    best = max(synlige, key=lambda ett: ett.funnet)
    staar = {som_overskrift(navn) for navn in best.kolonner.values()}
    borte = [ett for ett in sokte if som_overskrift(ett) not in staar]
    ledige = [navn for navn in best.kolonner.values() if navn not in sokte]
    ment = [
        f"«{ett}» (mente du «{naer}»?)" if (naer := mente_du(ett, ledige)) else f"«{ett}»"
        for ett in borte
    ]
    hvor = f" i arket «{best.ark.navn}»" if len(navnene) > 1 else ""
    return (
        f"{'kolonnen' if len(borte) == 1 else 'kolonnene'} {opplisting(ment)} finnes ikke i"
        f" «{fil}»{hvor}. Kolonnene der er {opplisting(best.kolonner.values())}. Rett kartet, eller"
        f" ta bort feltet fra det.{hvilke}"
    )


def _uleste_ark(
    arkene: list[Listeark], alle: Sequence[_Arket | None], leses: list[_Arket], sokte: Sequence[str]
) -> Iterator[Merknad]:
    """Every sheet that was not read; one that has several of the headings might matter."""
    if len(leses) > 1:
        navnene = opplisting(f"«{ett.ark.navn}»" for ett in leses)
        yield Merknad(f"leste arkene {navnene}", viktig=False)
    lest = {id(ett) for ett in leses}
    for ark, ett in zip(arkene, alle, strict=True):
        if id(ett) in lest or not any(
            celle.verdi is not None for rad in ark.rader for celle in rad
        ):
            continue
        ligner = ett is not None and (ett.funnet > 1 or not sokte)
        grunn = (
            "er skjult, og er ikke lest"
            if ark.ark and ark.ark.skjult
            else "har ikke overskriftene i kartet, og er ikke lest"
        )
        yield Merknad(f"arket «{ark.navn}» {grunn}", viktig=ligner)


class _Arklesning:
    """The rows of one sheet, what can't be read of them, and what must be said."""

    def __init__(
        self, arket: _Arket, sokte: Sequence[str], ikke_les: Sequence[str], navn: str
    ) -> None:
        self.arket, self.navn = arket, navn
        self.rader: list[Listerad] = []
        self.avslag: list[tuple[str, str]] = []
        self.merknader: list[Merknad] = []
        self._utenfor: list[int] = []
        self._i_arket = f"arket «{navn}»: " if navn else ""
        self._leses = {
            nr for nr, overskrift in arket.kolonner.items() if not sokte or overskrift in sokte
        }
        ark = arket.ark.ark
        self._uten_verdi = {
            plassen(celle)[1]: celle
            for celle in (ark.uten_verdi if ark else ())
            if plassen(celle)[0] - 1 in self._leses
        }
        self._sammenslaatte = self._fordel_sammenslaatte()
        for nr in range(arket.hode + 1, len(arket.ark.rader)):
            self._en_rad(nr)
        self._si_hva_som_ikke_er_lest(sokte, ikke_les)
        self._si_hvordan_det_ser_ut()

    def _en_rad(self, nr: int) -> None:
        rad = self.arket.ark.rader[nr]
        fra_over = self._sammenslaatte.get(nr, {})
        celler = {
            overskrift: ren_tekst(celle.verdi) if isinstance(celle.verdi, str) else celle.verdi
            for kolonne, overskrift in self.arket.kolonner.items()
            if kolonne in self._leses
            and (celle := fra_over.get(kolonne) or (rad[kolonne] if kolonne < len(rad) else None))
            and ren_tekst(celle.verdi)
        }
        if any(ren_tekst(celle.verdi) for celle in rad[max(self.arket.kolonner) + 1 :]):
            self._utenfor.append(nr + 1)
        if not celler and not self._galt_i(nr):
            return
        lest = Listerad(nr + 1, celler, self.navn)
        if galt := self._galt_i(nr):
            self.avslag.append((lest.sted, galt))
            return
        self.rader.append(lest)

    def _galt_i(self, nr: int) -> str:
        """Why a row can't be read, before anybody asks what it says."""
        rad = self.arket.ark.rader[nr]
        for kolonne in sorted(self._leses):
            if kolonne < len(rad) and rad[kolonne].slag == "e":
                return f"celle {kolonnenavn(kolonne + 1)}{nr + 1} har feilen {rad[kolonne].verdi}"
        if celle := self._uten_verdi.get(nr + 1):
            return (
                f"celle {celle} har en formel uten verdi. Åpne listen i Excel, og lagre den på nytt"
            )
        return ""

    def _fordel_sammenslaatte(self) -> dict[int, dict[int, Arkcelle]]:
        """What merged cells give the rows they go over: each row gets the value, and it is said."""
        ut: dict[int, dict[int, Arkcelle]] = {}
        ark = self.arket.ark.ark
        for omraade in ark.sammenslaatt if ark else ():
            if omraade.fra_rad > self.arket.hode + 1:
                self._fordel(omraade, ut)
        return ut

    def _fordel(self, omraade: Celleomraade, ut: dict[int, dict[int, Arkcelle]]) -> None:
        forste, _, siste = omraade.navn.partition(":")
        fra, til = plassen(forste)[0] - 1, plassen(siste or forste)[0] - 1
        verdi = self.arket.ark.ark.celle(omraade.fra_rad, fra + 1) if self.arket.ark.ark else None
        if verdi is None or not self._leses & set(range(fra, til + 1)):
            return
        for nr in range(omraade.fra_rad - 1, min(omraade.til_rad, len(self.arket.ark.rader))):
            ut.setdefault(nr, {})[fra] = verdi
        self._si(
            f"cellene {omraade.navn} er slått sammen; det som står der, gjelder"
            f" {'hver rad' if omraade.til_rad > omraade.fra_rad else 'den første kolonnen'}",
            viktig=til > fra,
        )

    def _si(self, tekst: str, *, viktig: bool = True) -> None:
        self.merknader.append(Merknad(f"{self._i_arket}{tekst}", viktig))

    def _si_hva_som_ikke_er_lest(self, sokte: Sequence[str], ikke_les: Sequence[str]) -> None:
        """Name the columns that hold something and are not in the map."""
        uvedkommende = {som_overskrift(ett) for ett in ikke_les}
        for kolonne, overskrift in self.arket.kolonner.items() if sokte else ():
            fylte = self._fylte(kolonne)
            if fylte and kolonne not in self._leses:
                viktig = som_overskrift(overskrift) not in uvedkommende
                hvor_mange = antall(fylte, "celle", ("celle", "celler"))
                self._si(f"kolonnen «{overskrift}» er ikke lest ({hvor_mange})", viktig=viktig)
        uten_navn = [
            kolonnenavn(kolonne + 1)
            for kolonne in range(max(self.arket.kolonner))
            if kolonne not in self.arket.kolonner and self._fylte(kolonne)
        ]
        if self._utenfor:
            hvor = _radene(self._utenfor)
            self._si(f"{hvor} har noe til høyre for overskriftene, som ikke er lest")
        if uten_navn:
            self._si(f"kolonne {opplisting(uten_navn)} har ingen overskrift, og er ikke lest")

    def _fylte(self, kolonne: int) -> int:
        return sum(
            kolonne < len(rad) and bool(ren_tekst(rad[kolonne].verdi))
            for rad in self.arket.ark.rader[self.arket.hode + 1 :]
        )

    def _si_hvordan_det_ser_ut(self) -> None:
        """Name what carries a meaning that is not in the values: struck-out text, hidden rows,
        notes.
        """
        strukne = [
            nr + 1
            for nr, rad in enumerate(self.arket.ark.rader)
            if nr > self.arket.hode
            and any(celle.struket and kolonne in self._leses for kolonne, celle in enumerate(rad))
        ]
        if strukne:
            self._si(f"{_radene(strukne)} har gjennomstreket tekst, som er lest som vanlig tekst")
        ark, leste = self.arket.ark.ark, {rad.nr for rad in self.rader}
        skjulte = [nr for nr in (ark.skjulte_rader if ark else ()) if nr in leste]
        if skjulte:
            self._si(f"{_radene(skjulte)} er skjult i listen, og er lest", viktig=False)
        if ark and ark.notater:
            celler = _med_resten("celle", list(ark.notater))
            self._si(f"notatet på {celler} er ikke lest", viktig=False)


def _radene(numre: list[int]) -> str:
    return _med_resten("rad", [str(nr) for nr in numre])


def _med_resten(hva: str, navnene: list[str]) -> str:
    """Rows or cells by name, «rad 2 og 3», and how many more there are."""
    flere = len(navnene) - _FLEST_NEVNT
    if flere <= 0:
        return f"{hva} {opplisting(navnene)}"
    return f"{hva} {', '.join(navnene[:_FLEST_NEVNT])} og {flere} til"
