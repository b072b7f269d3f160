"""Compare what passages say of the time of a visit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from ...reading import gated as re
from ...reading.dates import covers, edtf_bounds, interval, overlaps, stay
from .draft import Draft
from .news import is_news

_SAME_VISIT = timedelta(days=5)
_LONGEST = 31
_STAY = 6  # days; two days further apart are hardly of one stay, if nothing says so
# "P's visit will usher in a new chapter": what it will bring, not when it will be
_BEARS_FRUIT = re.compile(
    r"[^.;]{0,110}?\b(?:visit|trip|tour)\b[^.;]{0,70}? (?:will|would|is expected to|is set to|is to) "
    r"(?:[a-z]+ly |also )?(?:usher|strengthen|boost|give|open (?:up|a|the|new)|help|contribute|deepen|serve|become"
    r"|bring|create|provide|promote|mark|enhance|add|inject|elevate|raise|lift|take|consolidate|foster|further|reinforce"
    r"|pave|lay)\b"
)
_ON_THE_WAY = timedelta(days=3)
_STALE = timedelta(days=200)
_STALE_BY_DAY = timedelta(days=60)
AS_NEWS = frozenset({"verb-begin", "verb-end", "verb-be", "flew-in", "visiting", "welcomed"})


def near(one: str, two: str) -> bool:
    """Whether two times can be of one visit: they overlap or lie a few days apart."""
    if overlaps(one, two):
        return True
    a, b = edtf_bounds(one), edtf_bounds(two)
    days = (
        one.count("-") >= 2
        and two.count("-") >= 2
        and (a[1] - a[0]).days < _LONGEST
        and (b[1] - b[0]).days < _LONGEST
    )
    gap = max(a[0], b[0]) - min(a[1], b[1])
    return days and gap <= _SAME_VISIT


def undated_fits(draft: Draft, others: Sequence[Draft], published: str | None) -> bool:
    """Whether a passage without a time can be about the visit that `others` tell."""
    if draft.dated and any(d.period for d in others):
        return False  # another time, whose year is not proven
    if any(d.another for d in others) and not draft.another and draft.scene not in [d.scene for d in others]:
        return False
    period = period_of(others)
    if (
        draft.rule in AS_NEWS
        and period
        and published
        and edtf_bounds(period)[1] < edtf_bounds(published)[0] - (_STALE_BY_DAY if _is_day(published) else _STALE)
    ):
        return False  # "has arrived": that is no visit of years ago
    theirs = status_of(others, period, published)
    if draft.status in (None, theirs):
        return True
    if draft.status == "planned" and _BEARS_FRUIT.match(draft.scene.text, draft.position):
        return True
    if draft.status == "planned" and not period and any(is_news(d) for d in others):
        return True  # "has arrived on a visit … his visit will begin with a meeting"
    if draft.status == "made" and theirs == "planned" and period and published:
        # "leaves for L", and the visit begins when the traveller is there
        return timedelta(0) < edtf_bounds(period)[0] - edtf_bounds(published)[1] <= _ON_THE_WAY
    if draft.status == "planned" and period and published:
        # "will travel to Da Nang", while the visit is on
        first, last = edtf_bounds(published)
        begin, end = edtf_bounds(period)
        if begin == end and any(d.point == "begin" for d in others):
            end += timedelta(days=_STAY)  # it has begun, and nobody says when it ends
        return (
            begin - timedelta(days=10) <= last
            and first <= end + timedelta(days=1)
            and (end - begin).days <= _LONGEST
        )
    return False


def period_of(drafts: Sequence[Draft]) -> str | None:
    """The best time that the passages about one visit give."""
    visits = [d for d in drafts if d.period and d.kind != "meeting"] or [d for d in drafts if d.period]
    visits = [d for d in visits if d.point != "tour"] or visits
    if not visits:
        return None
    days = next((d.days for d in drafts if d.days), None)
    wholes = [d.period for d in visits if d.point in ("whole", "tour") and "/" in d.period and d.period.count("-") >= 4]
    if wholes:
        return min(wholes, key=_span)
    begins = sorted(d.period for d in visits if d.point == "begin" and _is_day(d.period))
    ends = sorted(d.period for d in visits if d.point == "end" and _is_day(d.period))
    if begins and ends and begins[0] <= ends[-1] and near(begins[0], ends[-1]):
        return interval(begins[0], ends[-1])
    if days and days <= _LONGEST and begins:
        return stay(days, first=begins[0])
    if days and days <= _LONGEST and ends:
        return stay(days, last=ends[-1])
    told = sorted({d.period for d in drafts if d.period and _is_day(d.period) and not d.another})
    if begins:
        told = [day for day in told if day >= begins[0] and _days_on(begins[0], day) <= _STAY]
    elif ends:
        told = [day for day in told if day <= ends[-1] and _days_on(day, ends[-1]) <= _STAY]
    if len(told) > 1 and any(d.kind in ("visit", "session") for d in drafts) and _days_on(told[0], told[-1]) <= _STAY:
        return interval(told[0], told[-1])  # a day is told of one thing, a later day of another
    if begins:
        return begins[0]
    best = min((d.period for d in visits), key=_span)
    during = [d.period for d in drafts if d.period and d.kind == "meeting" and covers(best, d.period)]
    return min([best, *during], key=_span)


def _days_on(one: str, two: str) -> int:
    return (edtf_bounds(two)[0] - edtf_bounds(one)[0]).days


def _is_day(period: str) -> bool:
    return "/" not in period and period.count("-") == 2


def _span(period: str) -> int:
    first, last = edtf_bounds(period)
    return (last - first).days


def has_arrived(drafts: Sequence[Draft]) -> bool:
    """Whether a visit is told as under way, though the only days told of it lie ahead."""
    first = [d for d in drafts if d.point == "begin" and d.period and d.scene.published]
    if any(edtf_bounds(d.period)[0] > edtf_bounds(d.scene.published)[1] for d in first):
        return False  # "arrives on Thursday and stays until D"
    ends = any(d.point == "end" and d.period for d in drafts)
    if ends and any(d.kind == "meeting" and d.status == "made" and not d.dated for d in drafts):
        return True  # "received P … his visit ends on D"
    return any(
        d.status == "made"
        and (d.rule == "verb-begin" and not d.period or d.point == "end" and " until D" in d.scene.text)
        for d in drafts
    )


def status_of(drafts: Sequence[Draft], period: str | None, published: str | None) -> str:
    """``made`` or ``planned``, as of the publication."""
    said = [d.status for d in drafts if d.status and not (d.anaphoric and d.status == "made")]
    if period and published:
        begin, end = edtf_bounds(period)
        first, last = edtf_bounds(published)
        if begin > last:
            return "made" if has_arrived(drafts) else "planned"
        if end < first or begin < first and period.count("-") >= 4:
            return "made"
    if "planned" in said and "made" not in said:
        return "planned"
    return "made"
