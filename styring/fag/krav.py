"""What an entry in a form must hold, but for its comment: one function for each demand, asked alike
by the rules and by the import of a filled form.

Every breach is told twice: as a finding to the one who edits the file, and to the director who
filled in the form.
"""

from collections.abc import Iterator

from styring.fag.brudd import STATUSORD, Brudd, Sammenheng
from styring.fag.dekning import dekk
from styring.fag.melding import UTEN_FRAMDRIFT, er_tom
from styring.fag.norsk import opplisting
from styring.fag.periode import forste_dag, siste_dag, tidspunkt_med_ord
from styring.modell.rapport import Melding, Tiltak

_LUKKET = ("ferdig", "bortfalt")


def tiltak_ved_ikke_i_rute(gitt: Sammenheng) -> Iterator[Brudd]:
    """A red light must say what is done, by whom and by when."""
    if gitt.melding.framdrift != "ikke_i_rute" or gitt.melding.status in UTEN_FRAMDRIFT:
        return
    if not gitt.melding.tiltak:
        yield Brudd(
            "framdrift",
            "«ikke i rute» står uten tiltak",
            "skriv hva som gjøres, hvem som gjør det, og når",
            "du har skrevet *ikke i rute*, men ikke hva som gjøres",
        )
    for tiltak in gitt.melding.tiltak:
        if mangler := _mangler(tiltak):
            yield Brudd(
                "tiltak",
                f"et tiltak mangler {mangler}",
                f"fyll ut {mangler}",
                f"tiltaket mangler {mangler}",
            )


def _mangler(tiltak: Tiltak) -> str:
    return opplisting(
        [*(["ansvarlig"] if not tiltak.ansvarlig else []), *(["frist"] if not tiltak.frist else [])]
    )


def tiltak_ved_usikkert(gitt: Sammenheng) -> Iterator[Brudd]:
    """A yellow light should say what is done."""
    if (
        gitt.melding.framdrift == "usikkert"
        and gitt.melding.status not in UTEN_FRAMDRIFT
        and not gitt.melding.tiltak
    ):
        yield Brudd(
            "framdrift",
            "«usikkert» står uten tiltak",
            "skriv hva som gjøres for å komme i rute",
            "du har skrevet *usikkert*; skriv gjerne hva som gjøres",
        )


def forventet_ved_avvik(gitt: Sammenheng) -> Iterator[Brudd]:
    """What is off track must say when it is expected; running work never ends."""
    sagt = gitt.melding
    trenger = gitt.kjent and not gitt.lopende and sagt.status not in UTEN_FRAMDRIFT
    if sagt.framdrift in ("usikkert", "ikke_i_rute") and trenger and not sagt.forventet_ferdig:
        ord_ = STATUSORD[sagt.framdrift]
        yield Brudd(
            "framdrift",
            f"«{ord_}» står uten forventet_ferdig",
            "skriv for eksempel forventet_ferdig: 2023-11",
            f"du har skrevet *{ord_}*, men ikke når det forventes å bli ferdig",
        )


def forventet_finnes(gitt: Sammenheng) -> Iterator[Brudd]:
    """An expected day must be in the calendar."""
    skrevet = gitt.melding.forventet_ferdig
    if skrevet and siste_dag(skrevet) is None:
        yield Brudd(
            "forventet_ferdig",
            "dagen finnes ikke",
            "se i kalenderen, og skriv en dag som finnes",
            f"datoen *{dekk(skrevet)}* finnes ikke",
        )


def forventet_etter_rapporten(gitt: Sammenheng) -> Iterator[Brudd]:
    """Work that is still open can't be expected to have ended before the report."""
    sagt = gitt.melding
    dag = siste_dag(sagt.forventet_ferdig) if sagt.forventet_ferdig else None
    if dag and gitt.dag and dag < gitt.dag and sagt.status not in UTEN_FRAMDRIFT:
        ord_ = tidspunkt_med_ord(sagt.forventet_ferdig or "")
        yield Brudd(
            "forventet_ferdig",
            "forventet_ferdig er før rapportens dato",
            "skriv når det nå forventes ferdig, eller meld det ferdig",
            f"*{ord_}* er alt passert, men saken er ikke meldt ferdig",
        )


def forventet_og_frist(gitt: Sammenheng) -> Iterator[Brudd]:
    """What is expected after its frist is not on track."""
    sagt = gitt.melding
    dag = forste_dag(sagt.forventet_ferdig) if sagt.forventet_ferdig else None
    if (
        dag
        and gitt.frist
        and dag > gitt.frist
        and sagt.framdrift == "i_rute"
        and sagt.status not in UTEN_FRAMDRIFT
    ):
        fristen, ventet = (
            tidspunkt_med_ord(gitt.frist.isoformat()),
            tidspunkt_med_ord(sagt.forventet_ferdig or ""),
        )
        yield Brudd(
            "forventet_ferdig",
            f"forventet_ferdig er etter fristen {fristen}, men framdrift er «i rute»",
            "skriv usikkert eller ikke_i_rute, eller få en ny frist godkjent",
            f"du har skrevet *i rute*, men venter det ferdig {ventet}, etter fristen {fristen}",
        )


def bortfall_begrunnes(gitt: Sammenheng) -> Iterator[Brudd]:
    """What is dropped must say why."""
    if gitt.melding.status == "bortfalt" and not gitt.melding.begrunnelse:
        yield Brudd(
            "status",
            "«bortfalt» står uten begrunnelse",
            "skriv i begrunnelse hvorfor, og hvem som bestemte det",
            "du har skrevet *bortfalt*, men ikke hvorfor",
        )


