"""What is not for the public reaches no public output: not a word, not an id, not a
count but one.
"""

import dataclasses
import inspect
import itertools
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

import pytest

from styring.cli.felles.kommandoer import KOMMANDOER
from styring.lesing.innlesing import les_inn
from styring.modell import form
from styring.modell.form import OPPDRAG_ID, VEDTAK_ID, VEDTAK_NOKKEL, Leser, Monster, Tekst
from styring.modell.oppdrag import Oppdrag
from styring.prosjekt.tre import Arbeidstre
from styring.register.felter import felter_for
from styring.register.henvisninger import SKJULT
from styring.register.leser import for_leser
from styring.register.register import Register
from tests import kanari
from tests.conftest import Kjor
from tests.dokumenthjelp import alt_i
from tests.historie import git
from tests.skjemahjelp import EKSEMPEL
from tests.utgavehjelp import naar

DAG = ("--dato", "2024-11-20")
MODELLER = (
    "arshjul",
    "beredskap",
    "kurs",
    "tema",
    "virksomhetsplan",
    "grunnlag",
    "kommune",
    "maal",
    "okonomi",
    "oppdrag",
    "rapport",
    "styringsbrev",
    "styringsdialog",
    "vedtak",
)
SVAR: dict[str, list[tuple[str, ...]]] = {
    "": [()],
    "status": [
        (),
        *((valg,) for valg in ("--bare-avvik", "--delansvar", "--utsatt", "--ikke-delegert")),
        ("--sektor", "HOM"),
        ("--aar", "2023"),
    ],
    "vedtak": [(), ("--avsluttet",), ("--organ", "FSK"), ("--frist-innen", "3m")],
    "tertial gjeldende": [(), ("2024-T2",)],
    "okonomi": [(), ("--sektor", "HOM"), ("--omraade", "SYKEH"), ("--mangler",)],
    "tilstand": [(), ("--sektor", "FOS")],
    "beredskap": [(), ("--sektor", "HOM")],
    "sjekkliste": [(), ("ORG",)],
    "mine": [("HOM",), ("TEK",)],
    "frister": [("--innen", "400d")],
    "vis": [
        (id_,)
        for id_ in ("2024-FOS-02", "HOM", "ORG", "FSK", "KS 98/22", "KS", "2023-TEK-01", "OP-1.1")
    ],
    "finn": [(kanari.ORD,), ("plan",), ("hom",), ("fsk",)],
    "maal": [(), ("--matrise",), ("--status",)],
    "arshjul": [()],
    "endringer": [
        ("HEAD~1",),
        ("HEAD~1", "HEAD"),
        ("2024-10-20", "--sektor", "HOM"),
        ("--arshjul", "2023", "2024"),
    ],
    "historikk": [
        (id_,) for id_ in ("2024-FOS-02", "2023-TEK-01", "KS 98/22", "2023-KUL-01", "OP-2.1")
    ],
}
"""Every way to ask that takes ``--for``, with arguments that reach as much as they can."""
RAPPORTER: dict[str, list[tuple[str, ...]]] = {
    "rapport tertial": [
        ("2023-T2",),
        ("2024-T1",),
        ("2024-T1", "--bare-avvik"),
        ("2023-AR", "--kort"),
        ("2023-T1", "--sektor", "HOM"),
    ],
    "rapport vedtak": [(), ("--apne",), ("--organ", "FSK")],
    "rapport styringsbrev": [("--aar", "2023"), ("--aar", "2024")],
    "rapport virksomhetsplan": [
        ("--sektor", "HOM"),
        ("--sektor", "FOS"),
        ("--sektor", "ORG", "--aar", "2023"),
    ],
    "rapport styringsdialog": [("--sektor", "HOM"), ("--sektor", "FOS")],
    "rapport tilstand": [(), ("--aar", "2023")],
    "rapport beredskap": [()],
    "rapport styringskonferanse": [(), ("--aar", "2023")],
    "rapport arsrapport": [("--aar", "2023")],
    "rapport manedsrapport": [(), ("2024-09",)],
}


