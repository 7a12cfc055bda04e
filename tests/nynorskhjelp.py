"""What the tests of nynorsk share."""

import pytest

from styring.fag import nynorsk
from styring.visning.felles import maalform as felles_maalform
from styring.visning.felles import markering
from styring.visning.nettsted import maalform


def uten_ordlisten(lapp: pytest.MonkeyPatch) -> None:
    """Translate nothing."""
    for modul in (nynorsk, markering, maalform):
        lapp.setattr(modul, "oversett", lambda tekst, **_: tekst)
    lapp.setattr(markering, "teksten", lambda tekst: tekst)


def med_skille(lapp: pytest.MonkeyPatch) -> None:
    """Translate nothing, and leave what is typed set apart: each word that can be read is ours, as
    the list must know it.
    """
    uten_ordlisten(lapp)
    for modul in (nynorsk, markering, maalform, felles_maalform):
        lapp.setattr(modul, "avdekk", lambda tekst: tekst)
