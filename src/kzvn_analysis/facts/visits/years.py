"""Days whose year another passage proves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from ...edtf import shift_years
from ...reading import gated as re
from ...reading.dates import edtf_bounds
from ...reading.model import Published
from .compare import near
from .draft import Draft


def years_told_elsewhere(drafts: list[Draft]) -> list[Draft]:
    """Give "on August 21" the year of what else is told of the traveller, if that was a day or two away."""
    out = []
    for draft in drafts:
        pair = {p.key for p in (draft.visitor, draft.counterpart) if p}
        if draft.month_day and re.fullmatch(r"\d\d-\d\d", draft.month_day) and not draft.period:
            days = {
                f"{d.period[:4]}-{draft.month_day}" for d in drafts if d.period and d.visitor and d.visitor.key in pair
            }
            fitting = [day for day in sorted(days) if any(_days_from(day, d.period) for d in drafts)]
            draft = draft.but(period=fitting[0]) if len(fitting) == 1 else draft
        if draft.month_day and not draft.period:
            draft = draft.but(period=_in_month_told(draft))
        out.append(_ahead(draft))
    return out


def _ahead(draft: Draft) -> Draft:
    """What is planned "for November", in a report of March, is planned for the one to come."""
    scene = draft.scene
    if draft.status != "planned" or not draft.period or not scene.published:
        return draft
    told = [scene.at[p] for p in scene.dates if scene.at[p].edtf == draft.period]
    gone = edtf_bounds(scene.published)[0] - edtf_bounds(draft.period)[1]
    named = _BARE if gone > _LONG_GONE else _PART
    bare = bool(told) and all(d.basis == "publication" and named.fullmatch(d.text.lower()) for d in told)
    return draft.but(period=shift_years(draft.period, 1)) if bare and gone > timedelta(0) else draft


_PART = re.compile(r"(?:first|second|third|fourth|last) (?:quarter|half)")
_BARE = re.compile(rf"(?:(?:early|mid|late)[ -])?[a-z]{{3,9}}\.?(?: \d{{1,2}}(?:[-–]\d{{1,2}})?)?|{_PART.pattern}")
_LONG_GONE = timedelta(days=60)


def _in_month_told(draft: Draft) -> str | None:
    """ "What came of last August's visit? - It took place on August 20-22": the sentence before gives the year."""
    before = draft.scene.before
    told = {before.at[p].edtf for p in before.dates if before.at[p].kind == "date"} if before else set()
    parts = draft.month_day.split("/")
    years = {m[:4] for m in told if m and "/" not in m and m[5:7] == parts[0][:2]}
    if len(years) != 1 or len(parts[0]) != len("MM-DD") or parts != sorted(parts):
        return None
    year = years.pop()
    return "/".join(f"{year}-{part}" for part in parts)


def year_ahead(drafts: Sequence[Draft], published: Published) -> str | None:
    """The time of a visit that lies ahead and is told by day or month alone: the next one after a dated report."""
    if published.edtf is None or not _is_full_year(published.edtf):
        return None
    told = {d.month_day for d in drafts if d.month_day and not d.period}
    if len(told) != 1 or any(d.period or d.status != "planned" for d in drafts):
        return None
    parts = told.pop().split("/")
    if parts != sorted(parts):
        return None  # over the turn of a year
    years = {_next_year_of(parts[-1], day) for day in edtf_bounds(published.edtf)}
    return "/".join(f"{year}-{part}" for year in years for part in parts) if len(years) == 1 else None


def _is_full_year(edtf: str) -> bool:
    first, last = edtf_bounds(edtf)
    return first.year == last.year


def _next_year_of(month_day: str, after: date) -> int:
    """The year in which a day or month comes next."""
    return after.year + (month_day < f"{after:%m-%d}"[: len(month_day)])


def _days_from(day: str, period: str | None) -> bool:
    try:
        return period is not None and period.count("-") >= 2 and near(day, period)
    except ValueError:
        return False  # February 29
