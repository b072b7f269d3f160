"""Find many fixed names in a text at once: by their first word, and then the longest that fits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Generic, TypeVar

from . import precompiled

V = TypeVar("V")
_WORD = re.compile(r"[^\W_]+")
_APART = {code: chr(code) if chr(code).isalnum() else " " for code in range(128)}


class Names(Generic[V]):
    """Names with what they stand for, ready to be found in folded text (`fold`).

    Parameters
    ----------
    names
        Folded spellings, as written: case matters, except that any name may stand in capitals.
    after
        What must not follow a name, as a regular expression.
    """

    def __init__(self, names: Mapping[str, V], after: str = r"[^\W_]") -> None:
        by_word: dict[str, dict[str, V]] = {}
        for name, value in names.items():
            for spelling in (name, name.upper()):
                first = _WORD.search(spelling)
                if first:
                    by_word.setdefault(first[0], {}).setdefault(_plain(spelling), value)
        self._values = by_word
        self._first = frozenset(by_word)
        self._patterns: dict[str, re.Pattern] = {}
        self._after = after

    def find(self, text: str) -> Iterator[tuple[int, int, V]]:
        """Start, end and value of every name in `text`, the longest first, never overlapping."""
        first = self._first & words_of(text)
        if not first:
            return
        done = 0
        begun = sorted((at, word) for word in first for at in _places_of(word, text))
        for start, word in begun:
            match = self._pattern(word).match(text, start) if start >= done else None
            if match:
                done = match.end()
                yield start, done, self._values[word][_plain(match[0])]

    def only(self, wanted: Callable[[V], bool]) -> Names[V]:
        """The names of what is `wanted`."""
        kept = {name: value for names in self._values.values() for name, value in names.items() if wanted(value)}
        return Names(kept, self._after)

    def may_stand_in(self, text: str) -> bool:
        """Whether `text` may have one of the names; told sooner than `find` tells which."""
        return any(self._pattern(word).search(text) for word in self._first & words_of(text))

    def _pattern(self, word: str) -> re.Pattern:
        """What the names that begin with `word` look like; made when first needed."""
        if word not in self._patterns:
            longest_first = sorted(self._values[word], key=lambda name: (-len(name), name))
            shapes = (re.escape(n).replace(r"\ ", r"\s+").replace(r"\-", r"\s?-\s?") for n in longest_first)
            self._patterns[word] = precompiled.compile(f"(?:{'|'.join(shapes)})(?!{self._after})")
        return self._patterns[word]


@lru_cache(maxsize=256)
def words_of(text: str) -> frozenset[str]:
    """The words and numbers of a text."""
    return frozenset(text.translate(_APART).split() if text.isascii() else _WORD.findall(text))


def _places_of(word: str, text: str) -> Iterator[int]:
    """Where a text has `word` and not only as a part of another."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            yield start
        start = text.find(word, end)


def _plain(written: str) -> str:
    """A name with single spaces and none around its hyphens."""
    return " ".join(written.replace(" - ", "-").replace("- ", "-").replace(" -", "-").split())
