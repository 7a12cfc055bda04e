"""The yearly letter itself: ``data/styringsbrev/<aar>.yaml``."""

from styring.modell.form import ALLE, Aar, Dag, Kode, Merkelapp, Prosa, Rekke, Tittel, felt, post


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
    dato: Dag | None = felt(ALLE, "Datoen brevet er datert.", default=None)
    hentet_fra: Prosa = felt(ALLE, "Hvor brevet sier at oppdragene er hentet fra.")
    rekkefolge: Rekke[Kode] = felt(ALLE, "Enhetene i den rekkefølgen oppdragstabellen har.", default=())
    temaer: Rekke[Tema] = felt(ALLE, "Sentrale temaer, i brevets rekkefølge.", default=())
