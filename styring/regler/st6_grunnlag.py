"""ST6, fifth part: what was approved, held against what the data say now."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from styring.fag.norsk import opplisting
from styring.funn import Alvor, Treff
from styring.register.felter import lukkethet
from styring.register.register import Register
from styring.regler.regel import regel, treff

if TYPE_CHECKING:
    from styring.register.grunnlagsendringer import Avvik

_NAVN = ("enheter", "organer", "maalinger")
_ORD = {"borte": "er borte", "ny": "er kommet til"}


@regel("ST650", Alvor.ADVARSEL)
def grunnlaget_er_uendret(register: Register) -> Iterator[Treff]:
    """Det en godkjent rapport viste, bør ikke endres i ettertid uten at det sies.

    Hvorfor: rapporten står fast slik den ble godkjent, men dataene sier noe annet om den samme
    dagen. Det som er datert etter godkjenningen, teller ikke.
    Galt: en ny tittel på et oppdrag som sto i rapporten, en fristendring datert før den ble
    godkjent, et oppdrag som er slettet, eller en annen verdi for noe som var målt.
    Riktig: sett det tilbake, eller godkjenn rettelsen: styring tertial godkjenn 2023-T1 --rettelse
    "Hva som er rettet"
    Kilde: kommuneloven § 14-5: kommunestyret skal ha den rapporten som ble godkjent
    """
    if not register.grunnlag:
        return
    # brings the whole grammar of references
    from styring.register.grunnlagsendringer import grunnlagsendringer

    for periode in register.grunnlag:
        for avvik in grunnlagsendringer(register, periode):
            melding, forslag = (
                f"{_hva(register, avvik)} siden {periode} ble godkjent",
                _raad(avvik, periode),
            )
            yield treff(
                register.samlerapporter[periode].fil,
                melding,
                "godkjent",
                paa_nokkel=True,
                forslag=forslag,
            )


def _raad(avvik: "Avvik", periode: str) -> str:
    """What to do: what is new was perhaps given later, and then its day says so."""
    if avvik.hva == "ny":
        return (
            f"kom det til etter {periode}, så skriv dagen i «gitt»; ellers ta det bort, eller"
            f" godkjenn en rettelse av {periode}"
        )
    return f"sett det tilbake, eller godkjenn en rettelse av {periode}"


def _hva(register: Register, avvik: "Avvik") -> str:
    """What is otherwise, in words; what is not for everybody is not named."""
    post = register.ansvarspost(avvik.id) if avvik.id else None
    navn = (
        "kommunen"
        if avvik.id is None
        else avvik.id
        if avvik.slag in _NAVN or (post and not lukkethet(post.verdi))
        else "en sak"
    )
    return (
        f"{navn} {_ORD[avvik.hva]}"
        if avvik.hva in _ORD
        else f"{navn} er endret ({opplisting(avvik.felter)})"
    )


REGLER = (grunnlaget_er_uendret,)
