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
from .style import (
    BOTH,
    FAINT,
    INK,
    KAZ,
    PAPER,
    SOFT,
    TARGET,
    VNM,
    Labels,
    below,
    drawing,
    empty,
    sheet,
    shorten,
)

MOST_BALANCES = 4
CROWD = 8  # reported figures beyond which only the weightiest are labelled, and the rest stand back
NEWEST = 3  # years that are labelled in a crowd, besides the highest and the lowest
FAR = 1.7  # times the largest reported figure: goals beyond it get a field of their own above


def trade_by_period(figures: pd.DataFrame) -> Figure:
    """Turnover over time, one mark per reported figure.

    Exact figures are filled, rounded ones hollow; a bar joins figures for the same period that differ; a
    part of a year is a span as long as its months; a goal for a year is a bracket at that year, one
    without a year a band at the right edge.  No line joins the marks: they are of different kinds.  Goals
    far above all that is reported stand in a field of their own, with its own scale, above a break: on
    one scale they would press the reported figures flat.  Of many figures the newest years, the highest and
    the lowest are labelled; parts of years and figures that are not the one shown stand back, and goals
    whose year is behind the newest figure are left to the table.

    Parameters
    ----------
    figures
        As `kzvn_analysis.analysis.trade.figures` returns it.
    """
    rows = [r for r in records(figures) if r["flow"] == "turnover" and r["value_usd"] is not None]
    reported = [r for r in rows if r["status"] == "reported" and r["period"]]
    goals = _goals_ahead([r for r in rows if r["status"] == "target"], reported)
    if not reported and not goals:
        return empty(tell("plot.no_turnover"))
    most = FAR * max((_top(r) for r in reported), default=float("inf"))
    far = [g for g in goals if _top(g) > most]
    near = [g for g in goals if _top(g) <= most]
    height = 2.4 + min(0.08 * len(rows), 1.2)
    with sheet(height + 1.1 if far else height) as figure:
        if far:
            upper, lower = figure.subplots(2, 1, sharex=True, height_ratios=[1.0, 2.0])
        else:
            upper, lower = None, figure.add_subplot()
        start, end = _years(reported, goals)
        edge = end + 0.09 * (end - start)
        timeless = [g for g in goals if not g["period"]]
        lower.set_xlim(start, edge + 0.16 * (end - start) if timeless else end)
        lower.set_ylim(0, 1.22 * max(_top(r) for r in [*reported, *near]))
        labels = Labels(lower)
        # Labels in order of importance: whole years before parts, the newest first.
        named = _named(reported)
        for row in sorted(reported, key=lambda r: (r["coverage"] == "year", bounds(r["period"])), reverse=True):
            _reported(lower, labels, row, named)
        for row in near:
            _goal(lower, labels, row, edge, end - start)
        _spreads(lower, reported)
        _scales(lower)
        _years_below(lower, start, end, edge + 0.06 * (end - start) if timeless else None)
        if upper:
            low, high = min(g["value_usd"] for g in far), max(_top(g) for g in far)
            pad = 0.35 * (high - low) or 0.2 * high
            upper.set_ylim(max(low - pad, 0), high + pad)
            _scales(upper)
            _break(upper)
            above = Labels(upper)
            for row in far:
                _goal(upper, above, row, edge, end - start)
            above.place()
        labels.place()
    return figure


def trade_balance(balances: pd.DataFrame) -> Figure:
    """Exports, imports and the gap between them, on one scale from zero.

    Parameters
    ----------
    balances
        As `kzvn_analysis.analysis.trade.balances` returns it; the newest few are drawn.
    """
    rows = sorted(records(balances), key=lambda r: (bounds(r["period"]), r["reporter"], r["article_id"]), reverse=True)
    if not rows:
        return empty(tell("plot.no_balance"))
    shown = rows[:MOST_BALANCES]
    with drawing(0.15 + 1.0 * len(shown)) as (figure, axes):
        most = max(max(r["export_usd"], r["import_usd"]) for r in shown) or 1
        axes.set_xlim(-0.42 * most, 1.55 * most)
        axes.set_ylim(4.3 * len(shown) - 0.2, -0.55)
        axes.set_axis_off()
        for number, row in enumerate(shown):
            _balance(axes, row, 4.3 * number, 0.02 * most)
        if len(rows) > len(shown):
            below(figure, tell("plot.more_in_table", n=len(rows) - len(shown)))
    return figure


