"""What the tab for the plan would change: new lines and new words, held against what was sent and
what stands in the data now.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from styring.fag import planbok
from styring.fag.kalender import kortdato
from styring.fag.norsk import fold, mente_du, opplisting
from styring.fag.personvern import fodselsnumre
from styring.fag.planbok import overskriften, som_plancelle
from styring.fag.skjemabok import Celle, Innsendt
from styring.fag.skreven_tid import hvorfor_ikke
from styring.modell.virksomhetsplan import Prioritering
from styring.register.egne_planer import virksomhetsplanene
from styring.register.register import Register
from styring.register.skjema import Skjema, skjemaer_i
from styring.sporring.felles.utvalg import perioden_eller_ingen
from styring.sporring.rapportering.cellelikhet import enhetlig, plandag
from styring.sporring.rapportering.planlinjer import Arklinje, koden, planlinjene_i, sendte_linjer
from styring.sporring.rapportering.planmotsigelser import omnummerert, staar_dobbelt
from styring.sporring.rapportering.plansvar import Planavslag, Planlinjesvar, Planmerknad
from styring.sporring.rapportering.tidligere_svar import TidligereSvar

_PAAKREVD = ("tekst", "omraade", "sikt")


class Planinnsending(NamedTuple):
    """One workbook that is judged: the form it was made of, the day, and what came before it."""

    register: Register
    skjema: Skjema
    bok: Innsendt
    dato: date
    foer: TidligereSvar

    def egne_ord(self, linje: Arklinje, felt: str, tekst: str) -> bool:
        """Whether a cell of the plan is the unit's own words, from a form that was read before."""
        hvem = (self.bok.periode, self.bok.enhet)
        return self.foer.sa_i_planen(hvem, linje.nokkel, felt, tekst)


def skjemaer_for(register: Register, bok: Innsendt) -> Iterator[Skjema]:
    """The form that a workbook was made of, delivered or not; none where there is none."""
    periode = perioden_eller_ingen(register, bok.periode)
    if periode and f"{bok.periode}/{bok.enhet}" in register.rapporter:
        yield from (ett for ett in skjemaer_i(register, periode) if ett.enhet == bok.enhet)


def planlinjene(register: Register, skjema: Skjema) -> tuple[dict[str, str], ...]:
    """What stands in the plans of a unit and those below it for the year of a period, as cells."""
    return tuple(
        som_plancelle(enhet, ett)
        for enhet in plan_enheter(register, skjema)
        for ett in _prioriteringene(register, skjema, enhet)
    )


def plan_enheter(register: Register, skjema: Skjema) -> tuple[str, ...]:
    """The units whose plans are filled in together: one and those below it."""
    med = register.med_underliggende(skjema.enhet)
    return tuple(kode for kode in register.enheter if kode in med)


def _prioriteringene(register: Register, skjema: Skjema, enhet: str) -> tuple[Prioritering, ...]:
    post = virksomhetsplanene(register).get(f"{skjema.periode.aar}/{enhet}")
    return post.verdi.prioriteringer if post else ()


def vurder_planen(innsending: Planinnsending) -> Iterator[Planlinjesvar | Planavslag | Planmerknad]:
    """Judge every line that says something else than what was sent."""
    enheter = innsending.register.enheter
    linjer = planlinjene_i(innsending.bok, enheter)
    sendte = sendte_linjer(innsending.bok, enheter)
    like: dict[tuple[str, str], list[Arklinje]] = {}
    for linje in linjer:
        like.setdefault(linje.nokkel, []).append(linje)
    for linje in linjer:
        samme = like[linje.nokkel]
        grunn = staar_dobbelt(linje, samme) or omnummerert(linje, linjer, sendte)
        if grunn:
            yield Planavslag(innsending.bok.fil, linje.rad, grunn)
        elif linje is samme[0] and any(linje.typet[f] != linje.sendt[f] for f in planbok.FELTER):
            svar = _linjen(innsending, linje)
            if isinstance(svar, str):
                yield Planavslag(innsending.bok.fil, linje.rad, svar)
            elif svar.felter:
                yield svar
    yield from _borte(innsending, linjer, sendte)


def _borte(
    innsending: Planinnsending, linjer: Sequence[Arklinje], sendte: Sequence[Mapping[str, str]]
) -> Iterator[Planmerknad]:
    """The lines that were sent and are not in the sheet, while they stand in the plan: a sheet does
    not take a line away.
    """
    skjema = innsending.skjema
    numre = {(ett.typet["enhet"], ett.typet["nr"]) for ett in linjer}
    tekster = {ett.typet["tekst"] for ett in linjer}
    for sendt in sendte:
        har = _prioriteringene(innsending.register, skjema, sendt["enhet"])
        er_i_planen = any(str(ett.nr) == sendt["nr"] for ett in har)
        er_her = (sendt["enhet"], sendt["nr"]) in numre or sendt["tekst"] in tekster
        if er_i_planen and not er_her:
            hva = f"nr. {sendt['nr']} er borte fra arket, og står fortsatt i planen"
            plan = f"{skjema.periode.aar}/{sendt['enhet']}"
            raad = f"Skal den bort, strykes den i data/virksomhetsplan/{plan}.yaml"
            yield Planmerknad(innsending.bok.fil, f"{hva} til {sendt['enhet']}. {raad}.")


