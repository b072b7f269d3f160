"""`parse_archive`: from an archive's address to a Parquet dataset per table."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..corrections import Corrections, corrections_in
from ..errors import KzvnError, UsageError
from ..files import MAKING
from ..saved import UNFINISHED
from ..seeds import CORRECTIONS
from .engine import LITTLE, Engine, open_engine
from .notes import MINE, TABLES, Done, Job, reasons
from .partition import Partition
from .place import Place, look_again
from .reconcile import reconcile_archive
from .sheet import Sheet
from .source import open_source, partitions_of
from .version import rules
from .work import read_partition

_NUMBERED = re.compile(r"(?:part-)?(\d+)\.\w+")
PARTITION = 500_000  # bytes of text that one task reads: some seconds of work, lost where a run is stopped


@dataclass(frozen=True, slots=True)
class ParsedArchive:
    """What `parse_archive` did.

    Attributes
    ----------
    out : str
        Where the datasets lie.
    read, unread, repeated : int
        Clippings: read and saying something; left out; of these, left out because their ``article_id`` was
        used before in the archive.
    partitions, fresh : int
        Partitions in all, and those that were read now and did not stand already.
    rows : dict
        How many rows each table has.
    left_out : tuple of (str, int, str)
        The most frequent reasons why clippings yield no row: the reason, how many clippings, the path of the first.
        All of them stand in the table ``unread``.
    reprints : int
        Clippings that print the text of another one written before: as sources they count as one.
    """

    out: str
    read: int
    unread: int
    repeated: int
    partitions: int
    fresh: int
    rows: dict[str, int]
    left_out: tuple[tuple[str, int, str], ...]
    reprints: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is.

    Attributes
    ----------
    done, of : int
        Clippings that are done, and all.
    fresh : int
        Those of the former that were read in this run.
    together : bool
        All are done, and what they say is being brought together.
    """

    done: int
    of: int
    fresh: int
    together: bool = False


def parse_archive(
    address: str | os.PathLike[str],
    out: str | os.PathLike[str],
    *,
    scheduler: str | None = None,
    workers: int | None = None,
    partition_bytes: int = PARTITION,
    progress: Callable[[Progress], None] | None = None,
) -> ParsedArchive:
    """Read an archive of clippings into one Parquet dataset per table, and reconcile them.

    Parameters
    ----------
    address
        A folder of ``.txt`` and ``.txt.gz`` files, nested or not; a JSON Lines file (``.jsonl``, also ``.gz``) or
        a Parquet file, or a folder of one kind of these, with the columns ``article_id`` and ``text`` and, where
        known, ``published``, ``outlet``, ``url``.  A path or whatever fsspec takes, such as ``s3://bucket/folder``.
    out
        Folder for the datasets ``articles/``, ``trade/``, ``reconciled_trade/`` and so on; a path or an address.
        Workers write there themselves.  A run that was stopped goes on where it stood when it is called again with the
        same `out`; until it has finished, `kzvn_analysis.load` refuses the tables.
    scheduler
        Address of a Dask cluster that exists, ``tcp://…``; every worker needs this library, the archive and `out`.
    workers
        How many processes to start on this machine instead; 0 for none.  By default this process does the work
        where it is little, and a process per core where it is much (`kzvn_analysis.archive.engine.LITTLE`).
    partition_bytes
        About how much text one task reads.
    progress
        Called as the run begins to read, whenever some clippings are done, and when all are.

    Returns
    -------
    ParsedArchive
        Counts; the rows are on disk: ``kzvn_analysis.load(out)``.  They are those that
        `kzvn_analysis.parse` gives for the same clippings, in the archive's order.

    Raises
    ------
    UsageError
        Nothing can be read at `address`, or no cluster answers at `scheduler`.
    KzvnError
        The archive holds no clipping or lacks a column, `out` belongs to another archive or run, a correction is
        wrong, or a worker has another version or does not see the same files.
    """
    look_again()
    source = open_source(address, enough=LITTLE + 1)
    place = Place.of(out)
    job = Job(place, rules(), _corrections(source.place))
    begin(job.state, Place.of(address))
    with open_engine(scheduler, workers, source.size) as engine, _alone(job.state):
        partitions = partitions_of(source, job.state, engine, partition_bytes)
        if not partitions:
            raise KzvnError("archive_empty", path=address)
        job.state.write(UNFINISHED, b"")
        done = _read(partitions, job, engine, tell := progress or (lambda _: None))
        _check_corrections(job.corrections, done)
        _tidy(job, len(partitions))
        total = sum(part.clippings for part in partitions)
        tell(Progress(total, total, 0, together=True))
        together = reconcile_archive(job.out, engine)
        job.state.remove(UNFINISHED)
    return ParsedArchive(
        place.address,
        *(sum(getattr(d, name) for d in done) for name in ("read", "unread", "repeated")),
        partitions=len(partitions),
        fresh=sum(d.fresh for d in done),
        rows={name: sum(d.rows[name] for d in done) for name in TABLES},
        left_out=reasons(told for one in done for told in one.left_out),
        reprints=together.reprints,
    )


def begin(state: Place, address: Place) -> None:
    """Note which archive the folder belongs to.

    Raises
    ------
    KzvnError
        It is another one's.
    UsageError
        It lies in the archive itself.
    """
    out, own = state.parent()[0].address, json.dumps({"archive": address.address}).encode("ascii")
    if state.address.startswith(f"{address.address.rstrip('/')}/"):
        raise UsageError("archive_inside", path=out, archive=address.address)
    found = state.read(MINE)
    if found not in (None, own):
        raise KzvnError("archive_other", path=out, archive=json.loads(found)["archive"])
    state.write(MINE, own)


@contextmanager
def _alone(state: Place) -> Iterator[None]:
    """Keep a second run of this machine from writing the same tables at once."""
    from ..briefing.release import locked

    def taken() -> None:
        raise KzvnError("archive_busy", path=state.parent()[0].address)

    with locked(Path(state.address), waiting=taken) if state.is_local else nullcontext():
        yield


def _corrections(place: Place) -> Corrections:
    return corrections_in(Sheet(place, CORRECTIONS))


def _read(partitions: list[Partition], job: Job, engine: Engine, tell: Callable[[Progress], None]) -> list[Done]:
    """What came of the partitions, in the archive's order."""
    total, seen, fresh, done = sum(part.clippings for part in partitions), 0, 0, []
    tell(Progress(0, total, 0))
    for one in engine.each(partial(read_partition, job=job), partitions):
        done.append(one)
        count = partitions[one.number].clippings
        seen, fresh = seen + count, fresh + count * one.fresh
        tell(Progress(seen, total, fresh))
    return sorted(done, key=lambda d: d.number)


def _check_corrections(corrections: Corrections, done: list[Done]) -> None:
    """Raise for a line whose row never came, or came twice: in a million clippings two rows can have one name."""
    for one in done:
        for line in corrections.lines:
            if line.line in one.used and line.line in corrections.used:
                raise KzvnError("corrections_row_twice", path=corrections.path, line=line.line, row=line.row)
        corrections.used.update(one.used)
    corrections.finish()


def _tidy(job: Job, count: int) -> None:
    """Remove what was unpacked, what a killed run left half written, and the parts of one that had more partitions."""
    job.state.remove("unpacked")
    for place, folder in [*((job.out, table) for table in TABLES), (job.state, "done"), (job.state, "plan")]:
        for name in place.names(folder):
            numbered = _NUMBERED.fullmatch(name)
            if name.startswith(MAKING) or (numbered and int(numbered[1]) >= count):
                place.remove(f"{folder}/{name}")
