"""The vedtak: how the open ones stand and where they will be answered, and what became of those
that the organ has ended.
"""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from styring.fag.norsk import fold, opplisting
from styring.fag.saksnummer import like
from styring.fag.tilstand import VEDTAKSTILSTANDER, Tilstand, er_apen, tell
from styring.feil import StyringFeil
from styring.modell.vedtak import Vedtak
from styring.register.meldingene import enden, punktet, svares_i
from styring.register.register import Register
from styring.sporring.felles.utvalg import finn_organ, omfanget
from styring.sporring.oppdrag.stilling import Stilling, vedtak_som_staar, vedtaket


class Vedtaksutvalg(NamedTuple):
    """Which vedtak are asked for: of a unit, a type, an organ, those who moved them, the
    verbalvedtak of a budsjettsak, with a deadline by a day; the open ones, the ended, or both.
    """

    sektor: str | None = None
    type: str | None = None
    organ: str | None = None
    frist_innen: date | None = None
    fremmet_av: str | None = None
    budsjettsak: str | None = None
    apne: bool = True
    avsluttet: bool = False


@dataclass(frozen=True, slots=True)
class Vedtaksrad:
    """One vedtak or punkt.

    ``dager`` is its age on the day asked for, or how old it was when the organ ended it in
    ``avsluttet_i``.
    """

    staar: Stilling
    sak: str
    type: str
    dato: date
    dager: int
    punkt: int | None
    fremmet_av: str | None
    svares_i: str | None
    avsluttet: date | None
    avsluttet_i: str | None


@dataclass(frozen=True, slots=True)
class Vedtakssvar:
    """The answer: the open ones, the ended, or both, oldest first, with the counts of both.

    ``telling`` is of those that are shown; ``budsjettsak`` is the one asked for, with its title.
    """

    kommune: str
    dato: date
    enhet: str | None
    navn: str
    type: str | None
    organ: str | None
    frist_innen: date | None
    fremmet_av: str | None
    budsjettsak: tuple[str, str] | None
    telling: dict[Tilstand, int]
    antall_apne: int
    lukkede: int
    apne: tuple[Vedtaksrad, ...]
    avsluttede: tuple[Vedtaksrad, ...]
    viser_apne: bool
    viser_avsluttede: bool


def vedtak(register: Register, dato: date, utvalg: Vedtaksutvalg) -> Vedtakssvar:
    """Answer for some of the vedtak on a day.

    Raises StyringFeil for a unit, an organ or a budsjettsak that is not known.
    """
    omfang = omfanget(register, utvalg.sektor)
    organ = finn_organ(register, utvalg.organ) if utvalg.organ else None
    budsjettsak = _budsjettsak(register, utvalg.budsjettsak) if utvalg.budsjettsak else None
    alle = [
        sak
        for sak in vedtak_som_staar(
            register, dato, omfang.koder, frozenset({utvalg.type}) if utvalg.type else None
        )
        if _er_med(vedtaket(register, sak.id), organ, utvalg.fremmet_av, budsjettsak)
    ]
    apne = [sak for sak in alle if er_apen(sak.tilstand)]
    lukkede = [sak for sak in alle if not er_apen(sak.tilstand)]
    innen = [
        sak
        for sak in apne
        if utvalg.frist_innen is None or (sak.frist and sak.frist <= utvalg.frist_innen)
    ]
    vises_apne = [_rad(register, sak, dato) for sak in (innen if utvalg.apne else ())]
    vises_lukkede = [_rad(register, sak, dato) for sak in (lukkede if utvalg.avsluttet else ())]
    return Vedtakssvar(
        kommune=omfang.kommune,
        dato=dato,
        enhet=omfang.enhet,
        navn=omfang.navn,
        type=utvalg.type,
        organ=organ,
        frist_innen=utvalg.frist_innen,
        fremmet_av=utvalg.fremmet_av,
        budsjettsak=budsjettsak,
        telling=tell(
            (rad.staar.tilstand for rad in (*vises_apne, *vises_lukkede)), VEDTAKSTILSTANDER
        ),
        antall_apne=len(apne),
        lukkede=len(lukkede),
        apne=tuple(vises_apne),
        avsluttede=tuple(vises_lukkede),
        viser_apne=utvalg.apne,
        viser_avsluttede=utvalg.avsluttet,
    )


def _er_med(
    hele: Vedtak, organ: str | None, fremmet_av: str | None, budsjettsak: tuple[str, str] | None
) -> bool:
    """Whether one is asked for; a party is found among several, as a whole word."""
    ordene = fold(hele.fremmet_av or "").replace(",", " ").replace("/", " ").split()
    sokt = fold(fremmet_av or "").split()
    return (
        (organ is None or hele.organ == organ)
        and (not fremmet_av or any(ordene[nr:][: len(sokt)] == sokt for nr in range(len(ordene))))
        and (budsjettsak is None or hele.forelder == budsjettsak[0])
    )


def _budsjettsak(register: Register, skrevet: str) -> tuple[str, str]:
    """A budsjettsak by its id or its case number. Raises StyringFeil."""
    alle = [post for post in register.vedtak.values() if post.verdi.type == "budsjettsak"]
    sokt = register.les_sak(skrevet)
    for post in alle:
        sak = register.les_sak(post.verdi.sak)
        samme = sokt and sak and like(sokt, sak, post.verdi.organ)
        if samme or fold(skrevet) in {fold(post.id), fold(post.verdi.sak)}:
            return post.id, post.verdi.tittel
    hvilke = opplisting(sorted(f"{post.id} ({post.verdi.sak})" for post in alle))
    raise StyringFeil(
        f"«{skrevet}» er ikke en budsjettsak."
        f" {f'Budsjettsakene er {hvilke}.' if alle else 'Ingen budsjettsak er lagt inn.'}"
    )


def _rad(register: Register, sak: Stilling, dato: date) -> Vedtaksrad:
    hele, slutt = vedtaket(register, sak.id), enden(register, sak.id, dato)
    return Vedtaksrad(
        staar=sak,
        sak=hele.sak,
        type=hele.type,
        dato=hele.dato,
        dager=((slutt.dato if slutt else dato) - hele.dato).days,
        punkt=hele.punkt,
        fremmet_av=hele.fremmet_av,
        svares_i=svares_i(*(punktet(register, sak.id) or (hele, None))),
        avsluttet=slutt.dato if slutt else None,
        avsluttet_i=slutt.sak if slutt else None,
    )
