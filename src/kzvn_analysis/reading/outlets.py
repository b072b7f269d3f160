"""The news outlets and agencies the program knows, from the data file."""

from __future__ import annotations

from functools import cache

from .fold import key
from .lexicon import rows


def known_outlet(written: str) -> str | None:
    """The usual name of an outlet, however it is written; ``None`` if it is not known."""
    return _names().get(key(written).strip(" ."))


@cache
def spellings() -> tuple[str, ...]:
    """Every spelling of every outlet, as the data file writes it."""
    return tuple(
        dict.fromkeys(
            s.strip() for row in rows("outlets.tsv") for s in (row[0], *row[1].split(";")) if s.strip()
        )
    )


def is_quoted(name: str) -> bool:
    """Whether others quote this outlet all the time, so that being told something by it is no credit."""
    return name in _quoted()


@cache
def _quoted() -> frozenset[str]:
    return frozenset(row[0] for row in rows("outlets.tsv") if len(row) > 2 and row[2] == "quoted")


@cache
def _names() -> dict[str, str]:
    """Folded spelling → the name used in the tables."""
    names: dict[str, str] = {}
    for row in rows("outlets.tsv"):
        for spelling in (row[0], *row[1].split(";")):
            if spelling.strip():
                names.setdefault(key(spelling), row[0])
    return names
