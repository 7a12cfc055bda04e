"""Every open deadline is its own: what is due, held against a list made here from the YAML alone,
over any tree and over the examples.
"""

import dataclasses
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from styring.lesing.innlesing import les_inn
from styring.prosjekt.tre import Arbeidstre
from styring.sporring.arshjul.frister import frister
from styring.sporring.oppdrag.avvik import avvik
from styring.sporring.vedtak.vedtak import Vedtaksutvalg, vedtak
from tests.conftest import ROT, Kjor, skriv
from tests.skjemahjelp import EKSEMPEL, les_yaml

KOMMUNE = """format: 1
navn: Prøve
enheter:
  A1: {navn: A, type: sektor}
  B1: {navn: B, type: sektor}
organer:
  KS: {navn: Kommunestyret}
rapportering:
  perioder:
    T1: {navn: 1. tertial, slutt: 04-30}
    T2: {navn: 2. tertial, slutt: 08-31}
"""
LUKKET = ("ferdig", "bortfalt", "foreslatt_avsluttet")
dager = st.one_of(st.none(), st.dates(date(2023, 1, 1), date(2023, 12, 31)))
flyttinger = st.one_of(st.none(), st.tuples(st.dates(date(2023, 1, 1), date(2023, 12, 31)), dager))
"""A change of the deadline: when it was made, and what the deadline was before."""
frist_av = st.fixed_dictionaries({"frist": dager, "flyttet": flyttinger, "avsluttet": dager})
melding_av = st.one_of(
    st.none(),
    st.fixed_dictionaries(
        {
            "status": st.sampled_from(["i_gang", "foreslatt_avsluttet", "ferdig", None]),
            "framdrift": st.sampled_from(["i_rute", None]),
            "tiltak": dager,
        }
    ),
)
punkt_av = st.fixed_dictionaries(
    {
        "egen": frist_av,
        "ansvarlig": st.sampled_from(["A1", "B1", None]),
        "T1": melding_av,
        "T2": melding_av,
    }
)
vedtak_av = st.fixed_dictionaries(
    {
        "egen": frist_av,
        "type": st.sampled_from(["vedtak", "vedtak", "budsjettsak"]),
        "punkter": st.lists(punkt_av, max_size=4),
        "T1": melding_av,
        "T2": melding_av,
        "verbal": st.booleans(),
    }
)
oppdrag_av = st.fixed_dictionaries(
    {
        "frist": dager,
        "T1": melding_av,
        "T2": melding_av,
        "bidrag": melding_av,
        "oppgaver": st.lists(st.tuples(dager, dager), max_size=2),
    }
)
levert_av = st.fixed_dictionaries(
    {f"{periode}/{enhet}": dager for periode in ("2023-T1", "2023-T2") for enhet in ("A1", "B1")}
)


