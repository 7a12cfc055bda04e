"""ST5, second part: the duties of the law against the wheel, for the years that have a letter or a
form. Never by the clock.
"""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from styring.fag.hjemmel import Lov, henvisninger
from styring.fag.kalender import kortdato
from styring.fag.nar import Forekomst, UgyldigNar, forekomster, kan_beregnes
from styring.fag.norsk import mente_du
from styring.fag.pliktdager import Hjuldager, brudd, kravet, opphoert, skal_staa_i
from styring.fag.plikter import Plikt, dekkes_av, kodene, plikter
from styring.funn import Alvor, Treff
from styring.modell.arshjul import Aktivitet
from styring.register.post import Post
from styring.register.register import Register
from styring.regler.regel import regel, treff

_LENGST_MELLOM = 20
"""Years between two times of an aktivitet, at most (``HvertAar.hvert``)."""


class _Hjulet(NamedTuple):
    """The wheel, read once: who answers each duty, and the days of each aktivitet.

    ``ukjente`` are those whose days can't be computed.
    """

    register: Register
    dekning: dict[str, list[Post[Aktivitet]]]
    udaterte: frozenset[str]
    ukjente: frozenset[str]
    husket: dict[tuple[str, int], list[Forekomst]]

    def dager(self, post: Post[Aktivitet], aar: int) -> list[Forekomst]:
        """The days of an aktivitet in a year."""
        if post.id in self.ukjente or post.id in self.udaterte:
            return []
        if (post.id, aar) not in self.husket:
            self.husket[post.id, aar] = forekomster(
                post.verdi, aar, lambda id_: _aktiviteten(self.register, id_)
            )
        return self.husket[post.id, aar]

    def for_plikter(self) -> Hjuldager:
        """The days by duty."""

        def i(kode: str, aar: int) -> list[Forekomst]:
            return [dag for post in self.dekning.get(kode, ()) for dag in self.dager(post, aar)]

        return Hjuldager(
            i,
            frozenset(
                kode
                for kode, poster in self.dekning.items()
                if any(post.id in self.udaterte for post in poster)
            ),
        )


def _aktiviteten(register: Register, id_: str) -> Aktivitet | None:
    return register.aktiviteter[id_].verdi if id_ in register.aktiviteter else None


@lru_cache(maxsize=1)
def _les(register: Register) -> _Hjulet:
    """Kept for the family: three rules ask for the same."""
    dekning: dict[str, list[Post[Aktivitet]]] = {}
    udaterte, ukjente = set(), set()
    for post in register.aktiviteter.values():
        for kode in dekkes_av(post.verdi):
            dekning.setdefault(kode, []).append(post)
        try:
            forekomster(post.verdi, 2000, lambda id_: _aktiviteten(register, id_))
            if not kan_beregnes(post.verdi, lambda id_: _aktiviteten(register, id_)):
                udaterte.add(post.id)
        except UgyldigNar:
            ukjente.add(post.id)
    return _Hjulet(register, dekning, frozenset(udaterte), frozenset(ukjente), {})


def _aarene(register: Register) -> list[int]:
    """The years that are judged: those with a letter or a form.

    None where there is no wheel, or it could not be read.
    """
    if not register.poster.get("arshjul") or any(
        post.fil in register.delvise for post in register.poster["arshjul"].values()
    ):
        return []
    return sorted(
        {
            *register.styringsbrev,
            *(
                int(id_[:4])
                for poster in (register.rapporter, register.samlerapporter)
                for id_ in poster
            ),
        }
    )


def _gjeldende(aarene: list[int]) -> Iterator[tuple[str, list[tuple[int, Plikt]]]]:
    """Each duty with the years it is judged for; where one law took over from another in a year,
    once for each.
    """
    for kode in kodene():
        gjelder = [
            (aar, plikt)
            for aar in aarene
            for plikt in plikter()
            if plikt.kode == kode and skal_staa_i(plikt, aar)
        ]
        if gjelder:
            yield kode, gjelder


