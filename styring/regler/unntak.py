"""Exceptions from rules, in kommune.yaml: the one way to silence a finding, always with
a reason.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from styring.funn import Alvor, Treff
from styring.register.register import Register
from styring.register.typer import id_av, type_for
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


def bruk_unntak(
    register: Register, treff: Iterable[Treff], regler: Mapping[str, Regel]
) -> Iterator[Treff]:
    """Pass on the hits that no exception covers, and a hit for each exception that is not allowed
    or not used.
    """
    unntak = register.kommune.verdi.unntak if register.kommune else ()
    lovlige = {
        (ett.regel, ett.id)
        for ett in unntak
        if ett.regel in regler and regler[ett.regel].kan_unntas
    }
    brukte: set[tuple[str, str]] = set()
    for ett_treff in treff:
        dekket = [
            (ett_treff.kode, navn)
            for navn in navnene(register, ett_treff)
            if (ett_treff.kode, navn) in lovlige
        ]
        brukte.update(dekket)
        if not dekket:
            yield ett_treff
    fil = register.kommune.fil if register.kommune else ""
    for nr, ett in enumerate(unntak):
        if (ett.regel, ett.id) not in lovlige:
            melding = (
                f"regelen {ett.regel} kan ikke unntas"
                if ett.regel in regler
                else f"regelen {ett.regel} finnes ikke"
            )
            yield Treff(
                "ST208",
                fil,
                melding,
                sti=("unntak", nr, "regel"),
                forslag="slett unntaket, og rett det som er funnet",
            )
        elif (ett.regel, ett.id) not in brukte and not _kan_vaere_ulest(register, ett.id):
            melding = f"unntaket er ikke i bruk: {ett.regel} finner ikke noe ved «{ett.id}»"
            hele = next(
                (post.id for post in register.ansvarsposter() if post.id[5:] == ett.id), None
            )
            forslag = f"mente du «{hele}»?" if hele else "slett unntaket, eller rett id-en"
            yield Treff("ST209", fil, melding, sti=("unntak", nr, "id"), forslag=forslag)


def _kan_vaere_ulest(register: Register, id_: str) -> bool:
    """Whether a record may stand in a file that could not be read: then nobody knows what the rule
    would find.
    """
    post = register.ansvarspost(id_)
    return bool(register.uleste or register.delvise) and (
        post is None or post.fil in register.delvise
    )


def navnene(register: Register, treff: Treff) -> tuple[str, ...]:
    """What an exception may call a hit's record: the code of a goal, an aktivitet or a unit, else
    the record's id; or the file's name, with dashes.
    """
    type_ = type_for(treff.fil)
    filnavn = treff.fil.removeprefix("data/").removesuffix(".yaml").replace("/", "-")
    if type_ is None:
        return (filnavn,)
    inni = _INNI.get(type_.navn)
    return (inni(register, treff) if inni else id_av(type_, treff.fil), filnavn)


def _noekkelen(_register: Register, treff: Treff) -> str:
    """The key that a path goes through: a unit, an organ, an aktivitet."""
    return str(treff.sti[1]) if len(treff.sti) > 1 and isinstance(treff.sti[1], str) else ""


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


_INNI: dict[str, Callable[[Register, Treff], str]] = {
    "kommune": _noekkelen,
    "arshjul": _noekkelen,
    "maal": _maalkode,
}
"""The types whose file holds several things with names of their own."""
