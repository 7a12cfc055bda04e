"""``styring importer budsjett``."""

from typing import Annotated, Any, cast

import typer

from styring.cli.felles.skriv_endring import Skrivevalg, gjennomfor, innholdet, last
from styring.cli.felles.utskrift import skriv_side
from styring.cli.felles.valg import JaValg, ProsjektValg, UtkastValg
from styring.cli.okonomi.hovedboksimport import HovedbokArgument, HovedbokskartValg, les_hovedbok
from styring.fag.norsk import antall, opplisting
from styring.feil import StyringFeil
from styring.modell.okonomi import Budsjett
from styring.redigering.gjengi import Verdi
from styring.redigering.noder import Sti
from styring.redigering.poster import ny_fil, sett_alle
from styring.redigering.skriving import Endring
from styring.sporring.felles.utvalg import finn_enhet
from styring.sporring.okonomi.fra_hovedbok import (
    Budsjettbidrag,
    budsjettbidrag,
    ikke_innlest,
    uten_enhet,
)
from styring.visning.okonomi import hovedbok as visning


def kommando(
    fil: HovedbokArgument,
    kart: HovedbokskartValg,
    aar: Annotated[
        int, typer.Option("--aar", "--år", min=2000, max=2100, metavar="ÅR", help="Budsjettåret.")
    ],
    ja: JaValg = False,
    utkast: UtkastValg = False,
    prosjekt: ProsjektValg = None,
) -> int:
    """Legg inn årsbudsjettet fra et uttrekk av hovedboken.

    Hver rad plasseres i et område etter kartet. Det som ikke hører til noe sted, nevnes med summen,
    og da leses ingenting inn. Endringene budsjettet har fått siden det ble vedtatt, røres ikke.

    Eksempel: styring importer budsjett budsjett.csv --kart kart.yaml --aar 2024
    """
    valg = Skrivevalg(ja=ja, utkast=utkast)
    svar, lest = les_hovedbok(fil, kart)
    tre, innlesing = last(prosjekt)
    bidrag = budsjettbidrag(innlesing.register, svar, lest, aar)
    alle = [*svar.merknader, *ikke_innlest(svar, lest, bidrag)]
    skriv_side([*visning.side(f"Budsjett {aar}", svar, alle), *visning.balansen(svar)])
    if svar.feil:
        return 1
    if uten := uten_enhet(bidrag):
        raise StyringFeil(
            f"kartet sier ikke hvilken enhet som svarer for {opplisting(uten[:10])}"
            f"{' og flere' if uten[10:] else ''}. Skriv den under «enheter», eller én for alle"
            " under «enhet»."
        )
    for felter in bidrag.nye.values():
        felter["enhet"] = finn_enhet(innlesing.register, str(felter["enhet"]))
    sti = f"data/okonomi/{aar}/budsjett.yaml"
    if sti in tre.filer():
        raa = innholdet(tre, innlesing, sti)
        endring = Endring(sti, raa, sett_alle(raa, _endringene(bidrag), Budsjett))
    else:
        nytt = {
            "kilde": fil.name,
            "bevilgninger": {
                kode: {"navn": lest.navn.get(kode, kode)} for kode in lest.bevilgninger
            }
            or None,
            "omraader": {kode: _uten_tomme(en) for kode, en in bidrag.nye.items()},
        }
        tekst = ny_fil(cast("dict[str, Verdi]", nytt))
        sammendrag = antall(len(bidrag.nye), "område")
        endring = Endring(sti, None, tekst.encode(), sammendrag)
    kode = gjennomfor(tre, [endring], valg, f"Budsjettet for {aar} er lest inn")
    return 1 if alle else kode


def _endringene(bidrag: Budsjettbidrag) -> list[tuple[Sti, dict[str, Verdi]]]:
    """What an area has now: its new amount as net, or the whole area where it is new."""
    endret: list[tuple[Sti, dict[str, Verdi]]] = [
        (("omraader", kode), cast("dict[str, Verdi]", dict(belop)))
        for kode, belop in bidrag.endrede.items()
    ]
    nye = {kode: cast("Verdi", _uten_tomme(felter)) for kode, felter in bidrag.nye.items()}
    return [*endret, *([(("omraader",), nye)] if nye else [])]


def _uten_tomme(felter: dict[str, Any]) -> dict[str, Any]:
    return {navn: verdi for navn, verdi in felter.items() if verdi is not None}
