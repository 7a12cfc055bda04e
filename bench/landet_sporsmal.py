"""What is gathered for the whole country, and what is asked of it: the same for every engine."""

TABELLER = {"sak": ("", "id"), "melding": (", cast(left(periode, 4) as bigint) as aar", "sak")}
"""The tables that are gathered: the year of a row where it has none, and what they are sorted by
within a municipality.
"""
SPORSMAL = {
    "Hvordan står oppdragene, år for år?": (
        "select aar, tilstand, count(*) n from sak where slag = 'oppdrag' group by aar, tilstand"
        " order by aar, tilstand"
    ),
    "Hvilke kommuner har flest forfalte oppdrag?": (
        "select kommunenummer, count(*) n from sak where forfalt group by kommunenummer"
        " order by n desc, kommunenummer limit 10"
    ),
    "Hvor stor del av meldingene er ikke i rute, periode for periode?": (
        "select periode, count(*) n, sum(case when framdrift = 'ikke_i_rute' then 1 else 0 end) m"
        " from melding group by periode order by periode"
    ),
    "Hvor mange oppdrag har hver kommune i snitt, år for år?": (
        "select aar, count(*) n, count(distinct kommunenummer) m from sak where slag = 'oppdrag'"
        " group by aar order by aar"
    ),
    "Hva meldte én kommune gjennom ti år?": (
        "select periode, framdrift, count(*) n from melding where kommunenummer = '0042'"
        " group by periode, framdrift order by periode, framdrift"
    ),
}
"""In SQL that DuckDB and Spark both read."""
