"""Where everything stands in one file: the places that a walk through it has found."""

from dataclasses import dataclass, field

from styring.funn import Sti, Treff, Utsnitt


@dataclass(slots=True)
class Kart:
    """Where everything stands in one file, and what the format does not take.

    ``haler`` are the unquoted values that a comment follows on the same line, with the place of its
    #. ``data`` is what the file holds, as ``bygging`` would have read it; of two equal keys the
    first counts.
    """

    fil: str
    linjer: list[str]
    nokler: dict[Sti, Utsnitt] = field(default_factory=dict)
    verdier: dict[Sti, Utsnitt] = field(default_factory=dict)
    haler: dict[Sti, Utsnitt] = field(default_factory=dict)
    treff: list[Treff] = field(default_factory=list)
    data: object = None

    def sted(self, sti: Sti, *, paa_nokkel: bool = False) -> Utsnitt:
        """Find the place of a value, or of its key; of the nearest thing above it where it is not
        there itself.
        """
        while sti:
            steder = (self.nokler, self.verdier) if paa_nokkel else (self.verdier, self.nokler)
            for plasser in steder:
                if sti in plasser:
                    return plasser[sti]
            sti, paa_nokkel = sti[:-1], True
        return self.verdier.get((), Utsnitt(1, 1))
