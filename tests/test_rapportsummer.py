"""Sums over units, statuses and periods in every document, on random trees with all that a
municipality may have: held against a count made here.
"""

import random
from collections import Counter
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styring.fag.periode import perioden
from styring.lesing.innlesing import les_inn
from styring.modell.form import Leser
from styring.prosjekt.tre import Arbeidstre
from styring.register.avtrykk import avtrykk_av
from styring.register.leser import for_leser
from styring.register.register import Register
from styring.sporring.rapport.arsrapport import arsrapport
from styring.sporring.rapport.styringsdialog import styringsdialog
from styring.sporring.rapport.styringskonferanse import styringskonferanse
from styring.sporring.rapport.tertial import tertial
from styring.sporring.rapport.vedtak import Vedtaksvalg, vedtaksrapport
from styring.sporring.rapport.virksomhetsplan import virksomhetsplan
from tests.conftest import runder, skriv
from tests.dokumenthjelp import tabeller, tall
from tests.test_rapporttall import som_markdown
from tests.test_telling import KOMMUNE

ENHETER = ("A1", "B1", "A2")
NAVN = {"A1": "A", "B1": "B", "A2": "Under A"}
I_PERIODEN = date(2023, 9, 30)
FRAMDRIFT = ("i_rute", "usikkert", "ikke_i_rute")
ENDRET = (
    "[{dato: 2023-06-01, fra: 2023-05-01, til: 2023-11-01, begrunnelse: Forsinket., godkjent_av:"
    " KS}]"
)


class Tre(NamedTuple):
    """What was written, for counting: the owner of each thing by its key, and who contributes to
    what.
    """

    oppdrag: dict[str, str]
    fjoraarets: int
    vedtak: dict[str, str]
    hemmelige: set[str]
    bidrag: set[tuple[str, str]]
    flyttet: int


def bygg(rot: Path, slump: random.Random) -> Tre:
    """Write a random tree: oppdrag carried over, contributions, vedtak with punkter, a budsjettsak,
    moved deadlines, exempt records.
    """
    skriv(rot, "kommune.yaml", KOMMUNE)
    tre = Tre({}, slump.randint(0, 2), {}, set(), set(), 0)
    for nr in range(tre.fjoraarets):
        skriv(
            rot,
            f"oppdrag/2022/X-{nr:03}.yaml",
            f"tittel: Gammelt {nr}\nansvarlig: A1\nfrist: 2022-12-31\n",
        )
    flyttet = sum(_oppdrag(rot, slump, tre, nr) for nr in range(slump.randint(0, 5)))
    flyttet += sum(_vedtak(rot, slump, tre, nr) for nr in range(slump.randint(0, 3)))
    if slump.random() < 0.5:
        skriv(
            rot,
            "vedtak/2023/KS-900.yaml",
            "tittel: Budsjett\ntype: budsjettsak\norgan: KS\nsak: KS 900/23\ndato:"
            " 2023-01-01\nansvarlig: A1\n",
        )
        for nr in range(slump.randint(1, 3)):
            eier = tre.vedtak[f"2023-KS-900-V{nr}"] = slump.choice(ENHETER)
            tekst = (
                f"tittel: Ord {nr}\ntype: verbalvedtak\norgan: KS\nsak: KS 900/23\ndato:"
                f" 2023-01-01\nansvarlig: {eier}\nforelder: 2023-KS-900\npunkt: {nr + 1}\n"
            )
            skriv(rot, f"vedtak/2023/KS-900-V{nr}.yaml", tekst)
    _skjemaer(rot, slump, tre)
    return tre._replace(flyttet=flyttet)


def _skjult(slump: random.Random, tre: Tre, id_: str) -> str:
    if slump.random() > 0.2:
        return ""
    tre.hemmelige.add(id_)
    return "offentlighet: unntatt\nunntakshjemmel: offl. § 13\n"


