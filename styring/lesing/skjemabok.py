"""A filled form back from Excel: whatever was done to it, it is read, or refused with a reason."""

import re
from collections.abc import Iterator

from styring.fag import skjemabok as bok
from styring.fag.norsk import fold
from styring.fag.nynorsk import gjenkjent, oversett
from styring.fag.skjemabok import Avvist, Celle, Innsendt, Innsendtrad
from styring.lesing.arbeidsbok import Arkcelle, Regneark, les_arkene
from styring.lesing.arkhode import finn_hodet
from styring.lesing.arkmaal import Grense
from styring.lesing.pakke import ForStor, Fremmed, Pakkefeil
from styring.lesing.planbok import les_planen
from styring.lesing.regneark import cellens_dag, ren_tekst, som_dato

_GRENSE = Grense(rader=3000, kolonner=100)

_KOLONNER = tuple((ett.felt, ett.overskrift) for ett in bok.KOLONNER)
_KRAV = frozenset({"id", "status"})
_DATOFELTER = ("forventet_ferdig", "tiltak_frist")
_NYTT_SKJEMA = "Be om et nytt skjema, laget med «styring tertial start … --xlsx»"


def les_bok(fil: str, raa: bytes) -> Innsendt | Avvist:
    """Read one workbook.

    What is wrong with a row is told with the row; a file that is no form is refused whole.
    """
    try:
        arkene = les_arkene(raa, _GRENSE, verdier=False)
        return _med_planen(_les(fil, arkene), arkene)
    except (ForStor, Fremmed) as feil:
        return Avvist(fil, f"{feil}. Åpne skjemaet dere fikk, og lim svarene inn der")
    except Pakkefeil as feil:
        return Avvist(fil, str(feil))


def _med_planen(svar: Innsendt | Avvist, arkene: list[Regneark]) -> Innsendt | Avvist:
    """The form with the tab for the plan; refused whole where the tab can't be read."""
    if isinstance(svar, Avvist):
        return svar
    planen = les_planen(arkene)
    if isinstance(planen, str):
        return Avvist(svar.fil, f"{planen}. {_NYTT_SKJEMA}, og lim svarene inn der")
    return svar._replace(plan=planen)


def _les(fil: str, arkene: list[Regneark]) -> Innsendt | Avvist:
    skjult = next((ark for ark in arkene if ark.navn == bok.SKJULT_ARK), None)
    if skjult is None:
        return Avvist(
            fil,
            "det skjulte arket fra styring mangler, så det er ikke til å se hvilket skjema dette"
            f" er. {_NYTT_SKJEMA}",
        )
    hode = {
        str(skjult.celle(nr, 1).verdi or ""): str(skjult.celle(nr, 2).verdi or "")
        for nr in range(1, 6)
    }
    if hode.get("format") != str(bok.FORMATVERSJON):
        return Avvist(fil, f"skjemaet er laget av en annen utgave av styring. {_NYTT_SKJEMA}")
    for ark in arkene:
        if ark.navn != bok.SKJULT_ARK and (funnet := finn_hodet(ark, _KOLONNER, _KRAV)):
            rad, kolonner = funnet
            mangler = [
                kolonne.overskrift
                for kolonne in bok.KOLONNER
                if kolonne.svar and kolonne.felt not in (*kolonner, "arsslutt")
            ]
            if mangler:
                return Avvist(
                    fil,
                    f"kolonnen «{mangler[0]}» er borte, eller har fått et annet navn. Sett"
                    " overskriften tilbake",
                )
            sendt = dict(_sendt(skjult))
            if hode.get("avtrykk") != bok.avtrykk(
                [
                    hode.get("periode", ""),
                    hode.get("enhet", ""),
                    hode.get("samlet", ""),
                    *_paa_rad(sendt),
                ]
            ):
                return Avvist(
                    fil,
                    "det skjulte arket er endret, så det er ikke til å se hva dere fikk."
                    f" {_NYTT_SKJEMA}",
                )
            rader = tuple(_rader(ark, rad, kolonner, sendt))
            return Innsendt(
                fil,
                hode.get("periode", ""),
                hode.get("enhet", ""),
                rader,
                _samlet(ark, rad),
                hode.get("samlet", ""),
            )
    return Avvist(
        fil, "fant ikke overskriftene «Id» og «Status» i noe ark. Sett dem tilbake slik de var"
    )