def gjenapning_begrunnes(gitt: Sammenheng) -> Iterator[Brudd]:
    """What was closed and is taken up again must say why."""
    sagt = gitt.melding
    if gitt.lukket and sagt.status and sagt.status not in _LUKKET and not sagt.begrunnelse:
        yield Brudd(
            "status",
            "det som var lukket, er tatt opp igjen uten begrunnelse",
            "skriv hvorfor i begrunnelse",
            f"{_slik_var_den(gitt.forrige)}; du har skrevet *{STATUSORD[sagt.status]}*, men ikke"
            " hvorfor den er tatt opp igjen",
        )


def _slik_var_den(forrige: Melding | None) -> str:
    if forrige is not None and forrige.status not in _LUKKET:
        return "oppdraget skulle avsluttes ved årsskiftet"
    return f"saken var meldt {STATUSORD[forrige.status or ''] if forrige else 'ferdig'}"


def arsslutt_passer(gitt: Sammenheng) -> Iterator[Brudd]:
    """Only an oppdrag ends at year end, and it is said in the year's last form: a vedtak ends by
    its organ, a contribution with its oppdrag.
    """
    if not gitt.melding.arsslutt or (gitt.slag == "oppdrag" and gitt.arsslutt):
        return
    hva = (
        "om det videreføres eller avsluttes, sies bare om oppdrag"
        if gitt.slag != "oppdrag"
        else "om oppdraget videreføres eller avsluttes, sies ved årsslutt"
    )
    yield Brudd(
        "arsslutt",
        hva,
        (
            "stryk arsslutt"
            if gitt.slag != "oppdrag"
            else "stryk arsslutt, og si det i årets siste skjema"
        ),
        hva,
    )


def status_passer(gitt: Sammenheng) -> Iterator[Brudd]:
    """The administration proposes that a vedtak ends; only the organ ends it.

    An oppdrag is not proposed, it is done.
    """
    status = gitt.melding.status
    if gitt.slag == "vedtak" and status in _LUKKET:
        yield Brudd(
            "status",
            f"et vedtak kan ikke meldes «{STATUSORD[status or '']}»; bare organet avslutter det",
            "skriv foreslatt_avsluttet",
            "bare de folkevalgte avslutter et vedtak; velg *foreslås avsluttet*",
        )
    elif gitt.slag != "vedtak" and status == "foreslatt_avsluttet":
        yield Brudd(
            "status",
            "bare et vedtak kan foreslås avsluttet",
            "skriv ferdig eller bortfalt",
            "bare et vedtak kan foreslås avsluttet; velg *ferdig* eller *bortfalt*",
        )


def lukket_er_lukket(gitt: Sammenheng) -> Iterator[Brudd]:
    """What is done, dropped or proposed to be closed has no light beside it that says
    it is late.
    """
    sagt = gitt.melding
    if sagt.status in UTEN_FRAMDRIFT and sagt.framdrift in ("usikkert", "ikke_i_rute"):
        ord_, lys = STATUSORD[sagt.status or ""], STATUSORD[sagt.framdrift]
        yield Brudd(
            "framdrift",
            f"«{ord_}» og «{lys}» sier imot hverandre",
            "stryk framdrift, eller rett status",
            f"du har skrevet både *{ord_}* og *{lys}*",
        )


def ingen_endring_stemmer(gitt: Sammenheng) -> Iterator[Brudd]:
    """What is confirmed as unchanged says just what was told last."""
    sagt, forrige = gitt.melding, gitt.forrige
    if not sagt.ingen_endring:
        return
    valgt = "du har valgt *ingen endring siden sist, bekreftet*, men"
    if forrige is None and not gitt.kjent:
        return
    if forrige is None:
        yield Brudd(
            "ingen_endring",
            "det er bekreftet uendret, men er ikke meldt før",
            "slett ingen_endring",
            f"{valgt} saken er ikke meldt før",
        )
    elif (sagt.status, sagt.framdrift, (sagt.kommentar or "").split()) != (
        forrige.status,
        forrige.framdrift,
        (forrige.kommentar or "").split(),
    ):
        forslag = "slett ingen_endring, eller skriv det samme som sist"
        yield Brudd(
            "ingen_endring",
            "det er bekreftet uendret, men er ikke som sist",
            forslag,
            f"{valgt} også skrevet noe nytt; velg ett av dem",
        )


def arsslutt_er_sagt(gitt: Sammenheng) -> Iterator[Brudd]:
    """A running oppdrag goes on or ends at year end; somebody must say which."""
    sagt = gitt.melding
    if (
        gitt.arsslutt
        and gitt.lopende
        and gitt.slag == "oppdrag"
        and not er_tom(sagt)
        and sagt.status not in _LUKKET
        and not sagt.arsslutt
    ):
        yield Brudd(
            "",
            "et løpende oppdrag sier ikke om det videreføres",
            "skriv arsslutt: viderefores eller avsluttes",
            "oppdraget er løpende; velg om det *videreføres* eller *avsluttes*",
        )


def er_utfylt(gitt: Sammenheng) -> Iterator[Brudd]:
    """A delivered entry has status, framdrift where there is any, and a comment."""
    sagt = gitt.melding
    mangler = [] if sagt.status or gitt.slag == "bidrag" else ["status"]
    mangler += [] if sagt.framdrift or sagt.status in UTEN_FRAMDRIFT else ["framdrift"]
    mangler += (
        [] if sagt.kommentar or (sagt.status == "bortfalt" and sagt.begrunnelse) else ["kommentar"]
    )
    if mangler:
        felter = opplisting(mangler)
        yield Brudd("", f"mangler {felter}", f"fyll ut {felter}", f"{felter} mangler")
