"""What stands already: a note on each partition that is done, believed only where it was made from the same.

A note holds under a digest what the partition's clippings and the rules were.  Corrections are not among it: another
line in ``corrections.csv`` makes those partitions be read again whose rows it speaks of, and no other.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace

from ..corrections import Correction, Corrections
from ..saved import STATE
from ..tables import FACT_TABLES, UNREAD
from .partition import Partition
from .place import Place

TABLES = ("articles", *FACT_TABLES, UNREAD)
MINE = "run.json"  # tells whose tables these are
TOLD = 10  # reasons for leaving clippings out that are told in the end; the table has all


@dataclass(frozen=True, slots=True)
class Job:
    """What all tasks of a run have in common.

    Attributes
    ----------
    out : Place
        Where the tables go.
    code : str
        Digest of the library's rules; what was made by others is made again.
    corrections : Corrections
        What an analyst changed by hand.
    """

    out: Place
    code: str
    corrections: Corrections

    @property
    def state(self) -> Place:
        """Where the run keeps its own files."""
        return Place(self.out.at(STATE))


@dataclass(frozen=True, slots=True)
class Done:
    """A partition that is done.

    Attributes
    ----------
    number : int
    read, unread, repeated : int
        Clippings: read and saying something; left out; left out because their ``article_id`` stands before.
    used : tuple of int
        Lines of the corrections whose row was met.
    rows : dict
        How many rows each table got.
    left_out : tuple of (str, int, str)
        Why clippings were left out: the reason, how many, the path of the first; of `TOLD` reasons.
    fresh : bool
        It was read now and did not stand already.
    """

    number: int
    read: int
    unread: int
    repeated: int
    used: tuple[int, ...]
    rows: dict[str, int]
    left_out: tuple[tuple[str, int, str], ...]
    fresh: bool = False


def reasons(found: Iterable[tuple[str, int, str]]) -> tuple[tuple[str, int, str], ...]:
    """The most frequent reasons among those `found`, each once."""
    counts: dict[str, tuple[str, int, str]] = {}
    for reason, count, path in found:
        _, before, first = counts.get(reason, (reason, 0, path))
        counts[reason] = reason, before + count, first
    return tuple(sorted(counts.values(), key=lambda told: -told[1])[:TOLD])


def part_name(table: str, number: int) -> str:
    """Where the rows of a partition stand in the dataset of `table`."""
    return f"{table}/part-{number:05}.parquet"


def note_name(number: int) -> str:
    """The note that a partition is done."""
    return f"done/{number:05}.json"


def find_done(partition: Partition, job: Job) -> Done | None:
    """A partition as it was done before, if it would come out the same and all its files stand."""
    try:
        note = json.loads(job.state.read(note_name(partition.number)) or b"null")
        same = note["key"] == _key(partition, job)
        done = Done(**{**note["done"], "left_out": tuple(map(tuple, note["done"]["left_out"]))})
    except (ValueError, TypeError, KeyError):
        return None
    if not same or not all(job.out.exists(part_name(name, partition.number)) for name in TABLES):
        return None
    if note["corrections"] == _digest(job.corrections.lines):
        return done
    lines = _touching(partition, job, set(note["touched"]))
    if note["touching"] != _digest(lines):
        return None
    done = replace(done, used=tuple(line.line for line in lines))
    keep(partition, job, done)
    return done


def keep(partition: Partition, job: Job, done: Done) -> None:
    """Note that a partition is done."""
    used = set(done.used)
    lines = [line for line in job.corrections.lines if line.line in used]
    note = {
        "key": _key(partition, job),
        "corrections": _digest(job.corrections.lines),
        "touching": _digest(lines),
        "touched": sorted({line.row for line in lines}),
        "done": asdict(done),
    }
    job.state.write(note_name(partition.number), json.dumps(note).encode("ascii"))


def forget(partition: Partition, job: Job) -> None:
    """Take back the note: the partition's files are about to change."""
    job.state.remove(note_name(partition.number))


def _touching(partition: Partition, job: Job, touched: set[str]) -> list[Correction]:
    """The lines of the corrections that speak of a row or clipping of the partition, or did before (`touched`)."""
    rows = set(touched).union(*(_column(partition, job, name, "fact_id") for name in FACT_TABLES))
    articles = _column(partition, job, "articles", "article_id")
    added = {line.row: line.article for line in job.corrections.lines if line.action == "add" and line.article}

    def touches(line: Correction) -> bool:
        if line.action == "add":
            return added.get(line.row) in articles
        return line.row in rows and (not line.article or line.article in articles)

    return [line for line in job.corrections.lines if touches(line)]


def _column(partition: Partition, job: Job, table: str, column: str) -> set[str]:
    import pandas as pd

    data = job.out.read(part_name(table, partition.number)) or b""
    return set(pd.read_parquet(io.BytesIO(data), columns=[column])[column])


def _key(partition: Partition, job: Job) -> str:
    about = [partition.identity, partition.repeated, job.code]
    return hashlib.sha256(json.dumps(about).encode("ascii")).hexdigest()


def _digest(lines: Iterable[Correction]) -> str:
    """What the lines say, wherever in the file they stand."""
    told = [[getattr(line, name) for name in Correction.__slots__ if name != "line"] for line in lines]
    return hashlib.sha256(json.dumps(told).encode("ascii")).hexdigest()
