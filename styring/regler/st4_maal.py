"""ST4: goals, and the thread between goals and oppdrag."""

from collections.abc import Iterator
from itertools import chain

from styring.funn import Alvor, Treff
from styring.register.register import Register
from styring.regler.regel import fastregel, regel, treff


@fastregel("ST401")
def delmaal_har_ansvar() -> None:
    """Hvert delmål skal ha minst én enhet med ansvar.

    Hvorfor: et mål ingen svarer for, følges ikke opp.
    Galt:
        ansvar: []
    Riktig:
        ansvar: [HOM, OUS]
    Kilde: brevet, kolonnen «Ansvar»
    """


@regel("ST402")
def ansvar_en_gang(register: Register) -> Iterator[Treff]:
    """En enhet skal stå én gang i ansvaret for et delmål.

    Hvorfor: den andre er en skrivefeil for en annen enhet, eller til overs.
    Galt:
        ansvar: [HOM, HOM]
    Riktig:
        ansvar: [HOM, OUS]
    Kilde: brevet, kolonnen «Ansvar»
    """
    for plass in register.delmaal.values():
        ansvar = plass.delmaal.verdi.ansvar
        for nr, kode in enumerate(ansvar):
            if kode in ansvar[:nr]:
                yield treff(
                    plass.delmaal.fil,
                    f"«{kode}» står to ganger i ansvaret",
                    *plass.delmaal.sti,
                    "ansvar",
                    nr,
                    forslag="slett den ene",
                )


def _koblede(register: Register) -> set[str]:
    return {kode for oppdrag in register.oppdrag.values() for kode in oppdrag.verdi.delmaal}


@regel("ST403", Alvor.TIPS)
def delmaal_har_oppdrag(register: Register) -> Iterator[Treff]:
    """Hvert delmål bør ha minst ett oppdrag, der koblinger er oppgitt.

    Hvorfor: et delmål uten oppdrag kan være glemt. Regelen tier så lenge ingen oppdrag viser til
    delmål.
    Galt: alle oppdrag viser til TF-1.1, og ingen til TF-1.2.
    Riktig: et oppdrag har delmaal: [TF-1.2].
    Kilde: brevet: «en rød tråd fra politiske planer til handlinger»
    """
    koblede = _koblede(register)
    for kode, plass in register.delmaal.items() if koblede else ():
        if kode not in koblede:
            yield treff(
                plass.delmaal.fil,
                f"ingen oppdrag viser til delmålet «{kode}»",
                *plass.delmaal.sti,
                "kode",
                forslag="koble et oppdrag til delmålet",
            )


@regel("ST404", Alvor.TIPS, krever_hel_post=True)
def oppdrag_har_delmaal(register: Register) -> Iterator[Treff]:
    """Hvert oppdrag bør vise til et delmål, der koblinger er oppgitt.

    Hvorfor: da kan leseren følge tråden fra mål til handling. Regelen tier så lenge ingen oppdrag
    samme år viser til delmål.
    Galt:
        tittel: Rullering av boligplanen
        ansvarlig: HOM
    Riktig:
        tittel: Rullering av boligplanen
        ansvarlig: HOM
        delmaal: [BB-1.2]
    Kilde: brevet: «en rød tråd fra politiske planer til handlinger»
    """
    aar_med_koblinger = {
        id_[:4] for id_, oppdrag in register.oppdrag.items() if oppdrag.verdi.delmaal
    }
    for id_, oppdrag in register.oppdrag.items():
        if id_[:4] in aar_med_koblinger and not oppdrag.verdi.delmaal:
            yield treff(
                oppdrag.fil,
                f"oppdraget «{id_}» viser ikke til noe delmål",
                forslag="legg til en linje med «delmaal: [KODE]»",
            )


@regel("ST405")
def baerekraftsmaal_en_gang(register: Register) -> Iterator[Treff]:
    """Et bærekraftsmål skal stå én gang i et oppdrag eller et delmål.

    Hvorfor: det andre er en skrivefeil for et annet mål, eller til overs, og ville blitt talt to
    ganger.
    Galt:
        baerekraftsmaal: [3, 3]
    Riktig:
        baerekraftsmaal: [3, 4]
    Kilde: dataformatet
    """
    delmaal = (
        (plass.delmaal.fil, plass.delmaal.sti, plass.delmaal.verdi.baerekraftsmaal)
        for plass in register.delmaal.values()
    )
    oppdrag = ((post.fil, (), post.verdi.baerekraftsmaal) for post in register.oppdrag.values())
    for fil, sti, maalene in chain(oppdrag, delmaal):
        for nr, maal in enumerate(maalene):
            if maal in maalene[:nr]:
                yield treff(
                    fil,
                    f"bærekraftsmål {maal} står to ganger",
                    *sti,
                    "baerekraftsmaal",
                    nr,
                    forslag="slett det ene",
                )


REGLER = (
    delmaal_har_ansvar,
    ansvar_en_gang,
    delmaal_har_oppdrag,
    oppdrag_har_delmaal,
    baerekraftsmaal_en_gang,
)
