"""The pages of what has none of its own, of the reports, and of what is for the inside only."""

from collections.abc import Mapping, Sequence

from styring.fag.kalender import langdato
from styring.funn import Funn
from styring.sporring.nettsted.nettstedsvar import Nettstedsvar
from styring.sporring.nettsted.utgitt import Utgitt
from styring.sporring.poster.vis_svar import Dialogpostsvar, Postsvar
from styring.visning.felles.blokker import Bit, Felter, Kolonne, Overskrift, Tabell, dempet, linje
from styring.visning.felles.feltvisning import blokker
from styring.visning.felles.feltvisning import felter as ovrige
from styring.visning.felles.meldinger import flat
from styring.visning.nettsted.deler import hvem
from styring.visning.nettsted.nettblokker import Fil, Filer, Nettblokk, Nettside
from styring.visning.rapportering.oppfolging import side as oppfolgingen

_FORMNAVN = {"html": "nettside", "docx": "Word", "pdf": "PDF", "md": "tekst"}


def postsiden(svar: Nettstedsvar, type_: str, ett: Postsvar) -> Nettside:
    """A record of a type without a page of its own: its fields, as they stand."""
    tittel = _tittelen(svar, ett)
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


def _tittelen(svar: Nettstedsvar, ett: Postsvar) -> str:
    """Its own title; else what it is, of whom, and of when."""
    if ett.tittel and not ett.tittel.endswith(ett.id):
        return flat(ett.tittel)
    naar, _, hvem_ = ett.id.partition("/")
    deler = (ett.slag[:1].upper() + ett.slag[1:], svar.navn.get(hvem_, hvem_))
    return ", ".join((" ".join(filter(None, deler)), svar.perioder.get(naar, naar)))


def dialogsiden(svar: Nettstedsvar, ett: Dialogpostsvar) -> Nettside:
    """One styringsdialog: what was agreed."""
    kolonner = (
        Kolonne("Avtalt", fri=True),
        Kolonne("Ansvarlig"),
        Kolonne("Frist"),
        Kolonne("Status"),
    )
    rader = tuple(
        (
            Bit(f"{a.avtale.nr}. {flat(a.avtale.tekst)}"),
            hvem(svar, a.ansvarlig),
            Bit(langdato(a.avtale.frist)) if a.avtale.frist else dempet("ikke oppgitt"),
            Bit("ferdig", "ferdig", "ferdig") if a.ferdig else dempet("åpent"),
        )
        for a in ett.avtalt
    )
    innhold: list[Nettblokk] = [linje(flat(ett.tema))] if ett.tema else []
    innhold.append(Felter((("Dag", Bit(langdato(ett.dialog_dato))), *ovrige(ett.ovrig))))
    innhold.append(Overskrift("Avtalt", niva=2))
    innhold.append(Tabell(kolonner, rader) if rader else linje(dempet("Ingenting.")))
    tittel = f"Styringsdialog med {ett.enhet}, {langdato(ett.dialog_dato)}"
    return Nettside(
        "",
        tittel,
        tuple(innhold),
        slag="styringsdialog",
        id=ett.id,
        smuler=(("", tittel),),
        fil=ett.fil,
    )


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
        innhold.append(linje(dempet("Ingen rapport er gitt ut ennå.")))
    return Nettside("", "Rapportene", tuple(innhold), slag="oversikt")


def oppfolgingssiden(svar: Nettstedsvar) -> Nettside:
    """How the following up itself stands, for those inside."""
    blokkene = oppfolgingen(svar.oppfolging)[1:] if svar.oppfolging else ()
    return Nettside("", "Slik er oppfølgingen", tuple(blokkene), slag="internt")


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
            Bit(flat(ett.tittel) or ett.id, "", "", f"{type_}/{ett.id}"),
            dempet(ett.id),
        )
        for type_, ett in svar.andre
    )
    dialoger = tuple(
        (Bit(ett.slag), Bit(ett.enhet, "", "", f"styringsdialog/{ett.id}"), dempet(ett.id))
        for ett in svar.dialoger
    )
    innhold: tuple[Nettblokk, ...] = (
        Tabell((Kolonne("Slag"), Kolonne("Navn", fri=True), Kolonne("Id")), (*dialoger, *rader)),
    )
    return Nettside("", "Alle andre opplysninger", innhold, slag="oversikt")
