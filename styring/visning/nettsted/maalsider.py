"""The pages of the goals: whether they are reached, and what serves them."""

from collections.abc import Iterator

from styring.fag.baerekraftsmaal import med_navn
from styring.sporring.nettsted.nettstedsvar import Nettstedsvar
from styring.sporring.oppdrag.stilling import Stilling
from styring.sporring.poster.vis_svar import Maalpostsvar
from styring.visning.felles.blokker import Bit, Felter, Kolonne, Overskrift, Tabell, dempet, linje
from styring.visning.felles.feltvisning import felter as ovrige
from styring.visning.felles.meldinger import flat
from styring.visning.felles.merker import tilstandsbit
from styring.visning.maal.maalstatus import side as statussiden
from styring.visning.maal.serie import serieblokker
from styring.visning.nettsted.deler import enheten, koden, meldingsdagen
from styring.visning.nettsted.nettblokker import Figurblokk, Nettblokk, Nettside
from styring.visning.nettsted.tabeller import lister
from styring.visning.rapport.figurfiltre import lysbaren, tallserien


def maallisten(svar: Nettstedsvar) -> Nettside:
    """Every satsingsområde with its goals and what is measured of them."""
    innhold: list[Nettblokk] = []
    if sum(svar.maal.telling.values()):
        innhold.append(Figurblokk(lysbaren(svar.maal.telling, "Indikatorene på målene")))
    innhold += [
        Tabell(
            (Kolonne("Satsingsområde", fri=True),),
            tuple((Bit(ett.navn, "", "", f"maal/{ett.kode}"),) for ett in svar.maal.omraader),
        )
    ]
    return Nettside("", "Målene", (*innhold, *statussiden(svar.maal)[1:]), slag="oversikt")


def uten_tall(svar: Nettstedsvar) -> str:
    """How many goals nothing is measured of, as far as these pages know."""
    return f"{svar.maal.ikke_maalt} av {svar.maal.maal} mål har ingen tall her."


def maalsiden(svar: Nettstedsvar, ett: Maalpostsvar) -> Nettside:
    """Lay out one goal at any level, or one indicator."""
    opp = tuple((f"maal/{kode}", flat(tekst)) for kode, tekst in reversed(ett.opp))
    return Nettside(
        adresse="",
        tittel=flat(ett.tittel),
        innhold=tuple(_maalet(svar, ett)),
        slag=ett.slag,
        id=ett.id,
        smuler=(("side/maal", "Mål"), *opp, ("", ett.id)),
        fil=ett.fil,
    )


def _maalet(svar: Nettstedsvar, ett: Maalpostsvar) -> Iterator[Nettblokk]:
    yield from lister("Hører til", "maal", ett.opp)
    yield from lister("Målene under dette", "maal", ett.ned)
    if ett.indikatorer:
        yield Overskrift("Slik måles det", niva=2)
    for rad in ett.indikatorer:
        if serien := tallserien(rad):
            yield Figurblokk(serien)
        yield from serieblokker((rad,))
    if ett.slag == "delmål" and not ett.indikatorer:
        yield linje(dempet("Målet er ikke målt."))
    if ett.vurderinger:
        yield Overskrift("Vurderingen hvert år", niva=2)
        for vurdering in ett.vurderinger:
            begrunnelse = flat(vurdering.begrunnelse)
            yield linje(Bit(f"{vurdering.aar}: {vurdering.ord}. ", "sterk"), begrunnelse)
    yield from _tjener(svar, ett)
    yield from _om(svar, ett)


def _tjener(svar: Nettstedsvar, ett: Maalpostsvar) -> Iterator[Nettblokk]:
    """What is done for the goal: activity is not måloppnåelse, so it stands apart."""
    yield Overskrift("Oppdrag som tjener målet", niva=2)
    if not ett.oppdrag:
        yield linje(dempet("Kobling til oppdrag er ikke oppgitt."))
    else:
        kolonner = (
            Kolonne("Oppdrag", fri=True),
            Kolonne("Ansvarlig"),
            Kolonne("Status"),
            Kolonne("Meldt"),
        )
        rader = (
            (
                Bit(flat(tittel), "", "", f"oppdrag/{id_}"),
                enheten(svar, sak.ansvarlig),
                *_status(svar, sak),
            )
            for id_, tittel in ett.oppdrag
            for sak in [svar.staar[id_]]
        )
        yield Tabell(kolonner, tuple(rader))
    yield from lister("Vedtak disse oppdragene følger opp", "vedtak", ett.vedtak)


def _status(svar: Nettstedsvar, sak: Stilling) -> tuple[Bit, Bit]:
    """How it stands, and when that was told; what was carried over, stands under its new year."""
    ny = svar.viderefort.get(sak.id)
    if ny:
        return Bit("videreført", "dempet", "", f"oppdrag/{ny}"), dempet(f"til {ny[:4]}")
    return tilstandsbit(sak.tilstand), dempet(meldingsdagen(svar, sak) or "–")


def _om(svar: Nettstedsvar, ett: Maalpostsvar) -> Iterator[Nettblokk]:
    par: list[tuple[str, Bit]] = []
    if ett.ansvar:
        par.append(("Ansvar", Bit(", ".join(svar.navn.get(kode, kode) for kode in ett.ansvar))))
    if ett.baerekraftsmaal:
        par.append(("Bærekraftsmål", Bit("; ".join(map(med_navn, ett.baerekraftsmaal)))))
    if ett.merknad:
        par.append(("Merknad", Bit(flat(ett.merknad))))
    yield Overskrift("Om målet", niva=2)
    yield Felter((*par, *ovrige(ett.ovrig), ("Kode", koden(ett.id))))
    for notat in ett.statusnotater:
        yield linje(Bit(f"{notat.dato:%d.%m.%Y} ", "sterk"), f"{notat.enhet}: {flat(notat.tekst)}")
