"""What an organ decided of the proposals to change the budget: the adopted ones become changes of
the year's budget, as they were proposed or as the organ amended them.
"""

import re
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, cast

from styring.cli.felles.manglende_valg import be_om, kan_spore
from styring.cli.felles.skriv_endring import innholdet
from styring.fag.belop import NULL, kroner, les_belop
from styring.fag.kalender import kortdato
from styring.fag.norsk import er_tall, opplisting
from styring.fag.organ import er_kommunestyret
from styring.feil import StyringFeil
from styring.modell.okonomi import Budsjett, Budsjettendring
from styring.modell.rapport import Budsjettforslag
from styring.prosjekt.tre import Arbeidstre
from styring.redigering.gjengi import Verdi
from styring.redigering.poster import legg_til_alle
from styring.redigering.skriving import Endring
from styring.register.okonomien import budsjettet

if TYPE_CHECKING:
    from styring.lesing.innlesing import Innlesing
    from styring.register.register import Register


class Saken(NamedTuple):
    """The case in which it was decided, the organ and the day."""

    sak: str
    organ: str
    dag: date


def vedtatte_endringer(
    tre: Arbeidstre,
    innlesing: "Innlesing",
    periode: str,
    saken: Saken,
    vedtatt: Sequence[int],
    endret: Sequence[str],
) -> list[Endring]:
    """The change of the budget that the organ made, of the proposals in a period's report. Raises
    StyringFeil for a proposal that is not there, or an amendment that does not balance.
    """
    register = innlesing.register
    samlet = register.samlerapporter.get(periode)
    forslagene = dict(enumerate(samlet.verdi.forslag_budsjettendring if samlet else (), 1))
    post = budsjettet(register, int(periode[:4]))
    tidligere = {en.forslag: en for en in post.verdi.endringer if en.forslag} if post else {}
    aapne = {nr: ett for nr, ett in forslagene.items() if f"{periode}/{nr}" not in tidligere}
    koder = _kodene(post.verdi) if post else frozenset()
    belop = _vedtatt(forslagene, vedtatt, endret, koder)
    if not belop and aapne:
        belop = _spor(aapne, koder)
    if not belop:
        return []
    _krev_kommunestyret(register, saken)
    if post is None:
        raise StyringFeil(
            f"budsjettet for {periode[:4]} er ikke lagt inn, så det kan ikke endres. Gjør det med"
            " «styring importer budsjett»."
        )
    nye = [
        _endringen(forslagene[nr], f"{periode}/{nr}", saken, hva)
        for nr, hva in belop.items()
        if not _er_gjort(tidligere.get(f"{periode}/{nr}"), saken, hva)
    ]
    if not nye:
        return []
    raa = innholdet(tre, innlesing, post.fil)
    return [Endring(post.fil, raa, legg_til_alle(raa, ("endringer",), nye, Budsjett))]


def _krev_kommunestyret(register: "Register", saken: Saken) -> None:
    """Only the council changes the budget (kommuneloven § 14-5)."""
    egne = [kode for kode, navn in register.organer.items() if er_kommunestyret(navn)]
    if egne and saken.organ not in egne:
        raise StyringFeil(
            f"{saken.organ} kan ikke endre budsjettet; det gjør bare {egne[0]} (kommuneloven"
            " § 14-5). Si hva som ble vedtatt når saken har vært der."
        )


def _er_gjort(
    tidligere: Budsjettendring | None, saken: Saken, belop: Mapping[str, Decimal]
) -> bool:
    """Whether it is told already; raises StyringFeil where it was told otherwise."""
    if tidligere is None:
        return False
    if tidligere.sak == saken.sak and tidligere.belop == belop:
        return True
    raise StyringFeil(
        f"forslag {tidligere.forslag} ble vedtatt {kortdato(tidligere.dato)} i {tidligere.sak}, og"
        " står alt i budsjettet. Er det galt, rettes det der."
    )


def _kodene(budsjett: Budsjett) -> frozenset[str]:
    return frozenset((*budsjett.omraader, *(budsjett.fond or ()), *(budsjett.investeringer or ())))


def _endringen(
    forslag: Budsjettforslag, id_: str, saken: Saken, belop: Mapping[str, Decimal]
) -> dict[str, Verdi]:
    return {
        "dato": saken.dag,
        "type": "bevilgning",
        "belop": cast("Verdi", dict(belop)),
        "sak": saken.sak,
        "tekst": forslag.tekst.strip(),
        "forslag": id_,
    }


