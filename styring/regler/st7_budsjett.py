"""ST7: the year's budget, that it goes up, and that codes are known."""

from collections.abc import Iterator, Mapping

from styring.fag.belop import NULL, kroner
from styring.fag.norsk import mente_du, opplisting
from styring.fag.okonomi import Okonomimaaned, enheten, netto
from styring.funn import Alvor, Sti, Treff
from styring.modell.okonomi import Budsjett, Budsjettomraade
from styring.register.okonomien import fravaerslistene, innsparingen
from styring.register.register import Register
from styring.regler.regel import regel, treff


@regel("ST701")
def koden_er_kjent(register: Register) -> Iterator[Treff]:
    """Koder for områder, fond, investeringer og tiltak skal finnes i årets budsjett.

    Hvorfor: tall og ord som ikke hører til noe, faller ut av summen uten at noen ser det. En enhets
    ord skal gjelde dens egne områder; har et område skiftet enhet i året, står den gamle under
    flyttet.
    Galt:
        omraader:
          SKOL: {regnskap: 1200000}
    Riktig:
        omraader:
          SKO: {regnskap: 1200000}
    Kilde: kommuneloven § 14-3 og § 14-6: budsjett og regnskap følger hverandre
    """
    for aar, budsjett, fil in budsjettene(register):
        for nr, endring in enumerate(budsjett.endringer):
            alle = alle_koder(budsjett)
            yield from ukjente(fil, endring.belop, alle, "endringer", nr, "belop")
        if budsjett.bevilgninger is not None:
            for kode, omraade in budsjett.omraader.items():
                brukt = {omraade.bevilgning: None} if omraade.bevilgning else {}
                sti = ("omraader", kode, "bevilgning")
                yield from ukjente(fil, brukt, budsjett.bevilgninger, *sti, paa_verdi=True)
        yield from _i_aaret(register, aar, budsjett)


def _i_aaret(register: Register, aar: str, budsjett: Budsjett) -> Iterator[Treff]:
    omraader, investeringer = budsjett.omraader, budsjett.investeringer or {}
    for id_, post in register.regnskap.items():
        if id_.startswith(f"{aar}-"):
            yield from ukjente(post.fil, post.verdi.omraader, omraader, "omraader")
            prosjekter = post.verdi.investeringer or {}
            yield from ukjente(post.fil, prosjekter, investeringer, "investeringer")
    for id_, meldt in register.maanedsord.items():
        if id_.startswith(f"{aar}-"):
            maaned, _, enhet = id_.partition("/")
            slutt = Okonomimaaned(maaned).slutt
            egne = {k: None for k, ett in omraader.items() if enheten(ett, slutt) == enhet}
            yield from ukjente(meldt.fil, meldt.verdi.omraader or {}, egne, "omraader")
            mine = {k: p for k, p in investeringer.items() if enheten(p, slutt) == enhet}
            yield from ukjente(meldt.fil, meldt.verdi.investeringer or {}, mine, "investeringer")
    yield from _tiltakene(register, aar, omraader)


def _tiltakene(
    register: Register, aar: str, omraader: Mapping[str, Budsjettomraade]
) -> Iterator[Treff]:
    """Measures of areas that are not there, or whose id is another area's; and what the months say
    of measures that are not there.
    """
    liste = innsparingen(register).get(f"{aar}-tiltak")
    kjente = liste.verdi.tiltak if liste else {}
    for nokkel, tiltak in kjente.items():
        sti: Sti = ("tiltak", nokkel, "omraade")
        if liste:
            yield from ukjente(liste.fil, {tiltak.omraade: None}, omraader, *sti, paa_verdi=True)
            if tiltak.omraade in omraader and nokkel.rpartition("-")[0] != tiltak.omraade:
                yield treff(
                    liste.fil,
                    f"tiltaket «{nokkel}» hører til {tiltak.omraade}",
                    "tiltak",
                    nokkel,
                    paa_nokkel=True,
                    forslag="id-en er koden til området og et nummer",
                )
    if liste is None and register.uleste:
        return
    for id_, meldt in register.maanedsord.items():
        if id_.startswith(f"{aar}-"):
            yield from ukjente(meldt.fil, meldt.verdi.tiltak or {}, kjente, "tiltak")


