"""Find many fixed names in a text at once: by their first word, and then the longest that fits."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Generic, TypeVar

V = TypeVar("V")
_WORD = re.compile(r"[^\W_]+")
_FEW = 30
_SHORT = 500  # characters: a longer text is likely to have a name, and is looked through but once


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
        self._first = _first_words(by_word)
        self._patterns: dict[str, re.Pattern] = {}
        self._after = after

    def find(self, text: str) -> Iterator[tuple[int, int, V]]:
        """Start, end and value of every name in `text`, the longest first, never overlapping."""
        values, done = self._values, 0
        if len(text) < _SHORT and values.keys().isdisjoint(self._first.findall(text)):
            return
        for word in self._first.finditer(text):
            if word[0] not in values or word.start() < done:
                continue
            match = self._pattern(word[0]).match(text, word.start())
            if match:
                done = match.end()
                yield match.start(), done, values[word[0]][_plain(match[0])]

    def first_words(self) -> Iterator[tuple[str, V]]:
        """The first word of every name, with what the name stands for."""
        return ((word, value) for word, names in self._values.items() for value in names.values())

    def _pattern(self, word: str) -> re.Pattern:
        """What the names that begin with `word` look like; made when first needed."""
        if word not in self._patterns:
            longest_first = sorted(self._values[word], key=lambda name: (-len(name), name))
            shapes = (re.escape(n).replace(r"\ ", r"\s+").replace(r"\-", r"\s?-\s?") for n in longest_first)
            self._patterns[word] = re.compile(f"(?:{'|'.join(shapes)})(?!{self._after})")
        return self._patterns[word]


def _first_words(words: Collection[str]) -> re.Pattern:
    """Words of a text that any of `words` could be: where few begin with a small letter, the others are passed over."""
    small = sorted(word for word in words if "a" <= word[0] <= "z")
    if len(small) > _FEW:
        return _WORD
    listed = rf"|(?:{'|'.join(small)})(?![^\W_])" if small else ""
    return re.compile(rf"(?<![^\W_])(?:[^\W_a-z][^\W_]*{listed})")


def _plain(written: str) -> str:
    """A name with single spaces and none around its hyphens."""
    return " ".join(written.replace(" - ", "-").replace("- ", "-").replace(" -", "-").split())
