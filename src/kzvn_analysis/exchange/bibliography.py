"""The clippings as a bibliography: CSL-JSON, and BibLaTeX made from it by Pandoc."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from ..edtf import edtf_bounds, edtf_precision
from ..errors import message
from ..reconcile.records import records

if TYPE_CHECKING:
    import pandas as pd


def write_csl(articles: pd.DataFrame) -> bytes:
    """The clippings as CSL-JSON, one entry each, ordered by name; a clipping without a headline says so.

    Source: Citation Style Language 1.0.2, input data schema.
    """
    entries = [_entry(row) for row in records(articles.sort_values("article_id"))]
    return (json.dumps(entries, indent=1, ensure_ascii=False) + "\n").encode("utf-8")


def write_bibtex(csl: bytes) -> bytes:
    """The same as BibLaTeX.  Pandoc knows what has to be escaped there."""
    import pypandoc

    return pypandoc.convert_text(csl.decode("utf-8"), "biblatex", format="csljson").encode("utf-8")


def _entry(row: Mapping[str, Any]) -> dict:
    entry = {
        "id": row["article_id"],
        "type": "article-newspaper",
        "title": row["title"] or message("untitled_clipping", path=row["path"]),
        "container-title": row["outlet"],
        "issued": _issued(row["published"]),
        "URL": row["url"],
        "language": row["language"],
        "note": message("reference_note", path=row["path"], sha256=row["sha256"]),
    }
    return {name: value for name, value in entry.items() if value}


def _issued(edtf: str | None) -> dict | None:
    if edtf is None:
        return None
    precision = edtf_precision(edtf)
    start, end = edtf_bounds(edtf)
    if precision in ("range", "season"):
        return {"date-parts": [_parts(start, "day"), _parts(end, "day")]}
    return {"date-parts": [_parts(start, precision)]}


def _parts(day: date, precision: str) -> list[int]:
    return [day.year, day.month, day.day][: {"year": 1, "month": 2, "day": 3}[precision]]
