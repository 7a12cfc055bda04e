"""The report of one period: status for oppdrag and politiske vedtak, as it is sent to the kommunestyre."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from styring.fag.bevegelse import Bevegelse
from styring.fag.periode import Periode
from styring.fag.tilstand import LUKKEDE, Tilstand, tell
from styring.feil import StyringFeil
from styring.modell.form import Leser
from styring.register.perioden import forrige_rapport, slik_perioden_sier
from styring.register.register import Register
from styring.sporring.endringer import Bilde, Sammenlikning, endringer, sammenlikn
from styring.sporring.rapport.rapportdag import godkjenningen, kjent_per, levert_per, siste_levert
from styring.sporring.rapport.saker import Rapportsak, rapportsak
from styring.sporring.rapport.tellinger import FOR_OPPDRAG, FOR_VEDTAK, hovedtall
from styring.sporring.rapport.tertialvar import Behandlet, Enhetsdel, Flytting, Mangel, Siden, Tertialsvar, Utsnitt
from styring.sporring.rapport.vedtaksdel import er_med, vedtaksdel
from styring.sporring.staar import Staar, oppdrag_som_staar, utenfor_rute, vedtak_som_staar, verst_forst
from styring.sporring.status import tidligere_aar
from styring.sporring.utvalg import omfanget, perioden_eller_ingen

FLEST_VIKTIGE = 7


class _Grunnlag(NamedTuple):
    """What every part is told from: the period, the day, and each thing in words by its id."""

    register: Register
    periode: Periode
    dato: date
    fortalt: Mapping[str, Rapportsak]

    def levert(self, enhet: str) -> date | None:
        return levert_per(self.register, self.periode, enhet, self.dato)

    def ord(self, saker: Iterable[Staar]) -> tuple[Rapportsak, ...]:
        return tuple(self.fortalt[sak.id] for sak in saker)


def tertial(register: Register, periode: Periode, dato: date, sektor: str | None = None, utsnitt: Utsnitt = "alt") -> Tertialsvar:
    """Answer for the whole municipality, or for one unit and what lies below it. Raises StyringFeil where the public may not see the period."""
    godkjent = godkjenningen(register, periode.id, dato)
    if register.leser is Leser.OFFENTLIG and godkjent is None:
        raise StyringFeil(
            f"{periode.navn} er ikke godkjent slik den står, så rapporten kan ikke være offentlig. "
            f"Godkjenn med «styring tertial godkjenn {periode.id}», eller lag et utkast med --for intern."
        )
    om = omfanget(register, sektor)
    forrige = perioden_eller_ingen(register, forrige_rapport(register, periode) or "")
    sml = _sammenlikning(register, periode, forrige, dato)
    oppdrag = list(oppdrag_som_staar(sml.naa.register, dato, periode.aar, om.koder))
    vedtak = list(vedtak_som_staar(sml.naa.register, dato, om.koder))
    alt = _Grunnlag(register, periode, dato, {sak.id: rapportsak(sml, sak) for sak in (*oppdrag, *vedtak)})
    sist = sml.foer.dato if sml.foer else date(periode.aar - 1, 12, 31)
    med = [sak for sak in vedtak if er_med(register, sak, sist)]
    viktige = sorted((sak for sak in (*oppdrag, *med) if utenfor_rute(sak)), key=verst_forst)
    samlet = register.samlerapporter.get(periode.id)
    return Tertialsvar(
        kommune=om.kommune,
        enhet=om.enhet,
        navn=om.navn,
        periode=periode,
        dato=dato,
        leser=register.leser,
        utsnitt=utsnitt,
        godkjent=godkjent,
        behandlet=tuple(Behandlet(register.enhetsnavn(b.organ), b.sak, b.dato) for b in samlet.verdi.behandlet if b.dato <= dato) if samlet else (),
        vurdering=samlet.verdi.samlet_vurdering if samlet else None,
        hovedtall=hovedtall(register, oppdrag, FOR_OPPDRAG),
        vedtakstall=hovedtall(register, med, FOR_VEDTAK),
        viktigst=alt.ord(viktige[:FLEST_VIKTIGE]),
        flere_viktige=len(viktige[FLEST_VIKTIGE:]),
        siden=_siden(sml, forrige, [*oppdrag, *med], alt),
        enheter=tuple(_enhetsdel(alt, kode, egne) for kode, egne in _per_enhet(register, oppdrag).items()),
        vedtak=vedtaksdel(register, vedtak, {sak.id for sak in med}, alt.fortalt),
        mangler=tuple(_mangler(alt, [*oppdrag, *med])),
        tidligere=tidligere_aar(register, om.koder, periode.aar, dato),
        siste_levert=siste_levert(register, periode, dato),
        utelatt=register.utelatt,
    )


def _sammenlikning(register: Register, periode: Periode, forrige: Periode | None, dato: date) -> Sammenlikning:
    naa = Bilde(slik_perioden_sier(register, periode), dato, periode.aar)
    return sammenlikn(naa, Bilde(slik_perioden_sier(register, forrige), kjent_per(register, forrige), forrige.aar) if forrige else None)


def _siden(sml: Sammenlikning, forrige: Periode | None, saker: Iterable[Staar], alt: _Grunnlag) -> Siden:
    svar = endringer(sml, saker)
    gikk = {ord_: alt.ord(endret.sak for endret in svar.saker if endret.bevegelse is ord_) for ord_ in Bevegelse}
    flyttet = (Flytting(ny.sak.tittel, alt.fortalt[ny.sak.id].enhet, ny.fra, ny.til, ny.dager, ny.begrunnelse, ny.godkjent_av) for ny in svar.nye_frister)
    return Siden(forrige.navn if forrige else None, gikk, tuple(flyttet))


def _per_enhet(register: Register, saker: Iterable[Staar]) -> dict[str, list[Staar]]:
    """Things by who owns them, units in their own order."""
    per_enhet: dict[str, list[Staar]] = {kode: [] for kode in register.enheter}
    for sak in saker:
        per_enhet.setdefault(sak.ansvarlig, []).append(sak)
    return {kode: egne for kode, egne in per_enhet.items() if egne}


def _enhetsdel(alt: _Grunnlag, kode: str, egne: list[Staar]) -> Enhetsdel:
    post = alt.register.rapporter.get(f"{alt.periode.id}/{kode}")
    levert = alt.levert(kode)
    i_rute = [sak for sak in egne if sak.tilstand is Tilstand.I_RUTE and not sak.forfalt]
    stille = [sak for sak in egne if sak.tilstand is Tilstand.IKKE_RAPPORTERT and not sak.forfalt]
    ellers = {sak.id for sak in egne} - {sak.id for sak in (*i_rute, *stille)}
    omtales = sorted((sak for sak in egne if sak.id in ellers), key=lambda sak: (sak.tilstand in LUKKEDE, verst_forst(sak)))
    return Enhetsdel(
        navn=alt.register.enhetsnavn(kode),
        ord=post.verdi.samlet_vurdering if post and levert else None,
        levert=levert,
        telling=tell(sak.tilstand for sak in egne),
        oppdrag=alt.ord(egne),
        omtales=alt.ord(omtales),
        i_rute=alt.ord(i_rute),
        ikke_rapportert=alt.ord(stille),
    )


def _mangler(alt: _Grunnlag, saker: Iterable[Staar]) -> Iterator[Mangel]:
    for kode, egne in _per_enhet(alt.register, (sak for sak in saker if sak.tilstand is Tilstand.IKKE_RAPPORTERT)).items():
        yield Mangel(alt.register.enhetsnavn(kode), alt.levert(kode), alt.ord(egne))
