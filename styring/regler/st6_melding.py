"""ST6, first part: what one entry in a form must hold.

The demands stand in ``fag.meldingskrav``, which the import of a filled form reads too.
"""

from styring.funn import Alvor
from styring.regler.kravregel import kravregel


@kravregel("ST601")
def forventet_ferdig_finnes() -> None:
    """En dag i forventet_ferdig skal finnes i kalenderen.

    Hvorfor: 31. juni kommer aldri.
    Galt:
        forventet_ferdig: 2023-06-31
    Riktig:
        forventet_ferdig: 2023-06-30
    Kilde: kalenderen
    """


@kravregel("ST602")
def ikke_i_rute_har_tiltak() -> None:
    """Det som ikke er i rute, skal ha tiltak, med ansvarlig og frist.

    Hvorfor: et rødt lys uten tiltak forteller at noe er galt, men ikke at noen gjør noe med det.
    Galt:
        framdrift: ikke_i_rute
    Riktig:
        framdrift: ikke_i_rute
        tiltak:
          - tekst: Ekstra møte med fylkeskommunen
            ansvarlig: TEK
            frist: 2023-09-22
    Kilde: brevet: «Oppstår det avvik, forventes det at det iverksettes eller
    foreslås tiltak»
    """


@kravregel("ST603", Alvor.ADVARSEL)
def usikkert_bor_ha_tiltak() -> None:
    """Det som er usikkert, bør ha tiltak.

    Hvorfor: det er nå det er tid til å gjøre noe.
    Galt:
        framdrift: usikkert
    Riktig:
        framdrift: usikkert
        tiltak:
          - tekst: Ekstra møte i uke 38
            ansvarlig: FOS
            frist: 2023-09-22
    Kilde: brevet: «Oppstår det avvik, forventes det at det iverksettes eller
    foreslås tiltak»
    """


@kravregel("ST604")
def avvik_har_forventet_ferdig() -> None:
    """Det som er usikkert eller ikke i rute, skal si når det forventes ferdig.

    Hvorfor: den som leser, må vite hva som gjelder nå. Løpende oppdrag blir ikke ferdige og trenger
    det ikke.
    Galt:
        framdrift: ikke_i_rute
    Riktig:
        framdrift: ikke_i_rute
        forventet_ferdig: 2023-11
    Kilde: brevet: «når saken forventes å bli ferdigstilt»
    """


@kravregel("ST605")
def forventet_etter_rapportens_dato() -> None:
    """Forventet ferdig skal ikke være før rapportens dato.

    Hvorfor: det som skulle vært ferdig, er enten ferdig eller forsinket.
    Galt: forventet_ferdig: 2023-03 i et skjema levert 12. mai 2023, uten at saken er meldt ferdig.
    Riktig: forventet_ferdig: 2023-06, eller status: ferdig.
    Kilde: brevet: «når saken forventes å bli ferdigstilt»
    """


@kravregel("ST606")
def etter_fristen_er_ikke_i_rute() -> None:
    """Det som forventes ferdig etter fristen, skal ikke stå som i rute.

    Hvorfor: enten er det usikkert eller ikke i rute, eller så er fristen flyttet og godkjent.
    Galt: framdrift: i_rute og forventet_ferdig: 2023-12 når fristen er 31. oktober.
    Riktig: framdrift: ikke_i_rute og forventet_ferdig: 2023-12, med tiltak.
    Kilde: brevet: «ærlig på avvik»
    """


@kravregel("ST607")
def bortfalt_har_begrunnelse() -> None:
    """Det som er bortfalt, skal ha begrunnelse.

    Hvorfor: et oppdrag som blir borte uten grunn, ser ut som det er glemt.
    Galt:
        status: bortfalt
    Riktig:
        status: bortfalt
        begrunnelse: |
          Kommunedirektøren stanset arbeidet 3. mars, fordi staten overtar ordningen.
    Kilde: god praksis for oppfølging; si hvorfor og hvem som bestemte det
    """


@kravregel("ST608")
def gjenapnet_har_begrunnelse() -> None:
    """Det som var meldt ferdig eller bortfalt, og tas opp igjen, skal ha begrunnelse.

    Hvorfor: den forrige rapporten sa at det var slutt.
    Galt: status: i_gang i T2 etter status: ferdig i T1.
    Riktig: det samme, med begrunnelse: Leverandøren trakk seg etter at avtalen var signert.
    Kilde: god praksis for oppfølging
    """


@kravregel("ST609")
def kommentar_ikke_for_lang() -> None:
    """En kommentar skal ikke være lengre enn kommunen har bestemt.

    Hvorfor: politikere leser hundre av dem. Grensen står i kommune.yaml, rapportering,
    kommentar_maks; ellers er den 600 tegn.
    Galt: en kommentar på 900 tegn.
    Riktig: hvor saken står, hva som gjenstår, og når den er ferdig, i tre setninger.
    Kilde: brevet: «kort og konsis»
    """


