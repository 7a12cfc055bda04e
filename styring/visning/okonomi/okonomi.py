"""How the economy stands, as a page: what is expected at the end of the year first."""

from decimal import Decimal

from styring.fag.belop import i_tusen, kroner, millioner
from styring.fag.kalender import kort_maaned, kortdato
from styring.fag.norsk import antall, opplisting
from styring.sporring.okonomi.okonomisvar import Okonomirad, Okonomisvar, Tiltakrad
from styring.visning.felles.blokker import (
    Ark,
    Bit,
    Blokk,
    Kolonne,
    Overskrift,
    Side,
    Tabell,
    dempet,
    linje,
)
from styring.visning.okonomi.ord import fravaeret

_STOLPE = 4
"""Columns of the bar that shows what is used of the year."""
_HALVT = Decimal("0.5")


def side(svar: Okonomisvar) -> Side:
    """Lay out the whole in one sentence, every area worst first, each unit, what goes to its own
    fund, the measures, and who has not said anything.
    """
    if grunn := _ingen_tall(svar):
        return [Overskrift(f"{svar.kommune}: økonomien", svar.navn), linje(dempet(grunn))]
    helt = [_tabell("Område", svar.rader, svar.sum if len(svar.rader) > 1 else None)]
    return [
        Overskrift(f"{svar.navn}: økonomien per {svar.maanedsnavn}", "1 000 kr, netto"),
        *([linje(_kort(svar.sum, er_aaret=svar.er_aaret))] if svar.sum else []),
        *([linje(fravaeret(svar.fravaer))] if svar.fravaer else []),
        *([linje(svar.samlet_vurdering.strip())] if svar.samlet_vurdering else []),
        linje(),
        *(helt if svar.rader else []),
        *_enhetene(svar),
        *_selvkost(svar),
        *_ordene(_alle(svar)),
        *_tiltakene(svar.tiltak),
        *_fotnoter(svar),
    ]


def _ingen_tall(svar: Okonomisvar) -> str:
    """Why there is nothing to show; empty where there is."""
    if svar.lukket:
        return "Månedene er interne, og er ikke for denne leseren."
    if svar.maaned is None:
        return "Ingen måned er lest inn fra regnskapet: styring importer regnskap."
    return "" if _alle(svar) else f"{svar.navn} svarer ikke for noe budsjettområde."


def mangler(svar: Okonomisvar) -> Side:
    """Say only which units have not said what they expect."""
    if _ingen_tall(svar):
        return side(svar)
    if not svar.mangler:
        return [
            linje(Bit(f"Alle har sagt hva de venter per {svar.maanedsnavn}.", "ferdig", "hake"))
        ]
    return [
        Overskrift(f"Mangler for {svar.maanedsnavn}", antall(len(svar.mangler), "enhet")),
        *(
            linje(
                Bit(enhet, "id"),
                ": "
                + opplisting(r.navn for r in _alle(svar) if r.enhet == enhet and r.avvik is None),
            )
            for enhet in svar.mangler
        ),
    ]


def _alle(svar: Okonomisvar) -> tuple[Okonomirad, ...]:
    return (*svar.rader, *svar.selvkost)


def _kort(helt: Okonomirad, *, er_aaret: bool) -> str:
    """The whole in one sentence."""
    if er_aaret and helt.avvik is not None:
        return f"Året ble {_med_ord(helt.avvik, helt.ordet)}."
    if helt.avvik is None:
        hittil = (
            f"Avvik hittil: {millioner(helt.avvik_hittil)} kr."
            if helt.avvik_hittil is not None
            else "Regnskapet er ikke lest inn."
        )
        return f"{hittil} Ikke alle har sagt hva de venter ved årsslutt."
    tekst = f"Ventet ved årsslutt: {_med_ord(helt.avvik, helt.ordet)}"
    if helt.etter_tiltak is not None and helt.etter_tiltak != helt.avvik:
        tekst += f", og {millioner(helt.etter_tiltak)} kr med de foreslåtte tiltakene"
    return f"{tekst}."


