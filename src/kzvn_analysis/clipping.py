"""One clipping read: its row of ``articles``, its facts by name, or why it yields none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from .bounds import Overtime, bounded
from .errors import message
from .facts import columns, find_article, find_facts, witnessed
from .facts.articles import ArticleFact
from .facts.base import Fact
from .limits import cost
from .reading import read
from .row_names import row_names
from .seeds import Article


def parse_clipping(article: Article) -> Parsed:
    """Read one clipping; nothing but its text, its name and what the sidecar says of it has a part in that.

    One that takes more time or memory than `limits` allow yields no row, as one that the reader stumbles over.
    """
    seconds, memory = cost("clipping_seconds"), cost("clipping_memory")
    try:
        with bounded(seconds, memory):
            reading = witnessed(read(article))
            row, by_table = find_article(reading), find_facts(reading)
    except Overtime:
        return Parsed(None, {}, message("unread_slow", seconds=f"{seconds:g}"))
    except MemoryError:
        return Parsed(None, {}, message("unread_memory", memory=f"{memory:g}" if memory else "there is"))
    except Exception as error:  # a clipping the reader stumbles over must not take the others with it
        return Parsed(None, {}, message("unread_fault", why=f"{type(error).__name__}: {error}"))
    unread = None
    if reading.language != "en":
        unread = message("unread_language", language=_language_name(reading.language))
    elif reading.relevance == "none":
        unread = message("unread_irrelevant")
    facts = {}
    for name, rows in by_table.items():
        ordered = sorted(rows, key=lambda f: (f.start, f.end))
        facts[name] = dict(zip(_fact_ids(name, ordered), ordered, strict=True))
    return Parsed(row, facts, unread)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What the reading rules find in one clipping, before corrections.

    Attributes
    ----------
    article : ArticleFact or None
        Its row of the table ``articles``; missing where the reader stumbled.
    facts : dict
        By table the rows by `fact_id`, in their order in the text.
    unread : str or None
        Why the clipping yields no row.
    """

    article: ArticleFact | None
    facts: dict[str, dict[str, Fact]]
    unread: str | None


def astuple_in_order(fact: object) -> tuple:
    """A fact's cells in the order of its table's columns."""
    return _cells(type(fact))(fact)


@cache
def _cells(fact: type) -> Callable[[object], tuple]:
    return attrgetter(*(f.name for f in columns(fact)))


def _language_name(code: str) -> str:
    import pycountry

    language = pycountry.languages.get(alpha_2=code)
    return language.name if language else code


def _fact_ids(name: str, facts: Iterable) -> list[str]:
    """A short name for each row, made from what it is about."""
    told = ([name, f.article_id, *(getattr(f, column) for column in type(f).IDENTITY)] for f in facts)
    return row_names(name, told)