def _oppdrag(rot: Path, slump: random.Random, tre: Tre, nr: int) -> int:
    id_, eier, flyttes = f"2023-X-{nr:03}", slump.choice(ENHETER), slump.random() < 0.4
    tre.oppdrag[id_] = eier
    bidrar = slump.sample([enhet for enhet in ENHETER if enhet != eier], slump.randint(0, 2))
    tekst = (
        f"tittel: O{nr}\nansvarlig: {eier}\nfrist: 2023-11-01\ndelansvar: [{', '.join(bidrar)}]\n"
        + _skjult(slump, tre, id_)
    )
    tekst += f"fristendringer: {ENDRET}\n" if flyttes else ""
    tekst += f"viderefort_fra: 2022-X-{nr:03}\n" if nr < tre.fjoraarets else ""
    skriv(rot, f"oppdrag/2023/X-{nr:03}.yaml", tekst.replace("delansvar: []\n", ""))
    tre.bidrag.update((id_, enhet) for enhet in bidrar)
    return flyttes and id_ not in tre.hemmelige


def _vedtak(rot: Path, slump: random.Random, tre: Tre, nr: int) -> int:
    id_, eier, flyttes = f"2023-KS-{nr:03}", slump.choice(ENHETER), slump.random() < 0.4
    ende = "avsluttet: {{dato: {0}, organ: KS, sak: KS 1/23, utfall: gjennomfort}}"
    tekst = (
        f"tittel: V{nr}\ntype: vedtak\norgan: KS\nsak: KS {nr + 1}/23\ndato: 2023-01-01\nansvarlig:"
        f" {eier}\nfrist: 2023-11-01\n" + _skjult(slump, tre, id_)
    )
    tekst += f"fristendringer: {ENDRET}\n" if flyttes else ""
    tekst += ende.format("2023-07-01") + "\n" if slump.random() < 0.2 else ""
    egne = [slump.choice([None, *ENHETER]) for _ in range(slump.randint(0, 3))]
    tekst += "punkter:\n" if egne else ""
    for punkt, sin in enumerate(egne, 1):
        deler = [
            f"nr: {punkt}",
            f"tekst: P{punkt}",
            *([f"ansvarlig: {sin}"] if sin else []),
            *([ende.format("2023-03-01")] if slump.random() < 0.3 else []),
        ]
        tekst += f"  - {{{', '.join(deler)}}}\n"
        if sin:
            tre.vedtak[f"{id_}/{punkt}"] = sin
    if not (egne and all(egne)):
        tre.vedtak[id_] = eier
    skriv(rot, f"vedtak/2023/KS-{nr:03}.yaml", tekst)
    return flyttes and id_ not in tre.hemmelige


def _skjemaer(rot: Path, slump: random.Random, tre: Tre) -> None:
    for periode, levert in (("2023-T1", "2023-05-10"), ("2023-T2", "2023-09-10")):
        for enhet in ENHETER:
            saker = {
                "oppdrag": [i for i, eier in tre.oppdrag.items() if eier == enhet],
                "vedtak": [i for i, eier in tre.vedtak.items() if eier == enhet],
            }
            saker["bidrag"] = [i for i, bidrar in sorted(tre.bidrag) if bidrar == enhet]
            tekst = f"levert: {levert}\n" if slump.random() < 0.8 else ""
            for slag, id_er in saker.items():
                valgte = [id_ for id_ in id_er if slump.random() < 0.7]
                tekst += f"{slag}:\n" if valgte else ""
                ord_ = ["status: ferdig", *(f"framdrift: {ett}" for ett in FRAMDRIFT)]
                tekst += "".join(
                    f"  {id_}: {{kommentar: Noe, {slump.choice(ord_)}}}\n" for id_ in valgte
                )
            skriv(
                rot, f"rapporter/{periode}/{enhet}.yaml", tekst or "samlet_vurdering: Ingenting.\n"
            )


def les(rot: Path) -> Register:
    """Read the tree, with both periods approved."""
    for periode, dag in (("2023-T1", "2023-05-20"), ("2023-T2", "2023-09-20")):
        innhold = avtrykk_av(les_inn(Arbeidstre(rot)).register, periode)
        skriv(
            rot,
            f"rapporter/{periode}/kommunedirektor.yaml",
            f"godkjent: {{dato: {dag}, av: kommunedirektør, innhold: {innhold}}}\nutsendt: {dag}\n",
        )
    return les_inn(Arbeidstre(rot)).register


