"""ST4, third part: the year's assessment of the goals."""

from collections.abc import Iterator

from styring.fag.norsk import mente_du
from styring.fag.periode import perioden
from styring.funn import Sti, Treff
from styring.register.maalingene import maalstedene
from styring.register.meldingene import er_godkjent
from styring.register.register import Register
from styring.regler.regel import regel, treff


@regel("ST413")
def vurderingen_er_hel(register: Register) -> Iterator[Treff]:
    """En vurdering av et mål skal ha et ord og en begrunnelse.

    Hvorfor: et ord uten grunn kan ingen etterprøve, og en grunn uten ord kan ikke telles.
    Galt:
        HO-1.1: {vurdering: riktig_vei}
    Riktig:
        HO-1.1: {vurdering: riktig_vei, begrunnelse: Flere bor hjemme enn i fjor.}
    Kilde: kommuneloven § 14-7: årsberetningen gjør rede for måloppnåelsen
    """
    for samlet in register.samlerapporter.values():
        for kode, ett in (samlet.verdi.maalvurderinger or {}).items():
            sti: Sti = ("maalvurderinger", kode)
            if ett.vurdering and not ett.begrunnelse:
                yield treff(
                    samlet.fil,
                    "vurderingen har ingen begrunnelse",
                    *sti,
                    "vurdering",
                    forslag="skriv hva den bygger på",
                )
            if ett.begrunnelse and not ett.vurdering:
                yield treff(
                    samlet.fil,
                    "begrunnelsen har ingen vurdering",
                    *sti,
                    "begrunnelse",
                    forslag="skriv riktig_vei, uendret, feil_vei, nadd eller kan_ikke_vurderes",
                )


@regel("ST414")
def maalet_som_omtales_finnes(register: Register) -> Iterator[Treff]:
    """Et mål som vurderes eller omtales i et skjema, skal være et delmål eller et hovedmål uten
    delmål.

    Hvorfor: det som står på en ukjent kode, kommer ikke med i noen rapport. En godkjent periode er
    historie og kontrolleres ikke på nytt.
    Galt: maalvurderinger med koden HO-9.9, som ikke finnes.
    Riktig: HO-1.1
    Kilde: data/maal
    """
    if not register.kjenner_maal:
        return
    kjente = {sted.kode for sted in maalstedene(register)}
    for fil, periode, felt, kode in _omtalte(register):
        if kode not in kjente and not er_godkjent(register, periode):
            ment = mente_du(kode, kjente)
            yield treff(
                fil,
                "målet er ikke kjent",
                felt,
                kode,
                paa_nokkel=True,
                forslag=f"mente du «{ment}»?" if ment else "se målene med «styring maal»",
                funnet=kode,
            )


@regel("ST415")
def maal_vurderes_ved_aarsslutt(register: Register) -> Iterator[Treff]:
    """Målene vurderes og omtales i årets siste periode.

    Hvorfor: måloppnåelsen rapporteres politisk i årsrapporten. Det som er skjedd underveis, skrives
    som et statusnotat på målet.
    Galt: maalvurderinger i data/rapporter/2023-T1/kommunedirektor.yaml.
    Riktig: maalvurderinger i data/rapporter/2023-AR/kommunedirektor.yaml.
    Kilde: brevet: «politisk rapportering på status og måloppnåelse gjøres i årsrapporten»
    """
    for fil, periode, felt, kode in _omtalte(register):
        funnet = perioden(register.rutine, periode)
        if funnet and not funnet.er_arsslutt:
            yield treff(
                fil,
                f"målet vurderes ikke i {funnet.navn}",
                felt,
                kode,
                paa_nokkel=True,
                forslag="skriv det i årets siste periode, eller som statusnotat på målet",
            )


def _omtalte(register: Register) -> Iterator[tuple[str, str, str, str]]:
    """The file, the period, the field and the code of every goal that a form tells of."""
    for post in register.samlerapporter.values():
        for kode in post.verdi.maalvurderinger or ():
            yield post.fil, post.id, "maalvurderinger", kode
    for skjema in register.rapporter.values():
        for kode in skjema.verdi.maal or ():
            yield skjema.fil, skjema.id.partition("/")[0], "maal", kode


REGLER = (vurderingen_er_hel, maalet_som_omtales_finnes, maal_vurderes_ved_aarsslutt)
