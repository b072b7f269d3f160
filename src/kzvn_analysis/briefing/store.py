"""What has been worked out once, kept under the digest of everything it was made from.

One file an entry, in ``_build/cache/KIND``.  An entry opens with a digest over its name and its bytes: one that is
torn, tampered with or misplaced counts as missing and is made again.  The cache only ever saves time: where it can't
be written, the work is done without it.  Own code because nothing else is wanted: `diskcache` and `joblib` pickle,
which runs what a broken file says, and neither notices changed bytes.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import time
from collections.abc import Mapping
from pathlib import Path

from ..files import replace_file

UNUSED_DAYS = 60  # an entry that no run has asked for so long is removed
_DAY = 86_400


class Store:
    """The entries under one folder; without a folder nothing is kept and nothing found."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self.refused: str | None = None  # why something could not be kept, if that happened

    def get(self, kind: str, key: str) -> bytes | None:
        """The entry `key`, or ``None`` where there is none that is whole."""
        if self.folder is None:
            return None
        path = self._path(kind, key)
        try:
            head, _, data = path.read_bytes().partition(b"\n")
        except OSError:
            return None
        if head != _head(kind, key, data):
            return None
        with contextlib.suppress(OSError):
            os.utime(path)
        return data

    def put(self, kind: str, key: str, data: bytes) -> None:
        """Keep `data` as the entry `key`, if the disk lets us."""
        if self.folder is None:
            return
        path = self._path(kind, key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, _head(kind, key, data) + b"\n" + data)
        except OSError as error:
            self.refused = str(error.strerror or error)

    def get_json(self, kind: str, key: str) -> object | None:
        """Like `get`, for what `put_json` kept."""
        data = self.get(kind, key)
        try:
            return None if data is None else json.loads(data)
        except ValueError:
            return None

    def put_json(self, kind: str, key: str, value: object) -> None:
        """Keep `value`, which JSON can write."""
        self.put(kind, key, json.dumps(value).encode("ascii"))

    def sweep(self) -> None:
        """Remove what no run has asked for in a long time, and what a killed run left half written."""
        if self.folder is None or not self.folder.is_dir():
            return
        now = time.time()
        for path in self.folder.glob("*/*"):
            with contextlib.suppress(OSError):
                age = now - path.stat().st_mtime
                if age > (_DAY if path.name.startswith(".") else UNUSED_DAYS * _DAY):
                    path.unlink()

    def _path(self, kind: str, key: str) -> Path:
        return self.folder / kind / key


def digest_of(**parts: object) -> str:
    """The digest of `parts`, which JSON can write: a key for the store."""
    text = json.dumps(parts, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def digests(files: Mapping[str, bytes]) -> dict[str, str]:
    """The digest of each file, by name."""
    return {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())}


def _head(kind: str, key: str, data: bytes) -> bytes:
    return hashlib.sha256(f"{kind}/{key}\n".encode("ascii") + data).hexdigest().encode("ascii")
