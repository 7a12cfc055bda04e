"""No word that nobody said: what a question or a document tells, held against what the files say, read here without the code under test."""

from collections import Counter
from itertools import product
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from styring.fag.bevegelse import Bevegelse, bevegelse
from styring.fag.melding import tilstand_av
from styring.fag.tilstand import LUKKEDE, Tilstand
from styring.modell.rapport import Framdrift, Melding, Status
from tests.conftest import Kjor
from tests.dokumenthjelp import tabeller, tall
from tests.skjemahjelp import EKSEMPEL


def les(fil: Path) -> Any:
    return yaml.safe_load(fil.read_text(encoding="utf-8")) or {}


def meldt_om_oppdrag(periode: str) -> dict[str, dict[str, Any]]:
    """What the units' own forms of one period say of each oppdrag."""
    skjemaer = [les(fil) for fil in sorted((EKSEMPEL / "data" / "rapporter" / periode).glob("*.yaml"))]
    return {id_: melding for skjema in skjemaer for id_, melding in (skjema.get("oppdrag") or {}).items()}


@pytest.mark.parametrize(
    ("status", "framdrift", "arsslutt"), list(product((*get_args(Status), None), (*get_args(Framdrift), None), ("viderefores", "avsluttes", None)))
)
def test_bare_det_som_ble_meldt_ferdig_er_ferdig(status: Any, framdrift: Any, arsslutt: Any) -> None:
    tilstand = tilstand_av(Melding(status=status, framdrift=framdrift, arsslutt=arsslutt))
    assert (tilstand is Tilstand.FERDIG) == (status == "ferdig")
    assert (tilstand is Tilstand.BORTFALT) == (status == "bortfalt")
    assert (tilstand is Tilstand.FORESLATT_AVSLUTTET) == (status == "foreslatt_avsluttet")
    assert (tilstand is Tilstand.AVSLUTTES) == (arsslutt == "avsluttes" and status not in ("ferdig", "bortfalt", "foreslatt_avsluttet"))
    assert tilstand is not Tilstand.AVSLUTTET, "bare organet avslutter"


def test_hver_overgang_sier_det_som_er_nytt() -> None:
    """What stands otherwise than before is never told as unchanged, and only what is ferdig or ended by its organ as ferdig."""
    for foer, etter in product((*Tilstand, None), Tilstand):
        vei = bevegelse(foer, etter)
        assert (vei is Bevegelse.UENDRET) == (foer is etter), (foer, etter)
        assert (vei is Bevegelse.FERDIG) == (foer is not etter and etter in (Tilstand.FERDIG, Tilstand.AVSLUTTET)), (foer, etter)
        assert (vei is Bevegelse.AVSLUTTES) == (foer is not etter and etter is Tilstand.AVSLUTTES), (foer, etter)
        assert (vei is Bevegelse.BORTFALT) == (foer is not etter and etter is Tilstand.BORTFALT), (foer, etter)


def test_aarets_ferdige_er_dem_skjemaene_sier(kjor: Kjor) -> None:
    """Counted here from every form of the year: ferdig was reported ferdig, and what ends at year end has a column of its own."""
    sist: dict[str, dict[str, Any]] = {}
    for periode in ("2023-T1", "2023-T2", "2023-AR"):
        sist |= meldt_om_oppdrag(periode)
    skjult = {f"2023-{fil.stem}" for fil in (EKSEMPEL / "data" / "oppdrag" / "2023").glob("*.yaml") if les(fil).get("offentlighet", "offentlig") != "offentlig"}
    ferdige = sum(melding.get("status") == "ferdig" for id_, melding in sist.items() if id_ not in skjult)
    avsluttes = sum(melding.get("arsslutt") == "avsluttes" for id_, melding in sist.items() if id_ not in skjult)
    assert (ferdige, avsluttes) == (13, 2)
    md = kjor("rapport", "arsrapport", "--aar", "2023", "--dato", "2024-03-01", "--prosjekt", EKSEMPEL).ut
    hode, *rader = next(tabell for tabell in tabeller(md) if tabell[0][0] == "Periode")
    slutt = dict(zip(hode, rader[-1], strict=True))
    assert (tall(slutt["Ferdig"]), tall(slutt["Avsluttes ved årsskiftet"])) == (ferdige, avsluttes)
    assert all(tall(rad[1]) == sum(map(tall, rad[2:])) for rad in rader)
    tertial = kjor("rapport", "tertial", "2023-AR", "--dato", "2024-03-01", "--prosjekt", EKSEMPEL).ut
    hode, *rader = next(tabell for tabell in tabeller(tertial) if tabell[0][0] == "Oppdrag 2023")
    assert (tall(rader[-1][hode.index("Ferdig")]), tall(rader[-1][hode.index("Avsluttes ved årsskiftet")])) == (ferdige, avsluttes)


def test_det_som_avsluttes_heter_ikke_ferdig_noe_sted(kjor: Kjor) -> None:
    """Asked by every question about the two oppdrag that end at year end."""
    for id_ in [id_ for id_, melding in meldt_om_oppdrag("2023-AR").items() if melding.get("arsslutt") == "avsluttes"]:
        p = ("--dato", "2024-02-15", "--prosjekt", EKSEMPEL)
        assert "avsluttes ved årsskiftet" in kjor("vis", id_, *p).ut
        status = kjor("status", "--aar", "2023", "--sektor", id_[5:8], "--format", "csv", *p).ut
        assert next(linje for linje in status.splitlines() if linje.startswith(id_)).split(";" if ";" in status else ",").count("avsluttes ved årsskiftet") == 1
        videre = kjor("nytt-aar", "2024", "--utkast", *p).ut
        assert "avsluttes ved årsskiftet" in next(linje for linje in videre.splitlines() if id_ in linje)
        assert id_ not in kjor("frister", "--innen", "60d", *p).ut


def test_det_som_avsluttes_er_lukket() -> None:
    assert Counter(tilstand in LUKKEDE for tilstand in Tilstand) == {True: 4, False: 5}
    assert Tilstand.AVSLUTTES in LUKKEDE
