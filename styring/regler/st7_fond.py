"""ST7: the funds, and what belongs to them."""

from collections.abc import Iterator, Mapping

from styring.fag.belop import NULL, kroner
from styring.fag.okonomi import netto
from styring.funn import Treff
from styring.modell.okonomi import Budsjett, Fond
from styring.register.register import Register
from styring.regler.regel import regel, treff
from styring.regler.st7_budsjett import budsjettene


@regel("ST709")
def fondet_hoerer_til_ett_selvkostomraade(register: Register) -> Iterator[Treff]:
    """Et fond med område skal ha et selvkostområde, og samme beløp som det.

    Hvorfor: det området har til overs, går til fondet. Står beløpet på begge, er det det samme
    beløpet, ikke to. En kode er enten et område, et fond eller et prosjekt.
    Galt:
        fond:
          VAFOND: {navn: Selvkostfond, type: selvkost, ib: 2480000, omraade: SYKEH}
    Riktig:
        fond:
          VAFOND: {navn: Selvkostfond, type: selvkost, ib: 2480000, omraade: VANN}
    Kilde: kommuneloven § 15-1: selvkost holdes for seg
    """
    for _, budsjett, fil in budsjettene(register):
        for kode, fond in (budsjett.fond or {}).items():
            if fond.omraade is not None and (grunn := _feil_omraade(budsjett, fond)):
                yield treff(fil, grunn, "fond", kode, "omraade", forslag="rett koden eller beløpet")
        yield from _delte_koder(budsjett, fil)


def _feil_omraade(budsjett: Budsjett, fond: Fond) -> str:
    omraade = budsjett.omraader.get(fond.omraade or "")
    if omraade is None:
        return f"området «{fond.omraade}» er ikke i budsjettet"
    if omraade.type != "selvkost":
        return f"{omraade.navn} er ikke et selvkostområde"
    eget = (fond.avsetning or NULL) - (fond.bruk or NULL)
    if eget and eget != -netto(omraade):
        return (
            f"fondet setter av {kroner(eget)} kr, og {omraade.navn} har {kroner(-netto(omraade))}"
            " kr til overs"
        )
    return ""


def _delte_koder(budsjett: Budsjett, fil: str) -> Iterator[Treff]:
    sett: set[str] = set()
    slagene: dict[str, Mapping[str, object]] = {
        "omraader": budsjett.omraader,
        "fond": budsjett.fond or {},
        "investeringer": budsjett.investeringer or {},
    }
    for slag, koder in slagene.items():
        for kode in koder:
            if kode in sett:
                yield treff(
                    fil,
                    f"koden «{kode}» er brukt til noe annet også",
                    slag,
                    kode,
                    paa_nokkel=True,
                    forslag="gi det en egen kode",
                )
        sett |= set(koder)


REGLER = (fondet_hoerer_til_ett_selvkostomraade,)
