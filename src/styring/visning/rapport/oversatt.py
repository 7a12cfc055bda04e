"""Our own templates as they were compiled when styring was installed, as Python does with its modules. Read here, and never written."""

import io
from importlib import resources

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

MAPPE = resources.files("styring") / "templates" / "__pycache__"
ENDELSE = ".jinja"


class Oversatte(BytecodeCache):
    """What has been compiled. Jinja itself sees whether it fits the template and the version of Python; else it compiles anew."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the compiled template, where there is one."""
        fil = MAPPE / f"{bucket.key}{ENDELSE}"
        if fil.is_file():
            bucket.load_bytecode(io.BytesIO(fil.read_bytes()))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Leave it be: a report writes nothing but itself."""
