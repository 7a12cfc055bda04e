"""ST6: styringsdialoger."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from styring.fag.kalender import kortdato
from styring.fag.norsk import mente_du, opplisting
from styring.funn import HELE_FILEN, Alvor, Sti, Treff
from styring.register.avledet import dialogens_enhet
from styring.register.register import Register
from styring.regler.regel import regel, treff


@regel("ST640")
def dialogen_hoerer_til_en_enhet(register: Register) -> Iterator[Treff]:
    """Filnavnet til en styringsdialog skal begynne med en kjent enhet.

    Hvorfor: ellers kommer det som ble avtalt, aldri fram hos noen.
    Galt: data/styringsdialog/2023/OSU-1.yaml
    Riktig: data/styringsdialog/2023/OUS-1.yaml
    Kilde: data/kommune.yaml, «enheter»
    """
    if register.kommune is None:
        return
    for id_, post in register.styringsdialoger.items():
        kode = dialogens_enhet(id_)
        if kode not in register.enheter:
            ment = mente_du(kode, register.enheter)
            forslag = (
                f"mente du «{ment}»?" if ment else f"enhetene er {opplisting(register.enheter)}"
            )
            yield Treff(
                "",
                post.fil,
                f"«{kode}» er ikke en kjent enhet",
                forslag=forslag,
                utsnitt=HELE_FILEN,
            )


@regel("ST641")
def dialogen_er_i_aaret(register: Register) -> Iterator[Treff]:
    """En styringsdialog skal ligge i mappen for året den var.

    Hvorfor: da finnes den igjen, og rekkefølgen blir riktig.
    Galt: dato: 2024-01-15 i data/styringsdialog/2023/OUS-1.yaml
    Riktig: data/styringsdialog/2024/OUS-1.yaml
    Kilde: dataformatet
    """
    for id_, post in register.styringsdialoger.items():
        if str(post.verdi.dato.year) != id_[:4]:
            yield treff(
                post.fil,
                f"dialogen var i {post.verdi.dato.year}, men ligger under {id_[:4]}",
                "dato",
                forslag="flytt filen, eller rett datoen",
            )


@regel("ST642")
def avtaler_har_hvert_sitt_nummer(register: Register) -> Iterator[Treff]:
    """Det som ble avtalt i en styringsdialog, skal ha hvert sitt nummer.

    Hvorfor: nummeret er navnet på avtalen i fristlisten og i neste dialog.
    Galt:
        avtalt:
          - {nr: 1, tekst: Legge fram en plan}
          - {nr: 1, tekst: Melde behov for folk}
    Riktig:
        avtalt:
          - {nr: 1, tekst: Legge fram en plan}
          - {nr: 2, tekst: Melde behov for folk}
    Kilde: dataformatet
    """
    for post in register.styringsdialoger.values():
        antall = Counter(avtale.nr for avtale in post.verdi.avtalt)
        for plass, avtale in enumerate(post.verdi.avtalt):
            if antall[avtale.nr] > 1:
                antall[avtale.nr] = 0
                yield treff(
                    post.fil,
                    "to avtaler har samme nummer",
                    "avtalt",
                    plass,
                    "nr",
                    forslag="gi dem hvert sitt nummer",
                    funnet=str(avtale.nr),
                )


@regel("ST643", Alvor.ADVARSEL)
def dagene_kommer_etter_dialogen(register: Register) -> Iterator[Treff]:
    """Frister i det som ble avtalt, og neste dialog, skal være etter dialogen.

    Hvorfor: en dag som allerede var gått, er oftest feil årstall, og avtalen ville stått som
    forfalt fra første dag.
    Galt:
        dato: 2023-06-14
        avtalt:
          - {nr: 1, tekst: Legge fram en plan, frist: 2022-09-01}
    Riktig:
        dato: 2023-06-14
        avtalt:
          - {nr: 1, tekst: Legge fram en plan, frist: 2023-09-01}
    Kilde: dataformatet
    """
    for post in register.styringsdialoger.values():
        dialog = post.verdi
        dager: list[tuple[str, date | None, Sti]] = [("neste dialog", dialog.neste, ("neste",))]
        for plass, avtale in enumerate(dialog.avtalt):
            dager += [
                ("fristen", avtale.frist, ("avtalt", plass, "frist")),
                ("ferdig", avtale.ferdig, ("avtalt", plass, "ferdig")),
            ]
        for hva, dag, sti in dager:
            if dag and dag < dialog.dato:
                yield treff(
                    post.fil,
                    f"{hva} er før dialogen, {kortdato(dialog.dato)}",
                    *sti,
                    forslag="rett årstallet",
                    funnet=dag.isoformat(),
                )


REGLER = (
    dialogen_hoerer_til_en_enhet,
    dialogen_er_i_aaret,
    avtaler_har_hvert_sitt_nummer,
    dagene_kommer_etter_dialogen,
)
