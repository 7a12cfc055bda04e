"""What filled forms would change: every answer held against what was sent and what stands in the
data now, and against the demands.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import NamedTuple

from styring.fag import skjemabok as bok
from styring.fag.dekning import dekk
from styring.fag.kalender import kortdato
from styring.fag.meldingskrav import KRAV
from styring.fag.norsk import opplisting
from styring.fag.skjemabok import Avvist, Innsendt, Innsendtrad
from styring.modell.rapport import Melding
from styring.register.register import Meldt, Register
from styring.register.sammenheng import sammenheng
from styring.register.skjema import Skjema, Skjemarad, skjemaer_i
from styring.sporring.felles.utvalg import perioden_eller_ingen
from styring.sporring.rapportering.cellelikhet import enhetlig, likt, som_tekst, som_vist
from styring.sporring.rapportering.motsigelser import uten_motsigelser
from styring.sporring.rapportering.mottakssvar import (
    Avslag,
    Feltendring,
    Innlevering,
    Radsvar,
    Rettet,
)
from styring.sporring.rapportering.samletmottak import samlet_mottatt
from styring.sporring.rapportering.skjemasvar import Ugyldig, les_svar
from styring.sporring.rapportering.tidligere_svar import TidligereSvar

SAMLET = bok.SAMLET_ID


def vurder(
    register: Register,
    innsendte: Sequence[Innsendt | Avvist],
    dato: date,
    bare_periode: str | None = None,
    tidligere: TidligereSvar | None = None,
) -> Innlevering:
    """Judge forms that came back on a day. ``bare_periode`` refuses those of any other period;
    ``tidligere`` is what the same units have answered in forms that were read before.
    """
    foer = tidligere or TidligereSvar(())
    avviste = [ett for ett in innsendte if isinstance(ett, Avvist)]
    svar: list[Radsvar] = []
    avslag: list[Avslag] = []
    rettet: list[Rettet] = []
    ubesvarte: dict[str, int] = {}
    skjemaer: dict[str, Skjema] = {}
    for innsendt in innsendte:
        if isinstance(innsendt, Avvist):
            continue
        skjema = _skjemaet(register, innsendt, bare_periode)
        if isinstance(skjema, str):
            avviste.append(Avvist(innsendt.fil, skjema))
            continue
        skjemaer[f"{innsendt.periode}/{innsendt.enhet}"] = skjema
        for utfall in _rader(register, skjema, innsendt, dato, foer):
            if isinstance(utfall, Radsvar):
                svar.append(utfall)
            elif isinstance(utfall, Avslag):
                avslag.append(utfall)
            elif isinstance(utfall, Rettet):
                rettet.append(utfall)
            else:
                ubesvarte[innsendt.fil] = ubesvarte.get(innsendt.fil, 0) + 1
    enige, uenige = uten_motsigelser(svar)
    alle_avslag = (*avslag, *uenige)
    return Innlevering(
        tuple(enige), alle_avslag, tuple(avviste), ubesvarte, skjemaer, tuple(rettet)
    )


def _skjemaet(register: Register, innsendt: Innsendt, bare_periode: str | None) -> Skjema | str:
    """The form as it stands in the data, or why the file can't be taken in."""
    periode = perioden_eller_ingen(register, innsendt.periode)
    if periode is None:
        return f"perioden «{innsendt.periode}» er ikke kjent her"
    if bare_periode and periode.id != bare_periode:
        return (
            f"skjemaet er for {periode.navn}, ikke for {bare_periode}. Be enheten fylle ut skjemaet"
            " for riktig periode"
        )
    if innsendt.enhet not in register.enheter:
        return f"enheten «{innsendt.enhet}» er ikke kjent her"
    post = register.rapporter.get(f"{periode.id}/{innsendt.enhet}")
    navn = register.enhetsnavn(innsendt.enhet)
    if post is None:
        return (
            f"{navn} har ikke noe skjema for {periode.navn}. Lag det med «styring tertial start"
            f" {periode.id}»"
        )
    if post.verdi.levert:
        return (
            f"{navn} leverte skjemaet for {periode.navn} {kortdato(post.verdi.levert)}. Nye svar"
            f" hører til neste periode; skal noe rettes, tømmes «levert» i {post.fil} først"
        )
    skjema = next(
        (skjema for skjema in skjemaer_i(register, periode) if skjema.enhet == innsendt.enhet), None
    )
    return skjema or f"{navn} har ingenting å rapportere i {periode.navn}"


