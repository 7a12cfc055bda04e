"""A unit's month as an Excel workbook: the ledger's figures locked, and a few cells to fill in."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any, NamedTuple

from styring.fag.belop import TUSEN
from styring.fag.kalender import kortdato
from styring.fag.maanedsbok import (
    AARSAKER,
    BALANSE,
    FAST,
    FORMATVERSJON,
    INVESTERINGSARK,
    INVESTERINGSKOLONNER,
    KOLONNER,
    MAANEDSARK,
    MAANEDSARKENE,
    MERKEARK,
    NYE_TILTAK,
    NYTT,
    TILTAKSARK,
    TILTAKSKOLONNER,
    Celleverdi,
    Maanedskolonne,
)
from styring.sporring.okonomi.maanedsskjema import (
    Maanedsskjema,
    omraadesvar,
    prosjektsvar,
    tiltakssvar,
)
from styring.visning.felles.maalform import Maalform, maalformen
from styring.visning.felles.trygg import trygg
from styring.visning.rapportering.skjemabok import krev_skriver

_HODE = 3


class _Formater(NamedTuple):
    """How cells look: headings, what is locked and what is to be filled in; days; and the
    målform of the texts.
    """

    hode: Any
    laast: Any
    svar: Any
    laast_dag: Any
    svar_dag: Any
    maalform: Maalform


def lag(skjema: Maanedsskjema, *, paa_nynorsk: bool = False) -> bytes:
    """Write one unit's workbook; in nynorsk, what people have typed must be set apart in the answer
    (``register.dekket``). Raises StyringFeil without the library.
    """
    krev_skriver()
    import xlsxwriter  # asked for above

    ut = BytesIO()
    valg = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(ut, valg) as bok:
        formater = _formatene(bok, maalformen(paa_nynorsk=paa_nynorsk))
        _omraadearket(bok, skjema, formater)
        _tiltaksarket(bok, skjema, formater)
        if skjema.investeringer:
            _prosjektarket(bok, skjema, formater)
        _merkearket(bok, skjema, formater.maalform.skrevet)
    return ut.getvalue()


def _formatene(bok: Any, maalform: Maalform) -> _Formater:  # noqa: ANN401  the library ships no types
    felles = {"border": 1, "border_color": "#B8C0C8", "valign": "top", "text_wrap": True}
    laast = {**felles, "bg_color": "#EEF1F4", "num_format": "# ##0"}
    svar = {**felles, "locked": False, "num_format": "# ##0"}
    dag = {"num_format": "dd.mm.yyyy"}
    hode = {**felles, "bold": True, "bg_color": "#123A68", "font_color": "#FFFFFF"}
    alle = (hode, laast, svar, laast | dag, svar | dag)
    hode_, laast_, svar_, laast_dag, svar_dag = map(bok.add_format, alle)
    return _Formater(hode_, laast_, svar_, laast_dag, svar_dag, maalform)


def _omraadearket(bok: Any, skjema: Maanedsskjema, formater: _Formater) -> None:  # noqa: ANN401  as above
    frist = f" Leveres senest {kortdato(skjema.frist)}." if skjema.frist else ""
    ark = _arket(
        bok,
        MAANEDSARK,
        f"{skjema.navn}: økonomien per {skjema.maaned.navn}",
        f"Tusen kroner, netto. Skriv «{BALANSE}» eller ventet avvik ved årsslutt; minus er verre"
        f" enn budsjett. «Foreslått endring» er pluss når rammen økes.{frist}",
        formater,
    )
    for nr, rad in enumerate(skjema.rader, _HODE + 1):
        tall = rad.tall
        belop = (tall.revidert, tall.regnskap, tall.avvik_hittil, rad.forrige)
        faste = [tall.kode, tall.navn, *(None if ett is None else ett / TUSEN for ett in belop)]
        sagt = _i_tusen(omraadesvar(rad))
        _rad(ark, nr, _cellene(KOLONNER, faste, sagt, formater), formater.maalform.vis)
    siste = _HODE + max(len(skjema.rader), 1)
    aarsak = next(n for n, k in enumerate(KOLONNER) if k.felt == "aarsak")
    _liste(ark, aarsak, siste, list(map(formater.maalform.vis, AARSAKER)))
    ark.activate()


def _tiltaksarket(bok: Any, skjema: Maanedsskjema, formater: _Formater) -> None:  # noqa: ANN401  as above
    ark = _arket(
        bok,
        TILTAKSARK,
        f"{skjema.navn}: tiltak i {skjema.maaned.aar}",
        "Tusen kroner. Nye tiltak skrives i de tomme radene. «Satt i verk» er tomt så lenge"
        " tiltaket bare er foreslått; fra da skal prognosen regne med virkningen.",
        formater,
    )
    kjente = [(id_, _i_tusen(tiltakssvar(skjema, id_))) for id_ in skjema.tiltak]
    for nr, (id_, felter) in enumerate([*kjente, *[(NYTT, {})] * NYE_TILTAK], _HODE + 1):
        celler = _cellene(TILTAKSKOLONNER, [id_], felter, formater, ny=id_ == NYTT)
        _rad(ark, nr, celler, formater.maalform.vis)
    siste = _HODE + len(kjente) + NYE_TILTAK
    _liste(ark, 1, siste, [rad.tall.kode for rad in skjema.rader])


def _prosjektarket(bok: Any, skjema: Maanedsskjema, formater: _Formater) -> None:  # noqa: ANN401  as above
    ark = _arket(
        bok,
        INVESTERINGSARK,
        f"{skjema.navn}: investeringene per {skjema.maaned.navn}",
        "Tusen kroner. «Ventet i alt» er hva hele prosjektet vil koste, og «Ferdig» en dag eller en"
        " måned: 2026-08.",
        formater,
    )
    for nr, rad in enumerate(skjema.investeringer, _HODE + 1):
        tall = rad.tall
        belop = (tall.totalramme, tall.brukt_tidligere, tall.aarsbudsjett, tall.hittil)
        faste = [tall.kode, tall.navn, *(None if ett is None else ett / TUSEN for ett in belop)]
        sagt = _i_tusen(prosjektsvar(rad))
        _rad(ark, nr, _cellene(INVESTERINGSKOLONNER, faste, sagt, formater), formater.maalform.vis)


def _arket(bok: Any, navn: str, tittel: str, hjelp: str, formater: _Formater) -> Any:  # noqa: ANN401  as above
    vis = formater.maalform.vis
    ark = bok.add_worksheet(vis(navn))
    ark.write_string(0, 0, trygg(vis(tittel)), bok.add_format({"bold": True, "font_size": 16}))
    ark.write_string(1, 0, vis(hjelp))
    for plass, kolonne in enumerate(MAANEDSARKENE[navn]):
        ark.write_string(_HODE, plass, vis(kolonne.overskrift), formater.hode)
        ark.set_column(plass, plass, kolonne.bredde)
    ark.freeze_panes(_HODE + 1, 2)
    ark.set_landscape()
    ark.set_paper(9)
    ark.fit_to_pages(1, 0)
    ark.protect("", {"format_columns": True, "format_rows": True})
    return ark


def _liste(ark: Any, kolonne: int, siste: int, valgene: Sequence[str]) -> None:  # noqa: ANN401  as above
    valg = {"validate": "list", "source": list(valgene), "error_type": "information"}
    ark.data_validation(_HODE + 1, kolonne, siste, kolonne, valg)


def _i_tusen(felter: Mapping[str, Celleverdi]) -> dict[str, Celleverdi]:
    """Amounts as the workbook has them."""
    return {
        felt: verdi / TUSEN if isinstance(verdi, Decimal) else verdi
        for felt, verdi in felter.items()
    }


def _cellene(
    kolonner: Sequence[Maanedskolonne],
    faste: Sequence[Celleverdi],
    felter: Mapping[str, Celleverdi],
    formater: _Formater,
    *,
    ny: bool = False,
) -> Iterator[tuple[Celleverdi, Any]]:
    """Each cell of a row, with how it looks; in a new row all may be written."""
    for plass, kolonne in enumerate(kolonner):
        aapen = ny or (kolonne.felt and kolonne.felt != FAST)
        if kolonne.slag in ("dag", "gjort"):
            format_ = formater.svar_dag if aapen else formater.laast_dag
        else:
            format_ = formater.svar if aapen else formater.laast
        yield (felter.get(kolonne.felt) if kolonne.felt else faste[plass]), format_


def _rad(
    ark: Any,  # noqa: ANN401  as above
    nr: int,
    celler: Iterable[tuple[Celleverdi, Any]],
    vis: Callable[[str], str],
) -> None:
    for plass, (verdi, format_) in enumerate(celler):
        if isinstance(verdi, Decimal):
            ark.write_number(nr, plass, verdi, format_)
        elif isinstance(verdi, date):
            ark.write_datetime(nr, plass, datetime.combine(verdi, time()), format_)
        else:
            ark.write_string(nr, plass, trygg(vis(verdi or "")).strip(), format_)


def _merkearket(
    bok: Any,  # noqa: ANN401  as above
    skjema: Maanedsskjema,
    skrevet: Callable[[str], str],
) -> None:
    """Write which workbook it is, and what each cell holds when it is sent."""
    merke = bok.add_worksheet(MERKEARK)
    merke.write_string(0, 0, skjema.maaned.id)
    merke.write_string(1, 0, skjema.enhet)
    merke.write_string(2, 0, FORMATVERSJON)
    sendt = [
        *((MAANEDSARK, rad.tall.kode, omraadesvar(rad)) for rad in skjema.rader),
        *((TILTAKSARK, id_, tiltakssvar(skjema, id_)) for id_ in skjema.tiltak),
        *((INVESTERINGSARK, ett.tall.kode, prosjektsvar(ett)) for ett in skjema.investeringer),
    ]
    rader = (
        (ark, id_, felt, verdi)
        for ark, id_, felter in sendt
        for felt, verdi in _i_tusen(felter).items()
    )
    for nr, (ark, id_, felt, verdi) in enumerate(rader, 3):
        tall = str(verdi).replace(".", ",") if isinstance(verdi, Decimal) else str(verdi or "")
        for plass, celle in enumerate((ark, id_, felt, trygg(skrevet(tall)))):
            merke.write_string(nr, plass, celle)
    merke.hide()
