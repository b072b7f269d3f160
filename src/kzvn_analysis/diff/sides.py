"""One side of a comparison: a release or a folder of tables, opened as it stood on its day."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields, replace
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from ..analysis.dossier import Dossier, dossier
from ..errors import KzvnError, UsageError
from ..facts import TABLES
from ..reconcile import Reconciled
from ..reconcile.trade import COLUMNS as TRADE
from ..reconcile.visit_rows import COLUMNS as VISITS
from ..saved import join_parts, saved_files
from ..schemas import schema
from ..tables import UNREAD, Tables

if TYPE_CHECKING:
    import pandas as pd

_ALWAYS = {"article_id", "fact_id", "quote"}  # without these a table is not ours, whichever version wrote it
_RECONCILED = {"reconciled_trade": TRADE, "reconciled_visits": VISITS}
# The bytes of a table's Parquet files, in the order of its rows; none where it is missing.
_Files = Callable[[str], Sequence[tuple[Path, bytes]]]


@dataclass(frozen=True)
class Side:
    """One side of a comparison.

    Attributes
    ----------
    name : str
        The release's version, or how the folder was named.
    dossier : Dossier
    unknown : mapping of str to frozenset of str
        Columns by table that the version which wrote the tables did not have; they can't be compared.
    """

    name: str
    dossier: Dossier
    unknown: Mapping[str, frozenset[str]] = field(default_factory=dict)


def open_side(folder: str | PathLike[str], name: str = "", *, as_of: str = "") -> Side:
    """Open a release, or a folder of tables, for comparison.

    Tables of an earlier version of the program may lack columns.  The reconciled values are those that stand
    in the folder, for that is what its readers saw.

    Parameters
    ----------
    folder
        Holds ``manifest.json`` and ``tables``, or the tables themselves, those of an archive too.
    name
        How to call it where it has no version of its own.
    as_of
        The day to look from, where it has none of its own; empty: the newest clipping's.

    Raises
    ------
    UsageError
        There is no such folder.
    KzvnError
        It holds no tables, or some that are broken, unfinished or not this program's.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise UsageError("diff_no_folder", path=folder)
    manifest = _manifest(folder)
    at = folder / "tables" if (folder / "tables").is_dir() else folder
    name = manifest.get("version") or name or folder.name

    def files(table: str) -> Sequence[tuple[Path, bytes]]:
        return [(file, file.read_bytes()) for file in saved_files(at, table)]

    return _side(files, name, manifest.get("as_of", as_of), at)


def side_of(tables: Mapping[str, bytes], name: str = "", *, as_of: str = "", path: Path = Path()) -> Side:
    """A side made of tables at hand: bytes of the Parquet files by file name; `path` is named if one is wrong.

    Raises
    ------
    KzvnError
        A table is missing, broken or not this program's.
    """

    def files(table: str) -> Sequence[tuple[Path, bytes]]:
        name = f"{table}.parquet"
        return [(path / name, tables[name])] if name in tables else []

    return _side(files, name, as_of, path)


def _side(files: _Files, name: str, as_of: str, path: Path) -> Side:
    frames, unknown = {}, {}
    for table in (*TABLES, UNREAD):
        frames[table], unknown[table] = _read(files, path, table)
    saved = {table: _joined(found) for table in _RECONCILED if (found := files(table))}
    try:
        opened = dossier(Tables(**frames), as_of)
        dict(opened.reconciled)  # now, while it can be said which folder is at fault
    except KzvnError:
        raise
    except Exception as error:  # tables that pass every check by themselves and yet don't fit together
        raise _broken(path, error) from None
    if not opened.later and all(set(saved.get(table, ())) >= set(wanted) for table, wanted in _RECONCILED.items()):
        trade, visits = (saved[table][list(wanted)] for table, wanted in _RECONCILED.items())
        opened = replace(opened, reconciled=Reconciled(opened.tables, trade=trade, visits=visits))
    return Side(name, opened, unknown)


def _manifest(folder: Path) -> dict[str, str]:
    """Version and day of a release; empty for a folder that is none."""
    path = folder / "manifest.json"
    try:
        found = json.loads(path.read_bytes())
        return {key: str(found[key]) for key in ("version", "as_of")}
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError) as error:
        raise _broken(path, error) from None


def _read(files: _Files, folder: Path, table: str) -> tuple[pd.DataFrame, frozenset[str]]:
    """A table with all columns that it has today, and those that it lacked."""
    found = files(table)
    if not found:
        raise KzvnError("diff_no_table", path=folder, table=f"{table}.parquet")
    frame, path = _joined(found), found[0][0] if len(found) == 1 else folder / table
    if table == UNREAD:
        return frame.reindex(columns=["article_id", "path", "reason"]).astype("string"), frozenset()
    wanted = schema(table)
    lacking = [name for name in wanted.columns if name not in frame.columns]
    needed = _ALWAYS | set(getattr(TABLES[table], "IDENTITY", ("path", "sha256")))
    if table == "articles":
        needed -= {"fact_id", "quote"}
    if needed & set(lacking):
        raise _broken(path, f"no column {min(needed & set(lacking))}")
    there = {name: str(column.dtype) for name, column in wanted.columns.items() if name in frame.columns}
    try:
        frame = wanted.remove_columns(lacking).validate(frame[list(there)].astype(there))
    except Exception as error:  # whatever pandas and pandera find wrong with it
        raise _broken(path, error) from None
    defaults = {f.name: f.default for f in fields(TABLES[table]) if f.default is not MISSING}
    for name in lacking:
        frame[name] = defaults.get(name)
    types = {name: str(wanted.columns[name].dtype) for name in lacking}
    return frame[list(wanted.columns)].astype(types), frozenset(lacking)


def _joined(files: Sequence[tuple[Path, bytes]]) -> pd.DataFrame:
    import pandas as pd

    parts = []
    for path, data in files:
        try:
            parts.append(pd.read_parquet(io.BytesIO(data), dtype_backend="numpy_nullable"))
        except Exception as error:  # whatever a broken file makes pyarrow raise
            raise _broken(path, error) from None
    return join_parts(parts)


def _broken(path: Path, why: object) -> KzvnError:
    return KzvnError("diff_broken", path=path, why=next(iter(str(why).splitlines()), type(why).__name__))
