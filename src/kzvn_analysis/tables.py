"""The tidy tables: build them from clippings, check them, save and load them.

The columns of each table are declared once, in the fact classes of `kzvn_analysis.facts`; the
checks and the Parquet types are derived from there.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from .clipping import Parsed, astuple_in_order, parse_clipping
from .corrections import Corrections, read_corrections
from .csv_cells import to_csv
from .errors import KzvnError
from .facts import TABLES
from .files import write_files
from .lost_rows import lost_row
from .reading import precompiled
from .saved import join_parts, saved_files
from .schemas import dtypes, schema, table_columns
from .seeds import Article, Seeds, Unread, read_seeds

if TYPE_CHECKING:
    import pandas as pd

FACT_TABLES = tuple(name for name in TABLES if name != "articles")
UNREAD = "unread"
CLIPPINGS = "reconciled_clippings"
CLIPPING_TYPES = {"article_id": "string", "written": "string", "yields": "boolean", "copy_of": "string"}


@dataclass(frozen=True)
class Tables(Mapping):
    """The tables of a set of clippings, as pandas DataFrames; also a mapping by name.

    Attributes
    ----------
    articles, trade, visits, agreements, projects, sectors : pandas.DataFrame
        One row per observation; `column_meanings` tells what each column holds.
    unread : pandas.DataFrame
        Clippings that yield no row: ``article_id``, ``path``, ``reason``.
    """

    articles: pd.DataFrame
    trade: pd.DataFrame
    visits: pd.DataFrame
    agreements: pd.DataFrame
    projects: pd.DataFrame
    sectors: pd.DataFrame
    unread: pd.DataFrame

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name in (f.name for f in fields(Tables)):
            return getattr(self, name)
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return (f.name for f in fields(Tables))

    def __len__(self) -> int:
        return len(fields(Tables))

    @property
    def read_count(self) -> int:
        """How many clippings were read and say something: all of `articles` but those left out."""
        return int((~self.articles["path"].isin(self.unread["path"])).sum())

    def save(self, folder: str | PathLike[str]) -> None:
        """Write every table to `folder` as Parquet and CSV, replacing what is there file by file."""
        save(self, folder)


@dataclass(frozen=True)
class SomeTables(Tables):
    """Some of the tables that `save` wrote; the others are `Undeclared`.

    Attributes
    ----------
    clippings : pandas.DataFrame or None
        What dating a clipping came to when all tables were at hand, where it was asked for.
    """

    clippings: pd.DataFrame | None = None


def parse(
    articles: Iterable[Article] | str | PathLike[str],
    *,
    corrections: Corrections | None = None,
    progress: Callable[[Article], None] | None = None,
    reader: Callable[[Article], Parsed] | None = None,
) -> Tables:
    """Read clippings into the tidy tables.

    Parameters
    ----------
    articles
        As `read_seeds` gives them, or the folder itself.
    corrections
        What an analyst changed by hand; by default the ``corrections.csv`` of the seeds folder.
    progress
        Called with each article before it is read.
    reader
        Gives what stands in one clipping; by default `parse_clipping`.

    Returns
    -------
    Tables
        Rows ordered by article and by place in its text.

    Raises
    ------
    KzvnError
        A correction names a row, column or clipping that is not there, or its quote is not in the text.
    """
    if isinstance(articles, (str, PathLike)):
        articles = read_seeds(articles)
    if corrections is None and isinstance(articles, Seeds) and articles.folder:
        corrections = read_corrections(articles.folder)
    unread = articles.unread if isinstance(articles, Seeds) else ()
    ordered = Seeds(tuple(sorted(articles, key=lambda a: a.article_id)), unread)
    tables = parse_some(ordered, corrections, progress=progress, reader=reader)
    if corrections:
        try:
            corrections.finish()
        except KzvnError as error:
            raise lost_row(error, corrections, ordered, reader or parse_clipping) from None
    return tables


def without_row(tables: Mapping[str, pd.DataFrame]) -> list[str]:
    """The clippings that were read, are about the two countries and yield no row."""
    having = {key for name in FACT_TABLES for key in tables[name]["article_id"]}
    read = tables["articles"][~tables["articles"]["path"].isin(tables[UNREAD]["path"])]
    return [key for key in read["article_id"] if key not in having]


def parse_some(
    articles: Seeds,
    corrections: Corrections | None = None,
    *,
    progress: Callable[[Article], None] | None = None,
    reader: Callable[[Article], Parsed] | None = None,
) -> Tables:
    """Read a part of the clippings, in the order in which they come; corrections may speak of others."""
    reader = reader or parse_clipping
    unread = list(articles.unread)
    found: dict[str, list[tuple]] = {name: [] for name in TABLES}
    for article in articles:
        if progress:
            progress(article)
        parsed = reader(article)
        if parsed.unread is not None:
            unread.append(Unread(article.article_id, article.path, parsed.unread))
        if parsed.article is None:
            continue
        found["articles"].append(astuple_in_order(parsed.article))
        for name, rows in parsed.facts.items():
            if corrections:
                rows = corrections.apply(name, rows, article.article_id, article.text)
            found[name].extend((key, *astuple_in_order(fact)) for key, fact in rows.items())
    frames = {name: _frame(name, rows) for name, rows in found.items()}
    precompiled.keep()
    return Tables(**frames, unread=_unread_frame(unread))


def check(tables: Mapping[str, pd.DataFrame]) -> None:
    """Raise what pandera raises where rows break their table's rules."""
    for name in TABLES:
        schema(name).validate(tables[name])


