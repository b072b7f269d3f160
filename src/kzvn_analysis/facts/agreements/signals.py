"""Scan a clipping once for every word that an agreement rule starts from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ...reading import Reading, Span, lexicon
from ...reading.fold import fold
from ..termlist import TermList, lower
from .cues import PACKAGE, cue_words

FAMILIES = ("visa", "relations", "partnership", "twinning", "award")


@dataclass(frozen=True, slots=True)
class Signal(Span):
    """A word or name of the lists, where it stands in the article.

    Attributes
    ----------
    family : str
        ``instrument``, ``body`` or one of `FAMILIES`: which rules it is for.
    term : tuple of str
        The line of the list that it comes from.
    """

    family: str
    term: tuple[str, ...]


def find_signals(reading: Reading) -> tuple[Signal, ...]:
    """Every signal of the clipping, in text order; the longest name at each place."""
    folded = fold(reading.text)
    return tuple(
        Signal(folded.origin(start), folded.origin(end), *value)
        for start, end, value in _terms().find(lower(folded.text))
    )


@cache
def _terms() -> TermList[tuple[str, tuple[str, ...]]]:
    entries: list[tuple[str, tuple[str, tuple[str, ...]]]] = []
    for singular, plurals, kind, demand in lexicon.rows("agreement_instruments.tsv", PACKAGE):
        entries.append((singular.lower(), ("instrument", (singular, "", kind, demand))))
        for plural in filter(None, plurals.split("|")):
            entries.append((plural.lower(), ("instrument", (singular, "plural", kind, demand))))
    for term, need, family in lexicon.rows("agreement_bodies.tsv", PACKAGE):
        entries.append((term, ("body", (term, need, family))))
    entries += [(word, (family, ())) for family in FAMILIES for word in cue_words(f"mark_{family}")]
    return TermList(entries)
