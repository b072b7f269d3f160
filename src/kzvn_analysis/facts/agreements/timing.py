"""Tell when an instrument was signed, or is to be, and when it took effect."""

from __future__ import annotations

import re

from .events import event_period
from .scene import Located, Scene
from .status import CARRIED, Verdict
from .tense import tense


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
        if verb is None or verdict.verb and verdict.verb.start >= end and date.end <= start and not _is_fronted(scene, date):
            continue
        edtf = date.mention.edtf
        if edtf is None:
            if verb.role in roles and verb is verdict.verb:
                return None
            continue
        if proposed:
            if (verb.role in roles or verb.role == "propose" and verb.base in _DEADLINE_VERBS) \
                    and tense(scene, verb) == "future" and not _is_past(scene, edtf):
                return edtf
        elif verb.role in roles and tense(scene, verb) == "past" and date.mention.precision != "range" and not _is_span(scene, date):
            return edtf
    if not proposed and verdict.verb and verdict.main and not verdict.perfect and verdict.verb.role in roles:
        return event_period(scene)
    return None


def in_force_of(scene: Scene, start: int, end: int) -> str | None:
    """When the instrument named at ``start:end`` took effect, if the sentence says so."""
    low, high = scene.clause(max(start, end - 1))
    for verb in scene.verbs:
        if verb.role != "force":
            continue
        for date in scene.dates:
            if date.mention.edtf is None or date.start < verb.end or date.start - verb.end > 60:
                continue
            between = scene.lower[verb.end:date.start]
            if not any(v.start >= verb.end and v.end <= date.start for v in scene.verbs) and "," not in between.strip(" ,"):
                return date.mention.edtf
        before = [d for d in scene.dates_between(*scene.clause(verb.start)) if d.end <= verb.start and d.start >= end]
        if before and governing_verb(scene, before[-1], start, end) is verb and before[-1].mention.edtf:
            return before[-1].mention.edtf
    for date in scene.dates_between(low, high):
        if date.end <= start and governing_verb(scene, date, start, end) is None:
            continue
    return None


def governing_verb(scene: Scene, date: Located, start: int, end: int):
    """The verb a date belongs to: the nearest before it in its clause, else the nearest after it."""
    low, high = scene.clause(date.start)
    verbs = [v for v in scene.verbs if not (start <= v.start and v.end <= end)]
    before = [v for v in verbs if low <= v.start and v.end <= date.start]
    before = [v for v in before if v.form != "ing"] or before
    # what stands in front of the clause, before its comma, is said of the verb that follows
    if before and not (date.start - low < 4 and before):
        return before[-1]
    after = [v for v in verbs if date.end <= v.start < high]
    if after:
        return after[0]
    return None


_DEADLINE_VERBS = frozenset({"finalise", "finalize", "negotiate", "work out", "draw up", "draft", "prepare", "elaborate", "plan", "expect"})
_YEAR_BEFORE = re.compile(r"\b((?:19|20)\d\d)\s+$")
_OF_YEAR = re.compile(r"\s*,?\s*(?:of|from|dated|dating (?:back to|from)|since)\s+(?:[a-z]+ )?(?:\d{1,2},? )?(?=\S*\d{4})")
_SPAN_BEFORE = re.compile(r"\b(?:for|until|till|through|to|by|over|between|within)\s+(?:the\s+)?(?:period\s+)?$")


def _candidates(scene: Scene, start: int, end: int, verdict: Verdict) -> list[Located]:
    """Dates of the sentence outside the name, those of its own clauses first, then by distance."""
    low, high = scene.clause(start)[0], scene.clause(max(start, end - 1))[1]
    if verdict.verb and verdict.verb.start >= end:
        high = scene.clause(verdict.verb.start)[1]
    dates = [d for d in scene.dates if not (start <= d.start and d.end <= end) and low <= d.start and d.end <= high + 1]
    return sorted(dates, key=lambda d: (d.start - end if d.start >= end else start - d.end + 10))


def _in_the_name(scene: Scene, start: int, end: int) -> str | None:
    """"the 2017 extradition treaty", "the agreement of November 2009 on …", "an agreement dating from …"."""
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
    published = scene.reading.published.edtf
    if not published:
        return False
    last = edtf.rpartition("/")[2]
    size = min(len(last), len(published))
    return last[:size] < published[:size] and not last[5:].startswith("2")
