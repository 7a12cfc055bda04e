"""The pages of the economy, as the reports have published it."""

from collections.abc import Iterator

from styring.fag.belop import i_tusen, millioner, prosent
from styring.fag.norsk import antall
from styring.sporring.nettsted.nettstedsvar import Nettstedsvar, Okonomiside
from styring.sporring.okonomi.okonomisvar import Okonomisvar
from styring.sporring.rapport.okonomidel import Okonomidel, Okonomilinje
from styring.visning.felles.blokker import Bit, Kolonne, Overskrift, Tabell, dempet, linje
from styring.visning.felles.meldinger import flat
from styring.visning.nettsted.nettblokker import Figurblokk, Nettblokk, Nettside
from styring.visning.okonomi.okonomi import side as maaneden
from styring.visning.okonomi.ord import okonomilinje
from styring.visning.rapport.figurfiltre import avviksbaren


def okonomilisten(svar: Nettstedsvar) -> Nettside:
    """The newest report's economy, and the way to the others."""
    innhold: list[Nettblokk] = []
    if svar.maaneder:
        siste_maaned = svar.maaneder[0]
        lenke = Bit(siste_maaned.maanedsnavn, "", "", f"maaned/{siste_maaned.maaned}")
        innhold += [
            *okonomilinje(svar.status.okonomi),
            linje("Den siste måneden (internt): ", lenke),
        ]
    if not svar.okonomi:
        innhold.append(linje(dempet("Ingen rapport med økonomi er lagt inn her.")))
    else:
        siste = svar.okonomi[0]
        innhold += [linje(f"Slik det står i rapporten for {siste.navn}."), *_delen(siste.okonomi)]
        rader = tuple((Bit(ett.navn, "", "", f"okonomi/{ett.periode}"),) for ett in svar.okonomi)
        innhold += [Overskrift("Hver rapport", niva=2), Tabell((Kolonne("", fri=True),), rader)]
    if svar.maaneder:
        maaneder = tuple(
            (Bit(f"Per {ett.maanedsnavn}", "", "", f"maaned/{ett.maaned}"),)
            for ett in svar.maaneder
        )
        innhold += [
            Overskrift("Hver måned (internt)", niva=2),
            Tabell((Kolonne("", fri=True),), maaneder),
        ]
    return Nettside("", "Økonomien", tuple(innhold), slag="oversikt")


def maanedssiden(_svar: Nettstedsvar, ett: Okonomisvar) -> Nettside:
    """One month, for those inside."""
    navn = f"Økonomien per {ett.maanedsnavn}"
    return Nettside(
        adresse="",
        tittel=navn,
        innhold=tuple(maaneden(ett)[1:]),
        slag="måned",
        id=ett.maaned or "",
        smuler=(("side/okonomi", "Økonomi"), ("", navn)),
    )


def okonomisiden(_svar: Nettstedsvar, ett: Okonomiside) -> Nettside:
    """The economy of one report."""
    om = linje(
        "Slik det står i rapporten for ", Bit(ett.navn, "", "", f"rapport-ut/{ett.periode}"), "."
    )
    return Nettside(
        adresse="",
        tittel=f"Økonomien, {ett.navn}",
        innhold=(om, *_delen(ett.okonomi)),
        slag="økonomi",
        id=ett.periode,
        smuler=(("side/okonomi", "Økonomi"), ("", ett.navn)),
    )


