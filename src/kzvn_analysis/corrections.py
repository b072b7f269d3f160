"""The analyst's last word: ``corrections.csv`` beside the clippings, applied after extraction.

One line says one thing about one row:

=========  =====================================================================================
column     meaning
=========  =====================================================================================
action     ``reject`` the row · ``change`` one of its cells · ``add`` a row
table      for ``add``, on its first line: the table it belongs to
row        the row's ``fact_id``; for ``add`` a name of your own, the same on all its lines; a reconciled row is none
column     for ``change`` and ``add``: which cell this line sets; on the first line of an ``add`` it may be empty
value      what the cell holds from now on; empty for missing
article    for ``add``, on its first line: the clipping's ``article_id``; for the others it may be empty
quote      for ``add``, on its first line: the words of the clipping that prove the row; for the others it may hold the
           row's words, by which it is found again (`lost_rows`) when another version names it differently
why        for whoever reads it later
=========  =====================================================================================
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from os import PathLike
from pathlib import Path

from .errors import KzvnError
from .facts import TABLES, Fact, columns
from .row_names import former_name
from .seeds import CORRECTIONS
from .sheets import is_period, read_sheet

COLUMNS = ("action", "table", "row", "column", "value", "article", "quote", "why")
ADDED = "correction"  # the rule of an added row
_PROVENANCE = {"article_id", "start", "end", "quote", "rule", "corrected"}
_FACT_TABLES = tuple(name for name in TABLES if name != "articles")
# A row's name is an address in the briefing, too.
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*")
_NUMBERS = {
    "float": (float, r"\d{1,15}(?:\.\d{1,9})?", "a plain number such as 879000000"),
    "int": (int, r"\d{1,15}", "a whole number such as 3"),
}
_TEXTS = {"host": (r"[A-Z]{3}", "a country's three letters such as KAZ")}
_RECONCILED = re.compile(r"r(?:trade|visit)-[0-9a-f]+(?:-\d+)?")


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of the file."""

    line: int
    action: str
    table: str
    row: str
    column: str
    value: str
    article: str
    quote: str
    why: str


@dataclass
class Corrections:
    """The lines of a corrections file, to be applied clipping by clipping.

    `apply` takes the rows of one clipping; `finish` complains about a line whose row never came.
    """

    path: Path
    lines: tuple[Correction, ...] = ()
    used: set[int] = field(default_factory=set)

    def apply(self, table: str, rows: Mapping[str, Fact], article_id: str, text: str) -> dict[str, Fact]:
        """Rows by `fact_id` after every line on this clipping's `table` is applied."""
        out = dict(rows)
        names = {former_name(name): name for name in rows} | {name: name for name in rows}
        for line in self.lines:
            if line.row not in names:
                continue
            if line.action != "add" and line.article not in ("", article_id):
                continue  # another clipping's row of the same name is meant
            if line.action == "add":
                raise KzvnError("corrections_name_taken", path=self.path, line=line.line, row=line.row)
            if line.table not in ("", table):
                raise KzvnError(
                    "corrections_other_table", path=self.path, line=line.line, table=line.table, row=line.row
                )
            self.used.add(line.line)
            row = names[line.row]
            if line.action == "reject":
                del out[row]
            else:
                out[row] = self._change(out[row], line)
        return {**out, **self._added(table, article_id, text)}

    def finish(self) -> None:
        """Raise for a line that named a row, a clipping or a table that is not there."""
        for line in self.lines:
            if line.line not in self.used:
                key = "corrections_unknown_article" if line.action == "add" else "corrections_unknown_row"
                raise KzvnError(key, path=self.path, line=line.line, row=line.row, article=line.article)

    def _change(self, fact: Fact, line: Correction) -> Fact:
        value = self._cell(type(fact), line)
        said = f"{line.column} was {written(getattr(fact, line.column))}" + (f" ({line.why})" if line.why else "")
        return replace(fact, **{line.column: value, "corrected": "; ".join(filter(None, [fact.corrected, said]))})

    def _added(self, table: str, article_id: str, text: str) -> dict[str, Fact]:
        out = {}
        for name, lines in _groups(self.lines).items():
            first = lines[0]
            if (first.table, first.article) != (table, article_id):
                continue
            self.used.update(line.line for line in lines)
            out[name] = self._new_fact(lines, text)
        return out

    def _new_fact(self, lines: list[Correction], text: str) -> Fact:
        first, kind = lines[0], TABLES[lines[0].table]
        start = text.find(first.quote) if first.quote else -1
        if start < 0:
            raise KzvnError("corrections_quote", path=self.path, line=first.line, article=first.article)
        cells = {line.column: self._cell(kind, line) for line in lines if line.column}
        for column in columns(kind):
            if column.required and column.name not in cells and column.name not in _PROVENANCE:
                raise KzvnError(
                    "corrections_cell_missing", path=self.path, line=first.line, row=first.row, column=column.name
                )
        return kind(
            article_id=first.article,
            start=start,
            end=start + len(first.quote),
            quote=first.quote,
            rule=ADDED,
            corrected="added by hand" + (f" ({first.why})" if first.why else ""),
            **cells,
        )

    def _cell(self, kind: type, line: Correction) -> object:
        declared = {c.name: c for c in columns(kind) if c.name not in _PROVENANCE}
        if line.column not in declared:
            raise KzvnError(
                "corrections_column", path=self.path, line=line.line, column=line.column, known=", ".join(declared)
            )
        column = declared[line.column]

        def wrong(wanted: str, key: str = "corrections_value") -> KzvnError:
            return KzvnError(key, path=self.path, line=line.line, column=line.column, value=line.value, wanted=wanted)

        if line.value == "":
            if not column.nullable:
                raise wrong("a value", "corrections_value_missing")
            return None
        if column.allowed and line.value not in column.allowed:
            raise wrong("one of " + ", ".join(column.allowed))
        if column.edtf and not is_period(line.value):
            raise wrong("a date such as 2025, 2025-05, 2025-05-06 or 2023-01/2023-05")
        if column.kind not in _NUMBERS:
            form, wanted = _TEXTS.get(column.name, ("(?s).*", ""))
            if not re.fullmatch(form, line.value):
                raise wrong(wanted)
            return line.value
        number, form, wanted = _NUMBERS[column.kind]
        if not re.fullmatch(form, line.value, re.ASCII):
            raise wrong(wanted)
        return number(line.value)


