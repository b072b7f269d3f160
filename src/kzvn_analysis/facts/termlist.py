"""Find the terms of a long word list in a text, all in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Generic, TypeVar

T = TypeVar("T")

_END = "\0"  # marks in the tree that a term may end here
_STEM = "\1"  # … that a stem ends here: any letters may follow
_words = re.compile(r"(?<!\w)\w+")
_KEPT = 20_000  # words of which is remembered whether a term begins with them


class TermList(Generic[T]):
    """A word list, looked up by the terms' first words; at each of these a pattern for what may follow.

    Parameters
    ----------
    entries
        ``(term, value)``.  Terms are lower case and begin with a letter or digit; a space stands for white space or
        a hyphen; a ``*`` at the end stands for any further letters; an exact term may have a plural s.  The first
        value given for a term stays.

    Examples
    --------
    >>> TermList([("dry port", "transport"), ("sign*", "agreed")]).find("signed: two dry ports")
    [(0, 6, 'agreed'), (12, 21, 'transport')]
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._values: dict[str, T] = {}
        by_word: dict[str, list[str]] = {}
        stems: dict[str, list[str]] = {}
        for term, value in entries:
            key = _normal(term)
            if key in self._values:
                continue
            self._values[key] = value
            first = _words.match(key)[0]
            if key == first + "*":
                stems.setdefault(first, []).append(key)
                continue
            by_word.setdefault(first, []).append(key)
            if key == first:
                by_word.setdefault(first + "s", []).append(key)
        self._beginning = _Beginning(by_word, stems)

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int, T]]:
        """The terms in `text` (lower case), the longest at each place, none overlapping another."""
        stop = len(text) if end is None else end
        if not any(map(self._beginning.__getitem__, _words.findall(text, start, stop))):
            return []
        found, done = [], start
        for word in _words.finditer(text, start, stop):
            pattern = self._beginning[word[0]] if word.start() >= done else None
            match = pattern and pattern.match(text, word.start(), stop)
            if match:
                done = match.end()
                found.append((match.start(), done, self._value(match[0])))
        return found

    def _value(self, match: str) -> T:
        key = _normal(match)
        if key in self._values:
            return self._values[key]
        if key.endswith("s") and key[:-1] in self._values:
            return self._values[key[:-1]]
        while key + "*" not in self._values:
            key = key[:-1]
        return self._values[key + "*"]


class _Beginning(dict):
    """By a text's word the pattern of the terms that may begin there, made when the word is first met."""

    def __init__(self, by_word: dict[str, list[str]], stems: dict[str, list[str]]) -> None:
        self._by_word, self._stems = by_word, stems
        self._lengths = sorted({len(stem) for stem in stems})

    def __missing__(self, word: str) -> re.Pattern[str] | None:
        if len(self) >= _KEPT:
            self.clear()
        terms = [*self._by_word.get(word, ())]
        for length in self._lengths:
            terms += self._stems.get(word[:length], ()) if length <= len(word) else ()
        self[word] = re.compile(_pattern(_tree(terms))) if terms else None
        return self[word]


def lower(text: str) -> str:
    """`text` in lower case, every character at its old offset."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def _normal(term: str) -> str:
    return " ".join(re.sub(r"[-‐‑–]", " ", term).split())


def _tree(terms: Iterable[str]) -> dict:
    """Terms by their letters, common beginnings once: costs no more than the letters that fit."""
    tree: dict = {}
    for term in terms:
        node = tree
        for char in term.removesuffix("*"):
            node = node.setdefault(char, {})
        node[_STEM if term.endswith("*") else _END] = {}
    return tree


def _pattern(node: dict) -> str:
    branches = [
        _letter(char) + _pattern(child) for char, child in sorted(node.items()) if char not in (_END, _STEM)
    ]
    if _END in node:
        branches.append(r"s?(?!\w)")
    if _STEM in node:
        branches.append(r"\w*+")
    if not branches:
        return ""
    return branches[0] if len(branches) == 1 else "(?:" + "|".join(branches) + ")"


def _letter(char: str) -> str:
    return r"[\s\-‐‑–]+" if char == " " else re.escape(char)
