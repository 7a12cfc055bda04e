"""ST5: the annual wheel."""

from collections.abc import Iterator

from styring.fag.hjemmel import Henvisning, henvisninger, naermeste_lov
from styring.fag.nar import ForLangKjede, UgyldigNar, kan_beregnes, proev
from styring.fag.norsk import opplisting
from styring.funn import Alvor, Sti, Treff
from styring.modell.arshjul import Aktivitet, EnDag
from styring.register.post import Post
from styring.register.register import Register
from styring.regler.regel import fastregel, regel, treff

_EKSEMPLER = {
    "HvertAar": "skriv for eksempel hvert_ar: 02-22",
    "Gjentakelse": "skriv for eksempel rrule: FREQ=MONTHLY;BYMONTHDAY=5",
    "Relativ": "skriv for eksempel dager: -14",
}


@fastregel("ST501")
def type_og_kategori() -> None:
    """Hver aktivitet skal ha type og kategori.

    Hvorfor: grønne bokser er administrative og rosa bokser politiske, og kategorien sier hvem
    aktiviteten angår.
    Galt:
        type: intern
    Riktig:
        type: administrativ
        kategori: okonomi
    Kilde: brevet, om grønne og rosa bokser og det detaljerte årshjulet
    """


@fastregel("ST502")
def nar_er_oppgitt() -> None:
    """Hver aktivitet skal si når den er, eller at det ikke er oppgitt.

    Hvorfor: det som ikke er oppgitt, skal synes som «ikke oppgitt», og ikke bli borte.
    Galt:
        nar: i mai
    Riktig:
        nar: ikke_oppgitt
    Kilde: brevet, om årshjulet
    """


@regel("ST503")
def nar_kan_regnes_ut(register: Register) -> Iterator[Treff]:
    """Regelen for når en aktivitet er, skal gi dager som finnes.

    Hvorfor: en aktivitet uten dag mangler i fristlisten. 29. februar er lov, og blir 28. februar i
    år uten skuddag.
    Galt:
        nar: {hvert_ar: 02-30}
    Riktig:
        nar: {hvert_ar: 02-28}
    Kilde: årshjulets dataformat; rrule er som i iCalendar (RFC 5545)
    """
    for aktivitet in register.aktiviteter.values():
        try:
            proev(aktivitet.verdi)
        except UgyldigNar as feil:
            forslag = _EKSEMPLER.get(type(aktivitet.verdi.nar).__name__, "")
            yield treff(aktivitet.fil, str(feil), *aktivitet.sti, "nar", forslag=forslag)
        else:
            yield from _for_lang_kjede(register, aktivitet)


def _for_lang_kjede(register: Register, aktivitet: Post[Aktivitet]) -> Iterator[Treff]:
    try:
        kan_beregnes(
            aktivitet.verdi,
            lambda id_: register.aktiviteter[id_].verdi if id_ in register.aktiviteter else None,
        )
    except ForLangKjede as feil:
        yield treff(
            aktivitet.fil, str(feil), *aktivitet.sti, "nar", forslag="gi et av leddene en egen dag"
        )
    except UgyldigNar:
        return  # a ring or an unknown aktivitet, which rules of their own tell of


@regel("ST504")
def kjede_uten_ring(register: Register) -> Iterator[Treff]:
    """Aktiviteter skal ikke regnes fra hverandre i ring.

    Hvorfor: da har ingen av dem noen dag.
    Galt:
        a: {nar: {fra_aktivitet: b, dager: 7}}
        b: {nar: {fra_aktivitet: a, dager: -7}}
    Riktig:
        a: {nar: {fra_aktivitet: b, dager: 7}}
        b: {nar: {hvert_ar: 12-13}}
    Kilde: data/arshjul.yaml
    """
    sett: set[str] = set()
    for id_, aktivitet in register.aktiviteter.items():
        ring = _ringen(register, id_)
        if ring and id_ not in sett:
            melding = (
                f"aktiviteten «{id_}» regnes fra seg"
                f" selv{'' if len(ring) == 1 else ', gjennom ' + opplisting(ring[1:])}"
            )
            yield treff(
                aktivitet.fil, melding, *aktivitet.sti, "nar", forslag="gi en av dem en egen dag"
            )
        sett.update(ring)


def _ringen(register: Register, id_: str) -> list[str]:
    """The ids that lead from one aktivitet back to itself, or none."""
    vei: list[str] = []
    neste: str | None = id_
    while neste is not None and neste in register.aktiviteter and neste not in vei:
        vei.append(neste)
        neste = getattr(register.aktiviteter[neste].verdi.nar, "fra_aktivitet", None)
    return vei if neste == id_ else []


