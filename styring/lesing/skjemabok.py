"""A filled form back from Excel: whatever was done to it, it is read, or refused with a reason."""

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any

from styring.fag import skjemabok as bok
from styring.fag.norsk import fold, heltall
from styring.fag.skjemabok import Avvist, Celle, Innsendt, Innsendtrad
from styring.feil import StyringFeil
from styring.lesing.regneark import ren_tekst, som_dato

_STORST_UTPAKKET = 60_000_000
_FLEST_RADER = 3000

_DATOFELTER = ("forventet_ferdig", "tiltak_frist")
_GAMMEL = b"\xd0\xcf\x11\xe0"
_NYTT_SKJEMA = "Be om et nytt skjema, laget med «styring tertial start … --xlsx»"


def les_bok(fil: str, raa: bytes) -> Innsendt | Avvist:
    """Read one workbook. What is wrong with a row is told with the row; a file that is no form is refused whole."""
    if grunn := _ikke_lesbar(raa):
        return Avvist(fil, grunn)
    try:
        arbeidsbok = _openpyxl().load_workbook(BytesIO(raa))
    except StyringFeil:
        raise
    except Exception:  # noqa: BLE001  a damaged workbook makes the library raise anything at all
        return Avvist(fil, "filen kan ikke åpnes; den er trolig skadet. Åpne den i Excel, lagre den på nytt som .xlsx, og send den en gang til")
    return _les(fil, arbeidsbok)


def _openpyxl() -> Any:  # noqa: ANN401  loaded only where Excel is read
    try:
        import openpyxl
    except ImportError as feil:
        raise StyringFeil('Excel-skjemaer trenger tillegget «excel». Installer det: pip install "styring[excel]"') from feil
    return openpyxl


def _ikke_lesbar(raa: bytes) -> str | None:
    """Why a file is not opened at all: another format, a password, or far too much in it."""
    if raa.startswith(_GAMMEL):
        return "filen har passord, eller er lagret i det gamle formatet .xls. Lagre den som .xlsx uten passord"
    try:
        with zipfile.ZipFile(BytesIO(raa)) as pakke:
            return _ikke_lesbar_pakke(pakke)
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, ValueError, NotImplementedError):
        return "filen er ikke en Excel-fil, eller er skadet. Lagre den på nytt som .xlsx"


def _ikke_lesbar_pakke(pakke: zipfile.ZipFile) -> str | None:
    if sum(del_.file_size for del_ in pakke.infolist()) > _STORST_UTPAKKET:
        return f"filen er for stor til å være et skjema. {_NYTT_SKJEMA}"
    if "xl/workbook.xml" not in pakke.namelist():
        return "filen er ikke en Excel-fil. Lagre den som .xlsx"
    for navn in pakke.namelist():
        if navn.endswith(".xml") and b"<!DOCTYPE" in pakke.read(navn)[:2000]:
            return f"filen har innhold som ikke hører til i et skjema. {_NYTT_SKJEMA}"
        if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", navn) and (rader := _siste_rad(pakke.read(navn))) > _FLEST_RADER:
            return f"regnearket går til rad {heltall(rader)}. Åpne skjemaet dere fikk, og lim svarene inn der"
    return None


def _siste_rad(ark: bytes) -> int:
    """The number of the last row that a sheet holds anything in, or how many there are, whichever is more."""
    numre = re.findall(rb'<row [^>]*?\br="(\d{1,9})"', ark)
    return max(ark.count(b"<row "), max(map(int, numre), default=0))


def _les(fil: str, arbeidsbok: Any) -> Innsendt | Avvist:  # noqa: ANN401  openpyxl's own types say little
    if bok.SKJULT_ARK not in arbeidsbok.sheetnames:
        return Avvist(fil, f"det skjulte arket fra styring mangler, så det er ikke til å se hvilket skjema dette er. {_NYTT_SKJEMA}")
    skjult = arbeidsbok[bok.SKJULT_ARK]
    hode = {str(skjult.cell(nr, 1).value or ""): str(skjult.cell(nr, 2).value or "") for nr in range(1, 6)}
    if hode.get("format") != str(bok.FORMATVERSJON):
        return Avvist(fil, f"skjemaet er laget av en annen utgave av styring. {_NYTT_SKJEMA}")
    for ark in arbeidsbok.worksheets:
        if ark.title != bok.SKJULT_ARK and (funnet := _finn_hodet(ark)):
            rad, kolonner = funnet
            mangler = [kolonne.overskrift for kolonne in bok.KOLONNER if kolonne.svar and kolonne.felt not in (*kolonner, "arsslutt")]
            if mangler:
                return Avvist(fil, f"kolonnen «{mangler[0]}» er borte, eller har fått et annet navn. Sett overskriften tilbake")
            sendt = dict(_sendt(skjult))
            if hode.get("avtrykk") != bok.avtrykk([hode.get("periode", ""), hode.get("enhet", ""), hode.get("samlet", ""), *_paa_rad(sendt)]):
                return Avvist(fil, f"det skjulte arket er endret, så det er ikke til å se hva dere fikk. {_NYTT_SKJEMA}")
            rader = tuple(_rader(ark, rad, kolonner, sendt))
            return Innsendt(fil, hode.get("periode", ""), hode.get("enhet", ""), rader, _samlet(ark, rad), hode.get("samlet", ""))
    return Avvist(fil, "fant ikke overskriftene «Id» og «Status» i noe ark. Sett dem tilbake slik de var")


