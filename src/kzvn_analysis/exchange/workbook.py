"""``tables.xlsx``: one sheet a table, and a first sheet that says what they hold."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ..errors import message
from .fields import about, fields

if TYPE_CHECKING:
    import pandas as pd

MOST_ROWS = 1_048_576 - 1  # a sheet's rows, less the heads
MOST_LETTERS = 32_767  # a cell's
_WIDTHS = {"quote": 80, "title": 40, "name": 40, "reason": 40, "rule": 28, "published_quote": 60}
_FORMATS = {"value_usd": "#,##0", "ratio": "0.000"}
_FIRST = "Read me"


def write_workbook(tables: Mapping[str, pd.DataFrame], manifest: Mapping) -> bytes:
    """The tables as a workbook with typed cells: numbers as numbers, text always as text, never as a formula.

    What a sheet can't hold, rows beyond `MOST_ROWS` or the end of a cell beyond `MOST_LETTERS`, is counted on
    the first sheet.
    """
    import xlsxwriter

    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(buffer, options) as book:
        # The day of the briefing, not of the making: the same inputs give the same bytes.
        made = datetime.fromisoformat(manifest["as_of"])
        book.set_properties({"title": message("package_title"), "comments": manifest["version"], "created": made})
        first = book.add_worksheet(_FIRST)
        remarks = {name: _sheet(book, name, frame) for name, frame in tables.items()}
        _read_me(book, first, tables, manifest, remarks)
    return buffer.getvalue()


def _sheet(book, name: str, frame: pd.DataFrame) -> list[str]:
    """Write a table's sheet; tells what it could not hold."""
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    described = fields(name, frame)
    cut = 0
    for column, field in enumerate(described):
        sheet.write_string(0, column, field.name, head)
        looks = {"valign": "top"}
        if field.kind == "float":
            looks["num_format"] = _FORMATS["ratio" if field.unit == "ratio" else "value_usd"]
        width = _WIDTHS.get(field.name, max(12, len(field.name) + 3))
        sheet.set_column(column, column, width, book.add_format(looks) if field.kind != "str" else wrapped)
        for row, value in enumerate(frame[field.name].iloc[:MOST_ROWS].array.astype(object), start=1):
            cut += _cell(sheet, row, column, value)
    rows = min(len(frame), MOST_ROWS)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(rows, 1), len(described) - 1)
    return [
        *([message("workbook_rows", count=len(frame) - rows)] if len(frame) > rows else []),
        *([message("workbook_cells", count=cut)] if cut else []),
    ]


def _cell(sheet, row: int, column: int, value: Any) -> bool:
    """Write a cell; tells whether its end was cut off."""
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, (int, float)):
        if value == value:
            sheet.write_number(row, column, value)
    elif isinstance(value, str):
        sheet.write_string(row, column, value[:MOST_LETTERS])
        return len(value) > MOST_LETTERS
    return False


def _read_me(book, sheet, tables: Mapping[str, pd.DataFrame], manifest: Mapping, remarks: Mapping[str, list[str]]):
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 1, 22)
    sheet.set_column(2, 2, 90, wrapped)
    sheet.set_column(3, 3, 14)
    lines: list[tuple] = [(message("package_title"),), (message("workbook_version", version=manifest["version"]),), ()]
    for name, frame in tables.items():
        lines.append((name, message("workbook_count", count=len(frame)), about(name)))
        lines += [("", "", remark) for remark in remarks[name]]
    lines += [(), tuple(message("workbook_heads").split(" · "))]
    lines += [
        (name, field.name, field.meaning, field.unit) for name, frame in tables.items() for field in fields(name, frame)
    ]
    for row, cells in enumerate(lines):
        for column, text in enumerate(cells):
            strong = row == 0 or cells[:1] == (message("workbook_heads").split(" · ")[0],)
            sheet.write_string(row, column, text, bold if strong else None)
