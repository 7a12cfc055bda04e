"""A municipality with an economy: 40 areas, six units, and two years of months."""

from pathlib import Path

ENHETER = ("AAA", "BBB", "CCC", "DDD", "EEE", "FFF")
OMRAADER = tuple(f"O{nr:02}" for nr in range(40))
_ARENE = (2023, 2024)


def lag_okonomi(rot: Path) -> None:
    """Write the budget, and for each month the ledger and what every unit says of it."""
    data = rot / "data"
    data.mkdir(parents=True)
    enheter = "".join(f"  {kode}: {{navn: Enhet {kode}, type: sektor}}\n" for kode in ENHETER)
    (data / "kommune.yaml").write_text(
        f"format: 1\nnavn: Benk\nenheter:\n{enheter}", encoding="utf-8"
    )
    for aar in _ARENE:
        omraader = "".join(
            f"  {kode}:\n    navn: Område {kode}\n    enhet: {_enhet(nr)}\n"
            f"    netto: {nr + 1}000000\n"
            for nr, kode in enumerate(OMRAADER)
        )
        _skriv(data / f"okonomi/{aar}/budsjett.yaml", f"omraader:\n{omraader}")
        for maaned in range(1, 13):
            _maaned(data / f"okonomi/{aar}-{maaned:02}", maaned)


def _enhet(nr: int) -> str:
    return ENHETER[nr % len(ENHETER)]


def _maaned(mappe: Path, maaned: int) -> None:
    linjer = "".join(
        f"  {kode}:\n    regnskap: {(nr + 1) * 83333 * maaned + nr}.50\n"
        f"    budsjett: {(nr + 1) * 83333 * maaned}\n"
        for nr, kode in enumerate(OMRAADER)
    )
    _skriv(mappe / "regnskap.yaml", f"kilde: Benk\nomraader:\n{linjer}")
    for enhet in ENHETER:
        ord_ = "".join(
            f"  {kode}:\n    avvik: -{nr * 1000}\n    kommentar: |\n      Flere enn budsjettert.\n"
            f"    aarsak: varig\n"
            for nr, kode in enumerate(OMRAADER)
            if _enhet(nr) == enhet
        )
        _skriv(mappe / f"{enhet}.yaml", f"levert: 2024-01-15\nomraader:\n{ord_}")


def _skriv(sti: Path, tekst: str) -> None:
    sti.parent.mkdir(parents=True, exist_ok=True)
    sti.write_text(tekst, encoding="utf-8")