def summer(markdown: str) -> None:
    """In each table of counts, every row and the sum over the rows add up."""
    for hode, *rader in tabeller(markdown):
        if len(hode) > 1 and hode[1] == "Antall" and hode[0] != "Periode":
            *enheter, sum_ = [[tall(celle) for celle in rad[1:]] for rad in rader]
            assert sum_ == [sum(kolonne) for kolonne in zip(*enheter, strict=True)]
            if hode[2] != "Ikke ferdige":
                assert all(rad[0] == sum(rad[1:]) for rad in (*enheter, sum_))


@settings(max_examples=runder(20))
@given(
    frø=st.integers(0, 10**9),
    leser=st.sampled_from(list(Leser)),
    kode=st.sampled_from(["T1", "T2"]),
)
def test_summene_stemmer_i_hvert_dokument(
    tmp_path_factory: pytest.TempPathFactory, frø: int, leser: Leser, kode: str
) -> None:
    rot = tmp_path_factory.mktemp("tre")
    tre = bygg(rot, random.Random(frø))
    register = for_leser(les(rot), leser)
    skjult = tre.hemmelige if leser is not Leser.LEDELSE else set()
    oppdrag = Counter(NAVN[eier] for id_, eier in tre.oppdrag.items() if id_ not in skjult)
    vedtak = Counter(
        NAVN[eier] for id_, eier in tre.vedtak.items() if id_.partition("/")[0] not in skjult
    )
    assert register.utelatt == len(skjult)

    periode = perioden(register.rutine, f"2023-{kode}")
    assert periode
    svar = tertial(register, periode, I_PERIODEN)
    summer(som_markdown("tertial", svar))
    assert {rad.enhet: rad.antall for rad in svar.hovedtall.rader} == oppdrag
    for en in svar.enheter:
        assert (
            len(en.oppdrag)
            == oppdrag[en.navn]
            == len(en.omtales) + len(en.i_rute) + len(en.ikke_rapportert)
            == sum(en.telling.values())
        )
    assert (
        sum(map(len, svar.siden.gikk.values()))
        == svar.hovedtall.sum.antall + svar.vedtakstall.sum.antall
    )
    nevnt = Counter(bidrag for mangel in svar.mangler for bidrag in mangel.bidrag)
    assert nevnt.total() <= sum(id_ not in skjult for id_, _ in tre.bidrag)

    alle = vedtaksrapport(register, I_PERIODEN, Vedtaksvalg())
    summer(som_markdown("vedtak", alle))
    assert alle.antall == vedtak.total() == alle.apne_antall + alle.gjennomfort + alle.bortfalt

    aar = arsrapport(register, 2023, I_PERIODEN)
    summer(som_markdown("arsrapport", aar))
    assert all(hovedtall.sum.antall == oppdrag.total() for _, hovedtall in aar.tall)
    assert sum(len(ganger) for _, ganger in aar.enheter) == oppdrag.total()
    assert len(aar.flyttet) == sum(
        post.verdi.fristendringer != () for post in register.ansvarsposter()
    )
    assert aar.vedtak.gjort == vedtak.total()

    felles = styringskonferanse(register, I_PERIODEN, 2023)
    summer(som_markdown("styringskonferanse", felles))
    assert (felles.antall, felles.delte) == (
        oppdrag.total(),
        len({id_ for id_, _ in tre.bidrag if id_ not in skjult}),
    )

    for enhet in ENHETER:
        under = {"A1", "A2"} if enhet == "A1" else {enhet}
        egne = sum(oppdrag[NAVN[kode]] for kode in under)
        assert styringsdialog(register, I_PERIODEN, enhet, 2023).antall == egne
        plan = virksomhetsplan(register, I_PERIODEN, enhet, 2023)
        assert som_markdown("virksomhetsplan", plan).count("\n### ") >= egne
