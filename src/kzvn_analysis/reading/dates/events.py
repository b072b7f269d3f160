"""Resolve what counts from an event: "a year later", "the same months of 2016", "a year after his visit"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from ...edtf import edtf_bounds, edtf_precision, edtf_year, interval, shift_days, shift_months, shift_years
from .. import gated as re
from ..model import DateMention, Span
from .context import Place, span_of
from .forms import Calendar, Expression, Same, Shift, Weekday, YearRef
from .publication import in_year

Resolved = tuple[str | None, str, Span | None]
UNRESOLVED: Resolved = (None, "unresolved", None)

_ON_THIS_DAY = re.compile(
    r"\b(?:on\s+this\s+(?:very\s+)?(?:day|date)|this\s+very\s+day|the\s+day\s+when|to\s+the\s+day|today)\b",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"[^.,;:]{0,60}?\b(?:visit|trip|tour|talks|meeting|journey|summit|stay)s?\b", re.IGNORECASE
)
_APPOSED = re.compile(r"\s*(?:[,(–—-]\s*)?(?:just|only|exactly|almost|barely|some)?\s*", re.IGNORECASE)
_NAME = re.compile(r"\b[^\W\d_a-z][^\W\d_]+(?: [^\W\d_a-z][^\W\d_]+)*")  # the last word is who it is
_NAMELESS = frozenset(
    {
        "President",
        "Prime",
        "Minister",
        "General",
        "Secretary",
        "State",
        "Party",
        "Vice",
        "Deputy",
        "The",
        "His",
        "Her",
        "Their",
        "Chairman",
        "Premier",
        "Kazakh",
        "Vietnamese",
        "Kazakhstan",
        "Kazakhstani",
        "Vietnam",
        "Viet",
        "Việt",
        "Nam",
        "Central",
        "Asia",
    }
)


def same_period(place: Place, form: Same, after: tuple[DateMention, ...] = ()) -> Resolved:
    """A period likened to another: its months in the year named.

    Looked for before the expression in its sentence, then after it, then in the sentences before.
    """

    def fits(mention: DateMention) -> bool:
        if mention.kind != "date" or mention.precision not in ("range", "month", "year", "season"):
            return False
        if edtf_year(mention.edtf) is None or mention.preposition == "by":
            return False
        return form.months is None or _months(mention.edtf) == form.months

    base = place.event(fits, sentences=0)
    if not base:
        base = next((m for m in after if m.edtf and not m.comparison and fits(m)), None)
        if (
            base
            and form.year
            and _target_year(place, form.year, edtf_year(base.edtf)) == edtf_year(base.edtf)
        ):
            return base.edtf, "event", span_of(base)  # "the same period last year (January-July 2022: …)"
    base = base or place.event(fits, sentences=24 if form.months else 3)
    if not base:
        return UNRESOLVED
    if form.year is None:
        return base.edtf, "event", span_of(base)
    own = edtf_year(base.edtf)
    target = _target_year(place, form.year, own)
    if target is None or target == own:
        return UNRESOLVED
    return shift_years(base.edtf, target - own), "event", span_of(base)


def _target_year(place: Place, year: YearRef, own: int) -> int | None:
    """The year a period is likened in, seen from its own."""
    if year.kind == "event":
        return own + year.value
    return year.value if year.kind == "abs" else place.context.publication.of_year(year.value)


def shifted(
    place: Place, form: Shift, expression: Expression, compared: bool
) -> tuple[str | None, str, Span | None, str]:
    """So many units from the publication, an event, or what follows; last, whether that is what is dated."""
    if form.vague:
        return (*UNRESOLVED, "clause")
    if form.base == "object":
        return _around_object(place, form, expression)
    if form.base == "publication" and not (compared and form.unit == "year"):
        return _ago(place, form, expression), "publication", None, "clause"
    if form.unit == "day" and form.count == 0:
        opens = expression.start - place.sentence.start < _HEAD  # "The same day, …" goes on with the report

        def is_of_news(told: DateMention) -> bool:
            """Whether a day can be the one gone on about: not that of a treaty ("the protocol of May 5, 2009")."""
            old = told.preposition == "of" and edtf_year(told.edtf) != place.context.publication.year
            return told.precision == "day" and not old

        base = place.event(is_of_news, sentences=1) or place.event(is_of_news, sentences=8 if opens else 2)
    else:
        base = place.event(lambda m: _can_shift(m, form.unit))
    if not base:
        if form.base == "publication":
            return _ago(place, form, expression), "publication", None, "clause"
        return (*UNRESOLVED, "clause")
    return _on_from(base.edtf, form, compared), "event", span_of(base), "clause"


_HEAD = 8


def weekday_of_event(place: Place, form: Weekday, expression: Expression) -> Resolved | None:
    """A weekday counted from a date told before: "stays until Saturday", "the following Monday".

    ``None`` where nothing of the kind is said, so that the publication decides.
    """
    until = expression.preposition in ("until", "through", "to") and form.lean is None
    if not until and form.lean not in ("following", "previous"):
        return None
    base = place.event(lambda m: m.precision == "day", sentences=0 if until else 2)
    if not base:
        return None if until else UNRESOLVED
    start = edtf_bounds(base.edtf)[0]
    if form.lean == "previous":
        step = -((start.isoweekday() - form.first) % 7 or 7)
    else:
        step = (form.first - start.isoweekday()) % 7 or (0 if until else 7)
    return (start + timedelta(step)).isoformat(), base.basis if until else "event", span_of(base)


def month_of_event(place: Place, form: Calendar) -> Resolved:
    """ "that October", "the following May", "the previous autumn": against the date told before."""
    base = place.event(lambda m: edtf_year(m.edtf) is not None)
    if not base:
        return UNRESOLVED
    year, (start, end) = edtf_year(base.edtf), edtf_bounds(base.edtf)
    choices = [c for c in (in_year(form, year + step) for step in (-1, 0, 1)) if c]
    if form.lean == "that":
        choices = [in_year(form, year)]
    elif edtf_precision(base.edtf) == "year":
        return UNRESOLVED
    elif form.lean == "following":
        choices = [c for c in choices if edtf_bounds(c)[0] > end][:1]
    else:
        choices = [c for c in choices if edtf_bounds(c)[1] < start][-1:]
    return (choices[0], "event", span_of(base)) if choices and choices[0] else UNRESOLVED


def _can_shift(mention: DateMention, unit: str) -> bool:
    if mention.edtf is None:
        return False
    if unit == "year":
        return edtf_year(mention.edtf) is not None
    if unit == "month":
        return mention.precision in ("month", "day")
    return unit in ("day", "week") and mention.precision == "day"


def _on_from(edtf: str, form: Shift, compared: bool) -> str | None:
    """`edtf` so many units on; years lose month and day unless a figure's period is compared."""
    if form.unit == "year":
        keep = compared and edtf_precision(edtf) != "day"
        return shift_years(edtf, form.count) if keep else f"{edtf_year(edtf) + form.count:04d}"
    if form.unit == "month":
        return shift_months(edtf, form.count)
    if form.unit == "week":
        return _week_of(edtf_bounds(edtf)[0] + timedelta(weeks=form.count))
    return shift_days(edtf, form.count) if form.unit == "day" else None


