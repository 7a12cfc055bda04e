"""The editor's help as an adviser gets it: the real language server that VS Code runs, asked over
its own protocol, with the settings and schemas that «styring oppsett editor» writes.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROT, Kjor

pytestmark = pytest.mark.utseende
TJENER = Path(sys.prefix) / "editor/node_modules/yaml-language-server/bin/yaml-language-server"
OPPDRAG = "tittel: Plan\nansvarlig: {}\nfrist: {}\n"


class Tjener:
    """A client of the language server, with just what an editor says to it."""

    def __init__(self, rot: Path) -> None:
        self.rot = rot
        self.oppsett = json.loads((rot / ".vscode/settings.json").read_text(encoding="utf-8"))
        self.prosess = subprocess.Popen(
            ["node", str(TJENER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.nr = 0
        self.merknader: dict[str, list[Any]] = {}
        self.spor(
            "initialize",
            {
                "processId": None,
                "rootUri": rot.as_uri(),
                "workspaceFolders": [{"uri": rot.as_uri(), "name": "data"}],
                "capabilities": {
                    "workspace": {"configuration": True, "workspaceFolders": True},
                    "textDocument": {
                        "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
                        "hover": {"contentFormat": ["markdown"]},
                    },
                },
            },
        )
        self.send({"method": "initialized", "params": {}})
        self.send({"method": "workspace/didChangeConfiguration", "params": {"settings": {}}})

    def lukk(self) -> None:
        self.prosess.kill()
        self.prosess.communicate()

    def send(self, melding: dict[str, Any]) -> None:
        raa = json.dumps({"jsonrpc": "2.0", **melding}).encode()
        assert self.prosess.stdin
        self.prosess.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(raa), raa))
        self.prosess.stdin.flush()

    def les(self) -> dict[str, Any]:
        """The next message; a question from the server is answered."""
        assert self.prosess.stdout
        lengde = 0
        while (linje := self.prosess.stdout.readline().strip()) or not lengde:
            if linje.lower().startswith(b"content-length:"):
                lengde = int(linje.split(b":")[1])
        melding: dict[str, Any] = json.loads(self.prosess.stdout.read(lengde))
        if melding.get("method") == "workspace/configuration":
            svar = [self._innstilling(ett["section"]) for ett in melding["params"]["items"]]
            self.send({"id": melding["id"], "result": svar})
        elif "method" in melding and "id" in melding:
            self.send({"id": melding["id"], "result": None})
        elif melding.get("method") == "textDocument/publishDiagnostics":
            self.merknader[melding["params"]["uri"]] = melding["params"]["diagnostics"]
        return melding

    def _innstilling(self, del_: str) -> Any:
        egne = {
            navn.removeprefix(f"{del_}."): verdi
            for navn, verdi in self.oppsett.items()
            if navn.startswith(f"{del_}.")
        }
        return {"validate": True, "hover": True, "completion": True, **egne} if egne else None

    def spor(self, metode: str, parametre: dict[str, Any]) -> Any:
        self.nr += 1
        self.send({"id": self.nr, "method": metode, "params": parametre})
        while True:
            svar = self.les()
            if svar.get("id") == self.nr and "method" not in svar:
                assert "error" not in svar, svar
                return svar.get("result")

    def aapne(self, sti: str, tekst: str) -> str:
        uri = (self.rot / sti).as_uri()
        dokument = {"uri": uri, "languageId": "yaml", "version": 1, "text": tekst}
        self.send({"method": "textDocument/didOpen", "params": {"textDocument": dokument}})
        while uri not in self.merknader:  # its schema has been read
            self.les()
        return uri

    def merknadene(self, uri: str) -> list[Any]:
        return self.merknader[uri]

    def ved(self, uri: str, linje: int, tegn: int, hva: str) -> Any:
        sted = {"textDocument": {"uri": uri}, "position": {"line": linje, "character": tegn}}
        return self.spor(f"textDocument/{hva}", sted)


@pytest.fixture
def tjener(kjor: Kjor, tmp_path: Path) -> Iterator[Tjener]:
    rot = tmp_path / "granli"
    enheter = ("--enhet", "OUS Oppvekst og utdanning", "--enhet", "SKO Skolene under OUS")
    kjor(
        "init",
        rot,
        "--navn",
        "Granli kommune",
        *enheter,
        "--perioder",
        "tertial",
        "--kodelager",
        "ingen",
    )
    assert TJENER.is_file(), "kjør «make utseende», som henter språktjeneren"
    editor = Tjener(rot)
    yield editor
    editor.lukk()


def test_editoren_foreslaar_enhetene_med_navn(tjener: Tjener) -> None:
    uri = tjener.aapne("data/oppdrag/2026/OUS-01.yaml", OPPDRAG.format("", "2026-06-30"))
    svar = tjener.ved(uri, 1, len("ansvarlig: "), "completion")
    forslag = {ett["label"]: json.dumps(ett, ensure_ascii=False) for ett in svar["items"]}
    assert {"OUS", "SKO"} <= set(forslag)
    assert "Oppvekst og utdanning" in forslag["OUS"]


def test_editoren_streker_under_en_ukjent_enhet(tjener: Tjener) -> None:
    uri = tjener.aapne("data/oppdrag/2026/OUS-01.yaml", OPPDRAG.format("OSU", "2026-06-30"))
    merknader = tjener.merknadene(uri)
    assert [ett["range"]["start"]["line"] for ett in merknader] == [1]
    assert "OUS" in merknader[0]["message"]


def test_en_umulig_dag_ser_editoren_ikke(tjener: Tjener) -> None:
    """As docs/ci.md says: the day is for «styring valider»."""
    uri = tjener.aapne("data/oppdrag/2026/OUS-01.yaml", OPPDRAG.format("OUS", "2026-06-31"))
    assert tjener.merknadene(uri) == []


def test_editoren_forklarer_paa_bokmaal(tjener: Tjener) -> None:
    uri = tjener.aapne("data/oppdrag/2026/OUS-01.yaml", OPPDRAG.format("OUS", "2026-06-30"))
    tekst = json.dumps(tjener.ved(uri, 2, 2, "hover"), ensure_ascii=False)
    assert "Siste dag." in tekst


@pytest.mark.parametrize("prosjekt", [ROT, ROT / "eksempel"], ids=["brevet", "eksempel"])
def test_dataene_i_dette_repoet_har_ingen_merknader(
    kjor: Kjor, tmp_path: Path, prosjekt: Path
) -> None:
    """Every kind of file here is as its schema says, in the eyes of the editor too."""
    rot = tmp_path / "kopi"
    shutil.copytree(prosjekt / "data", rot / "data")
    kjor("oppsett", "editor", "--prosjekt", rot)
    editor = Tjener(rot)
    try:
        sett: set[str] = set()
        for fil in sorted((rot / "data").rglob("*.yaml")):
            slag = fil.relative_to(rot / "data").parts[0] + str(fil.stem.isupper())
            if slag not in sett:
                sett.add(slag)
                uri = editor.aapne(str(fil.relative_to(rot)), fil.read_text(encoding="utf-8"))
                assert editor.merknadene(uri) == [], fil
    finally:
        editor.lukk()
