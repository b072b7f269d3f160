"""What changed in what all clippings together say: figures, visits, and how far each sector has come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..analysis.dossier import Dossier
from ..facts.sectors import STAGES
from ..periods import bounds, overlap
from ..reconcile.names import plain
from ..reconcile.records import JOIN
from . import pairing
from .model import Cell, Change

Row = Mapping[str, Any]

# What readers are told of a row; names of rows and rules, and spellings, are left out.
COLUMNS = {
    "reconciled_trade": (
        "value_usd", "value_usd_max", "bound", "low", "high", "change_ratio", "change_base", "change_low",
        "change_high", "sources", "agreement", "conflict_about",
    ),
    "reconciled_visits": (
        "visitor", "visitor_role", "origin", "host", "level", "period", "low", "high", "status", "counterpart",
        "sources", "agreement", "conflict_about",
    ),
    "stages": ("stage",),
}  # fmt: skip
_SLACK_DAYS = 3


def changed_together(old: Dossier, new: Dossier, became: Mapping[str, str]) -> list[Change]:
    """The reconciled rows and the stages of sectors that differ.

    Parameters
    ----------
    old, new
    became
        The new `fact_id` by the old one, for each fact that is on both sides.
    """
    trade = pairing.same(old.rows("reconciled_trade"), new.rows("reconciled_trade"), _statistic)
    visits = _pair_visits(old.rows("reconciled_visits"), new.rows("reconciled_visits"), became)
    stages = pairing.same(_stages(old), _stages(new), lambda row: row["sector"])
    out: list[Change] = []
    for table, (pairs, gone, added) in (
        ("reconciled_trade", trade),
        ("reconciled_visits", visits),
        ("stages", stages),
    ):
        out += sorted(_changes(table, pairs, gone, added), key=_order)
    return out


def _changes(table: str, pairs: Iterable[pairing.Pair], gone: Iterable[Row], added: Iterable[Row]) -> Iterable[Change]:
    for row, other in pairs:
        cells = [Cell(name, row[name], other[name]) for name in COLUMNS[table] if row[name] != other[name]]
        if cells:
            yield Change(table, row, other, tuple(cells))
    yield from (Change(table, row, None) for row in gone)
    yield from (Change(table, None, row) for row in added)


def _order(change: Change) -> tuple:
    """The latest first, undated ones last."""
    period = change.row.get("period")
    last = bounds(period)[1].toordinal() if period else 0
    return (-last, change.kind, pairing.content(change.row))


def _statistic(row: Row) -> tuple:
    """What a trade row counts; without a period, only equal figures are known to be about the same time."""
    span = bounds(row["period"]) if row["period"] else None
    extra = () if span else (row["value_usd"], row["value_usd_max"], row["change_ratio"])
    return (row["flow"], row["reporter"], span, row["status"], extra)


def _pair_visits(old: list[Row], new: list[Row], became: Mapping[str, str]) -> tuple[list, list, list]:
    """Visits that share a report; then those of one traveller to one place at about one time."""

    reports = {id(row): frozenset(became.get(i, f"gone {i}") for i in row["fact_ids"].split(JOIN)) for row in old}
    reports |= {id(row): frozenset(row["fact_ids"].split(JOIN)) for row in new}

    def merit(a: Row, b: Row) -> float | None:
        shared = len(reports[id(a)] & reports[id(b)])
        alike = plain(a["visitor"] or "") == plain(b["visitor"] or "") and a["host"] == b["host"]
        when = bool(a["period"] and b["period"] and overlap(a["period"], b["period"], _SLACK_DAYS))
        if not shared and not (alike and when and a["visitor"]):
            return None
        return 4 * shared + 2 * alike + when + (a["level"] == b["level"]) / 2

    same, left, right = pairing.same(old, new, lambda row: reports[id(row)])
    others, gone, added = pairing.best(left, right, merit)
    return [*same, *others], gone, added


def _stages(dossier: Dossier) -> list[Row]:
    """The furthest stage of each sector that any clipping reports, and the rows that report it."""
    rows = dossier.rows("sectors")
    out = []
    for sector in sorted({row["sector"] for row in rows}):
        own = [row for row in rows if row["sector"] == sector]
        stage = max((row["stage"] for row in own), key=STAGES.index)
        ids = sorted(row["fact_id"] for row in own if row["stage"] == stage)
        out.append({"sector": sector, "stage": stage, "fact_ids": JOIN.join(ids)})
    return out
