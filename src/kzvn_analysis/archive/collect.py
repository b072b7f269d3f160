"""The parts of an archive as one frame of Dask's, and a part as pandas reads it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from .place import Place

if TYPE_CHECKING:
    import dask.dataframe as dd
    import pandas as pd


PARTS_AT_ONCE = 16  # so that the scheduler's memory does not grow with every part


def spread(load: Callable[[int], pd.DataFrame], numbers: list[int]) -> dd.DataFrame:
    """What `load` reads of each part, as one frame."""
    import dask.dataframe as dd

    chunks = [numbers[first : first + PARTS_AT_ONCE] for first in range(0, len(numbers), PARTS_AT_ONCE)]
    return dd.from_map(partial(read_all, load), chunks, meta=load(numbers[0]).head(0), enforce_metadata=False)


def read_all(load: Callable[[int], pd.DataFrame], numbers: list[int]) -> pd.DataFrame:
    """What `load` reads of all parts, for one task where it is little."""
    import pandas as pd

    return pd.concat([load(number) for number in numbers], ignore_index=True)


def read_frame(place: Place, name: str) -> pd.DataFrame:
    """The Parquet file `name`."""
    import pandas as pd

    with place.open(name) as file:
        return pd.read_parquet(file, dtype_backend="numpy_nullable")
