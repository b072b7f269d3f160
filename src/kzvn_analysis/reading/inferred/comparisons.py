"""What figures prove: last year set against a named one, a part of a year without a name, a year avoided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .. import gated as re
from ..model import Sentence
from ..written_dates import MONTHS
from .evidence import YEAR, Evidence, proof
from .lead import lead_date
from .years import is_past, naming_years, years

_MONEY = (
    r"(?:(?:about|around|nearly|some|just|over)\s+)?(?:US|USD)?\s?\$?\s?\d[\d.,]*\s?(?:million|billion|mln|bln|m|bn)?\.?\s?"
    r"(?:US\s)?(?:USD|dollars?)?\s+(?:\([^)]{1,30}\)\s+)?"
)
_GAP = r"(?:[^.;]|\.(?=\d)){0,160}?"
_AGAINST = r"\b(?:than|below|above|against|over|compared\s+(?:to|with)|versus|from|(?:up|down)\s+on|on)\s+"
_SAME = r"(?:the\s+)?(?:same|corresponding|similar|analogous)\s+(?:\w+\s+){0,3}?"
_PART = (
    r"(?:the\s+)?(?:(?:first|second|third|fourth|1st|2nd|3rd|4th|opening)\s+(?:quarter|half|(?:\w+\s+)?months)"
    rf"|{MONTHS}(?:\s?(?:[-–—]|to|through)\s?{MONTHS})?|Q[1-4]|H[12])\s+(?:of\s+|in\s+)?"
)
_NAMED = rf"(?:of\s+|in\s+|for\s+)?(?P<year>{YEAR})\b(?!\s*[-–]\s*\d)"
_SEASONS = rf"(?:{MONTHS}|spring|summer|autumn|fall|winter)"
# What stands in the text, and how many years after the year it names the text was written.
_COMPARED = tuple(
    (re.compile(pattern, re.I), distance)
    for pattern, distance in (
        (rf"\blast\s+year\b{_GAP}{_AGAINST}(?:the\s+level\s+|that\s+|the\s+figure\s+|{_MONEY})?{_NAMED}", 2),
        (rf"\bthis\s+year\b{_GAP}{_AGAINST}(?:{_SAME}|{_PART})?(?:{_MONEY})?{_NAMED}", 1),
        (
            rf"\b(?:months|quarter|half)\s+of\s+(?P<year>{YEAR})\b[^;]{{0,160}}?\b"
            rf"(?:{_SAME}(?:of\s+|in\s+)?(?:the\s+)?(?:last|previous)\s+year|a\s+year\s+(?:earlier|ago)|year[-\s]on[-\s]year)\b",
            0,
        ),
        (rf"\blast\s+year\s*[,(]\s*(?:in\s+)?(?P<year>{YEAR})\s*[,)]", 1),
        (rf"\b(?P<year>{YEAR})\s*[,(]\s*last\s+year\b", 1),
        (rf"\blast\s+{_SEASONS},?\s+(?P<year>{YEAR})\b", 1),
    )
)
_PART_OF_YEAR = re.compile(
    r"\b(?:(?:first|second|third|1st|2nd|3rd|opening)\s+(?:quarter|half|(?:\w+\s+)?months)"
    r"|(?:january|jan\.?)\s*(?:[-–—]|to|through)\s*[a-z]+"
    r"|(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven)\s+months)\b",
    re.I,
)
_SAME_MONTHS = re.compile(
    rf"\b(?:same|corresponding|similar)\s+(?:[\w-]+\s+){{0,3}}(?:of|in)\s+(?P<year>{YEAR})\b", re.I
)
_STATISTIC = re.compile(
    r"\b(?:trade|turnover|exports?|imports?|GDP|commerce|shipments?|deliveries|growth|economy|investments?|arrivals|tourists)\b",
    re.I,
)
_LAST_YEAR = re.compile(r"\blast\s+year\b", re.I)
_THIS_YEAR = re.compile(r"\b(?:later\s+)?this\s+year\b", re.I)
_NEARBY_YEAR = re.compile(rf"\b{YEAR}\b")


def compared(sentences: Sequence[Sentence], past: int, future: int) -> Iterator[Evidence]:
    """ "Last year's figure was below that of 2015", "this year … against the same months of 2016"."""
    for sentence in sentences:
        for pattern, distance in _COMPARED:
            for match in pattern.finditer(sentence.text):
                yield proof(sentence, int(match["year"]) + distance, *match.span())


def statistics(sentences: Sequence[Sentence], past: int, future: int) -> Iterator[Evidence]:
    """A part of a year that needs no name is this year's.

    That is the year after the one whose same months it is compared with, or after the newest one that the
    text has a whole year's figures for.
    """
    for sentence in naming_years(sentences):
        part = _PART_OF_YEAR.search(sentence.text)
        same = part and _SAME_MONTHS.search(sentence.text, part.end(), part.end() + 200)
        if same:
            between = sentence.text[part.start() : same.start()]
            if not _NEARBY_YEAR.search(between) and not _LAST_YEAR.search(between):
                yield proof(sentence, int(same["year"]) + 1, part.start(), same.end())
                return
    for i, sentence in enumerate(sentences if past else ()):
        if str(past) not in sentence.text or _PART_OF_YEAR.search(sentence.text):
            continue
        if not _STATISTIC.search(sentence.text):
            continue
        if not any(year == past and is_past(clause) for year, clause in years(sentence)):
            continue
        for after in sentences[i + 1 : i + 4]:
            part = _PART_OF_YEAR.search(after.text)
            if part and not _NEARBY_YEAR.search(after.text, part.end(), part.end() + 25):
                yield Evidence(past + 1, sentence.start, after.start + part.end())
                return


def avoided(sentences: Sequence[Sentence], past: int, future: int) -> Iterator[Evidence]:
    """A report on a day without a year that names a year as past and speaks of "this year": the year after.

    Had the named year been the current one, the report would have said "this year" there too; that it
    is the one just gone is how reports number years.  "Last year" beside it would speak against that.
    """
    news = [s for s in sentences if s.kind == "body"]
    if not past or any(_LAST_YEAR.search(s.text) for s in news) or not any(_THIS_YEAR.search(s.text) for s in news):
        return
    if not lead_date(sentences, december=True):
        return
    for sentence in news:
        named = re.search(rf"\bin\s+{past}\b", sentence.text, re.I)
        if named and any(year == past and is_past(clause) for year, clause in years(sentence)):
            yield proof(sentence, past + 1, 0, len(sentence.text))
            return
