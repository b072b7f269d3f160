"""Rules for years: in digits, and as phrases that follow a month or a part of a year."""

from __future__ import annotations

from .forms import YearRef
from .stream import Stream

OFFSETS = {"this": 0, "last": -1, "past": -1, "next": 1, "coming": 1}
EVENTS = {"same": 0, "that": 0, "previous": -1, "following": 1}
_EARLY, _LATE = 1900, 2100

YearFound = tuple[YearRef, int]


def year_tail(s: Stream, i: int) -> tuple[YearRef | None, int]:
    """The year that follows a day, month, season or part of a year: ``(None, i)`` if none does.

    ", 2025" · "2025" · "of 2025" · "this year" · "of the year" · "a year ago".
    """
    if s.kind(i) == "comma":
        found = year(s, i + 1, tail=True)
        if not found and s.kind(i + 1) == "deictic":
            found = year_phrase(s, i + 1)
            found = None if found and s.kind(found[1]) == "poss" else found
        return found or (None, i)
    j, joined = i, False
    if s.kind(i) == "dot" and s.glued(i) and s.kind(i + 1) == "num":
        j = i + 1
    elif s.is_preposition(i, "of", "in"):
        j, joined = i + 1, True
    return year_phrase(s, j, bare=joined) or (None, i)


def year(s: Stream, i: int, tail: bool = False) -> YearFound | None:
    """A year in digits; `tail` if a day or month stands before it, which leaves less doubt."""
    if s.kind(i) != "num" or len(s.text(i)) != 4 or s.stuck(i):
        return None
    number = s.int(i)
    old = 1000 <= number < _EARLY and (tail or s.kind(i - 1) == "preposition")
    if not (_EARLY <= number <= _LATE or old) or s.counts(i + 1):
        return None
    if not tail:
        # "Expo 2017", "Vision 2050": a name; "7172 72 2024": a telephone; "more than 2000": a quantity.
        if s.kind(i - 1) == "word" and s.text(i - 1)[0].isupper() or s.kind(i - 1) in ("num", "numx"):
            return None
        if s.kind(i - 1) == "vague" or s.is_word(i - 1, "than") and s.kind(i - 2) == "vague":
            return None
    return YearRef("abs", number), i + 1


def year_phrase(s: Stream, i: int, bare: bool = False) -> YearFound | None:
    """ "2024", "last year", "the same year", "a year ago"; `bare` also allows "the year"."""
    return year(s, i, tail=True) or _pointed_year(s, i, bare) or _counted_year(s, i)


def _pointed_year(s: Stream, i: int, bare: bool) -> YearFound | None:
    j = s.after_article(i)
    if s.is_word(j, "year") and (found := year(s, j + 1, tail=True)):
        return found
    k = j + 1
    if s.kind(j) == "event" and s.kind(k) == "event":
        k += 1
    if s.kind(k) in ("yearkind", "anniversary"):
        k += 1
    if s.is_word(k, "year"):
        if s.kind(j) == "deictic":
            return YearRef("offset", OFFSETS[s.value(j)]), k + 1
        if s.kind(j) == "event" and s.value(j) in EVENTS:
            return YearRef("event", EVENTS[s.value(j)]), k + 1
    if s.is_word(j, "year") and j > i:
        if s.is_word(j + 1, "before", "earlier", "ago"):
            return YearRef("offset" if s.is_word(j + 1, "ago") else "event", -1), j + 2
        return (YearRef("the", 0), j + 1) if bare else None
    return None


def _counted_year(s: Stream, i: int) -> YearFound | None:
    """ "a year ago", "two years earlier" after a period: "the same months a year ago"."""
    count = (1, i + 1) if s.is_word(i, "a", "one") else s.number(i)
    if not count or not s.is_word(count[1], "year", "years"):
        return None
    if s.is_word(count[1] + 1, "ago"):
        return YearRef("offset", -count[0]), count[1] + 2
    if s.is_word(count[1] + 1, "earlier", "before", "previously"):
        return YearRef("event", -count[0]), count[1] + 2
    return None
