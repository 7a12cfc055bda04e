"""ST0: the file itself. Kept by the reader; what stands here is the manual."""

from styring.funn import Alvor
from styring.regler.regel import fastregel


@fastregel("ST001")
def utf8() -> None:
    """Filen skal være tekst i UTF-8.

    Hvorfor: i et annet tegnsett blir æ, ø og å til noe annet, og ingen ser det før rapporten er
    sendt.
    Galt: en fil lagret som «ANSI», Latin-1, Windows-1252 eller UTF-16.
    Riktig: velg «UTF-8» når du lagrer. Med eller uten BOM går begge deler.
    Kilde: dataformatet
    """


@fastregel("ST002")
def synlige_tegn() -> None:
    """Filen skal bare ha tegn som kan ses.

    Hvorfor: usynlige tegn og styretegn får to like koder til å være ulike, og kan skjule tekst for
    den som leser.
    Galt: et styretegn, et mellomrom uten bredde (U+200B) eller et tegn som snur skriveretningen,
    også skrevet som kode i anførselstegn.
    Riktig: slett tegnet. Harde mellomrom (U+00A0) fra Word er lov i tekst.
    Kilde: dataformatet
    """


@fastregel("ST003")
def konfliktmerker() -> None:
    """Filen skal ikke ha merker etter en flettekonflikt.

    Hvorfor: noen må velge hvilken av de to versjonene som gjelder.
    Galt:
        <<<<<<< HEAD
        frist: 2023-08-31
        =======
        frist: 2023-10-31
        >>>>>>> endringer
    Med «valider --indeks» gjelder det også en fil som git ennå ikke har fått vite er ferdig
    flettet.
    Riktig:
        frist: 2023-10-31
    Kilde: dataformatet
    """


@fastregel("ST004")
def gyldig_yaml() -> None:
    """Filen skal være gyldig YAML.

    Hvorfor: ellers er det uklart hva som står der, og styring gjetter ikke.
    Galt:
        tittel: Følg opp: sambruk av lokaler
    Riktig:
        tittel: "Følg opp: sambruk av lokaler"
    Kilde: YAML 1.2
    """


@fastregel("ST005")
def nokkel_en_gang() -> None:
    """En nøkkel skal stå én gang.

    Hvorfor: av to verdier ville den ene blitt borte uten et ord. Det skjer lett når to endringer
    flettes.
    Galt:
        ansvarlig: HOM
        ansvarlig: KUL
    Riktig:
        ansvarlig: HOM
    Kilde: YAML 1.2, avsnitt 3.2.1.3
    """


@fastregel("ST006")
def enkel_yaml() -> None:
    """Ankre, alias, fletting, tagger, direktiver, ? foran nøkler og kommentarer inntil en verdi er
    ikke en del av formatet.

    Hvorfor: med dem kan noen få linjer bli til millioner, eller en verdi bety noe annet enn det som
    står, eller noe annet for et annet program.
    Galt:
        tittel: *navn
    Riktig:
        tittel: "*navn"
    Kilde: dataformatet
    """


@fastregel("ST007")
def dybde() -> None:
    """En fil har høyst 20 nivåer.

    Hvorfor: ingen post trenger mer. Flere nivåer betyr en klamme som ikke er lukket, eller en fil
    laget for å skade.
    Galt: hundre [ etter hverandre.
    Riktig: lukk klammen.
    Kilde: dataformatet
    """


@fastregel("ST008")
def storrelse() -> None:
    """En datafil er høyst 1 MB.

    Hvorfor: større filer er noe annet enn data om styring, og ville gjort alle kommandoer trege.
    Galt: et regneark eller et bilde limt inn som tekst.
    Riktig: del filen, eller legg vedlegget et annet sted.
    Kilde: dataformatet
    """


@fastregel("ST009")
def ikke_tom() -> None:
    """En datafil skal ha innhold.

    Hvorfor: en tom fil er oftest en lagring som gikk galt.
    Galt: en fil med bare kommentarer.
    Riktig: fyll ut filen, eller slett den.
    Kilde: dataformatet
    """


@fastregel("ST010")
def ett_dokument() -> None:
    """En fil har ett dokument.

    Hvorfor: det som står etter en linje med ---, ville ikke blitt lest.
    Galt:
        tittel: Rullering av boligplanen
        ---
        ansvarlig: HOM
    Riktig:
        tittel: Rullering av boligplanen
        ansvarlig: HOM
    Kilde: dataformatet
    """


