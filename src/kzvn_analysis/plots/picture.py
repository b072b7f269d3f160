"""A figure as a notebook shows it: an SVG with the same bytes every time, and its text alternative."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure


@dataclass(frozen=True)
class Picture:
    """A figure with its text alternative; a notebook cell that ends in one shows it.

    Parameters
    ----------
    figure
        As the functions of `kzvn_analysis.plots` return it.
    alt
        What the picture shows, in words, for those who can't see it.
    """

    figure: Figure
    alt: str

    def svg(self) -> str:
        """The picture as SVG; letters are outlines, so it looks alike wherever it is opened."""
        out = io.StringIO()
        # Ids come from a hash of the content, and no date is written: the same figure is the same bytes.
        with mpl.rc_context({"svg.hashsalt": "kzvn", "svg.fonttype": "path", "path.simplify_threshold": 0.4}):
            self.figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
        return out.getvalue()

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> tuple[dict[str, str], dict[str, Any]]:
        return {"image/svg+xml": self.svg(), "text/plain": self.alt}, {"image/svg+xml": {"alt": self.alt}}
