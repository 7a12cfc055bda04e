"""A record's versions, read from git: those of its file under every name it has had, and of the
forms that tell of it.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from styring.cli.tid.versjonsord import Utgaver
from styring.lesing.tegn import STORSTE_FIL
from styring.modell.oppdrag import Oppdrag
from styring.modell.rapport import Enhetsrapport
from styring.modell.vedtak import Vedtak
from styring.prosjekt.historie import Filendring, Innsjekking, historien
from styring.register.avledet import BIDRAG, EGNE, meldinger_i
from styring.register.post import Post
from styring.register.register import Meldt, Register
from styring.register.typer import id_av, type_for
from styring.sporring.tid.postversjoner import Postutgave, samme

_STIER = ("data/oppdrag", "data/vedtak", "data/rapporter")
_LIKT_NOK = 90
"""Per cent that a moved file must be like what it was, where it does not say itself what it was
called.
"""
_Skjemaer = dict[str, Post[Enhetsrapport]]


def versjonene(utgaver: Utgaver, post: Post[Any], dato: date) -> list[Postutgave]:
    """Give every version up to a day, oldest first; last the files as they lie, where they are
    others than those of the last commit.
    """
    innsjekkinger = list(historien(utgaver.git, _STIER, utgaver.siste))
    navn = _navnene(utgaver, innsjekkinger, post)
    id_er = {id_ for id_, _ in navn.values()} | {
        id_ for id_ in (post.id, post.verdi.tidligere_id) if id_
    }
    _hent(utgaver, innsjekkinger, navn)
    alle = list(_utgaver(utgaver, reversed(innsjekkinger), navn, id_er))
    naa = Postutgave(
        dato,
        None,
        "ikke lagret i git",
        post.id,
        post.verdi,
        _meldt(utgaver.naa.register.rapporter, id_er),
    )
    siste = alle[-1] if alle else None
    if siste is None or not samme(siste, naa):
        alle.append(naa)
    return [utgave for utgave in alle if utgave.dag <= dato]


def filens_versjoner(utgaver: Utgaver, post: Post[Any], dato: date) -> list[Postutgave]:
    """Give every version of a file up to a day, oldest first, and last as it lies. A version that
    can't be read tells nothing.
    """
    mappe = post.fil.rpartition("/")[0]
    endringene = [
        (innsjekking, endring)
        for innsjekking in reversed(list(historien(utgaver.git, (mappe,), utgaver.siste)))
        for endring in innsjekking.filer
        if endring.sti == post.fil
    ]
    utgaver.lager.hent_smaa(sorted({endring.blob for _, endring in endringene if endring.blob}))
    alle: list[Postutgave] = []
    for innsjekking, endring in endringene:
        lest = _les(utgaver, endring.sti, endring.blob)
        if lest is None and endring.blob:
            continue
        dag, commit = innsjekking.versjon.dag, innsjekking.versjon.commit
        hvem, forste = innsjekking.forfatter, innsjekking.forste
        alle.append(Postutgave(dag, commit, hvem, post.id, lest, (), forste))
    naa = Postutgave(dato, None, "ikke lagret i git", post.id, post.verdi, ())
    if not alle or not samme(alle[-1], naa):
        alle.append(naa)
    return [utgave for utgave in alle if utgave.dag <= dato]


def en_gang_unntatte(utgaver: Utgaver, naa: Register) -> Register:
    """Everything that was exempt in some version and is not there for all to read now: its names
    are no more to be read in old texts than in new.
    """
    filer = {
        (endring.sti, endring.blob)
        for innsjekking in historien(utgaver.git, _STIER[:2], utgaver.siste)
        for endring in innsjekking.filer
        if endring.blob
    }
    utgaver.lager.hent_smaa(sorted({blob for _, blob in filer if blob}))
    oppdrag: dict[str, Post[Oppdrag]] = {}
    vedtak: dict[str, Post[Vedtak]] = {}
    for sti, blob in sorted(filer, key=str):
        type_ = type_for(sti)
        id_ = id_av(type_, sti) if type_ else ""
        if (
            not blob
            or b"offentlighet" not in utgaver.lager.gi(blob)
            or id_ in naa.oppdrag
            or id_ in naa.vedtak
        ):
            continue
        verdi = _les(utgaver, sti, blob)
        if isinstance(verdi, Oppdrag) and verdi.offentlighet != "offentlig":
            oppdrag[id_] = Post(id_, sti, verdi)
        elif isinstance(verdi, Vedtak) and verdi.offentlighet != "offentlig":
            vedtak[id_] = Post(id_, sti, verdi)
    return Register(poster={"oppdrag": oppdrag, "vedtak": vedtak})


def _navnene(
    utgaver: Utgaver, innsjekkinger: list[Innsjekking], post: Post[Any]
) -> dict[str, tuple[str, Filendring]]:
    """For each commit that touched the record's file: the id it had after it, and the change.

    Followed backwards through every name.
    """
    navn: dict[str, tuple[str, Filendring]] = {}
    sti = post.fil
    if post.verdi.tidligere_id and not any(
        endring.sti == sti for innsjekking in innsjekkinger for endring in innsjekking.filer
    ):
        sti = _sti_til(sti, post.verdi.tidligere_id)
    for innsjekking in innsjekkinger:
        for endring in innsjekking.filer:
            if endring.sti == sti:
                type_ = type_for(sti)
                navn[innsjekking.versjon.commit] = (
                    id_av(type_, sti) if type_ else post.id,
                    endring,
                )
                sti = _foer(utgaver, sti, endring)
                break
            if endring.foer == sti:
                # Another record had the name before, and took another: its life is not this one's.
                return navn
    return navn


def _foer(utgaver: Utgaver, sti: str, endring: Filendring) -> str:
    """Where the record lay before a commit: as it says itself, or where git found nearly the same
    file.
    """
    if endring.foer == sti:
        return sti
    sagt = _tidligere_sti(utgaver, sti, endring)
    return sagt or (endring.foer if endring.foer and endring.likhet >= _LIKT_NOK else None) or sti


def _tidligere_sti(utgaver: Utgaver, sti: str, endring: Filendring) -> str | None:
    """Where the record lay before, as it says itself, where git saw nothing but a new file."""
    verdi = _les(utgaver, sti, endring.blob)
    tidligere = verdi.tidligere_id if isinstance(verdi, Oppdrag | Vedtak) else None
    return _sti_til(sti, tidligere) if tidligere else None


def _sti_til(sti: str, id_: str) -> str:
    """The file of another id in the same folder of all years."""
    return f"data/{sti.split('/')[1]}/{id_[:4]}/{id_[5:]}.yaml"


def _hent(
    utgaver: Utgaver, innsjekkinger: list[Innsjekking], navn: dict[str, tuple[str, Filendring]]
) -> None:
    """Read everything that is needed in one go."""
    egne = {endring.blob for _, endring in navn.values() if endring.blob}
    skjemaer = {
        endring.blob
        for innsjekking in innsjekkinger
        for endring in innsjekking.filer
        if endring.blob and _er_skjema(endring.sti)
    }
    utgaver.lager.hent_smaa(sorted(egne | skjemaer))


def _er_skjema(sti: str) -> bool:
    type_ = type_for(sti)
    return type_ is not None and type_.navn == "rapport"


def _utgaver(
    utgaver: Utgaver,
    innsjekkinger: Iterator[Innsjekking],
    navn: dict[str, tuple[str, Filendring]],
    id_er: set[str],
) -> Iterator[Postutgave]:
    """Go forwards through the commits, and give the record after each that changed it or what was
    told of it.
    """
    verdi: Oppdrag | Vedtak | None = None
    skjemaer: _Skjemaer = {}
    id_ = min(id_er)
    for innsjekking in innsjekkinger:
        commit = innsjekking.versjon.commit
        endret = False
        if commit in navn:
            id_, endring = navn[commit]
            lest = _les(utgaver, endring.sti, endring.blob)
            # A version that can't be read tells nothing: the one before it stands.
            verdi, endret = (
                (lest if isinstance(lest, Oppdrag | Vedtak) else verdi if endring.blob else None),
                True,
            )
        for endring in innsjekking.filer:
            if _er_skjema(endring.sti):
                endret |= _sett_skjema(utgaver, skjemaer, endring, id_er)
        if endret:
            yield Postutgave(
                innsjekking.versjon.dag,
                commit,
                innsjekking.forfatter,
                id_,
                verdi,
                _meldt(skjemaer, id_er),
                innsjekking.forste,
            )


def _sett_skjema(
    utgaver: Utgaver, skjemaer: _Skjemaer, endring: Filendring, id_er: set[str]
) -> bool:
    """Keep a form as it was then, if it tells of the record. Returns whether it does, or did."""
    type_ = type_for(endring.sti)
    nokkel = id_av(type_, endring.sti) if type_ else endring.sti
    fantes = skjemaer.pop(nokkel, None) is not None
    if endring.blob and any(id_.encode() in utgaver.lager.gi(endring.blob) for id_ in id_er):
        verdi = _les(utgaver, endring.sti, endring.blob)
        if isinstance(verdi, Enhetsrapport):
            skjemaer[nokkel] = Post(nokkel, endring.sti, verdi)
            return True
    return fantes


def _meldt(skjemaer: Any, id_er: set[str]) -> tuple[Meldt, ...]:  # noqa: ANN401  a mapping of forms
    """What had been delivered of the record, in the order of the forms."""
    poster = [skjemaer[nokkel] for nokkel in sorted(skjemaer)]
    alle = [
        meldt
        for deler in (EGNE, BIDRAG)
        for ett in meldinger_i(poster, deler).values()
        for meldt in ett
    ]
    return tuple(meldt for meldt in alle if meldt.fra and meldt.post.partition("/")[0] in id_er)


def _les(utgaver: Utgaver, sti: str, blob: str | None) -> object:
    from styring.lesing.postlesing import les_post  # where something is read

    type_ = type_for(sti)
    if not blob or not type_ or len(utgaver.lager.gi(blob)) > STORSTE_FIL:
        return None
    post, hel, _ = les_post(sti, type_, utgaver.lager.gi(blob))
    return post.verdi if post and hel else None
