"""Small helpers the two reconcilers share: rows as dicts, data files, when a clipping was written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from ..periods import bounds
from ..reading import lexicon

if TYPE_CHECKING:
    import pandas as pd

PACKAGE = "kzvn_analysis.reconcile"
JOIN = "; "
LONG_AGO = date.min
FACTS = ("trade", "visits", "agreements", "projects", "sectors")


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a table as dicts, a missing cell as ``None``."""
    import pandas as pd

    cells = (
        [None if value is pd.NA or value != value else value for value in frame[name].array.astype(object)]
        for name in frame.columns
    )
    return [dict(zip(frame.columns, row, strict=True)) for row in zip(*cells, strict=True)]


@cache
def rule_words() -> Mapping[str, str]:
    """The rules by name, in the words readers see."""
    return {row[0]: row[1] for row in lexicon.rows("rules.tsv", PACKAGE)}


def in_words(rules: Iterable[str]) -> str:
    """Several rules as one text, each once, in the order given."""
    return JOIN.join(dict.fromkeys(rule_words()[rule] for rule in rules))


def written(tables: Mapping[str, pd.DataFrame]) -> dict[str, date | None]:
    """The day on or after which each clipping was certainly written.

    Its day of publication; where only a longer period is known, the newest day inside it on which
    the clipping says that something happened, else the period's first day.  ``None`` where nothing is known.
    """
    if (saved := _saved(tables)) is not None:
        return {row["article_id"]: row["written"] and date.fromisoformat(row["written"]) for row in saved}
    happened: dict[str, list[date]] = {}
    for row in _happened(tables):
        happened.setdefault(row[0], []).append(row[1])
    out: dict[str, date | None] = {}
    for row in records(tables["articles"]):
        if not row["published"]:
            out[row["article_id"]] = None
            continue
        first, last = bounds(row["published"])
        out[row["article_id"]] = max(
            [first, *(day for day in happened.get(row["article_id"], ()) if first <= day <= last)]
        )
    return out


def yielding(tables: Mapping[str, pd.DataFrame]) -> set[str]:
    """The clippings that yield at least one fact."""
    if (saved := _saved(tables)) is not None:
        return {row["article_id"] for row in saved if row["yields"]}
    return {key for name in FACTS for key in tables[name]["article_id"]}


def told(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """What can only be known of a clipping from several tables: ``article_id``, ``written``, ``yields``."""
    import pandas as pd

    days, having = written(tables), yielding(tables)
    rows = [(key, day and day.isoformat(), key in having) for key, day in sorted(days.items())]
    return pd.DataFrame(rows, columns=["article_id", "written", "yields"]).astype(
        {"article_id": "string", "written": "string", "yields": "boolean"}
    )


def _saved(tables: Mapping[str, pd.DataFrame]) -> list[dict[str, Any]] | None:
    """What `told` told when the tables were made, where they were loaded with it."""
    frame = getattr(tables, "clippings", None)
    return None if frame is None else records(frame)


def _happened(tables: Mapping[str, pd.DataFrame]) -> Iterable[tuple[str, date]]:
    """Clipping and day for each fact that had begun when it was told (for trade: whose period was over)."""
    for name, done in (
        ("visits", ("made",)),
        ("agreements", ("concluded",)),
        ("projects", ("done", "operating")),
    ):
        for row in records(tables[name]):
            if row["status"] in done and row["period"]:
                yield row["article_id"], bounds(row["period"])[0]
    for row in records(tables["trade"]):
        if row["status"] == "reported" and row["period"] and row["value_usd"] is not None:
            yield row["article_id"], bounds(row["period"])[1]


def same_files(articles: pd.DataFrame) -> dict[str, str]:
    """For each clipping the first one with the same bytes, so that a copy doesn't count as another source."""
    first: dict[str, str] = {}
    return {
        row["article_id"]: first.setdefault(row["sha256"], row["article_id"])
        for row in sorted(records(articles), key=lambda r: r["article_id"])
    }
