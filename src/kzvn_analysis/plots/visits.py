"""Pictures of visits: a timeline in two lanes, and the days between top-level visits."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from ..periods import bounds, day_words, words
from ..prose.phrases import name, tell
from ..prose.words import days
from ..reconcile.records import records
from .style import FAINT, INK, KAZ, PAPER, SOFT, TEXT, VNM, WIDTH, below, drawing, empty, shorten

# Time runs down the page.  Left lane, right lane, and between them what belongs to neither; in inches.
LANES = {"VNM→KAZ": -0.36, "KAZ→VNM": 0.36}
_SHAPES = {
    "state": "D",
    "official": "o",
    "working": "s",
    "summit": "^",
    "talks": "P",
    "commission": "p",
    "delegation": "h",
    "unspecified": "o",
}
_SMALL = ("talks", "commission", "delegation", "unspecified")
_LABEL = 0.39  # inches from one label to the next on the same side
_YEAR = 0.3  # inches a year takes, where there is nothing else to give room to
_LONGEST = 0.5  # inches: an emptier stretch is drawn no longer than this
MOST_VISITS = 16
MOST_INTERVALS = 8


def visits_timeline(visits: pd.DataFrame, as_of: date | None) -> Figure:
    """Visits in two lanes by direction, the newest on top; long empty stretches are shortened and marked.

    The shape tells the level; planned visits are hollow; contacts outside the two lanes (a meeting
    elsewhere, a place not given) stand on the line between.

    Parameters
    ----------
    visits
        As `kzvn_analysis.analysis.visits.timeline` returns it; of many, all at the top level and the newest
        of the others are drawn.
    as_of
        Drawn as a line, where it is known.
    """
    dated = [r for r in records(visits) if r["period"]]
    if not dated:
        return empty(tell("plot.no_visits"))
    first = sorted(dated, key=lambda r: (r["top"], bounds(r["period"])), reverse=True)[:MOST_VISITS]
    rows = sorted(first, key=lambda r: (_day(r, as_of), bounds(r["period"]), r["visit_id"]), reverse=True)
    places, today, cuts = _places(rows, as_of)
    end = max([*places, today or 0.0])
    more = len(dated) - len(rows)
    with drawing(end + 1.3 + (0.2 if more else 0)) as (figure, axes):
        side = WIDTH / 2 - 0.05
        axes.set_xlim(-side, side)
        axes.set_ylim(end + 0.22, -0.62)
        axes.set_axis_off()
        for x in LANES.values():
            color = VNM if x < 0 else KAZ
            axes.plot([x, x], [-0.2, end + 0.1], color=color, linewidth=1.4, alpha=0.45, zorder=0)
            axes.text(
                -side if x < 0 else side,
                -0.45,
                tell("plot.lane_to_kaz" if x < 0 else "plot.lane_to_vnm"),
                color=color,
                fontweight="bold",
                ha="left" if x < 0 else "right",
                va="center",
            )
        lanes = list(LANES.values())
        if any(r["direction"] not in LANES for r in rows):
            lanes.append(0.0)
            axes.plot([0, 0], [-0.2, end + 0.1], color=FAINT, linewidth=1.4, zorder=0)
        if as_of is not None and today is not None:
            axes.plot([-side, side], [today, today], color=SOFT, linewidth=0.8, linestyle=(0, (3, 2)), zorder=0)
            text = tell("plot.as_of", day=day_words(as_of))
            axes.text(-side, today - 0.03, text, color=SOFT, va="bottom", ha="left")
        for cut in cuts:
            for x in lanes:
                axes.text(
                    x,
                    cut,
                    "≈",
                    ha="center",
                    va="center",
                    color=SOFT,
                    fontsize=14,
                    bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 0.2},
                )
        for row, y in zip(rows, places, strict=True):
            _mark(axes, row, y)
        _key(figure, rows, more)
    return figure


def visit_intervals(intervals: pd.DataFrame, as_of: date | None) -> Figure:
    """Days from one top-level visit to the next, the newest below; the running one is hollow.

    Parameters
    ----------
    intervals
        As `kzvn_analysis.analysis.visits.intervals` returns it; the newest are drawn.
    """
    rows = records(intervals)
    if not rows:
        return empty(tell("plot.no_intervals"))
    shown = rows[-MOST_INTERVALS:]
    with drawing(0.3 + 0.46 * len(shown)) as (figure, axes):
        most = _longest_drawn([r["days_high"] for r in shown])
        axes.set_xlim(0, 1.38 * most)
        axes.set_ylim(len(shown) - 0.55, -0.72)
        for y, row in enumerate(shown):
            face = PAPER if row["open"] else SOFT
            low, high = min(row["days_low"], most), min(row["days_high"], most)
            line = "--" if row["open"] else "-"
            axes.barh(y, low, 0.36, color=face, edgecolor=SOFT, linewidth=1, linestyle=line)
            if high > low:
                axes.barh(y, high - low, 0.36, left=low, color=FAINT, edgecolor=SOFT, linewidth=0.5)
            if row["days_high"] > most:
                axes.text(
                    0.93 * most,
                    y,
                    "//",
                    ha="center",
                    va="center",
                    fontsize=11,
                    color=PAPER,
                    fontweight="bold",
                )
            start = f"{_who(row['from_visitor'])} {bounds(row['from_period'])[0].year}"
            if row["open"]:
                caption = tell("plot.interval_open", start=start, day=day_words(as_of))
            else:
                stop = f"{_who(row['to_visitor'])} {bounds(row['to_period'])[0].year}"
                caption = tell("plot.interval", start=start, stop=stop)
            axes.text(0, y - 0.23, caption, va="bottom")
            axes.text(
                min(row["days_high"], most) + 0.015 * most,
                y,
                days(row["days_low"], row["days_high"]),
                va="center",
                color=INK,
                fontweight="bold",
            )
        if len(rows) > len(shown):
            below(figure, tell("plot.more_in_table", n=len(rows) - len(shown)))
        axes.set_axis_off()
    return figure


def _places(rows: list[dict], as_of: date | None) -> tuple[list[float], float | None, list[float]]:
    """How far down, in inches, each row stands and the as-of line, and where empty years were cut out.

    A year takes the same room everywhere, with two exceptions: labels on one side need their height, and
    a longer emptiness is cut short.
    """
    marks: list[tuple[date, int | None]] = [(_day(r, as_of), i) for i, r in enumerate(rows)]
    if as_of is not None:
        after = sum(day > as_of for day, _ in marks)
        marks.insert(after, (as_of, None))
    places, today, cuts = [0.0] * len(rows), None, []
    y, before, used = 0.0, None, {-1: -1.0, 1: -1.0}
    for day, index in marks:
        if before is not None:
            years = (before - day).days / 365.25
            y += min(_YEAR * years, _LONGEST)
        sides = (-1, 1) if index is None else (_side(rows[index]),)
        last = y
        # The line stands below a label's second line and, on the left, below its own words too.
        rooms = {-1: 0.4, 1: 0.24} if index is None else {-1: _LABEL, 1: _LABEL}
        y = max(y, *(used[s] + rooms[s] for s in sides if used[s] >= 0), 0.0)
        if index is None:
            y = max(y, 0.12)
            today = y
            used = {s: max(y + 0.24 - _LABEL, 0.0) for s in sides}
        else:
            places[index] = y
            used[sides[0]] = y
        if before is not None and _YEAR * years > _LONGEST:
            cuts.append(max(y - _LONGEST / 2, last - _LONGEST / 2))
        before = day
    return places, today, cuts


def _side(row: dict) -> int:
    """Which side the label stands on; what belongs to neither lane is told on the right."""
    return -1 if LANES.get(row["direction"], 0.0) < 0 else 1


def _day(row: dict, as_of: date | None) -> date:
    """The day a row stands for: the middle of its period, but what was made is not ahead, nor a plan behind."""
    first, last = bounds(row["period"])
    middle = first + (last - first) / 2
    if as_of is None or not first <= as_of <= last:
        return middle
    return max(middle, as_of + timedelta(days=1)) if row["status"] == "planned" else min(middle, as_of)


def _mark(axes: Axes, row: dict, y: float) -> None:
    x, side = LANES.get(row["direction"], 0.0), _side(row)
    color = {"VNM": VNM, "KAZ": KAZ}.get(row["origin"] or "", SOFT)
    made = row["status"] == "made"
    axes.plot(
        x,
        y,
        _SHAPES[row["level"]],
        markersize=6 if row["level"] in _SMALL else 8.5,
        color=color if made else PAPER,
        markeredgecolor=color,
        markeredgewidth=1.4,
        zorder=3,
        linestyle="none",
    )
    edge = side * (abs(LANES["KAZ→VNM"]) + 0.14)
    if not x:
        axes.plot([0.09, edge - 0.03], [y, y], color=FAINT, linewidth=1, zorder=1)
    align = "left" if side > 0 else "right"
    who = shorten(row["visitor"], 26) if row["visitor"] else name("level_short", row["level"])
    axes.text(edge, y, who, ha=align, va="bottom", fontweight="bold" if row["top"] else "normal")
    axes.text(edge, y + 0.01, _short_when(row["period"]), ha=align, va="top", color=SOFT)


def _short_when(period: str) -> str:
    text = words(period)
    return text if len(text) <= 26 else str(bounds(period)[0].year)


def _key(figure: Figure, rows: list[dict], more: int) -> None:
    levels = [level for level in _SHAPES if any(r["level"] == level for r in rows)]
    marks = [
        Line2D(
            [],
            [],
            marker=_SHAPES[v],
            linestyle="none",
            markersize=5 if v in _SMALL else 7,
            color=SOFT,
            label=name("level_short", v),
        )
        for v in levels
    ]
    if any(r["status"] == "planned" for r in rows):
        marks.append(
            Line2D(
                [],
                [],
                marker="o",
                linestyle="none",
                markersize=6,
                markerfacecolor=PAPER,
                markeredgecolor=SOFT,
                label=name("status", "planned"),
            )
        )
    if any(r["direction"] not in LANES for r in rows):
        marks.append(Line2D([], [], color=FAINT, linewidth=2, label=tell("plot.lane_between")))
    figure.legend(
        handles=marks,
        loc="outside lower center",
        ncols=min(len(marks), 3),
        fontsize=TEXT,
        handletextpad=0.2,
        columnspacing=1.0,
        title=tell("plot.more_in_table", n=more) if more else None,
        title_fontsize=TEXT,
    )


def _longest_drawn(lengths: list[int]) -> int:
    """The scale's end: a bar far longer than all others is cut, or the others could not be told apart."""
    longest, *others = sorted(lengths, reverse=True)
    return max(1, min(longest, round(1.25 * others[0])) if others and longest > 3 * others[0] else longest)


def _who(visitor: str | None) -> str:
    return shorten(visitor, 22) if visitor else tell("plot.someone")
