"""A list of vedtak, from xlsx or csv, and the small mapping file beside it."""

from typing import Any

from styring.fag.norsk import heltall, mente_du
from styring.fag.vedtaksliste import FELTER, Listekart, Listerad
from styring.feil import StyringFeil
from styring.lesing.arbeidsbok import les_arkene
from styring.lesing.bygging import Tvil, bygg, uten_tomme
from styring.lesing.csvliste import les_csv
from styring.lesing.pakke import ForStor, Fremmed, Grense, Pakkefeil
from styring.lesing.regneark import ren_tekst
from styring.lesing.tegn import tekst_av

_DELER = ("kolonner", "standard", "navn")
"""What a map says: which column is what, what holds for all, and what the list's own names mean."""
_REGNEARK = (b"PK", b"\xd0\xcf\x11\xe0")
"""What xlsx begins with, and the old xls."""
_GRENSE = Grense(rader=20_000, kolonner=200)


def les_liste(fil: str, raa: bytes) -> list[Listerad]:
    """Read every row below the first one that has at least two cells. Raises StyringFeil."""
    rader = _fra_xlsx(fil, raa) if raa.startswith(_REGNEARK) else _fra_csv(fil, raa)
    hode = next(
        (nr for nr, rad in enumerate(rader) if sum(bool(ren_tekst(celle)) for celle in rad) > 1),
        None,
    )
    if hode is None:
        raise StyringFeil(
            f"«{fil}» har ingen rad med overskrifter. Lagre listen med én overskrift over hver"
            " kolonne."
        )
    overskrifter = [ren_tekst(celle) for celle in rader[hode]]
    ut = []
    for nr, rad in enumerate(rader[hode + 1 :], hode + 2):
        celler = {
            overskrift: celle
            for overskrift, celle in zip(overskrifter, rad, strict=False)
            if overskrift and ren_tekst(celle)
        }
        if celler:
            ut.append(Listerad(nr, celler))
    return ut


def les_kart(fil: str, raa: bytes) -> Listekart:
    """Read a mapping file. Raises StyringFeil."""
    tekst, treff = tekst_av(fil, raa)
    try:
        data: Any = None if treff else uten_tomme(bygg(tekst.encode()))
    except Tvil:
        data = None
    for del_ in data if isinstance(data, dict) else ():
        if del_ not in _DELER:
            ment = mente_du(str(del_), _DELER)
            raise StyringFeil(
                f"«{del_}» er ikke en del av et kart («{fil}»)."
                f" {f'Mente du «{ment}»?' if ment else 'Delene er ' + ', '.join(_DELER) + '.'}"
            )
    if (
        not isinstance(data, dict)
        or not all(isinstance(del_, dict) for del_ in data.values())
        or not data.get("kolonner")
    ):
        raise StyringFeil(
            f"«{fil}» er ikke et kart over kolonnene. Lag et forslag med «styring importer vedtak"
            " LISTE», og rett det."
        )
    for felt in (*data["kolonner"], *data.get("standard", {})):
        if felt not in FELTER:
            ment = mente_du(str(felt), FELTER)
            raise StyringFeil(
                f"«{felt}» i «{fil}» er ikke et felt i et vedtak."
                f" {f'Mente du «{ment}»?' if ment else 'Feltene er ' + ', '.join(FELTER) + '.'}"
            )
    deler = [
        {str(navn): str(verdi) for navn, verdi in data.get(del_, {}).items()} for del_ in _DELER
    ]
    return Listekart(*deler)


def _fra_xlsx(fil: str, raa: bytes) -> list[list[object]]:
    try:
        arkene = les_arkene(raa, _GRENSE, verdier=True)
    except (ForStor, Fremmed) as feil:
        raise StyringFeil(
            f"«{fil}»: {feil}. Lagre bare listen i en ny fil, og del den opp hvis den er lang."
        ) from feil
    except Pakkefeil as feil:
        raise StyringFeil(f"«{fil}»: {feil}.") from feil
    return [[celle.verdi for celle in rad] for rad in arkene[0].rader] if arkene else []


def _fra_csv(fil: str, raa: bytes) -> list[list[object]]:
    rader: list[list[object]] = []
    for rad in les_csv(fil, raa):
        rader.append(list(rad))
        if len(rader) > _GRENSE.rader or len(rad) > _GRENSE.kolonner:
            raise StyringFeil(
                f"«{fil}» har mer enn {heltall(_GRENSE.rader)} rader eller {_GRENSE.kolonner}"
                " kolonner. Del listen opp."
            )
    return rader
