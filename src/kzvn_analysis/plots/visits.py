"""Pictures of visits: a timeline in two lanes, and the days between top-level visits."""

from __future__ import annotations

from datetime import date

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from ..periods import bounds, day_words, words
from ..prose.phrases import name, tell
from ..prose.words import days
from ..reconcile.records import records
from .style import FAINT, INK, KAZ, PAPER, SOFT, VNM, Labels, drawing, empty, shorten

LANES = {"VNM→KAZ": 1.0, "KAZ→VNM": -1.0}
_LANE_WORDS = {"VNM→KAZ": "plot.lane_to_kaz", "KAZ→VNM": "plot.lane_to_vnm"}
_SHAPES = {"state": "D", "official": "o", "working": "s", "summit": "^", "talks": "P", "commission": "p",
           "delegation": "h", "unspecified": "o"}
_SMALL = ("talks", "commission", "delegation", "unspecified")
LONGEST_GAP = 2.0  # years: an emptier stretch is drawn no longer than this
MOST_INTERVALS = 24


def visits_timeline(visits: pd.DataFrame, as_of: date | None) -> Figure:
    """Visits in two lanes by direction; empty stretches of years are shortened and marked.

    The shape tells the level; planned visits are hollow; contacts outside the two lanes (a meeting
    elsewhere, a place not given) stand on the line between.

    Parameters
    ----------
    visits
        As `kzvn_analysis.analysis.visits.timeline` returns it.
    as_of
        Drawn as a line, where it is known.
    """
    rows = [r for r in records(visits) if r["period"]]
    if not rows:
        return empty(tell("plot.no_visits"))
    with drawing(4.2) as (figure, axes):
        scale = _Scale([bounds(r["period"]) for r in rows] + ([(as_of, as_of)] if as_of else []))
        labels = Labels(axes)
        axes.set_ylim(-2.15, 2.15)
        axes.set_xlim(-0.03 * scale.width - 0.2, 1.03 * scale.width + 0.2)
        for y in (1.0, 0.0, -1.0):
            axes.axhline(y, color=FAINT, linewidth=1, zorder=0)
        for row in sorted(rows, key=lambda r: (not r["top"], r["status"] != "made", bounds(r["period"]), r["visit_id"])):
            _mark(axes, labels, row, scale)
        if as_of:
            x = scale.at(as_of)
            axes.axvline(x, color=SOFT, linewidth=0.8, linestyle=(0, (3, 2)), zorder=0)
        for lane, y in LANES.items():
            axes.text(0, 1.0 if y > 0 else 0.04, tell(_LANE_WORDS[lane]), color=VNM if y > 0 else KAZ,
                      transform=axes.transAxes, fontweight="bold", ha="left", va="top" if y > 0 else "bottom")
        _axis(axes, scale)
        _key(figure, rows)
        labels.place(_SPOTS_UP_DOWN)
    return figure


def visit_intervals(intervals: pd.DataFrame, as_of: date | None) -> Figure:
    """Days from one top-level visit to the next, the newest below; the running one is hollow.

    Parameters
    ----------
    intervals
        As `kzvn_analysis.analysis.visits.intervals` returns it; the newest two dozen are drawn.
    """
    rows = records(intervals)
    if not rows:
        return empty(tell("plot.no_intervals"))
    shown = rows[-MOST_INTERVALS:]
    with drawing(0.5 + 0.45 * len(shown)) as (figure, axes):
        most = _longest_drawn([r["days_high"] for r in shown])
        axes.set_xlim(0, 1.38 * most)
        axes.set_ylim(len(shown) - 0.35, -0.7)
        for y, row in enumerate(shown):
            face = PAPER if row["open"] else SOFT
            low, high = min(row["days_low"], most), min(row["days_high"], most)
            axes.barh(y, low, 0.34, color=face, edgecolor=SOFT, linewidth=1, linestyle="--" if row["open"] else "-")
            if high > low:
                axes.barh(y, high - low, 0.34, left=low, color=FAINT, edgecolor=SOFT, linewidth=0.5)
            if row["days_high"] > most:
                axes.text(0.93 * most, y, "//", ha="center", va="center", fontsize=11, color=PAPER, fontweight="bold")
            start = f"{_who(row['from_visitor'])} {bounds(row['from_period'])[0].year}"
            if row["open"]:
                caption = tell("plot.interval_open", start=start, day=day_words(as_of))
            else:
                caption = tell("plot.interval", start=start, stop=f"{_who(row['to_visitor'])} {bounds(row['to_period'])[0].year}")
            axes.text(0, y - 0.25, caption, fontsize=7.5, va="bottom")
            axes.text(min(row["days_high"], most) + 0.015 * most, y, days(row["days_low"], row["days_high"]), fontsize=7.5, va="center", color=INK)
        if len(rows) > len(shown):
            figure.supxlabel(tell("plot.more_in_table", n=len(rows) - len(shown)), fontsize=7.5, color=SOFT)
        axes.set_axis_off()
    return figure


