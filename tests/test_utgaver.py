"""Any question at any version: as git's own checkout gives it, from the objects alone; and what
changed in between, held against the files themselves.
"""

import json
import os
import random
import re
import shutil
import subprocess
import sys
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from styring.cli.felles.kommandoer import KOMMANDOER, Kommando
from tests.conftest import Kjor, bare_posix
from tests.historie import git
from tests.skjemahjelp import EKSEMPEL, les_yaml
from tests.utgavehjelp import MILJO, Historie, forventet, hent_ut, lag_historie, lys, naar, poster

pytestmark = bare_posix


@pytest.fixture(scope="module")
def historie(tmp_path_factory: pytest.TempPathFactory) -> Historie:
    return lag_historie(tmp_path_factory.mktemp("utgaver") / "granvaag")


def noen(historie: Historie, antall: int, frø: int) -> list[tuple[str, date]]:
    return random.Random(frø).sample(historie.commits[40:], antall)


def merker(historie: Historie) -> list[str]:
    return git(historie.rot, "tag").split()


def test_som_git_ville_hentet_det_ut(historie: Historie, kjor: Kjor, tmp_path: Path) -> None:
    """Every tag and six commits: status and a report, byte for byte."""
    for nr, (commit, dag) in enumerate(
        [*((merke, date(2024, 6, 1)) for merke in merker(historie)), *noen(historie, 6, 1)]
    ):
        ute = hent_ut(historie, commit, tmp_path / str(nr))
        for ord_ in (
            ("status", "--dato", dag),
            ("rapport", "tertial", "2023-T1", "--for", "intern", "--dato", dag),
        ):
            fra_filer = kjor(*ord_, "--prosjekt", ute, ventet=0)
            fra_git = kjor(*ord_, "--ved", commit, "--prosjekt", historie.rot)
            # Of an earlier version it is also said what decided what is exempt.
            ut = re.sub(
                r" naa=[0-9a-f]+| Hva som er unntatt, er avgjort av dataene med tre-id-en"
                r" `[0-9a-f]+`\.",
                "",
                fra_git.ut,
            )
            assert re.sub("sum=[0-9a-f]+", "", ut) == re.sub("sum=[0-9a-f]+", "", fra_filer.ut), (
                commit,
                ord_,
            )


def test_dagen_er_den_siste_commiten_foer_den_er_over(historie: Historie, kjor: Kjor) -> None:
    for dag in (
        date(2022, 6, 1),
        date(2023, 5, 24),
        date(2024, 3, 3),
        date(2024, 11, 4),
        date(2024, 11, 5),
        date(2030, 1, 1),
    ):
        ventet = [commit for commit, naar_ in historie.commits if naar_ <= dag][-1]
        assert ventet[:10] in kjor("maal", "--per", dag, "--prosjekt", historie.rot).feil
    svar = kjor("status", "--per", "2024-06-01", "--prosjekt", historie.rot)
    assert "1. juni 2024" in svar.ut
    assert svar.feil.startswith("Dataene slik de var ")


def alle(
    kommandoer: tuple[Kommando, ...], foran: tuple[str, ...] = ()
) -> list[tuple[tuple[str, ...], Kommando]]:
    return [
        ett
        for k in kommandoer
        for ett in (alle(k.under, (*foran, k.navn)) if k.under else [((*foran, k.navn), k)])
    ]


def test_hvert_sporsmal_og_hver_rapport_tar_ved_og_per(kjor: Kjor) -> None:
    """All but those that write, those about the rules themselves, and the one that takes versions
    as its arguments.
    """
    uten = {
        "regler",
        "oppsett",
        "hjelp",
        "init",
        "deleger",
        "oppdater",
        "importer",
        "endringer",
        "brev",
    }
    for ord_, kommando in alle(KOMMANDOER):
        if ord_[0] in uten | {"ny", "tertial", "maaned"}:
            continue
        hjelp = kjor(*ord_, "--hjelp").ut
        assert "--ved REF" in hjelp, kommando
        assert "--per DATO" in hjelp, kommando


def ventet_endringer(foer: dict[str, Any], naa: dict[str, Any]) -> set[tuple[object, ...]]:
    """What two sets of files differ in, by comparing the files alone."""
    ut: set[tuple[object, ...]] = set()
    gamle = {
        (
            ny.get("tidligere_id")
            if ny.get("tidligere_id") in foer and ny.get("tidligere_id") not in naa
            else id_
        ): id_
        for id_, ny in naa.items()
    }
    for gammel_id, id_ in gamle.items():
        post, gammel = naa[id_], foer.get(gammel_id)
        if gammel is None:
            continue
        ut |= (
            {(id_, "ansvarlig", gammel["ansvarlig"], post["ansvarlig"])}
            if gammel["ansvarlig"] != post["ansvarlig"]
            else set()
        )
        ut |= {
            (id_, "delansvar", None, kode)
            for kode in set(post.get("delansvar", ())) - set(gammel.get("delansvar", ()))
        }
        ut |= {
            (id_, "delansvar", kode, None)
            for kode in set(gammel.get("delansvar", ())) - set(post.get("delansvar", ()))
        }
        nye = [
            endring
            for endring in post.get("fristendringer", ())
            if endring not in gammel.get("fristendringer", ())
        ]
        ut |= {(id_, "frist", str(endring["fra"]), str(endring["til"])) for endring in nye}
        if gammel.get("frist") != post.get("frist") and not nye:
            ut.add((id_, "frist", str(gammel["frist"]), str(post["frist"])))
        ferdige = {oppgave["nr"] for oppgave in gammel.get("oppgaver", ()) if "ferdig" in oppgave}
        ut |= {
            (id_, "oppgave", None, "ferdig")
            for oppgave in post.get("oppgaver", ())
            if "ferdig" in oppgave and oppgave["nr"] not in ferdige
        }
        gamle_ledd = [ledd["til"] for ledd in gammel.get("videredelegert", ())]
        ut |= {
            (id_, "delegert", None, ledd["til"])
            for ledd in post.get("videredelegert", ())
            if ledd["til"] not in gamle_ledd
        }
        sagt = {
            "tittel",
            "tekst",
            "punkter",
            "ferdig_nar",
            "avgrensning",
            "svares_i",
            "frist",
            "fristendringer",
            "oppgaver",
            "videredelegert",
            "avsluttet",
            "dokumentasjon",
        }
        ut |= {
            (id_, "verdi", None, f"{ett['dato']:%d.%m.%Y} {ett['tittel']}")
            for ett in post.get("dokumentasjon", ())
            if ett not in gammel.get("dokumentasjon", ())
        }
        andre = (
            (set(post) | set(gammel))
            - sagt
            - {"ansvarlig", "delansvar", "tidligere_id", "offentlighet"}
        )
        ut |= (
            {(id_, "annet", None, None)}
            if any(post.get(felt) != gammel.get(felt) for felt in andre)
            else set()
        )
        ut |= (
            {(id_, "avsluttet", None, post["avsluttet"]["sak"])}
            if post.get("avsluttet") and not gammel.get("avsluttet")
            else set()
        )
    return ut


