"""Turn time expressions into `DateMention` objects: against the publication, or against a date told before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ..model import DateMention, Published, Sentence, Span
from .edtf import edtf_bounds, edtf_precision, edtf_year, interval, shift_days, shift_months, shift_years
from .forms import (
    Anniversary,
    Calendar,
    Deictic,
    Duration,
    Expression,
    Point,
    Same,
    Shift,
    Weekday,
    Window,
    YearRef,
)
from .grammar import expressions
from .publication import Publication, in_year, point_edtf
from .tense import Cue, find_cues, tense_at
from .tokens import tokens, trigger

_COMPARED = re.compile(
    r"(?:\bcompared?\s+(?:with|to|against)|\bagainst|\bversus|\bvs\.?|\bthan|\brelative\s+to|\bin\s+comparison\s+(?:with|to)"
    r"|\bcomparison\s+(?:with|to)|\bon\s+top\s+of|\b(?:from|above|below|over)\s+the\s+(?:level|figure)s?\s+(?:of|for|in))"
    r"\s+(?:(?:that|those|it)\s+|the\s+(?:figure|level|result|value|number|total)s?\s+)?(?:(?:was|were)\s+)?"
    r"(?:(?:of|in|for|during|from)\s+)?(?:the\s+|a\s+)?$", re.IGNORECASE)
_FROM_OVER = re.compile(r"\b(?:from|over|on|below|above)\s+(?:(?:that|those)\s+)?(?:(?:of|in|for|during)\s+)?(?:the\s+|a\s+)?$", re.IGNORECASE)
_LEVEL = re.compile(r"(?:['’]s)?\s+(?:level|figure|result|total|volume)s?\b", re.IGNORECASE)
_ON_THIS_DAY = re.compile(r"\b(?:on\s+this\s+(?:very\s+)?day|this\s+very\s+day|the\s+day\s+when|to\s+the\s+day|today)\b", re.IGNORECASE)
_REPORTING = re.compile(r"\b(?:said|says|told|reported|reports|noted|wrote|announced|stated|stressed|added|informed)\b")
_VISIT = re.compile(r"(?:[^.,;:]{0,60}?)\b(?:visit|trip|tour|talks|meeting|journey|summit)\b", re.IGNORECASE)
_NAME = re.compile(r"\b[^\W\d_a-z][^\W\d_]+(?:['’]s)?")
_NAMELESS = frozenset({"President", "Prime", "Minister", "General", "Secretary", "State", "Party", "Vice", "Deputy", "The", "His",
                       "Chairman", "Kazakh", "Vietnamese", "Kazakhstan", "Vietnam", "Viet", "Nam"})


@dataclass(slots=True)
class _Context:
    """What the expressions of a text are resolved against."""

    text: str
    publication: Publication
    sentences: Sequence[Sentence]
    done: list[tuple[int, DateMention]] = field(default_factory=list)


def resolve_sentences(text: str, sentences: Sequence[Sentence], published: Published) -> Iterator[DateMention]:
    """The dates of `sentences` in text order."""
    context = _Context(text, Publication(published), sentences)
    core = trigger()
    for index, sentence in enumerate(sentences):
        if not core.search(text, sentence.start, sentence.end):
            continue
        found = list(expressions(tokens(text, sentence.start, sentence.end)))
        if found:
            yield from _resolve_sentence(context, index, found)


def _resolve_sentence(context: _Context, index: int, found: list[Expression]) -> list[DateMention]:
    sentence = context.sentences[index]
    cues = find_cues(context.text, sentence.start, sentence.end)
    bounds = (sentence.start, sentence.end)
    mentions: list[DateMention] = []
    for expression in found:
        tense = tense_at(context.text, cues, bounds, expression.start, expression.end)
        mention = _mention(context, index, expression, tense, mentions, ())
        mentions.append(mention)
    # What likens a period to one that is named only after it ("against the same months of 2016, the first five …").
    for k, expression in enumerate(found):
        if isinstance(expression.form, Same) and mentions[k].edtf is None:
            mentions[k] = _mention(context, index, expression, mentions[k].tense, mentions[:k], mentions[k + 1:])
    _date_anniversaries(context, sentence, found, mentions, cues)
    context.done.extend((index, m) for m in mentions)
    return mentions


def _mention(context: _Context, index: int, expression: Expression, tense: str | None,
             before: Sequence[DateMention], after: Sequence[DateMention]) -> DateMention:
    form = expression.form
    shown = context.text[expression.start:expression.end]
    common = dict(preposition=expression.preposition, edge=expression.edge, tense=tense)
    compared = not isinstance(form, (Duration, Anniversary, Window)) and _is_compared(context, index, expression)
    edtf, basis, anchor, extra = None, "unresolved", None, {}
    if isinstance(form, Calendar):
        edtf, basis, anchor = _calendar(context, index, form, expression, tense, before)
        if edtf is None:
            extra["month_day"] = _month_day(form)
    elif isinstance(form, Weekday):
        edtf, basis, anchor = _weekday(context, form, expression, tense, before)
    elif isinstance(form, Deictic):
        edtf, basis = context.publication.deictic(form), "publication"
    elif isinstance(form, Window):
        edtf, basis = context.publication.window(form), "publication"
        extra["kind"], extra["duration"] = "window", (form.count, form.unit)
    elif isinstance(form, Same):
        compared = form.year is not None
        edtf, anchor = _same(context, index, form, before, after)
        basis = "event"
    elif isinstance(form, Shift):
        edtf, basis, anchor, of = _shift(context, index, form, expression, compared, before)
        extra["of"] = of
    elif isinstance(form, Duration):
        extra["kind"] = "duration"
        if not form.vague:
            extra["duration"] = (form.count, form.unit)
    elif isinstance(form, Anniversary):
        extra["kind"] = "anniversary"
        if not form.vague:
            extra["duration"] = (form.count, "year")
    if edtf is None:
        basis, anchor = "unresolved", None
    precision = edtf_precision(edtf) if edtf else "none"
    return DateMention(expression.start, expression.end, shown, edtf, precision, basis, anchor,
                       comparison=compared, **common, **extra)


def _is_compared(context: _Context, index: int, expression: Expression) -> bool:
    start = context.sentences[index].start
    lead = context.text[max(start, expression.start - 60):expression.start]
    if _COMPARED.search(lead) or _LEVEL.match(context.text, expression.end) and isinstance(expression.form, Calendar):
        return True
    form = expression.form
    backwards = isinstance(form, Shift) and form.count < 0 and form.unit == "year"
    return backwards and bool(_FROM_OVER.search(lead) or re.search(r"[\d)]\s*$|\b(?:million|billion|mln|bln|percent|per cent|tonnes|tons|%)\s*$", lead))


# -- years and calendar ---------------------------------------------------------------------------------


def _calendar(context: _Context, index: int, form: Calendar, expression: Expression, tense: str | None,
              before: Sequence[DateMention]) -> tuple[str | None, str, Span | None]:
    if form.start.year:
        first, basis, anchor = _year_of(context, index, form.start.year, before)
        if first is None:
            return None, "unresolved", None
        last = _year_of(context, index, form.end.year, before)[0] if form.end and form.end.year else first
        begin = point_edtf(form.start, first)
        end = point_edtf(form.end, last) if form.end and last is not None else None
        if begin is None or form.end and end is None:
            return None, "unresolved", None
        return (interval(begin, end) if end else begin), basis, anchor
    if form.lean is None:
        event = _year_from_event(context, index, form, expression, before)
        if event:
            return in_year(form, event[0]), "event", event[1]
    return context.publication.calendar(form, tense, expression.preposition), "publication", None


def _year_of(context: _Context, index: int, year: YearRef, before: Sequence[DateMention]) -> tuple[int | None, str, Span | None]:
    if year.kind == "abs":
        return year.value, "absolute", None
    if year.kind == "offset":
        return context.publication.of_year(year.value), "publication", None
    base = _event_before(context, index, before, lambda m: edtf_year(m.edtf) is not None)
    if not base:
        return None, "unresolved", None
    return edtf_year(base.edtf) + year.value, "event", _span(base)


def _year_from_event(context: _Context, index: int, form: Calendar, expression: Expression,
                     before: Sequence[DateMention]) -> tuple[int, Span] | None:
    """The year that another date proves: "In August 2023 … on August 21", "In 2012, … in September"."""
    sentence = context.sentences[index]
    if form.start.day:
        for where, mention in _backwards(context, index, before, 2):
            if mention.edtf and mention.kind == "date" and mention.basis in ("absolute", "event") and "/" not in mention.edtf:
                start, _ = edtf_bounds(mention.edtf)
                if edtf_precision(mention.edtf) in ("month", "day") and start.month == form.start.month:
                    return start.year, _span(mention)
    first = before[0] if before else None
    if first and first.precision == "year" and first.basis == "absolute" and first.preposition in ("in", "during") \
            and first.start - sentence.start < 12 and not _REPORTING.search(context.text, first.end, expression.start):
        year = edtf_year(first.edtf)
        return (year, _span(first)) if year else None
    return None


def _month_day(form: Calendar) -> str | None:
    def shown(point: Point) -> str | None:
        if not point.month or point.year:
            return None
        return f"{point.month:02d}" + (f"-{point.day:02d}" if point.day else "")

    first = shown(form.start)
    last = shown(form.end) if form.end else None
    return f"{first}/{last}" if first and last else first


def _weekday(context: _Context, form: Weekday, expression: Expression, tense: str | None,
             before: Sequence[DateMention]) -> tuple[str | None, str, Span | None]:
    if expression.preposition in ("until", "through", "to") and form.lean is None:
        started = next((m for m in reversed(before) if m.precision == "day" and m.kind == "date"), None)
        if started:
            begin = edtf_bounds(started.edtf)[0]
            return shift_days(started.edtf, (form.first - begin.isoweekday()) % 7), started.basis, _span(started)
        tense = "future"
    return context.publication.weekday(form, tense), "publication", None


# -- counted from an event --------------------------------------------------------------------------------


def _backwards(context: _Context, index: int, before: Sequence[DateMention], sentences: int) -> Iterator[tuple[int, DateMention]]:
    """Dates told before, nearest first: this sentence's, then those of so many sentences of the same section."""
    for mention in reversed(before):
        yield index, mention
    section = context.sentences[index].section
    for where, mention in reversed(context.done):
        if index - where > sentences or context.sentences[where].section != section:
            return
        yield where, mention


