"""ST4, third part: the year's assessment of the goals."""

from collections.abc import Iterator
from datetime import date

from styring.fag.indikator import Maallys, lyset
from styring.fag.norsk import mente_du, opplisting
from styring.fag.periode import perioden
from styring.funn import Alvor, Sti, Treff
from styring.register.maalingene import maalstedene, seriene
from styring.register.maalvurderingene import er_aarets_siste
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

    Hvorfor: det som står på en ukjent kode, kommer ikke med i noen rapport. En godkjent periode
    holdes mot målene som gjaldt da.
    Galt: maalvurderinger med koden HO-9.9, som ikke finnes.
    Riktig: HO-1.1
    Kilde: data/maal
    """
    if not register.kjenner_maal:
        return
    naa = {sted.kode for sted in maalstedene(register)}
    for fil, periode, felt, kode in _omtalte(register):
        kjente = _da_den_ble_godkjent(register, periode, naa)
        if kjente is not None and kode not in kjente:
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
        if funnet and not er_aarets_siste(register, funnet):
            yield treff(
                fil,
                f"målet vurderes ikke i {funnet.navn}",
                felt,
                kode,
                paa_nokkel=True,
                forslag="skriv det i årets siste periode, eller som statusnotat på målet",
            )


@regel("ST416", Alvor.ADVARSEL)
def nadd_har_tall_bak_seg(register: Register) -> Iterator[Treff]:
    """Et mål som vurderes som nådd, bør ha indikatorer som når måltallet.

    Hvorfor: arbeid som er gjort, er ikke det samme som et mål som er nådd. Staben kan vite mer enn
    tallene sier, men da bør målet ha en indikator som viser det. En godkjent periode er historie.
    Galt: vurdering: nadd, når målet ikke er målt eller en indikator ikke når måltallet.
    Riktig: vurdering: riktig_vei, eller et tall som viser at målet er nådd.
    Kilde: kommuneloven § 14-7: årsberetningen gjør rede for måloppnåelsen
    """
    for samlet in register.samlerapporter.values():
        periode = perioden(register.rutine, samlet.id)
        sagt = {k for k, v in (samlet.verdi.maalvurderinger or {}).items() if v.vurdering == "nadd"}
        if not sagt or periode is None or er_godkjent(register, samlet.id):
            continue
        serier = seriene(register, date.max, til=periode.aar)
        for sted in maalstedene(register):
            lysene = {lyset(ett, serier.get(ett.kode, ())) for ett in sted.indikatorer}
            if sted.kode in sagt and lysene != {Maallys.NADD}:
                yield treff(
                    samlet.fil,
                    "målet er vurdert som nådd, men tallene sier ikke det",
                    "maalvurderinger",
                    sted.kode,
                    "vurdering",
                    forslag=f"se tallene med «styring vis {sted.kode}»",
                )


@regel("ST417", Alvor.ADVARSEL)
def enheten_svarer_for_maalet(register: Register) -> Iterator[Treff]:
    """En enhet bør bare omtale mål den selv, eller en enhet under den, svarer for.

    Hvorfor: leseren av årsrapporten tror at den som skriver om et mål, har ansvaret for det.
    Galt: maal: {TF-1.1: …} i skjemaet til en enhet som ikke står i «ansvar» på målet.
    Riktig: skriv det som en kommentar til eget oppdrag, eller la den som svarer for målet, si det.
    Kilde: data/maal, «ansvar»
    """
    ansvar = {sted.kode: {*sted.ansvar} for sted in maalstedene(register)}
    for skjema in register.rapporter.values():
        periode, _, enhet = skjema.id.partition("/")
        egne = register.med_underliggende(enhet)
        for kode in skjema.verdi.maal or ():
            svarer = ansvar.get(kode)
            if svarer and not svarer & egne and not er_godkjent(register, periode):
                yield treff(
                    skjema.fil,
                    f"{enhet} svarer ikke for målet",
                    "maal",
                    kode,
                    paa_nokkel=True,
                    forslag=f"det gjør {opplisting(sorted(svarer))}",
                )


def _da_den_ble_godkjent(register: Register, periode: str, naa: set[str]) -> set[str] | None:
    """The goals that a period is held against: those that were kept with an approved one, and None
    where none were.
    """
    if not er_godkjent(register, periode):
        return naa
    grunnlag = register.grunnlag.get(periode)
    maal = grunnlag.verdi.maal if grunnlag else None
    if maal is None:
        return None
    over = [ett for omraade in maal.values() for ett in omraade.hovedmaal]
    return {ett.kode for ett in over} | {ett.kode for maal_ in over for ett in maal_.delmaal}


def _omtalte(register: Register) -> Iterator[tuple[str, str, str, str]]:
    """The file, the period, the field and the code of every goal that a form tells of."""
    for post in register.samlerapporter.values():
        for kode in post.verdi.maalvurderinger or ():
            yield post.fil, post.id, "maalvurderinger", kode
    for skjema in register.rapporter.values():
        for kode in skjema.verdi.maal or ():
            yield skjema.fil, skjema.id.partition("/")[0], "maal", kode


REGLER = (
    vurderingen_er_hel,
    maalet_som_omtales_finnes,
    maal_vurderes_ved_aarsslutt,
    nadd_har_tall_bak_seg,
    enheten_svarer_for_maalet,
)
