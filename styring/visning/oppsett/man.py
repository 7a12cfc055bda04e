"""Manual pages for «man», made of the help and the docs: what a terminal shows, as it is."""

from datetime import date

from styring.fag.kalender import langdato


def side(navn: str, kapittel: int, kort: str, tekst: str, dag: date) -> str:
    """One page in roff: its name, what it is in a line, and the text with its lines kept."""
    return "\n".join(
        [
            f'.TH "{_rens(navn.upper())}" "{kapittel}" "{_rens(langdato(dag))}" "styring"',
            ".SH NAVN",
            f"{_rens(navn)} \\- {_rens(kort)}",
            ".SH BESKRIVELSE",
            ".nf",
            *(_linje(linje) for linje in tekst.strip().split("\n")),
            ".fi",
            "",
        ]
    )


def _rens(tekst: str) -> str:
    return tekst.replace("\\", "\\e").replace('"', "\\(dq").replace("-", "\\-")


def _linje(linje: str) -> str:
    """A line as it is: one that begins with a control character is no command."""
    return f"\\&{_rens(linje)}" if linje[:1] in (".", "'") else _rens(linje)
