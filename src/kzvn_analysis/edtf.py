"""EDTF strings: their form in the tables, and reckoning with them: bounds, years, shifts, comparison.

The forms are those the tables use: ``2024`` · ``2024-05`` · ``2024-05-06`` · a season ``2024-21`` (spring)
to ``2024-24`` (winter) · an interval of two of them, ``2024-01/2024-06``.

Source: Extended Date/Time Format, Library of Congress, 2019.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

_DATE = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?|-2[1-4])?"
EDTF = rf"^{_DATE}(?:/{_DATE})?$"
_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z")
_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}


@lru_cache(4096)
def edtf_bounds(edtf: str) -> tuple[date, date]:
    """First and last day of a period.

    A winter is the one that begins in its year: ``2024-24`` ends with February 2025.

    Raises
    ------
    ValueError
        `edtf` is none of the forms the tables use.
    """
    first, _, last = edtf.partition("/")
    start, end = _point_bounds(first)
    if last:
        end = _point_bounds(last)[1]
        if end < start:
            raise ValueError(f"interval runs backwards: {edtf!r}")
    return start, end


def edtf_precision(edtf: str) -> str:
    """``day`` · ``month`` · ``season`` · ``year`` · ``range``."""
    if "/" in edtf:
        return "range"
    _, month, day = _parts(edtf)
    return "day" if day else "year" if not month else "season" if month > 12 else "month"


def edtf_year(edtf: str) -> int | None:
    """The calendar year a period lies in; ``None`` if it touches more than one."""
    start, end = edtf_bounds(edtf)
    if edtf_precision(edtf) == "season":
        return start.year
    return start.year if start.year == end.year else None


def shift_years(edtf: str, years: int) -> str:
    """The same period `years` later (earlier if negative), in the same precision.

    29 February becomes ``YYYY-02`` in a year that has none.
    """
    return "/".join(_shift_point(point, years) for point in edtf.split("/"))


def previous_year(edtf: str) -> str:
    """The same period one year earlier: what "year on year" compares with."""
    return shift_years(edtf, -1)


def shift_months(edtf: str, months: int) -> str:
    """The month that lies `months` after the month (or day) given; always ``YYYY-MM``."""
    year, month, _ = _parts(edtf)
    if not 1 <= month <= 12:
        raise ValueError(f"no month: {edtf!r}")
    carry, month = divmod(month - 1 + months, 12)
    return f"{year + carry:04d}-{month + 1:02d}"


def shift_days(edtf: str, days: int) -> str:
    """The day that lies `days` after the day given."""
    if edtf_precision(edtf) != "day":
        raise ValueError(f"no day: {edtf!r}")
    return (edtf_bounds(edtf)[0] + timedelta(days)).isoformat()


def stay(days: int, *, first: str | None = None, last: str | None = None) -> str:
    """The interval of a stay of so many days, both ends counted, by its first or its last day.

    ``stay(3, first="2009-09-14")`` is ``2009-09-14/2009-09-16``.
    """
    if days < 1 or (first is None) == (last is None):
        raise ValueError("a stay needs at least one day and either its first or its last")
    begin = first or shift_days(str(last), 1 - days)
    return interval(begin, shift_days(begin, days - 1))


def interval(first: str, last: str) -> str:
    """The period from the beginning of `first` to the end of `last`; one point if they are the same."""
    first, last = first.partition("/")[0], last.rpartition("/")[2]
    if first == last:
        return first
    if edtf_bounds(first)[0] > edtf_bounds(last)[1]:
        raise ValueError(f"interval runs backwards: {first!r} to {last!r}")
    return f"{first}/{last}"


def covers(wide: str, narrow: str) -> bool:
    """Whether every day of `narrow` lies in `wide`."""
    a, b = edtf_bounds(wide), edtf_bounds(narrow)
    return a[0] <= b[0] and b[1] <= a[1]


def overlaps(a: str, b: str) -> bool:
    """Whether the two periods share a day."""
    first, second = edtf_bounds(a), edtf_bounds(b)
    return first[0] <= second[1] and second[0] <= first[1]


def narrower(a: str | None, b: str | None) -> str | None:
    """Of two statements about one time, the one that says more.

    A missing one says nothing.  ``None`` where neither lies within the other, so that a contradiction
    is never settled by chance.
    """
    if a is None or b is None:
        return a or b
    if covers(a, b):
        return b
    return a if covers(b, a) else None


def _parts(point: str) -> tuple[int, int, int]:
    match = _POINT.match(point)
    if not match:
        raise ValueError(f"not an EDTF date of the tables' forms: {point!r}")
    return int(match[1]), int(match[2] or 0), int(match[3] or 0)


def _point_bounds(point: str) -> tuple[date, date]:
    year, month, day = _parts(point)
    if day:
        return date(year, month, day), date(year, month, day)
    if month in _SEASON_STARTS:
        start = _SEASON_STARTS[month]
        end_year, end_month = (year + 1, 2) if start == 12 else (year, start + 2)
        return date(year, start, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])
    if month:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)


def _shift_point(point: str, years: int) -> str:
    year, month, day = _parts(point)
    year += years
    if day and day > monthrange(year, month)[1]:
        day = 0
    return f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if day else "")
