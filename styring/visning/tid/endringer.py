"""What happened between two versions, as a page and as rows: unit by unit, in words."""

from styring.fag.bevegelse import Bevegelse
from styring.fag.kalender import kortdato
from styring.fag.norsk import antall, opplisting
from styring.sporring.tid.endringer import Mellomsvar, Utgavenavn
from styring.sporring.tid.feltendringer import Slag
from styring.sporring.tid.saksendring import Saksendring
from styring.visning.felles.blokker import Ark, Bit, Blokk, Linje, Overskrift, Side, dempet, linje
from styring.visning.felles.ord import enhetstittel
from styring.visning.tid.setninger import setninger

_GIKK = {
    Bevegelse.NY: "nye",
    Bevegelse.FERDIG: "ferdig eller avsluttet",
    Bevegelse.AVSLUTTES: "avsluttes ved årsskiftet",
    Bevegelse.BORTFALT: "bortfalt",
    Bevegelse.FORESLATT: "foreslått avsluttet",
    Bevegelse.BEDRE: "bedre",
    Bevegelse.VERRE: "verre",
    Bevegelse.GJENAPNET: "tatt opp igjen",
    Bevegelse.MELDT: "meldt for første gang",
    Bevegelse.IKKE_MELDT: "ikke meldt lenger",
}


def side(svar: Mellomsvar) -> Side:
    """Lay out the versions, the counts, and each unit with its things."""
    tittel = enhetstittel(svar.enhet, svar.navn, svar.kommune)
    hode: list[Blokk] = [
        Overskrift(tittel, "endringer"),
        linje(f"Fra {_utgave(svar.fra)} til {_utgave(svar.til)}."),
    ]
    hode += [linje(Bit(tekst, "advarsel", "advarsel")) for tekst in _fra_skjemaene(svar)]
    if svar.fra.dag > svar.til.dag:
        hode.append(
            linje(
                Bit("FRA er senere enn TIL, så endringene vises baklengs.", "advarsel", "advarsel")
            )
        )
    if not svar.enheter:
        return [*hode, linje(dempet("Ingenting er endret."))]
    tall = [
        f"{antall_} {'ny' if antall_ == 1 and ord_ is Bevegelse.NY else _GIKK[ord_]}"
        for ord_, antall_ in svar.telling.items()
        if ord_ in _GIKK
    ]
    tall += _andre_tall(svar)
    tall += (
        [
            (
                f"{antall(svar.frister, 'frist')} flyttet, {antall(abs(svar.dager), 'dag')}"
                f" {'senere' if svar.dager >= 0 else 'tidligere'} til sammen"
            )
        ]
        if svar.frister
        else []
    )
    tall += (
        [f"{antall(svar.oppgavefrister, 'oppgave')} med ny frist"] if svar.oppgavefrister else []
    )
    hode += [linje(" · ".join(tall))] if tall else []
    hode.append(linje(dempet(f"{antall(svar.uendret, 'sak')} står som før.")))
    for enhet in svar.enheter:
        hode.append(
            Overskrift(
                f"{enhet.kode}  {enhet.navn}".strip(), antall(len(enhet.saker), "sak"), niva=2
            )
        )
        for sak in enhet.saker:
            hode += _sak(sak)
    return hode


def _fra_skjemaene(svar: Mellomsvar) -> list[str]:
    """What is to be known first where a version is none from the day: a period that was entered in
    git afterwards.
    """
    saa = [utgave for utgave in (svar.fra, svar.til) if utgave.lagret]
    if not saa:
        return []
    hva = opplisting(
        [f"{utgave.navn} (lagret {kortdato(utgave.lagret)})" for utgave in saa if utgave.lagret]
    )
    return [
        f"Det finnes ingen egen versjon i git fra da {hva} ble godkjent.",
        (
            "Svaret bygger på skjemaene og det som er datert i sakene. Andre endringer i sakene kan"
            " ikke ses."
        ),
    ]


def _andre_tall(svar: Mellomsvar) -> list[str]:
    """How many were deleted, and how many have another owner or other words."""
    saker = [sak for enhet in svar.enheter for sak in enhet.saker]
    borte = sum(sak.borte for sak in saker)
    eier, ord_ = (
        sum(any(ett.slag is slag for ett in sak.endringer) for sak in saker)
        for slag in (Slag.ANSVARLIG, Slag.TEKST)
    )
    deler = ((borte, "slettet"), (eier, "med ny ansvarlig"), (ord_, "med ny ordlyd"))
    return [f"{antall_} {hva}" for antall_, hva in deler if antall_]


def ark(svar: Mellomsvar) -> Ark:
    """One row for each change."""
    felter = (
        "enhet",
        "id",
        "tittel",
        "endring",
        "hva",
        "foer",
        "naa",
        "dager",
        "gang",
        "begrunnelse",
        "godkjent_av",
    )
    rader: list[tuple[object, ...]] = []
    for enhet in svar.enheter:
        for sak in enhet.saker:
            hode = (enhet.kode, sak.id, sak.tittel)
            if sak.borte or sak.bevegelse:
                ord_ = "borte" if sak.borte else sak.bevegelse
                rader.append(
                    (
                        *hode,
                        ord_,
                        "tilstand",
                        sak.foer.ord if sak.foer else None,
                        sak.naa.ord if sak.naa else None,
                        None,
                        None,
                        None,
                        None,
                    )
                )
            rader += [
                (*hode, e.slag, e.hva, e.foer, e.naa, e.dager, e.gang, e.begrunnelse, e.godkjent_av)
                for e in sak.endringer
            ]
    return Ark(felter, tuple(rader))


def _utgave(utgave: Utgavenavn) -> str:
    return (
        f"{utgave.navn}"
        f" ({kortdato(utgave.dag)}{f', {utgave.commit[:10]}' if utgave.commit else ''})"
    )


def _sak(sak: Saksendring) -> list[Linje]:
    linjer = [linje(Bit(sak.id, "id"), f"  {' '.join(sak.tittel.split())}")]
    if vei := _vei(sak):
        linjer.append(linje(f"  {vei}"))
    return [
        *linjer,
        *(linje(f"  {tekst}") for endring in sak.endringer for tekst in setninger(endring)),
    ]


def _vei(sak: Saksendring) -> str:
    if sak.borte:
        hva = "Filen er slettet." if sak.slag in ("oppdrag", "vedtak") else "Tatt bort."
        return f"{hva} Sto sist som {sak.foer.ord}." if sak.foer else hva
    if sak.bevegelse is None:
        return ""
    naa = sak.naa.ord if sak.naa else ""
    fra = f": fra {sak.foer.ord} til {naa}." if sak.foer and naa else "."
    ellers = f"{naa[:1].upper()}{naa[1:]}{f' (før: {sak.foer.ord})' if sak.foer else ''}."
    ord_ = {
        Bevegelse.NY: f"Ny{f', {naa}' if naa else ''}.",
        Bevegelse.BEDRE: f"Bedre{fra}",
        Bevegelse.VERRE: f"Verre{fra}",
        Bevegelse.GJENAPNET: f"Tatt opp igjen{fra}",
        Bevegelse.IKKE_MELDT: "Ikke meldt denne gangen.",
    }
    return ord_.get(sak.bevegelse, ellers)
