"""Pictures of trade: turnover by period, and exports beside imports."""

from __future__ import annotations

from datetime import date

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import MaxNLocator

from ..periods import bounds, words
from ..prose.phrases import name, tell
from ..prose.words import money
from ..reconcile.records import records
from .style import BOTH, INK, KAZ, PAPER, SOFT, TARGET, VNM, Labels, drawing, empty, shorten

MOST_BALANCES = 12


def trade_by_period(figures: pd.DataFrame) -> Figure:
    """Turnover over time, one mark per reported figure.

    Exact figures are filled, rounded ones hollow; a bar joins figures for the same period that differ; a
    part of a year is a span as long as its months; a goal for a year is a bracket at that year, one
    without a year a band at the right edge.  No line joins the marks: they are of different kinds.

    Parameters
    ----------
    figures
        As `kzvn_analysis.analysis.trade.figures` returns it.
    """
    rows = [r for r in records(figures) if r["flow"] == "turnover" and r["value_usd"] is not None]
    reported = [r for r in rows if r["status"] == "reported" and r["period"]]
    goals = [r for r in rows if r["status"] == "target"]
    if not reported and not goals:
        return empty(tell("plot.no_turnover"))
    with drawing(3.5) as (figure, axes):
        labels = Labels(axes)
        start, end = _years(reported, goals)
        edge = end + 0.09 * (end - start)
        timeless = [g for g in goals if not g["period"]]
        axes.set_xlim(start, edge + 0.16 * (end - start) if timeless else end)
        axes.set_ylim(0, 1.14 * max(r["value_usd_max"] or r["value_usd"] for r in rows))
        for row in reported:
            _reported(axes, labels, row)
        for row in goals:
            _goal(axes, labels, row, edge, end - start)
        _spreads(axes, reported)
        axes.yaxis.set_major_locator(_round_steps())
        axes.yaxis.set_major_formatter(lambda value, _position: money(value) if value else "0")
        axes.xaxis.set_major_locator(_whole_years(end - start))
        axes.grid(axis="y")
        axes.spines["left"].set_visible(False)
        axes.tick_params(axis="y", length=0)
        labels.place()
    return figure


def trade_balance(balances: pd.DataFrame) -> Figure:
    """Exports to the right, imports to the left, the balance between them as a mark.

    Parameters
    ----------
    balances
        As `kzvn_analysis.analysis.trade.balances` returns it; the newest dozen are drawn.
    """
    rows = sorted(records(balances), key=lambda r: (bounds(r["period"]), r["reporter"], r["article_id"]), reverse=True)
    if not rows:
        return empty(tell("plot.no_balance"))
    shown = rows[:MOST_BALANCES]
    with drawing(0.85 + 0.52 * len(shown)) as (figure, axes):
        most = max(max(r["export_usd"], r["import_usd"]) for r in shown)
        axes.set_xlim(-1.5 * most, 1.5 * most)
        axes.set_ylim(len(shown) - 0.4, -0.75)
        axes.axvline(0, color=SOFT, linewidth=0.8)
        for y, row in enumerate(shown):
            color = KAZ if row["reporter"] == "KAZ" else VNM
            axes.barh(y, row["export_usd"], 0.42, color=color)
            axes.barh(y, -row["import_usd"], 0.42, color=PAPER, edgecolor=color, linewidth=1)
            axes.plot(row["balance_usd"], y, "D", markersize=5, color=INK, markeredgecolor=PAPER, markeredgewidth=0.8, zorder=4)
            pad = 0.03 * most
            axes.text(row["export_usd"] + pad, y, money(row["export_usd"]), va="center", fontsize=7.5)
            axes.text(-row["import_usd"] - pad, y, money(row["import_usd"]), va="center", ha="right", fontsize=7.5)
            country, amount = name("country", row["reporter"]), money(row["balance_usd"])
            axes.text(0, y - 0.33, tell("plot.balance_line", country=country, period=words(row["period"]), amount=amount), ha="center", fontsize=7.5, color=INK, fontweight="bold",
                      bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 0.6}, zorder=3)
        axes.text(-1.5 * most, -0.72, tell("plot.imports"), va="top", color=SOFT)
        axes.text(1.5 * most, -0.72, tell("plot.exports"), va="top", ha="right", color=SOFT)
        if len(rows) > len(shown):
            figure.supxlabel(tell("plot.more_in_table", n=len(rows) - len(shown)), fontsize=7.5, color=SOFT)
        axes.set_axis_off()
    return figure


