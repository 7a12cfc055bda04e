"""The data files as they will be committed: those in git's index, whatever lies on disk."""

from collections.abc import Iterable, Iterator

from styring.funn import HELE_FILEN, Treff
from styring.prosjekt.git import Git
from styring.prosjekt.gittre import Gitfil, Objekttre
from styring.prosjekt.indeks import bare_meldt, les_indeks, nye_filer


class Indekstre(Objekttre):
    """The files under ``data/`` in the index.

    ``git`` must be one that asks of what is about to be committed.
    """

    def __init__(self, git: Git) -> None:
        super().__init__(git)
        self._indeks = les_indeks(git)
        self._bare_meldt = bare_meldt(git, self._indeks)

    def filer(self) -> Iterator[str]:
        """Give the path of every plain file. One in the middle of a merge is none yet."""
        alle = list(super().filer())
        self.avvik += [_uflettet(fil) for fil in self._indeks.uflettet]
        yield from alle

    def utenfor(self) -> int:
        """How many files lie under ``data/`` and will not be committed, as git does not
        know them.
        """
        return len(nye_filer(self.git)) + len(self._bare_meldt)

    def _oppforinger(self) -> Iterable[tuple[str, str, Gitfil]]:
        utenom = self._bare_meldt.union(self._indeks.uflettet)
        filer = {fil: ett for fil, ett in self._indeks.filer.items() if fil not in utenom}
        storrelser = self._lager.storrelser(ett.id for ett in filer.values())
        return [
            (fil, ett.modus, Gitfil(ett.id, storrelser.get(ett.id, 0)))
            for fil, ett in filer.items()
        ]


def _uflettet(fil: str) -> Treff:
    """The hit for a file that a merge has left in more than one version."""
    return Treff(
        "ST003",
        fil,
        "filen er ikke ferdig flettet",
        forslag="velg hva som gjelder, og kjør «git add» på filen",
        utsnitt=HELE_FILEN,
    )
