"""Find the terms of a long word list in a text, all in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Generic, TypeVar

T = TypeVar("T")

_END = "\0"  # marks in the tree that a term may end here
_STEM = "\1"  # … that a stem ends here: any letters may follow
_first_letters = re.compile(r"[^ *]{1,4}").match  # of a term's first word, by which it is looked up


class TermList(Generic[T]):
    """A word list compiled to one pattern of its terms' first letters, and one of the terms behind each of these.

    A plain alternation of a thousand terms is tried branch by branch at every word; a tree costs no more
    than the letters that fit.  One tree of all terms takes long to make, and most of it is never needed.

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
            self._by_letters.setdefault(_first_letters(term)[0], []).append(term)
        self._beginning = re.compile(r"(?<![\w])" + (_pattern(_tree(f"{x}*" for x in self._by_letters), "") or "(?!)"))
        self._patterns: dict[str, re.Pattern] = {}

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int, T]]:
        """The terms in `text` (lower case), the longest at each place, none overlapping another."""
        stop = len(text) if end is None else end
        found, done, patterns = [], start, self._patterns
        for letters in self._beginning.finditer(text, start, stop):
            at = letters.start()
            if at < done:
                continue
            match = (patterns.get(letters[0]) or self._terms(letters[0])).match(text, at, stop)
            if match:
                done = match.end()
                found.append((at, done, self._value(match[0])))
        return found

    def _terms(self, letters: str) -> re.Pattern:
        """The terms that may stand where these letters do; made when first needed."""
        if letters not in self._patterns:
            beginnings = (letters[:length] for length in range(1, len(letters) + 1))
            terms = [term for x in beginnings for term in self._by_letters.get(x, ())]
            self._patterns[letters] = re.compile(_pattern(_tree(terms)))
        return self._patterns[letters]

    def _value(self, match: str) -> T:
        key = match if match in self._values else _normal(match)
        if key in self._values:
            return self._values[key]
        if key.endswith("s") and key[:-1] in self._values:
            return self._values[key[:-1]]
        while key + "*" not in self._values:
            key = key[:-1]
        return self._values[key + "*"]


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


def _pattern(node: dict, more: str = r"\w*+") -> str:
    """A tree as a pattern; `more` is what a stem takes in of the letters that follow it."""
    letters = [char for char in sorted(node) if char not in (_END, _STEM)]
    branches = [_letter(char) + _pattern(node[char], more) for char in letters]
    if _END in node:
        branches.append(r"s?(?!\w)")
    if _STEM in node:
        branches.append(more)
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})" if branches else ""


def _letter(char: str) -> str:
    return r"[\s\-‐‑–]+" if char == " " else re.escape(char)
