"""The documents, whole: as a controller reads them, and what must hold of every one."""

import itertools
import re
from pathlib import Path

import pytest

from tests.conftest import ROT, Kjor
from tests.dokumenthjelp import tabeller, tall
from tests.kanari import godkjenn
from tests.skjemahjelp import EKSEMPEL
from tests.test_sporsmal import sammenlign

DAG = ("--dato", "2024-09-26")
FASITER: dict[str, tuple[Path, tuple[str, ...]]] = {
    "tertial-2023-T1": (EKSEMPEL, ("tertial", "2023-T1")),
    "tertial-2023-T2": (EKSEMPEL, ("tertial", "2023-T2")),
    "tertial-2024-T1": (EKSEMPEL, ("tertial", "2024-T1")),
    "tertial-2024-T2-ledelse": (EKSEMPEL, ("tertial", "2024-T2", "--for", "ledelse")),
    "tertial-2024-T2-utkast": (
        EKSEMPEL,
        ("tertial", "2024-T2", "--for", "intern", "--dato", "2024-09-11"),
    ),
    "tertial-2024-T2-avvik": (EKSEMPEL, ("tertial", "2024-T2", "--bare-avvik")),
    "tertial-2024-T2-kort": (EKSEMPEL, ("tertial", "2024-T2", "--kort")),
    "tertial-2024-T2-TEK": (EKSEMPEL, ("tertial", "2024-T2", "--sektor", "TEK")),
    "tertial-brevet": (ROT, ("tertial", "2023-T1", "--for", "intern", "--dato", "2023-05-20")),
    "vedtak": (EKSEMPEL, ("vedtak", *DAG)),
    "vedtak-apne": (EKSEMPEL, ("vedtak", "--apne", "--dato", "2023-10-18")),
    "vedtak-ingen": (EKSEMPEL, ("vedtak", "--fra", "2025-01-01", *DAG)),
    "vedtak-organ": (
        EKSEMPEL,
        (
            "vedtak",
            "--organ",
            "ks",
            "--fra",
            "2022-01-01",
            "--til",
            "2022-12-31",
            "--type",
            "vedtak",
            *DAG,
        ),
    ),
    "styringsbrev-2023": (EKSEMPEL, ("styringsbrev", "--aar", "2023", *DAG)),
    "styringsbrev-brevet": (ROT, ("styringsbrev", "--aar", "2023", "--dato", "2023-01-31")),
    "virksomhetsplan-FOS": (
        EKSEMPEL,
        ("virksomhetsplan", "--sektor", "FOS", "--aar", "2023", *DAG),
    ),
    "virksomhetsplan-brevet": (ROT, ("virksomhetsplan", "--sektor", "OUS", "--dato", "2023-01-31")),
    "styringsdialog-FOS": (EKSEMPEL, ("styringsdialog", "--sektor", "FOS", *DAG)),
    "styringsdialog-brevet": (ROT, ("styringsdialog", "--sektor", "KUL", "--dato", "2023-06-01")),
    "tilstand": (EKSEMPEL, ("tilstand", *DAG)),
    "tilstand-brevet": (ROT, ("tilstand", "--dato", "2023-06-01")),
    "styringskonferanse": (EKSEMPEL, ("styringskonferanse", *DAG)),
    "styringskonferanse-brevet": (ROT, ("styringskonferanse", "--dato", "2023-06-01")),
    "arsrapport-2023": (EKSEMPEL, ("arsrapport", "--aar", "2023")),
    "arsrapport-2024-utkast": (EKSEMPEL, ("arsrapport", "--aar", "2024", "--for", "ledelse", *DAG)),
}
_TRE = re.compile(r"[0-9a-f]{40}")
_SUM = re.compile(r"sum=[0-9a-f]{16}")


