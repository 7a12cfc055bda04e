"""Templates that would take for ever, or all the memory: stopped with a clear word, at the same
place on every machine.
"""

import shutil
import time
import tracemalloc
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from styring.feil import StyringFeil
from styring.visning.rapport.figurmerke import Figurer
from styring.visning.rapport.forbruk import Forbruk, ForMye, rekke, storrelse
from styring.visning.rapport.maler import utfyll
from styring.visning.rapport.rens import Ferdig, paa_linjene, rens
from styring.visning.rapport.sandkasse import Skrift
from tests.conftest import ROT, Kjor

LENGST, MEST = 30.0, 300 << 20
"""Seconds and bytes of the worst template, counted on a busy machine and with every allocation
watched.
"""


class Svarlikt(NamedTuple):
    """An answer with a little of each."""

    tekst: str = "Pelingen er ferdig. " * 20
    liste: tuple[str, ...] = ("a", "b", "c") * 10
    tall: int = 7


def fyll(mal: str, **andre: str) -> str:
    kilder = {"x.md.j2": mal, **{f"{navn}.md.j2": tekst for navn, tekst in andre.items()}}
    return paa_linjene(
        utfyll("x.md.j2", kilder.get, Skrift(rens, Ferdig, Figurer()), {"svar": Svarlikt()})
    )


def avvist(mal: str, **andre: str) -> str:
    start = time.process_time()
    with pytest.raises(StyringFeil) as feil:
        fyll(mal, **andre)
    assert time.process_time() - start < LENGST
    return str(feil.value)


def lokker(dybde: int, inni: str, antall: str = "range(100000)") -> str:
    return (
        "".join(f"{{% for a{nr} in {antall} %}}" for nr in range(dybde))
        + inni
        + "{% endfor %}" * dybde
    )


