"""ST7: the year's budget, its changes, and that codes are known."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from styring.fag.belop import NULL, kroner
from styring.fag.kalender import kortdato
from styring.fag.norsk import mente_du, opplisting
from styring.fag.okonomi import netto
from styring.funn import Alvor, Sti, Treff
from styring.modell.okonomi import Budsjett, Budsjettendring
from styring.register.okonomien import innsparingen
from styring.register.register import Register
from styring.regler.regel import regel, treff


@regel("ST701")
def koden_er_kjent(register: Register) -> Iterator[Treff]:
    """Koder for områder, fond, investeringer og tiltak skal finnes i årets budsjett.

    Hvorfor: tall og ord som ikke hører til noe, faller ut av summen uten at noen ser det.
    Galt:
        omraader:
          SKOL: {regnskap: 1200000}
    Riktig:
        omraader:
          SKO: {regnskap: 1200000}
    Kilde: kommuneloven § 14-3 og § 14-6: budsjett og regnskap følger hverandre
    """
    for aar, budsjett, fil in _budsjettene(register):
        for nr, endring in enumerate(budsjett.endringer):
            alle = _alle_koder(budsjett)
            yield from _ukjente(fil, endring.belop, alle, "endringer", nr, "belop")
        if budsjett.bevilgninger is not None:
            for kode, omraade in budsjett.omraader.items():
                brukt = {omraade.bevilgning: None} if omraade.bevilgning else {}
                sti = ("omraader", kode, "bevilgning")
                yield from _ukjente(fil, brukt, budsjett.bevilgninger, *sti, paa_verdi=True)
        yield from _i_aaret(register, aar, budsjett)


def _i_aaret(register: Register, aar: str, budsjett: Budsjett) -> Iterator[Treff]:
    omraader, investeringer = budsjett.omraader, budsjett.investeringer or {}
    for id_, post in register.regnskap.items():
        if id_.startswith(f"{aar}-"):
            yield from _ukjente(post.fil, post.verdi.omraader, omraader, "omraader")
            prosjekter = post.verdi.investeringer or {}
            yield from _ukjente(post.fil, prosjekter, investeringer, "investeringer")
    for id_, meldt in register.maanedsord.items():
        if id_.startswith(f"{aar}-"):
            egne = {k: None for k, ett in omraader.items() if ett.enhet == id_.partition("/")[2]}
            yield from _ukjente(meldt.fil, meldt.verdi.omraader or {}, egne, "omraader")
            mine = {k: p for k, p in investeringer.items() if p.enhet == id_.partition("/")[2]}
            yield from _ukjente(meldt.fil, meldt.verdi.investeringer or {}, mine, "investeringer")
    liste = innsparingen(register).get(f"{aar}-tiltak")
    for nokkel, tiltak in liste.verdi.tiltak.items() if liste else ():
        sti: Sti = ("tiltak", nokkel, "omraade")
        if liste:
            yield from _ukjente(liste.fil, {tiltak.omraade: None}, omraader, *sti, paa_verdi=True)


def _ukjente(
    fil: str,
    brukte: Mapping[str, object],
    kjente: Mapping[str, object],
    *sti: str | int,
    paa_verdi: bool = False,
) -> Iterator[Treff]:
    for kode in brukte:
        if kode not in kjente:
            ment = mente_du(kode, kjente)
            yield treff(
                fil,
                f"koden «{kode}» er ikke kjent her",
                *sti,
                *(() if paa_verdi else (kode,)),
                paa_nokkel=not paa_verdi,
                forslag=f"mente du «{ment}»?" if ment else f"kodene er {opplisting(kjente)}",
                funnet=kode,
            )


def _alle_koder(budsjett: Budsjett) -> dict[str, object]:
    return {**budsjett.omraader, **(budsjett.fond or {}), **(budsjett.investeringer or {})}


def _budsjettene(register: Register) -> Iterator[tuple[str, Budsjett, str]]:
    for id_, post in register.budsjetter.items():
        yield id_.partition("-")[0], post.verdi, post.fil


@regel("ST702")
def omraadet_har_tall(register: Register) -> Iterator[Treff]:
    """Et budsjettområde skal ha enten netto, eller utgift og inntekt.

    Hvorfor: står begge der, vet ingen hva som er vedtatt.
    Galt:
        SKO: {navn: Skolene, enhet: OUS, netto: 900000, utgift: 1000000}
    Riktig:
        SKO: {navn: Skolene, enhet: OUS, utgift: 1000000, inntekt: 100000}
    Kilde: kommuneloven § 14-4: budsjettet viser bevilgningene
    """
    for _, budsjett, fil in _budsjettene(register):
        for kode, omraade in budsjett.omraader.items():
            delt = omraade.utgift is not None or omraade.inntekt is not None
            if delt == (omraade.netto is not None):
                melding = (
                    "området har både netto og utgift eller inntekt"
                    if delt
                    else "området har ikke noe beløp"
                )
                yield treff(
                    fil,
                    melding,
                    "omraader",
                    kode,
                    paa_nokkel=True,
                    forslag="skriv netto, eller utgift og inntekt",
                )


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
    for _, budsjett, fil in _budsjettene(register):
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


@regel("ST704", Alvor.ADVARSEL)
def budsjettet_gaar_opp(register: Register) -> Iterator[Treff]:
    """Et budsjett med skatt, rammetilskudd og finans bør summere til null.

    Hvorfor: et budsjett i balanse har like store utgifter og inntekter. Går det ikke opp, mangler
    noe, eller et beløp er skrevet feil.
    Galt: områdene er til sammen 16 kr mer i utgifter enn inntekter.
    Riktig: ta med alle områdene, også avsetning og bruk av fond.
    Kilde: kommuneloven § 14-4: årsbudsjettet skal settes opp i balanse
    """
    for _, budsjett, fil in _budsjettene(register):
        if not any(ett.type == "felles" for ett in budsjett.omraader.values()):
            continue
        helt = sum((netto(ett) for ett in budsjett.omraader.values()), NULL)
        if helt:
            mer = "utgifter enn inntekter" if helt > 0 else "inntekter enn utgifter"
            yield treff(
                fil,
                f"budsjettet går ikke opp: {kroner(abs(helt))} kr mer {mer}",
                "omraader",
                paa_nokkel=True,
                forslag="se etter områder som mangler, eller et beløp med feil fortegn",
            )


@regel("ST705")
def regnskapet_har_et_budsjett(register: Register) -> Iterator[Treff]:
    """Regnskap og ord om en måned skal ha et budsjett for året å holdes mot.

    Hvorfor: uten budsjett er det ingenting å ha avvik fra.
    Galt: data/okonomi/2024-03/regnskap.yaml uten data/okonomi/2024/budsjett.yaml.
    Riktig: styring importer budsjett FIL --kart KART --aar 2024
    Kilde: kommuneloven § 14-5: budsjettet er bindende
    """
    har = {aar for aar, _, _ in _budsjettene(register)}
    uleste = {fil.split("/")[2] for fil in register.uleste if fil.endswith("/budsjett.yaml")}
    for poster in (register.regnskap, register.maanedsord):
        for id_, post in poster.items():
            if id_[:4] not in har | uleste:
                yield treff(
                    post.fil,
                    f"{id_[:4]} har ikke noe budsjett",
                    "omraader",
                    paa_nokkel=True,
                    forslag=f"legg det inn i data/okonomi/{id_[:4]}/budsjett.yaml",
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
    budsjetter = {aar: budsjett for aar, budsjett, _ in _budsjettene(register)}
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
                yield from _ukjente(post.fil, forslag.belop, _alle_koder(budsjetter[id_[:4]]), *sti)


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
    for aar, budsjett, fil in _budsjettene(register):
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
    koden_er_kjent,
    omraadet_har_tall,
    rammen_endres_av_kommunestyret,
    budsjettet_gaar_opp,
    regnskapet_har_et_budsjett,
    forslaget_gaar_opp,
    endringen_gjelder_budsjettaaret,
)
