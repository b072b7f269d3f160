"""Rules for parts of a year: quarters, halves, its first or last months."""

from __future__ import annotations

from .forms import Point, YearRef
from .stream import Stream
from .years import year, year_tail

_SIZES = {"quarter": 3, "half": 6}


def part_of_year(s: Stream, i: int) -> tuple[Point, Point, int, str] | None:
    """ "Q1 2024", "the second half of the year", "the first ten months", "nine months of 2022".

    Returns
    -------
    tuple
        First month, last month, index after, and ``part``; ``months`` for a bare "in nine months", which
        only a fitting publication makes a part of a year.
    """
    span = _coded(s, i) or _first_or_last(s, i) or _numbered(s, i) or _counted(s, i)
    if not span:
        return None
    first, last, after, needs_year = span
    found, j = _year_after(s, after)
    if found is None and s.is_preposition(after, "of"):
        return None  # "the first half of the match"
    if found is None and needs_year:
        bare = first == 1 and 3 <= last <= 11 and _stands_for_figures(s, i, after)
        return (Point(None, first), Point(None, last), after, "months") if bare else None
    return Point(found, first), Point(found, last), j, "part"


def _stands_for_figures(s: Stream, i: int, after: int) -> bool:
    """ "in (the) nine months", or "Over nine months," at the head of a sentence about trade."""
    lead = i - 2 if s.kind(i - 1) == "article" else i - 1
    if s.is_preposition(lead, "in"):
        return True
    return (
        lead == 0
        and s.is_preposition(0, "over", "for", "during")
        and any(s.kind(k) == "figure" for k in range(after, after + 10))
    )


def _year_after(s: Stream, i: int) -> tuple[YearRef | None, int]:
    if s.kind(i) in ("slash", "dash") and s.glued(i) and s.glued(i + 1):
        found = year(s, i + 1, tail=True)  # "Q1/2024"
        if found:
            return found
    return year_tail(s, i)


def _coded(s: Stream, i: int) -> tuple[int, int, int, bool] | None:
    """ "Q1", "1Q", "H2", "9M"."""
    if s.kind(i) == "code" and s.kind(i + 1) == "num" and s.glued(i + 1) and s.value(i) in _SIZES:
        return _slice(s.value(i), s.int(i + 1), i + 2)
    if s.kind(i) == "num" and s.kind(i + 1) == "code" and s.glued(i + 1):
        if s.value(i + 1) in _SIZES:
            return _slice(s.value(i + 1), s.int(i), i + 2)
        return (
            (1, s.int(i), i + 2, True)
            if 2 <= s.int(i) <= 12 and s.text(i - 1)[-1:] not in ("$", "€")
            else None
        )
    return None


def _first_or_last(s: Stream, i: int) -> tuple[int, int, int, bool] | None:
    """ "the first ten months", "the first three quarters", "the last two months of", "the final quarter"."""
    first = (
        s.kind(i) in ("word_ord", "ord") and s.int(i) == 1 or s.is_word(i, "opening") or s.value(i) == "first"
    )
    final = s.kind(i) == "place" and s.value(i) == "last"
    last = final or s.is_word(i, "last")
    if not first and not last:
        return None
    count = s.number(s.after_dash(i + 1))
    if count and s.is_unit(s.after_dash(count[1]), "month", "quarter"):
        unit = s.after_dash(count[1])
        months = count[0] * (3 if s.is_unit(unit, "quarter") else 1)
        if 1 <= months <= 12:
            return (1, months, unit + 1, False) if first else (13 - months, 12, unit + 1, True)
    if s.is_word(i + 1, "month") and s.is_word(i + 2, "of"):
        return (1, 1, i + 2, True) if first else (12, 12, i + 2, True)
    if last and s.is_word(i + 1, "quarter") and (final or s.is_word(i + 2, "of")):
        return 10, 12, i + 2, not final
    return None


def _numbered(s: Stream, i: int) -> tuple[int, int, int, bool] | None:
    """ "the second half", "first-quarter", "the 4th quarter"."""
    ordinal = s.ordinal(i)
    if not ordinal:
        return None
    unit = s.after_dash(ordinal[1])
    if not s.is_unit(unit, "quarter", "half") or s.plural(unit):
        return None
    span = _slice(s.value(unit), ordinal[0], unit + 1)
    if span and s.is_word(s.after_dash(span[2]), "year") and not s.is_preposition(span[2] + 1, "on"):
        return span[0], span[1], s.after_dash(span[2]) + 1, False
    return span


def _counted(s: Stream, i: int) -> tuple[int, int, int, bool] | None:
    """ "nine months", to be followed by a year."""
    count = s.number(i)
    if count and s.is_word(count[1], "months") and 2 <= count[0] <= 12:
        return 1, count[0], count[1] + 1, True
    return None


def _slice(unit: str, number: int, after: int) -> tuple[int, int, int, bool] | None:
    size = _SIZES[unit]
    if not 1 <= number <= 12 // size:
        return None
    return (number - 1) * size + 1, number * size, after, False
