"""What a form tells the kommunedirektør alone is quoted in no finding: however it is written, and
whatever is wrong with the file.
"""

import shutil
from pathlib import Path

import pytest

from styring.__main__ import kjor as kjor_program
from styring.register.typer import id_av, type_for
from tests.conftest import ROT, skriv

EKSEMPEL = ROT / "eksempel"
OPPDRAG = "levert: 2023-05-11\noppdrag:\n  2023-HOM-01:"
BEGYNNELSE = f"{OPPDRAG}\n    status: i_gang\n"
FASONGER = (
    OPPDRAG
    + " {status: i_gang, framdrift: i_rute, til_kommunedirektoren:\n   KANARI tekst, kommentar:"
    " epost kari@gmail.com}\n",
    OPPDRAG
    + " {status: i_gang, framdrift: usikkert, til_kommunedirektoren:\n   KANARI tekst, kommentar:"
    " epost kari@gmail.com}\n",
    OPPDRAG + ' {status: i_gang, til_kommunedirektoren: "KANARI\n   KANARI", framdrift: usikkert,'
    " kommentar: x}\n",
    (
        "levert: 2023-05-11\noppdrag: {2023-HOM-01: {status: i_gang, til_kommunedirektoren:"
        " 'KANARI\n   KANARI'\n   , framdrift: usikkert, kommentar: x}}\n"
    ),
    OPPDRAG
    + ' {status: i_gang, "til_kommunedirektore\\u006e": KANARI, framdrift: usikkert, kommentar:'
    " kari@gmail.com}\n",
    BEGYNNELSE + "    framdrift: i_rute\n    til_kommunedirektoren: KANARI: tekst: her\n",
    BEGYNNELSE + "    framdrift: i_rute\n      til_kommunedirektoren: KANARI\n",
    BEGYNNELSE + '    kommentar: "uavsluttet\n    til_kommunedirektoren: KANARI\n',
    BEGYNNELSE + '    til_kommunedirektoren: "KANARI\n    framdrift: i_rute\n',
    BEGYNNELSE + "    til_kommunedirektoren: >\n      KANARI\n     KANARI\n    framdrift: i_rute\n",
    BEGYNNELSE
    + "    til_kommunedirektoren: |\n      KANARI\n     KANARI: a\n    framdrift: i_rute\n",
    BEGYNNELSE + "    til_kommunedirektoren KANARI\n    framdrift: i_rute\n",
    BEGYNNELSE + "    til_kommunedirektoren:KANARI\n    framdrift: i_rute\n",
    BEGYNNELSE + "    til_kommunedirektor: KANARI\n    framdrift: i_rute\n",
    BEGYNNELSE + "    Til_kommunedirektøren: KANARI\n    framdrift: i_rute\n",
    BEGYNNELSE + "\ttil_kommunedirektoren: KANARI\n    framdrift: i_rute\n",
    BEGYNNELSE + "    til_kommunedirektoren:\n\tKANARI\n    framdrift: i_rute\n",
    BEGYNNELSE + "    til_kommunedirektoren: &KANARI x\n    framdrift: i_rute\n",
    BEGYNNELSE + "    til_kommunedirektoren: *KANARI\n    framdrift: i_rute\n",
    BEGYNNELSE + "    til_kommunedirektoren: [KANARI, KANARI\n    framdrift: i_rute\n",
    BEGYNNELSE + "    til_kommunedirektoren: {KANARI: KANARI}\n    framdrift: i_rute\n",
    BEGYNNELSE + "    til_kommunedirektoren: @KANARI\n    framdrift: i_rute\n",
    BEGYNNELSE + "    til_kommunedirektoren: % KANARI\n    framdrift: i_rute\n",
    OPPDRAG + " {status: i_gang, til_kommunedirektoren: @KANARI, framdrift: i_rute}\n",
    OPPDRAG + " {status: i_gang, til_kommunedirektoren: KANARI, framdrift: i_rute\n",
    OPPDRAG + " {status: i_gang, til_kommunedirektoren: KANARI: KANARI, framdrift: i_rute}\n",
    BEGYNNELSE + '    til_kommunedirektoren: "KANARI" KANARI\n    framdrift: i_rute\n',
    BEGYNNELSE + "    til_kommunedirektoren: KANARI\u200b\n    framdrift: i_rute\n",
    BEGYNNELSE + "    til_kommunedirektoren: KANARI # kari@gmail.com\n    framdrift: usikkert\n",
    BEGYNNELSE
    + "    til_kommunedirektoren: |2\n  KANARI # kari@gmail.com\n    framdrift: usikkert\n",
    "levert: 2023-05-11\ntil_kommunedirektoren: KANARI\noppdrag: {}\n",
    OPPDRAG
    + "\n    ? til_kommunedirektoren\n    : KANARI kari@gmail.com\n    framdrift: usikkert\n",
    OPPDRAG + " {status: i_gang, ? til_kommunedirektoren\n    : KANARI kari@gmail.com, framdrift:"
    " usikkert}\n",
)


_RESTEN = shutil.ignore_patterns("okonomi", "maalinger", "vedtak", "2024*", "2023-T2", "2023-AR")
"""What the form of a period has nothing to do with."""


@pytest.mark.parametrize("skjema", FASONGER)
def test_det_som_er_til_kommunedirektoren_siteres_aldri(
    skjema: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(EKSEMPEL / "data", tmp_path / "data", ignore=_RESTEN)
    skriv(tmp_path, "rapporter/2023-T1/HOM.yaml", skjema)
    for format_ in ("tekst", "json", "sarif"):
        assert kjor_program(
            ["valider", "--tips", "--format", format_, "--prosjekt", str(tmp_path)]
        ) in (0, 1)
        svar = capsys.readouterr()
        assert "KANARI" not in svar.out + svar.err


def test_det_andre_i_et_skjema_siteres(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The other way: what hides nothing is shown, or nobody could mend it."""
    shutil.copytree(EKSEMPEL / "data", tmp_path / "data", ignore=_RESTEN)
    skriv(
        tmp_path,
        "rapporter/2023-T1/FOS.yaml",
        "levert: 2023-05-11\nsamlet_vurdering: Godt\nlevert: 2023-05-12\noppdrag:\n",
    )
    kjor_program(["valider", "--prosjekt", str(tmp_path)])
    assert "levert: 2023-05-12" in capsys.readouterr().out


EN_AV_HVER = {
    type_for(sted := fil.relative_to(EKSEMPEL).as_posix()): sted
    for fil in sorted((EKSEMPEL / "data").rglob("*.yaml"))
}


@pytest.mark.parametrize("fil", EN_AV_HVER.values())
def test_det_kan_sporres_om_det_som_ikke_kan_leses(
    fil: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is asked for and can't be read is named as that, whatever file it is; it is never a bug
    of ours.
    """
    shutil.copytree(EKSEMPEL / "data", tmp_path / "data")
    with (tmp_path / fil).open("a", encoding="utf-8") as ulest:
        ulest.write("tull: 1\n")
    type_ = type_for(fil)
    assert type_ is not None
    for leser in ("ledelse", "offentlig"):
        for id_ in ("kommune", id_av(type_, fil)):
            assert kjor_program(["vis", id_, "--for", leser, "--prosjekt", str(tmp_path)]) in (
                0,
                1,
                2,
            ), capsys.readouterr().err
    kjor_program(["vis", id_av(type_, fil), "--prosjekt", str(tmp_path)])
    assert "les" in capsys.readouterr().err
