"""What one task does: read a partition's clippings, write one Parquet file per table, note that it is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..clipping import Parsed, parse_clipping
from ..corrections import Corrections
from ..errors import KzvnError, message
from ..seeds import Article, Seeds, Unread
from ..tables import Tables, check, parse_some
from .notes import MINE, Done, Job, find_done, forget, keep, part_name, reasons
from .partition import Partition, clippings
from .place import write_frame


def read_partition(partition: Partition, job: Job) -> Done:
    """Write the tables of `partition`, unless all of them stand.

    Every file gets its name when it is whole, and the note that the partition is done comes last.

    Raises
    ------
    KzvnError
        A correction can't be applied, or this machine has another version of the library or not the same files.
    """
    _check_machine(partition, job)
    done = find_done(partition, job)
    if done:
        return done
    forget(partition, job)
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
        reasons((row.reason, 1, row.path) for row in tables.unread.itertuples()),
    )
    keep(partition, job, done)
    return replace(done, fresh=True)


def _tables(articles: list[Article], unread: Iterable[Unread], corrections: Corrections) -> Tables:
    """The tables of some clippings; one whose rows fit in no table is left out and told."""
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
        check(parse_some(Seeds((article,)), reader=lambda _: parsed))
    except Exception as error:
        why = f"{type(error).__name__}: {next(iter(str(error).splitlines()), '')}"
        return Parsed(None, {}, message("unread_fault", why=why))
    return parsed


def _check_machine(partition: Partition, job: Job) -> None:
    """Whether this machine sees the same files and reads them by the same rules as the one that asks."""
    from .version import rules

    if rules() != job.code:
        raise KzvnError("archive_version")
    if not job.state.exists(MINE):
        raise KzvnError("archive_unshared", path=job.out.address)
    if not partition.place.exists("" if partition.kind == "text" else partition.file):
        raise KzvnError("archive_unshared", path=partition.place.address)