def _med_ord(avvik: Decimal, ordet: str) -> str:
    return ordet if avvik == 0 else f"{millioner(avvik)} kr ({ordet})"


def _tabell(forst: str, rader: tuple[Okonomirad, ...], sum_: Okonomirad | None) -> Tabell:
    maaneder = [punkt.maaned for punkt in (sum_ or rader[0]).prognoser] if rader else []
    aarets = (sum_ or rader[0]).aarets_del if rader else 0
    kolonner = (
        Kolonne(forst, fri=True),
        Kolonne("Budsjett", tall=True),
        Kolonne(f"Brukt/{aarets} %", tall=True),
        Kolonne("Hittil", tall=True),
        *(Kolonne(_kort_maaned(ett), tall=True) for ett in maaneder),
        Kolonne("Tiltak", tall=True),
    )
    alle = (*rader, *([sum_] if sum_ else []))
    return Tabell(kolonner, tuple(_raden(rad, er_sum=rad is sum_) for rad in alle))


def _kort_maaned(id_: str) -> str:
    return kort_maaned(int(id_[5:]))


def _raden(rad: Okonomirad, *, er_sum: bool) -> tuple[Bit, ...]:
    stil = "sterk" if er_sum else ""
    merke = "ikke_i_rute" if rad.haandteres else ""
    punkter = rad.prognoser
    return (
        Bit("Sum" if er_sum else rad.navn, stil or merke, merke),
        Bit(i_tusen(rad.revidert), stil),
        Bit(_brukt(rad), stil),
        Bit(i_tusen(rad.avvik_hittil), stil),
        *(Bit(i_tusen(punkt.avvik), stil) for punkt in punkter),
        Bit(i_tusen(rad.etter_tiltak), stil),
    )


