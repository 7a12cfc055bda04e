"""The one list of record types.

Reading, ids, counting, finding, showing, narrowing and completion all go through it.
"""

from typing import NamedTuple

from styring.modell.form import ALLE, INTERNT, KODE, LEDELSEN, PERIODE_ID, Leser


class Posttype(NamedTuple):
    """One kind of data file, as data alone.

    ``monster`` is a pattern for the path below ``data/``, ``sted`` the same for people. ``klasse``
    is the module and the class of the record, loaded when there is such a file. ``leser`` is the
    least public reader of the whole record: it must be said. ``id`` makes the id of the nearest
    folder's name and the file's own. ``ord`` is one and many; ``tittel`` the field that names a
    record, empty where its id does. ``telles`` is what is counted, each by its word and the path
    inside the record; empty is the record itself. ``godkjennes``: it is told for a period (the
    nearest folder), and the public sees it when that period is approved as it stands.
    ``utkast_uten`` is the field without which a record is a draft, which the public does not see.
    """

    navn: str
    monster: str
    sted: str
    klasse: str
    leser: Leser
    ord: tuple[str, str]
    id: str = "{navn}"
    tittel: str = ""
    telles: tuple[tuple[str, str], ...] = (("", ""),)
    godkjennes: bool = False
    utkast_uten: str = ""

    @property
    def skjema(self) -> str:
        """The file name of its JSON Schema."""
        return f"{self.navn}.json"


_AAR = "20[0-9]{2}"
_KODEFIL = rf"{_AAR}/[A-Z][A-Z0-9-]{{1,39}}\.yaml"
_MAANED = r"20[0-9]{2}-(?:0[1-9]|1[0-2]|AR)"
"""A month, or the whole year when the books are closed."""
_NAVN = r"[a-z0-9][a-z0-9-]{1,59}"
_PERIODEMAPPE = rf"rapporter/{PERIODE_ID.regex}"

