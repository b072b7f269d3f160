"""Which row of the one side is which of the other, where several could be: the best match wins.

Nothing here knows about row order or offsets, and exchanging the sides gives the same pairs.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]
Pair = tuple[Row, Row]


def same(old: Iterable[Row], new: Iterable[Row], key: Callable[[Row], Hashable]) -> tuple[list[Pair], list, list]:
    """Pair rows whose keys are equal, one to one.

    Returns
    -------
    (pairs, old rows left over, new rows left over)
        Rows whose key is ``None`` are left over.
    """
    waiting: dict[Hashable, list[Row]] = {}
    for row in sorted(new, key=content):
        waiting.setdefault(key(row), []).append(row)
    pairs, rest = [], []
    for row in sorted(old, key=content):
        found = waiting.get(key(row)) if key(row) is not None else None
        if found:
            pairs.append((row, found.pop(0)))
        else:
            rest.append(row)
    return pairs, rest, [row for rows in waiting.values() for row in rows]


def best(
    old: Sequence[Row], new: Sequence[Row], merit: Callable[[Row, Row], float | None]
) -> tuple[list[Pair], list, list]:
    """Pair rows by merit, the best pair first; ``None`` says that two rows can't be one.

    `merit` must not depend on which side a row is on.  Where merits are equal, the rows' contents decide.
    """
    found = []
    for a, row in enumerate(old):
        for b, other in enumerate(new):
            worth = merit(row, other)
            if worth is not None:
                ends = sorted((content(row), content(other)))
                found.append((-worth, ends, a, b))
    found.sort(key=lambda item: item[:2])
    pairs, left, right = [], dict(enumerate(old)), dict(enumerate(new))
    for _, _, a, b in found:
        if a in left and b in right:
            pairs.append((left.pop(a), right.pop(b)))
    return pairs, list(left.values()), list(right.values())


# Where a row stands and how it was found says nothing about what it is.
_PLACE = {"start", "end", "rule", "fact_id", "table"}


def content(row: Row) -> tuple:
    """Sort key: what a row says."""
    return tuple((name, value is not None, str(value)) for name, value in row.items() if name not in _PLACE)