def rapport(kjor: Kjor, navn: str) -> str:
    """The Markdown of one report; the tree id is left out, since it changes with every letter of
    the example.
    """
    prosjekt, ord_ = FASITER[navn]
    return _SUM.sub(
        "sum=SUM", _TRE.sub("TRE-ID", kjor("rapport", *ord_, "--prosjekt", prosjekt).ut)
    )


@pytest.mark.parametrize("navn", FASITER)
def test_som_en_controller_leser_den(kjor: Kjor, request: pytest.FixtureRequest, navn: str) -> None:
    sammenlign(f"rapport-{navn}.md", rapport(kjor, navn), request)


@pytest.mark.parametrize("navn", FASITER)
def test_ingenting_som_ikke_hoerer_hjemme(kjor: Kjor, navn: str) -> None:
    """No gap said as None, no id or code of a unit, no heading without text under it, no cell that
    is too long.
    """
    alt = rapport(kjor, navn)
    tekst = re.split("Rapporten sier hvordan|Rapporten er laget av det som ble godkjent", alt)[0]
    for ord_ in ("None", "True", "False", "[]", "()", "datetime", "{{", "{%"):
        assert ord_ not in tekst, ord_
    assert not re.search(r"\bnan\b", tekst, re.IGNORECASE)
    assert not re.search(r"\b20\d\d-[A-Z]{2,}", tekst)
    assert not re.search(r"\b(FOS|HOM|KUL|TEK|ORG|OKO|BVT|SKO|HJE|VAR|OUS|STYV|SOS)\b", tekst)
    linjer = [linje for linje in tekst.split("\n") if linje]
    for denne, neste in itertools.pairwise(linjer):
        if denne.startswith("#") and neste.startswith("#"):
            assert len(neste.split()[0]) > len(denne.split()[0]), f"tom overskrift: {denne}"
    assert all(len(celle) <= 300 for tabell in tabeller(tekst) for rad in tabell for celle in rad)
    assert all(len({len(rad) for rad in tabell}) == 1 for tabell in tabeller(tekst))
    assert not re.search(
        r" {2,}\S|\.\.(?!\.)| [.,;:](?:\s|$)|:\.|\(\)",
        re.sub(r"^ +", "", tekst, flags=re.MULTILINE),
    ), "skrivefeil"
    assert len(re.findall(r"^# ", alt, re.MULTILINE)) == 1


@pytest.mark.parametrize("navn", FASITER)
def test_summene_gaar_opp(kjor: Kjor, navn: str) -> None:
    """In every table with a sum: the rows add up to it, column by column, and the states to the
    count, row by row.
    """
    for hode, *rader in tabeller(rapport(kjor, navn)):
        if rader and rader[-1][0] == "Sum":
            *deler, summer = rader
            for nr in range(1, len(hode) - (hode[-1] == "Eldste ord")):
                assert sum(tall(rad[nr]) for rad in deler) == tall(summer[nr]), hode[nr]
        if hode[1] == "Antall":
            for rad in rader:
                assert sum(tall(celle) for celle in rad[2:]) == tall(rad[1]), rad


def test_offentlig_bare_det_som_er_godkjent(kjor: Kjor) -> None:
    svar = kjor(
        "rapport", "tertial", "2024-T2", "--dato", "2024-09-11", "--prosjekt", EKSEMPEL, ventet=2
    )
    assert svar.feil.startswith("styring: 2. tertial 2024 ble først godkjent 24. september 2024.")
    assert svar.ut == ""
    assert (
        "er ikke godkjent slik den står"
        in kjor("rapport", "tertial", "2024-AR", "--prosjekt", EKSEMPEL, ventet=2).feil
    )
    assert (
        "ikke godkjent"
        in kjor(
            "rapport", "arsrapport", "--aar", "2024", *DAG, "--prosjekt", EKSEMPEL, ventet=2
        ).feil
    )