def _linjen(innsending: Planinnsending, linje: Arklinje) -> Planlinjesvar | str:
    """What one line would change, or why it is not taken."""
    register, skjema, typet = innsending.register, innsending.skjema, linje.typet
    enhet = typet["enhet"]
    if enhet not in plan_enheter(register, skjema):
        return f"«{enhet}» er ikke {skjema.enhet} eller en enhet under"
    alle = _prioriteringene(register, skjema, enhet)
    plass = next((nr for nr, ett in enumerate(alle) if str(ett.nr) == typet["nr"]), None)
    if typet["nr"] and plass is None:
        return f"planen til {enhet} har ikke noe nr. {typet['nr']}; la feltet stå tomt"
    if plass is None:
        # a workbook that is read twice says its new lines twice
        plass = next(
            (nr for nr, ett in enumerate(alle) if enhetlig(ett.tekst) == typet["tekst"]), None
        )
    naa = _cellene(register, enhet, alle[plass]) if plass is not None else {}
    nye = [
        felt
        for felt in planbok.FELTER[2:]
        if typet[felt] not in (linje.sendt[felt], naa.get(felt, ""))
    ]
    uenige = [
        f"{overskriften(felt)} er endret i styring etter at skjemaet ble sendt ut (der står nå:"
        f" {naa[felt] or 'ingenting'})"
        for felt in nye
        if naa
        and naa[felt] != linje.sendt[felt]
        and not innsending.egne_ord(linje, felt, naa[felt])
    ]
    plan = f"{skjema.periode.aar}/{enhet}"
    if uenige:
        return f"{opplisting(uenige)}; skriv det samme, eller rett data/virksomhetsplan/{plan}.yaml"
    mangler = [overskriften(felt) for felt in _PAAKREVD if not typet[felt]]
    if mangler:
        return f"{opplisting(mangler)} må fylles ut"
    felter, grunner = _felter(innsending, linje, nye)
    if grunner:
        return "; ".join(grunner)
    return Planlinjesvar(innsending.bok.fil, linje.rad, plan, plass, felter)


def _cellene(register: Register, enhet: str, ett: Prioritering) -> dict[str, str]:
    """What stands in the data now, as it is compared."""
    celler = {felt: enhetlig(tekst) for felt, tekst in som_plancelle(enhet, ett).items()}
    return celler | {"ansvarlig": koden(register.enheter, celler["ansvarlig"])}


def _felter(
    innsending: Planinnsending, linje: Arklinje, nye: list[str]
) -> tuple[dict[str, object], list[str]]:
    """The cells as the data have them, and what can't be understood."""
    typet = linje.typet
    felter: dict[str, object] = {}
    grunner = ["det står et fødselsnummer"] if any(map(fodselsnumre, typet.values())) else []
    for felt in nye:
        verdi = _verdien(innsending, felt, linje.celler[felt], typet[felt])
        if isinstance(verdi, _Galt):
            grunner.append(verdi.grunn)
        else:
            felter[felt] = verdi
    return felter, grunner


class _Galt(NamedTuple):
    grunn: str


def _verdien(
    innsending: Planinnsending, felt: str, celle: Celle, typet: str
) -> str | date | _Galt | None:
    """A cell as the data have it, or what is wrong with it."""
    navn = overskriften(felt)
    if felt in planbok.VALG:
        ord_ = {fold(ord_): kode for kode, ord_ in planbok.VALG[felt].items()}
        if fold(typet) in ord_:
            return ord_[fold(typet)]
        ment = mente_du(typet, planbok.VALG[felt].values())
        hjelp = f"mente du {ment}?" if ment else "velg fra listen"
        return _Galt(f"«{typet}» under «{navn}» kan ikke brukes; {hjelp}")
    if felt not in planbok.DATOER or not typet:
        return typet or None
    dag = plandag(felt, celle, innsending.skjema.periode.aar)
    if dag is None:
        hva = "dagen det ble gjort" if felt == "ferdig" else "en dato"
        aar = innsending.skjema.periode.aar
        eksempel = kortdato(innsending.dato) if felt == "ferdig" else f"30.11.{aar}"
        raad = hvorfor_ikke(typet, aar) or f"skriv for eksempel {eksempel}"
        return _Galt(f"«{typet}» under «{navn}» er ikke {hva}; {raad}")
    if felt == "ferdig" and dag > innsending.dato:
        return _Galt(
            f"«{navn}» er {kortdato(dag)}, som ikke er kommet; la cellen stå tom til det er gjort"
        )
    return dag
