"""From tokens to time expressions: a small recursive-descent grammar of English dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from .. import lexicon
from .forms import (
    Anniversary,
    Calendar,
    Deictic,
    Duration,
    Expression,
    Form,
    Point,
    Same,
    Shift,
    Weekday,
    Window,
    YearRef,
)
from .tokens import Token

_OFFSETS = {"this": 0, "last": -1, "past": -1, "next": 1, "coming": 1}
_EVENTS = {"same": 0, "that": 0, "very": 0, "previous": -1, "following": 1}
_EARLY, _LATE = 1900, 2100
_CURRENCY = frozenset("$€£¥₸₫#№")
_NEVER_BARE = frozenset({"May", "March", "April", "August"})
_LEADS_A_MONTH = frozenset(
    "in since by until from to through for of during after before between on within over around towards than against".split()
)
_SHORT = frozenset({"Jan", "Feb", "Febr", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"})
_MEASURES = frozenset({"day", "week", "fortnight", "month", "year", "decade", "century"})

Found = tuple[Form, int]


def expressions(tokens: Sequence[Token]) -> Iterator[Expression]:
    """Every time expression of a sentence's tokens, in order, none inside another."""
    grammar = _Grammar(tokens)
    i = 0
    while i < len(tokens):
        if tokens[i].kind == "each":
            i = grammar.skip_recurring(i + 1)
            continue
        found = grammar.expression(i)
        if found is None:
            i += 1
            continue
        form, end, edge = found
        yield Expression(tokens[i].start, tokens[end - 1].end, form, edge, grammar.preposition(i))
        i = end


@cache
def _counted() -> frozenset[str]:
    return frozenset(lexicon.words("counted_after_number.txt"))