def _rader(
    register: Register, skjema: Skjema, innsendt: Innsendt, dato: date, foer: TidligereSvar
) -> Iterator[Radsvar | Avslag | Rettet | None]:
    """What each row gives: an answer, a refusal, that it was put right in another form since, or
    None where nobody has answered.
    """
    kjente = {(rad.sak.slag, rad.sak.id): rad for rad in skjema.rader}
    like: dict[str, list[Innsendtrad]] = {}
    for rad in innsendt.rader:
        like.setdefault(f"{rad.slag}:{rad.id}", []).append(rad)
    for rad in innsendt.rader:
        typet = {felt: som_tekst(celle) for felt, celle in rad.celler.items()}
        kjent = kjente.get((rad.slag, rad.id))
        grunner = list(rad.uleselig)
        if not rad.id:
            grunner.append("raden har svar, men ingen id; skriv svaret i raden det hører til")
        elif kjent is None:
            grunner.append(
                f"«{dekk(rad.id)}» hører ikke til skjemaet for {dekk(skjema.navn)} i"
                f" {skjema.periode.navn}"
            )
        samme = like[f"{rad.slag}:{rad.id}"]
        if rad.id and any(annen.celler != rad.celler for annen in samme):
            andre = opplisting(str(annen.nr) for annen in samme if annen is not rad)
            grunner.append(f"saken står også i rad {andre}, med et annet svar; behold den ene")
        elif rad.id and rad is not samme[0]:
            continue
        if grunner or kjent is None:
            yield Avslag(
                innsendt.fil,
                skjema.enhet,
                skjema.periode.id,
                rad.nr,
                rad.id,
                rad.tittel,
                tuple(grunner),
                typet,
            )
        else:
            innsending = _Innsending(register, skjema, innsendt.fil, dato, foer)
            gamle = _gamle(innsending, rad, kjent)
            if gamle:
                yield Rettet(innsendt.fil, rad.nr)
            yield _vurder_rad(innsending, rad, kjent, gamle)
    yield from samlet_mottatt(skjema, innsendt, foer)


class _Innsending(NamedTuple):
    """One file that is being judged: the form it belongs to, the day, and what came before it."""

    register: Register
    skjema: Skjema
    fil: str
    dato: date
    foer: TidligereSvar

    def egne_ord(self, kjent: Skjemarad, felt: str, tekst: str) -> bool:
        """Whether a cell of the data is the unit's own answer, from a form that was read before."""
        hvem, sak = (self.skjema.periode.id, self.skjema.enhet), (kjent.sak.slag, kjent.sak.id)
        return self.foer.sa(hvem, sak, felt, tekst) or self.er_rettet(kjent, felt, tekst)

    def er_rettet(self, kjent: Skjemarad, felt: str, tekst: str) -> bool:
        """Whether a cell of the data is what the unit answered when this form was sent back."""
        hvem, sak = (self.skjema.periode.id, self.skjema.enhet), (kjent.sak.slag, kjent.sak.id)
        return not bok.er_sendt_tilbake(self.fil) and self.foer.rettet(hvem, sak, felt, tekst)

    def er_sagt_foer(self, kjent: Skjemarad, felt: str, tekst: str) -> bool:
        """Whether an earlier copy of the form had the same in this cell."""
        hvem, sak = (self.skjema.periode.id, self.skjema.enhet), (kjent.sak.slag, kjent.sak.id)
        vist = som_vist(felt, tekst, self.skjema.periode.aar)
        return self.foer.sa(hvem, sak, felt, vist)


def _gamle(innsending: _Innsending, rad: Innsendtrad, kjent: Skjemarad) -> frozenset[str]:
    """The cells that say once more what was put right in the form that was sent back."""
    naa = bok.som_celler(kjent.melding)
    return frozenset(
        felt
        for felt, celle in rad.celler.items()
        if felt in naa
        and enhetlig(rad.sendt[felt]) not in (enhetlig(naa[felt]), som_tekst(celle))
        and enhetlig(naa[felt]) != som_vist(felt, som_tekst(celle), innsending.skjema.periode.aar)
        and innsending.er_rettet(kjent, felt, naa[felt])
        and innsending.er_sagt_foer(kjent, felt, som_tekst(celle))
    )


