"""What the columns of each table are: names, meanings, types, and the checks on what a cell may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .edtf import EDTF
from .facts import TABLES, columns

if TYPE_CHECKING:
    import pandas as pd
    import pandera.pandas as pa

_DTYPES = {"str": "string", "int": "Int64", "float": "Float64", "bool": "boolean"}


def schema(name: str) -> pa.DataFrameSchema:
    """The pandera schema of a table: types, permitted values, EDTF strings, offsets."""
    import pandera.pandas as pa

    cols = {}
    for column in columns(TABLES[name]):
        checks = []
        if column.allowed:
            checks.append(pa.Check.isin(column.allowed))
        if column.edtf:
            checks.append(pa.Check.str_matches(EDTF))
        if column.name == "start":
            checks.append(pa.Check.ge(0))
        cols[column.name] = pa.Column(_DTYPES[column.kind], checks, nullable=column.nullable)
    checks = []
    if name != "articles":
        cols = {"fact_id": pa.Column("string"), **cols}
        checks = [
            pa.Check(
                lambda df: df["end"] - df["start"] == df["quote"].str.len(), error="quote does not fit its offsets"
            )
        ]
    # Two of a million clippings may give a row the same name; within a clipping none can.
    unique = None if name == "articles" else ["article_id", "fact_id"]
    return pa.DataFrameSchema(cols, checks=checks, unique=unique, strict=True, ordered=True)


def table_columns(name: str) -> tuple[str, ...]:
    """Column names of a table, in order."""
    own = tuple(f.name for f in columns(TABLES[name]))
    return own if name == "articles" else ("fact_id", *own)


def column_meanings(name: str) -> pd.DataFrame:
    """What each column of a table means: ``column``, ``meaning``, ``unit``, ``allowed``."""
    import pandas as pd

    rows = [] if name == "articles" else [("fact_id", "stable name of the row, made from what it is about", "", "")]
    rows += [
        (column.name, column.meaning, column.unit, " · ".join(column.allowed)) for column in columns(TABLES[name])
    ]
    return pd.DataFrame(rows, columns=["column", "meaning", "unit", "allowed"])


def dtypes(name: str) -> dict[str, str]:
    """The pandas type of each column of a table, in order."""
    kinds = {column.name: _DTYPES[column.kind] for column in columns(TABLES[name])}
    return kinds if name == "articles" else {"fact_id": "string", **kinds}