@kravregel("ST610")
def kommentar_sier_noe() -> None:
    """En kommentar skal si hvor saken står.

    Hvorfor: «pågår» og «se forrige rapport» gir ingen noe å handle på.
    Galt:
        kommentar: Pågår
    Riktig:
        kommentar: |
          Kartleggingen er ferdig. Planen sendes på høring i september.
    Kilde: brevet: «klare og tydelige kommentarer … hvor saken står»
    """


@kravregel("ST611")
def kommentar_ikke_gjentatt() -> None:
    """En kommentar skal ikke være den samme som sist, med mindre det er bekreftet at ingenting er
    endret.

    Hvorfor: gammel tekst ser ut som ny kunnskap.
    Galt: T2 har ordrett kommentaren fra T1.
    Riktig: ny tekst, eller ingen_endring: true når det er riktig.
    Kilde: brevet: «klare og tydelige kommentarer»
    """


@kravregel("ST612", Alvor.TIPS)
def kommentar_er_lesbar() -> None:
    """En kommentar bør være lett å lese.

    Hvorfor: folkevalgte og innbyggere skal forstå den. LIX over 55 er vanskelig; tekster på 30 ord
    eller mindre blir ikke målt.
    Galt: lange setninger med lange, sammensatte fagord.
    Riktig: korte setninger, én ting i hver.
    Kilde: språklova § 9: klart språk
    """


@kravregel("ST613")
def status_passer_til_saken() -> None:
    """Status skal passe: et vedtak kan bare foreslås avsluttet, bare et vedtak kan det, og det som
    er ferdig, er ikke forsinket.

    Hvorfor: et vedtak avsluttes av organet som gjorde det, ikke av administrasjonen. Og «ferdig»
    ved siden av «ikke i rute» kan ingen forstå. Om noe avsluttes ved årsskiftet (arsslutt), sies
    bare om oppdrag, og i årets siste skjema.
    Galt: status: ferdig for et vedtak, eller arsslutt i skjemaet for 1. tertial.
    Riktig: status: foreslatt_avsluttet. Når organet har avsluttet det, står saken i vedtakets egen
    fil, under avsluttet.
    Kilde: kommuneloven § 13-1: kommunedirektøren sørger for at vedtak blir iverksatt
    """


@kravregel("ST614")
def lopende_ved_arsslutt() -> None:
    """Et løpende oppdrag skal ved årsslutt enten videreføres eller avsluttes, senest når skjemaet
    leveres.

    Hvorfor: ellers lever det videre uten at noen har bestemt det.
    Galt: et løpende oppdrag i årets siste skjema uten arsslutt.
    Riktig: arsslutt: viderefores
    Kilde: dataformatet; løpende oppdrag har ingen sluttdato
    """


@kravregel("ST615")
def levert_melding_er_utfylt() -> None:
    """I et levert skjema skal hver melding ha status, framdrift og kommentar.

    Hvorfor: taushet må aldri leses som «i rute». Framdrift trengs ikke når saken er ferdig,
    bortfalt eller foreslått avsluttet.
    Galt:
        levert: 2023-05-12
        oppdrag:
          2023-FOS-04:
            status: i_gang
    Riktig:
        levert: 2023-05-12
        oppdrag:
          2023-FOS-04:
            status: i_gang
            framdrift: i_rute
            kommentar: |
              Kartleggingen er ferdig. Planen legges fram i oktober.
    Kilde: brevet: oppdrag, vedtak og verbalvedtak rapporteres to ganger i
    året
    """


@kravregel("ST616")
def ingen_endring_er_det_samme() -> None:
    """Det som er bekreftet uendret, skal si det samme som sist.

    Hvorfor: ellers står det to ting på én gang.
    Galt: ingen_endring: true ved siden av en ny kommentar.
    Riktig: samme status, framdrift og kommentar som sist; eller en ny kommentar uten ingen_endring.
    Kilde: dataformatet
    """


REGLER = (
    forventet_ferdig_finnes,
    ikke_i_rute_har_tiltak,
    usikkert_bor_ha_tiltak,
    avvik_har_forventet_ferdig,
    forventet_etter_rapportens_dato,
    etter_fristen_er_ikke_i_rute,
    bortfalt_har_begrunnelse,
    gjenapnet_har_begrunnelse,
    kommentar_ikke_for_lang,
    kommentar_sier_noe,
    kommentar_ikke_gjentatt,
    kommentar_er_lesbar,
    status_passer_til_saken,
    lopende_ved_arsslutt,
    levert_melding_er_utfylt,
    ingen_endring_er_det_samme,
)
