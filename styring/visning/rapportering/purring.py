"""Who is late, as a page and as rows."""

from dataclasses import replace

from styring.fag.kalender import kortdato
from styring.fag.norsk import antall, opplisting
from styring.sporring.rapportering.purring import Mangel, Purresvar, Purret, Steg
from styring.visning.felles.blokker import (
    Ark,
    Bit,
    Blokk,
    Kolonne,
    Overskrift,
    Side,
    Tabell,
    dempet,
    linje,
)
from styring.visning.felles.ord import dag_og_uke, fristbit

_HVA = {Steg.BIDRAG: "bidrag", Steg.LEVERING: "skjema"}


def side(svar: Purresvar) -> Side:
    """Lay out which units are missing what and how late, what waits for the staff, who is done, and
    one text for each unit.
    """
    hode = Overskrift(f"{svar.periode}: {svar.navn}", dag_og_uke(svar.dato))
    if not (svar.purret or svar.hos_staben or svar.ferdige or svar.uleste):
        return [hode, linje("Ingen enheter har noe å rapportere i perioden.")]
    mangler = (
        f"{antall(len(svar.purret), 'enhet')} har ikke levert."
        if svar.purret
        else ""
        if svar.uleste
        else "Alle enheter har levert."
    )
    venter = f"Perioden venter på {svar.venter_pa}." if svar.venter_pa else "Perioden er behandlet."
    sider: list[Blokk] = [hode, linje(f"{mangler} {venter}".strip())]
    if svar.uleste:
        sider.append(
            linje(
                Bit(
                    f"Skjemaet kan ikke leses for {opplisting(svar.uleste)}, så det er ikke purret"
                    " der.",
                    "feil",
                    "feil",
                )
            )
        )
    if svar.purret:
        sider += [linje(), _tabell(svar), linje()]
    if svar.hos_staben:
        frist = f" Frist {kortdato(svar.hos_staben.frist)}, " if svar.hos_staben.frist else ""
        hvor_sent: list[Bit | str] = (
            [_hvor_sent(svar.hos_staben.dager), "."] if svar.hos_staben.frist else []
        )
        sider.append(
            linje(
                "Levert, og venter på kvalitetssikring hos staben:"
                f" {opplisting(svar.hos_staben.enheter)}.{frist}",
                *hvor_sent,
            )
        )
    if svar.uten_vurdering:
        koder = opplisting(kode for kode, _ in svar.uten_vurdering)
        hva = f"{antall(len(svar.uten_vurdering), 'mål')} er ikke vurdert for året: {koder}."
        sider.append(linje(f"{hva} Vurderingene skrives i kommunedirektor.yaml."))
    if svar.ferdige:
        sider.append(linje(f"Kvalitetssikret: {opplisting(svar.ferdige)}."))
    for ett in svar.purret:
        sider += [
            Overskrift(f"Til {ett.enhet}", niva=2),
            *(linje(del_) for del_ in ett.tekst.split("\n")),
        ]
    return sider


def med_nynorske_tekster(svar: Purresvar, skilt: Purresvar) -> Purresvar:
    """The answer with the text to each unit in nynorsk; ``skilt`` is the same answer with what
    people have typed set apart.
    """
    from styring.fag import nynorsk  # only where it is asked for

    return replace(
        svar,
        purret=tuple(
            replace(ett, tekst=nynorsk.paa_nynorsk(med.tekst))
            for ett, med in zip(svar.purret, skilt.purret, strict=True)
        ),
    )


def _tabell(svar: Purresvar) -> Tabell:
    """Each step that each unit is missing."""
    kolonner = (
        Kolonne("Enhet"),
        Kolonne("Mangler", fri=True),
        Kolonne("Frist"),
        Kolonne("Hvor sent"),
    )
    rader = tuple(
        (Bit(p.enhet, "id"), Bit(_hva(mangel, p)), fristbit(mangel.frist), _hvor_sent(mangel.dager))
        for p in svar.purret
        for mangel in p.mangler
    )
    return Tabell(kolonner, rader)


def ark(svar: Purresvar) -> Ark:
    """The rows for a spreadsheet: one for each step that a unit is missing, with the text beside
    it.
    """
    kolonner = (
        "periode",
        "enhet",
        "navn",
        "steg",
        "frist",
        "dager_over",
        "antall_saker",
        "saker",
        "tekst",
    )
    rader = (
        (
            svar.periode,
            ett.enhet,
            ett.navn,
            m.steg.value,
            m.frist,
            m.dager,
            len(m.saker),
            ", ".join(id_ for id_, _ in m.saker),
            ett.tekst,
        )
        for ett in svar.purret
        for m in ett.mangler
    )
    return Ark(kolonner, tuple(rader))


def _hva(mangel: Mangel, purret: Purret) -> str:
    uten = "" if purret.har_skjema else " (skjemaet er ikke laget)"
    return (
        f"{_HVA[mangel.steg]}: {antall(len(mangel.saker), 'sak')} uten svar{uten}"
        if mangel.saker
        else f"{_HVA[mangel.steg]}{uten}"
    )


def _hvor_sent(dager: int | None) -> Bit:
    if dager is None:
        return dempet("–")
    if dager > 0:
        return Bit(f"{antall(dager, 'dag')} over", "forfalt", "forfalt")
    return Bit("i dag" if dager == 0 else f"om {antall(-dager, 'dag')}")
