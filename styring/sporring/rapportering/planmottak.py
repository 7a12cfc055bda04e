"""What the tab for the plan would change: new lines and new words, held against what was sent and
what stands in the data now.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from styring.fag import planbok
from styring.fag.kalender import kortdato
from styring.fag.norsk import fold, mente_du, opplisting
from styring.fag.personvern import fodselsnumre
from styring.fag.planbok import overskriften, som_plancelle
from styring.fag.skjemabok import Celle, Innsendt, Innsendtplanrad
from styring.modell.virksomhetsplan import Prioritering
from styring.register.egne_planer import virksomhetsplanene
from styring.register.register import Register
from styring.register.skjema import Skjema, skjemaer_i
from styring.sporring.felles.utvalg import perioden_eller_ingen
from styring.sporring.rapportering.cellelikhet import enhetlig, plandag, planvist
from styring.sporring.rapportering.planmotsigelser import like_rader, linjen_til, staar_dobbelt
from styring.sporring.rapportering.plansvar import Planavslag, Planlinjesvar
from styring.sporring.rapportering.tidligere_svar import TidligereSvar

_PAAKREVD = ("tekst", "omraade", "sikt")


class Planinnsending(NamedTuple):
    """One workbook that is judged: the form it was made of, the day, and what came before it."""

    register: Register
    skjema: Skjema
    bok: Innsendt
    dato: date
    foer: TidligereSvar

    def egne_ord(self, rad: Innsendtplanrad, felt: str, tekst: str) -> bool:
        """Whether a cell of the plan is the unit's own words, from a form that was read before."""
        linje = linjen_til(rad, self.skjema.enhet)
        return self.foer.sa_i_planen((self.bok.periode, self.bok.enhet), linje, felt, tekst)


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


def vurder_planen(innsending: Planinnsending) -> Iterator[Planlinjesvar | Planavslag]:
    """Judge every line that says something else than what was sent."""
    bok, skjema = innsending.bok, innsending.skjema
    like = like_rader(bok.plan.rader, skjema.enhet)
    for rad in bok.plan.rader:
        samme = like[linjen_til(rad, skjema.enhet)]
        if grunn := staar_dobbelt(rad, samme):
            yield Planavslag(bok.fil, rad.rad, grunn)
        elif rad is samme[0]:
            yield from _raden(innsending, rad)
    yield from _borte(innsending)


def _raden(
    innsending: Planinnsending, rad: Innsendtplanrad
) -> Iterator[Planlinjesvar | Planavslag]:
    skjema = innsending.skjema
    typet = {felt: planvist(felt, celle, skjema.periode.aar) for felt, celle in rad.celler.items()}
    for felt in ("enhet", "ansvarlig"):
        typet[felt] = _koden(innsending.register, typet[felt])
    nye = [felt for felt in planbok.FELTER if typet[felt] != enhetlig(rad.sendt[felt])]
    if nye and nye != ["enhet"]:
        svar = _linjen(innsending, rad, typet)
        if isinstance(svar, str):
            yield Planavslag(innsending.bok.fil, rad.rad, svar)
        elif svar.felter:
            yield svar


def _borte(innsending: Planinnsending) -> Iterator[Planavslag]:
    """The lines that were sent and are not in the sheet, while they stand in the plan: a sheet does
    not take a line away.
    """
    skjema, bok = innsending.skjema, innsending.bok
    igjen = {linjen_til(rad, skjema.enhet) for rad in bok.plan.rader}
    for sendt in bok.plan.sendt:
        enhet = fold(sendt["enhet"])
        har = _prioriteringene(innsending.register, skjema, sendt["enhet"])
        er_i_planen = any(str(ett.nr) == sendt["nr"] for ett in har)
        som_sendt = {(enhet, sendt["nr"]), (enhet, fold(enhetlig(sendt["tekst"])))}
        if er_i_planen and not igjen & som_sendt:
            hva = f"nr. {sendt['nr']} er borte fra arket, og står fortsatt i planen"
            plan = f"{skjema.periode.aar}/{sendt['enhet']}"
            raad = f"skal den bort, strykes den i data/virksomhetsplan/{plan}.yaml"
            yield Planavslag(bok.fil, 0, f"{hva} til {sendt['enhet']}; {raad}")


def _linjen(
    innsending: Planinnsending, rad: Innsendtplanrad, typet: Mapping[str, str]
) -> Planlinjesvar | str:
    """What one line would change, or why it is not taken."""
    register, skjema = innsending.register, innsending.skjema
    enhet = typet["enhet"] or skjema.enhet
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
    naa = som_plancelle(enhet, alle[plass]) if plass is not None else {}
    nye = [
        felt
        for felt in planbok.FELTER[2:]
        if typet[felt] != enhetlig(rad.sendt[felt]) and typet[felt] != enhetlig(naa.get(felt, ""))
    ]
    uenige = [
        overskriften(felt)
        for felt in nye
        if naa
        and enhetlig(naa[felt]) != enhetlig(rad.sendt[felt])
        and not innsending.egne_ord(rad, felt, naa[felt])
    ]
    if uenige:
        return (
            f"{opplisting(uenige)} er endret i styring etter at skjemaet ble sendt ut; velg hva som"
            " skal gjelde"
        )
    mangler = [overskriften(felt) for felt in _PAAKREVD if not typet[felt]]
    if mangler:
        return f"{opplisting(mangler)} må fylles ut"
    felter, grunner = _felter(innsending, rad, typet, nye)
    if grunner:
        return "; ".join(grunner)
    plan = f"{skjema.periode.aar}/{enhet}"
    return Planlinjesvar(innsending.bok.fil, rad.rad, plan, plass, felter)


def _koden(register: Register, skrevet: str) -> str:
    """The code of a unit written by its name; a role as it is."""
    koder = {fold(enhet.navn): kode for kode, enhet in register.enheter.items()}
    koder |= {fold(kode): kode for kode in register.enheter}
    return koder.get(fold(skrevet), skrevet)


def _felter(
    innsending: Planinnsending, rad: Innsendtplanrad, typet: Mapping[str, str], nye: list[str]
) -> tuple[dict[str, object], list[str]]:
    """The cells as the data have them, and what can't be understood."""
    felter: dict[str, object] = {}
    grunner = ["det står et fødselsnummer"] if any(map(fodselsnumre, typet.values())) else []
    for felt in nye:
        verdi = _verdien(innsending, felt, rad.celler[felt], typet[felt])
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
        eksempel = f"skriv for eksempel 30.11.{innsending.skjema.periode.aar}"
        return _Galt(f"«{typet}» under «{navn}» er ikke {hva}; {eksempel}")
    if felt == "ferdig" and dag > innsending.dato:
        return _Galt(
            f"«{navn}» er {kortdato(dag)}, som ikke er kommet; la cellen stå tom til det er gjort"
        )
    return dag