def ukjente(
    fil: str,
    brukte: Mapping[str, object],
    kjente: Mapping[str, object],
    *sti: str | int,
    paa_verdi: bool = False,
) -> Iterator[Treff]:
    """Say which codes are not among the known ones, and what was probably meant."""
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


def alle_koder(budsjett: Budsjett) -> dict[str, object]:
    """Every code that an amount of a change may have: areas, funds and investments."""
    return {**budsjett.omraader, **(budsjett.fond or {}), **(budsjett.investeringer or {})}


def budsjettene(register: Register) -> Iterator[tuple[str, Budsjett, str]]:
    """The year, the budget and its file, of each that was read."""
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
    for _, budsjett, fil in budsjettene(register):
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


@regel("ST704", Alvor.ADVARSEL)
def budsjettet_gaar_opp(register: Register) -> Iterator[Treff]:
    """Et budsjett med skatt, rammetilskudd og finans bør summere til null.

    Hvorfor: et budsjett i balanse har like store utgifter og inntekter. Går det ikke opp, mangler
    noe, eller et beløp er skrevet feil.
    Galt: områdene er til sammen 16 kr mer i utgifter enn inntekter.
    Riktig: ta med alle områdene, også avsetning og bruk av fond.
    Kilde: kommuneloven § 14-4: årsbudsjettet skal settes opp i balanse
    """
    for _, budsjett, fil in budsjettene(register):
        if not er_helt(budsjett):
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


def er_helt(budsjett: Budsjett) -> bool:
    """Whether a budget is the whole one, with tax and grants, and not some areas alone."""
    return any(ett.type == "felles" for ett in budsjett.omraader.values())


@regel("ST705")
def regnskapet_har_et_budsjett(register: Register) -> Iterator[Treff]:
    """Regnskap og ord om en måned skal ha et budsjett for året å holdes mot.

    Hvorfor: uten budsjett er det ingenting å ha avvik fra.
    Galt: data/okonomi/2024-03/regnskap.yaml uten data/okonomi/2024/budsjett.yaml.
    Riktig: styring importer budsjett FIL --kart KART --aar 2024
    Kilde: kommuneloven § 14-5: budsjettet er bindende
    """
    har = {aar for aar, _, _ in budsjettene(register)}
    uleste = {fil.split("/")[2] for fil in register.uleste if fil.endswith("/budsjett.yaml")}
    for poster in (register.regnskap, register.maanedsord, innsparingen(register)):
        for id_, post in poster.items():
            if id_[:4] not in har | uleste:
                yield treff(
                    post.fil,
                    f"{id_[:4]} har ikke noe budsjett",
                    "omraader" if id_[4:] != "-tiltak" else "tiltak",
                    paa_nokkel=True,
                    forslag=f"legg det inn i data/okonomi/{id_[:4]}/budsjett.yaml",
                )


@regel("ST708")
def fravaeret_gjelder_kjente_enheter(register: Register) -> Iterator[Treff]:
    """Enhetene i en fraværsliste skal finnes i kommune.yaml.

    Hvorfor: fraværet i en ukjent enhet er ikke med i noen sum.
    Galt:
        enheter:
          SKOL: {aarsverk: 201.4, korttid: 2.9, langtid: 5.1}
    Riktig:
        enheter:
          SKO: {aarsverk: 201.4, korttid: 2.9, langtid: 5.1}
    Kilde: brevet: et riktig bilde av helheten
    """
    if register.kommune is None:
        return  # it could not be read, which is told already
    for post in fravaerslistene(register).values():
        yield from ukjente(post.fil, post.verdi.enheter, register.enheter, "enheter")


REGLER = (
    koden_er_kjent,
    omraadet_har_tall,
    budsjettet_gaar_opp,
    regnskapet_har_et_budsjett,
    fravaeret_gjelder_kjente_enheter,
)
