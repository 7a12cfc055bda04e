"""``styring valider --rett``: what is certainly meant otherwise, put right when the user agrees."""

from collections.abc import Iterable
from typing import Any, cast

from styring.cli.felles import innlasting
from styring.cli.felles.skriv_endring import Skrivevalg, gjennomfor
from styring.cli.felles.utskrift import skriv_side
from styring.feil import StyringFeil
from styring.funn import Sti, Treff
from styring.prosjekt.tre import Arbeidstre, Overlegg
from styring.redigering.gjengi import Verdi
from styring.redigering.poster import sett
from styring.redigering.skriving import Endring
from styring.visning.poster import endring as visning

_RUNDER = 3
"""A list of codes in the wrong case is first a list, and then codes."""


def rett(tre: Arbeidstre, filer: frozenset[str], *, ja: bool) -> int:
    """Find every certain cure, show the lines, ask, and write. Returns the exit code."""
    nye: dict[str, bytes] = {}
    urettet: set[str] = set()
    for _ in range(_RUNDER):
        rettelser: dict[str, list[Treff]] = {}
        for treff in _med_rettelse(tre, nye):
            if (not filer or treff.fil in filer) and treff.fil not in urettet:
                rettelser.setdefault(treff.fil, []).append(treff)
        for fil, alle in rettelser.items():
            raa = nye.get(fil) or cast("bytes", tre.les(fil))
            try:
                nye[fil] = _rettet(raa, alle)
            except StyringFeil:  # written in a way that only its owner can change
                urettet.add(fil)
        if not rettelser:
            break
    endringer = [Endring(fil, cast("bytes", tre.les(fil)), raa) for fil, raa in nye.items()]
    valg = Skrivevalg(ja=ja, utkast=False)
    ferdig = "Det som var sikkert, er rettet"
    kode = gjennomfor(tre, endringer, valg, ferdig, avdekker=True) if endringer else 0
    if urettet:
        skriv_side(visning.for_haand(sorted(urettet)))
    elif not endringer:
        skriv_side(visning.ingenting())
    return 1 if urettet else kode


def _med_rettelse(tre: Arbeidstre, nye: dict[str, bytes]) -> list[Treff]:
    alle: list[Treff] = []

    def husk(treff: Treff) -> bool:
        if treff.rettelse is not None:
            alle.append(treff)
        return False

    innlasting.kontroller(Overlegg(tre, nye) if nye else tre, lambda _: True, husk)
    return alle


def _rettet(raa: bytes, alle: Iterable[Treff]) -> bytes:
    """The bytes of one file with its cures. Raises StyringFeil."""
    for sti, verdi in _samlet(raa, alle).items():
        raa = sett(raa, sti[:-1], {str(sti[-1]): cast("Verdi", verdi)})
    return raa


def _samlet(raa: bytes, alle: Iterable[Treff]) -> dict[Sti, object]:
    """Each key with its new value; of a list the whole of it."""
    from styring.lesing.bygging import Tvil, bygg

    try:
        data = bygg(raa)
    except Tvil as feil:
        raise StyringFeil("filen er skrevet slik at den må rettes for hånd.") from feil
    ut: dict[Sti, Any] = {}
    for treff in alle:
        assert treff.rettelse is not None  # noqa: S101  asked for above
        if isinstance(treff.sti[-1], str):
            ut[treff.sti] = treff.rettelse[0]
            continue
        over = treff.sti[:-1]
        naa: Any = data
        for del_ in over:
            naa = naa[del_]
        liste = ut.setdefault(over, list(naa))
        liste[treff.sti[-1]] = treff.rettelse[0]
    return ut
