"""Lights and counts, held against a count made here without the code under test: any tree, in any
order, on any day.
"""

import random
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styring.lesing.innlesing import les_inn
from styring.prosjekt.tre import Arbeidstre
from styring.sporring.oppdrag.avvik import avvik
from styring.sporring.oppdrag.status import status
from styring.sporring.vedtak.vedtak import Vedtaksutvalg, vedtak
from tests.conftest import skriv

KOMMUNE = """format: 1
navn: Prøve
enheter:
  A1: {navn: A, type: sektor}
  B1: {navn: B, type: sektor}
  A2: {navn: Under A, type: virksomhet, overordnet: A1}
organer:
  KS: {navn: Kommunestyret}
rapportering:
  perioder:
    T1: {navn: 1. tertial, slutt: 04-30}
    T2: {navn: 2. tertial, slutt: 08-31}
"""
ENHETER = ("A1", "B1", "A2")
PERIODER = ("2023-T1", "2023-T2")
dager = st.one_of(st.none(), st.dates(date(2023, 1, 1), date(2023, 12, 31)))
meldinger = st.one_of(
    st.none(),
    st.fixed_dictionaries(
        {
            "status": st.sampled_from(
                [
                    "ikke_startet",
                    "i_gang",
                    "pa_vent",
                    "ferdig",
                    "bortfalt",
                    "foreslatt_avsluttet",
                    None,
                ]
            ),
            "framdrift": st.sampled_from(["i_rute", "usikkert", "ikke_i_rute", None]),
            "arsslutt": st.sampled_from(["viderefores", "avsluttes", None, None]),
            "meldt": dager,
        }
    ),
)
saker = st.lists(
    st.fixed_dictionaries(
        {
            "vedtak": st.booleans(),
            "eier": st.sampled_from(ENHETER),
            "frist": dager,
            "avsluttet": dager,
            "utfall": st.sampled_from(["gjennomfort", "bortfalt"]),
            "T1": meldinger,
            "T2": meldinger,
        }
    ),
    max_size=8,
)
levert = st.fixed_dictionaries(
    {f"{periode}/{enhet}": dager for periode in PERIODER for enhet in ENHETER}
)


def id_for(nr: int, sak: dict[str, Any]) -> str:
    return f"2023-KS-{nr:03}" if sak["vedtak"] else f"2023-X-{nr:03}"


def skriv_alt(
    rot: Path, saker: list[dict[str, Any]], levert: dict[str, date | None], tall: random.Random
) -> None:
    """Write the tree, files in any order, entries in any order."""
    filer: list[tuple[str, str]] = [("kommune.yaml", KOMMUNE)]
    for nr, sak in enumerate(saker):
        frist = f"frist: {sak['frist']}\n" if sak["frist"] else ""
        if sak["vedtak"]:
            ende = (
                f"avsluttet: {{dato: {sak['avsluttet']}, organ: KS, sak: KS 1/23, utfall:"
                f" {sak['utfall']}}}\n"
                if sak["avsluttet"]
                else ""
            )
            tekst = (
                f"tittel: V{nr}\ntype: vedtak\norgan: KS\nsak: KS {nr + 1}/23\ndato:"
                f" 2023-01-01\nansvarlig: {sak['eier']}\n{frist}{ende}"
            )
            filer.append((f"vedtak/2023/KS-{nr:03}.yaml", tekst))
        else:
            filer.append(
                (
                    f"oppdrag/2023/X-{nr:03}.yaml",
                    f"tittel: O{nr}\nansvarlig: {sak['eier']}\n{frist}",
                )
            )
    for sti, dag in levert.items():
        periode, _, enhet = sti.partition("/")
        tekst = f"levert: {dag}\n" if dag else ""
        for slag in ("oppdrag", "vedtak"):
            egne = [
                (id_for(nr, sak), sak[periode[5:]])
                for nr, sak in enumerate(saker)
                if sak["eier"] == enhet and sak["vedtak"] == (slag == "vedtak") and sak[periode[5:]]
            ]
            tall.shuffle(egne)
            tekst += f"{slag}:\n" if egne else ""
            for id_, melding in egne:
                tekst += f"  {id_}:\n    kommentar: Noe\n" + "".join(
                    f"    {felt}: {verdi}\n" for felt, verdi in melding.items() if verdi
                )
        if tekst:
            filer.append((f"rapporter/{sti}.yaml", tekst))
    tall.shuffle(filer)
    for fil, tekst in filer:
        skriv(rot, fil, tekst)


