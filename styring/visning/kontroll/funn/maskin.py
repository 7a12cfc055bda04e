"""Findings for machines: one line each, JSON, and what forges and CI read."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from styring import __version__
from styring.funn import Alvor, Funn
from styring.regler.katalog import REGLER
from styring.visning.felles.som_json import VERSJON, skriv, verdi
from styring.visning.felles.trygg import enlinje, trygg
from styring.visning.kontroll.funn.kommentar import kommentar
from styring.visning.kontroll.funn.resultat import Resultat
from styring.visning.kontroll.funn.tekst import hode

_PER_SLAG = 10
"""GitHub shows ten annotations of each kind per step and drops the rest in silence."""
_GITHUB = {Alvor.FEIL: "error", Alvor.ADVARSEL: "warning", Alvor.TIPS: "notice"}
_GITLAB = {Alvor.FEIL: "critical", Alvor.ADVARSEL: "minor", Alvor.TIPS: "info"}
_SARIF = {Alvor.FEIL: "error", Alvor.ADVARSEL: "warning", Alvor.TIPS: "note"}


def kort(resultat: Resultat) -> str:
    """One line for each finding, cure last."""
    return "".join(
        f"{hode(funn)}{f' – {enlinje(funn.forslag)}' if funn.forslag else ''}\n"
        for funn in resultat.funn
    )


def som_json(resultat: Resultat) -> str:
    """Everything, with a version; ``skjema/funn.json`` describes it."""
    tall = {alvor.value: resultat.antall_av(alvor) for alvor in Alvor}
    return skriv(
        {
            "versjon": VERSJON,
            "antall_filer": resultat.antall_filer,
            "uleste_filer": resultat.uleste,
            "andre_filer": resultat.andre_filer,
            "poster": resultat.poster,
            "antall": tall,
            "funn": [verdi(funn) for funn in _trygge(resultat.funn)],
        }
    )


def github(resultat: Resultat) -> str:
    """Annotations for GitHub: the worst first, and one line for those it would not show."""
    linjer = []
    for alvor in Alvor:
        funn = [ett for ett in resultat.funn if ett.alvor is alvor]
        vises = funn if len(funn) <= _PER_SLAG else funn[: _PER_SLAG - 1]
        linjer += [_annotering(ett) for ett in vises]
        if len(funn) > len(vises):
            flere = f"og {len(funn) - len(vises)} til; kjør «styring valider» for å se alle"
            linjer.append(f"::{_GITHUB[alvor]}::{_github_tekst(flere)}")
    return "".join(f"{linje}\n" for linje in linjer)


def _annotering(funn: Funn) -> str:
    slutt = funn.kolonne + funn.lengde
    sted = (
        f"file={_github_felt(funn.fil)},line={funn.linje},col={funn.kolonne},endColumn={slutt}"
        f",title={_github_felt(funn.kode)}"
    )
    return f"::{_GITHUB[funn.alvor]} {sted}::{_github_tekst(_melding(funn))}"


def _github_tekst(tekst: str) -> str:
    return enlinje(tekst).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_felt(tekst: str) -> str:
    return _github_tekst(tekst).replace(":", "%3A").replace(",", "%2C")


def gitlab(resultat: Resultat) -> str:
    """A code quality report for GitLab.

    The fingerprint knows nothing of lines, so that a finding is the same when it moves.
    """
    sett: Counter[str] = Counter()
    rapport = []
    for funn in _trygge(resultat.funn):
        grunnlag = f"{funn.kode}\0{funn.fil}\0{funn.melding}"
        sett[grunnlag] += 1
        avtrykk = hashlib.sha256(f"{grunnlag}\0{sett[grunnlag]}".encode()).hexdigest()
        rapport.append(
            {
                "description": _melding(funn),
                "check_name": funn.kode,
                "fingerprint": avtrykk,
                "severity": _GITLAB[funn.alvor],
                "location": {"path": funn.fil, "lines": {"begin": funn.linje}},
            }
        )
    return skriv(rapport)


def sarif(resultat: Resultat) -> str:
    """SARIF 2.1.0, with the manual of each rule that was hit."""
    koder = sorted({funn.kode for funn in resultat.funn})
    regler = [regel for regel in REGLER if regel.kode in koder]
    driver = {
        "name": "styring",
        "version": __version__,
        "rules": [
            {
                "id": regel.kode,
                "name": regel.navn,
                "shortDescription": {"text": regel.krav},
                "help": {"text": regel.haandbok},
                "defaultConfiguration": {"level": _SARIF[regel.alvor]},
            }
            for regel in regler
        ],
    }
    resultater = [_sarifresultat(funn, koder.index(funn.kode)) for funn in _trygge(resultat.funn)]
    kjoring = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": resultater}
    return skriv(
        {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [kjoring],
        }
    )


def _sarifresultat(funn: Funn, nr: int) -> dict[str, object]:
    omraade = {
        "startLine": funn.linje,
        "startColumn": funn.kolonne,
        "endColumn": funn.kolonne + funn.lengde,
    }
    sted = {"physicalLocation": {"artifactLocation": {"uri": quote(funn.fil)}, "region": omraade}}
    return {
        "ruleId": funn.kode,
        "ruleIndex": nr,
        "level": _SARIF[funn.alvor],
        "message": {"text": _melding(funn)},
        "locations": [sted],
    }


def junit(resultat: Resultat) -> str:
    """JUnit XML: a case for each finding, failed where it is an error; one that passes where there
    are none.
    """
    saker = (
        "".join(_sak(funn) for funn in resultat.funn)
        or '    <testcase classname="data" name="styring valider"/>\n'
    )
    antall, feil = max(1, len(resultat.funn)), resultat.antall_av(Alvor.FEIL)
    tall = f'tests="{antall}" failures="{feil}" errors="0"'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites {tall}>\n'
        f'  <testsuite name="styring valider" {tall}>\n{saker} '
        " </testsuite>\n</testsuites>\n"
    )


def _sak(funn: Funn) -> str:
    navn = quoteattr(f"{funn.kode} linje {funn.linje}")
    klasse = quoteattr(enlinje(funn.fil))
    if funn.alvor is Alvor.FEIL:
        innhold = (
            f"<failure type={quoteattr(funn.alvor.value)}"
            f" message={quoteattr(enlinje(funn.melding))}>{escape(hode(funn))}</failure>"
        )
    else:
        innhold = f"<system-out>{escape(hode(funn))}</system-out>"
    return f"    <testcase classname={klasse} name={navn}>{innhold}</testcase>\n"


def _melding(funn: Funn) -> str:
    return " ".join(
        f"{setning[:1].upper()}{setning[1:]}{'' if setning.endswith(('?', '.')) else '.'}"
        for setning in map(enlinje, (funn.melding, funn.forslag))
        if setning
    )


def _trygge(funn: Sequence[Funn]) -> list[Funn]:
    return [
        Funn(
            trygg(f.fil),
            f.linje,
            f.kolonne,
            f.lengde,
            f.kode,
            f.alvor,
            trygg(f.melding),
            trygg(f.forslag),
            f.kilde,
            trygg(f.kodelinje),
        )
        for f in funn
    ]


FORMATER = {
    "kort": kort,
    "md": kommentar,
    "json": som_json,
    "github": github,
    "gitlab": gitlab,
    "sarif": sarif,
    "junit": junit,
}
