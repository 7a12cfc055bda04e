"""ST8, the rule that needs to know what was said before: it is asked of two versions, so the one
who checks gives it the last one stored.
"""

from collections.abc import Iterator

from styring.funn import Alvor, Treff
from styring.register.felter import lukkethet
from styring.register.register import Register
from styring.register.skjulte_titler import som_ord
from styring.regler.regel import fastregel


@fastregel("ST807", Alvor.ADVARSEL)
def unntatt_apnes_ikke_i_stillhet() -> None:
    """En sak som var unntatt eller intern i siste lagrede versjon, bør ikke åpnes i stillhet.

    Hvorfor: en linje som blir borte i en redigering, gjør saken offentlig for alle. Regelen ser på
    siste commit, og er stille der det ikke er noe git-repo.
    Galt: linjen «offentlighet: unntatt» er borte fra filen.
    Riktig: sett linjen tilbake. Skal saken åpnes, er det denne endringen som skal lagres; da blir
    regelen stille.
    Kilde: offentleglova §§ 3 og 13
    """


def apnede(naa: Register, sist: Register) -> Iterator[Treff]:
    """The records that fewer could read in the last version stored, also under another id with the
    same title. ``sist`` need only hold such records.
    """
    foer = {post.id: lukkethet(post.verdi) for post in sist.unntakbare()}
    navn = {
        navn
        for post in naa.unntakbare()
        for navn in (post.id, getattr(post.verdi, "tidligere_id", None))
    }
    borte = {
        som_ord(post.verdi.tittel): lukkethet(post.verdi)
        for post in sist.unntakbare()
        if post.id not in navn and getattr(post.verdi, "tittel", None)
    }
    for post in naa.unntakbare():
        under_ny_id = borte.get(som_ord(getattr(post.verdi, "tittel", "")), 0) if borte else 0
        var = max(
            under_ny_id,
            foer.get(post.id, 0),
            foer.get(getattr(post.verdi, "tidligere_id", None) or "", 0),
        )
        if var > lukkethet(post.verdi):
            melding = "saken var unntatt eller intern i siste lagrede versjon, og er åpnere nå"
            yield Treff(
                "ST807",
                post.fil,
                melding,
                sti=("offentlighet",),
                forslag="sett linjen «offentlighet:» tilbake, hvis saken ikke skal åpnes",
            )


REGLER = (unntatt_apnes_ikke_i_stillhet,)
