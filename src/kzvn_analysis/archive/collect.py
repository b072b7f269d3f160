"""A part of an archive's tables as pandas reads it, and several parts for one task."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from .place import Place

if TYPE_CHECKING:
    import pandas as pd


PARTS_AT_ONCE = 16  # that one task reads of what is little of each


def chunks(numbers: list[int]) -> list[list[int]]:
    """The parts, as many together as one task reads."""
    return [numbers[first : first + PARTS_AT_ONCE] for first in range(0, len(numbers), PARTS_AT_ONCE)]


def read_all(load: Callable[[int], pd.DataFrame], numbers: Iterable[int]) -> pd.DataFrame:
    """What `load` reads of all parts, for one task where it is little."""
    import pandas as pd

    return pd.concat([load(number) for number in numbers], ignore_index=True)


def read_frame(
    place: Place, name: str, columns: list[str] | None = None, only: list[tuple] | None = None
) -> pd.DataFrame:
    """The Parquet file `name`, or some `columns` of it, or `only` the rows that fit."""
    import pandas as pd

    with place.open(name) as file:
        return pd.read_parquet(file, columns=columns, dtype_backend="numpy_nullable", filters=only)
