"""The sheet of a unit's form: rows, locks, drop-downs and help."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from styring.fag import skjemabok as bok
from styring.fag.dekning import avdekk
from styring.fag.kalender import kortdato
from styring.register.skjema import Skjema, Skjemarad
from styring.visning.felles.maalform import Maalform
from styring.visning.felles.trygg import trygg
from styring.visning.rapportering.skjemalinjer import FORSTE_LISTE, faste_celler, linjer_i, lister
from styring.visning.rapportering.skjemastil import stilene
from styring.visning.rapportering.skjemaveiledning import ARK as _HJELP
from styring.visning.rapportering.skjemaveiledning import HJELP, OM_PLANEN

_HODE = 4
"""The row of the headings, counted from 0."""


_LENGSTE_TEKST = 10_000


_GRUNNBREDDE = 40


_LINJEHOYDE = 15
"""Points. A row's height is set, since not every program works it out when the file is opened."""


_FAERREST_LINJER = 3


_HOYEST = 400


class Skjemainnhold(NamedTuple):
    """What a form holds: its rows; and where it is sent back, why, and what was typed, by the id of
    what it is about.
    """

    rader: Sequence[Skjemarad]
    grunner: Mapping[str, str]
    typet: Mapping[str, Mapping[str, str]]

    def satt_til_side(self) -> "Skjemainnhold":
        """What was typed set apart, as it is in the reasons already, but for words of our lists."""
        return self._replace(
            typet={
                sak: {felt: bok.satt_til_side(felt, tekst) for felt, tekst in celler.items()}
                for sak, celler in self.typet.items()
            }
        )

    def uten_skille(self) -> "Skjemainnhold":
        """The reasons with what was typed no longer set apart."""
        return self._replace(grunner={sak: avdekk(ett) for sak, ett in self.grunner.items()})


