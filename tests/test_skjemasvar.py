"""One row of a form that came back, branch by branch: what was typed, and the entry it gives."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from styring.fag.dekning import avdekk
from styring.fag.periode import Periode
from styring.modell.form import like
from styring.modell.kommune import Enhet
from styring.modell.rapport import Melding, Tiltak
from styring.register.meldingene import Sak
from styring.register.register import Meldt
from styring.register.skjema import Skjema, Skjemarad
from styring.sporring.rapportering.skjemasvar import Ugyldig, les_svar

FRIST = date(2024, 12, 31)
GAMMEL = Tiltak(tekst="Ekstra møte", ansvarlig="FOS", frist=date(2024, 9, 22))
ANDRE = Tiltak(tekst="Ny gjennomgang", ansvarlig="OUS", frist=date(2024, 10, 1))
STOD = Melding(
    status="i_gang", framdrift="i_rute", kommentar="Som før.", tiltak=(GAMMEL, ANDRE), frist=FRIST
)
ENHETER = {
    "FOS": Enhet(navn="Folkehelse og samfunn", type="sektor"),
    "OUS": Enhet(navn="Oppvekst", type="sektor"),
}


def rad(
    stod: Melding | None = STOD, slag: str = "oppdrag", forrige: Melding | None = None
) -> Skjemarad:
    sak = Sak(slag, "2024-OUS-01", "OUS", "Kartlegging", FRIST, "offentlig")
    dag = date(2023, 9, 15)
    sagt = Meldt("2024-OUS-01", slag, "2023-T2", "OUS", forrige, dag, "f") if forrige else None
    return Skjemarad(sak, sagt, stod, None, lopende=False)


def svar(celler: dict[str, Any], raden: Skjemarad | None = None) -> Melding:
    periode = Periode("2024-T1", 2024, "T1", "1. tertial 2024", date(2024, 4, 30))
    skjema = Skjema(periode, "OUS", "Oppvekst", None, None, 600, None, True, None, ())
    return les_svar(celler, raden or rad(), skjema, ENHETER)


def grunnene(celler: dict[str, Any], raden: Skjemarad | None = None) -> list[str]:
    with pytest.raises(Ugyldig) as feil:
        svar(celler, raden)
    return list(map(avdekk, feil.value.grunner))


@pytest.mark.parametrize(
    ("celler", "ventet"),
    [
        # nothing typed: what stands, stands
        ({}, STOD),
        # words of the drop-downs, as words, as codes, in any case
        ({"status": "på vent"}, replace(STOD, status="pa_vent")),
        ({"status": "pa_vent"}, replace(STOD, status="pa_vent")),
        ({"status": "PÅ VENT"}, replace(STOD, status="pa_vent")),
        ({"status": ""}, replace(STOD, status=None)),
        ({"framdrift": "ikke i rute"}, replace(STOD, framdrift="ikke_i_rute")),
        ({"arsslutt": "videreføres"}, replace(STOD, arsslutt="viderefores")),
        # texts
        ({"kommentar": "Nytt."}, replace(STOD, kommentar="Nytt.")),
        ({"kommentar": ""}, replace(STOD, kommentar=None)),
        ({"begrunnelse": "Vedtatt."}, replace(STOD, begrunnelse="Vedtatt.")),
        ({"til_kommunedirektoren": "Hjelp."}, replace(STOD, til_kommunedirektoren="Hjelp.")),
        # when it is expected to be done: a date of Excel, a word, nothing
        ({"forventet_ferdig": date(2024, 11, 15)}, replace(STOD, forventet_ferdig="2024-11-15")),
        ({"forventet_ferdig": "november"}, replace(STOD, forventet_ferdig="2024-11")),
        ({"forventet_ferdig": "3. kvartal"}, replace(STOD, forventet_ferdig="2024-K3")),
        ({"forventet_ferdig": ""}, replace(STOD, forventet_ferdig=None)),
        # the first measure; the others stay
        (
            {"tiltak": "Nytt tiltak"},
            replace(STOD, tiltak=(replace(GAMMEL, tekst="Nytt tiltak"), ANDRE)),
        ),
        (
            {"tiltak_ansvarlig": "oppvekst"},
            replace(STOD, tiltak=(replace(GAMMEL, ansvarlig="OUS"), ANDRE)),
        ),
        (
            {"tiltak_ansvarlig": "rådgiver"},
            replace(STOD, tiltak=(replace(GAMMEL, ansvarlig="rådgiver"), ANDRE)),
        ),
        (
            {"tiltak_frist": "22.11.2024"},
            replace(STOD, tiltak=(replace(GAMMEL, frist=date(2024, 11, 22)), ANDRE)),
        ),
        (
            {"tiltak_frist": "november 2024"},
            replace(STOD, tiltak=(replace(GAMMEL, frist=date(2024, 11, 30)), ANDRE)),
        ),
        (
            {"tiltak": "", "tiltak_ansvarlig": "", "tiltak_frist": ""},
            replace(STOD, tiltak=(ANDRE,)),
        ),
    ],
)
def test_det_som_ble_skrevet_legges_oppaa_det_som_stod(
    celler: dict[str, Any], ventet: Melding
) -> None:
    assert like(svar(celler), ventet)


def test_et_svar_paa_en_tom_rad_faar_fristen_da_skjemaet_ble_laget() -> None:
    assert svar({"status": "i gang"}, rad(None)).frist == FRIST


def test_et_bidrag_har_ingen_egen_frist() -> None:
    assert svar({"status": "i gang"}, rad(None, slag="bidrag")).frist is None


def test_ingen_endring_henter_ordene_fra_sist_og_lar_resten_staa() -> None:
    sist = replace(STOD, status="pa_vent", kommentar="Sist.", begrunnelse="Bare den gang.")
    svart = svar(
        {"status": "Ingen endring siden sist, bekreftet"},
        rad(replace(STOD, tiltak=()), "oppdrag", sist),
    )
    assert (svart.ingen_endring, svart.status, svart.kommentar) == (True, "pa_vent", "Sist.")
    assert svart.begrunnelse is None
    assert [ett.tekst for ett in svart.tiltak] == ["Ekstra møte", "Ny gjennomgang"]


def test_et_nytt_ord_etter_ingen_endring_er_en_endring() -> None:
    assert svar({"status": "i gang"}, rad(replace(STOD, ingen_endring=True))).ingen_endring is False


def test_et_vedtak_har_andre_ord_enn_et_oppdrag() -> None:
    assert svar({"status": "foreslås avsluttet"}, rad(slag="vedtak")).status == (
        "foreslatt_avsluttet"
    )
    [grunn] = grunnene({"status": "foreslås avsluttet"})
    assert "er ikke et av valgene under «Status»" in grunn
    [grunn] = grunnene({"status": "ferdig"}, rad(slag="vedtak"))
    assert "*ferdig*" in grunn


@pytest.mark.parametrize(
    ("celler", "ventet"),
    [
        ({"status": "igang"}, "mente du *i gang*?"),
        ({"framdrift": "xyz"}, "velg *i rute*, *usikkert* eller *ikke i rute*"),
        ({"forventet_ferdig": "snart"}, "kan ikke leses som en tid"),
        ({"tiltak_frist": "snart"}, "er ikke en dato"),
        ({"tiltak": ""}, "men ikke hva som gjøres"),
        ({"tiltak_ansvarlig": "XYZ"}, "er ikke én enhet; skriv en av FOS og OUS"),
        ({"tiltak_ansvarlig": "FOS og OUS"}, "er ikke én enhet"),
        ({"kommentar": "Gjelder 01010112377."}, "står det et fødselsnummer"),
        ({"kommentar": "x" * 10_001}, "den kan være på 10 000"),
        ({"status": "ingen endring siden sist, bekreftet"}, "men saken er ikke meldt før"),
    ],
)
def test_det_som_ikke_kan_forstaas_sies_med_kolonnen(celler: dict[str, Any], ventet: str) -> None:
    [grunn] = grunnene(celler)
    assert ventet in grunn.replace("\u00a0", " ")


def test_det_som_er_meldt_foer_kan_bekreftes_og_det_sies() -> None:
    """The list in the cell has the confirmation, and so has the reason."""
    [grunn] = grunnene({"status": "xyz"}, rad(STOD, forrige=STOD))
    assert "eller *ingen endring siden sist, bekreftet*" in grunn
    [grunn] = grunnene({"status": "xyz"})
    assert "ingen endring" not in grunn


@pytest.mark.parametrize(
    "skrevet", ["ingen endring", "Inga endring siden sist, bekreftet", "uendra"]
)
def test_det_som_likner_ingen_endring_bekreftes_med_ordene(skrevet: str) -> None:
    [grunn] = grunnene({"status": skrevet}, rad(STOD, forrige=STOD))
    assert grunn.endswith("mente du *ingen endring siden sist, bekreftet*?")


def test_alt_som_er_galt_i_en_rad_sies_paa_en_gang() -> None:
    assert len(grunnene({"status": "xyz", "framdrift": "xyz", "forventet_ferdig": "xyz"})) == 3
