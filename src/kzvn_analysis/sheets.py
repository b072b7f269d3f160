"""The CSV files that people write beside the clippings: each row with its line, and what a cell may hold."""

from __future__ import annotations

import csv
import io
import re
from codecs import BOM_UTF8
from collections.abc import Mapping, Sequence
from pathlib import Path

from .csv_cells import guard, unguard
from .edtf import EDTF, edtf_bounds
from .errors import KzvnError
from .files import Unreadable, leads_out, read_file
from .limits import size


def read_sheet(path: Path, *, known: Sequence[str], required: Sequence[str]) -> list[tuple[int, dict[str, str]]]:
    """Rows of a CSV file with the line each begins on; no rows where there is no such file.

    Parameters
    ----------
    path
        The file.
    known
        Every column it may have.  A row holds all of them; those the file lacks are empty.
    required
        Columns its header must name.

    Raises
    ------
    KzvnError
        The file can't be read, is no CSV, has another header or a row with too many or too few cells.
    """
    if leads_out(path):
        raise KzvnError("sheet_link", path=path)
    if not path.exists():
        return []
    text, rows, line = _text(path, known), [], 1
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [cell.strip() for cell in next(reader, [])]
        line = reader.line_num + 1
        for cells in reader:  # a cell may hold line breaks, so a row's line is not its number
            rows.append((line, [_cell(cell) for cell in cells]))
            line = reader.line_num + 1
    except csv.Error as error:
        raise KzvnError("sheet_format", path=path, line=line, why=error, known=",".join(known)) from None
    if not set(required) <= set(header) or set(header) - set(known) or len(set(header)) < len(header):
        found = ",".join(header) or "nothing"
        raise KzvnError("sheet_header", path=path, required=" and ".join(required), known=",".join(known), found=found)
    out = []
    for line, cells in rows:
        if not any(cells):
            continue
        if len(cells) != len(header):
            raise KzvnError("sheet_cells", path=path, line=line, count=len(cells), expected=len(header))
        out.append((line, dict.fromkeys(known, "") | dict(zip(header, cells, strict=True))))
    return out


def with_row(path: Path, cells: Mapping[str, str], *, known: Sequence[str], key: str) -> bytes:
    """The bytes of a sheet in which a row holds `cells`; its other cells and all other rows are as they were.

    Parameters
    ----------
    path
        The file; where it is missing, a sheet with the columns `known` is begun.
    cells
        What the row is to hold, by column.
    key
        The column that tells which row it is; one that is not there yet comes last.

    Raises
    ------
    KzvnError
        As `read_sheet`, or the header lacks a column of `cells`.
    """
    read_sheet(path, known=known, required=(key,))
    data = path.read_bytes() if path.exists() else ",".join(known).encode() + b"\n"
    mark = data[: len(BOM_UTF8)] if data.startswith(BOM_UTF8) else b""
    lines = list(io.StringIO(data.removeprefix(mark).decode("utf-8"), newline=""))
    reader, rows, begins = csv.reader(lines, strict=True), [], 0
    for row in reader:
        rows.append((begins, reader.line_num, row))
        begins = reader.line_num
    header = [cell.strip() for cell in rows[0][2]]
    if lacking := [column for column in cells if column not in header]:
        raise KzvnError("sheet_column", path=path, column=lacking[0])
    new = (len(lines), len(lines), [""] * len(header))
    same = [r for r in rows[1:] if len(r[2]) == len(header) and _cell(r[2][header.index(key)]) == cells[key]]
    first, after, before = same[0] if same else new
    if all(_cell(cell) == cells.get(column, _cell(cell)) for column, cell in zip(header, before, strict=True)):
        return data
    written, end = io.StringIO(), "\r\n" if lines[0].endswith("\r\n") else "\n"
    told = (guard(cells[name]) if name in cells else cell for name, cell in zip(header, before, strict=True))
    csv.writer(written, lineterminator=end).writerow(told)
    if not same and not lines[-1].endswith(("\r", "\n")):
        lines[-1] += end
    lines[first:after] = [written.getvalue()]
    return mark + "".join(lines).encode("utf-8")


def _text(path: Path, known: Sequence[str]) -> str:
    try:
        data = read_file(path, size("sheet")) if isinstance(path, Path) else path.read_bytes()
    except Unreadable as error:
        raise KzvnError(f"sheet_{error.key}", path=path, most=size("sheet")) from None
    except OSError as error:
        raise KzvnError("sheet_io", path=path, why=error.strerror or error) from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise KzvnError("sheet_format", path=path, line=line, why=error.reason, known=",".join(known)) from None


def _cell(text: str) -> str:
    """A cell as it was meant: copied from a released table it may be guarded, written in Excel have other line ends."""
    return unguard(text.replace("\r\n", "\n").replace("\r", "\n").strip())


def is_period(text: str) -> bool:
    """Whether `text` is an EDTF date or interval of the tables: of days that exist, and not ending before it begins."""
    if not re.fullmatch(EDTF, text):
        return False
    try:
        first, last = edtf_bounds(text)
    except (ValueError, OverflowError):
        return False
    return first <= last
