"""ST1: the fields of a record. Kept by the schema; what stands here is the manual."""

from styring.regler.regel import fastregel


@fastregel("ST101")
def kjent_felt() -> None:
    """Et felt skal ha et kjent navn.

    Hvorfor: et feilskrevet felt ville blitt oversett, og fristen med det.
    Galt:
        frst: 2023-10-31
    Riktig:
        frist: 2023-10-31
    Kilde: dataformatet
    """


@fastregel("ST102")
def felt_mangler() -> None:
    """Felt som må være der, skal være der.

    Hvorfor: uten dem er posten ikke til å forstå.
    Galt:
        ansvarlig: HOM
    Riktig:
        tittel: Rullering av boligplanen
        ansvarlig: HOM
    Kilde: dataformatet
    """


@fastregel("ST103")
def riktig_slag() -> None:
    """En verdi skal være av riktig slag: tekst, tall, liste eller felt.

    Hvorfor: «HOM» og [HOM] er ikke det samme, og et tall der det skal stå tekst, mister nuller
    foran.
    Galt:
        delansvar: HOM
    Riktig:
        delansvar: [HOM]
    Kilde: dataformatet
    """


@fastregel("ST104")
def lovlig_valg() -> None:
    """En verdi skal være et av ordene feltet tar.

    Hvorfor: ellers kan ingen telle.
    Galt:
        art: leveransse
    Riktig:
        art: leveranse
    Kilde: dataformatet
    """


@fastregel("ST105")
def dato() -> None:
    """En dato skal skrives 2023-08-31 og finnes i kalenderen.

    Hvorfor: 08.09.23 kan leses på to måter, og 30. februar finnes ikke. Årene går fra 2000 til
    2100.
    Galt:
        frist: 31.08.2023
    Riktig:
        frist: 2023-08-31
    Kilde: ISO 8601
    """


@fastregel("ST106")
def tekst_med_innhold() -> None:
    """En tekst skal ha innhold, og ikke være for lang.

    Hvorfor: en tom tittel sier ingenting, og en for lang hører hjemme i et annet felt.
    Galt:
        tittel: ""
    Riktig:
        tittel: Rullering av boligplanen
    Kilde: dataformatet
    """


@fastregel("ST107")
def kodemonster() -> None:
    """En kode skal følge mønsteret for sitt slag.

    Hvorfor: koder brukes i filnavn og henvisninger, og må være like på alle maskiner.
    Galt:
        ansvarlig: ous
    Riktig:
        ansvarlig: OUS
    Kilde: dataformatet
    """


@fastregel("ST108")
def innenfor_grensene() -> None:
    """Et tall skal være innenfor grensene.

    Hvorfor: et årstall utenfor 2000 til 2100 er en skrivefeil, og ingenting har plass 0.
    Galt:
        nr: 0
    Riktig:
        nr: 1
    Kilde: dataformatet
    """


@fastregel("ST109")
def nok_ledd() -> None:
    """En liste som må ha ledd, skal ha ledd.

    Hvorfor: et hovedmål uten delmål, eller en kommune uten enheter, er ikke ferdig skrevet.
    Galt:
        hjul: []
    Riktig:
        hjul: [overordnet]
    Kilde: dataformatet
    """


REGLER = (
    kjent_felt,
    felt_mangler,
    riktig_slag,
    lovlig_valg,
    dato,
    tekst_med_innhold,
    kodemonster,
    innenfor_grensene,
    nok_ledd,
)
