"""Work out a stay from its length and one of its ends: "a three-day visit that began on Monday"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from ...edtf import edtf_bounds, stay
from .. import gated as re
from .. import lexicon
from ..model import DateMention, Span


def dated_stay(text: str, sentence: Span, dates: Iterable[DateMention]) -> tuple[str, DateMention] | None:
    """The days of a stay whose length a sentence tells, with the first or the last of them.

    Parameters
    ----------
    text
        The article's text.
    sentence
        The sentence the stay is told in.
    dates
        The mentions inside it.

    Returns
    -------
    tuple of str and DateMention, or None
        The stay as an EDTF interval, and the mention that tells its length.  ``None`` where no length in
        days is told, or no day that is plainly the first or the last.
    """
    dates = list(dates)
    lengths = [m for m in dates if m.kind == "duration" and m.duration and m.duration[1] == "day"]
    days = [m for m in dates if m.kind == "date" and m.edtf and m.precision in ("day", "range")]
    for length in lengths:
        count = length.duration[0]
        for day in sorted(days, key=lambda m: abs(m.start - length.start)):
            if day.precision == "range":
                first, last = edtf_bounds(day.edtf)
                if (last - first).days + 1 == count and len(day.edtf) == 21:
                    return day.edtf, length
                continue
            end = _which_end(text, sentence, length, day)
            if end:
                return stay(count, **{end: day.edtf}), length
    return None


def _which_end(text: str, sentence: Span, length: DateMention, day: DateMention) -> str | None:
    """Whether `day` is the stay's ``first`` or ``last``: by the nearest telling word."""
    if day.preposition in ("from", "since", "starting"):
        return "first"
    if day.preposition in ("until", "through"):
        return "last"
    left, right = sorted((length, day), key=lambda m: m.start)
    if ";" in text[left.end : right.start]:
        return None
    for start, end in ((left.end, right.start), (max(sentence.start, left.start - 60), left.start)):
        found = list(_words().finditer(text, start, end))
        if found:
            return _ends()[re.sub(r"\s+", " ", found[-1][0].lower())]
    return None


@cache
def _ends() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon.rows("stay_words.tsv")}


@cache
def _words() -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation(_ends())}\b", re.IGNORECASE)
