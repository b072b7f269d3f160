"""What every fact carries, and how a table's columns are declared.

A fact is a frozen dataclass, one class per table; its fields are the table's columns, in order.
`column` puts the meaning, unit and permitted values beside the field, so that the checks, the
Parquet types and the documentation all come from this one place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import MISSING, Field, dataclass, field, fields
from typing import Any, ClassVar


def column(
    meaning: str, *, default: Any = None, allowed: Sequence[str] = (), unit: str = "", required: bool = False
) -> Any:
    """Declare a column: what it means, in which unit, which values it may hold."""
    metadata = {"meaning": meaning, "allowed": tuple(allowed), "unit": unit, "required": required}
    return field(default=MISSING if required else default, metadata=metadata)


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


def columns(fact: type) -> tuple[Field, ...]:
    """The columns of a table: a fact's own fields first, provenance last."""
    provenance = {f.name for f in fields(Fact)}
    own = [f for f in fields(fact) if f.name not in provenance]
    head = [f for f in fields(fact) if f.name == "article_id"]
    tail = [f for f in fields(fact) if f.name in provenance and f.name != "article_id"]
    return (*head, *own, *tail)
