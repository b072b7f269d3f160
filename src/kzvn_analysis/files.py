"""Read files that are files, as they are at one moment; write them whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

_TRIES = 3  # of reading a file that is being written
MAKING = ".kzvn-making-"  # how the name of a file begins that is not whole yet
_LEFT = 3600  # seconds after which a file half written belongs to no run any more


class Unreadable(OSError):
    """Something that is not read; `key` names the message that says why."""

    def __init__(self, key: str, path: Path, **facts: object) -> None:
        self.key, self.facts = key, facts
        super().__init__(0, key, str(path))


def read_file(path: Path, most: int) -> bytes:
    """The bytes of a regular file as they are at one moment; a pipe or a device is not waited for.

    Parameters
    ----------
    path
        The file, or a link to it.
    most
        Bytes that it may have.

    Raises
    ------
    Unreadable
        ``kind``: it is something else than a file; ``large``: it has more bytes; ``restless``: it is being written.
    OSError
        The system refuses.
    """
    for _ in range(_TRIES):
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(handle, "rb") as file:
            before = os.fstat(handle)
            if not stat.S_ISREG(before.st_mode):
                raise Unreadable("kind", path)
            data = file.read(most + 1)
            if len(data) > most:
                raise Unreadable("large", path)
            after = os.fstat(handle)
        if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns) and len(data) == after.st_size:
            return data
    raise Unreadable("restless", path)


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Bring `folder` to hold `files` (bytes by path within it); what holds the same bytes already is left alone."""
    _sweep({(folder / name).parent for name in files})
    for name, data in files.items():
        path = folder / name
        try:
            if path.read_bytes() == data:
                continue
        except OSError:
            pass  # not there, or not to be read: it is written anew, and what stands in the way is told then
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)


def _sweep(folders: Iterable[Path]) -> None:
    """Remove what a run that was killed left half written."""
    for folder in folders:
        for path in folder.glob(f"{MAKING}*"):
            with contextlib.suppress(OSError):
                if time.time() - path.stat().st_mtime > _LEFT:
                    path.unlink()


def empty_folder(folder: Path) -> None:
    """Make `folder` anew, with nothing in it."""
    try:
        if folder.exists():
            shutil.rmtree(folder)
    except OSError as error:  # it names what stands in the way without saying where that lies
        raise OSError(error.errno, error.strerror, str(folder)) from None
    folder.mkdir(parents=True)


def leads_out(path: Path) -> bool:
    """Whether `path` is a link to something outside its folder, which is not the folder's owner's to read."""
    return path.is_symlink() and path.exists() and not path.resolve().is_relative_to(path.parent.resolve())


def replace_file(path: Path, data: bytes) -> None:
    """Write `data` beside `path`, then move it there in one step."""
    handle, temporary = tempfile.mkstemp(prefix=MAKING, dir=path.parent)
    try:
        with open(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
