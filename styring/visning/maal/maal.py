"""The goals as a tree, as a matrix and as rows."""

from styring.fag.norsk import antall
from styring.sporring.maal.maal import Delmaalsvar, Hovedmaalsvar, Maalsvar
from styring.visning.felles.blokker import (
    Ark,
    Bit,
    Gren,
    Kolonne,
    Linje,
    Overskrift,
    Side,
    Tabell,
    dempet,
    linje,
)


def side(svar: Maalsvar) -> Side:
    """Lay out the goals as trees, with who answers and which oppdrag work on them."""
    if not svar.omraader:
        return [_hode(svar), linje(dempet("Ingen mål er lagt inn."))]
    grener = [
        Gren(Bit(f"{o.kode}  {o.navn}", "sterk"), tuple(_hovedmaal(h, svar) for h in o.hovedmaal))
        for o in svar.omraader
    ]
    return [_hode(svar), linje(), *grener, *_dekning(svar)]


def matrise(svar: Maalsvar) -> Side:
    """Lay out who answers for what: a row for each delmål, a column for each unit."""
    enheter = list(svar.ansvar_per_enhet)
    kolonner = (Kolonne("Delmål"), Kolonne("", fri=True), *(Kolonne(kode) for kode in enheter))
    rader = [
        (
            Bit(d.kode, "id"),
            Bit(d.tittel),
            *(Bit("X") if kode in d.ansvar else dempet("·") for kode in enheter),
        )
        for o in svar.omraader
        for h in o.hovedmaal
        for d in h.delmaal
    ]
    sum_ = (
        Bit("Sum", "sterk"),
        Bit(""),
        *(Bit(str(tall), "sterk") for tall in svar.ansvar_per_enhet.values()),
    )
    return [_hode(svar), linje(), Tabell(kolonner, (*rader, sum_))]


def ark(svar: Maalsvar) -> Ark:
    """The delmål as rows for a spreadsheet."""
    kolonner = (
        "omraade",
        "omraade_navn",
        "hovedmaal",
        "hovedmaal_tittel",
        "delmaal",
        "delmaal_tittel",
        "ansvar",
        "baerekraftsmaal",
        "oppdrag",
    )
    rader = (
        (
            o.kode,
            o.navn,
            h.kode,
            h.tittel,
            d.kode,
            d.tittel,
            ", ".join(d.ansvar),
            ", ".join(map(str, d.baerekraftsmaal)),
            ", ".join(d.oppdrag),
        )
        for o in svar.omraader
        for h in o.hovedmaal
        for d in h.delmaal
    )
    return Ark(kolonner, tuple(rader))


def matrise_ark(svar: Maalsvar) -> Ark:
    """The matrix for a spreadsheet: 1 where a unit answers for a delmål."""
    enheter = list(svar.ansvar_per_enhet)
    rader = (
        (d.kode, d.tittel, *(1 if kode in d.ansvar else None for kode in enheter))
        for o in svar.omraader
        for h in o.hovedmaal
        for d in h.delmaal
    )
    return Ark(("delmaal", "tittel", *enheter), tuple(rader))


def _hode(svar: Maalsvar) -> Overskrift:
    tall = svar.antall
    deler = (
        antall(tall.satsingsomraader, "satsingsområde"),
        antall(tall.hovedmaal, "hovedmål"),
        antall(tall.delmaal, "delmål"),
    )
    return Overskrift("Mål", " · ".join(deler))


def _hovedmaal(hovedmaal: Hovedmaalsvar, svar: Maalsvar) -> Gren:
    return Gren(
        Bit(f"{hovedmaal.kode}  {hovedmaal.tittel}"),
        tuple(_delmaal(delmaal, svar) for delmaal in hovedmaal.delmaal),
    )


def _delmaal(delmaal: Delmaalsvar, svar: Maalsvar) -> Gren:
    under = [Gren(dempet(f"ansvar: {', '.join(delmaal.ansvar)}"))]
    if delmaal.baerekraftsmaal:
        under.append(
            Gren(dempet(f"FNs bærekraftsmål: {', '.join(map(str, delmaal.baerekraftsmaal))}"))
        )
    if svar.koblinger_oppgitt:
        under.append(Gren(dempet(f"oppdrag: {', '.join(delmaal.oppdrag) or 'ingen'}")))
    return Gren(Bit(f"{delmaal.kode}  {delmaal.tittel}"), tuple(under))


def _dekning(svar: Maalsvar) -> list[Linje]:
    if not svar.koblinger_oppgitt:
        return [linje(), linje(dempet("Koblinger mellom oppdrag og delmål er ikke oppgitt."))]
    dekket = svar.antall.delmaal - len(svar.uten_oppdrag)
    uten = f" Uten oppdrag: {', '.join(svar.uten_oppdrag)}." if svar.uten_oppdrag else ""
    return [linje(), linje(dempet(f"{dekket} av {svar.antall.delmaal} delmål har oppdrag.{uten}"))]
