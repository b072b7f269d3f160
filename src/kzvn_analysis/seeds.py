"""From a folder of clippings to `Article` objects: read the bytes, decide what is text, add the sidecar.

A clipping is one ``.txt`` file.  What a clipping does not say itself (its address, its outlet,
its day) may stand in ``sources.csv`` beside it; a cell there wins over the text.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path
from urllib.parse import urlsplit

from .decoding import Undecodable, decode
from .errors import KzvnError, UsageError, message, printable
from .files import Unreadable, leads_out, read_file
from .limits import size
from .sheets import is_period, read_sheet

SIDECAR = "sources.csv"
SIDECAR_COLUMNS = ("file", "url", "outlet", "published")
CORRECTIONS = "corrections.csv"
BESIDE = (SIDECAR, CORRECTIONS)  # what may lie beside the clippings and is none
_WIDEST = 4  # bytes of a character
_DEVICE = re.compile(r"(?:^|/)(?:con|prn|aux|nul|(?:com|lpt)[1-9¹²³]) *(?:[./]|$)", re.IGNORECASE)  # on Windows
_DAY = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")  # no season: a clipping appears in a month


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
    encoding : str
        How the bytes were read; ``utf-8`` unless they are something else without a doubt.
    """

    article_id: str
    path: str
    sha256: str
    text: str
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    encoding: str = "utf-8"


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
        Whatever else lies in the folder and could not be read as a clipping, with the reason.
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
        `folder` does not exist, is no folder or may not be read.
    KzvnError
        It holds no ``.txt`` file, or the sidecar is broken.
    """
    folder = Path(folder)
    paths = entries(folder)
    clippings = {path.name for path in paths if path.suffix == ".txt"}
    if not clippings:
        raise KzvnError("seeds_empty", path=folder)
    sidecar = read_sidecar(folder / SIDECAR, clippings.__contains__)
    articles, unread = [], []
    for path in paths:
        item = _read_clipping(path, sidecar.get(path.name, {}))
        (articles if isinstance(item, Article) else unread).append(item)
    return Seeds(tuple(articles), tuple(unread), folder)


def entries(folder: Path) -> list[Path]:
    """What lies in `folder`, in order, without hidden files and the sheets beside the clippings.

    Raises
    ------
    UsageError
        `folder` does not exist, is no folder or may not be read.
    """
    try:
        if not folder.exists():
            raise UsageError("seeds_missing", path=folder)
        if not folder.is_dir():
            raise UsageError("seeds_not_a_folder", path=folder)
        return sorted(p for p in folder.iterdir() if not p.name.startswith(".") and p.name not in BESIDE)
    except OSError as error:
        raise UsageError("seeds_unreadable", path=folder, why=error.strerror or error) from None


def article_from_text(text: str, article_id: str = "text", **sidecar: str | None) -> Article:
    """An `Article` made of a string, for trying things out; `sidecar` may hold `url`, `outlet` and `published`.

    Raises
    ------
    KzvnError
        `published` is no day, month or year.
    """
    check_published(sidecar.get("published"))
    data = text.encode("utf-8", "surrogatepass")
    return Article(article_id, f"{article_id}.txt", hashlib.sha256(data).hexdigest(), _newlines(text), **sidecar)


def _read_clipping(path: Path, sidecar: dict[str, str]) -> Article | Unread:
    def left_out(key: str, **facts: object) -> Unread:
        return unread_entry(path.name, key, **facts)

    try:
        if leads_out(path):
            return left_out("unread_link")
        if path.is_dir():
            return left_out("unread_folder")
        if not path.is_file():
            return left_out("unread_kind")
        if path.suffix != ".txt":
            return left_out("unread_suffix")
        if wrong := wrong_name(path.name):
            return left_out(wrong)
        data = read_file(path, most_bytes())
    except Unreadable as error:
        return left_out(f"unread_{error.key}", most=size("clipping"))
    except OSError as error:
        return left_out("unread_io", why=error.strerror or error)
    return article_from_bytes(data, path.stem, path.name, sidecar)


def most_bytes() -> int:
    """How many bytes the file of a clipping may have: however it is coded, one with more is longer than allowed."""
    return _WIDEST * (size("clipping") + 1)


def article_from_bytes(data: bytes, article_id: str, path: str, sidecar: Mapping[str, str]) -> Article | Unread:
    """The clipping whose file holds `data`, or why it can't be read as one."""
    try:
        text, encoding = decode(data)
    except Undecodable as error:
        return Unread(article_id, path, message(error.key, **error.facts))
    text = _newlines(text)
    if not text.strip():
        return Unread(article_id, path, message("unread_empty"))
    if len(text) > size("clipping"):
        return Unread(article_id, path, message("unread_large", most=size("clipping")))
    known = {name: sidecar[name] for name in ("url", "outlet", "published") if sidecar.get(name)}
    return Article(article_id, path, hashlib.sha256(data).hexdigest(), text, encoding=encoding, **known)


def unread_entry(path: str, key: str, **facts: object) -> Unread:
    """What lies at `path` and is not read, for the reason that the message `key` tells."""
    name = printable(path)  # the tables hold no undecodable bytes
    return Unread(name.removesuffix(".txt"), name, message(key, **facts))


def wrong_name(name: str) -> str | None:
    """The message on a file's or clipping's name that can't be shown as it is or not everywhere, if that is so."""
    if not _decodable(name):
        return "unread_name"
    if not _shown_whole(name):
        return "unread_hidden"
    return "unread_device" if _DEVICE.search(name) else None


def is_day(text: str) -> bool:
    """Whether `text` is a day, month or year on which a clipping can have appeared."""
    return bool(_DAY.fullmatch(text)) and is_period(text)


def check_published(text: str | None) -> None:
    """Raise where `text` is something else than nothing or a day, month or year."""
    if text and not is_day(text):
        raise KzvnError("published_form", value=text)


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decodable(name: str) -> bool:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _shown_whole(name: str) -> bool:
    """Whether a name has no line breaks, controls or marks that turn the direction of what follows."""
    return not any(unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") for c in name)


def read_sidecar(path: Path, is_clipping: Callable[[str], bool]) -> dict[str, dict[str, str]]:
    """Rows of the sidecar by file name; empty where there is none."""
    out: dict[str, dict[str, str]] = {}
    lines: dict[str, int] = {}
    for line, row in read_sheet(path, known=SIDECAR_COLUMNS, required=("file",)):
        name = row["file"]
        if not name:
            raise KzvnError("sidecar_no_file", path=path, line=line)
        if not is_clipping(name):
            raise KzvnError("sidecar_unknown_file", path=path, line=line, file=name)
        if name in out:
            raise KzvnError("sidecar_twice", path=path, line=line, file=name, first=lines[name])
        if row["url"] and not is_web_address(row["url"]):
            raise KzvnError("sidecar_url", path=path, line=line, value=row["url"])
        if row["published"] and not is_day(row["published"]):
            raise KzvnError("sidecar_published", path=path, line=line, value=row["published"])
        out[name], lines[name] = row, line
    return out


def is_web_address(text: str) -> bool:
    """Whether `text` is the address of a page."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https")
        and bool(parts.hostname)
        and text.isprintable()
        and not re.search(r"[\s<>\"]", text)
    )
