"""The outermost edge: streams made ready, every way out given its exit code."""

import _thread
import gc
import os
import sys
import time

from styring.cli.felles import strommer
from styring.feil import StyringFeil


def main() -> None:
    """Run styring and leave with 0, 1 (data), 2 (use or environment), 3 (our own bug) or 130
    (interrupted).
    """
    # The records are kept to the end and hold no cycles: looking for garbage among them costs a
    # tenth of a large reading.
    gc.disable()
    sys.unraisablehook = _usagt
    kode = kjor(sys.argv[1:])
    sys.stderr.flush()
    # Taking apart what was read, record by record, costs a tenth of the run, and the system takes
    # it all back at once.
    os._exit(kode)


def _usagt(feil: "sys.UnraisableHookArgs") -> None:
    """An interrupt that lands where Python can't raise it, as while an object is taken away, is
    asked for again a moment later; all else is said as ever.
    """
    if isinstance(feil.exc_value, KeyboardInterrupt):
        _thread.start_new_thread(_avbryt_igjen, ())
    else:
        sys.__unraisablehook__(feil)


def _avbryt_igjen() -> None:
    time.sleep(0.01)
    _thread.interrupt_main()


def kjor(argumenter: list[str]) -> int:
    """Run one command and return its exit code. Nothing that is raised gets past here.

    The three doors of trouble end here: the data give 1 by the command itself, what the user can
    mend is StyringFeil, all else is ours.
    """
    strommer.gjor_klar()
    try:
        kode = _kommando(argumenter)
        sys.stdout.flush()
    except StyringFeil as feil:
        from styring.fag.dekning import avdekk  # only where something is said

        return _si_fra(avdekk(str(feil)), feil.utgangskode)
    except KeyboardInterrupt:
        return 130
    except Exception:  # noqa: BLE001  the one handler for our own bugs
        return _vaar_feil()
    return kode


def _kommando(argumenter: list[str]) -> int:
    from typer._click.exceptions import UsageError  # typer has no public name for it

    # nothing is imported before the streams are ready
    from styring.cli.felles.app import UkjentKommando, lag_app
    from styring.cli.felles.brukerfeil import forklar
    from styring.cli.felles.flyttede_ord import nytt_navn
    from styring.cli.felles.kommandoer import FULLFORING

    if FULLFORING in os.environ:
        from styring.cli.felles.fullforing import slaa_paa

        slaa_paa()
    try:
        return (
            lag_app().main(
                argumenter, prog_name="styring", complete_var=FULLFORING, standalone_mode=False
            )
            or 0
        )
    except (UsageError, UkjentKommando) as feil:
        nytt = nytt_navn(argumenter)
        if nytt is None:
            raise StyringFeil(
                str(feil) if isinstance(feil, UkjentKommando) else forklar(feil)
            ) from feil
        raise StyringFeil(f"det heter noe annet nå: {nytt}") from feil


def _si_fra(melding: str, kode: int = 2) -> int:
    from styring.visning.felles.trygg import enlinje  # only on the way out

    sys.stderr.write(f"styring: {enlinje(melding)}\n")
    return kode


def _vaar_feil() -> int:
    import traceback  # only on the way out

    from styring.visning.felles.trygg import trygg

    sys.stderr.write(trygg(traceback.format_exc()))
    sys.stderr.write(
        "styring: dette er en feil i styring selv. Meld den gjerne, med teksten over.\n"
    )
    return 3


if __name__ == "__main__":
    main()
