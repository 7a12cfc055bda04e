"""The measures of a year while the workbooks of a month are read: new ones get an id, and two books
that say differently of the same one are told.
"""

from collections.abc import Mapping

from styring.fag.maanedsbok import NYTT, Maanedssvar
from styring.fag.norsk import fold, mente_du
from styring.register.okonomien import tiltakene
from styring.register.register import Register

_SVAERT_LIKT = 0.8


class Aarstiltak:
    """``endrede`` are the fields that change by id, ``nye`` the measures that are new."""

    def __init__(self, register: Register, aar: int) -> None:
        self.kjente = tiltakene(register, aar)
        self.endrede: dict[str, dict[str, object]] = {}
        self.nye: dict[str, dict[str, object]] = {}
        self._meldt = {
            id_
            for maaned, post in register.maanedsord.items()
            if maaned.startswith(f"{aar}-")
            for id_ in post.verdi.tiltak or ()
        }

    def finn(self, svar: Maanedssvar) -> str | None:
        """The measure a row is of: by its id, or where it is new by its area and its words."""
        if svar.id != NYTT:
            return svar.id
        return self._i_omraadet(svar).get(_ordene(svar.felter["tekst"].verdi))

    def ligner(self, svar: Maanedssvar) -> str | None:
        """A measure of the same area that says nearly the same as a new row."""
        alle = self._i_omraadet(svar)
        ment = mente_du(_ordene(svar.felter["tekst"].verdi), alle, _SVAERT_LIKT)
        return alle[ment] if ment else None

    def _i_omraadet(self, svar: Maanedssvar) -> dict[str, str]:
        """The ids of the measures in the area of a new row, by their words."""
        alle = [
            *((id_, ett.omraade, ett.tekst) for id_, ett in self.kjente.items()),
            *((id_, ett["omraade"], ett["tekst"]) for id_, ett in self.nye.items()),
        ]
        return {_ordene(tekst): id_ for id_, omraade, tekst in alle if omraade == koden(svar)}

    def legg_til(self, felter: dict[str, object]) -> str:
        """Give a new measure its id: the next number of its area, one that nobody has had."""
        omraade = felter["omraade"]
        numre = (
            int(id_.rpartition("-")[2])
            for id_ in (*self.kjente, *self.nye, *self._meldt)
            if id_.rpartition("-")[0] == omraade
        )
        id_ = f"{omraade}-{max(numre, default=0) + 1}"
        self.nye[id_] = felter
        return id_

    def verdien(self, id_: str, felt: str) -> object:
        """What a field of a measure is, with what the books before this one say."""
        if id_ in self.nye:
            return self.nye[id_].get(felt)
        return self.endrede.get(id_, {}).get(felt, getattr(self.kjente[id_], felt))

    def endre(self, id_: str, felter: Mapping[str, object]) -> None:
        """Set fields of a measure that is there."""
        self.endrede.setdefault(id_, {}).update(felter)


def koden(svar: Maanedssvar) -> str:
    """The area that a new measure is for."""
    celle = svar.felter.get("omraade")
    return str(celle.verdi or "").upper() if celle else ""


def _ordene(tekst: object) -> str:
    return fold(" ".join(str(tekst or "").split()))
