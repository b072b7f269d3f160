"""The CSV files that people write beside the clippings: each row with its line, and what a cell may hold."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path

from .csv_cells import unguard
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
