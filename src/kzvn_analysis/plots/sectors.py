"""Pictures of sectors: how far each clipping says each has come, and how each moved."""

from __future__ import annotations

from calendar import month_name

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle

from ..facts.sectors import STAGES
from ..prose.phrases import name, tell
from ..reconcile.records import records
from .style import FAINT, INK, KAZ, PAPER, SOFT, STAGE_SHADES, TEXT, below, drawing, empty, row_height

SYMBOLS = ("○", "◔", "◑", "●")
DATED = 5  # columns that still have room for a month and a year each
NUMBERED = 8  # columns that still have room for a number and a year each
COLUMNS = 400  # clippings that still have a visible column each; of more, a column is a year
MARKED = 20  # columns that still have room for a symbol each


def sector_stages(cells: pd.DataFrame, articles: pd.DataFrame) -> Figure:
    """Sector × clipping, the stage as shade and as symbol; clippings by their number in the list of sources.

    Parameters
    ----------
    cells, articles
        As `kzvn_analysis.analysis.sectors.cells` and `.articles` return them.
    """
    rows = records(cells)
    if not rows:
        return empty(tell("plot.no_sectors"))
    naming = {row["article_id"] for row in rows}
    sources = [a for a in records(articles) if a["article_id"] in naming]
    if by_year := len(sources) > COLUMNS:
        rows, sources = _by_year(rows, sources)
    column = {a["article_id"]: i for i, a in enumerate(sources)}
    order = list(dict.fromkeys(r["sector"] for r in rows))
    with drawing(0.95 + row_height(len(order)) * len(order)) as (figure, axes):
        axes.set_xlim(-0.5, len(sources) - 0.5)
        axes.set_ylim(len(order) - 0.5, -0.5)
        for row in rows:
            x, y, rank = column[row["article_id"]], order.index(row["sector"]), row["stage_rank"]
            shade = STAGE_SHADES[rank]
            axes.add_patch(Rectangle((x - 0.47, y - 0.44), 0.94, 0.88, facecolor=shade, edgecolor="none"))
            if len(sources) <= MARKED:
                color = PAPER if rank >= 2 else INK
                axes.text(x, y, SYMBOLS[rank], ha="center", va="center_baseline", color=color, fontsize=11)
        axes.set_yticks(range(len(order)), [name("sector", s) for s in order], color=INK)
        if len(sources) <= NUMBERED:
            whens = [_when(a, len(sources) <= DATED) for a in sources]
            heads = [f"{a['mark']}\n{when}" for a, when in zip(sources, whens, strict=True)]
            axes.set_xticks(range(len(sources)), heads, linespacing=1.15)
        else:
            years = [_when(a, False) for a in sources]
            firsts = {year: i for i, year in reversed(list(enumerate(years)))}
            room = 0.12 * len(sources)
            # Clippings without a date stand first; of the years, the newest are named before older ones.
            kept = [i for i in firsts.values() if not years[i].isdigit()]
            for i in sorted(firsts.values(), reverse=True):
                if years[i].isdigit() and all(abs(i - k) >= room * (1 if k else 1.4) for k in kept):
                    kept.append(i)
            axes.set_xticks(kept, [years[i] for i in kept], ha="left")
        axes.xaxis.tick_top()
        axes.tick_params(length=0)
        if by_year:
            axes.set_xlabel(tell("plot.stages_by_year"), color=SOFT)
            axes.xaxis.set_label_position("bottom")
        for side in axes.spines.values():
            side.set_visible(False)
        _key(figure)
    return figure


def _by_year(rows: list[dict], sources: list[dict]) -> tuple[list[dict], list[dict]]:
    """A column for each year in place of the clippings: the furthest stage that any of that year reports."""
    year = {a["article_id"]: (a["written"] or "")[:4] for a in sources}
    first = {year[a["article_id"]]: a for a in reversed(sources)}
    furthest: dict[tuple[str, str], dict] = {}
    for row in rows:
        key = row["sector"], year[row["article_id"]]
        if key not in furthest or row["stage_rank"] > furthest[key]["stage_rank"]:
            furthest[key] = {**row, "article_id": first[key[1]]["article_id"]}
    return list(furthest.values()), [first[name] for name in sorted(first)]


def sector_ladder(summary: pd.DataFrame) -> Figure:
    """How each sector climbed: where the first dated clipping saw it, and the furthest that any reports.

    Parameters
    ----------
    summary
        As `kzvn_analysis.analysis.sectors.summary` returns it.
    """
    rows = records(summary)
    if not rows:
        return empty(tell("plot.no_sectors"))
    rows.sort(key=lambda r: (-r["stage_rank"], r["movement"] != "advanced", r["sector"]))
    with drawing(0.8 + row_height(len(rows)) * len(rows)) as (figure, axes):
        axes.set_xlim(-0.95, len(STAGES) + 0.1)
        axes.set_ylim(len(rows) - 0.4, -0.6)
        for x in range(len(STAGES)):
            axes.axvline(x, color=FAINT, linewidth=0.8, zorder=0)
        for y, row in enumerate(rows):
            end, moved = row["stage_rank"], row["movement"] == "advanced"
            if moved:
                begin = STAGES.index(row["first_stage"])
                line = {"arrowstyle": "-|>", "color": KAZ, "linewidth": 1.4, "shrinkA": 3, "shrinkB": 4}
                axes.annotate("", (end, y), (begin, y), zorder=1, arrowprops=line)
                axes.plot(begin, y, "o", markersize=6, color=PAPER, markeredgecolor=KAZ, zorder=2)
                axes.text(begin - 0.1, y, _brief(row["first_when"]), ha="right", va="center", color=SOFT)
            axes.plot(end, y, "o", markersize=7.5, color=KAZ if moved else SOFT, zorder=3)
            if row["reached_when"]:
                axes.text(end + 0.12, y, _brief(row["reached_when"]), va="center", color=INK)
        axes.set_yticks(range(len(rows)), [name("sector", r["sector"]) for r in rows], color=INK)
        axes.set_xticks(range(len(STAGES)), [name("stage", s) for s in STAGES])
        axes.xaxis.tick_top()
        axes.tick_params(length=0)
        for side in axes.spines.values():
            side.set_visible(False)
        below(figure, tell("plot.ladder_key"))
    return figure


def _brief(when: str) -> str:
    """``February 2026`` as ``Feb 2026``; a year, or words that name no month, as they are."""
    first, _, rest = when.partition(" ")
    return f"{first[:3]} {rest}" if first in month_name and rest else when


def _key(figure: Figure) -> None:
    marks = [
        Patch(facecolor=shade, edgecolor=FAINT, linewidth=0.5, label=f"{symbol} {name('stage', stage)}")
        for shade, symbol, stage in zip(STAGE_SHADES, SYMBOLS, STAGES, strict=True)
    ]
    figure.legend(
        handles=marks,
        loc="outside lower center",
        ncols=4,
        fontsize=TEXT,
        handlelength=1.2,
        handletextpad=0.4,
        columnspacing=1.0,
    )


def _when(article: dict, month: bool) -> str:
    """When a clipping was published, in short: ``Aug 2023``, ``2025``, ``no date``."""
    if not article["written"]:
        return tell("plot.undated")
    words = article["published"].partition(" (")[0].split()
    return _brief(" ".join(words[-2:])) if month else article["written"][:4]
