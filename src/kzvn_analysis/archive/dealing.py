"""Rows that belong together brought together: every task deals its rows out to shares, later ones take a share each.

A task that deals writes one file, in it the rows of each share side by side; one that takes a share reads its stretch
of all files.  So nobody holds more than what was dealt at once, or a share, however many rows there are, and a task
whose worker died is done again without the others.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .place import Place

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Dealing:
    """Rows dealt out by the value of a column.

    Attributes
    ----------
    state, name : Place, str
        The folder of the files.
    by : str
        The column: rows with the same value get into the same share.
    shares : int
        How many shares there are.
    """

    state: Place
    name: str
    by: str
    shares: int

    def deal(self, rows: pd.DataFrame, number: str) -> None:
        """Deal out rows; `number` tells them from what others deal, and whoever deals again under it replaces them."""
        import numpy as np
        import pandas as pd
        import pyarrow as pa

        share = pd.util.hash_pandas_object(rows[self.by], index=False).to_numpy() % np.uint64(self.shares)
        order = np.argsort(share, kind="stable")
        bounds = np.searchsorted(share[order], np.arange(self.shares + 1, dtype=np.uint64))
        table = pa.Table.from_pandas(rows.iloc[order], preserve_index=False).combine_chunks()
        buffer = io.BytesIO()
        with pa.ipc.new_file(buffer, table.schema) as file:
            for first, stop in zip(bounds[:-1], bounds[1:], strict=True):
                [batch] = table[first:stop].to_batches() or [pa.RecordBatch.from_pylist([], table.schema)]
                file.write_batch(batch)
        self.state.write(f"{self.name}/{number}.arrow", buffer.getvalue())

    def deal_all(self, frames: Iterable[pd.DataFrame], number: str, at_once: int) -> None:
        """Deal out many frames as they come, `at_once` rows or a few more together: few files, and little held."""
        import pandas as pd

        held, files = [], 0
        for rows in frames:
            held.append(rows)
            if sum(map(len, held)) >= at_once:
                self.deal(pd.concat(held, ignore_index=True), f"{number}-{files:05}")
                held, files = [], files + 1
        if held:
            self.deal(pd.concat(held, ignore_index=True), f"{number}-{files:05}")

    def take(self, share: int) -> pd.DataFrame:
        """The rows of a share."""
        [rows] = self.each(share, None)
        return rows

    def each(self, share: int, at_once: int | None) -> Iterator[pd.DataFrame]:
        """The same in frames of `at_once` rows or a few more; at least one, and be it empty."""
        import pyarrow as pa

        held, count, given = [], 0, False
        for name in self.state.names(self.name):
            if not name.endswith(".arrow"):
                continue  # what a task whose worker died left half written
            with self.state.open(f"{self.name}/{name}") as file, pa.ipc.open_file(file) as dealt:
                held.append(dealt.get_batch(share))
            count += len(held[-1])
            if at_once and count >= at_once:
                yield pa.Table.from_batches(held).to_pandas()
                held, count, given = [], 0, True
        if count or not given:
            yield pa.Table.from_batches(held).to_pandas()
