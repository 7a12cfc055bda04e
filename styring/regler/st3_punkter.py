"""ST3: the parts of a vedtak: verbalvedtak in a budsjettsak, and punkter."""

from collections.abc import Iterator

from styring.fag.norsk import mente_du, opplisting
from styring.funn import Alvor, Treff
from styring.modell.vedtak import Vedtak
from styring.register.post import Post
from styring.register.register import Register
from styring.regler.regel import regel, treff


@regel("ST324")
def verbalvedtak_har_forelder(register: Register) -> Iterator[Treff]:
    """Et verbalvedtak skal vise til budsjettsaken det hører til, og punktet i den.

    Hvorfor: et verbalvedtak er vedtatt sammen med budsjettet og finnes ikke alene. Andre vedtak har
    ingen forelder.
    Galt:
        type: verbalvedtak
    Riktig:
        type: verbalvedtak
        forelder: 2022-KS-120
        punkt: 7
    Kilde: dataformatet
    """
    for post in register.vedtak.values():
        yield from _forelder(register, post)


def _forelder(register: Register, post: Post[Vedtak]) -> Iterator[Treff]:
    vedtak = post.verdi
    if vedtak.type != "verbalvedtak":
        if vedtak.forelder:
            yield treff(
                post.fil,
                "bare et verbalvedtak har forelder",
                "forelder",
                forslag="skriv type: verbalvedtak, eller slett forelder",
            )
        return
    if not vedtak.forelder or not vedtak.punkt:
        mangler = "forelder" if not vedtak.forelder else "punkt"
        yield treff(
            post.fil,
            f"verbalvedtaket mangler {mangler}",
            "type",
            forslag=f"legg til en linje med «{mangler}:»",
        )
    if not vedtak.forelder or register.er_ulest(vedtak.forelder):
        return
    forelder = register.vedtak.get(vedtak.forelder)
    if forelder is None:
        saker = (
            id_
            for id_, p in register.vedtak.items()
            if p.verdi.type == "budsjettsak" and p.verdi.offentlighet == "offentlig"
        )
        ment = mente_du(vedtak.forelder, saker)
        yield treff(
            post.fil,
            "forelderen finnes ikke",
            "forelder",
            forslag=f"mente du «{ment}»?" if ment else "legg inn budsjettsaken først",
            funnet=vedtak.forelder,
        )
    elif forelder.verdi.type != "budsjettsak":
        yield treff(
            post.fil,
            "forelderen er ikke en budsjettsak",
            "forelder",
            forslag="vis til budsjettsaken",
            funnet=vedtak.forelder,
        )


@regel("ST327")
def punktnummer_en_gang(register: Register) -> Iterator[Treff]:
    """To punkter i samme vedtak skal ikke ha samme nummer.

    Hvorfor: punktet rapporteres under nummeret sitt: 2022-KS-054/2.
    Galt:
        punkter:
          - {nr: 1, tekst: Saken sendes på høring.}
          - {nr: 1, tekst: Saken legges fram på nytt.}
    Riktig:
        punkter:
          - {nr: 1, tekst: Saken sendes på høring.}
          - {nr: 2, tekst: Saken legges fram på nytt.}
    Kilde: dataformatet
    """
    for post in register.vedtak.values():
        numre = [punkt.nr for punkt in post.verdi.punkter]
        for plass, nr in enumerate(numre):
            if nr in numre[:plass]:
                yield treff(
                    post.fil,
                    f"punktnummeret {nr} er brukt før",
                    "punkter",
                    plass,
                    "nr",
                    forslag=f"neste ledige er {max(numre) + 1}",
                )


