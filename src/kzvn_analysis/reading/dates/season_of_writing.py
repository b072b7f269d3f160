"""The months in which an article that only its year is known of can have been written."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import DateMention


def months_of_writing(mentions: Sequence[DateMention], year: int | None) -> tuple[int, int] | None:
    """First and last month that the dates of a text leave; ``None`` if they leave all, or contradict each other.

    A month without its year is the nearest one: an article that tells of May as past and of October as ahead was
    written between the two.  Once a month of the year itself is told as past, one before it that lies ahead is the
    next year's.

    Parameters
    ----------
    mentions
        As resolved against nothing but the year.
    year
        In which the article came out.
    """
    told = [(m, _month(m, year)) for m in mentions]
    past = [(m.edtf is not None, month) for m, month in told if month and m.tense == "past"]
    proven = max((month for is_proven, month in past if is_proven), default=1)
    ahead = [month for m, month in told if month and m.tense in ("future", "plan") and month >= proven]
    if not past or not (ahead or proven > 1):
        return None  # "on May 5" by itself may be the year before's
    last = min(ahead, default=12)
    if proven == 1 and any(month > last for _, month in past):
        return None  # "in October" may be this year's, and "in March" the next one's
    return max(month for _, month in past if month <= last), last


def _month(mention: DateMention, year: int | None) -> int | None:
    """The last month that a mention names, without a year or with that of writing."""
    if mention.kind != "date" or mention.comparison or mention.of == "object":
        return None
    if mention.edtf is None:
        leans = mention.text.lower().startswith(_LEANING)
        return int(mention.month_day.rpartition("/")[2][:2]) if mention.month_day and not leans else None
    last = mention.edtf.rpartition("/")[2]
    named = mention.precision in ("month", "day", "range") and {mention.edtf[:4], last[:4]} == {f"{year:04d}"}
    return int(last[5:7]) if named and "01" <= last[5:7] <= "12" else None


_LEANING = ("last ", "next ", "this ", "that ", "the following ", "following ", "previous ")
