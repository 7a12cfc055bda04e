"""ST6, second part: what a form is about, and that a delivered one is whole."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from styring.fag.melding import tilstand_av
from styring.fag.norsk import antall, mente_du, opplisting
from styring.fag.periode import perioden
from styring.fag.tilstand import LUKKEDE
from styring.fag.vedtaksdeler import er_avsluttet, rapporteres
from styring.funn import HELE_FILEN, Treff
from styring.modell.oppdrag import Oppdrag
from styring.modell.vedtak import Punkt, Vedtak
from styring.register.avledet import tidligere_id_er
from styring.register.meldingene import Sak, er_godkjent, lukket_i, punktet, saker_i
from styring.register.register import Meldt, Register
from styring.regler.regel import regel, treff


def _om_filen(fil: str, melding: str, forslag: str) -> Treff:
    return Treff("", fil, melding, forslag=forslag, utsnitt=HELE_FILEN)


@regel("ST620")
def perioden_finnes(register: Register) -> Iterator[Treff]:
    """Perioden i mappenavnet skal finnes i kommune.yaml, og enheten i filnavnet også.

    Hvorfor: et skjema for en ukjent periode eller enhet kommer ikke med i noen rapport. Det gjelder
    også fristene i rapporteringsrutinen.
    Galt: data/rapporter/2023-T3/FOS.yaml når kommunen har T1, T2 og AR.
    Riktig: data/rapporter/2023-T2/FOS.yaml
    Kilde: data/kommune.yaml, «rapportering» og «enheter»
    """
    if register.kommune is None:
        return
    perioder = register.rutine.perioder if register.rutine else {}
    forslag = (
        f"periodene er {opplisting(perioder)}"
        if perioder
        else "legg inn «rapportering» med perioder i kommune.yaml"
    )
    for post in (*register.rapporter.values(), *register.samlerapporter.values()):
        periode, _, enhet = post.id.partition("/")
        if perioden(register.rutine, periode) is None:
            yield _om_filen(post.fil, f"perioden {periode} er ikke kjent", forslag)
        if enhet and enhet not in register.enheter:
            ment = mente_du(enhet, register.enheter)
            yield _om_filen(
                post.fil,
                f"enheten «{enhet}» er ikke kjent",
                f"mente du «{ment}»?" if ment else f"enhetene er {opplisting(register.enheter)}",
            )
    for periode in (register.rutine.frister or {}) if register.rutine else {}:
        if perioden(register.rutine, periode) is None:
            yield treff(
                register.kommune.fil,
                "perioden er ikke kjent",
                "rapportering",
                "frister",
                periode,
                paa_nokkel=True,
                forslag=forslag,
                funnet=periode,
            )


@regel("ST621")
def levert_er_fullstendig(register: Register) -> Iterator[Treff]:
    """Et levert skjema skal ha en melding om alt enheten svarer for, og en samlet vurdering.

    Hvorfor: det som mangler, ville stått som «ikke rapportert» uten at noen hadde valgt det. En
    godkjent periode er historie og kontrolleres ikke på nytt.
    Galt: levert: 2023-05-12 i et skjema uten ett av enhetens oppdrag.
    Riktig: kjør styring tertial start på nytt; det som mangler, blir lagt til.
    Kilde: brevet: oppdrag, vedtak og verbalvedtak rapporteres to ganger i
    året
    """
    plikter: dict[str, dict[str, list[Sak]]] = {}
    for id_, post in register.rapporter.items():
        periode = perioden(register.rutine, id_.partition("/")[0])
        if post.verdi.levert is None or periode is None or er_godkjent(register, periode.id):
            continue
        if not post.verdi.samlet_vurdering:
            yield treff(
                post.fil,
                "skjemaet er levert uten samlet vurdering",
                "levert",
                forslag=(
                    "skriv lederens egne ord i samlet_vurdering, eller øverst i Excel-skjemaet og"
                    " les det inn igjen"
                ),
            )
        if periode.id not in plikter:
            plikter[periode.id] = _per_enhet(saker_i(register, periode))
        saker = plikter[periode.id].get(id_.partition("/")[2], ())
        mangler = [sak for sak in saker if sak.id not in (getattr(post.verdi, sak.slag) or {})]
        if mangler:
            yield treff(
                post.fil,
                f"skjemaet er levert uten {_nevn(mangler)}",
                "levert",
                forslag=f"legg til det som mangler: styring tertial start {periode.id}",
            )


def _per_enhet(saker: Iterable[Sak]) -> dict[str, list[Sak]]:
    per_enhet: dict[str, list[Sak]] = {}
    for sak in saker:
        per_enhet.setdefault(sak.enhet, []).append(sak)
    return per_enhet


def _nevn(saker: list[Sak]) -> str:
    """Name what is missing; of what is not public only how many."""
    apne = [sak.id for sak in saker if sak.offentlighet == "offentlig"]
    skjulte = len(saker) - len(apne)
    return opplisting(
        [*apne, *([f"{antall(skjulte, 'sak')} som ikke er offentlig"] if skjulte else [])]
    )


@regel("ST622")
def melding_om_noe_kjent(register: Register) -> Iterator[Treff]:
    """En melding skal gjelde et oppdrag eller vedtak som finnes.

    Hvorfor: det som er skrevet om en ukjent id, leses av ingen.
    Galt:
        oppdrag:
          2023-FOS-99:
            status: i_gang
    Riktig:
        oppdrag:
          2023-FOS-04:
            status: i_gang
    Kilde: dataformatet
    """
    tidligere = tidligere_id_er(register.ansvarsposter())
    for meldt, funnet in _meldt_om(register):
        if (
            funnet is None
            and meldt.post.partition("/")[0] not in tidligere
            and not register.er_ulest(meldt.post.partition("/")[0])
        ):
            ment = mente_du(
                meldt.post, register.vedtak if meldt.slag == "vedtak" else register.oppdrag
            )
            forslag = f"mente du «{ment}»?" if ment else "se id-ene med «styring status»"
            yield treff(
                meldt.fil,
                f"det er meldt om {meldt.post}, som ikke finnes",
                *meldt.sti,
                paa_nokkel=True,
                forslag=forslag,
            )


@lru_cache(maxsize=1)
def _meldt_om(
    register: Register,
) -> list[tuple[Meldt, Oppdrag | tuple[Vedtak, Punkt | None] | None]]:
    """Every entry, and what it is about: None where that is not known.

    Kept for the family: three rules ask for the same.
    """
    oppdrag = register.oppdrag
    ut: list[tuple[Meldt, Oppdrag | tuple[Vedtak, Punkt | None] | None]] = []
    for meldt in register.alle_meldinger():
        if meldt.slag == "vedtak":
            ut.append((meldt, punktet(register, meldt.post)))
        else:
            post = oppdrag.get(meldt.post)
            ut.append((meldt, post.verdi if post else None))
    return ut


@regel("ST623")
def melding_om_noe_eget(register: Register) -> Iterator[Treff]:
    """En enhet skal bare melde om det den svarer for eller bidrar til, og om årets oppdrag.

    Hvorfor: to enheter som melder om det samme, kan si hver sitt. I en godkjent periode gjelder den
    som var ansvarlig da.
    Galt: FOS melder under «oppdrag» om et oppdrag HOM er ansvarlig for.
    Riktig: HOM melder; har FOS delansvar, melder FOS under «bidrag».
    Kilde: brevet: «Oppdragene har en ansvarlig som skal sikre koordinering»
    """
    apne = {
        periode
        for periode in {id_.partition("/")[0] for id_ in register.rapporter}
        if not er_godkjent(register, periode)
    }
    for meldt, funnet in _meldt_om(register):
        if funnet is not None and meldt.periode in apne and (feil := _fremmed(meldt, funnet)):
            yield treff(
                meldt.fil,
                feil,
                *meldt.sti,
                paa_nokkel=True,
                forslag="slett meldingen, eller flytt den til riktig skjema",
            )


def _fremmed(meldt: Meldt, funnet: Oppdrag | tuple[Vedtak, Punkt | None]) -> str | None:
    if isinstance(funnet, tuple):
        eiere = {
            del_.nokkel: del_.enhet
            for del_ in rapporteres(meldt.post.partition("/")[0], funnet[0], funnet[0].dato)
        }
        if meldt.post not in eiere:
            return f"{meldt.post} rapporteres ikke for seg"
        return (
            None
            if eiere[meldt.post] == meldt.enhet
            else f"{meldt.post} følges opp av «{eiere[meldt.post]}»"
        )
    if meldt.post[:4] != meldt.periode[:4]:
        return f"{meldt.post} hører ikke til rapporteringen for {meldt.periode[:4]}"
    if meldt.slag == "oppdrag":
        return (
            None
            if funnet.ansvarlig == meldt.enhet
            else f"«{funnet.ansvarlig}» er ansvarlig for {meldt.post}"
        )
    return (
        None
        if meldt.enhet in funnet.delansvar
        else f"«{meldt.enhet}» har ikke delansvar for {meldt.post}"
    )


@regel("ST624")
def melding_om_noe_apent(register: Register) -> Iterator[Treff]:
    """En melding skal gjelde noe som ikke alt er lukket.

    Hvorfor: det som er ferdig, bortfalt eller avsluttet, rapporteres ikke en gang til. Tas det opp
    igjen, skal status si det, med begrunnelse.
    Galt: T2 melder status: ferdig om et oppdrag som var meldt ferdig i T1.
    Riktig: slett meldingen i T2.
    Kilde: dataformatet
    """
    for meldt, funnet in _meldt_om(register):
        if funnet is None:
            continue
        if isinstance(funnet, tuple):
            periode = perioden(register.rutine, meldt.periode)
            if periode and any(
                del_ is not None and er_avsluttet(del_, periode.slutt) for del_ in funnet
            ):
                yield treff(
                    meldt.fil,
                    f"{meldt.post} var alt avsluttet av organet",
                    *meldt.sti,
                    paa_nokkel=True,
                    forslag="slett meldingen",
                )
        # what is told to go on can't say the same as what closed it
        kan_si_det_samme = meldt.melding.status is None or tilstand_av(meldt.melding) in LUKKEDE
        lukket = (
            lukket_i(register, meldt.post, meldt.periode)
            if meldt.slag == "oppdrag" and kan_si_det_samme
            else None
        )
        if lukket and meldt.melding.status in (None, lukket.melding.status):
            yield treff(
                meldt.fil,
                f"{meldt.post} var alt lukket i {lukket.periode}",
                *meldt.sti,
                paa_nokkel=True,
                forslag="slett meldingen, eller skriv en annen status med begrunnelse",
            )


REGLER = (
    perioden_finnes,
    levert_er_fullstendig,
    melding_om_noe_kjent,
    melding_om_noe_eget,
    melding_om_noe_apent,
)
