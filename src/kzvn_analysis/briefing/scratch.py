"""Folders for what is needed only while the program runs; a run that was killed leaves its own, the next one clears it.

They lie in the system's temporary folder, because the path of a socket in them must be short.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

_PREFIX = "kzvn-"


@contextlib.contextmanager
def scratch() -> Iterator[Path]:
    """An empty folder that nobody else can enter and that is gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep() -> None:
    """Remove the folders of processes that are no more."""
    for path in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*-*"):
        with contextlib.suppress(OSError):
            match = re.fullmatch(rf"{_PREFIX}(\d+)-\w+", path.name)
            if match and path.stat().st_uid == os.getuid() and not _lives(int(match[1])):
                shutil.rmtree(path, ignore_errors=True)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        pass  # somebody else's
    return True
