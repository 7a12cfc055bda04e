"""The pure rules of the trade, one by one."""

from datetime import date

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from styring.fag import saksnummer
from styring.fag.hjemmel import henvisninger, lover, naermeste_lov
from styring.fag.kalender import (
    avstand,
    dag_og_dato,
    flytt,
    fridag,
    kortdato,
    langdato,
    rode_dager,
    uke,
)
from styring.fag.norsk import (
    antall,
    er_tall,
    fold,
    heltall,
    lik,
    mente_du,
    opplisting,
    sorteringsnokkel,
)
from styring.fag.personvern import eposter, er_fodselsnummer, fodselsnumre, masker, telefonnumre
from styring.fag.skreven_tid import les_tidspunkt
from styring.lesing.tegn import kan_ha_personopplysninger


@pytest.mark.parametrize("aar", range(2000, 2101))
def test_rode_dager_er_de_samme_som_i_holidays(aar: int) -> None:
    assert set(rode_dager(aar)) == set(
        holidays.country_holidays("NO", years=aar, categories=("public",))
    )


def test_nasjonaldag_og_pinse_samme_dag() -> None:
    felles = [
        navn for aar in range(2000, 2101) for navn in rode_dager(aar).values() if " og " in navn
    ]
    assert "1. mai og Kristi himmelfartsdag" in felles


def test_julaften_er_ingen_rod_dag() -> None:
    assert fridag(date(2024, 12, 24)) is None
    assert fridag(date(2023, 12, 30)) == "lørdag"
    assert fridag(date(2023, 5, 18)) == "Kristi himmelfartsdag"


def test_flytting() -> None:
    assert flytt(date(2023, 4, 15), "neste_virkedag") == date(2023, 4, 17)
    assert flytt(date(2023, 4, 6), "neste_virkedag") == date(2023, 4, 11)
    assert flytt(date(2023, 5, 1), "forrige_virkedag") == date(2023, 4, 28)
    assert flytt(date(2023, 4, 15), "star") == date(2023, 4, 15)


def test_datoer_i_ord() -> None:
    assert langdato(date(2023, 8, 31)) == "31. august 2023"
    assert kortdato(date(2023, 8, 1)) == "01.08.2023"
    assert [dag_og_dato(date(2023, maaned, 1)) for maaned in (1, 3, 5, 6, 9)] == [
        "søn. 1. jan.",
        "ons. 1. mars",
        "man. 1. mai",
        "tor. 1. juni",
        "fre. 1. sep.",
    ]
    assert [uke(dag) for dag in (date(2023, 1, 1), date(2020, 12, 31), date(2024, 12, 30))] == [
        52,
        53,
        1,
    ]
    fra = date(2023, 9, 4)
    assert [avstand(fra, date(2023, 9, dag)) for dag in (4, 5, 3, 6, 2)] == [
        "i dag",
        "i morgen",
        "i går",
        "om 2 dager",
        "for 2 dager siden",
    ]


def test_norsk_rekkefolge() -> None:
    assert sorted(
        ["Åre", "ære", "øre", "zorro", "Ås", "alle", "Øl", "éa"], key=sorteringsnokkel
    ) == ["alle", "éa", "zorro", "ære", "Øl", "øre", "Åre", "Ås"]


def test_folding_og_likhet() -> None:
    assert fold("Økonomi") == fold("okonomi") == fold("oekonomi")
    assert fold("mål") == fold("maal") == fold("MÅL") == fold("ma\u030al")
    assert lik("OUS ") == lik("ous")


@pytest.mark.parametrize(
    ("skrevet", "kjente", "svar"),
    [
        ("OSU", ["HOM", "OUS", "SOS"], "OUS"),
        ("frst", ["frist", "art"], "frist"),
        ("qqq", ["HOM"], None),
        ("årshjul", ["arshjul"], "arshjul"),
        ("x", [], None),
    ],
)
def test_mente_du(skrevet: str, kjente: list[str], svar: str | None) -> None:
    assert mente_du(skrevet, kjente) == svar


