"""The year as a page and as rows."""

from itertools import groupby

from styring.fag.kalender import MAANEDER, dag_og_dato, uke
from styring.fag.norsk import antall
from styring.sporring.arshjul.arshjul import Arshjulsvar, Hendelse, UtenDag
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


def side(svar: Arshjulsvar) -> Side:
    """Lay out the year month by month, then what has no day."""
    hjul = f", {svar.hjul} hjul" if svar.hjul else ""
    sider: list[Overskrift | Linje | Tabell] = [
        Overskrift(
            f"Årshjul {svar.aar}{hjul}",
            " · ".join(KATEGORIER.get(ord_, ord_) for ord_ in svar.utvalg) or svar.kommune,
        )
    ]
    for (aar, maaned), hendelser in groupby(
        svar.hendelser, key=lambda hendelse: (hendelse.dag.year, hendelse.dag.month)
    ):
        navn = MAANEDER[maaned - 1].capitalize()
        sider += [
            Overskrift(navn if aar == svar.aar else f"{navn} {aar}", niva=2),
            _tabell([_rad(hendelse) for hendelse in hendelser]),
        ]
    if not svar.hendelser:
        sider += [linje(), linje(dempet(f"Ingen dager i {svar.aar}."))]
    if svar.uten_dag:
        sider += [
            Overskrift("Dag ikke oppgitt", niva=2),
            _tabell([_uten_dag(aktivitet) for aktivitet in svar.uten_dag]),
        ]
    if not svar.hendelser and not svar.uten_dag:
        return sider
    oppsummert = (
        f"{antall(svar.antall, 'dag')} i året, {antall(len(svar.uten_dag), 'aktivitet')} uten"
        " oppgitt dag"
    )
    return [*sider, linje(), linje(dempet(oppsummert))]


def ark(svar: Arshjulsvar) -> Ark:
    """The rows of the year for a spreadsheet; those without a day last."""
    kolonner = (
        "dag",
        "uke",
        "id",
        "tittel",
        "type",
        "kategori",
        "ansvarlig",
        "flyttet_fra",
        "faller_pa",
        "hjemmel",
    )
    med = (
        (
            h.dag,
            uke(h.dag),
            h.id,
            h.tittel,
            h.type,
            KATEGORIER[h.kategori],
            h.ansvarlig,
            h.regeldag,
            h.fridag,
            h.hjemmel,
        )
        for h in svar.hendelser
    )
    uten = (
        (
            "ikke oppgitt",
            None,
            u.id,
            u.tittel,
            u.type,
            KATEGORIER[u.kategori],
            u.ansvarlig,
            None,
            None,
            None,
        )
        for u in svar.uten_dag
    )
    return Ark(kolonner, (*med, *uten))


def _tabell(rader: list[tuple[Bit, ...]]) -> Tabell:
    return Tabell(
        (Kolonne("", bredde=16), Kolonne("", fri=True), Kolonne("", bredde=27)), tuple(rader)
    )


def _rad(hendelse: Hendelse) -> tuple[Bit, ...]:
    return (
        Bit(dag_og_dato(hendelse.dag), hendelse.type, hendelse.type),
        Bit(
            hendelse.tittel + dagmerknad(hendelse.regeldag, hendelse.fridag),
            lenke=f"aktivitet/{hendelse.id}",
        ),
        dempet(_slag(hendelse.type, hendelse.kategori, hendelse.ansvarlig)),
    )


def _uten_dag(aktivitet: UtenDag) -> tuple[Bit, ...]:
    return (
        Bit(aktivitet.grunn, "dempet", aktivitet.type),
        Bit(aktivitet.tittel, lenke=f"aktivitet/{aktivitet.id}"),
        dempet(_slag(aktivitet.type, aktivitet.kategori, aktivitet.ansvarlig)),
    )


def _slag(type_: str, kategori: str, ansvarlig: str | None) -> str:
    return " · ".join(filter(None, (type_, KATEGORIER[kategori], ansvarlig)))
