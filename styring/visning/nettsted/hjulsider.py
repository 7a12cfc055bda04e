"""The pages of the wheel: a year, and one aktivitet."""

from collections.abc import Iterator
from itertools import groupby

from styring.fag.kalender import MAANEDER, dag_og_dato
from styring.fag.norsk import opplisting
from styring.sporring.arshjul.arshjul import Arshjulsvar, Hendelse, UtenDag
from styring.sporring.nettsted.nettstedsvar import Nettstedsvar
from styring.sporring.poster.vis_svar import Aktivitetsvar
from styring.visning.arshjul.hjulbilde import hjulet
from styring.visning.felles.blokker import Bit, Felter, Kolonne, Overskrift, Tabell, dempet, linje
from styring.visning.felles.feltvisning import felter as ovrige
from styring.visning.felles.meldinger import flat
from styring.visning.felles.ord import KATEGORIER, dagmerknad
from styring.visning.nettsted.deler import enheten, kalenderadresse, kalendernavn, koden
from styring.visning.nettsted.nettblokker import Feed, Figurblokk, Fil, Filer, Nettblokk, Nettside


def hjulsiden(svar: Nettstedsvar, hjul: Arshjulsvar) -> Nettside:
    """Lay out one year: the wheel, and every day in words."""
    andre = tuple(
        (Bit(f"Årshjulet {ett.aar}", "", "", f"hjul/{ett.aar}"),)
        for ett in svar.hjul
        if ett.aar != hjul.aar
    )
    kategorier = (
        Fil(kalenderadresse(ett), kalendernavn(svar, ett))
        for ett in svar.kalendere
        if ett.rom == "kategori" and ett.dager
    )
    innhold: list[Nettblokk] = [
        Figurblokk(hjulet(hjul, svar.dag)),
        Filer(
            (
                Fil(f"arshjul/{hjul.aar}.svg", "Hjulet som bilde", "(SVG, til utskrift)"),
                Fil("kalender/alle.ics", "Alle fristene som kalender", "(til Outlook og andre)"),
            )
        ),
        *_dagene(svar, hjul),
        Overskrift("Andre år", niva=2),
        Tabell((Kolonne("", fri=True),), andre),
        Overskrift("Én kategori som kalender", niva=2),
        Filer(tuple(kategorier)),
    ]
    return Nettside(
        adresse="",
        tittel=f"Årshjulet {hjul.aar}",
        innhold=tuple(innhold),
        slag="årshjul",
        feeds=(Feed("kalender/alle.ics", "Alle fristene som kalender"),),
    )


def _dagene(svar: Nettstedsvar, hjul: Arshjulsvar) -> Iterator[Nettblokk]:
    """Each day of the year by its month, then what has no day."""
    for (aar, maaned), dager in groupby(hjul.hendelser, key=lambda h: (h.dag.year, h.dag.month)):
        navn = MAANEDER[maaned - 1].capitalize()
        yield Overskrift(navn if aar == hjul.aar else f"{navn} {aar}", niva=2)
        yield Tabell(
            _KOLONNER,
            tuple(
                (
                    Bit(f"{dag_og_dato(h.dag)} {h.dag.year}"),
                    Bit(
                        f"{flat(h.tittel)}{dagmerknad(h.regeldag, h.fridag)}",
                        lenke=f"aktivitet/{h.id}",
                    ),
                    *_slaget(svar, h),
                )
                for h in dager
            ),
        )
    if not hjul.hendelser:
        yield linje(dempet(f"Ingen dager i {hjul.aar}."))
    if hjul.uten_dag:
        yield Overskrift("Dag ikke oppgitt", niva=2)
        rader = (
            (
                Bit(u.grunn, "dempet"),
                Bit(flat(u.tittel), lenke=f"aktivitet/{u.id}"),
                *_slaget(svar, u),
            )
            for u in hjul.uten_dag
        )
        yield Tabell(_KOLONNER, tuple(rader))


def _slaget(svar: Nettstedsvar, ett: Hendelse | UtenDag) -> tuple[Bit, Bit, Bit]:
    hvem = enheten(svar, ett.ansvarlig) if ett.ansvarlig else dempet("ikke oppgitt")
    return Bit(ett.type, ett.type, ett.type), Bit(KATEGORIER[ett.kategori]), hvem


_KOLONNER = (
    Kolonne("Dag"),
    Kolonne("Hva", fri=True),
    Kolonne("Type"),
    Kolonne("Kategori"),
    Kolonne("Ansvarlig"),
)


def aktivitetssiden(svar: Nettstedsvar, ett: Aktivitetsvar) -> Nettside:
    """Lay out one aktivitet, with its days."""
    return Nettside(
        adresse="",
        tittel=flat(ett.tittel),
        innhold=tuple(_aktiviteten(svar, ett)),
        slag="aktivitet i årshjulet",
        id=ett.id,
        ord=ett.kategori,
        smuler=(("side/arshjul", "Årshjul"), ("", flat(ett.tittel))),
        fil=ett.fil,
    )


def _aktiviteten(svar: Nettstedsvar, ett: Aktivitetsvar) -> list[Nettblokk]:
    ansvarlig = enheten(svar, ett.ansvarlig) if ett.ansvarlig else dempet("ikke oppgitt")
    par: list[tuple[str, Bit]] = [
        ("Type", Bit(ett.type, ett.type, ett.type)),
        ("Kategori", Bit(KATEGORIER[ett.kategori])),
        ("Hjul", Bit(opplisting(ett.hjul))),
        ("Ansvarlig", ansvarlig),
        ("Hjemmel", Bit(ett.hjemmel) if ett.hjemmel else dempet("ikke oppgitt")),
    ]
    par += [("Paragraf", dempet("; ".join(ett.hjemler)))] if ett.hjemler else []
    par += [("Regnes fra", koden(ett.regnes_fra))] if ett.regnes_fra else []
    par += [("Styrer", koden(opplisting(ett.avhengige)))] if ett.avhengige else []
    par.append(("Kilde", Bit(flat(ett.kilde))))
    par += [("Merknad", Bit(flat(ett.merknad)))] if ett.merknad else []
    dager: list[Nettblokk] = [Overskrift("Dager", niva=2)]
    if ett.uten_dag:
        dager.append(linje(dempet(f"Dag {ett.uten_dag}.")))
    elif not ett.dager:
        dager.append(linje(dempet(f"Ingen dager fra {ett.dato.year} og ti år fram.")))
    else:
        rader = (
            (
                Bit(f"{dag_og_dato(h.dag)} {h.dag.year}"),
                Bit(dagmerknad(h.regeldag, h.fridag).strip(" ()") or "–"),
            )
            for h in ett.dager
        )
        dager.append(Tabell((Kolonne("Dag"), Kolonne("Merknad", fri=True)), tuple(rader)))
    return [Felter((*par, *ovrige(ett.ovrig), ("Id", koden(ett.id)))), *dager]
