"""Which fact is which: two rows of one clipping and table that are about the same thing.

Three things make two rows one fact; where several rows fit, the pair that shares most wins.

- They have the same name (`fact_id`): what was read is the same, and an analyst corrected it.
- All that they are about is equal: the flow, country, year and status of a figure, the traveller, way and time
  of a visit, the title of an agreement.
- They are read from the same words, or nearly, and most of what they say is the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from ..facts import TABLES, columns
from ..periods import same as same_time
from ..reconcile.names import plain
from ..row_names import without_number
from . import pairing
from .model import Cell, Change

Row = Mapping[str, Any]

# What a row is about, and which of these it must know to be told from others.
_ABOUT = {
    "trade": ("flow", "reporter", "period", "status"),
    "visits": ("visitor", "origin", "host", "period"),
    "agreements": ("kind", "title"),
    "projects": ("title",),
    "sectors": ("sector",),
}
_KNOWN = {
    "trade": ("period",),
    "visits": ("visitor", "period"),
    "agreements": ("title",),
    "projects": ("title",),
    "sectors": ("sector",),
}
_PROVENANCE = {"article_id", "start", "end", "quote", "rule"}
_PERIODS = {"period", "in_force", "change_base"}
_NEARLY = 0.6  # of the words of two sentences, by Dice
_MOST = 0.6  # of what two rows say; a column of their identity counts twice


def match_facts(
    table: str, old: list[Row], new: list[Row], unknown: frozenset[str] = frozenset()
) -> tuple[list[pairing.Pair], list[Row], list[Row]]:
    """Pair one clipping's rows of a table.

    Parameters
    ----------
    table
    old, new
        The rows on either side.
    unknown
        Columns that one of the sides does not have.

    Returns
    -------
    (pairs, rows that are gone, rows that were added)
    """
    compared = [name for name in said(table) if name not in unknown]

    def values(row: Row) -> tuple:
        return tuple(row[name] for name in compared)

    unchanged, left, right = pairing.same(old, new, lambda row: (values(row), words(row["quote"])))
    reworded, left, right = pairing.same(left, right, values)
    edited, left, right = pairing.best(left, right, _merit(table, compared))
    return [*unchanged, *reworded, *edited], left, right


def changed_fact(table: str, old: Row, new: Row, unknown: frozenset[str] = frozenset()) -> Change | None:
    """What differs between the two rows of one fact; ``None`` where nothing does."""
    compared = [name for name in said(table) if name not in unknown and old[name] != new[name]]
    cells = [Cell(name, old[name], new[name]) for name in compared]
    if words(old["quote"]) != words(new["quote"]):
        cells.append(Cell("quote", old["quote"], new["quote"]))
    return Change(table, old, new, tuple(cells)) if cells else None


@cache
def said(table: str) -> tuple[str, ...]:
    """The columns that hold what a row says; `corrected` is one: a reader is told who said so."""
    return tuple(f.name for f in columns(TABLES[table]) if f.name not in _PROVENANCE)


def words(text: str) -> tuple[str, ...]:
    """The words of a quote as they stand, line breaks and spaces aside."""
    return tuple(text.split())


def alike(a: str, b: str) -> float:
    """How much of two sentences is the same, by their words: 0 to 1."""
    one, two = set(re.findall(r"\w+", plain(a))), set(re.findall(r"\w+", plain(b)))
    return 2 * len(one & two) / (len(one) + len(two)) if one and two else float(a == b)


def _merit(table: str, compared: list[str]) -> Callable[[Row, Row], float | None]:
    weights = {name: 2 if name in TABLES[table].IDENTITY else 1 for name in compared if name != "corrected"}

    def merit(a: Row, b: Row) -> float | None:
        known = [name for name in weights if a[name] is not None or b[name] is not None]
        shared = sum(weights[name] for name in known if _equal(name, a, b)) / sum(weights[name] for name in known)
        near = alike(a["quote"], b["quote"])
        named = without_number(a["fact_id"]) == without_number(b["fact_id"])
        about = all(_equal(name, a, b) for name in _ABOUT[table]) and all(a[name] for name in _KNOWN[table])
        if not (named or about or (near >= _NEARLY and shared >= _MOST)):
            return None
        return 2 * named + about + shared + near

    return merit


def _equal(name: str, a: Row, b: Row) -> bool:
    one, two = a[name], b[name]
    if one == two or one is None or two is None:
        return one == two
    if name in _PERIODS:
        return same_time(one, two)
    return plain(one) == plain(two) if isinstance(one, str) else False
