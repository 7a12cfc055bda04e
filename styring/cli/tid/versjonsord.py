"""Versions of the data by the words people use: a commit, a tag, a branch, a day, or a period as it
was approved.
"""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from styring.cli.felles import innlasting
from styring.cli.felles.verdier import dagen
from styring.fag.skreven_tid import les_tidspunkt
from styring.feil import StyringFeil
from styring.modell.form import Leser
from styring.modell.rapport import Samlerapport
from styring.prosjekt.git import Git
from styring.prosjekt.gittre import Bloblager, Gittre
from styring.prosjekt.historie import historien
from styring.prosjekt.tre import Arbeidstre
from styring.prosjekt.versjon import Versjon, per_dag, proev_ref
from styring.register.dom import Dom
from styring.register.leser import for_leser
from styring.register.register import Register
from styring.register.typer import type_for
from styring.sporring.felles.utvalg import perioden_eller_ingen
from styring.sporring.tid.endringer import Utgave

if TYPE_CHECKING:
    from styring.fag.periode import Periode
    from styring.lesing.innlesing import Husk, Innlesing
    from styring.prosjekt.tre import Tre


class Utgaver:
    """The versions of one project.

    Each file is read from git once, and parsed once, however many of them hold it.
    """

    def __init__(
        self, prosjekt: Path | None, ved: str | None = None, per: str | None = None
    ) -> None:
        self.tre = innlasting.treet(prosjekt, ved, per)
        self._husk: Husk = {}

    @cached_property
    def git(self) -> Git:
        """The repository, looked for when it is needed. Raises StyringFeil where git is missing."""
        return Git(self.tre.rot)

    @cached_property
    def lager(self) -> Bloblager:
        """What has been read of it."""
        return Bloblager(self.git)

    @cached_property
    def naa(self) -> "Innlesing":
        """The data that the versions are held against: the files as they lie, or a version that was
        named.
        """
        return self._les(self.tre)

    def _les(self, tre: "Tre") -> "Innlesing":
        from styring.lesing.innlesing import les_inn  # where something is read

        return les_inn(tre, self._husk)

    @property
    def siste(self) -> str:
        """The commit that history is read back from."""
        return self.tre.versjon.commit if isinstance(self.tre, Gittre) else "HEAD"

    def som_de_ligger(self, dato: date) -> Utgave:
        """The files as they lie, seen on a day."""
        return Utgave("filene slik de er nå", dato, None, self.naa.register)

    def dommen(self, registre: Sequence[Register]) -> Dom | None:
        """What some versions are judged by; nothing where they are no others than the files as they
        lie.
        """
        from styring.cli.felles.dagens_dom import dommen, les_naa  # only for earlier versions

        if isinstance(self.tre, Arbeidstre) and all(
            register is self.naa.register for register in registre
        ):
            return None
        naa = self.naa.register if isinstance(self.tre, Arbeidstre) else les_naa(self.git)
        return dommen(naa, registre, self.git, self.lager)

    def finn(self, skrevet: str) -> Utgave:
        """The version that a word stands for, seen on its own day. Raises StyringFeil."""
        self.git.krev_repo()
        versjon, dag, periode = self._versjonen(skrevet)
        return Utgave(
            skrevet,
            dag,
            versjon.commit,
            self._les(Gittre(self.git, versjon, self.lager)).register,
            periode,
            versjon.dag,
        )

    def _versjonen(self, skrevet: str) -> "tuple[Versjon, date, Periode | None]":
        if versjon := proev_ref(self.git, skrevet):
            return versjon, versjon.dag, None
        if periode := perioden_eller_ingen(self.naa.register, skrevet.strip().upper()):
            return *self._godkjent(periode.id), periode
        lest = les_tidspunkt(skrevet) or ""
        if len(lest) == len("2023-09-04"):
            dag = dagen(skrevet, "en dag")
            return per_dag(self.git, dag), dag, None
        raad = f"Skriv for eksempel 2023-05-30 eller 2023-T1.{self.git.hvis_grunn()}"
        raise StyringFeil(
            f"«{skrevet}» er verken en dag, en periode, en commit, et merke eller en gren. {raad}"
        )

    def _godkjent(self, periode: str) -> tuple[Versjon, date]:
        """The commit that first holds a period as approved, and the day of the approval: what was
        entered afterwards has a later commit. Raises StyringFeil.
        """
        fil = f"data/rapporter/{periode}/kommunedirektor.yaml"
        innsjekkinger = list(historien(self.git, [fil], self.siste))
        blober = {
            endring.blob
            for innsjekking in innsjekkinger
            for endring in innsjekking.filer
            if endring.blob
        }
        self.lager.hent_smaa(sorted(blober))
        for innsjekking in reversed(innsjekkinger):
            for endring in innsjekking.filer:
                dag = self._godkjenningsdag(fil, endring.blob)
                if dag:
                    return innsjekking.versjon, dag
        raise StyringFeil(
            f"{periode} er ikke godkjent i noen lagret versjon (commit). Velg en dag eller en"
            f" commit.{self.git.hvis_grunn()}"
        )

    def _godkjenningsdag(self, fil: str, blob: str | None) -> date | None:
        from styring.lesing.postlesing import les_post  # where something is read

        type_ = type_for(fil)
        post = les_post(fil, type_, self.lager.gi(blob))[0] if blob and type_ else None
        verdi = post.verdi if post else None
        return verdi.godkjent.dato if isinstance(verdi, Samlerapport) and verdi.godkjent else None


def for_leseren(
    alle: Utgaver, utgaver: Sequence[Utgave], for_: str | None, dag: date
) -> list[Utgave]:
    """The versions as far as one reader may see them: what is exempt in one of them, or now, is
    gone from all. Raises StyringFeil.
    """
    leser = innlasting.leseren(for_)
    registre = tuple(utgave.register for utgave in utgaver)

    dom = alle.dommen(registre) if leser is not Leser.LEDELSE else None

    def smalt(register: Register) -> Register:
        andre = tuple(annet for annet in registre if annet is not register)
        return for_leser(register, leser, andre, dom, dag=dag)

    smale = [utgave._replace(register=smalt(utgave.register)) for utgave in utgaver]
    innlasting.si_unntatt_siden(max(utgave.register.unntatt_siden for utgave in smale))
    return smale