def _decimal_year(day: date, after: bool = False) -> float:
    return day.year + (day.timetuple().tm_yday - (0 if after else 1)) / 366


def _years(reported: list[dict], goals: list[dict]) -> tuple[float, float]:
    spans = [bounds(r["period"]) for r in [*reported, *goals] if r["period"]]
    first = min((a.year for a, _ in spans), default=2000)
    last = max((b.year for _, b in spans), default=first)
    room = max(1.0, 0.06 * (last - first))
    return first - room * 0.5, last + 1 + room


def _reported(axes: Axes, labels: Labels, row: dict) -> None:
    first, last = bounds(row["period"])
    a, b = _decimal_year(first), _decimal_year(last, after=True)
    x, y = (a + b) / 2, row["value_usd"]
    whole = row["coverage"] == "year"
    if not whole:
        axes.plot([a, b], [y, y], color=BOTH, linewidth=2.6, solid_capstyle="butt", zorder=2)
    face = BOTH if row["exact"] else PAPER
    axes.plot(x, y, "o" if whole else "s", markersize=6.5 if whole else 4.5, color=face, markeredgecolor=BOTH, zorder=3)
    labels.avoid(x, y)
    lines = [] if whole else [words(row["period"])]
    text = "\n".join([*lines, money(y, row["value_usd_max"], row["bound"]), shorten(row["source"], 34)])
    labels.ask(x, y, text, color=INK, linespacing=1.25)


def _goal(axes: Axes, labels: Labels, row: dict, edge: float, width: float) -> None:
    low, high = row["value_usd"], row["value_usd_max"] or row["value_usd"]
    if row["period"]:
        first, last = bounds(row["period"])
        left, right = _decimal_year(first) + 0.1, _decimal_year(last) - 0.1
    else:
        left, right = edge, edge + 0.12 * width
    if high > low:
        axes.add_patch(Rectangle((left, low), right - left, high - low, facecolor=TARGET, alpha=0.22, edgecolor=TARGET))
    else:
        axes.plot([left, right], [low, low], color=TARGET, linewidth=2, linestyle=(0, (1.5, 1)))
    x, y = (left + right) / 2, (low + high) / 2
    labels.avoid(x, y, 3)
    key = "plot.goal" if row["period"] else "plot.goal_undated"
    text = tell(key, amount=money(row["value_usd"], row["value_usd_max"], row["bound"])) + f"\n{shorten(row['source'], 34)}"
    labels.ask(left if high > low else x, y, text, color=TARGET, linespacing=1.25)


def _spreads(axes: Axes, reported: list[dict]) -> None:
    """A bar from the lowest to the highest figure that several sources give for one period."""
    groups: dict[tuple, list[dict]] = {}
    for row in reported:
        groups.setdefault(bounds(row["period"]), []).append(row)
    for (first, last), group in groups.items():
        values = [r["value_usd"] for r in group]
        if max(values) > min(values):
            x = (_decimal_year(first) + _decimal_year(last, after=True)) / 2
            axes.plot([x, x], [min(values), max(values)], color=SOFT, linewidth=4, alpha=0.45, solid_capstyle="butt", zorder=1)


def _round_steps() -> MaxNLocator:
    return MaxNLocator(nbins=5, steps=[1, 2, 2.5, 5, 10])


def _whole_years(span: float) -> MaxNLocator:
    return MaxNLocator(nbins=8 if span > 1 else 1, integer=True, steps=[1, 2, 5, 10])