class _Grammar:
    """The rules; each takes an index and returns what it found and the index after it, or ``None``."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens

    # -- looking at tokens -------------------------------------------------------------------------

    def kind(self, i: int) -> str:
        return self.tokens[i].kind if 0 <= i < len(self.tokens) else ""

    def value(self, i: int) -> str | int | None:
        return self.tokens[i].value if 0 <= i < len(self.tokens) else None

    def text(self, i: int) -> str:
        return self.tokens[i].text if 0 <= i < len(self.tokens) else ""

    def glued(self, i: int) -> bool:
        return 0 <= i < len(self.tokens) and self.tokens[i].glued

    def is_word(self, i: int, *words: str) -> bool:
        return self.text(i).lower() in words

    def after_article(self, i: int) -> int:
        return i + 1 if self.kind(i) == "article" and self.value(i) in ("the", "its") else i

    def preposition(self, i: int) -> str | None:
        j = i - 1
        while self.kind(j) in ("article", "edge", "dash"):
            j -= 1
        if self.kind(j) == "preposition" and self.value(j) == "of" and self.kind(j - 1) == "edge":
            return self.preposition(j - 1)
        return str(self.value(j)) if self.kind(j) == "preposition" else None

    def skip_recurring(self, i: int) -> int:
        """Past "every Tuesday, Thursday and Saturday" or "each year": habits, no dates."""
        while self.kind(i) in ("weekday", "wday", "unit", "comma", "joint", "month", "season", "daypart", "word_ord"):
            i += 1
        return i

    # -- the one entry -----------------------------------------------------------------------------

    def expression(self, i: int) -> tuple[Form, int, str | None] | None:
        """The expression that begins at `i`: its form, the index after it, its edge."""
        edged = self.edged(i)
        if edged:
            return edged
        rule = {
            "iso": self.numeric, "dmy": self.numeric, "decade": self.decade, "now": self.now,
            "weekday": self.weekday, "wday": self.weekday, "deictic": self.deictic, "event": self.event,
            "article": self.measured, "vague": self.nothing, "yoy": self.year_on_year, "preposition": self.year_on_year,
            "word": self.year_on_year, "unit": self.unit, "card": self.counted, "num": self.counted,
            "ten": self.counted, "ord": self.counted, "word_ord": self.counted, "month": self.calendar,
            "season": self.calendar, "code": self.calendar, "period": self.nothing,
        }.get(self.kind(i))
        found = rule(i) if rule else None
        return (*found, None) if found else None

    def nothing(self, i: int) -> None:
        return None

    def edged(self, i: int) -> tuple[Form, int, str | None] | None:
        """ "early 2025", "mid-May", "the end of last year", "later this month", "the last days of October"."""
        edge, j = None, i
        if self.kind(i) == "edge":
            edge, j = str(self.value(i)), i + 1
        elif self.kind(i) == "relation" and self.value(i) in ("later", "earlier"):
            edge, j = {"later": "late", "earlier": "early"}[str(self.value(i))], i + 1
            if self.kind(j) not in ("deictic", "preposition") or self.kind(j) == "preposition" and self.value(j) != "in":
                return None
        elif self.kind(i) in ("word_ord", "deictic") and self.value(i) in (1, "last", 2, 3, 4):
            k = i + 1
            if self.kind(k) in ("card", "num"):
                k += 1
            if self.kind(k) == "unit" and self.value(k) in ("day", "week", "half") and self.is_word(k + 1, "of"):
                inner = self.calendar(self.after_article(k + 2))
                if inner and isinstance(inner[0], Calendar) and inner[0].start.month and not inner[0].end:
                    return inner[0], inner[1], "late" if self.value(i) == "last" else "early"
            return None
        if edge is None:
            return None
        if self.kind(j) == "dash" and edge in ("mid", "end", "early", "late"):
            j += 1
        elif self.kind(j) == "preposition" and self.value(j) in ("of", "in", "to"):
            j += 1
        the = self.after_article(j)
        if self.kind(the) == "unit" and self.value(the) == "year" and self.text(the).lower() == "year":
            return Deictic("year", 0), the + 1, edge
        if self.kind(the) == "unit" and self.value(the) == "month" and the > j and self.text(the).lower() == "month":
            return Deictic("month", 0), the + 1, edge
        if self.kind(the) == "edge":
            deeper = self.edged(the)
            return (deeper[0], deeper[1], edge) if deeper else None
        rule = {"deictic": self.deictic, "event": self.event, "decade": self.decade, "month": self.calendar,
                "num": self.calendar, "season": self.calendar, "word_ord": self.calendar, "ord": self.calendar,
                "code": self.calendar, "card": self.calendar}.get(self.kind(the))
        found = rule(the) if rule else None
        if not found or isinstance(found[0], (Duration, Anniversary)):
            return None
        return found[0], found[1], edge

    # -- numbers and years -------------------------------------------------------------------------

    def number(self, i: int) -> tuple[int, int] | None:
        """A count below a thousand, in digits or words."""
        if self.kind(i) == "num" and not self.stuck(i) and int(self.value(i) or 0) < 1000:
            return int(self.value(i) or 0), i + 1
        if self.kind(i) == "card":
            return int(self.value(i) or 0), i + 1
        if self.kind(i) == "ten":
            j = i + 2 if self.kind(i + 1) == "dash" else i + 1
            if self.kind(j) == "card" and int(self.value(j) or 0) < 10:
                return int(self.value(i) or 0) + int(self.value(j) or 0), j + 1
            return int(self.value(i) or 0), i + 1
        return None

    def ordinal(self, i: int) -> tuple[int, int] | None:
        if self.kind(i) in ("ord", "word_ord"):
            return int(self.value(i) or 0), i + 1
        if self.kind(i) == "ten":
            j = i + 2 if self.kind(i + 1) == "dash" else i + 1
            if self.kind(j) == "word_ord" and int(self.value(j) or 0) < 10:
                return int(self.value(i) or 0) + int(self.value(j) or 0), j + 1
        return None

    def stuck(self, i: int) -> bool:
        """Whether the number at `i` is part of a code or a sum: "ST25", "$2024", "9M", "No. 1992"."""
        before = self.text(i - 1)
        if self.glued(i) and (self.kind(i - 1) not in ("dash", "open", "slash", "comma", "dot") and before not in "\"'“”‘’«["):
            return True
        if self.glued(i) and self.kind(i - 1) == "dash" and self.glued(i - 1) and self.kind(i - 2) == "word":
            return True
        if before and (before[-1] in _CURRENCY or before.lower() in ("no", "usd", "eur", "kzt", "vnd", "us", "number", "room", "flight")):
            return True
        if self.kind(i - 1) == "dot" and self.is_word(i - 2, "no", "nos", "art"):
            return True
        after = i + 1
        return self.glued(after) and (self.kind(after) not in
                                      ("dash", "close", "slash", "comma", "dot", "poss", "sym") or self.text(after) in "%°")

    def year(self, i: int, tail: bool = False) -> tuple[YearRef, int] | None:
        """A year in digits; `tail` if a day or month stands before it."""
        if self.kind(i) != "num" or len(self.text(i)) != 4 or self.stuck(i):
            return None
        number = int(self.value(i) or 0)
        old = 1000 <= number < _EARLY and (tail or self.kind(i - 1) == "preposition")
        if not (_EARLY <= number <= _LATE or old) or self.counts(i + 1):
            return None
        if not tail:
            before = self.tokens[i - 1] if i else None
            if before and before.kind == "word" and before.text[0].isupper() and i >= 2 and self.kind(i - 2) != "dot":
                return None
            if self.kind(i - 1) == "vague" or self.is_word(i - 1, "than") and self.kind(i - 2) == "vague":
                return None
        return YearRef("abs", number), i + 1

    def counts(self, i: int) -> bool:
        """Whether what stands at `i` shows that the number before it counts something."""
        return self.text(i) in ("%", "°") or bool(self.text(i)) and self.text(i).lower() in _counted()

    def year_phrase(self, i: int, bare: bool = False) -> tuple[YearRef, int] | None:
        """ "2024", "last year", "the same year", "a year ago"; `bare` also allows "the year"."""
        found = self.year(i, tail=True)
        if found:
            return found
        j = self.after_article(i)
        if self.is_word(j, "year") and (found := self.year(j + 1, tail=True)):
            return found
        k = j + 1
        if self.kind(k) == "event" and self.kind(j) == "event":
            k += 1
        if self.kind(k) == "yearkind":
            k += 1
        if self.is_word(k, "year"):
            if self.kind(j) == "deictic":
                return YearRef("offset", _OFFSETS[str(self.value(j))]), k + 1
            if self.kind(j) == "event":
                return YearRef("event", _EVENTS[str(self.value(j))]), k + 1
        if self.is_word(j, "year") and j > i:
            if self.is_word(j + 1, "before", "earlier", "ago"):
                return YearRef("offset" if self.is_word(j + 1, "ago") else "event", -1), j + 2
            return (YearRef("offset", 0), j + 1) if bare else None
        if self.is_word(i, "a", "one") and self.is_word(i + 1, "year"):
            if self.is_word(i + 2, "ago"):
                return YearRef("offset", -1), i + 3
            if self.is_word(i + 2, "earlier", "before"):
                return YearRef("event", -1), i + 3
        count = self.number(i)
        if count and self.is_word(count[1], "years"):
            if self.is_word(count[1] + 1, "ago"):
                return YearRef("offset", -count[0]), count[1] + 2
            if self.is_word(count[1] + 1, "earlier"):
                return YearRef("event", -count[0]), count[1] + 2
        return None

    def year_tail(self, i: int) -> tuple[YearRef | None, int]:
        """The year that follows a day, month, season or part of a year; ``(None, i)`` if none does."""
        if self.kind(i) == "comma":
            found = self.year(i + 1, tail=True)
            return found if found else (None, i)
        j, joined = i, False
        if self.kind(i) == "dot" and self.glued(i) and self.kind(i + 1) == "num":
            j = i + 1
        elif self.kind(i) == "preposition" and self.value(i) in ("of", "in"):
            j, joined = i + 1, True
        found = self.year_phrase(j, bare=joined)
        return found if found else (None, i)

    # -- calendar ----------------------------------------------------------------------------------

    def numeric(self, i: int) -> Found | None:
        raw = self.text(i)
        if self.kind(i) == "iso":
            year, month, day = (int(part) for part in raw.split("-"))
        else:
            day, month, year = (int(part) for part in raw.replace("/", ".").split("."))
            if month > 12 and "/" in raw:
                day, month = month, day
        point = _day(YearRef("abs", year), month, day)
        return (Calendar(point), i + 1) if point else None

    def decade(self, i: int) -> Found | None:
        return self._decade(i)

    def _decade(self, i: int) -> Found | None:
        raw = self.text(i)
        if raw[0].isdigit():
            first = int(raw[:4])
        elif raw[0] in "'’":
            first = 1900 + int(raw[1:3])
        else:
            if not (self.kind(i - 1) == "article" or self.kind(i - 1) == "edge"):
                return None
            first = 1900 + int(self.value(i) or 0)
        return Calendar(Point(YearRef("abs", first)), Point(YearRef("abs", first + 9))), i + 1

    def piece(self, i: int) -> tuple[Point, Point | None, int, str] | None:
        """A day, month, season, year or part of a year with its own year if it has one."""
        kind = self.kind(i)
        if kind == "month":
            return self.month_first(i)
        if kind in ("num", "ord", "word_ord"):
            day = self.day_first(i)
            if day:
                return day
        if kind in ("num", "ord", "word_ord", "card", "code", "deictic", "edge", "ten"):
            part = self.part(i)
            if part:
                return part
        if kind == "num":
            year = self.year(i)
            return (Point(year[0]), None, year[1], "year") if year else None
        if kind == "season":
            return self.season(i)
        return None

    def month_first(self, i: int) -> tuple[Point, Point | None, int, str] | None:
        month, j = int(self.value(i) or 0), i + 1
        short = self.text(i).capitalize() in _SHORT
        if short and self.kind(j) == "dot":
            j += 1
        if self.kind(j) in ("num", "ord") and 1 <= int(self.value(j) or 0) <= 31 and len(self.text(j)) <= 4 \
                and not self.stuck(j) and not self.counts(j + 1):
            if self.kind(j + 1) == "preposition" and self.value(j + 1) == "of" and self.kind(j) == "num":
                return None
            year, k = self.year_tail(j + 1)
            point = _day(year, month, int(self.value(j) or 0))
            return (point, None, k, "day") if point else None
        year, k = self.year_tail(j)
        if year:
            return Point(year, month), None, k, "month"
        if short:
            return None
        return Point(None, month), None, j, "month"

    def day_first(self, i: int) -> tuple[Point, Point | None, int, str] | None:
        """ "6 May", "6th of May", "5-7 May", "5 to 7 May"."""
        if not 1 <= int(self.value(i) or 0) <= 31 or self.kind(i) == "num" and self.stuck(i):
            return None
        first, j, last = int(self.value(i) or 0), i + 1, None
        linked = self.kind(j) == "dash" or self.is_word(j, "and", "to", "through")
        if linked and self.kind(j + 1) in ("num", "ord") and first < int(self.value(j + 1) or 0) <= 31:
            last, j = int(self.value(j + 1) or 0), j + 2
        if self.is_word(j, "of") and self.kind(i) != "num":
            j += 1
        if self.kind(j) != "month":
            return None
        month, j = int(self.value(j) or 0), j + 1
        if self.text(j - 1).capitalize() in _SHORT and self.kind(j) == "dot":
            j += 1
        year, k = self.year_tail(j)
        start, end = _day(year, month, first), _day(year, month, last) if last else None
        if not start or last and not end:
            return None
        return start, end, k, "day"

    def season(self, i: int) -> tuple[Point, Point | None, int, str] | None:
        season = int(self.value(i) or 0)
        year, j = self.year_tail(i + 1)
        led = self.kind(i - 1) in ("preposition", "article", "deictic", "event", "edge", "dash", "joint")
        if year is None and (not led or self.is_word(i, "fall") and self.kind(i - 1) != "deictic"):
            return None
        if self.is_word(i - 1, "to", "a", "an") and year is None:
            return None
        if season == 24 and year and year.kind == "abs" and self.kind(j) in ("dash", "slash") and self.kind(j + 1) == "num":
            following = int(self.value(j + 1) or 0)
            if following in (year.value + 1, (year.value + 1) % 100):
                return Point(year, 12), Point(YearRef("abs", year.value + 1), 2), j + 2, "season"
        return Point(year, season=season), None, j, "season"

    def part(self, i: int) -> tuple[Point, Point | None, int, str] | None:
        """Quarters, halves, first months: "Q1 2024", "the second half of the year", "nine months of 2022"."""
        span = self.part_months(i)
        if not span:
            return None
        first, last, j, needs_year = span
        if self.kind(j) == "preposition" and self.value(j) == "of":
            year, k = self.year_tail(j)
            if year is None:
                return None
        else:
            year, k = self.year_tail(j)
        if year is None and needs_year and not self.in_months(i, j, last):
            return None
        return Point(year, first), Point(year, last), k, "part"

    def in_months(self, i: int, j: int, count: int) -> bool:
        """Whether "nine months" stands as "in nine months": then it may mean the year's first nine."""
        before = self.tokens[i - 1] if i else None
        led = before is not None and before.kind == "preposition" and before.value in ("in", "over", "for", "during") \
            or before is not None and before.kind == "article" and self.is_word(i - 2, "in", "over", "during", "for")
        return bool(led) and before is not None and 3 <= count <= 11 and before.value == "in"

    def part_months(self, i: int) -> tuple[int, int, int, bool] | None:
        """First month, last month, index after, and whether only a stated year makes it a date."""
        if self.kind(i) == "code" and self.kind(i + 1) == "num" and self.glued(i + 1):
            return _slice(str(self.value(i)), int(self.value(i + 1) or 0), i + 2)
        if self.kind(i) == "num" and self.kind(i + 1) == "code" and self.glued(i + 1):
            return _slice(str(self.value(i + 1)), int(self.value(i) or 0), i + 2)
        first = self.kind(i) == "word_ord" and self.value(i) == 1 or self.kind(i) == "ord" and self.value(i) == 1 \
            or self.is_word(i, "opening", "initial")
        last = self.is_word(i, "last", "final", "closing")
        if first or last:
            count = self.number(i + 1)
            if count and self.kind(count[1]) == "unit" and self.value(count[1]) in ("month", "quarter"):
                months = count[0] * (3 if self.value(count[1]) == "quarter" else 1)
                if 1 <= months <= 12:
                    return (1, months, count[1] + 1, False) if first else (13 - months, 12, count[1] + 1, True)
            if last and self.is_word(i + 1, "quarter") and self.is_word(i + 2, "of"):
                return 10, 12, i + 2, True
        ordinal = self.ordinal(i)
        if ordinal and self.kind(ordinal[1]) == "unit" and self.value(ordinal[1]) in ("quarter", "half") \
                and not self.text(ordinal[1]).endswith("s"):
            span = _slice(str(self.value(ordinal[1])), ordinal[0], ordinal[1] + 1)
            if span and self.kind(span[2]) == "dash" and self.is_word(span[2] + 1, "year", "yearly"):
                span = (*span[:2], span[2] + 2, span[3])
            elif span and self.is_word(span[2], "year"):
                span = (*span[:2], span[2] + 1, span[3])
            return span
        count = self.number(i)
        if count and self.kind(count[1]) == "unit" and self.value(count[1]) == "month" and 2 <= count[0] <= 12 \
                and self.text(count[1]).lower() == "months":
            return 1, count[0], count[1] + 1, True
        return None

    def calendar(self, i: int) -> Found | None:
        """A point or a stretch of the calendar."""
        first = self.piece(i)
        if not first:
            return None
        start, end, j, shape = first
        if end is None:
            second = self.second(i, j, start, shape)
            if second:
                start, end, j = second
        if shape == "month" and end is None and start.year is None and not self.month_may_stand(i):
            return None
        weekday = None
        if shape == "day" and end is None:
            k = j + 1 if self.kind(j) in ("comma", "open") else j
            if k > j and self.kind(k) in ("weekday", "wday") and not self.kind(k + 1) == "month":
                closed = self.kind(k + 1) == "close"
                if closed or self.kind(j) == "comma" and self.kind(k + 1) in ("comma", "dot", ""):
                    weekday, j = int(self.value(k) or 0), k + 2 if closed else k + 1
        return Calendar(start, end, None, weekday, shape == "part"), j

    def second(self, i: int, j: int, start: Point, shape: str) -> tuple[Point, Point, int] | None:
        """The other end of a stretch that begins with `start`: "May 5-7", "October 2023 to May 2024"."""
        link, k = self.link(i, j)
        if not link:
            return None
        if shape == "day" and start.year is None and self.kind(k) in ("num", "ord") and self.kind(k + 1) != "month" \
                and not (self.is_word(k + 1, "of") and self.kind(k + 2) == "month"):
            day = int(self.value(k) or 0)
            if start.day < day <= 31 and not self.stuck(k) and not self.counts(k + 1) and self.kind(k + 1) != "unit" \
                    and (link != "and" or day == start.day + 1):
                year, after = self.year_tail(k + 1)
                end = _day(year, start.month, day)
                return (_with_year(start, year), end, after) if end else None
            return None
        if shape == "year" and self.kind(k) == "num" and len(self.text(k)) == 2 and link in ("dash", "slash") \
                and self.glued(k) and not self.counts(k + 1):
            last = start.year.value // 100 * 100 + int(self.value(k) or 0)
            return (start, Point(YearRef("abs", last)), k + 1) if last > start.year.value else None
        if link == "slash" and shape != "year":
            return None
        if self.kind(k) == "edge":
            k += 1
            if self.kind(k) == "dash" or self.kind(k) == "preposition" and self.value(k) in ("of", "in"):
                k += 1
            k = self.after_article(k)
        other = self.piece(k)
        if not other or other[1] is not None or other[3] != shape or shape == "part":
            return None
        end, after = other[0], other[2]
        if link in ("and", "or") and not self.is_word(i - 1, "between"):
            adjacent = shape == "month" and start.year is None and end.month == start.month % 12 + 1
            if not adjacent:
                return None
        return _stretch(start, end, after)

    def link(self, i: int, j: int) -> tuple[str | None, int]:
        if self.kind(j) == "dash":
            return "dash", j + 1
        if self.kind(j) == "slash":
            return "slash", j + 1
        if self.kind(j) == "joint":
            return str(self.value(j)), self.after_article(j + 1)
        if self.kind(j) == "preposition" and self.value(j) in ("to", "through", "until"):
            return "to", self.after_article(j + 1)
        return None, j

    def month_may_stand(self, i: int) -> bool:
        """Whether the month at `i`, without day and year, is a month and no name or verb."""
        if self.text(i).upper() == self.text(i) and self.text(i).capitalize() in _NEVER_BARE:
            return False
        before = self.kind(i - 1)
        if before in ("deictic", "edge", "event") or before == "preposition" and self.value(i - 1) in _LEADS_A_MONTH:
            return True
        if before in ("joint", "dash", "comma") and self.kind(i - 2) == "month":
            return True
        if before == "dash" and self.kind(i - 2) == "edge":
            return True
        if self.text(i) in _NEVER_BARE:
            return self.kind(i + 1) == "poss"
        return not (self.kind(i + 1) == "word" and self.text(i + 1)[:1].isupper())

    # -- weekdays and days -------------------------------------------------------------------------

    def weekday(self, i: int) -> Found | None:
        if self.kind(i - 1) == "each" or self.kind(i - 1) == "word" and self.text(i - 1) in ("Black", "Good", "Cyber", "Giving"):
            return None
        day, j = int(self.value(i) or 0), i + 1
        if self.kind(j) == "daypart":
            j += 1
        k = j + 1 if self.kind(j) in ("comma", "open", "dot", "slash") else j
        if k > j and self.kind(j) == "dot" and self.kind(k) == "comma":
            k += 1
        k = self.after_article(k)
        if self.kind(k) in ("month", "num", "ord"):
            piece = self.piece(k)
            if piece and piece[3] == "day":
                found = self.calendar(k)
                if found and isinstance(found[0], Calendar):
                    date = found[0]
                    one = date.end is None
                    end = found[1] + 1 if self.kind(j) == "open" and self.kind(found[1]) == "close" else found[1]
                    return Calendar(date.start, date.end, None, day if one else None), end
        if self.kind(k) in ("iso", "dmy") and (found := self.numeric(k)):
            end = found[1] + 1 if self.kind(j) == "open" and self.kind(found[1]) == "close" else found[1]
            return found[0], end
        if self.kind(i) == "wday":
            return None
        link, k = self.link(i, j)
        if link and link != "slash" and self.kind(k) == "weekday":
            other = int(self.value(k) or 0)
            if link in ("dash", "to") or other == day % 7 + 1 and link == "and":
                return Weekday(day, other), k + 1
        return Weekday(day), j

    def now(self, i: int) -> Found | None:
        return Deictic("day", int(self.value(i) or 0)), i + 1

    # -- deictics ----------------------------------------------------------------------------------

    def deictic(self, i: int) -> Found | None:
        """ "last year", "this June", "next Thursday", "the past five years"."""
        lean, j = str(self.value(i)), i + 1
        if lean == "this" and self.kind(j) == "deictic" and self.value(j) in ("past", "coming"):
            lean, j = str(self.value(j)), j + 1
        if self.kind(j) in ("yearkind", "anniversary") and self.is_word(j + 1, "year"):
            j += 1
        offset = _OFFSETS[lean]
        kind = self.kind(j)
        if kind == "daypart" and self.is_word(i, "this", "last"):
            if lean == "last" and self.value(j) != "night":
                return None
            return Deictic("day", offset), j + 1
        if kind == "weekday":
            found = self.weekday(j)
            if found and isinstance(found[0], Weekday):
                return Weekday(found[0].first, found[0].last, lean), found[1]
            return found
        if kind in ("month", "season"):
            found = self.calendar(j)
            if not found or not isinstance(found[0], Calendar):
                return None
            form = found[0]
            return Calendar(form.start, form.end, lean if form.start.year is None else None, form.weekday), found[1]
        if kind == "unit" and not self.text(j).lower().endswith("s"):
            return self.deictic_unit(i, j, lean, offset)
        count = self.number(j)
        if count and self.kind(count[1]) == "unit" and self.value(count[1]) in _MEASURES and lean != "this":
            part = self.part(i)
            if part:
                return Calendar(part[0], part[1], None, None, True), part[2]
            return Window(count[0], str(self.value(count[1])), 1 if offset > 0 else -1), count[1] + 1
        part = self.part(i)
        return (Calendar(part[0], part[1], None, None, True), part[2]) if part else None

    def deictic_unit(self, i: int, j: int, lean: str, offset: int) -> Found | None:
        unit, the = str(self.value(j)), self.kind(i - 1) == "article"
        if lean in ("last", "next") and (part := self.part(i)):
            return Calendar(part[0], part[1], None, None, True), part[2]
        if unit in ("half", "fortnight", "century", "decade"):
            return None
        over = self.is_word(i - 2, "over", "within", "in", "during", "for", "throughout") and the
        if unit == "day":
            return (Shift(1, "day", "event"), j + 1) if lean == "next" and the else None
        if lean == "past" and unit in ("year", "month", "week", "quarter"):
            return Window(1, unit, -1), j + 1
        if lean == "next" and the:
            return (Window(1, unit, 1) if over else Shift(1, unit, "event")), j + 1
        if lean == "last" and the:
            return (Window(1, unit, -1), j + 1) if over else None
        return Deictic(unit, offset), j + 1

    def event(self, i: int) -> Found | None:
        """ "the same period of last year", "that day", "the following year"."""
        word, j = str(self.value(i)), i + 1
        while self.kind(j) == "event" and self.value(j) in ("same", "very"):
            word, j = "same" if word == "that" else word, j + 1
        if word == "very":
            return None
        same = word == "same"
        if same:
            count = self.number(j)
            k = count[1] if count else j
            if self.kind(k) in ("period", "unit"):
                months = count[0] if count and self.value(k) == "month" else None
                return self.same(k, months)
        if same and self.kind(j) in ("month", "code", "word_ord", "ord"):
            found = self.calendar(j)
            return found
        if self.kind(j) == "unit" and not self.text(j).lower().endswith("s"):
            unit = str(self.value(j))
            if unit in ("day", "week", "month", "year", "quarter"):
                return Shift(_EVENTS[word], unit, "event"), j + 1
        if self.kind(j) == "period" and self.is_word(j, "period") and word == "that":
            return Same(None), j + 1
        return None

    def same(self, k: int, months: int | None) -> Found | None:
        """ "the same … of last year": `k` is where the thing likened stands, `months` how many it says."""
        plural = self.text(k).lower().endswith("s")
        j = k + 1
        if self.kind(j) == "preposition" and self.value(j) in ("of", "in", "for", "during", "from"):
            year = self.year_phrase(j + 1, bare=False)
            # "the same month of the year before" and the like are covered by year_phrase.
        else:
            year = self.year_phrase(j)
        if year:
            return Same(year[0], months), year[1]
        if self.kind(k) == "unit" and not plural and not months:
            return (Shift(0, str(self.value(k)), "event"), j) if self.value(k) in ("day", "week", "month", "year", "quarter") else None
        if self.is_word(k, "period", "periods", "months", "quarter", "quarters", "timeframe") or months:
            return Same(None, months), j
        return None

    def year_on_year(self, i: int) -> Found | None:
        """ "year-on-year", "on-year", "y/y", "yoy"; `i` may also stand on "on" or "y"."""
        minus = Same(YearRef("event", -1))
        if self.kind(i) == "yoy":
            return minus, i + 1
        if self.kind(i) == "preposition":
            if not self.is_word(i, "on"):
                return None
            j = i + 2 if self.kind(i + 1) == "dash" else i + 1
            return (minus, j + 1) if self.is_word(j, "year") and self.kind(j - 1) in ("dash", "preposition") else None
        if self.is_word(i, "y"):
            j = i + 1
            while self.glued(j) and (self.kind(j) in ("dash", "slash") or self.is_word(j, "o")):
                j += 1
            return (minus, j + 1) if j > i + 1 and self.glued(j) and self.is_word(j, "y") else None
        return None

    def unit(self, i: int) -> Found | None:
        """What begins with a unit: "year-on-year", "year-end", "the year before", "the year 2024"."""
        if not self.is_word(i, "year"):
            if self.kind(i - 1) == "article" and self.is_word(i, "day", "month") and self.is_word(i + 1, "before") \
                    and self.kind(i + 2) in ("comma", "dot", "close", ""):
                return Shift(-1, str(self.value(i)), "event"), i + 2
            return None
        j = i + 2 if self.kind(i + 1) == "dash" else i + 1
        if self.is_word(j, "on", "over", "to"):
            k = j + 2 if self.kind(j + 1) == "dash" else j + 1
            if self.is_word(k, "year"):
                return Same(YearRef("event", -1)), k + 1
        k = j + 1 if self.kind(j) == "poss" else j
        if self.kind(k) == "edge" and self.value(k) == "end":
            return Deictic("year", 0), k + 1
        found = self.year(i + 1, tail=True)
        if found:
            return Calendar(Point(found[0])), found[1]
        if self.kind(i - 1) == "article" and self.value(i - 1) == "the":
            if self.is_word(i + 1, "before", "earlier", "prior") and self.kind(i + 2) in ("comma", "dot", "close", "sym", "joint", ""):
                return Shift(-1, "year", "event"), i + 2
            if self.is_word(i + 1, "after") and self.kind(i + 2) in ("comma", "dot", "close", ""):
                return Shift(1, "year", "event"), i + 2
            if self.is_word(i + 1, "is", "ends", "closes") and (self.is_word(i + 1, "ends", "closes") or self.is_word(i + 2, "out", "over", "through")):
                return Deictic("year", 0), i + 1
            if self.kind(i - 2) == "preposition" and self.value(i - 2) == "within":
                return Deictic("year", 0), i + 1
        return None

    # -- counts ------------------------------------------------------------------------------------

    def counted(self, i: int) -> Found | None:
        found = self.calendar(i)
        if found:
            return found
        ordinal = self.ordinal(i)
        if ordinal:
            j = ordinal[1]
            while self.kind(j) == "word" and j < ordinal[1] + 2 and not self.kind(j) == "anniversary":
                j += 1
            if self.kind(j) == "anniversary":
                return Anniversary(ordinal[0]), j + 1
            return None
        return self.measured(i)

    def measured(self, i: int) -> Found | None:
        """A number of units: "two years ago", "a year later", "three-day", "a quarter of a century"."""
        measure = self.measure(i)
        if not measure:
            return None
        count, unit, j, dashed = measure
        article = self.kind(i) == "article"
        vague = self.vague(i)
        if self.is_word(j, "old"):
            return None
        if dashed:
            if self.kind(j) == "dash" and self.is_word(j + 1, "old"):
                return None
            return Duration(count, unit, vague), j
        if self.is_word(j, "anniversary", "jubilee"):
            return Anniversary(count, vague), j + 1
        if self.kind(j) == "relation":
            relation = str(self.value(j))
            if relation == "ago":
                return Shift(-count, unit, "publication", vague), j + 1
            if relation == "hence":
                return Shift(count, unit, "publication", vague), j + 1
            return Shift(count if relation == "later" else -count, unit, "event", vague), j + 1
        if self.is_word(j, "before", "after"):
            sign = 1 if self.is_word(j, "after") else -1
            if self.kind(j + 1) in ("comma", "dot", "close", "") or self.is_word(j + 1, "that", "this", "then", "which"):
                pointed = self.is_word(j + 1, "that", "this", "then", "which") and self.kind(j + 2) not in ("word", "unit")
                closed = self.kind(j + 1) in ("comma", "dot", "close", "")
                if pointed or closed or self.is_word(j + 1, "that", "this"):
                    return Shift(sign * count, unit, "event", vague), j + (1 if closed else 2)
            return Shift(sign * count, unit, "object", vague), j + 1
        if article:
            if not (self.is_word(j, "of", "since") and unit == "year" and count > 1):
                return None
        if unit == "year" and self.since(j):
            return Anniversary(count, vague), j
        return Duration(count, unit, vague), j

    def since(self, j: int) -> bool:
        """Whether "N years" is followed by what makes it an anniversary: "since", "have passed since", "of relations"."""
        if self.is_word(j, "since"):
            return True
        for k in range(j, j + 6):
            if self.is_word(k, "passed", "elapsed", "gone") and any(self.is_word(m, "since") for m in range(k, k + 3)):
                return True
        if self.is_word(j, "of"):
            return any(self.is_word(k, "relations", "ties", "establishing", "establishment", "diplomatic") for k in range(j + 1, j + 4))
        return False

    def measure(self, i: int) -> tuple[int, str, int, bool] | None:
        """Count, unit, index after, and whether it is written as an adjective ("three-day")."""
        if self.kind(i) == "article":
            if self.value(i) not in ("a", "an"):
                return None
            count, j = 1, i + 1
        else:
            number = self.number(i)
            if not number:
                return None
            count, j = number
        if self.kind(i) == "article" and self.is_word(j, "quarter", "half") or self.is_word(j, "quarter"):
            half = self.is_word(j, "half")
            k = j + 1
            if self.is_word(k, "of"):
                k += 1
            if self.is_word(k, "a") and self.is_word(k + 1, "century"):
                return (50 if half else 25), "year", k + 2, False
            if self.kind(k) == "dash" and self.is_word(k + 1, "century"):
                return (50 if half else 25), "year", k + 2, False
            return None
        dashed = self.kind(j) == "dash" and self.kind(j + 1) == "unit" and self.glued(j) and self.glued(j + 1)
        if dashed:
            j += 1
        if self.kind(j) != "unit" or self.value(j) not in _MEASURES:
            return None
        unit = str(self.value(j))
        scale = {"decade": 10, "century": 100}.get(unit)
        return (count * scale, "year", j + 1, dashed) if scale else (count, unit, j + 1, dashed)

    def vague(self, i: int) -> bool:
        before = self.kind(i - 1)
        if before == "vague" or before == "preposition" and self.value(i - 1) in ("over", "around", "as", "towards"):
            return True
        return self.is_word(i - 1, "than", "to") and self.kind(i - 2) == "vague" or self.is_word(i - 1, "than") or \
            self.is_word(i - 1, "to") and self.is_word(i - 2, "up", "close")


