"""What a unit may choose to give priority to, and in how long a view."""

PLANOMRAADER = {
    "kompetanse": "kompetanse",
    "ledelse": "ledelse",
    "medarbeiderskap": "medarbeiderskap",
    "organisasjonskultur": "organisasjonskultur",
    "tjeneste": "tjenesten",
    "okonomi": "økonomien",
}
HR_OMRAADER = frozenset(list(PLANOMRAADER)[:4])
"""The areas of the HR strategy, of the letter: each sector and virksomhet chooses among them."""
SIKT = {"kort": "kort sikt", "lang": "lang sikt"}
