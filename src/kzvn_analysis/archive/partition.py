"""A partition: a handful of clippings that one task reads; and what stands in one, clipping by clipping."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..errors import message
from ..seeds import Article, Unread, article_from_bytes, is_day, is_web_address, wrong_name
from .place import Place

COLUMNS = ("article_id", "text", "published", "outlet", "url")
NEEDED = COLUMNS[:2]


@dataclass(frozen=True, slots=True)
class Partition:
    """Where the clippings of one task stand.

    Attributes
    ----------
    number : int
        Its place in the archive, and in the names of the files that come of it.
    kind : str
        ``text``, ``lines`` or ``parquet``: which module reads it.
    place : Place
        Folder of the file.
    file : str
        The file; of ``text``, the list of files.
    shown : str
        What a row of it is called by: ``SHOWN:17`` is its line or row 17.
    first, stop : int
        From where to where: bytes of ``lines``, row groups of ``parquet``.
    before : int
        How many lines or rows stand before it in the file.
    clippings : int
        How many it is thought to hold.
    identity : str
        Changes with what stands in it.
    repeated : tuple
        Rows whose ``article_id`` stands before, each with where that is.
    """

    number: int
    kind: str
    place: Place
    file: str
    shown: str = ""
    first: int = 0
    stop: int = 0
    before: int = 0
    clippings: int = 0
    identity: str = ""
    repeated: tuple[tuple[int, str], ...] = ()


def clippings(partition: Partition, state: Place) -> Iterator[Article | Unread]:
    """What a partition holds, in order.

    Parameters
    ----------
    partition
        As a source planned it.
    state
        Where the plan lies.
    """
    if partition.kind == "text":
        from .text import read_listed

        yield from read_listed(partition, state)
        return
    repeated = dict(partition.repeated)
    for row, record in records(partition):
        where = f"{partition.shown}:{partition.before + row + 1}"
        if row in repeated:
            name = record["article_id"] if isinstance(record, Mapping) else where
            yield Unread(str(name), where, message("unread_repeated", where=repeated[row]))
        elif isinstance(record, Unread):
            yield Unread(where, where, record.reason)
        else:
            yield _clipping(record, where)


def records(partition: Partition) -> Iterator[tuple[int, Mapping | Unread]]:
    """The rows of a partition by their number in it: a record that names its clipping, or why there is none."""
    if partition.kind == "lines":
        from .lines import read_lines as read
    else:
        from .parquet import read_rows as read
    yield from read(partition)


def checked(record: object) -> Mapping | Unread:
    """A record if it names its clipping, with ``article_id`` as text."""
    if not isinstance(record, Mapping):
        return refused("unread_no_record")
    name = record.get("article_id")
    if isinstance(name, bool) or not isinstance(name, (str, int)) or not str(name).strip():
        return refused("unread_no_id")
    return {**record, "article_id": str(name)}


def refused(key: str, **facts: object) -> Unread:
    """A row that is no clipping; whoever knows where it stands adds that."""
    return Unread("", "", message(key, **facts))


def _clipping(record: Mapping, where: str) -> Article | Unread:
    name, text = record["article_id"], record.get("text")

    def left_out(key: str, **facts: object) -> Unread:
        return Unread(where if wrong_name(name) else name, where, message(key, **facts))

    if wrong := wrong_name(name):
        return left_out("unread_id", why=message(wrong))
    if not isinstance(text, str) or not text.strip():
        return left_out("unread_no_text")
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError:
        return left_out("unread_surrogate")
    known = {}
    for column in COLUMNS[2:]:
        value = record.get(column)
        if value is None or value == "":
            continue
        if not isinstance(value, str) or not _fits(column, value):
            return left_out("unread_cell", column=column, value=value)
        known[column] = value[:10] if column == "published" else " ".join(value.split())
    return article_from_bytes(data, name, where, known)


def _fits(column: str, value: str) -> bool:
    if column == "published":  # a moment is as good as its day
        return is_day(value[:10]) and (len(value) <= 10 or value[10] in "T ")
    return is_web_address(value) if column == "url" else not wrong_name(value)