class _UtenAnkere(yaml.SafeDumper):
    """Each value by itself, as a person writes it."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def dump(data: Any) -> str:
    return yaml.dump(data, Dumper=_UtenAnkere, allow_unicode=True)


def felt(egen: dict[str, Any]) -> dict[str, Any]:
    """A deadline, its change and its ending, as a file says them."""
    ut: dict[str, Any] = {"frist": egen["frist"]} if egen["frist"] else {}
    if egen["frist"] and egen["flyttet"]:
        dato, fra = egen["flyttet"]
        ut["fristendringer"] = [
            {
                "dato": dato,
                **({"fra": fra} if fra else {}),
                "til": egen["frist"],
                "begrunnelse": "Noe",
            }
        ]
    if egen["avsluttet"]:
        ut["avsluttet"] = {
            "dato": egen["avsluttet"],
            "organ": "KS",
            "sak": "KS 9/23",
            "utfall": "gjennomfort",
        }
    return ut


def meldt(sak: dict[str, Any] | None) -> dict[str, Any]:
    if sak is None:
        return {}
    tiltak = (
        {"tiltak": [{"tekst": "Gjøre noe", "ansvarlig": "en rolle", "frist": sak["tiltak"]}]}
        if sak["tiltak"]
        else {}
    )
    return {
        "kommentar": "Noe",
        **{navn: sak[navn] for navn in ("status", "framdrift") if sak[navn]},
        **tiltak,
    }


def skriv_treet(
    rot: Path,
    alle: list[dict[str, Any]],
    oppdrag: list[dict[str, Any]],
    levert: dict[str, date | None],
) -> None:
    skriv(rot, "kommune.yaml", KOMMUNE)
    skjema: dict[str, dict[str, Any]] = {
        sti: {"levert": dag} if dag else {} for sti, dag in levert.items()
    }
    for nr, sak in enumerate(alle):
        id_ = f"2023-KS-{nr:03}"
        punkter = [
            {
                "nr": plass,
                "tekst": "Noe",
                **({"ansvarlig": p["ansvarlig"]} if p["ansvarlig"] else {}),
                **felt(p["egen"]),
            }
            for plass, p in enumerate(sak["punkter"], 1)
        ]
        data = {
            "tittel": f"V{nr}",
            "type": sak["type"],
            "organ": "KS",
            "sak": f"KS {nr + 1}/23",
            "dato": date(2023, 1, 1),
            "ansvarlig": "A1",
        }
        skriv(
            rot,
            f"vedtak/2023/KS-{nr:03}.yaml",
            dump({**data, **felt(sak["egen"]), **({"punkter": punkter} if punkter else {})}),
        )
        if sak["type"] == "budsjettsak" and sak["verbal"]:
            barn = {
                **data,
                "tittel": f"V{nr}-V01",
                "type": "verbalvedtak",
                "forelder": id_,
                "punkt": 1,
                "ansvarlig": "B1",
            }
            skriv(rot, f"vedtak/2023/KS-{nr:03}-V01.yaml", dump(barn))
        for periode in ("T1", "T2"):
            for nokkel, eier, ett in (
                (id_, "A1", sak),
                *(
                    (f"{id_}/{plass}", p["ansvarlig"] or "A1", p)
                    for plass, p in enumerate(sak["punkter"], 1)
                ),
            ):
                if ord_ := meldt(ett[periode]):
                    skjema[f"2023-{periode}/{eier}"].setdefault("vedtak", {})[nokkel] = ord_
    for nr, sak in enumerate(oppdrag):
        oppgaver = [
            {
                "nr": plass,
                "tittel": "Noe",
                "ansvarlig": "B1",
                **({"frist": frist} if frist else {}),
                **({"ferdig": ferdig} if ferdig else {}),
            }
            for plass, (frist, ferdig) in enumerate(sak["oppgaver"], 1)
        ]
        data = {
            "tittel": f"O{nr}",
            "ansvarlig": "A1",
            "delansvar": ["B1"],
            **({"frist": sak["frist"]} if sak["frist"] else {}),
        }
        skriv(
            rot,
            f"oppdrag/2023/X-{nr:02}.yaml",
            dump({**data, **({"oppgaver": oppgaver} if oppgaver else {})}),
        )
        for periode in ("T1", "T2"):
            if ord_ := meldt(sak[periode]):
                skjema[f"2023-{periode}/A1"].setdefault("oppdrag", {})[f"2023-X-{nr:02}"] = ord_
        if ord_ := meldt(sak["bidrag"]):
            skjema["2023-T1/B1"].setdefault("bidrag", {})[f"2023-X-{nr:02}"] = ord_
    for sti, innhold in skjema.items():
        if innhold:
            skriv(rot, f"rapporter/{sti}.yaml", dump(innhold))


def les(fil: Path) -> Any:
    return les_yaml(fil.read_text(encoding="utf-8")) or {}


class Fil:
    """The files of a project, and what follows from them by the design's words alone."""

    def __init__(self, rot: Path, dato: date) -> None:
        self.dato = dato
        self.vedtak, self.oppdrag = (
            {
                f"{fil.parent.name}-{fil.stem}": les(fil)
                for fil in sorted((rot / "data" / mappe).glob("*/*.yaml"))
            }
            for mappe in ("vedtak", "oppdrag")
        )
        rekkefolge = {"T1": 1, "T2": 2, "AR": 3}
        skjemaer = [
            (fil.parent.name, fil.stem, les(fil))
            for fil in (rot / "data" / "rapporter").glob("*/*.yaml")
        ]
        self.meldt: dict[str, dict[str, Any]] = {}
        self.bidrag: dict[tuple[str, str], dict[str, Any]] = {}
        for _, enhet, skjema in sorted(
            skjemaer, key=lambda ett: (ett[0][:4], rekkefolge[ett[0][5:]], ett[1])
        ):
            for slag in ("oppdrag", "vedtak", "bidrag"):
                for id_, melding in (skjema.get(slag) or {}).items():
                    fra = [dag for dag in (skjema.get("levert"), melding.get("meldt")) if dag]
                    if not fra or min(fra) > dato:
                        continue
                    if slag == "bidrag":
                        self.bidrag[id_, enhet] = melding
                    elif melding.get("framdrift") or melding.get("status") in LUKKET:
                        self.meldt[id_] = {**melding, "enhet": enhet}

    def slutt(self, post: dict[str, Any]) -> bool:
        return "avsluttet" in post and post["avsluttet"]["dato"] <= self.dato

    def frist(self, post: dict[str, Any]) -> date | None:
        senere = [
            endring for endring in post.get("fristendringer", ()) if endring["dato"] > self.dato
        ]
        return senere[0].get("fra") if senere else post.get("frist")

    def binder(self, nokkel: str) -> bool:
        melding = self.meldt.get(nokkel, {})
        return melding.get("status") not in LUKKET and melding.get("arsslutt") != "avsluttes"

    def av_vedtak(self) -> Iterator[tuple[str, str, date]]:
        """Each deadline of a vedtak that binds: what it is of, who has it, and the day."""
        for id_, post in self.vedtak.items():
            if post["dato"] > self.dato or self.slutt(post):
                continue
            apne = [punkt for punkt in post.get("punkter", ()) if not self.slutt(punkt)]
            for punkt in apne:
                if (dag := self.frist(punkt)) and self.binder(
                    f"{id_}/{punkt['nr']}" if "ansvarlig" in punkt else id_
                ):
                    yield f"{id_}/{punkt['nr']}", punkt.get("ansvarlig", post["ansvarlig"]), dag
            if not (hele := self.frist(post)):
                continue
            fordelt = post.get("punkter") and all("ansvarlig" in punkt for punkt in post["punkter"])
            uten_egen = [punkt for punkt in apne if "ansvarlig" in punkt and not self.frist(punkt)]
            for punkt in uten_egen:
                if self.binder(f"{id_}/{punkt['nr']}"):
                    yield f"{id_}/{punkt['nr']}", punkt["ansvarlig"], hele
            if post["type"] != "budsjettsak" and not fordelt:
                if self.binder(id_):
                    yield id_, post["ansvarlig"], hele
            elif not uten_egen and (apne or not post.get("punkter")):
                deler = [f"{id_}/{punkt['nr']}" if "ansvarlig" in punkt else id_ for punkt in apne]
                deler = (
                    deler
                    or [
                        barn
                        for barn, data in self.vedtak.items()
                        if data.get("forelder") == id_ and not self.slutt(data)
                    ]
                    or [id_]
                )
                if any(map(self.binder, deler)):
                    yield id_, post["ansvarlig"], hele

    def av_oppdrag(self) -> Iterator[tuple[str, str, str, date]]:
        over = {
            post.get("viderefort_fra")
            for id_, post in self.oppdrag.items()
            if int(id_[:4]) <= self.dato.year
        }
        for id_, post in self.oppdrag.items():
            if id_ in over or not self.binder(id_) or ("gitt" in post and post["gitt"] > self.dato):
                continue
            if dag := self.frist(post):
                yield "oppdrag", id_, post["ansvarlig"], dag
            for oppgave in post.get("oppgaver", ()):
                if "frist" in oppgave and not (
                    "ferdig" in oppgave and oppgave["ferdig"] <= self.dato
                ):
                    yield (
                        "oppgave",
                        f"{id_}/{oppgave['nr']}",
                        oppgave["ansvarlig"],
                        oppgave["frist"],
                    )

    def av_tiltak(self) -> Iterator[tuple[str, str, str, date]]:
        """The measures of what was told last, of what is open."""
        over = {
            post.get("viderefort_fra")
            for id_, post in self.oppdrag.items()
            if int(id_[:4]) <= self.dato.year
        }
        sagt = [(id_, melding["enhet"], melding) for id_, melding in self.meldt.items()]
        sagt += [
            (id_, enhet, melding)
            for (id_, enhet), melding in self.bidrag.items()
            if melding.get("status") not in LUKKET
        ]
        for id_, enhet, melding in sagt:
            over_, _, nr = id_.partition("/")
            vedtaket = self.vedtak.get(over_)
            punkt = (
                next((p for p in vedtaket["punkter"] if str(p["nr"]) == nr), None)
                if vedtaket and nr
                else None
            )
            lukket = vedtaket and (self.slutt(vedtaket) or (punkt and self.slutt(punkt)))
            if id_ in over or lukket or not self.binder(id_):
                continue
            for tiltak in melding.get("tiltak", ()):
                if "frist" in tiltak:
                    yield "tiltak", id_, tiltak.get("ansvarlig", enhet), tiltak["frist"]


