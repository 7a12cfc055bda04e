"""Where every row of a ledger belongs, and what each code comes to."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from styring.fag.belop import NULL, desimaltegnene, i_ore, kroner
from styring.fag.hovedbok import BELOPSFELTER, Hovedbokskart, Hovedboksvar, Kodesum
from styring.fag.liste import Liste
from styring.fag.norsk import antall, opplisting
from styring.sporring.okonomi.bokforing import Bokforing, Radsum

_FLEST = 10
"""Rows that are named of each kind of fault; how many there are is always said."""


def plasser(liste: Liste, kart: Hovedbokskart) -> Hovedboksvar:
    """Read every row of a ledger by its map. Where anything does not agree, ``feil`` says what, and
    nothing of it can be trusted.
    """
    tegnene = {
        felt: _tegnene(liste, navn) for felt, navn in kart.kolonner.items() if felt in BELOPSFELTER
    }
    ett = {felt: next(iter(tegn)) for felt, tegn in tegnene.items() if len(tegn) == 1}
    lesning = Bokforing(kart, ett)
    if not kart.desimal:
        for felt in (felt for felt, tegn in tegnene.items() if len(tegn) > 1):
            hva = "bruker både komma og punktum foran desimalene; skriv «desimal» i kartet"
            lesning.si(hva, f"under «{kart.kolonner[felt]}»")
    for rad in liste.rader:
        lesning.rad(rad)
    if lesning.inntekter < 0:
        lesning.si("er minus til sammen; den skal ha inntekter som pluss", "under «inntekt»")
    if not liste.rader:
        lesning.si("har ingen rader", "filen")
    feil = [*(f"{sted}: {grunn}" for sted, grunn in liste.avslag), *_feilene(lesning)]
    return Hovedboksvar(
        rader=len(liste.rader) + len(liste.avslag),
        sumrader=lesning.sumrader,
        omraader=_summene(lesning.omraader, kart.navn),
        investeringer=_summene(lesning.investeringer, kart.navn),
        uplassert=_summene(lesning.uplassert),
        utelatt=_summene(lesning.utelatt),
        helhet={felt: i_ore(tall) for felt, tall in lesning.alt.belop.items()},
        bevilgninger=_rammene(lesning),
        feil=tuple(feil),
        merknader=tuple(_merknadene(liste, lesning)),
    )


def _tegnene(liste: Liste, navn: str) -> frozenset[str]:
    celler = (rad.celler.get(navn) for rad in liste.rader)
    return desimaltegnene(celle for celle in celler if isinstance(celle, str))


def _summene(
    summer: Mapping[str, Radsum], navn: Mapping[str, str] = MappingProxyType({})
) -> tuple[Kodesum, ...]:
    return tuple(
        Kodesum(
            kode,
            navn.get(kode) or ett.navn,
            ett.rader,
            {felt: i_ore(tall) for felt, tall in ett.belop.items()},
        )
        for kode, ett in sorted(summer.items())
    )


def _feilene(lesning: Bokforing) -> Iterable[str]:
    for hva, steder in lesning.feil.items():
        flere = f" og {len(steder) - _FLEST} til" if steder[_FLEST:] else ""
        rad = "" if not steder[0][0].isdigit() else "rad " if len(steder) == 1 else "radene "
        yield f"{rad}{', '.join(steder[:_FLEST])}{flere} {hva}"
    if lesning.uplassert:
        hvilke = [
            f"{kode}{f' {ett.navn}' if ett.navn else ''} ({antall(ett.rader, 'rad')},"
            f" {kroner(ett.belop.get('belop', NULL))} kr)"
            for kode, ett in sorted(lesning.uplassert.items())
        ]
        flere = f" og {len(hvilke) - _FLEST} til" if hvilke[_FLEST:] else ""
        yield (
            f"ansvar uten område i kartet: {'; '.join(hvilke[:_FLEST])}{flere}. Skriv dem under"
            " «omraader», gi alle en egen kode med kode_av_ansvar, eller sett dem under «utelat»"
        )


def _rammene(lesning: Bokforing) -> dict[str, str]:
    """The frame of each area that lies in one."""
    return {
        kode: next(iter(rammer))
        for kode, rammer in lesning.rammer.items()
        if len(rammer) == 1 and "" not in rammer
    }


def _merknadene(liste: Liste, lesning: Bokforing) -> Iterable[str]:
    yield from (ett.tekst for ett in liste.merknader if ett.viktig)
    if lesning.uten_belop:
        hvilke = ", ".join(map(str, lesning.uten_belop[:_FLEST]))
        flere = f" og {len(lesning.uten_belop) - _FLEST} til" if lesning.uten_belop[_FLEST:] else ""
        yield f"{antall(len(lesning.uten_belop), 'rad')} har ikke noe beløp: {hvilke}{flere}"
    for kode, rammer in sorted(lesning.rammer.items()):
        if len(rammer) > 1 or "" in rammer:
            deler = [
                f"{ramme or 'ingen ramme'} {kroner(tall)} kr" for ramme, tall in rammer.items()
            ]
            yield f"området {kode} ligger ikke i én bevilgning: {opplisting(deler)}"
