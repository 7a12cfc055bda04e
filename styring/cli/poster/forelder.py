"""The budsjettsak that a new verbalvedtak belongs to."""

from datetime import date

from styring.cli.felles.manglende_valg import be_om
from styring.feil import StyringFeil
from styring.register.register import Register
from styring.sporring.poster.id_er import finn_id


class _Forelder:
    """The budsjettsak that a new verbalvedtak belongs to."""

    def __init__(self, id_: str, sak: str, organ: str, dato: date) -> None:
        self.id, self.sak, self.organ, self.dato = id_, sak, organ, dato


def forelderen(register: Register, forelder: str | None, punkt: int | None) -> _Forelder:
    """Find the budsjettsak that was named.

    Raises StyringFeil where it is none, or the punkt is taken.
    """
    skrevet = (
        be_om(forelder, "--forelder", "Budsjettsak", godta=lambda svar: finn_id(register, svar))
        or ""
    )
    if punkt is None:
        raise StyringFeil("--punkt mangler. Skriv nummeret verbalvedtaket har i budsjettsaken.")
    post = register.vedtak.get(finn_id(register, skrevet))
    if post is None or post.verdi.type != "budsjettsak":
        raise StyringFeil(
            f"«{skrevet}» er ikke en budsjettsak. Legg den inn først, med «styring ny vedtak --type"
            " budsjettsak»."
        )
    return _Forelder(post.id, post.verdi.sak, post.verdi.organ, post.verdi.dato)