def _balance(axes: Axes, row: dict, y: float, pad: float) -> None:
    """One period's three bars under its heading: what went out, what came in, and the gap."""
    color = KAZ if row["reporter"] == "KAZ" else VNM
    country = name("country", row["reporter"])
    left = axes.get_xlim()[0]
    heading = tell("plot.balance_line", country=country, period=words(row["period"]))
    axes.text(left, y, heading, va="center", fontweight="bold")
    out, back = row["export_usd"], row["import_usd"]
    bars = (
        ("plot.exports", 0.0, out, {"color": color, "edgecolor": color}, money(out)),
        ("plot.imports", 0.0, back, {"color": PAPER, "edgecolor": color}, money(back)),
        (
            "plot.balance",
            min(out, back),
            max(out, back),
            {"color": FAINT, "edgecolor": SOFT, "hatch": "////"},
            money(row["balance_usd"]),
        ),
    )
    for step, (key, begin, end, look, amount) in enumerate(bars, start=1):
        at = y + step - 0.02
        axes.text(-pad, at, tell(key), ha="right", va="center", color=SOFT)
        axes.barh(at, end - begin, 0.66, left=begin, linewidth=1, **look)
        weight = "bold" if key == "plot.balance" else "normal"
        axes.text(end + pad, at, amount, va="center", fontweight=weight)
    axes.plot([0, 0], [y + 0.55, y + 3.4], color=SOFT, linewidth=0.8)


def _top(row: dict) -> float:
    return row["value_usd_max"] or row["value_usd"]


def _scales(axes: Axes) -> None:
    axes.yaxis.set_major_locator(MaxNLocator(nbins=4, steps=[1, 2, 2.5, 5, 10]))
    axes.yaxis.set_major_formatter(lambda value, _position: money(value) if value else "0")
    axes.grid(axis="y")
    axes.spines["left"].set_visible(False)
    axes.tick_params(axis="y", length=0)


def _break(upper: Axes) -> None:
    """The lower edge of the upper field: here the scale is broken."""
    upper.spines["bottom"].set(linestyle=(0, (2, 2)), color=SOFT)
    upper.tick_params(axis="x", length=0, labelbottom=False)
    words = upper.text(0, 0.04, tell("plot.broken"), transform=upper.transAxes, color=SOFT, va="bottom")
    words.set_bbox({"facecolor": PAPER, "edgecolor": "none", "pad": 0.5})


def _decimal_year(day: date, after: bool = False) -> float:
    return day.year + (day.timetuple().tm_yday - (0 if after else 1)) / 366


def _years(reported: list[dict], goals: list[dict]) -> tuple[float, float]:
    spans = [bounds(r["period"]) for r in [*reported, *goals] if r["period"]]
    first = min((a.year for a, _ in spans), default=2000)
    last = max((b.year for _, b in spans), default=first)
    room = max(1.0, 0.06 * (last - first))
    return first - room * 0.5, last + 1 + room


def _goals_ahead(goals: list[dict], reported: list[dict]) -> list[dict]:
    """Of several like goals the first; in a crowd, none whose year is not after the newest reported figure."""
    newest = max((bounds(r["period"])[1] for r in reported), default=date.min)
    found: dict[tuple, dict] = {}
    for goal in goals:
        past = goal["period"] and bounds(goal["period"])[1] <= newest
        if not (past and len(reported) > CROWD):
            found.setdefault((goal["period"], goal["value_usd"], goal["value_usd_max"]), goal)
    return list(found.values())


