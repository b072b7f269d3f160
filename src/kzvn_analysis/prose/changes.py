"""What changed, in words: a line for each change, the same in the briefing and on the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ..diff import Cell, Change
from ..reconcile.records import JOIN
from .describe import change as growth_of
from .describe import contact, describe, figure, flow, upper_first
from .markup import Md, escape, join
from .phrases import name, phrase
from .words import growth, listed, money, when, words

Row = Mapping[str, Any]


def told(change: Change) -> Md:
    """A change of what the sources say together, as a clause without its full stop."""
    return _TOLD[change.table](change)


def fact(change: Change) -> Md:
    """A change of a row of facts, as a clause without its full stop."""
    key = {"added": "fact_added", "gone": "fact_gone"}.get(change.kind, "fact_changed")
    changed = cells(c for c in change.cells if c.column != "quote")
    titled = key == "fact_changed" and change.row.get("title")
    what = escape(upper_first(titled)) if titled else describe(change.row)
    return phrase(f"changes.{key}", what=what, cells=changed)


def conflict(change: Change) -> Md:
    """What became of a disagreement: that sources now disagree, or no longer do; empty where it is as it was."""
    before, after = ((row or {}).get("agreement") == "conflict" for row in (change.old, change.new))
    if after and (change.cell("conflict_about") or not before):
        about = [name_of("about", part) for part in change.new["conflict_about"].split(JOIN)]
        return phrase("changes.disagree_about", what=listed(about))
    return phrase("changes.agree") if before and not after and change.new else Md("")


def cells(changed: Iterable[Cell]) -> Md:
    """Cells that differ: ``level was official visit, now state visit``."""
    return join([_cell(cell) for cell in changed], "; ")


def name_of(group: str, key: str) -> str:
    """The readers' word for a column, a kind, a section; a column that has none goes by its own name."""
    try:
        return str(phrase(f"changes.{group}.{key}"))
    except KeyError:
        return key.replace("_", " ")


def visit(row: Row) -> Md:
    """A contact with its date: ``To Lam’s state visit to Kazakhstan, from 5 to 7 May 2025``."""
    return escape(f"{contact(row)}, {when(row['period'])}" if row["period"] else contact(row))


def stages(changes: Iterable[Change]) -> list[tuple[Md, tuple[Change, ...]]]:
    """Sectors that moved the same way, together: the words for them, and the changes behind."""
    groups: dict[tuple, list[Change]] = {}
    for change in changes:
        way = (change.kind, *((row or {}).get("stage") for row in (change.old, change.new)))
        groups.setdefault(way, []).append(change)
    return [(_stage(*way, [c.row["sector"] for c in group]), tuple(group)) for way, group in groups.items()]


def _stage(kind: str, old: str | None, new: str | None, sectors: list[str]) -> Md:
    key = {"added": "stage_added", "gone": "stage_gone"}.get(kind, "stage_moved")
    shown = {"old": name("stage", old, ""), "new": name("stage", new, "")}
    return phrase(f"changes.{key}", sectors=listed([name("sector", s) for s in sectors]), **shown)


def _trade(change: Change) -> Md:
    if change.kind != "changed":
        key = "figure_added" if change.kind == "added" else "figure_gone"
        return phrase(f"changes.{key}", what=_statistic(change.row), state=_state(change.row, growth=True))
    grew = change.cell("change_ratio", "change_base")
    old, new = (_state(row, growth=grew) for row in (change.old, change.new))
    what = _statistic(change.row)
    told = phrase("changes.was_now", what=what, old=old, new=new) if old != new else what
    return join([told, conflict(change)], "; " if old != new else ": ")


def _statistic(row: Row) -> Md:
    what = flow(row)
    target = row["status"] == "target"
    if target and not row["reporter"]:
        what = what[:1].lower() + what[1:]
    if row["period"]:
        return phrase("changes.target_for" if target else "changes.in_period", what=what, period=words(row["period"]))
    return phrase("changes.target" if target else "changes.no_period", what=what)


def _state(row: Row, *, growth: bool) -> Md:
    """What is shown, how far sources spread, and how many they are."""
    value = figure(row)
    parts = [value, growth_of(row) if growth or not value else None]
    shown = ", ".join(part for part in parts if part) or phrase("changes.no_amount")
    told = {"value": shown, "n": int(row["sources"])}
    return phrase("changes.state", spread=_spread(row), **told) if value else phrase("changes.state_growth", **told)


def _spread(row: Row) -> Md:
    if row["value_usd"] is None or row["low"] is None:
        return Md("")
    top = row["value_usd_max"] if row["value_usd_max"] is not None else row["value_usd"]
    down, up = row["low"] < row["value_usd"], row["high"] > top
    if not (down or up):
        return Md("")
    key = "spread_both" if down and up else "spread_down" if down else "spread_up"
    # The space before it stands in the template; a clause loses its own.
    return Md(" " + phrase(f"changes.{key}", low=money(row["low"]), high=money(row["high"])))


def _visit(change: Change) -> Md:
    row = change.row
    if change.kind == "added":
        key = "visit_planned" if row["status"] == "planned" else "visit_added"
        return join([phrase(f"changes.{key}", visit=visit(row)), conflict(change)], "; ")
    if change.kind == "gone":
        return phrase("changes.visit_gone", visit=visit(row))
    shown = [c for c in change.cells if c.column not in ("low", "high", "agreement", "conflict_about")]
    # Who, where and when stand in the words before: what they were is enough to know.
    said = join([cells(shown or [c for c in change.cells if c.column in ("low", "high")]), conflict(change)], "; ")
    return phrase("changes.visit_changed", visit=visit(row), cells=said)


def _one_stage(change: Change) -> Md:
    return stages([change])[0][0]


def _cell(cell: Cell) -> Md:
    if cell.column == "corrected":
        return phrase("changes.corrected", new=cell.new) if cell.new else phrase("changes.uncorrected")
    told = {"column": name_of("columns", cell.column)}
    if cell.old is not None:
        told["old"] = value(cell.column, cell.old)
    if cell.new is not None:
        told["new"] = value(cell.column, cell.new)
    key = "cell_first" if cell.old is None else "cell_lost" if cell.new is None else "cell"
    return phrase(f"changes.{key}", **told)


def value(column: str, found: Any) -> str:
    """A cell's value as readers read it."""
    return str(_VALUES.get(column, _plain)(found))


def _plain(found: Any) -> str:
    return f"{found:,.10g}" if isinstance(found, float) else listed(str(found).split(JOIN))


def _named(group: str) -> Callable[[str], str]:
    return lambda key: name(group, key, key)


def _day(found: str) -> str:
    return words(found)


def _amount(found: float | str) -> str:
    return words(found) if isinstance(found, str) else money(found)  # of a visit, the first and last day


_VALUES: dict[str, Callable[[Any], str]] = {
    "value_usd": money, "value_usd_max": money, "low": _amount, "high": _amount,
    "change_ratio": growth, "change_low": growth, "change_high": growth,
    "period": _day, "change_base": _day, "in_force": _day, "published": _day,
    "level": _named("level"), "stage": _named("stage"), "sector": _named("sector"), "kind": _named("kind"),
    "origin": _named("country"), "host": _named("country"), "reporter": _named("country"),
}  # fmt: skip
_TOLD = {"reconciled_trade": _trade, "reconciled_visits": _visit, "stages": _one_stage}
