"""Days whose year another passage proves."""

from __future__ import annotations

from collections.abc import Sequence

from ...reading import gated as re
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
        out.append(draft)
    return out


def year_ahead(drafts: Sequence[Draft], published: Published) -> str | None:
    """The time of a visit that lies ahead and is told by day or month alone: the next one after a dated report."""
    if published.basis != "stated" or (published.edtf or "").count("-") != 2:
        return None
    told = {d.month_day for d in drafts if d.month_day and not d.period}
    if len(told) != 1 or any(d.period or d.status != "planned" for d in drafts):
        return None
    parts, year = told.pop().split("/"), int(published.edtf[:4])
    if parts[-1] < published.edtf[5 : 5 + len(parts[-1])]:
        year += 1
    return "/".join(f"{year}-{part}" for part in parts) if parts == sorted(parts) else None


def _days_from(day: str, period: str | None) -> bool:
    try:
        return period is not None and period.count("-") >= 2 and near(day, period)
    except ValueError:
        return False  # February 29
