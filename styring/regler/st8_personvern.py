"""ST8: personal data and publicity."""

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from styring.fag.personnavn import er_personnavn
from styring.fag.personvern import eposter, fodselsnumre, telefonnumre
from styring.funn import Alvor, Sti, Treff, Utsnitt
from styring.register.post import Post
from styring.register.register import Register
from styring.register.roller import roller
from styring.register.skjulte_titler import SkjulteTitler
from styring.register.tekster import deler, prosa, tekster
from styring.regler.regel import regel, treff

_OM_GANGEN = 30


def _let(
    register: Register, finn: Callable[[str], list[str]], melding: str, forslag: str
) -> Iterator[Treff]:
    """Look through the whole text of the files that may hold personal data, comments too, and what
    escapes in quotes come to.
    """
    sett: set[tuple[str, str]] = set()
    for fil, tekst in register.mulige_personopplysninger.items():
        for nr, linje in enumerate(tekst.split("\n"), 1):
            for funnet in finn(linje):
                sett.add((fil, funnet))
                yield Treff(
                    "",
                    fil,
                    melding,
                    forslag=forslag,
                    utsnitt=Utsnitt(nr, linje.index(funnet) + 1, len(funnet)),
                )
    for post in register.alle_poster():
        if post.fil in register.mulige_personopplysninger:
            for sti, tekst in tekster(post.verdi, post.sti):
                if any((post.fil, funnet) not in sett for funnet in finn(tekst)):
                    yield treff(post.fil, melding, *sti, forslag=forslag)


@regel("ST801")
def ikke_fodselsnummer(register: Register) -> Iterator[Treff]:
    """Data skal ikke ha fødselsnummer.

    Hvorfor: git husker alt som har stått der. D-nummer og syntetiske numre teller også. Regelen kan
    ikke unntas.
    Galt: et ellevesifret nummer der begge kontrollsifrene stemmer.
    Riktig: bruk rolle og enhet. Er nummeret alt lagt inn, si fra til personvernombudet: det må også
    bort fra historikken.
    Kilde: personvernforordningen (GDPR) artikkel 5 og 87; personopplysningsloven § 12
    """
    yield from _let(
        register,
        fodselsnumre,
        "teksten har et fødselsnummer",
        "slett nummeret; bruk rolle og enhet",
    )


@regel("ST802", Alvor.ADVARSEL)
def ikke_epost(register: Register) -> Iterator[Treff]:
    """Data bør ikke ha e-postadresser.

    Hvorfor: en e-postadresse er oftest en person, og data kan bli åpne.
    Galt: en e-postadresse i en kommentar.
    Riktig: skriv rollen, for eksempel «prosjektleder forebygging».
    Kilde: personvernforordningen (GDPR) artikkel 5
    """
    yield from _let(register, eposter, "teksten har en e-postadresse", "skriv rollen i stedet")


@regel("ST803", Alvor.ADVARSEL)
def ikke_telefon(register: Register) -> Iterator[Treff]:
    """Data bør ikke ha telefonnumre.

    Hvorfor: et mobilnummer er en person, og data kan bli åpne.
    Galt: «ring 900 00 000».
    Riktig: skriv rollen, for eksempel «prosjektleder forebygging».
    Kilde: personvernforordningen (GDPR) artikkel 5
    """
    yield from _let(register, telefonnumre, "teksten har et telefonnummer", "skriv rollen i stedet")


@regel("ST804", krever_hel_post=True)
def unntatt_har_hjemmel(register: Register) -> Iterator[Treff]:
    """Et unntatt oppdrag eller vedtak skal ha unntakshjemmel.

    Hvorfor: offentlighet er hovedregelen, og et unntak må ha hjemmel i lov.
    Galt:
        offentlighet: unntatt
    Riktig:
        offentlighet: unntatt
        unntakshjemmel: offentleglova § 24
    Kilde: offentleglova § 3
    """
    for post in register.unntakbare():
        if (
            post.verdi.offentlighet == "unntatt"
            and getattr(post.verdi, "unntakshjemmel", "") is None
        ):
            yield treff(
                post.fil,
                "en unntatt post mangler unntakshjemmel",
                "offentlighet",
                forslag="legg til hjemmelen, for eksempel «unntakshjemmel: offentleglova § 23»",
            )


