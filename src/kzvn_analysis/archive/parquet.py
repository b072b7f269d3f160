"""An archive as Parquet: one file or a folder of them, read by row groups."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..errors import KzvnError
from ..seeds import Unread
from .partition import COLUMNS, NEEDED, Partition, checked
from .place import Place

if TYPE_CHECKING:
    import pyarrow.parquet as pq

_ROWS = 256  # decoded at once


@dataclass(frozen=True, slots=True)
class File:
    """A file of the archive, and how its groups of rows are to be handed out."""

    place: Place
    file: str
    shown: str
    stamp: str


def read_rows(partition: Partition, columns: tuple[str, ...] = COLUMNS) -> Iterator[tuple[int, Mapping | Unread]]:
    """The rows of a partition by their number in it."""
    with _opened(partition.place, partition.file, partition.shown) as file:
        wanted = [name for name in columns if name in file.schema_arrow.names]
        groups, row = list(range(partition.first, partition.stop)), 0
        for batch in file.iter_batches(batch_size=_ROWS, row_groups=groups, columns=wanted):
            for record in batch.to_pylist():
                yield row, checked({**record, "published": _day(record.get("published"))})
                row += 1


def divide(file: File, size: int) -> tuple[list[Partition], bool]:
    """Partitions of about `size` bytes of text; and whether a group of rows is too large for one.

    Raises
    ------
    KzvnError
        It is no Parquet file or lacks a column.
    """
    with _opened(file.place, file.file, file.shown) as opened:
        names, about = opened.schema_arrow.names, opened.metadata
        for column in NEEDED:
            if names.count(column) != 1:
                raise KzvnError("archive_column", path=file.shown, column=column, known=", ".join(names) or "none")
        wanted = [i for i in range(about.num_columns) if about.schema.column(i).path.split(".")[0] in COLUMNS]
        groups = []
        for g in range(about.num_row_groups):
            group = about.row_group(g)
            groups.append((group.num_rows, sum(group.column(i).total_uncompressed_size for i in wanted)))
    partitions, first, rows, held, before = [], 0, 0, 0, 0
    for number, (count, weight) in enumerate([*groups, (0, size + 1)]):
        if rows and held + weight > size:
            identity = hashlib.sha256(f"{file.shown} {file.stamp} {first} {number}".encode()).hexdigest()
            partitions.append(
                Partition(
                    0, "parquet", file.place, file.file, file.shown, first, number, before, rows, identity=identity
                )
            )
            first, rows, held, before = number, 0, 0, before + rows
        rows, held = rows + count, held + weight
    return partitions, any(weight > 2 * size and count > 1 for count, weight in groups)


def regroup(file: File, state: Place, name: str, size: int) -> File:
    """Copy the file to `state` with groups of rows of about `size` bytes, holding no more than one of them."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    with _opened(file.place, file.file, file.shown) as opened, state.growing(name) as sink:
        wanted = [column for column in COLUMNS if column in opened.schema_arrow.names]
        schema = pa.schema([opened.schema_arrow.field(column) for column in wanted])
        about = opened.metadata
        weight = sum(about.row_group(g).total_byte_size for g in range(about.num_row_groups))
        at_once = max(1, min(_ROWS, size * about.num_rows // max(weight, 1)))
        with pq.ParquetWriter(sink, schema) as writer:
            held, weight = [], 0
            for batch in opened.iter_batches(batch_size=at_once, columns=wanted):
                held.append(batch.select(wanted))
                weight += batch.nbytes
                if weight > size:
                    writer.write_table(pa.Table.from_batches(held, schema))
                    held, weight = [], 0
            if held:
                writer.write_table(pa.Table.from_batches(held, schema))
    return replace(file, place=state, file=name)


def _day(value: object) -> object:
    """A date or a moment as text."""
    return value.isoformat() if hasattr(value, "isoformat") else value


@contextmanager
def _opened(place: Place, file: str, shown: str) -> Iterator[pq.ParquetFile]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with place.open(file) as raw, pq.ParquetFile(raw, pre_buffer=False, buffer_size=1 << 20) as opened:
            yield opened
    except (pa.ArrowException, OSError) as error:
        raise KzvnError("archive_broken", path=shown, why=next(iter(str(error).splitlines()), "")) from None
