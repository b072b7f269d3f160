"""Rules for what points from the publication or from an event: "last June", "on Monday", "that year"."""

from __future__ import annotations

from dataclasses import replace

from .calendar_rules import calendar
from .forms import Calendar, Deictic, Form, Point, Same, Shift, Weekday, Window, YearRef
from .parts import part_of_year
from .points import numeric, piece
from .run_of_months import run_of_months
from .stream import Stream
from .years import EVENTS, OFFSETS, year, year_phrase

Found = tuple[Form, int]

_MEASURES = ("day", "week", "month", "year", "decade", "quarter")
_NO_WEEKDAY = frozenset({"Black", "Good", "Cyber", "Giving", "Bloody"})
_LIKENED = frozenset({"period", "periods", "timeframe", "months", "quarter", "quarters", "span", "interval"})


def weekday(s: Stream, i: int) -> Found | None:
    """ "Tuesday", "Tuesday and Wednesday", "Monday last week", "Friday, 13 June 2025"."""
    if s.kind(i - 1) == "each" or s.text(i - 1) in _NO_WEEKDAY:
        return None
    day, j = s.int(i), i + 1
    if s.kind(j) == "daypart":
        j += 1
    dated = _dated_weekday(s, j, day)
    if dated:
        return dated
    if s.kind(i) == "wday":
        return None
    link, k = (None, j)
    if s.kind(j) == "dash" or s.is_preposition(j, "to", "through", "until"):
        link, k = "to", j + 1
    elif s.is_word(j, "and"):
        link, k = "and", j + 1
    if link and s.kind(k) == "weekday" and not (s.kind(j) == "dash" and not s.glued(j) and s.glued(k)):
        other = s.int(k)
        if link == "to" or s.is_word(i - 1, "between") or other == day % 7 + 1:
            week, after = _week_after(s, k + 1)
            return Weekday(day, other, week=week), after
    week, after = _week_after(s, j)
    return Weekday(day, week=week), after


def _dated_weekday(s: Stream, j: int, day: int) -> Found | None:
    k = j
    if s.kind(k) == "dot":
        k += 1
    if s.kind(k) in ("comma", "open", "slash", "dash"):
        k += 1
    k = s.after_article(k)
    if s.kind(k) in ("iso", "dmy"):
        found = numeric(s, k)
    elif s.kind(k) in ("month", "num", "ord"):
        first = piece(s, k)
        found = calendar(s, k) if first and first.shape == "day" else None
    else:
        return None
    if not found or not isinstance(found[0], Calendar):
        return None
    form, after = found
    if s.kind(k - 1) == "open" and s.kind(after) == "close":
        after += 1
    return (replace(form, weekday=day) if form.end is None else form), after


def _week_after(s: Stream, j: int) -> tuple[int | None, int]:
    """ "last week" after a weekday, as its offset."""
    k = s.after_article(j + 1 if s.is_preposition(j, "of") else j)
    if s.kind(k) == "deictic" and s.is_word(k + 1, "week"):
        return OFFSETS[s.value(k)], k + 2
    return None, j


def deictic(s: Stream, i: int) -> Found | None:
    """ "last year", "this June", "next Thursday", "the past five years"."""
    lean, j = s.value(i), i + 1
    if lean == "this" and s.kind(j) == "deictic" and s.value(j) in ("past", "coming"):
        lean, j = s.value(j), j + 1
    if s.kind(j) in ("yearkind", "anniversary") and s.is_word(j + 1, "year"):
        j += 1
    offset, kind = OFFSETS[lean], s.kind(j)
    if kind == "daypart" and s.is_word(i, "this", "last"):
        return (Deictic("day", offset), j + 1) if lean == "this" or s.value(j) == "night" else None
    if kind == "weekday":
        found = weekday(s, j)
        if found and isinstance(found[0], Weekday) and found[0].week is None:
            return replace(found[0], lean=lean), found[1]
        return found
    if kind in ("month", "season"):
        found = calendar(s, j)
        if not found or not isinstance(found[0], Calendar):
            return None
        return replace(found[0], lean=lean if found[0].start.year is None else None), found[1]
    if kind == "unit" and not s.plural(j):
        return _deictic_unit(s, i, j, lean, offset)
    part = part_of_year(s, i)
    if part:
        return Calendar(part[0], part[1], part=True), part[2]
    count = s.number(j)
    if count and s.kind(count[1]) == "unit" and s.value(count[1]) in _MEASURES and lean != "this":
        return Window(count[0], s.value(count[1]), 1 if offset > 0 else -1), count[1] + 1
    return None


def _deictic_unit(s: Stream, i: int, j: int, lean: str, offset: int) -> Found | None:
    unit, the = s.value(j), s.is_word(i - 1, "the")
    part = part_of_year(s, i) if lean == "last" else None
    if part:
        return Calendar(part[0], part[1], part=True), part[2]
    if unit not in ("day", "week", "weekend", "month", "quarter", "year"):
        return None
    if unit == "day":
        return (Shift(1, "day", "event"), j + 1) if lean == "next" and the else None
    over = the and s.is_preposition(i - 2, "over", "within", "in", "during", "for", "through")
    if lean == "past" and unit != "weekend":
        return Window(1, unit, -1), j + 1
    if lean == "next" and the:
        return (Window(1, unit, 1) if over else Shift(1, unit, "event")), j + 1
    if lean == "last" and the:
        return (Window(1, unit, -1), j + 1) if over else None
    return Deictic(unit, offset), j + 1