def ventet(rot: Path, dato: date) -> list[tuple[str, str, str, date]]:
    fil = Fil(rot, dato)
    return sorted(
        [*(("vedtak", *ett) for ett in fil.av_vedtak()), *fil.av_oppdrag(), *fil.av_tiltak()]
    )


@settings(max_examples=120)
@given(
    alle=st.lists(vedtak_av, max_size=4),
    oppdrag=st.lists(oppdrag_av, max_size=3),
    levert=levert_av,
    dato=st.dates(date(2023, 1, 2), date(2024, 1, 31)),
)
def test_hver_aapen_frist_er_med(
    tmp_path_factory: pytest.TempPathFactory, alle: Any, oppdrag: Any, levert: Any, dato: date
) -> None:
    rot = tmp_path_factory.mktemp("frister")
    skriv_treet(rot, alle, oppdrag, levert)
    innlesing = les_inn(Arbeidstre(rot))
    assert innlesing.treff == ()
    svar = frister(innlesing.register, dato, date.max.replace(year=2030))
    funnet = [(f.slag, f.id, f.ansvarlig, f.dag) for f in (*svar.forfalte, *svar.kommende)]
    assert sorted(funnet) == ventet(rot, dato)
    assert all(f.dag < dato for f in svar.forfalte)
    assert all(f.dag >= dato for f in svar.kommende)