def _named(reported: list[dict]) -> list[dict] | None:
    """The figures that are labelled, the weightiest first; ``None``: all of them."""
    if len(reported) <= CROWD:
        return None
    years = [r for r in reported if r["coverage"] == "year" and r.get("shown", True)] or reported
    newest = sorted(years, key=lambda r: bounds(r["period"]), reverse=True)[:NEWEST]
    return [*newest, max(years, key=_top), min(years, key=_top)]


def _reported(axes: Axes, labels: Labels, row: dict, named: list[dict] | None) -> None:
    first, last = bounds(row["period"])
    a, b = _decimal_year(first), _decimal_year(last, after=True)
    x, y = (a + b) / 2, row["value_usd"]
    whole = row["coverage"] == "year"
    back = named is not None and not (whole and row.get("shown", True))
    color = SOFT if back else BOTH
    if not whole:
        axes.plot([a, b], [y, y], color=color, linewidth=1.6 if back else 2.6, solid_capstyle="butt", zorder=2)
    axes.plot(
        x,
        y,
        "o" if whole else "s",
        markersize=(7.5 if whole else 5) - 2 * back,
        color=color if row["exact"] else PAPER,
        markeredgecolor=color,
        markeredgewidth=1.0 if back else 1.4,
        zorder=2.5 if back else 3,
    )
    for place in (x, a, b) if not whole else (x,):
        labels.avoid(place, y, 4)
    if named is not None and row not in named:
        return
    lines = [] if whole else [words(row["period"])]
    amount = money(y, row["value_usd_max"], row["bound"])
    text = "\n".join([*lines, amount, shorten(row["source"], 34)])
    labels.ask(x, y, text, amount, color=INK, linespacing=1.1)


def _goal(axes: Axes, labels: Labels, row: dict, edge: float, width: float) -> None:
    low, high = row["value_usd"], _top(row)
    if row["period"]:
        first, last = bounds(row["period"])
        middle = (_decimal_year(first) + _decimal_year(last)) / 2
        half = max((_decimal_year(last) - _decimal_year(first)) / 2 - 0.1, 0.015 * width)
        left, right = middle - half, middle + half
    else:
        left, right = edge, edge + 0.12 * width
    if high > low:
        axes.add_patch(Rectangle((left, low), right - left, high - low, facecolor=TARGET, alpha=0.22, edgecolor=TARGET))
    else:
        axes.plot([left, right], [low, low], color=TARGET, linewidth=2.6, solid_capstyle="butt")
    y = (low + high) / 2
    for x in (left, (left + right) / 2, right):
        labels.avoid(x, y, 3)
    amount = money(row["value_usd"], row["value_usd_max"], "least" if row["bound"] == "over" else row["bound"])
    goal = tell("plot.goal", amount=amount)
    text = f"{goal}\n{shorten(row['source'], 34)}"
    labels.ask(left, y, text, goal, color=TARGET, linespacing=1.1)


def _spreads(axes: Axes, reported: list[dict]) -> None:
    """A bar from the lowest to the highest figure that several sources give for one period."""
    groups: dict[tuple, list[dict]] = {}
    for row in reported:
        groups.setdefault(bounds(row["period"]), []).append(row)
    for (first, last), group in groups.items():
        values = [r["value_usd"] for r in group]
        if max(values) > min(values):
            x = (_decimal_year(first) + _decimal_year(last, after=True)) / 2
            axes.plot(
                [x, x],
                [min(values), max(values)],
                color=SOFT,
                linewidth=5,
                alpha=0.4,
                solid_capstyle="butt",
                zorder=1,
            )


def _years_below(axes: Axes, start: float, end: float, timeless: float | None) -> None:
    """The years on the axis, and at its end, where goals stand that name none, words that say so."""
    whole = MaxNLocator(nbins=6 if end - start > 1 else 1, integer=True, steps=[1, 2, 5, 10])
    years = [int(year) for year in whole.tick_values(start, end) if start <= year <= end]
    places, texts = list(years), [str(year) for year in years]
    if timeless is not None:
        places, texts = [*places, timeless], [*texts, tell("plot.no_year")]
    axes.set_xticks(places, texts)
