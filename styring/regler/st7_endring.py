"""ST7: the changes of the year's budget, and the proposals of them."""

from collections.abc import Iterator
from decimal import Decimal

from styring.fag.belop import NULL, kroner
from styring.fag.kalender import kortdato
from styring.fag.norsk import opplisting
from styring.funn import Treff
from styring.modell.okonomi import Budsjett, Budsjettendring
from styring.register.register import Register
from styring.regler.regel import regel, treff
from styring.regler.st7_budsjett import alle_koder, budsjettene, er_helt, ukjente


@regel("ST703")
def rammen_endres_av_kommunestyret(register: Register) -> Iterator[Treff]:
    """En endring av en ramme skal ha saken den er vedtatt i; en fordeling går opp i hver ramme.

    Hvorfor: bare kommunestyret kan endre en bevilgning. Innenfor den kan andre ha fullmakt.
    Galt:
        endringer:
          - {dato: 2024-06-12, type: fordeling, belop: {SKO: 500000}}
    Riktig:
        endringer:
          - {dato: 2024-06-12, type: bevilgning, sak: KS 61/24, belop: {SKO: 500000}}
    Kilde: kommuneloven § 14-5: kommunestyrets bevilgninger er bindende
    """
    for _, budsjett, fil in budsjettene(register):
        for nr, endring in enumerate(budsjett.endringer):
            endrede = _endrede_rammer(budsjett, endring)
            if endring.type == "bevilgning" and endrede and not endring.sak:
                hvilke = opplisting(f"{r} med {kroner(b)} kr" for r, b in endrede.items())
                yield treff(
                    fil,
                    f"endringen gjelder rammen {hvilke}, og har ingen sak",
                    "endringer",
                    nr,
                    "type",
                    forslag="skriv saken den er vedtatt i: sak: KS 61/24",
                )
            if endring.type != "bevilgning" and endrede and not endring.fullmakt:
                hvilke = opplisting(f"{r} ({kroner(b)} kr)" for r, b in endrede.items())
                yield treff(
                    fil,
                    f"endringen går ikke opp i {hvilke}",
                    "endringer",
                    nr,
                    "belop",
                    paa_nokkel=True,
                    forslag=(
                        "la beløpene i hver ramme bli null, skriv fullmakten, eller type:"
                        " bevilgning med sak"
                    ),
                )


def _endrede_rammer(budsjett: Budsjett, endring: Budsjettendring) -> dict[str, Decimal]:
    """The frames that a change makes larger or smaller; funds and investments are frames too."""
    rammer: dict[str, Decimal] = {}
    for kode, belop in endring.belop.items():
        omraade = budsjett.omraader.get(kode)
        ramme = (omraade.bevilgning if omraade else None) or kode
        rammer[ramme] = rammer.get(ramme, NULL) + belop
    return {ramme: belop for ramme, belop in rammer.items() if belop}


@regel("ST710")
def endringen_gaar_opp(register: Register) -> Iterator[Treff]:
    """En endring av årsbudsjettet skal gå opp i null, med fondet eller inntekten som dekker den.

    Hvorfor: en kostnad uten inndekning gjør at budsjettet ikke lenger er i balanse. En investering
    er unntatt, for et lån har ingen kode.
    Galt:
        endringer:
          - {dato: 2024-06-12, type: bevilgning, sak: KS 61/24, belop: {SKO: 500000}}
    Riktig:
        endringer:
          - {dato: 2024-06-12, type: bevilgning, sak: KS 61/24, belop: {SKO: 500000, DISP: -500000}}
    Kilde: brevet: «alltid inndekning»; kommuneloven § 14-4
    """
    for _, budsjett, fil in budsjettene(register):
        for nr, endring in enumerate(budsjett.endringer if er_helt(budsjett) else ()):
            rest = sum(endring.belop.values(), NULL)
            if rest and not any(kode in (budsjett.investeringer or ()) for kode in endring.belop):
                yield treff(
                    fil,
                    f"endringen går ikke opp: {kroner(rest)} kr mangler inndekning",
                    "endringer",
                    nr,
                    "belop",
                    paa_nokkel=True,
                    forslag="ta med fondet, inntekten eller området som dekker den",
                )


@regel("ST706")
def forslaget_gaar_opp(register: Register) -> Iterator[Treff]:
    """Et forslag om å endre budsjettet skal gå opp i null, og bruke kjente koder.

    Hvorfor: en ramme som vokser, må tas fra en annen, et fond eller økte inntekter.
    Galt:
        forslag_budsjettendring:
          - {tekst: Flere elever., belop: {SKO: 900000, DISP: -500000}}
    Riktig:
        forslag_budsjettendring:
          - {tekst: Flere elever., belop: {SKO: 900000, DISP: -900000}}
    Kilde: brevet: «alltid inndekning»; kommuneloven § 14-4
    """
    budsjetter = {aar: budsjett for aar, budsjett, _ in budsjettene(register)}
    for id_, post in register.samlerapporter.items():
        for nr, forslag in enumerate(post.verdi.forslag_budsjettendring):
            sti = ("forslag_budsjettendring", nr, "belop")
            if rest := sum(forslag.belop.values(), NULL):
                yield treff(
                    post.fil,
                    f"forslaget går ikke opp: {kroner(rest)} kr mangler inndekning",
                    *sti,
                    paa_nokkel=True,
                    forslag="la beløpene bli null til sammen",
                )
            if id_[:4] in budsjetter:
                yield from ukjente(post.fil, forslag.belop, alle_koder(budsjetter[id_[:4]]), *sti)


@regel("ST707")
def endringen_gjelder_budsjettaaret(register: Register) -> Iterator[Treff]:
    """En endring av årsbudsjettet skal ha en dag i budsjettåret.

    Hvorfor: en endring teller fra dagen den er gjort. En dag i et annet år teller ikke, eller for
    tidlig.
    Galt:
        # data/okonomi/2024/budsjett.yaml
        endringer:
          - {dato: 2042-06-12, type: bevilgning, sak: KS 61/24, belop: {SKO: 500000}}
    Riktig:
        endringer:
          - {dato: 2024-06-12, type: bevilgning, sak: KS 61/24, belop: {SKO: 500000}}
    Kilde: kommuneloven § 14-5: årsbudsjettet endres gjennom året
    """
    for aar, budsjett, fil in budsjettene(register):
        for nr, endring in enumerate(budsjett.endringer):
            if str(endring.dato.year) != aar:
                yield treff(
                    fil,
                    f"endringen er datert {kortdato(endring.dato)}, og budsjettet er for {aar}",
                    "endringer",
                    nr,
                    "dato",
                    forslag="rett dagen, eller flytt endringen til budsjettet den gjelder",
                )


REGLER = (
    rammen_endres_av_kommunestyret,
    endringen_gaar_opp,
    forslaget_gaar_opp,
    endringen_gjelder_budsjettaaret,
)