@given(st.text(max_size=20))
def test_det_som_er_et_tall_kan_det_regnes_med(tekst: str) -> None:
    """Always: Python's own digits hold signs that are none."""
    if er_tall(tekst):
        assert str(int(tekst)).rjust(len(tekst), "0") == tekst


@pytest.mark.parametrize("tekst", ["", "²", "1²", "٣", "1" * 13, "-1", "1.0", " 1", "1\n"])
def test_det_som_ikke_er_et_tall(tekst: str) -> None:
    assert not er_tall(tekst)
    assert er_tall("012")


def test_tall_og_flertall() -> None:
    assert [antall(n, "fil") for n in (0, 1, 2, 12345)] == [
        "0 filer",
        "1 fil",
        "2 filer",
        "12\u00a0345 filer",
    ]
    assert heltall(1234) == "1234"
    assert opplisting(["a"]) == "a"
    assert opplisting(["a", "b", "c"], "eller") == "a, b eller c"
    assert opplisting([]) == ""


@pytest.mark.parametrize(
    "tall", ["01010012356", "13097248022", "41010012420", "01410012339", "01810012311"]
)
def test_fodselsnummer_dnummer_og_syntetiske(tall: str) -> None:
    assert er_fodselsnummer(tall)
    assert fodselsnumre(f"Nr. {tall[:6]} {tall[6:]}.") == [f"{tall[:6]} {tall[6:]}"]
    assert not er_fodselsnummer(tall[:-1] + str((int(tall[-1]) + 1) % 10))
    assert masker(f"a {tall} b") == "a ••••••••••• b"


@pytest.mark.parametrize(
    "tekst",
    [
        "Mailandveien 26",
        "konto 1234.56.78903",
        "konto 1234 56 78903",
        "2 500 000 kr",
        "30 mill. kr",
        "912 345 678 kroner",
        "sak 15/00110-31",
        "KS 54/22",
        "org.nr. 912 345 678",
        "ISBN 9788203123456",
        "2023-10-31",
        "2022–2026",
        "LOV-2018-06-22-83",
        "912 34 567 kr",
        "KID 01010012356789",
        "kl. 12.30",
    ],
)
def test_det_som_ligner_men_ikke_er_personopplysninger(tekst: str) -> None:
    assert (fodselsnumre(tekst), eposter(tekst), telefonnumre(tekst)) == ([], [], [])
    assert masker(tekst) == tekst


def test_telefon_og_epost() -> None:
    for tekst, funnet in [
        ("ring 912 34 567 nå", ["912 34 567"]),
        ("+47 91234567", ["+47 91234567"]),
        ("tlf. 67 93 40 00.", ["tlf. 67 93 40 00"]),
        ("mobil: 91234567", ["mobil: 91234567"]),
    ]:
        assert telefonnumre(tekst) == funnet
    assert eposter("Spør ola.n@k.no eller (kari@x.kommune.no)") == [
        "ola.n@k.no",
        "kari@x.kommune.no",
    ]


def test_flere_skrivemaater() -> None:
    for tekst in (
        "010100\u00a012356",
        "fnr.01010012356",
        "010100-12356",
        "010100.12356",
        "(01010012356)",
    ):
        assert len(fodselsnumre(tekst)) == 1, tekst
        assert kan_ha_personopplysninger(tekst.encode()), tekst
    assert telefonnumre("ring 91 23 45 67") == ["91 23 45 67"]
    assert lik("a\u030a") == lik("å")


@pytest.mark.parametrize(
    "tekst",
    [
        "x@y.no",
        "01010012356",
        "010100 12356",
        "ring 912 34\n   567",
        "ring 912\u00a034\u202f567",
        "ring 912 34\r\n 567",
        r'"\u0030"',
    ],
)
def test_forhaandssjekken_overser_ingenting(tekst: str) -> None:
    assert kan_ha_personopplysninger(tekst.encode())
    assert not kan_ha_personopplysninger(b"tittel: Plan 2023-10-31\nnr: 1\n")