def _sendt(skjult: Regneark) -> Iterator[tuple[str, tuple[str, dict[str, str]]]]:
    for nr in range(bok.SENDT_RAD + 1, len(skjult.rader) + 1):
        if id_ := skjult.celle(nr, 1).verdi:
            slag = skjult.celle(nr, 2).verdi
            celler = {
                felt: skjult.celle(nr, plass).verdi for plass, felt in enumerate(bok.SVARFELTER, 3)
            }
            yield (
                f"{slag}:{id_}",
                (
                    str(slag),
                    {felt: "" if verdi is None else str(verdi) for felt, verdi in celler.items()},
                ),
            )


def _paa_rad(sendt: dict[str, tuple[str, dict[str, str]]]) -> Iterator[str]:
    """What was sent, in the order it was sent."""
    for nokkel, (_, celler) in sendt.items():
        yield nokkel
        yield from celler.values()


def _rader(
    ark: Regneark, hode: int, kolonner: dict[str, int], sendt: dict[str, tuple[str, dict[str, str]]]
) -> Iterator[Innsendtrad]:
    slaatt_sammen = [omraade for omraade in ark.sammenslaatt if omraade.til_rad > hode]
    for nr in range(hode + 1, len(ark.rader) + 1):
        raa = {felt: ark.celle(nr, plass) for felt, plass in kolonner.items()}
        uleselig = [
            f"cellene {omraade.navn} er slått sammen; del dem igjen, og skriv i hver rad"
            for omraade in slaatt_sammen
            if omraade.fra_rad <= nr <= omraade.til_rad
        ]
        celler: dict[str, Celle] = {}
        for felt in bok.SVARFELTER:
            celler[felt], feil = _celle(raa[felt], felt) if felt in raa else ("", None)
            uleselig += [feil] if feil else []
        id_, slag = (
            ren_tekst(raa["id"].verdi),
            ren_tekst(raa["slag"].verdi) if "slag" in raa else "",
        )
        if not id_ and not any(celler.values()):
            continue
        slag = (
            slag
            if f"{slag}:{id_}" in sendt
            else next(
                (nokkel.partition(":")[0] for nokkel in sendt if nokkel.partition(":")[2] == id_),
                slag,
            )
        )
        gammelt = sendt.get(f"{slag}:{id_}", ("", dict.fromkeys(bok.SVARFELTER, "")))[1]
        yield Innsendtrad(
            nr,
            id_,
            slag,
            ren_tekst(raa["tittel"].verdi).split("\n")[0] if "tittel" in raa else "",
            celler,
            gammelt,
            tuple(uleselig),
        )


def _celle(celle: Arkcelle, felt: str) -> tuple[Celle, str | None]:
    """Give what stands in an answer, and what is wrong with the cell itself."""
    navn, verdi = bok.overskrift(felt), celle.verdi
    if celle.slag == "f":
        return "", f"under «{navn}» står det en formel; skriv selve svaret"
    if celle.slag == "e":
        return "", f"under «{navn}» står det en regnefeil ({verdi}); skriv selve svaret"
    if dag := cellens_dag(verdi):
        if felt == "forventet_ferdig" and not _viser_dag(celle.tallformat):
            # What Excel makes of «2023-11»: shown as a month, stored as its first day.
            return f"{dag.year}-{dag.month:02}", None
        return (dag if felt in _DATOFELTER else dag.isoformat()), None
    if felt in _DATOFELTER and (serienummer := som_dato(verdi)):
        return serienummer, None
    skrevet = ren_tekst(verdi)
    # whichever målform the form was made in, the word is from here on the one in bokmål
    return gjenkjent(skrevet, bok.VALG.get(felt, ())) or skrevet, None


def _viser_dag(tallformat: str) -> bool:
    """Whether a date format shows the day of the month, and not the month alone."""
    return "d" in re.sub(r'"[^"]*"|\[[^\]]*\]', "", tallformat).lower()


def _samlet(ark: Regneark, hode: int) -> str:
    """The overall word: the first text to the right of its label, above the table."""
    merkene = (fold(bok.SAMLET), fold(oversett(bok.SAMLET)))
    for rad in ark.rader[:hode]:
        for plass, celle in enumerate(rad):
            if isinstance(celle.verdi, str) and fold(celle.verdi).startswith(merkene):
                return next(
                    (
                        tekst
                        for til_hoyre in rad[plass + 1 :]
                        if (tekst := ren_tekst(til_hoyre.verdi))
                    ),
                    "",
                )
    return ""
