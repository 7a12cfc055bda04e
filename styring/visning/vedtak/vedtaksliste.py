"""What a list of vedtak would add, as a page."""

from datetime import date

from styring.fag.kalender import kortdato
from styring.fag.norsk import antall
from styring.sporring.vedtak.vedtaksliste import Endretvedtak, Vedtakslistesvar
from styring.visning.felles.blokker import Bit, Linje, Overskrift, Side, dempet, linje

_FELTORD = {"svares_i": "besvares i"}


def side(svar: Vedtakslistesvar, *, oppdaterer: bool) -> Side:
    """Lay out how much is new, how much is there already or says something else, which rows can't
    be taken in, and all that was not read.
    """
    tall = [
        f"{len(svar.nye)} {'nytt' if len(svar.nye) == 1 else 'nye'}",
        f"{len(svar.finnes)} finnes fra før",
        *([f"{len(svar.endrede)} sier noe annet enn listen"] if svar.endrede else []),
        f"{antall(len(svar.avslag), 'rad')} kan ikke leses inn",
    ]
    avslag = [linje(Bit(sted, "feil", "feil"), f": {grunn}.") for sted, grunn in svar.avslag]
    finnes = [
        linje(dempet(f"{sted}: {id_} finnes fra før, og er ikke endret."))
        for sted, id_ in svar.finnes
    ]
    endrede = [ett for endret in svar.endrede for ett in _forskjellene(endret)]
    if endrede and not oppdaterer:
        endrede.append(linje("Det listen sier, skrives inn med --oppdater."))
    merknader = [
        linje(Bit("Merk", "advarsel", "advarsel"), f": {ett.tekst}.")
        if ett.viktig
        else linje(dempet(f"{ett.tekst[0].upper()}{ett.tekst[1:]}."))
        for ett in svar.merknader
    ]
    return [
        Overskrift(f"Vedtak: {' · '.join(tall)}", f"leste {antall(svar.antall_rader, 'rad')}"),
        *avslag,
        *merknader,
        *endrede,
        *finnes,
        *([] if svar.nye else [linje(dempet("Ingen nye vedtak å skrive."))]),
    ]


def _forskjellene(endret: Endretvedtak) -> list[Linje]:
    return [
        linje(
            Bit(f"{endret.sted}: {endret.id}", "sterk"),
            f": {_FELTORD.get(ett.felt, ett.felt)} er {_ord(ett.her)} her, og"
            f" {_ord(ett.i_listen)} i listen.",
        )
        for ett in endret.forskjeller
    ]


def _ord(verdi: object) -> str:
    if verdi is None:
        return "ikke oppgitt"
    return kortdato(verdi) if isinstance(verdi, date) else f"«{' '.join(str(verdi).split())}»"
