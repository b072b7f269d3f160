"""The analyst's last word: ``corrections.csv`` beside the clippings, applied after extraction.

One line says one thing about one row:

=========  =====================================================================================
column     meaning
=========  =====================================================================================
action     ``reject`` the row · ``change`` one of its cells · ``add`` a row
table      for ``add``: the table it belongs to
row        the row's ``fact_id``; for ``add`` a name of your own, the same on all its lines
column     for ``change`` and ``add``: which cell this line sets; on the first line of an ``add`` it may be empty
value      what the cell holds from now on; empty for missing
article    for ``add``, on its first line: the clipping's ``article_id``
quote      for ``add``, on its first line: the words of the clipping that prove the row
why        for whoever reads it later
=========  =====================================================================================
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from os import PathLike
from pathlib import Path

from .edtf import EDTF
from .errors import KzvnError
from .facts import TABLES, Fact, columns

FILE = "corrections.csv"
COLUMNS = ("action", "table", "row", "column", "value", "article", "quote", "why")
_PROVENANCE = {"article_id", "start", "end", "quote", "rule", "corrected"}
_EDTF_COLUMNS = {"period", "in_force", "change_base"}


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
        for line in self.lines:
            if line.action == "add" or line.row not in out:
                continue
            self.used.add(line.line)
            if line.action == "reject":
                del out[line.row]
            else:
                out[line.row] = self._change(out[line.row], line)
        return {**out, **self._added(table, article_id, text)}

    def finish(self) -> None:
        """Raise for a line that named a row, a clipping or a table that is not there."""
        for line in self.lines:
            if line.line not in self.used:
                key = "corrections_unknown_article" if line.action == "add" else "corrections_unknown_row"
                raise KzvnError(key, path=self.path, line=line.line, row=line.row, article=line.article)

    def _change(self, fact: Fact, line: Correction) -> Fact:
        value = self._cell(type(fact), line)
        before = getattr(fact, line.column)
        said = f"{line.column} was {'missing' if before is None else before}" + (f" ({line.why})" if line.why else "")
        return replace(fact, **{line.column: value, "corrected": "; ".join(filter(None, [fact.corrected, said]))})

    def _added(self, table: str, article_id: str, text: str) -> dict[str, Fact]:
        groups: dict[str, list[Correction]] = {}
        for line in self.lines:
            if line.action == "add":
                groups.setdefault(line.row, []).append(line)
        out = {}
        for name, lines in groups.items():
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
            if column.metadata["required"] and column.name not in cells and column.name not in _PROVENANCE:
                raise KzvnError(
                    "corrections_cell_missing", path=self.path, line=first.line, row=first.row, column=column.name
                )
        return kind(
            article_id=first.article,
            start=start,
            end=start + len(first.quote),
            quote=first.quote,
            rule="correction",
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

        def wrong(wanted: str) -> KzvnError:
            return KzvnError(
                "corrections_value", path=self.path, line=line.line, column=line.column, value=line.value, wanted=wanted
            )

        required = column.metadata["required"] or not str(column.type).endswith("None")
        if line.value == "":
            if required:
                raise wrong("a value")
            return None
        allowed = column.metadata["allowed"]
        if allowed and line.value not in allowed:
            raise wrong("one of " + ", ".join(allowed))
        if line.column in _EDTF_COLUMNS and not re.match(EDTF, line.value):
            raise wrong("a date such as 2025, 2025-05, 2025-05-06 or 2023-01/2023-05")
        number = {"float": float, "int": int}.get(str(column.type).split(" ")[0])
        if number is None:
            return line.value
        try:
            return number(line.value)
        except ValueError:
            raise wrong("a plain number such as 879000000") from None


def read_corrections(folder: str | PathLike[str]) -> Corrections:
    """Read ``corrections.csv`` of a seeds folder; no lines where there is no such file.

    Raises
    ------
    KzvnError
        The file is no CSV, lacks a column, or a line says something that can't be meant; the
        message names file and line.
    """
    path = Path(folder) / FILE
    if not path.exists():
        return Corrections(path)
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            table = list(csv.reader(file, strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise KzvnError("corrections_unreadable", path=path, why=error) from None
    header = [cell.strip() for cell in table[0]] if table else []
    if not {"action", "row"} <= set(header) or set(header) - set(COLUMNS) or len(set(header)) < len(header):
        raise KzvnError("corrections_header", path=path, found=",".join(header) or "nothing", known=",".join(COLUMNS))
    lines = []
    for number, cells in enumerate(table[1:], start=2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            raise KzvnError("sidecar_cells", path=path, line=number, count=len(cells), expected=len(header))
        said = dict.fromkeys(COLUMNS, "") | {name: cell.strip() for name, cell in zip(header, cells, strict=True)}
        lines.append(_checked(Correction(number, **said), path))
    first_of = {}
    for line in lines:
        if line.action != "add":
            continue
        first = first_of.setdefault(line.row, line)
        if (
            first is line
            and line.table not in TABLES
            or line.table not in ("", first.table)
            or first.table == "articles"
        ):
            raise KzvnError(
                "corrections_table",
                path=path,
                line=line.line,
                table=line.table,
                known=", ".join(t for t in TABLES if t != "articles"),
            )
    return Corrections(path, tuple(lines))


def _checked(line: Correction, path: Path) -> Correction:
    if line.action not in ("reject", "change", "add"):
        raise KzvnError("corrections_action", path=path, line=line.line, action=line.action)
    if not line.row:
        raise KzvnError("corrections_row_missing", path=path, line=line.line)
    if line.action == "change" and not line.column:
        raise KzvnError("corrections_column_missing", path=path, line=line.line)
    return line
