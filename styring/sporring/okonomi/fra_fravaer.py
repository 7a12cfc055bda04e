"""A list of sykefravær to the figures of each unit; those of small units are left behind."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from styring.fag.belop import HUNDRE, NULL, i_ore, les_belop
from styring.fag.fravaer import FRAVAERSFELTER, MINSTE_GRUPPE, Fravaerskart, veid
from styring.fag.liste import Liste, Listerad
from styring.fag.norsk import fold, mente_du
from styring.register.okonomien import fravaerslistene
from styring.register.register import Register

_TALLFELTER = FRAVAERSFELTER[1:]
_ANDELER = ("korttid", "langtid", "i_fjor")
_STORST = Decimal(100_000)
_FLEST = 10
_DESIMALER = 6


class Lestfravaer(NamedTuple):
    """One row that was read: which unit it is of, and its numbers by field."""

    nr: int
    enhet: str
    tall: Mapping[str, Decimal]


class Fravaerslesing(NamedTuple):
    """What was made of a list: the lines by unit, the units that are withheld, those that have no
    row, how many rows there were and how many summed up, what stops it, and what may matter.
    """

    enheter: Mapping[str, Mapping[str, Decimal]]
    skjermet: tuple[str, ...]
    uten: tuple[str, ...]
    rader: int
    sumrader: int
    feil: tuple[str, ...]
    merknader: tuple[str, ...]


def les_fravaeret(register: Register, liste: Liste, kart: Fravaerskart) -> Fravaerslesing:
    """Read every row of a list by its map. Where ``feil`` says anything, nothing can be trusted."""
    lesning = _Fravaerslesing(register, kart)
    for rad in liste.rader:
        lesning.rad(rad)
    feil = [*(f"{sted}: {grunn}" for sted, grunn in liste.avslag), *lesning.feil]
    if not lesning.rader and not feil:
        feil.append("filen har ingen rader med en enhet")
    faktor = kart.faktor or 1
    if kart.faktor is None and _ligner_andeler(lesning.rader):
        feil.append(
            "alt fravær er under 1; skriv «tall_i: andel» i kartet hvis 0,078 betyr 7,8 %, ellers"
            " «tall_i: prosent»"
        )
    enheter, skjermet, for_mye = _enhetene(register, lesning.rader, faktor)
    feil += for_mye
    merknader = [ett.tekst for ett in liste.merknader if ett.viktig]
    merknader += lesning.merknader
    return Fravaerslesing(
        enheter=enheter,
        skjermet=skjermet,
        uten=tuple(kode for kode in register.enheter if kode not in enheter),
        rader=len(liste.rader) + len(liste.avslag),
        sumrader=lesning.sumrader,
        feil=tuple(feil),
        merknader=tuple(merknader),
    )


class _Fravaerslesing:
    """The rows that were read so far, and what is wrong with the others."""

    def __init__(self, register: Register, kart: Fravaerskart) -> None:
        self.kart = kart
        self.rader: list[Lestfravaer] = []
        self.sumrader = 0
        self.feil: list[str] = []
        self.merknader: list[str] = []
        self._enhet: dict[str, str] = {}
        self._sett: dict[str, str] = {}
        for kode, enhet in register.enheter.items():
            for navn in (kode, enhet.navn):
                self._enhet[_nokkel(navn)] = kode
        for kode, navnene in kart.enheter.items():
            if kode not in register.enheter:
                ment = mente_du(kode, register.enheter)
                hjelp = f"; mente du {ment}?" if ment else ""
                self.feil.append(f"«{kode}» i kartet er ikke en enhet i kommune.yaml{hjelp}")
            for navn in navnene:
                annen = self._enhet.setdefault(_nokkel(navn), kode)
                if annen != kode:
                    self.feil.append(f"«{navn}» står under {kode} i kartet, og er også {annen}")

    def rad(self, rad: Listerad) -> None:
        """Read one row."""
        celler = {felt: rad.celler.get(navn) for felt, navn in self.kart.kolonner.items()}
        skrevet = " ".join(_som_tekst(celler["enhet"]).split())
        if self._er_sumrad(skrevet):
            self.sumrader += 1
            return
        harde = [felt for felt in _TALLFELTER if celler.get(felt) not in (None, "")]
        if not skrevet:
            if harde:
                self.feil.append(f"{rad.sted} har tall og ingen enhet")
            return
        enhet = self._enhet.get(_nokkel(skrevet))
        if enhet is None:
            self.feil.append(
                f"{rad.sted}: «{skrevet}» er ikke en enhet i kommune.yaml; skriv hvilken den er"
                " under «enheter» i kartet"
            )
            return
        if (foer := self._sett.setdefault(_nokkel(skrevet), rad.sted)) != rad.sted:
            self.feil.append(f"{rad.sted}: «{skrevet}» står også i {foer[0].lower()}{foer[1:]}")
            return
        tall = self._tallene(rad, celler, harde)
        if tall is not None:
            self.rader.append(Lestfravaer(rad.nr, enhet, tall))

    def _er_sumrad(self, skrevet: str) -> bool:
        foldet = fold(skrevet)
        return any(
            foldet.startswith(ord_) and not foldet[len(ord_) : len(ord_) + 1].isalpha()
            for ord_ in map(fold, self.kart.sumrader)
        )

    def _tallene(
        self, rad: Listerad, celler: Mapping[str, object], harde: list[str]
    ) -> dict[str, Decimal] | None:
        tall: dict[str, Decimal] = {}
        for felt in harde:
            lest = _tallet(celler[felt])
            if lest is None or not 0 <= lest < _STORST:
                self.feil.append(
                    f"{rad.sted}: det som står under «{self.kart.kolonner[felt]}», er ikke et tall"
                    " fra 0 og opp"
                )
                return None
            tall[felt] = lest
        if "aarsverk" not in tall:
            self.feil.append(f"{rad.sted} mangler årsverk, og kan ikke telles med i noen sum")
            return None
        if "ansatte" not in tall:
            self.merknader.append(
                f"{rad.sted} sier ikke hvor mange ansatte det er; fraværet er ikke lest inn"
            )
        elif len({"korttid", "langtid"} & set(tall)) < 2:  # noqa: PLR2004  both of them
            self.merknader.append(
                f"{rad.sted} mangler korttid eller langtid; fraværet er ikke lest inn"
            )
        return tall


def _nokkel(navn: str) -> str:
    return fold(" ".join(navn.split()))


def _som_tekst(celle: object) -> str:
    if isinstance(celle, float) and celle.is_integer():
        celle = int(celle)
    return "" if celle is None else str(celle)


def _tallet(celle: object) -> Decimal | None:
    if isinstance(celle, bool):
        return None
    if isinstance(celle, int | float):
        return Decimal(str(round(celle, _DESIMALER)))
    return les_belop(str(celle).strip().removesuffix("%"), "", _DESIMALER)


def _ligner_andeler(rader: list[Lestfravaer]) -> bool:
    """Whether shares may be written as parts of one."""
    andeler = [rad.tall[felt] for rad in rader for felt in _ANDELER if felt in rad.tall]
    return any(andeler) and max(andeler) < 1


def _enhetene(
    register: Register, rader: list[Lestfravaer], faktor: int
) -> tuple[dict[str, dict[str, Decimal]], tuple[str, ...], list[str]]:
    """Add up the rows of each unit, and leave the shares of the small ones behind."""
    enheter: dict[str, dict[str, Decimal]] = {}
    skjermet: list[str] = []
    feil: list[str] = []
    for kode in register.enheter:
        egne = [rad.tall for rad in rader if rad.enhet == kode]
        if not egne:
            continue
        linje = {"aarsverk": i_ore(sum((ett["aarsverk"] for ett in egne), NULL))}
        enheter[kode] = linje
        if not stor_nok(egne, "ansatte") or not linje["aarsverk"]:
            skjermet.append(kode)
            continue
        vises = ("korttid", "langtid", *(("i_fjor",) if stor_nok(egne, "ansatte_i_fjor") else ()))
        andeler = {felt: _veid(egne, felt, faktor) for felt in vises}
        linje.update({felt: tall for felt, tall in andeler.items() if tall is not None})
        hele = max(
            linje.get("korttid", NULL) + linje.get("langtid", NULL), linje.get("i_fjor", NULL)
        )
        if hele > HUNDRE:
            feil.append(f"{kode} har et fravær på mer enn 100 %")
    return enheter, tuple(skjermet), feil


def stor_nok(egne: list[Mapping[str, Decimal]], felt: str) -> bool:
    """Whether nobody can be known by the shares: enough employees, and the list says how many."""
    if not all({felt, "korttid", "langtid"} <= set(ett) for ett in egne):
        return False
    return sum((ett[felt] for ett in egne), NULL) >= MINSTE_GRUPPE


def _veid(egne: list[Mapping[str, Decimal]], felt: str, faktor: int) -> Decimal | None:
    if not all(felt in ett for ett in egne):
        return None
    snitt = veid((ett["aarsverk"], ett[felt] * faktor) for ett in egne)
    return None if snitt is None else i_ore(snitt)


def endret_fravaer(register: Register, maaned: str, lesing: Fravaerslesing) -> Iterator[str]:
    """What the list says otherwise than when the month was read before."""
    post = fravaerslistene(register).get(f"{maaned}/fravaer")
    for kode, foer in post.verdi.enheter.items() if post else ():
        naa = lesing.enheter.get(kode)
        if naa is None:
            yield f"{kode} er ikke med lenger"
        elif any(getattr(foer, felt) != naa.get(felt) for felt in ("aarsverk", *_ANDELER)):
            yield f"{kode} har andre tall enn sist"