@regel("ST805", Alvor.ADVARSEL)
def unntatt_tittel_gjentas_ikke(register: Register) -> Iterator[Treff]:
    """En tekst bør ikke gjenta tittelen på en sak som færre kan lese.

    Hvorfor: id-en og saksnummeret blir tatt bort for den som ikke skal se saken, men ord er bare
    ord. En tittel med minst tre lange ord kjennes også når ordene er bøyd eller står i en annen
    rekkefølge, eller ett eller to mangler eller er lagt til. Titler på ett ord blir ikke
    kontrollert.
    Galt: kommentaren «Vi venter på kjøp av grunn til helsehus» når det er tittelen på et unntatt
    vedtak.
    Riktig: «Vi venter på en avklaring om tomten.»
    Kilde: offentleglova § 3
    """
    titler = SkjulteTitler(register.unntakbare())
    for post, sti, tekst in _mulige_gjentakelser(titler, register) if titler.finnes else ():
        gjentatt = titler.gjentas(tekst, post)
        if (gjentatt or titler.likner(tekst, post)) and not titler.handler_om(sti):
            melding = (
                "teksten gjentar tittelen"
                if gjentatt
                else "teksten sier nesten det samme som tittelen"
            )
            forslag = (
                "si det med andre ord" if gjentatt else "skriv det uten å si hva saken gjelder"
            )
            yield treff(
                post.fil, f"{melding} på en sak som ikke er for alle", *sti, forslag=forslag
            )


def _mulige_gjentakelser(
    titler: SkjulteTitler, register: Register
) -> Iterator[tuple[Post[Any], Sti, str]]:
    """The texts where a title may stand.

    The pieces of all records are looked through some at a time: most bunches hold nothing.
    """
    alle = (
        (post, sti, del_)
        for post in register.alle_poster()
        if titler.kan_gjenta(post)
        for sti, del_ in deler(post.verdi)
    )
    while bunke := list(islice(alle, _OM_GANGEN)):
        prosaen = [prosa(del_) for _, _, del_ in bunke]
        if titler.kan_gjentas(tekst for ett in prosaen for tekst in ett):
            for (post, sti, del_), egen in zip(bunke, prosaen, strict=True):
                if titler.kan_gjentas(egen):
                    yield from (
                        (post, *ett) for ett in tekster(del_, (*post.sti, *sti), til_ledelsen=False)
                    )


@regel("ST806", Alvor.ADVARSEL)
def rollen_er_ikke_et_personnavn(register: Register) -> Iterator[Treff]:
    """Den som har eller gjør noe, bør være en enhet eller en rolle, ikke en person.

    Hvorfor: folk bytter jobb, rollen blir stående, og data kan bli åpne. Regelen ser to ord med
    stor forbokstav etter hverandre, som ikke er en rolle eller en enhet.
    Galt:
        til: Kari Nordmann
    Riktig:
        til: prosjektleder forebygging
    Kilde: personvernforordningen (GDPR) artikkel 5
    """
    navnene = " ".join(
        [
            *(enhet.navn for enhet in register.enheter.values()),
            *register.organer.values(),
            register.navn,
        ]
    )
    kjente = frozenset(re.findall(r"\w+", navnene.casefold()))
    enheter = register.enheter
    for fil, sti, rolle in roller(register):
        if " " in rolle and rolle not in enheter and er_personnavn(rolle, kjente):
            yield treff(
                fil,
                "dette ser ut som navnet på en person",
                *sti,
                forslag="skriv rollen i stedet, for eksempel «prosjektleder forebygging»",
            )


REGLER = (
    ikke_fodselsnummer,
    ikke_epost,
    ikke_telefon,
    unntatt_har_hjemmel,
    unntatt_tittel_gjentas_ikke,
    rollen_er_ikke_et_personnavn,
)