def test_hjemler() -> None:
    assert [(h.paragraf, h.overskrift) for h in henvisninger("kommuneloven §§ 14-5 og 14-15")] == [
        ("14-5", lover()["kommuneloven"].paragrafer["14-5"]),
        ("14-15", lover()["kommuneloven"].paragrafer["14-15"]),
    ]
    assert [
        h.paragraf
        for h in henvisninger(
            "koml. § 14-7 bokstav c; likestillings- og diskrimineringsloven § 26 a"
        )
    ] == ["14-7", "26 a"]
    assert [h.paragraf for h in henvisninger("kommuneloven § 14-5 tredje ledd")] == ["14-5"]
    assert henvisninger("lokal rutine for HMS") == []
    assert [h.paragraf for h in henvisninger("lokal rutine og kommuneloven § 99-9")] == ["99-9"]
    assert [h.paragraf for h in henvisninger("kommuneloven § 14-5 3. ledd")] == ["14-5"]
    assert [h.paragraf for h in henvisninger("kommuneloven § 14\u20115 (1) nr. 2")] == ["14-5"]
    assert [
        (h.lov is None, h.paragraf)
        for h in henvisninger("kommuneloven § 16-1 og forskrift av 7. juni 2019 nr. 714 § 4")
    ] == [(False, "16-1"), (True, "")]
    assert [
        (h.lov is None, h.paragraf)
        for h in henvisninger("kommuneloven § 1-1 og folkehelseloven § 5")
    ] == [(False, "1-1"), (True, "")]
    assert henvisninger("kommuneloven")[0].lov is not None
    assert henvisninger("tulleloven § 3")[0].lov is None
    assert naermeste_lov("komuneloven § 3") == "kommuneloven"
    assert all(lov.kilde and lov.nummer for lov in lover().values())
    assert lover()["kommuneloven"].paragrafer["14-6"] == "Årsregnskap og bokføring"


@pytest.mark.parametrize(
    ("skrevet", "lest"),
    [
        # Christmas is no month: the day before, or not understood
        ("innen jul", "2024-12-24"),
        ("før jul", "2024-12-24"),
        ("jul 2025", "2025-12-24"),
        ("julaften", "2024-12-24"),
        ("etter jul", None),
        ("15. jul 2024", None),
        ("15. jul. 2024", "2024-07-15"),
        ("juli 2024", "2024-07"),
        ("innen juli", "2024-07"),
        ("jul. 2024", "2024-07"),
        # seasons, by their last month
        ("høsten 2025", "2025-11"),
        ("i løpet av høsten", "2024-11"),
        ("våren", "2024-05"),
        ("sommeren 2024", "2024-08"),
        ("vinteren 2024", None),
        # weeks, by their last day
        ("uke 48", "2024-12-01"),
        ("innen uke 47 2025", "2025-11-23"),
        ("uke 53 2026", "2027-01-03"),
        ("uke 53 2025", None),
        ("uke 0", None),
        ("innen utgangen av november", "2024-11"),
    ],
)
def test_tider_som_folk_skriver_dem(skrevet: str, lest: str | None) -> None:
    assert les_tidspunkt(skrevet, 2024) == lest


@pytest.mark.parametrize(
    ("skrevet", "ventet"),
    [
        ("KS 54/22", ("KS", 54, 2022)),
        ("54/2022", ("", 54, 2022)),
        ("KST-sak 134/19", ("KST", 134, 2019)),
        ("k-sak 1/2018", ("K", 1, 2018)),
        ("K-sak 63-2018", ("K", 63, 2018)),
        ("K-sak 63–2018", ("K", 63, 2018)),
        ("2024/73", ("", 73, 2024)),
        ("KS 2024/73", ("KS", 73, 2024)),
        ("08/220", ("", 220, 2008)),
        ("100/23", ("", 100, 2023)),
        ("63-18", None),  # a day, a range, anything
        ("15/00110-31", None),  # the archive's number
        ("22/0011-3", None),
        ("2024-06-12", None),
        ("", None),
    ],
)
def test_saksnummer_slik_steder_skriver_dem(
    skrevet: str, ventet: tuple[str, int, int] | None
) -> None:
    assert saksnummer.les(skrevet) == ventet
