"""A folder on any file system that fsspec knows: this machine's, a bucket, a zip, memory."""

from __future__ import annotations

import io
import os
import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from ..errors import KzvnError
from ..files import MAKING, replace_file

if TYPE_CHECKING:
    import pandas as pd
    from fsspec import AbstractFileSystem

_ADDRESS = re.compile(r"[A-Za-z][\w+.-]+(?:://|::)")  # s3://…, zip://…::…, simplecache::…


@dataclass(frozen=True, slots=True)
class Place:
    """A folder by its address, the same for every process that it is handed to.

    Attributes
    ----------
    address : str
        An absolute path of this machine, or whatever fsspec takes: ``s3://…``, ``memory://…``, ``zip://::a.zip``.
    """

    address: str

    @classmethod
    def of(cls, address: str | os.PathLike[str]) -> Place:
        """The place at `address`; a relative path becomes absolute, since workers have working folders of their own."""
        text = os.fspath(address)
        return cls(text if is_address(text) else os.path.abspath(text))

    @property
    def is_local(self) -> bool:
        """Whether it is a plain path of this machine."""
        return not is_address(self.address)

    def file_system(self) -> tuple[AbstractFileSystem, str]:
        """The file system and the folder's path in it.

        Raises
        ------
        KzvnError
            fsspec knows no such address, or lacks the package for it.
        """
        try:
            return _file_system(self.address)
        except (ValueError, ImportError, OSError, KeyError) as error:
            raise KzvnError("archive_address", path=self.address, why=error) from None

    def at(self, name: str) -> str:
        """The address of the file or folder `name` in it, as pandas and Dask take it."""
        head, chain, tail = self.address.partition("::")
        return f"{head}{'' if head.endswith('/') else '/'}{name}{chain}{tail}"

    def path(self, name: str) -> str:
        """The path of the file or folder `name` in the file system."""
        return _join(self.file_system()[1], name)

    def parent(self) -> tuple[Place, str]:
        """The folder of what this address names, and its name in it."""
        head, chain, tail = self.address.partition("::")
        folder, slash, name = head.rpartition("/")
        if folder.endswith(":/"):  # nothing but the protocol is left
            folder += slash
        return Place(f"{folder or slash}{chain}{tail}"), name

    def open(self, name: str) -> BinaryIO:
        """Open the file `name` for reading."""
        files, root = self.file_system()
        return files.open(_join(root, name), "rb")

    def read(self, name: str) -> bytes | None:
        """The bytes of the file `name`; ``None`` where there is none."""
        try:
            with self.open(name) as file:
                return file.read()
        except (FileNotFoundError, NotADirectoryError, KeyError):
            return None

    def exists(self, name: str) -> bool:
        """Whether there is a file or folder `name`."""
        files, root = self.file_system()
        return files.exists(_join(root, name))

    def names(self, folder: str) -> list[str]:
        """Names of what lies in `folder`, in order; none where there is no such folder."""
        files, root = self.file_system()
        try:
            listed = files.ls(_join(root, folder), detail=False)
        except (FileNotFoundError, NotADirectoryError):
            return []
        return sorted(path.rstrip("/").rpartition("/")[2] for path in listed)

    def write(self, name: str, data: bytes) -> None:
        """Write the file `name` whole or not at all."""
        files, root = self.file_system()
        path = _join(root, name)
        if self.is_local:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            replace_file(Path(path), data)
            return
        folder = path.rpartition("/")[0]
        temporary = f"{folder}/{MAKING}{uuid.uuid4().hex}"
        files.makedirs(folder, exist_ok=True)
        files.pipe_file(temporary, data)
        files.mv(temporary, path)

    @contextmanager
    def growing(self, name: str) -> Iterator[BinaryIO]:
        """A file to be written bit by bit; it gets its name when it is whole."""
        files, root = self.file_system()
        path = _join(root, name)
        folder = path.rpartition("/")[0]
        temporary = f"{folder}/{MAKING}{uuid.uuid4().hex}"
        files.makedirs(folder, exist_ok=True)
        try:
            with files.open(temporary, "wb") as file:
                yield file
            files.mv(temporary, path)
        except BaseException:
            if files.exists(temporary):
                files.rm(temporary)
            raise

    def remove(self, name: str) -> None:
        """Remove the file or folder `name`, if it is there."""
        files, root = self.file_system()
        with suppress(FileNotFoundError):
            files.rm(_join(root, name), recursive=True)


@lru_cache(maxsize=8)
def _file_system(address: str) -> tuple[AbstractFileSystem, str]:
    """Kept, since a zip's list of files is read whenever it is opened, and its files close with it."""
    from fsspec.core import url_to_fs

    return url_to_fs(address)


def look_again() -> None:
    """Forget what was listed before: files may have come since."""
    _file_system.cache_clear()


def is_address(text: str) -> bool:
    """Whether `text` is an address for fsspec and no plain path."""
    return bool(_ADDRESS.match(text))


def write_frame(place: Place, name: str, frame: pd.DataFrame, **how: object) -> None:
    """Write `frame` as one Parquet file, just as `kzvn_analysis.tables.save` does unless told `how`."""
    buffer = io.BytesIO()
    frame.to_parquet(buffer, index=False, **how)
    place.write(name, buffer.getvalue())


def _join(root: str, name: str) -> str:
    return f"{root.rstrip('/')}/{name}" if root.strip("/") or root.startswith("/") else name
