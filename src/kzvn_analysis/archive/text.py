"""An archive that is a folder of text files, nested or not, each plain or as .gz."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import stat
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from ..errors import printable
from ..files import leads_out
from ..limits import size as limit
from ..seeds import (
    BESIDE,
    SIDECAR,
    Article,
    Unread,
    article_from_bytes,
    most_bytes,
    read_sidecar,
    unread_entry,
    wrong_name,
)
from .partition import Partition
from .place import Place
from .sheet import Sheet

SUFFIXES = (".txt", ".txt.gz")
_UNPACKED = 3  # how many times larger a text is than its .gz, roughly
_MOST = 5_000  # files in a partition, however small


@dataclass(frozen=True, slots=True)
class Entry:
    """A file or what else lies in the archive; `wrong` is the message on why it can't be read."""

    path: str
    size: int
    stamp: str
    wrong: str | None = None


def walk(place: Place) -> Iterator[Entry]:
    """What lies in `place`, folder by folder, in the order of the clippings' names; only one folder is held at a time.

    Hidden files and the sheets beside the clippings are passed over.
    """
    waiting = [""]
    while waiting:
        folder, folders = waiting.pop(), []
        for path, entry in _listed(place, folder):
            if entry is None:
                folders.append(f"{path}/")
            else:
                yield entry
        waiting += sorted(folders, reverse=True)


def article_id(path: str) -> str:
    """A clipping's name: its file's, with its folders, without the ending."""
    return path.removesuffix(".gz").removesuffix(".txt")


def plan_text(place: Place, entries: Iterable[Entry], state: Place, size: int) -> list[Partition]:
    """Divide the files into partitions of about `size` bytes and write the list of each to `state`.

    Raises
    ------
    KzvnError
        The sidecar is broken.
    """
    sidecar = read_sidecar(Sheet(place, SIDECAR), lambda name: name.endswith(SUFFIXES) and place.exists(name))
    partitions: list[Partition] = []
    listed: list[list] = []
    held, before = 0, ""

    def close() -> None:
        if listed:
            data = "".join(f"{json.dumps(row)}\n" for row in listed).encode("ascii")
            number = len(partitions)
            name, identity = f"plan/{number:05}.jsonl", hashlib.sha256(data).hexdigest()
            if state.read(name) != data:
                state.write(name, data)
            twice = tuple((row, entry[0]) for row, entry in enumerate(listed) if entry[3] == "unread_twice")
            partitions.append(
                Partition(
                    number, "text", place, name, clippings=len(listed), identity=identity, repeated=twice
                )
            )
            listed.clear()

    for entry in entries:
        wrong, name = entry.wrong or wrong_name(entry.path.rpartition("/")[2]), article_id(entry.path)
        if not wrong and not entry.path.endswith(SUFFIXES):
            wrong = "unread_suffix"
        if not wrong and name == before:
            wrong = "unread_twice"
        before = name
        weight = min(entry.size * (_UNPACKED if entry.path.endswith(".gz") else 1), most_bytes())
        if held + weight > size or len(listed) >= _MOST:
            close()
            held = 0
        held += weight
        listed.append([entry.path, entry.size, entry.stamp, wrong, sidecar.get(entry.path)])
    close()
    return partitions


def read_listed(partition: Partition, state: Place) -> Iterator[Article | Unread]:
    """The clippings of a partition that `plan_text` made."""
    with state.open(partition.file) as file:
        listed = file.read().splitlines()
    for line in listed:
        path, _, _, wrong, known = json.loads(line)
        if wrong:
            yield unread_entry(path, wrong)
            continue
        try:
            with partition.place.open(path) as file:
                data = _limited(gzip.GzipFile(fileobj=file) if path.endswith(".gz") else file)
        except (OSError, EOFError, zlib.error) as error:
            yield unread_entry(path, "unread_io", why=getattr(error, "strerror", None) or error)
            continue
        if len(data) > most_bytes():
            yield unread_entry(path, "unread_large", most=limit("clipping"))
            continue
        yield article_from_bytes(data, article_id(path), path, known or {})


def _limited(file: IO[bytes]) -> bytes:
    """The file's bytes, or a little more than may be: a small .gz can hold any number."""
    return file.read(most_bytes() + 1)


def _listed(place: Place, folder: str) -> Iterator[tuple[str, Entry | None]]:
    """Paths of what lies in a folder, in order, with what it is; ``None`` for a folder."""
    files, root = place.file_system()
    if place.is_local:
        for name in _in_order(os.listdir(os.path.join(root, folder)), folder):
            yield f"{folder}{name}", _local(os.path.join(root, folder, name), f"{folder}{name}")
        return
    at = place.path(folder.rstrip("/")) if folder else root
    found = {about["name"].rstrip("/").rpartition("/")[2]: about for about in files.ls(at, detail=True)}
    for name in _in_order(found, folder):
        about, path = found[name], f"{folder}{name}"
        if about["name"].strip("/") == at.strip("/"):  # some list the folder itself
            continue
        told = {key: str(value) for key, value in sorted(about.items())}
        stamp = hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]
        yield path, None if about["type"] == "directory" else Entry(path, about.get("size") or 0, stamp)


def _in_order(names: Iterable[str], folder: str) -> list[str]:
    shown = sorted(name for name in names if not name.startswith(".") and (folder or name not in BESIDE))
    shown.sort(key=article_id)
    return shown


def _local(file: str, path: str) -> Entry | None:
    try:
        about = os.lstat(file)
        if stat.S_ISLNK(about.st_mode):
            if leads_out(Path(file)):
                return Entry(path, 0, "", "unread_link")
            about = os.stat(file)
        elif stat.S_ISDIR(about.st_mode):
            return None
    except OSError as error:
        return Entry(path, 0, printable(error.strerror))  # it is told when it is to be read
    if not stat.S_ISREG(about.st_mode):
        return Entry(path, 0, "", "unread_kind")
    return Entry(path, about.st_size, str(about.st_mtime_ns))
