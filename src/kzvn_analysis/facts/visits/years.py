"""Days whose year another passage proves."""

from __future__ import annotations

from ...reading import gated as re
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


def _days_from(day: str, period: str | None) -> bool:
    try:
        return period is not None and period.count("-") >= 2 and near(day, period)
    except ValueError:
        return False  # February 29
