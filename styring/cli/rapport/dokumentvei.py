"""The one way of every report: read the data and remember its id, and when the answer is there: lay
it out, and write it or hold it against a file.
"""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from styring import __version__
from styring.cli.felles import innlasting
from styring.cli.felles.filskriving import skriv_bytes
from styring.cli.felles.strommer import Strom
from styring.cli.felles.utskrift import er_terminal, skriv, skriv_markdown
from styring.cli.felles.verdier import dagen_for
from styring.cli.rapport.bestilling import Bestilling
from styring.fag.norsk import antall, opplisting
from styring.feil import StyringFeil, UlesteData
from styring.modell.form import Leser
from styring.prosjekt.filer import er_mappe, finnes, les_fil, ligger_i
from styring.prosjekt.maler import MAPPE, Malkilde, egen_mal, egen_tekstmal, har_egne, malkilden
from styring.prosjekt.tre import Arbeidstre
from styring.prosjekt.tre_id import MedTreId
from styring.register.dekket import i_maalformen, paa_nynorsk
from styring.register.register import Register
from styring.register.typer import alle, holder, kan_unntas
from styring.visning.felles.trygg import enlinje
from styring.visning.rapport import dokumenter
from styring.visning.rapport.malfiler import mente_mal
from styring.visning.rapport.stempel import Merke, Stempel

if TYPE_CHECKING:
    from styring.lesing.innlesing import Innlesing
    from styring.prosjekt.gittre import Gittre


class Rapportdata(NamedTuple):
    """The data as one reader may see it (``innlesing``) and whole, and how they were read.

    ``tidligere`` is the earlier version, where it is one.

    ``merke`` is what the file to hold against says of itself, ``tvil`` why it can't be proved to be
    of the data it names.
    """

    innlesing: "Innlesing"
    hele: Register
    tidligere: "Gittre | None"
    rot: Path
    maler: Malkilde
    tre: MedTreId
    bestilling: Bestilling
    merke: Merke | None
    tvil: str

    @property
    def register(self) -> Register:
        """All records this reader may see."""
        return self.innlesing.register

    @property
    def dag(self) -> date | None:
        """The day named, else that of the file to hold against, else None: the report says itself
        which.
        """
        if self.bestilling.dato or self.bestilling.per:
            return dagen_for(self.bestilling.dato, self.bestilling.per)
        return self.merke.dato if self.merke else None


class Rapport(NamedTuple):
    """One answer on its way to paper: its template, its day, and the arguments that
    make it again.
    """

    mal: str
    svar: object
    dato: date
    argumenter: tuple[str, ...]
    utkast: bool = False
    register: Register | None = None
    """What it was made of, where that is what was approved and not the data as they were read."""
    periode: str = ""


def les(bestilling: Bestilling, dag: date | None = None) -> Rapportdata:
    """Read everything, as far as its reader may see it on a day; today when none is given. Raises
    StyringFeil, also where the file to hold against is no report.
    """
    under = innlasting.treet(bestilling.prosjekt, bestilling.ved, bestilling.per)
    if bestilling.ut and bestilling.kontroll:
        raise StyringFeil(
            "--ut og --kontroll kan ikke brukes sammen. --kontroll skriver ingenting."
        )
    merke, tvil = None, ""
    if bestilling.kontroll:
        # only where there is a file to hold against
        from styring.cli.rapport.kontroll import dataene_bak, merket

        merke = merket(bestilling.form, bestilling.kontroll)
        bare_her = bool(bestilling.ved or bestilling.per)
        under, tvil = dataene_bak(under, merke, bestilling.kontroll, bare_her=bare_her)
    tre = MedTreId(under)
    tidligere = under if not isinstance(under, Arbeidstre) else None
    hele = innlasting.les_inn(tre)
    innlesing = innlasting.smalnet(hele, bestilling.for_, tidligere, dag)
    _krev_at_alle_kan_leses(innlesing.register)
    _si_fra_om_malnavn(under.navn_ved_siden_av(MAPPE) if har_egne(under) else [])
    innlesing = replace(innlesing, register=i_maalformen(innlesing.register))
    return Rapportdata(
        innlesing,
        hele.register,
        tidligere,
        under.rot,
        malkilden(under),
        tre,
        bestilling,
        merke,
        tvil,
    )


def _krev_at_alle_kan_leses(register: Register) -> None:
    """Refuse a document for the public where a record that may be exempt could not be read: nobody
    knows what else names it. Raises UlesteData.
    """
    ukjente = [
        type_.ord[1]
        for type_ in alle()
        if kan_unntas(type_) and any(holder(type_, fil) for fil in register.uleste)
    ]
    if register.leser is Leser.OFFENTLIG and ukjente:
        raise UlesteData(
            f"ingenting er laget: noen {opplisting(ukjente)} kan ikke leses, og ingen vet om"
            " de er unntatt offentlighet. Se hva som er galt med «styring valider»."
        )


def _si_fra_om_malnavn(navnene: list[str]) -> None:
    """Tell of files that look like templates by their names, but replace none: else the report is
    quietly laid out by ours.
    """
    for navn in navnene:
        if ment := mente_mal(navn):
            sys.stderr.write(
                f"styring: {MAPPE}/{enlinje(navn)} erstatter ingen mal. Mente du «{ment}»?\n"
            )


