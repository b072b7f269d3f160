"""Find the terms of a long word list in a text, all in one pass."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from ..reading import gated as re

T = TypeVar("T")

_END = "\0"  # marks in the tree that a term may end here
_STEM = "\1"  # … that a stem ends here: any letters may follow


class TermList(Generic[T]):
    """A word list compiled to one pattern that shares the terms' common beginnings.

    A plain alternation of a thousand terms is tried branch by branch at every word; a tree costs no more
    than the letters that fit.

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
        tree: dict = {}
        for term, value in entries:
            key = _normal(term)
            if key in self._values:
                continue
            self._values[key] = value
            node = tree
            for char in key.removesuffix("*"):
                node = node.setdefault(char, {})
            node[_STEM if key.endswith("*") else _END] = {}
        self._pattern = re.compile(r"(?<![\w])" + (_pattern(tree) or r"(?!)"))

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int, T]]:
        """The terms in `text` (lower case), the longest at each place, none overlapping another."""
        found = self._pattern.finditer(text, start, len(text) if end is None else end)
        return [(m.start(), m.end(), self._value(m.group())) for m in found]

    def _value(self, match: str) -> T:
        key = _normal(match)
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
