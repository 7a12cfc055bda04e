"""Everything about one vedtak: what was decided, who follows it up, how it has gone, and how it
ended.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from styring.fag.frist import frist_per, gjorte
from styring.fag.melding import er_tom, tilstand_av
from styring.fag.tilstand import Tilstand
from styring.fag.vedtaksdeler import er_avsluttet
from styring.modell.vedtak import Punkt, Vedtak
from styring.register.meldingene import enden, tilstanden
from styring.register.post import Post
from styring.register.register import Meldt, Register
from styring.sporring.felles.feltverdier import ikke_sagt
from styring.sporring.poster.vis_svar import Periodemelding, Punktsvar, Vedtaksvar

_SLAG = {"vedtak": "politisk vedtak", "budsjettsak": "budsjettsak", "verbalvedtak": "verbalvedtak"}


def vis_vedtak(register: Register, post: Post[Vedtak], dato: date) -> Vedtaksvar:
    """Answer all about one vedtak on a day."""
    vedtak = post.verdi
    forelder = register.vedtak.get(vedtak.forelder or "")
    egne = vedtak.type != "budsjettsak"
    ende = enden(register, post.id, dato)
    return Vedtaksvar(
        slag=_SLAG[vedtak.type],
        id=post.id,
        tittel=vedtak.tittel,
        sak=vedtak.sak,
        organ=vedtak.organ,
        organ_navn=register.enhetsnavn(vedtak.organ),
        vedtatt=vedtak.dato,
        ansvarlig=vedtak.ansvarlig,
        ansvarlig_navn=register.enhetsnavn(vedtak.ansvarlig),
        delansvar=vedtak.delansvar,
        tilstand=tilstanden(register, post.id, dato) if egne or ende else None,
        tekst=vedtak.tekst,
        frist=frist_per(vedtak.frist, vedtak.fristendringer, dato),
        fristendringer=tuple(gjorte(vedtak.fristendringer, dato)),
        svares_i=vedtak.svares_i,
        forelder=(forelder.id, forelder.verdi.tittel) if forelder else None,
        punkt=vedtak.punkt,
        punkter=tuple(_punkt(register, post.id, punkt, dato) for punkt in vedtak.punkter),
        verbalvedtak=_verbalvedtak(register, post.id, dato),
        oppdrag=tuple(
            (id_, register.oppdrag[id_].verdi.tittel)
            for id_ in vedtak.oppdrag
            if id_ in register.oppdrag
        ),
        dokumentasjon=tuple(
            ett for ett in vedtak.dokumentasjon if ett.dato is None or ett.dato <= dato
        ),
        avsluttet=ende,
        meldinger=periodemeldinger(register.meldinger.get(post.id, ()), dato),
        offentlighet=vedtak.offentlighet,
        unntakshjemmel=vedtak.unntakshjemmel,
        dato=dato,
        fil=post.fil,
        ovrig=ikke_sagt(vedtak, Vedtaksvar, frozenset({"type"})),
    )


def periodemeldinger(meldinger: Iterable[Meldt], dato: date) -> tuple[Periodemelding, ...]:
    """What had been told by a day, oldest period first; drafts that nobody has delivered are left
    out.
    """
    telte = [
        meldt
        for meldt in meldinger
        if meldt.fra and meldt.fra <= dato and not er_tom(meldt.melding)
    ]
    return tuple(
        Periodemelding(
            meldt.periode, meldt.enhet, meldt.dag, tilstand_av(meldt.melding), meldt.melding
        )
        for meldt in telte
    )


def _punkt(register: Register, id_: str, punkt: Punkt, dato: date) -> Punktsvar:
    """One punkt as it was on a day: what was changed or ended later, had not happened."""
    nokkel = f"{id_}/{punkt.nr}"
    avsluttet = punkt.avsluttet if er_avsluttet(punkt, dato) else None
    endringer = punkt.fristendringer
    da = replace(
        punkt,
        frist=frist_per(punkt.frist, endringer, dato),
        fristendringer=tuple(gjorte(endringer, dato)),
        avsluttet=avsluttet,
    )
    return Punktsvar(
        da,
        enden(register, nokkel, dato) is None,
        tilstanden(register, nokkel, dato) if punkt.ansvarlig else None,
        periodemeldinger(register.meldinger.get(nokkel, ()), dato),
    )


def _verbalvedtak(
    register: Register, id_: str, dato: date
) -> tuple[tuple[str, str, str | None, Tilstand], ...]:
    barn = sorted(
        (post for post in register.vedtak.values() if post.verdi.forelder == id_),
        key=lambda post: post.verdi.punkt or 0,
    )
    return tuple(
        (post.id, post.verdi.tittel, post.verdi.svares_i, tilstanden(register, post.id, dato))
        for post in barn
    )