class _Scale:
    """Years to a place on the axis, with long empty stretches cut short."""

    def __init__(self, spans: list[tuple[date, date]]) -> None:
        points = sorted({_year(d) for span in spans for d in span})
        self.points, self.places, self.cuts = points, [0.0], []
        for a, b in zip(points, points[1:], strict=False):
            gap = b - a
            if gap > LONGEST_GAP:
                self.cuts.append(self.places[-1] + LONGEST_GAP / 2)
            self.places.append(self.places[-1] + min(gap, LONGEST_GAP))
        self.width = self.places[-1] or 1.0

    def at(self, day: date) -> float:
        return self.places[self.points.index(_year(day))]


def _year(day: date) -> float:
    return round(day.year + (day.timetuple().tm_yday - 1) / 366, 4)


def _mark(axes: Axes, labels: Labels, row: dict, scale: _Scale) -> None:
    first, last = bounds(row["period"])
    a, b = scale.at(first), scale.at(last)
    x, y = (a + b) / 2, LANES.get(row["direction"], 0.0)
    color = {"VNM": VNM, "KAZ": KAZ}.get(row["origin"] or "", SOFT)
    if b - a > 0.15:
        axes.plot([a, b], [y, y], color=color, linewidth=2.5, alpha=0.35, solid_capstyle="butt", zorder=1)
    size = 5 if row["level"] in _SMALL else 7.5
    made = row["status"] == "made"
    axes.plot(x, y, _SHAPES[row["level"]], markersize=size, color=color if made else PAPER, markeredgecolor=color,
              markeredgewidth=1.2, zorder=3, linestyle="none")
    labels.avoid(x, y, 5)
    who = shorten(row["visitor"], 22) if row["visitor"] else name("level_short", row["level"])
    labels.ask(x, y, f"{who}\n{_short_when(row['period'])}", color=INK, linespacing=1.15)


def _short_when(period: str) -> str:
    text = words(period)
    return text if len(text) <= 22 else str(bounds(period)[0].year)


def _axis(axes: Axes, scale: _Scale) -> None:
    """A year under the first mark of each; marks too close to the one before stay without."""
    ticks, names, last = [], [], -9.0
    for point, place in zip(scale.points, scale.places, strict=True):
        if place - last >= scale.width / 14 and (not names or str(int(point)) != names[-1]):
            ticks.append(place)
            names.append(str(int(point)))
            last = place
    axes.set_xticks(ticks, names)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    for cut in scale.cuts:
        axes.text(cut, 0, "//", transform=axes.get_xaxis_transform(), ha="center", va="center", color=SOFT, fontsize=9,
                  bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 0.4})


def _key(figure: Figure, rows: list[dict]) -> None:
    levels = [level for level in _SHAPES if any(r["level"] == level for r in rows)]
    marks = [Line2D([], [], marker=_SHAPES[v], linestyle="none", markersize=4 if v in _SMALL else 6, color=SOFT,
                    label=name("level_short", v)) for v in levels]
    if any(r["status"] == "planned" for r in rows):
        marks.append(Line2D([], [], marker="o", linestyle="none", markersize=6, markerfacecolor=PAPER, markeredgecolor=SOFT,
                            label=name("status", "planned")))
    figure.legend(handles=marks, loc="outside lower center", ncols=min(len(marks), 4), fontsize=7.5, handletextpad=0.2, columnspacing=1.2)


def _longest_drawn(lengths: list[int]) -> int:
    """The scale's end: a bar far longer than all others is cut, or the others could not be told apart."""
    longest, *others = sorted(lengths, reverse=True)
    return max(1, min(longest, round(1.25 * others[0])) if others and longest > 3 * others[0] else longest)


def _who(visitor: str | None) -> str:
    return shorten(visitor, 24) if visitor else tell("plot.someone")


_SPOTS_UP_DOWN = tuple(
    (dx, sign * dy, ha, "bottom" if sign > 0 else "top")
    for dy in (8, 24, 40, 56)
    for sign in (1, -1)
    for dx, ha in ((0, "center"), (6, "left"), (-6, "right"))
)
