"""docs/datamodell.md: every kind of file and every field, from the record types themselves."""

import dataclasses
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from styring.modell.belop import Desimaltall
from styring.modell.form import Antall, Leser, Monster, NokkelMonster, Omraade, Tekst
from styring.register.typer import alle, klassen

_INGRESS = """# Datamodell

Denne siden er laget av `make docs` fra koden selv. Hver fil er YAML i UTF-8;
reglene for YAML står i [regler.md](regler.md#st0-filer-og-yaml). Et felt uten krav kan utelates,
eller stå tomt: begge deler betyr «ikke oppgitt». Id-en til en post er stien til filen.

«Leser» sier hvem feltet er for når dokumenter og svar lages med `--for`: alle, bare kommunens egne
(intern), eller bare ledelsen. Et oppdrag eller vedtak med `offentlighet: intern` eller `unntatt` er
i tillegg borte i sin helhet for dem det ikke er for."""
_LESERE = {Leser.OFFENTLIG: "alle", Leser.INTERN: "intern", Leser.LEDELSE: "ledelsen"}


def datamodell() -> str:
    """Write the whole page."""
    deler = [_INGRESS]
    for type_ in alle():
        deler.append(
            f"## {type_.sted}\n\nSkjema: [skjema/{type_.skjema}](../skjema/{type_.skjema})"
        )
        deler += [_post(klasse) for klasse in _poster(klassen(type_))]
    return "\n\n".join(deler) + "\n"


def _poster(klasse: type) -> list[type]:
    """A record type and all that it holds, each once."""
    funnet: list[type] = []
    ko = [klasse]
    while ko:
        denne = ko.pop(0)
        if denne not in funnet:
            funnet.append(denne)
            ko += [under for felt in dataclasses.fields(denne) for under in _klasser(felt.type)]
    return funnet


def _klasser(type_: Any) -> list[type]:  # noqa: ANN401  a type may be anything
    if isinstance(type_, type) and dataclasses.is_dataclass(type_):
        return [type_]
    return [klasse for del_ in get_args(type_) for klasse in _klasser(del_)]


def _post(klasse: type) -> str:
    rader = []
    for felt in dataclasses.fields(klasse):
        maa, leser = (
            "ja" if felt.default is dataclasses.MISSING else "",
            _LESERE[felt.metadata["leser"]],
        )
        rader.append(
            f"| `{felt.name}` | {_slag(felt.type)} | {maa} | {leser} |"
            f" {felt.metadata['description']} |"
        )
    return "\n".join(
        [
            f"### {klasse.__name__}\n\n{' '.join((klasse.__doc__ or '').split())}\n",
            "| Felt | Slag | Må med | Leser | Hva det er |",
            "| --- | --- | --- | --- | --- |",
            *rader,
        ]
    )


def _slag(type_: Any) -> str:  # noqa: ANN401
    """Say in words what a field holds."""
    opphav, deler = get_origin(type_), get_args(type_)
    if opphav is Annotated:
        return _merket(deler[0], deler[1:])
    if opphav in (Union, UnionType):
        return " eller ".join(_slag(del_) for del_ in deler if del_ is not NoneType)
    if opphav is Literal:
        return ", ".join(f"`{ord_}`" for ord_ in deler)
    if opphav is tuple:
        return f"liste av {_slag(deler[0])}"
    if isinstance(type_, type) and dataclasses.is_dataclass(type_):
        return f"[{type_.__name__}](#{type_.__name__.lower()})"
    return {
        "date": "dato",
        "int": "helt tall",
        "str": "tekst",
        "bool": "`true` eller `false`",
        "Any": "tall",
    }[type_.__name__]


def _merket(type_: Any, merker: tuple[object, ...]) -> str:  # noqa: ANN401
    slag = f"nøkler til {_slag(get_args(type_)[1])}" if get_origin(type_) is dict else _slag(type_)
    for merke in merker:
        match merke:
            case Tekst(maks=maks):
                slag = f"tekst, høyst {maks} tegn"
            case Desimaltall(hva=hva):
                slag = hva
            case Monster(hva=hva, eksempel=eksempel):
                slag = f"{hva} (`{eksempel}`)"
            case Omraade(minst=minst, hoyst=hoyst):
                slag = f"helt tall {minst} til {hoyst}"
            case NokkelMonster(monster=monster):
                slag = f"{slag}; nøkkelen er {monster.hva} (`{monster.eksempel}`)"
            case Antall(minst=minst):
                slag = f"{slag}, minst {minst}"
    return slag
