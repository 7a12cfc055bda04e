"""The manager's own words about the whole, back from Excel."""

from collections.abc import Iterator

from styring.fag import skjemabok as bok
from styring.fag.skjemabok import Innsendt
from styring.modell.rapport import Melding
from styring.register.skjema import Skjema
from styring.sporring.rapportering.cellelikhet import enhetlig
from styring.sporring.rapportering.mottakssvar import Avslag, Feltendring, Radsvar
from styring.sporring.rapportering.tidligere_svar import TidligereSvar

SAMLET = bok.SAMLET_ID


def samlet_mottatt(
    skjema: Skjema, innsendt: Innsendt, foer: TidligereSvar
) -> Iterator[Radsvar | Avslag]:
    """The manager's own words about the whole."""
    ny, sendt, naa = (
        innsendt.samlet_vurdering,
        enhetlig(innsendt.samlet_sendt),
        enhetlig(skjema.samlet_vurdering or ""),
    )
    if not ny or ny in (sendt, naa):
        return
    navn = "samlet vurdering"
    hvem = (skjema.periode.id, skjema.enhet)
    sak = (SAMLET, SAMLET)
    er_rettet = not bok.er_sendt_tilbake(innsendt.fil) and foer.rettet(hvem, sak, "kommentar", naa)
    if er_rettet and naa != sendt and foer.sa(hvem, sak, "kommentar", ny):
        return  # the old words once more
    if naa != sendt and not er_rettet and not foer.sa(hvem, sak, "kommentar", naa):
        grunn = (
            "den samlede vurderingen er endret i styring etter at skjemaet ble sendt ut; velg hva"
            " som skal gjelde"
        )
        yield Avslag(
            innsendt.fil,
            skjema.enhet,
            skjema.periode.id,
            3,
            SAMLET,
            navn,
            (grunn,),
            {"kommentar": ny},
        )
        return
    endring = Feltendring(SAMLET, naa, ny)
    yield Radsvar(
        innsendt.fil,
        skjema.enhet,
        skjema.periode.id,
        3,
        SAMLET,
        SAMLET,
        navn,
        Melding(kommentar=ny),
        (SAMLET,),
        (endring,),
    )