def _event_before(context: _Context, index: int, before: Sequence[DateMention], fits, sentences: int = 2) -> DateMention | None:
    for _, mention in _backwards(context, index, before, sentences):
        if mention.kind == "date" and mention.edtf and not mention.comparison and mention.of == "clause" and fits(mention):
            return mention
    return None


def _same(context: _Context, index: int, form: Same, before: Sequence[DateMention],
          after: Sequence[DateMention]) -> tuple[str | None, Span | None]:
    """A period likened to another: its months in the year named."""
    def fits(mention: DateMention) -> bool:
        if mention.precision not in ("range", "month", "year", "season") or edtf_year(mention.edtf) is None:
            return False
        return form.months is None or _months(mention.edtf) == form.months

    base = _event_before(context, index, before, fits, sentences=0)
    base = base or next((m for m in after if m.kind == "date" and m.edtf and not m.comparison and fits(m)), None)
    base = base or _event_before(context, index, before, fits, sentences=6 if form.months else 3)
    if not base:
        return None, None
    if form.year is None:
        return base.edtf, _span(base)
    own = edtf_year(base.edtf)
    if form.year.kind == "event":
        target = own + form.year.value
    elif form.year.kind == "offset":
        target = context.publication.of_year(form.year.value)
    else:
        target = form.year.value
    if target is None or target == own:
        return None, None
    return shift_years(base.edtf, target - own), _span(base)


