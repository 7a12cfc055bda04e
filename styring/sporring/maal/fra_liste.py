"""A list of figures, one on each row, to the figures of the indicators."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from styring.fag.belop import desimaltegnene, les_belop
from styring.fag.liste import Liste, Listerad
from styring.fag.norsk import er_tall, fold
from styring.fag.statistikk import Lestmaaling, Maalingslistekart
from styring.sporring.maal.fra_statistikk import FORSTE_AAR, Statistikklesing

_DESIMALER = 6
_SISTE_AAR = 2100
_JA = frozenset({"ja", "x", "true", "foreløpig", "forelopig"})


def les_maalingslisten(
    liste: Liste, kart: Maalingslistekart, dager: Mapping[int, date | None]
) -> Statistikklesing:
    """Read every row; ``dager`` are the days under «maalt» by the number of the row, None where one
    can't be read. Where ``feil`` says anything, nothing can be trusted.
    """
    kolonne = kart.kolonner["verdi"]
    tall = (rad.celler.get(kolonne) for rad in liste.rader)
    tegnene = desimaltegnene(ett for ett in tall if isinstance(ett, str))
    feil = [f"{sted}: {grunn}" for sted, grunn in liste.avslag]
    if len(tegnene) > 1 and not kart.desimal:
        feil.append(f"«{kolonne}» bruker både komma og punktum foran desimalene")
    desimal = kart.desimal or (next(iter(tegnene)) if len(tegnene) == 1 else "")
    maalinger: list[Lestmaaling] = []
    for rad in liste.rader:
        lest = _raden(rad, kart, desimal, dager.get(rad.nr))
        if isinstance(lest, str):
            feil.append(f"{rad.sted}: {lest}")
        else:
            maalinger.append(lest)
    if not liste.rader and not feil:
        feil.append("filen har ingen rader")
    merknader = tuple(ett.tekst for ett in liste.merknader if ett.viktig)
    return Statistikklesing(tuple(maalinger), tuple(feil), merknader)


def _raden(
    rad: Listerad, kart: Maalingslistekart, desimal: str, maalt: date | None
) -> Lestmaaling | str:
    celler = {felt: rad.celler.get(navn) for felt, navn in kart.kolonner.items()}
    indikator, aar = _tekst(celler["indikator"]), _tekst(celler["aar"])
    if not indikator:
        return "har ingen indikator"
    if not er_tall(aar) or not FORSTE_AAR <= int(aar) <= _SISTE_AAR:
        return f"«{aar}» er ikke et år fra {FORSTE_AAR}"
    verdi = _tallet(celler["verdi"], desimal)
    if verdi is None:
        raad = "" if desimal else "; kan det være to, så skriv «desimal: komma» i kartet"
        return f"«{_tekst(celler['verdi'])}» er ikke et tall{raad}"
    if maalt is None:
        return f"«{_tekst(celler['maalt'])}» er ikke en dag; skriv for eksempel 15.03.2024"
    return Lestmaaling(
        indikator=indikator,
        aar=int(aar),
        verdi=verdi,
        maalt=maalt,
        kilde=_tekst(celler.get("kilde")) or kart.kilde,
        tabell="",
        forelopig=fold(_tekst(celler.get("forelopig"))) in map(fold, _JA),
        brudd=False,
    )


def _tekst(celle: object) -> str:
    if isinstance(celle, float) and celle.is_integer():
        celle = int(celle)
    return " ".join(str(celle).split()) if celle is not None else ""


def _tallet(celle: object, desimal: str) -> Decimal | None:
    if isinstance(celle, bool):
        return None
    if isinstance(celle, int | float):
        return Decimal(str(round(celle, _DESIMALER)))
    return les_belop(_tekst(celle).removesuffix("%"), desimal, _DESIMALER)