@regel("ST508", Alvor.ADVARSEL)
def lovens_plikter_staar_i_hjulet(register: Register) -> Iterator[Treff]:
    """Det loven pålegger kommunen hvert år eller hver valgperiode, bør stå i årshjulet.

    Hvorfor: en frist som ikke står i hjulet, er det ingen som venter på. Regelen gjelder år som har
    styringsbrev eller skjemaer. En aktivitet svarer på en plikt med hjemmelen og tittelen sin,
    eller ved å nevne den i «dekker»; én aktivitet kan dekke flere. Står plikten et annet sted, gjør
    et unntak med pliktens kode som id. Det loven krever uten dag eller antall, som «uten ugrunnet
    opphold», er ikke med.
    Galt: et årshjul uten årsregnskapet.
    Riktig:
        arsregnskap-avlagt: {nar: {hvert_ar: 02-22}, hjemmel: kommuneloven § 14-6, …}
        regnskap: {tittel: Regnskap og årsberetning, dekker: [arsregnskap-avlagt, arsberetning], …}
    Kilde: plikttabellen i styring, med lov, paragraf og kilde for hver plikt
    """
    aarene = _aarene(register)
    if not aarene:
        return
    fil = next(iter(register.poster["arshjul"].values())).fil
    dekkede = {kode for post in register.aktiviteter.values() for kode in dekkes_av(post.verdi)}
    titler = {plikt.kode: plikt.tittel for plikt in plikter()}
    for kode, gjelder in _gjeldende(aarene):
        if kode not in dekkede:
            aar, plikt = gjelder[0]
            melding = (
                f"årshjulet mangler «{plikt.tittel}» i {aar}: {kravet(plikt.krav, titler)}"
                f" ({_loven(plikt)})"
            )
            forslag = (
                f"legg inn aktiviteten, skriv «dekker: [{kode}]» i den som dekker plikten, eller"
                f" gjør unntak for {kode} i kommune.yaml"
            )
            yield treff(fil, melding, "aktiviteter", kode, forslag=forslag)


def _loven(plikt: Plikt) -> str:
    lov = plikt.henvisning.lov
    return f"{plikt.hjemmel}, {lov.nummer}" if lov else plikt.hjemmel


@regel("ST509", Alvor.ADVARSEL)
def lovens_dag_holdes(register: Register) -> Iterator[Treff]:
    """En aktivitet som svarer på en plikt i loven, bør ha en dag innen lovens frist.

    Hvorfor: står dagen for sent i hjulet, brytes loven av dem som følger det. En frist i loven
    flyttes ikke av en rød dag, uten der det er sagt.
    Galt:
        arsregnskap-avlagt: {nar: {hvert_ar: 05-22}, hjemmel: kommuneloven § 14-6, …}
        innstilling: {nar: {dager: -3, fra_aktivitet: budsjett-vedtatt}, …}
    Riktig:
        arsregnskap-avlagt: {nar: {hvert_ar: 02-22}, hjemmel: kommuneloven § 14-6, …}
        innstilling: {nar: {dager: -14, fra_aktivitet: budsjett-vedtatt}, …}
    Kilde: plikttabellen i styring, med lov, paragraf og kilde for hver plikt
    """
    aarene = _aarene(register)
    if not aarene:
        return
    hjulet = _les(register)
    hjul = hjulet.for_plikter()
    for kode, gjelder in _gjeldende(aarene):
        poster = hjulet.dekning.get(kode, [])
        if not poster or any(post.id in hjulet.ukjente for post in poster):
            continue
        feil = next(
            ((aar, plikt, galt) for aar, plikt in gjelder if (galt := brudd(plikt, aar, hjul))),
            None,
        )
        if feil:
            _, plikt, galt = feil
            yield treff(
                poster[0].fil,
                f"«{plikt.tittel}» {galt} ({_loven(plikt)})",
                *poster[0].sti,
                "nar",
                paa_nokkel=True,
                forslag="sett dagen så fristen holdes",
            )


