"""The goals of trade in sentences: who names them, what they come to, which were met."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..analysis import derived as derive
from ..analysis.dossier import Dossier
from ..reconcile.records import JOIN, records
from .describe import figure, implied
from .markup import Md, join
from .phrases import phrase, piece, say
from .sources import ids, mark
from .words import listed, money, multiple, percent, words

Row = Mapping[str, Any]
GOALS = 3  # that the first page tells


def goals(dossier: Dossier) -> Md:
    """The open goals in a sentence: the newest, measured by the latest full year, then others; empty where none is."""
    rows = open_targets(dossier)
    if not rows:
        return Md("")
    first, others = _measured_goal(dossier, rows[0]), [_goal(dossier, row) for row in rows[1:GOALS]]
    if not others:
        return say("trade.goal_one", goal=first)
    more = [phrase("trade.goal_more", n=len(rows) - GOALS)] if len(rows) > GOALS else []
    return say("trade.goal_newest", goal=first, n=len(others), others=join([*others, *more], "; "))


def targets(dossier: Dossier, period: str) -> Md:
    """The open goals, each with who names it, how many nobody names any more and how many of the past ones were met."""
    rows = [r for r in records(derive.targets(dossier, period)) if r["flow"] == "turnover"]
    ahead = open_targets(dossier, period)
    told = ahead[:3]
    said = [say("trade.goals", goals=listed([_goal(dossier, r) for r in told]))] if told else []
    if len(ahead) > len(told):
        said.append(say("trade.target_more", n=len(ahead) - len(told)))
    dormant = [r for r in rows if r["outcome"] == "dormant"]
    if dormant:
        said.append(say("trade.targets_dormant", n=len(dormant), mark=mark(dossier, _facts(dormant))))
    past = [r for r in rows if r["outcome"] in ("met", "missed")]
    if past:
        met = sum(r["outcome"] == "met" for r in past)
        key = "targets_past" if len(past) > 1 else "target_past_met" if met else "target_past_missed"
        said.append(say(f"trade.{key}", n=len(past), met=met, mark=mark(dossier, _facts(past))))
    return join(said)


def _facts(rows: list[Row]) -> list[str]:
    return [fact for row in rows for fact in row["fact_ids"].split(JOIN)]


def open_targets(dossier: Dossier, period: str = "") -> list[Row]:
    """The turnover targets still open: of the newest clipping first, then the one with the nearest year."""
    rows = [r for r in records(derive.targets(dossier, period)) if r["flow"] == "turnover" and r["open"]]
    rows = [r for r in rows if r["value_usd"] is not None or r["asked_ratio"]]
    order = {key: i for i, key in enumerate(dossier.sources)}
    return sorted(
        rows, key=lambda r: (-order[r["article_id"]], r["period"] is None, r["period"] or "", r["fact_id"])
    )


def _measured_goal(dossier: Dossier, row: Row) -> Md:
    measured = _measured(row) if row["base_usd"] is not None else ""
    goal = _goal(dossier, row)
    return phrase("trade.goal_measured", goal=goal, measured=measured) if measured else goal


def _goal(dossier: Dossier, row: Row) -> Md:
    """A target as one of several in a sentence."""
    aim = figure(row) or piece("trade.multiple", ratio=multiple(row["asked_ratio"]))
    own = dossier.independent([row["article_id"], *(dossier.facts[f]["article_id"] for f in ids(row["fact_ids"]))])
    outlets = list(dict.fromkeys(dossier.sources[key].outlet for key in own))
    source = listed(outlets if len(outlets) < 3 else [outlets[0], phrase("evidence.more_points", n=len(outlets) - 1)])
    return phrase("trade.goal", aim=aim, year=_year(row), source=source, mark=mark(dossier, row["fact_ids"]))


def _year(row: Row) -> str:
    return f"for {words(row['period'])}" if row["period"] else "with no year set"


def _measured(row: Row) -> str:
    """What a target comes to by our own arithmetic: a multiple of the latest full year, and growth a year."""
    year, bound = words(row["base_period"]), row["base_bound"]
    if row["value_usd"] is None:
        if row["implied_usd"] is None:
            return ""
        return piece("trade.measured_ratio", implied=implied(row), base_year=year)
    key = "trade.measured_base" if bound == "exact" else "trade.measured_base_bound"
    base = piece(key, figure=money(row["base_usd"], bound=bound), base_year=year)
    if row["needed_high"] <= 1:
        return piece("trade.measured_reached", base=base)
    low, high = f"{row['needed_low']:.1f}", f"{row['needed_high']:.1f}"
    needed = f"{low} times" if low == high else f"{low} to {high} times"
    if row["cagr_high"] is None:
        return piece("trade.measured", needed=needed, base=base)
    a, b = percent(row["cagr_low"]), percent(row["cagr_high"])
    return piece("trade.measured_pace", needed=needed, base=base, pace=a if a == b else f"{a} to {b}")
