"""What the lead proves: news is about the days just past."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from .. import gated as re
from ..model import Sentence
from ..written_dates import FULL_DATE, MONTH_AND_DAY, MONTHS, month_and_day, month_number, parse_date
from .evidence import YEAR, DayOfYear, Evidence, proof
from .years import PAST_VERB, naming_years

_FULL = re.compile(rf"\bon\s+(?:the\s+\w+\s+of\s+)?(?:\w+day,?\s+)?(?P<date>{FULL_DATE})", re.I)
_PERIOD = re.compile(
    rf"\b(?:(?:from|on|during|between)\s+(?:{MONTHS}\s+\d{{1,2}}\s*(?:[-–—]|to|and|through)\s*(?:{MONTHS}\s+)?\d{{1,2}}"
    rf"|\d{{1,2}}\s*(?:[-–—]|to|and)\s*\d{{1,2}}\s+{MONTHS})|(?:in|this)\s+(?:early\s+|mid-|late\s+)?{MONTHS}),?\s+(?P<year>{YEAR})\b",
    re.I,
)
_OF_OLD = re.compile(
    r"\b(?:since|established|founded|born|anniversary|dated|signed(?!\s+an?\b)|ago|after|following|before)\b[^,]*$",
    re.I,
)
_YEARS_AGO = re.compile(r"\byears\s+ago,\s*$", re.I)
_BARE = re.compile(
    rf"\b{MONTH_AND_DAY}\b(?!\s*,?\s*{YEAR})"
    rf"(?!\s*(?:[-–—]|to)\s*\d{{1,2}},?\s+{YEAR})",
    re.I,
)
_NOT_JUST_PAST = re.compile(
    r"\b(?:will|to\s+be|scheduled|due|from|until|till|through|by|since)\b[^,;]*$", re.I
)


# "was in L from September 17 to 21"
_FROM = re.compile(
    r"\b(?:was|were|visited|stayed|toured|held|ran|spent)\b(?:(?!\b(?:will|to\s+be|due)\b)[^,;]){0,60}\bfrom\s+$", re.I
)
_STRETCH = re.compile(rf"{MONTH_AND_DAY}\s*(?:[-–—]|to|until|till|through)\s*(?:{MONTHS}\s+)?\d", re.I)


def lead_day(sentences: Sequence[Sentence], past: int, future: int) -> Iterator[Evidence]:
    """The lead tells of a full date as the day of its news."""
    for sentence in naming_years(_news(sentences)[:2]):
        for match in _FULL.finditer(sentence.text):
            found = parse_date(match["date"])
            if found and PAST_VERB.search(sentence.text) and not _of_old(sentence.text, match.start()):
                yield proof(sentence, found[0], *match.span(), *found[1:])


def lead_period(sentences: Sequence[Sentence], past: int, future: int) -> Iterator[Evidence]:
    """The lead tells of days or a month, with their year, as the time of its news."""
    for sentence in naming_years(_news(sentences)[:1]):
        for match in _PERIOD.finditer(sentence.text):
            if not PAST_VERB.search(sentence.text) or _of_old(sentence.text, match.start()):
                continue
            yield proof(sentence, int(match["year"]), *match.span(), month_number(match[0]))


def lead_date(sentences: Sequence[Sentence], december: bool = False) -> DayOfYear | None:
    """The day, named without its year, that the lead reports as just past, with the clause that reports it.

    A day in December proves no month, the year may have turned since; `december` asks for it all the same.
    """
    for sentence in _news(sentences)[:2]:
        for match in _BARE.finditer(sentence.text):
            stretch = _STRETCH.match(sentence.text, match.start()) and _FROM.search(sentence.text, 0, match.start())
            if not stretch and _NOT_JUST_PAST.search(sentence.text, max(0, match.start() - 60), match.start()):
                continue
            found = month_and_day(match[0])
            if found and PAST_VERB.search(sentence.text):
                if not december and found[0] == 12:
                    return None
                return DayOfYear(sentence.start, sentence.start + match.end(), *found)
    return None


_TOLD_DAY = re.compile(
    rf"\b(?P<which>today|yesterday|this\s+(?:morning|afternoon|evening))(?:\s+(?:morning|afternoon|evening|night))?"
    rf"\s*(?:[,(]|\s[-–—]\s)\s*(?:on\s+)?(?P<day>{MONTH_AND_DAY})\b(?!\s*,?\s*{YEAR})",
    re.I,
)


_NOW = ("today", "yesterday", "this")


def told_day(sentences: Sequence[Sentence]) -> DayOfYear | None:
    """The day of writing, where the lead says "yesterday (July 12)" or "today, 5 May"."""
    for sentence in _news(sentences)[:2]:
        small = sentence.text.lower()
        if not any(word in small for word in _NOW):
            continue
        match = _TOLD_DAY.search(sentence.text)
        found = month_and_day(match["day"]) if match else None
        if not found or not match:
            continue
        span = (sentence.start + match.start(), sentence.start + match.end())
        if match["which"].lower() != "yesterday":
            return DayOfYear(*span, *found)
        if found in ((2, 28), (2, 29), (12, 31)):  # the next day depends on the year, or is another's
            return None
        after = date(2001, *found) + timedelta(days=1)
        return DayOfYear(*span, after.month, after.day)
    return None


def _of_old(text: str, end: int) -> bool:
    """Whether the words before `end`, back to the last comma, tell of something long past."""
    return bool(_OF_OLD.search(text, text.rfind(",", 0, end) + 1, end) or _YEARS_AGO.search(text, 0, end))


def _news(sentences: Sequence[Sentence]) -> list[Sentence]:
    return [s for s in sentences if s.kind == "body"]
