"""What each column of a released table holds, in terms that every format can say in its own way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..facts import TABLES
from ..facts.base import columns
from ..reading import lexicon
from ..reconcile import reconciled_meanings

if TYPE_CHECKING:
    import pandas as pd

PACKAGE = "kzvn_analysis.exchange"
FACT_ID = "fact_id"
_KINDS = {"string": "str", "Int64": "int", "Float64": "float", "boolean": "bool"}
_KEYS = {
    "articles": "article_id",
    "reconciled_trade": "reconciled_id",
    "reconciled_visits": "visit_id",
    "reconciled_clippings": "article_id",
}


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its name, meaning, unit, kind (``str``, ``int``, ``float``, ``bool``) and what limits its values."""

    name: str
    meaning: str
    unit: str
    kind: str
    allowed: tuple[str, ...] = ()
    nullable: bool = True
    edtf: bool = False


def fields(name: str, frame: pd.DataFrame) -> list[Field]:
    """The columns of the table `name`, in their order in `frame`.

    Raises
    ------
    KeyError
        A column has no description.
    """
    known = _declared(name)
    kinds = {column: _KINDS.get(str(dtype), "str") for column, dtype in frame.dtypes.items()}
    return [
        known[column] if column in known and known[column].kind else _told(name, column, kind)
        for column, kind in kinds.items()
    ]


def key(name: str) -> str | None:
    """The column that names a row of the table; ``None`` where nothing does."""
    return _KEYS.get(name) or (FACT_ID if name in TABLES else None)


def about(name: str) -> str:
    """What a row of the table is."""
    return _words()[name, ""][0]


def _declared(name: str) -> dict[str, Field]:
    if name not in TABLES:
        return {}
    return {
        column.name: Field(
            column.name, column.meaning, column.unit, column.kind, column.allowed, column.nullable, column.edtf
        )
        for column in columns(TABLES[name])
    }


def _told(name: str, column: str, kind: str) -> Field:
    """A column that data files describe: the rows' names, the reconciled tables, what was left out."""
    if name.startswith("reconciled_"):
        meanings = reconciled_meanings(name).set_index("column")
        meaning, unit = meanings.loc[column, ["meaning", "unit"]]
    else:
        meaning, unit = _words()[name if name not in TABLES else "facts", column]
    return Field(column, meaning, unit, kind, nullable=column != key(name))


def _words() -> dict[tuple[str, str], tuple[str, str]]:
    rows = ((*row, "", "")[:4] for row in lexicon.rows("tables.tsv", PACKAGE))
    return {(table, column): (meaning, unit) for table, column, meaning, unit in rows}
