"""ST2: codes and references."""

from collections.abc import Iterable, Iterator

from styring.fag.norsk import lik, mente_du, opplisting
from styring.funn import Sti, Treff
from styring.register import typer
from styring.register.koder import enhetskoder
from styring.register.post import Post
from styring.register.register import Register
from styring.regler.navnerom import Navn, navnerom
from styring.regler.regel import regel, treff

_EGNE = frozenset(
    {"kommune", "styringsbrev", "maal", "oppdrag", "vedtak", "rapport", "samlerapport", "arshjul"}
)
"""The types whose codes are gone through one by one above, or by rules of their own."""


def _enhetsbruk(register: Register) -> Iterator[tuple[str, Sti, str]]:
    """Every place where a unit must be named: file, path, code."""
    if register.kommune:
        for kode, enhet in register.enheter.items():
            if enhet.overordnet:
                yield register.kommune.fil, ("enheter", kode, "overordnet"), enhet.overordnet
    for brev in register.styringsbrev.values():
        yield from _liste(brev, "rekkefolge", brev.verdi.rekkefolge)
    for plass in register.delmaal.values():
        yield from _liste(plass.delmaal, "ansvar", plass.delmaal.verdi.ansvar)
    for post in register.ansvarsposter():
        yield post.fil, ("ansvarlig",), post.verdi.ansvarlig
        yield from _liste(post, "delansvar", post.verdi.delansvar)
    for vedtak in register.vedtak.values():
        yield from (
            (vedtak.fil, ("punkter", nr, "ansvarlig"), punkt.ansvarlig)
            for nr, punkt in enumerate(vedtak.verdi.punkter)
            if punkt.ansvarlig
        )


def _liste(post: Post[object], felt: str, koder: Iterable[str]) -> Iterator[tuple[str, Sti, str]]:
    for nr, kode in enumerate(koder):
        yield post.fil, (*post.sti, felt, nr), kode


def _ukjent(register: Register, fil: str, sti: Sti, kode: str, kjente: Iterable[str]) -> Treff:
    ment = mente_du(kode, kjente)
    forslag = f"mente du «{ment}»?" if ment else f"enhetene er {opplisting(register.enheter)}"
    return treff(fil, "enheten er ikke kjent", *sti, forslag=forslag, funnet=kode)


@regel("ST201")
def enheten_finnes(register: Register) -> Iterator[Treff]:
    """En enhet som nevnes, skal finnes i kommune.yaml.

    Hvorfor: et oppdrag til en ukjent enhet står ikke på noens liste.
    Galt:
        ansvarlig: OSU
    Riktig:
        ansvarlig: OUS
    Kilde: data/kommune.yaml, «enheter»
    """
    if register.kommune is None:
        return
    enheter = register.enheter
    for fil, sti, kode in _enhetsbruk(register):
        if kode not in enheter:
            yield _ukjent(register, fil, sti, kode, enheter)
    kjente = {**enheter, **register.organer}
    for aktivitet in register.aktiviteter.values():
        kode = aktivitet.verdi.ansvarlig or ""
        if kode and kode not in kjente:
            yield _ukjent(register, aktivitet.fil, (*aktivitet.sti, "ansvarlig"), kode, kjente)
    for type_ in typer.alle():
        for post in register.poster.get(type_.navn, {}).values() if type_.navn not in _EGNE else ():
            yield from (
                _ukjent(register, post.fil, sti, kode, kjente)
                for sti, kode in enhetskoder(post.verdi)
                if kode not in kjente
            )


@regel("ST202")
def delmaal_finnes(register: Register) -> Iterator[Treff]:
    """Et delmål som et oppdrag viser til, skal finnes. Det kan også være et hovedmål uten delmål.

    Hvorfor: ellers er den røde tråden brutt.
    Galt:
        delmaal: [TF-9.9]
    Riktig:
        delmaal: [TF-1.1]
    Kilde: brevet: «en rød tråd fra politiske planer til handlinger»
    """
    if not register.kjenner_maal:
        return
    hele = (ett for post in register.omraader for ett in post.verdi.hovedmaal if not ett.delmaal)
    kjente = {*register.delmaal, *(ett.kode for ett in hele)}
    for oppdrag in register.oppdrag.values():
        for nr, kode in enumerate(oppdrag.verdi.delmaal):
            if kode not in kjente:
                ment = mente_du(kode, kjente)
                forslag = f"mente du «{ment}»?" if ment else "se kodene med «styring maal»"
                yield treff(
                    oppdrag.fil,
                    "delmålet er ikke kjent",
                    "delmaal",
                    nr,
                    forslag=forslag,
                    funnet=kode,
                )


