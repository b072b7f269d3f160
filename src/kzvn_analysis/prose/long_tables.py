"""Tables of many rows: the weightiest are shown, and one line says how many more there are and where."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from .markup import Md
from .phrases import phrase

Row = Mapping[str, Any]
R = TypeVar("R")
MOST = 25
BLANK = Md("&nbsp;")  # a cell without anything, not even a dash


def weightiest(rows: Sequence[Row], weight: Callable[[Row], tuple], most: int = MOST) -> list[Row]:
    """At most `most` rows: those that sort first by `weight`, then those that come first, in their old order."""
    if len(rows) <= most:
        return list(rows)
    kept = sorted(range(len(rows)), key=lambda i: (*weight(rows[i]), i))[:most]
    return [rows[i] for i in sorted(kept)]


def alike_together(rows: Sequence[R], key: Callable[[R], tuple], most: int = MOST) -> list[list[R]]:
    """The rows in groups that say the same, where there are more than `most`; else each by itself."""
    if len(rows) <= most:
        return [[row] for row in rows]
    groups: dict[tuple, list[R]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return list(groups.values())


def more_rows(n: int, table: str) -> Md:
    """What stands in the last row of a table that is cut: how many more there are, and in which file."""
    return phrase("evidence.more_rows", n=n, file=f"tables/{table}.csv")