def _ago(place: Place, form: Shift, expression: Expression) -> str | None:
    publication = place.context.publication
    if publication.edtf is None or publication.year is None:
        return None
    if form.unit == "year":
        near = place.context.text[
            max(place.sentence.start, expression.start - 30) : min(place.sentence.end, expression.end + 30)
        ]
        if publication.day and _ON_THIS_DAY.search(near):
            return shift_years(publication.edtf, form.count)
        return f"{publication.year + form.count:04d}"
    if form.unit == "month" and publication.precision in ("day", "month"):
        return shift_months(publication.edtf, form.count)
    if form.unit == "day" and publication.day:
        return shift_days(publication.edtf, form.count)
    if form.unit == "week" and publication.day:
        return _week_of(publication.day + timedelta(weeks=form.count))
    return None


def _week_of(day: date) -> str:
    """The week of a day: "two weeks ago" is some day of it, as "last week" is."""
    monday = day - timedelta(day.weekday())
    return interval(monday.isoformat(), (monday + timedelta(6)).isoformat())


def _around_object(
    place: Place, form: Shift, expression: Expression
) -> tuple[str | None, str, Span | None, str]:
    """ "a year after Asanov's trip": from the trip's date; if none is told, it is the trip that is dated."""
    text, publication = place.context.text, place.context.publication
    beside = next((m for m in place.before[-1:] if _can_shift(m, form.unit)), None)
    if beside and beside.kind == "date" and _APPOSED.fullmatch(text, beside.end, expression.start):
        # "in 1960, a year after his trip"
        return _on_from(beside.edtf, replace(form, count=-form.count), False), "event", span_of(beside), "object"
    if form.unit != "year":
        return (*UNRESOLVED, "clause")
    what = re.split(r"[,.;:()]", text[expression.end : min(place.sentence.end, expression.end + 80)])[0]
    for name in (m[0].split()[-1] for m in _NAME.finditer(what)):
        base = None if name in _NAMELESS else _date_beside(place, name)
        if base:
            return _on_from(base.edtf, form, False), "event", span_of(base), "clause"
    alone = not any(m.edtf for m in place.before)
    if form.count > 0 and alone and publication.year and _MEETING.match(what):
        return f"{publication.year - form.count:04d}", "publication", None, "object"
    return (*UNRESOLVED, "clause")


def _date_beside(place: Place, name: str) -> DateMention | None:
    """The date in the nearest earlier sentence that names `name`, if that sentence has just one."""
    for earlier in range(place.index - 1, max(-1, place.index - 8), -1):
        if re.search(rf"\b{name}\b", place.context.sentences[earlier].text):
            told = [
                m
                for where, m in place.context.done
                if where == earlier and m.kind == "date" and m.edtf and not m.comparison
            ]
            if len(told) == 1 and edtf_year(told[0].edtf) is not None:
                return told[0]
    return None


def _months(edtf: str) -> int:
    """How many calendar months a period within one year takes up."""
    start, end = edtf_bounds(edtf)
    return end.month - start.month + 1