def _vurder_rad(
    innsending: _Innsending, rad: Innsendtrad, kjent: Skjemarad, gamle: frozenset[str]
) -> Radsvar | Avslag | None:
    typet = {felt: som_tekst(celle) for felt, celle in rad.celler.items()}
    sendt = {felt: enhetlig(tekst) for felt, tekst in rad.sendt.items()}
    staar = bok.som_celler(kjent.melding)
    naa = {felt: enhetlig(tekst) for felt, tekst in staar.items()}
    aar = innsending.skjema.periode.aar
    nye = [
        felt
        for felt in bok.SVARFELTER
        if felt not in gamle
        and typet[felt] not in (sendt[felt], naa[felt])
        and som_vist(felt, typet[felt], aar) not in (sendt[felt], naa[felt])
    ]
    uenige = [
        felt
        for felt in nye
        if naa[felt] != sendt[felt] and not innsending.egne_ord(kjent, felt, naa[felt])
    ]
    if not nye:
        return _radsvar(innsending, rad, rad.tittel) if any(naa.values()) else None
    melding, grunner = (
        (Melding(), [_er_endret(uenige, naa)]) if uenige else _lest(innsending, rad, kjent, nye)
    )
    if grunner:
        # a cell that nobody has touched is sent back as it stands now
        tilbake = {felt: staar[felt] if typet[felt] == sendt[felt] else typet[felt] for felt in naa}
        return Avslag(
            innsending.fil,
            innsending.skjema.enhet,
            innsending.skjema.periode.id,
            rad.nr,
            rad.id,
            kjent.sak.tittel,
            tuple(grunner),
            typet | tilbake,
        )
    gammel = kjent.melding or Melding()
    felter = tuple(
        felt.name
        for felt in fields(melding)
        if not likt(getattr(melding, felt.name), getattr(gammel, felt.name))
    )
    lagres = {felt: enhetlig(tekst) for felt, tekst in bok.som_celler(melding).items()}
    endringer = tuple(Feltendring(felt, naa[felt], lagres[felt]) for felt in nye)
    uendret = _radsvar(innsending, rad, kjent.sak.tittel)
    return replace(uendret, melding=melding, felter=felter, endringer=endringer)


def _radsvar(innsending: _Innsending, rad: Innsendtrad, tittel: str) -> Radsvar:
    """A row that says the same as the data."""
    skjema = innsending.skjema
    sak = (rad.nr, rad.slag, rad.id, tittel)
    return Radsvar(innsending.fil, skjema.enhet, skjema.periode.id, *sak, None, (), ())


def _er_endret(uenige: list[str], naa: Mapping[str, str]) -> str:
    """What to say of cells that have been changed both in the form and in the data."""
    hvilke = opplisting(
        f"«{bok.overskrift(felt)}» (der står nå:"
        f" {bok.satt_til_side(felt, naa[felt]) or 'ingenting'})"
        for felt in uenige
    )
    return f"{hvilke} er endret i styring etter at skjemaet ble sendt ut; velg hva som skal gjelde"


def _lest(
    innsending: _Innsending, rad: Innsendtrad, kjent: Skjemarad, nye: list[str]
) -> tuple[Melding, list[str]]:
    """The new answers of a row as an entry, and what is wrong with it."""
    celler = {felt: rad.celler[felt] for felt in nye}
    try:
        melding = les_svar(celler, kjent, innsending.skjema, innsending.register.enheter)
    except Ugyldig as feil:
        return Melding(), list(feil.grunner)
    return melding, _brudd(innsending, kjent, melding)


def _brudd(innsending: _Innsending, kjent: Skjemarad, melding: Melding) -> list[str]:
    """What the demands on an entry say of it, as the director is told."""
    meldt = Meldt(
        kjent.sak.id,
        kjent.sak.slag,
        innsending.skjema.periode.id,
        innsending.skjema.enhet,
        melding,
        None,
        "",
    )
    return [
        brudd.til_leder
        for krav in KRAV
        if krav.stopper
        for brudd in krav.sjekk(sammenheng(innsending.register, meldt, innsending.dato))
    ]