LANG_TID, FOR_STORT, FOR_MYE = (
    "bruker for lang tid",
    "lager noe som er for stort",
    "lager for mye tekst",
)
BOMBER: dict[str, tuple[str, str]] = {
    "ti i tiende": (lokker(4, "x"), LANG_TID),
    "tomme løkker": (lokker(3, ""), LANG_TID),
    "løkke som velger bort": (
        lokker(1, "{% for x in range(100000) if x < 0 %}{% endfor %}"),
        LANG_TID,
    ),
    "løkke som kaller seg selv": (
        (
            "{% set r = range(100000) %}{% for a in r recursive %}{% if loop.depth < 3 %}{{ loop(r)"
            " }}{% endif %}{% endfor %}"
        ),
        LANG_TID,
    ),
    "for lang rekke": (lokker(1, "", "range(1000000)"), "en rekke kan ha høyst 100000 tall"),
    "makro uten ende": (
        "{% macro m(a) %}{{ m(a) }}{% endmacro %}{{ m(1) }}",
        "henter seg selv uten ende",
    ),
    "makro som deler seg": (
        (
            "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{"
            " m(60) }}"
        ),
        LANG_TID,
    ),
    "blokker som deler seg": (
        "{% set ns = namespace(n=0) %}{% block b %}{% set ns.n = 1 %}{{ self.b() }}{% endblock %}",
        "henter seg selv uten ende",
    ),
    "del som henter seg selv": ("{% include 'x.md.j2' %}", "henter seg selv uten ende"),
    "gange": ("{{ 'x' * 1000000000 }}", FOR_MYE),
    "gange bakfra": ("{{ 1000000000 * 'x' }}", FOR_MYE),
    "gange en liste": ("{% set a = [1] * 1000000000 %}", FOR_STORT),
    "opphøyd i": ("{{ 10 ** 1000000 }}", "lager et tall som er for stort"),
    "tall som dobles": (
        "{% set ns = namespace(n=9) %}" + lokker(1, "{% set ns.n = ns.n * ns.n %}"),
        "lager et tall som er for stort",
    ),
    "tekst som dobles": (
        "{% set ns = namespace(t='x') %}" + lokker(1, "{% set ns.t = ns.t ~ ns.t %}"),
        FOR_MYE,
    ),
    "tekst som legges sammen": (
        "{% set ns = namespace(t='x') %}" + lokker(1, "{% set ns.t = ns.t + ns.t %}"),
        FOR_MYE,
    ),
    "liste som dobles": (
        "{% set ns = namespace(t=[1]) %}" + lokker(1, "{% set ns.t = ns.t + ns.t %}"),
        FOR_STORT,
    ),
    "liste av lister": (
        "{% set ns = namespace(t=[1]) %}" + lokker(1, "{% set ns.t = [ns.t, ns.t] %}"),
        FOR_STORT,
    ),
    "sett av sett": (
        "{% set ns = namespace(t={}) %}" + lokker(1, "{% set ns.t = {'a': ns.t, 'b': ns.t} %}"),
        FOR_STORT,
    ),
    "nøkler av nøkler": (
        "{% set ns = namespace(t=(1,)) %}"
        + lokker(1, "{% set ns.t = (ns.t, ns.t) %}{% set d = {ns.t: 1} %}"),
        FOR_STORT,
    ),
    "fanget tekst": (
        "{% set ns = namespace(t='x') %}"
        + lokker(1, "{% set u %}{{ ns.t }}{{ ns.t }}{% endset %}{% set ns.t = u %}"),
        FOR_MYE,
    ),
    "center": ("{{ 'x' | center(1000000000) }}", FOR_STORT),
    "center som metode": ("{{ 'x'.center(1000000000) }}", FOR_STORT),
    "zfill": ("{{ 'x'.zfill(1000000000) }}", FOR_STORT),
    "format": ("{{ '{:1000000000}'.format(1) }}", FOR_STORT),
    "format i format": ("{{ '{:{}}'.format(1, 1000000000) }}", FOR_STORT),
    "prosent": ("{{ '%1000000000d' % 1 }}", FOR_STORT),
    "prosent med stjerne": ("{{ '%*d' % (1000000000, 1) }}", FOR_STORT),
    "prosent som filter": ("{{ '%1000000000d' | format(1) }}", FOR_STORT),
    "indent": ("{{ svar.tekst | indent(1000000000) }}", FOR_STORT),
    "batch": ("{{ svar.liste | batch(1000000000, 'x') | list | length }}", FOR_STORT),
    "slice": ("{{ svar.liste | slice(1000000000) | list | length }}", FOR_STORT),
    "expandtabs": ("{{ ('\\t' * 100000).expandtabs(9999) }}", FOR_MYE),
    "replace": ("{{ ('x' * 100000).replace('x', 'y' * 100000) }}", FOR_MYE),
    "replace som filter": ("{{ ('x' * 100000) | replace('x', 'y' * 100000) }}", FOR_MYE),
    "join": ("{{ (['y' * 100000] * 100000) | join }}", FOR_MYE),
    "join som metode": ("{{ ('x' * 100000).join(['y'] * 100000) }}", FOR_MYE),
    "translate": ("{{ ('x' * 100000).translate({120: 'y' * 100000}) }}", FOR_MYE),
    "wordwrap": ("{{ ('x' * 100000) | wordwrap(1, true, 'y' * 100000) }}", FOR_MYE),
    "sum av lister": (
        "{{ ([[1]] * 100000) | sum(start=[]) | length }}",
        "«sum» legger bare sammen tall",
    ),
    "leting i en lang liste": (
        "{% set l = [1] * 100000 %}" + lokker(1, "{% if a0 in l %}{% endif %}"),
        LANG_TID,
    ),
    "filter på en lang liste": (
        "{% set l = [1] * 100000 %}" + lokker(1, "{% set y = l | sum %}"),
        LANG_TID,
    ),
    "sammenlikning": (
        "{% set l = [1] * 100000 %}{% set m = [1] * 100000 %}"
        + lokker(1, "{% if l == m %}{% endif %}"),
        LANG_TID,
    ),
    "utsnitt": ("{% set l = [1] * 100000 %}" + lokker(1, "{% set y = l[1:] %}"), LANG_TID),
    "metode på en lang liste": (
        "{% set l = [1] * 100000 %}" + lokker(1, "{% set y = l.count(2) %}"),
        LANG_TID,
    ),
    "test på en lang liste": (
        "{% set l = [1] * 100000 %}" + lokker(1, "{% if 2 is in l %}{% endif %}"),
        LANG_TID,
    ),
    "sortering": (
        "{% set l = range(100000) | list %}" + lokker(1, "{% set y = l | sort %}"),
        LANG_TID,
    ),
    "mye tekst": (lokker(1, "{{ svar.tekst }}" * 20), FOR_MYE),
    "lange biter": (lokker(2, "x" * 5000), LANG_TID),
}


@pytest.mark.parametrize("bombe", BOMBER)
def test_maler_som_ikke_tar_slutt_stoppes(bombe: str) -> None:
    mal, grunn = BOMBER[bombe]
    svar = avvist(mal)
    assert (
        svar.startswith("templates/x.md.j2:1: malen kan ikke brukes: den ")
        or "høyst" in svar
        or "«sum»" in svar
    )
    assert grunn in svar
    assert svar.endswith("Rett den, eller slett filen for å bruke malen som følger med.")


def test_en_del_som_henter_seg_selv_to_ganger() -> None:
    """Told apart by a number that grows: 2^60 parts, each so small that no single one
    is too much.
    """
    del_ = (
        "{% set n = n + 1 %}{% if n < 60 %}{% include 'del.md.j2' %}{% include 'del.md.j2' %}{%"
        " endif %}"
    )
    assert LANG_TID in avvist("{% set n = 0 %}{% include 'del.md.j2' %}", **{"del": del_})


