"""The yearly letter itself: ``data/styringsbrev/<aar>.yaml``."""

from datetime import date

from styring.modell.form import Aar, Kode, Merkelapp, Prosa, Tittel, felt, post


@post
class Tema:
    """Et sentralt tema i brevet."""

    tittel: Tittel = felt("Overskriften i brevet.")
    kapittel: Merkelapp | None = felt("Kapitlet temaet står i.", default=None)
    tekst: Prosa | None = felt("Brevets egne ord om temaet.", default=None)


@post
class Styringsbrev:
    """Styringsbrevet for ett år."""

    aar: Aar = felt("Året brevet gjelder. Det samme som i filnavnet.")
    tittel: Tittel | None = felt("Brevets tittel.", default=None)
    dato: date | None = felt("Datoen brevet er datert.", default=None)
    hentet_fra: Prosa = felt("Hvor brevet sier at oppdragene er hentet fra.")
    rekkefolge: tuple[Kode, ...] = felt("Enhetene i den rekkefølgen oppdragstabellen har.", default=())
    temaer: tuple[Tema, ...] = felt("Sentrale temaer, i brevets rekkefølge.", default=())
