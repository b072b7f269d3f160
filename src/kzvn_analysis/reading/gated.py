"""Regular expressions that are looked for only where the words they need stand: `compile` as in `re`.

A thousand rules look at every sentence and nearly all find nothing.  What a pattern can't do without ("sign" or "ink",
and a number) is worked out from the pattern itself.  Which of these a text has is told once, by a pass over its words,
and kept while its rules are tried; a rule whose words are missing is not tried at all.

A pattern is compiled when it is first needed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, reduce
from operator import or_
from re import DOTALL, IGNORECASE, MULTILINE, VERBOSE, I, M, Match, escape

from . import precompiled
from .needs import DIGIT, END, START
from .once import Met

__all__ = ["DOTALL", "IGNORECASE", "MULTILINE", "VERBOSE", "I", "M", "Match", "Pattern", "compile", "escape"]

_tokens = re.compile(r"\w+").findall
_LONGEST = 9_000  # characters of a pattern: a longer one is a word list, in which no word is needed
_PAYS_AFTER = 60_000  # tries; a few clippings are read sooner than all patterns are looked through
_PAYS_SOON = 500  # … if an earlier run looked through them
_KEPT_TEXTS, _KEPT_WORDS, _KEPT_CONDITIONS = 2_000, 50_000, 5_000

_SAME_AS_PLAIN = frozenset("ıİſ\u212a")  # letters that are i, s or k where case does not count

_tried = 0
_made: list[Pattern] = []  # patterns of which is not known yet what they need
_conditions: dict[str, int] = {}  # "one of these pieces stands in the text", each with its bit
_pieces: dict[str, dict[str, int]] = {}  # by a piece's first three letters: the pieces, and the conditions they fulfil
_texts: dict[str, int] = {}  # the conditions that a text fulfils


class Pattern:
    """A regular expression with the methods of `re.Pattern`."""

    # a method is put in its place when it is first asked for and it is known how much it must ask beforehand
    __slots__ = (
        "pattern", "_given", "_need", "_compiled", "flags", "groups", "groupindex",
        "search", "match", "fullmatch", "finditer", "findall", "sub", "split",
    )  # fmt: skip

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._given = flags
        self._need: int | None = None  # as bits of `_conditions`; 0: nothing is needed; None: not known yet
        self._compiled: re.Pattern[str] | None = None
        _made.append(self)

    def compiled(self) -> re.Pattern[str]:
        """The pattern itself, which never asks."""
        if self._compiled is None:
            self._compiled = precompiled.compile(self.pattern, self._given)
        return self._compiled

    def needs(self) -> tuple[str, ...]:
        """What must stand in a text that has it, as `written_needs` tells it."""
        return precompiled.needs(self.pattern, self._given)

    def __getattr__(self, name: str):
        if name not in Pattern.__slots__:
            raise AttributeError(name)
        if name in _NOTHING:
            if self._need is None:
                _later()
                return getattr(self.compiled(), name)
            method = _gated(self, name) if self._need else getattr(self.compiled(), name)
        else:  # what is tried at one place only fails as fast as one could ask
            method = getattr(self.compiled(), name)
        setattr(self, name, method)
        return method

    def __class_getitem__(cls, _text: type) -> type[Pattern]:
        return cls

    def __repr__(self) -> str:
        return f"gated.compile({self.pattern!r}, {self._given})"


_NOTHING = {"search": None, "finditer": iter(()), "sub": None}  # what asks first, and what it gives without a match


def _gated(pattern: Pattern, name: str) -> Callable:
    """A method of `pattern` that asks first."""
    need, nothing, method = pattern._need, _NOTHING[name], None

    def look(text: str, start: int = 0, end: int | None = None):
        try:
            has = _texts[text]
        except KeyError:
            has = _has(text)
        if has & need != need:
            if end is None:
                return nothing
            cut = text[end - 1 : end + 1]  # a stretch that ends within a word may end with another word
            if len(cut) < 2 or not (cut.isalnum() or "_" in cut):
                return nothing
        nonlocal method
        method = method or getattr(pattern.compiled(), name)
        return method(text, start) if end is None else method(text, start, end)

    def change(by: str | Callable[[Match[str]], str], text: str, count: int = 0) -> str:
        has = _texts.get(text)
        if (_has(text) if has is None else has) & need != need:
            return text
        return pattern.compiled().sub(by, text, count)

    return change if name == "sub" else look


def compile(pattern: str, flags: int = 0) -> Pattern:
    """A pattern as `re.compile` makes it, which asks first for the words that it needs."""
    return _kept(pattern, flags)


def search(pattern: str, text: str, flags: int = 0) -> Match[str] | None:
    return _passing(pattern, flags).search(text)


def match(pattern: str, text: str, flags: int = 0) -> Match[str] | None:
    return _passing(pattern, flags).match(text)


def fullmatch(pattern: str, text: str, flags: int = 0) -> Match[str] | None:
    return _passing(pattern, flags).fullmatch(text)


def finditer(pattern: str, text: str, flags: int = 0) -> Iterator[Match[str]]:
    return _passing(pattern, flags).finditer(text)


def findall(pattern: str, text: str, flags: int = 0) -> list:
    return _passing(pattern, flags).findall(text)


def sub(pattern: str, by: str | Callable[[Match[str]], str], text: str, count: int = 0, flags: int = 0) -> str:
    return _passing(pattern, flags).sub(by, text, count)


def split(pattern: str, text: str, maxsplit: int = 0, flags: int = 0) -> list[str]:
    return _passing(pattern, flags).split(text, maxsplit)


class _Passing(Pattern):
    """A pattern that may be made of a clipping's words: it is not kept for later runs."""

    __slots__ = ()

    def compiled(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(self.pattern, self._given)
        return self._compiled

    def needs(self) -> tuple[str, ...]:
        return precompiled.written_needs(self.pattern, self._given)


_kept = lru_cache(maxsize=2_000)(Pattern)
_passing = lru_cache(maxsize=2_000)(_Passing)


def _later() -> None:
    """A pattern of which nothing is known yet is tried.  After so many of these it pays to know."""
    global _tried
    _tried += 1
    if _tried > _PAYS_AFTER or (_tried == _PAYS_SOON and not _conditions and precompiled.knows_needs()):
        _tried = 0
        _learn()


def _learn() -> None:
    """Work out what the patterns need that were made since this was last done."""
    new, _made[:] = list(_made), []
    # Where this is broken off, what is done stays usable: the pieces come first, then what is looked for in them.
    _texts.clear()
    _words.clear()
    for pattern in new:
        pattern._need = 0
        if len(pattern.pattern) > _LONGEST or len(_conditions) > _KEPT_CONDITIONS:
            continue
        for condition in pattern.needs():
            if condition not in _conditions:
                bit = 1 << len(_conditions)
                for piece in condition.split("|"):
                    bits = _pieces.setdefault(piece[:3], {})
                    bits[piece] = bits.get(piece, 0) | bit
                _conditions[condition] = bit
            pattern._need |= _conditions[condition]


def _has(text: str) -> int:
    """The conditions that the words of `text` fulfil."""
    has, words = 0, _words
    for word in text.split():
        has |= words[word]
    if len(_texts) >= _KEPT_TEXTS:
        _texts.clear()
    _texts[text] = has
    return has


def _fulfilled(written: str) -> int:
    """The conditions that a word with the signs around it fulfils."""
    return reduce(or_, map(_met, _tokens(written)), 0)


_words = Met(_fulfilled, _KEPT_WORDS)


def _met(word: str) -> int:
    """The conditions that a word fulfils."""
    if not word.isascii() and _SAME_AS_PLAIN.intersection(word):
        return (1 << len(_conditions)) - 1
    written = f"{START}{word.lower()}{END}"
    met = sum(_pieces.get(DIGIT, {}).values()) if any(map(str.isdecimal, word)) else 0
    for at in range(len(written) - 2):
        for piece, bits in _pieces.get(written[at : at + 3], {}).items():
            if written.startswith(piece, at):
                met |= bits
    return met
