"""What the analysis starts from, in one object: the tables, the reconciled tables, the as-of date."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from os import PathLike
from pathlib import Path

from ..errors import UsageError
from ..periods import words
from ..reconcile import Reconciled, reconcile
from ..reconcile.records import FACTS, days_and_texts, records, told, written, yielding
from ..saved import saved_files
from ..tables import CLIPPINGS, Tables, Undeclared, load

_ROOT_MARKS = ("_quarto.yml", "pyproject.toml")


@dataclass(frozen=True)
class Source:
    """A clipping as readers are told of it.

    Attributes
    ----------
    outlet : str
        The outlet; where none is known, the site it was taken from, else its number.
    published : str
        Its day in words, "(inferred)" added where the text doesn't state it.
    period : str or None
        Its day of publication, or the period it lies in: EDTF.
    written : date or None
        The day on or after which it was certainly written.
    """

    article_id: str
    outlet: str
    published: str
    period: str | None
    title: str | None
    url: str | None
    path: str
    written: date | None
    basis: str
    number: int = 0

    @property
    def label(self) -> str:
        """Outlet and day: ``Trend, 6 May 2025``."""
        return f"{self.outlet}, {self.published}"

    @property
    def cited(self) -> str:
        """Outlet and day inside a sentence: ``Trend (6 May 2025)``, ``VNA (2025, inferred)``."""
        return f"{self.outlet} ({self.published.replace(' (', ', ').rstrip(')')})"

    @property
    def mark(self) -> str:
        """Its number in the list of sources: ``S3``."""
        return f"S{self.number}"


@dataclass(frozen=True)
class Dossier:
    """The tables of a set of clippings as they stood on a day.

    Attributes
    ----------
    tables : Tables
    reconciled : Reconciled
    as_of : date or None
        The as-of date; ``None`` where no clipping is dated and none was asked for.
    later : tuple of str
        Clippings set aside because they were written after the as-of date.
    """

    tables: Tables
    reconciled: Reconciled
    as_of: date | None
    later: tuple[str, ...] = ()

    def rows(self, table: str) -> list[dict]:
        """The rows of a table or reconciled table, as dicts; they are shared, so don't change them."""
        if table not in self._rows:
            whole = self.reconciled if table.startswith("reconciled_") else self.tables
            self._rows[table] = records(whole[table])
        return self._rows[table]

    @cached_property
    def _rows(self) -> dict[str, list[dict]]:
        return {}

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The clippings by `article_id`, the oldest first, undated ones before all.

        They are numbered the other way round, as readers meet them: the newest is S1.
        """
        days, unread = written(self.tables), set(self.tables.unread["article_id"])
        order = sorted(
            self.rows("articles"),
            key=lambda r: (r["article_id"] not in unread, days[r["article_id"]] or date.min, r["article_id"]),
        )
        found = [
            _source(row, days[row["article_id"]], len(order) - i) for i, row in enumerate(order)
        ]
        return {s.article_id: s for s in sorted(found, key=lambda s: (s.written or date.min, s.article_id))}

    @cached_property
    def listed(self) -> frozenset[str]:
        """The clippings in the list of sources: all but those left out that give nothing."""
        left = set(self.tables.unread["article_id"])
        return frozenset(key for key in self.sources if key not in left or key in self.used)

    @cached_property
    def facts(self) -> Mapping[str, dict]:
        """Every fact row by `fact_id`, with the name of its ``table``."""
        return _Facts(self)

    @cached_property
    def used(self) -> tuple[str, ...]:
        """The clippings that yield at least one fact, the oldest first."""
        having = yielding(self.tables)
        return tuple(key for key in self.sources if key in having)

    def independent(self, article_ids: Iterable[str]) -> list[str]:
        """The clippings in their order, each text once: a reprint is no source of its own."""
        kept: dict[str, str] = {}
        for key in article_ids:
            kept.setdefault(self.first_prints[key], key)
        return list(kept.values())

    @cached_property
    def first_prints(self) -> dict[str, str]:
        """For each clipping the one that printed its text first, which it may be itself."""
        return days_and_texts(self.reconciled.clippings)[1]


class _Facts(Mapping):
    """Looks a fact up in the table that its name begins with, so only that table need be at hand.

    A row that an analyst added may have any name; it is looked up in every table at hand.
    """

    def __init__(self, whole: Dossier) -> None:
        self._whole, self._rows = whole, {}

    def _of(self, table: str) -> dict[str, dict]:
        if table not in self._rows:
            rows = self._whole.rows(table)
            self._rows[table] = {row["fact_id"]: {"table": table, **row} for row in rows}
        return self._rows[table]

    def __getitem__(self, fact: str) -> dict:
        named = fact.partition("-")[0]
        if named in FACTS and fact in (rows := self._of(named)):
            return rows[fact]
        for table in FACTS:
            if not isinstance(self._whole.tables[table], Undeclared) and fact in (rows := self._of(table)):
                return rows[fact]
        raise KeyError(fact)

    def __iter__(self) -> Iterator[str]:
        return (fact for table in FACTS for fact in self._of(table))

    def __len__(self) -> int:
        return sum(len(self._of(table)) for table in FACTS)


def open_dossier(
    tables_dir: str | PathLike[str] = "_build/tables", as_of: str = "", reads: Collection[str] | None = None
) -> Dossier:
    """Open a folder of tables for analysis.

    Parameters
    ----------
    tables_dir
        Folder that ``kzvn parse`` wrote, of an archive too; a relative one is looked up from the project's root.
    as_of
        Day to look from, as ``2025-05-09``; clippings written later are set aside.  Empty: the day of
        the newest clipping.
    reads
        Names of the tables that are read, ``reconciled_clippings`` (which dates the clippings) among them; by
        default all.  Touching another one raises.

    Raises
    ------
    UsageError
        `as_of` is no day.
    KzvnError
        The folder holds no tables.
    """
    folder = project_root() / tables_dir
    if reads is None or CLIPPINGS not in reads or saved_files(folder, CLIPPINGS):
        return dossier(load(folder, reads), as_of)
    # Tables that were saved without the reconciled ones.
    part = load(folder, [name for name in reads if name != CLIPPINGS])
    return dossier(replace(part, clippings=told(load(folder))), as_of)


def dossier(tables: Tables, as_of: str | date = "") -> Dossier:
    """A `Dossier` of tables at hand."""
    day = _day(as_of)
    days = written(tables)
    if day is None:
        return Dossier(tables, reconcile(tables), newest(tables))
    later = tuple(sorted(key for key, when in days.items() if when and when > day))
    if later:
        tables = replace(
            tables,
            **{
                name: frame[~frame["article_id"].isin(later)].reset_index(drop=True)
                for name, frame in tables.items()
                if not isinstance(frame, Undeclared) and name != "unread"
            },
        )
    return Dossier(tables, reconcile(tables), day, later)


def newest(tables: Tables) -> date | None:
    """The as-of date that the clippings themselves give: the newest one's day.

    Clippings that yield no fact count too, unless they are not about the two countries.
    """
    about = {row["article_id"] for row in records(tables.articles) if row["relevance"] != "none"}
    return max((day for key, day in written(tables).items() if day and key in about), default=None)


def project_root(start: Path | None = None) -> Path:
    """The nearest folder upwards with ``_quarto.yml`` (else with the sources), else the working folder."""
    start = (start or Path.cwd()).resolve()
    for mark in _ROOT_MARKS:
        for folder in (start, *start.parents):
            if (folder / mark).is_file():
                return folder
    return start


def _day(as_of: str | date) -> date | None:
    if isinstance(as_of, date):
        return as_of
    if not as_of or not as_of.strip():
        return None
    try:
        return date.fromisoformat(as_of.strip())
    except ValueError:
        raise UsageError("as_of_form", value=as_of) from None


def _source(row: dict, day: date | None, number: int) -> Source:
    url = row["url"]
    site = url.split("/")[2].removeprefix("www.") if url and url.count("/") >= 2 else None
    if not row["published"]:
        published = "undated"
    else:
        published = words(row["published"]) + (
            " (inferred)" if row["published_basis"] == "inferred" else ""
        )
    return Source(
        row["article_id"],
        row["outlet"] or site or f"unnamed outlet S{number}",
        published,
        row["published"],
        row["title"],
        url,
        row["path"],
        day,
        row["published_basis"],
        number,
    )
