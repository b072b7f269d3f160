"""An archive as JSON Lines: one clipping a line, read by ranges of bytes."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from ..limits import size
from ..seeds import Unread
from .partition import Partition, checked, refused

_ESCAPED = 12  # bytes that JSON may take for a character
_BESIDE = 100_000  # bytes for what stands beside the text
_CHUNK = 1 << 20
_MARK = b"\xef\xbb\xbf"


def read_lines(partition: Partition) -> Iterator[tuple[int, Mapping | Unread]]:
    """The lines that begin in a partition's range, by their number in it; empty ones are passed over."""
    for number, line in enumerate(_lines(partition)):
        if line is None:
            yield number, refused("unread_large", most=size("clipping"))
        elif line.strip():
            yield number, _record(line)


def measure(partition: Partition) -> tuple[int, str]:
    """How many lines begin in a partition's range, and a digest of them."""
    count, digest = 0, hashlib.sha256()
    for line in _lines(partition):
        digest.update(line if line is not None else b"\0")
        count += 1
    return count, digest.hexdigest()


def _record(line: bytes) -> Mapping | Unread:
    try:
        return checked(json.loads(line.rstrip(b"\r\n").decode("utf-8")))
    except UnicodeDecodeError:
        return refused("unread_line_bytes")
    except json.JSONDecodeError as error:
        return refused("unread_line", why=f"{error.msg}, column {error.colno}")
    except (ValueError, RecursionError) as error:
        return refused("unread_line", why=error)


def _lines(partition: Partition) -> Iterator[bytes | None]:
    """Each line that begins in the range; ``None`` for one that is too long to be held."""
    limit = _ESCAPED * size("clipping") + _BESIDE
    with partition.place.open(partition.file) as raw, io.BufferedReader(raw, _CHUNK) as file:
        if partition.first:
            file.seek(partition.first - 1)
            _pass_over(file)  # it began before
        while (at := file.tell()) < partition.stop:
            line = file.readline(limit + 1)
            if not line:
                return
            if len(line) > limit and not line.endswith(b"\n"):
                _pass_over(file)
                yield None
            else:
                yield line.removeprefix(_MARK) if at == 0 else line


def _pass_over(file: BinaryIO) -> None:
    """Go to the next line, holding no more than a part of this one."""
    while (part := file.readline(_CHUNK)) and not part.endswith(b"\n"):
        pass
