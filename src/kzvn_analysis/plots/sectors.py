"""Pictures of sectors: how far each clipping says each has come, and how each moved."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from ..facts.sectors import STAGES
from ..prose.phrases import name, tell
from ..reconcile.records import records
from .style import FAINT, INK, KAZ, PAPER, ROW, SOFT, STAGE_SHADES, drawing, empty, shorten

SYMBOLS = ("○", "◔", "◑", "●")
WIDE = 16  # columns that still have room for a symbol each


def sector_stages(cells: pd.DataFrame, articles: pd.DataFrame) -> Figure:
    """Sector × clipping, the stage as shade and as symbol.

    Parameters
    ----------
    cells, articles
        As `kzvn_analysis.analysis.sectors.cells` and `.articles` return them.
    """
    rows = records(cells)
    if not rows:
        return empty(tell("plot.no_sectors"))
    sources = [a for a in records(articles) if any(r["article_id"] == a["article_id"] for r in rows)]
    column = {a["article_id"]: i for i, a in enumerate(sources)}
    order = list(dict.fromkeys(r["sector"] for r in rows))
    few = len(sources) <= WIDE
    with drawing((1.75 if few else 1.1) + ROW * len(order)) as (figure, axes):
        axes.set_xlim(-0.5, len(sources) - 0.5)
        axes.set_ylim(len(order) - 0.5, -0.5)
        for row in rows:
            x, y, rank = column[row["article_id"]], order.index(row["sector"]), row["stage_rank"]
            axes.add_patch(Rectangle((x - 0.47, y - 0.44), 0.94, 0.88, facecolor=STAGE_SHADES[rank], edgecolor="none"))
            if few:
                axes.text(x, y, SYMBOLS[rank], ha="center", va="center_baseline", color=PAPER if rank >= 2 else INK, fontsize=10)
        axes.set_yticks(range(len(order)), [name("sector", s) for s in order])
        if few:
            axes.set_xticks(range(len(sources)), [_source(a) for a in sources], rotation=40 if len(sources) > 2 else 0,
                            ha="left" if len(sources) > 2 else "center", rotation_mode="anchor", fontsize=7.5)
        else:
            step = -(-len(sources) // 6)
            axes.set_xticks(range(0, len(sources), step), [a['published'] for a in sources[::step]], fontsize=7.5, ha="left")
        axes.xaxis.tick_top()
        axes.tick_params(length=0)
        for side in axes.spines.values():
            side.set_visible(False)
        _key(figure)
    return figure


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
    with drawing(0.9 + ROW * len(rows)) as (figure, axes):
        axes.set_xlim(-0.75, len(STAGES) - 0.15)
        axes.set_ylim(len(rows) - 0.4, -0.6)
        for x in range(len(STAGES)):
            axes.axvline(x, color=FAINT, linewidth=0.8, zorder=0)
        for y, row in enumerate(rows):
            end = row["stage_rank"]
            if row["movement"] == "advanced":
                begin = STAGES.index(row["first_stage"])
                axes.annotate("", (end, y), (begin, y), zorder=1,
                              arrowprops={"arrowstyle": "-|>", "color": KAZ, "linewidth": 1.4, "shrinkA": 3, "shrinkB": 4})
                axes.plot(begin, y, "o", markersize=5.5, color=PAPER, markeredgecolor=KAZ, zorder=2)
                axes.text(begin - 0.07, y, row["first_when"], ha="right", va="center", fontsize=7, color=SOFT)
            axes.plot(end, y, "o", markersize=7, color=KAZ if row["movement"] == "advanced" else SOFT, zorder=3)
            if row["reached_when"]:
                axes.text(end + 0.09, y, row["reached_when"], va="center", fontsize=7, color=INK)
        axes.set_yticks(range(len(rows)), [name("sector", r["sector"]) for r in rows])
        axes.set_xticks(range(len(STAGES)), [name("stage", s) for s in STAGES])
        axes.xaxis.tick_top()
        axes.tick_params(length=0)
        for side in axes.spines.values():
            side.set_visible(False)
        figure.supxlabel(tell("plot.ladder_key"), fontsize=7.5, color=SOFT)
    return figure


def _key(figure: Figure) -> None:
    text = "    ".join(f"{SYMBOLS[i]} {name('stage', s)}" for i, s in enumerate(STAGES))
    figure.supxlabel(text, fontsize=8, color=SOFT)


def _source(article: dict) -> str:
    return f"{shorten(article['outlet'], 20)}\n{article['published']}"
