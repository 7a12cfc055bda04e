"""The careful way through one file: the place of every key and value, and everything that the
format does not take.

Slower than ``bygging`` and run only on files that were hit. The two agree on what is good; a
property test holds them to it.
"""

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.error import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from styring.funn import Sti, Treff, Utsnitt
from styring.lesing.bygging import NesteHendelse, Yamlhendelse
from styring.lesing.kildekart import Kart
from styring.lesing.skalar import tolk
from styring.lesing.syntaks import for_dypt, forklar
from styring.lesing.tegn import DYPEST, tegnnavn, usynlige_tegn
from styring.lesing.tvetydig import KOMMENTAR, SPORSMAAL, tvetydige

_TVETYDIG = {
    SPORSMAAL: "sett anførselstegn om teksten, eller slett spørsmålstegnet",
    KOMMENTAR: "sett et mellomrom foran #, eller anførselstegn om hele teksten",
}


class _ForDypt(Exception):
    pass


def kartlegg(fil: str, tekst: str) -> Kart:
    """Walk through one file that ``tegn`` has found fit to read."""
    kart = Kart(fil, tekst.split("\n"))
    parser = CParser(tekst.encode())
    kart.treff += [
        Treff("ST006", fil, melding, forslag=_TVETYDIG[melding], utsnitt=plass)
        for melding, plass in tvetydige(tekst.encode())
    ]
    try:
        _Kartgang(kart, parser).hele()
    except _ForDypt:
        pass
    except MarkedYAMLError as feil:
        kart.treff.append(forklar(fil, kart.linjer, feil))
    except YAMLError:
        kart.treff.append(
            Treff("ST004", fil, "filen kan ikke leses som YAML", utsnitt=Utsnitt(1, 1))
        )
    return kart


def _er_ingenting(hendelse: Yamlhendelse) -> bool:
    """Whether a value stands for nothing, as ``bygging`` reads it."""
    return (
        not hendelse.value.strip()
        if hendelse.style in ("|", ">")
        else not hendelse.style and hendelse.value in ("", "~", "null")
    )


def tom_fil(fil: str) -> Treff:
    """The hit for a file without content."""
    return Treff(
        "ST009",
        fil,
        "filen er tom",
        forslag="fyll ut filen, eller slett den",
        utsnitt=Utsnitt(1, 1),
    )


def utsnittet(linjer: list[str], hendelse: Yamlhendelse, lengde: int = 0) -> Utsnitt:
    """Where an event stands: to the end of its line where it goes over several."""
    fra, til = hendelse.start_mark, hendelse.end_mark
    linje = linjer[fra.line].rstrip("\r") if fra.line < len(linjer) else ""
    slutt = til.column if til.line == fra.line else len(linje)
    return Utsnitt(fra.line + 1, fra.column + 1, lengde or max(1, slutt - fra.column))


