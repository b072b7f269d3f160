"""What changed between two sets of tables, told fact by fact."""

from __future__ import annotations

from .compare import compare
from .model import Cell, Change, Difference
from .sides import Side, open_side, side_of

__all__ = ["Cell", "Change", "Difference", "Side", "compare", "open_side", "side_of"]
