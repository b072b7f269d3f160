"""Whether clippings are to be read as an archive; asked before anything heavy is imported."""

from __future__ import annotations

from pathlib import Path

from ..seeds import BESIDE
from .place import is_address

PACKED = (".gz", ".bz2", ".xz")  # streams that can't be entered in the middle
_LINES = (".jsonl", ".ndjson")
_PARQUET = (".parquet", ".pq")


def is_archive(address: str) -> bool:
    """Whether `address` is anything but a folder of clippings.

    A folder with a ``.txt`` file at its top is one; folders and other files in it are told as left out.
    """
    if is_address(address):
        return True
    path = Path(address)
    try:
        if not path.is_dir():
            return kind_of(path.name) is not None  # also where there is no such file: it is missed as what it is called
        own = [item for item in path.iterdir() if not item.name.startswith(".") and item.name not in BESIDE]
        return not any(item.suffix == ".txt" for item in own) and any(
            item.is_dir() or item.name.endswith(".txt.gz") or kind_of(item.name) for item in own
        )
    except OSError:
        return False  # whoever opens it tells why it can't be read


def kind_of(name: str) -> str | None:
    """``lines`` or ``parquet``, by a file's name."""
    for ending in PACKED:
        if name.endswith(ending):
            return "lines" if name.removesuffix(ending).endswith(_LINES) else None
    return "lines" if name.endswith(_LINES) else "parquet" if name.endswith(_PARQUET) else None
