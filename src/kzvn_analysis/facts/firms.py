"""The companies that are known by name, and the country they come from."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ..reading import lexicon
from ..reading.fold import fold
from .termlist import TermList, lower


class Firm(NamedTuple):
    """A company that ``project_companies.tsv`` lists; offsets count in the text."""

    start: int
    end: int
    country: str
    sector: str | None


def listed_firms(text: str, small: str) -> Iterator[Firm]:
    """The listed companies that `text` names, in order; `small` is the same in lower case."""
    for start, end, (name, country, sector) in _names().find(_plain(small)):
        if text[start].isupper() and (not name.isupper() or text[start:end].isupper() or len(name) > 4):
            yield Firm(start, end, country, sector or None)


def _plain(small: str) -> str:
    """`small` without diacritics, every letter at its old offset: "việt nam railways" is listed without."""
    plain = fold(small).text
    return plain if len(plain) == len(small) else small


@cache
def _names() -> TermList[tuple[str, str, str]]:
    rows = lexicon.rows("project_companies.tsv", "kzvn_analysis.facts")
    return TermList(
        (_plain(lower(name.strip())), (name.strip(), country, sector))
        for country, sector, names in rows
        for name in names.split("|")
    )
