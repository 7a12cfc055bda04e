"""--kontroll: a report is made anew from the very data it says it was made of, and held against
itself; or it is said why that can't be done.
"""

import sys
from pathlib import Path

from styring import __version__
from styring.cli.felles.utskrift import skriv
from styring.fag.kalender import langdato
from styring.fag.norsk import antall
from styring.feil import StyringFeil
from styring.prosjekt.filer import les_fil
from styring.prosjekt.gittre import Gittre
from styring.prosjekt.tre import Arbeidstre
from styring.prosjekt.tre_id import MedTreId, i_git
from styring.prosjekt.versjon import med_data
from styring.visning.felles.trygg import enlinje
from styring.visning.rapport.forskjell import forskjell
from styring.visning.rapport.gjenkjenning import merket as les_merket
from styring.visning.rapport.gjenkjenning import som_skrevet
from styring.visning.rapport.stempel import Merke, utgaven_av


def merket(form: str, fil: Path) -> Merke:
    """Read what a file says of itself. Raises StyringFeil where it is no report."""
    if form == "json":
        raise StyringFeil(
            "--kontroll gjelder dokumenter: md, html, docx og pdf. Et svar som json har ikke noe"
            " merke å kjenne det igjen på."
        )
    merke = les_merket(form, les_fil(fil))
    if merke is None:
        raise StyringFeil(
            f"«{fil}» har ikke merket som styring setter i en rapport. Lag den på nytt med --ut."
        )
    return merke


def dataene_bak(
    tre: Arbeidstre | Gittre, merke: Merke, fil: Path, *, bare_her: bool
) -> tuple[Arbeidstre | Gittre, str]:
    """Find the data that a file says it was made of, and what stands in the way of proving it;
    nothing where nothing does.

    ``bare_her``: the user has named a version, and no other will do.
    """
    under, tvil = _dataene(tre, merke, fil, bare_her=bare_her)
    if tvil:
        return under, tvil
    if merke.versjon != __version__:
        return (
            under,
            (
                f"filen sier at den er laget med styring {merke.versjon}, og dette er"
                f" {__version__}. Kontroller den med den utgaven"
            ),
        )
    typst = merke.verdier.get("typst")
    if typst and typst != (her := utgaven_av("typst")):
        return (
            under,
            (
                f"filen er laget med en annen versjon av typst ({typst}; her er {her}). Kontroller"
                " den med den versjonen"
            ),
        )
    return under, ""


def kontroller(form: str, fil: Path, innhold: bytes, tvil: str, unntatt_siden: int) -> int:
    """Say whether a file is what the data give, and show where it is not; or why it can't be said.

    Returns the exit code.
    """
    gammelt = les_fil(fil)
    likt = som_skrevet(form, gammelt) == innhold
    if tvil:
        ellers = (
            "Ellers er den det dataene gir her.\n"
            if likt
            else forskjell(form, str(fil), gammelt, innhold)
        )
        skriv(f"«{enlinje(str(fil))}» kan ikke avgjøres her: {tvil}.\n{ellers}")
        return 1
    if unntatt_siden and not likt:
        skriv(
            f"{antall(unntatt_siden, 'sak')} er unntatt siden, og er ikke med i det dataene gir nå."
            " Er det hele forskjellen, lag rapporten på nytt.\n"
        )
    skriv(
        f"«{enlinje(str(fil))}» er det dataene gir.\n"
        if likt
        else forskjell(form, str(fil), gammelt, innhold)
    )
    return 0 if likt else 1


def _dataene(
    tre: Arbeidstre | Gittre, merke: Merke, fil: Path, *, bare_her: bool
) -> tuple[Arbeidstre | Gittre, str]:
    mappe = mappen(merke.verdier.get("periode", ""))
    naa = _id_av(tre, mappe)
    if naa == merke.tre:
        return tre, ""
    if bare_her:
        return (
            tre,
            (
                f"filen er laget av andre data (tre-id {merke.tre}) enn dem i denne versjonen"
                f" (tre-id {naa})"
            ),
        )
    git = i_git(tre)[0] if isinstance(tre, Arbeidstre) else None
    if git is None:
        return (
            tre,
            (
                f"dataene filen er laget av (tre-id {merke.tre}), er ikke dem som ligger her"
                f" (tre-id {naa}), og mappen ligger ikke i et git-repo som har dem"
            ),
        )
    versjon = med_data(git, merke.tre, mappe)
    if versjon is None:
        grunn = (
            " Klonen er grunn; hent resten med «git fetch --unshallow --tags»"
            if git.hvis_grunn()
            else ""
        )
        return (
            tre,
            f"dataene filen er laget av (tre-id {merke.tre}), finnes ikke i dette repoet, og er"
            f" ikke dem som ligger her.{grunn}".rstrip("."),
        )
    sys.stderr.write(
        f"styring: dataene er endret siden «{enlinje(str(fil))}» ble laget (tre-id {naa}). Den"
        f" kontrolleres mot dem den er laget av, i versjonen {versjon.commit[:10]} fra"
        f" {langdato(versjon.dag)}.\n"
    )
    return Gittre(git, versjon), ""


def mappen(periode: str) -> str:
    """The folder that a report is made of: its period's own, where it is approved."""
    return f"data/rapporter/{periode}" if periode else "data"


def _id_av(tre: Arbeidstre | Gittre, mappe: str) -> str:
    med_id = MedTreId(tre)
    for _ in med_id.filer():
        pass
    return med_id.tre_id(mappe)
