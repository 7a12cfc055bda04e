"""Everything about one activity of the wheel: its days, and what they are counted from."""

from datetime import date

from styring.fag.nar import UgyldigNar
from styring.register.posttyper import Posttype
from styring.register.register import Register
from styring.sporring.arshjul.arshjul import Hendelse, aktiviteten, hendelser_i, hjemler
from styring.sporring.felles.feltverdier import ikke_sagt
from styring.sporring.poster.vis_svar import Aktivitetsvar


def vis_aktivitet(
    register: Register, _type: Posttype, id_: str, dato: date
) -> Aktivitetsvar | None:
    """Answer for one activity; None where there is none with the id."""
    post = register.aktiviteter.get(id_)
    if post is None:
        return None
    aktivitet = post.verdi
    uten_dag = "ikke oppgitt" if aktivitet.nar == "ikke_oppgitt" else None
    dager: list[Hendelse] = []
    try:
        dager = [
            hendelse
            for aar in (dato.year, dato.year + 1)
            for hendelse in hendelser_i(register, post, aar)
        ]
        dager = dager or next(
            (
                senere
                for aar in range(dato.year + 2, dato.year + 12)
                if (senere := list(hendelser_i(register, post, aar)))
            ),
            [],
        )
    except UgyldigNar as feil:
        uten_dag = str(feil)
    return Aktivitetsvar(
        slag="aktivitet",
        id=id_,
        tittel=aktivitet.tittel,
        type=aktivitet.type,
        kategori=aktivitet.kategori,
        hjul=aktivitet.hjul,
        ansvarlig=aktivitet.ansvarlig,
        dager=tuple(dager),
        uten_dag=uten_dag,
        hjemmel=aktivitet.hjemmel,
        hjemler=tuple(hjemler(aktivitet)),
        regnes_fra=_regnes_fra(register, aktivitet.nar),
        avhengige=tuple(
            annen
            for annen, p in register.aktiviteter.items()
            if getattr(p.verdi.nar, "fra_aktivitet", None) == id_
        ),
        kilde=aktivitet.kilde,
        merknad=aktivitet.merknad,
        dato=dato,
        fil=post.fil,
        ovrig=ikke_sagt(aktivitet, Aktivitetsvar, frozenset({"nar"})),
    )


def _regnes_fra(register: Register, nar: object) -> str | None:
    fra = getattr(nar, "fra_aktivitet", None)
    kilde = aktiviteten(register, fra) if fra else None
    return f"{fra} ({kilde.tittel})" if kilde else fra
