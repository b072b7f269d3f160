"""What a comparison yields: changes of clippings, of facts, and of what all clippings together say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from .sides import Side

Row = Mapping[str, Any]
KINDS = ("added", "changed", "gone", "wording")


@dataclass(frozen=True, slots=True)
class Cell:
    """One column whose value differs."""

    column: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Change:
    """Something that is on one side only, or on both and not the same.

    Attributes
    ----------
    table : str
        ``clippings``, a table of facts, ``reconciled_trade``, ``reconciled_visits`` or ``stages``.
    old, new : mapping or None
        The row on either side.
    cells : tuple of Cell
        What differs, where there is a row on both sides.
    """

    table: str
    old: Row | None
    new: Row | None
    cells: tuple[Cell, ...] = ()

    @property
    def kind(self) -> str:
        """``added`` · ``gone`` · ``changed`` · ``wording``: the same values read from other words."""
        if self.old is None:
            return "added"
        if self.new is None:
            return "gone"
        return "wording" if [cell.column for cell in self.cells] == ["quote"] else "changed"

    @property
    def row(self) -> Row:
        """The row to speak of: the new one, where there is one."""
        return self.old if self.new is None else self.new

    def cell(self, *columns: str) -> bool:
        """Whether any of these columns differs."""
        return any(cell.column in columns for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Difference:
    """All that changed from one side to the other.

    Attributes
    ----------
    old, new : Side
    clippings, facts, together : tuple of Change
        Clippings; rows of the fact tables; reconciled rows and stages of sectors.
    """

    old: Side
    new: Side
    clippings: tuple[Change, ...]
    facts: tuple[Change, ...]
    together: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.clippings or self.facts or self.together)

    def of(self, table: str, *kinds: str) -> tuple[Change, ...]:
        """The changes of a table, all or only of some kinds."""
        every = (*self.clippings, *self.facts, *self.together)
        return tuple(c for c in every if c.table == table and (not kinds or c.kind in kinds))


def count(changes: Iterable[Change]) -> dict[str, int]:
    """How many changes there are of each kind."""
    found = dict.fromkeys(KINDS, 0)
    for change in changes:
        found[change.kind] += 1
    return found
