"""Exports, imports and the balance between them, in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..analysis import trade as figures
from ..analysis.dossier import Dossier
from ..reconcile.records import newest_first
from .markup import Md, join
from .phrases import name, say
from .sources import mark
from .words import money, when, words

Row = Mapping[str, Any]


def balance(dossier: Dossier) -> Md:
    """The balance of the newest period that has exports and imports, in a sentence."""
    row = newest_first(figures.balances(dossier))[0]
    told = {
        "when": when(row["period"]),
        "country": name("country", row["reporter"]),
        "partner": partner(row),
        "export": money(row["export_usd"]),
        "import": money(row["import_usd"]),
        "mark": mark(dossier, row["fact_ids"]),
    }
    if not row["balance_usd"]:
        return say("trade.balance_even", **told)
    kind = "surplus" if row["balance_usd"] > 0 else "deficit"
    return say("trade.balance", **told, kind=kind, balance=money(abs(row["balance_usd"])))


def both_ways(dossier: Dossier, period: str = "") -> Md:
    """Who gives exports and imports, and whether they make the turnover."""
    rows = newest_first(figures.each_once(figures.balances(dossier, period)))
    if not rows:
        return say("trade.no_balance")
    row = rows[0]
    first = say(
        "trade.both_ways",
        source=dossier.sources[row["article_id"]].cited,
        period=words(row["period"]),
        country=name("country", row["reporter"]),
        partner=partner(row),
        export=money(row["export_usd"]),
        **{"import": money(row["import_usd"])},
        mark=mark(dossier, row["fact_ids"]),
    )
    if not row["exact"]:
        check = say("trade.balance_rounded")
    elif row["turnover_usd"] is None:
        check = say("trade.balance_no_turnover")
    elif row["adds_up"] is None:
        check = say("trade.balance_rounded")
    else:
        check = (
            say("trade.balance_adds", turnover=money(row["turnover_usd"]))
            if row["adds_up"]
            else say("trade.balance_adds_not", sum=money(row["sum_usd"]), turnover=money(row["turnover_usd"]))
        )
    return join([first, check, say("trade.balance_more", n=len(rows) - 1) if len(rows) > 1 else ""])


def partner(row: Row) -> str:
    """The other country of a row, by name."""
    return name("country", {"KAZ": "VNM", "VNM": "KAZ"}[row["reporter"]])
