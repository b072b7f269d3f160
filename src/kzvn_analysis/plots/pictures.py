"""The briefing's pictures, each by one short call: what is drawn, and its description, from a dossier."""

from __future__ import annotations

from collections.abc import Sequence

from ..analysis import sectors, trade, visits
from ..analysis.dossier import Dossier
from ..prose import sectors as sector_words
from ..prose import trade_pictures, visit_pictures
from .picture import Picture
from .routes import route_map
from .sectors import sector_ladder as draw_ladder
from .sectors import sector_stages as draw_stages
from .trade import trade_balance as draw_balance
from .trade import trade_by_period
from .visits import visit_intervals as draw_intervals
from .visits import visits_timeline as draw_timeline


def trade_periods(dossier: Dossier, period: str = "") -> Picture:
    """Turnover by period, as each clipping reports it.

    Parameters
    ----------
    dossier
        As `kzvn_analysis.dossier` or `kzvn_analysis.open_dossier` gives it.
    period
        EDTF; only figures whose period shares a day with it.  Empty: all.
    """
    return Picture(trade_by_period(trade.turnover(dossier, period)), alt=trade_pictures.alt_periods(dossier, period))


def trade_balance(dossier: Dossier, period: str = "") -> Picture:
    """Exports, imports and the balance between them, where one clipping gives both."""
    found = trade.each_once(trade.balances(dossier, period))
    return Picture(draw_balance(found), alt=trade_pictures.alt_balance(dossier, period))


def visits_timeline(dossier: Dossier, levels: Sequence[str] = ()) -> Picture:
    """Visits and meetings by direction; only those of the `levels` named, or all."""
    rows = visits.timeline(dossier, levels)
    return Picture(draw_timeline(rows, dossier.as_of), alt=visit_pictures.alt_timeline(dossier, levels))


def visit_intervals(dossier: Dossier, levels: Sequence[str] = ()) -> Picture:
    """The time between one top-level visit and the next."""
    rows = visits.intervals(visits.timeline(dossier, levels), dossier.as_of)
    return Picture(draw_intervals(rows, dossier.as_of), alt=visit_pictures.alt_intervals(dossier, levels))


def sector_stages(dossier: Dossier, min_stage: str = "mentioned") -> Picture:
    """The stage of each sector in each clipping, from `min_stage` on."""
    return Picture(
        draw_stages(sectors.cells(dossier, min_stage), sectors.articles(dossier)),
        alt=sector_words.alt_stages(dossier, min_stage),
    )


def sector_ladder(dossier: Dossier, min_stage: str = "mentioned") -> Picture:
    """How the sectors moved from stage to stage."""
    return Picture(draw_ladder(sectors.summary(dossier, min_stage)), alt=sector_words.alt_ladder(dossier, min_stage))


def routes(dossier: Dossier) -> Picture:
    """Flights, rail and corridor links that the clippings name, on a map."""
    return Picture(route_map(sectors.routes(dossier)), alt=sector_words.alt_routes(dossier))