def _frame(name: str, rows: list[tuple]) -> pd.DataFrame:
    import pandas as pd

    # rows are typed where they are made, corrections checked where they are read; `schema` is for tables from a file
    cells = zip(*rows, strict=True) if rows else ((),) * len(table_columns(name))
    typed = zip(table_columns(name), cells, dtypes(name).values(), strict=True)
    return pd.DataFrame({column: pd.array(values, dtype=dtype) for column, values, dtype in typed})


def _unread_frame(unread: Iterable[Unread]) -> pd.DataFrame:
    import pandas as pd

    rows = sorted((item.article_id, item.path, item.reason) for item in unread)
    return pd.DataFrame(rows, columns=["article_id", "path", "reason"]).astype("string")


def table_files(tables: Mapping[str, pd.DataFrame]) -> dict[str, bytes]:
    """The files that hold `tables`, ``NAME.parquet`` and ``NAME.csv`` by name; equal tables give equal bytes."""
    files = {}
    for name, frame in tables.items():
        buffer = io.BytesIO()
        frame.to_parquet(buffer, index=False)
        files[f"{name}.parquet"] = buffer.getvalue()
        files[f"{name}.csv"] = to_csv(frame)
    return files


def save(tables: Mapping[str, pd.DataFrame], folder: str | PathLike[str]) -> None:
    """Write `tables` to `folder` as ``NAME.parquet`` and ``NAME.csv``.

    A file is replaced whole or not at all; one that holds the same already stays as it is.

    Raises
    ------
    KzvnError
        `folder` can't be made or written to.
    """
    folder = Path(folder)
    try:
        write_files(folder, table_files(tables))
    except OSError as error:
        raise KzvnError("tables_unwritable", path=folder, why=error.strerror or error) from None


def load(folder: str | PathLike[str], names: Iterable[str] | None = None) -> Tables:
    """Read the tables that ``kzvn parse``, `save` or `parse_archive` wrote.

    Parameters
    ----------
    folder
        Where they lie on this machine: a file per table or, of an archive, a folder of parts per table.  All rows of
        the tables that are wanted are held in memory.
    names
        Those that are wanted; by default all.  Touching another one raises.  With ``reconciled_clippings`` among
        them, dating a clipping needs no other.

    Raises
    ------
    KzvnError
        A table is missing or not as this version writes it, or the run that writes it has not come to its end.
    """
    folder = Path(folder)
    wanted = {*TABLES, UNREAD} if names is None else set(names)
    found = {name: _load(folder, name) if name in wanted else Undeclared(name) for name in (*TABLES, UNREAD)}
    if names is None:
        return Tables(**found)
    return SomeTables(**found, clippings=_load(folder, CLIPPINGS) if CLIPPINGS in wanted else None)


def _load(folder: Path, name: str) -> pd.DataFrame:
    import pandas as pd

    files = saved_files(folder, name)
    if not files:
        raise KzvnError("tables_missing", path=folder)
    parts = []
    for path in files:
        with _broken_if_it_raises(path):
            parts.append(pd.read_parquet(path, dtype_backend="numpy_nullable"))
    with _broken_if_it_raises(files[0] if len(files) == 1 else folder / name):
        frame = join_parts(parts)
        if name in TABLES:
            return schema(name).validate(frame.astype(dtypes(name)))
        return frame.astype(CLIPPING_TYPES)[list(CLIPPING_TYPES)] if name == CLIPPINGS else frame.astype("string")


@contextmanager
def _broken_if_it_raises(path: Path) -> Iterator[None]:
    try:
        yield
    except Exception as error:  # whatever a broken file makes pyarrow, pandas or pandera raise
        why = next(iter(str(error).splitlines()), type(error).__name__)
        raise KzvnError("tables_broken", path=path, why=why) from None


def frames(files: Mapping[str, bytes]) -> dict[str, pd.DataFrame]:
    """The tables in `files`, as `table_files` gives them, by name."""
    import pandas as pd

    return {
        name.removesuffix(".parquet"): pd.read_parquet(io.BytesIO(data), dtype_backend="numpy_nullable")
        for name, data in files.items()
        if name.endswith(".parquet")
    }


class Undeclared:
    """Stands in place of a table that was not asked for: whoever reads it is told so."""

    def __init__(self, name: str) -> None:
        self.__name = name

    def _refuse(self, *_ignored: object) -> None:
        raise KzvnError("table_undeclared", table=self.__name)

    __getitem__ = __len__ = __iter__ = __contains__ = __bool__ = _refuse

    def __getattr__(self, name: str) -> None:
        if name.startswith("__"):  # what copying and inspecting ask for
            raise AttributeError(name)
        self._refuse()