def test_uten_dato_er_rapporten_den_samme_naar_som_helst(kjor: Kjor) -> None:
    uten = kjor("rapport", "tertial", "2023-T2", "--prosjekt", EKSEMPEL).ut
    assert (
        uten
        == kjor("rapport", "tertial", "2023-T2", "--dato", "2023-09-25", "--prosjekt", EKSEMPEL).ut
    )
    assert "per 2. tertial 2023" in uten


def test_stillhet_er_aldri_groenn(kjor: Kjor) -> None:
    """In May somebody said green; in September nobody had said anything yet.

    The report must not call that green.
    """
    svar = kjor(
        "rapport",
        "tertial",
        "2024-T2",
        "--for",
        "intern",
        "--dato",
        "2024-08-25",
        "--prosjekt",
        EKSEMPEL,
    ).ut
    (_, *_, summer), *_ = (tabell for tabell in tabeller(svar) if tabell[0][0] == "Oppdrag 2024")
    hode = next(tabell[0] for tabell in tabeller(svar) if tabell[0][0] == "Oppdrag 2024")
    etter = dict(zip(hode, summer, strict=True))
    assert etter["I rute"] == etter["Usikkert"] == etter["Ikke i rute"] == "0"
    assert tall(etter["Ikke rapportert"]) + tall(etter["Ferdig"]) == tall(etter["Antall"])
    assert "har ikke levert skjemaet" in svar


@pytest.mark.parametrize(
    ("ord_", "melding"),
    [
        (("tertial", "2023-T9"), "ikke en kjent periode"),
        (("tertial", "2023-T1", "--kort", "--bare-avvik"), "kan ikke brukes sammen"),
        (("tertial", "2023-T1", "--for", "alle"), "kan ikke brukes med --for"),
        (("tertial", "2023-T1", "--format", "odt"), "kan ikke brukes med --format"),
        (("tertial", "2023-T1", "--sektor", "FSO"), "Mente du FOS?"),
        (("vedtak", "--organ", "XX"), "ikke et kjent organ"),
        (("vedtak", "--fra", "i fjor"), "kan ikke brukes med --fra"),
        (("vedtak", "--fra", "2024-12-01", "--til", "2024-01-01"), "Bytt dem om"),
        (
            ("styringsbrev", "--aar", "2019"),
            "noe styringsbrev for 2019. Det finnes for 2023 og 2024.",
        ),
        (("virksomhetsplan",), "--sektor"),
        ((), "skriv hva"),
    ],
)
def test_galt_bruk_gir_raad(kjor: Kjor, ord_: tuple[str, ...], melding: str) -> None:
    svar = kjor("rapport", *ord_, *(("--prosjekt", EKSEMPEL) if ord_ else ()), ventet=2)
    assert melding in svar.feil
    assert svar.feil.count("\n") == 1
    assert svar.ut == ""


def test_et_roedt_bidrag_vises_selv_om_eieren_er_groenn(kjor: Kjor) -> None:
    """The culture unit says its part is off track; the owner says all is well.

    The kommunestyre sees both.
    """
    alt = kjor("rapport", "tertial", "2024-T2", "--for", "offentlig", "--prosjekt", EKSEMPEL).ut
    assert (
        "- Kultur og frivillighet bidrar, og melder ikke i rute: Den felles aktivitetskalenderen er"
        " ikke laget" in alt
    )
    enhet = kjor("rapport", "tertial", "2024-T2", "--sektor", "KUL", "--prosjekt", EKSEMPEL).ut
    assert (
        "Enheten melder også at bidraget til andres oppdrag er usikkert eller ikke i rute: Følge"
        " opp planen for forebygging (ikke i rute)." in enhet
    )
    dialog = kjor("rapport", "styringsdialog", "--sektor", "KUL", *DAG, "--prosjekt", EKSEMPEL).ut
    assert (
        "- **Bidrag til Forebygging, oppvekst og skole:** Følge opp planen for forebygging."
        " ■\u00a0ikke i rute." in dialog
    )


