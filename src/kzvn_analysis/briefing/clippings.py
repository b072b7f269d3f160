"""From the clippings to the tables' files, reading again only what has changed.

Two things are kept: the tables of a whole folder, and what the rules find in each clipping.  Corrections come after
the latter, so a corrected row makes nothing be read again.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from .inputs import ABOVE_CLIPPING, ABOVE_TABLES, Inputs, read_code
from .store import Store, digest_of, digests

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..clipping import Parsed
    from ..seeds import Article


@dataclass(frozen=True, slots=True)
class TableFiles:
    """The tables of a folder of clippings, ready to be written.

    Attributes
    ----------
    files : dict
        Bytes by file name, ``trade.csv``, ``trade.parquet`` and so on.
    newest : str or None
        The as-of date that the clippings themselves give.
    left_out : list of (str, str)
        Path and reason of each clipping that yields no row.
    count : int
        How many clippings were read and say something.
    fresh : tuple of str
        Those that were read for this and did not come from the cache, by `article_id`.
    given_up : tuple of str
        Those that the reader gave up, by path: on another machine it may get through.  They are in the manifest, so
        that what was made without them has a name of its own, and no such tables are kept.
    """

    files: dict[str, bytes]
    newest: str | None
    left_out: list[tuple[str, str]]
    count: int
    fresh: tuple[str, ...] = ()
    given_up: tuple[str, ...] = ()


def find_tables(inputs: Inputs, store: Store) -> TableFiles | None:
    """The tables as the cache holds them, if it does."""
    about = store.get_json("tables", _key(inputs))
    try:
        files = {name: store.get("table", digest) for name, digest in about["files"].items()}
        if None in files.values():
            return None
        left_out = [(path, reason) for path, reason in about["left_out"]]
        return TableFiles(files, about["newest"], left_out, about["count"])
    except (TypeError, KeyError, ValueError, AttributeError):
        return None


def make_tables(
    seeds: Path, inputs: Inputs, store: Store, *, at: Callable[[str, int], None], unchanged: Callable[[], bool]
) -> TableFiles:
    """Parse and reconcile the clippings, each from the cache where it is there.

    Parameters
    ----------
    seeds
        Folder of the clippings.
    inputs
        As they stood when this run began.
    store
        The cache.
    at
        Told of each clipping and how many came before it.
    unchanged
        Whether the inputs are still the same; what came out is kept only then.

    Raises
    ------
    KzvnError
        The folder, the sidecar or a correction is wrong.
    """
    from ..analysis.dossier import newest
    from ..reconcile import reconcile
    from ..seeds import read_seeds
    from ..tables import parse, table_files

    fresh: dict[str, tuple[str, Parsed]] = {}
    code = inputs.code(without=ABOVE_CLIPPING)
    begun = itertools.count()
    articles = read_seeds(seeds)
    tables = parse(
        articles,
        reader=partial(_read, code=code, store=store, fresh=fresh),
        progress=lambda article: at(article.path, next(begun)),
    )
    at("reconcile", next(begun))
    day = newest(tables)
    made = TableFiles(
        files=table_files({**tables, **reconcile(tables)}),
        newest=None if day is None else str(day),
        left_out=[(row.path, row.reason) for row in tables.unread.itertuples()],
        count=tables.read_count,
        fresh=tuple(fresh),
        given_up=tuple(sorted({article.path for article in articles} - set(tables.articles["path"]))),
    )
    if unchanged():
        _keep_clippings(fresh, store)
        if not made.given_up:
            _keep(made, inputs, store)
    return made


@contextmanager
def kept_reader(store: Store) -> Iterator[Callable[[Article], Parsed]]:
    """A reader for `tables.parse` that takes clippings from the cache, and keeps there in the end what it read."""
    from ..clipping import parse_clipping

    if store.folder is None:
        yield parse_clipping
        return
    fresh: dict[str, tuple[str, Parsed]] = {}
    code = read_code(store, ABOVE_CLIPPING)
    yield partial(_read, code=code, store=store, fresh=fresh)
    if read_code(store, ABOVE_CLIPPING) == code:
        _keep_clippings(fresh, store)


def _keep_clippings(fresh: Mapping[str, tuple[str, Parsed]], store: Store) -> None:
    for key, parsed in fresh.values():
        if parsed.article is not None:  # what the reader stumbled over may have been the machine's fault
            store.put_json("clipping", key, _packed(parsed))


def _key(inputs: Inputs) -> str:
    return digest_of(seeds=inputs.seeds, code=inputs.code(without=ABOVE_TABLES))


def _keep(made: TableFiles, inputs: Inputs, store: Store) -> None:
    names = digests(made.files)
    for name, digest in names.items():
        store.put("table", digest, made.files[name])
    about = {"files": names, "newest": made.newest, "left_out": made.left_out, "count": made.count}
    store.put_json("tables", _key(inputs), about)


def _read(article: Article, *, code: str, store: Store, fresh: dict[str, tuple[str, Parsed]]) -> Parsed:
    """What stands in a clipping: as the cache holds it, else read now and noted in `fresh`."""
    from ..clipping import parse_clipping

    key = digest_of(code=code, article=dataclasses.asdict(article))
    parsed = _unpacked(store.get_json("clipping", key))
    if parsed is None:
        parsed = parse_clipping(article)
        fresh[article.article_id] = key, parsed
    return parsed


def _packed(parsed: Parsed) -> dict:
    return {
        "article": _cells(parsed.article),
        "facts": {name: [[key, _cells(fact)] for key, fact in rows.items()] for name, rows in parsed.facts.items()},
        "unread": parsed.unread,
    }


def _cells(fact: object) -> dict:
    return {field.name: getattr(fact, field.name) for field in dataclasses.fields(fact)}


def _unpacked(packed: object) -> Parsed | None:
    from ..clipping import Parsed
    from ..facts import TABLES

    try:
        facts = {
            name: {key: TABLES[name](**cells) for key, cells in rows} for name, rows in packed["facts"].items()
        }
        return Parsed(TABLES["articles"](**packed["article"]), facts, packed["unread"])
    except (TypeError, KeyError, ValueError, AttributeError):
        return None  # nothing kept