def _brukt(rad: Okonomirad) -> str:
    """What is used of the year's budget, as a bar and in percent."""
    if rad.brukt is None:
        return "–"
    fylt = max(0, min(_STOLPE, int((Decimal(rad.brukt) * _STOLPE / 100 + _HALVT) // 1)))
    return f"{'█' * fylt}{'░' * (_STOLPE - fylt)} {rad.brukt} %"


def _enhetene(svar: Okonomisvar) -> list[Blokk]:
    if len(svar.enheter) < 2:  # noqa: PLR2004  one unit is the whole
        return []
    return [Overskrift("Enhetene", niva=2), _tabell("Enhet", svar.enheter, svar.sum)]


def _selvkost(svar: Okonomisvar) -> list[Blokk]:
    if not svar.selvkost:
        return []
    return [
        Overskrift("Selvkost", "går mot sitt eget fond, utenfor summen", niva=2),
        _tabell("Område", svar.selvkost, None),
    ]


def _ordene(rader: tuple[Okonomirad, ...]) -> list[Blokk]:
    """What the leaders said, of the areas that expect to use more."""
    med = [rad for rad in rader if rad.avvik is not None and rad.avvik < 0 and rad.forklaring]
    if not med:
        return []
    return [
        Overskrift("Forklaringene", niva=2),
        *(
            linje(
                Bit(rad.navn, "sterk"),
                f" {millioner(rad.avvik or Decimal(0))} kr {rad.ordet}: {rad.forklaring}",
            )
            for rad in med
        ),
    ]


def _tiltakene(tiltak: tuple[Tiltakrad, ...]) -> list[Blokk]:
    if not tiltak:
        return []
    kolonner = (
        Kolonne("Id"),
        Kolonne("Tiltak", fri=True),
        Kolonne("Ansvarlig"),
        Kolonne("Frist"),
        Kolonne("Virkning", tall=True),
    )
    rader = tuple(
        (
            Bit(ett.id, "id"),
            Bit(f"{ett.tekst.strip()} ({'iverksatt' if ett.iverksatt else 'foreslått'})"),
            Bit(ett.ansvarlig),
            Bit(kortdato(ett.frist) if ett.frist else "–"),
            Bit(i_tusen(ett.effekt)),
        )
        for ett in tiltak
    )
    return [Overskrift("Tiltakene", niva=2), Tabell(kolonner, rader)]


def _fotnoter(svar: Okonomisvar) -> list[Blokk]:
    noter = []
    if svar.mangler:
        noter.append(f"Har ikke sagt hva de venter: {opplisting(svar.mangler)}.")
    if svar.utkast:
        noter.append(f"Ikke levert ennå, bare utkast: {opplisting(svar.utkast)}.")
    if svar.uten_regnskap:
        noter.append(
            f"Regnskapet for måneden mangler {opplisting(svar.uten_regnskap)}, så summene kan ikke"
            " regnes ut."
        )
    if any(rad.beregnet for rad in _alle(svar)):
        noter.append(
            "Budsjettet hittil er en tolvdel av året for hver måned der regnskapet ikke sier det."
        )
    noter.append(
        "Minus er verre enn budsjett. «Hittil» er avviket så langt; månedene er avviket ved"
        " årsslutt slik det ble ventet da, medregnet tiltak som var iverksatt. «Tiltak» regner også"
        " med dem som bare er foreslått."
    )
    return [linje(), *(linje(dempet(note)) for note in noter)]


def ett_omraade(svar: Okonomisvar) -> Side:
    """Lay out one area: the figures, month by month, and what its leader said."""
    if _ingen_tall(svar):
        return side(svar)
    rad = _alle(svar)[0]
    linjer = [
        ("Budsjett", f"{kroner(rad.revidert)} kr"),
        ("Brukt", "–" if rad.regnskap is None else f"{kroner(rad.regnskap)} kr ({_brukt(rad)})"),
        ("Avvik hittil", "–" if rad.avvik_hittil is None else f"{kroner(rad.avvik_hittil)} kr"),
        ("Gjenstår", "–" if rad.gjenstaar is None else f"{kroner(rad.gjenstaar)} kr"),
        ("Ventet", "–" if rad.avvik is None else _med_ord(rad.avvik, rad.ordet)),
    ]
    return [
        Overskrift(f"{rad.navn} ({rad.kode})", svar.maanedsnavn),
        *(linje(Bit(f"{navn}: ", "dempet"), verdi) for navn, verdi in linjer),
        *_kurven(rad),
        *_ordene((rad,)),
        *_tiltakene(svar.tiltak),
    ]


_TRINN = "▁▂▃▄▅▆▇█"


def _kurven(rad: Okonomirad) -> list[Blokk]:
    """The expected avvik month by month as a small curve: the lower, the worse."""
    kjente = [punkt for punkt in rad.prognoser if punkt.avvik is not None]
    if not kjente:
        return []
    verdier = [punkt.avvik for punkt in kjente if punkt.avvik is not None]
    lavest, hoyest = min(*verdier, Decimal(0)), max(*verdier, Decimal(0))
    spenn = hoyest - lavest
    tegn = "".join(
        _TRINN[int((verdi - lavest) * (len(_TRINN) - 1) / spenn)] if spenn else _TRINN[-1]
        for verdi in verdier
    )
    fra, til = kjente[0].maaned, kjente[-1].maaned
    forklart = f"  {fra} til {til}: {i_tusen(verdier[0])} til {i_tusen(verdier[-1])}"
    return [linje(Bit("Ventet avvik: ", "dempet"), tegn, dempet(forklart))]


def ark(svar: Okonomisvar) -> Ark:
    """Every area as a row, in kroner."""
    kolonner = (
        "maaned",
        "kode",
        "navn",
        "enhet",
        "type",
        "budsjett",
        "regnskap",
        "avvik_hittil",
        "gjenstaar",
        "prognose",
        "avvik",
        "etter_tiltak",
        "ordet",
    )
    rader = tuple(
        (
            svar.maaned,
            rad.kode,
            rad.navn,
            rad.enhet,
            rad.type,
            rad.revidert,
            rad.regnskap,
            rad.avvik_hittil,
            rad.gjenstaar,
            rad.prognose,
            rad.avvik,
            rad.etter_tiltak,
            rad.ordet,
        )
        for rad in _alle(svar)
    )
    return Ark(kolonner, rader)