def test_minnet_er_ogsaa_begrenset() -> None:
    tracemalloc.start()
    for bombe in ("tekst som dobles", "liste som dobles", "fanget tekst", "join", "center"):
        avvist(BOMBER[bombe][0])
    minne = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert minne < MEST


uttrykk = st.sampled_from(
    [
        "a0",
        "svar.tekst",
        "svar.liste | join",
        "'x' * a0",
        "range(1000000) | sum",
        "[a0] * 9",
        "m(a0)",
        "svar.tekst ~ a0",
        "'x' | center(a0)",
        "a0 ** a0",
    ]
)
lister = st.sampled_from(
    [
        "range(1000000)",
        "range(100000)",
        "range(3)",
        "svar.liste",
        "range(100000) | list",
        "svar.tekst",
        "[1, 2]",
        "range(a0)",
    ]
)


@st.composite
def maler(tall: st.DrawFn, dybde: int = 4) -> str:
    """Loops in loops, with conditions, kept values, captured text and calls in between."""
    biter = []
    for _ in range(tall(st.integers(1, 2))):
        slag = tall(st.integers(0, 4 if dybde else 2))
        if slag == 0:
            biter.append(f"{{{{ {tall(uttrykk)} }}}}")
        elif slag == 1:
            biter.append(
                "{% set ns.t ="
                f" {tall(st.sampled_from(['ns.t ~ ns.t', '[ns.t, ns.t]', '1', 'ns.t', 'a0']))} %}}"
            )
        elif slag == 2:
            biter.append("tekst ")
        elif slag == 3:
            biter.append(
                f"{{% if a0 == ns.t %}}{tall(maler(dybde - 1))}{{% else"
                f" %}}{tall(maler(dybde - 1))}{{% endif %}}"
            )
        else:
            biter.append(f"{{% for a0 in {tall(lister)} %}}{tall(maler(dybde - 1))}{{% endfor %}}")
    return "".join(biter)


@given(maler())
@example(
    "{% for a0 in range(100000) %}{% for a0 in range(100000) %}{% for a0 in range(100000) %}{%"
    " endfor %}{% endfor %}{% endfor %}"
)
@settings(max_examples=40, deadline=None)
def test_enhver_mal_tar_slutt(mal: str) -> None:
    """Whatever loops stand in whatever loops: a text or a clear word, in bounded time."""
    start = time.process_time()
    try:
        fyll(
            "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{% set"
            " ns = namespace(t='x') %}{% set a0 = 3 %}" + mal
        )
    except StyringFeil as feil:
        assert "templates/x.md.j2" in str(feil)  # noqa: PT017  some templates are good
    assert time.process_time() - start < LENGST


def test_vanlige_maler_merker_ingenting() -> None:
    """What templates do all the time is as before."""
    assert fyll(
        "{% for x in svar.liste if x != 'b' %}{{ loop.index }}{{ x }}{% endfor %}"
    ).startswith("1a2c3a")
    assert (
        fyll(
            "{{ [1, 2] | sum }}{{ (1, 2) | length }}{{ {'a': 3}.a }}{{ range(3) | join('-') }}{{"
            " '%02d' | format(7) }}{{ '{:>3}'.format(4) }}"
        )
        == "3230-1-2074"
    )
    assert fyll("{{ svar.tall * 6 }}{{ 2 ** 8 }}{{ 7 % 4 }}{{ 1.5 + 1 }}") == "4225632.5"


def test_storrelsen_av_det_en_mal_har() -> None:
    assert storrelse([1, [2, 3], {"a": (4,)}]) == 3 + 2 + 1 + 1
    assert storrelse(range(9)) == 9
    assert list(rekke(1, 7, 3)) == [1, 4]
    with pytest.raises(ForMye):
        Forbruk().vei([[0] * 1000] * 1000)


def test_en_mal_som_ikke_tar_slutt_gjennom_hele_veien(kjor: Kjor, tmp_path: Path) -> None:
    """Exit 2, one line, with the template's place."""
    rot = tmp_path / "eks"
    shutil.copytree(ROT / "eksempel", rot)
    (rot / "templates").mkdir()
    (rot / "templates" / "vedtak.md.j2").write_text(
        "# {{ svar.kommune }}\n" + lokker(4, "x") + "\n", encoding="utf-8"
    )
    svar = kjor("rapport", "vedtak", "--dato", "2024-09-26", "--prosjekt", rot, ventet=2)
    assert svar.feil.startswith(
        "styring: templates/vedtak.md.j2:2: malen kan ikke brukes: den bruker for lang tid"
    )
    assert svar.feil.count("\n") == 1