def test_endringene_er_dem_filene_viser(historie: Historie, kjor: Kjor, tmp_path: Path) -> None:
    """Between twelve pairs of commits: what came and went, every light, and every change of
    owner, helper, deadline and oppgave.
    """
    slump = random.Random(7)
    parene = [tuple(sorted(slump.sample(range(20, len(historie.commits)), 2))) for _ in range(6)]
    siste = len(historie.commits) - 1
    parene += [(siste - k, siste) for k in (1, 2, 3, 4, 5, 9)]
    for nr, (a, b) in enumerate(parene):
        (fra, dag_fra), (til, dag_til) = historie.commits[a], historie.commits[b]
        mappe_fra, mappe_til = (
            hent_ut(historie, fra, tmp_path / f"{nr}a"),
            hent_ut(historie, til, tmp_path / f"{nr}b"),
        )
        foer, naa = poster(mappe_fra), poster(mappe_til)
        svar = json.loads(
            kjor("endringer", fra, til, "--format", "json", "--prosjekt", historie.rot).ut
        )["svar"]
        saker = {
            sak["id"]: sak for enhet in svar["enheter"] if enhet["kode"] for sak in enhet["saker"]
        }
        flyttede = {
            post["tidligere_id"]
            for post in naa.values()
            if post.get("tidligere_id") in foer and post["tidligere_id"] not in naa
        }
        assert {id_ for id_, sak in saker.items() if sak["borte"]} == set(foer) - set(
            naa
        ) - flyttede
        vist = {
            (sak["id"], endring["slag"], endring["foer"], endring["naa"])
            for sak in saker.values()
            if sak["slag"] != "budsjettområde"
            for endring in sak["endringer"]
            if endring["slag"] not in {"tekst", "melding"}
            and not endring["hva"].startswith(("oppgave", "punkt"))
        }
        forventet_fra, forventet_til = forventet(mappe_fra, dag_fra), forventet(mappe_til, dag_til)
        moett = {id_ for id_ in saker if id_ in forventet_fra or id_.partition("/")[0] in foer}
        ventet = (
            (id_, "forventet", forventet_fra.get(id_), forventet_til.get(id_)) for id_ in moett
        )
        assert vist == ventet_endringer(foer, naa) | {
            ett for ett in ventet if ett[3] and ett[2] != ett[3]
        }, (fra, til)
        staar_fra, staar_til = lys(mappe_fra, dag_fra), lys(mappe_til, dag_til)
        for id_, sak in saker.items():
            if sak["naa"] is not None and sak["slag"] in ("oppdrag", "vedtak"):
                assert sak["naa"] == staar_til.get(id_, "ikke_rapportert"), (til, id_)
            if sak["foer"] is not None and id_ in foer:
                assert sak["foer"] == staar_fra.get(id_, "ikke_rapportert"), (fra, id_)
        endret = {
            id_
            for id_ in set(foer) & set(naa) & (set(staar_fra) | set(staar_til))
            if staar_fra.get(id_) != staar_til.get(id_)
        }
        assert endret <= set(saker), (fra, til)


def test_en_periode_er_slik_den_ble_godkjent_da(historie: Historie, kjor: Kjor) -> None:
    """Not as it was edited later: the first approval is what was reported."""
    godkjent = git(historie.rot, "rev-parse", "2023_T1").strip()
    svar = json.loads(
        kjor(
            "endringer", "2023-T1", "2024-06-01", "--format", "json", "--prosjekt", historie.rot
        ).ut
    )["svar"]
    assert svar["fra"] == {
        "navn": "2023-T1",
        "dag": "2023-05-24",
        "commit": godkjent,
        "lagret": None,
    }
    assert (svar["til"]["navn"], svar["til"]["dag"]) == ("2024-06-01", "2024-06-01")
    assert (
        "2024-AR er ikke godkjent"
        in kjor("endringer", "2024-AR", "--prosjekt", historie.rot, ventet=2).feil
    )


