"""Find words that stand for trade told of before: "it rose to", "the figure reached", "the total to"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .vocabulary import DIRECTION, REACHED_WORDS


def find_pronouns(low: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of such words in ``low[start:end]``, where a verb or a figure can follow."""
    for match in _PRONOUN.finditer(low, start, end):
        if match["it"]:
            if match["verb"] in _VERBS:
                yield match.span("it")
        elif not _OBJECT.search(low, max(start, match.start() - 16), match.start()):
            yield match.span()


_NOUN = r"(?:figures?|indicators?|number|volumes?|amount|value|total|level|sum)"
_FOLLOWS = (
    r"(?=\s*[,:(–—]|\s+(?:to|at|by|in|for|had|has|was|is|will|would|could|should|may|might|then|also|already|again"
    r"|[a-z]+ed|rose|grew|fell|hit|made|stood|stands|came|comes|went|reach|climb|exceed|up|down)\b)"
)
_PRONOUN = re.compile(
    rf"\b(?:(?:the|this|that)\s+(?:(?:total|overall|annual|corresponding|current|yearly|latest)\s+)?{_NOUN}"
    rf"|(?:last|this|that|the\s+previous)\s+year['’]s\s+(?:figure|total|volume|result|level)){_FOLLOWS}"
    r"|(?:^|\A|(?<=[.!?]\s)|(?<=\d)\s+|[,;:—–(“\"]\s*|\b(?:and|but|while|when|then|that|as)\s+|(?<![\w\s])\s*)"
    r"(?P<it>it|they)\s+"
    r"(?:(?:has|had|have|then|also|already|only|even|again|could|should|would|will|may|might|still|now)\s+){0,2}"
    r"(?P<verb>[a-z]+)",
    re.MULTILINE,
)
# "2.4 times the figure for 2020" compares; the figure is no subject there.
_OBJECT = re.compile(
    r"\b(?:times|fold|of|than|above|below|over|twice|double|exceed\w*|from|with|against|on)\s+\Z"
)
_NOT_VERBS = frozenset(
    {"is", "was", "were", "be", "been", "to", "at", "by", "in", "for", "has", "had", "up", "down"}
)
_VERBS = (
    REACHED_WORDS
    | {word for word in DIRECTION if " " not in word}
    | {"reach", "hit", "amount", "total", "stand", "come", "exceed", "surpass", "top", "make", "equal", "go"}
) - _NOT_VERBS