@settings(max_examples=60)
@given(
    alle=st.lists(vedtak_av, max_size=4),
    levert=levert_av,
    dato=st.dates(date(2023, 1, 2), date(2024, 1, 31)),
)
def test_det_som_er_forfalt_er_forfalt_i_alle_svar(
    tmp_path_factory: pytest.TempPathFactory, alle: Any, levert: Any, dato: date
) -> None:
    """A row of status and vedtak is overdue just when one of the deadlines that it answers for is;
    and it names that deadline.
    """
    rot = tmp_path_factory.mktemp("frister")
    skriv_treet(rot, alle, [], levert)
    register = les_inn(Arbeidstre(rot)).register
    forfalt = [
        (id_, dag) for slag, id_, _, dag in ventet(rot, dato) if slag == "vedtak" and dag < dato
    ]
    rader = vedtak(register, dato, Vedtaksutvalg()).apne
    nokler = {rad.staar.id for rad in rader}
    har = {id_ if id_ in nokler else id_.partition("/")[0] for id_, _ in forfalt}
    assert {rad.staar.id for rad in rader if rad.staar.forfalt} == har & nokler
    assert {sak.id for sak in avvik(register, dato).avvik} == har & nokler
    for rad in rader:
        sak = rad.staar
        egne = [
            (dag, id_)
            for id_, dag in forfalt
            if sak.id in (id_, id_.partition("/")[0]) and (id_ == sak.id or id_ not in nokler)
        ]
        if egne:
            assert sak.frist == min(egne)[0]
            assert sak.fristpunkt is None or (sak.frist, f"{sak.id}/{sak.fristpunkt}") in egne


