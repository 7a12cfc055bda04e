"""Titles of what is not for everybody: found in a text wherever the plain way finds them, word by word or not."""

import random
import re
from types import SimpleNamespace
from typing import Any

from styring.register.lukkede import Lukkede, som_ord
from styring.register.post import Post

ORD = ("plan", "for", "E-helse", "revisjon", "helsehus", "§", "+", "–", "(ny)", "Å", "2", "*uthevet*", "hel\u00adse", "ß")
SKILLE = (" ", "  ", "\n", " - ", "-", ", ", ". ")


def _post(nr: int, tittel: str, offentlighet: str) -> Post[Any]:
    return Post(f"2024-KS-{nr:03}", "data/f.yaml", SimpleNamespace(tittel=tittel, offentlighet=offentlighet))


def _sett_sammen(tilfeldig: random.Random, lengde: int) -> str:
    return "".join(tilfeldig.choice(ORD) + tilfeldig.choice(SKILLE) for _ in range(lengde)).strip()


def test_titler_finnes_der_den_enkle_maaten_finner_dem(antall_tilfeldige: int) -> None:
    tilfeldig, funnet = random.Random(31), 0
    aapen = _post(0, "åpen", "offentlig")
    for _ in range(5 * antall_tilfeldige):
        titler = [_sett_sammen(tilfeldig, tilfeldig.randint(1, 6)) for _ in range(3)]
        tekst = _sett_sammen(tilfeldig, tilfeldig.randint(1, 8)) + tilfeldig.choice(("", " " + tilfeldig.choice(titler).upper()))
        lukkede = Lukkede([_post(nr, tittel, "unntatt") for nr, tittel in enumerate(titler)])
        leses = [som_ord(tittel) for tittel in titler]
        ventet = any(re.search(rf"(?<!\w){re.escape(ett)}(?!\w)", som_ord(tekst)) for ett in leses if " " in ett and re.search(r"\w", ett))
        assert lukkede.gjentas(tekst, aapen) == ventet, (titler, tekst)
        assert lukkede.kan_gjentas([tekst]) or not ventet
        funnet += ventet
    assert funnet > antall_tilfeldige // 2


def test_ett_ord_letes_det_ikke_etter() -> None:
    """A title of one word would hit every text with that word, with a hyphen in it too."""
    assert not Lukkede([_post(1, "Helseberedskapsplan-revisjon", "unntatt")]).finnes
    assert Lukkede([_post(1, "Plan +", "unntatt")]).gjentas("Vi venter på plan + i år", _post(2, "x", "offentlig"))
