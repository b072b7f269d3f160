"""Trade claims brought together: one row per flow, reporter, period and status."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from ..periods import bounds
from ..reading import lexicon
from ..row_names import row_names
from .records import (
    JOIN,
    LONG_AGO,
    PACKAGE,
    Frames,
    days_and_texts,
    each_record,
    in_words,
    put_in_order,
    records,
)

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


@dataclass(eq=False)
class Claim:
    """A figure as one clipping tells it, or as many do on one day, with the range of true values it is compatible with.

    Attributes
    ----------
    row : Mapping
        What all who tell it say, by column.
    written : date
        When they wrote.
    first : tuple
        Clipping, place in it and row of the one that comes first by file.
    sources : set
        The first prints of the texts that tell it.
    """

    row: Mapping[str, Any]
    written: date
    first: tuple[str, int, str]
    sources: set[str] = field(default_factory=set)

    def __getattr__(self, name: str) -> Any:
        return self.row[name]

    @property
    def fact_id(self) -> str:
        return self.first[2]

    @property
    def figure(self) -> tuple:
        return (self.value_usd, self.value_usd_max, self.bound)

    @property
    def is_exact(self) -> bool:
        return self.bound == "exact" and self.value_usd_max is None

    @property
    def digits(self) -> int:
        return len(f"{self.value_usd:.15g}".replace(".", "").split("e")[0].strip("0"))

    @cached_property
    def reach(self) -> tuple[float, float]:
        return reach(self.row)


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


def _share(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def reach(row: Mapping[str, Any]) -> tuple[float, float]:
    """The range of true values that a stated figure is compatible with, by the list of tolerances."""
    value, high = row["value_usd"], row["value_usd_max"]
    below, above = _tolerances()[row["bound"]]
    if high is not None:
        return (value, high) if row["bound"] == "exact" else (value * (1 - below), high * (1 + above))
    if row["bound"] == "exact":
        last = half_last_digit(value)
        return value - min(last, value * below), value + min(last, value * above)
    return value * (1 - below), value * (1 + above)


def half_last_digit(value: float) -> float:
    """Half a unit of a figure's last digit that is not zero: 879 million → 500 thousand."""
    text = f"{value:.15g}" if value < 1e15 else f"{value:.0f}"
    if "e" in text:
        text = f"{value:.0f}"
    if "." in text:
        return 0.5 * 10 ** -len(text.split(".")[1])
    return 0.5 * 10 ** (len(text) - len(text.rstrip("0")))


@cache
def _tolerances() -> dict[str, tuple[float, float]]:
    return {
        row[0]: (float(row[1]) / 100, float(row[2]) / 100) for row in lexicon.rows("tolerances.tsv", PACKAGE)
    }


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
    shown, rule = _choose(amounts) if amounts else (None, "trade_no_amount")
    ratio = _choose_growth(growth, shown)
    sources = len(_sources(claims))
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
    conflict = _conflicts(amounts, growth)
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


def _conflicts(amounts: list[Claim], growth: list[Claim]) -> list[str]:
    """What can't all be true: ``amount``, and ``growth`` where rates on the same base differ."""
    out = []
    if not _all_agree(amounts):
        out.append("amount")
    different = list({(c.change_ratio, c.change_base): c for c in growth}.values())
    if any(_growth_differs(a, b) for i, a in enumerate(different) for b in different[:i]):
        out.append("growth")
    return out


def _all_agree(claims: list[Claim]) -> bool:
    """Whether every two ranges share a value: where the highest lower end is not above the lowest upper end."""
    return not claims or max(c.reach[0] for c in claims) <= min(c.reach[1] for c in claims)


def _growth_differs(a: Claim, b: Claim) -> bool:
    if a.change_base and b.change_base and bounds(a.change_base) != bounds(b.change_base):
        return False
    return (
        abs(a.change_ratio - b.change_ratio)
        > half_last_digit(a.change_ratio) + half_last_digit(b.change_ratio) + 1e-9
    )


def _sources(claims: Iterable[Claim]) -> set[str]:
    return set().union(*(c.sources for c in claims))


def _choose(claims: list[Claim]) -> tuple[Claim, str]:
    """The claim to show, and the name of the rule that decided."""
    if len({c.figure for c in claims}) == 1:
        return _first_by_file(claims), "trade_only" if len(_sources(claims)) == 1 else "trade_same"
    left = claims
    for rule, narrow in _STEPS.items():
        kept = narrow(left, claims)
        decided = len({c.figure for c in kept}) < len({c.figure for c in left})
        left = kept
        if decided and len({c.figure for c in left}) == 1:
            return _first_by_file(left), rule
    return _first_by_file(left), "trade_order"


def _exact(left: list[Claim], _all: list[Claim]) -> list[Claim]:
    return [c for c in left if c.is_exact] or left


def _most_supported(left: list[Claim], every: list[Claim]) -> list[Claim]:
    tellers: dict[tuple[float, float], set[str]] = {}
    for claim in every:
        tellers.setdefault(claim.reach, set()).update(claim.sources)
    support = {
        mine: len(set().union(*(who for other, who in tellers.items() if _share(mine, other))))
        for mine in {c.reach for c in left}
    }
    most = max(support.values())
    return [c for c in left if support[c.reach] == most]


def _finest(left: list[Claim], _all: list[Claim]) -> list[Claim]:
    """Of figures that all agree, those with the most digits."""
    if not _all_agree(left):
        return left
    most = max(c.digits for c in left)
    return [c for c in left if c.digits == most]


def _newest(left: list[Claim], _all: list[Claim]) -> list[Claim]:
    last = max(c.written for c in left)
    return [c for c in left if c.written == last]


_STEPS = {
    "trade_exact": _exact,
    "trade_most": _most_supported,
    "trade_finest": _finest,
    "trade_newest": _newest,
}


def _first_by_file(claims: list[Claim]) -> Claim:
    return min(claims, key=lambda c: c.first)


def _choose_growth(growth: list[Claim], shown: Claim | None) -> Claim | None:
    """The growth to show: the shown claim's own, else the newest that names its base."""
    if shown is not None and shown.change_ratio is not None:
        return shown
    return min(
        growth,
        key=lambda c: (c.change_base is None, -c.written.toordinal(), c.first),
        default=None,
    )
