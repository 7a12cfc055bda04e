"""The yearly letter itself: ``data/styringsbrev/<aar>.yaml``."""

from datetime import date

from styring.modell.form import ALLE, Aar, Kode, Merkelapp, Prosa, Tittel, felt, post


@post
class Tema:
    """Et sentralt tema i brevet."""

    tittel: Tittel = felt(ALLE, "Overskriften i brevet.")
    kapittel: Merkelapp | None = felt(ALLE, "Kapitlet temaet står i.", default=None)
    tekst: Prosa | None = felt(ALLE, "Brevets egne ord om temaet.", default=None)


@post
class Styringsbrev:
    """Styringsbrevet for ett år."""

    aar: Aar = felt(ALLE, "Året brevet gjelder. Det samme som i filnavnet.")
    tittel: Tittel | None = felt(ALLE, "Brevets tittel.", default=None)
    dato: date | None = felt(ALLE, "Datoen brevet er datert.", default=None)
    hentet_fra: Prosa = felt(ALLE, "Hvor brevet sier at oppdragene er hentet fra.")
    rekkefolge: tuple[Kode, ...] = felt(ALLE, "Enhetene i den rekkefølgen oppdragstabellen har.", default=())
    temaer: tuple[Tema, ...] = felt(ALLE, "Sentrale temaer, i brevets rekkefølge.", default=())
