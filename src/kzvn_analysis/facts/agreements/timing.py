"""Tell when an instrument was signed, or is to be, and when it took effect."""

from __future__ import annotations

import re

from ...reading.dates.edtf import edtf_bounds
from .cues import cue_words
from .events import event_period
from .scene import Located, Scene
from .status import CARRIED, Verdict
from .tense import tense
from .verbs import Verb


def period_of(scene: Scene, start: int, end: int, verdict: Verdict, roles: frozenset[str]) -> str | None:
    """When the instrument named at ``start:end`` was concluded or is expected to be.

    The date must belong to the verb that concludes it; failing that, to the event it was concluded at.
    """
    named = _in_the_name(scene, start, end)
    if named:
        return named
    if verdict.verb is CARRIED:
        return scene.carried.period if scene.carried else None
    proposed = verdict.status == "proposed"
    for date in _candidates(scene, start, end, verdict):
        verb = governing_verb(scene, date, start, end)
        if (
            verb is None
            or verdict.verb
            and verdict.verb.start >= end
            and date.end <= start
            and not _is_fronted(scene, date)
        ):
            continue
        edtf = date.mention.edtf
        if edtf is None:
            if verb.role in roles and verb is verdict.verb:
                return None
            continue
        if proposed:
            if (
                (verb.role in roles or verb.role == "propose" and verb.base in # what is said to be finalised by a date is expected then
_DEADLINE_VERBS = frozenset(cue_words("deadline"))
_YEAR_BEFORE = re.compile(r"\b((?:19|20)\d\d)\s+$")
_OF_YEAR = re.compile(
    r"\s*,?\s*(?:of|dated|dating (?:back to|from))\s+(?:[a-z]+ )?(?:\d{1,2},? )?(?=\S*\d{4})"
)
_SPAN_BEFORE = re.compile(
    r"\b(?:for|until|till|through|to|by|over|between|within)\s+(?:the\s+)?(?:period\s+)?$"
)


def _candidates(scene: Scene, start: int, end: int, verdict: Verdict) -> list[Located]:
    """Dates of the sentence outside the name, those of its own clauses first, then by distance."""
    low, high = scene.clause(start)[0], scene.clause(max(start, end - 1))[1]
    if verdict.verb and verdict.verb.start >= end:
        high = scene.clause(verdict.verb.start)[1]
    dates = [
        d
        for d in scene.dates
        if not (start <= d.start and d.end <= end) and low <= d.start and d.end <= high + 1
    ]
    return sorted(dates, key=lambda d: d.start - end if d.start >= end else start - d.end + 10)


def _in_the_name(scene: Scene, start: int, end: int) -> str | None:
    """ "the 2017 extradition treaty", "the agreement of November 2009 on …", "an agreement dating from …"."""
    match = _YEAR_BEFORE.search(scene.lower, max(0, start - 40), start)
    if match:
        return match[1]
    match = re.match(r"((?:19|20)\d\d)\s", scene.lower[start:end])
    if match:
        return match[1]
    match = _OF_YEAR.match(scene.lower, end)
    if match:
        for date in scene.dates:
            if match.start() <= date.start <= match.end() and date.mention.edtf:
                return date.mention.edtf
    return None


def _is_fronted(scene: Scene, date: Located) -> bool:
    """Whether a date opens its clause: "In May 2024 an agreement was signed"."""
    return date.start - scene.clause(date.start)[0] < 16


def _is_span(scene: Scene, date: Located) -> bool:
    """Whether the date says what the instrument covers, not when it was signed."""
    return bool(_SPAN_BEFORE.search(scene.lower, max(0, date.start - 20), date.start))


def _is_past(scene: Scene, edtf: str) -> bool:
    """Whether the date lies wholly before the publication."""
    published = scene.reading.published.edtf
    return published is not None and edtf_bounds(edtf)[1] < edtf_bounds(published)[0]
