"""Trade claims brought together: one row per flow, reporter, period and status."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from ..periods import bounds
from ..row_names import row_names
from .records import (
    JOIN,
    LONG_AGO,
    Frames,
    days_and_texts,
    each_record,
    in_words,
    put_in_order,
    records,
)
from .trade_claims import Claim, choose, choose_growth, conflicts, sources_of

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = {
    "reconciled_id": "string",
    "flow": "string",
    "reporter": "string",
    "period": "string",
    "status": "string",
    "value_usd": "Float64",
    "value_usd_max": "Float64",
    "bound": "string",
    "low": "Float64",
    "high": "Float64",
    "change_ratio": "Float64",
    "change_base": "string",
    "change_low": "Float64",
    "change_high": "Float64",
    "sources": "Int64",
    "agreement": "string",
    "conflict_about": "string",
    "rule": "string",
    "mirror_id": "string",
    "shown_fact_id": "string",
    "fact_ids": "string",
    "article_ids": "string",
}
# What a claim says; two that say the same on one day are one.
_SAID = ("flow", "reporter", "period", "status", "value_usd", "value_usd_max", "bound", "change_ratio", "change_base")
READ = ["fact_id", "article_id", "start", *_SAID]
_UNDATED = ("value_usd", "value_usd_max", "change_ratio")  # what claims without a period must have in common
_MIRROR = {
    ("export", "KAZ"): ("import", "VNM"),
    ("import", "VNM"): ("export", "KAZ"),
    ("export", "VNM"): ("import", "KAZ"),
    ("import", "KAZ"): ("export", "VNM"),
}


def reconcile_trade(trade: pd.DataFrame, clippings: pd.DataFrame) -> pd.DataFrame:
    """Bring the trade claims of all clippings together.

    Parameters
    ----------
    trade
        The table ``trade``.
    clippings
        ``reconciled_clippings``.

    Claims are about the same thing where flow, reporter, period and status are the same.  Claims
    without a period are not known to be about the same time, so only equal ones are brought together.
    An export that one country reports and the import that the other reports are two statistics and
    stay two rows; `mirror_id` links them.

    Returns
    -------
    pandas.DataFrame
        Columns as in `COLUMNS`; ordered by flow, reporter, period and status.
    """
    return put_in_order(*in_order(reconcile_trade_block([(trade, clippings)])))


def reconcile_trade_block(frames: Frames) -> pd.DataFrame:
    """`reconcile_trade` of all claims with certain `trade_blocks`, in any order."""
    import pandas as pd

    groups: dict[tuple, _Told] = {}
    for trade, clippings in frames:
        days, texts = days_and_texts(clippings)
        for row in each_record(trade[READ]):
            key = (row["flow"], row["reporter"], _span(row["period"]), row["status"], _extra(row))
            groups.setdefault(key, _Told()).add(row, days[row["article_id"]], texts[row["article_id"]])
    rows = [_merge(key, told) for key, told in groups.items()]
    ids = {
        (r["flow"], r["reporter"], _span(r["period"]), r["status"]): r["reconciled_id"]
        for r in rows
        if r["period"]
    }
    for row in rows:
        other = _MIRROR.get((row["flow"], row["reporter"]))
        row["mirror_id"] = (
            ids.get((*other, _span(row["period"]), row["status"])) if other and row["period"] else None
        )
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def in_order(merged: pd.DataFrame) -> tuple[pd.DataFrame, list[int]]:
    """The reconciled rows, and their order."""
    told = records(merged[["flow", "reporter", "status", "period", *_UNDATED]])
    return merged, sorted(range(len(merged)), key=[_order(row) for row in told].__getitem__)


class _Told:
    """Claims about the same thing: however many clippings tell a figure, on a day it is one claim."""

    def __init__(self) -> None:
        self._claims: dict[tuple, Claim] = {}
        self.fact_ids: list[str] = []
        self.article_ids: set[str] = set()

    def add(self, row: Mapping[str, Any], day: date | None, source: str) -> None:
        place, said = (row["article_id"], row["start"], row["fact_id"]), {name: row[name] for name in _SAID}
        claim = self._claims.get(key := (*said.values(), day))
        if claim is None:
            claim = self._claims[key] = Claim(said, day or LONG_AGO, place)
        claim.first = min(claim.first, place)
        claim.sources.add(source)
        self.fact_ids.append(row["fact_id"])
        self.article_ids.add(row["article_id"])

    def in_order(self) -> list[Claim]:
        return sorted(self._claims.values(), key=lambda claim: claim.first)


def _span(period: str | None) -> tuple[date, date] | None:
    return bounds(period) if period else None


def _extra(row: Mapping[str, Any]) -> tuple:
    """What claims without a period must have in common."""
    return () if row["period"] else tuple(row[name] for name in _UNDATED)


def _order(row: Mapping[str, Any]) -> tuple:
    span = _span(row["period"])
    return (
        ("turnover", "export", "import").index(row["flow"]),
        row["reporter"] or "",
        row["status"],
        span is None,
        span or (),
        tuple(-1 if v is None else v for v in _extra(row)),
    )


def _merge(key: tuple, told: _Told) -> dict[str, Any]:
    """The reconciled row of claims about the same thing."""
    claims = told.in_order()
    amounts = [c for c in claims if c.value_usd is not None]
    growth = [c for c in claims if c.change_ratio is not None]
    shown, rule = choose(amounts) if amounts else (None, "trade_no_amount")
    ratio = choose_growth(growth, shown)
    sources = len(sources_of(claims))
    first = claims[0]
    row = {name: getattr(first, name) for name in ("flow", "reporter", "status")}
    row["period"] = min((c.period for c in claims if c.period), key=lambda p: (len(p), p), default=None)
    row.update(value_usd=None, value_usd_max=None, bound=None, low=None, high=None)
    if shown:
        row.update(
            value_usd=shown.value_usd,
            value_usd_max=shown.value_usd_max,
            bound=shown.bound,
            low=min(c.value_usd for c in amounts),
            high=max(c.value_usd if c.value_usd_max is None else c.value_usd_max for c in amounts),
        )
    row.update(
        change_ratio=ratio and ratio.change_ratio,
        change_base=ratio and ratio.change_base,
        change_low=min((c.change_ratio for c in growth), default=None),
        change_high=max((c.change_ratio for c in growth), default=None),
    )
    conflict = conflicts(amounts, growth)
    row.update(
        sources=sources,
        agreement="conflict" if conflict else "agree" if sources > 1 else "single",
        conflict_about=JOIN.join(conflict) or None,
        rule=in_words([rule]),
        shown_fact_id=(shown or ratio or first).fact_id,
        fact_ids=JOIN.join(sorted(told.fact_ids)),
        article_ids=JOIN.join(sorted(told.article_ids)),
    )
    [row["reconciled_id"]] = row_names("rtrade", [key])
    return row
