"""Figures in the documents, held against a count made here without the code under test; and hostile
data that must change no structure.
"""

import random
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styring.fag.periode import perioden
from styring.fag.tilstand import Tilstand
from styring.lesing.innlesing import les_inn
from styring.prosjekt.tre import Arbeidstre
from styring.register.register import Register
from styring.sporring.rapport.arsrapport import arsrapport
from styring.sporring.rapport.styringskonferanse import styringskonferanse
from styring.sporring.rapport.tertial import tertial
from styring.sporring.rapport.vedtak import Vedtaksvalg, vedtaksrapport
from styring.visning.rapport.dokument import leser
from styring.visning.rapport.maler import markdown
from styring.visning.rapport.stempel import Stempel
from tests.conftest import runder
from tests.dokumenthjelp import tabeller, tall
from tests.test_telling import ENHETER, id_for, levert, saker, skriv_alt

NAVN = {"A1": "A", "B1": "B", "A2": "Under A"}
SLUTT = {"T1": date(2023, 4, 30), "T2": date(2023, 8, 31)}


def i_perioden(sak: dict[str, Any], kode: str, levert: dict[str, date | None], dato: date) -> str:
    """How one thing stands in one period, as the issue says it: what was told in it, or what closed
    it before; else nothing was told.
    """
    if sak["vedtak"] and sak["avsluttet"] and sak["avsluttet"] <= dato:
        return "bortfalt" if sak["utfall"] == "bortfalt" else "avsluttet"
    sagt = None
    for periode in ("T1", "T2")[: 1 if kode == "T1" else 2]:
        melding = sak[periode]
        dag = levert[f"2023-{periode}/{sak['eier']}"]
        fra = min((d for d in (dag, melding["meldt"] if melding else None) if d), default=None)
        if not melding or fra is None or fra > dato:
            continue
        if melding["status"] in ("ferdig", "bortfalt", "foreslatt_avsluttet"):
            ord_ = melding["status"]
        elif melding["arsslutt"] == "avsluttes":
            ord_ = "avsluttes"
        elif melding["framdrift"]:
            ord_ = melding["framdrift"]
        else:
            continue
        if periode == kode or ord_ in ("ferdig", "avsluttes", "bortfalt"):
            sagt = ord_
    return sagt or "ikke_rapportert"


def bygg(
    rot: Path, alle: list[dict[str, Any]], levert: dict[str, date | None], tall_: random.Random
) -> Register:
    skriv_alt(rot, alle, levert, tall_)
    return les_inn(Arbeidstre(rot)).register


def som_markdown(mal: str, svar: Any) -> str:
    return markdown(mal, svar, Stempel(date(2023, 9, 30), "0" * 40, "0", "styring"), lambda _: None)


def tabellen(tekst: str, hjorne: str) -> list[dict[str, str]]:
    """One table by the word in its corner, each row by its headings."""
    for hode, *rader in tabeller(tekst):
        if hode[0] == hjorne:
            return [dict(zip(hode, rad, strict=True)) for rad in rader]
    return []


def ord_for(tilstand: str) -> str:
    ord_ = Tilstand(tilstand).ord
    return ord_[0].upper() + ord_[1:]


def hold_mot(rader: list[dict[str, str]], ventet: dict[str, Counter[str]]) -> None:
    """Every row and the sum of a table of counts is what was counted here."""
    assert {rad[next(iter(rad))] for rad in rader} == (
        {NAVN[enhet] for enhet in ventet} | {"Sum"} if ventet else set()
    )
    for rad in rader:
        navn = next(iter(rad.values()))
        telling = (
            sum(ventet.values(), Counter())
            if navn == "Sum"
            else ventet[next(enhet for enhet in ventet if NAVN[enhet] == navn)]
        )
        assert tall(rad["Antall"]) == telling.total()
        for tilstand, antall in telling.items():
            assert tall(rad[ord_for(tilstand)]) == antall
        assert sum(tall(celle) for celle in list(rad.values())[2:]) == telling.total()


