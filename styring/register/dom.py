"""Who may read a record of an earlier version today: it is judged by what is said of it now, not by
what was said then.
"""

from typing import NamedTuple

from styring.register.register import Register


class Dom(NamedTuple):
    """What an earlier version is judged by.

    ``naa`` is the data as they are; ``sist`` holds what is gone today, as it was last, under the id
    it had.

    What stands in neither is hidden: nobody knows who may read it.
    """

    naa: Register
    sist: Register

    @property
    def registre(self) -> tuple[Register, Register]:
        """Both, as what hides."""
        return self.naa, self.sist

    @property
    def kjente(self) -> frozenset[str]:
        """The ids of the records of which it is known who may read them, under every name."""
        poster = [post for register in self.registre for post in register.unntakbare()]
        return frozenset(
            navn
            for post in poster
            for navn in (post.id, getattr(post.verdi, "tidligere_id", None))
            if navn
        )
