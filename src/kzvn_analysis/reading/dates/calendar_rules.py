"""Rules for the calendar: a point or a stretch of it, "May 5-7", "October 2023 to May 2024", "2021–25"."""

from __future__ import annotations

from dataclasses import replace

from .forms import Calendar, Form, Point, YearRef
from .points import SHORT_MONTHS, Piece, day_point, piece
from .stream import Stream
from .years import year_tail

Found = tuple[Form, int]

_AMBIGUOUS = frozenset({"May", "March", "April", "August"})
_LEADS_NO_MONTH = frozenset({"at", "as", "into"})


def calendar(s: Stream, i: int) -> Found | None:
    """A point or a stretch of the calendar that begins at `i`."""
    first = piece(s, i)
    if not first:
        return None
    if first.shape == "months":
        return Calendar(first.start, first.end, part=True, counted=True), first.after
    start, end, after = first.start, first.end, first.after
    stretch = _stretch(s, i, first) if end is None else _parts_stretch(s, first)
    if stretch:
        start, end, after = stretch
    elif end is None:
        start = _borrow_year(s, first)
    if first.shape == "month" and end is None and start.year is None and not _month_may_stand(s, i):
        return None
    if first.shape == "year" and _in_a_number(s, i, after):
        return None
    weekday = None
    if first.shape == "day" and end is None:
        weekday, after = _weekday_after(s, after)
    return Calendar(start, end, weekday=weekday, part=first.shape == "part"), after


def _in_a_number(s: Stream, i: int, after: int) -> bool:
    """Whether the year is part of a document's number or an address: "123/2024/ND-CP", "x.kz/2025/05"."""
    if s.glued(i) and s.kind(i - 1) in ("slash", "dash") and s.glued(i - 1):
        return s.kind(i - 2) != "edge"
    return s.kind(after) == "slash" and s.glued(after) and s.glued(after + 1)


def _stretch(s: Stream, i: int, first: Piece) -> tuple[Point, Point, int] | None:
    """What begins with `first` and has another end: "May 5-7", "October 2023 to May 2024", "2021–25"."""
    link, k = _link(s, first.after)
    if not link:
        return _day_list(s, first)
    between = s.is_word(i - 1, "between")
    if first.shape == "day" and first.start.year is None and s.kind(k) in ("num", "ord"):
        to_day = _to_day(s, k, first.start, consecutive=link == "and" and not between)
        if to_day:
            return to_day
    if (
        first.shape == "year"
        and link in ("dash", "slash")
        and s.kind(k) == "num"
        and len(s.text(k)) == 2
        and s.glued(k)
    ):
        last = first.start.year.value // 100 * 100 + s.int(k)
        return (
            (first.start, Point(YearRef("abs", last)), k + 1)
            if last > first.start.year.value and not s.counts(k + 1)
            else None
        )
    if link == "slash" and first.shape != "year":
        return None
    if s.kind(k) == "edge":
        k = s.after_dash(k + 1)
        k = s.after_article(k + 1 if s.is_preposition(k, "of", "in") else k)
    other = piece(s, k)
    if not other or other.end is not None or other.shape != first.shape or first.shape in ("part", "months"):
        return None
    if link in ("and", "or") and not between:
        adjacent = (
            first.shape == "month"
            and first.start.year is None
            and other.start.month == first.start.month % 12 + 1
        )
        if not adjacent:
            return None
    return _both_ends(first.start, other.start, other.after)


def _parts_stretch(s: Stream, first: Piece) -> tuple[Point, Point, int] | None:
    """ "Q3-Q4 2024", "the second to fourth quarters of 2024"."""
    link, k = _link(s, first.after)
    other = (
        piece(s, k) if first.shape == "part" and first.start.year is None and link in ("dash", "to") else None
    )
    if not other or other.shape != "part" or other.start.month <= first.start.month:
        return None
    return replace(first.start, year=other.start.year), other.end, other.after


def _link(s: Stream, j: int) -> tuple[str | None, int]:
    if s.kind(j) in ("dash", "slash"):
        return s.kind(j), s.after_article(j + 1)
    if s.kind(j) == "joint":
        return s.value(j), s.after_article(j + 1)
    if s.is_preposition(j, "to", "through", "until"):
        return "to", s.after_article(j + 1)
    return None, j


def _to_day(s: Stream, k: int, start: Point, consecutive: bool) -> tuple[Point, Point, int] | None:
    """The second day of "May 5-7" and "May 5 and 6"."""
    if (
        s.kind(k + 1) == "month"
        or s.is_word(k + 1, "of")
        and s.kind(k + 2) == "month"
        or s.kind(k + 1) in ("unit", "code")
    ):
        return None
    last = s.int(k)
    if not start.day < last <= 31 or s.stuck(k) or s.counts(k + 1) or consecutive and last != start.day + 1:
        return None
    found, after = year_tail(s, k + 1)
    end = day_point(found, start.month, last)
    return (replace(start, year=found), end, after) if end else None