class Skjemaark:
    """One workbook in the making."""

    def __init__(
        self,
        arbeidsbok: Any,  # noqa: ANN401  the library ships no types
        skjema: Skjema,
        innhold: Skjemainnhold,
        maalform: Maalform,
    ) -> None:
        self.bok, self.skjema = arbeidsbok, skjema
        self.vis, self.skrevet = maalform
        self.rader, self.grunner, self.typet = innhold
        self.kolonner = [
            kolonne
            for kolonne in bok.KOLONNER
            if kolonne.felt != "arsslutt" or skjema.periode.er_arsslutt
        ]
        self.forst = 1 if self.grunner else 0
        self.stil = stilene(arbeidsbok)

    def skriv(self) -> None:
        """Write every sheet of the workbook."""
        ark = self.bok.add_worksheet(self.vis(bok.ARK))
        self._toppen(ark)
        self._tabellen(ark)
        self._hjelp(self.bok.add_worksheet(self.vis(_HJELP)))
        self._skjult(self.bok.add_worksheet(bok.SKJULT_ARK))
        ark.protect(
            "",
            {
                "format_columns": True,
                "format_rows": True,
                "select_locked_cells": True,
                "select_unlocked_cells": True,
            },
        )
        ark.activate()

    def _trygg(self, tekst: str) -> str:
        """A text of ours or of the data, as a cell may hold it."""
        return trygg(self.vis(tekst))

    def _toppen(self, ark: Any) -> None:  # noqa: ANN401  the library ships no types
        frist = f"Leveres senest {kortdato(self.skjema.frist)}. " if self.skjema.frist else ""
        tittel = f"{self.skjema.navn}: {self.skjema.periode.navn}"
        ark.write_string(0, 0, self._trygg(tittel), self.stil.tittel)
        hva = (
            "Radene under må rettes; grunnen står i den røde kolonnen. "
            if self.grunner
            else "Fyll ut de hvite feltene. "
        )
        om = f"{hva}{frist}Arket «{_HJELP}» forklarer resten."
        ark.write_string(1, 0, self.vis(om), self.stil.tekst)
        if not self.grunner or bok.SAMLET_ID in self.grunner or not self.skjema.samlet_vurdering:
            merke = f"{bok.SAMLET} (egne ord om helheten):"
            ark.write_string(2, 0, self.vis(merke), self.stil.merket)
            ark.merge_range(2, 4, 2, 8, "", self.stil.svar)
            typet = self.typet.get(bok.SAMLET_ID, {}).get(
                "kommentar", self.skjema.samlet_vurdering or ""
            )
            ark.write_string(2, 4, self._trygg(typet).strip(), self.stil.svar)
            ark.set_row(2, 75)
        if bok.SAMLET_ID in self.grunner:
            ark.write_string(3, 0, self._trygg(self.grunner[bok.SAMLET_ID]), self.stil.grunn)

    def _tabellen(self, ark: Any) -> None:  # noqa: ANN401  the library ships no types
        overskrifter = [
            *([bok.GRUNN] if self.grunner else []),
            *(kolonne.overskrift for kolonne in self.kolonner),
        ]
        for nr, overskrift in enumerate(overskrifter):
            ark.write_string(_HODE, nr, self.vis(overskrift), self.stil.hode)
        if self.grunner:
            ark.set_column(0, 0, _GRUNNBREDDE)
        for nr, kolonne in enumerate(self.kolonner, self.forst):
            ark.set_column(nr, nr, kolonne.bredde)
        ark.set_row(_HODE, 2 * _LINJEHOYDE + 2)
        for nr, rad in enumerate(self.rader, _HODE + 1):
            self._rad(ark, nr, rad)
        for nr, kolonne in enumerate(self.kolonner, self.forst):
            if (
                kolonne.svar
                and kolonne.felt not in ("status", "framdrift", "arsslutt")
                and self.rader
            ):
                ark.data_validation(
                    _HODE + 1, nr, _HODE + len(self.rader), nr, self._lengde(kolonne)
                )
        ark.freeze_panes(_HODE + 1, 3 + self.forst)
        ark.set_landscape()
        ark.set_paper(9)
        ark.fit_to_pages(2, 0)
        ark.repeat_rows(_HODE)
        ark.repeat_columns(0, 2 + self.forst)

    # the library ships no types
    def _rad(self, ark: Any, nr: int, rad: Skjemarad) -> None:  # noqa: ANN401
        faste = faste_celler(rad, self.kolonner)
        celler = {**bok.som_celler(rad.melding), **self.typet.get(rad.sak.id, {})}
        linjer = [
            linjer_i(celler[kolonne.felt] if kolonne.svar else faste[kolonne.felt], kolonne.bredde)
            for kolonne in self.kolonner
        ]
        if self.grunner:
            ark.write_string(nr, 0, self._trygg(self.grunner[rad.sak.id]), self.stil.grunn)
            linjer.append(linjer_i(self.grunner[rad.sak.id], _GRUNNBREDDE))
        ark.set_row(nr, min(max(*linjer, _FAERREST_LINJER) * _LINJEHOYDE + 3, _HOYEST))
        for plass, kolonne in enumerate(self.kolonner, self.forst):
            if kolonne.felt == "frist":
                self._frist(ark, nr, plass, rad)
            elif kolonne.svar:
                ark.write_string(nr, plass, self._trygg(celler[kolonne.felt]), self.stil.svar)
                self._liste(ark, nr, plass, kolonne, rad)
            else:
                ark.write_string(nr, plass, self._trygg(faste[kolonne.felt]), self.stil.laast)

    # the library ships no types
    def _frist(self, ark: Any, nr: int, plass: int, rad: Skjemarad) -> None:  # noqa: ANN401
        if rad.sak.frist:
            ark.write_datetime(nr, plass, rad.sak.frist, self.stil.laast_dato)
        else:
            ark.write_string(nr, plass, self.vis("ikke oppgitt"), self.stil.laast)

    # the library ships no types
    def _liste(
        self,
        ark: Any,  # noqa: ANN401
        nr: int,
        plass: int,
        kolonne: bok.Skjemakolonne,
        rad: Skjemarad,
    ) -> None:
        """Put a drop-down on a cell: the words stand in the hidden sheet, since one of them holds a
        comma.
        """
        valg = {
            "status": f"{rad.sak.slag}{'' if rad.forrige else '_ny'}",
            "framdrift": "framdrift",
            "arsslutt": "arsslutt",
        }.get(kolonne.felt)
        if valg is None:
            return
        kol = list(lister()).index(valg) + FORSTE_LISTE
        bokstav = chr(ord("A") + kol)
        ark.data_validation(
            nr,
            plass,
            nr,
            plass,
            {
                "validate": "list",
                "source": f"={bok.SKJULT_ARK}!${bokstav}$2:${bokstav}${len(lister()[valg]) + 1}",
                "input_title": self.vis(kolonne.overskrift),
                "input_message": self.vis(bok.hjelpen(kolonne, meldt_foer=rad.forrige is not None))[
                    :255
                ],
                "error_title": self.vis("Velg fra listen"),
                "error_message": self.vis("Trykk på pilen i cellen, og velg et av ordene."),
            },
        )

    def _lengde(self, kolonne: bok.Skjemakolonne) -> dict[str, object]:
        maks = self.skjema.maks if kolonne.felt == "kommentar" else _LENGSTE_TEKST
        return {
            "validate": "length",
            "criteria": "<=",
            "value": maks,
            "input_title": self.vis(kolonne.overskrift),
            "input_message": self.vis(kolonne.hjelp)[:255],
            "error_title": self.vis("For lang tekst"),
            "error_message": self.vis(f"Teksten kan være på {maks} tegn."),
        }

    def _hjelp(self, ark: Any) -> None:  # noqa: ANN401  the library ships no types
        ark.set_column(0, 0, 26)
        ark.set_column(1, 1, 100)
        hjelp = [ett for ett in HJELP if ett[0] != OM_PLANEN or not self.grunner]
        for nr, (hva, tekst) in enumerate(hjelp):
            ark.write_string(
                nr, 0, self.vis(hva), self.stil.tittel if not tekst else self.stil.merket
            )
            ark.write_string(nr, 1, self.vis(tekst), self.stil.brutt)
        ark.protect()

    def _skjult(self, ark: Any) -> None:  # noqa: ANN401  the library ships no types
        """Keep what the import needs: which form this is, and what stood in it when it was sent,
        in bokmål whatever the form is in.
        """
        ark.hide()
        samlet = trygg(self.skrevet(self.skjema.samlet_vurdering or "")).strip()
        sendt = {
            f"{rad.sak.slag}:{rad.sak.id}": [
                trygg(self.skrevet(celle)) for celle in bok.som_celler(rad.melding).values()
            ]
            for rad in self.rader
        }
        avtrykk = bok.avtrykk(
            [
                self.skjema.periode.id,
                self.skjema.enhet,
                samlet,
                *(del_ for nokkel, celler in sendt.items() for del_ in (nokkel, *celler)),
            ]
        )
        hode = {
            "format": str(bok.FORMATVERSJON),
            "periode": self.skjema.periode.id,
            "enhet": self.skjema.enhet,
            "samlet": samlet,
            "avtrykk": avtrykk,
        }
        for nr, (navn, verdi) in enumerate(hode.items()):
            ark.write_string(nr, 0, navn)
            ark.write_string(nr, 1, verdi)
        for kol, (navn, ord_) in enumerate(lister().items(), FORSTE_LISTE):
            for nr, ett in enumerate((navn, *map(self.vis, ord_))):
                ark.write_string(nr, kol, ett)
        ark.write_string(bok.SENDT_RAD - 1, 0, "sendt")
        for nr, rad in enumerate(self.rader, bok.SENDT_RAD):
            ark.write_string(nr, 0, rad.sak.id)
            ark.write_string(nr, 1, rad.sak.slag)
            for kol, celle in enumerate(sendt[f"{rad.sak.slag}:{rad.sak.id}"], 2):
                ark.write_string(nr, kol, celle)
        ark.protect()
