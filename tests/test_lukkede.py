"""Titles of what is not for everybody: found in a text wherever the plain way finds them, word by
word or not.
"""

import random
import re
from types import SimpleNamespace
from typing import Any

from styring.register.post import Post
from styring.register.skjulte_titler import SkjulteTitler, som_ord

ORD = (
    "plan",
    "for",
    "E-helse",
    "revisjon",
    "helsehus",
    "§",
    "+",
    "–",
    "(ny)",
    "Å",
    "2",
    "*uthevet*",
    "hel\u00adse",
    "ß",
)
SKILLE = (" ", "  ", "\n", " - ", "-", ", ", ". ")


def _post(nr: int, tittel: str, offentlighet: str) -> Post[Any]:
    return Post(
        f"2024-KS-{nr:03}", "data/f.yaml", SimpleNamespace(tittel=tittel, offentlighet=offentlighet)
    )


def _sett_sammen(tilfeldig: random.Random, lengde: int) -> str:
    return "".join(tilfeldig.choice(ORD) + tilfeldig.choice(SKILLE) for _ in range(lengde)).strip()


def test_titler_finnes_der_den_enkle_maaten_finner_dem(antall_tilfeldige: int) -> None:
    tilfeldig, funnet = random.Random(31), 0
    aapen = _post(0, "åpen", "offentlig")
    for _ in range(5 * antall_tilfeldige):
        titler = [_sett_sammen(tilfeldig, tilfeldig.randint(1, 6)) for _ in range(3)]
        tekst = _sett_sammen(tilfeldig, tilfeldig.randint(1, 8)) + tilfeldig.choice(
            ("", " " + tilfeldig.choice(titler).upper())
        )
        lukkede = SkjulteTitler([_post(nr, tittel, "unntatt") for nr, tittel in enumerate(titler)])
        leses = [som_ord(tittel) for tittel in titler]
        ventet = any(
            re.search(rf"(?<!\w){re.escape(ett)}(?!\w)", som_ord(tekst))
            for ett in leses
            if " " in ett and re.search(r"\w", ett)
        )
        assert lukkede.gjentas(tekst, aapen) == ventet, (titler, tekst)
        assert lukkede.kan_gjentas([tekst]) or not ventet
        funnet += ventet
    assert funnet > antall_tilfeldige // 2


def test_ett_ord_letes_det_ikke_etter() -> None:
    """A title of one word would hit every text with that word, with a hyphen in it too."""
    assert not SkjulteTitler([_post(1, "Helseberedskapsplan-revisjon", "unntatt")]).finnes
    assert SkjulteTitler([_post(1, "Plan +", "unntatt")]).gjentas(
        "Vi venter på plan + i år", _post(2, "x", "offentlig")
    )


TITTEL = "Forhandlinger om sammenslåing av legekontorene i Sentrum"
LANG = "Vurdere avvikling av avtalen med leverandøren av matlevering til hjemmeboende"


def _likner(tittel: str, tekst: str, *andre: Post[Any]) -> bool:
    lukkede = SkjulteTitler([_post(1, tittel, "unntatt"), *andre])
    likner = lukkede.likner(tekst, _post(0, "åpen", "offentlig"))
    assert lukkede.kan_gjentas([tekst]) or not likner
    return likner


def test_en_tittel_med_nesten_de_samme_ordene() -> None:
    """Another order, another inflection, a word added, a line break; of a long title, a word or two
    left out.
    """
    for tekst in (
        "Sammenslåingen av legekontor i sentrum krever forhandling.",
        (
            "Det haster. I sentrum pågår forhandlinger om legekontorenes\nsammenslåing, sies det."
            " Annet kommer."
        ),
        "FORHANDLINGENE om en mulig SAMMENSLÅING av **legekontorene** i sentrum",
        "- en ting\n- forhandling om legekontor, sammenslåing, sentrum\n- en annen",
    ):
        assert _likner(TITTEL, tekst), tekst
    assert _likner(
        LANG, "Avviklingen av avtalen med leverandøren av matlevering til hjemmeboende vurderes nå."
    )
    assert _likner(LANG, "Avtalen med leverandøren av matlevering for hjemmeboende vurderes.")


