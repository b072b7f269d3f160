"""What every fact carries, and how a table's columns are declared.

A fact is a frozen dataclass, one class per table; its fields are the table's columns, in order.
`column` puts the meaning, unit and permitted values beside the field, so that the checks, the
Parquet types and the documentation, in whatever format, all come from this one place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import MISSING, dataclass, field, fields
from functools import cache
from typing import Any, ClassVar


def column(
    meaning: str,
    *,
    default: Any = None,
    allowed: Sequence[str] = (),
    unit: str = "",
    required: bool = False,
    edtf: bool = False,
) -> Any:
    """Declare a column: what it means, in which unit, which values it may hold, whether they are EDTF periods."""
    metadata = {"meaning": meaning, "allowed": tuple(allowed), "unit": unit, "edtf": edtf}
    return field(default=MISSING if required else default, metadata=metadata)


BOUNDS = ("exact", "about", "under", "over")  # how a text hedges a figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A row with its provenance: always ``article.text[start:end] == quote``.

    `IDENTITY` names the columns that say what the row is about; its `fact_id` is made from them,
    so it stays the same when the sentence moves or another rule finds it.
    """

    IDENTITY: ClassVar[tuple[str, ...]] = ()

    article_id: str = column("the clipping's file name without .txt", required=True)
    start: int = column(
        "offset of the quote's first character in the clipping's text", required=True, unit="characters"
    )
    end: int = column("offset after the quote's last character", required=True, unit="characters")
    quote: str = column("the sentence the fact comes from, as it stands", required=True)
    rule: str = column("the reading rule that found the row", default="")
    corrected: str | None = column("what was changed by hand (corrections.csv); missing where nothing was")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table as it was declared.

    Attributes
    ----------
    name, meaning, unit : str
    kind : str
        ``str``, ``int``, ``float`` or ``bool``.
    allowed : tuple of str
        The values it may hold; empty where any will do.
    required : bool
        A row can't be made without it.
    nullable : bool
        A cell may be missing.
    edtf : bool
        Its values are EDTF periods.
    """

    name: str
    meaning: str
    unit: str
    kind: str
    allowed: tuple[str, ...]
    required: bool
    nullable: bool
    edtf: bool


@cache
def columns(fact: type) -> tuple[Column, ...]:
    """The columns of a table: a fact's own fields first, provenance last."""
    provenance = {f.name for f in fields(Fact)}
    own = [f for f in fields(fact) if f.name not in provenance]
    head = [f for f in fields(fact) if f.name == "article_id"]
    tail = [f for f in fields(fact) if f.name in provenance and f.name != "article_id"]
    return tuple(
        Column(
            name=f.name,
            kind=str(f.type).split(" ")[0],
            required=f.default is MISSING,
            nullable=f.default is None,
            **f.metadata,
        )
        for f in (*head, *own, *tail)
    )
