"""Turn the example municipality into a real git history: a commit for each thing that happened,
with its day and who did it.

Run by hand as well: ``python -m tests.historie MAPPE``. Each file is given as it was on a day, by
taking away what came later; the last state of every file is the very bytes of ``eksempel/``.
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROT = Path(__file__).parent.parent
DATA = ROT / "eksempel" / "data"
STAB = "controller"
SEKRETARIAT = "politisk sekretariat"


class Hendelse(NamedTuple):
    """One thing that happened: when, who, what, and the files it touched."""

    dag: date
    hvem: str
    hva: str
    filer: tuple[str, ...]


def les(fil: str) -> Any:
    """Read one file of the example as plain text values."""
    # only text comes of it
    return yaml.load((DATA / fil).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506


def dag_for(verdi: str) -> date:
    return date.fromisoformat(verdi)


def filer(mappe: str) -> list[str]:
    """The files of a folder by name; a budsjettsak stands before its verbalvedtak."""
    return sorted(
        (str(fil.relative_to(DATA)) for fil in (DATA / mappe).rglob("*.yaml")),
        key=lambda fil: fil.removesuffix(".yaml"),
    )


def gitt(id_: str) -> date:
    """The day an oppdrag was given: with the year's letter."""
    return dag_for(les(f"styringsbrev/{id_[:4]}.yaml")["dato"])


def hendelser() -> list[Hendelse]:
    """Everything that happened, oldest first."""
    alle = [
        Hendelse(
            date(2022, 6, 1),
            STAB,
            "Kommunen, målene og årshjulet",
            ("kommune.yaml", "arshjul.yaml", *filer("maal")),
        )
    ]
    for fil in filer("maal"):
        dager = set(re.findall(_NOTATDAG, (DATA / fil).read_text(encoding="utf-8")))
        alle += [Hendelse(dag_for(d), STAB, "Status for et mål", (fil,)) for d in sorted(dager)]
    for fil in filer("maalinger"):
        dager = {max(dag_for(ett["maalt"]), date(2022, 6, 1)) for ett in les(fil)["maalinger"]}
        alle += [Hendelse(d, STAB, f"Målinger for {fil[-9:-5]}", (fil,)) for d in sorted(dager)]
    for fil in filer("kurs"):
        dag = max(dag_for(ett["dato"]) for ett in les(fil)["andeler"])
        alle.append(Hendelse(dag, STAB, f"Fullførte kurs i {fil[-9:-5]}", (fil,)))
    for fil in filer("beredskap"):
        alle += _om_beredskap(fil, les(fil))
    for fil in filer("virksomhetsplan"):
        alle += _om_plan(fil, les(fil))
    for brev in filer("styringsbrev"):
        aar = brev[-9:-5]
        alle.append(
            Hendelse(
                dag_for(les(brev)["dato"]),
                STAB,
                f"Styringsbrev {aar}: oppdragene",
                (brev, *filer(f"tema/{aar}"), *filer(f"oppdrag/{aar}")),
            )
        )
    for fil in filer("oppdrag"):
        alle += _om_oppdrag(fil, les(fil))
    for fil in filer("vedtak"):
        alle += _om_vedtak(fil, les(fil))
    for periode in sorted({fil.split("/")[1] for fil in filer("rapporter")}):
        alle += _om_perioden(periode)
    for fil in filer("styringsdialog"):
        alle += _om_dialog(fil, les(fil))
    for fil in filer("okonomi"):
        alle += _om_okonomi(fil, les(fil))
    return sorted(alle, key=lambda hendelse: hendelse.dag)


def _om_beredskap(fil: str, data: Any) -> Iterator[Hendelse]:
    slag, hva = fil.split("/")[1], data.get("tittel", "ROS")
    if slag == "plan":
        for felt, ord_ in (("revidert", "revidert"), ("varsling_provd", "varslingen er prøvd")):
            for dag in data.get(felt, ()):
                yield Hendelse(dag_for(dag), f"direktør {data['eier']}", f"{hva}: {ord_}", (fil,))
        return
    yield Hendelse(dag_for(data["dato"]), STAB, hva, (fil,))
    for tall in data.get("tiltakstall", ()):
        yield Hendelse(dag_for(tall["dato"]), STAB, "ROS: tiltakene er talt", (fil,))
    if "evaluert" in data:
        yield Hendelse(dag_for(data["evaluert"]), STAB, f"{hva}: evaluert", (fil,))
    for mangel in data.get("mangler", ()):
        if "ferdig" in mangel:
            nr = mangel["nr"]
            yield Hendelse(
                dag_for(mangel["ferdig"]),
                f"direktør {mangel['ansvarlig']}",
                f"{hva}: mangel {nr} er rettet",
                (fil,),
            )