def _finn_hodet(ark: Any) -> tuple[int, dict[str, int]] | None:  # noqa: ANN401  openpyxl's own types say little
    """Find the row of headings, wherever it has been moved, and which column holds what."""
    navn = {fold(kolonne.overskrift): kolonne.felt for kolonne in bok.KOLONNER}
    for nr, rad in enumerate(ark.iter_rows(min_row=1, max_row=min(ark.max_row, 40), values_only=True), 1):
        kolonner = {navn[fold(verdi)]: plass for plass, verdi in enumerate(rad, 1) if isinstance(verdi, str) and fold(verdi) in navn}
        if {"id", "status"} <= kolonner.keys():
            return nr, kolonner
    return None


def _sendt(skjult: Any) -> Iterator[tuple[str, tuple[str, dict[str, str]]]]:  # noqa: ANN401  openpyxl's own types say little
    for rad in skjult.iter_rows(min_row=bok.SENDT_RAD + 1, values_only=True):
        if rad and rad[0]:
            verdier = [str(verdi) if verdi is not None else "" for verdi in (*rad, *[None] * len(bok.SVARFELTER))]
            yield f"{rad[1]}:{rad[0]}", (str(rad[1]), dict(zip(bok.SVARFELTER, verdier[2:], strict=False)))


def _paa_rad(sendt: dict[str, tuple[str, dict[str, str]]]) -> Iterator[str]:
    """What was sent, in the order it was sent."""
    for nokkel, (_, celler) in sendt.items():
        yield nokkel
        yield from celler.values()


def _rader(ark: Any, hode: int, kolonner: dict[str, int], sendt: dict[str, tuple[str, dict[str, str]]]) -> Iterator[Innsendtrad]:  # noqa: ANN401  openpyxl's own types say little
    slaatt_sammen = [omraade for omraade in ark.merged_cells.ranges if omraade.max_row > hode]
    for nr in range(hode + 1, ark.max_row + 1):
        raa = {felt: ark.cell(nr, plass) for felt, plass in kolonner.items()}
        uleselig = [
            f"cellene {omraade.coord} er slått sammen; del dem igjen, og skriv i hver rad"
            for omraade in slaatt_sammen
            if omraade.min_row <= nr <= omraade.max_row
        ]
        celler: dict[str, Celle] = {}
        for felt in bok.SVARFELTER:
            celler[felt], feil = _celle(raa[felt], felt) if felt in raa else ("", None)
            uleselig += [feil] if feil else []
        id_, slag = ren_tekst(raa["id"].value), ren_tekst(raa["slag"].value) if "slag" in raa else ""
        if not id_ and not any(celler.values()):
            continue
        slag = slag if f"{slag}:{id_}" in sendt else next((nokkel.partition(":")[0] for nokkel in sendt if nokkel.partition(":")[2] == id_), slag)
        gammelt = sendt.get(f"{slag}:{id_}", ("", dict.fromkeys(bok.SVARFELTER, "")))[1]
        yield Innsendtrad(nr, id_, slag, ren_tekst(raa["tittel"].value).split("\n")[0] if "tittel" in raa else "", celler, gammelt, tuple(uleselig))


def _celle(celle: Any, felt: str) -> tuple[Celle, str | None]:  # noqa: ANN401  openpyxl's own types say little
    """Give what stands in an answer, and what is wrong with the cell itself."""
    navn, verdi = bok.overskrift(felt), celle.value
    if celle.data_type == "f":
        return "", f"under «{navn}» står det en formel; skriv selve svaret"
    if celle.data_type == "e":
        return "", f"under «{navn}» står det en regnefeil ({verdi}); skriv selve svaret"
    if isinstance(verdi, datetime | date):
        dag = verdi.date() if isinstance(verdi, datetime) else verdi
        if felt == "forventet_ferdig" and not _viser_dag(str(celle.number_format)):
            # What Excel makes of «2023-11»: shown as a month, stored as its first day.
            return f"{dag.year}-{dag.month:02}", None
        return (dag if felt in _DATOFELTER else dag.isoformat()), None
    if felt in _DATOFELTER and (serienummer := som_dato(verdi)):
        return serienummer, None
    return ren_tekst(verdi), None


def _viser_dag(tallformat: str) -> bool:
    """Whether a date format shows the day of the month, and not the month alone."""
    return "d" in re.sub(r'"[^"]*"|\[[^\]]*\]', "", tallformat).lower()


def _samlet(ark: Any, hode: int) -> str:  # noqa: ANN401  openpyxl's own types say little
    """The overall word: the first text to the right of its label, above the table."""
    for rad in ark.iter_rows(min_row=1, max_row=hode, values_only=True):
        for plass, verdi in enumerate(rad):
            if isinstance(verdi, str) and fold(verdi).startswith(fold(bok.SAMLET)):
                return next((ren_tekst(til_hoyre) for til_hoyre in rad[plass + 1 :] if ren_tekst(til_hoyre)), "")
    return ""
