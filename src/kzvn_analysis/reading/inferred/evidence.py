"""What a stretch of a text proves about the time it was written, and the words such stretches are made of."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Sentence, Span

YEAR = r"(?:19|20)\d\d"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A year that the text from `start` to `end` proves, and a month and day of it if they are proved too."""

    year: int
    start: int
    end: int
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class DayOfYear(Span):
    """A month and a day that the text names without their year, from `start` to `end`."""

    month: int
    day: int


def proof(
    sentence: Sentence, year: int, start: int, end: int, month: int | None = None, day: int | None = None
) -> Evidence:
    """Evidence that stands from `start` to `end` in a sentence."""
    return Evidence(year, sentence.start + start, sentence.start + end, month, day)
