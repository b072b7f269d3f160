"""What one task does: read a partition's clippings, write one Parquet file per table, note that it is done."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace

from ..corrections import Corrections
from ..errors import KzvnError, message
from ..seeds import Article, Seeds, Unread
from ..tables import FACT_TABLES, UNREAD, Parsed, Tables, check_rows, parse_clipping, parse_some
from .partition import Partition, clippings
from .place import Place, write_frame

TABLES = ("articles", *FACT_TABLES, UNREAD)
STATE = "_archive"
TOLD = 10  # clippings left out that are named in the end; the table has all


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
    left_out : tuple of (str, str)
        Path and reason of the first clippings left out.
    fresh : bool
        It was read now and did not stand already.
    """

    number: int
    read: int
    unread: int
    repeated: int
    used: tuple[int, ...]
    rows: dict[str, int]
    left_out: tuple[tuple[str, str], ...]
    fresh: bool = False


def read_partition(partition: Partition, job: Job) -> Done:
    """Write the tables of `partition`, unless all of them stand.

    Every file gets its name when it is whole, and the note that the partition is done comes last.

    Raises
    ------
    KzvnError
        A correction can't be applied, or the machine runs another version of the library.
    """
    _check_code(job)
    key = _key(partition, job)
    done = _found(partition, job, key)
    if done:
        return done
    job.state.remove(note_name(partition.number))
    held = list(clippings(partition, job.state))
    articles = [item for item in held if isinstance(item, Article)]
    unread = [item for item in held if isinstance(item, Unread)]
    corrections = replace(job.corrections, used=set())
    tables = _tables(articles, unread, corrections)
    for name, frame in tables.items():
        write_frame(job.out, part_name(name, partition.number), frame)
    done = Done(
        partition.number,
        tables.read_count,
        len(tables.unread),
        len(partition.repeated),
        tuple(sorted(corrections.used)),
        {name: len(frame) for name, frame in tables.items()},
        tuple(tables.unread[["path", "reason"]].head(TOLD).itertuples(index=False, name=None)),
    )
    job.state.write(note_name(partition.number), json.dumps({"key": key, **asdict(done)}).encode("ascii"))
    return replace(done, fresh=True)


def part_name(table: str, number: int) -> str:
    """Where the rows of a partition stand in the dataset of `table`."""
    return f"{table}/part-{number:05}.parquet"


def note_name(number: int) -> str:
    """The note that a partition is done."""
    return f"done/{number:05}.json"


def _tables(articles: list[Article], unread: Iterable[Unread], corrections: Corrections) -> Tables:
    """The tables of some clippings; one whose rows break a table's rules is left out and told."""
    seeds = Seeds(tuple(articles), tuple(unread))
    try:
        return parse_some(seeds, corrections)
    except KzvnError:
        raise
    except Exception:  # some clipping's rows; which one is found by asking each
        corrections.used.clear()
        return parse_some(seeds, corrections, reader=_careful)


def _careful(article: Article) -> Parsed:
    parsed = parse_clipping(article)
    try:
        check_rows(parsed)
    except Exception as error:
        why = f"{type(error).__name__}: {next(iter(str(error).splitlines()), '')}"
        return Parsed(None, {}, message("unread_fault", why=why))
    return parsed


def _key(partition: Partition, job: Job) -> str:
    about = [partition.identity, partition.repeated, job.code, _digest(job.corrections)]
    return hashlib.sha256(json.dumps(about).encode("ascii")).hexdigest()


def _digest(corrections: Corrections) -> str:
    return hashlib.sha256(repr(corrections.lines).encode("utf-8", "surrogatepass")).hexdigest()


def _found(partition: Partition, job: Job, key: str) -> Done | None:
    """The note on a partition, if it was made from the same and all files that it speaks of stand."""
    try:
        note = json.loads(job.state.read(note_name(partition.number)) or b"null")
        if note.pop("key") != key:
            return None
        note["left_out"] = tuple((path, reason) for path, reason in note["left_out"])
        done = Done(**note)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    return done if all(job.out.exists(part_name(name, partition.number)) for name in TABLES) else None


def _check_code(job: Job) -> None:
    from .version import rules

    if rules() != job.code:
        raise KzvnError("archive_version")
