"""The one year that remains when all that bounds it is put together.

From below: the newest year told as past, and the year after one that whole-year figures are given for.  From
above: the earliest year ahead, the terms of those who hold office, and that news of the first half of a year gives
the figures of the year just over.  Between them: a day with its weekday.
"""

from __future__ import annotations

from calendar import weekday
from collections.abc import Iterator, Sequence
from functools import cache

from .. import gated as re
from ..fold import fold
from ..lexicon import rows
from ..model import Sentence
from ..names import Names
from ..written_dates import MONTH_AND_DAY, month_and_day
from .evidence import YEAR, Evidence
from .lead import lead_date
from .years import is_past, years

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NAMES = r"(?P<{}>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_NO_YEAR = rf"(?!\s*,?\s*{YEAR})(?!\s*(?:[-–—]|to|and)\s*\d)"
_WITH_WEEKDAY = re.compile(
    rf"\b{_NAMES.format('before')}\s*(?:,\s*|\(\s*|\s)(?:the\s+)?(?:on\s+)?(?P<day>{MONTH_AND_DAY})\b{_NO_YEAR}"
    rf"|(?<!\d\s)\b(?P<date>{MONTH_AND_DAY})\s*(?:,\s*|\(\s*){_NAMES.format('after')}\b(?!\s*,?\s*{YEAR})",
    re.I,
)
_ON_WEEKDAY = re.compile(
    rf"\b(?:on|late|early)\s+{_NAMES.format('day')}\b(?!\s*[,(]?\s*(?:{MONTH_AND_DAY}))", re.I
)
_FIGURE = re.compile(
    r"\b(?:trade|turnover|exports?|imports?|GDP|commerce|sales|investments?|arrivals|tourists|visitors|revenues?|volume|total(?:l?ed|ling)?"
    r"|USD|million|billion|amounted|reached|stood|exceeded|surpassed|came\s+to|hit)\b",
    re.I,
)
_PART = re.compile(
    r"\b(?:months?|quarter|half|so\s+far|early|since|late|mid|spring|summer|autumn|fall|winter|January|February|March|April|May|June"
    r"|July|August|September|October|November|December|Q[1-4]|H[12])\b"
)
_TOTAL = (
    r"(?:annual\s+|full-year\s+|year-end\s+)?"
    r"(?:totals?|results?|figures?|turnover|volumes?|trade\s+(?:figures?|turnover|volume))\b"
)
_STOOD = r"(?:stood|reached|amounted|totall?ed|made|came\s+to|was|were|had\s+(?:reached|grown|risen))"
_REST = re.compile(r"[^;]{0,120}?(?=[,;]\s|[.!?](?:\s|$))")
_OFFICES = ("President", "Prime Minister", "General Secretary")
_AT_WORK = re.compile(
    r"(?:^|[^\w\s-]\s*|\b(?!vice|deputy|former|late|then|first|assistant|ex)[\w'’]+\s+)"
    r"(?P<office>president|prime\s+minister|pm|(?:party\s+)?general\s+secretary)\s+(?:of\s+(?:the\s+)?[A-Z][\w\s]{3,40}?,?\s+)?$",
    re.I,
)
_FORMER = re.compile(r"\b(?:former|then|late|ex|previous|incumbent's)[-\s](?:\w+\s+){0,4}$", re.I)
_REACH = 2  # a report's newest year is seldom further back


def narrowed(
    sentences: Sequence[Sentence], past: int, future: int, day: tuple[int, int] | None = None
) -> Iterator[Evidence]:
    """The only year that the text leaves, if it leaves one.

    Parameters
    ----------
    sentences, past, future
        As for every kind of evidence.
    day
        Month and day of the dateline, where it has one.
    """
    whole = _whole_year(sentences, past) if past else None
    since, until = _in_office(sentences)
    low = max(past + bool(whole), since)
    high = min(future or until, until or future)
    if not past and not until:
        return
    dated = day_with_weekday(sentences)
    if dated:
        last = min(high or past + _REACH, (past or high) + _REACH)
        fits = [year for year in range(low, last + 1) if falls(year, *dated[1:])]
        if len(fits) == 1:
            yield Evidence(fits[0], *dated[0])
    elif whole and low == past + 1 and (not high or low <= high):
        news = _news_weekday(sentences) if day else None
        if news is not None and day:
            fits = [y for y in range(low, (high or low + _REACH) + 1) if _just_before(y, day, news)]
            if fits[:1] == [low]:
                yield Evidence(low, *whole)
        elif high and high - low < 2 or _is_early(day or _news_day(sentences)):
            yield Evidence(low, *whole)
    elif past and not whole and (before := _whole_year(sentences, past - 1)) and (day or _news_day(sentences)):
        # the newest year with figures for all of it is over, the next one has begun and is told of
        yield Evidence(past, *before)