POSTTYPER = (
    Posttype(
        navn="kommune",
        monster=r"kommune\.yaml",
        sted="data/kommune.yaml",
        klasse="styring.modell.kommune:Kommune",
        leser=ALLE,
        ord=("kommune", "kommuner"),
        tittel="navn",
        telles=(("enhet", "enheter"),),
    ),
    Posttype(
        navn="styringsbrev",
        monster=rf"styringsbrev/{_AAR}\.yaml",
        sted="data/styringsbrev/<år>.yaml",
        klasse="styring.modell.styringsbrev:Styringsbrev",
        leser=ALLE,
        ord=("styringsbrev", "styringsbrev"),
        tittel="tittel",
    ),
    Posttype(
        navn="maal",
        monster=r"maal/[a-z0-9][a-z0-9-]{0,59}\.yaml",
        sted="data/maal/<navn>.yaml",
        klasse="styring.modell.maal:Satsingsomraade",
        leser=ALLE,
        ord=("satsingsområde", "satsingsområder"),
        tittel="navn",
        telles=(("satsingsområde", ""), ("hovedmål", "hovedmaal"), ("delmål", "hovedmaal.delmaal")),
    ),
    Posttype(
        navn="oppdrag",
        monster=rf"oppdrag/{_KODEFIL}",
        sted="data/oppdrag/<år>/<KODE>.yaml",
        klasse="styring.modell.oppdrag:Oppdrag",
        leser=ALLE,
        ord=("oppdrag", "oppdrag"),
        id="{mappe}-{navn}",
        tittel="tittel",
    ),
    Posttype(
        navn="vedtak",
        monster=rf"vedtak/{_KODEFIL}",
        sted="data/vedtak/<år>/<KODE>.yaml",
        klasse="styring.modell.vedtak:Vedtak",
        leser=ALLE,
        ord=("vedtak", "vedtak"),
        id="{mappe}-{navn}",
        tittel="tittel",
    ),
    Posttype(
        navn="rapport",
        monster=rf"{_PERIODEMAPPE}/{KODE.regex}\.yaml",
        sted="data/rapporter/<år>-<periode>/<ENHET>.yaml",
        klasse="styring.modell.rapport:Enhetsrapport",
        leser=ALLE,
        ord=("rapport", "rapporter"),
        id="{mappe}/{navn}",
        godkjennes=True,
    ),
    Posttype(
        navn="samlerapport",
        monster=rf"{_PERIODEMAPPE}/kommunedirektor\.yaml",
        sted="data/rapporter/<år>-<periode>/kommunedirektor.yaml",
        klasse="styring.modell.rapport:Samlerapport",
        leser=ALLE,
        ord=("rapport", "rapporter"),
        id="{mappe}",
        godkjennes=True,
    ),
    Posttype(
        navn="okonomikapittel",
        monster=rf"{_PERIODEMAPPE}/okonomi\.yaml",
        sted="data/rapporter/<år>-<periode>/okonomi.yaml",
        klasse="styring.modell.okonomikapittel:Okonomikapittel",
        leser=ALLE,
        ord=("økonomikapittel", "økonomikapitler"),
        id="{mappe}/okonomi",
        godkjennes=True,
    ),
    Posttype(
        navn="beredskapskapittel",
        monster=rf"{_PERIODEMAPPE}/beredskap\.yaml",
        sted="data/rapporter/<år>-<periode>/beredskap.yaml",
        klasse="styring.modell.beredskapskapittel:Beredskapskapittel",
        leser=ALLE,
        ord=("beredskapskapittel", "beredskapskapitler"),
        id="{mappe}/beredskap",
        godkjennes=True,
    ),
    Posttype(
        navn="grunnlag",
        monster=rf"{_PERIODEMAPPE}/grunnlag\.yaml",
        sted="data/rapporter/<år>-<periode>/grunnlag.yaml",
        klasse="styring.modell.grunnlag:Grunnlag",
        leser=LEDELSEN,
        ord=("grunnlag", "grunnlag"),
        id="{mappe}",
    ),
    Posttype(
        navn="styringsdialog",
        monster=rf"styringsdialog/{_AAR}/{KODE.regex}-[1-9][0-9]?\.yaml",
        sted="data/styringsdialog/<år>/<ENHET>-<nr>.yaml",
        klasse="styring.modell.styringsdialog:Styringsdialog",
        leser=LEDELSEN,
        ord=("styringsdialog", "styringsdialoger"),
        id="{mappe}/{navn}",
    ),
    Posttype(
        navn="arshjul",
        monster=r"arshjul\.yaml",
        sted="data/arshjul.yaml",
        klasse="styring.modell.arshjul:Arshjul",
        leser=ALLE,
        ord=("årshjul", "årshjul"),
        telles=(("aktivitet", "aktiviteter"),),
    ),
    Posttype(
        navn="maalinger",
        monster=rf"maalinger/{_AAR}\.yaml",
        sted="data/maalinger/<år>.yaml",
        klasse="styring.modell.indikator:Maalinger",
        leser=ALLE,
        ord=("liste med målinger", "lister med målinger"),
        telles=(("måling", "maalinger"),),
        id="{navn}-maalinger",
    ),
    Posttype(
        navn="budsjett",
        monster=rf"okonomi/{_AAR}/budsjett\.yaml",
        sted="data/okonomi/<år>/budsjett.yaml",
        klasse="styring.modell.okonomi:Budsjett",
        leser=ALLE,
        ord=("budsjett", "budsjetter"),
        id="{mappe}-budsjett",
    ),
    Posttype(
        navn="innsparing",
        monster=rf"okonomi/{_AAR}/tiltak\.yaml",
        sted="data/okonomi/<år>/tiltak.yaml",
        klasse="styring.modell.okonomi:Innsparing",
        leser=INTERNT,
        ord=("liste med tiltak", "lister med tiltak"),
        id="{mappe}-tiltak",
    ),
    Posttype(
        navn="regnskap",
        monster=rf"okonomi/{_MAANED}/regnskap\.yaml",
        sted="data/okonomi/<år>-<måned>/regnskap.yaml",
        klasse="styring.modell.okonomi:Regnskap",
        leser=INTERNT,
        ord=("regnskap", "regnskap"),
        id="{mappe}/regnskap",
    ),
    Posttype(
        navn="fravaer",
        monster=rf"okonomi/{_MAANED}/fravaer\.yaml",
        sted="data/okonomi/<år>-<måned>/fravaer.yaml",
        klasse="styring.modell.fravaer:Fravaer",
        leser=INTERNT,
        ord=("fraværsliste", "fraværslister"),
        id="{mappe}/fravaer",
    ),
    Posttype(
        navn="maanedsord",
        monster=rf"okonomi/{_MAANED}/{KODE.regex}\.yaml",
        sted="data/okonomi/<år>-<måned>/<ENHET>.yaml",
        klasse="styring.modell.okonomi:Maanedsord",
        leser=INTERNT,
        ord=("månedsmelding", "månedsmeldinger"),
        id="{mappe}/{navn}",
    ),
    Posttype(
        navn="maanedssamling",
        monster=rf"okonomi/{_MAANED}/kommunedirektor\.yaml",
        sted="data/okonomi/<år>-<måned>/kommunedirektor.yaml",
        klasse="styring.modell.okonomi:Maanedssamling",
        leser=INTERNT,
        ord=("månedsvurdering", "månedsvurderinger"),
        id="{mappe}/kommunedirektor",
    ),
    Posttype(
        navn="virksomhetsplan",
        monster=rf"virksomhetsplan/{_AAR}/{KODE.regex}\.yaml",
        sted="data/virksomhetsplan/<år>/<ENHET>.yaml",
        klasse="styring.modell.virksomhetsplan:Virksomhetsplan",
        leser=ALLE,
        ord=("virksomhetsplan", "virksomhetsplaner"),
        id="{mappe}/{navn}",
        utkast_uten="godkjent",
    ),
    Posttype(
        navn="tema",
        monster=rf"tema/{_AAR}/{_NAVN}\.yaml",
        sted="data/tema/<år>/<navn>.yaml",
        klasse="styring.modell.tema:Sentraltema",
        leser=ALLE,
        ord=("tema", "temaer"),
        id="{mappe}/{navn}",
        tittel="tittel",
        telles=(("tema", ""), ("forventning", "forventninger")),
    ),
    Posttype(
        navn="kurs",
        monster=rf"kurs/{_AAR}\.yaml",
        sted="data/kurs/<år>.yaml",
        klasse="styring.modell.kurs:Kurs",
        leser=INTERNT,
        ord=("liste med kurs", "lister med kurs"),
        id="{navn}-kurs",
    ),
    Posttype(
        navn="ros",
        monster=rf"beredskap/ros/{_AAR}\.yaml",
        sted="data/beredskap/ros/<år>.yaml",
        klasse="styring.modell.beredskap:Ros",
        leser=INTERNT,
        ord=("risiko- og sårbarhetsanalyse", "risiko- og sårbarhetsanalyser"),
        id="ros/{navn}",
    ),
    Posttype(
        navn="beredskapsplan",
        monster=rf"beredskap/plan/{_NAVN}\.yaml",
        sted="data/beredskap/plan/<navn>.yaml",
        klasse="styring.modell.beredskap:Beredskapsplan",
        leser=INTERNT,
        ord=("beredskapsplan", "beredskapsplaner"),
        id="plan/{navn}",
        tittel="tittel",
    ),
    Posttype(
        navn="beredskapshendelse",
        monster=rf"beredskap/{_AAR}/{_NAVN}\.yaml",
        sted="data/beredskap/<år>/<navn>.yaml",
        klasse="styring.modell.beredskap:Beredskapshendelse",
        leser=INTERNT,
        ord=("øvelse eller hendelse", "øvelser og hendelser"),
        id="{mappe}/{navn}",
        tittel="tittel",
    ),
)
