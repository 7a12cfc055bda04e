"""The staff's form of a period as a file to be filled in by hand: the overall word, and at the end
of the year a place for the assessment of each goal.
"""

from collections.abc import Iterable, Mapping, Sequence

from styring.fag.maalvurdering import vurderingsordet
from styring.fag.periode import Periode
from styring.modell.rapport import Maalvurdering
from styring.redigering.yamltekst import Yamltekst
from styring.register.maalingene import Maalsted

_DEL = "maalvurderinger"


def nytt_samleskjema(
    periode: Periode, maal: Sequence[Maalsted], foer: Mapping[str, Maalvurdering]
) -> str:
    """Write a form with nothing filled in; ``foer`` is what was said the year before, by the code
    of the goal.
    """
    linjer = [
        (
            f"# Kommunedirektørens ord for {periode.navn}. Godkjenning og behandling settes av"
            " «styring tertial godkjenn» og «behandlet»."
        ),
        "samlet_vurdering: |",
    ]
    if maal:
        linjer += [
            (
                "# vurdering: riktig_vei, uendret, feil_vei, nadd eller kan_ikke_vurderes, med"
                " begrunnelse. Se tallene med «styring maal --status»."
            ),
            f"{_DEL}:",
            *(f"  {linje}" for ett in maal for linje in _maalet(ett, foer)),
        ]
    return "\n".join(linjer) + "\n"


def utvidet_samleskjema(
    tekst: str, maal: Iterable[Maalsted], foer: Mapping[str, Maalvurdering]
) -> str:
    """Add the goals that the form does not have yet. What is filled in is not touched."""
    fil = Yamltekst(tekst)
    for ett in maal:
        fil.ny_post(_DEL, ett.kode, _maalet(ett, foer))
    return fil.ferdig()


def _maalet(maal: Maalsted, foer: Mapping[str, Maalvurdering]) -> list[str]:
    ord_ = vurderingsordet(foer.get(maal.kode))
    return [
        f"# {' '.join(maal.tittel.split())}{f' (året før: {ord_})' if ord_ else ''}",
        f"{maal.kode}:",
        "  vurdering:",
        "  begrunnelse: |",
    ]
