"""Turn time expressions into `DateMention` objects, against the publication or a date told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...edtf import edtf_bounds, edtf_precision, edtf_year, interval
from .. import gated as re
from ..model import DateMention, Published, Sentence, Span
from .anniversaries import date_anniversaries
from .comparison import is_compared
from .context import Context, Place, span_of
from .events import UNRESOLVED, Resolved, month_of_event, same_period, shifted, weekday_of_event
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
from .season_of_writing import months_of_writing
from .tense import find_cues, tense_at
from .tokens import may_hold_dates, tokens

_APPOSED = re.compile(r"\s*[,(–-]\s*(?:(?:i\.e\.|namely|back)\s*,?\s*)?(?:(?:on|in)\s+)?(?:the\s+)?|\s+(?:on|in)\s+")
_TURN = re.compile(
    r"[;:]|\b(?:said|says|told|reported|reports|noted|wrote|announced|stated|stressed|added|informed|while|whereas"
    r"|but|and)\b",
    re.IGNORECASE,
)


def resolve_sentences(text: str, sentences: Sequence[Sentence], published: Published) -> list[DateMention]:
    """The dates of `sentences` in text order."""
    found = []
    for index, sentence in enumerate(sentences):
        if may_hold_dates(text, sentence.start, sentence.end):
            found.append((index, list(expressions(tokens(text, sentence.start, sentence.end)))))
    publication = Publication(published)
    mentions = _resolved(text, sentences, publication, found)
    if publication.precision == "year" and (months := months_of_writing(mentions, publication.year)):
        mentions = _resolved(text, sentences, Publication(published, months), found)
    return mentions


def _resolved(
    text: str, sentences: Sequence[Sentence], publication: Publication, found: list[tuple[int, list[Expression]]]
) -> list[DateMention]:
    context = Context(text, publication, sentences)
    return [m for index, expressed in found if expressed for m in _resolve_sentence(context, index, expressed)]


def _resolve_sentence(context: Context, index: int, found: list[Expression]) -> list[DateMention]:
    sentence = context.sentences[index]
    bounds = (sentence.start, sentence.end)
    cues = find_cues(context.text, *bounds)
    mentions: list[DateMention] = []
    for expression in found:
        tense = tense_at(context.text, cues, bounds, expression.start, expression.end)
        mentions.append(_mention(Place(context, index, expression.start, mentions), expression, tense))
    # What a period is likened to may come first: "against the same months of 2016, the first five months …".
    for k, expression in enumerate(found):
        if isinstance(expression.form, Same) and mentions[k].edtf is None:
            place = Place(context, index, expression.start, mentions[max(k - 40, 0) : k])
            edtf, basis, anchor = same_period(place, expression.form, tuple(mentions[k + 1 : k + 9]))
            if edtf:
                mentions[k] = replace(
                    mentions[k], edtf=edtf, precision=edtf_precision(edtf), basis=basis, anchor=anchor
                )
    mentions = _take_apposed(context.text, found, mentions)
    mentions = date_anniversaries(context, sentence, mentions)
    context.done.extend((index, m) for m in mentions)
    return mentions


def _take_apposed(text: str, found: list[Expression], mentions: list[DateMention]) -> list[DateMention]:
    """Let a date stated beside it settle a counted one: "30 years ago, on June 29, 1992"."""
    out = list(mentions)
    for k, expression in enumerate(found):
        form = expression.form
        if not isinstance(form, Shift) or form.base == "object" or mentions[k].comparison:
            continue
        stated = next((m for m in mentions[k + 1 : k + 2] if _is_apposed(text, mentions[k], m)), None)
        if stated is None and form.base == "publication":
            stated = next((m for m in mentions[max(k - 1, 0) : k] if _is_apposed(text, m, mentions[k])), None)
        if stated and stated.kind == "date" and stated.basis == "absolute":
            precision, anchor = stated.precision, span_of(stated)
            out[k] = replace(out[k], edtf=stated.edtf, precision=precision, basis="event", anchor=anchor)
    return out


def _is_apposed(text: str, first: DateMention, second: DateMention) -> bool:
    return _APPOSED.fullmatch(text, first.end, second.start) is not None


def _mention(place: Place, expression: Expression, tense: str | None) -> DateMention:
    form, text, publication = expression.form, place.context.text, place.context.publication
    extra: dict[str, object] = {}
    compared = isinstance(form, Same) and form.year is not None
    resolved: Resolved = UNRESOLVED
    if isinstance(form, (Calendar, Weekday, Deictic, Shift)):
        compared = is_compared(text, place.sentence.start, expression)
    if isinstance(form, Calendar):
        resolved = _calendar(place, form, expression, tense)
        if resolved[0] is None:
            extra = _undated(form)
    elif isinstance(form, Weekday):
        resolved = weekday_of_event(place, form, expression) or (
            publication.weekday(form, tense),
            "publication",
            None,
        )
    elif isinstance(form, Deictic):
        resolved = publication.deictic(form, tense), "publication", None
    elif isinstance(form, Window):
        resolved = publication.window(form), "publication", None
        extra = {"kind": "window", "duration": (form.count, form.unit)}
    elif isinstance(form, Same):
        resolved = same_period(place, form)
    elif isinstance(form, Shift):
        *resolved, extra["of"] = shifted(place, form, expression, compared)
    elif isinstance(form, Duration):
        extra = {"kind": "duration", "duration": None if form.vague else (form.count, form.unit)}
    elif isinstance(form, Anniversary):
        extra = {"kind": "anniversary", "duration": None if form.vague else (form.count, "year")}
    edtf, basis, anchor = resolved if resolved[0] and "1000" <= resolved[0][:4] < "3000" else UNRESOLVED
    return DateMention(
        expression.start,
        expression.end,
        text[expression.start : expression.end],
        edtf,
        edtf_precision(edtf) if edtf else "none",
        basis,
        anchor,
        comparison=compared,
        preposition=expression.preposition,
        edge=expression.edge,
        tense="plan" if tense == "wish" else tense,
        **extra,
    )


def _calendar(place: Place, form: Calendar, expression: Expression, tense: str | None) -> Resolved:
    publication = place.context.publication
    if form.start.year:
        return _with_year(place, form, tense)
    if form.lean in ("that", "following", "previous"):
        return month_of_event(place, form)
    if form.counted:
        return publication.months_so_far(form, tense), "publication", None
    if form.lean is None:
        near = publication.calendar(form, tense, expression.preposition)
        event = _year_from_event(place, form, expression, recent=publication.is_recent(near))
        if not event and tense not in ("future", "plan", "wish"):
            event = _year_of_the_story(place, expression, near)
        if event:
            return in_year(form, event[0]), "event", event[1]
    return publication.calendar(form, tense, expression.preposition), "publication", None


def _with_year(place: Place, form: Calendar, tense: str | None) -> Resolved:
    first, basis, anchor = _year_of(place, form.start.year, tense)
    if first is None:
        return UNRESOLVED
    begin = point_edtf(form.start, first)
    if form.end is None or begin is None:
        return begin, basis, anchor
    last = _year_of(place, form.end.year, tense)[0] if form.end.year else first
    end = point_edtf(form.end, last) if last is not None else None
    if end is None or edtf_bounds(begin)[0] > edtf_bounds(end)[1]:
        return UNRESOLVED
    return interval(begin, end), basis, anchor


def _year_of(place: Place, year: YearRef, tense: str | None) -> tuple[int | None, str, Span | None]:
    publication = place.context.publication
    if year.kind == "abs":
        return year.value, "absolute", None
    if year.kind == "offset":
        return publication.of_year(year.value), "publication", None
    if year.kind == "the":
        # "In 2019 … by the end of the year": the year just told, unless the sentence looks ahead.
        told = place.event(lambda m: edtf_year(m.edtf) is not None and m.basis == "absolute", sentences=0)
        if told and tense != "future" and edtf_year(told.edtf) != publication.year:
            return edtf_year(told.edtf), "event", span_of(told)
        return publication.year, "publication", None
    base = place.event(lambda m: edtf_year(m.edtf) is not None)
    if not base:
        return None, "unresolved", None
    return edtf_year(base.edtf) + year.value, "event", span_of(base)


def _year_from_event(place: Place, form: Calendar, expression: Expression, recent: bool) -> tuple[int, Span] | None:
    """The year that another date proves: "In August 2023 … on August 21", "In 2012, … in September".

    A day of the last weeks (`recent`) is news: only a date of the same sentence can make it an older one.
    """
    if form.start.day:
        for mention in place.backwards(0 if recent else 2):
            if (
                mention.precision in ("month", "day")
                and mention.basis in ("absolute", "event")
                and mention.kind == "date"
            ):
                start = edtf_bounds(mention.edtf)[0]
                if start.month == form.start.month:
                    return start.year, span_of(mention)
    for first in place.before[:1]:
        led = first.preposition in ("in", "during") and first.basis == "absolute" or first.basis == "publication"
        opens = first.start - place.sentence.start < 12
        if (
            first.kind == "date"
            and first.precision == "year"
            and led
            and opens
            and expression.start - first.end < 200
            and not _TURN.search(place.context.text, first.end, expression.start)
        ):
            return edtf_year(first.edtf), span_of(first)
    return None


def _year_of_the_story(place: Place, expression: Expression, near: str | None) -> tuple[int, Span] | None:
    """The year that a paragraph's story is told in: "In 2019 the premier came. In May, a mission followed."

    A month of the publication's own year is news, and no such story; nor do figures for a year make one.
    """
    publication, sentences = place.context.publication, place.context.sentences
    told = [m for m in place.before if m.kind == "date"]
    if near is None and told and told[-1].precision == "month" and told[-1].basis == "event":
        return edtf_year(told[-1].edtf), span_of(told[-1])  # "This year was busy. In April P came, and in June Q."
    if near and edtf_year(near) == publication.year or expression.start - place.sentence.start > _OPENING:
        return None
    for index, mention in reversed(place.context.done):
        sentence = sentences[index]
        if told or sentence.paragraph != place.sentence.paragraph:
            return None
        opens = mention.start - sentence.start < _OPENING and mention.preposition in ("in", "during")
        if mention.start == sentence.start and mention.basis == "publication" and mention.precision == "year":
            now = edtf_year(mention.edtf) == publication.year and near is None
            return (publication.year, span_of(mention)) if now else None
        if opens and mention.precision == "year" and mention.basis == "absolute" and mention.kind == "date":
            known = publication.year is None or edtf_year(mention.edtf) < publication.year
            return (edtf_year(mention.edtf), span_of(mention)) if known and not _FIGURES.search(sentence.text) else None
        if mention.kind == "date" and mention.basis != "event":
            return None
    return None


_OPENING = 12
_FIGURES = re.compile(r"[$%]|\b(?:trade|turnover|exports?|imports?|percent|per cent|million|billion)\b", re.IGNORECASE)


def _undated(form: Calendar) -> dict[str, object]:
    """What remains of a date without a year: month and day; of "in nine months", a duration."""
    if form.counted and form.end:
        return {"kind": "duration", "duration": (form.end.month, "month")}

    def shown(point: Point | None) -> str | None:
        if point is None or not point.month or point.year:
            return None
        return f"{point.month:02d}" + (f"-{point.day:02d}" if point.day else "")

    first, last = shown(form.start), shown(form.end)
    return {"month_day": f"{first}/{last}" if first and last else first}