def event(s: Stream, i: int) -> Found | None:
    """ "the same period of last year", "that day", "the following year", "the previous Friday"."""
    word, j = s.value(i), i + 1
    while s.kind(j) == "event" and s.is_word(j, "same", "very"):
        word, j = "same" if word == "that" else word, j + 1
    if word not in EVENTS:
        return None
    if word == "same":
        count = s.number(j)
        k = count[1] if count else j
        if s.kind(k) in ("period", "unit"):
            return _same(s, k, count[0] if count and s.is_unit(k, "month") else None)
        if s.kind(j) in ("code", "word_ord", "ord"):
            return calendar(s, j)
    if s.kind(j) == "weekday" and word in ("following", "previous"):
        return Weekday(s.int(j), lean=word), j + 1
    if s.kind(j) in ("month", "season"):
        return _event_month(s, j, word)
    if s.is_unit(j, "day", "week", "month", "year", "quarter") and not s.plural(j):
        return Shift(EVENTS[word], s.value(j), "event"), j + 1
    if s.is_word(j, "period") and word == "that":
        return Same(None), j + 1
    return None


def _event_month(s: Stream, j: int, word: str) -> Found | None:
    found = calendar(s, j)
    if not found or not isinstance(found[0], Calendar):
        return None
    form = found[0]
    if form.start.year or word == "same":
        return found
    # "that October" lies in the year just told; "the following May" may lie in that or the next.
    return replace(form, lean=word), found[1]


def _same(s: Stream, k: int, months: int | None) -> Found | None:
    """ "the same … of last year": `k` is where the thing likened stands, `months` how many it says."""
    j = k + 1
    led = s.is_preposition(j, "of", "in", "for", "during", "from")
    year = year_phrase(s, j + 1 if led else j)
    if year:
        return Same(year[0], months), year[1]
    if s.kind(k) == "unit" and not s.plural(k) and not months:
        return (Shift(0, s.value(k), "event"), j) if s.is_unit(k, "day", "week", "month", "year", "quarter") else None
    if s.text(k).lower() in _LIKENED or months:
        return Same(None, months), j
    return None


def year_on_year(s: Stream, i: int) -> Found | None:
    """ "year-on-year", "on-year", "y/y", "yoy", "year-earlier": what a figure is compared with."""
    minus = Same(YearRef("event", -1))
    if s.kind(i) == "yoy" and not s.is_word(i, "y"):
        return minus, i + 1
    if s.is_word(i, "on"):
        j = s.after_dash(i + 1)
        return (minus, j + 1) if s.is_word(j, "year") and s.kind(j + 1) != "num" else None
    if s.is_word(i, "y"):
        j = i + 1
        while s.glued(j) and (s.kind(j) in ("dash", "slash") or s.is_word(j, "o")):
            j += 1
        return (minus, j + 1) if j > i + 1 and s.glued(j) and s.is_word(j, "y") else None
    if s.is_word(i, "year"):
        j = s.after_dash(i + 1)
        if s.is_word(j, "on", "over") or s.is_word(j, "to") and s.kind(i + 1) == "dash":
            k = s.after_dash(j + 1)
            return (minus, k + 1) if s.is_word(k, "year") else None
        if s.kind(i + 1) == "dash" and s.is_word(j, "earlier", "ago"):
            return minus, j + 1
    return None


def the_year(s: Stream, i: int) -> Found | None:
    """What begins with a unit: "year-end", "the year before", "the year 2024", "before the year is out"."""
    compared = year_on_year(s, i)
    if compared:
        return compared
    the = s.is_word(i - 1, "the")
    if the and not s.plural(i):
        run = run_of_months(s, 1, s.value(i), i + 1)
        if run:
            return run
    if s.is_word(i, "day", "week", "month") and the and s.is_word(i + 1, "before", "after") and s.closed(i + 2):
        return Shift(-1 if s.is_word(i + 1, "before") else 1, s.value(i), "event"), i + 2
    if s.is_word(i, "weekend") and the and s.is_preposition(i - 2, "over", "at", "on", "during"):
        return Deictic("weekend", 0), i + 1
    if not s.is_word(i, "year", "years"):
        return None
    found = year(s, i + 1, tail=True)
    if found:
        following = calendar(s, i + 1)
        return following or (Calendar(Point(found[0])), found[1])
    this = Calendar(Point(YearRef("the", 0)))
    k = i + 2 if s.kind(i + 1) in ("dash", "poss") else i + 1
    if s.is_word(k, "end") and (k > i + 1 or s.closed(k + 1)):
        found = year(s, k + 1, tail=True)
        return (Calendar(Point(found[0])), found[1]) if found else (this, k + 1)
    if the:
        if s.is_word(i + 1, "before") and s.is_word(i + 2, "last"):
            return Deictic("year", -2), i + 3
        if s.is_word(i + 1, "before", "earlier", "prior"):
            if s.is_word(i + 2, "that", "this"):
                return Shift(-1, "year", "event"), i + 3
            if s.closed(i + 2):
                return Shift(-1, "year", "event"), i + 2
        if s.is_word(i + 1, "after") and s.is_word(i + 2, "that", "this"):
            return Shift(1, "year", "event"), i + 3
        if s.is_word(i + 1, "after") and s.closed(i + 2):
            return Shift(1, "year", "event"), i + 2
        if s.is_word(i + 1, "ends", "closes") or s.is_word(i + 1, "is") and s.is_word(i + 2, "out", "over", "through"):
            return this, i + 1
        if s.is_preposition(i - 2, "within", "during", "in"):
            return (this, i + 1) if s.closed(i + 1) else None
    return None
