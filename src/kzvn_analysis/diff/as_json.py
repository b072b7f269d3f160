"""A comparison for programs; ``changes.schema.json`` beside this module says what it holds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ..tables import FACT_TABLES
from .model import Change, Difference, count
from .sides import Side

FORMAT = "kzvn-diff/1"
_SOURCE = ("path", "outlet", "published", "url")


def as_json(difference: Difference) -> str:
    """The comparison as JSON text that ``changes.schema.json`` describes, ending with a newline."""
    sources = [_sources(side) for side in (difference.old, difference.new)]
    every = {"clippings": difference.clippings, **{name: difference.of(name) for name in FACT_TABLES}}
    every |= {name: difference.of(name) for name in ("reconciled_trade", "reconciled_visits", "stages")}
    made = {
        "format": FORMAT,
        "old": _side(difference.old),
        "new": _side(difference.new),
        "different": bool(difference),
        "counts": {name: count(changes) for name, changes in every.items()},
        "clippings": [_change(change) for change in difference.clippings],
        "facts": [
            {**_change(change), "source": sources[change.new is not None][change.row["article_id"]]}
            for change in difference.facts
        ],
        "together": [_change(change) for change in difference.together],
    }
    return json.dumps(made, indent=1, ensure_ascii=False, default=_plain, allow_nan=False) + "\n"


def _side(side: Side) -> dict[str, Any]:
    day = side.dossier.as_of
    return {
        "name": side.name,
        "as_of": day.isoformat() if day else None,
        "clippings": len(side.dossier.sources),
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "table": change.table,
        "kind": change.kind,
        "cells": [{"column": c.column, "old": c.old, "new": c.new} for c in change.cells],
        "old": _row(change.old),
        "new": _row(change.new),
    }


def _row(row: Mapping[str, Any] | None) -> dict[str, Any] | None:
    return None if row is None else {name: value for name, value in row.items() if name != "table"}


def _sources(side: Side) -> dict[str, dict[str, Any]]:
    """What is told of each clipping that a fact can stand in."""
    return {row["article_id"]: {name: row[name] for name in _SOURCE} for row in side.dossier.rows("articles")}


def _plain(value: Any) -> Any:
    """A number of NumPy's as Python's."""
    return value.item()
