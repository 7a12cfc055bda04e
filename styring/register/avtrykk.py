"""A fingerprint of what was approved, so that an approved period that is edited afterwards is
found.
"""

from styring.register.beredskapen import beredskapskapitlene
from styring.register.enkelt import enkelt, som_tekst
from styring.register.register import Register


def avtrykk_av(register: Register, periode: str) -> str:
    """Hash every form of a period, the kommunedirektør's own word, and the grunnlag where there is
    one: 64 hex digits (SHA-256).

    Comments, order and line endings do not count.
    """
    import hashlib  # only where a period is approved
    import json

    skjemaer = {
        id_: enkelt(post.verdi)
        for id_, post in register.rapporter.items()
        if id_.partition("/")[0] == periode
    }
    samlet = register.samlerapporter.get(periode)
    ord_ = samlet.verdi.samlet_vurdering if samlet else None
    grunnlag = register.grunnlag.get(periode)
    kapittel = register.okonomikapitler.get(periode)
    forslag = enkelt(samlet.verdi.forslag_budsjettendring) if samlet else None
    deler = [skjemaer, ord_, *([enkelt(grunnlag.verdi)] if grunnlag else [])]
    # What a period has not, does not change the fingerprint that it got before there was any.
    deler += [enkelt(kapittel.verdi)] if kapittel else []
    beredskap = beredskapskapitlene(register).get(periode)
    deler += [enkelt(beredskap.verdi)] if beredskap else []
    deler += [forslag] if forslag else []
    sagt = (samlet.verdi.maalvurderinger or {}) if samlet else {}
    vurderinger = {kode: hele for kode, ett in sagt.items() if (hele := enkelt(ett))}
    deler += [vurderinger] if vurderinger else []
    return hashlib.sha256(
        json.dumps(deler, sort_keys=True, ensure_ascii=False, default=som_tekst).encode()
    ).hexdigest()