def lever(lest: Rapportdata, rapport: Rapport) -> int:
    """Write the report where it was asked for, or hold it against the file.

    Returns the exit code.
    """
    register = rapport.register or lest.register
    innhold = lag(lest, rapport, lest.bestilling.form)
    if register.uleste:
        sys.stderr.write(
            f"styring: {antall(len(register.uleste), 'fil')} kunne ikke leses, så rapporten er ikke"
            " hel. Se hva som er galt med «styring valider».\n"
        )
    if lest.bestilling.kontroll and lest.merke:
        from styring.cli.rapport.kontroll import kontroller

        return (
            1
            if register.uleste
            else kontroller(
                lest.bestilling.form,
                lest.bestilling.kontroll,
                innhold,
                lest.tvil,
                register.unntatt_siden,
            )
        )
    si_fra_om_det_utenfor(lest.tre)
    _skriv(lest, innhold)
    return 1 if register.uleste else 0


def lag(lest: Rapportdata, rapport: Rapport, form: str) -> bytes:
    """Make the report in one form. Raises StyringFeil."""
    register = rapport.register or lest.register
    dokument = dokumenter.Dokument(
        mal=rapport.mal,
        svar=rapport.svar,
        kommune=lest.register.navn,
        utkast=rapport.utkast,
        stempel=_stempel(lest, rapport),
        leser=lest.register.leser,
        utelatt=register.utelatt,
        uleste=register.uleste,
        paa_nynorsk=paa_nynorsk(lest.register),
    )
    maler = dokumenter.Maler(
        lambda navn: egen_tekstmal(lest.maler, navn), lambda navn: egen_mal(lest.maler, navn)
    )
    return dokumenter.lag(form, dokument, maler)


def si_fra_om_det_utenfor(tre: MedTreId) -> None:
    """Tell of files that are in the report and that git has not got as they are: nobody else can
    make it again.
    """
    if antall_filer := len(tre.utenfor):
        sys.stderr.write(
            f"styring: {antall(antall_filer, 'fil')} under data/ er ikke lagt inn i git slik"
            f" {'den' if antall_filer == 1 else 'de'} er nå. Før det er gjort, kan ingen andre lage"
            " rapporten på nytt.\n"
        )


def _stempel(lest: Rapportdata, rapport: Rapport) -> Stempel:
    """The mark: of what was read now, or the file's own when one is held against it."""
    ord_ = (
        f'"{ett}"' if " " in ett else ett
        for ett in (
            "styring",
            "rapport",
            *rapport.argumenter,
            "--for",
            lest.register.leser,
            "--dato",
            rapport.dato.isoformat(),
        )
    )
    kommando = " ".join(ord_)
    periode = rapport.periode if rapport.register and rapport.register.er_grunnlaget else ""
    if lest.merke:
        return Stempel(
            rapport.dato,
            lest.merke.tre,
            lest.merke.versjon,
            kommando,
            periode,
            lest.merke.verdier.get("naa", ""),
        )
    return Stempel(
        rapport.dato,
        lest.tre.tre_id(f"data/rapporter/{periode}" if periode else "data"),
        __version__,
        kommando,
        periode,
        _naa(lest),
    )


def _naa(lest: Rapportdata) -> str:
    """The id of the data that said what is exempt, where the report is made of an
    earlier version.
    """
    if lest.tidligere is None or lest.register.leser is Leser.LEDELSE:
        return ""
    from styring.cli.felles.dagens_dom import treet_naa  # only of an earlier version

    tre = MedTreId(treet_naa(lest.rot))
    for fil in tre.filer():
        tre.les(fil)
    return tre.tre_id()


def _skriv(lest: Rapportdata, innhold: bytes) -> None:
    form, ut = lest.bestilling.form, lest.bestilling.ut
    if ut and str(ut) != "-":
        if ligger_i(ut, lest.rot / "data"):
            raise StyringFeil(f"«{ut}» ligger blant dataene. Legg rapporter utenfor data/.")
        if er_mappe(ut):
            raise StyringFeil(f"«{ut}» er en mappe. Oppgi navnet på filen også.")
        if finnes(ut) and not _er_vaar(form, ut):
            raise StyringFeil(
                f"«{ut}» finnes, og er laget eller endret av andre enn styring. Velg et annet navn,"
                " så ingenting går tapt."
            )
        skriv_bytes(ut, innhold)
        skriv(f"Skrev «{ut}».\n")
    elif form in dokumenter.BINAERE:
        if er_terminal():
            raise StyringFeil(
                f"{form} kan ikke vises i en terminal. Skriv til en fil med --ut, for eksempel --ut"
                f" rapport.{form}."
            )
        Strom.skriv_bytes(cast("Strom", sys.stdout), innhold)
    elif form == "md":
        skriv_markdown(innhold.decode())
    else:
        skriv(innhold.decode())


def _er_vaar(form: str, fil: Path) -> bool:
    """Whether a file is a report as styring made it, and may be made anew."""
    from styring.visning.rapport.gjenkjenning import er_urort  # only where a file is in the way

    return er_urort(form, les_fil(fil))
