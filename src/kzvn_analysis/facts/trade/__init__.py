"""Trade figures: what the two countries sell each other, as each clipping reports it."""

from __future__ import annotations

from .find import find_trade
from .row import BOUNDS, FLOWS, TradeFact

__all__ = ["BOUNDS", "FLOWS", "TradeFact", "find_trade"]
