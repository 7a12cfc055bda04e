"""New records as files, and the edits of one record: what each kind of file looks like when styring
writes in it.
"""

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import date

from styring.modell.rapport import Enhetsrapport, Melding, Tiltak
from styring.redigering import gjengi
from styring.redigering.gjengi import Prosa, Verdi
from styring.redigering.noder import Sti
from styring.redigering.yamltekst import Yamltekst

_PROSA = frozenset(
    {
        "tekst",
        "kommentar",
        "samlet_vurdering",
        "begrunnelse",
        "til_kommunedirektoren",
        "ferdig_nar",
        "svares_i",
        "avgrensning",
    }
)
_KORTE = frozenset({"svares_i", "ferdig_nar", "begrunnelse", "tekst"})
"""Running text that stands on the key's own line where it fits there."""
_KORT = 100
_FORST = ("offentlighet", "unntakshjemmel")


def ny_fil(felter: Mapping[str, Verdi], topptekst: str = "") -> str:
    """Write a record as a new file, the fields in the order given; those that are None are left
    out.

    Who may read it stands first: a file that is cut short can't become open by it.
    """
    linjer = [f"# {' '.join(topptekst.split())}"] if topptekst else []
    for navn, verdi in {navn: felter[navn] for navn in sorted(felter, key=_plass)}.items():
        if verdi is not None:
            linjer += gjengi.felt(navn, _som_prosa(navn, verdi))
    return "\n".join(linjer) + "\n"


def skrevet_om(foer: bytes | None, tekst: str) -> bytes:
    """A file that is made anew, with the line ends it had: so that one that says the same is the
    same.
    """
    return (tekst.replace("\n", "\r\n") if foer and b"\r\n" in foer else tekst).encode()


def _plass(navn: str) -> int:
    """Where a field stands in a file that styring writes in; the others keep their order."""
    return _FORST.index(navn) if navn in _FORST else len(_FORST)


def sett(raa: bytes, sti: Sti, felter: Mapping[str, Verdi], klasse: type | None = None) -> bytes:
    """Set some fields of one record in a file; new ones come where the record type has them."""
    return sett_alle(raa, [(sti, felter)], klasse)


def sett_alle(
    raa: bytes, endringer: Iterable[tuple[Sti, Mapping[str, Verdi]]], klasse: type | None
) -> bytes:
    """The same at several paths, the file read once; ``klasse`` is that of the whole file."""
    fil = Yamltekst(raa.decode("utf-8"))
    navn_i_klassen = [felt.name for felt in dataclasses.fields(klasse)] if klasse else []
    for sti, felter in endringer:
        rekkefolge = () if sti else sorted(navn_i_klassen, key=_plass)
        fil.sett(sti, {navn: _som_prosa(navn, verdi) for navn, verdi in felter.items()}, rekkefolge)
    return fil.ferdig().encode()


def sett_meldinger(raa: bytes, meldinger: Iterable[tuple[Sti, Mapping[str, Verdi]]]) -> bytes:
    """Set fields of several entries of one form at once, and of the form itself where the path is
    empty.
    """
    fil = Yamltekst(raa.decode("utf-8"))
    for sti, felter in meldinger:
        klasse = Melding if sti else Enhetsrapport
        fil.sett(
            sti,
            {navn: _som_prosa(navn, verdi) for navn, verdi in felter.items()},
            [felt.name for felt in dataclasses.fields(klasse)],
        )
    return fil.ferdig().encode()


def legg_til(raa: bytes, sti: Sti, ledd: Mapping[str, Verdi], klasse: type) -> bytes:
    """Put one entry last in a list of a record; a list that is not there comes where the record
    type has it.
    """
    return legg_til_alle(raa, sti, [ledd], klasse)


def legg_til_alle(
    raa: bytes, sti: Sti, nye: Iterable[Mapping[str, Verdi]], klasse: type | None
) -> bytes:
    """The same for several entries of one list, the file read once. Without ``klasse`` a list that
    is not there comes last.
    """
    fil = Yamltekst(raa.decode("utf-8"))
    fil.legg_til(
        sti,
        [{navn: verdi for navn, verdi in ledd.items() if verdi is not None} for ledd in nye],
        [felt.name for felt in dataclasses.fields(klasse)] if klasse else (),
    )
    return fil.ferdig().encode()


def som_verdier(melding: Melding) -> dict[str, Verdi]:
    """An entry of a form as plain values; what is left open is left out."""
    felter: dict[str, Verdi] = {}
    for felt in dataclasses.fields(melding):
        verdi = getattr(melding, felt.name)
        if felt.name == "tiltak":
            felter |= {"tiltak": [tiltak_som_verdier(tiltak) for tiltak in verdi]} if verdi else {}
        elif verdi not in (None, False):
            felter[felt.name] = verdi
    return felter


def tiltak_som_verdier(tiltak: Tiltak) -> Verdi:
    """One measure as plain values."""
    alle: dict[str, Verdi] = {
        "tekst": tiltak.tekst.strip(),
        "ansvarlig": tiltak.ansvarlig,
        "frist": tiltak.frist,
    }
    return {navn: verdi for navn, verdi in alle.items() if verdi is not None}


def dato_eller_tekst(tidspunkt: str) -> Verdi:
    """A point in time as it is best written: a whole date without quotes."""
    try:
        return date.fromisoformat(tidspunkt)
    except ValueError:
        return tidspunkt


def _som_prosa(navn: str, verdi: Verdi) -> Verdi:
    if navn == "forventet_ferdig" and isinstance(verdi, str):
        return dato_eller_tekst(verdi)
    if isinstance(verdi, dict):
        return {under: _som_prosa(under, del_) for under, del_ in verdi.items()}
    if not isinstance(verdi, str) or navn not in _PROSA:
        return verdi
    kort = navn in _KORTE and len(verdi) <= _KORT and "\n" not in verdi.strip()
    return verdi.strip() if kort else Prosa(verdi)
