"""One list of record types: every type is read, counted, found, shown, narrowed and told of, and so
is one that is added by a line.
"""

import dataclasses
import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest

from styring.fag.norsk import fold
from styring.lesing.innlesing import les_inn
from styring.lesing.jsonskjema import jsonskjemaer
from styring.modell import form, kommune, okonomi
from styring.modell.belop import Desimaltall
from styring.modell.fnmaal import FnMaalform
from styring.modell.form import Dato, JaNei, Leser, Monster, NokkelMonster, Omraade, Tekst
from styring.prosjekt.tre import Arbeidstre
from styring.register import posttyper
from styring.register.felter import RANG, leseren_av
from styring.register.leser import for_leser
from styring.register.post import Post
from styring.register.posttyper import Posttype
from styring.register.register import Register
from styring.register.samling import samle
from styring.register.tekster import tekster
from styring.register.typer import alle, id_av, klassen, tittel_paa, type_for
from styring.sporring.poster.finn import finn
from styring.sporring.poster.id_er import kjente_id
from styring.sporring.poster.vis import vis
from styring.sporring.tid.endringer import Utgave, mellom
from styring.visning.felles import linjer
from styring.visning.poster import vis as visning
from tests.conftest import ROT, Kjor, skriv

EKSEMPEL = ROT / "eksempel"
DATO = date(2024, 10, 20)
REGISTER = les_inn(Arbeidstre(EKSEMPEL)).register
HVER_TYPE = pytest.mark.parametrize("type_", alle(), ids=lambda type_: type_.navn)
LEKETYPE = Posttype(
    navn="lekeplan",
    monster=r"lekeplaner/[a-z0-9-]{2,40}\.yaml",
    sted="data/lekeplaner/<navn>.yaml",
    klasse="tests.leketype:Lekeplan",
    leser=Leser.OFFENTLIG,
    ord=("lekeplan", "lekeplaner"),
    tittel="navn",
)


def siden(register: Register, id_: str) -> str:
    return linjer.vis(visning.side(vis(register, id_, DATO)))


def poster(type_: Posttype, register: Register = REGISTER) -> list[Post[Any]]:
    return list(register.poster.get(type_.navn, {}).values())


# What stands of every type


@HVER_TYPE
def test_hver_type_leses_og_telles(type_: Posttype) -> None:
    filer = [fil.relative_to(EKSEMPEL).as_posix() for fil in (EKSEMPEL / "data").rglob("*.yaml")]
    egne = [fil for fil in filer if type_for(fil) == type_]
    assert egne
    assert {id_av(type_, fil) for fil in egne} == {post.id for post in poster(type_)}
    assert all(REGISTER.antall_poster[ord_ or type_.ord[0]] for ord_, _ in type_.telles)


def test_hver_fil_er_av_hoyst_en_type() -> None:
    for fil in (EKSEMPEL / "data").rglob("*.yaml"):
        sti = fil.relative_to(EKSEMPEL / "data").as_posix()
        assert sum(bool(re.fullmatch(type_.monster, sti)) for type_ in alle()) == 1, sti


def test_hver_type_sier_hvem_den_er_for_og_har_egne_navn() -> None:
    for felt in ("navn", "monster", "sted", "klasse"):
        assert len({getattr(type_, felt) for type_ in alle()}) == len(alle())
    assert "leser" not in Posttype._field_defaults
    assert all(isinstance(type_.leser, Leser) and all(type_.ord) for type_ in alle())


@HVER_TYPE
def test_hver_type_kan_finnes(type_: Posttype) -> None:
    """A sentence of a record leads to that record, or to the part of it that says it."""
    provd = 0
    for post in poster(type_)[:5]:
        alle_ord = sorted((tekst for _, tekst in tekster(post.verdi)), key=len, reverse=True)
        # figures alone have no sentence, only the case they were told in
        lange = [tekst for tekst in alle_ord if len(tekst.split()) > 2] or alle_ord[:1]
        for tekst in lange[:3]:
            ord_ = " ".join(tekst.split()[:6])
            assert finn(REGISTER, ord_).treff, (post.id, ord_)
            provd += 1
    assert provd


