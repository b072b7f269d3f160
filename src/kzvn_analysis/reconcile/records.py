"""Small helpers the two reconcilers share: rows as dicts, data files, when a clipping was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from ..periods import bounds
from ..reading import lexicon
from ..tables import CLIPPING_TYPES
from .reprints import reprints

if TYPE_CHECKING:
    import pandas as pd

PACKAGE = "kzvn_analysis.reconcile"
JOIN = "; "
LONG_AGO = date.min
FACTS = ("trade", "visits", "agreements", "projects", "sectors")
# What is read of each table to tell when a clipping was written.
_WHEN = ["article_id", "status", "period"]
DATING = {
    "articles": ["article_id", "published"],
    **{name: _WHEN for name in ("visits", "agreements", "projects")},
    "trade": [*_WHEN, "value_usd"],
    "sectors": ["article_id"],
}
# Some claims and ``reconciled_clippings`` of the clippings they are from, again and again: claims in any number.
Frames = Iterable[tuple["pd.DataFrame", "pd.DataFrame"]]
_AT_ONCE = 2_000  # rows of a long table that are dicts at a time: a dict takes ten times what its row does in a table


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a table as dicts, a missing cell as ``None``."""
    import pandas as pd

    cells = (
        [None if value is pd.NA or value != value else value for value in frame[name].array.astype(object)]
        for name in frame.columns
    )
    return [dict(zip(frame.columns, row, strict=True)) for row in zip(*cells, strict=True)]


def newest_first(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a table that is ordered by time, turned round."""
    return records(frame)[::-1]


def each_record(frame: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """The same one after the other, for tables of any length."""
    for first in range(0, len(frame), _AT_ONCE):
        yield from records(frame[first : first + _AT_ONCE])


def put_in_order(frame: pd.DataFrame, order: list[int]) -> pd.DataFrame:
    """The rows in the order given by their places."""
    return frame.iloc[order].reset_index(drop=True)


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
    for row in records(tables["articles"][DATING["articles"]]):
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
    """What can only be known of a clipping from several tables or clippings: columns as in `CLIPPING_TYPES`."""
    if (saved := getattr(tables, "clippings", None)) is not None:
        return saved
    alone = told_alone(tables)
    texts = tables["articles"][["article_id", "sha256", "wording"]]
    return with_first_prints(alone, reprints(texts.merge(alone, on="article_id")))


def told_alone(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """What can be known of a clipping without the others: ``article_id``, ``written``, ``yields``."""
    import pandas as pd

    days, having = written(tables), yielding(tables)
    rows = [(key, day and day.isoformat(), key in having) for key, day in sorted(days.items())]
    kept = {name: CLIPPING_TYPES[name] for name in ("article_id", "written", "yields")}
    return pd.DataFrame(rows, columns=list(kept)).astype(kept)


def with_first_prints(clippings: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    """The clippings with ``copy_of`` as `reprints` found it; missing for a text's first print."""
    return clippings.merge(found, on="article_id", how="left").astype(CLIPPING_TYPES)[list(CLIPPING_TYPES)]


def days_and_texts(clippings: pd.DataFrame) -> tuple[dict[str, date | None], dict[str, str]]:
    """By clipping the day on or after which it was written, and the first print of its text, which is one source."""
    days, texts = {}, {}
    for row in each_record(clippings):
        days[row["article_id"]] = row["written"] and date.fromisoformat(row["written"])
        texts[row["article_id"]] = row["copy_of"] or row["article_id"]
    return days, texts


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
        for row in records(tables[name][DATING[name]]):
            if row["status"] in done and row["period"]:
                yield row["article_id"], bounds(row["period"])[0]
    for row in records(tables["trade"][DATING["trade"]]):
        if row["status"] == "reported" and row["period"] and row["value_usd"] is not None:
            yield row["article_id"], bounds(row["period"])[1]
