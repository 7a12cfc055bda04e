"""One answer as a document in each form: Markdown, HTML, Word, PDF, and JSON for machines."""

from collections.abc import Callable
from typing import NamedTuple

from styring.fag.dekning import avdekk
from styring.fag.norsk import antall
from styring.feil import StyringFeil
from styring.prosjekt.installasjon import installer_med
from styring.visning.rapport import maler
from styring.visning.rapport.figurmerke import Figurer, Innhold, med_tegn
from styring.visning.rapport.malfiler import HUSMAL
from styring.visning.rapport.papirer import Papirer, internt
from styring.visning.rapport.stempel import Stempel, sum_av

FORMATER = ("md", "html", "docx", "pdf", "json")
_ETT_ARK = frozenset({"styringsdialog"})
BINAERE = frozenset({"docx", "pdf"})


class Maler(NamedTuple):
    """The project's own templates: as text, and as they are."""

    tekst: Callable[[str], str | None]
    fil: Callable[[str], bytes | None]


class Dokument(NamedTuple):
    """One answer and what is said of it on paper."""

    mal: str
    svar: object
    kommune: str
    utkast: bool
    stempel: Stempel
    leser: str
    utelatt: int
    uleste: tuple[str, ...]
    paa_nynorsk: bool = False


def lag(form: str, dokument: Dokument, egne: Maler) -> bytes:
    """Make the document in one form.

    Raises StyringFeil where a library is missing, or the project's own template is wrong.
    """
    if form == "json":
        from styring.visning.felles import som_json

        tekst = som_json.vis(
            f"rapport {dokument.mal}",
            dokument.svar,
            dokument.leser,
            dokument.utelatt,
            dokument.uleste,
        )
        return (avdekk(tekst) if dokument.paa_nynorsk else tekst).encode()
    figurer = Figurer()
    tekst = _med_forbehold(
        maler.markdown(dokument.mal, dokument.svar, dokument.stempel, egne.tekst, figurer), dokument
    )
    hvem = internt(dokument.leser)
    if dokument.paa_nynorsk:
        from styring.fag import nynorsk  # only where it is asked for
        from styring.visning.figur.maalform import i_figurer

        tekst, figurer.alle = nynorsk.paa_nynorsk(tekst, md=True), i_figurer(figurer.alle)
        hvem = hvem and nynorsk.oversett(hvem)
    if form == "md":
        return _med_merket_sist(med_tegn(tekst, figurer.alle), dokument.stempel)
    papirer = Papirer(
        _tittel(tekst) or dokument.mal,
        avdekk(dokument.kommune) if dokument.paa_nynorsk else dokument.kommune,
        dokument.utkast,
        hvem,
        dokument.stempel,
        dokument.mal in _ETT_ARK,
        dokument.paa_nynorsk,
    )
    innhold = Innhold(tekst, figurer.alle)
    return {"html": _html, "docx": _docx, "pdf": _pdf}[form](innhold, papirer, egne)


def _tittel(tekst: str) -> str:
    """The title is the document's own first heading."""
    from styring.visning.rapport.dokument import overskriften

    return overskriften(tekst)


def _html(innhold: Innhold, papirer: Papirer, egne: Maler) -> bytes:
    from styring.visning.rapport import html

    return _med_merket_sist(html.vis(innhold, papirer, egne.tekst), papirer.stempel)


def _med_merket_sist(tekst: str, stempel: Stempel) -> bytes:
    """Put the mark last, after all that data may say."""
    innhold = tekst.rstrip().encode()
    return innhold + f"\n\n<!-- {stempel.merke(sum=sum_av(innhold))} -->\n".encode()


def _docx(innhold: Innhold, papirer: Papirer, egne: Maler) -> bytes:
    try:
        from styring.visning.rapport import word
    except ModuleNotFoundError as feil:
        raise StyringFeil(
            f"Word trenger pakkene python-docx og typst. Installer dem med"
            f" «{installer_med('word')}», eller lag html."
        ) from feil
    return word.vis(innhold, papirer, egne.fil(HUSMAL))


def _pdf(innhold: Innhold, papirer: Papirer, _egne: Maler) -> bytes:
    try:
        from styring.visning.rapport import pdf
    except ModuleNotFoundError as feil:
        raise StyringFeil(
            f"PDF trenger pakken typst. Installer den med «{installer_med('pdf')}», eller lag"
            " html og skriv ut."
        ) from feil
    return pdf.vis(innhold, papirer)


def _med_forbehold(tekst: str, dokument: Dokument) -> str:
    """Say right under the title what must be known of the whole document, whatever template it is
    laid out by.
    """
    forbehold = (
        [
            (
                f"**Ikke fullstendig.** {antall(len(dokument.uleste), 'fil')} kunne ikke leses,"
                " så noe kan mangle her."
            )
        ]
        if dokument.uleste
        else []
    )
    forbehold += (
        ["**UTKAST.** Ikke godkjent slik det står. Tall og tekst kan bli endret."]
        if dokument.utkast
        else []
    )
    forbehold += (
        [merking.replace("Internt.", "**Internt.**", 1)]
        if (merking := internt(dokument.leser))
        else []
    )
    if not forbehold:
        return tekst
    tittel, _, resten = tekst.partition("\n") if tekst.startswith("# ") else ("", "", f"\n{tekst}")
    return "\n\n".join(
        [*([tittel] if tittel else []), *(f"> {ett}" for ett in forbehold), resten.lstrip("\n")]
    )
