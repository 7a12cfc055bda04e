"""A unit's form as a file to be filled in by hand: new, or an old one with what has
come to since.
"""

from styring.fag.brudd import STATUSORD
from styring.fag.kalender import kortdato
from styring.redigering.yamltekst import Yamltekst
from styring.register.skjema import Skjema, Skjemarad

_KOLONNE = 28
"""Where the comments after keys begin."""
_SISTE_ORD = 200
"""Characters of last period's comment that are quoted."""
_DELER = {
    "oppdrag": "egne oppdrag",
    "bidrag": "andres oppdrag, der enheten bidrar",
    "vedtak": "vedtak enheten følger opp",
}


def nytt_skjema(skjema: Skjema) -> str:
    """Write a form with everything the unit must tell of, nothing filled in."""
    hvem = f"{skjema.navn} ({skjema.enhet})"
    frist = f"Leveres senest {kortdato(skjema.frist)}." if skjema.frist else ""
    linjer = [
        (
            f"# {hvem}: skjema for {skjema.periode.navn}."
            f" {frist or 'Leveringsfristen er ikke satt.'}"
        ),
        (
            "# status: ikke_startet, i_gang, pa_vent, ferdig, bortfalt (med begrunnelse). For"
            " vedtak: foreslatt_avsluttet i stedet for de to siste."
        ),
        (
            "# framdrift: i_rute, usikkert, ikke_i_rute. De to siste krever forventet_ferdig (for"
            " eksempel 2023-11), og ikke_i_rute også tiltak:"
        ),
        "#   tiltak:",
        "#     - {tekst: Hva som gjøres, ansvarlig: ENHET eller rolle, frist: 2023-09-22}",
        _med_merknad(
            "levert:", f"settes av «styring tertial lever {skjema.periode.id} {skjema.enhet}»"
        ),
        "kvalitetssikret:",
        "samlet_vurdering: |",
    ]
    for del_, merknad in _DELER.items():
        rader = [rad for rad in skjema.rader if rad.sak.slag == del_]
        if rader:
            linjer += [
                _med_merknad(f"{del_}:", merknad),
                *(f"  {linje}" for rad in rader for linje in _post(skjema, rad)),
            ]
    if skjema.maal:
        linjer += [
            "# Frivillig: noen ord om målene dere svarer for. Ta bort «#» foran det dere bruker.",
            "# maal:",
            *(
                f"#   {kode}: {{kommentar: }}  # {_en_linje(tittel)}"
                for kode, tittel in skjema.maal
            ),
        ]
    return "\n".join(linjer) + "\n"


def utvidet_skjema(tekst: str, skjema: Skjema) -> str:
    """Add what the form does not have yet, last in each part. What is filled in is not touched."""
    fil = Yamltekst(tekst)
    for rad in skjema.rader:
        if rad.melding is None:
            fil.ny_post(rad.sak.slag, rad.sak.id, _post(skjema, rad))
    return fil.ferdig()


def _post(skjema: Skjema, rad: Skjemarad) -> list[str]:
    """One entry, empty, with what it is about and what was told last in comments."""
    frist = f"frist {kortdato(rad.sak.frist)}" if rad.sak.frist else "frist ikke oppgitt"
    svar = f" Besvares i: {_en_linje(rad.svares_i)}." if rad.svares_i else ""
    felter = ["status:", "framdrift:", "kommentar: |", "forventet_ferdig:"]
    felter = felter[1:] if rad.sak.slag == "bidrag" else felter
    if rad.lopende and skjema.periode.er_arsslutt and rad.sak.slag == "oppdrag":
        felter.append(_med_merknad("arsslutt:", "viderefores eller avsluttes", 2))
    if rad.sak.frist and rad.sak.slag != "bidrag":
        felter.append(f"frist: {rad.sak.frist.isoformat()}")
    hode = [_med_merknad(f"{rad.sak.id}:", f"{_en_linje(rad.sak.tittel)} ({frist}).{svar}", 2)]
    forrige = [f"  # Forrige: {_forrige(rad)}"] if rad.forrige else []
    return [*hode, *forrige, *(f"  {felt}" for felt in felter)]


def _forrige(rad: Skjemarad) -> str:
    melding = rad.forrige.melding if rad.forrige else None
    if melding is None:
        return ""
    ord_ = STATUSORD[melding.framdrift or melding.status or "i_gang"]
    kommentar = _en_linje(melding.kommentar or "")
    kort = kommentar if len(kommentar) <= _SISTE_ORD else kommentar[: _SISTE_ORD - 1].rstrip() + "…"
    return f"{ord_}." + (f" «{kort}»" if kort else "")


def _med_merknad(nokkel: str, merknad: str, innrykk: int = 0) -> str:
    return (
        f"{nokkel:<{_KOLONNE - innrykk}}# {merknad}"
        if len(nokkel) < _KOLONNE - innrykk
        else f"{nokkel}  # {merknad}"
    )


def _en_linje(tekst: str) -> str:
    return " ".join(tekst.split())
