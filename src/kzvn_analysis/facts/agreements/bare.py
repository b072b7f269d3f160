"""A memorandum that a clipping names no further: "the rectors signed a memorandum of understanding"."""

from __future__ import annotations

from ...reading import gated as re
from .names import Name
from .scene import Scene
from .status import CARRIED, DATED, Verdict
from .titles import INSTITUTION, pair_of


def bare_title(scene: Scene, name: Name, verdict: Verdict, subject: str) -> str | None:
    """The title of a memorandum of which is only said who signed it, or when; ``None`` where that is too little.

    Parameters
    ----------
    scene
        The sentence.
    name
        The name, which says nothing of what it is about.
    verdict
        What the sentence says of it.
    subject
        Who signed, as `titles.subject_of` finds them.
    """
    if name.head.kind != "memorandum" or name.head.plural or name.head.pronoun or verdict.status != "concluded":
        return None
    if _OF_OLD_ONE.search(scene.lower, 0, name.start):
        return None  # told of with what replaces it
    dated = DATED.match(scene.lower, name.end)
    date = dated and next((d for d in scene.dates if name.end <= d.start <= dated.end()), None)
    if date:
        return scene.original(name.head.start, date.end)
    verb = verdict.verb
    if verb is None or verb is CARRIED or verb.role != "sign" or verb.base not in _SIGNING:
        return None
    capital = scene.text[name.head.start].isupper() and " " in name.head.singular
    if name.determiner not in ("a", "an", "another", "") and not capital:
        return None
    low, high = scene.clause(verb.start)
    who = subject or scene.original(low, high)
    pair = pair_of(who)
    both = pair and INSTITUTION.search(pair["a"]) and INSTITUTION.search(pair["b"])
    if not both and not _SIGNERS.search(who) and not _SIGNATURES.search(scene.lower, low, high):
        return None
    return scene.original(name.head.start, name.head.end)


_OF_OLD_ONE = re.compile(r"\b(?:supersed|replac|updat|amend|succeed|extend)\w*\s+(?:[\w-]+\s+){0,4}$")
_SIGNING = frozenset(
    {"sign", "ink", "conclude", "seal", "countersign", "put their names", "put their signatures", "put pen to paper"}
)
_SIGNATURES = re.compile(r"\bsignatures?\s+of\b")
_SIGNERS = re.compile(
    r"\b(?:[Tt]hey|[Bb]oth|two\s+(?:sides|parties|institutions|organi[sz]ations|bodies)|sides|parties|(?:[Dd]irector|[Rr]ector|[Mm]inister|"
    r"[Hh]ead|[Cc]hair|[Cc]hief|[Gg]overnor|[Cc]ounterpart|[Pp]resident|[Jj]udge|[Pp]rosecutor|[Mm]inistr|[Uu]niversit|[Aa]cadem|"
    r"[Ll]ibrar|[Mm]useum|[Aa]rchive|[Cc]ourt|[Ll]egislature|[Pp]arliament|[Aa]genc|[Cc]hamber|[Aa]ssociation|[Ii]nstitut)\w*)\b"
)
