"""The look all pictures share: sizes, colours, and labels that never lie on each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Annotation
from matplotlib.transforms import Bbox

WIDTH = 5.6  # inches: the measure of a page, and still legible on a phone
ROW = 0.27  # inches for a row of text
INK, SOFT, FAINT, PAPER = "#1b2733", "#5a6875", "#d5dbe1", "#ffffff"
# Okabe & Ito's colours, told apart by colour-blind readers; their lightness differs too, for print in grey.
KAZ, VNM, BOTH, TARGET = "#0072b2", "#d55e00", "#1b2733", "#8a6d00"
STAGE_SHADES = ("#e8eef3", "#b7cede", "#5f9cc5", "#0b5c94")
_RC = {
    "font.family": ["DejaVu Sans"],  # comes with matplotlib and holds Vietnamese and Kazakh letters
    "font.size": 8.5,
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
    "xtick.labelsize": 8,
    "ytick.labelsize": 8,
    "grid.color": FAINT,
    "grid.linewidth": 0.6,
    "lines.linewidth": 1.4,
    "figure.facecolor": PAPER,
    "axes.facecolor": PAPER,
    "legend.frameon": False,
}


@contextmanager
def drawing(height: float, width: float = WIDTH) -> Iterator[tuple[Figure, Axes]]:
    """A figure of the house's style to draw in, without touching pyplot's state."""
    with mpl.rc_context({**mpl.rcParamsDefault, "backend": mpl.rcParams["backend"], **_RC}):
        figure = Figure(figsize=(width, height), layout="constrained")
        FigureCanvasAgg(figure)
        yield figure, figure.add_subplot()


def empty(words: str) -> Figure:
    """A figure that says that there is nothing to draw."""
    with drawing(1.0) as (figure, axes):
        axes.set_axis_off()
        axes.text(0.5, 0.5, words, ha="center", va="center", color=SOFT, transform=axes.transAxes)
    return figure


def shorten(text: str, width: int) -> str:
    """`text` in at most `width` letters, an ellipsis for what is cut."""
    return text if len(text) <= width else text[: width - 1].rstrip(" ,;–-") + "…"


class Labels:
    """Puts labels beside points where there is room; a label that fits nowhere is left to the table.

    Labels are asked for in order of importance.  `place` draws them after the layout is settled, so that
    sizes are the final ones.
    """

    def __init__(self, axes: Axes) -> None:
        self.axes = axes
        self.wanted: list[tuple[float, float, str, dict]] = []
        self.taken: list[tuple[float, float, float]] = []

    def avoid(self, x: float, y: float, radius: float = 5) -> None:
        """Keep labels off a mark at (x, y), `radius` points around it."""
        self.taken.append((x, y, radius))

    def ask(self, x: float, y: float, text: str, **style: object) -> None:
        """A label for the point (x, y)."""
        self.wanted.append((x, y, text, style))

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
        for x, y, text, style in self.wanted:
            for dx, dy, ha, va in spots or SPOTS:
                label = self.axes.annotate(
                    text, (x, y), (dx, dy), textcoords="offset points", ha=ha, va=va, fontsize=7.5,
                    bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 0.3, "alpha": 0.75}, **style,
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
                left_over.append(text)
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


def font_folder() -> Path:
    """The folder of the fonts that the pictures are set in."""
    return Path(mpl.get_data_path()) / "fonts" / "ttf"