def fasit(sak: dict[str, Any], levert: dict[str, date | None], dato: date) -> str:
    """How one thing stands on a day, worked out here from the design's words alone."""
    if sak["vedtak"] and sak["avsluttet"] and sak["avsluttet"] <= dato:
        return "bortfalt" if sak["utfall"] == "bortfalt" else "avsluttet"
    for periode in reversed(PERIODER):
        melding = sak[periode[5:]]
        if melding is None:
            continue
        dager = [dag for dag in (levert[f"{periode}/{sak['eier']}"], melding["meldt"]) if dag]
        if dager and min(dager) <= dato:
            if melding["status"] in ("ferdig", "bortfalt", "foreslatt_avsluttet"):
                return str(melding["status"])
            if melding["arsslutt"] == "avsluttes":
                return "avsluttes"
            if melding["framdrift"]:
                return str(melding["framdrift"])
    return "ikke_rapportert"


@given(
    saker, levert, st.dates(date(2023, 1, 1), date(2024, 1, 31)), st.randoms(use_true_random=False)
)
@settings(max_examples=60)
def test_lys_og_antall(
    tmp_path_factory: pytest.TempPathFactory,
    saker: list[dict[str, Any]],
    levert: dict[str, date | None],
    dato: date,
    tall: random.Random,
) -> None:
    rot = tmp_path_factory.mktemp("p")
    skriv_alt(rot, saker, levert, tall)
    innlesing = les_inn(Arbeidstre(rot))
    assert innlesing.treff == ()
    register = innlesing.register
    lys = [(sak, fasit(sak, levert, dato)) for sak in saker]
    lukket = ("ferdig", "avsluttes", "bortfalt", "avsluttet")
    for kode, under in {None: set(ENHETER), "A1": {"A1", "A2"}, "B1": {"B1"}, "A2": {"A2"}}.items():
        egne = [(sak, ett) for sak, ett in lys if sak["eier"] in under]
        oppdrag = Counter(ett for sak, ett in egne if not sak["vedtak"])
        apne = Counter(ett for sak, ett in egne if sak["vedtak"] and ett not in lukket)
        svar = status(register, dato, kode, 2023)
        assert {
            tilstand.value: antall for tilstand, antall in svar.telling.items() if antall
        } == oppdrag
        assert svar.antall == sum(oppdrag.values()) == sum(svar.telling.values())
        assert {
            tilstand.value: antall for tilstand, antall in svar.vedtak.items() if antall
        } == apne
        if kode is None:
            assert sum(enhet.antall for enhet in svar.enheter) == svar.antall
            assert sum(enhet.vedtak for enhet in svar.enheter) == sum(apne.values())
            for tilstand in svar.telling:
                assert (
                    sum(enhet.telling.get(tilstand, 0) for enhet in svar.enheter)
                    == svar.telling[tilstand]
                )
        over = sum(
            ett in ("usikkert", "ikke_i_rute")
            or (
                ett not in (*lukket, "foreslatt_avsluttet")
                and sak["frist"] is not None
                and sak["frist"] < dato
            )
            for sak, ett in egne
        )
        assert len(avvik(register, dato, kode, 2023).avvik) == over
        assert avvik(register, dato, kode, 2023).apne == sum(ett not in lukket for _, ett in egne)
        liste = vedtak(register, dato, Vedtaksutvalg(kode))
        assert Counter(rad.staar.tilstand.value for rad in liste.apne) == apne
        assert liste.lukkede == sum(sak["vedtak"] and ett in lukket for sak, ett in egne)


@given(saker, levert, st.randoms(use_true_random=False))
@settings(max_examples=20)
def test_ingen_rapport_gjelder_foer_den_er_levert(
    tmp_path_factory: pytest.TempPathFactory,
    saker: list[dict[str, Any]],
    levert: dict[str, date | None],
    tall: random.Random,
) -> None:
    """The day before anything was delivered or told, everything is «ikke rapportert», but for what
    an organ has closed.
    """
    rot = tmp_path_factory.mktemp("p")
    skriv_alt(rot, saker, levert, tall)
    forste = min(
        [dag for dag in levert.values() if dag]
        + [m["meldt"] for sak in saker for m in (sak["T1"], sak["T2"]) if m and m["meldt"]],
        default=date(2023, 12, 31),
    )
    svar = status(les_inn(Arbeidstre(rot)).register, forste - timedelta(1), None, 2023)
    assert {tilstand.value for tilstand, antall in svar.telling.items() if antall} <= {
        "ikke_rapportert"
    }
    assert {tilstand.value for tilstand, antall in svar.vedtak.items() if antall} <= {
        "ikke_rapportert"
    }