def test_det_som_er_unntatt_i_en_av_endene_er_borte(
    historie: Historie, kjor: Kjor, tmp_path: Path
) -> None:
    rot = tmp_path / "p"
    shutil.copytree(historie.rot, rot)
    fil = rot / "data" / "oppdrag" / "2024" / "KUL-09.yaml"
    fil.write_text(
        fil.read_text(encoding="utf-8") + "offentlighet: unntatt\nunntakshjemmel: offl. § 13\n",
        encoding="utf-8",
    )
    for fra, til in (("HEAD", None), ("2024-10-31", "HEAD")):
        ut = kjor(
            "endringer", fra, *([til] if til else []), "--for", "offentlig", "--prosjekt", rot
        ).ut
        assert "KUL-09" not in ut, "unntatt i filene slik de er nå, er unntatt i hver versjon"
    git(rot, "add", "-A")
    git(rot, "commit", "-qm", "unntatt", **naar("2024-11-11"))
    svar = kjor("endringer", "2024-11-08", "2024-10-31", "--for", "offentlig", "--prosjekt", rot)
    assert "KUL-09" not in svar.ut
    assert svar.feil == "styring: 1 sak er unntatt siden, og er ikke med.\n"
    for ord_ in (
        ("endringer", "2024-10-31"),
        ("endringer", "2024-10-31", "HEAD"),
        ("endringer", "HEAD~3", "HEAD"),
    ):
        assert "KUL-09" not in kjor(*ord_, "--for", "offentlig", "--prosjekt", rot).ut
    assert (
        "ikke en kjent id"
        in kjor("historikk", "2024-KUL-09", "--for", "offentlig", "--prosjekt", rot, ventet=2).feil
    )


def test_historikken_folger_filen(historie: Historie, kjor: Kjor) -> None:
    """From its birth under another name, through the merge, to the deadline that was rewritten in
    silence.
    """
    svar = json.loads(
        kjor("historikk", "2024-KUL-09", "--format", "json", "--prosjekt", historie.rot).ut
    )["svar"]
    dager = [
        (
            h["dag"],
            h["ny"],
            h["flyttet_fra"],
            [(e["slag"], e["foer"], e["naa"], e["gang"]) for e in h["endringer"]],
        )
        for h in svar["hendelser"]
    ]
    assert dager == [
        ("2024-11-01", True, None, []),
        ("2024-11-06", False, "2024-TEK-09", []),
        (
            "2024-11-07",
            False,
            None,
            [("ansvarlig", "TEK", "KUL", None), ("delansvar", None, "TEK", None)],
        ),
        ("2024-11-08", False, None, [("frist", "2025-02-01", "2025-05-01", None)]),
    ]
    ut = kjor("historikk", "2024-KUL-09", "--per", "2024-11-07", "--prosjekt", historie.rot).ut
    assert "01.05.2025" not in ut
    assert "controller" in ut
    assert (
        "controller"
        not in kjor("historikk", "2024-KUL-09", "--for", "offentlig", "--prosjekt", historie.rot).ut
    )


def test_historikken_viser_periodene_og_det_som_ikke_er_lagret(
    historie: Historie, kjor: Kjor, tmp_path: Path
) -> None:
    rot = tmp_path / "p"
    shutil.copytree(historie.rot, rot)
    ut = kjor("historikk", "2023-KUL-01", "--prosjekt", rot).ut
    assert "2023-T1\tusikkert\n2023-T2\tusikkert\n2023-AR\ti rute\n" in ut
    assert "Ny frist: 31.10.2023 → 31.03.2024, 152 dager senere (2. gang, 213 dager i alt)." in ut
    assert ut.count("meldte for 2023-T1") == 2
    fil = rot / "data" / "oppdrag" / "2023" / "KUL-01.yaml"
    fil.write_text(
        fil.read_text(encoding="utf-8").replace("tittel: Ferdigstille", "tittel: Fullføre"),
        encoding="utf-8",
    )
    assert (
        "ikke lagret i git\n  Ny ordlyd i tittelen."
        in kjor("historikk", "2023-KUL-01", "--prosjekt", rot).ut
    )


