"""``styring nytt-aar``."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import typer

from styring.cli.felles import innlasting
from styring.cli.felles.skriv_endring import Skrivevalg, gjennomfor, last_alt
from styring.cli.felles.utskrift import skriv_side, skriv_svar
from styring.cli.felles.valg import (
    DatoValg,
    FormatValg,
    JaValg,
    PerValg,
    ProsjektValg,
    SektorValg,
    UtkastValg,
    VedValg,
)
from styring.cli.felles.verdier import dagen_for
from styring.feil import StyringFeil
from styring.modell.oppdrag import Oppdrag, Oppgave
from styring.redigering.gjengi import Verdi
from styring.redigering.poster import ny_fil
from styring.redigering.skriving import Endring
from styring.register.register import Register
from styring.sporring.tid.nytt_aar import Nyttaarsvar, Oppdragsvalg, nytt_aar
from styring.visning.tid import nytt_aar as visning

_SOM_DE_ER = ("tittel", "ansvarlig", "delansvar", "art", "ferdig_nar")
_OGSAA = ("hentet_fra", "delmaal", "baerekraftsmaal", "avgrensning")


def kommando(
    aar: Annotated[
        int, typer.Argument(metavar="ÅR", min=2001, max=2099, help="Året dere går inn i.")
    ],
    sektor: SektorValg = None,
    dato: DatoValg = None,
    ved: VedValg = None,
    per: PerValg = None,
    ja: JaValg = False,
    utkast: UtkastValg = False,
    format_: FormatValg = "tekst",
    prosjekt: ProsjektValg = None,
) -> int:
    """Før årets oppdrag videre til det neste.

    Viser først, enhet for enhet, hva som videreføres, avsluttes og må avklares, og hva årshjulet
    trenger. Det enheten har meldt videreført, eller venter å bli ferdig med neste år, får en ny fil
    som viser til den gamle. Det gamle året røres ikke.

    Eksempel: styring nytt-aar 2024 --utkast
    """
    valg = Skrivevalg(ja=ja, utkast=utkast)
    dag = dagen_for(dato, per)
    if ved or per or format_ != "tekst":
        if ja:
            raise StyringFeil(
                "--ja kan ikke brukes sammen med --ved, --per eller --format: de viser bare. Kjør"
                " uten dem for å skrive."
            )
        innlesing = innlasting.les(prosjekt, None, ved, per)
        return skriv_svar(
            "nytt-aar",
            nytt_aar(innlesing.register, aar, dag, sektor),
            visning,
            innlesing.register,
            format_,
        )
    tre, innlesing = last_alt(prosjekt)
    svar = nytt_aar(innlesing.register, aar, dag, sektor)
    skriv_side(visning.side(svar))
    endringer = list(_filer(innlesing.register, svar))
    return (
        gjennomfor(tre, endringer, valg, f"Oppdragene er ført videre til {aar}") if endringer else 0
    )


def _filer(register: Register, svar: Nyttaarsvar) -> Iterator[Endring]:
    for enhet in svar.enheter:
        for ett in enhet.viderefores:
            if ett.ny_id:
                felter = _felter(register.oppdrag[ett.id].verdi, ett)
                fil = f"data/oppdrag/{ett.ny_id[:4]}/{ett.ny_id[5:]}.yaml"
                yield Endring(
                    fil, None, ny_fil(felter).encode(), f"fører videre {ett.id}: {ett.tittel}"
                )


def _felter(gammelt: Oppdrag, ett: Oppdragsvalg) -> dict[str, Verdi]:
    """The fields that go on: all that is still true.

    The deadline only where it lies in the new year; what was done, stays in the old one.
    """
    felter: dict[str, Verdi] = {navn: _verdi(getattr(gammelt, navn)) for navn in _SOM_DE_ER}
    felter["frist"] = ett.frist
    felter |= {navn: _verdi(getattr(gammelt, navn)) for navn in _OGSAA}
    felter["videredelegert"] = [
        {"dato": ledd.dato, "til": ledd.til} for ledd in gammelt.videredelegert
    ] or None
    felter["oppgaver"] = [
        _oppgave(nr, oppgave, int(ett.id[:4]))
        for nr, oppgave in enumerate((o for o in gammelt.oppgaver if o.ferdig is None), 1)
    ] or None
    felter["viderefort_fra"] = ett.id
    felter |= {
        "offentlighet": gammelt.offentlighet if gammelt.offentlighet != "offentlig" else None,
        "unntakshjemmel": gammelt.unntakshjemmel,
    }
    return felter


def _verdi(verdi: str | date | tuple[str | int, ...] | None) -> Verdi:
    if isinstance(verdi, tuple):
        return list(verdi) or None
    return verdi


def _oppgave(nr: int, oppgave: Oppgave, aar: int) -> dict[str, Verdi]:
    """An open oppgave; its deadline only where it lies after the old year."""
    frist: dict[str, Verdi] = (
        {"frist": oppgave.frist} if oppgave.frist and oppgave.frist.year > aar else {}
    )
    return {"nr": nr, "tittel": oppgave.tittel, "ansvarlig": oppgave.ansvarlig, **frist}
