"""ST3: the days of an oppdrag."""

from collections.abc import Iterator, Mapping
from datetime import date

from styring.fag.kalender import kortdato
from styring.funn import Alvor, Treff
from styring.register.register import Register
from styring.regler.regel import regel, treff


@regel("ST311", krever_hel_post=True)
def fristendringer_henger_sammen(register: Register) -> Iterator[Treff]:
    """Fristendringene skal henge sammen, og ende i den fristen som gjelder.

    Hvorfor: ellers er fristen flyttet uten at det er sagt hvorfor, eller av hvem.
    Galt:
        frist: 2023-12-31
        fristendringer:
          - {dato: 2023-06-01, fra: 2023-08-31, til: 2023-10-31, begrunnelse: Lengre høring}
    Riktig:
        frist: 2023-10-31
        fristendringer:
          - {dato: 2023-06-01, fra: 2023-08-31, til: 2023-10-31, begrunnelse: Lengre høring}
    Kilde: brevet: «ledere følger opp tildelte oppdrag med tidsfrister»
    """
    for post in register.ansvarsposter():
        endringer = post.verdi.fristendringer
        for nr in range(1, len(endringer)):
            if (
                endringer[nr].fra != endringer[nr - 1].til
                or endringer[nr].dato < endringer[nr - 1].dato
            ):
                melding = (
                    "fristendringen går ikke videre fra den over, som endte"
                    f" {kortdato(endringer[nr - 1].til)}"
                )
                yield treff(
                    post.fil,
                    melding,
                    "fristendringer",
                    nr,
                    "fra",
                    forslag="sett endringene i rekkefølge, eldste først",
                )
        if endringer and endringer[-1].til != post.verdi.frist:
            melding = (
                f"den siste fristendringen ender {kortdato(endringer[-1].til)}, men det er ikke"
                " fristen som gjelder"
            )
            yield treff(
                post.fil,
                melding,
                "fristendringer",
                len(endringer) - 1,
                "til",
                forslag="rett fristen, eller legg til fristendringen som mangler",
            )


@regel("ST312", Alvor.ADVARSEL)
def frist_etter_at_aaret_begynner(register: Register) -> Iterator[Treff]:
    """Fristen bør ikke være før året oppdraget er gitt.

    Hvorfor: det er oftest en skrivefeil i årstallet, og oppdraget ville stått som forfalt i årevis.
    Galt: frist: 2013-10-31 i data/oppdrag/2023/
    Riktig: frist: 2023-10-31
    Kilde: brevet: «ledere følger opp tildelte oppdrag med tidsfrister»
    """
    for id_, oppdrag in register.oppdrag.items():
        frist = oppdrag.verdi.frist
        if frist and frist.year < int(id_[:4]):
            yield treff(
                oppdrag.fil,
                f"fristen er før {id_[:4]}",
                "frist",
                forslag="se etter en skrivefeil i årstallet",
                funnet=frist.isoformat(),
            )


@regel("ST314", Alvor.ADVARSEL)
def dagene_er_i_oppdragets_tid(register: Register) -> Iterator[Treff]:
    """Det som skjer med et oppdrag, bør skje etter at det ble gitt, og senest det året det gjelder,
    eller innen fristen.

    Hvorfor: dagen er oftest en skrivefeil i årstallet, og den avgjør hvem som fulgte opp når.
    Regelen gjelder delegeringer, ansvarsendringer og fristendringer.
    Galt:
        videredelegert:
          - {dato: 2020-02-01, til: BVT}
    Riktig:
        videredelegert:
          - {dato: 2023-02-01, til: BVT}
    Kilde: brevet: «anledning til å videredelegere ansvar for oppfølging»
    """
    brevets_dag = {aar: brev.verdi.dato for aar, brev in register.styringsbrev.items()}
    for id_, post in register.oppdrag.items():
        oppdrag = post.verdi
        if not (oppdrag.videredelegert or oppdrag.fristendringer or oppdrag.ansvarsendringer):
            continue
        forste = _forst_gitt(register, id_, brevets_dag)
        siste = max(oppdrag.frist or forste, date(int(id_[:4]), 12, 31))
        for felt in ("videredelegert", "ansvarsendringer", "fristendringer"):
            for nr, ledd in enumerate(getattr(oppdrag, felt)):
                if not forste <= ledd.dato <= siste:
                    melding = (
                        f"dagen er før oppdraget ble gitt, {kortdato(forste)}"
                        if ledd.dato < forste
                        else f"dagen er etter oppdragets tid, {kortdato(siste)}"
                    )
                    yield treff(
                        post.fil,
                        melding,
                        felt,
                        nr,
                        "dato",
                        forslag="se etter en skrivefeil i årstallet",
                        funnet=ledd.dato.isoformat(),
                    )


def _forst_gitt(register: Register, id_: str, brevets_dag: Mapping[int, date | None]) -> date:
    """The day an oppdrag was given; of one that was carried over, that of the first: what happened
    to it then goes with it.
    """
    sett: set[str] = set()
    while id_ not in sett and (post := register.oppdrag.get(id_)) and post.verdi.viderefort_fra:
        sett.add(id_)
        id_ = post.verdi.viderefort_fra
    aar, post = int(id_[:4]), register.oppdrag.get(id_)
    return (post.verdi.gitt if post else None) or min(
        brevets_dag.get(aar) or date(aar, 1, 1), date(aar, 12, 31)
    )


REGLER = (fristendringer_henger_sammen, frist_etter_at_aaret_begynner, dagene_er_i_oppdragets_tid)
