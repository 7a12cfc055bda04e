"""What has not been told of in a period: by their owners, and by those who contribute."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from styring.fag.periode import Periode
from styring.fag.tilstand import LUKKEDE, Tilstand
from styring.register.meldingene import bidraget, saker_i, tilstanden
from styring.register.register import Register
from styring.sporring.oppdrag.stilling import Stilling
from styring.sporring.rapport.rapportdag import levert_per
from styring.sporring.rapport.saker import Rapportsak
from styring.sporring.rapport.tertialvar import Rapportmangel
from styring.sporring.tid.to_bilder import Bilde


class Fortalt(NamedTuple):
    """What every part is told from: the period, the day, and each thing in words by its id."""

    register: Register
    periode: Periode
    dato: date
    per_id: Mapping[str, Rapportsak]

    def levert(self, enhet: str) -> date | None:
        """When a unit delivered its form, as known on the day."""
        return levert_per(self.register, self.periode, enhet, self.dato)

    def ord(self, saker: Iterable[Stilling]) -> tuple[Rapportsak, ...]:
        """Some things in words."""
        return tuple(self.per_id[sak.id] for sak in saker)


def fordelt_paa_enheter(register: Register, saker: Iterable[Stilling]) -> dict[str, list[Stilling]]:
    """Things by who owns them, units in their own order."""
    per_enhet: dict[str, list[Stilling]] = {kode: [] for kode in register.enheter}
    for sak in saker:
        per_enhet.setdefault(sak.ansvarlig, []).append(sak)
    return {kode: egne for kode, egne in per_enhet.items() if egne}


def mangler(
    fortalt: Fortalt, naa: Bilde, saker: Iterable[Stilling], koder: frozenset[str] | None
) -> Iterator[Rapportmangel]:
    """Every unit that has not told of something."""
    per_enhet = fordelt_paa_enheter(
        fortalt.register, (sak for sak in saker if sak.tilstand is Tilstand.IKKE_RAPPORTERT)
    )
    bidrag = _umeldte_bidrag(fortalt, naa, koder)
    for kode in dict.fromkeys((*fortalt.register.enheter, *per_enhet, *bidrag)):
        if kode in per_enhet or kode in bidrag:
            yield Rapportmangel(
                fortalt.register.enhetsnavn(kode),
                fortalt.levert(kode),
                fortalt.ord(per_enhet.get(kode, ())),
                tuple(bidrag.get(kode, ())),
            )


def _umeldte_bidrag(
    fortalt: Fortalt, naa: Bilde, koder: frozenset[str] | None
) -> dict[str, list[str]]:
    """The titles of the open oppdrag that each unit was to tell of its part in, and did not."""
    funnet: dict[str, list[str]] = {}
    for sak in saker_i(naa.register, fortalt.periode):
        if (
            sak.slag != "bidrag"
            or (koder is not None and sak.enhet not in koder)
            or tilstanden(naa.register, sak.id, naa.dato) in LUKKEDE
        ):
            continue
        if bidraget(naa.register, sak.id, sak.enhet, naa.dato)[0] is Tilstand.IKKE_RAPPORTERT:
            funnet.setdefault(sak.enhet, []).append(sak.tittel)
    return funnet
