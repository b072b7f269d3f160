"""The look all pictures share: sizes, colours, and labels that never lie on each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import product
from textwrap import fill

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Annotation
from matplotlib.transforms import Bbox

WIDTH = 4.8  # inches: on a phone's width a point is about a pixel, and letters stay legible
TEXT = 9.5  # points: the smallest letters, so that none is below nine pixels on a phone
ROW = 0.25  # inches for a row of text
INK, SOFT, FAINT, PAPER = "#1b2733", "#55616c", "#d5dbe1", "#ffffff"
# Okabe & Ito's colours, told apart by colour-blind readers; their lightness differs too, for print in grey.
KAZ, VNM, BOTH, TARGET = "#0072b2", "#c44e00", "#1b2733", "#806300"
STAGE_SHADES = ("#e8eef3", "#b7cede", "#5f9cc5", "#0b5c94")
FAMILY = "Briefing Sans"
_RC = {
    # Fira Sans holds Vietnamese and Kazakh letters; circles come from matplotlib's own font.
    "font.family": [FAMILY, "DejaVu Sans"],
    "font.size": TEXT,
    "text.color": INK,
    "text.parse_math": False,  # a dollar sign is a dollar sign
    "axes.edgecolor": SOFT,
    "axes.labelcolor": SOFT,
    "axes.linewidth": 0.7,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "xtick.color": SOFT,
    "ytick.color": SOFT,
    "xtick.labelsize": TEXT,
    "ytick.labelsize": TEXT,
    "grid.color": FAINT,
    "grid.linewidth": 0.6,
    "lines.linewidth": 1.4,
    "figure.facecolor": PAPER,
    "axes.facecolor": PAPER,
    "legend.frameon": False,
}


@contextmanager
def sheet(height: float) -> Iterator[Figure]:
    """An empty figure of the house's style, without touching pyplot's state."""
    _know_fonts()
    with mpl.rc_context({**mpl.rcParamsDefault, "backend": mpl.rcParams["backend"], **_RC}):
        figure = Figure(figsize=(WIDTH, height), layout="constrained")
        FigureCanvasAgg(figure)
        yield figure


@contextmanager
def drawing(height: float) -> Iterator[tuple[Figure, Axes]]:
    """A figure of the house's style with one field to draw in."""
    with sheet(height) as figure:
        yield figure, figure.add_subplot()


@cache
def _know_fonts() -> None:
    """Make the fonts of the package known, under a name that no font of the machine has."""
    for weight in ("Regular", "Bold"):
        font = str(files("fontpkg_fira_sans") / "files" / f"FiraSans-{weight}.ttf")
        font_manager.fontManager.ttflist.append(
            replace(font_manager.ttfFontProperty(font_manager.get_font(font)), name=FAMILY)
        )


def empty(words: str) -> Figure:
    """A figure that says that there is nothing to draw."""
    with drawing(0.9) as (figure, axes):
        axes.set_axis_off()
        axes.text(0.5, 0.5, words, ha="center", va="center", color=SOFT, transform=axes.transAxes)
    return figure


def row_height(rows: int) -> float:
    """Inches for each of so many rows of text: many stand closer, so that a page still holds them."""
    return ROW if rows <= 10 else 0.2


def shorten(text: str, width: int) -> str:
    """`text` in at most `width` letters, an ellipsis for what is cut."""
    return text if len(text) <= width else text[: width - 1].rstrip(" ,;–-") + "…"


def below(figure: Figure, words: str) -> None:
    """Words under a figure, in as many lines as they need."""
    figure.supxlabel(fill(words, 60), fontsize=TEXT, color=SOFT, linespacing=1.15)


class Labels:
    """Puts labels beside points where there is room; a label that fits nowhere is left to the table.

    Labels are asked for in order of importance.  `place` draws them after the layout is settled, so that
    sizes are the final ones.
    """

    def __init__(self, axes: Axes) -> None:
        self.axes = axes
        self.wanted: list[tuple[float, float, tuple[str, ...], dict]] = []
        self.taken: list[tuple[float, float, float]] = []

    def avoid(self, x: float, y: float, radius: float = 5) -> None:
        """Keep labels off a mark at (x, y), `radius` points around it."""
        self.taken.append((x, y, radius))

    def ask(self, x: float, y: float, *texts: str, **style: object) -> None:
        """A label for the point (x, y): the first of `texts` that has room."""
        self.wanted.append((x, y, texts, style))

    def place(self, spots: Sequence[tuple[float, float, str, str]] = ()) -> list[str]:
        """Draw what fits and return the texts that did not."""
        figure = self.axes.figure
        figure.draw_without_rendering()
        renderer, dots = figure.canvas.get_renderer(), figure.dpi / 72
        boxes = [text.get_window_extent(renderer) for text in self.axes.texts]
        for x, y, radius in self.taken:
            px, py = self.axes.transData.transform((x, y))
            boxes.append(Bbox.from_bounds(px - radius * dots, py - radius * dots, 2 * radius * dots, 2 * radius * dots))
        frame = self.axes.get_window_extent(renderer).padded(2 * dots)
        left_over = []
        for x, y, texts, style in self.wanted:
            for text, (dx, dy, ha, va) in product(texts, spots or SPOTS):
                label = self.axes.annotate(
                    text,
                    (x, y),
                    (dx, dy),
                    textcoords="offset points",
                    ha=ha,
                    va=va,
                    fontsize=TEXT,
                    bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 0.3, "alpha": 0.75},
                    **style,
                )
                label.set_in_layout(False)
                box = label.get_window_extent(renderer).padded(1.2 * dots)
                inside = frame.x0 <= box.x0 and box.x1 <= frame.x1 and frame.y0 <= box.y0 and box.y1 <= frame.y1
                if inside and not any(box.overlaps(other) for other in boxes):
                    boxes.append(box)
                    _leader(label, dx, dy)
                    break
                label.remove()
            else:
                left_over.append(texts[0])
        return left_over


SPOTS = (
    (7, 0, "left", "center"),
    (-7, 0, "right", "center"),
    (0, 8, "center", "bottom"),
    (0, -8, "center", "top"),
    (6, 6, "left", "bottom"),
    (-6, 6, "right", "bottom"),
    (6, -6, "left", "top"),
    (-6, -6, "right", "top"),
    (0, 20, "center", "bottom"),
    (0, -20, "center", "top"),
    (14, 18, "left", "bottom"),
    (-14, 18, "right", "bottom"),
    (14, -18, "left", "top"),
    (-14, -18, "right", "top"),
)


def _leader(label: Annotation, dx: float, dy: float) -> None:
    """A thin line from a label that stands off to its point."""
    if abs(dx) + abs(dy) > 15:
        label.axes.annotate(
            "",
            label.xy,
            (dx * 0.8, dy * 0.85),
            textcoords="offset points",
            arrowprops={"arrowstyle": "-", "color": SOFT, "linewidth": 0.5, "shrinkB": 3, "shrinkA": 0},
        ).set_in_layout(False)
