"""Who is late, as a page and as rows."""

from styring.fag.norsk import antall, opplisting
from styring.sporring.purring import Mangel, Purresvar, Purret, Steg
from styring.visning.blokker import Ark, Bit, Blokk, Kolonne, Overskrift, Side, Tabell, dempet, linje
from styring.visning.ord import dag_og_uke, fristbit

_HVA = {Steg.BIDRAG: "bidrag", Steg.LEVERING: "skjema", Steg.KVALITETSSIKRING: "kvalitetssikring"}


def side(svar: Purresvar) -> Side:
    """Lay out who is missing what and how late, who is done, and one text for each unit."""
    hode = Overskrift(f"{svar.periode}: {svar.navn}", dag_og_uke(svar.dato))
    ferdige = [linje(f"Ferdige: {opplisting(svar.ferdige)}.")] if svar.ferdige else []
    if not svar.purret:
        return [hode, linje("Alle enheter er ferdige."), *ferdige, linje(f"Perioden venter på {svar.venter_pa}.")]
    kolonner = (Kolonne("Enhet"), Kolonne("Mangler", fri=True), Kolonne("Frist"), Kolonne("Hvor sent"))
    rader = tuple((Bit(ett.enhet, "id"), Bit(_hva(mangel, ett)), fristbit(mangel.frist), _hvor_sent(mangel)) for ett in svar.purret for mangel in ett.mangler)
    sider: list[Blokk] = [
        hode,
        linje(f"{antall(len(svar.purret), 'enhet')} mangler noe. Perioden venter på {svar.venter_pa}."),
        linje(),
        Tabell(kolonner, rader),
    ]
    sider += [linje(), *ferdige] if ferdige else []
    for ett in svar.purret:
        sider += [Overskrift(f"Til {ett.enhet}", niva=2), *(linje(del_) for del_ in ett.tekst.split("\n"))]
    return sider


def ark(svar: Purresvar) -> Ark:
    """The rows for a spreadsheet: one for each step that a unit is missing, with the text beside it."""
    kolonner = ("periode", "enhet", "navn", "steg", "frist", "dager_over", "antall_saker", "saker", "tekst")
    rader = (
        (svar.periode, ett.enhet, ett.navn, m.steg.value, m.frist, m.dager, len(m.saker), ", ".join(id_ for id_, _ in m.saker), ett.tekst)
        for ett in svar.purret for m in ett.mangler
    )  # fmt: skip
    return Ark(kolonner, tuple(rader))


def _hva(mangel: Mangel, purret: Purret) -> str:
    uten = "" if purret.har_skjema else " (skjemaet er ikke laget)"
    return f"{_HVA[mangel.steg]}: {antall(len(mangel.saker), 'sak')} uten svar{uten}" if mangel.saker else f"{_HVA[mangel.steg]}{uten}"


def _hvor_sent(mangel: Mangel) -> Bit:
    if mangel.dager is None:
        return dempet("–")
    if mangel.dager > 0:
        return Bit(f"{antall(mangel.dager, 'dag')} over", "forfalt", "forfalt")
    return Bit("i dag" if mangel.dager == 0 else f"om {antall(-mangel.dager, 'dag')}")
