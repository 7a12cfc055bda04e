"""Exceptions from rules, in kommune.yaml: the one way to silence a finding, always with a reason."""

from collections.abc import Iterable, Iterator, Mapping

from styring.funn import Alvor, Treff
from styring.register.register import Register
from styring.regler.regel import Regel, fastregel


@fastregel("ST208")
def unntaket_er_lovlig() -> None:
    """Et unntak skal gjelde en regel som finnes og kan unntas.

    Hvorfor: det som ikke kan leses (ST0 og ST1), og et fødselsnummer (ST801), kan ingen godta.
    Galt:
        unntak:
          - {regel: ST801, id: 2023-OUS-01, grunn: Vi trenger nummeret}
    Riktig:
        unntak:
          - {regel: ST309, id: 2023-OUS-01, grunn: Avtalt med kommunedirektøren}
    Kilde: dataformatet
    """


@fastregel("ST209", Alvor.ADVARSEL)
def unntaket_er_i_bruk() -> None:
    """Et unntak skal gjelde noe som faktisk er funnet.

    Hvorfor: et unntak som er igjen etter at feilen er rettet, skjuler den neste.
    Galt: et unntak for et oppdrag som ikke lenger har funnet.
    Riktig: slett unntaket.
    Kilde: dataformatet
    """


REGLER = (unntaket_er_lovlig, unntaket_er_i_bruk)


def bruk_unntak(register: Register, treff: Iterable[Treff], regler: Mapping[str, Regel]) -> Iterator[Treff]:
    """Pass on the hits that no exception covers, and a hit for each exception that is not allowed or not used."""
    unntak = register.kommune.verdi.unntak if register.kommune else ()
    lovlige = {(ett.regel, ett.id) for ett in unntak if ett.regel in regler and regler[ett.regel].kan_unntas}
    brukte: set[tuple[str, str]] = set()
    for ett_treff in treff:
        nokkel = (ett_treff.kode, post_id(register, ett_treff))
        if nokkel in lovlige:
            brukte.add(nokkel)
        else:
            yield ett_treff
    fil = register.kommune.fil if register.kommune else ""
    for nr, ett in enumerate(unntak):
        if (ett.regel, ett.id) not in lovlige:
            melding = f"regelen {ett.regel} kan ikke unntas" if ett.regel in regler else f"regelen {ett.regel} finnes ikke"
            yield Treff("ST208", fil, melding, sti=("unntak", nr, "regel"), forslag="slett unntaket, og rett det som er funnet")
        elif (ett.regel, ett.id) not in brukte and not _kan_vaere_ulest(register, ett.id):
            melding = f"unntaket er ikke i bruk: {ett.regel} finner ikke noe ved «{ett.id}»"
            hele = next((id_ for id_ in register.oppdrag if id_[5:] == ett.id), None)
            forslag = f"mente du «{hele}»?" if hele else "slett unntaket, eller rett id-en"
            yield Treff("ST209", fil, melding, sti=("unntak", nr, "id"), forslag=forslag)


def _kan_vaere_ulest(register: Register, id_: str) -> bool:
    """Whether a record may stand in a file that could not be read: then nobody knows what the rule would find."""
    return bool(register.uleste or register.delvise) and (id_ not in register.oppdrag or register.oppdrag[id_].fil in register.delvise)


def post_id(register: Register, treff: Treff) -> str:
    """The id that an exception names a hit's record by: oppdrag, goal, aktivitet, unit; else the file's name."""
    navn = treff.fil.removeprefix("data/").removesuffix(".yaml")
    if navn.startswith("oppdrag/"):
        return navn.removeprefix("oppdrag/").replace("/", "-", 1)
    if navn in ("arshjul", "kommune") and len(treff.sti) > 1 and isinstance(treff.sti[1], str):
        return str(treff.sti[1])
    if navn.startswith("maal/"):
        return _maalkode(register, treff)
    return navn.replace("/", "-")


def _maalkode(register: Register, treff: Treff) -> str:
    """The code of the goal that a path lies in: the delmål where it goes that deep."""
    for omraade in register.omraader:
        if omraade.fil == treff.fil:
            match treff.sti:
                case ("hovedmaal", int(h), "delmaal", int(d), *_):
                    return omraade.verdi.hovedmaal[h].delmaal[d].kode
                case ("hovedmaal", int(h), *_):
                    return omraade.verdi.hovedmaal[h].kode
            return omraade.verdi.kode
    return ""
