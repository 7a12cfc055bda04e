"""What a letter gave, as a short fingerprint of each record: of an oppdrag and who got it, of each
goal and who answers for it.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from styring.funn import Sti
from styring.modell.oppdrag import Oppdrag
from styring.register.register import Register


class Laasbar(NamedTuple):
    """One record that a letter may lock: its id, where it stands, and the words that are locked."""

    id: str
    fil: str
    sti: Sti
    ord: tuple[str, ...]

    @property
    def avtrykk(self) -> str:
        """Twelve hex digits of SHA-256 over the words.

        Where lines are broken, and how letters are composed, does not count.
        """
        import hashlib  # only where there is a lock
        import unicodedata

        tekst = "\n".join(" ".join(unicodedata.normalize("NFC", ett).split()) for ett in self.ord)
        return hashlib.sha256(tekst.encode()).hexdigest()[:12]


def opprinnelig_ansvarlig(oppdrag: Oppdrag) -> str:
    """The unit that was given an oppdrag, before any other took it over."""
    return oppdrag.ansvarsendringer[0].fra if oppdrag.ansvarsendringer else oppdrag.ansvarlig


def oppdrag_i(register: Register, aar: int, tillegg: int | None) -> Iterator[Laasbar]:
    """The oppdrag that a letter gave; those of one tillegg where its number is given."""
    for id_, post in register.oppdrag.items():
        oppdrag = post.verdi
        if (
            id_[:4] == str(aar)
            and oppdrag.tillegg == tillegg
            and (tillegg is not None or oppdrag.gitt is None)
        ):
            tekst = (oppdrag.tekst,) if oppdrag.tekst else ()
            ordene = (oppdrag.tittel, *tekst, opprinnelig_ansvarlig(oppdrag))
            yield Laasbar(id_, post.fil, (), ordene)


def maalene(register: Register) -> Iterator[Laasbar]:
    """Every goal: the words of all three levels, and of a delmål who answers for it."""
    for omraade in register.omraader:
        yield Laasbar(omraade.verdi.kode, omraade.fil, ("navn",), (omraade.verdi.navn,))
        for h, hovedmaal in enumerate(omraade.verdi.hovedmaal):
            yield Laasbar(
                hovedmaal.kode, omraade.fil, ("hovedmaal", h, "tittel"), (hovedmaal.tittel,)
            )
            for d, delmaal in enumerate(hovedmaal.delmaal):
                yield Laasbar(
                    delmaal.kode,
                    omraade.fil,
                    ("hovedmaal", h, "delmaal", d, "tittel"),
                    (delmaal.tittel, *sorted(delmaal.ansvar)),
                )


def laas_av(register: Register, aar: int, tillegg: int | None = None) -> Mapping[str, str]:
    """The fingerprints of all that a letter gave, or one tillegg to it, by id."""
    alle = [*oppdrag_i(register, aar, tillegg), *(maalene(register) if tillegg is None else ())]
    return {ett.id: ett.avtrykk for ett in alle}
