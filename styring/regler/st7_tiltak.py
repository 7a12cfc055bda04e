"""ST7: the measures of the economy."""

from collections.abc import Iterator

from styring.fag.belop import kroner
from styring.fag.norsk import opplisting
from styring.fag.okonomi import TILTAKSKRAV, Okonomimaaned, mangler_i_tiltaket
from styring.funn import Alvor, Treff
from styring.register.okonomien import innsparingen, omraadetallene
from styring.register.register import Register
from styring.regler.regel import regel, treff


@regel("ST714")
def tiltaket_kan_folges(register: Register) -> Iterator[Treff]:
    """Et tiltak i økonomien skal ha virkning, ansvarlig og frist.

    Hvorfor: et tiltak ingen har, og som ikke er verdt noe, er et ønske.
    Galt:
        SKO-1: {omraade: SKO, tekst: Holde stillinger ledige., foreslatt: 2024-04-10}
    Riktig:
        SKO-1:
          omraade: SKO
          tekst: Holde stillinger ledige.
          foreslatt: 2024-04-10
          effekt: 800000
          ansvarlig: OUS
          frist: 2024-08-31
    Kilde: brevet: tiltak når det er avvik
    """
    for post in innsparingen(register).values():
        for nokkel, tiltak in post.verdi.tiltak.items():
            mangler = mangler_i_tiltaket({felt: getattr(tiltak, felt) for felt in TILTAKSKRAV})
            if mangler:
                yield treff(
                    post.fil,
                    f"tiltaket mangler {opplisting(mangler)}",
                    "tiltak",
                    nokkel,
                    paa_nokkel=True,
                    forslag="skriv hva det gir i år, hvem som har det, og når det er gjort",
                )


@regel("ST715", Alvor.ADVARSEL)
def tiltak_lover_ikke_for_mye(register: Register) -> Iterator[Treff]:
    """De foreslåtte tiltakene i et område bør ikke gi mer enn avviket de skal rette.

    Hvorfor: da er enten avviket eller virkningen gjettet for høyt.
    Galt: ventet merforbruk 500 000 kr, og tiltak for 2 000 000 kr.
    Riktig: rett virkningen, eller prognosen.
    Kilde: brevet: en prognose verken for optimistisk eller for pessimistisk
    """
    for id_, post in register.maanedsord.items():
        maaned, _, enhet = id_.partition("/")
        for tall in omraadetallene(register, Okonomimaaned(maaned), [enhet]):
            if tall.avvik is not None and tall.avvik < 0 < tall.foreslaatt + tall.avvik:
                yield treff(
                    post.fil,
                    f"tiltakene i {tall.navn} skal gi {kroner(tall.foreslaatt)} kr, og avviket er"
                    f" {kroner(-tall.avvik)} kr",
                    "omraader",
                    tall.kode,
                    paa_nokkel=True,
                    forslag="se på virkningen og prognosen en gang til",
                )


@regel("ST719", Alvor.ADVARSEL)
def iverksatt_etter_forslaget(register: Register) -> Iterator[Treff]:
    """Et tiltak bør ikke være satt i verk før det ble foreslått.

    Hvorfor: fra den dagen regner prognosen med virkningen, så dagen må være riktig.
    Galt: foreslatt: 2024-05-10 og iverksatt: 2024-04-01
    Riktig: foreslatt: 2024-04-01 og iverksatt: 2024-05-10
    Kilde: dataformatet
    """
    for post in innsparingen(register).values():
        for nokkel, tiltak in post.verdi.tiltak.items():
            if tiltak.iverksatt and tiltak.iverksatt < tiltak.foreslatt:
                yield treff(
                    post.fil,
                    "tiltaket er satt i verk før det ble foreslått",
                    "tiltak",
                    nokkel,
                    "iverksatt",
                    forslag="rett en av dagene",
                )


REGLER = (tiltaket_kan_folges, tiltak_lover_ikke_for_mye, iverksatt_etter_forslaget)