@pytest.mark.parametrize(
    "dato", ["2023-05-01", "2023-09-10", "2023-11-20", "2024-03-01", "2024-09-26"]
)
@pytest.mark.parametrize("prosjekt", [EKSEMPEL, ROT], ids=["eksempel", "brevet"])
def test_eksemplenes_frister(prosjekt: Path, dato: str) -> None:
    dag = date.fromisoformat(dato)
    svar = frister(les_inn(Arbeidstre(prosjekt)).register, dag, date(2030, 1, 1))
    av_dem = ("vedtak", "oppdrag", "oppgave", "tiltak")
    assert sorted(
        (f.slag, f.id, f.ansvarlig, f.dag)
        for f in (*svar.forfalte, *svar.kommende)
        if f.slag in av_dem
    ) == ventet(prosjekt, dag)


def test_et_punkts_frist_er_med_ved_siden_av_vedtakets(kjor: Kjor, tmp_path: Path) -> None:
    """A vedtak with a deadline of its own, and two punkter that nobody else has."""
    punkter = [
        {"nr": 1, "tekst": "Den ene", "frist": date(2023, 9, 25)},
        {"nr": 2, "tekst": "Den andre", "frist": date(2023, 10, 1)},
    ]
    post = {
        "tittel": "Skolevei",
        "type": "vedtak",
        "organ": "KS",
        "sak": "KS 1/23",
        "dato": date(2023, 1, 1),
        "ansvarlig": "A1",
        "frist": date(2023, 12, 31),
    }
    skriv(tmp_path, "kommune.yaml", KOMMUNE)
    skriv(tmp_path, "vedtak/2023/KS-001.yaml", dump({**post, "punkter": punkter}))
    p = ("--prosjekt", tmp_path)
    assert kjor("frister", "--dato", "2023-11-20", *p).ut.splitlines() == [
        "Frister 20. november 2023 – 19. januar 2024\thele kommunen",
        "Forfalt (2)",
        "25.09.2023\tSkolevei, punkt 1\tvedtak 2023-KS-001/1 · A1\tfor 56 dager siden",
        "01.10.2023\tSkolevei, punkt 2\tvedtak 2023-KS-001/2 · A1\tfor 50 dager siden",
        "Uke 52",
        "søn. 31. des.\tSkolevei (faller på en søndag)\tvedtak 2023-KS-001 · A1\tom 41 dager",
    ]
    assert (
        "Skolevei. Frist 25.09.2023 (punkt 1, forfalt), hele vedtaket 31.12.2023. "
        in kjor("vedtak", "--dato", "2023-11-20", *p).ut
    )
    assert (
        "Skolevei. Frist 25.09.2023 (punkt 1), hele vedtaket 31.12.2023. "
        in kjor("vedtak", "--dato", "2023-09-20", *p).ut
    )
    assert (
        "Frist 25.09.2023 forfalt (punkt 1), hele vedtaket 31.12.2023"
        in kjor("status", "--bare-avvik", "--dato", "2023-11-20", *p).ut
    )
    vis = kjor("vis", "KS 1/23", "--dato", "2023-11-20", *p).ut
    assert "   frist 25.09.2023, for 56 dager siden" in vis
    assert "Frist\t31.12.2023, om 41 dager" in vis
    rapport = kjor("rapport", "vedtak", "--dato", "2023-11-20", *p).ut
    assert "1 er forfalt" in rapport
    assert "Frist 25.09.2023 (punkt 1, forfalt), hele vedtaket 31.12.2023." in rapport


