"""Rules for single points of the calendar: a day, a month, a season, a year, a part of a year."""

from __future__ import annotations

from dataclasses import dataclass

from .forms import Calendar, Point, YearRef
from .parts import part_of_year
from .stream import Stream
from .years import year, year_tail

SHORT_MONTHS = frozenset(
    {"Jan", "Feb", "Febr", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"}
)
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Piece:
    """One point, or a part of a year with both its ends: up to which token, and of what shape."""

    start: Point
    end: Point | None
    after: int
    shape: str


def piece(s: Stream, i: int) -> Piece | None:
    """A day, month, season, year or part of a year, with its own year if it has one."""
    kind = s.kind(i)
    if kind == "month":
        return _month_first(s, i)
    if kind in ("num", "ord", "word_ord", "ten"):
        found = _day_first(s, i)
        if found:
            return found
    if kind in ("num", "ord", "word_ord", "card", "code", "deictic", "edge", "ten", "place"):
        part = part_of_year(s, i)
        if part:
            return Piece(*part)
    if kind == "num":
        found_year = year(s, i)
        return Piece(Point(found_year[0]), None, found_year[1], "year") if found_year else None
    return _season(s, i) if kind == "season" else None


def numeric(s: Stream, i: int) -> tuple[Calendar, int] | None:
    """ "2025-05-06", "06.05.2025", "29/06/1992": the day first unless it can't be."""
    raw = s.text(i)
    if s.kind(i) == "iso":
        number, month, day = (int(part) for part in raw.split("-"))
    else:
        day, month, number = (int(part) for part in raw.replace("/", ".").split("."))
        if month > 12 and "/" in raw:
            day, month = month, day
    point = day_point(YearRef("abs", number), month, day)
    return (Calendar(point), i + 1) if point else None


def decade(s: Stream, i: int) -> tuple[Calendar, int] | None:
    """ "the 1970s", "the '90s", "the seventies"."""
    raw = s.text(i).lstrip("'’")
    if raw[:4].isdigit():
        first = int(raw[:4])
    elif s.kind(i - 1) in ("article", "edge") and raw[:2].isdigit():
        first = 1900 + int(raw[:2])
    elif s.kind(i - 1) in ("article", "edge"):
        first = 1900 + s.int(i)
    else:
        return None
    return Calendar(Point(YearRef("abs", first)), Point(YearRef("abs", first + 9))), i + 1


def _month_first(s: Stream, i: int) -> Piece | None:
    month, j = s.int(i), i + 1
    if s.text(i).capitalize() in SHORT_MONTHS and s.kind(j) == "dot":
        j += 1
    if (
        s.kind(j) in ("num", "ord")
        and 1 <= s.int(j) <= 31
        and len(s.text(j)) <= 4
        and not s.stuck(j)
        and not s.counts(j + 1)
    ):
        if s.kind(j) == "num" and s.is_preposition(j + 1, "of") and s.kind(j + 2) != "deictic":
            return None
        found, after = year_tail(s, j + 1)
        point = day_point(found, month, s.int(j))
        return Piece(point, None, after, "day") if point else None
    found, after = year_tail(s, j)
    return Piece(Point(found, month), None, after if found else j, "month")


def _day_first(s: Stream, i: int) -> Piece | None:
    """ "6 May", "6th of May", "5-7 May", "5 to 7 May", "the fifth of next month"."""
    ordinal = s.ordinal(i)
    first, j = ordinal or (s.int(i), i + 1)
    if not 1 <= first <= 31 or not ordinal and s.stuck(i):
        return None
    last = None
    while s.kind(j) == "comma" and s.kind(j + 1) == "num" and s.int(j + 1) == (last or first) + 1:
        last, j = s.int(j + 1), j + 2  # "5, 6 and 7 May"
    linked = s.kind(j) == "dash" or s.is_word(j, "to", "through") or s.is_word(j, "and")
    k = s.after_article(j + 1)
    if linked and s.kind(k) in ("num", "ord") and first < s.int(k) <= 31:
        if s.is_word(j, "and") and s.int(k) != (last or first) + 1 and not s.is_word(i - 1, "between"):
            return None
        last, j = s.int(k), k + 1
    elif s.kind(j) == "dash" and s.kind(j + 1) == "dmy" and (found_end := numeric(s, j + 1)):
        end = found_end[0].start  # "1-3.06.2025"
        start = day_point(end.year, end.month, first)
        return Piece(start, end, j + 2, "day") if start and first < end.day else None
    if ordinal and s.is_word(j, "of"):
        j += 1
    if s.kind(j) != "month":
        return None
    month, j = s.int(j), j + 1
    if s.text(j - 1).capitalize() in SHORT_MONTHS and s.kind(j) == "dot":
        j += 1
    found, after = year_tail(s, j)
    start, end = day_point(found, month, first), day_point(found, month, last) if last else None
    if not start or last and not end:
        return None
    return Piece(start, end, after, "day")


def _season(s: Stream, i: int) -> Piece | None:
    found, after = year_tail(s, i + 1)
    if found is None:
        led = s.kind(i - 1) in ("preposition", "article", "deictic", "event", "edge", "dash", "joint")
        if (
            not led
            or s.is_word(i - 1, "to", "a", "an")
            or s.is_word(i, "fall")
            and s.kind(i - 1) != "deictic"
        ):
            return None
        # "the summer camp" is no time; "in the summer," is.
        if s.kind(i - 1) == "article" and s.kind(i - 2) not in ("preposition", "deictic", "edge"):
            return None
        if s.kind(i + 1) == "word" and s.text(i + 1).isupper() or s.kind(i + 1) == "dash":
            return None
    season = s.int(i)
    if (
        season == 24
        and found
        and found.kind == "abs"
        and s.kind(after) in ("dash", "slash")
        and s.kind(after + 1) == "num"
        and s.int(after + 1) in (found.value + 1, (found.value + 1) % 100)
    ):
        return Piece(Point(found, 12), Point(YearRef("abs", found.value + 1), 2), after + 2, "season")
    return Piece(Point(found, season=season), None, after, "season")


def day_point(found: YearRef | None, month: int | None, day: int) -> Point | None:
    if not month or not 1 <= month <= 12 or not 1 <= day <= _LENGTHS[month - 1]:
        return None
    if (
        month == 2
        and day == 29
        and found
        and found.kind == "abs"
        and (found.value % 4 or found.value % 100 == 0 and found.value % 400)
    ):
        return None
    return Point(found, month, day)
