"""The reprints in an archive: what `kzvn_analysis.reconcile.reprints` does, its keys brought together by Dask."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from ..reconcile.reprints import KEYS, bands, first_prints, matched, neighbours, reprints, with_samples
from .collect import read_all, spread
from .engine import Engine
from .place import Place, write_frame

if TYPE_CHECKING:
    import pandas as pd

KEYS_AT_ONCE = 100_000  # that one task compares


def find_reprints(
    load: Callable[[int], pd.DataFrame], numbers: list[int], count: int, state: Place, name: str, engine: Engine
) -> int:
    """Write to the file `name` which clippings are reprints of which; tells how many there are.

    Parameters
    ----------
    load
        Gives a part's clippings: ``article_id``, ``sha256``, ``wording``, ``written``.
    numbers
        The parts.
    count
        How many clippings they hold.
    state, name
        Where the result goes, a frame as `kzvn_analysis.reconcile.reprints.reprints` gives it.
    engine
        Does the work.
    """
    if count * KEYS <= KEYS_AT_ONCE:
        [found] = engine.each(partial(_at_once, load=load, numbers=numbers, state=state), [name])
        return found
    clippings = spread(load, numbers)
    shares = 1 + count * KEYS // KEYS_AT_ONCE
    keys = clippings.map_partitions(bands, meta=bands(clippings._meta))
    near = keys.shuffle("key", npartitions=shares).map_partitions(neighbours, meta=neighbours(keys._meta))
    pairs = with_samples(near.drop_duplicates(split_out=shares), clippings)
    same = pairs.map_partitions(matched, meta=matched(pairs._meta))
    same.to_parquet(state.at(f"{name}-pairs"), write_index=False)
    [found] = engine.each(partial(_write, state=state), [name])
    return found


def _at_once(name: str, load: Callable[[int], pd.DataFrame], numbers: list[int], state: Place) -> int:
    found = reprints(read_all(load, numbers))
    write_frame(state, name, found)
    return len(found)


def _write(name: str, state: Place) -> int:
    import pandas as pd

    found = first_prints(pd.read_parquet(state.at(f"{name}-pairs"), dtype_backend="numpy_nullable"))
    write_frame(state, name, found)
    return len(found)