def _news_day(sentences: Sequence[Sentence]) -> tuple[int, int] | None:
    told = lead_date(sentences)
    return (told.month, told.day) if told else None


def _is_early(day: tuple[int, int] | None) -> bool:
    """Whether figures for the last whole year are those of the year before: in the first half of a year."""
    return day is not None and day[0] <= 6


def _whole_year(sentences: Sequence[Sentence], past: int) -> tuple[int, int] | None:
    """Where figures for the whole of the newest past year stand: the year is over."""
    for sentence in sentences:
        if (
            sentence.kind != "body"
            or str(past) not in sentence.text
            or not _FIGURE.search(sentence.text)
        ):
            continue
        closed = re.search(rf"\bby\s+the\s+end\s+of\s+{past},?\s[^.;]{{0,80}}?\b{_STOOD}\b", sentence.text, re.I)
        if closed:
            return sentence.start + closed.start(), sentence.start + closed.end()
        for match in re.finditer(
            rf"\b(?:in|for|over|during|throughout)\s+{past}\b(?!\s?[-–/]\s?\d)|\b{past}(?:['’]s)?\s+{_TOTAL}",
            sentence.text,
            re.I,
        ):
            around = sentence.text[max(0, match.start() - 60) : match.end() + 30]
            if not _PART.search(around) and any(
                y == past and is_past(clause) for y, clause in years(sentence)
            ):
                rest = _REST.match(sentence.text, match.end())
                return sentence.start + max(0, match.start() - 60), sentence.start + (rest or match).end()
    return None


def day_with_weekday(sentences: Sequence[Sentence]) -> tuple[tuple[int, int], int, int, int] | None:
    """A day without its year that stands beside its weekday, in the report's first sentences.

    Its span, month, day and weekday (Monday is 0).
    """
    for sentence in [s for s in sentences if s.kind in ("title", "body")][:6]:
        for match in _WITH_WEEKDAY.finditer(sentence.text):
            found = month_and_day(match["day"] or match["date"])
            if found:
                name = (match["before"] or match["after"])[:3].lower()
                span = (sentence.start + match.start(), sentence.start + match.end())
                return span, *found, _DAYS.index(name)
    return None


def _news_weekday(sentences: Sequence[Sentence]) -> int | None:
    """The weekday on which the lead's news happened."""
    for sentence in [s for s in sentences if s.kind == "body"][:2]:
        match = _ON_WEEKDAY.search(sentence.text)
        if match:
            return _DAYS.index(match["day"][:3].lower())
    return None


def falls(year: int, month: int, day: int, name: int) -> bool:
    """Whether a day of a year is the weekday of that number."""
    try:
        return weekday(year, month, day) == name
    except ValueError:
        return False


def _just_before(year: int, day: tuple[int, int], name: int) -> bool:
    """Whether the news's weekday is the dateline's day or the one before."""
    try:
        return (weekday(year, *day) - name) % 7 <= 1
    except ValueError:
        return False


def _in_office(sentences: Sequence[Sentence]) -> tuple[int, int]:
    """The years in which all who act in the lead held the offices it gives them; 0 where open."""
    since, until = 0, 0
    for sentence in [s for s in sentences if s.kind == "body"][:2]:
        text = fold(sentence.text).text
        for start, _, terms in _holders().find(text):
            before = text[max(0, start - 60) : start]
            office = None if _FORMER.search(before) else _AT_WORK.search(before)
            written = " ".join(office["office"].lower().split()) if office else ""
            for title, first, last in terms:
                if written.endswith(title) or (written == "pm" and title == "prime minister"):
                    since, until = max(since, first), min(until or last, last or until)
    return since, until


@cache
def _holders() -> Names[tuple[tuple[str, int, int], ...]]:
    """Heads of state, government and party, with their terms."""
    known: dict[str, tuple[tuple[str, int, int], ...]] = {}
    for row in rows("holders.tsv"):
        if len(row) > 3 and row[2] in _OFFICES and row[3].isdigit() and len(row[0].split()) > 1:
            last = int(row[4]) if len(row) > 4 and row[4].isdigit() else 0
            name = fold(row[0]).text
            known[name] = (*known.get(name, ()), (row[2].lower(), int(row[3]), last))
    return Names(known)