def test_ord_som_ble_skrevet_senere_staar_ikke_i_utkastet(kjor: Kjor) -> None:
    utkast = kjor(
        "rapport",
        "tertial",
        "2024-T2",
        "--for",
        "intern",
        "--dato",
        "2024-08-25",
        "--prosjekt",
        EKSEMPEL,
    ).ut
    assert "Fastlegesituasjonen krever en avklaring" not in utkast
    assert "Kommunedirektøren har ikke skrevet en samlet vurdering." in utkast


def test_en_frist_flyttet_i_stillhet_vises(kjor: Kjor, tmp_path: Path) -> None:
    """The deadline in the record is not the one in the approved form, and no change explains it:
    both are shown.
    """
    import shutil

    shutil.copytree(EKSEMPEL, tmp_path / "p")
    fil = tmp_path / "p" / "data" / "oppdrag" / "2024" / "HOM-02.yaml"
    fil.write_text(
        fil.read_text(encoding="utf-8").replace("frist: 2024-12-01", "frist: 2025-06-30"),
        encoding="utf-8",
    )
    # else the report would be as it was approved
    (tmp_path / "p" / "data" / "rapporter" / "2024-T2" / "grunnlag.yaml").unlink()
    godkjenn(tmp_path / "p")
    ut = kjor("rapport", "tertial", "2024-T2", "--prosjekt", tmp_path / "p").ut
    assert "30.06.2025 (skjemaet sier 01.12.2024)" in ut


def test_virksomheter_ser_det_de_har(kjor: Kjor) -> None:
    plan = kjor("rapport", "virksomhetsplan", "--sektor", "SKO", *DAG, "--prosjekt", EKSEMPEL).ut
    assert (
        "| Bedre skoleresultatene i regning på mellomtrinnet | Forebygging, oppvekst og skole |"
        " ikke oppgitt |" in plan
    )
    assert (
        "| Felles opplæring for skole og helse | Følge opp planen for forebygging | 15.11.2024 |"
        in plan
    )
    dialog = kjor("rapport", "styringsdialog", "--sektor", "BVT", *DAG, "--prosjekt", EKSEMPEL).ut
    assert (
        "- **Få flere fosterhjem i egen kommune** (Forebygging, oppvekst og skole): ●\u00a0i rute."
        in dialog
    )


def test_det_som_ikke_kunne_leses_sies_foerst(kjor: Kjor, tmp_path: Path) -> None:
    import shutil

    shutil.copytree(EKSEMPEL, tmp_path / "p")
    (tmp_path / "p" / "data" / "oppdrag" / "2023" / "TEK-01.yaml").write_text(
        "tittel: [", encoding="utf-8"
    )
    svar = kjor(
        "rapport", "vedtak", *DAG, "--for", "ledelse", "--prosjekt", tmp_path / "p", ventet=1
    )
    assert (
        svar.ut.split("\n")[2]
        == "> **Ikke fullstendig.** 1 fil kunne ikke leses, så noe kan mangle her."
    )
    assert "rapporten er ikke hel" in svar.feil


def test_en_periode_godkjent_paa_nytt_senere(kjor: Kjor, tmp_path: Path) -> None:
    """The first tertial is approved anew in October; the second, of September, still tells what had
    ended and what had moved since May.
    """
    import shutil

    shutil.copytree(EKSEMPEL, tmp_path / "p")
    fil = tmp_path / "p" / "data" / "rapporter" / "2023-T1" / "kommunedirektor.yaml"
    ord_ = ("rapport", "tertial", "2023-T2", "--for", "ledelse", "--prosjekt", tmp_path / "p")
    foer = kjor(*ord_).ut
    fil.write_text(
        fil.read_text(encoding="utf-8").replace("dato: 2023-05-24", "dato: 2023-10-20"),
        encoding="utf-8",
    )
    naa = kjor(*ord_).ut
    assert _SUM.sub("", _TRE.sub("", naa)) == _SUM.sub("", _TRE.sub("", foer))