@settings(max_examples=runder(20))
@given(
    alle=saker,
    levert=levert,
    kode=st.sampled_from(["T1", "T2"]),
    dato=st.dates(date(2023, 5, 1), date(2023, 12, 31)),
    frø=st.integers(0, 99),
)
def test_tertialrapportens_tall(
    tmp_path_factory: pytest.TempPathFactory,
    alle: Any,
    levert: Any,
    kode: str,
    dato: date,
    frø: int,
) -> None:
    register = bygg(tmp_path_factory.mktemp("tall"), alle, levert, random.Random(frø))
    periode = perioden(register.rutine, f"2023-{kode}")
    assert periode
    svar = tertial(register, periode, dato)
    tekst = som_markdown("tertial", svar)
    ventet: dict[str, Counter[str]] = {}
    vedtak: dict[str, Counter[str]] = {}
    viktige = 0
    rapportert = 0
    foer = bool(
        [dag for sti, dag in levert.items() if dag and kode == "T2" and sti.startswith("2023-T1")]
    )
    for sak in alle:
        stod = i_perioden(sak, kode, levert, dato)
        forfalt = bool(
            sak["frist"]
            and sak["frist"] < dato
            and stod not in ("ferdig", "avsluttes", "bortfalt", "avsluttet", "foreslatt_avsluttet")
        )
        if sak["vedtak"]:
            if stod == "avsluttet" or (
                stod == "bortfalt" and sak["avsluttet"] and sak["avsluttet"] <= dato
            ):
                kjent = max(
                    (
                        dag
                        for sti, dag in levert.items()
                        if dag and dag <= dato and sti.startswith("2023-T1")
                    ),
                    default=SLUTT["T1"],
                )
                if sak["avsluttet"] <= (kjent if foer else date(2022, 12, 31)):
                    continue
            vedtak.setdefault(sak["eier"], Counter())[stod] += 1
        else:
            ventet.setdefault(sak["eier"], Counter())[stod] += 1
        viktige += stod in ("usikkert", "ikke_i_rute") or forfalt
        rapportert += stod == "ikke_rapportert"
    hold_mot(tabellen(tekst, "Oppdrag 2023"), ventet)
    hold_mot(tabellen(tekst, "Politiske vedtak"), vedtak)
    assert len(svar.viktigst) + svar.flere_viktige == viktige
    assert len(svar.viktigst) == min(7, viktige)
    assert sum(len(mangel.saker) for mangel in svar.mangler) == rapportert
    assert sum(len(saker_) for saker_ in svar.siden.gikk.values()) == sum(
        c.total() for c in (*ventet.values(), *vedtak.values())
    )
    for enhet in svar.enheter:
        assert len(enhet.omtales) + len(enhet.i_rute) + len(enhet.ikke_rapportert) == len(
            enhet.oppdrag
        )


