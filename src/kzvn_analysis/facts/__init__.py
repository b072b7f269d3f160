"""Facts of a clipping, one module per table; `find_facts` asks each in turn."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from operator import attrgetter

from ..reading import Reading
from .agreements import AgreementFact, find_agreements
from .articles import ArticleFact, find_article
from .base import Fact, columns
from .projects import ProjectFact, find_projects
from .sectors import SectorFact, find_sectors
from .trade import TradeFact, find_trade
from .visits import VisitFact, find_visits, witnessed

_LIST_MARK = re.compile(r"(?:[-+=*–—•·▪]\s*)+(?=\S)")

TABLES: dict[str, type] = {
    "articles": ArticleFact,
    "trade": TradeFact,
    "visits": VisitFact,
    "agreements": AgreementFact,
    "projects": ProjectFact,
    "sectors": SectorFact,
}

__all__ = ["TABLES", "Fact", "columns", "find_article", "find_facts", "witnessed"]


def find_facts(reading: Reading) -> dict[str, list[Fact]]:
    """Every fact of a clipping by table name; no rows where it is not about the two countries."""
    if reading.relevance == "none" or reading.language != "en":
        return {name: [] for name in TABLES if name != "articles"}
    facts: dict[str, list[Fact]] = {
        "trade": list(find_trade(reading)),
        "visits": list(find_visits(reading)),
        "agreements": list(find_agreements(reading)),
        "projects": list(find_projects(reading)),
    }
    facts["sectors"] = list(find_sectors(reading, facts))
    return {name: [_on_one_line(_without_marker(fact)) for fact in found] for name, found in facts.items()}


def _on_one_line(fact: Fact) -> Fact:
    """A name that a hard break of the text cut in two is the same name; only the quote stands as in the text."""
    names, cells = _told(type(fact))
    broken = {
        name: " ".join(value.split()) for name, value in zip(names, cells(fact), strict=True) if value and "\n" in value
    }
    return replace(fact, **broken) if broken else fact


@cache
def _told(fact: type) -> tuple[tuple[str, ...], Callable[[Fact], tuple]]:
    names = tuple(c.name for c in columns(fact) if c.kind == "str" and c.name != "quote")
    return names, attrgetter(*names)


def _without_marker(fact: Fact) -> Fact:
    """A quote begins with its first word: the mark of a list's item is none of its words, and no formula in a cell."""
    mark = _LIST_MARK.match(fact.quote)
    return replace(fact, start=fact.start + mark.end(), quote=fact.quote[mark.end() :]) if mark else fact