@pytest.fixture(scope="module")
def rot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The canaries, over a history without them."""
    rot = kanari.lag(tmp_path_factory.mktemp("kanari") / "kommune")
    fugler = {fil.relative_to(rot): fil.read_bytes() for fil in (rot / "data").rglob("*.yaml")}
    for fil in fugler:
        if (EKSEMPEL / fil).is_file():
            (rot / fil).write_bytes((EKSEMPEL / fil).read_bytes())
    git(rot, "init", "-q", "-b", "main")
    git(rot, "add", "-A")
    git(rot, "commit", "-qm", "uten", **naar("2024-10-20"))
    for fil, innhold in fugler.items():
        (rot / fil).write_bytes(innhold)
    git(rot, "add", "-A")
    git(rot, "commit", "-qm", "med", **naar("2024-10-21"))
    return rot


@pytest.fixture(scope="module")
def register(rot: Path) -> Register:
    lest = les_inn(Arbeidstre(rot))
    assert not lest.treff
    return lest.register


def tar_leser(modul: str, funksjon: str) -> bool:
    return (
        "for_"
        in inspect.signature(getattr(import_module(f"styring.cli.{modul}"), funksjon)).parameters
    )


def test_alle_kommandoer_som_tar_en_leser_er_med() -> None:
    blad = [(kommando.navn, kommando) for kommando in KOMMANDOER if not kommando.under]
    blad += [
        (f"{kommando.navn} {under.navn}", under)
        for kommando in KOMMANDOER
        for under in kommando.under
    ]
    assert {navn for navn, ett in blad if tar_leser(ett.modul, ett.funksjon)} == {
        navn for navn in {**SVAR, **RAPPORTER, "eksport": (), "nettsted": ()} if navn
    }
    assert tar_leser("felles.app", "_uten_kommando")


def test_hvert_felt_som_ikke_er_for_alle_har_en_kanarifugl() -> None:
    """A field that is new and not for everybody must be put in the canaries before this passes."""
    assert set(kanari.ikke_for_alle()) == {
        ("Kommune", "unntak"),
        ("Oppdrag", "unntakshjemmel"),
        ("Vedtak", "unntakshjemmel"),
        ("Melding", "til_kommunedirektoren"),
        ("Godkjenning", "innhold"),
        ("Styringsbrev", "laas"),
        ("Tillegg", "laas"),
        *(
            ("Grunnlag", felt)
            for felt in (
                "kommune",
                "godkjente",
                "styringsbrev",
                "oppdrag",
                "vedtak",
                "maal",
                "maalinger",
                "rapporter",
                "samlerapporter",
            )
        ),
        *(("Styringsdialog", felt) for felt in ("dato", "tema", "avtalt", "neste")),
        *(("Avtale", felt) for felt in ("nr", "tekst", "ansvarlig", "frist", "ferdig")),
        *(("Regnskap", felt) for felt in ("kilde", "omraader", "investeringer")),
        *(("Regnskapslinje", felt) for felt in ("regnskap", "budsjett")),
        *(("Fravaer", felt) for felt in ("kilde", "enheter")),
        *(("Fravaerslinje", felt) for felt in ("aarsverk", "korttid", "langtid", "i_fjor")),
        *(("Maanedsord", felt) for felt in ("levert", "omraader", "investeringer", "tiltak")),
        *(("Omraadeord", felt) for felt in ("som_budsjett", "prognose", "avvik", "kommentar")),
        *(("Omraadeord", felt) for felt in ("aarsak", "uten_tiltak", "budsjettendring")),
        ("Omraadeord", "inndekning"),
        *(("Investeringsord", felt) for felt in ("aarsprognose", "totalprognose", "ferdig")),
        ("Investeringsord", "kommentar"),
        ("Oppnaadd", "oppnadd"),
        ("Innsparing", "tiltak"),
        *(("Innsparingstiltak", felt) for felt in ("omraade", "tekst", "opphav", "foreslatt")),
        *(("Innsparingstiltak", felt) for felt in ("iverksatt", "ansvarlig", "frist", "effekt")),
        ("Virksomhetsplan", "risiko"),
        *(("Planrisiko", felt) for felt in ("tekst", "tiltak")),
        *(("Kursandel", felt) for felt in ("kurs", "enhet", "ansatte", "andel", "dato", "kilde")),
        ("Kurs", "andeler"),
        *(("Tiltakstall", felt) for felt in ("dato", "apne", "ferdige")),
        *(("Ros", felt) for felt in ("dato", "organ", "sak", "enheter", "tiltakstall", "arkiv")),
        *(("Beredskapsplan", felt) for felt in ("tittel", "type", "eier", "revidert")),
        *(("Beredskapsplan", felt) for felt in ("varsling_provd", "arkiv")),
        *(("Hendelsesmangel", felt) for felt in ("nr", "tekst", "tiltak", "ansvarlig")),
        *(("Hendelsesmangel", felt) for felt in ("frist", "ferdig")),
        *(("Beredskapshendelse", felt) for felt in ("tittel", "type", "dato", "planer")),
        *(("Beredskapshendelse", felt) for felt in ("enheter", "evaluert", "mangler")),
        *(
            (klasse, felt)
            for klasse in ("Ros", "Beredskapsplan", "Beredskapshendelse")
            for felt in ("offentlighet", "unntakshjemmel")
        ),
        *(("Maanedssamling", felt) for felt in ("samlet_vurdering", "sett")),
    }


@pytest.mark.parametrize(
    ("kommando", "argumenter", "format_"),
    [
        (navn, ett, format_)
        for navn, alle in SVAR.items()
        for ett, format_ in itertools.product(alle, ("tekst", "json", "csv", "md"))
    ],
    ids=lambda verdi: " ".join(verdi) if isinstance(verdi, tuple) else verdi,
)
def test_ingen_kanarifugl_slipper_ut(
    rot: Path, kjor: Kjor, kommando: str, argumenter: tuple[str, ...], format_: str
) -> None:
    ord_ = kommando.split()
    svar = kjor(
        *ord_, *argumenter, *DAG, "--for", "offentlig", "--format", format_, "--prosjekt", rot
    )
    alt = svar.ut + svar.feil
    if kommando != "finn":
        assert kanari.ORD.lower() not in alt.lower()
    else:
        assert kanari.ORD.lower() not in alt.lower().replace(f"«{kanari.ORD.lower()}»", "").replace(
            f'"sokt": "{kanari.ORD.lower()}"', ""
        )
    for id_ in kanari.SKJULTE:
        assert id_ not in alt
    assert "FSK 31/24" not in alt


@pytest.mark.parametrize("form", ["md", "html", "docx", "pdf", "json"])
@pytest.mark.parametrize(
    "ord_",
    [(*navn.split(), *ett) for navn, alle in RAPPORTER.items() for ett in alle],
    ids=" ".join,
)
def test_ingen_kanarifugl_i_et_dokument(
    rot: Path, tmp_path: Path, kjor: Kjor, ord_: tuple[str, ...], form: str
) -> None:
    """Nothing in the text, the metadata, or any hidden part of the file."""
    fil = tmp_path / f"rapport.{form}"
    dag = () if ord_[1] in ("tertial", "arsrapport") else DAG
    svar = kjor(*ord_, *dag, "--for", "offentlig", "--ut", fil, "--prosjekt", rot)
    alt = alt_i(fil) + (svar.ut + svar.feil).replace(str(fil), "")
    assert len(alt) > 500
    assert kanari.ORD.lower() not in alt.lower()
    # in JSON another year's record may have the same short id
    korte = () if form == "json" else (id_[5:] for id_ in kanari.SKJULTE)
    for id_ in (*kanari.SKJULTE, *korte, "FSK 31/24"):
        assert id_ not in alt


BEREDSKAPEN = (
    (),
    ("beredskap",),
    ("beredskap", "--sektor", "TEK"),
    ("mine", "TEK"),
    ("mine", "ORG"),
    ("frister", "--innen", "400d"),
    ("sjekkliste", "ORG"),
    ("finn", "flom"),
    ("vis", "TEK"),
    ("vis", "ORG"),
    ("vis", "2023/stromutfall"),
)
BEREDSKAPSRAPPORTER = (
    ("tertial", "2024-T2"),
    ("beredskap", *DAG),
    ("arsrapport", "--aar", "2023"),
    ("styringsdialog", "--sektor", "TEK", *DAG),
    ("virksomhetsplan", "--sektor", "TEK", *DAG),
    ("tilstand", *DAG),
)


def test_det_som_er_unntatt_er_ikke_for_alle_innenfor(rot: Path, kjor: Kjor) -> None:
    """Nor the number of it, where that is told by name."""
    fugl = kanari.UNNTATT.lower()
    p = ("--prosjekt", rot)
    sett = ""
    for ord_ in BEREDSKAPEN:
        for leser in ("intern", "ledelse"):
            svar = kjor(*ord_, *DAG, "--for", leser, "--format", "json", *p)
            if leser == "intern":
                assert fugl not in (svar.ut + svar.feil).lower(), ord_
            sett += svar.ut.lower()
    for rapport in BEREDSKAPSRAPPORTER:
        svar = kjor("rapport", *rapport, "--for", "intern", "--format", "md", *p)
        assert fugl not in (svar.ut + svar.feil).lower(), rapport
    svar = kjor("vis", "2024/flom", *DAG, "--for", "intern", *p, ventet=2)
    assert fugl not in svar.feil.lower()
    assert fugl in sett, "the bird is alive: the leadership meets it"


def test_tilsynet_faar_alt_eller_ingenting(rot: Path, tmp_path: Path, kjor: Kjor) -> None:
    """What is hidden must not be told as lacking, so there is no such document but the whole."""
    fil = tmp_path / "tilsyn.md"
    spor = ("rapport", "beredskap", "--tilsyn", *DAG, "--ut", fil, "--prosjekt", rot)
    svar = kjor(*spor, "--for", "offentlig", ventet=2)
    assert "bruk «--for ledelse»" in svar.feil
    assert kanari.ORD.lower() not in svar.feil.lower()
    assert not fil.exists()
    kjor(*spor, "--for", "ledelse")
    assert kanari.ORD.lower() in fil.read_text("utf-8").lower()


@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
def test_ingen_kanarifugl_i_apne_data(rot: Path, tmp_path: Path, kjor: Kjor, form: str) -> None:
    """Nor in a name of a file, a sheet, or what is said of them."""
    svar = kjor("eksport", tmp_path / "ut", *DAG, "--format", form, "--prosjekt", rot)
    alt = svar.ut.replace(str(tmp_path), "") + svar.feil
    for fil in (tmp_path / "ut").iterdir():
        alt += fil.name + (alt_i(fil))
    assert kanari.ORD.lower() not in alt.lower()
    for id_ in (*kanari.SKJULTE, "FSK 31/24"):
        assert id_ not in alt


def test_ledelsen_ser_dem(rot: Path, kjor: Kjor) -> None:
    """The canaries are alive: the leadership meets every kind."""
    p = (*DAG, "--prosjekt", rot)
    for sporsmal in (
        ("vis", "2024-HOM-04"),
        ("vis", "2024-FSK-031"),
        ("vis", "2023-HOM-05"),
        ("status", "--bare-avvik"),
        ("finn", kanari.ORD),
    ):
        assert kanari.ORD in kjor(*sporsmal, *p).ut
    assert "2024-HOM-04" in kjor("vis", "2024-FOS-02", *p).ut
    for rapport in (
        ("styringsdialog", "--sektor", "FOS"),
        ("tertial", "2024-T1"),
        ("vedtak",),
        ("virksomhetsplan", "--sektor", "HOM"),
    ):
        assert kanari.ORD in kjor("rapport", *rapport, *p, "--for", "ledelse").ut


def test_den_som_ikke_finnes_for_leseren(rot: Path, kjor: Kjor) -> None:
    """An exempt id is as unknown as one that never was, and is never suggested."""
    p = ("--for", "offentlig", *DAG, "--prosjekt", rot)
    for id_ in kanari.SKJULTE:
        svar = kjor("vis", id_, *p, ventet=2).feil.replace(f"«{id_}»", "")
        assert not any(skjult in svar for skjult in kanari.SKJULTE)
    assert not any(
        skjult in kjor("vis", "2024-HOM-4", *p, ventet=2).feil.replace("2024-HOM-4»", "")
        for skjult in kanari.SKJULTE
    )


def offentlig_oppdrag(register: Register, **felter: Any) -> Oppdrag:
    """An oppdrag with some fields as they are given, as the public sees it."""
    post = register.oppdrag["2024-FOS-02"]
    ny = post._replace(verdi=dataclasses.replace(post.verdi, **felter))
    return (
        for_leser(
            dataclasses.replace(
                register, poster={**register.poster, "oppdrag": {**register.oppdrag, post.id: ny}}
            ),
            Leser.OFFENTLIG,
        )
        .oppdrag[post.id]
        .verdi
    )


def test_henvisninger_i_lopende_tekst(register: Register) -> None:
    """What a public text calls an exempt record by is taken out of it: the id, the short id, the
    case number.
    """
    smalt = for_leser(register, Leser.OFFENTLIG)
    assert (
        smalt.oppdrag["2024-FOS-02"].verdi.avgrensning
        == f"Se også {SKJULT}, {SKJULT} og {SKJULT} om dette."
    )
    assert smalt.oppdrag["2024-FOS-02"].verdi.viderefort_fra is None


@pytest.mark.parametrize(
    "skrevet",
    [
        "hom-04",
        "2024-hom-04",
        "Hom-04",
        "HOM–04",
        "HOM\u201104",
        "HOM-04/",
        "_HOM-04_",
        "FSK31/24",
        "FSK 31-24",
        "fsk-sak 31/2024",
        "PS 31/24/1",
        "Plan-HOM-04",
        "031/24",
        "FSK 30–31/24",
        "29 og 31/24",
        "29-33/24",
        "31\u00a0/\u00a024",
        "HOM-04s",
        "31/24b",
        "00031/24",
        "FSK 031",
        "HOM 04",
        "HOM04",
        "HOM-4",
        "2024_HOM_004",
        "HOM\uff0d04",
        "31\u204424",
        "31\u221524",
        "saken 31-24",
        "2024–HOM–04",
        "2024-HOM-04/2",
        "2024-FSK-031/1",
        "2024-FSK-031/12",
        "FSK-031/1",
        "HOM-04/12",
        "2024-HOM-04 / 2",
        "HOM-03/04",
        "HOM-03, 04 og 05",
        "HOM-03–05",
        "2024-HOM-03 til 06",
        "HOM-04s/05",
        "Helse, omsorg og mestring nr. 04",
        "helse-, omsorg- og mestringssektoren 04",
        "formannskapet 31 (24)",
    ],
)
def test_hvordan_folk_skriver_henvisninger(register: Register, skrevet: str) -> None:
    """However a hidden record is named in a public text, the name is taken out."""
    tekst = offentlig_oppdrag(register, avgrensning=f"Se {skrevet} nå.").avgrensning or ""
    assert SKJULT in tekst
    assert "04" not in tekst
    assert "24" not in tekst


@pytest.mark.parametrize(
    "skrevet",
    [
        "økonomiplan 2023–2026",
        "KS 54/22",
        "10-12 prosent",
        "sak- og arkivløsning",
        "COVID-19",
        "1.–3. juni",
        "2023-12-01",
        "24/7",
        "skoleåret 31–24",
        "for 31-24 år og kl. 31–24",
        "KS 31/24",
        "kommunestyrets sak 31/24",
        "Teknisk og samfunn nr. 04",
        "FSK 32/24",
        "FSK 31/22",
        "HOM-03/2",
        "HOM-01, 02 og 03",
        "HOM-01–03",
        "KS 98/22, KS 92/23 og FSK 30/24",
        "2023-HOM-04/2",
        "HOM-03",
        "2023-HOM-04",
        "HOM 0412",
        "a-" * 4000 + "a",
    ],
)
def test_det_som_ikke_er_navn_blir_staaende(register: Register, skrevet: str) -> None:
    assert offentlig_oppdrag(register, avgrensning=skrevet).avgrensning == skrevet


def test_en_tittel_som_bare_er_et_navn(register: Register) -> None:
    """A field that must be given is never empty: it says that something is not public."""
    for navn in ("2024-HOM-04", "2024-HOM-04/2", "2024-FSK-031/1"):
        assert offentlig_oppdrag(register, tittel=navn).tittel == SKJULT


def test_koder_og_tider_er_ikke_navn(register: Register) -> None:
    """A code of a goal or a unit stands, though a hidden record could be called the
    same for short.
    """
    oppdrag = offentlig_oppdrag(
        register, delmaal=("HOM-4.1",), delansvar=("HOM4",), frist=date(2024, 4, 4)
    )
    assert (oppdrag.delmaal, oppdrag.delansvar, oppdrag.frist) == (
        ("HOM-4.1",),
        ("HOM4",),
        date(2024, 4, 4),
    )


def test_alt_som_kan_nevne_en_sak_blir_sett_gjennom() -> None:
    """Every field that holds text of people's own, or an id, wherever it lies in a record."""
    alt = [
        en for modul in MODELLER for en in vars(import_module(f"styring.modell.{modul}")).values()
    ]
    klasser = [en for en in alt if isinstance(en, type) and dataclasses.is_dataclass(en)]
    assert len(klasser) > 20
    for klasse in klasser:
        ventet = {felt.name for felt in dataclasses.fields(klasse) if har_tekst(felt.type)}
        felter = felter_for(klasse, Leser.OFFENTLIG)
        assert ventet <= {navn for navn, _ in (*felter.nevner, *felter.skjules)}, klasse


