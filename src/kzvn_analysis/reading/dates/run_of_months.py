"""Rules for so many months told by one end: "the five months to May", "the four months since January"."""

from __future__ import annotations

from dataclasses import replace

from .forms import Calendar, Point, YearRef
from .points import piece
from .stream import Stream

_UPTO = ("to", "through", "until", "till", "thru")
_ENDING = ("ending", "ended", "ends", "finishing", "finished", "closing")
_SINCE = ("since", "beginning", "starting", "counting")
_LENGTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def run_of_months(s: Stream, count: int, unit: str, after: int) -> tuple[Calendar, int] | None:
    """The period of `count` units, counted back from the month after "to", or on from the one after "since".

    Parameters
    ----------
    s
    count, unit
        "five months" is ``5, "month"``.
    after
        The token after the unit.
    """
    months = count * _LENGTHS.get(unit, 0)
    if not 2 <= months <= 24:
        return None
    after += s.kind(after) == "period"  # "the five-month period to May"
    backwards = s.is_word(after, *_UPTO, *_ENDING)
    if not backwards and not s.is_word(after, *_SINCE):
        return None
    j = after + 1
    if s.is_word(after, *_ENDING, *_SINCE) and s.is_preposition(j, "in", "on", "with", "from"):
        j += 1
    j = s.after_article(j)
    if s.kind(j) == "edge" and s.value(j) in ("end", "late"):  # "to the end of May", "to end-June"
        j = s.after_dash(j + 1)
        j = s.after_article(j + s.is_preposition(j, "of"))
    end = piece(s, j) if s.kind(j) == "month" or s.kind(j) in ("num", "ord") else None
    if not end or end.end or not end.start.month:
        return None
    if end.shape == "day" and not (backwards and end.start.day >= 28) or end.shape not in ("day", "month"):
        return None
    # Whether "since March" counts March is anybody's guess; "since January" is since New Year.
    if not backwards and end.start.month != 1 or end.start.year is None and months > 12:
        return None
    known = replace(end.start, day=None)
    other = _moved(known, (1 - months) if backwards else (months - 1))
    first, last = (other, known) if backwards else (known, other)
    return Calendar(first, last, part=True), end.after


def _moved(point: Point, months: int) -> Point:
    years, month = divmod(point.month - 1 + months, 12)
    year = point.year and YearRef(point.year.kind, point.year.value + years)
    return Point(year, month + 1)
