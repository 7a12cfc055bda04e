"""A list of vedtak, from xlsx or csv, and the small mapping file beside it."""

import csv
import io
import zipfile
from typing import Any

from styring.fag.norsk import mente_du
from styring.fag.vedtaksliste import FELTER, Kart, Listerad
from styring.feil import StyringFeil
from styring.lesing.bygging import Tvil, bygg
from styring.lesing.regneark import ren_tekst
from styring.lesing.tegn import tekst_av

_FLEST_RADER = 20_000
_STORST_UTPAKKET = 200_000_000


def les_liste(fil: str, raa: bytes) -> list[Listerad]:
    """Read every row below the first one that has at least two cells. Raises StyringFeil."""
    rader = _fra_xlsx(fil, raa) if raa.startswith(b"PK") else _fra_csv(fil, raa)
    if len(rader) > _FLEST_RADER:
        raise StyringFeil(f"«{fil}» har mer enn {_FLEST_RADER} rader. Del listen opp.")
    hode = next((nr for nr, rad in enumerate(rader) if sum(bool(ren_tekst(celle)) for celle in rad) > 1), None)
    if hode is None:
        raise StyringFeil(f"«{fil}» har ingen rad med overskrifter. Lagre listen med én overskrift over hver kolonne.")
    overskrifter = [ren_tekst(celle) for celle in rader[hode]]
    ut = []
    for nr, rad in enumerate(rader[hode + 1 :], hode + 2):
        celler = {overskrift: celle for overskrift, celle in zip(overskrifter, rad, strict=False) if overskrift and ren_tekst(celle)}
        if celler:
            ut.append(Listerad(nr, celler))
    return ut


def les_kart(fil: str, raa: bytes) -> Kart:
    """Read a mapping file. Raises StyringFeil."""
    tekst, treff = tekst_av(fil, raa)
    try:
        data: Any = None if treff else bygg(tekst.encode())
    except Tvil:
        data = None
    if not isinstance(data, dict) or not all(isinstance(del_, dict) for del_ in data.values()) or not data.get("kolonner"):
        raise StyringFeil(f"«{fil}» er ikke et kart over kolonnene. Lag et forslag med «styring importer vedtak LISTE», og rett det.")
    for felt in (*data["kolonner"], *data.get("standard", {})):
        if felt not in FELTER:
            ment = mente_du(str(felt), FELTER)
            raise StyringFeil(f"«{felt}» i «{fil}» er ikke et felt i et vedtak. {f'Mente du «{ment}»?' if ment else 'Feltene er ' + ', '.join(FELTER) + '.'}")
    deler = [{str(navn): str(verdi) for navn, verdi in data.get(del_, {}).items()} for del_ in ("kolonner", "standard", "navn")]
    return Kart(*deler)


def _fra_xlsx(fil: str, raa: bytes) -> list[list[object]]:
    try:
        import openpyxl
    except ImportError as feil:
        raise StyringFeil('Excel-lister trenger tillegget «excel». Installer det (pip install "styring[excel]"), eller lagre listen som csv.') from feil
    try:
        if _utpakket(raa) > _STORST_UTPAKKET:
            return [["", ""]] * (_FLEST_RADER + 2)
        ark = openpyxl.load_workbook(io.BytesIO(raa), read_only=True, data_only=True).worksheets[0]
        return [list(rad) for rad, _ in zip(ark.iter_rows(values_only=True), range(_FLEST_RADER + 2), strict=False)]
    except Exception as feil:
        raise StyringFeil(f"«{fil}» kan ikke åpnes. Åpne den i Excel, og lagre den på nytt som .xlsx eller csv.") from feil


def _utpakket(raa: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(raa)) as pakke:
        return sum(del_.file_size for del_ in pakke.infolist())


def _fra_csv(fil: str, raa: bytes) -> list[list[object]]:
    try:
        tekst = raa.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What Excel in Norwegian writes as «csv».
        tekst = raa.decode("cp1252", errors="replace")
    if "\0" in tekst:
        raise StyringFeil(f"«{fil}» er verken xlsx eller csv. Lagre listen på nytt.")
    forste = tekst.partition("\n")[0]
    skille = max(";\t,", key=forste.count)
    csv.field_size_limit(1 << 20)
    try:
        return [list(rad) for rad in csv.reader(io.StringIO(tekst, newline=""), delimiter=skille)]
    except csv.Error as feil:
        raise StyringFeil(f"«{fil}» kan ikke leses som csv. Lagre listen på nytt fra regnearket.") from feil