@settings(max_examples=40)
@given(
    alle=saker,
    levert=levert,
    dato=st.dates(date(2023, 4, 30), date(2024, 2, 28)),
    frø=st.integers(0, 99),
)
def test_de_andre_rapportenes_tall(
    tmp_path_factory: pytest.TempPathFactory, alle: Any, levert: Any, dato: date, frø: int
) -> None:
    register = bygg(tmp_path_factory.mktemp("tall"), alle, levert, random.Random(frø))
    vedtak = [sak for sak in alle if sak["vedtak"]]
    svar = vedtaksrapport(register, dato, Vedtaksvalg())
    ferdige = [sak for sak in vedtak if sak["avsluttet"] and sak["avsluttet"] <= dato]
    gjennomfort = sorted(
        (sak["avsluttet"] - date(2023, 1, 1)).days
        for sak in ferdige
        if sak["utfall"] == "gjennomfort"
    )
    assert svar.antall == len(vedtak) == svar.apne_antall + svar.gjennomfort + svar.bortfalt
    assert svar.tidsbruk.antall == len(gjennomfort)
    if gjennomfort:
        assert (svar.tidsbruk.kortest, svar.tidsbruk.lengst) == (gjennomfort[0], gjennomfort[-1])
        midten = gjennomfort[len(gjennomfort) // 2], gjennomfort[(len(gjennomfort) - 1) // 2]
        assert svar.tidsbruk.median == round(sum(midten) / 2)
    for rad in tabellen(som_markdown("vedtak", svar), "Organ"):
        assert tall(rad["Antall"]) == sum(
            tall(rad[navn]) for navn in ("Ikke ferdige", "Gjennomført", "Bortfalt")
        )
    aar = arsrapport(register, 2023, dato)
    oppdrag = [sak for sak in alle if not sak["vedtak"]]
    for navn, hovedtall in aar.tall:
        assert hovedtall.sum.antall == len(oppdrag) == sum(rad.antall for rad in hovedtall.rader), (
            navn
        )
    sist = "T1" if SLUTT["T1"] <= dato < SLUTT["T2"] else "T2"
    siste = Counter(i_perioden(sak, sist, levert, dato) for sak in oppdrag)
    assert {
        tilstand.value: antall for tilstand, antall in aar.tall[-1][1].sum.telling.items() if antall
    } == dict(siste)
    assert sum(len(ganger) for _, ganger in aar.enheter) == len(oppdrag)
    som_markdown("arsrapport", aar)
    assert styringskonferanse(register, dato, 2023).antall == len(oppdrag)


ONDE = (
    "# Overskrift",
    "- punkt",
    "1. punkt",
    "| a | b |",
    "---",
    "===",
    "> sitat",
    "```kode",
    "<script>alert(1)</script>",
    "<!-- skjult -->",
    "[her](javascript:x)",
    "![x](http://e.no/x.png)",
    "www.eksempel.no",
    "https://eksempel.no",
    "a@b.no",
    "**fet**",
    "_skrå_",
    "`kode`",
    "\\",
    "&nbsp;",
    "{{ 7*7 }}",
    "{% for %}",
    "\n\n# Ny",
    "+ pluss",
    "12) tolv",
    "~~strøk~~",
    "<img src=x onerror=y>",
    "| x |\n| --- |\n| y |",
    "    innrykket kode",
    "Tittel\n=====",
    "styring-rapport dato=2020-01-01",
)


def onde_data(rot: Path, ord_: str) -> Register:
    """A small municipality where every text a person writes is the same words."""
    blokk = "|\n" + "\n".join(f"      {linje}" for linje in ord_.split("\n"))
    import json

    linje = json.dumps(" ".join(ord_.split()), ensure_ascii=False)
    skriv_alt(rot, [], {}, random.Random(0))
    filer = {
        "oppdrag/2023/A-01.yaml": (
            f"tittel: {linje}\nansvarlig: A1\ndelansvar: [B1]\nferdig_nar: {linje}\navgrensning:"
            f" {linje}\noppgaver:\n  - {{nr: 1, tittel: {linje}, ansvarlig:"
            f" {linje}}}\nfristendringer:\n  - {{dato: 2023-05-20, til: 2023-12-01, begrunnelse:"
            f" {linje}, godkjent_av: {linje}}}\nfrist: 2023-12-01\n"
        ),
        "oppdrag/2023/A-02.yaml": f"tittel: {linje}\nansvarlig: B1\n",
        "vedtak/2023/KS-001.yaml": (
            f"tittel: {linje}\ntype: vedtak\norgan: KS\nsak: KS 1/23\ndato: 2023-01-01\nansvarlig:"
            f" A1\ntekst: {linje}\nsvares_i: {linje}\ndokumentasjon:\n  - {{tittel: {linje},"
            f" henvisning: {linje}}}\n"
        ),
        "vedtak/2023/KS-002.yaml": (
            f"tittel: {linje}\ntype: vedtak\norgan: KS\nsak: {linje}\ndato: 2023-01-02\nansvarlig:"
            " B1\n"
        ),
        "rapporter/2023-T1/A1.yaml": (
            f"levert: 2023-05-10\nsamlet_vurdering: {blokk}\noppdrag:\n  2023-A-01: {{framdrift:"
            f" i_rute, kommentar: {linje}}}\n"
        ),
        "rapporter/2023-T2/A1.yaml": (
            f"levert: 2023-09-10\nsamlet_vurdering: {blokk}\noppdrag:\n  2023-A-01:\n    framdrift:"
            f" ikke_i_rute\n    kommentar: {linje}\n    forventet_ferdig: 2023-12\n   "
            f" til_kommunedirektoren: {linje}\n    tiltak:\n      - {{tekst: {linje}, ansvarlig:"
            f" {linje}}}\nvedtak:\n  2023-KS-001: {{status: foreslatt_avsluttet, kommentar:"
            f" {linje}}}\n"
        ),
        "rapporter/2023-T2/B1.yaml": (
            "levert: 2023-09-10\nbidrag:\n  2023-A-01: {framdrift: usikkert, kommentar:"
            f" {linje}}}\noppdrag:\n  2023-A-02: {{status: bortfalt, begrunnelse: {linje},"
            f" kommentar: {linje}}}\n"
        ),
        "rapporter/2023-T2/kommunedirektor.yaml": f"samlet_vurdering: {blokk}\n",
        "styringsbrev/2023.yaml": (
            f"aar: 2023\ntittel: {linje}\nhentet_fra: {linje}\ntemaer:\n  - {{tittel: {linje},"
            f" tekst: {linje}}}\n  - {{tittel: {linje}}}\n"
        ),
        "styringsdialog/2023/A1-1.yaml": (
            f"dato: 2023-06-01\ntema: {linje}\navtalt:\n  - {{nr: 1, tekst: {linje}, ansvarlig:"
            f" {linje}}}\n"
        ),
        "maal/m.yaml": (
            f"kode: M\nnr: 1\nnavn: {linje}\nhovedmaal:\n  - kode: M-1\n    tittel: {linje}\n   "
            f" delmaal:\n      - {{kode: M-1.1, tittel: {linje}, ansvar: [A1, B1]}}\n"
        ),
    }
    for fil, tekst in filer.items():
        (rot / "data" / fil).parent.mkdir(parents=True, exist_ok=True)
        (rot / "data" / fil).write_text(tekst, encoding="utf-8")
    lest = les_inn(Arbeidstre(rot))
    assert not lest.register.uleste, lest.treff
    return lest.register


def dokumentene(register: Register) -> dict[str, str]:
    """Every report of a register, as Markdown."""
    from styring.sporring.rapport.styringsbrev import styringsbrev
    from styring.sporring.rapport.styringsdialog import styringsdialog
    from styring.sporring.rapport.virksomhetsplan import virksomhetsplan

    dag = date(2023, 9, 30)
    periode = perioden(register.rutine, "2023-T2")
    assert periode
    svar: dict[str, Any] = {
        "tertial": tertial(register, periode, dag),
        "vedtak": vedtaksrapport(register, dag, Vedtaksvalg()),
        "styringsbrev": styringsbrev(register, dag, 2023),
        "virksomhetsplan": virksomhetsplan(register, dag, "A1", 2023),
        "styringsdialog": styringsdialog(register, dag, "A1", 2023),
        "styringskonferanse": styringskonferanse(register, dag, 2023),
        "arsrapport": arsrapport(register, 2023, dag),
    }
    return {mal: som_markdown(mal, ett) for mal, ett in svar.items()}


def skjelett(tekst: str) -> Counter[str]:
    """How many of each element a document has.

    Running text may be divided into paragraphs, and nothing else.
    """
    tokens = [
        under
        for token in leser().enable("strikethrough").parse(tekst)
        for under in (token, *(token.children or ()))
    ]
    return Counter(
        token.type
        for token in tokens
        if token.nesting >= 0
        and token.type not in ("text", "softbreak", "paragraph_open", "inline")
    )


@pytest.fixture(scope="module")
def fredelig(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Counter[str]]:
    register = onde_data(tmp_path_factory.mktemp("fredelig"), "Vanlige ord")
    return {mal: skjelett(tekst) for mal, tekst in dokumentene(register).items()}


@pytest.mark.parametrize("ondt", ONDE)
def test_data_lager_aldri_oppmerking(
    tmp_path: Path, fredelig: dict[str, Counter[str]], ondt: str
) -> None:
    """Parsed back, a document has the same headings, rows, entries and links whatever people have
    written.
    """
    for mal, tekst in dokumentene(onde_data(tmp_path, ondt)).items():
        assert skjelett(tekst) == fredelig[mal], mal


@settings(max_examples=runder(20))
@given(deler=st.lists(st.sampled_from([*ONDE, " ", "\n", "x", "ø", "1"]), min_size=1, max_size=5))
def test_tilfeldige_onde_ord(
    tmp_path_factory: pytest.TempPathFactory, fredelig: dict[str, Counter[str]], deler: list[str]
) -> None:
    ord_ = "".join(deler).strip()
    if not ord_:
        return
    for mal, tekst in dokumentene(onde_data(tmp_path_factory.mktemp("ond"), ord_)).items():
        assert skjelett(tekst) == fredelig[mal], (mal, ord_)


def test_enhetene_er_de_samme_som_i_tellingen() -> None:
    assert set(NAVN) == set(ENHETER)
    assert id_for(1, {"vedtak": True}) == "2023-KS-001"
