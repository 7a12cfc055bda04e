"""ST6: the chain from unit to council has an order."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from styring.fag.kalender import kortdato
from styring.fag.periode import LEDD, perioden
from styring.funn import Alvor, Sti, Treff
from styring.modell.rapport import Enhetsrapport, Samlerapport
from styring.register.post import Post
from styring.register.register import Register
from styring.regler.regel import regel, treff


@regel("ST625")
def stegene_i_rekkefolge(register: Register) -> Iterator[Treff]:
    """Et skjema skal være levert før det kvalitetssikres, alle kvalitetssikret før perioden
    godkjennes, og godkjent før den sendes ut og behandles.

    Hvorfor: bare det som er godkjent, går til de folkevalgte, og ingen skal godkjenne noe som ikke
    er levert. Hvert steg har samme dag som det før, eller en senere.
    Galt: godkjent i kommunedirektor.yaml når én enhet ikke har levert, eller behandlet før den
    dagen.
    Riktig: bruk styring tertial lever, kvalitetssikre, godkjenn, utsendt og behandlet, i den
    rekkefølgen.
    Kilde: rapporteringsrutinen: levert, kvalitetssikret, godkjent, utsendt, behandlet
    """
    for post in register.rapporter.values():
        yield from _i_rekkefolge(post.fil, "skjemaet", _skjemaets_steg(post.verdi))
    for samlet in register.samlerapporter.values():
        for nr in range(max(len(samlet.verdi.behandlet), 1)):
            yield from _i_rekkefolge(samlet.fil, "rapporten", _rapportens_steg(samlet.verdi, nr))
        yield from _godkjenning(register, samlet)


class _Ledd(NamedTuple):
    """One step of the approval: the word for it, where its day stands, the day or None, and the
    command that takes it.
    """

    ord: str
    sti: Sti
    dag: date | None
    maa_vaere_tatt: str = ""


def _skjemaets_steg(skjema: Enhetsrapport) -> list[_Ledd]:
    return [
        _Ledd("levert", ("levert",), skjema.levert, "lever skjemaet først"),
        _Ledd("kvalitetssikret", ("kvalitetssikret",), skjema.kvalitetssikret),
    ]


def _rapportens_steg(rapport: Samlerapport, nr: int) -> list[_Ledd]:
    """The steps up to one organ's. A new step is one more line here."""
    godkjent = rapport.godkjent
    behandlet = rapport.behandlet[nr].dato if nr < len(rapport.behandlet) else None
    return [
        _Ledd(
            "godkjent",
            ("godkjent", "dato"),
            godkjent.dato if godkjent else None,
            "godkjenn perioden først",
        ),
        _Ledd("sendt ut", ("utsendt",), rapport.utsendt),
        _Ledd("behandlet", ("behandlet", nr, "dato"), behandlet),
    ]


def _i_rekkefolge(fil: str, hva: str, stegene: list[_Ledd]) -> Iterator[Treff]:
    """Each step that is taken before one that comes first, or without one that must be taken."""
    for plass, steg in enumerate(stegene):
        if steg.dag is None:
            continue
        for foer in stegene[:plass]:
            if foer.dag is None and foer.maa_vaere_tatt:
                yield treff(
                    fil,
                    f"{hva} er {steg.ord}, men ikke {foer.ord}",
                    *steg.sti,
                    forslag=foer.maa_vaere_tatt,
                )
            elif foer.dag and steg.dag < foer.dag:
                melding = (
                    f"{hva} er {steg.ord} før {'det' if hva == 'skjemaet' else 'den'} ble"
                    f" {foer.ord}, {kortdato(foer.dag)}"
                )
                yield treff(
                    fil,
                    melding,
                    *steg.sti,
                    forslag="rett den ene datoen",
                    funnet=steg.dag.isoformat(),
                )


def _godkjenning(register: Register, samlet: Post[Samlerapport]) -> Iterator[Treff]:
    """Every form must be quality assured by the day the period was approved."""
    godkjent = samlet.verdi.godkjent
    periode = perioden(register.rutine, samlet.id)
    if godkjent is None or periode is None:
        return
    uleste = tuple(fil for fil in register.uleste if fil.startswith(f"data/rapporter/{samlet.id}/"))
    if uleste:
        return
    for id_, post in register.rapporter.items():
        deler = id_.partition("/")
        if deler[0] == samlet.id and (
            post.verdi.kvalitetssikret is None or post.verdi.kvalitetssikret > godkjent.dato
        ):
            melding = f"perioden er godkjent før skjemaet til «{deler[2]}» var kvalitetssikret"
            yield treff(
                samlet.fil,
                melding,
                "godkjent",
                "dato",
                forslag=f"styring tertial kvalitetssikre {samlet.id} {deler[2]}",
            )


