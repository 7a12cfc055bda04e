"""The yearly letter itself: ``data/styringsbrev/<aar>.yaml``."""

from datetime import date

from styring.modell.form import Aar, Kode, Merkelapp, Prosa, Tittel, felt, post


@post
class Tema:
    """Et sentralt tema i brevet."""

    tittel: Tittel = felt("Overskriften i brevet.")
    kapittel: Merkelapp | None = felt("Kapitlet temaet står i.", standard=None)
    tekst: Prosa | None = felt("Brevets egne ord om temaet.", standard=None)


@post
class Styringsbrev:
    """Styringsbrevet for ett år."""

    aar: Aar = felt("Året brevet gjelder. Det samme som i filnavnet.")
    tittel: Tittel | None = felt("Brevets tittel.", standard=None)
    dato: date | None = felt("Datoen brevet er datert.", standard=None)
    hentet_fra: Prosa = felt("Hvor brevet sier at oppdragene er hentet fra.")
    rekkefolge: tuple[Kode, ...] = felt("Enhetene i den rekkefølgen oppdragstabellen har.", standard=())
    temaer: tuple[Tema, ...] = felt("Sentrale temaer, i brevets rekkefølge.", standard=())
