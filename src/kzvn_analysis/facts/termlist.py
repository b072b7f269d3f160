"""Find the terms of a long word list in a text, all in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")

_END = "\0"  # marks in the tree that a term may end here
_STEM = "\1"  # … that a stem ends here: any letters may follow
_WORD = re.compile(r"\w+")
_first_word = _WORD.match
_LETTERS = 4  # of a word, by which the terms that may begin with it are brought together
_KEPT_WORDS = 20_000  # of which is known whether a term begins with them


class TermList(Generic[T]):
    """A word list, looked up by the words of a text, with a pattern of the terms behind each beginning of a word.

    A plain alternation of a thousand terms is tried branch by branch at every word; a look at the word costs the same
    for any number of terms.  One pattern of all terms takes long to make, and most of it is never needed.

    Parameters
    ----------
    entries
        ``(term, value)``.  Terms are lower case; a space stands for white space or a hyphen; a ``*`` at
        the end stands for any further letters; an exact term may have a plural s.  The first value given
        for a term stays.

    Examples
    --------
    >>> TermList([("dry port", "transport"), ("sign*", "agreed")]).find("signed: two dry ports")
    [(0, 6, 'agreed'), (12, 21, 'transport')]
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._values: dict[str, T] = {}
        for term, value in entries:
            self._values.setdefault(_normal(term), value)
        self._by_letters: dict[str, list[str]] = {}
        for term in self._values:
            self._by_letters.setdefault(_first_word(term)[0][:_LETTERS], []).append(term)
        self._made: dict[str, re.Pattern] = {}
        self._patterns: dict[str, re.Pattern | None] = {}  # of the terms that may begin with a word, if any

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int, T]]:
        """The terms in `text` (lower case), the longest at each place, none overlapping another."""
        stop = len(text) if end is None else end
        found, done, patterns = [], start, self._patterns
        for at, word in _words(text):
            if at < done:
                continue
            if at + len(word) > stop:
                if at >= stop:
                    break
                word = text[at:stop]
            try:
                pattern = patterns[word]
            except KeyError:
                pattern = self._pattern(word)
            match = pattern and pattern.match(text, at, stop)
            if match:
                done = match.end()
                found.append((at, done, self._value(match[0])))
        return found

    def _pattern(self, word: str) -> re.Pattern | None:
        """The terms that may begin with `word`, and others that begin alike; ``None`` where there are none."""
        if len(self._patterns) >= _KEPT_WORDS:
            self._patterns.clear()
        beginnings = dict.fromkeys(word[:length] for length in range(1, _LETTERS + 1))
        known = [letters for letters in beginnings if letters in self._by_letters]
        terms = [term for letters in known for term in self._by_letters[letters]]
        pattern = None
        if any(_may_begin(term, word) for term in terms):
            pattern = self._made.get(known[-1])
            if pattern is None:
                pattern = self._made[known[-1]] = re.compile(_pattern(_tree(terms)))
        self._patterns[word] = pattern
        return pattern

    def _value(self, match: str) -> T:
        key = match if match in self._values else _normal(match)
        if key in self._values:
            return self._values[key]
        if key.endswith("s") and key[:-1] in self._values:
            return self._values[key[:-1]]
        while key + "*" not in self._values:
            key = key[:-1]
        return self._values[key + "*"]


@lru_cache(maxsize=64)
def _words(text: str) -> list[tuple[int, str]]:
    """Where the words of a text begin, and the words."""
    return [(match.start(), match[0]) for match in _WORD.finditer(text)]


def _may_begin(term: str, word: str) -> bool:
    """Whether `term` can stand where `word` does."""
    first = _first_word(term)[0]
    if term[len(first) :] == "*":
        return word.startswith(first)
    return word == first or (term == first and word == first + "s")


def lower(text: str) -> str:
    """`text` in lower case, every character at its old offset."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def _normal(term: str) -> str:
    return " ".join(re.sub(r"[-‐‑–]", " ", term).split())


def _tree(terms: Iterable[str]) -> dict:
    """Terms by their letters, common beginnings once."""
    tree: dict = {}
    for term in terms:
        node = tree
        for char in term.removesuffix("*"):
            node = node.setdefault(char, {})
        node[_STEM if term.endswith("*") else _END] = {}
    return tree


def _pattern(node: dict) -> str:
    """A tree as a pattern; a stem takes in the letters that follow it."""
    letters = [char for char in sorted(node) if char not in (_END, _STEM)]
    branches = [_letter(char) + _pattern(node[char]) for char in letters]
    if _END in node:
        branches.append(r"s?(?!\w)")
    if _STEM in node:
        branches.append(r"\w*+")
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})" if branches else ""


def _letter(char: str) -> str:
    return r"[\s\-‐‑–]+" if char == " " else re.escape(char)
