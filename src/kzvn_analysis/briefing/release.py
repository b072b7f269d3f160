"""Put a release in its place: whole or not at all.

A release is made in a folder of its own beside the others and takes its name in one step; ``latest`` is a
relative link that is exchanged in one step.  ``SHA256SUMS`` inside tells whether all of it is still there.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from ..errors import KzvnError

SUMS = "SHA256SUMS"
LATEST = "latest"
_MAKING = ".making-"
_VERSION = re.compile(r"\d{4}-\d{2}-\d{2}-[0-9a-f]{8}")


def write_release(out: Path, version: str, files: Mapping[str, bytes], *, point: bool = True) -> Path:
    """Write `files` as the release `version` under `out` and, if `point`, let ``latest`` lead to it.

    Parameters
    ----------
    out
        The folder of all releases; made where it is missing.
    version
        Name of the release.
    files
        Bytes by path within the release.

    Returns
    -------
    Path
        The release's folder.  A broken one of the same name is replaced; a whole one stays as it is.

    Raises
    ------
    KzvnError
        The folder cannot be written; what was there before is untouched.
    """
    if not is_version(version):
        raise ValueError(version)  # a folder is named after it
    try:
        out.mkdir(parents=True, exist_ok=True)
        with locked(out):
            _sweep(out)
            target = out / version
            if not is_whole(target):
                _write(out, target, files)
            if point:
                _point(out, version)
    except OSError as error:
        raise KzvnError("release_unwritable", path=out, why=error.strerror or error) from None
    return target


def reuse(out: Path, version: str, manifest: bytes, *, point: bool = True) -> Path | None:
    """The release `version` if it stands whole and was made from `manifest`; if `point`, ``latest`` leads to it."""
    target = out / version
    if not is_whole(target) or (target / "manifest.json").read_bytes() != manifest:
        return None
    if point and not leads_to(out, version):
        try:
            with locked(out):
                _sweep(out)
                _point(out, version)
        except OSError as error:
            raise KzvnError("release_unwritable", path=out, why=error.strerror or error) from None
    return target


def leads_to(out: Path, version: str) -> bool:
    """Whether ``latest`` leads to the release `version`."""
    link = out / LATEST
    return link.is_symlink() and os.readlink(link) == version


def is_whole(folder: Path) -> bool:
    """Whether every file that the release lists is there, byte for byte."""
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
        return bool(lines) and all(
            is_inside(name) and hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
            for digest, _, name in (line.partition("  ") for line in lines)
        )
    except (OSError, UnicodeDecodeError):
        return False


def is_inside(name: str) -> bool:
    """Whether the path `name`, which a manifest or a list of sums gives, leads to a place within its release."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and path.parts != ()


def is_version(name: str) -> bool:
    """Whether `name` has the form of a release's name."""
    return bool(_VERSION.fullmatch(name))


def releases(out: Path) -> list[Path]:
    """The whole releases under `out`, oldest name first."""
    if not out.is_dir():
        return []
    return sorted(path for path in out.iterdir() if is_version(path.name) and is_whole(path))


def _write(out: Path, target: Path, files: Mapping[str, bytes]) -> None:
    making = out / f"{_MAKING}{target.name}-{os.getpid()}"
    try:
        sums = []
        for name in sorted(files):
            _write_file(making / name, files[name])
            sums.append(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n")
        _write_file(making / SUMS, "".join(sums).encode("utf-8"))
        if target.exists() or target.is_symlink():
            # What stands here is broken; it makes room in a step that the next run can still sweep up after.
            os.rename(target, out / f"{_MAKING}broken-{target.name}-{os.getpid()}")
        os.rename(making, target)
        _sweep(out)
    except BaseException:
        shutil.rmtree(making, ignore_errors=True)
        raise


def _write_file(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    path.chmod(0o644)


def _point(out: Path, version: str) -> None:
    link = out / LATEST
    if leads_to(out, version):
        return
    if link.exists() and not link.is_symlink():
        raise KzvnError("release_latest", path=link)
    new = out / f"{_MAKING}{LATEST}-{os.getpid()}"
    new.unlink(missing_ok=True)
    new.symlink_to(version)
    os.replace(new, link)


def _sweep(out: Path) -> None:
    """Remove what a run that was killed left behind; under the lock, so nobody is at work there."""
    for path in out.glob(f"{_MAKING}*"):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


@contextlib.contextmanager
def locked(folder: Path, *, waiting: Callable[[], object] | None = None) -> Iterator[None]:
    """Hold `folder` alone; `waiting` is called once if somebody else holds it.

    The system lets go of the lock when the process ends, however it ends.
    """
    try:
        import fcntl
    except ImportError:  # a system without it: one render at a time is up to the user
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if waiting:
                waiting()
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
