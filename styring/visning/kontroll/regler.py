"""The catalogue of rules, and the manual of one, as pages and as docs/regler.md."""

from styring.funn import Alvor
from styring.regler.katalog import REGLER
from styring.regler.regel import FAMILIER, Regel
from styring.visning.felles.blokker import (
    Bit,
    Kolonne,
    Linje,
    Overskrift,
    Side,
    Tabell,
    dempet,
    linje,
)


def liste(utvalg: str = "") -> Side:
    """The rules by family, all or those of one: code, grade, what must hold."""
    deler: list[Overskrift | Linje | Tabell] = [
        Overskrift("Regler", f"{sum(regel.kode.startswith(utvalg) for regel in REGLER)} regler")
    ]
    for start, navn in FAMILIER.items():
        if not start.startswith(utvalg):
            continue
        rader = [
            (
                Bit(regel.kode, "id"),
                Bit(regel.alvor.value, regel.alvor.value, regel.alvor.value),
                Bit(regel.krav),
            )
            for regel in REGLER
            if regel.familie == start
        ]
        deler += [
            Overskrift(f"{start}  {navn}", niva=2),
            Tabell((Kolonne(""), Kolonne(""), Kolonne("", fri=True)), tuple(rader)),
        ]
    return [*deler, linje(), linje(dempet("Les håndboken for én regel: styring regler ST301"))]


def haandbok(regel: Regel) -> Side:
    """The manual of one rule."""
    deler: list[Overskrift | Linje] = [Overskrift(f"{regel.kode}  {regel.krav}", regel.alvor.value)]
    for navn, tekst in regel.avsnitt.items():
        deler.append(Overskrift(navn, niva=2))
        if _er_eksempel(regel, navn):
            deler += [linje(f"  {rad}") for rad in tekst.split("\n")]
        else:  # where its lines end in the code says nothing
            deler.append(linje(" ".join((tekst[:1].upper() + tekst[1:]).split())))
    unntak = (
        "Kan unntas med «unntak» i data/kommune.yaml." if regel.kan_unntas else "Kan ikke unntas."
    )
    return [*deler, linje(), linje(dempet(unntak))]


def som_markdown() -> str:
    """The whole manual, for docs/regler.md."""
    ingress = (
        "Denne siden er laget av `make docs` fra reglene selv. Feil gir utgangskode 1, advarsler"
        " bare med `--streng`. Tips vises med `--tips`."
    )
    deler = [f"# Regler\n\n{ingress}"]
    for start, familie in FAMILIER.items():
        regler = [regel for regel in REGLER if regel.familie == start]
        deler.append(f"## {start}: {familie}")
        deler.append(
            "\n".join(
                [
                    "| Kode | Alvor | Krav |",
                    "| --- | --- | --- |",
                    *(
                        f"| [{r.kode}](#{r.kode.lower()}) | {r.alvor.value} | {r.krav} |"
                        for r in regler
                    ),
                ]
            )
        )
        deler += [_regel_som_markdown(regel) for regel in regler]
    return "\n\n".join(deler) + "\n"


def _regel_som_markdown(regel: Regel) -> str:
    deler = [f"### {regel.kode}", f"**{regel.krav}** ({_ALVOR[regel.alvor]})"]
    for navn, tekst in regel.avsnitt.items():
        er_yaml = navn in ("Galt", "Riktig") and _er_eksempel(regel, navn)
        deler.append(
            f"*{navn}:*\n\n```yaml\n{tekst}\n```"
            if er_yaml
            else f"*{navn}:* {_kodeord(tekst[:1].upper() + tekst[1:])}"
        )
    return "\n\n".join(deler)


_ALVOR = {Alvor.FEIL: "feil", Alvor.ADVARSEL: "advarsel", Alvor.TIPS: "tips"}


def _er_eksempel(regel: Regel, navn: str) -> bool:
    """Whether a paragraph is an example in YAML: then it stands on lines of its own under the
    heading.
    """
    return f"{navn}:\n" in regel.haandbok


def _kodeord(tekst: str) -> str:
    return tekst.replace("<", "\\<").replace("|", "\\|")
