"""What the last commit held of records that are not for everybody, found without reading the
others.
"""

from typing import Any

from styring.prosjekt.filer import finnes
from styring.prosjekt.tre import Arbeidstre
from styring.register.felter import lukkethet
from styring.register.post import Post
from styring.register.register import Register
from styring.register.samling import samle
from styring.register.typer import id_av, kan_unntas, type_for

_FELTET = "offentlighet"


def ikke_for_alle(tre: Arbeidstre) -> Register:
    """The records of the last commit that were exempt or internal; none where there is no
    repository, no commit, or no git.
    """
    if not any(finnes(mappe / ".git") for mappe in (tre.rot, *tre.rot.parents)):
        return Register()
    from styring.feil import StyringFeil  # only in a repository
    from styring.lesing.postlesing import les_post
    from styring.prosjekt.git import Git
    from styring.prosjekt.gittre import Bloblager

    try:
        git = Git(tre.rot)
    except StyringFeil:
        return Register()
    poster: dict[str, list[Post[Any]]] = {}
    lager, filer = Bloblager(git), git.blober_med("HEAD", _FELTET, "data")
    lager.hent_smaa(sorted(filer.values()))
    for fil, blob in filer.items():
        type_ = type_for(fil)
        if type_ and kan_unntas(type_):
            post, hel, _ = les_post(fil, type_, lager.gi(blob))
            if post and hel and lukkethet(post.verdi):
                poster.setdefault(type_.navn, []).append(Post(id_av(type_, fil), fil, post.verdi))
    return samle(poster)
