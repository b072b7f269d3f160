"""Which clipping is which, and what became of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..analysis.dossier import Dossier
from . import pairing
from .model import Cell, Change

Row = Mapping[str, Any]
Pair = tuple[Row | None, Row | None]
COLUMNS = (
    "path", "sha256", "title", "url", "published", "published_basis", "outlet", "dateline", "language", "relevance",
    "left_out",
)  # fmt: skip


def pair_clippings(old: Dossier, new: Dossier) -> list[Pair]:
    """Every clipping of either side with the same one of the other, where there is one.

    The same is one with the same bytes, whatever its name; else one of the same name or in the same place; else one
    with the same address, or the same headline and day.
    """
    pairs: list[Pair] = []
    left, right = _clippings(old), _clippings(new)
    for key in _KEYS:
        found, left, right = pairing.same(left, right, key)
        pairs += found
    pairs += [(row, None) for row in left] + [(None, row) for row in right]
    return sorted(pairs, key=lambda p: tuple((row or {}).get("path") or "" for row in (p[1] or p[0], p[0])))


def changed_clippings(pairs: list[Pair], unknown: frozenset[str]) -> list[Change]:
    """The clippings that were added, are gone, or were renamed, edited or described otherwise.

    One that keeps its name and stands on another line of an archive's file was not renamed.  Of one that could not be
    read on one side nothing is known there, so nothing but that is told.
    """
    out = []
    for old, new in pairs:
        cells: tuple[Cell, ...] = ()
        if old and new:
            told = COLUMNS if old["sha256"] and new["sha256"] else ("path", "left_out")
            same = unknown | {"path"} if old["article_id"] == new["article_id"] else unknown
            compared = [name for name in told if name not in same and old[name] != new[name]]
            cells = tuple(Cell(name, old[name], new[name]) for name in compared)
        if not (old and new) or cells:
            out.append(Change("clippings", old, new, cells))
    return out


def _clippings(dossier: Dossier) -> list[Row]:
    """A row for every file of the folder, read or left out."""
    unread = [row for row in dossier.rows("unread") if row["article_id"] not in dossier.later]
    reasons = {row["path"]: row["reason"] for row in unread}
    rows = [{**row, "left_out": reasons.pop(row["path"], None)} for row in dossier.rows("articles")]
    named = {row["path"]: row["article_id"] for row in unread}
    empty = dict.fromkeys(COLUMNS)
    return rows + [
        {"article_id": named[path], **empty, "path": path, "left_out": reason} for path, reason in reasons.items()
    ]


_KEYS = (
    lambda row: (row["path"], row["sha256"]),
    lambda row: (row["article_id"], row["sha256"]),
    lambda row: row["sha256"],
    lambda row: row["article_id"],
    lambda row: row["path"],
    lambda row: row["url"],
    lambda row: (row["title"], row["published"]) if row["title"] and row["published"] else None,
)