def _months(edtf: str) -> int:
    """How many calendar months a period within one year takes up."""
    start, end = edtf_bounds(edtf)
    return end.month - start.month + 1


def _shift(context: _Context, index: int, form: Shift, expression: Expression, compared: bool,
           before: Sequence[DateMention]) -> tuple[str | None, str, Span | None, str]:
    if form.vague:
        return None, "unresolved", None, "clause"
    if form.base == "publication":
        return _ago(context, index, form, expression), "publication", None, "clause"
    if form.base == "object":
        return _around_object(context, index, form, expression, before)
    base = _event_before(context, index, before, lambda m: _can_shift(m, form.unit, compared))
    if not base:
        return None, "unresolved", None, "clause"
    return _shifted(base.edtf, form, compared), "event", _span(base), "clause"


def _can_shift(mention: DateMention, unit: str, compared: bool) -> bool:
    if unit == "year":
        return edtf_year(mention.edtf) is not None
    if unit == "month":
        return mention.precision in ("month", "day")
    return unit == "day" and mention.precision == "day"


def _shifted(edtf: str, form: Shift, keep: bool) -> str | None:
    """`edtf` so many units on; years lose month and day unless a figure is compared."""
    if form.unit == "year":
        year = edtf_year(edtf)
        return shift_years(edtf, form.count) if keep else f"{year + form.count:04d}"
    if form.unit == "month":
        return shift_months(edtf, form.count)
    return shift_days(edtf, form.count) if form.unit == "day" else None