def _beredskap(_fil: str, data: Any, dag: date) -> Any:
    for felt in ("revidert", "varsling_provd"):
        if felt in data:
            data[felt] = [ett for ett in data[felt] if dag_for(ett) <= dag]
    if "tiltakstall" in data:
        data["tiltakstall"] = [ett for ett in data["tiltakstall"] if dag_for(ett["dato"]) <= dag]
    if "evaluert" in data and dag_for(data["evaluert"]) > dag:
        del data["evaluert"]
        data.pop("mangler", None)
    for mangel in data.get("mangler", ()):
        if "ferdig" in mangel and dag_for(mangel["ferdig"]) > dag:
            del mangel["ferdig"]
    return {navn: verdi for navn, verdi in data.items() if verdi != []}


def _plandag(fil: str, data: Any) -> date:
    """The day a plan was approved; a draft is from January."""
    aar = int(fil.split("/")[1])
    return dag_for(data["godkjent"]["dato"]) if "godkjent" in data else date(aar, 1, 31)


def _om_plan(fil: str, data: Any) -> Iterator[Hendelse]:
    enhet = fil.split("/")[2].removesuffix(".yaml")
    hvem = f"direktør {enhet}"
    yield Hendelse(_plandag(fil, data), hvem, f"Virksomhetsplanen til {enhet}", (fil,))
    for felt in ("prioriteringer", "tiltak"):
        for ett in data.get(felt, ()):
            if "ferdig" in ett:
                hva = f"Virksomhetsplanen til {enhet}: {ett['nr']} er gjort"
                yield Hendelse(dag_for(ett["ferdig"]), hvem, hva, (fil,))


def _plan(_fil: str, data: Any, dag: date) -> Any:
    for felt in ("prioriteringer", "tiltak"):
        for ett in data.get(felt, ()):
            if "ferdig" in ett and dag_for(ett["ferdig"]) > dag:
                del ett["ferdig"]
    return data


def _om_dialog(fil: str, data: Any) -> Iterator[Hendelse]:
    enhet = fil.split("/")[2].partition("-")[0]
    yield Hendelse(dag_for(data["dato"]), STAB, f"Styringsdialog med {enhet}", (fil,))
    for avtale in data["avtalt"]:
        if "ferdig" in avtale:
            yield Hendelse(
                dag_for(avtale["ferdig"]),
                f"direktør {enhet}",
                f"{enhet}: avtale {avtale['nr']} er gjort",
                (fil,),
            )


def _om_okonomi(fil: str, data: Any) -> Iterator[Hendelse]:
    mappe, navn = fil.split("/")[1:]
    if navn == "budsjett.yaml":
        yield Hendelse(date(int(mappe) - 1, 12, 20), STAB, f"Budsjettet for {mappe}", (fil,))
        for endring in data["endringer"]:
            yield Hendelse(dag_for(endring["dato"]), STAB, f"Budsjett {mappe}: endret", (fil,))
    elif navn == "tiltak.yaml":
        for id_, tiltak in data["tiltak"].items():
            for felt in ("foreslatt", "iverksatt"):
                if felt in tiltak:
                    yield Hendelse(dag_for(tiltak[felt]), STAB, f"{id_}: {felt}", (fil,))
    elif navn == "regnskap.yaml":
        aar, _, maaned = mappe.partition("-")
        slutt = date(int(aar) + 1, 2, 15) if maaned == "AR" else date(int(aar), int(maaned), 28)
        yield Hendelse(slutt + timedelta(8), STAB, f"Regnskapet {mappe}", (fil,))
    elif navn == "fravaer.yaml":
        dag = date(int(mappe[:4]), int(mappe[5:]), 28) + timedelta(10)
        yield Hendelse(dag, STAB, f"Sykefraværet {mappe}", (fil,))
    elif navn == "kommunedirektor.yaml":
        yield Hendelse(dag_for(data["sett"]), STAB, f"Økonomien {mappe}: sett", (fil,))
    else:
        enhet = navn.removesuffix(".yaml")
        hva = f"Økonomien {mappe}: {enhet} har levert"
        yield Hendelse(dag_for(data["levert"]), f"direktør {enhet}", hva, (fil,))


