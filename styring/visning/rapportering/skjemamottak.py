"""What filled forms would change, and what is refused, as a page."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import PurePath

from styring.fag.dekning import avdekk
from styring.fag.kalender import kortdato
from styring.fag.norsk import antall, opplisting
from styring.fag.planbok import ARK, DATOER
from styring.fag.skjemabok import SAMLET_ID
from styring.sporring.rapportering.mottakssvar import Avslag, Innlevering, Radsvar
from styring.sporring.rapportering.plansvar import Planavslag, Planlinjesvar, Planmerknad
from styring.visning.felles.blokker import (
    Bit,
    Blokk,
    Kolonne,
    Linje,
    Overskrift,
    Side,
    Tabell,
    dempet,
    linje,
)

_KORT = 120


def side(svar: Innlevering) -> Side:
    """Lay out each form: what changes, what must be put right, and what nobody has answered."""
    side: list[Blokk] = []
    for fil in dict.fromkeys(
        [*(ett.fil for ett in svar.svar), *(ett.fil for ett in svar.avslag), *svar.ubesvarte]
    ):
        nye = [ett for ett in svar.svar if ett.fil == fil and ett.felter]
        avslag = [ett for ett in svar.avslag if ett.fil == fil]
        tall = [antall(len(nye), "svar")] + (
            [f"{antall(len(avslag), 'rad')} må rettes"] if avslag else []
        )
        tall += (
            [f"{antall(svar.ubesvarte[fil], 'rad')} ikke besvart"]
            if svar.ubesvarte.get(fil)
            else []
        )
        side.append(Overskrift(f"{fil}: {' · '.join(tall)}", niva=2))
        if nye:
            side.append(
                Tabell(
                    (Kolonne("Rad", tall=True), Kolonne("Sak"), Kolonne("Endring", fri=True)),
                    tuple(rad for ett in nye for rad in _endringer(ett)),
                )
            )
        side += [
            *([linje()] if nye and avslag else []),
            *(en for ett in avslag for en in _avslag(ett)),
        ]
    side += [
        linje(Bit(f"{avvist.fil}: {avvist.grunn}.", "feil", "feil")) for avvist in svar.avviste
    ]
    return side


def planene(
    svar: Sequence[Planlinjesvar], avslag: Sequence[Planavslag], merknader: Sequence[Planmerknad]
) -> Side:
    """What the tab for the plan changes, the lines that are not taken, and what else is said."""
    rader = tuple(
        (Bit(str(ett.rad)), Bit(ett.plan, "id"), Bit(_planendringen(ett))) for ett in svar
    )
    kolonner = (Kolonne("Rad", tall=True), Kolonne("Plan"), Kolonne("Endring", fri=True))
    tabell: list[Blokk] = [Overskrift("Virksomhetsplanen", niva=2), Tabell(kolonner, rader)]
    return [
        *(tabell if rader else []),
        *(
            linje(Bit(f"{ett.fil}, {ARK}, rad {ett.rad}: {_setning(ett)}", "feil", "feil"))
            for ett in avslag
        ),
        *(
            linje(Bit(f"{ett.fil}, {ARK}: {ett.tekst}", "advarsel", "advarsel"))
            for ett in merknader
        ),
    ]


def _planendringen(svar: Planlinjesvar) -> str:
    """What a line changes: a day in words as the day that is stored."""
    dager = {felt: svar.felter[felt] for felt in DATOER if felt in svar.felter}
    vist = {felt: kortdato(dag) for felt, dag in dager.items() if isinstance(dag, date)}
    if svar.plass is None:
        return f"ny linje{''.join(f', {felt} {dag}' for felt, dag in vist.items())}"
    felter = (f"{felt} {vist[felt]}" if felt in vist else felt for felt in sorted(svar.felter))
    return f"endret: {opplisting(felter)}"


def _setning(avslag: Planavslag) -> str:
    return avslag.grunn if avslag.grunn.endswith("?") else f"{avslag.grunn}."


def rettet_siden(svar: Innlevering) -> Side:
    """Name the rows that were put right in the form that was sent back: they are not read anew."""
    per_fil: dict[str, list[str]] = {}
    for ett in svar.rettet:
        per_fil.setdefault(ett.fil, []).append(str(ett.nr))
    return [
        linje(dempet(f"{fil}, rad {opplisting(rader)}: rettet i «rettes» siden, og det gjelder."))
        for fil, rader in per_fil.items()
    ]


def rettes(filer: list[str]) -> Side:
    """Say where the forms to be sent back lie."""
    sider: list[Linje] = [
        linje(Bit(f"Skjema med det som må rettes, og hvorfor: {fil}", "", "pil")) for fil in filer
    ]
    return (
        [
            *sider,
            linje(dempet(f"Les inn når det er rettet: styring tertial importer {_mappen(filer)}")),
        ]
        if filer
        else sider
    )


def _mappen(filer: list[str]) -> str:
    """The one file, or the folder that several lie in."""
    return filer[0] if len(filer) == 1 else str(PurePath(filer[0]).parent)


def erstattet(filer: Sequence[str]) -> Side:
    """Name the forms that were sent back, and sent back again after that, and how one of them is
    read all the same.
    """
    if not filer:
        return []
    navn = opplisting(PurePath(fil).name for fil in filer)
    hva = f"Leses ikke, for et nyere skjema er sendt tilbake etter: {navn}."
    raad = f"Er det likevel der svarene står: styring tertial importer {filer[0]}"
    return [linje(dempet(hva)), linje(dempet(raad))]


def ikke_lest(navn: list[str]) -> Side:
    """Name the files in a folder that are no forms: nothing is passed by in silence."""
    return (
        [
            linje(
                Bit(
                    f"Ikke lest, siden de ikke er .xlsx: {', '.join(navn)}. Lagre dem som .xlsx"
                    " hvis de er skjemaer.",
                    "advarsel",
                    "advarsel",
                )
            )
        ]
        if navn
        else []
    )


def _endringer(svar: Radsvar) -> Iterator[tuple[Bit, ...]]:
    for nr, endring in enumerate(svar.endringer):
        foer = f"{_kort(endring.foer)} → " if endring.foer else ""
        hva = Bit(f"{endring.navn}: {foer}{_kort(endring.etter) or '(tomt)'}")
        yield (Bit(str(svar.nr) if nr == 0 else ""), Bit(svar.id if nr == 0 else "", "id"), hva)


def _avslag(avslag: Avslag) -> Iterator[Linje]:
    for grunn in avslag.grunner:
        hvor = f"{avslag.enhet}, rad {avslag.nr}" + (
            f", {_kort(avslag.tittel)}" if avslag.tittel else ""
        )
        yield linje(Bit(hvor, "feil", "feil"), f": {avdekk(grunn)}")


def _kort(tekst: str) -> str:
    en_linje = " ".join(tekst.split())
    return en_linje if len(en_linje) <= _KORT else en_linje[: _KORT - 1] + "…"


def uten_samlet(svar: Innlevering) -> Side:
    """Name the units whose overall word is not written, since nobody can deliver without it."""
    skrevet = {f"{ett.periode}/{ett.enhet}" for ett in svar.svar if ett.id == SAMLET_ID}
    mangler = [
        skjema.navn
        for id_, skjema in svar.skjemaer.items()
        if not skjema.samlet_vurdering and id_ not in skrevet
    ]
    if not mangler:
        return []
    hva = (
        f"Samlet vurdering mangler fra {opplisting(mangler)}. Den skrives øverst i skjemaet, og må"
        " være der før levering. Skriv den i filen (når den er lest, ligger den i «ferdig») eller"
        " i skjemaet i «rettes», og les den inn på nytt."
    )
    return [linje(Bit(hva, "advarsel", "advarsel"))]


def ubesvart(svar: Innlevering) -> Side:
    """Say that nothing new came in."""
    return (
        [] if any(ett.felter for ett in svar.svar) else [linje(dempet("Ingen nye svar å skrive."))]
    )
