"""Tell when an instrument took effect."""

from __future__ import annotations

from ...reading import gated as re
from .scene import Scene
from .verbs import Verb


def in_force_of(scene: Scene, start: int, end: int) -> str | None:
    """When the instrument named at ``start:end`` took effect, if the sentence says so."""
    dates = [d for d in scene.dates if d.mention.edtf]
    for verb in scene.verbs:
        if verb.role != "force" or _is_of_another(scene, end, verb):
            continue
        for date in dates:
            if verb.end <= date.start <= verb.end + 60 and not _PARTED.search(scene.lower, verb.end, date.start):
                return date.mention.edtf
        for date in dates:
            if _IT.fullmatch(scene.lower, date.end, verb.start):
                return date.mention.edtf
        when = scene.lower.rfind(", when ", 0, start)  # "since 1 January, when the treaty began to apply"
        lead = [d for d in dates if when >= 0 and 0 <= when - d.end < 6]
        if lead and start - when < 45 and end <= verb.start:
            return lead[-1].mention.edtf
        opens = len(dates) == 1 and dates[0].end <= start and _OPENS.fullmatch(scene.lower, 0, dates[0].start)
        if opens and end <= verb.start:
            return dates[0].mention.edtf
    return None


# "… and five years later it came into force"
_IT = re.compile(r",?\s+(?:it|they|both)\s+(?:finally\s+|also\s+|then\s+)?")
# "Earlier, in 2017, the treaty came into force"
_OPENS = re.compile(r"\W*(?:[a-z]+,\s+)?(?:in|on|since|from)\s+")


def _is_of_another(scene: Scene, end: int, verb: Verb) -> bool:
    """Whether a later clause names another instrument that the verb speaks of."""
    low = scene.clause(verb.start)[0]
    return low >= end and any(
        low <= s.start < verb.start for family in ("instrument", "visa") for s in scene.signalled(family)
    )


_PARTED = re.compile(r",\s*\w|\b(?:and|but|signed|after)\b")
