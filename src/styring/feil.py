"""What stops the program and the user can set right."""


class StyringFeil(Exception):
    """Something outside the data that the user can mend: exit 2.

    The message is bokmål, one line, and ends with the cure.
    """