class _Kartgang:
    """One walk through the events of a file."""

    def __init__(self, kart: Kart, parser: CParser) -> None:
        self.kart = kart
        self.hent: NesteHendelse = parser.get_event

    def hele(self) -> None:
        self.hent()
        start = self.hent()
        if type(start) is StreamEndEvent:
            self.kart.treff.append(tom_fil(self.kart.fil))
            return
        if type(start) is DocumentStartEvent and (start.version or start.tags):
            self.meld(
                "ST006",
                start,
                "direktiver som %YAML og %TAG er ikke en del av formatet",
                "slett linjen",
            )
        rot = self.hent()
        if type(rot) is ScalarEvent and _er_ingenting(rot):
            self.kart.treff.append(tom_fil(self.kart.fil))
        self.kart.data = self.verdi(rot, (), 0)
        while type(hendelse := self.hent()) is not StreamEndEvent:
            if type(hendelse) is not DocumentEndEvent:
                self.meld(
                    "ST010",
                    hendelse,
                    "filen har mer enn ett dokument",
                    "slett linjen med ---, eller del filen i to",
                )
                return

    def meld(
        self, kode: str, hendelse: Yamlhendelse, melding: str, forslag: str, lengde: int = 0
    ) -> None:
        self.kart.treff.append(
            Treff(
                kode,
                self.kart.fil,
                melding,
                forslag=forslag,
                utsnitt=self.utsnitt(hendelse, lengde),
            )
        )

    def for_dypt(self, hendelse: Yamlhendelse) -> None:
        self.kart.treff.append(for_dypt(self.kart.fil, self.utsnitt(hendelse, 1)))
        raise _ForDypt

    def utsnitt(self, hendelse: Yamlhendelse, lengde: int = 0) -> Utsnitt:
        return utsnittet(self.kart.linjer, hendelse, lengde)

    def fremmed(self, hendelse: Yamlhendelse) -> bool:
        """Report an anchor, alias or tag, which are not part of the format."""
        if type(hendelse) is AliasEvent:
            self.meld(
                "ST006",
                hendelse,
                "alias (*navn) er ikke en del av formatet",
                "skriv verdien på nytt, eller sett anførselstegn om teksten",
            )
        elif hendelse.anchor is not None:
            self.meld(
                "ST006",
                hendelse,
                "ankre (&navn) er ikke en del av formatet",
                "slett ankeret, eller sett anførselstegn om teksten",
            )
        elif hendelse.tag is not None:
            self.meld(
                "ST006",
                hendelse,
                "tagger (!navn) er ikke en del av formatet",
                "slett taggen, eller sett anførselstegn om teksten",
            )
        else:
            return False
        return True

    def verdi(self, hendelse: Yamlhendelse, sti: Sti, dybde: int) -> object:
        if dybde > DYPEST and type(hendelse) not in (ScalarEvent, AliasEvent):
            self.for_dypt(hendelse)
        self.kart.verdier.setdefault(sti, self.utsnitt(hendelse))
        fremmed = self.fremmed(hendelse)
        if type(hendelse) is ScalarEvent:
            return self.skalar(hendelse, sti, fremmed=fremmed)
        if type(hendelse) is MappingStartEvent:
            return self.nokkelkart(sti, dybde)
        return None if type(hendelse) is AliasEvent else self.liste(sti, dybde)

    def skalar(self, hendelse: Yamlhendelse, sti: Sti, *, fremmed: bool) -> object:
        tekst = hendelse.value
        if hendelse.style:
            if hendelse.style == '"' and (usynlig := usynlige_tegn.search(tekst)):
                melding = f"teksten har et usynlig tegn eller styretegn ({tegnnavn(usynlig[0])})"
                self.meld("ST002", hendelse, melding, "skriv teksten uten \\-koden for tegnet")
            return None if _er_ingenting(hendelse) else tekst
        if hendelse.start_mark.line != hendelse.end_mark.line:
            self.meld(
                "ST012",
                hendelse,
                "teksten går over flere linjer",
                "skriv | etter kolonet, og teksten med innrykk på linjene under",
            )
        else:
            self.hale(hendelse, sti)
            return tekst if fremmed else self.ord(hendelse)
        return tekst

    def ord(self, hendelse: Yamlhendelse) -> object:
        try:
            return tolk(hendelse.value)
        except ValueError:
            self.meld(
                "ST018",
                hendelse,
                "tallet er for stort",
                "sett anførselstegn om det hvis det er tekst",
            )
            return None

    def hale(self, hendelse: Yamlhendelse, sti: Sti) -> None:
        if not hendelse.value:
            return
        linje, kolonne = hendelse.end_mark.line, hendelse.end_mark.column
        rest = self.kart.linjer[linje][kolonne:]
        if rest.lstrip(" \t").startswith("#"):
            self.kart.haler[sti] = Utsnitt(linje + 1, kolonne + rest.index("#") + 1)

    def nokkelkart(self, sti: Sti, dybde: int) -> dict[str, object]:
        sett: dict[str, int] = {}
        data: dict[str, object] = {}
        while type(nokkel := self.hent()) is not MappingEndEvent:
            navn = self.nokkel(nokkel, dybde)
            if navn in sett:
                melding = f"nøkkelen «{navn}» står to ganger; den første er på linje {sett[navn]}"
                self.meld("ST005", nokkel, melding, "slett den ene")
            sett.setdefault(navn, self.utsnitt(nokkel).linje)
            under = (*sti, navn)
            self.kart.nokler.setdefault(under, self.utsnitt(nokkel))
            data.setdefault(navn, self.verdi(self.hent(), under, dybde + 1))
        return data

    def nokkel(self, hendelse: Yamlhendelse, dybde: int) -> str:
        """Take one key and return its text; report it where it is no plain text on one line."""
        self.fremmed(hendelse)
        over_flere_linjer = hendelse.start_mark.line != hendelse.end_mark.line
        if type(hendelse) is not ScalarEvent:
            forslag = "sett anførselstegn om teksten, for eksempel «'{{ … }}'»"
            self.meld("ST013", hendelse, "nøkkelen er ikke ren tekst", forslag, 1)
            self.hopp(hendelse, dybde)
            return ""
        if hendelse.value == "<<":
            self.meld(
                "ST006",
                hendelse,
                "fletting (<<) er ikke en del av formatet",
                "skriv feltene på nytt",
            )
        if over_flere_linjer or "\n" in hendelse.value:
            self.meld(
                "ST013", hendelse, "nøkkelen går over flere linjer", "skriv nøkkelen på én linje", 1
            )
        if hendelse.style == '"' and usynlige_tegn.search(hendelse.value):
            self.meld(
                "ST002",
                hendelse,
                "nøkkelen har et usynlig tegn eller styretegn",
                "skriv nøkkelen uten \\-koden",
            )
        navn: str = hendelse.value
        return navn

    def hopp(self, hendelse: Yamlhendelse, dybde: int) -> None:
        """Pass over a list or mapping that stands where a key should."""
        if type(hendelse) is AliasEvent:
            return
        aapne = 1
        while aapne:
            slag = type(self.hent())
            if slag in (MappingEndEvent, SequenceEndEvent):
                aapne -= 1
            elif slag not in (ScalarEvent, AliasEvent):
                aapne += 1
                if dybde + aapne > DYPEST:
                    self.for_dypt(hendelse)

    def liste(self, sti: Sti, dybde: int) -> list[object]:
        data: list[object] = []
        while type(hendelse := self.hent()) is not SequenceEndEvent:
            data.append(self.verdi(hendelse, (*sti, len(data)), dybde + 1))
        return data