def test_hvert_moenster_er_en_id_eller_ikke() -> None:
    """A new pattern must be judged: does it name a record, or stand for something else?"""
    andre = {
        "BUDSJETTKODE",
        "KODE",
        "MAALKODE",
        "PERIODEKODE",
        "PERIODE_ID",
        "TIDSPUNKT",
        "AVTRYKK",
        "SLUGG",
        "MAANED_DAG",
        "KOMMUNENUMMER",
        "REGELKODE",
        "AARSTALL",
        "KORT_AVTRYKK",
        "RAPPORT_ID",
    }
    andre |= {"LAAS_NOKKEL"}  # ids, in a field that is for the leadership alone
    assert {navn for navn, verdi in vars(form).items() if isinstance(verdi, Monster)} == andre | {
        "OPPDRAG_ID",
        "VEDTAK_ID",
        "VEDTAK_NOKKEL",
    }


def har_tekst(type_: Any) -> bool:
    merker = getattr(type_, "__metadata__", ())
    if (
        any(
            isinstance(merke, Tekst) or merke in (OPPDRAG_ID, VEDTAK_ID, VEDTAK_NOKKEL)
            for merke in merker
        )
        or type_ is str
    ):
        return True
    if any(isinstance(merke, Monster) for merke in merker):
        return False
    if isinstance(type_, type) and dataclasses.is_dataclass(type_):
        return any(har_tekst(felt.type) for felt in dataclasses.fields(type_))
    return any(har_tekst(del_) for del_ in get_args(type_))