def _delen(del_: Okonomidel) -> Iterator[Nettblokk]:
    gjelder = "gjelder hele året" if del_.er_aaret else f"går til og med {del_.maaned}"
    yield linje(
        dempet(f"Tallene er i 1 000 kroner, netto, og {gjelder}. Minus er verre enn budsjett.")
    )
    yield linje(i_ord(del_))
    if figur := avviksbaren(del_):
        yield Figurblokk(figur)
    for ett in del_.linjer:
        if ett.avvik and ett.kommentar:
            yield linje(Bit(f"{ett.navn}: {_avviket(ett)}. ", "sterk"), flat(ett.kommentar))
    i_balanse = sum(ett.avvik == 0 for ett in del_.linjer)
    if i_balanse:
        yield linje(f"{antall(i_balanse, 'område')} i balanse.")
    yield Overskrift("Områdene", niva=2)
    rader = [_raden(ett, ett.navn) for ett in del_.linjer]
    rader.append(_raden(del_.sum, "Sum"))
    rader += [_raden(ett, f"{ett.navn} (selvkost, utenfor summen)") for ett in del_.selvkost]
    yield Tabell(_kolonnene(er_aaret=del_.er_aaret), tuple(rader))
    yield from _fondene(del_)
    yield from _investeringene(del_)


def i_ord(del_: Okonomidel) -> str:
    """The whole in one or two sentences."""
    if del_.sum.avvik is None:
        return "Ikke alle har sagt hva de venter ved årsslutt."
    hva = f"{del_.sum.ordet} på {millioner(del_.sum.storrelse)} kr" if del_.sum.avvik else "balanse"
    samlet = f"Samlet {'ble det' if del_.er_aaret else 'ventes'} {hva}."
    netto = del_.netto_driftsresultat
    if netto is None:
        return samlet
    ord_ = "ble" if del_.er_aaret else "ventes å bli"
    return f"{samlet} Netto driftsresultat {ord_} {millioner(netto)} kr."


def _kolonnene(*, er_aaret: bool) -> tuple[Kolonne, ...]:
    return (
        Kolonne("Område", fri=True),
        Kolonne("Budsjett", tall=True),
        Kolonne("Regnskap", tall=True),
        Kolonne("Avvik" if er_aaret else "Ventet avvik", tall=True),
        Kolonne("Forrige rapport", tall=True),
        Kolonne("Etter tiltak", tall=True),
    )


def _avviket(ett: Okonomilinje) -> str:
    return f"{ett.ordet} {millioner(ett.storrelse)} kr" if ett.avvik else "i balanse"


def _raden(ett: Okonomilinje, navn: str) -> tuple[Bit, ...]:
    tall = (ett.budsjett, ett.regnskap, ett.avvik, ett.forrige_avvik, ett.etter_tiltak)
    return (Bit(navn, "sterk" if navn == "Sum" else ""), *(Bit(i_tusen(verdi)) for verdi in tall))


def _fondene(del_: Okonomidel) -> Iterator[Nettblokk]:
    if not del_.fond:
        return
    yield Overskrift("Fond", niva=2)
    kolonner = (
        Kolonne("Fond", fri=True),
        Kolonne("1. januar", tall=True),
        Kolonne("Endring", tall=True),
        Kolonne("Ved årsslutt", tall=True),
        Kolonne("Av driftsinntektene", tall=True),
    )
    rader = (
        (
            *(Bit(f.navn), Bit(i_tusen(f.ib)), Bit(i_tusen(f.endring)), Bit(i_tusen(f.ub))),
            Bit(prosent(f.prosent)),
        )
        for f in del_.fond
    )
    yield Tabell(kolonner, tuple(rader))


def _investeringene(del_: Okonomidel) -> Iterator[Nettblokk]:
    if not del_.investeringer:
        return
    yield Overskrift("Investeringer", niva=2)
    kolonner = (
        Kolonne("Prosjekt", fri=True),
        Kolonne("Ramme", tall=True),
        Kolonne("Ventet i alt", tall=True),
        Kolonne("Avvik", tall=True),
    )
    rader = (
        (
            Bit(i.prosjekt.navn),
            Bit(i_tusen(i.prosjekt.totalramme)),
            Bit(i_tusen(i.prosjekt.totalprognose)),
            Bit(i_tusen(i.avvik)),
        )
        for i in del_.investeringer
    )
    yield Tabell(kolonner, tuple(rader))
    for i in del_.investeringer:
        if i.prosjekt.kommentar:
            yield linje(Bit(f"{i.prosjekt.navn}: ", "sterk"), flat(i.prosjekt.kommentar))