def _vedtatt(
    forslagene: Mapping[int, Budsjettforslag],
    vedtatt: Sequence[int],
    endret: Sequence[str],
    koder: frozenset[str],
) -> dict[int, Mapping[str, Decimal]]:
    ut: dict[int, Mapping[str, Decimal]] = {}
    for nr in vedtatt:
        kjent = _kjent(forslagene, str(nr))
        ut[kjent] = forslagene[kjent].belop
    for skrevet in endret:
        foran, kolon, resten = skrevet.partition(":")
        if not kolon:
            raise StyringFeil(
                f"«{skrevet}» kan ikke leses. Skriv for eksempel --endret"
                ' "1: SKOLE=1500000, DISP=-1500000".'
            )
        kjent = _kjent(forslagene, foran)
        if kjent in ut:
            raise StyringFeil(
                f"forslag {kjent} er nevnt to ganger. Velg --vedtatt {kjent}, eller én --endret."
            )
        ut[kjent] = les_belopene(resten, koder)
    return ut


def _kjent(forslagene: Mapping[int, Budsjettforslag], skrevet: str) -> int:
    nr = int(skrevet) if er_tall(skrevet.strip()) else 0
    if nr not in forslagene:
        har = f"Forslagene er 1 til {len(forslagene)}." if forslagene else "Rapporten har ingen."
        raise StyringFeil(f"«{skrevet.strip()}» er ikke et forslag om budsjettendring. {har}")
    return nr


def les_belopene(skrevet: str, koder: frozenset[str]) -> dict[str, Decimal]:
    """Read «SKOLE=1500000, DISP=-1500000», of codes that the budget has. Raises StyringFeil, also
    where it does not balance.
    """
    ut: dict[str, Decimal] = {}
    for del_ in re.split(r"[,;]\s*(?=[^\W\d_]\w*\s*=)", skrevet):
        skrevet_kode, likhet, tall = del_.partition("=")
        kode = skrevet_kode.strip().upper()
        belop = les_belop(tall.strip(), ",")
        if not likhet or belop is None:
            raise StyringFeil(f"«{del_.strip()}» kan ikke leses. Skriv for eksempel SKOLE=1500000.")
        if koder and kode not in koder:
            raise StyringFeil(f"«{kode}» står ikke i budsjettet. Det har {opplisting(koder)}.")
        if kode in ut:
            raise StyringFeil(f"«{kode}» er nevnt to ganger. Skriv ett beløp for hver kode.")
        ut[kode] = belop
    if rest := sum(ut.values(), NULL):
        raise StyringFeil(
            f"beløpene går ikke opp: {kroner(rest)} kr mangler inndekning. La dem bli null til"
            " sammen."
        )
    return ut


def _spor(
    forslagene: Mapping[int, Budsjettforslag], koder: frozenset[str]
) -> dict[int, Mapping[str, Decimal]]:
    """Ask what became of each proposal; without anybody to ask, say how it is told."""
    if not kan_spore():
        sys.stderr.write(
            "styring: rapporten har forslag om budsjettendring. Si hva som ble vedtatt med"
            ' --vedtatt NR, eller --endret "NR: KODE=BELØP, …".\n'
        )
        return {}
    ut: dict[int, Mapping[str, Decimal]] = {}
    for nr, forslag in forslagene.items():
        hva = ", ".join(f"{kode}={kroner(belop)}" for kode, belop in forslag.belop.items())
        sys.stderr.write(f"Forslag {nr}: {' '.join(forslag.tekst.split())} ({hva})\n")
        svar = be_om(
            None,
            "--vedtatt",
            "Vedtatt? j, n, eller beløpene",
            godta=lambda svar: _svaret(svar, koder),
            maa=False,
        )
        if svar and svar.casefold() in ("j", "ja"):
            ut[nr] = forslag.belop
        elif svar and "=" in svar:
            ut[nr] = les_belopene(svar, koder)
    return ut


def _svaret(svar: str, koder: frozenset[str]) -> object:
    if svar.casefold() in ("", "j", "ja", "n", "nei"):
        return svar
    return les_belopene(svar, koder)
