"""ST9, third part: the share of each unit that has completed a course."""

from collections.abc import Iterator
from datetime import date

from styring.fag.fravaer import MINSTE_GRUPPE
from styring.fag.kalender import kortdato
from styring.fag.norsk import lik
from styring.funn import Treff
from styring.register.beredskapen import kursene
from styring.register.register import Register
from styring.regler.regel import regel, treff


@regel("ST908")
def smaa_grupper_vises_ikke(register: Register) -> Iterator[Treff]:
    """Andelen som har fullført et kurs, skal ikke stå for en gruppe på færre enn fem.

    Hvorfor: i en liten gruppe sier andelen hvem som ikke har gjort det.
    Galt:
        - {kurs: Informasjonssikkerhet, enhet: KOM, ansatte: 3, andel: 66.7, dato: 2024-10-01,
           kilde: Kursportalen}
    Riktig: skriv antallet ansatte, og la andel stå tom.
    Kilde: personvernforordningen (GDPR) artikkel 5
    """
    for post in kursene(register).values():
        for plass, ett in enumerate(post.verdi.andeler):
            if ett.ansatte < MINSTE_GRUPPE and ett.andel is not None:
                yield treff(
                    post.fil,
                    f"gruppen har bare {ett.ansatte}, så andelen skal ikke stå",
                    "andeler",
                    plass,
                    "andel",
                    forslag="la andel stå tom",
                )


@regel("ST910")
def kurset_er_talt_en_gang_om_dagen(register: Register) -> Iterator[Treff]:
    """Det samme kurset skal stå én gang for en enhet og en dag.

    Hvorfor: med to tall for samme dag vet ingen hvilket som gjelder.
    Galt: to linjer med kurs: Informasjonssikkerhet, enhet: HOM og dato: 2024-09-02.
    Riktig: én linje.
    Kilde: dataformatet
    """
    for post in kursene(register).values():
        sett: set[tuple[str, str, date]] = set()
        for plass, ett in enumerate(post.verdi.andeler):
            nokkel = (lik(ett.kurs), ett.enhet, ett.dato)
            if nokkel in sett:
                yield treff(
                    post.fil,
                    f"kurset står to ganger for {ett.enhet} {kortdato(ett.dato)}",
                    "andeler",
                    plass,
                    "kurs",
                    forslag="ta bort den ene linjen",
                    funnet=ett.kurs,
                )
            sett.add(nokkel)


REGLER = (smaa_grupper_vises_ikke, kurset_er_talt_en_gang_om_dagen)
