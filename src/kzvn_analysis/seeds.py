"""From a folder of clippings to `Article` objects: read the bytes, decide what is text, add the sidecar.

A clipping is one ``.txt`` file.  What a clipping does not say itself (its address, its outlet,
its day) may stand in ``sources.csv`` beside it; a cell there wins over the text.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path

from .errors import KzvnError, UsageError, message

SIDECAR = "sources.csv"
SIDECAR_COLUMNS = ("file", "url", "outlet", "published")


@dataclass(frozen=True, slots=True)
class Article:
    """One clipping as it was read.

    Attributes
    ----------
    article_id : str
        The file's name without ``.txt``.
    path : str
        Where it lies, relative to the seeds folder, with forward slashes.
    sha256 : str
        Digest of the file's exact bytes.
    text : str
        The decoded text, newlines normalised to ``\\n``; every offset counts in it.
    url, outlet, published : str or None
        From the sidecar; ``None`` where it is silent. `published` is EDTF.
    """

    article_id: str
    path: str
    sha256: str
    text: str
    url: str | None = None
    outlet: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A clipping that yields no row, and why."""

    article_id: str
    path: str
    reason: str


@dataclass(frozen=True)
class Seeds(Sequence[Article]):
    """The clippings of a folder, ordered by `article_id`; a sequence of `Article`.

    Attributes
    ----------
    articles : tuple of Article
    unread : tuple of Unread
        Files that could not be read as text, with the reason.
    folder : Path or None
    """

    articles: tuple[Article, ...]
    unread: tuple[Unread, ...] = field(default=())
    folder: Path | None = None

    def __getitem__(self, index):
        return self.articles[index]

    def __len__(self) -> int:
        return len(self.articles)


def read_seeds(folder: str | PathLike[str]) -> Seeds:
    """Read every clipping of `folder`.

    Parameters
    ----------
    folder
        Holds one ``.txt`` file per clipping and, optionally, ``sources.csv``.

    Returns
    -------
    Seeds
        The readable clippings by `article_id`, and the ones that could not be read with the reason.

    Raises
    ------
    UsageError
        `folder` does not exist or is no folder.
    KzvnError
        It holds no ``.txt`` file, or the sidecar is broken.
    """
    folder = Path(folder)
    if not folder.exists():
        raise UsageError("seeds_missing", path=folder)
    if not folder.is_dir():
        raise UsageError("seeds_not_a_folder", path=folder)
    paths = sorted(p for p in folder.iterdir() if p.suffix == ".txt" and not p.name.startswith("."))
    if not paths:
        raise KzvnError("seeds_empty", path=folder)
    sidecar = _read_sidecar(folder / SIDECAR, {p.name for p in paths})
    articles, unread = [], []
    for path in paths:
        item = _read_clipping(path, sidecar.get(path.name, {}))
        (articles if isinstance(item, Article) else unread).append(item)
    return Seeds(tuple(articles), tuple(unread), folder)


def article_from_text(text: str, article_id: str = "text", **sidecar: str | None) -> Article:
    """An `Article` made of a string, for trying things out."""
    data = text.encode("utf-8", "surrogatepass")
    return Article(article_id, f"{article_id}.txt", hashlib.sha256(data).hexdigest(), _newlines(text), **sidecar)


def _read_clipping(path: Path, sidecar: dict[str, str]) -> Article | Unread:
    def left_out(key: str, **facts: object) -> Unread:
        return Unread(path.stem, path.name, message(key, **facts))

    try:
        if not path.is_file():
            return left_out("unread_kind")
        data = path.read_bytes()
    except OSError as error:
        return left_out("unread_io", why=error.strerror or error)
    if b"\0" in data:
        return left_out("unread_binary")
    try:
        text = _newlines(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return left_out("unread_encoding")
    if not text.strip():
        return left_out("unread_empty")
    known = {name: sidecar[name] for name in ("url", "outlet", "published") if sidecar.get(name)}
    return Article(path.stem, path.name, hashlib.sha256(data).hexdigest(), text, **known)


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _read_sidecar(path: Path, clippings: Iterable[str]) -> dict[str, dict[str, str]]:
    """Rows of the sidecar by file name; empty where there is none."""
    if not path.exists():
        return {}
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            rows = list(csv.reader(file, strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise KzvnError("sidecar_unreadable", path=path, why=error) from None
    header = [cell.strip() for cell in rows[0]] if rows else []
    if "file" not in header or set(header) - set(SIDECAR_COLUMNS) or len(set(header)) < len(header):
        raise KzvnError("sidecar_columns", path=path, found=",".join(header) or "nothing")
    known, lines, out = set(clippings), {}, {}
    for line, cells in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            raise KzvnError("sidecar_cells", path=path, line=line, count=len(cells), expected=len(header))
        row = {name: cell.strip() for name, cell in zip(header, cells, strict=True)}
        name = row["file"]
        if name not in known:
            raise KzvnError("sidecar_unknown_file", path=path, line=line, file=name)
        if name in out:
            raise KzvnError("sidecar_twice", path=path, line=line, file=name, first=lines[name])
        if row.get("url") and not re.fullmatch(r"https?://[^\s<>\"]+", row["url"]):
            raise KzvnError("sidecar_url", path=path, line=line, value=row["url"])
        if row.get("published") and not re.fullmatch(
            r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", row["published"]
        ):
            raise KzvnError("sidecar_published", path=path, line=line, value=row["published"])
        out[name], lines[name] = row, line
    return out
