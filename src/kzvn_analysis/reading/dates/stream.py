"""Looking at a sentence's tokens: what stands where, and the numbers among them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from .. import lexicon
from .tokens import Token

_NUMBERED = frozenset(
    ("no", "nos", "number", "room", "flight", "art", "article", "resolution", "decree", "page", "usd", "eur")
    + ("kzt", "vnd", "us", "rub", "cny", "model", "route", "phone", "tel")
)
_CURRENCY = frozenset("$€£¥₸₫₽#№+")
_AFTER_CODE = frozenset({"dash", "close", "slash", "comma", "dot", "poss", "code"})


class Stream:
    """The tokens of a sentence; outside them stand empty tokens, so that rules can look ahead freely."""

    __slots__ = ("tokens",)

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens

    def __len__(self) -> int:
        return len(self.tokens)

    def kind(self, i: int) -> str:
        return self.tokens[i].kind if 0 <= i < len(self.tokens) else ""

    def text(self, i: int) -> str:
        return self.tokens[i].text if 0 <= i < len(self.tokens) else ""

    def value(self, i: int) -> str:
        """The token's value where it is a word of the lists, "" elsewhere."""
        value = self.tokens[i].value if 0 <= i < len(self.tokens) else ""
        return value if isinstance(value, str) else ""

    def int(self, i: int) -> int:
        """The token's value where it is a number, 0 elsewhere."""
        value = self.tokens[i].value if 0 <= i < len(self.tokens) else 0
        return value if isinstance(value, int) else 0

    def glued(self, i: int) -> bool:
        """Whether nothing parts the token from the one before."""
        return 0 <= i < len(self.tokens) and self.tokens[i].glued

    def is_word(self, i: int, *words: str) -> bool:
        return self.text(i).lower() in words

    def is_preposition(self, i: int, *values: str) -> bool:
        return self.kind(i) == "preposition" and self.value(i) in values

    def is_unit(self, i: int, *units: str) -> bool:
        return self.kind(i) == "unit" and self.value(i) in units

    def plural(self, i: int) -> bool:
        return self.text(i).lower().endswith("s")

    def closed(self, i: int) -> bool:
        """Whether a clause ends before the token."""
        return self.kind(i) in ("comma", "dot", "close", "sym", "joint", "dash", "")

    def after_article(self, i: int) -> int:
        return i + 1 if self.kind(i) == "article" and self.is_word(i, "the", "its") else i

    def after_dash(self, i: int) -> int:
        return i + 1 if self.kind(i) == "dash" else i

    def preposition(self, i: int) -> str | None:
        """The preposition that governs what begins at `i`, looking past "the", "mid-" and "the end of"."""
        j = i - 1
        for _ in range(6):
            if self.kind(j) == "dash" and not self.glued(j + 1):
                return None
            of_edge = self.is_preposition(j, "of") and self.kind(j - 1) == "edge"
            if not of_edge and self.kind(j) not in ("article", "edge", "dash", "event"):
                break
            j -= 1
        if self.kind(j) != "preposition":
            return None
        if self.value(j) == "to" and self.is_word(j - 1, "prior"):
            return "before"
        if self.value(j) == "as" or self.is_word(j - 1, "as"):
            # "as of", "as from" · "as early as"
            return "from" if self.is_word(j, "from", "of") else "in"
        if self.value(j) == "than" and self.is_word(j - 1, "later"):
            return "by"
        return self.value(j)

    # -- numbers -----------------------------------------------------------------------------------

    def number(self, i: int) -> tuple[int, int] | None:
        """A count below a thousand, in digits or words, and the index after it."""
        if self.kind(i) == "num" and self.int(i) < 1000 and not self.stuck(i):
            return self.int(i), i + 1
        if self.kind(i) == "card":
            return self.int(i), i + 1
        if self.kind(i) == "ten":
            j = self.after_dash(i + 1)
            if self.kind(j) == "card" and self.int(j) < 10:
                return self.int(i) + self.int(j), j + 1
            return self.int(i), i + 1
        return None

    def ordinal(self, i: int) -> tuple[int, int] | None:
        """ "first", "33rd", "thirty-third", and the index after it."""
        if self.kind(i) in ("ord", "word_ord"):
            return self.int(i), i + 1
        if self.kind(i) == "ten":
            j = self.after_dash(i + 1)
            if self.kind(j) == "word_ord" and self.int(j) < 10:
                return self.int(i) + self.int(j), j + 1
        return None

    def stuck(self, i: int) -> bool:
        """Whether the number at `i` is part of a code or a sum: "ST25", "$2024", "No. 1992"."""
        before, kind = self.text(i - 1), self.kind(i - 1)
        if self.glued(i) and kind not in ("dash", "open", "slash", "comma", "dot", "code", "sym"):
            return True
        if self.glued(i) and kind == "dash" and self.glued(i - 1) and self.kind(i - 2) == "word":
            return True
        if before and (before[-1] in _CURRENCY or before.lower() in _NUMBERED):
            return True
        if kind == "dot" and self.text(i - 2).lower() in _NUMBERED:
            return True
        return (
            self.glued(i + 1)
            and self.kind(i + 1) not in _AFTER_CODE
            and not (self.kind(i + 1) == "sym" and self.text(i + 1) not in "%°$€£¥₸₫")
        )

    def counts(self, i: int) -> bool:
        """Whether the word at `i` shows that the number before it counts something."""
        return self.text(i) in ("%", "°") or bool(self.text(i)) and self.text(i).lower() in _counted()


@cache
def _counted() -> frozenset[str]:
    return frozenset(lexicon.words("counted_after_number.txt"))
