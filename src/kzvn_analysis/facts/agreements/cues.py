"""The words that agreement rules go by: cues from ``agreement_cues.tsv``, and the signals that rules start from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ...reading import Sentence, Span, lexicon
from ...reading import gated as re
from ...reading.fold import fold
from ..termlist import TermList, lower

PACKAGE = "kzvn_analysis.facts"


def cue(name: str, *, plural: bool = False) -> str:
    """An expression for any phrase of the cue `name`, whole words only; with `plural`, an s may follow."""
    longest_first = sorted(cue_words(name), key=lambda p: (-len(p), p))
    words = (re.escape(p).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for p in longest_first)
    return r"\b(?:" + "|".join(words) + r")" + ("s?" if plural else "") + r"\b"


@cache
def cue_words(name: str) -> tuple[str, ...]:
    """The phrases of the cue `name`, in the list's order.

    Raises
    ------
    KeyError
        The list has no such cue.
    """
    rows = [row[1] for row in lexicon.rows("agreement_cues.tsv", PACKAGE) if row[0] == name]
    if not rows:
        raise KeyError(name)
    return tuple(dict.fromkeys(phrase.strip() for row in rows for phrase in row.split("|")))


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


def find_signals(sentence: Sentence) -> tuple[Signal, ...]:
    """Every signal of a sentence, in order; the longest name at each place."""
    folded, before = fold(sentence.text), sentence.start
    return tuple(
        Signal(before + folded.origin(start), before + folded.origin(end), *value)
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