@regel("ST328", Alvor.ADVARSEL, krever_hel_post=True)
def verbalvedtakene_er_alle_der(register: Register) -> Iterator[Treff]:
    """Verbalvedtakene i en budsjettsak bør være så mange som saken sier, og nummereres uten hull.

    Hvorfor: et verbalvedtak som blir borte, blir ikke fulgt opp, og ingen savner det. Legger dere
    bare inn noen av dem, gjør et unntak med grunn.
    Galt: saken har antall_verbalvedtak: 8, men bare V01, V02 og V04 er lagt inn.
    Riktig: antall_verbalvedtak: 8, og åtte verbalvedtak med punkt 1 til 8.
    Kilde: kommuneloven § 13-1: kommunedirektøren sørger for at vedtak blir iverksatt
    """
    under: dict[str, list[int]] = {}
    for post in register.vedtak.values():
        if post.verdi.type == "verbalvedtak" and post.verdi.forelder and post.verdi.punkt:
            under.setdefault(post.verdi.forelder, []).append(post.verdi.punkt)
    noen_uleste = any(
        fil.startswith("data/vedtak/") for fil in (*register.uleste, *register.delvise)
    )
    for id_, sak in register.vedtak.items():
        numre, oppgitt = set(under.get(id_, ())), sak.verdi.antall_verbalvedtak
        if oppgitt is not None and sak.verdi.type != "budsjettsak":
            yield treff(
                sak.fil,
                "bare en budsjettsak har antall_verbalvedtak",
                "antall_verbalvedtak",
                paa_nokkel=True,
                forslag="slett linjen",
            )
        elif oppgitt is not None and (
            len(numre) > oppgitt or (len(numre) < oppgitt and not noen_uleste)
        ):
            melding = (
                f"saken har {oppgitt} verbalvedtak, men {len(numre)} er lagt"
                f" inn{_hullene(numre, oppgitt)}"
            )
            yield treff(
                sak.fil,
                melding,
                "antall_verbalvedtak",
                forslag="legg inn dem som mangler, eller rett antallet",
            )
        elif (
            numre
            and sak.verdi.type == "budsjettsak"
            and not noen_uleste
            and (hull := _hullene(numre, max(numre)))
        ):
            yield treff(
                sak.fil,
                f"verbalvedtakene har hull i nummereringen{hull}",
                "type",
                paa_nokkel=True,
                forslag="legg inn dem som mangler, eller rett punktnumrene",
            )


def _hullene(numre: set[int], siste: int) -> str:
    """The numbers that are not used, as the end of a sentence."""
    hull = [str(nr) for nr in range(1, siste + 1) if nr not in numre]
    return f": nummer {opplisting(hull)} mangler" if hull else ""


@regel("ST330")
def dokumentasjonens_punkt_finnes(register: Register) -> Iterator[Treff]:
    """Punktet dokumentasjonen gjelder, skal finnes i vedtaket.

    Hvorfor: dokumentasjonen vises ved punktet den gjelder, og bare der. Uten punkt gjelder den hele
    vedtaket.
    Galt: punkt: 4 i et vedtak med tre punkter.
    Riktig:
        dokumentasjon:
          - {tittel: Ferdigbefaring av fortauet, punkt: 1}
    Kilde: dataformatet
    """
    for post in register.vedtak.values():
        numre = [punkt.nr for punkt in post.verdi.punkter]
        for plass, ett in enumerate(post.verdi.dokumentasjon):
            if ett.punkt is not None and ett.punkt not in numre:
                finnes = (
                    f"punktene er {opplisting([str(nr) for nr in numre])}"
                    if numre
                    else "vedtaket har ingen punkter"
                )
                forslag = (
                    f"{finnes}; rett nummeret, eller stryk det når dokumentasjonen gjelder hele"
                    " vedtaket"
                )
                yield treff(
                    post.fil,
                    f"det er ikke noe punkt {ett.punkt} i vedtaket",
                    "dokumentasjon",
                    plass,
                    "punkt",
                    forslag=forslag,
                )


REGLER = (
    verbalvedtak_har_forelder,
    punktnummer_en_gang,
    verbalvedtakene_er_alle_der,
    dokumentasjonens_punkt_finnes,
)
