"""What stops the program and the user can set right."""

import errno

_GRUNNER = {
    errno.ENOSPC: "disken er full",
    errno.EFBIG: "filen blir for stor for disken",
    errno.EDQUOT: "diskkvoten er brukt opp",
    errno.EACCES: "du har ikke rettigheter",
    errno.EPERM: "du har ikke rettigheter",
    errno.EROFS: "disken kan bare leses",
    errno.ENOENT: "filen eller mappen finnes ikke",
    errno.ENOTDIR: "en mappe er en fil",
    errno.EISDIR: "det er en mappe",
    errno.EIO: "disken svarer ikke som den skal",
}


def grunn(feil: OSError) -> str:
    """Why the system said no, in bokmål."""
    return _GRUNNER.get(feil.errno or 0, "systemet sa nei")


class StyringFeil(Exception):
    """Something outside the data that the user can mend: exit 2.

    The message is bokmål, one line, and ends with the cure.
    """

    utgangskode = 2


class UlesteData(StyringFeil):
    """What was asked for stands in data that could not be read: exit 1, as for all that is wrong
    with the data.
    """

    utgangskode = 1