def test_uten_git_eller_historie(
    historie: Historie, kjor: Kjor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each thing that is missing is said in one line, with the cure."""
    for ord_ in (("status", "--ved", "HEAD"), ("endringer", "HEAD"), ("historikk", "2024-KUL-09")):
        uten_repo = hent_ut(historie, "HEAD", tmp_path / "uten")
        assert "ligger ikke i et git-repo" in kjor(*ord_, "--prosjekt", uten_repo, ventet=2).feil
        git(uten_repo, "init", "-q")
        assert "ingen commit i repoet ennå" in kjor(*ord_, "--prosjekt", uten_repo, ventet=2).feil
    p = ("--prosjekt", historie.rot)
    for ref in ("finnes-ikke", "--output=x", "-x", "HEAD:data", "", "HEAD^{tree}", "a\nb"):
        assert "er ikke en commit" in kjor("status", f"--ved={ref}", *p, ventet=2).feil, ref
        assert not (historie.rot / "x").exists()
    assert (
        "historikken begynner 1. juni 2022"
        in kjor("status", "--per", "2022-05-31", *p, ventet=2).feil
    )
    assert (
        "kan ikke brukes sammen med --dato"
        in kjor("status", "--per", "2023-05-31", "--dato", "2023-05-31", *p, ventet=2).feil
    )
    grunn = tmp_path / "grunn"
    subprocess.run(
        ["git", "clone", "-q", "--depth", "3", historie.rot.as_uri(), str(grunn)],
        check=True,
        env=MILJO,
    )
    assert (
        "Klonen er grunn; hent resten"
        in kjor("status", "--per", "2023-05-31", "--prosjekt", grunn, ventet=2).feil
    )
    assert (
        "Klonen er grunn" in kjor("status", "--ved", "2023_T1", "--prosjekt", grunn, ventet=2).feil
    )
    assert (
        kjor("status", "--ved", "HEAD", "--dato", "2024-11-10", "--prosjekt", grunn).ut
        == kjor("status", "--dato", "2024-11-10", *p).ut
    )
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "finner ikke git" in kjor("status", "--ved", "HEAD", *p, ventet=2).feil


def test_gamle_feil_vises_i_sin_versjon(historie: Historie, kjor: Kjor, tmp_path: Path) -> None:
    """Data that were wrong then, give findings then, and what could be read is told of."""
    rot = tmp_path / "p"
    shutil.copytree(historie.rot, rot)
    fil = rot / "data" / "oppdrag" / "2024" / "KUL-09.yaml"
    riktig = fil.read_bytes()
    fil.write_bytes(b"tittel: [\n")
    git(rot, "commit", "-aqm", "feil", **naar("2024-11-12"))
    fil.write_bytes(riktig)
    git(rot, "commit", "-aqm", "rettet", **naar("2024-11-13"))
    assert "Ingen feil" in kjor("valider", "--bare", "ST0", "--prosjekt", rot).ut
    svar = kjor(
        "valider",
        "--ved",
        "HEAD~1",
        "--bare",
        "ST0",
        "--format",
        "kort",
        "--prosjekt",
        rot,
        ventet=1,
    )
    assert "data/oppdrag/2024/KUL-09.yaml:2:" in svar.ut
    assert (
        "1 fil kunne ikke leses"
        in kjor("status", "--ved", "HEAD~1", "--prosjekt", rot, ventet=1).ut
    )


def skriv_onde_innstillinger(rot: Path, spor: Path) -> None:
    """Everything in a repository's own settings that git would run somewhere."""
    program = rot / ".git" / "ond.sh"
    program.write_text(f"#!/bin/sh\ntouch {spor}\n", encoding="utf-8")
    program.chmod(0o755)
    for navn in (
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
        "core.askPass",
        "core.editor",
        "diff.external",
        "gpg.program",
        "pager.log",
        "filter.ond.clean",
        "filter.ond.smudge",
        "diff.ond.textconv",
        "alias.cat-file",
        "core.alternateRefsCommand",
    ):
        git(rot, "config", navn, f"!{program}" if navn.startswith("alias") else str(program))
    for navn, verdi in (
        ("log.showSignature", "true"),
        ("core.hooksPath", str(rot / ".git" / "kroker")),
        ("extensions.partialClone", "o"),
        ("remote.o.url", f"ext::{program}"),
        ("remote.o.promisor", "true"),
        ("protocol.ext.allow", "always"),
    ):
        git(rot, "config", navn, verdi)
    (rot / ".git" / "kroker").mkdir()
    for krok in (
        "post-index-change",
        "reference-transaction",
        "fsmonitor-watchman",
        "post-checkout",
    ):
        shutil.copy(program, rot / ".git" / "kroker" / krok)
    (rot / ".gitattributes").write_text("* filter=ond diff=ond\n", encoding="utf-8")


def test_et_ondsinnet_repo_faar_ikke_kjoere_noe(historie: Historie, tmp_path: Path) -> None:
    """Nothing runs, and no byte below the repository changes."""
    rot, spor = tmp_path / "p", tmp_path / "KJORT"
    shutil.copytree(historie.rot, rot)
    skriv_onde_innstillinger(rot, spor)
    (rot / "git").write_text(f"#!/bin/sh\ntouch {spor}\n", encoding="utf-8")
    (rot / "git").chmod(0o755)
    foer = {
        fil: (fil.stat().st_mtime_ns, fil.read_bytes()) for fil in rot.rglob("*") if fil.is_file()
    }
    miljo = {
        **MILJO,
        "GIT_DIR": "/finnes/ikke",
        "GIT_EXTERNAL_DIFF": str(rot / ".git" / "ond.sh"),
        "PATH": f".:{os.environ['PATH']}",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    for ord_ in (
        ("status", "--ved", "HEAD~3"),
        ("status", "--per", "2023-06-01"),
        ("endringer", "2023-T1", "HEAD"),
        ("historikk", "2024-KUL-09"),
        ("valider", "--ved", "HEAD~1"),
    ):
        svar = subprocess.run(
            [sys.executable, "-m", "styring", *ord_],
            cwd=rot,
            env=miljo,
            capture_output=True,
            text=True,
            check=False,
        )
        assert svar.returncode == 0, svar.stderr
    assert not spor.exists()
    assert {
        fil: (fil.stat().st_mtime_ns, fil.read_bytes()) for fil in rot.rglob("*") if fil.is_file()
    } == foer


def test_det_som_ikke_er_vanlige_filer_i_en_commit(
    historie: Historie, kjor: Kjor, tmp_path: Path
) -> None:
    """A link, a submodule, a folder too deep, a file too large: named as they are in the work tree,
    and never followed.
    """
    rot = tmp_path / "p"
    shutil.copytree(historie.rot, rot)
    (rot / "data" / "oppdrag" / "2024" / "LENKE-01.yaml").symlink_to("/etc/passwd")
    dypt = rot / "data" / "/".join("abcdefgh")
    dypt.mkdir(parents=True)
    (dypt / "x.yaml").write_text("a: 1\n", encoding="utf-8")
    (rot / "data" / "oppdrag" / "2024" / "STOR-01.yaml").write_text(
        "# " + "x" * 1_100_000, encoding="utf-8"
    )
    git(rot, "add", "-A")
    git(rot, "update-index", "--add", "--cacheinfo", f"160000,{historie.commits[0][0]},data/modul")
    git(rot, "commit", "-qm", "rart", **naar("2024-11-14"))
    fra_git, fra_filer = (
        re.sub(
            r"[0-9 ]+ byte",
            " byte",
            kjor("valider", *ved, "--format", "kort", "--prosjekt", rot, ventet=1).ut,
        )
        for ved in (("--ved", "HEAD"), ())
    )
    assert fra_git.splitlines() == sorted(
        [
            *fra_filer.splitlines(),
            next(linje for linje in fra_git.splitlines() if linje.startswith("data/modul:")),
        ]
    )
    assert "root:" not in fra_git


def test_historikken_begynner_etter_godkjenningen(
    historie: Historie, kjor: Kjor, tmp_path: Path
) -> None:
    """What was approved before history begins, is told from its forms, and the answer says so
    first.
    """
    grunn = tmp_path / "grunn"
    subprocess.run(
        ["git", "clone", "-q", "--depth", "3", historie.rot.as_uri(), str(grunn)],
        check=True,
        env=MILJO,
    )
    svar = kjor("endringer", "2023-T1", "--dato", "2024-12-01", "--prosjekt", grunn)
    assert (
        svar.ut.splitlines()[2]
        == "Det finnes ingen egen versjon i git fra da 2023-T1 (lagret 08.11.2024) ble godkjent."
    )
    assert "klonen er grunn, så eldre historikk mangler; hent resten" in svar.feil
    ut = kjor("historikk", "2023-KUL-01", "--prosjekt", grunn).ut
    assert "Historikken begynner her. Når det ble lagt inn, og av hvem, er ikke kjent." in ut
    assert "Lagt inn." not in ut
    assert ut.index("for 2023-T1") < ut.index("for 2023-T2") < ut.index("for 2023-AR")
    for skrevet in ("tull", "2023-T9", "2023"):
        assert (
            "verken en dag, en periode, en commit"
            in kjor("endringer", skrevet, "--prosjekt", grunn, ventet=2).feil
        )


def test_det_som_ikke_kan_leses_er_verken_nytt_eller_slettet(
    historie: Historie, kjor: Kjor, tmp_path: Path
) -> None:
    rot = tmp_path / "p"
    shutil.copytree(historie.rot, rot)
    fil = rot / "data" / "oppdrag" / "2024" / "FOS-03.yaml"
    riktig = fil.read_bytes()
    fil.write_bytes(b"tittel: [\n")
    for leser in ("ledelse", "offentlig"):
        ut = kjor("endringer", "HEAD", "--for", leser, "--prosjekt", rot, ventet=1).ut
        assert "1 fil kunne ikke leses" in ut
        assert "FOS-03" not in ut
    git(rot, "commit", "-aqm", "feil", **naar("2024-11-12"))
    fil.write_bytes(riktig)
    git(rot, "commit", "-aqm", "rettet", **naar("2024-11-13"))
    ut = kjor("endringer", "HEAD~1", "HEAD", "--prosjekt", rot, ventet=1).ut
    assert "1 fil kunne ikke leses" in ut
    assert "FOS-03" not in ut
    ut = kjor("historikk", "2024-FOS-03", "--prosjekt", rot).ut
    assert "slettet" not in ut
    assert ut.count("Lagt inn.") == 1


def test_nytt_filnavn_beholder_livet(historie: Historie, kjor: Kjor, tmp_path: Path) -> None:
    """Before it is committed too; what was told under the old name still counts, and approved forms
    need no edit.
    """
    rot = tmp_path / "p"
    shutil.copytree(historie.rot, rot)
    gammel, ny = (rot / "data" / "oppdrag" / "2024" / f"FOS-{nr}.yaml" for nr in ("05", "15"))
    ny.write_text(
        gammel.read_text(encoding="utf-8") + "tidligere_id: 2024-FOS-05\n", encoding="utf-8"
    )
    gammel.unlink()
    for _ in range(2):
        assert "ST622" not in kjor("valider", "--prosjekt", rot, ventet=1).ut
        ut = kjor("historikk", "2024-FOS-15", "--prosjekt", rot).ut
        assert "Filen fikk nytt navn. Før: 2024-FOS-05." in ut
        assert "FOS meldte for 2024-T2: i rute" in ut
        assert "Nå: i rute" in ut
        assert "FOS-15" not in kjor("endringer", "2024-11-10", "--prosjekt", rot).ut.replace(
            "2024-FOS-15  Få", ""
        )
        git(rot, "add", "-A")
        git(rot, "commit", "-q", "--allow-empty", "-m", "nytt navn", **naar("2024-11-12"))


def test_alt_som_er_endret_blir_sagt(historie: Historie, kjor: Kjor, tmp_path: Path) -> None:
    """One change at a time, each with the words that tell of it: nothing that changed is called
    unchanged.
    """
    rot = tmp_path / "p"
    shutil.copytree(historie.rot, rot)
    data = rot / "data"
    endringer = (
        ("oppdrag/2024/TEK-02.yaml", "art: leveranse", "art: oppstart", "Endret i filen: art."),
        ("oppdrag/2024/TEK-02.yaml", "tittel: Utrede", "tittel: Vurdere", "Ny ordlyd i tittelen."),
        ("maal/oppvekst.yaml", None, None, "Ny ordlyd i hovedmålet."),
        ("arshjul.yaml", "tittel: ", "tittel: Den nye ", "Ny ordlyd i tittelen."),
        (
            "rapporter/2024-T2/TEK.yaml",
            "Flommen i juli ga nye data.",
            "Flommen i juni ga nye data.",
            "Det TEK i 2024-T2 hadde levert, er skrevet om etterpå.",
        ),
        (
            "oppdrag/2023/KUL-01.yaml",
            None,
            None,
            "Ny ordlyd i hvem som godkjente fristen 31.03.2024.",
        ),
    )
    for fil, gammelt, nytt, ventet in endringer:
        sti = (
            next(iter(sorted((data / "maal").glob("*.yaml"))))
            if fil.startswith("maal")
            else data / fil
        )
        foer = sti.read_text(encoding="utf-8")
        if fil.startswith("maal"):
            etter = re.sub(r"(hovedmaal:\n(?:.*\n)*?\s+tittel: )", r"\1Nytt ", foer, count=1)
        elif gammelt is None:
            etter = foer.replace("til: 2024-03-31\n", "til: 2024-03-31\n    godkjent_av: KS\n")
        else:
            etter = foer.replace(gammelt, nytt or "", 1)
        assert etter != foer, fil
        sti.write_text(etter, encoding="utf-8")
        ut = kjor("endringer", "HEAD", "--prosjekt", rot).ut
        assert ventet in ut, (fil, ut)
        assert "frist flyttet" not in ut
        sti.write_text(foer, encoding="utf-8")
    assert "Ingenting er endret." in kjor("endringer", "HEAD", "--prosjekt", rot).ut


def test_den_som_mistet_en_sak_faar_vite_det(historie: Historie, kjor: Kjor) -> None:
    for sektor in ("TEK", "KUL"):
        ut = kjor(
            "endringer", "2024-11-06", "2024-11-07", "--sektor", sektor, "--prosjekt", historie.rot
        ).ut
        assert "2024-KUL-09" in ut
        assert "Ansvarlig: TEK → KUL." in ut


def test_unntatt_under_et_annet_navn(historie: Historie, kjor: Kjor, tmp_path: Path) -> None:
    """A record that was given a new name and made exempt in one commit, is out under both names."""
    rot = tmp_path / "p"
    shutil.copytree(historie.rot, rot)
    git(rot, "mv", "data/oppdrag/2024/KUL-09.yaml", "data/oppdrag/2024/KUL-10.yaml")
    fil = rot / "data" / "oppdrag" / "2024" / "KUL-10.yaml"
    fil.write_text(
        fil.read_text(encoding="utf-8").replace(
            "tidligere_id: 2024-TEK-09",
            "tidligere_id: 2024-KUL-09\noffentlighet: unntatt\nunntakshjemmel: offl. § 13",
        ),
        encoding="utf-8",
    )
    git(rot, "add", "-A")
    git(rot, "commit", "-qm", "unntatt", **naar("2024-11-12"))
    for par in (("HEAD~1", "HEAD"), ("HEAD", "HEAD~1")):
        ut = kjor("endringer", *par, "--for", "offentlig", "--prosjekt", rot).ut
        assert "KUL-09" not in ut
        assert "KUL-10" not in ut
        assert "flommen" not in ut


def test_en_annens_liv_er_ikke_ens_eget(historie: Historie, kjor: Kjor, tmp_path: Path) -> None:
    """A name that is used again, and a file that only looks like one that went."""
    rot = tmp_path / "p"
    shutil.copytree(historie.rot, rot)
    mappe = rot / "data" / "oppdrag" / "2024"
    (mappe / "TEK-09.yaml").write_text(
        "tittel: Noe helt annet\nansvarlig: TEK\nart: leveranse\ngitt: 2024-11-12\n",
        encoding="utf-8",
    )
    git(rot, "add", "-A")
    git(rot, "commit", "-qm", "ny", **naar("2024-11-12"))
    svar = json.loads(kjor("historikk", "2024-TEK-09", "--format", "json", "--prosjekt", rot).ut)[
        "svar"
    ]
    assert [(h["dag"], h["ny"]) for h in svar["hendelser"]] == [("2024-11-12", True)]


def test_ondt_i_tid_og_mengde(historie: Historie, kjor: Kjor, tmp_path: Path) -> None:
    """A clock gone mad, another encoding, grafts, and a huge file once committed: an answer, or one
    line that says why not.
    """
    rot = tmp_path / "p"
    shutil.copytree(historie.rot, rot)
    ventet = kjor("endringer", "2023-T1", "HEAD", "--prosjekt", rot).ut
    git(rot, "config", "i18n.logOutputEncoding", "UTF-16")
    (rot / ".git" / "info").mkdir(exist_ok=True)
    (rot / ".git" / "info" / "grafts").write_text(git(rot, "rev-parse", "HEAD"), encoding="utf-8")
    assert kjor("endringer", "2023-T1", "HEAD", "--prosjekt", rot).ut == ventet
    assert "direktør KUL" in kjor("historikk", "2023-KUL-01", "--prosjekt", rot).ut
    (rot / ".git" / "info" / "grafts").unlink()
    git(rot, "config", "--unset", "i18n.logOutputEncoding")
    skjema = rot / "data" / "rapporter" / "2024-T2" / "TEK.yaml"
    riktig = skjema.read_bytes()
    skjema.write_bytes(b"# 2023-KUL-01\n" + b"#" * 3_000_000)
    git(rot, "commit", "-qam", "stor", **naar("2024-11-12"))
    skjema.write_bytes(riktig)
    git(rot, "commit", "-qam", "liten", **naar("2024-11-13"))
    raa = re.sub(
        r"(committer .*> )\d+", r"\g<1>9999999999999", git(rot, "cat-file", "commit", "HEAD")
    )
    (tmp_path / "commit").write_text(raa, encoding="utf-8")
    git(
        rot,
        "reset",
        "-q",
        "--hard",
        git(
            rot, "hash-object", "-t", "commit", "-w", "--literally", str(tmp_path / "commit")
        ).strip(),
    )
    assert "Ferdigstille kulturplanen" in kjor("historikk", "2023-KUL-01", "--prosjekt", rot).ut
    assert "(31.12.2100" in kjor("endringer", "HEAD", "--prosjekt", rot).ut
    for aar in (("0000", "2024"), ("2023", "9999")):
        assert (
            "Skriv for eksempel"
            in kjor("endringer", "--arshjul", *aar, "--prosjekt", rot, ventet=2).feil
        )


def test_offentligheten_ser_livet_fra_det_ble_godkjent(
    historie: Historie, kjor: Kjor, tmp_path: Path
) -> None:
    """Words are dated to the approval; a version with a mistake in it shows nothing; what was
    exempt and is deleted, is not named.
    """
    rot = tmp_path / "p"
    shutil.copytree(historie.rot, rot)
    ut = kjor(
        "historikk", "2023-KUL-01", "--for", "offentlig", "--dato", "2023-09-16", "--prosjekt", rot
    ).ut
    assert "Høringen er ferdig" not in ut
    ut = kjor("historikk", "2023-KUL-01", "--for", "offentlig", "--prosjekt", rot).ut
    assert ut.count("Høringen er ferdig") == 1
    assert all(f"KUL meldte for 2023-{kode}" in ut for kode in ("T2", "AR"))
    assert "2023-T1" not in ut  # edited after it was approved
    assert "25.09.2023" in ut
    fil, hemmelig = (
        rot / "data" / "oppdrag" / "2024" / f"{kode}.yaml" for kode in ("KUL-09", "ORG-30")
    )
    riktig = fil.read_text(encoding="utf-8")
    fil.write_text(
        riktig.replace("Rydde etter flommen", "HVALROSS") + "offentlighet: unntat\n",
        encoding="utf-8",
    )
    git(rot, "commit", "-qam", "skrivefeil", **naar("2024-11-12"))
    fil.write_text(riktig.replace("Rydde etter flommen", "Rydde, se 2024-ORG-30"), encoding="utf-8")
    hemmelig.write_text(
        "tittel: Hemmelig\nansvarlig: ORG\ngitt: 2024-11-12\noffentlighet: unntatt\nunntakshjemmel:"
        " offl. § 13\n",
        encoding="utf-8",
    )
    git(rot, "add", "-A")
    git(rot, "commit", "-qm", "viser til", **naar("2024-11-13"))
    fil.write_text(riktig, encoding="utf-8")
    hemmelig.unlink()
    git(rot, "commit", "-qam", "borte", **naar("2024-11-14"))
    ut = kjor("historikk", "2024-KUL-09", "--for", "offentlig", "--prosjekt", rot).ut
    assert "HVALROSS" not in ut
    assert "ORG-30" not in ut
    assert "(ikke offentlig)" in ut
    assert "ORG-30" in kjor("historikk", "2024-KUL-09", "--prosjekt", rot).ut


def test_rekkefolgen_er_den_samme_hver_gang(historie: Historie, tmp_path: Path) -> None:
    """Whatever order the machine keeps names in."""
    rot = tmp_path / "p"
    shutil.copytree(historie.rot, rot)
    hjul = rot / "data" / "arshjul.yaml"
    hjul.write_text(
        "aktiviteter:\n  ett:\n    tittel: Ett\n    type: politisk\n    kategori: demokrati\n   "
        " hjul: [overordnet]\n    nar: ikke_oppgitt\n    kilde: K\n",
        encoding="utf-8",
    )
    svar = {
        subprocess.run(
            [sys.executable, "-m", "styring", "endringer", "HEAD", "--dato", "2024-12-01"],
            cwd=rot,
            env={**MILJO, "PYTHONHASHSEED": frø},
            capture_output=True,
            check=True,
        ).stdout
        for frø in "0123"
    }
    assert len(svar) == 1


def test_delvis_klone_henter_ingenting(historie: Historie, kjor: Kjor, tmp_path: Path) -> None:
    """What a clone left behind is not fetched from anywhere; it is said to be missing."""
    kilde, klone = tmp_path / "kilde", tmp_path / "klone"
    shutil.copytree(historie.rot, kilde)
    git(kilde, "config", "uploadpack.allowFilter", "true")
    subprocess.run(
        ["git", "clone", "-q", "--filter=blob:none", kilde.as_uri(), str(klone)],
        check=True,
        env=MILJO,
    )
    assert (
        "klonen mangler noe av innholdet"
        in kjor("status", "--ved", "HEAD~60", "--prosjekt", klone, ventet=2).feil
    )
    assert kjor(
        "status", "--ved", "HEAD", "--dato", "2024-11-10", "--prosjekt", klone
    ).ut.startswith("Granvåg kommune")


def test_et_tre_som_sveller_blir_stoppet(historie: Historie, kjor: Kjor, tmp_path: Path) -> None:
    """Nine small objects that unfold to a thousand million files."""
    rot = tmp_path / "p"
    shutil.copytree(historie.rot, rot)

    def tre(rader: list[str]) -> str:
        ut = subprocess.run(
            ["git", "mktree"],
            cwd=rot,
            input="".join(f"{rad}\n" for rad in rader),
            env=MILJO,
            check=True,
            capture_output=True,
            text=True,
        )
        return ut.stdout.strip()

    blob = git(rot, "rev-parse", "HEAD:data/kommune.yaml").strip()
    id_ = tre([f"100644 blob {blob}\tfil{nr}" for nr in range(10)])
    for _ in range(8):
        id_ = tre([f"040000 tree {id_}\tmappe{nr}" for nr in range(10)])
    commit = git(
        rot, "commit-tree", "-m", "bombe", tre([f"040000 tree {id_}\tdata"]), **naar("2024-11-12")
    ).strip()
    assert "git svarer for mye" in kjor("status", "--ved", commit, "--prosjekt", rot, ventet=2).feil


def test_historikken_er_den_filene_viser(historie: Historie, kjor: Kjor) -> None:
    """For twelve records: the days on which the file said something else, and the days on which
    something was delivered, read from git's own log.
    """
    rot = historie.rot

    @cache
    def utgaver(sti: str) -> list[tuple[str, Any]]:
        rader = git(
            rot, "log", "--first-parent", "--reverse", "--format=%H %cs", "--", sti
        ).splitlines()
        return [
            (rad.split()[1], les_yaml(git(rot, "show", f"{rad.split()[0]}:{sti}"))) for rad in rader
        ]

    stier = [
        f"oppdrag/{aar}/{kode}"
        for aar, kode in (
            ("2023", "KUL-01"),
            ("2023", "FOS-04"),
            ("2023", "TEK-03"),
            ("2023", "OKO-02"),
            ("2024", "HOM-02"),
            ("2024", "ORG-01"),
        )
    ]
    stier += [
        f"vedtak/{aar}/{kode}"
        for aar, kode in (
            ("2022", "KS-054"),
            ("2022", "KS-098-V04"),
            ("2022", "KS-098-V08"),
            ("2023", "KS-044"),
            ("2023", "KS-012"),
            ("2024", "KS-021"),
        )
    ]
    for sti in stier:
        _, aar, kode = sti.split("/")
        id_ = f"{aar}-{kode}"
        svar = json.loads(
            kjor("historikk", id_, "--dato", "2024-12-31", "--format", "json", "--prosjekt", rot).ut
        )["svar"]
        egne = utgaver(f"data/{sti}.yaml")
        endret = [
            dag
            for (dag, naa), (_, foer) in zip(egne, [("", None), *egne], strict=False)
            if naa != foer
        ]
        assert [h["dag"] for h in svar["hendelser"] if h["ny"] or h["endringer"]] == endret, id_
        levert = set()
        for skjema in sorted((rot / "data" / "rapporter").glob("*/*.yaml")):
            sagt: dict[str, Any] = {}
            for dag, data in (
                utgaver(str(skjema.relative_to(rot))) if skjema.stem != "kommunedirektor" else ()
            ):
                naa = (
                    {
                        k: m
                        for slag in ("oppdrag", "bidrag", "vedtak")
                        for k, m in (data.get(slag) or {}).items()
                        if k.split("/")[0] == id_
                    }
                    if data.get("levert")
                    else {}
                )
                if naa != sagt:
                    levert.add((dag, skjema.parent.name, skjema.stem))
                sagt = naa
        assert {
            (h["dag"], ett["periode"], ett["enhet"])
            for h in svar["hendelser"]
            for ett in h["meldt"]
        } == levert, id_


def test_et_nakent_repo_svarer_med_siste_versjon(kjor: Kjor, tmp_path: Path) -> None:
    """A forge's own repository has no files: it is asked as its last version, also of what is
    exempt, and nothing is written to it.
    """
    rot, nakent = tmp_path / "p", tmp_path / "p.git"
    shutil.copytree(EKSEMPEL, rot)
    git(rot, "init", "-q", "-b", "main")
    git(rot, "add", "-A")
    git(rot, "commit", "-qm", "alt", **naar("2024-11-12"))
    subprocess.run(["git", "clone", "-q", "--bare", str(rot), str(nakent)], check=True, env=MILJO)
    for ord_ in (
        ("status", "--dato", "2024-09-20"),
        ("historikk", "2024-FOS-04", "--dato", "2024-12-01"),
        ("rapport", "tertial", "2024-T1"),
        ("finn", "evakuering", "--for", "offentlig"),
    ):
        ventet = kjor(*ord_, "--prosjekt", rot).ut
        fra_git = re.sub("( naa=| sum=)[0-9a-f]+", "", kjor(*ord_, "--prosjekt", nakent).ut)
        assert fra_git == re.sub(" sum=[0-9a-f]+", "", ventet), ord_
    p = ("--for", "offentlig", "--prosjekt", nakent)
    assert "ikke en kjent id" in kjor("vis", "2024-HOM-04", *p, ventet=2).feil
    valg = ("oppdater", "2024-FOS-02", "--kommentar", "Alle er i gang.", "--ja")
    assert "fant ikke data/kommune.yaml" in kjor(*valg, "--prosjekt", nakent, ventet=2).feil


def test_gitmappen_til_et_prosjekt_er_ikke_et_nakent_repo(kjor: Kjor, tmp_path: Path) -> None:
    """Asked from within ``.git``, what is exempt on the disk is exempt, also before a commit."""
    rot = tmp_path / "p"
    shutil.copytree(EKSEMPEL, rot)
    git(rot, "init", "-q", "-b", "main")
    git(rot, "add", "-A")
    git(rot, "commit", "-qm", "alt", **naar("2024-11-12"))
    fil = rot / "data/oppdrag/2024/FOS-04.yaml"
    hode = "offentlighet: unntatt\nunntakshjemmel: offentleglova § 13\n"
    spor = ("vis", "2024-FOS-04", "--for", "offentlig", "--prosjekt", rot / ".git")
    kjor(*spor)
    fil.write_text(hode + fil.read_text(encoding="utf-8"), encoding="utf-8")
    assert "ikke en kjent id" in kjor(*spor, ventet=2).feil
