"""Every place where a record says who has or does something in words of its own: a role, or the
code of a unit.
"""

from collections.abc import Iterable, Iterator

from styring.funn import Sti
from styring.modell.oppdrag import Ansvarsendring, Fristendring
from styring.register.beredskapen import beredskapshendelsene
from styring.register.egne_planer import virksomhetsplanene
from styring.register.register import Register


def roller(register: Register) -> Iterator[tuple[str, Sti, str]]:
    """The file, the path and the word of each."""
    if register.kommune:
        yield from (
            (register.kommune.fil, ("enheter", kode, "leder"), enhet.leder)
            for kode, enhet in register.enheter.items()
            if enhet.leder
        )
    for post in register.oppdrag.values():
        verdi = post.verdi
        yield from (
            (post.fil, ("videredelegert", nr, "til"), ledd.til)
            for nr, ledd in enumerate(verdi.videredelegert)
        )
        yield from (
            (post.fil, ("oppgaver", nr, "ansvarlig"), oppgave.ansvarlig)
            for nr, oppgave in enumerate(verdi.oppgaver)
        )
        yield from _godkjent_av(post.fil, ("fristendringer",), verdi.fristendringer)
        yield from _godkjent_av(post.fil, ("ansvarsendringer",), verdi.ansvarsendringer)
    for vedtak in register.vedtak.values():
        yield from _godkjent_av(vedtak.fil, ("fristendringer",), vedtak.verdi.fristendringer)
        for nr, punkt in enumerate(vedtak.verdi.punkter):
            yield from _godkjent_av(
                vedtak.fil, ("punkter", nr, "fristendringer"), punkt.fristendringer
            )
    yield from _i_rapportene(register)
    yield from planrollene(register)
    for plan in virksomhetsplanene(register).values():
        if plan.verdi.godkjent:
            yield plan.fil, ("godkjent", "av"), plan.verdi.godkjent.av
    for brev in register.styringsbrev.values():
        if brev.verdi.forord_av:
            yield brev.fil, ("forord_av",), brev.verdi.forord_av


def _i_rapportene(register: Register) -> Iterator[tuple[str, Sti, str]]:
    for meldt in register.alle_meldinger():
        for nr, tiltak in enumerate(meldt.melding.tiltak):
            if tiltak.ansvarlig:
                yield meldt.fil, (*meldt.sti, "tiltak", nr, "ansvarlig"), tiltak.ansvarlig
    for samlet in register.samlerapporter.values():
        if samlet.verdi.godkjent:
            yield samlet.fil, ("godkjent", "av"), samlet.verdi.godkjent.av
    for dialog in register.styringsdialoger.values():
        yield from (
            (dialog.fil, ("avtalt", nr, "ansvarlig"), avtale.ansvarlig)
            for nr, avtale in enumerate(dialog.verdi.avtalt)
            if avtale.ansvarlig
        )


def planrollene(register: Register) -> Iterator[tuple[str, Sti, str]]:
    """Who is named in the units' own plans, and in what preparedness lacks."""
    for plan in virksomhetsplanene(register).values():
        for felt in ("prioriteringer", "tiltak"):
            for nr, ett in enumerate(getattr(plan.verdi, felt)):
                if ett.ansvarlig:
                    yield plan.fil, (felt, nr, "ansvarlig"), ett.ansvarlig
    for hendelse in beredskapshendelsene(register).values():
        for nr, mangel in enumerate(hendelse.verdi.mangler):
            if mangel.ansvarlig:
                yield hendelse.fil, ("mangler", nr, "ansvarlig"), mangel.ansvarlig


def _godkjent_av(
    fil: str, sti: Sti, endringer: Iterable[Fristendring | Ansvarsendring]
) -> Iterator[tuple[str, Sti, str]]:
    for nr, endring in enumerate(endringer):
        if endring.godkjent_av:
            yield fil, (*sti, nr, "godkjent_av"), endring.godkjent_av