def written(value: object) -> str:
    """A cell in words, a number as it is written in the file."""
    return "missing" if value is None else f"{value:.15g}" if isinstance(value, float) else str(value)


def read_corrections(folder: str | PathLike[str]) -> Corrections:
    """Read ``corrections.csv`` of a seeds folder; no lines where there is no such file.

    Raises
    ------
    KzvnError
        The file is no CSV, lacks a column, or a line says something that can't be meant; the
        message names file and line.
    """
    return corrections_in(Path(folder) / CORRECTIONS)


def corrections_in(path: Path) -> Corrections:
    """Like `read_corrections`, for a file wherever it lies."""
    rows = read_sheet(path, known=COLUMNS, required=("action", "row"))
    lines = tuple(Correction(number, **cells) for number, cells in rows)
    for line in lines:
        _check_line(line, path)
    _check_rejected(lines, path)
    _check_changed(lines, path)
    for group in _groups(lines).values():
        _check_added(group, path)
    return Corrections(path, lines)


def _groups(lines: Iterable[Correction]) -> dict[str, list[Correction]]:
    """The lines of each added row, by its name."""
    out: dict[str, list[Correction]] = {}
    for line in lines:
        if line.action == "add":
            out.setdefault(line.row, []).append(line)
    return out


def _check_line(line: Correction, path: Path) -> None:
    def wrong(key: str, **facts: str) -> KzvnError:
        return KzvnError(key, path=path, line=line.line, **facts)

    if line.action not in ("reject", "change", "add"):
        raise wrong("corrections_action", action=line.action)
    if not line.row:
        raise wrong("corrections_row_missing")
    if line.action != "add" and _RECONCILED.fullmatch(line.row):
        raise wrong("corrections_reconciled", row=line.row)
    if line.action == "add" and not _NAME.fullmatch(line.row):
        raise wrong("corrections_name_form", row=line.row)
    if line.action == "change" and not line.column:
        raise wrong("corrections_column_missing")
    if line.table not in ("", *_FACT_TABLES):
        raise wrong("corrections_table", table=line.table, known=", ".join(_FACT_TABLES))


def _check_rejected(lines: Iterable[Correction], path: Path) -> None:
    """A row that is rejected can't be changed as well."""
    first: dict[str, Correction] = {}
    for line in lines:
        earlier = first.setdefault(line.row, line)
        if earlier is not line and "reject" in (line.action, earlier.action):
            raise KzvnError("corrections_rejected", path=path, line=line.line, row=line.row, first=earlier.line)


def _check_changed(lines: Iterable[Correction], path: Path) -> None:
    """One cell has one right value."""
    first: dict[tuple[str, str], Correction] = {}
    for line in lines:
        if line.action != "change":
            continue
        earlier = first.setdefault((line.row, line.column), line)
        if earlier.value != line.value:
            raise KzvnError(
                "corrections_change_twice",
                path=path,
                line=line.line,
                row=line.row,
                column=line.column,
                first=earlier.line,
            )


def _check_added(group: list[Correction], path: Path) -> None:
    """The first line of an added row says table and clipping; the others add cells and gainsay nothing."""
    first = group[0]
    if not first.table:
        known = ", ".join(_FACT_TABLES)
        raise KzvnError("corrections_table_missing", path=path, line=first.line, known=known)
    if not first.article:
        raise KzvnError("corrections_article_missing", path=path, line=first.line)
    cells: dict[str, int] = {}
    for line in group:
        for column in ("table", "article", "quote"):
            if getattr(line, column) not in ("", getattr(first, column)):
                raise KzvnError(
                    "corrections_add_differs", path=path, line=line.line, row=line.row, column=column, first=first.line
                )
        if line.column and cells.setdefault(line.column, line.line) != line.line:
            raise KzvnError(
                "corrections_add_twice",
                path=path,
                line=line.line,
                row=line.row,
                column=line.column,
                first=cells[line.column],
            )