def test_det_som_ikke_er_tittelen() -> None:
    """Too few of its words, in two sentences, far apart, a title of two long words, or one that the
    reader of the text may know.
    """
    for tekst in (
        "Sammenslåing av legekontorene er aktuelt.",
        "Vi har forhandlinger om sammenslåing. Av legekontorene i sentrum er to fulle.",
        (
            "Forhandlinger om lønn, ferie, pensjon, arbeidstid, opplæring, permisjon og turnus før"
            " sammenslåing av legekontorene i nærheten av sentrum"
        ),
    ):
        assert not _likner(TITTEL, tekst), tekst
    assert not _likner(LANG, "Vi avvikler avtalen om matlevering.")
    assert not _likner("Kjøp av grunn til helsehus", "Grunnen til helsehuset er kjøpt")
    lukkede = SkjulteTitler([_post(1, TITTEL, "intern")])
    assert not lukkede.likner(TITTEL, _post(2, "x", "intern"))
    assert lukkede.likner(TITTEL, _post(2, "x", "offentlig"))
    assert not SkjulteTitler([_post(1, TITTEL, "unntatt"), _post(3, TITTEL, "offentlig")]).likner(
        TITTEL, _post(2, "x", "offentlig")
    )


def test_ord_som_staar_i_mange_titler_letes_det_ikke_etter() -> None:
    """What a text costs does not grow with the number of titles: of words that many share, there is
    nothing to look for.
    """
    mange = [
        _post(nr, f"Forhandlinger om sammenslåing av legekontorene i Sentrum {nr}", "unntatt")
        for nr in range(10, 30)
    ]
    assert not _likner(TITTEL, "Sammenslåing av legekontor i sentrum krever forhandling.", *mange)
    aapne = [
        _post(nr, f"Legekontorene og forhandlinger om sammenslåing i sentrum {nr}", "offentlig")
        for nr in range(50, 60)
    ]
    assert not _likner(TITTEL, "Sammenslåing av legekontor i sentrum krever forhandling.", *aapne)
    egen = _post(40, "Forhandlinger om sammenslåing av legekontorene på Solbakken", "unntatt")
    assert _likner(
        TITTEL, "Sammenslåing av legekontor på Solbakken krever forhandling.", *mange, egen
    )


def test_omskrevne_titler_finnes_hvordan_de_enn_er_stokket(antall_tilfeldige: int) -> None:
    """For any title of long words of its own: the same words in any order and ending, with one in
    five left out, are found.
    """
    tilfeldig = random.Random(805)
    for _ in range(antall_tilfeldige):
        ord_ = [
            "".join(tilfeldig.choice("bdfgklmprtv") + tilfeldig.choice("iouyå") for _ in range(4))
            + "k"
            for _ in range(tilfeldig.randint(3, 10))
        ]
        ord_ = list(dict.fromkeys(ord_))
        bort = len(ord_) // 5
        valgt = tilfeldig.sample(ord_, len(ord_) - bort)
        tekst = " og ".join(
            ett + tilfeldig.choice(("", "en", "et", "ene", "s", "er")) for ett in valgt
        )
        assert _likner(" ".join(ord_), f"Her er noe. Vi ser på {tekst} nå. Ferdig."), (ord_, tekst)
        assert not _likner(" ".join(ord_), f"Vi ser på {' og '.join(ord_[: len(ord_) // 2])} nå.")


def test_et_endeloest_ord_er_ikke_noe_ord() -> None:
    """Taking endings off a word of a hundred thousand letters would take an hour."""
    assert _likner(
        f"{TITTEL} {'en' * 50_000}", "Sammenslåing av legekontor i sentrum krever forhandling."
    )
    assert not _likner(
        TITTEL, f"forhandlinger {'en' * 50_000}. Forhandlinger {'ene' * 30_000} sammenslåing"
    )
