"""The deadlines as a page and as rows."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from styring.fag.kalender import avstand, dag_og_dato, kortdato, langdato
from styring.fag.norsk import antall
from styring.sporring.arshjul.frister import Fristsvar
from styring.sporring.arshjul.fristlinje import Frist
from styring.visning.felles.blokker import (
    Ark,
    Bit,
    Kolonne,
    Linje,
    Overskrift,
    Side,
    Tabell,
    dempet,
    linje,
)
from styring.visning.felles.ord import KATEGORIER, dagmerknad

_FORFALT = (
    Kolonne("", bredde=14),
    Kolonne("", fri=True),
    Kolonne("", bredde=18),
    Kolonne("", tall=True, bredde=19),
)
_KOLONNER = (
    Kolonne("", bredde=15),
    Kolonne("", fri=True),
    Kolonne("", bredde=18),
    Kolonne("", tall=True, bredde=13),
)


def side(svar: Fristsvar) -> Side:
    """Lay out the deadlines: overdue first, then week by week, and what has no day."""
    hvem = " · ".join(
        KATEGORIER.get(ord_, ord_) for ord_ in (svar.enhet or "hele kommunen", *svar.utvalg)
    )
    hode = Overskrift(f"Frister {langdato(svar.dato)} – {langdato(svar.til)}", hvem)
    sider: list[Overskrift | Linje | Tabell] = [hode]
    if svar.forfalte:
        sider += [
            Overskrift(f"Forfalt ({len(svar.forfalte)})", niva=2),
            _tabell(svar.dato, svar.forfalte, forfalte=True),
        ]
    for (aar, uke), frister in groupby(
        svar.kommende, key=lambda frist: (frist.dag.isocalendar().year, frist.uke)
    ):
        denne = (aar, uke) == svar.dato.isocalendar()[:2]
        naar = (
            f"Uke {uke} (denne uken)"
            if denne
            else f"Uke {uke}"
            if aar == svar.dato.year
            else f"Uke {uke}, {aar}"
        )
        sider += [Overskrift(naar, niva=2), _tabell(svar.dato, frister)]
    if not svar.kommende:
        ingen = "Ingen andre frister i perioden." if svar.forfalte else "Ingen frister i perioden."
        sider += [linje(), linje(dempet(ingen))]
    return [*sider, *_hull(svar)]


def ark(svar: Fristsvar) -> Ark:
    """The rows of the deadlines for a spreadsheet."""
    kolonner = (
        "dag",
        "uke",
        "dager",
        "slag",
        "id",
        "tittel",
        "type",
        "kategori",
        "ansvarlig",
        "faller_pa",
        "flyttet_fra",
    )
    rader = (
        (
            f.dag,
            f.uke,
            f.dager,
            f.slag,
            f.id,
            f.tittel,
            f.type,
            KATEGORIER.get(f.kategori or ""),
            f.ansvarlig,
            f.fridag,
            f.flyttet_fra,
        )
        for f in (*svar.forfalte, *svar.kommende)
    )
    return Ark(kolonner, tuple(rader))


def _tabell(dato: date, frister: Iterable[Frist], *, forfalte: bool = False) -> Tabell:
    rader = []
    for frist in frister:
        slag = frist.type or frist.slag
        naar = kortdato(frist.dag) if forfalte else dag_og_dato(frist.dag)
        merke = "forfalt" if forfalte else slag
        merknad = "" if forfalte else dagmerknad(frist.flyttet_fra, frist.fridag)
        rader.append(
            (
                Bit(naar, "forfalt" if forfalte else "", merke),
                Bit(frist.tittel + merknad),
                _hva_slags(frist),
                Bit(avstand(dato, frist.dag)),
            )
        )
    return Tabell(_FORFALT if forfalte else _KOLONNER, tuple(rader))


def _hva_slags(frist: Frist) -> Bit:
    slag = frist.type or f"{frist.slag} {frist.id}"
    return dempet(f"{slag} · {frist.ansvarlig}" if frist.ansvarlig else slag)


def _hull(svar: Fristsvar) -> list[Linje]:
    hull = []
    if svar.oppdrag_uten_frist:
        hull.append(
            f"{antall(svar.oppdrag_uten_frist, 'oppdrag')} har ingen frist i kilden og står ikke"
            " her."
        )
    if svar.aktiviteter_uten_dag:
        hull.append(
            f"{antall(svar.aktiviteter_uten_dag, 'aktivitet')} i årshjulet har ingen dag; se"
            " hvorfor med «styring arshjul»."
        )
    if svar.aktiviteter_uten_ansvarlig:
        hull.append(
            f"{antall(svar.aktiviteter_uten_ansvarlig, 'aktivitet')} i perioden har ingen oppgitt"
            " ansvarlig og er ikke med; se alle uten --sektor."
        )
    return [linje(), *(linje(dempet(tekst)) for tekst in hull)] if hull else []
