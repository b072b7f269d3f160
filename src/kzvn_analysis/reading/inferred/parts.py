"""A part of a named year that is told as past: the text was written in that year, soon after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .. import gated as re
from ..model import Sentence
from ..written_dates import MONTHS, month_number
from .evidence import YEAR, Evidence, proof
from .lead import lead_date
from .years import is_past, naming_years, years

_COUNT = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
}  # fmt: skip
_PART = re.compile(
    r"\b(?:(?:the\s+)?(?:first|opening|initial)\s+(?:(?P<count>\d{1,2}|"
    + "|".join(_COUNT)
    + r")[-\s]+months?|(?P<quarter>quarter)|(?P<half>half)|(?P<one>month))"
    r"|(?P<q>Q1|1Q)|(?P<h>H1|1H)|(?P<months>(?:\d{1,2}|" + "|".join(_COUNT) + r")\s+months)"
    rf"|(?:January|Jan\.?)\s*(?:[-–—]|to|through)\s*(?P<to>{MONTHS})"
    rf"|(?:as\s+of|by\s+the\s+end\s+of|at\s+the\s+end\s+of|in\s+early|in\s+late)\s+(?:\d{{1,2}}\s+)?(?P<by>{MONTHS})(?:\s+\d{{1,2}},)?)"
    rf",?\s+(?:of\s+|in\s+)?(?:the\s+year\s+)?(?P<year>{YEAR})\b",
    re.I,
)
_LATEST = 9  # figures of more months may be told in the year after


def named_parts(sentences: Sequence[Sentence], past: int, future: int) -> Iterator[Evidence]:
    """ "In the first five months of 2025 trade reached …", where no later year is told as past.

    With the news of a month that comes before the part's end, it is the year after.
    """
    for sentence in naming_years(sentences):
        for match in _PART.finditer(sentence.text):
            year, end = int(match["year"]), _end(match)
            if (
                year < past
                or not end
                or not any(y == year and is_past(clause) for y, clause in years(sentence))
            ):
                continue
            day = lead_date(sentences, december=True)
            month = day.month if day else None
            if month and month < end:
                yield proof(sentence, year + 1, *match.span())
            elif end <= _LATEST or (month and month > end):
                yield proof(sentence, year, *match.span())


def _end(match: re.Match) -> int | None:
    """The last month of the part."""
    if match["to"] or match["by"]:
        return month_number(match["to"] or match["by"])
    if match["quarter"] or match["q"]:
        return 3
    if match["half"] or match["h"]:
        return 6
    if match["one"]:
        return 1
    written = (match["count"] or match["months"].split()[0]).lower()
    count = int(written) if written.isdigit() else _COUNT[written]
    return count if count <= 12 else None
