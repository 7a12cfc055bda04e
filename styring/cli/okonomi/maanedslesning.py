"""The workbooks of a month together: what they change in the units' files and in the measures."""

from collections.abc import Mapping
from datetime import date
from typing import cast

from styring.cli.felles.skriv_endring import innholdet
from styring.fag.kalender import kortdato
from styring.fag.maanedsbok import LestMaanedsbok
from styring.fag.norsk import antall
from styring.fag.okonomi import Okonomimaaned
from styring.feil import StyringFeil
from styring.lesing.innlesing import Innlesing
from styring.modell.okonomi import Innsparing, Maanedsord
from styring.prosjekt.tre import Arbeidstre
from styring.redigering.gjengi import Verdi
from styring.redigering.noder import Sti
from styring.redigering.poster import ny_fil, sett_alle
from styring.redigering.skriving import Endring
from styring.register.okonomien import tiltakene
from styring.register.post import Post
from styring.sporring.okonomi.maanedsskjema import Maanedsskjema, maanedsskjemaene
from styring.sporring.okonomi.maanedssvar import Ledige, Maanedsbidrag, maanedsbidrag

_Felter = list[tuple[Sti, dict[str, Verdi]]]


class Maanedslesning:
    """Workbooks that are read one after the other; ``svar`` is what is said of each: its name, how
    many answers it had, and why some are not taken.
    """

    def __init__(self, tre: Arbeidstre, innlesing: Innlesing, dag: date) -> None:
        self._tre, self._innlesing, self._dag = tre, innlesing, dag
        self._filer: dict[str, tuple[_Felter, str]] = {}
        self._tiltak: dict[int, tuple[_Felter, dict[str, Verdi]]] = {}
        self._ledige: dict[int, Ledige] = {}
        self.svar: list[tuple[str, int, tuple[str, ...]]] = []

    def les(self, bok: LestMaanedsbok) -> None:
        """Hold one workbook against what is there. Raises StyringFeil where its unit has no file of
        the month, or has delivered.
        """
        register = self._innlesing.register
        maaned = Okonomimaaned(bok.maaned)
        post = register.maanedsord.get(f"{bok.maaned}/{bok.enhet}")
        skjemaer = {ett.enhet: ett for ett in maanedsskjemaene(register, maaned)} if post else {}
        skjema = skjemaer.get(bok.enhet)
        if post is None or skjema is None:
            raise StyringFeil(
                f"«{bok.fil}» er for {bok.enhet} i {bok.maaned}, som ikke er i gang. Begynn med"
                f" «styring maaned start {bok.maaned}»."
            )
        if post.verdi.levert:
            raise StyringFeil(
                f"{register.enhetsnavn(bok.enhet)} leverte {bok.maaned}"
                f" {kortdato(post.verdi.levert)}. Skal noe rettes, tømmes «levert» i {post.fil}"
                " først."
            )
        self._bidra(bok, maaned, post, skjema)

    def _bidra(
        self,
        bok: LestMaanedsbok,
        maaned: Okonomimaaned,
        post: Post[Maanedsord],
        skjema: Maanedsskjema,
    ) -> None:
        kjente = tiltakene(self._innlesing.register, maaned.aar)
        ledige = self._ledige.setdefault(maaned.aar, Ledige(set(kjente)))
        bidrag = maanedsbidrag(skjema, post.verdi, bok, self._dag, ledige)
        antall_svar = len(bok.svar) + len(bok.tiltak)
        self.svar.append((bok.fil, antall_svar, (*bok.feil, *bidrag.feil)))
        if felter := _ordfelter(bidrag, post.verdi):
            hva = f"{antall(len(felter), 'svar')} fra Excel"
            self._filer[post.fil] = (felter, hva)
        endrede, nye = self._tiltak.setdefault(maaned.aar, ([], {}))
        endrede += [(("tiltak", id_), _verdier(ulike)) for id_, ulike in bidrag.endrede.items()]
        nye |= {id_: _verdier(felter) for id_, felter in bidrag.nye.items()}

    def endringer(self) -> list[Endring]:
        """What all of them change, file by file."""
        ord_ = [
            Endring(fil, raa, sett_alle(raa, felter, Maanedsord), hva)
            for fil, (felter, hva) in self._filer.items()
            for raa in [innholdet(self._tre, self._innlesing, fil)]
        ]
        return [*ord_, *(self._av_tiltak(aar) for aar, alle in self._tiltak.items() if any(alle))]

    def _av_tiltak(self, aar: int) -> Endring:
        endrede, nye = self._tiltak[aar]
        fil = f"data/okonomi/{aar}/tiltak.yaml"
        hva = f"{antall(len(endrede) + len(nye), 'tiltak', ('tiltak', 'tiltak'))} fra Excel"
        if fil not in self._tre.filer():
            return Endring(fil, None, ny_fil({"tiltak": nye}).encode(), hva)
        raa = innholdet(self._tre, self._innlesing, fil)
        alle = [*endrede, *([(("tiltak",), nye)] if nye else [])]
        return Endring(fil, raa, sett_alle(raa, alle, Innsparing), hva)


def _ordfelter(bidrag: Maanedsbidrag, ord_: Maanedsord) -> _Felter:
    felter: _Felter = [
        (("omraader", kode), _verdier(ulike)) for kode, ulike in bidrag.omraader.items()
    ]
    if bidrag.oppnadd:
        gitt = {id_: {"oppnadd": ett.oppnadd} for id_, ett in (ord_.tiltak or {}).items()}
        gitt |= {id_: {"oppnadd": b} for id_, b in bidrag.oppnadd.items() if b is not None}
        borte = {id_ for id_, belop in bidrag.oppnadd.items() if belop is None}
        alle = {id_: felter for id_, felter in gitt.items() if id_ not in borte}
        felter.append(((), {"tiltak": cast("Verdi", alle or None)}))
    return felter


def _verdier(felter: Mapping[str, object]) -> dict[str, Verdi]:
    return cast("dict[str, Verdi]", {navn: v for navn, v in felter.items() if v != ""})
