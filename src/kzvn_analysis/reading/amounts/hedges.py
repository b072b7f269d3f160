"""Tell how the text hedges a number: "nearly", "more than", "or so"."""

from __future__ import annotations

from .. import gated as re
from .. import lexicon


def find_hedge(text: str, start: int, end: int, first: int, last: int) -> str:
    """How the number ``text[first:last]`` is hedged within ``text[start:end]``: a bound of `Amount`."""
    before = _before(text, start, first)
    if before:
        return _BOUND[_key(before[1])]
    after = _AFTER.match(text, last, end)
    return _BOUND_AFTER[_key(after[1])] if after else "exact"


def unhedged_start(text: str, start: int, first: int) -> int:
    """Where the words that hedge the number at `first` begin; `first` where there are none."""
    before = _before(text, start, first)
    return before.start() if before else first


def _before(text: str, start: int, first: int) -> re.Match[str] | None:
    """The words right before the number at `first` that hedge it, if the last of them can."""
    last = _words(text[max(start, first - _REACH) : first].lower())[-2:]
    if not last or last[-1] not in _LAST and not (last[-1] in _ARTICLES and last[0] in _LAST):
        return None
    return _BEFORE.search(text, max(start, first - _REACH), first)


def _key(words: str) -> str:
    return " ".join(words.lower().split())


_REACH = 48
_BOUND = {words: bound for words, bound, side in lexicon.rows("hedges.tsv") if side == "before"}
_BOUND_AFTER = {words: bound for words, bound, side in lexicon.rows("hedges.tsv") if side == "after"}

_words = re.compile(r"\w+|[~≈<>]").findall
_LAST = frozenset(_words(words)[-1] for words in _BOUND)
_ARTICLES = frozenset(("the", "a", "an", "even", "some", "of"))
_BEFORE = re.compile(
    rf"(?<![\w-])({lexicon.alternation(_BOUND)})(?!\w)\s*(?:(?:the|an?|even|some|of)\s+)?[(“\"]?\Z",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"\s?({lexicon.alternation(_BOUND_AFTER)})(?!\w)", re.IGNORECASE)