def test_tre_lesere(register: Register) -> None:
    offentlig, intern, ledelse = (for_leser(register, leser) for leser in Leser)
    assert (offentlig.utelatt, intern.utelatt, ledelse.utelatt) == (8, 6, 0)
    assert ledelse is register
    assert "2023-ORG-02" in intern.oppdrag
    assert "2024-HOM-04" not in intern.oppdrag
    assert "2024-T2/FOS" in intern.rapporter
    assert "2024-T2/FOS" not in offentlig.rapporter
    assert "2024-T1/FOS" in offentlig.rapporter
    assert all(meldt.melding.til_kommunedirektoren is None for meldt in intern.alle_meldinger())
    assert any(meldt.melding.til_kommunedirektoren for meldt in ledelse.alle_meldinger())


def test_offentligheten_ser_en_rapport_fra_den_er_godkjent(kjor: Kjor) -> None:
    register = les_inn(Arbeidstre(EKSEMPEL)).register
    smalt = for_leser(register, Leser.OFFENTLIG)
    for meldt in smalt.alle_meldinger():
        godkjent = register.samlerapporter[meldt.periode].verdi.godkjent
        assert godkjent
        assert meldt.fra
        assert meldt.fra >= godkjent.dato


def test_en_godkjent_periode_som_er_endret_vises_ikke(rot: Path, tmp_path: Path) -> None:
    """Words that nobody has approved are not published, even in a period that was."""
    import shutil

    shutil.copytree(EKSEMPEL, tmp_path / "p")
    fil = tmp_path / "p" / "data" / "rapporter" / "2024-T1" / "TEK.yaml"
    fil.write_text(
        fil.read_text(encoding="utf-8").replace(
            "samlet_vurdering: |\n  ", "samlet_vurdering: |\n  Endret. ", 1
        ),
        encoding="utf-8",
    )
    smalt = for_leser(les_inn(Arbeidstre(tmp_path / "p")).register, Leser.OFFENTLIG)
    assert not any(id_.startswith("2024-T1/") for id_ in smalt.rapporter)
    assert any(id_.startswith("2023-T2/") for id_ in smalt.rapporter)


