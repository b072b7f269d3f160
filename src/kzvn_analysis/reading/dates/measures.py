"""Rules for counted units: "two years ago", "a year later", "three-day", "33rd anniversary"."""

from __future__ import annotations

from .calendar_rules import calendar
from .forms import Anniversary, Calendar, Deictic, Duration, Form, Point, Shift
from .run_of_months import run_of_months
from .stream import Stream
from .years import OFFSETS

Found = tuple[Form, int]

_MEASURES = ("day", "week", "fortnight", "month", "year", "decade", "century")
_RELATIONS = ("relations", "ties", "establishment", "establishing", "diplomatic")


def counted(s: Stream, i: int) -> Found | None:
    """What begins with a number: a date first, else an anniversary or a measure."""
    measure = _measure(s, i)
    found = (measure and not _is_vague(s, i) and run_of_months(s, *measure[:3])) or calendar(s, i)
    if found:
        return found
    ordinal = s.ordinal(i)
    if ordinal:
        # "33rd anniversary", "30th founding anniversary"
        for j in range(ordinal[1], ordinal[1] + 3):
            if s.kind(j) == "anniversary" and not s.is_word(j + 1, "year"):
                return Anniversary(ordinal[0]), j + 1
            if s.kind(j) not in ("word", "dash"):
                break
        # "the 5th of this month"
        j = ordinal[1] + 1
        if (
            s.is_preposition(j - 1, "of")
            and s.kind(j) == "deictic"
            and s.is_word(j + 1, "month")
            and ordinal[0] <= 31
        ):
            return Deictic("month", OFFSETS[s.value(j)], ordinal[0]), j + 2
        return None
    return measured(s, i)


def measured(s: Stream, i: int) -> Found | None:
    """A number of units and what it is counted from."""
    measure = _measure(s, i)
    if not measure:
        return None
    count, unit, j, dashed, round_ = measure
    article, vague = s.kind(i) == "article", round_ or _is_vague(s, i)
    if unit == "year" and count % 10 == 0 and s.is_word(j, "ago") and not _is_exact(s, i, j):
        vague = True  # "thirty years ago" is seldom to the year
    if s.is_word(s.after_dash(j), "old"):
        return None
    if s.kind(s.after_dash(j)) == "anniversary":
        return Anniversary(count), s.after_dash(j) + 1
    if dashed:
        if unit == "month" and 3 <= count <= 11 and s.kind(j) in ("figure", "period") and not vague:
            return Calendar(Point(None, 1), Point(None, count), part=True, counted=True), j
        return Duration(count, unit, vague), j
    if s.kind(j) == "relation":
        relation = s.value(j)
        if relation in ("ago", "hence"):
            return Shift(-count if relation == "ago" else count, unit, "publication", vague), j + 1
        return Shift(count if relation == "later" else -count, unit, "event", vague), j + 1
    if s.is_word(j, "on") and s.is_word(j + 1, "from", "since", "after"):
        return Shift(count, unit, "object", vague), j + 2
    if s.is_word(j, "before", "after"):
        sign = 1 if s.is_word(j, "after") else -1
        if s.closed(j + 1):
            return Shift(sign * count, unit, "event", vague), j + 1
        if s.is_word(j + 1, "that", "this", "then", "which"):
            return Shift(sign * count, unit, "event", vague), j + 2
        return Shift(sign * count, unit, "object", vague), j + 1
    if article and not (unit == "year" and count > 1):
        return None
    if unit == "year" and _is_anniversary(s, j):
        return Anniversary(count, vague), j
    return Duration(count, unit, vague), j


def _measure(s: Stream, i: int) -> tuple[int, str, int, bool, bool] | None:
    """Count, unit, index after, whether it is an adjective ("three-day"), whether it is a round number."""
    if s.kind(i) == "article":
        if not s.is_word(i, "a", "an") or s.is_word(i - 1, "half"):
            return None
        count, j = 1, i + 1
    else:
        number = s.number(i)
        if not number:
            return None
        count, j = number
    if s.is_unit(j, "quarter", "half") and count == 1:
        k = s.after_dash(j + 1)
        k = k + 1 if s.is_word(k, "of") else k
        k = k + 1 if s.is_word(k, "a") else k
        if s.is_word(k, "century"):
            return (50 if s.is_unit(j, "half") else 25), "year", k + 1, False, False
        return None
    dashed = s.kind(j) == "dash" and s.glued(j) and s.glued(j + 1) and s.kind(j + 1) == "unit"
    j = j + 1 if dashed else j
    if s.kind(j) != "unit" or s.value(j) not in _MEASURES:
        return None
    unit = s.value(j)
    if unit == "fortnight":
        return count * 2, "week", j + 1, dashed, False
    scale = {"decade": 10, "century": 100}.get(unit)
    return (count * scale, "year", j + 1, dashed, True) if scale else (count, unit, j + 1, dashed, False)


def _is_vague(s: Stream, i: int) -> bool:
    if s.kind(i - 1) == "vague" or s.is_preposition(i - 1, "over", "around", "towards"):
        return True
    if (s.kind(i - 1) in ("dash", "joint") or s.is_word(i - 1, "to")) and s.number(i - 2):
        return True  # "two to three years", "3-5 years"
    return (
        s.is_word(i - 1, "than")
        or s.is_word(i - 1, "to")
        and s.is_word(i - 2, "up", "close")
        or s.is_word(i - 1, "of")
        and s.is_word(i - 2, "couple")
    )


def _is_exact(s: Stream, i: int, j: int) -> bool:
    """ "exactly 30 years ago", "on this day 30 years ago", "30 years ago today"."""
    return (
        s.is_word(i - 1, "exactly", "precisely", "day", "date", "just", "when")
        or s.is_word(i - 2, "exactly", "precisely", "day", "date", "when")
        or s.is_word(j + 1, "today", "on", "this")
    )


def _is_anniversary(s: Stream, j: int) -> bool:
    """Whether "N years" is followed by "since", "have passed since", "of relations"."""
    if s.is_word(j, "since", "from") and not s.is_word(j, "from"):
        return True
    for k in range(j, j + 5):
        if s.is_word(k, "passed", "elapsed", "gone", "went") and any(
            s.is_word(m, "since") for m in range(k, k + 4)
        ):
            return True
    return s.is_word(j, "of") and any(s.is_word(k, *_RELATIONS) for k in range(j + 1, j + 5))