def _slice(unit: str, number: int, end: int) -> tuple[int, int, int, bool] | None:
    size = 3 if unit == "quarter" else 6
    if not 1 <= number <= 12 // size:
        return None
    return (number - 1) * size + 1, number * size, end, False


def _day(year: YearRef | None, month: int | None, day: int) -> Point | None:
    longest = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    if not month or not 1 <= month <= 12 or not 1 <= day <= longest[month - 1]:
        return None
    if month == 2 and day == 29 and year and year.kind == "abs" and (year.value % 4 or year.value % 100 == 0 and year.value % 400):
        return None
    return Point(year, month, day)


def _with_year(point: Point, year: YearRef | None) -> Point:
    return Point(year, point.month, point.day, point.season)


def _stretch(start: Point, end: Point, after: int) -> tuple[Point, Point, int] | None:
    """Both ends with a year, where either has one; ``None`` if they run backwards."""
    turn = (end.month or 0, end.day or 0) < (start.month or 0, start.day or 0)
    if end.season or start.season:
        turn = (end.season or 0) < (start.season or 0)
    if end.year and not start.year:
        start = _with_year(start, YearRef(end.year.kind, end.year.value - turn))
    elif start.year and not end.year:
        end = _with_year(end, YearRef(start.year.kind, start.year.value + turn))
    elif start.year and end.year and start.year.kind == end.year.kind:
        if end.year.value < start.year.value or end.year.value == start.year.value and turn:
            return None
        if not start.month and not start.season and end.year.value == start.year.value:
            return None
    return start, end, after
