"""EDTF periods compared and put into words; what days one spans is reckoned in `edtf`."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import lru_cache

from .edtf import edtf_bounds as bounds

RANKS = ("day", "month", "part", "year", "years")


@lru_cache(10_000)
def rank(edtf: str) -> str:
    """How narrow a period is: one of `RANKS`.

    ``day`` days up to a month of them · ``month`` one month or two that touch · ``part`` a season, a
    half-year, any other part of a year · ``year`` · ``years`` longer.
    """
    first, last = bounds(edtf)
    days = (last - first).days + 1
    by_day = all(text.count("-") == 2 for text in edtf.split("/"))
    if by_day and days <= 31:
        return "day"
    if days <= 62:
        return "month"
    if days < 365:
        return "part"
    return "year" if days <= 366 else "years"


def narrowness(edtf: str | None) -> int:
    """Sort key: 0 for days, growing as the period gets vaguer; unknown comes last."""
    return RANKS.index(rank(edtf)) if edtf else len(RANKS)


def coverage(edtf: str | None) -> str:
    """What a trade figure covers: ``year`` a calendar year · ``part`` less · ``years`` more · ``unknown``."""
    if not edtf:
        return "unknown"
    first, last = bounds(edtf)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return "year" if first.year == last.year else "years"
    return "part" if (last - first).days < 365 else "years"


def same(a: str | None, b: str | None) -> bool:
    """Whether two periods span the same days (``2024`` and ``2024-01/2024-12``)."""
    return bool(a and b) and bounds(a) == bounds(b)


def contains(outer: str, inner: str) -> bool:
    """Whether every day of `inner` lies in `outer`."""
    (a, b), (c, d) = bounds(outer), bounds(inner)
    return a <= c and d <= b


def overlap(a: str, b: str, slack: int = 0) -> bool:
    """Whether two periods share a day, or miss each other by at most `slack` days."""
    (a1, a2), (b1, b2) = bounds(a), bounds(b)
    room = timedelta(days=slack)
    return a1 <= b2 + room and b1 <= a2 + room


def year_of(edtf: str | None) -> int | None:
    """The calendar year a period ends in."""
    return bounds(edtf)[1].year if edtf else None


MONTHS = calendar.month_name
_SEASON_NAMES = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}


def words(edtf: str) -> str:
    """A period for readers: ``August 2023``, ``20–22 August 2023``, ``January–May 2023``, ``autumn 2016``."""
    first, _, last = edtf.partition("/")
    if not last or first == last:
        return _date_words(first)
    (y1, m1, d1), (y2, m2, d2) = _parts(first), _parts(last)
    if y1 != y2:
        return f"{y1}–{y2}" if m1 == m2 == 0 else f"{_date_words(first)} – {_date_words(last)}"
    if d1 and d2:
        if m1 == m2:
            return f"{d1}–{d2} {_date_words(last).split(' ', 1)[1]}"
        return f"{d1} {MONTHS[m1]} – {_date_words(last)}"
    if m1 and m2 and not (d1 or d2) and max(m1, m2) <= 12:
        return f"{MONTHS[m1]}–{MONTHS[m2]} {y1}"
    return f"{_date_words(first)} – {_date_words(last)}"


def day_words(day: date) -> str:
    """A day as readers read it: ``6 May 2025``."""
    return f"{day.day} {MONTHS[day.month]} {day.year}"


def when(edtf: str) -> str:
    """A period with its preposition: ``in 2024``, ``on 6 May 2025``, ``from 5 to 7 May 2025``."""
    first, _, last = edtf.partition("/")
    by_day = _parts(first)[2] and (not last or _parts(last)[2])
    if not by_day:
        if last and _parts(first)[0] != _parts(last)[0]:
            return (
                f"in the years {words(edtf)}"
                if edtf.count("-") == 0
                else f"between {_date_words(first)} and {_date_words(last)}"
            )
        return f"in {words(edtf)}"
    if not last or first == last:
        return f"on {words(edtf)}"
    (y1, m1, d1), (y2, m2, _) = _parts(first), _parts(last)
    d2 = _parts(last)[2]
    if (y1, m1) == (y2, m2) and d2 == d1 + 1:
        return f"on {d1} and {_date_words(last)}"
    start = str(d1) if (y1, m1) == (y2, m2) else f"{d1} {MONTHS[m1]}" if y1 == y2 else _date_words(first)
    return f"from {start} to {_date_words(last)}"


def once(edtf: str) -> str:
    """When something happened that takes no longer than a day: as `when`, but ``between 5 and 7 May 2025``."""
    told = when(edtf)
    if "/" not in edtf or not told.startswith(("from ", "on ")):
        return told
    return "between " + told.removeprefix("from ").removeprefix("on ").replace(" to ", " and ")


def begun(edtf: str) -> str:
    """What stands behind "since": days of one month, of which nobody knows which, are the month."""
    first, _, last = edtf.partition("/")
    return words(first[:7] if last and first[:7] == last[:7] else edtf)


def _parts(text: str) -> tuple[int, int, int]:
    parts = [int(p) for p in text.split("-")]
    return (*parts, 0, 0)[:3]


def _date_words(text: str) -> str:
    year, month, day = _parts(text)
    if not month:
        return str(year)
    name = _SEASON_NAMES.get(month) or MONTHS[month]
    return f"{day} {name} {year}" if day else f"{name} {year}"
