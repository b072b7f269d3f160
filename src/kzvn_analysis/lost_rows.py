"""A correction whose row is read no more: which row it became, as far as earlier tables or the line itself tell.

A row's name is made from what the row says.  A newer version that reads a cell otherwise gives it another name, and a
line of ``corrections.csv`` that names the old one is an error.  The error is to say what to write instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from .clipping import Parsed
from .corrections import Correction, Corrections, written
from .errors import KzvnError
from .facts import TABLES, Fact
from .row_names import former_name
from .seeds import Article

_PLACES = ("tables", "_build/tables", "briefings/*/tables")  # beside the folder of the clippings
_LEAST = 0.5  # the same words, or half of what the row is about


def lost_row(
    error: KzvnError, corrections: Corrections, articles: Iterable[Article], reader: Callable[[Article], Parsed]
) -> KzvnError:
    """`error`, that a correction's row is not there, with the row that took its place, where that can be told.

    Parameters
    ----------
    error
        As `Corrections.finish` raised it.
    corrections, articles
        The lines, and the clippings they were applied to.
    reader
        Gives the rows of a clipping as they are read now.
    """
    lines = [line for line in corrections.lines if line.row == error.facts["row"]]
    table = lines[0].row.partition("-")[0]
    if error.key != "corrections_unknown_row" or table not in TABLES:
        return error
    old, known = _earlier(lines[0].row, table, corrections.path) or (_as_told(lines), set())
    article = next((a for a in articles if a.article_id == old.get("article_id")), None)
    if article is None:
        return error
    facts = {**error.facts, "article": article.article_id, "quote": old["quote"]}
    by_hand = {line.column for line in lines}  # an earlier table holds what the analyst wrote there, not what was read
    rows = {name: fact for name, fact in reader(article).facts.get(table, {}).items() if name not in known}
    merit, nearest = max(((_merit(old, fact, by_hand), name) for name, fact in rows.items()), default=(0, ""))
    if merit < _LEAST:
        return KzvnError("corrections_row_gone", **facts)
    facts |= {"nearest": nearest, "says": _says(old, rows[nearest], by_hand), "quote": rows[nearest].quote}
    return KzvnError("corrections_row_renamed", **facts)


def _merit(old: Mapping[str, Any], fact: Fact, by_hand: set[str]) -> float:
    about = [name for name in fact.IDENTITY if name in old and name not in by_hand]
    told = [name for name in about if old[name] is not None or getattr(fact, name) is not None]
    shared = sum(old[name] == getattr(fact, name) for name in told) / max(len(told), 1)
    return shared + (fact.quote.split() == old["quote"].split())


def _says(old: Mapping[str, Any], fact: Fact, by_hand: set[str]) -> str:
    """What the row is about, and where that differs from before."""
    cells = []
    for name in fact.IDENTITY:
        now, before = getattr(fact, name), old.get(name)
        if name in old and name not in by_hand and before != now:
            cells.append(f"{name} {written(now)} (was {written(before)})")
        elif now is not None:
            cells.append(f"{name} {written(now)}")
    return ", ".join(cells)


def _earlier(row: str, table: str, path: Path) -> tuple[dict[str, Any], set[str]] | None:
    """The row as tables made before hold it, and the names of all rows they hold."""
    import pandas as pd

    for file in _files(path, table):
        try:
            rows = pd.read_parquet(file).astype(object)
        except Exception:  # whatever a broken file makes pyarrow raise; it is only one place to look
            continue
        if not {"fact_id", "article_id", "quote"} <= set(rows):
            continue
        names = rows["fact_id"]
        found = rows[(names == row) | (names.map(former_name) == row) | (names == former_name(row))]
        if len(found):
            return found.where(found.notna(), None).iloc[0].to_dict(), set(rows["fact_id"])
    return None


def _files(path: Path, table: str) -> Iterator[Path]:
    if isinstance(path, Path):  # an archive's corrections may lie elsewhere
        home = path.resolve().parent.parent
        for place in _PLACES:
            yield from sorted(home.glob(f"{place}/{table}.parquet"), reverse=True)


def _as_told(lines: Iterable[Correction]) -> dict[str, Any]:
    """What the lines themselves say of their row."""
    told = [line for line in lines if line.article and line.quote]
    return {"article_id": told[0].article, "quote": told[0].quote} if told else {}