def _ago(context: _Context, index: int, form: Shift, expression: Expression) -> str | None:
    publication = context.publication
    if publication.edtf is None or publication.year is None:
        return None
    if form.unit == "year":
        sentence = context.sentences[index]
        near = context.text[max(sentence.start, expression.start - 30):min(sentence.end, expression.end + 30)]
        if publication.day and _ON_THIS_DAY.search(near):
            return shift_years(publication.edtf, form.count)
        return f"{publication.year + form.count:04d}"
    if form.unit == "month" and publication.precision in ("day", "month"):
        return shift_months(publication.edtf, form.count)
    if form.unit == "day" and publication.day:
        return shift_days(publication.edtf, form.count)
    return None


def _around_object(context: _Context, index: int, form: Shift, expression: Expression,
                   before: Sequence[DateMention]) -> tuple[str | None, str, Span | None, str]:
    """ "a year after Nazarbayev's trip": from the date of that trip; if it has none, it is the trip that is dated."""
    nothing = (None, "unresolved", None, "clause")
    if form.unit != "year":
        return nothing
    sentence = context.sentences[index]
    object_ = re.split(r"[,.;:()]", context.text[expression.end:min(sentence.end, expression.end + 80)])[0]
    names = [re.sub(r"['’]s$", "", m[0]) for m in _NAME.finditer(object_)]
    for name in (n for n in names if n not in _NAMELESS):
        base = _date_beside(context, index, name)
        if base:
            return _shifted(base.edtf, form, False), "event", _span(base), "clause"
    alone = not any(m.edtf for m in before)
    if form.count > 0 and alone and context.publication.year and _VISIT.match(object_):
        return f"{context.publication.year - form.count:04d}", "publication", None, "object"
    return nothing


def _date_beside(context: _Context, index: int, name: str) -> DateMention | None:
    """The date in the nearest earlier sentence that names `name`, if that sentence has one date."""
    for earlier in range(index - 1, max(-1, index - 8), -1):
        sentence = context.sentences[earlier]
        if name in sentence.text:
            dates = [m for where, m in context.done if where == earlier and m.kind == "date" and m.edtf and not m.comparison]
            if len(dates) == 1 and edtf_year(dates[0].edtf) is not None:
                return dates[0]
    return None


# -- anniversaries ----------------------------------------------------------------------------------------


def _date_anniversaries(context: _Context, sentence: Sentence, found: list[Expression], mentions: list[DateMention],
                        cues: list[Cue]) -> None:
    """Date the event remembered from when it is remembered: "next month marks the 33rd anniversary"."""
    for k, mention in enumerate(mentions):
        if mention.kind != "anniversary" or not mention.duration:
            continue
        count = mention.duration[0]
        others = [m for m in mentions if m.kind == "date" and m.edtf and not m.comparison]
        marked = [m for m in others if m.precision in ("month", "year", "day") and m.basis != "event"]
        edtf, basis, anchor = None, "unresolved", None
        if marked:
            nearest = min(marked, key=lambda m: abs(m.start - mention.start))
            year = edtf_year(nearest.edtf)
            if year and context.publication.year and year - count == context.publication.year - count or \
                    year and abs(year - (context.publication.year or year)) <= 1:
                keep = nearest.precision == "month"
                edtf = shift_years(nearest.edtf, -count) if keep else f"{year - count:04d}"
                basis, anchor = "event", _span(nearest)
        elif context.publication.year and not others:
            edtf, basis = f"{context.publication.year - count:04d}", "publication"
        if edtf:
            mentions[k] = replace(mention, edtf=edtf, precision=edtf_precision(edtf), basis=basis, anchor=anchor)


def _span(mention: DateMention) -> Span:
    return Span(mention.start, mention.end)
