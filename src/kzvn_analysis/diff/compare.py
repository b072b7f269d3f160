"""Compare two sides: clippings first, then the facts of each, then what all of them together say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..analysis.dossier import Dossier
from ..tables import FACT_TABLES
from . import pairing
from .clippings import changed_clippings, pair_clippings
from .matching import changed_fact, match_facts
from .model import KINDS, Change, Difference
from .sides import Side
from .together import changed_together

Row = Mapping[str, Any]


def compare(old: Side, new: Side) -> Difference:
    """What changed from `old` to `new`, fact by fact.

    Facts are matched by what they are about: neither row order, nor offsets, nor a clipping's file name, nor a
    row's name count.  Only rows of one clipping can be one fact, for a fact is what one source says.

    Parameters
    ----------
    old, new
        As `open_side` gives them.

    Returns
    -------
    Difference
        Ordered by table, then kind, then clipping; exchanging the sides exchanges added and gone.
    """
    lacks = {name: old.unknown.get(name, frozenset()) | new.unknown.get(name, frozenset()) for name in _TABLES}
    clippings = pair_clippings(old.dossier, new.dossier)
    before, after = _by_clipping(old.dossier), _by_clipping(new.dossier)
    facts: list[Change] = []
    became: dict[str, str] = {}
    for table in FACT_TABLES:
        found: list[Change] = []
        for one, other in clippings:
            left = before.get((table, one["article_id"]), []) if one else []
            right = after.get((table, other["article_id"]), []) if other else []
            pairs, gone, added = match_facts(table, left, right, lacks[table])
            became |= {row["fact_id"]: same["fact_id"] for row, same in pairs}
            found += [c for row, same in pairs if (c := changed_fact(table, row, same, lacks[table]))]
            found += [Change(table, row, None) for row in gone] + [Change(table, None, row) for row in added]
        facts += sorted(found, key=_order)
    return Difference(
        old,
        new,
        tuple(changed_clippings(clippings, lacks["articles"])),
        tuple(facts),
        tuple(changed_together(old.dossier, new.dossier, became)),
    )


_TABLES = ("articles", *FACT_TABLES)


def _by_clipping(dossier: Dossier) -> dict[tuple[str, str], list[Row]]:
    found: dict[tuple[str, str], list[Row]] = {}
    for table in FACT_TABLES:
        for row in dossier.rows(table):
            found.setdefault((table, row["article_id"]), []).append({"table": table, **row})
    return found


def _order(change: Change) -> tuple[int, str, Iterable]:
    return (KINDS.index(change.kind), change.row["article_id"], pairing.content(change.row))