def _day_list(s: Stream, first: Piece) -> tuple[Point, Point, int] | None:
    """ "May 5, 6 and 7": a stretch where the days follow one another."""
    if first.shape != "day" or first.start.year or s.kind(first.after) != "comma":
        return None
    last, j = first.start.day, first.after
    while (
        s.kind(j) in ("comma", "joint")
        and s.kind(j + 1) == "num"
        and s.int(j + 1) == last + 1
        and not s.counts(j + 2)
    ):
        ended = s.kind(j) == "joint"
        last, j = last + 1, j + 2
        if ended:
            found, after = year_tail(s, j)
            end = day_point(found, first.start.month, last)
            return (replace(first.start, year=found), end, after) if end else None
    return None


def _borrow_year(s: Stream, first: Piece) -> Point:
    """ "in May and October 2024": the year stands only with the last of a list."""
    after, point = first.after, first.start
    if point.year or first.shape not in ("day", "month"):
        return point
    for _ in range(4):
        if s.kind(after) not in ("joint", "comma"):
            return point
        k = after + 1
        k = k + 1 if s.kind(k) == "joint" else k
        k = k + 1 if s.is_preposition(k, "in", "on") else k
        other = piece(s, k) if s.kind(k) in ("month", "num", "ord") else None
        if not other or other.shape != first.shape or other.end:
            return point
        if other.start.year:
            later = (other.start.month or 0, other.start.day or 0) >= (point.month or 0, point.day or 0)
            return replace(point, year=other.start.year) if later else point
        after = other.after
    return point


def _month_may_stand(s: Stream, i: int) -> bool:
    """Whether the month at `i`, without day and year, is a month and no name, verb or abbreviation."""
    text, before, lower_follows = s.text(i), s.kind(i - 1), s.text(i + 1)[:1].islower()
    if text.capitalize() in SHORT_MONTHS or s.is_word(i + 1, "day") and not lower_follows:
        return False  # "Mar", "May Day"
    if before == "preposition" and s.value(i - 1) not in _LEADS_NO_MONTH:
        return True
    if text.isupper() and text.capitalize() in _AMBIGUOUS:
        return False
    if before in ("deictic", "edge", "event"):
        return True
    if (
        before in ("joint", "dash", "comma")
        and s.kind(i - 2) == "month"
        or before == "dash"
        and s.kind(i - 2) == "edge"
    ):
        return True
    if text in _AMBIGUOUS:
        # "the May visit" and "May's exports", but neither "May I" nor Ms April.
        led = (
            before in ("article", "poss")
            or s.text(i - 1).islower()
            or s.is_word(i - 1, "his", "her", "their")
        )
        return s.kind(i + 1) == "poss" or led and lower_follows
    return not (s.kind(i + 1) == "word" and s.text(i + 1)[:1].isupper())


def _weekday_after(s: Stream, after: int) -> tuple[int | None, int]:
    """ "May 5 (Monday)", "May 5, Monday,"."""
    if (
        s.kind(after) in ("comma", "open")
        and s.kind(after + 1) in ("weekday", "wday")
        and s.kind(after + 2) != "month"
    ):
        if s.kind(after) == "open" and s.kind(after + 2) == "close":
            return s.int(after + 1), after + 3
        if s.kind(after) == "comma" and s.kind(after + 2) in ("comma", "dot", ""):
            return s.int(after + 1), after + 2
    return None, after


def _both_ends(start: Point, end: Point, after: int) -> tuple[Point, Point, int] | None:
    """Both ends with a year, where either has one; ``None`` if they run backwards."""
    turn = (end.month or end.season or 0, end.day or 0) < (start.month or start.season or 0, start.day or 0)
    same = (end.month, end.day, end.season) == (start.month, start.day, start.season)
    if end.year and not start.year:
        start = replace(start, year=YearRef(end.year.kind, end.year.value - turn))
    elif start.year and not end.year:
        end = replace(end, year=YearRef(start.year.kind, start.year.value + turn))
    elif start.year and end.year:
        if start.year.kind != end.year.kind or end.year.value < start.year.value:
            return None
        if end.year.value == start.year.value and (turn or same):
            return None
        # "(June 29, 1992 – June 29, 2022)" names an anniversary, not thirty years.
        if same and start.day:
            return None
    elif same:
        return None
    return start, end, after