def test_uleste_filer_rober_ingen_id(rot: Path, tmp_path: Path, kjor: Kjor) -> None:
    import shutil

    shutil.copytree(rot, tmp_path / "p")
    (tmp_path / "p" / "data" / "oppdrag" / "2024" / "HOM-04.yaml").write_text(
        "tittel: [", encoding="utf-8"
    )
    ut = kjor(
        "status",
        *DAG,
        "--for",
        "offentlig",
        "--format",
        "json",
        "--prosjekt",
        tmp_path / "p",
        ventet=1,
    ).ut
    assert '"data/oppdrag/2024/"' in ut
    assert "HOM-04" not in ut


def test_offentligheten_faar_ikke_vite_hvem_som_har_levert(rot: Path, kjor: Kjor) -> None:
    """Before a period is approved its forms are gone, and a step that was taken must not look as if
    it was not.
    """
    p = ("--innen", "60d", "--dato", "2024-09-14", "--prosjekt", rot)
    assert "2024-T2/levering" in kjor("frister", *p).ut
    ut = kjor("frister", "--for", "offentlig", *p).ut
    assert "2024-T2/mote" in ut
    assert not any(
        f"2024-T2/{ledd}" in ut
        for ledd in ("bidrag", "levering", "kvalitetssikring", "godkjenning")
    )


def test_regnearket_sier_ogsaa_hva_som_er_utelatt(rot: Path, kjor: Kjor) -> None:
    svar = kjor("status", *DAG, "--for", "offentlig", "--format", "csv", "--prosjekt", rot)
    assert svar.feil == "8 saker er ikke for denne leseren, og er utelatt.\n"
    assert "utelatt" not in svar.ut
