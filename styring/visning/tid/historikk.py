"""One record's life as a page and as rows."""

from datetime import date

from styring.fag.kalender import kortdato
from styring.fag.periode import tidspunkt_med_ord
from styring.fag.tilstand import Tilstand
from styring.sporring.poster.vis_svar import Periodemelding
from styring.sporring.tid.historikk import Forventning, Historikksvar, Posthendelse
from styring.visning.felles.blokker import (
    Ark,
    Bit,
    Blokk,
    Kolonne,
    Linje,
    Overskrift,
    Side,
    Tabell,
    dempet,
    linje,
)
from styring.visning.felles.meldinger import flat
from styring.visning.felles.merker import tilstandsbit
from styring.visning.tid.setninger import setninger

_BREDDE = 32
"""Characters of the small chart."""


def side(svar: Historikksvar) -> Side:
    """Lay out the periods in a row, the chart, and every change, oldest first."""
    deler: list[Blokk] = [
        Overskrift(svar.id, "historikk"),
        linje(Bit(flat(svar.tittel), "sterk")),
        *([_naa(svar, svar.tilstand)] if svar.tilstand else []),
    ]
    if svar.viderefort_fra:
        deler.append(
            linje(
                dempet(
                    f"Videreført fra {svar.viderefort_fra}. Det som skjedde før: styring historikk"
                    f" {svar.viderefort_fra}"
                )
            )
        )
    if svar.lys:
        deler.append(Overskrift("Periode for periode", niva=2))
        deler += [
            Tabell(
                (Kolonne(""), Kolonne("", fri=True)),
                tuple(
                    (Bit(periode, "sterk"), tilstandsbit(tilstand))
                    for periode, tilstand in svar.lys
                ),
            )
        ]
    if svar.forventninger:
        deler += [Overskrift("Forventet ferdig", niva=2), _diagram(svar)]
    deler.append(Overskrift("Endringer", niva=2))
    if not svar.hendelser:
        deler.append(linje(dempet("Ingen endringer er lagret i git.")))
    for hendelse in svar.hendelser:
        deler += _hendelse(hendelse)
    if svar.viderefort_til:
        deler.append(
            linje(
                dempet(
                    f"Videreført i {svar.viderefort_til}. Det som skjedde siden: styring historikk"
                    f" {svar.viderefort_til}"
                )
            )
        )
    return deler


def _naa(svar: Historikksvar, tilstand: Tilstand) -> Linje:
    if svar.viderefort_til is None:
        return linje("Nå: ", tilstandsbit(tilstand))
    return linje(
        "Nå: videreført i ",
        Bit(svar.viderefort_til, "id"),
        dempet(f" (sist meldt her: {tilstand.ord})"),
    )


def ark(svar: Historikksvar) -> Ark:
    """One row for each change and each thing told."""
    felter = ("dato", "enhet", "hvem", "versjon", "hva", "felt", "foer", "naa")
    rader: list[tuple[object, ...]] = []
    for h in svar.hendelser:
        hode = (h.dag, h.enhet, h.forfatter, h.commit)
        rader += [(*hode, ord_, None, None, None) for ord_ in _om_filen(h)]
        rader += [(*hode, e.slag, e.hva, e.foer, e.naa) for e in h.endringer]
        rader += [(*hode, "meldt", ett.periode, None, ett.tilstand.ord) for ett in h.meldt]
    return Ark(felter, tuple(rader))


def _hendelse(h: Posthendelse) -> list[Blokk]:
    hvem = f"  {h.forfatter}" if h.forfatter else ""
    deler: list[Blokk] = [
        linje(
            Bit(kortdato(h.dag), "sterk"),
            f"  {h.enhet}",
            dempet(f"{hvem}{f'  {h.commit[:10]}' if h.commit else ''}"),
        )
    ]
    deler += [linje(f"  {ord_}") for ord_ in _om_filen(h)]
    deler += [linje(f"  {tekst}") for endring in h.endringer for tekst in setninger(endring)]
    return [*deler, *(blokk for meldt in h.meldt for blokk in _meldt(meldt))]


def _om_filen(h: Posthendelse) -> list[str]:
    ord_ = (
        ["Lagt inn."]
        if h.ny
        else (
            ["Historikken begynner her. Når det ble lagt inn, og av hvem, er ikke kjent."]
            if h.forste
            else []
        )
    )
    ord_ += ["Filen ble slettet."] if h.slettet else []
    return ord_ + ([f"Filen fikk nytt navn. Før: {h.flyttet_fra}."] if h.flyttet_fra else [])


def _meldt(ett: Periodemelding) -> list[Blokk]:
    ferdig = (
        f", forventet ferdig {tidspunkt_med_ord(ett.melding.forventet_ferdig)}"
        if ett.melding.forventet_ferdig
        else ""
    )
    linjer: list[Blokk] = [
        linje(f"  {ett.enhet} meldte for {ett.periode}: ", tilstandsbit(ett.tilstand), ferdig)
    ]
    return linjer + ([linje(f"    {flat(ett.melding.kommentar)}")] if ett.melding.kommentar else [])


def _diagram(svar: Historikksvar) -> Tabell:
    """Each period's expectation along one line of time; the deadline, as it was in the form, is a
    bar in it.
    """
    dager = [ett.dag for ett in svar.forventninger] + [
        ett.frist for ett in svar.forventninger if ett.frist
    ]
    forst, sist = min(dager), max(dager)

    def plass(dag: date) -> int:
        return round((dag - forst).days / max((sist - forst).days, 1) * (_BREDDE - 1))

    rader = tuple(
        (
            Bit(ett.periode, "sterk"),
            Bit(tidspunkt_med_ord(ett.forventet)),
            Bit(_strek(ett, plass(ett.dag), plass(ett.frist) if ett.frist else None)),
        )
        for ett in svar.forventninger
    )
    forklaring = (Bit(""), dempet("● forventet"), dempet("| fristen da   ◆ begge samme dag"))
    return Tabell((Kolonne(""), Kolonne(""), Kolonne("", fri=True)), (*rader, forklaring))


def _strek(ett: Forventning, forventet: int, frist: int | None) -> str:
    tegn = ["·"] * _BREDDE
    if frist is not None:
        tegn[frist] = "|"
    tegn[forventet] = "◆" if ett.dag == ett.frist else "●"
    return "".join(tegn) + (" etter fristen" if ett.over else "")
