"""Resolve what counts from the day of publication: "on Monday", "in May", "last year"."""

from __future__ import annotations

from datetime import date, timedelta

from ...edtf import edtf_bounds, edtf_precision, edtf_year, interval, shift_days, shift_months
from ..model import Published
from .forms import Calendar, Deictic, Point, Weekday, Window

_AHEAD = frozenset({"from", "by", "until", "before", "towards"})


class Publication:
    """The day, month or year an article came out, and what it proves.

    A day proves weekdays; a month proves months and bare days; a year proves years only.
    """

    def __init__(self, published: Published, months: tuple[int, int] | None = None) -> None:
        self.edtf = published.edtf
        self.precision = edtf_precision(self.edtf) if self.edtf else "none"
        self.year = edtf_year(self.edtf) if self.edtf else None
        self.day = edtf_bounds(self.edtf)[0] if self.edtf and self.precision == "day" else None
        self.months = self._months(months)
        self.is_narrowed = months is not None

    def _months(self, within: tuple[int, int] | None) -> list[str]:
        """The months in which it may have come out."""
        if self.edtf is None:
            return []
        first, last = edtf_bounds(self.edtf)
        count = (last.year - first.year) * 12 + last.month - first.month
        months = [shift_months(first.isoformat(), step) for step in range(count + 1)]
        return months if within is None else [m for m in months if within[0] <= int(m[5:7]) <= within[1]]

    def of_year(self, offset: int) -> int | None:
        return None if self.year is None else self.year + offset

    def is_recent(self, edtf: str | None) -> bool:
        """Whether a day lies within three weeks of the publication."""
        return bool(edtf and self.day) and abs((edtf_bounds(edtf)[0] - self.day).days) <= 21

    def deictic(self, form: Deictic, tense: str | None) -> str | None:
        """ "today", "last month"; a weekend is the nearest past one unless the tense looks ahead."""
        if self.edtf is None or self.year is None:
            return None
        if form.unit == "year":
            return f"{self.year + form.offset:04d}"
        if form.unit == "day":
            return shift_days(self.edtf, form.offset) if self.day else self.edtf if form.offset == 0 else None
        if form.unit == "week" and self.day:
            monday = self.day - timedelta(self.day.weekday()) + timedelta(weeks=form.offset)
            return interval(monday.isoformat(), (monday + timedelta(6)).isoformat())
        if form.unit == "weekend" and self.day:
            saturday = self.day - timedelta((self.day.weekday() + 2) % 7)
            if form.offset > 0 and self.day.weekday() < 5:
                return None  # "next weekend" on a weekday: the coming one, or the one after it
            if form.offset > 0 or tense in ("future", "plan") and self.day.weekday() < 5:
                saturday += timedelta(7)
            elif form.offset < 0 and self.day.weekday() > 4:
                saturday -= timedelta(7)
            return interval(saturday.isoformat(), (saturday + timedelta(1)).isoformat())
        if self.precision not in ("day", "month"):
            return self._month_of_the_year(form)
        if form.unit == "month":
            month = shift_months(self.edtf, form.offset)
            return month if form.day is None else _day_of(month, form.day)
        if form.unit == "quarter":
            number = self.year * 4 + (edtf_bounds(self.edtf)[0].month - 1) // 3 + form.offset
            year, first = number // 4, number % 4 * 3 + 1
            return f"{year:04d}-{first:02d}/{year:04d}-{first + 2:02d}"
        return None

    def window(self, form: Window) -> str | None:
        """ "the past five years": from the year that began it to the present one."""
        if self.edtf is None or self.year is None:
            return None
        if form.unit == "year":
            other, now = f"{self.year + form.direction * form.count:04d}", f"{self.year:04d}"
        elif form.unit == "month" and self.precision in ("day", "month"):
            other, now = shift_months(self.edtf, form.direction * form.count), shift_months(self.edtf, 0)
        elif form.unit == "day" and self.day:
            other, now = shift_days(self.edtf, form.direction * form.count), self.edtf
        else:
            return None
        return interval(other, now) if form.direction < 0 else interval(now, other)

    def weekday(self, form: Weekday, tense: str | None) -> str | None:
        """The day meant by its name: the nearest past one, or the next if the tense looks ahead.

        Of an article that only its year or month is known of, the year.
        """
        if not self.day:
            return f"{self.year:04d}" if self.precision in ("year", "month") and form.lean is None else None
        if form.week is not None:
            monday = self.day - timedelta(self.day.weekday()) + timedelta(weeks=form.week)
            first = monday + timedelta(form.first - 1)
            return (
                interval(first.isoformat(), (monday + timedelta(form.last - 1)).isoformat())
                if form.last
                else first.isoformat()
            )
        back = (self.day.isoweekday() - form.first) % 7
        ahead = (form.first - self.day.isoweekday()) % 7
        if form.lean == "this":
            step = form.first - self.day.isoweekday()
        elif form.lean in ("last", "past"):
            step = -(back or 7)
        elif form.lean == "coming":
            step = ahead or 7
        elif form.lean == "next":
            step = 7 - self.day.isoweekday() + form.first
        elif tense == "future":
            step = ahead
        else:
            step = ahead if tense == "plan" and ahead < back else -back
        first = self.day + timedelta(step)
        if form.last is None:
            return first.isoformat()
        return interval(first.isoformat(), (first + timedelta((form.last - form.first) % 7)).isoformat())

    def calendar(self, form: Calendar, tense: str | None, preposition: str | None) -> str | None:
        """A day, month, season or part of a year without its year."""
        if self.edtf is None:
            return None
        if self.precision not in ("day", "month"):
            return self._in_any_month(form, tense, preposition)
        if form.lean and form.lean not in ("past", "coming"):
            return self._leaning(form, tense)
        now = edtf_bounds(self.edtf)
        if form.start.season and tense is None and form.lean is None:
            return None  # "in winter": any
        choices = [c for c in (in_year(form, self.year + step) for step in (-1, 0, 1, 2)) if c]
        if form.weekday is not None:
            choices = [c for c in choices if edtf_bounds(c)[0].isoweekday() == form.weekday] or choices
        if form.lean == "past":
            tense, preposition = "past", None
        elif form.lean == "coming":
            tense, preposition = "future", None
        behind = [c for c in choices if _is_past(edtf_bounds(c), now, form.part)]
        before = behind[-1] if behind else None
        after = next((c for c in choices if edtf_bounds(c)[1] >= now[0]), None)
        return _choose(before, after, now, tense, preposition)

    def _in_any_month(self, form: Calendar, tense: str | None, preposition: str | None) -> str | None:
        """What the expression means in whichever month the article came out, if that is always the same."""
        if len(self.months) > 25:
            return None
        meant = {Publication(Published(m, "inferred")).calendar(form, tense, preposition) for m in self.months}
        if self.is_narrowed:
            meant.discard(None)  # too far from some of the months to be told from them
        return meant.pop() if len(meant) == 1 else None

    def _month_of_the_year(self, form: Deictic) -> str | None:
        """ "This month", of an article that its year is known of: the month, or else the year in which it must lie."""
        if form.unit == "week" and self.is_narrowed:
            meant = {self.edtf, shift_months(self.months[0], min(form.offset, 0))[:4]}
            return meant.pop() if len(meant) == 1 else None
        if form.unit != "month" or form.day is not None:
            return None
        meant = {shift_months(m, form.offset) for m in self.months}
        years = {m[:4] for m in meant}
        return meant.pop() if len(meant) == 1 else years.pop() if len(years) == 1 else None

    def months_so_far(self, form: Calendar, tense: str | None) -> str | None:
        """ "in nine months": the year's first nine, if they ended a month or two ago."""
        if (
            self.edtf is None
            or self.year is None
            or self.precision not in ("day", "month")
            or tense in ("future", "plan", "wish")
        ):
            return None
        today = edtf_bounds(self.edtf)[1]
        for year in (self.year, self.year - 1):
            period = in_year(form, year)
            if period and -12 <= (today - edtf_bounds(period)[1]).days <= 75:
                return period
        return None

    def _leaning(self, form: Calendar, tense: str | None) -> str | None:
        """ "last December", "this June", "next spring": ``None`` where people mean different years by it."""
        if form.lean == "this":
            return self._this_winter(tense) if form.start.season == 24 else in_year(form, self.year)
        today = edtf_bounds(self.edtf)[0]
        this_year = in_year(form, self.year)
        if this_year is None:
            return None
        start, end = edtf_bounds(this_year)
        if form.lean == "last":
            if end < today:
                months = (today.year - end.year) * 12 + today.month - end.month
                return this_year if months >= 2 else None
            if form.start.season == 24 and today.month > 2:
                return in_year(form, self.year - 1) if today.month < 12 else None
            return in_year(form, self.year - 1)
        return in_year(form, self.year + 1) if start <= today else None

    def _this_winter(self, tense: str | None) -> str | None:
        month = edtf_bounds(self.edtf)[0].month
        ahead = month > 2 and tense in ("future", "plan", "wish")
        year = self.year if ahead or month > 5 else self.year - 1
        return f"{year:04d}-12/{year + 1:04d}-02"


