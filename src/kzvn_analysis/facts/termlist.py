"""Find the terms of a long word list in a text, all in one pass."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, compress
from typing import Generic, TypeVar

from ..reading import precompiled
from ..reading.once import Met

T = TypeVar("T")

_END = "\0"  # marks in the tree that a term may end here
_STEM = "\1"  # … that a stem ends here: any letters may follow
_NONE = object()
_WORD = re.compile(r"\w+")
_PARTED = re.compile(r"(\w+)")
_HYPHENS = str.maketrans("-‐‑–", "    ")
_KEPT_WORDS = 20_000  # of which is known what begins with them


class TermList(Generic[T]):
    """A word list, looked up by the words of a text: one look at a word costs the same for any number of terms.

    Only what may go on beyond its first word needs a pattern; it is made when that word is first met.

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
        self._longer: dict[str, list[str]] = {}  # terms of more than a word, by the first
        for term in self._values:
            first = _WORD.match(term)[0]
            if first != term.removesuffix("*"):
                self._longer.setdefault(first, []).append(term)
        self._stems: dict[str, list[str]] = {}  # by their first two letters, the longest first
        for term in sorted(self._values, key=len, reverse=True):
            if term.endswith("*"):
                self._stems.setdefault(term[:-1][:2], []).append(term[:-1])
        self._met = Met(self._begun_by, _KEPT_WORDS)

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int, T]]:
        """The terms in `text` (lower case), the longest at each place, none overlapping another."""
        starts, words = _words(text)
        first, last, stop = 0, len(words), len(text)
        if start or end is not None:
            stop = stop if end is None else end
            first, last = bisect_left(starts, start), bisect_left(starts, stop)
            words = words[:last]
            if last > first and starts[last - 1] + len(words[-1]) > stop:
                words[-1] = text[starts[last - 1] : stop]
        found, done, met = [], 0, self._met
        for index in compress(range(first, last), map(met.__getitem__, words[first:] if first else words)):
            at, begun = starts[index], met[words[index]]
            if at < done:
                continue
            if index + 1 < last and (longer := begun.longer[words[index + 1][:2]]):
                match = longer.match(text, at, stop)
                if match:
                    done = match.end()
                    found.append((at, done, self._value(_normal(match[0]))))
                    continue
            if begun.value is not _NONE:
                done = at + len(words[index])
                found.append((at, done, begun.value))
        return found

    def _begun_by(self, word: str) -> _Begun | None:
        """What may stand where `word` does; ``None`` where nothing may."""
        longer, value = self._longer.get(word, ()), self._value(word)
        return _Begun(longer, value) if longer or value is not _NONE else None

    def _value(self, words: str) -> T | object:
        """What `words` stand for: by themselves, as a plural, or by the longest stem that they begin with."""
        values = self._values
        if words in values:
            return values[words]
        if words.endswith("s") and words[:-1] in values:
            return values[words[:-1]]
        for begun in (words[:2], words[:1]):
            for stem in self._stems.get(begun, ()):
                if words.startswith(stem):
                    return values[stem + "*"]
        return _NONE


class _Begun:
    """What a word may begin: the value it has alone, and what the terms look like that are longer.

    `longer` tells that by the first two letters of the word that follows; their pattern is made when it is first asked.
    """

    __slots__ = ("value", "longer", "_terms")

    def __init__(self, terms: Sequence[str], value: object) -> None:
        self.value, self.longer, self._terms = value, Met(self._going_on_with, _KEPT_WORDS), {}
        for term in terms:
            second = "".join(_WORD.findall(term)[1:2])
            for begun in {second[:2], second and f"{second}s"[:2]}:
                self._terms.setdefault(begun, []).append(term)

    def _going_on_with(self, letters: str) -> re.Pattern | None:
        terms = [*self._terms.get(letters, ()), *self._terms.get("", ())]
        return precompiled.compile(_pattern(_tree(terms))) if terms else None


@lru_cache(maxsize=64)
def _words(text: str) -> tuple[list[int], list[str]]:
    """Where the words of a text begin, and the words."""
    pieces = _PARTED.split(text)  # what is between two words, and a word, in turn
    return list(accumulate(map(len, pieces)))[:-1:2], pieces[1::2]


def lower(text: str) -> str:
    """`text` in lower case, every character at its old offset."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def _normal(term: str) -> str:
    return " ".join(term.translate(_HYPHENS).split())


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
