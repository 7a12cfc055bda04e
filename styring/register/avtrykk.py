"""A fingerprint of what the forms of a period say, so that an approved period that is edited afterwards is found."""

import dataclasses
from datetime import date

from styring.register.register import Register


def avtrykk_av(register: Register, periode: str) -> str:
    """Hash every form of a period and the kommunedirektør's own word: 64 hex digits (SHA-256). Comments, order and line endings do not count."""
    import hashlib  # only where a period is approved
    import json

    skjemaer = {id_: _enkelt(post.verdi) for id_, post in register.rapporter.items() if id_.partition("/")[0] == periode}
    samlet = register.samlerapporter.get(periode)
    ord_ = samlet.verdi.samlet_vurdering if samlet else None
    return hashlib.sha256(json.dumps([skjemaer, ord_], sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _enkelt(verdi: object) -> object:
    """Plain data without what is left open: a field that the format gets later does not change what was approved."""
    if dataclasses.is_dataclass(verdi) and not isinstance(verdi, type):
        felter = ((felt.name, getattr(verdi, felt.name), felt.default) for felt in dataclasses.fields(verdi))
        return {navn: _enkelt(innhold) for navn, innhold, tomt in felter if innhold != tomt}
    if isinstance(verdi, dict):
        return {navn: _enkelt(innhold) for navn, innhold in verdi.items()}
    if isinstance(verdi, tuple):
        return [_enkelt(ledd) for ledd in verdi]
    return verdi.isoformat() if isinstance(verdi, date) else verdi
