"""What a list would add, as a page."""

from datetime import date

from styring.fag.brudd import STATUSORD
from styring.fag.kalender import kortdato
from styring.fag.norsk import antall, med_punktum
from styring.sporring.felles.listetolking import EndretPost, Listemelding, Listesvar
from styring.visning.felles.blokker import Bit, Linje, Overskrift, Side, dempet, linje
from styring.visning.felles.feltvisning import som_ord

_NAVN = {"vedtak": "Vedtak", "oppdrag": "Oppdrag", "maal": "Mål"}


def side(svar: Listesvar, *, oppdaterer: bool) -> Side:
    """Lay out how much is new, how much is there already or says something else, which rows can't
    be taken in, and all that was not read.
    """
    navn = _NAVN[svar.slag.navn]
    tall = [
        f"{len(svar.nye)} {'nytt' if len(svar.nye) == 1 else 'nye'}",
        f"{len(svar.finnes)} finnes fra før",
        *([f"{len(svar.endrede)} sier noe annet enn listen"] if svar.endrede else []),
        f"{antall(len(svar.avslag), 'rad')} kan ikke leses inn",
    ]
    avslag = [
        linje(Bit(sted, "feil", "feil"), f": {med_punktum(grunn)}") for sted, grunn in svar.avslag
    ]
    finnes = [
        linje(dempet(f"{sted}: {id_} finnes fra før, og er ikke endret."))
        for sted, id_ in svar.finnes
    ]
    endrede = [ett for endret in svar.endrede for ett in _forskjellene(endret)]
    if endrede and not oppdaterer:
        endrede.append(linje("Det listen sier, skrives inn med --oppdater."))
    merknader = [
        linje(Bit("Merk", "advarsel", "advarsel"), f": {med_punktum(ett.tekst)}")
        if ett.viktig
        else linje(dempet(f"{ett.tekst[0].upper()}{ett.tekst[1:]}."))
        for ett in svar.merknader
    ]
    return [
        Overskrift(f"{navn}: {' · '.join(tall)}", f"leste {antall(svar.antall_rader, 'rad')}"),
        *avslag,
        *merknader,
        *endrede,
        *finnes,
        *(linje(dempet(_meldt(ett))) for ett in svar.meldinger),
        *([] if svar.nye else [linje(dempet(f"Ingen nye {navn.lower()} å skrive."))]),
    ]


def _meldt(ett: Listemelding) -> str:
    """What goes into the form."""
    status = ett.felter.get("status") or ett.felter.get("framdrift")
    deler = [STATUSORD[str(status)]] if status else []
    deler += ["med merknad"] if "kommentar" in ett.felter else []
    return f"{ett.sted}: {ett.id} meldes i skjemaet til {ett.enhet}: {', '.join(deler)}."


def _forskjellene(endret: EndretPost) -> list[Linje]:
    return [
        linje(
            Bit(f"{endret.sted}: {endret.id}", "sterk"),
            f": {som_ord(ett.felt)} er {_ord(ett.her)} her, og {_ord(ett.i_listen)} i listen.",
        )
        for ett in endret.forskjeller
    ]


def _ord(verdi: object) -> str:
    if verdi in (None, (), []):
        return "ikke oppgitt"
    if isinstance(verdi, list | tuple):
        return f"«{', '.join(map(str, verdi))}»"
    return kortdato(verdi) if isinstance(verdi, date) else f"«{' '.join(str(verdi).split())}»"
