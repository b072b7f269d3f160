"""Where the tables of a folder lie: each in one Parquet file or, of an archive, in a folder of numbered parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import KzvnError

if TYPE_CHECKING:
    import pandas as pd

STATE = "_archive"  # beside an archive's tables: the run's own files
UNFINISHED = "unfinished"  # among them while the tables are being written, and after a run that was stopped
_PART = re.compile(r"part-(\d+)\.parquet")


def saved_files(folder: Path, table: str) -> list[Path]:
    """The Parquet files that hold `table`, in the order of its rows; none where there is no such table.

    Raises
    ------
    KzvnError
        There are both a file and parts, or the parts are those of a run that did not come to its end.
    """
    file, parts = folder / f"{table}.parquet", _parts(folder / table)
    if not parts:
        return [file] if file.exists() else []
    if file.exists():
        raise KzvnError("tables_both", path=folder, file=file.name, folder=table)
    if (folder / STATE / UNFINISHED).exists():
        raise KzvnError("tables_unfinished", path=folder)
    return parts


def join_parts(parts: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """The rows of all parts, one part after the other; a lone part is not copied."""
    import pandas as pd

    return parts[0] if len(parts) == 1 else pd.concat(parts, ignore_index=True)


def _parts(folder: Path) -> list[Path]:
    numbered = [(int(found[1]), path) for path in folder.glob("part-*") if (found := _PART.fullmatch(path.name))]
    return [path for _, path in sorted(numbered)]