def in_year(form: Calendar, year: int) -> str | None:
    """The form with its year filled in; a stretch over New Year ends in the next."""
    start, end = form.start, form.end
    first = point_edtf(start, start.year.value if start.year else year)
    if end is None or first is None:
        return first
    turn = (end.month or end.season or 0, end.day or 0) < (start.month or start.season or 0, start.day or 0)
    last = point_edtf(end, (end.year.value if end.year else year + turn))
    return interval(first, last) if last else None


def point_edtf(point: Point, year: int) -> str | None:
    """A point as EDTF; ``None`` for 29 February in a year without one."""
    if point.season:
        return f"{year:04d}-{point.season}"
    if not point.month:
        return f"{year:04d}"
    if not point.day:
        return f"{year:04d}-{point.month:02d}"
    try:
        return date(year, point.month, point.day).isoformat()
    except ValueError:
        return None


def _day_of(month: str, day: int) -> str | None:
    return f"{month}-{day:02d}" if day <= edtf_bounds(month)[1].day else None


def _is_past(period: tuple[date, date], now: tuple[date, date], part: bool) -> bool:
    # Figures for "the first ten months" are out only after the tenth, give or take some days.
    return period[1] <= now[1] + timedelta(12) if part else period[0] <= now[1]


def _choose(
    before: str | None, after: str | None, now: tuple[date, date], tense: str | None, preposition: str | None
) -> str | None:
    """The nearest year by the tense; ``None`` where tense and nearness contradict each other."""
    back = (now[0] - edtf_bounds(before)[1]).days if before else 10**6
    forth = (edtf_bounds(after)[0] - now[1]).days if after else 10**6
    back, forth = max(back, 0), max(forth, 0)
    if preposition == "since":
        return before
    ahead = preposition in _AHEAD
    if tense == "past" and not ahead:
        return None if back > 300 and forth < 90 else before
    if tense == "future":
        return None if forth > 270 and back < 60 else after
    if tense == "past":
        return before if back <= 183 else after if forth <= 120 else None
    if tense in ("plan", "wish") and ahead and forth <= 270:
        return after
    if min(back, forth) > 120 and abs(back - forth) < 31:
        return None
    return before if back <= forth else after