def _er_en_dag(aktivitet: Aktivitet) -> bool:
    return isinstance(aktivitet.nar, EnDag)


@regel("ST505")
def rod_dag_er_oppgitt(register: Register) -> Iterator[Treff]:
    """En aktivitet som gjentas, skal si hva som skjer når dagen er rød.

    Hvorfor: noen frister flyttes til neste virkedag, andre ikke. Det finnes ingen felles regel, og
    en periodeslutt flyttes aldri. Én bestemt dag er den dagen, og trenger det ikke.
    Galt:
        nar: {hvert_ar: 04-15}
    Riktig:
        nar: {hvert_ar: 04-15}
        rod_dag: neste_virkedag
    Kilde: årshjulets dataformat; domstolloven § 149 flytter bare noen frister
    """

    def slaa_opp(id_: str) -> Aktivitet | None:
        return register.aktiviteter[id_].verdi if id_ in register.aktiviteter else None

    for id_, aktivitet in register.aktiviteter.items():
        try:
            har_dato = kan_beregnes(aktivitet.verdi, slaa_opp)
        except UgyldigNar:
            continue
        if har_dato and aktivitet.verdi.rod_dag is None and not _er_en_dag(aktivitet.verdi):
            forslag = "legg til rod_dag: star, neste_virkedag eller forrige_virkedag"
            yield treff(
                aktivitet.fil,
                f"aktiviteten «{id_}» sier ikke hva som skjer på en rød dag",
                *aktivitet.sti,
                paa_nokkel=True,
                forslag=forslag,
            )


def _hjemler(register: Register) -> Iterator[tuple[str, Sti, Henvisning]]:
    """Every reference to law, with its place: of aktiviteter, and of what is exempt."""
    skrevne = [
        (post.fil, (*post.sti, "hjemmel"), post.verdi.hjemmel)
        for post in register.aktiviteter.values()
    ]
    skrevne += [
        (post.fil, ("unntakshjemmel",), post.verdi.unntakshjemmel)
        for post in register.oppdrag.values()
        if post.verdi.unntakshjemmel
    ]
    for fil, sti, hjemmel in skrevne:
        if hjemmel is not None:
            yield from ((fil, sti, henvisning) for henvisning in henvisninger(hjemmel))


@regel("ST506", Alvor.ADVARSEL)
def paragrafen_finnes(register: Register) -> Iterator[Treff]:
    """Paragrafen i hjemmelen skal finnes i loven.

    Hvorfor: en feilskrevet paragraf ser riktig ut. Sammenlign også overskriften, som «styring vis»
    viser: § 14-15 finnes, men handler om lån.
    Galt:
        hjemmel: kommuneloven § 14-55
    Riktig:
        hjemmel: kommuneloven § 14-5
    Kilde: lovtabellen i styring, med kilde for hver lov
    """
    for fil, sti, henvisning in _hjemler(register):
        lov = henvisning.lov
        if lov and lov.hel and henvisning.paragraf and henvisning.paragraf not in lov.paragrafer:
            yield treff(
                fil,
                f"{lov.navn} har ingen § {henvisning.paragraf}",
                *sti,
                forslag="slå opp paragrafen i loven",
            )


@regel("ST507", Alvor.TIPS)
def loven_er_kjent(register: Register) -> Iterator[Treff]:
    """Loven i hjemmelen bør være en styring kjenner, ellers blir paragrafen ikke kontrollert.

    Hvorfor: navnet kan være feilskrevet. Uten lov bak, skriv «lokal rutine».
    Galt:
        hjemmel: komuneloven § 14-5
    Riktig:
        hjemmel: kommuneloven § 14-5
    Kilde: lovtabellen i styring, med kilde for hver lov
    """
    for fil, sti, henvisning in _hjemler(register):
        if henvisning.lov is None:
            ment = naermeste_lov(henvisning.skrevet)
            forslag = (
                f"mente du «{ment}»?"
                if ment
                else "paragrafen blir ikke kontrollert; slå den opp selv"
            )
            yield treff(
                fil, "loven er ikke i lovtabellen", *sti, forslag=forslag, funnet=henvisning.skrevet
            )


REGLER = (
    type_og_kategori,
    nar_er_oppgitt,
    nar_kan_regnes_ut,
    kjede_uten_ring,
    rod_dag_er_oppgitt,
    paragrafen_finnes,
    loven_er_kjent,
)