def _okonomi(fil: str, data: Any, dag: date) -> Any:
    if fil.endswith("budsjett.yaml"):
        data["endringer"] = [ett for ett in data["endringer"] if dag_for(ett["dato"]) <= dag]
        return {navn: verdi for navn, verdi in data.items() if verdi != []}
    if fil.endswith("tiltak.yaml"):
        kjente = {i: t for i, t in data["tiltak"].items() if dag_for(t["foreslatt"]) <= dag}
        for tiltak in kjente.values():
            if "iverksatt" in tiltak and dag_for(tiltak["iverksatt"]) > dag:
                del tiltak["iverksatt"]
        data["tiltak"] = kjente
    return data


def _om_oppdrag(fil: str, data: Any) -> Iterator[Hendelse]:
    id_, hvem = f"{fil[8:12]}-{fil[13:-5]}", f"direktør {data['ansvarlig']}"
    for ledd in data.get("videredelegert", ()):
        yield Hendelse(dag_for(ledd["dato"]), hvem, f"{id_}: delegert til {ledd['til']}", (fil,))
    for oppgave in data.get("oppgaver", ()):
        if "ferdig" in oppgave:
            yield Hendelse(
                dag_for(oppgave["ferdig"]),
                hvem,
                f"{id_}: oppgave {oppgave['nr']} er ferdig",
                (fil,),
            )
    for endring in data.get("fristendringer", ()):
        yield Hendelse(
            dag_for(endring["dato"]),
            endring.get("godkjent_av", hvem),
            f"{id_}: fristen er flyttet til {endring['til']}",
            (fil,),
        )


def _om_vedtak(fil: str, data: Any) -> Iterator[Hendelse]:
    id_ = f"{fil[7:11]}-{fil[12:-5]}"
    if "forelder" not in data:  # the verbalvedtak come with their budsjettsak
        under = tuple(ett for ett in filer(f"vedtak/{id_[:4]}") if les(ett).get("forelder") == id_)
        yield Hendelse(
            dag_for(data["dato"]), SEKRETARIAT, f"{id_}: {data['tittel']}", (fil, *under)
        )
    for endring in data.get("fristendringer", ()):
        yield Hendelse(
            dag_for(endring["dato"]),
            endring.get("godkjent_av", STAB),
            f"{id_}: fristen er flyttet til {endring['til']}",
            (fil,),
        )
    for hva, del_ in (
        (id_, data),
        *((f"{id_}/{punkt['nr']}", punkt) for punkt in data.get("punkter", ())),
    ):
        if "avsluttet" in del_:
            yield Hendelse(
                dag_for(del_["avsluttet"]["dato"]),
                SEKRETARIAT,
                f"{hva}: avsluttet i {del_['avsluttet']['sak']}",
                (fil,),
            )


def _om_perioden(periode: str) -> Iterator[Hendelse]:
    alle = filer(f"rapporter/{periode}")
    grunnlag, samlet = (
        f"rapporter/{periode}/grunnlag.yaml",
        f"rapporter/{periode}/kommunedirektor.yaml",
    )
    kapittel = tuple(fil for fil in alle if fil.endswith(("okonomi.yaml", "beredskap.yaml")))
    skjemaer = [fil for fil in alle if fil not in (grunnlag, samlet, *kapittel)]
    if skjemaer:
        hva = f"{periode}: skjemaer til {len(skjemaer)} enheter"
        yield Hendelse(start(periode), STAB, hva, (*skjemaer, samlet))
    for fil in skjemaer:
        enhet = fil.split("/")[2][:-5]
        yield Hendelse(
            dag_for(les(fil)["levert"]),
            f"direktør {enhet}",
            f"{periode}: {enhet} har levert",
            (fil,),
        )
    if skjemaer:
        dag = dag_for(les(skjemaer[0])["kvalitetssikret"])
        yield Hendelse(dag, STAB, f"{periode}: kvalitetssikret", tuple(skjemaer))
    data = les(samlet)
    yield Hendelse(
        dag_for(data["godkjent"]["dato"]),
        data["godkjent"]["av"],
        f"{periode}: godkjent",
        (samlet, grunnlag, *kapittel),
    )
    yield Hendelse(dag_for(data["utsendt"]), SEKRETARIAT, f"{periode}: sendt ut", (samlet,))
    for behandling in data.get("behandlet", ()):
        yield Hendelse(
            dag_for(behandling["dato"]),
            SEKRETARIAT,
            f"{periode}: behandlet i {behandling['sak']}",
            (samlet,),
        )