def test_hver_id_kan_vises() -> None:
    for id_, tittel in kjente_id(REGISTER).items():
        assert len(siden(REGISTER, id_).splitlines()) > 2, id_
        assert tittel


@HVER_TYPE
def test_hver_type_har_en_id_som_kan_vises(type_: Posttype) -> None:
    for post in poster(type_):
        navn = {post.id, *getattr(post.verdi, "aktiviteter", ()), getattr(post.verdi, "kode", "")}
        assert navn & kjente_id(REGISTER).keys(), post.id


@HVER_TYPE
@pytest.mark.parametrize("leser", [Leser.OFFENTLIG, Leser.INTERN])
def test_hver_type_smalnes(type_: Posttype, leser: Leser) -> None:
    """What is for fewer than the reader is gone: the whole type, the record, and each
    field of it.
    """
    smalt = for_leser(REGISTER, leser)
    if RANG[type_.leser] > RANG[leser]:
        assert poster(type_, smalt) == []
    for post in poster(type_, smalt):
        for felt, verdi in feltene(post.verdi):
            assert RANG[leseren_av(felt)] <= RANG[leser] or verdi in (felt.default, None, ()), (
                post.id,
                felt.name,
            )


def feltene(verdi: Any) -> Iterator[tuple[Any, Any]]:
    """Every field of a record, and of the records in it, with what stands in it."""
    if hasattr(verdi, "__dataclass_fields__"):
        for felt in dataclasses.fields(verdi):
            under = getattr(verdi, felt.name)
            yield felt, under
            yield from feltene(under)
    elif isinstance(verdi, tuple | dict):
        for ledd in verdi.values() if isinstance(verdi, dict) else verdi:
            yield from feltene(ledd)


def test_det_registeret_ellers_vet_er_for_ledelsen() -> None:
    """A part of the register that narrowing says nothing of is left behind, whatever it is."""
    hemmelig = Post("x", "data/x.yaml", "hemmelig")
    kjent = {felt.name for felt in dataclasses.fields(Register)}
    ukjent_type = dataclasses.replace(
        REGISTER,
        poster={**REGISTER.poster, "ukjent": {"x": hemmelig}},
        mulige_personopplysninger={"data/x.yaml": "hemmelig"},
    )
    smalt = for_leser(ukjent_type, Leser.INTERN)
    assert all("hemmelig" not in str(getattr(smalt, navn)) for navn in kjent)
    assert set(smalt.poster) == {type_.navn for type_ in alle()} - {"styringsdialog", "grunnlag"}


def test_et_felt_som_ikke_sier_hvem_det_er_for_er_for_ledelsen() -> None:
    uten_leser = dataclasses.make_dataclass(
        "UtenLeser", [("x", str, dataclasses.field(default=""))]
    )
    assert leseren_av(dataclasses.fields(uten_leser)[0]) is Leser.LEDELSE


# Each field


EKSEMPLER_PAA = {
    form.KODE: ("HOM", "KUL"),
    form.MAALKODE: ("TF-1.1", "TF-1.2"),
    form.OPPDRAG_ID: ("2023-HOM-01", "2023-HOM-02"),
    form.VEDTAK_ID: ("2022-KS-001", "2022-KS-002"),
    form.VEDTAK_NOKKEL: ("2022-KS-001", "2022-KS-002"),
    form.PERIODEKODE: ("T1", "T2"),
    form.PERIODE_ID: ("2023-T1", "2023-T2"),
    form.AARSTALL: ("2023", "2024"),
    form.RAPPORT_ID: ("2023-T1/OUS", "2023-T2/OUS"),
    form.TIDSPUNKT: ("2023-11", "2023-12"),
    form.AVTRYKK: ("a" * 64, "b" * 64),
    form.SLUGG: ("a-melding", "b-melding"),
    form.MAANED_DAG: ("04-30", "08-31"),
    form.BUDSJETTKODE: ("SKOLE", "SYKEH"),
    okonomi.FORSLAG_ID: ("2024-T1/1", "2024-T1/2"),
    okonomi.TILTAK_ID: ("SKOLE-1", "SYKEH-1"),
    kommune.NETTADRESSE: ("https://kode.example/a", "https://kode.example/b"),
    kommune.SAKSMONSTER: ("PS {nr}-{aar}", "MS {nr}-{aar}"),
    form.KOMMUNENUMMER: ("3222", "3029"),
    form.KORT_AVTRYKK: ("a" * 12, "b" * 12),
    form.LAAS_NOKKEL: ("2023-HOM-01", "2023-HOM-02"),
    form.REGELKODE: ("ST302", "ST303"),
}