@regel("ST203")
def aktivitet_finnes(register: Register) -> Iterator[Treff]:
    """En aktivitet som en annen regnes fra, skal finnes i årshjulet.

    Hvorfor: ellers kan datoen ikke regnes ut.
    Galt:
        nar: {fra_aktivitet: okonomiplan, dager: -14}
    Riktig:
        nar: {fra_aktivitet: okonomiplan-vedtatt, dager: -14}
    Kilde: data/arshjul.yaml
    """
    for aktivitet in register.aktiviteter.values():
        fra = getattr(aktivitet.verdi.nar, "fra_aktivitet", None)
        if fra is not None and fra not in register.aktiviteter:
            ment = mente_du(fra, register.aktiviteter)
            forslag = f"mente du «{ment}»?" if ment else "se id-ene med «styring arshjul»"
            yield treff(
                aktivitet.fil,
                "aktiviteten er ikke kjent",
                *aktivitet.sti,
                "nar",
                "fra_aktivitet",
                forslag=forslag,
                funnet=fra,
            )


@regel("ST204")
def kode_brukt_en_gang(register: Register) -> Iterator[Treff]:
    """En kode skal bety én ting.

    Hvorfor: enheter, organer, mål, oppdrag og aktiviteter deler navnerom, så «styring vis KODE»
    alltid har ett svar.
    Galt: to delmål med koden TF-1.1, eller en enhet og et satsingsområde med samme kode.
    Riktig: gi det ene en annen kode.
    Kilde: dataformatet
    """
    forste: dict[str, Navn] = {}
    for navn in navnerom(register):
        annen = forste.setdefault(navn.kode, navn)
        if annen is not navn:
            yield treff(
                navn.fil,
                f"koden «{navn.kode}» er brukt før, for {annen.hva} i {annen.fil}",
                *navn.sti,
                paa_nokkel=navn.paa_nokkel,
                forslag="gi den ene en annen kode",
            )


@regel("ST205")
def koder_ulike_nok(register: Register) -> Iterator[Treff]:
    """To koder skal ikke være like når store og små bokstaver ikke teller.

    Hvorfor: de kan være samme fil på Windows og macOS, og folk leser dem likt.
    Galt: organet KS og aktiviteten ks.
    Riktig: organet KS og aktiviteten ks-mote.
    Kilde: dataformatet
    """
    forste: dict[str, Navn] = {}
    for navn in navnerom(register):
        annen = forste.setdefault(lik(navn.kode), navn)
        if annen.kode != navn.kode:
            melding = (
                f"koden «{navn.kode}» skiller seg fra «{annen.kode}» i {annen.fil} bare i store og"
                " små bokstaver"
            )
            yield treff(
                navn.fil,
                melding,
                *navn.sti,
                paa_nokkel=navn.paa_nokkel,
                forslag="gi den ene en annen kode",
            )


@regel("ST206")
def enheter_uten_ring(register: Register) -> Iterator[Treff]:
    """En enhet skal ikke ligge under seg selv.

    Hvorfor: da er det ingen som svarer øverst.
    Galt:
        OUS: {navn: Oppvekst, type: sektor, overordnet: BVT}
        BVT: {navn: Barnevern, type: sektor, overordnet: OUS}
    Riktig:
        OUS: {navn: Oppvekst, type: sektor}
        BVT: {navn: Barnevern, type: virksomhet, overordnet: OUS}
    Kilde: data/kommune.yaml, «enheter»
    """
    if register.kommune is None:
        return
    for kode, enhet in register.enheter.items():
        over = [kode, *register.over(kode)]
        if (
            enhet.overordnet
            and register.enheter.get(over[-1])
            and register.enheter[over[-1]].overordnet == kode
        ):
            melding = f"enheten «{kode}» ligger under seg selv"
            yield treff(
                register.kommune.fil,
                melding,
                "enheter",
                kode,
                "overordnet",
                forslag="la én av enhetene stå uten «overordnet»",
            )


@regel("ST207")
def aaret_i_brevet(register: Register) -> Iterator[Treff]:
    """Året i styringsbrevet skal være det samme som i filnavnet.

    Hvorfor: ellers er det uklart hvilket år brevet gjelder.
    Galt: aar: 2022 i data/styringsbrev/2023.yaml
    Riktig: aar: 2023 i data/styringsbrev/2023.yaml
    Kilde: dataformatet
    """
    for aar, brev in register.styringsbrev.items():
        if brev.verdi.aar != aar:
            yield treff(
                brev.fil,
                f"året er ikke {aar}, som i filnavnet",
                "aar",
                forslag=f"skriv {aar}, eller gi filen nytt navn",
                funnet=str(brev.verdi.aar),
            )


REGLER = (
    enheten_finnes,
    delmaal_finnes,
    aktivitet_finnes,
    kode_brukt_en_gang,
    koder_ulike_nok,
    enheter_uten_ring,
    aaret_i_brevet,
)
