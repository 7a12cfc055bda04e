"""The economy as an approved report shows it: ``data/rapporter/<aar>-<periode>/okonomi.yaml``."""

from typing import Annotated, Literal

from styring.modell.belop import Belop
from styring.modell.form import (
    ALLE,
    BUDSJETTKODE,
    Antall,
    Kode,
    Merkelapp,
    NokkelMonster,
    Prosa,
    Tidspunkt,
    Tittel,
    felt,
    post,
)


@post
class Kapittelomraade:
    """Ett budsjettområde slik rapporten viser det."""

    navn: Tittel = felt(ALLE, "Navnet på området.")
    enhet: Kode = felt(ALLE, "Enheten som svarer for området.")
    type: Literal["tjeneste", "selvkost", "felles"] = felt(
        ALLE, "Slags område.", default="tjeneste"
    )
    budsjett: Belop = felt(ALLE, "Årsbudsjettet med endringer.")
    regnskap: Belop | None = felt(ALLE, "Brukt så langt i året.", default=None)
    avvik: Belop | None = felt(
        ALLE, "Ventet avvik ved årsslutt. Minus er verre enn budsjett.", default=None
    )
    etter_tiltak: Belop | None = felt(
        ALLE, "Det samme når de foreslåtte tiltakene er satt i verk.", default=None
    )
    forrige_avvik: Belop | None = felt(
        ALLE, "Det som ble ventet i forrige rapport i året.", default=None
    )
    kommentar: Prosa | None = felt(ALLE, "Hvorfor, og hva som gjøres.", default=None)


@post
class Kapittelfond:
    """Ett fond slik rapporten viser det."""

    navn: Tittel = felt(ALLE, "Navnet på fondet.")
    ib: Belop = felt(ALLE, "Beholdningen 1. januar.")
    endring: Belop = felt(ALLE, "Det som ventes satt av, minus det som ventes brukt.")
    prosent: Belop | None = felt(
        ALLE, "Fondet ved årsslutt i prosent av driftsinntektene.", default=None
    )


@post
class Kapittelinvestering:
    """Ett investeringsprosjekt slik rapporten viser det."""

    navn: Tittel = felt(ALLE, "Navnet på prosjektet.")
    totalramme: Belop = felt(ALLE, "Rammen for hele prosjektet.")
    brukt_tidligere: Belop = felt(ALLE, "Brukt før 1. januar.")
    aarsbudsjett: Belop = felt(ALLE, "Budsjettert i år, med endringer.")
    regnskap: Belop | None = felt(ALLE, "Brukt så langt i året.", default=None)
    aarsprognose: Belop | None = felt(ALLE, "Ventet brukt i år.", default=None)
    totalprognose: Belop | None = felt(ALLE, "Ventet for hele prosjektet.", default=None)
    ferdig: Tidspunkt | None = felt(ALLE, "Når prosjektet ventes ferdig.", default=None)
    kommentar: Prosa | None = felt(ALLE, "Hva som er gjort, og hva som gjenstår.", default=None)


@post
class Okonomikapittel:
    """Økonomien slik den godkjente rapporten viser den.

    Lages av «styring tertial godkjenn», og rettes aldri for hånd.
    """

    maaned: Merkelapp = felt(ALLE, "Måneden tallene går til og med.")
    omraader: Annotated[dict[str, Kapittelomraade], NokkelMonster(BUDSJETTKODE), Antall(1)] = felt(
        ALLE, "Kode og tall for hvert budsjettområde."
    )
    fond: Annotated[dict[str, Kapittelfond], NokkelMonster(BUDSJETTKODE)] | None = felt(
        ALLE, "Kode og tall for hvert fond.", default=None
    )
    investeringer: Annotated[dict[str, Kapittelinvestering], NokkelMonster(BUDSJETTKODE)] | None = (
        felt(ALLE, "Kode og tall for hvert prosjekt.", default=None)
    )
    netto_driftsresultat: Belop | None = felt(
        ALLE, "Det året ventes å gi til fondene.", default=None
    )
