"""ST6, third part: the way of a period from delivery to approval."""

from collections.abc import Iterator
from datetime import date

from styring.fag.kalender import kortdato
from styring.fag.melding import tilstand_av
from styring.fag.tilstand import tell
from styring.fag.vurdering import lysere_enn_delene
from styring.funn import Alvor, Sti, Treff
from styring.modell.oppdrag import Fristendring
from styring.modell.rapport import Enhetsrapport, Samlerapport
from styring.modell.vedtak import Vedtak
from styring.register.avtrykk import avtrykk_av
from styring.register.meldingene import punktet
from styring.register.post import Post
from styring.register.register import Register
from styring.regler.regel import regel, treff


@regel("ST626")
def godkjent_er_uendret(register: Register) -> Iterator[Treff]:
    """En godkjent periode skal ikke endres uten at den godkjennes på nytt.

    Hvorfor: det som ble sendt de folkevalgte, må kunne vises fram igjen. Kommentarer i filene
    teller ikke.
    Galt: en kommentar rettet i et skjema etter at perioden var godkjent.
    Riktig: styring tertial godkjenn 2023-T1, etter at kommunedirektøren har sett endringen.
    Kilde: rapporteringsrutinen: rapporter bygger bare på godkjente perioder
    """
    for id_, samlet in register.samlerapporter.items():
        godkjent = samlet.verdi.godkjent
        uleste = any(fil.startswith(f"data/rapporter/{id_}/") for fil in register.uleste)
        if godkjent and not uleste and godkjent.innhold != avtrykk_av(register, id_):
            yield treff(
                samlet.fil,
                "perioden er endret etter at den ble godkjent",
                "godkjent",
                paa_nokkel=True,
                forslag=f"få den godkjent på nytt: styring tertial godkjenn {id_}",
            )


@regel("ST627")
def meldt_for_levert(register: Register) -> Iterator[Treff]:
    """Det som er meldt etter at skjemaet ble levert, skal stå i neste periode.

    Hvorfor: et levert skjema gjelder fra den dagen det ble levert, og skal ikke si noe man først
    visste senere.
    Galt:
        levert: 2023-05-12
        oppdrag:
          2023-FOS-04: {status: ferdig, meldt: 2023-06-30}
    Riktig:
        levert: 2023-05-12
        oppdrag:
          2023-FOS-04: {status: ferdig, meldt: 2023-05-10}
    Kilde: dataformatet
    """
    for meldt in register.alle_meldinger():
        levert = register.rapporter[f"{meldt.periode}/{meldt.enhet}"].verdi.levert
        if levert and meldt.melding.meldt and meldt.melding.meldt > levert:
            melding = f"{meldt.post}: meldt etter at skjemaet ble levert, {kortdato(levert)}"
            yield treff(
                meldt.fil,
                melding,
                *meldt.sti,
                "meldt",
                forslag="skriv det i skjemaet for neste periode",
                funnet=meldt.melding.meldt.isoformat(),
            )


@regel("ST628")
def frist_ikke_flyttet_i_stillhet(register: Register) -> Iterator[Treff]:
    """En frist som er endret siden et skjema ble laget, skal ha en fristendring.

    Hvorfor: en frist som flyttes uten et ord, er aldri forsinket.
    Galt: skjemaet for T1 sier frist: 2023-08-31, oppdraget sier 2023-10-31, og fristendringer er
    tom.
    Riktig:
        frist: 2023-10-31
        fristendringer:
          - dato: 2023-06-01
            fra: 2023-08-31
            til: 2023-10-31
            begrunnelse: Høringen tok lengre tid
            godkjent_av: kommunedirektør
    Kilde: brevet: «ledere følger opp tildelte oppdrag med tidsfrister»
    """
    for id_, meldinger in register.meldinger.items():
        funnet = _fristene(register, id_)
        if funnet is None:
            continue
        fil, sti, frist, endringer = funnet
        kjente = {frist, *(endring.fra for endring in endringer), *_punktenes(register, id_)}
        skjult = next(
            (
                meldt
                for meldt in meldinger
                if meldt.melding.frist and meldt.melding.frist not in kjente
            ),
            None,
        )
        if skjult and skjult.melding.frist:
            naa = kortdato(frist) if frist else "tom"
            melding = (
                f"fristen er {naa}, men var {kortdato(skjult.melding.frist)} i {skjult.periode}, og"
                " det er ingen fristendring"
            )
            yield treff(
                fil,
                melding,
                *sti,
                forslag="legg til en fristendring med begrunnelse, eller sett fristen tilbake",
            )


def _punktenes(register: Register, id_: str) -> Iterator[date | None]:
    """Every deadline that a form may have had from the punkter of a vedtak that has none itself."""
    post = register.vedtak.get(id_)
    for punkt in post.verdi.punkter if post and not post.verdi.frist else ():
        yield punkt.frist
        yield from (endring.fra for endring in punkt.fristendringer)


def _fristene(
    register: Register, id_: str
) -> tuple[str, Sti, date | None, tuple[Fristendring, ...]] | None:
    """The deadline that something has today and every change of it, with its place: of an oppdrag,
    a vedtak, or a punkt.
    """
    post = register.oppdrag.get(id_) or register.vedtak.get(id_.partition("/")[0])
    if post is None:
        return None
    funnet = punktet(register, id_)
    punkt = funnet[1] if funnet else None
    if isinstance(post.verdi, Vedtak) and punkt and punkt.frist:
        return (
            post.fil,
            ("punkter", post.verdi.punkter.index(punkt), "frist"),
            punkt.frist,
            punkt.fristendringer,
        )
    return (
        post.fil,
        ("frist",) if post.verdi.frist else (),
        post.verdi.frist,
        post.verdi.fristendringer,
    )


@regel("ST629", Alvor.TIPS)
def vurdering_ikke_lysere_enn_delene(register: Register) -> Iterator[Treff]:
    """Den samlede vurderingen bør ikke være lysere enn delene.

    Hvorfor: den leses først, og ofte bare den.
    Galt: «Alle oppdrag går som planlagt» når to er usikre.
    Riktig: «Tre av fem oppdrag går som planlagt. To er usikre på grunn av …»
    Kilde: brevet: «ærlig på avvik»
    """
    skjemaer: list[tuple[str, Post[Enhetsrapport] | Post[Samlerapport]]] = [
        *register.rapporter.items(),
        *register.samlerapporter.items(),
    ]
    for id_, post in skjemaer:
        vurdering = post.verdi.samlet_vurdering
        periode, _, enhet = id_.partition("/")
        deler = (
            [
                m
                for alle in register.meldinger.values()
                for m in alle
                if m.periode == periode and (not enhet or m.enhet == enhet)
            ]
            if vurdering
            else []
        )
        sagt = lysere_enn_delene(
            vurdering or "", tell(tilstand_av(meldt.melding) for meldt in deler)
        )
        if sagt:
            yield treff(
                post.fil,
                f"den samlede vurderingen er lysere enn delene: {sagt}",
                "samlet_vurdering",
                paa_nokkel=True,
                forslag="si også det som ikke går bra",
            )


REGLER = (
    godkjent_er_uendret,
    meldt_for_levert,
    frist_ikke_flyttet_i_stillhet,
    vurdering_ikke_lysere_enn_delene,
)
