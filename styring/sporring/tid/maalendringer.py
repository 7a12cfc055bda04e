"""What is other in the goals: their words, their owners, and those that came and went."""

from collections.abc import Iterator

from styring.register.register import Register
from styring.sporring.tid.feltendringer import Postendring, Slag
from styring.sporring.tid.saksendring import (
    Saksendring,
    andre_felt,
    blitt_annet,
    forsvunnet,
    kommet,
)


def maalendringer(foer: Register, naa: Register) -> Iterator[Saksendring]:
    """The goals whose words or owners changed, and those that came and went."""
    yield from _overskriftene(foer, naa)
    gamle, nye = (
        {kode: plass.delmaal.verdi for kode, plass in register.delmaal.items()}
        for register in (foer, naa)
    )
    for kode, delmaal in nye.items():
        gammelt = gamle.get(kode)
        if gammelt is None and not foer.kjenner_maal:
            continue
        if gammelt is None:
            yield kommet(kode, delmaal.tittel, "delmål")
            continue
        ord_ = (
            [Postendring(Slag.TEKST, "delmålet", gammelt.tittel, delmaal.tittel)]
            if gammelt.tittel.split() != delmaal.tittel.split()
            else []
        )
        ord_ += andre_felt(gammelt, delmaal, ("kode", "tittel", "ansvar"))
        ansvar = [
            Postendring(Slag.ANSVARLIG, "", None, enhet)
            for enhet in delmaal.ansvar
            if enhet not in gammelt.ansvar
        ]
        ansvar += [
            Postendring(Slag.ANSVARLIG, "", enhet, None)
            for enhet in gammelt.ansvar
            if enhet not in delmaal.ansvar
        ]
        if ord_ or ansvar:
            yield blitt_annet(kode, delmaal.tittel, "delmål", (*ord_, *ansvar))
    for kode in (kode for kode in gamle if kode not in nye and naa.kjenner_maal):
        yield forsvunnet(kode, gamle[kode].tittel, "delmål")


def _overskriftene(foer: Register, naa: Register) -> Iterator[Saksendring]:
    """The satsingsområder and hovedmål that have other words, and those that came and went."""
    gamle, nye = (
        {
            kode: (slag, tekst)
            for post in register.omraader
            for kode, slag, tekst in (
                (post.verdi.kode, "satsingsområde", post.verdi.navn),
                *((maal.kode, "hovedmål", maal.tittel) for maal in post.verdi.hovedmaal),
            )
        }
        for register in (foer, naa)
    )
    hovedmaalene = [
        {maal.kode: maal for post in register.omraader for maal in post.verdi.hovedmaal}
        for register in (foer, naa)
    ]
    for kode, (slag, tekst) in nye.items():
        if kode not in gamle and foer.kjenner_maal:
            yield kommet(kode, tekst, slag)
        if kode not in gamle:
            continue
        ord_ = (
            [Postendring(Slag.TEKST, slag + "et", gamle[kode][1], tekst)]
            if gamle[kode][1].split() != tekst.split()
            else []
        )
        if all(kode in ett for ett in hovedmaalene):
            gammelt, nytt = (ett[kode] for ett in hovedmaalene)
            ord_ += andre_felt(gammelt, nytt, ("kode", "tittel", "delmaal"))
        if ord_:
            yield blitt_annet(kode, tekst, slag, ord_)
    for kode in (kode for kode in gamle if kode not in nye and naa.kjenner_maal):
        yield forsvunnet(kode, gamle[kode][1], gamle[kode][0])
