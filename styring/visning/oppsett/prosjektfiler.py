"""The files beside the data of a new project, as text by path: ours, with a few words put in."""

from collections.abc import Mapping
from pathlib import Path

_MAPPE = Path(__file__).with_name("filer")
_ALLTID = {
    "README.md": "README.md",
    ".gitattributes": "gitattributes",
    ".gitignore": "gitignore",
    ".yamllint": "yamllint",
    ".prettierrc": "prettierrc",
    ".pre-commit-config.yaml": "pre-commit-config.yaml",
    ".vscode/extensions.json": "extensions.json",
}
KODELAGRE: dict[str, dict[str, str]] = {
    "github": {
        ".github/workflows/styring.yml": "github.yml",
        ".github/ISSUE_TEMPLATE/rett-data.yml": "rett-data.yml",
        ".github/pull_request_template.md": "endring.md",
    },
    "gitlab": {
        ".gitlab-ci.yml": "gitlab.yml",
        ".gitlab/issue_templates/Rett data.md": "rett-data.md",
        ".gitlab/merge_request_templates/Default.md": "endring.md",
    },
    "ingen": {},
}
"""What each forge has of its own, by the words that it is chosen with."""


def prosjektfiler(kodelager: str, ord_: Mapping[str, str]) -> dict[str, str]:
    """Every file, with what stands in ``<<...>>`` put in."""
    return {
        sti: _fyll((_MAPPE / navn).read_text(encoding="utf-8"), ord_)
        for sti, navn in (_ALLTID | KODELAGRE[kodelager]).items()
    }


def _fyll(tekst: str, ord_: Mapping[str, str]) -> str:
    for navn, verdi in ord_.items():
        tekst = tekst.replace(f"<<{navn}>>", verdi)
    return tekst
