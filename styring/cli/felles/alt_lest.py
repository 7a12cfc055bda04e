"""Before something that others keep is made: every file of the data must be read."""

from styring.fag.norsk import antall
from styring.feil import UlesteData
from styring.register.register import Register


def krev_alt_lest(register: Register) -> None:
    """Raises UlesteData where a file can't be read: what has gaps looks whole."""
    if register.uleste:
        raise UlesteData(
            f"{antall(len(register.uleste), 'fil')} kan ikke leses, så noe ville manglet uten at"
            " det syntes. Rett først det «styring valider» sier."
        )