def start(periode: str) -> date:
    """The day the forms of a period were sent out: two weeks before contributions were due."""
    return dag_for(les("kommune.yaml")["rapportering"]["frister"][periode]["bidrag"]) - timedelta(
        14
    )


def som_den_var(fil: str, dag: date) -> str:
    """One file as it was at the end of a day."""
    hele = (DATA / fil).read_text(encoding="utf-8")
    data = les(fil)
    tidligere: dict[str, Callable[[str, Any, date], Any]] = {
        "oppdrag": _oppdrag,
        "vedtak": _vedtak,
        "rapporter": _rapport,
        "styringsdialog": _dialog,
        "okonomi": _okonomi,
        "beredskap": _beredskap,
        "virksomhetsplan": _plan,
    }
    overst = fil.split("/", maxsplit=1)[0]
    if overst == "maal":
        return _uten_senere_notater(hele, dag)
    if overst == "maalinger":
        return _MAALING.sub(lambda ett: ett[0] if dag_for(ett[1]) <= dag else "", hele)
    if overst not in tidligere:
        return hele
    naa = tidligere[overst](fil, les(fil), dag)
    return (
        hele
        if naa == data
        else yaml.dump(_med_slag(naa), allow_unicode=True, sort_keys=False, width=10_000)
    )


_MAALING = re.compile(r"(?m)^  - indikator: .*\n    verdi: .*\n    maalt: (.*)\n(?: {4}.*\n)*")
_NOTATDAG = r" {10}- dato: (\d{4}-\d\d-\d\d)"
_NOTAT = re.compile(rf"(?m)^{_NOTATDAG}\n(?: {{12}}.*\n)+")


def _uten_senere_notater(hele: str, dag: date) -> str:
    """A file of goals without what was noted after a day."""
    naa = _NOTAT.sub(lambda notat: notat[0] if dag_for(notat[1]) <= dag else "", hele)
    return re.sub(r"(?m)^ {8}statusnotater:\n(?! {10})", "", naa)


def _med_slag(data: Any) -> Any:
    """Whole numbers and days as what they are, so that they are written without quotes; nothing
    filled in as an empty mapping or nothing.
    """
    if isinstance(data, dict):
        return {navn: _med_slag(verdi) for navn, verdi in data.items()}
    if isinstance(data, list):
        return [_med_slag(ledd) for ledd in data]
    if isinstance(data, str) and len(data) == 10 and data[4] == data[7] == "-":
        return dag_for(data)
    if data == "":
        return None
    if data == "true":
        return True
    er_tall = isinstance(data, str) and data.lstrip("-").isdigit() and len(data) != len("2024")
    return int(data) if er_tall else data


def _frist(data: Any, dag: date) -> None:
    endringer = data.get("fristendringer", [])
    gjorte = [endring for endring in endringer if dag_for(endring["dato"]) <= dag]
    if len(gjorte) < len(endringer):
        data["frist"] = endringer[len(gjorte)]["fra"]
    data["fristendringer"] = gjorte
    if not gjorte:
        data.pop("fristendringer")


def _oppdrag(_fil: str, data: Any, dag: date) -> Any:
    _frist(data, dag)
    data["videredelegert"] = [
        ledd for ledd in data.get("videredelegert", []) if dag_for(ledd["dato"]) <= dag
    ]
    for oppgave in data.get("oppgaver", []):
        if "ferdig" in oppgave and dag_for(oppgave["ferdig"]) > dag:
            oppgave.pop("ferdig")
        if "frist" in data and oppgave["frist"] > data["frist"]:
            # It was moved together with the oppdrag.
            oppgave["frist"] = data["frist"]
    if not data["videredelegert"]:
        data.pop("videredelegert")
    return data


