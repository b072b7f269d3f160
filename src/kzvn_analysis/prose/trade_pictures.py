"""What the pictures of trade show: in one sentence, and for those who can't see them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..analysis import trade as figures
from ..analysis.dossier import Dossier
from ..periods import bounds
from ..reconcile.records import newest_first, records
from .balance import partner
from .describe import figure, flow
from .markup import Md
from .phrases import name, say, tell
from .words import money, number, words

Row = Mapping[str, Any]


def says_periods(dossier: Dossier, period: str = "") -> Md:
    """The picture of figures by period in one sentence."""
    shown = [r for r in records(figures.figures(dossier, period)) if r["value_usd"] is not None]
    year = figures.latest_full_year(dossier, period=period)
    if not shown:
        return say("trade.none")
    if year is None:
        return say("trade.says_periods_no_year", n=len(shown))
    differ = "amount" in (year.row["conflict_about"] or "")
    key = "trade.says_periods_differ" if differ else "trade.says_periods"
    return say(key, year=str(year.year), value=figure(year.row))


def says_balance(dossier: Dossier, period: str = "") -> Md:
    """The picture of exports and imports in one sentence."""
    rows = newest_first(figures.balances(dossier, period))
    if not rows:
        return say("trade.no_balance")
    row = rows[0]
    places = {
        "country": name("country", row["reporter"]),
        "partner": partner(row),
        "period": words(row["period"]),
    }
    if not row["balance_usd"]:
        return say("trade.says_balance_even", **places)
    kind = "had a surplus of" if row["balance_usd"] > 0 else "had a deficit of"
    return say("trade.says_balance", kind=kind, balance=money(abs(row["balance_usd"])), **places)


def alt_periods(dossier: Dossier, period: str = "", limit: int = 6) -> str:
    """The picture of figures by period, for those who can't see it."""
    rows = records(figures.turnover(dossier, period))
    if not rows:
        return tell("trade.alt.none")
    groups = []
    for kind in ("year", "part", "years", "unknown", "target"):
        own = [r for r in rows if (r["coverage"] if r["status"] == "reported" else "target") == kind]
        own.sort(key=lambda r: bounds(r["period"]) if r["period"] else (), reverse=True)
        if own:
            items = [_item(r) for r in own[:limit]]
            if len(own) > limit:
                items.append(f"and {number(len(own) - limit)} more")
            groups.append(tell(f"trade.alt.{kind}", items="; ".join(items)))
    return tell("trade.alt.periods", n=len(rows), groups=" ".join(groups))


def _item(row: Row) -> str:
    what = "" if row["flow"] == "turnover" else f"{flow(row)} "
    source = row["source"].replace(" (", ", ").rstrip(")")  # no brackets within brackets
    return f"{what}{words(row['period']) + ' ' if row['period'] else ''}{figure(row)} ({source})"


def alt_balance(dossier: Dossier, period: str = "", limit: int = 6) -> str:
    """The picture of exports and imports, for those who can't see it."""
    rows = newest_first(figures.each_once(figures.balances(dossier, period)))
    if not rows:
        return tell("trade.alt.balance_none")
    items = [
        tell(
            "trade.alt.balance_item",
            country=name("country", r["reporter"]),
            period=words(r["period"]),
            out=money(r["export_usd"]),
            back=money(r["import_usd"]),
            balance=money(r["balance_usd"]),
        )
        for r in rows[:limit]
    ]
    return tell("trade.alt.balance", n=len(rows), items=" ".join(items))
