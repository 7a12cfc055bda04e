"""The pages of the economy, as the reports have published it."""

from collections.abc import Iterator

from styring.fag.belop import i_tusen, millioner
from styring.fag.norsk import antall
from styring.sporring.nettsted.nettstedsvar import Nettstedsvar, Okonomiside
from styring.sporring.okonomi.okonomisvar import Okonomisvar
from styring.sporring.rapport.okonomidel import Okonomidel, Okonomilinje
from styring.visning.felles.blokker import Bit, Kolonne, Overskrift, Tabell, dempet, linje
from styring.visning.felles.meldinger import flat
from styring.visning.nettsted.nettblokker import Figurblokk, Nettblokk, Nettside
from styring.visning.okonomi.okonomi import side as maaneden
from styring.visning.rapport.figurfiltre import avviksbaren

_KOLONNER = (
    Kolonne("Område", fri=True),
    Kolonne("Budsjett", tall=True),
    Kolonne("Regnskap", tall=True),
    Kolonne("Avvik", tall=True),
    Kolonne("Forrige rapport", tall=True),
    Kolonne("Etter tiltak", tall=True),
)


def okonomilisten(svar: Nettstedsvar) -> Nettside:
    """The newest report's economy, and the way to the others."""
    innhold: list[Nettblokk] = []
    if not svar.okonomi:
        innhold.append(linje(dempet("Ingen rapport med økonomi er gitt ut ennå.")))
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
    yield linje(dempet(f"Tallene er i 1 000 kroner, netto, og {gjelder}. Minus er verre."))
    yield linje(_samlet(del_))
    i_balanse = sum(ett.avvik == 0 for ett in del_.linjer)
    if figur := avviksbaren(del_):
        yield Figurblokk(figur)
    if i_balanse:
        yield linje(f"{antall(i_balanse, 'område')} i balanse.")
    yield Overskrift("Områdene", niva=2)
    rader = [_raden(ett, ett.navn) for ett in del_.linjer]
    rader.append(_raden(del_.sum, "Sum"))
    rader += [_raden(ett, f"{ett.navn} (selvkost, utenfor summen)") for ett in del_.selvkost]
    yield Tabell(_KOLONNER, tuple(rader))
    for ett in del_.linjer:
        if ett.avvik and ett.kommentar:
            yield linje(Bit(f"{ett.navn}: {_avviket(ett)}. ", "sterk"), flat(ett.kommentar))
    yield from _fondene(del_)
    yield from _investeringene(del_)


def _samlet(del_: Okonomidel) -> str:
    if del_.sum.avvik is None:
        return "Ikke alle har sagt hva de venter ved årsslutt."
    hva = f"{del_.sum.ordet} på {millioner(del_.sum.storrelse)} kr" if del_.sum.avvik else "balanse"
    return f"Samlet {'ble det' if del_.er_aaret else 'ventes'} {hva}."


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
    )
    rader = (
        (Bit(f.navn), Bit(i_tusen(f.ib)), Bit(i_tusen(f.endring)), Bit(i_tusen(f.ub)))
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
