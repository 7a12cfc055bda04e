"""Each demand on an entry, branch by branch: what breaks it, and what lies just inside it."""

from dataclasses import replace
from datetime import date

import pytest

from styring.fag.brudd import Sammenheng
from styring.fag.meldingskrav import KRAV
from styring.modell.rapport import Melding, Tiltak

HELT = Tiltak(tekst="Ekstra møte", ansvarlig="FOS", frist=date(2024, 9, 22))
DAG = date(2024, 9, 12)
GOD = Melding(status="i_gang", framdrift="i_rute", kommentar="Kartleggingen er ferdig i september.")
TUNG = " ".join(
    ["Virksomhetsstyringsinformasjonsgrunnlaget kvalitetssikres kontinuerlig gjennomgående"] * 9
)


def brudd(
    melding: Melding, *, slag: str = "oppdrag", maks: int = 600, **gitt: object
) -> list[tuple[str, str]]:
    """Every breach of every demand: the rule's code, and the field."""
    sammenheng = Sammenheng(melding, slag, maks, **{"dag": DAG, **gitt})  # type: ignore[arg-type]
    return [(krav.kode, ett.felt) for krav in KRAV for ett in krav.sjekk(sammenheng)]


def test_en_god_melding_bryter_ingenting() -> None:
    assert brudd(GOD) == []


AVVIK = replace(GOD, framdrift="ikke_i_rute", forventet_ferdig="2024-11", tiltak=(HELT,))
FERDIG = replace(GOD, status="ferdig", framdrift=None)


@pytest.mark.parametrize(
    ("melding", "gitt", "ventet"),
    [
        # measures where it is off track
        (replace(AVVIK, tiltak=()), {}, [("ST602", "framdrift")]),
        (replace(AVVIK, tiltak=(replace(HELT, frist=None),)), {}, [("ST602", "tiltak")]),
        (replace(AVVIK, tiltak=(replace(HELT, ansvarlig=None),)), {}, [("ST602", "tiltak")]),
        (replace(AVVIK, framdrift="usikkert", tiltak=()), {}, [("ST603", "framdrift")]),
        (AVVIK, {}, []),
        # when it is expected to be done
        (replace(AVVIK, forventet_ferdig=None), {}, [("ST604", "framdrift")]),
        (replace(AVVIK, forventet_ferdig=None), {"lopende": True}, []),
        (replace(AVVIK, forventet_ferdig=None), {"kjent": False}, []),
        (replace(GOD, forventet_ferdig="2024-06-31"), {}, [("ST601", "forventet_ferdig")]),
        (replace(GOD, forventet_ferdig="2024-08"), {}, [("ST605", "forventet_ferdig")]),
        (replace(GOD, forventet_ferdig="2024-09"), {}, []),
        (replace(GOD, forventet_ferdig="2024-08"), {"dag": None}, []),
        (
            replace(GOD, forventet_ferdig="2024-11"),
            {"frist": date(2024, 10, 31)},
            [("ST606", "forventet_ferdig")],
        ),
        (replace(GOD, forventet_ferdig="2024-10"), {"frist": date(2024, 10, 31)}, []),
        (replace(AVVIK, forventet_ferdig="2024-11"), {"frist": date(2024, 10, 31)}, []),
        # what ended, and what is taken up again
        (replace(GOD, status="bortfalt", framdrift=None), {}, [("ST607", "status")]),
        (replace(GOD, status="bortfalt", framdrift=None, begrunnelse="Staten tar over."), {}, []),
        (GOD, {"lukket": True}, [("ST608", "status")]),
        (replace(GOD, begrunnelse="Leverandøren trakk seg."), {"lukket": True}, []),
        (FERDIG, {"lukket": True}, []),
        # what fits what
        (FERDIG, {"slag": "vedtak"}, [("ST613", "status")]),
        (replace(GOD, status="foreslatt_avsluttet", framdrift=None), {"slag": "vedtak"}, []),
        (replace(GOD, status="foreslatt_avsluttet", framdrift=None), {}, [("ST613", "status")]),
        (replace(FERDIG, framdrift="usikkert"), {}, [("ST613", "framdrift")]),
        (replace(FERDIG, framdrift="i_rute"), {}, []),
        (replace(GOD, arsslutt="viderefores"), {}, [("ST613", "arsslutt")]),
        (replace(GOD, arsslutt="viderefores"), {"arsslutt": True}, []),
        (
            replace(GOD, arsslutt="viderefores"),
            {"arsslutt": True, "slag": "bidrag"},
            [("ST613", "arsslutt")],
        ),
        # running work at year end
        (GOD, {"arsslutt": True, "lopende": True}, [("ST614", "")]),
        (replace(GOD, arsslutt="avsluttes"), {"arsslutt": True, "lopende": True}, []),
        (FERDIG, {"arsslutt": True, "lopende": True}, []),
        # whole
        (replace(GOD, kommentar=None), {}, [("ST615", "")]),
        (replace(GOD, framdrift=None), {}, [("ST615", "")]),
        (replace(GOD, status=None), {}, [("ST615", "")]),
        (replace(GOD, status=None), {"slag": "bidrag"}, []),
        # unchanged
        (replace(GOD, ingen_endring=True), {"forrige": GOD}, []),
        (replace(GOD, ingen_endring=True), {}, [("ST616", "ingen_endring")]),
        (replace(GOD, ingen_endring=True), {"kjent": False}, []),
        (replace(GOD, ingen_endring=True), {"forrige": FERDIG}, [("ST616", "ingen_endring")]),
        # the comment
        (replace(GOD, kommentar="x" * 601), {}, [("ST609", "kommentar")]),
        (replace(GOD, kommentar="x" * 600), {}, []),
        (replace(GOD, kommentar="Pågår!"), {}, [("ST610", "kommentar")]),
        (GOD, {"forrige": GOD}, [("ST611", "kommentar")]),
        (replace(GOD, kommentar=f"{GOD.kommentar} Nå."), {"forrige": GOD}, []),
        (replace(GOD, kommentar=TUNG), {"maks": 2000}, [("ST612", "kommentar")]),
        (replace(GOD, kommentar=TUNG[:160]), {}, []),
    ],
)
def test_hvert_krav_gren_for_gren(
    melding: Melding, gitt: dict[str, object], ventet: list[tuple[str, str]]
) -> None:
    assert brudd(melding, **gitt) == ventet  # type: ignore[arg-type]


def test_hvert_krav_er_brutt_i_tabellen() -> None:
    """The table above leaves no code out."""
    tabellen = test_hvert_krav_gren_for_gren.pytestmark[0].args[1]  # type: ignore[attr-defined]
    assert {kode for _, _, ventet in tabellen for kode, _ in ventet} == {krav.kode for krav in KRAV}
