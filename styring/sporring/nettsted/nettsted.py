"""All that the open pages show: the answers of the other rooms, asked once of one register."""

from collections.abc import Iterator
from datetime import date, timedelta

from styring.fag.periode import perioden, sortering
from styring.modell.form import Leser
from styring.register.register import Register
from styring.register.som_er_kommet import som_er_kommet
from styring.sporring.arshjul.arshjul import Hjulfilter, arshjul
from styring.sporring.arshjul.frister import Fristgrunnlag, frister_av, fristgrunnlaget
from styring.sporring.eksport.eksport import eksport
from styring.sporring.maal.maalstatus import maalstatus
from styring.sporring.nettsted.kalendere import FRAM, kalenderne
from styring.sporring.nettsted.nettstedsvar import (
    Budsjettsvar,
    Enhetssvar,
    Nettstedsvar,
    Okonomiside,
    Organsvar,
)
from styring.sporring.nettsted.utgitt import framover, utgitte
from styring.sporring.okonomi.okonomisvar import Okonomisvar
from styring.sporring.oppdrag.avvik import avvik
from styring.sporring.oppdrag.status import status
from styring.sporring.oppdrag.stilling import alle_oppdrag_som_staar, vedtak_som_staar
from styring.sporring.poster.vis import vis_alle
from styring.sporring.poster.vis_svar import (
    Aktivitetsvar,
    Enhetsvar,
    Maalpostsvar,
    Oppdragsvar,
    Postsvar,
    Vedtaksvar,
)
from styring.sporring.rapport.okonomidel import okonomidel
from styring.sporring.rapportering.oppfolging import oppfolging
from styring.sporring.vedtak.vedtak import Vedtaksutvalg, vedtak

_NESTE = timedelta(days=60)
"""How far ahead the next days of a page reach."""


def nettsted(hele: Register, dag: date, tre: str) -> Nettstedsvar:
    """Answer as of a day; ``tre`` is the id of the tree that the data were read from.

    What comes later has no page, and is in no list.
    """
    register = som_er_kommet(hele, dag)
    kommunen = register.kommune.verdi if register.kommune else None
    poster = list(vis_alle(register, dag))
    fristene = fristgrunnlaget(register, dag, dag + FRAM)
    svarene = [svar for _, svar in poster]
    enhetene = [svar for svar in svarene if isinstance(svar, Enhetsvar)]
    oppdragene = [svar for svar in svarene if isinstance(svar, Oppdragsvar)]
    sakene = [svar for svar in svarene if isinstance(svar, Vedtaksvar)]
    vedtakene = vedtak(register, dag, Vedtaksutvalg(avsluttet=True))
    return Nettstedsvar(
        kommune=register.navn,
        leser=register.leser,
        dag=dag,
        tre=tre,
        utelatt=register.utelatt,
        rediger=kommunen.rediger if kommunen else None,
        tilgjengelighetserklaering=kommunen.tilgjengelighetserklaering if kommunen else None,
        perioder=_periodenavn(register),
        navn={kode: ett.navn for kode, ett in register.enheter.items()} | dict(register.organer),
        organkoder=frozenset(register.organer) - register.enheter.keys(),
        staar={
            sak.id: sak
            for saker in (
                alle_oppdrag_som_staar(register, dag, None),
                vedtak_som_staar(register, dag, None),
            )
            for sak in saker
        },
        viderefort={ett.id: ett.viderefort_til for ett in oppdragene if ett.viderefort_til},
        avsluttede={rad.staar.id: rad for rad in vedtakene.avsluttede},
        framover=framover(register, dag),
        status=status(register, dag),
        avvik=avvik(register, dag),
        frister=frister_av(fristene, dag + _NESTE),
        maal=maalstatus(register, dag),
        vedtak=vedtakene,
        eksport=eksport(register, dag, tre),
        oppfolging=None if register.leser is Leser.OFFENTLIG else oppfolging(register, dag),
        oppdrag=tuple(oppdragene),
        vedtakene=tuple(sakene),
        maalene=tuple(svar for svar in svarene if isinstance(svar, Maalpostsvar)),
        aktiviteter=tuple(svar for svar in svarene if isinstance(svar, Aktivitetsvar)),
        andre=tuple((type_, svar) for type_, svar in poster if isinstance(svar, Postsvar)),
        enheter=tuple(_enheten(fristene, ett) for ett in enhetene if ett.slag == "enhet"),
        organer=tuple(_organet(register, ett, dag) for ett in enhetene if ett.slag == "organ"),
        budsjetter=tuple(
            _budsjettet(register, ett, dag) for ett in sakene if ett.slag == "budsjettsak"
        ),
        hjul=tuple(arshjul(register, aar, Hjulfilter()) for aar in _hjulaarene(register, dag)),
        okonomi=tuple(_okonomien(register, dag)),
        maaneder=tuple(_maanedene(register, dag)),
        utgitt=tuple(utgitte(register, dag)),
        kalendere=tuple(kalenderne(fristene)),
    )


def _periodenavn(register: Register) -> dict[str, str]:
    """The name of each period that anything was told in."""
    id_er = {meldt.periode for meldt in register.alle_meldinger()} | register.samlerapporter.keys()
    return {
        id_: periode.navn
        for id_ in sorted(id_er, key=lambda id_: sortering(register.rutine, id_))
        if (periode := perioden(register.rutine, id_))
    }


def _enheten(grunnlag: Fristgrunnlag, enhet: Enhetsvar) -> Enhetssvar:
    register, dag = grunnlag.register, grunnlag.dato
    return Enhetssvar(
        enhet,
        status(register, dag, enhet.id),
        avvik(register, dag, enhet.id),
        frister_av(grunnlag, dag + _NESTE, enhet.id),
    )


def _organet(register: Register, organ: Enhetsvar, dag: date) -> Organsvar:
    utvalg = Vedtaksutvalg(organ=organ.id, avsluttet=True)
    return Organsvar(organ, vedtak(register, dag, utvalg))


def _budsjettet(register: Register, sak: Vedtaksvar, dag: date) -> Budsjettsvar:
    utvalg = Vedtaksutvalg(budsjettsak=sak.id, avsluttet=True)
    return Budsjettsvar(sak, vedtak(register, dag, utvalg))


def _hjulaarene(register: Register, dag: date) -> list[int]:
    """The years that have a wheel: those of the letters, this one and the next, newest first."""
    if not register.aktiviteter:
        return []
    aarene = {aar for aar in register.styringsbrev if aar <= dag.year} | {dag.year, dag.year + 1}
    return sorted(aarene, reverse=True)


def _maanedene(register: Register, dag: date) -> Iterator[Okonomisvar]:
    """Each month of the economy, newest first; none of them is for the public."""
    if register.leser is Leser.OFFENTLIG or not register.regnskap:
        return
    from styring.register.okonomien import maanedene  # loaded where there are figures
    from styring.sporring.okonomi.okonomi import okonomi

    for maaned in reversed(maanedene(register)):
        if f"{maaned.aar}-budsjett" in register.budsjetter:
            yield okonomi(register, dag, maaned=maaned)


def _okonomien(register: Register, dag: date) -> Iterator[Okonomiside]:
    """The chapter about the economy of each report that is out, newest first."""
    for id_ in (ett.id for ett in utgitte(register, dag) if ett.id in register.okonomikapitler):
        periode = perioden(register.rutine, id_)
        kapittel = okonomidel(register, periode) if periode else None
        if periode and kapittel:
            yield Okonomiside(id_, periode.navn, kapittel)
