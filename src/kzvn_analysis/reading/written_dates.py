"""Dates as clippings write them, by their words alone."""

from __future__ import annotations

import calendar

from . import gated as re

MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?"
)
WEEKDAYS = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?)"
_TH = r"(?:st|nd|rd|th)?"
FULL_DATE = (
    rf"(?:{MONTHS},?\s+\d{{1,2}}{_TH}(?:\s*[,/]\s*|\s+)\d{{4}}|\d{{1,2}}{_TH}(?:\s+(?:of\s+)?|-){MONTHS}(?:,?\s+|-)\d{{4}}"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})(?!\d)"
)
MONTH_AND_DAY = rf"(?:{MONTHS}\s+\d{{1,2}}{_TH}|\d{{1,2}}{_TH}\s+{MONTHS})"

_FULL_DATE = re.compile(FULL_DATE, re.I)
_WEEKDAY = re.compile(rf"\b{WEEKDAYS}", re.I)
_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTH_NUMBERS = {name: number for number, name in enumerate(_MONTH_NAMES.split(), 1)}
_LETTERS = re.compile(r"[A-Za-z]{3,}")
_DIGITS = re.compile(r"\d+")


def date_in(line: str, start: int = 0) -> tuple[tuple[int, int, int], int, int] | None:
    """The first full date of a line from `start` on (year, month, day), and where it stands.

    ``05/06/2025`` is 5 June, as both countries write it, unless the line's weekday proves 6 May.
    """
    for match in _FULL_DATE.finditer(line, start):
        date = parse_date(match[0])
        if date:
            weekday = _WEEKDAY.search(line)
            turned = (date[0], date[2], date[1])
            if weekday and "/" in match[0] and not _falls_on(date, weekday[0]):
                date = turned if _falls_on(turned, weekday[0]) else date
            return date, match.start(), match.end()
    return None


def parse_date(written: str) -> tuple[int, int, int] | None:
    """Year, month and day of a full date; ``None`` for one that no calendar holds."""
    numbers = [int(n) for n in _DIGITS.findall(written)]
    if _LETTERS.search(written):
        month = month_number(written)
        if month is None or len(numbers) != 2:
            return None
        day, year = numbers
    elif len(numbers) != 3:
        return None
    elif numbers[0] > 31:
        year, month, day = numbers
    else:
        day, month, year = numbers
        if month > 12:
            day, month = month, day
    if not (1900 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return year, month, day


def month_and_day(written: str) -> tuple[int, int] | None:
    """Month and day of a date without its year."""
    number, month = _DIGITS.search(written), month_number(written)
    if number is None or month is None or not 1 <= int(number[0]) <= calendar.monthrange(2000, month)[1]:
        return None
    return month, int(number[0])


def month_number(written: str) -> int | None:
    """The number of the first month that is named."""
    names = (_MONTH_NUMBERS.get(word[:3].lower()) for word in _LETTERS.findall(written))
    return next((number for number in names if number), None)


def _falls_on(date: tuple[int, int, int], weekday: str) -> bool:
    year, month, day = date
    if month > 12:
        return False
    return calendar.day_abbr[calendar.weekday(year, month, day)].lower() == weekday[:3].lower()
