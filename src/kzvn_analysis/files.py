"""Write files whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Bring `folder` to hold `files` (bytes by path within it); what holds the same bytes already is left alone."""
    for name, data in files.items():
        path = folder / name
        try:
            if path.read_bytes() == data:
                continue
        except OSError:
            pass  # not there, or not to be read: it is written anew, and what stands in the way is told then
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)


def leads_out(path: Path) -> bool:
    """Whether `path` is a link to something outside its folder, which is not the folder's owner's to read."""
    return path.is_symlink() and path.exists() and not path.resolve().is_relative_to(path.parent.resolve())


def replace_file(path: Path, data: bytes) -> None:
    """Write `data` beside `path`, then move it there in one step."""
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with open(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
