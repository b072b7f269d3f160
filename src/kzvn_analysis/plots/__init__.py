"""Pictures: one function each, a table from `kzvn_analysis.analysis` in, a matplotlib Figure out."""

from __future__ import annotations

from .picture import Picture
from .routes import route_map
from .sectors import sector_ladder, sector_stages
from .trade import trade_balance, trade_by_period
from .visits import visit_intervals, visits_timeline

__all__ = [
    "Picture",
    "route_map",
    "sector_ladder",
    "sector_stages",
    "trade_balance",
    "trade_by_period",
    "visit_intervals",
    "visits_timeline",
]
