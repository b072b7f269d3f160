"""The same ``article_id`` twice in an archive: the first one counts, the others are left out and told."""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from ..seeds import Unread
from .engine import Engine
from .partition import NEEDED, Partition, records
from .place import Place

if TYPE_CHECKING:
    import numpy as np

_AT_ONCE = 2_000_000  # names that one task compares
_FOLDER = "names"


def find_repeats(partitions: list[Partition], state: Place, engine: Engine) -> list[Partition]:
    """The partitions, each knowing its rows whose clipping was named before, and how many clippings it holds.

    A name is told by eight bytes of its digest; of these each partition writes a sorted list, and every task that
    compares takes the same stretch of all lists, so nobody ever holds more than a part of the names.
    """
    counts = dict(engine.each(partial(_list_names, state=state), partitions))
    shares = 1 + sum(counts.values()) // _AT_ONCE
    found: dict[int, dict[int, str]] = {}
    compare = partial(_compare, partitions=len(partitions), shares=shares, state=state)
    for later in engine.each(compare, list(range(shares))):
        for number, row, first, first_row in later:
            before = partitions[first]
            found.setdefault(number, {})[row] = f"{before.shown}:{before.before + first_row + 1}"
    state.remove(_FOLDER)
    return [
        replace(
            part,
            clippings=counts[part.number],
            repeated=tuple(sorted(found.get(part.number, {}).items())),
        )
        for part in partitions
    ]


def _list_names(partition: Partition, state: Place) -> tuple[int, int]:
    """Write the names of a partition, sorted by digest, and tell how many rows it has."""
    import numpy as np

    rows = []
    count = 0
    for row, record in _names(partition):
        count += 1
        if not isinstance(record, Unread):
            digest = hashlib.blake2b(record["article_id"].encode("utf-8", "surrogatepass"), digest_size=8).digest()
            rows.append((int.from_bytes(digest, "big"), row))
    names = np.array(sorted(rows), dtype=[("name", "u8"), ("row", "u4")])
    buffer = io.BytesIO()
    np.save(buffer, names)
    state.write(f"{_FOLDER}/{partition.number:05}.npy", buffer.getvalue())
    return partition.number, count


def _names(partition: Partition):
    if partition.kind == "parquet":
        from .parquet import read_rows

        return read_rows(partition, NEEDED[:1])
    return records(partition)


def _compare(share: int, partitions: int, shares: int, state: Place) -> list[tuple[int, int, int, int]]:
    """Of one share of all names those that stand before: partition and row, and where it stands first."""
    import numpy as np

    low, high = (np.uint64((2**64 * i) // shares) if i < shares else None for i in (share, share + 1))
    names, numbers = [], []
    for number in range(partitions):
        own = np.load(io.BytesIO(state.read(f"{_FOLDER}/{number:05}.npy") or b""))
        start = np.searchsorted(own["name"], low)
        stop = len(own) if high is None else np.searchsorted(own["name"], high)
        names.append(own[start:stop])
        numbers.append(np.full(stop - start, number, dtype="u4"))
    return _later(np.concatenate(names), np.concatenate(numbers)) if names else []


def _later(names: np.ndarray, numbers: np.ndarray) -> list[tuple[int, int, int, int]]:
    import numpy as np

    order = np.lexsort((names["row"], numbers, names["name"]))
    names, numbers = names[order], numbers[order]
    new = np.ones(len(names), dtype=bool)
    new[1:] = names["name"][1:] != names["name"][:-1]
    first = np.maximum.accumulate(np.where(new, np.arange(len(names)), 0))
    return [
        (int(numbers[i]), int(names["row"][i]), int(numbers[first[i]]), int(names["row"][first[i]]))
        for i in np.flatnonzero(~new)
    ]
