"""The workbooks of a month together: what they change in the units' files and in the measures."""

from collections.abc import Mapping
from datetime import date
from typing import cast

from styring.cli.felles.skriv_endring import innholdet
from styring.fag.kalender import kortdato
from styring.fag.maanedsbok import LestMaanedsbok
from styring.fag.okonomi import Okonomimaaned
from styring.fag.skjemabok import Avvist
from styring.lesing.innlesing import Innlesing
from styring.modell.okonomi import Innsparing, Maanedsord
from styring.prosjekt.tre import Arbeidstre
from styring.redigering.gjengi import Verdi
from styring.redigering.noder import Sti
from styring.redigering.poster import ny_fil, sett_alle
from styring.redigering.skriving import Endring
from styring.register.post import Post
from styring.sporring.okonomi.aarstiltak import Aarstiltak
from styring.sporring.okonomi.maanedsskjema import Maanedsskjema, maanedsskjemaene
from styring.sporring.okonomi.maanedssvar import Maanedsbidrag, maanedsbidrag

_Felter = list[tuple[Sti, dict[str, Verdi]]]


class Maanedslesning:
    """Workbooks that are read one after the other; ``svar`` is what is said of each: the book, and
    why some of its answers are not taken. ``avviste`` are those that can't be taken at all: they
    stop none of the others.
    """

    def __init__(self, tre: Arbeidstre, innlesing: Innlesing, dag: date) -> None:
        self._tre, self._innlesing, self._dag = tre, innlesing, dag
        self._filer: dict[str, _Felter] = {}
        self._tiltak: dict[int, Aarstiltak] = {}
        self.svar: list[tuple[LestMaanedsbok, tuple[str, ...]]] = []
        self.avviste: list[Avvist] = []

    def les(self, bok: LestMaanedsbok | Avvist) -> None:
        """Hold one workbook against what is there."""
        if isinstance(bok, Avvist):
            self.avviste.append(bok)
            return
        register = self._innlesing.register
        maaned = Okonomimaaned(bok.maaned)
        post = register.maanedsord.get(f"{bok.maaned}/{bok.enhet}")
        skjemaer = {ett.enhet: ett for ett in maanedsskjemaene(register, maaned)} if post else {}
        skjema = skjemaer.get(bok.enhet)
        if post is None or skjema is None:
            grunn = (
                f"den er for {bok.enhet} i {bok.maaned}, som ikke er i gang. Begynn med «styring"
                f" maaned start {bok.maaned}»"
            )
            self.avviste.append(Avvist(bok.fil, grunn))
            return
        if post.verdi.levert:
            self._alt_levert(bok, skjema, post)
            return
        aarets = self._tiltak.setdefault(maaned.aar, Aarstiltak(register, maaned.aar))
        bidrag = maanedsbidrag(skjema, bok, self._dag, aarets)
        bok = bok._replace(ulest=(*bok.ulest, *bidrag.staar_her))
        self.svar.append((bok, (*bok.feil, *bidrag.feil)))
        if felter := _ordfelter(bidrag, post.verdi):
            self._filer[post.fil] = felter

    def _alt_levert(
        self, bok: LestMaanedsbok, skjema: Maanedsskjema, post: Post[Maanedsord]
    ) -> None:
        """A workbook of a unit that has delivered: one that says nothing new is no answer."""
        aarets = Aarstiltak(self._innlesing.register, skjema.maaned.aar)
        bidrag = maanedsbidrag(skjema, bok, self._dag, aarets)
        nytt = _ordfelter(bidrag, post.verdi) or aarets.endrede or aarets.nye or bidrag.feil
        if nytt and post.verdi.levert:
            grunn = (
                f"{self._innlesing.register.enhetsnavn(bok.enhet)} leverte {bok.maaned}"
                f" {kortdato(post.verdi.levert)}. Skal noe rettes, tømmes «levert» i {post.fil}"
                " først"
            )
            self.avviste.append(Avvist(bok.fil, grunn))
        else:
            self.svar.append((bok, bok.feil))

    def endringer(self) -> list[Endring]:
        """What all of them change, file by file."""
        ord_ = [
            Endring(fil, raa, sett_alle(raa, felter, Maanedsord))
            for fil, felter in self._filer.items()
            for raa in [innholdet(self._tre, self._innlesing, fil)]
        ]
        tiltak = [
            self._av_tiltak(aar, aarets)
            for aar, aarets in self._tiltak.items()
            if aarets.endrede or aarets.nye
        ]
        return [*ord_, *tiltak]

    def _av_tiltak(self, aar: int, aarets: Aarstiltak) -> Endring:
        fil = f"data/okonomi/{aar}/tiltak.yaml"
        nye = {id_: cast("Verdi", felter) for id_, felter in aarets.nye.items()}
        if fil not in self._tre.filer():
            return Endring(fil, None, ny_fil({"tiltak": nye}).encode())
        raa = innholdet(self._tre, self._innlesing, fil)
        endrede: _Felter = [
            (("tiltak", id_), _verdier(felter)) for id_, felter in aarets.endrede.items()
        ]
        alle = [*endrede, *([(("tiltak",), nye)] if nye else [])]
        return Endring(fil, raa, sett_alle(raa, alle, Innsparing))


def _ordfelter(bidrag: Maanedsbidrag, ord_: Maanedsord) -> _Felter:
    felter: _Felter = [
        (("omraader", kode), _verdier(ulike)) for kode, ulike in bidrag.omraader.items()
    ]
    felter += [
        (("investeringer", kode), _verdier(ulike)) for kode, ulike in bidrag.investeringer.items()
    ]
    if bidrag.oppnadd:
        foer = {id_: ett.oppnadd for id_, ett in (ord_.tiltak or {}).items()}
        gitt = {**foer, **bidrag.oppnadd}
        alle = {id_: {"oppnadd": b} for id_, b in gitt.items() if b is not None}
        felter.append(((), {"tiltak": cast("Verdi", alle or None)}))
    return felter


def _verdier(felter: Mapping[str, object]) -> dict[str, Verdi]:
    return cast("dict[str, Verdi]", dict(felter))