@regel("ST630")
def fristkjeden_i_rekkefolge(register: Register) -> Iterator[Treff]:
    """Fristene i rapporteringen skal komme i rekkefølge: bidrag, levering, kvalitetssikring,
    godkjenning, utsending, møte.

    Hvorfor: ingen kan kvalitetssikre det som ikke er levert. Ingen av dem kan være før perioden er
    slutt.
    Galt:
        2023-T1: {levering: 2023-05-12, kvalitetssikring: 2023-05-05}
    Riktig:
        2023-T1: {levering: 2023-05-12, kvalitetssikring: 2023-05-19}
    Kilde: rapporteringsrutinen i kommune.yaml
    """
    if register.kommune is None or register.rutine is None:
        return
    for id_, frister in (register.rutine.frister or {}).items():
        periode = perioden(register.rutine, id_)
        forrige, navn = (periode.slutt if periode else None), "periodens slutt"
        for ledd in LEDD:
            dag = getattr(frister, ledd)
            if dag and forrige and dag < forrige:
                melding = (
                    f"fristen for {'møtet' if ledd == 'mote' else ledd} er før {navn},"
                    f" {kortdato(forrige)}"
                )
                yield treff(
                    register.kommune.fil,
                    melding,
                    "rapportering",
                    "frister",
                    id_,
                    ledd,
                    forslag="rett den ene datoen",
                    funnet=dag.isoformat(),
                )
            forrige, navn = (dag, f"fristen for {ledd}") if dag else (forrige, navn)


@regel("ST631", Alvor.ADVARSEL)
def levert_etter_periodens_slutt(register: Register) -> Iterator[Treff]:
    """Et skjema bør ikke være levert før perioden er slutt.

    Hvorfor: det skal si hvordan det sto da perioden var slutt. Dagen er oftest en skrivefeil, og
    den avgjør fra når det som er meldt, gjelder.
    Galt: levert: 2023-03-12 i data/rapporter/2023-T1/, når 1. tertial slutter 30. april.
    Riktig:
        levert: 2023-05-12
    Kilde: rapporteringsrutinen: periodene og siste dag i hver
    """
    for id_, post in register.rapporter.items():
        periode, levert = perioden(register.rutine, id_.partition("/")[0]), post.verdi.levert
        if periode and levert and levert < periode.slutt:
            melding = f"skjemaet er levert før perioden er slutt, {kortdato(periode.slutt)}"
            yield treff(
                post.fil,
                melding,
                "levert",
                forslag="se etter en skrivefeil i datoen",
                funnet=levert.isoformat(),
            )


@regel("ST632")
def behandlet_en_gang_i_hver_sak(register: Register) -> Iterator[Treff]:
    """En rapport skal stå én gang for hver sak den er behandlet i.

    Hvorfor: et organ behandler en sak én gang. Står den to ganger, er den ene en annen sak eller en
    skrivefeil.
    Galt:
        behandlet:
          - {organ: KS, sak: KS 40/23, dato: 2023-06-21}
          - {organ: KS, sak: KS 40/23, dato: 2023-06-28}
    Riktig:
        behandlet:
          - {organ: FSK, sak: FSK 31/23, dato: 2023-06-14}
          - {organ: KS, sak: KS 40/23, dato: 2023-06-21}
    Kilde: dataformatet
    """
    for samlet in register.samlerapporter.values():
        sett: list[tuple[str, object]] = []
        for nr, ett in enumerate(samlet.verdi.behandlet):
            lest = register.les_sak(ett.sak)
            sak = (ett.organ, (lest.nr, lest.aar) if lest else ett.sak)
            if sak in sett:
                yield treff(
                    samlet.fil,
                    "saken står to ganger",
                    "behandlet",
                    nr,
                    "sak",
                    forslag="slett den ene, eller rett saksnummeret",
                    funnet=ett.sak,
                )
            sett.append(sak)


REGLER = (
    stegene_i_rekkefolge,
    fristkjeden_i_rekkefolge,
    levert_etter_periodens_slutt,
    behandlet_en_gang_i_hver_sak,
)
