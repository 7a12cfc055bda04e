"""ST2, second part: references from one record to another, and to organs.

The codes go on after those of the exceptions.
"""

from collections.abc import Iterator

from styring.fag.norsk import mente_du, opplisting
from styring.funn import Sti, Treff
from styring.register.register import Register
from styring.regler.regel import regel, treff


@regel("ST210")
def organet_finnes(register: Register) -> Iterator[Treff]:
    """Et organ som nevnes, skal finnes i kommune.yaml.

    Hvorfor: et vedtak fra et ukjent organ kan ingen avslutte.
    Galt:
        organ: KSS
    Riktig:
        organ: KS
    Kilde: data/kommune.yaml, «organer»
    """
    if register.kommune is None:
        return
    for fil, sti, organ in _organbruk(register):
        if organ not in register.organer:
            ment = mente_du(organ, register.organer)
            forslag = (
                f"mente du «{ment}»?"
                if ment
                else (
                    f"organene er {opplisting(register.organer)}"
                    if register.organer
                    else "legg det inn under «organer»"
                )
            )
            yield treff(fil, "organet er ikke kjent", *sti, forslag=forslag, funnet=organ)


def _organbruk(register: Register) -> Iterator[tuple[str, Sti, str]]:
    for post in register.vedtak.values():
        yield post.fil, ("organ",), post.verdi.organ
        if post.verdi.avsluttet:
            yield post.fil, ("avsluttet", "organ"), post.verdi.avsluttet.organ
        for plass, punkt in enumerate(post.verdi.punkter):
            if punkt.avsluttet:
                yield post.fil, ("punkter", plass, "avsluttet", "organ"), punkt.avsluttet.organ
    for samlet in register.samlerapporter.values():
        for nr, behandling in enumerate(samlet.verdi.behandlet):
            yield samlet.fil, ("behandlet", nr, "organ"), behandling.organ


@regel("ST211")
def oppdraget_finnes(register: Register) -> Iterator[Treff]:
    """Et oppdrag som en annen post viser til, skal finnes.

    Hvorfor: ellers er tråden fra vedtaket, eller fra året før, brutt. Et oppdrag videreføres fra et
    tidligere år.
    Galt:
        viderefort_fra: 2022-FOS-99
    Riktig:
        viderefort_fra: 2022-FOS-02
    Kilde: brevet: «en rød tråd fra politiske planer til handlinger»
    """
    for fil, sti, id_ in _oppdragsbruk(register):
        if id_ not in register.oppdrag and not register.er_ulest(id_):
            ment = mente_du(
                id_,
                (
                    kjent
                    for kjent, annet in register.oppdrag.items()
                    if annet.verdi.offentlighet == "offentlig"
                ),
            )
            yield treff(
                fil,
                "oppdraget finnes ikke",
                *sti,
                forslag=f"mente du «{ment}»?" if ment else "se id-ene med «styring status»",
                funnet=id_,
            )
    for id_, post in register.oppdrag.items():
        fra = post.verdi.viderefort_fra
        if fra and fra[:4] >= id_[:4]:
            yield treff(
                post.fil,
                "oppdraget er videreført fra et oppdrag som ikke er fra et tidligere år",
                "viderefort_fra",
                forslag="vis til oppdraget året før",
                funnet=fra,
            )


def _oppdragsbruk(register: Register) -> Iterator[tuple[str, Sti, str]]:
    for post in register.oppdrag.values():
        if post.verdi.viderefort_fra:
            yield post.fil, ("viderefort_fra",), post.verdi.viderefort_fra
    for vedtak in register.vedtak.values():
        yield from (
            (vedtak.fil, ("oppdrag", nr), id_) for nr, id_ in enumerate(vedtak.verdi.oppdrag)
        )


REGLER = (organet_finnes, oppdraget_finnes)
