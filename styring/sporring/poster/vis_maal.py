"""Everything about one goal: what is over and under it, who answers, and its oppdrag."""

from datetime import date
from typing import TYPE_CHECKING

from styring.register.maalingene import maalstedene, seriene
from styring.register.posttyper import Posttype
from styring.register.register import Maalplass, Register
from styring.sporring.felles.feltverdier import ikke_sagt
from styring.sporring.poster.vis_svar import Maalpostsvar, Traad

if TYPE_CHECKING:
    from styring.sporring.maal.maalstatus import Indikatorrad

_MAALETS = frozenset({"kode", "nr", "navn", "hovedmaal", "delmaal"})
"""What stands as the id, the title, the order and what lies below."""


def traaden_til(plass: Maalplass) -> Traad:
    """Tell what stands above a delmål."""
    return Traad(
        delmaal=(plass.delmaal.id, plass.delmaal.verdi.tittel),
        hovedmaal=(plass.hovedmaal.id, plass.hovedmaal.verdi.tittel),
        omraade=(plass.omraade.verdi.kode, plass.omraade.verdi.navn),
    )


def _oppdrag_til(register: Register, koder: set[str]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (id_, post.verdi.tittel)
        for id_, post in register.oppdrag.items()
        if koder.intersection(post.verdi.delmaal)
    )


def vis_maal(register: Register, _type: Posttype, kode: str, dato: date) -> Maalpostsvar | None:
    """Answer for a satsingsområde, a hovedmål or a delmål; None where there is none."""
    if kode in register.delmaal:
        plass = register.delmaal[kode]
        delmaal = plass.delmaal.verdi
        traad = traaden_til(plass)
        return Maalpostsvar(
            "delmål",
            kode,
            delmaal.tittel,
            (traad.hovedmaal, traad.omraade),
            (),
            delmaal.ansvar,
            delmaal.baerekraftsmaal,
            _oppdrag_til(register, {kode}),
            delmaal.merknad,
            plass.delmaal.fil,
            ikke_sagt(delmaal, Maalpostsvar, frozenset({"kode"})),
            _maalt(register, kode, dato),
            tuple(ett for ett in delmaal.statusnotater if ett.dato <= dato),
        )
    for omraade in register.omraader:
        verdi = omraade.verdi
        if verdi.kode == kode:
            ned = tuple((h.kode, h.tittel) for h in verdi.hovedmaal)
            under = {d.kode for h in verdi.hovedmaal for d in h.delmaal}
            return Maalpostsvar(
                "satsingsområde",
                kode,
                verdi.navn,
                (),
                ned,
                (),
                (),
                _oppdrag_til(register, under),
                None,
                omraade.fil,
                ikke_sagt(verdi, Maalpostsvar, _MAALETS),
            )
        for hovedmaal in verdi.hovedmaal:
            if hovedmaal.kode == kode:
                ned = tuple((d.kode, d.tittel) for d in hovedmaal.delmaal)
                oppdrag = _oppdrag_til(register, {d.kode for d in hovedmaal.delmaal})
                return Maalpostsvar(
                    "hovedmål",
                    kode,
                    hovedmaal.tittel,
                    ((verdi.kode, verdi.navn),),
                    ned,
                    (),
                    (),
                    oppdrag,
                    None,
                    omraade.fil,
                    ikke_sagt(hovedmaal, Maalpostsvar, _MAALETS),
                    _maalt(register, kode, dato),
                    tuple(ett for ett in hovedmaal.statusnotater if ett.dato <= dato),
                )
    return None


def _maalt(register: Register, kode: str, dato: date) -> "tuple[Indikatorrad, ...]":
    """What is measured of a goal, as it was known on the day."""
    sted = next((ett for ett in maalstedene(register) if ett.kode == kode), None)
    if sted is None or not sted.indikatorer:
        return ()
    from styring.sporring.maal.maalstatus import maalraden  # loaded where there are figures

    return maalraden(sted, seriene(register, dato)).indikatorer