KODEEKSEMPLER = {kode for par in EKSEMPLER_PAA.values() for kode in par}
KODER = {"Satsingsomraade.kode": ("TF", "TG"), "Hovedmaal.kode": ("TF-1", "TF-2")}


def lag(type_: Any, navn: str, nr: int) -> Any:  # noqa: PLR0911  one return for each kind of type
    """A value that a field may hold; another one for another number."""
    opphav, deler = get_origin(type_), get_args(type_)
    if opphav is Annotated:
        for merke in deler[1:]:
            match merke:
                case Monster():
                    return KODER.get(navn, EKSEMPLER_PAA[merke])[nr]
                case Tekst():
                    return f"Teksten til {navn}, utgave {nr}"
                case Omraade(minst=minst):
                    return max(minst, 1) + (nr if minst != merke.hoyst else 0)
                case Dato():
                    return date(2023, 3, 1 + nr)
                case Desimaltall():
                    return Decimal(1000 + nr)
                case FnMaalform():
                    return 3 + nr
                case JaNei():
                    return bool(nr)
        nokkel = next(
            (merke.monster for merke in deler[1:] if isinstance(merke, NokkelMonster)), None
        )
        return (
            {EKSEMPLER_PAA[nokkel][0]: lag(get_args(deler[0])[1], navn, nr)}
            if nokkel
            else lag(deler[0], navn, nr)
        )
    if opphav is Literal:
        return deler[min(nr, len(deler) - 1)]
    if opphav is tuple:
        return (lag(deler[0], navn, nr),)
    if dataclasses.is_dataclass(type_) and isinstance(type_, type):
        return type_(
            **{
                felt.name: lag(felt.type, f"{type_.__name__}.{felt.name}", nr)
                for felt in dataclasses.fields(type_)
            }
        )
    valg = [del_ for del_ in deler if del_ is not type(None)]
    return lag(next((del_ for del_ in valg if get_origin(del_) is not Literal), valg[0]), navn, nr)


