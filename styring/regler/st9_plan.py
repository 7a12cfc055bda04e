"""ST9, second part: the units' own plans, and the themes of the letter."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from styring.fag.kalender import kortdato
from styring.fag.norsk import lik, mente_du, opplisting
from styring.funn import Alvor, Treff
from styring.modell.virksomhetsplan import Plantiltak, Prioritering
from styring.register.egne_planer import virksomhetsplanene
from styring.register.helt_lest import er_helt_lest
from styring.register.post import Post
from styring.register.register import Register
from styring.register.temaene import temaene
from styring.regler.regel import regel, treff


@regel("ST920")
def planen_er_for_en_enhet(register: Register) -> Iterator[Treff]:
    """Filnavnet til en virksomhetsplan skal være en kjent enhet.

    Hvorfor: ellers kommer planen ikke med i noen enhets plan.
    Galt: data/virksomhetsplan/2024/OSU.yaml
    Riktig: data/virksomhetsplan/2024/OUS.yaml
    Kilde: data/kommune.yaml, «enheter»
    """
    if register.kommune is None:
        return
    for id_, post in virksomhetsplanene(register).items():
        kode = id_.partition("/")[2]
        if kode not in register.enheter:
            ment = mente_du(kode, register.enheter)
            yield treff(
                post.fil,
                f"«{kode}» er ikke en kjent enhet",
                forslag=f"mente du «{ment}»?"
                if ment
                else f"enhetene er {opplisting(register.enheter)}",
            )


@regel("ST921")
def planen_viser_til_noe_som_finnes(register: Register) -> Iterator[Treff]:
    """Delmål og oppdrag som en virksomhetsplan viser til, skal finnes.

    Hvorfor: ellers er den røde tråden brutt.
    Galt:
        oppdrag: [2024-OUS-99]
    Riktig:
        oppdrag: [2024-OUS-01]
    Kilde: brevet: «en rød tråd fra politiske planer til handlinger»
    """
    hele = (ett for post in register.omraader for ett in post.verdi.hovedmaal if not ett.delmaal)
    maal = {*register.delmaal, *(ett.kode for ett in hele)} if register.kjenner_maal else None
    er_ulest = register.ulest_kjenner()
    for post, felt, plass, rad in _radene(register):
        for nr, kode in enumerate(rad.delmaal):
            if maal is not None and kode not in maal:
                ment = mente_du(kode, maal)
                yield treff(
                    post.fil,
                    "delmålet er ikke kjent",
                    *(felt, plass, "delmaal", nr),
                    forslag=f"mente du «{ment}»?" if ment else "se kodene med «styring maal»",
                    funnet=kode,
                )
        for nr, id_ in enumerate(rad.oppdrag):
            if id_ not in register.oppdrag and not er_ulest(id_):
                ment = mente_du(id_, register.oppdrag)
                yield treff(
                    post.fil,
                    "oppdraget er ikke kjent",
                    *(felt, plass, "oppdrag", nr),
                    forslag=f"mente du «{ment}»?" if ment else "se id-ene med «styring status»",
                    funnet=id_,
                )


@regel("ST922", Alvor.ADVARSEL)
def egen_frist_innen_oppdragets(register: Register) -> Iterator[Treff]:
    """Det enheten selv har satt seg fore i et oppdrag, bør være gjort innen oppdragets frist.

    Hvorfor: oppdraget er ikke ferdig før det er gjort.
    Galt: frist: 2024-12-01 på et tiltak i et oppdrag med frist 2024-10-31.
    Riktig: frist: 2024-10-15
    Kilde: brevet: «ledere følger opp tildelte oppdrag med tidsfrister»
    """
    for post, felt, plass, rad in _radene(register):
        frister = [
            oppdrag.verdi.frist
            for id_ in rad.oppdrag
            if (oppdrag := register.oppdrag.get(id_)) and oppdrag.verdi.frist
        ]
        if rad.frist and frister and rad.frist > min(frister):
            yield treff(
                post.fil,
                f"fristen er etter oppdragets, {kortdato(min(frister))}",
                felt,
                plass,
                "frist",
                forslag="sett den tidligere, eller flytt oppdragets frist med en grunn",
                funnet=rad.frist.isoformat(),
            )


@regel("ST923")
def planen_har_hvert_sitt_nummer(register: Register) -> Iterator[Treff]:
    """Prioriteringene, tiltakene og forventningene skal ha hvert sitt nummer innenfor filen.

    Hvorfor: nummeret er navnet på dem i fristlisten og i sjekklisten.
    Galt: to prioriteringer med nr: 1.
    Riktig: nr: 1 og nr: 2.
    Kilde: dataformatet
    """
    felter = ("prioriteringer", "tiltak", "forventninger")
    poster = (*virksomhetsplanene(register).values(), *temaene(register).values())
    alle = [
        (post.fil, felt, [ett.nr for ett in getattr(post.verdi, felt, ())])
        for post in poster
        for felt in felter
    ]
    for fil, felt, numre in alle:
        antall = Counter(numre)
        for plass, nr in enumerate(numre):
            if antall[nr] > 1:
                antall[nr] = 0
                yield treff(
                    fil,
                    "to har samme nummer",
                    felt,
                    plass,
                    "nr",
                    forslag="gi dem hvert sitt nummer",
                    funnet=str(nr),
                )


@regel("ST924", Alvor.ADVARSEL)
def planen_gjelder_sitt_aar(register: Register) -> Iterator[Treff]:
    """En frist på kort sikt i en virksomhetsplan bør være i planens år.

    Hvorfor: kort sikt er i år. Det som kommer senere, er på lang sikt.
    Galt: sikt: kort og frist: 2025-06-01 i data/virksomhetsplan/2024/OUS.yaml
    Riktig: sikt: lang
    Kilde: brevet: «hva som kan realiseres på kort og lang sikt»
    """
    for id_, post in virksomhetsplanene(register).items():
        slutt = date(int(id_[:4]), 12, 31)
        for plass, rad in enumerate(post.verdi.prioriteringer):
            if rad.sikt == "kort" and rad.frist and rad.frist > slutt:
                yield treff(
                    post.fil,
                    f"fristen er etter {id_[:4]}, men det står på kort sikt",
                    "prioriteringer",
                    plass,
                    "frist",
                    forslag="sett «sikt: lang», eller en tidligere frist",
                    funnet=rad.frist.isoformat(),
                )


@regel("ST925", Alvor.TIPS)
def kommunen_har_visjon_og_verdier(register: Register) -> Iterator[Treff]:
    """Kommunen bør ha visjon og verdier i kommune.yaml når den har et styringsbrev.

    Hvorfor: de står først i brevet og i hver rapport.
    Galt: kommune.yaml uten «visjon».
    Riktig:
        visjon: Nær folk, nær naturen
        verdier: [åpen, modig, raus]
    Kilde: brevet, kap. 1 og 3: visjonen peker retning, og verdiene gjelder alle ansatte
    """
    if register.kommune is None or not register.styringsbrev:
        return
    kommune = register.kommune.verdi
    borte = [ord_ for ord_ in ("visjon", "verdier") if not getattr(kommune, ord_)]
    if borte:
        yield treff(
            register.kommune.fil,
            f"kommunen har ikke {opplisting(borte)}",
            "navn",
            forslag="skriv dem inn, så de kommer med i brevet",
        )


@regel("ST926", Alvor.ADVARSEL)
def temaet_staar_i_brevet(register: Register) -> Iterator[Treff]:
    """Et tema med forventninger bør ha samme overskrift som et av temaene i årets styringsbrev.

    Hvorfor: brevet viser temaene i sin egen rekkefølge. Et tema det ikke kjenner, kommer ikke med.
    Galt: tittel: Bredskap, når brevet har temaet Beredskap.
    Riktig: tittel: Beredskap
    Kilde: data/styringsbrev, «temaer»
    """
    for id_, post in temaene(register).items():
        if not er_helt_lest(register, f"data/styringsbrev/{id_[:4]}.yaml"):
            continue
        brev = register.styringsbrev.get(int(id_[:4]))
        titler = [tema.tittel for tema in brev.verdi.temaer] if brev else []
        if lik(post.verdi.tittel) not in map(lik, titler):
            ment = mente_du(post.verdi.tittel, titler)
            yield treff(
                post.fil,
                f"temaet står ikke i styringsbrevet for {id_[:4]}",
                "tittel",
                forslag=f"mente du «{ment}»?" if ment else "legg det til i brevets temaer",
                funnet=post.verdi.tittel,
            )


def _radene(
    register: Register,
) -> Iterator[tuple[Post[object], str, int, Prioritering | Plantiltak]]:
    """Every line of every plan: its record, field and place."""
    for post in virksomhetsplanene(register).values():
        felter: Iterable[tuple[str, tuple[Prioritering | Plantiltak, ...]]] = (
            ("prioriteringer", post.verdi.prioriteringer),
            ("tiltak", post.verdi.tiltak),
        )
        for felt, rader in felter:
            yield from ((post, felt, plass, rad) for plass, rad in enumerate(rader))


REGLER = (
    planen_er_for_en_enhet,
    planen_viser_til_noe_som_finnes,
    egen_frist_innen_oppdragets,
    planen_har_hvert_sitt_nummer,
    planen_gjelder_sitt_aar,
    kommunen_har_visjon_og_verdier,
    temaet_staar_i_brevet,
)