def test_fristen_som_vises_er_ikke_flyttet_fordi_et_punkt_er_avsluttet(
    kjor: Kjor, tmp_path: Path
) -> None:
    """When punkt 1 has ended, the next deadline is another, not a moved one; and a form that names
    the whole's deadline is right.
    """
    slutt = {"dato": date(2023, 8, 1), "organ": "KS", "sak": "KS 9/23", "utfall": "gjennomfort"}
    punkter = [
        {"nr": 1, "tekst": "Den ene", "frist": date(2023, 9, 25), "avsluttet": slutt},
        {"nr": 2, "tekst": "Den andre", "frist": date(2023, 10, 1)},
    ]
    post = {
        "tittel": "Skolevei",
        "type": "vedtak",
        "organ": "KS",
        "sak": "KS 1/23",
        "dato": date(2023, 1, 1),
        "ansvarlig": "A1",
        "frist": date(2023, 12, 31),
    }
    skriv(tmp_path, "kommune.yaml", KOMMUNE)
    skriv(tmp_path, "oppdrag/2023/X-01.yaml", "tittel: Noe\nansvarlig: B1\n")
    skriv(tmp_path, "vedtak/2023/KS-001.yaml", dump({**post, "punkter": punkter}))
    for periode, dag in (("T1", "2023-05-10"), ("T2", "2023-09-10")):
        melding = (
            "    framdrift: i_rute\n    status: i_gang\n    frist: 2023-12-31\n    kommentar: Noe\n"
        )
        skriv(
            tmp_path,
            f"rapporter/2023-{periode}/A1.yaml",
            f"levert: {dag}\nvedtak:\n  2023-KS-001:\n{melding}",
        )
    md = kjor(
        "rapport",
        "tertial",
        "2023-T2",
        "--for",
        "ledelse",
        "--dato",
        "2023-11-20",
        "--prosjekt",
        tmp_path,
    ).ut
    assert "Frist 01.10.2023 (punkt 2, forfalt), hele vedtaket 31.12.2023." in md
    assert "skjemaet sier" not in md
    assert "før " not in md.split("Skolevei")[1].split("\n")[0]


def test_punktet_var_aapent_paa_dagen(kjor: Kjor) -> None:
    """On a day before it was ended, a punkt was open: what came later had not happened."""
    vis = kjor("vis", "KS 54/22", "--dato", "2023-09-10", "--prosjekt", EKSEMPEL).ut
    assert "frist 15.08.2023, for 26 dager siden" in vis
    assert "KS 68/23" not in vis
    assert (
        "avsluttet 25.10.2023 i KS 68/23"
        in kjor("vis", "KS 54/22", "--dato", "2023-10-25", "--prosjekt", EKSEMPEL).ut
    )


def test_tilfeldig_rekkefolge_gir_samme_svar(tmp_path: Path) -> None:
    """Files in any order give the same list."""
    tall = random.Random(7)
    register = les_inn(Arbeidstre(EKSEMPEL)).register
    svar = frister(register, date(2023, 11, 20), date(2024, 1, 20))
    poster = {
        navn: dict(tall.sample(list(alle.items()), len(alle))) if isinstance(alle, dict) else alle
        for navn, alle in register.poster.items()
    }
    assert (
        frister(dataclasses.replace(register, poster=poster), date(2023, 11, 20), date(2024, 1, 20))
        == svar
    )
