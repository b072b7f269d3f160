"""The reprints in an archive: what `kzvn_analysis.reconcile.reprints` does, no task holding more than a share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from ..reconcile.reprints import KEYS, bands, first_prints, matched, neighbours, reprints, with_sample
from .collect import chunks, read_all
from .dealing import Dealing
from .engine import Engine
from .notes import part_name
from .place import Place, write_frame

if TYPE_CHECKING:
    import pandas as pd

KEYS_AT_ONCE = 200_000  # that one task compares
PAIRS_AT_ONCE = 5_000  # that are given their samples
ROWS_TOGETHER = 5_000  # of the result
_PAIRS = "matched"


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
    way = _Way(state, 1 + count * KEYS // KEYS_AT_ONCE)
    some = chunks(list(range(way.shares)))
    for step, items, used_up in (
        (partial(_deal_keys, load=load, way=way), chunks(numbers), ()),
        (partial(_deal_pairs, way=way), some, (way.keys,)),
        (partial(_deal_with_first, way=way), some, (way.pairs,)),
        (partial(_match, way=way), range(way.shares), (way.half_known, way.clippings)),
    ):
        for _ in engine.each(step, items):
            pass
        for dealt in used_up:
            state.remove(dealt.name)
    [found] = engine.each(partial(_write, state=state), [name])
    return found


@dataclass(frozen=True, slots=True)
class _Way:
    """Where the rows lie from step to step."""

    state: Place
    shares: int

    @property
    def keys(self) -> Dealing:
        return Dealing(self.state, "keys", "key", self.shares)

    @property
    def clippings(self) -> Dealing:
        return Dealing(self.state, "samples", "article_id", self.shares)

    @property
    def pairs(self) -> Dealing:
        return Dealing(self.state, "pairs", "a", self.shares)

    @property
    def half_known(self) -> Dealing:
        return Dealing(self.state, "half", "b", self.shares)


def _deal_keys(numbers: list[int], load: Callable[[int], pd.DataFrame], way: _Way) -> None:
    clippings, number = read_all(load, numbers), f"{numbers[0]:05}"
    way.clippings.deal(clippings, number)
    way.keys.deal(bands(clippings), number)


def _deal_pairs(shares: list[int], way: _Way) -> None:
    found = (neighbours(way.keys.take(share)) for share in shares)
    way.pairs.deal_all(found, f"{shares[0]:05}", KEYS_AT_ONCE // 4)


def _deal_with_first(shares: list[int], way: _Way) -> None:
    way.half_known.deal_all(_with_first(shares, way), f"{shares[0]:05}", PAIRS_AT_ONCE)


def _with_first(shares: list[int], way: _Way) -> Iterator[pd.DataFrame]:
    """Pairs with one sample each."""
    for share in shares:
        pairs, clippings = way.pairs.take(share).drop_duplicates(), way.clippings.take(share)
        for first in range(0, max(1, len(pairs)), PAIRS_AT_ONCE):
            yield with_sample(pairs[first : first + PAIRS_AT_ONCE], clippings, "a")


def _match(share: int, way: _Way) -> None:
    import pandas as pd

    clippings = way.clippings.take(share)
    found = [matched(with_sample(pairs, clippings, "b")) for pairs in way.half_known.each(share, PAIRS_AT_ONCE)]
    write_frame(way.state, part_name(_PAIRS, share), pd.concat(found, ignore_index=True))


def _at_once(name: str, load: Callable[[int], pd.DataFrame], numbers: list[int], state: Place) -> int:
    found = reprints(read_all(load, numbers))
    return _note(name, found, state)


def _write(name: str, state: Place) -> int:
    import pandas as pd

    found = first_prints(pd.read_parquet(state.at(_PAIRS), dtype_backend="numpy_nullable"))
    return _note(name, found, state)


def _note(name: str, found: pd.DataFrame, state: Place) -> int:
    """Write what was found so that whoever wants some names of it needs not read the others."""
    write_frame(state, name, found, row_group_size=ROWS_TOGETHER)
    return len(found)