@regel("ST510", Alvor.ADVARSEL)
def loven_gjelder_den_dagen(register: Register) -> Iterator[Treff]:
    """Loven i hjemmelen bør gjelde de dagene aktiviteten står i årshjulet.

    Hvorfor: en opphevet lov pålegger ingen noe, og den nye kan kreve noe annet. Heter to lover det
    samme, er navnet alene den nye: skriv «opplæringslova av 1998».
    Galt:
        tilstandsrapport: {nar: {hvert_ar: 12-31}, hjemmel: opplæringslova av 1998 § 13-3 e, …}
    Riktig:
        tilstandsrapport:
          nar: {hvert_ar: 12-31, til: 2023}
          hjemmel: opplæringslova av 1998 § 13-3 e
        skolen: {nar: {hvert_ar: 12-31, fra: 2024}, hjemmel: opplæringslova § 17-12, …}
    Kilde: lovtabellen i styring, med kilde for hver lov
    """
    med_lov = [
        (
            post,
            {
                h.lov.nummer: h.lov
                for h in henvisninger(post.verdi.hjemmel)
                if h.lov and (h.lov.fra or h.lov.til)
            },
        )
        for post in register.aktiviteter.values()
        if post.verdi.hjemmel
    ]
    aarene = _aarene(register)
    if not aarene and not any(lov.til for _, lover in med_lov for lov in lover.values()):
        return
    hjulet = _les(register)
    for post, lover in med_lov:
        for lov in lover.values():
            if dag := _uten_lov(hjulet, post, lov, aarene):
                gjaldt = (
                    f"gjaldt til {kortdato(lov.til)}"
                    if lov.til and dag > lov.til
                    else f"gjelder fra {kortdato(lov.fra or dag)}"
                )
                melding = f"{lov.navn} {gjaldt}, men aktiviteten står i årshjulet {kortdato(dag)}"
                yield treff(
                    post.fil,
                    melding,
                    *post.sti,
                    "hjemmel",
                    forslag="skriv loven som gjelder, og si med «fra» og «til» hvilke år",
                )


def _uten_lov(hjulet: _Hjulet, post: Post[Aktivitet], lov: Lov, aarene: list[int]) -> date | None:
    """The first day of an aktivitet without the law behind it.

    One that has ended is judged for all years to come, one not begun for those told of.
    """
    if post.id in hjulet.udaterte:
        return opphoert((date(aar, 1, 1) for aar in aarene), None, lov.til)
    etter = range(lov.til.year, lov.til.year + _LENGST_MELLOM + 1) if lov.til else ()
    dag = opphoert(
        (forekomst.dag for aar in etter for forekomst in hjulet.dager(post, aar)), None, lov.til
    )
    return dag or opphoert(
        (forekomst.dag for aar in aarene for forekomst in hjulet.dager(post, aar)), lov.fra, None
    )


@regel("ST511")
def plikten_er_kjent(register: Register) -> Iterator[Treff]:
    """En plikt som en aktivitet sier at den dekker, skal være en styring kjenner.

    Hvorfor: en feilskrevet kode dekker ingenting. ST508 nevner kodene til det som mangler.
    Galt:
        dekker: [arsregnskapet]
    Riktig:
        dekker: [arsregnskap-avlagt]
    Kilde: plikttabellen i styring
    """
    for post in register.aktiviteter.values():
        for nr, kode in enumerate(post.verdi.dekker):
            if kode not in kodene():
                ment = mente_du(kode, kodene())
                forslag = f"mente du «{ment}»?" if ment else f"kodene er {', '.join(kodene())}"
                yield treff(
                    post.fil,
                    "plikten er ikke kjent",
                    *post.sti,
                    "dekker",
                    nr,
                    forslag=forslag,
                    funnet=kode,
                )


REGLER = (
    lovens_plikter_staar_i_hjulet,
    lovens_dag_holdes,
    loven_gjelder_den_dagen,
    plikten_er_kjent,
)