def stiene(verdi: Any, foran: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path to every field that holds no other records."""
    for felt in dataclasses.fields(verdi):
        under, sti = getattr(verdi, felt.name), (*foran, felt.name)
        if isinstance(under, dict):
            [(_nokkel, under)], sti = under.items(), (*sti, *list(under)[:1])
        elif isinstance(under, tuple) and under and dataclasses.is_dataclass(under[0]):
            under, sti = under[0], (*sti, 0)
        yield from stiene(under, sti) if dataclasses.is_dataclass(under) else [sti]


def bytt(verdi: Any, sti: tuple[Any, ...], annen: Any) -> Any:
    """The same record with the value of another at a path."""
    if not sti:
        return annen
    ledd, *rest = sti
    if isinstance(verdi, dict):
        return {ledd: bytt(verdi[ledd], tuple(rest), annen[ledd])}
    if isinstance(verdi, tuple):
        return (bytt(verdi[ledd], tuple(rest), annen[ledd]),)
    return type(verdi)(
        **{f.name: getattr(verdi, f.name) for f in dataclasses.fields(verdi)}
        | {ledd: bytt(getattr(verdi, ledd), tuple(rest), getattr(annen, ledd))}
    )


def stien(type_: Posttype) -> str:
    """A path that holds a record of a type."""
    deler = {
        "<år>": "2023",
        "<periode>": "T1",
        "<KODE>": "KS-009",
        "<ENHET>": "HOM",
        "<nr>": "1",
        "<måned>": "03",
        "<navn>": "tidlig",
    }
    return re.sub("<[^>]+>", lambda treff: deler[treff[0]], type_.sted)


def med(type_: Posttype, verdi: Any) -> Register:
    """A register of the municipality in eksempel/ with one record of a type, and nothing else."""
    fil = stien(type_)
    assert type_for(fil) == type_
    andre = {"kommune": poster(alle()[0])} | (
        {"oppdrag": [], "vedtak": []} if type_.navn not in ("oppdrag", "vedtak") else {}
    )
    return samle({**andre, type_.navn: [Post(id_av(type_, fil), fil, verdi)]})


def alt_som_vises(register: Register) -> str:
    return "\n".join(siden(register, id_) for id_ in kjente_id(register))


VISES_IKKE = {
    ("maal", "nr"): "rekkefølgen, som sees av hvor området står",
    ("oppdrag", "offentlighet"): "«offentlig» er det vanlige og sies ikke; intern og unntatt sies",
    ("oppdrag", "unntakshjemmel"): "sies når oppdraget er unntatt",
    ("vedtak", "offentlighet"): "«offentlig» er det vanlige og sies ikke; intern og unntatt sies",
    ("vedtak", "unntakshjemmel"): "sies når vedtaket er unntatt",
    ("vedtak", "forelder"): "vises når budsjettsaken finnes",
    ("vedtak", "punkt"): "vises sammen med budsjettsaken",
    ("vedtak", "oppdrag"): "vises når oppdraget finnes",
    ("oppdrag", "delmaal"): "vises når delmålet finnes",
    ("arshjul", "aktiviteter.nar"): "vises som de dagene regelen gir",
    ("styringsbrev", "laas"): "vises som hvor mange avtrykk det er",
    ("styringsbrev", "tillegg.laas"): "vises som hvor mange avtrykk det er",
    ("grunnlag", "styringsbrev.laas"): "vises som hvor mange avtrykk det er",
    ("grunnlag", "styringsbrev.tillegg.laas"): "vises som hvor mange avtrykk det er",
}
"""The fields that a page does not show, or only beside something that this test leaves out, and
why.
"""
SIES_IKKE = {
    ("rapport", "levert"): "sies ved at det som er meldt, gjelder fra den dagen",
    ("rapport", "kvalitetssikret"): "et skritt på veien, som står i «purring»",
    ("rapport", "oppdrag"): "sies under oppdraget det er meldt om",
    ("rapport", "bidrag"): "sies under oppdraget det er meldt om",
    ("rapport", "vedtak"): "sies under vedtaket det er meldt om",
    ("maal", "nr"): "rekkefølgen, som sees av hvor området står",
    ("maal", "kode"): "en annen kode er et annet mål: det ene er borte, det andre nytt",
    ("oppdrag", "tidligere_id"): "sies som det nye navnet",
    ("vedtak", "tidligere_id"): "sies som det nye navnet",
}
"""The fields whose change `endringer` does not tell of as such, and why."""


def unntatt(unntak: dict[tuple[str, str], str], type_: Posttype, sti: tuple[Any, ...]) -> bool:
    """Whether a field, or one that it lies in, is an exception.

    Keys of the data and places in lists are not names of fields.
    """
    navn = [ledd for ledd in sti if isinstance(ledd, str) and ledd not in KODEEKSEMPLER]
    return any(
        (type_.navn, ".".join(navn[:antall])) in unntak for antall in range(1, len(navn) + 1)
    )


def hvert_felt() -> list[Any]:
    ut = []
    for type_ in alle():
        verdi = lag(klassen(type_), type_.navn, 0)
        ut += [
            pytest.param(type_, sti, id=f"{type_.navn}-{'.'.join(map(str, sti))}")
            for sti in stiene(verdi)
        ]
    return ut


@pytest.mark.parametrize(("type_", "sti"), hvert_felt())
def test_hvert_felt_vises_og_sies_av_endringer(type_: Posttype, sti: tuple[Any, ...]) -> None:
    """Each field is told, or stands in a list with its reason.

    A new field is shown and told without another line of code.
    """
    klasse = klassen(type_)
    foer = lag(klasse, type_.navn, 0)
    naa = bytt(foer, sti, lag(klasse, type_.navn, 1))
    if sti[-1] == "format":
        return  # has one value alone
    gammelt, nytt = med(type_, foer), med(type_, naa)
    if not unntatt(VISES_IKKE, type_, sti):
        assert alt_som_vises(gammelt) != alt_som_vises(nytt)
    svar = mellom(Utgave("før", DATO, None, gammelt), Utgave("nå", DATO, None, nytt))
    if not unntatt(SIES_IKKE, type_, sti):
        assert svar.enheter


# A type that is added


@pytest.fixture
def med_leketype(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A copy of eksempel/ with plans of a type that is one module and one line in the list."""
    monkeypatch.setattr(posttyper, "POSTTYPER", (*posttyper.POSTTYPER, LEKETYPE))
    shutil.copytree(EKSEMPEL / "data", tmp_path / "data")
    plan = (
        "navn: Plan for flom i Storelva\neier: TEK\nsarbarheter: |\n  KANARIFUGL i"
        " kraftverket.\novelser:\n  - dag: 2024-05-02\n    laerdom: KANARIFUGL i bilen.\n"
    )
    skriv(tmp_path, "lekeplaner/lek-flom1.yaml", plan)
    skriv(
        tmp_path,
        "lekeplaner/lek-gass2.yaml",
        "navn: KANARIFUGL i gassverk nummer to\neier: TEK\noffentlighet: unntatt\n",
    )
    skriv(
        tmp_path,
        "lekeplaner/lekgass.yaml",
        "navn: KANARIFUGL i gassverket\neier: TEK\noffentlighet: unntatt\n",
    )
    return tmp_path


def test_leketypen_leses_telles_finnes_og_vises(kjor: Kjor, med_leketype: Path) -> None:
    her = ("--prosjekt", med_leketype)
    assert "3 lekeplaner" in kjor("valider", *her).ut
    assert json.loads(kjor("valider", "--format", "json", *her).ut)["poster"]["lekeplan"] == 3
    assert "lek-flom1" in kjor("finn", "Storelva", *her).ut
    side = kjor("vis", "lek-flom1", *her).ut
    assert "Plan for flom i Storelva" in side
    assert "KANARIFUGL i kraftverket." in side
    assert "02.05.2024" in side
    assert (
        "Mente du lek-flom1 (Plan for flom i Storelva)?"
        in kjor("vis", "lek-flom11", *her, ventet=2).feil
    )
    assert jsonskjemaer()["lekeplan.json"]["required"] == ["navn", "eier"]


def test_leketypen_kontrolleres(kjor: Kjor, med_leketype: Path) -> None:
    """A wrong field, a name that follows no pattern, and a folder that is nearly right: each is
    found, in its place.
    """
    skriv(
        med_leketype,
        "lekeplaner/lek-flom1.yaml",
        "navn: x\neier: tek\novelser:\n  - dag: 2024-02-30\n",
    )
    skriv(med_leketype, "lekeplaner/ukjent.yaml", "navn: x\neier: TKE\n")
    skriv(med_leketype, "lekeplaner/Ny Plan.yaml", "navn: x\neier: TEK\n")
    skriv(med_leketype, "lekeplanr/ny.yaml", "navn: x\neier: TEK\n")
    ut = kjor("valider", "--format", "kort", "--prosjekt", med_leketype, ventet=1).ut
    assert "data/lekeplaner/lek-flom1.yaml:2:7: feil ST107" in ut
    assert "data/lekeplaner/lek-flom1.yaml:4:10: feil ST105" in ut
    assert "data/lekeplaner/ukjent.yaml:2:7: feil ST201 enheten er ikke kjent: fant «TKE»" in ut
    assert (
        "filnavnet følger ikke mønsteret for mappen – mente du data/lekeplaner/ny-plan.yaml?" in ut
    )
    assert "mente du data/lekeplaner/<navn>.yaml?" in ut
    assert "kunne ikke leses" in kjor("vis", "lek-flom1", "--prosjekt", med_leketype, ventet=1).feil


OFFENTLIGE_SPORSMAL = (
    ("finn", "kanarifugl"),
    ("finn", "plan"),
    ("vis", "lek-flom1"),
    ("status",),
    ("status", "--sektor", "TEK"),
    ("vis", "TEK"),
    ("frister",),
    ("maal",),
    ("arshjul",),
    ("rapport", "tertial", "2024-T2"),
    ("rapport", "virksomhetsplan", "--sektor", "TEK"),
    ("rapport", "arsrapport", "--aar", "2023"),
)


@pytest.mark.parametrize("format_", ["tekst", "json"])
def test_det_skjulte_i_leketypen_er_i_ingen_offentlige_svar(
    kjor: Kjor, med_leketype: Path, format_: str
) -> None:
    oppdrag = med_leketype / "data" / "oppdrag" / "2024" / "TEK-01.yaml"
    oppdrag.write_text(
        oppdrag.read_text(encoding="utf-8")
        + "avgrensning: Ikke det som står i planen lekgass, lek-gass2 eller lekgass.\n",
        encoding="utf-8",
    )
    for sporsmal in OFFENTLIGE_SPORSMAL:
        form = ("--format", "json" if format_ == "json" else "md")
        svar = kjor(
            *sporsmal,
            "--for",
            "offentlig",
            *form,
            "--prosjekt",
            med_leketype,
            *(("--dato", "2024-10-20") if "rapport" not in sporsmal else ()),
        )
        assert "KANARIFUGL" not in svar.ut.replace("«kanarifugl»", ""), sporsmal
    assert kjor(
        "vis", "lekgass", "--for", "offentlig", "--prosjekt", med_leketype, ventet=2
    ).feil.startswith("styring: «lekgass» er ikke en kjent id.")
    assert (
        "KANARIFUGL"
        not in kjor("vis", "lek-flom1", "--for", "intern", "--prosjekt", med_leketype).ut
    )


def test_et_ord_som_ogsaa_er_navnet_paa_en_skjult_fil_blir_staende(
    kjor: Kjor, med_leketype: Path
) -> None:
    """«lekgass» is a word anyone may write; «lek-gass2» is nobody's word but the hidden
    record's.
    """
    oppdrag = med_leketype / "data" / "oppdrag" / "2024" / "TEK-01.yaml"
    oppdrag.write_text(
        oppdrag.read_text(encoding="utf-8") + "avgrensning: Ikke det som står i planen lekgass.\n",
        encoding="utf-8",
    )
    ut = kjor(
        "vis",
        "TEK-01",
        "--for",
        "offentlig",
        "--format",
        "md",
        "--dato",
        "2024-10-20",
        "--prosjekt",
        med_leketype,
    ).ut
    assert "planen lekgass." in ut
    assert "(ikke offentlig)" not in ut
    planer = med_leketype / "data" / "lekeplaner"
    navn = "lekgass"
    for nytt in ("lek-gass2", "lek-gass"):
        (planer / f"{navn}.yaml").rename(planer / f"{nytt}.yaml")
        oppdrag.write_text(
            oppdrag.read_text(encoding="utf-8").replace(f"planen {navn}.", f"planen {nytt}."),
            encoding="utf-8",
        )
        ut = kjor(
            "vis",
            "TEK-01",
            "--for",
            "offentlig",
            "--format",
            "md",
            "--dato",
            "2024-10-20",
            "--prosjekt",
            med_leketype,
        ).ut
        assert "planen (ikke offentlig)." in ut, ut[300:900]
        navn = nytt


def test_en_type_for_ledelsen_er_borte_for_andre(
    kjor: Kjor, med_leketype: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole type, whatever its fields say; and nothing of its files is quoted in a finding."""
    monkeypatch.setattr(
        posttyper, "POSTTYPER", (*posttyper.POSTTYPER[:-1], LEKETYPE._replace(leser=Leser.LEDELSE))
    )
    assert (
        kjor("vis", "lek-flom1", "--for", "intern", "--prosjekt", med_leketype, ventet=2).ut == ""
    )
    assert "KANARIFUGL" in kjor("vis", "lek-flom1", "--prosjekt", med_leketype).ut
    skriv(
        med_leketype, "lekeplaner/lek-flom1.yaml", "navn: KANARIFUGL\neier: kanarifugl KANARIFUGL\n"
    )
    assert "KANARIFUGL" not in kjor("valider", "--prosjekt", med_leketype, ventet=1).ut


def test_endringer_sier_hva_som_er_nytt_i_leketypen(med_leketype: Path) -> None:
    foer = les_inn(Arbeidstre(med_leketype)).register
    skriv(
        med_leketype,
        "lekeplaner/lek-flom1.yaml",
        "navn: Plan for flom i Storelva og Lilleelva\neier: TEK\n",
    )
    skriv(med_leketype, "lekeplaner/ras.yaml", "navn: Plan for ras\neier: TEK\n")
    (med_leketype / "data" / "lekeplaner" / "lekgass.yaml").unlink()
    naa = les_inn(Arbeidstre(med_leketype)).register
    svar = mellom(Utgave("før", DATO, None, foer), Utgave("nå", DATO, None, naa))
    saker = {sak.id: sak for enhet in svar.enheter for sak in enhet.saker}
    assert {id_: (sak.bevegelse, sak.borte) for id_, sak in saker.items()} == {
        "lek-flom1": (None, False),
        "ras": ("ny", False),
        "lekgass": (None, True),
    }
    assert [endring.hva for endring in saker["lek-flom1"].endringer] == [
        "navn",
        "sarbarheter",
        "ovelser",
    ]


def test_tittelen_er_id_en_der_posten_ikke_har_noen() -> None:
    [skjema] = [type_ for type_ in alle() if type_.navn == "rapport"]
    assert tittel_paa(skjema, poster(skjema)[0]).startswith("Rapport 2023-T1/")
    assert fold(tittel_paa(skjema, poster(skjema)[0])) == fold(f"rapport {poster(skjema)[0].id}")


@pytest.mark.parametrize("leser", ["offentlig", "intern"])
def test_leketypen_faar_en_side_og_det_skjulte_er_i_ingen_fil(
    kjor: Kjor, med_leketype: Path, tmp_path: Path, leser: str
) -> None:
    """From its fields alone: no line of the pages knows of it."""
    mappe = tmp_path / "ut"
    valg = ("--dato", "2024-10-20", "--rapporter", "html,md", "--for", leser)
    kjor("nettsted", mappe, *valg, "--prosjekt", med_leketype)
    side = (mappe / "lekeplan" / "lek-flom1.html").read_text(encoding="utf-8")
    assert "Plan for flom i Storelva" in side
    assert "02.05.2024" in side
    assert "lekeplan/lek-flom1.html" in (mappe / "sok.js").read_text(encoding="utf-8")
    assert "lekeplan/lek-flom1.html" in (mappe / "andre.html").read_text(encoding="utf-8")
    for fil in mappe.rglob("*"):
        assert not {"lekgass.html", "lek-gass2.html"} & {fil.name}
        if fil.is_file():
            assert "kanarifugl" not in fil.read_text(encoding="utf-8").casefold(), fil


def test_en_type_som_ikke_sier_hvem_den_er_for_har_ingen_side(
    kjor: Kjor, med_leketype: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        posttyper, "POSTTYPER", (*posttyper.POSTTYPER[:-1], LEKETYPE._replace(leser=Leser.LEDELSE))
    )
    for leser in ("offentlig", "intern"):
        mappe = tmp_path / leser
        valg = ("--dato", "2024-10-20", "--rapporter", "html", "--for", leser)
        kjor("nettsted", mappe, *valg, "--prosjekt", med_leketype)
        for fil in mappe.rglob("*"):
            assert "lekeplan" not in str(fil.relative_to(mappe))
            if fil.is_file():
                assert "lek-flom1" not in fil.read_text(encoding="utf-8"), fil
