"""Pictures: one function each, a table from `kzvn_analysis.analysis` in, a matplotlib Figure out.

`pictures` draws the briefing's own from a dossier, each by one short call.
"""

from __future__ import annotations

from . import pictures
from .picture import Picture
from .routes import route_map
from .sectors import sector_ladder, sector_stages
from .trade import trade_balance, trade_by_period
from .visits import visit_intervals, visits_timeline

__all__ = [
    "Picture",
    "pictures",
    "route_map",
    "sector_ladder",
    "sector_stages",
    "trade_balance",
    "trade_by_period",
    "visit_intervals",
    "visits_timeline",
]
