"""From tokens to time expressions: which rule may begin at which token."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from .calendar_rules import calendar
from .forms import Anniversary, Calendar, Deictic, Duration, Expression, Form, Point, Same, Shift, YearRef
from .measures import counted, measured
from .points import decade, numeric
from .relative_rules import deictic, event, the_year, weekday, year_on_year
from .stream import Stream
from .tokens import Token
from .years import year, year_tail

Rule = Callable[[Stream, int], tuple[Form, int] | None]


def expressions(tokens: Sequence[Token]) -> Iterator[Expression]:
    """Every time expression of a sentence's tokens, in order, none inside another."""
    s, i, count = Stream(tokens), 0, len(tokens)
    while i < count:
        kind = tokens[i].kind
        if kind in _IDLE or kind == "preposition" and tokens[i].value != "on":
            i += 1
            continue
        if kind == "each":
            i = _skip_recurring(s, i + 1)
            continue
        found = _edged(s, i) if kind in _MAY_BE_EDGED else None
        if found is None and kind in _RULES:
            plain = _RULES[kind](s, i)
            found = (*plain, None) if plain else None
        if found is None:
            i += 1
            continue
        form, after, edge = found
        likened = _likened(s, form, after)
        if likened:
            form, after = likened
        yield Expression(tokens[i].start, tokens[after - 1].end, form, edge, s.preposition(i))
        i = after


def _likened(s: Stream, form: Form, i: int) -> tuple[Form, int] | None:
    """ "last year's same period", "2023's corresponding figure": what a figure is compared with."""
    if s.kind(i) != "poss" or s.value(i + 1) != "same":
        return None
    if isinstance(form, Calendar) and form.end is None and form.start.year and not form.start.month:
        ref = form.start.year
    elif isinstance(form, Deictic) and form.unit == "year":
        ref = YearRef("offset", form.offset)
    elif isinstance(form, Shift) and form.unit == "year" and form.base == "event":
        ref = YearRef("event", form.count)
    else:
        return None
    found = event(s, i + 1)
    if not found or not isinstance(found[0], Same) or found[0].year:
        return None
    return Same(ref, found[0].months), found[1]


def _now(s: Stream, i: int) -> tuple[Form, int] | None:
    """ "today", "yesterday"."""
    return Deictic("day", s.int(i)), i + 1


def _holiday(s: Stream, i: int) -> tuple[Form, int] | None:
    """ "during Nauryz", "on the eve of Tet 2024": the months the feast falls in."""
    found, after = year_tail(s, i + 1)
    eve = s.is_preposition(i - 1, "of") and s.is_word(i - 2, "eve")
    if not s.text(i)[0].isupper() or not (eve or found or s.preposition(i) in ("during", "at", "over", "on", "in")):
        return None  # "greetings for Tet"
    first, last = (int(month) for month in s.value(i).split("-"))
    return Calendar(Point(found, first), Point(found, last) if last > first else None), after


_RULES: dict[str, Rule] = {
    "iso": numeric,
    "dmy": numeric,
    "decade": decade,
    "now": _now,
    "weekday": weekday,
    "wday": weekday,
    "holiday": _holiday,
    "deictic": deictic,
    "event": event,
    "article": measured,
    "yoy": year_on_year,
    "preposition": year_on_year,
    "unit": the_year,
    "card": counted,
    "num": counted,
    "ten": counted,
    "ord": counted,
    "word_ord": counted,
    "month": calendar,
    "season": calendar,
    "code": calendar,
    "place": calendar,
}
_AFTER_EDGE: dict[str, Rule] = {
    "deictic": deictic,
    "event": event,
    "decade": decade,
    "month": calendar,
    "num": calendar,
    "season": calendar,
    "word_ord": calendar,
    "ord": calendar,
    "code": calendar,
    "card": calendar,
}
_IDLE = frozenset({"word", "comma", "dot", "sym", "joint", "dash", "poss", "open", "close", "numx"})
_RECURRING = frozenset(("weekday", "wday", "unit", "comma", "joint", "month", "season", "daypart", "word_ord"))
_MAY_BE_EDGED = frozenset({"edge", "relation", "word_ord", "deictic"})


def _edged(s: Stream, i: int, depth: int = 0) -> tuple[Form, int, str | None] | None:
    """ "early 2025", "mid-May", "the end of last year", "later this month", "the last days of October"."""
    edge = None
    if s.kind(i) == "edge":
        edge = s.value(i)
    elif (
        s.kind(i) == "relation"
        and s.value(i) in ("later", "earlier")
        and (s.kind(i + 1) == "deictic" or s.is_preposition(i + 1, "in"))
    ):
        edge = "late" if s.value(i) == "later" else "early"
    elif s.kind(i) in ("word_ord", "deictic"):
        return _days_of_month(s, i)
    if edge is None:
        return None
    j = i + 1
    if s.kind(j) == "dash" or s.is_preposition(j, "of", "in", "to"):
        j += 1
    the = s.after_article(j)
    if s.kind(the) == "edge":
        deeper = _edged(s, the, depth + 1) if depth < 2 else None
        return (deeper[0], deeper[1], edge) if deeper else None
    if s.is_word(the, "year") and s.kind(the + 1) != "num" and edge != "turn":
        found_year = year(s, the + 2, tail=True) if s.is_preposition(the + 1, "of") else None
        ref, after = found_year or (YearRef("the", 0), the + 1)
        return Calendar(Point(ref)), after, edge
    if s.is_word(the, "month") and the > j:
        return Deictic("month", 0), the + 1, edge
    if s.kind(the) == "unit":
        found = the_year(s, the)
    else:
        rule = _AFTER_EDGE.get(s.kind(the))
        found = rule(s, the) if rule else None
    if not found or isinstance(found[0], (Duration, Anniversary)):
        return None
    return found[0], found[1], edge


def _days_of_month(s: Stream, i: int) -> tuple[Form, int, str | None] | None:
    """ "the last days of October 2011", "the second half of June": the month, for want of days."""
    if not (s.value(i) == "last" or s.kind(i) == "word_ord" and 1 <= s.int(i) <= 4):
        return None
    k = i + 1
    if s.kind(k) in ("card", "num"):
        k += 1
    if not (s.is_unit(k, "day", "week", "half", "weekend") and s.is_word(k + 1, "of")):
        return None
    month = s.after_article(k + 2)
    rule = calendar if s.kind(month) == "month" else deictic if s.is_word(month + 1, "month") else None
    found = rule(s, month) if rule else None
    if not found or isinstance(found[0], Calendar) and (found[0].end or found[0].start.day):
        return None
    return found[0], found[1], "late" if s.value(i) == "last" else "early"


def _skip_recurring(s: Stream, i: int) -> int:
    """Past "every Tuesday, Thursday and Saturday" or "each year": habits, no dates."""
    while s.kind(i) in _RECURRING:
        i += 1
    return i
