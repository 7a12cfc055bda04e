"""What the tab for the plan would change: new lines and new words, held against what was sent and
what stands in the data now.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from styring.fag import planbok
from styring.fag.kalender import kortdato
from styring.fag.norsk import fold, mente_du, opplisting
from styring.fag.periode import les_tidspunkt, siste_dag
from styring.fag.personvern import fodselsnumre
from styring.fag.planbok import overskriften, som_plancelle
from styring.fag.skjemabok import Celle, Innsendt, Innsendtplanrad
from styring.modell.virksomhetsplan import Prioritering
from styring.register.egne_planer import virksomhetsplanene
from styring.register.register import Register
from styring.register.skjema import Skjema, skjemaer_i
from styring.sporring.felles.utvalg import perioden_eller_ingen
from styring.sporring.rapportering.cellelikhet import enhetlig, som_tekst

_PAAKREVD = ("tekst", "omraade", "sikt")


class Planlinjesvar(NamedTuple):
    """One line that changes something: the plan it is of, its place there (None for a new one), and
    the fields, by the names of the data.
    """

    fil: str
    rad: int
    plan: str
    plass: int | None
    felter: Mapping[str, object]


class Planavslag(NamedTuple):
    """One line that is not taken, and why."""

    fil: str
    rad: int
    grunn: str


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


def vurder_planen(
    register: Register, skjema: Skjema, fil: str, rader: tuple[Innsendtplanrad, ...]
) -> Iterator[Planlinjesvar | Planavslag]:
    """Judge every line that says something else than what was sent."""
    for rad in rader:
        typet = {
            felt: _som_vist(felt, celle, skjema.periode.aar) for felt, celle in rad.celler.items()
        }
        typet["ansvarlig"] = _koden(register, typet["ansvarlig"])
        nye = [felt for felt in planbok.FELTER if typet[felt] != enhetlig(rad.sendt[felt])]
        if nye and nye != ["enhet"]:
            svar = _linjen(register, skjema, rad, typet)
            if isinstance(svar, str):
                yield Planavslag(fil, rad.rad, svar)
            elif svar.felter:
                yield svar._replace(fil=fil)


def _som_vist(felt: str, celle: Celle, aar: int) -> str:
    """A cell as the tab would show it: a day may be written in many ways."""
    dag = _dagen(celle, aar) if felt in planbok.DATOER else None
    return kortdato(dag) if dag else enhetlig(som_tekst(celle))


def _linjen(
    register: Register, skjema: Skjema, rad: Innsendtplanrad, typet: Mapping[str, str]
) -> Planlinjesvar | str:
    """What one line would change, or why it is not taken."""
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
        if naa and typet["nr"] and enhetlig(naa[felt]) != enhetlig(rad.sendt[felt])
    ]
    if uenige:
        return f"{opplisting(uenige)} er endret i styring etter at skjemaet ble sendt ut"
    mangler = [overskriften(felt) for felt in _PAAKREVD if not typet[felt]]
    if mangler:
        return f"{opplisting(mangler)} må fylles ut"
    felter, grunner = _felter(rad, typet, nye, skjema)
    if grunner:
        return "; ".join(grunner)
    return Planlinjesvar("", rad.rad, f"{skjema.periode.aar}/{enhet}", plass, felter)


def _koden(register: Register, skrevet: str) -> str:
    """The code of a unit written by its name; a role as it is."""
    koder = {fold(enhet.navn): kode for kode, enhet in register.enheter.items()}
    koder |= {fold(kode): kode for kode in register.enheter}
    return koder.get(fold(skrevet), skrevet)


def _felter(
    rad: Innsendtplanrad, typet: Mapping[str, str], nye: list[str], skjema: Skjema
) -> tuple[dict[str, object], list[str]]:
    """The cells as the data have them, and what can't be understood."""
    felter: dict[str, object] = {}
    grunner = ["det står et fødselsnummer"] if any(map(fodselsnumre, typet.values())) else []
    for felt in nye:
        navn = overskriften(felt)
        if felt in planbok.VALG:
            ord_ = {fold(ord_): kode for kode, ord_ in planbok.VALG[felt].items()}
            if fold(typet[felt]) not in ord_:
                ment = mente_du(typet[felt], planbok.VALG[felt].values())
                hjelp = f"mente du {ment}?" if ment else "velg fra listen"
                grunner.append(f"«{typet[felt]}» under «{navn}» kan ikke brukes; {hjelp}")
            else:
                felter[felt] = ord_[fold(typet[felt])]
        elif felt in planbok.DATOER:
            dag = _dagen(rad.celler[felt], skjema.periode.aar)
            if dag is None and typet[felt]:
                grunner.append(f"«{typet[felt]}» under «{navn}» er ikke en dato")
            felter[felt] = dag
        else:
            felter[felt] = typet[felt] or None
    return felter, grunner


def _dagen(celle: str | date, aar: int) -> date | None:
    if isinstance(celle, date):
        return celle
    lest = les_tidspunkt(celle, aar) if celle else None
    return siste_dag(lest) if lest else None
