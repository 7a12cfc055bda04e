"""Compile the templates beside the modules, so that a report need not: ``python verktoy/oversett_maler.py``. Run by make when styring is installed."""

import io
from pathlib import Path

from jinja2.bccache import Bucket

from styring.visning.rapport import maler, malfiler
from styring.visning.rapport.rens import Ferdig, rens
from styring.visning.rapport.sandkasse import Sandkasse


class Oversetter(malfiler.Oversatte):
    """Compiles every template anew, and writes it into a folder."""

    def __init__(self, til: Path) -> None:
        self._til = til

    def load_bytecode(self, bucket: Bucket) -> None:
        """Find nothing."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write one."""
        ut = io.BytesIO()
        bucket.write_bytecode(ut)
        (self._til / f"{bucket.key}{malfiler.ENDELSE}").write_bytes(ut.getvalue())


def main(til: Path = malfiler.OVERSATTE) -> None:
    """Write all of them."""
    til.mkdir(exist_ok=True)
    miljo = Sandkasse(lambda navn: (malfiler.pakkens(navn) or "", f"{maler.MAPPE}/{navn}", None), rens, Ferdig)
    miljo.bytecode_cache = Oversetter(til)
    for fil in sorted(malfiler.MALER.glob("*.j2")):
        miljo.get_template(fil.name)


if __name__ == "__main__":
    main()