def _vedtak(_fil: str, data: Any, dag: date) -> Any:
    _frist(data, dag)
    for del_ in (data, *data.get("punkter", [])):
        if "avsluttet" in del_ and dag_for(del_["avsluttet"]["dato"]) > dag:
            del_.pop("avsluttet")
    data["dokumentasjon"] = [
        ett for ett in data.get("dokumentasjon", []) if dag_for(ett["dato"]) <= dag
    ]
    data["oppdrag"] = [id_ for id_ in data.get("oppdrag", []) if gitt(id_) <= dag]
    return {navn: verdi for navn, verdi in data.items() if verdi != []}


def _dialog(_fil: str, data: Any, dag: date) -> Any:
    for avtale in data["avtalt"]:
        if "ferdig" in avtale and dag_for(avtale["ferdig"]) > dag:
            avtale.pop("ferdig")
    return data


def _rapport(fil: str, data: Any, dag: date) -> Any:
    if fil.endswith(("grunnlag.yaml", "okonomi.yaml", "beredskap.yaml")):
        return data
    if fil.endswith("kommunedirektor.yaml"):
        if dag_for(data["godkjent"]["dato"]) > dag:
            return {"samlet_vurdering": ""}
        if dag_for(data["utsendt"]) > dag:
            del data["utsendt"]
        data["behandlet"] = [ett for ett in data["behandlet"] if dag_for(ett["dato"]) <= dag]
        return {navn: verdi for navn, verdi in data.items() if verdi != []}
    if dag_for(data["kvalitetssikret"]) > dag:
        data["kvalitetssikret"] = None
    if dag_for(data["levert"]) > dag:
        tomme = {
            slag: {
                id_: {"status": None} | ({"frist": m["frist"]} if m.get("frist") else {})
                for id_, m in data[slag].items()
            }
            for slag in ("oppdrag", "bidrag", "vedtak")
            if slag in data
        }
        return {"levert": None, "kvalitetssikret": None, **tomme}
    return data


def git(rot: Path, *argumenter: str, **miljo: str) -> str:
    grunn = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    svar = subprocess.run(
        ["git", *argumenter],
        cwd=rot,
        env={**os.environ, **grunn, **miljo},
        check=True,
        capture_output=True,
        text=True,
    )
    return svar.stdout


def bygg(rot: Path) -> list[Hendelse]:
    """Make a repository with the whole history, and give what happened, one for each commit."""
    rot.mkdir(parents=True, exist_ok=True)
    git(rot, "init", "-q", "-b", "main")
    alle = hendelser()
    for nr, hendelse in enumerate(alle):
        for fil in hendelse.filer:
            sti = rot / "data" / fil
            sti.parent.mkdir(parents=True, exist_ok=True)
            sti.write_text(som_den_var(fil, hendelse.dag), encoding="utf-8", newline="\n")
        epost = f"{hendelse.hvem.replace(' ', '.').replace('ø', 'o')}@granvaag.invalid"
        naar = f"{hendelse.dag}T{8 + nr % 9:02}:{nr % 60:02}:00+01:00"
        hvem = {
            f"GIT_{rolle}_{felt}": verdi
            for rolle in ("AUTHOR", "COMMITTER")
            for felt, verdi in (("NAME", hendelse.hvem), ("EMAIL", epost), ("DATE", naar))
        }
        git(rot, "add", "-A")
        git(rot, "commit", "-q", "--allow-empty", "-m", hendelse.hva, **hvem)
    return alle


def hent(rot: Path) -> None:
    """The same repository from the file that the example comes with, which is a second's work."""
    rot.mkdir(parents=True, exist_ok=True)
    git(rot, "init", "-q", "-b", "main")
    with (DATA.parent / "historie.fast-import").open("rb") as strom:
        subprocess.run(["git", "-C", str(rot), "fast-import", "--quiet"], stdin=strom, check=True)
    git(rot, "reset", "-q", "--hard", "main")


if __name__ == "__main__":
    print(f"{len(bygg(Path(sys.argv[1])))} hendelser")  # noqa: T201  run by hand
