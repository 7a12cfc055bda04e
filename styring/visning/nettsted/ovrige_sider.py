"""The pages of what has none of its own, of the reports, and of what is for the inside only."""

import re
from collections.abc import Mapping, Sequence

from styring.fag.kalender import langdato
from styring.fag.periode import tidspunkt_med_ord
from styring.funn import Funn
from styring.sporring.nettsted.nettstedsvar import Nettstedsvar
from styring.sporring.nettsted.utgitt import Utgitt
from styring.sporring.poster.vis_svar import Postsvar
from styring.visning.felles.blokker import Bit, Kolonne, Overskrift, Tabell, dempet, linje
from styring.visning.felles.feltvisning import blokker
from styring.visning.felles.meldinger import flat
from styring.visning.nettsted.deler import koden
from styring.visning.nettsted.nettblokker import Fil, Filer, Nettblokk, Nettside
from styring.visning.rapportering.oppfolging import side as oppfolgingen

_FORMNAVN = {"html": "nettside", "docx": "Word", "pdf": "PDF", "md": "tekst"}


def postsiden(svar: Nettstedsvar, type_: str, ett: Postsvar) -> Nettside:
    """A record of a type without a page of its own: its fields, as they stand."""
    tittel = posttittel(svar, type_, ett)
    return Nettside(
        adresse="",
        tittel=tittel,
        innhold=tuple(blokker(ett.felter)),
        slag=ett.slag,
        id=ett.id,
        ord=type_,
        smuler=(("", tittel),),
        fil=ett.fil,
    )


def posttittel(svar: Nettstedsvar, type_: str, ett: Postsvar) -> str:
    """Its own title; else what it is, of whom, and of when."""
    if type_ == "kommune":
        return f"Om {svar.kommune}"
    naar, _, hvem = ett.id.partition("/")
    if ett.tittel and not ett.tittel.endswith(ett.id):
        return (
            f"{flat(ett.tittel)} ({hvem})" if type_ == "innsparing" and hvem else flat(ett.tittel)
        )
    slag = ett.slag[:1].upper() + ett.slag[1:]
    av = f" {svar.navn[hvem]}" if hvem in svar.navn else ""
    aar = re.fullmatch(r"(20[0-9]{2})-[a-z]+", naar)
    return f"{slag}{av}, {aar[1] if aar else svar.perioder.get(naar) or _tiden(naar)}"


def _tiden(naar: str) -> str:
    """A month by its name; the closed year is the year."""
    aar, _, resten = naar.partition("-")
    if resten.isdigit():
        return tidspunkt_med_ord(naar)
    return aar if resten == "AR" else naar


def rapportlisten(utgitt: Sequence[Utgitt], filer: Mapping[str, Mapping[str, str]]) -> Nettside:
    """Every report that is out, in each form: ``filer`` are their addresses by report and form."""
    innhold: list[Nettblokk] = []
    for ett in utgitt:
        innhold.append(Overskrift(ett.navn, niva=2))
        if ett.dag:
            ord_ = "Datert" if ett.mal == "styringsbrev" else "Ute fra"
            innhold.append(linje(dempet(f"{ord_} {langdato(ett.dag)}.")))
        former = filer[f"{ett.mal}/{ett.id}"]
        innhold.append(
            Filer(
                tuple(Fil(adr, f"{ett.navn} ({_FORMNAVN[form]})") for form, adr in former.items())
            )
        )
    if not utgitt:
        innhold.append(linje(dempet("Ingen rapport er lagt inn her.")))
    return Nettside("", "Rapportene", tuple(innhold), slag="oversikt")


def oppfolgingssiden(svar: Nettstedsvar) -> Nettside:
    """How the following up itself stands, for those inside."""
    blokkene = oppfolgingen(svar.oppfolging)[1:] if svar.oppfolging else ()
    alder = linje(dempet(f"Hvor gamle ordene er, er regnet per {langdato(svar.dag)}."))
    return Nettside("", "Slik er oppfølgingen", (alder, *blokkene), slag="internt")


def funnsiden(funn: Sequence[Funn]) -> Nettside:
    """What is wrong in the data, in plain words, for those inside."""
    rader = tuple(
        (Bit(ett.alvor), Bit(flat(ett.melding)), Bit(ett.fil), Bit(ett.kode)) for ett in funn
    )
    kolonner = (Kolonne("Alvor"), Kolonne("Hva", fri=True), Kolonne("Fil"), Kolonne("Regel"))
    innhold: tuple[Nettblokk, ...] = (
        (Tabell(kolonner, rader),) if rader else (linje("Ingenting er galt i dataene."),)
    )
    return Nettside("", "Funn i dataene", innhold, slag="internt")


def internlisten(svar: Nettstedsvar) -> Nettside:
    """The way to all that is for the inside only, and to every record without a list of its own."""
    rader = tuple(
        (
            Bit(ett.slag),
            Bit(posttittel(svar, type_, ett), "", "", f"{type_}/{ett.id}"),
            koden(ett.id),
        )
        for type_, ett in svar.andre
    )
    innhold: tuple[Nettblokk, ...] = (
        Tabell((Kolonne("Slag"), Kolonne("Navn", fri=True), Kolonne("Id")), rader),
    )
    return Nettside("", "Alle andre opplysninger", innhold, slag="oversikt")