@fastregel("ST011")
def setning_kuttet() -> None:
    """En tekst skal ikke kuttes av et #-tegn.

    Hvorfor: i YAML begynner mellomrom og # en kommentar. Resten av setningen ville gått tapt uten
    et ord.
    Galt:
        tittel: Følg opp sak #3 og svar
    Riktig:
        tittel: "Følg opp sak #3 og svar"
    Kilde: dataformatet
    """


@fastregel("ST012")
def flere_linjer() -> None:
    """Tekst over flere linjer skal skrives med |.

    Hvorfor: uten | slås linjene sammen, og et listepunkt med feil innrykk blir del av teksten over.
    Galt:
        ferdig_nar: Planen er
          vedtatt
    Riktig:
        ferdig_nar: |
          Planen er
          vedtatt
    Kilde: dataformatet
    """


@fastregel("ST013")
def nokkel_er_tekst() -> None:
    """En nøkkel skal være ren tekst på én linje.

    Hvorfor: en nøkkel er navnet på et felt.
    Galt:
        tittel: {{ navn }}
    Riktig:
        tittel: "{{ navn }}"
    Kilde: dataformatet
    """


@fastregel("ST014")
def vanlig_fil() -> None:
    """Alt under data/ skal være vanlige filer og mapper.

    Hvorfor: en lenke kan peke ut av prosjektet, og en spesialfil kan få kommandoen til å henge.
    Galt: en symbolsk lenke til en fil et annet sted, eller en mappe som heter HOM-01.yaml.
    Riktig: legg inn selve filen.
    Kilde: dataformatet
    """


@fastregel("ST015")
def kjent_fil() -> None:
    """Alt under data/ skal være kjente datafiler.

    Hvorfor: en fil som ikke blir lest, er data som forsvinner i stillhet.
    Galt: data/oppdrag/2023/OUS-01.yml, data/notater/notat.yaml
    Riktig: data/oppdrag/2023/OUS-01.yaml. README.md og .gitkeep kan ligge hvor som helst.
    Kilde: dataformatet
    """


@fastregel("ST016")
def filnavn() -> None:
    """Filnavnet skal følge mønsteret for mappen.

    Hvorfor: id-en er stien. 2023-OUS-01 ligger i data/oppdrag/2023/OUS-01.yaml, og store og små
    bokstaver er ulike filer på noen maskiner.
    Galt: data/oppdrag/2023/ous-1.yaml
    Riktig: data/oppdrag/2023/OUS-01.yaml
    Kilde: dataformatet
    """


@fastregel("ST017")
def kan_leses() -> None:
    """Alle filer og mapper under data/ skal kunne leses.

    Hvorfor: en post som ikke kan leses, ville manglet i status og rapporter.
    Galt: en fil uten lesetilgang, eller en klone som er satt til ikke å ha alle filene på disken
    («git sparse-checkout»).
    Riktig: gi lesetilgang, eller hent filene med «git sparse-checkout disable», og kjør igjen.
    Kilde: dataformatet
    """


@fastregel("ST018")
def rimelige_tall() -> None:
    """Et tall skal være så lite at det kan brukes.

    Hvorfor: et tall på mer enn 18 tegn er oftest et nummer som skulle vært tekst.
    Galt:
        nr: 123456789012345678901234567890
    Riktig:
        nr: 12
    Kilde: dataformatet
    """


@fastregel("ST019", Alvor.ADVARSEL)
def linjeslutt_i_git() -> None:
    """I git skal linjene slutte med LF, uten CR.

    Hvorfor: med CR i git blir filen ulik fra maskin til maskin, og tre-id-en i en rapport kan bli
    en annen enn den git har.
    Galt: en fil lagt inn fra Windows i et repo uten .gitattributes. «valider --indeks» og «valider
    --ved» finner den. På disken kan linjene slutte som de vil.
    Riktig: «data/** text eol=lf» i .gitattributes, og så «git add --renormalize data».
    Kilde: dataformatet
    """


REGLER = (
    utf8,
    synlige_tegn,
    konfliktmerker,
    gyldig_yaml,
    nokkel_en_gang,
    enkel_yaml,
    dybde,
    storrelse,
    ikke_tom,
    ett_dokument,
    setning_kuttet,
    flere_linjer,
    nokkel_er_tekst,
    vanlig_fil,
    kjent_fil,
    filnavn,
    kan_leses,
    rimelige_tall,
    linjeslutt_i_git,
)
