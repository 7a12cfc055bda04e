"""What stops the program and the user can set right."""


class StyringFeil(Exception):
    """Something outside the data that the user can mend: exit 2.

    The message is bokmål, one line, and ends with the cure.
    """

    utgangskode = 2


class UlesteData(StyringFeil):
    """What was asked for stands in data that could not be read: exit 1, as for all that is wrong with the data."""

    utgangskode = 1
