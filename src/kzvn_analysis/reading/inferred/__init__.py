"""Infer when an article was written from what it says: the narrowest period its words prove."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from ..model import Published, Sentence, Span
from .anniversaries import anniversaries
from .comparisons import avoided, compared, statistics
from .evidence import YEAR, DayOfYear, Evidence
from .jubilees import dated_jubilees, jubilees
from .lead import lead_date, lead_day, lead_period, told_day
from .narrowing import day_with_weekday, falls, narrowed
from .parts import named_parts
from .years import bounds, called_this, naming_years, told_and_ahead

__all__ = ["YEAR", "DayOfYear", "infer_published", "newest_past_year"]

# From the surest to the weakest; the first that finds anything decides.  Most look at no sentence without a year.
_KINDS = (
    (lead_day,),
    (lead_period,),
    (anniversaries, jubilees, dated_jubilees, called_this, compared),
    (told_and_ahead,),
    (named_parts,),
    (statistics,),
    (avoided,),
)
_IN_A_YEAR = frozenset((anniversaries, dated_jubilees, called_this, compared, told_and_ahead))


def infer_published(text: str, sentences: Sequence[Sentence], day: DayOfYear | None) -> Published:
    """When an article that states no date was written.

    Parameters
    ----------
    text
        The article's text.
    sentences
        Its sentences.
    day
        The day of its dateline, where it has one.

    Returns
    -------
    Published
        ``inferred`` with the proving words, or ``unknown``: a year is given only where the text
        leaves no other, a month or day only where it names one, and then with the words that name it.
    """
    day = day or told_day(sentences)
    named = naming_years(sentences)
    past, future = bounds(named)
    for kind in (*_KINDS, (partial(narrowed, day=day and (day.month, day.day)),)):
        found = [e for find in kind for e in find(named if find in _IN_A_YEAR else sentences, past, future)]
        found = [e for e in found if e.year >= past and (not future or e.year <= future)]
        if found and (dated := day_with_weekday(sentences)) and 1 < dated[1] < 12:
            # about New Year, the day may be another year's
            found = [e for e in found if falls(e.year, *dated[1:])]
        if found:
            best = _agreed(found)
            return _published(text, sentences, best, day) if best else Published(None, "unknown")
    return Published(None, "unknown")


def newest_past_year(sentences: Sequence[Sentence]) -> int:
    """The latest year that a text tells of as past; 0 where there is none."""
    return bounds(naming_years(sentences))[0]


def _agreed(found: Sequence[Evidence]) -> Evidence | None:
    """The most telling piece of evidence for the year that at least twice as many prove as any other."""
    (year, most), *others = Counter(e.year for e in found).most_common(2)
    if others and most < 2 * others[0][1]:
        return None
    proofs = [e for e in found if e.year == year]
    best = max(proofs, key=lambda e: (e.day or 0, e.month or 0, e.end - e.start, -e.start))
    # "2025 marks" and "66 years since 1959" are one proof
    beside = [e for e in proofs if e.start <= best.end and e.end + 1 >= best.start]
    return replace(best, start=min(e.start for e in beside), end=max(e.end for e in beside))


def _published(
    text: str, sentences: Sequence[Sentence], best: Evidence, told: DayOfYear | None
) -> Published:
    spans = [Span(best.start, best.end)]
    month, day = (told.month, told.day) if told else (best.month, best.day)
    if not told and not month and (news := lead_date(sentences)):
        told, month = news, news.month
    if told:
        spans.append(told)
    edtf = f"{best.year:04d}"
    if month:
        edtf += f"-{month:02d}"
        if day and day <= monthrange(best.year, month)[1]:
            edtf += f"-{day:02d}"
    return Published.proved(text, edtf, "inferred", *spans, of_news=told is None and day is not None)
