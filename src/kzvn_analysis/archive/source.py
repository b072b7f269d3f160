"""What an archive's address leads to, and its partitions."""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from ..errors import KzvnError, UsageError
from . import lines, parquet, text
from .address import PACKED, kind_of
from .engine import Engine
from .partition import Partition
from .place import Place, is_address
from .repeats import find_repeats

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Source:
    """An archive.

    Attributes
    ----------
    place : Place
        Its folder; corrections lie in it.
    kind : str
        ``text``, ``lines`` or ``parquet``.
    files : tuple of text.Entry
        Its files, where they are not clippings themselves.
    size : int
        Bytes, as far as they had to be counted.
    """

    place: Place
    kind: str
    files: tuple[text.Entry, ...]
    size: int


def open_source(address: str | os.PathLike[str], enough: int) -> Source:
    """Find out what lies at `address`; sizes are counted up to `enough`.

    Raises
    ------
    UsageError
        There is nothing, or nothing that can be read.
    KzvnError
        It holds no clipping.
    """
    whole = Place.of(address)
    files, path = whole.file_system()
    try:
        if not files.exists(path) and not (is_address(whole.address) and files.isdir(path)):
            raise UsageError("archive_missing", path=address)
        if files.isfile(path):
            return _one_file(whole, files.size(path) or 0)
        return _folder(whole, enough)
    except KzvnError:
        raise
    except Exception as error:
        if whole.is_local and not isinstance(error, OSError):
            raise
        # other file systems raise what they will: no credentials, no such bucket
        why = getattr(error, "strerror", None) or error
        raise UsageError("archive_unreadable", path=address, why=why) from None


def partitions_of(source: Source, state: Place, engine: Engine, size: int) -> list[Partition]:
    """The partitions of an archive, of about `size` bytes each, in its order.

    Raises
    ------
    KzvnError
        A file is broken or lacks a column.
    """
    if source.kind == "text":
        return text.plan_text(source.place, text.walk(source.place), state, size)
    files = [parquet.File(source.place, f.path, f.path, f"{f.size} {f.stamp}") for f in source.files]
    divide = partial(_lines if source.kind == "lines" else _rows, state=state, size=size)
    found = dict(engine.each(partial(_numbered, divide), list(enumerate(files))))
    partitions = [part for _, parts in sorted(found.items()) for part in parts]
    if source.kind == "lines":
        measured = dict(engine.each(partial(_numbered, lines.measure), list(enumerate(partitions))))
        partitions = list(_counted(partitions, measured))
    return find_repeats([replace(part, number=i) for i, part in enumerate(partitions)], state, engine)


def _one_file(whole: Place, size: int) -> Source:
    place, name = whole.parent()
    kind = kind_of(name)
    if kind is None:
        raise UsageError("archive_kind", path=whole.address)
    files, path = whole.file_system()
    told = {key: str(value) for key, value in sorted(files.info(path).items())}
    stamp = hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]
    return Source(place, kind, (text.Entry(name, size, stamp),), size)


def _folder(place: Place, enough: int) -> Source:
    """A folder of texts, unless it holds nothing but files of another kind."""
    size, found = 0, {"lines": [], "parquet": []}
    for entry in text.walk(place):
        if entry.path.endswith(text.SUFFIXES):
            size += entry.size
            if size > enough:
                return Source(place, "text", (), size)
        elif not entry.wrong and (kind := kind_of(entry.path)) and not size:
            found[kind].append(entry)
    if size:
        return Source(place, "text", (), size)
    kinds = [kind for kind, entries in found.items() if entries]
    if len(kinds) != 1:
        raise KzvnError("archive_mixed" if kinds else "archive_empty", path=place.address)
    entries = tuple(found[kinds[0]])
    return Source(place, kinds[0], entries, sum(entry.size for entry in entries))


def _numbered(function, item: tuple[int, object]) -> tuple[int, object]:
    return item[0], function(item[1])


def _lines(file: parquet.File, state: Place, size: int) -> list[Partition]:
    """Ranges of a file of JSON Lines; one that can't be entered in the middle is unpacked first."""
    if file.file.endswith(PACKED) or not _seekable(file.place):
        file = _unpacked(file, state)
    files, _ = file.place.file_system()
    total = files.size(file.place.path(file.file))
    return [
        Partition(0, "lines", file.place, file.file, file.shown, first, min(first + size, total))
        for first in range(0, total, size)
    ]


def _rows(file: parquet.File, state: Place, size: int) -> list[Partition]:
    partitions, too_large = parquet.divide(file, size)
    if not too_large:
        return partitions
    name = f"unpacked/{_short(file)}.parquet"
    if not state.exists(name):
        parquet.regroup(file, state, name, size)
    return parquet.divide(replace(file, place=state, file=name), size)[0]


def _unpacked(file: parquet.File, state: Place) -> parquet.File:
    import fsspec

    name = f"unpacked/{_short(file)}.jsonl"
    if not state.exists(name):
        try:
            with (
                fsspec.open(file.place.at(file.file), "rb", compression="infer") as packed,
                state.growing(name) as sink,
            ):
                while chunk := packed.read(_CHUNK):
                    sink.write(chunk)
        except (OSError, EOFError, zlib.error, ValueError) as error:
            raise KzvnError("archive_broken", path=file.shown, why=error) from None
    return replace(file, place=state, file=name)


def _short(file: parquet.File) -> str:
    return hashlib.sha256(f"{file.place.address} {file.file} {file.stamp}".encode()).hexdigest()[:16]


def _seekable(place: Place) -> bool:
    """Whether a file can be entered in the middle without reading all before it."""
    return "::" not in place.address


def _counted(partitions: list[Partition], measured: dict[int, tuple[int, str]]) -> Iterator[Partition]:
    """Partitions of lines with how many they hold and how many lines of their file stand before."""
    for _, own in itertools.groupby(enumerate(partitions), key=lambda item: item[1].shown):
        before = 0
        for i, part in own:
            count, digest = measured[i]
            identity = hashlib.sha256(f"{part.shown} {before} {digest}".encode()).hexdigest()
            yield replace(part, before=before, clippings=count, identity=identity)
            before += count
