"""Fold letters so that spellings with and without diacritics compare equal, and keep the way back.

``Hà Nội``, ``Hà Nội`` (decomposed) and ``Ha Noi`` all fold to ``Ha Noi``.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from . import gated as re

_SPECIAL = {
    "đ": "d", "Đ": "D", "ð": "d", "ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O",
    "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "´": "'",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
}  # fmt: skip
_DROPPED = re.compile(r"[\u0300-\u036f\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069]")
_FOREIGN = re.compile(r"[^\x00-\x7f]").findall


class Folded(NamedTuple):
    """A folded text; `offsets` leads from its positions to the original's, ``None`` where they are equal."""

    text: str
    offsets: list[int] | None

    def origin(self, position: int) -> int:
        """The original offset of a position in the folded text."""
        return position if self.offsets is None else self.offsets[position]


@lru_cache(1_000)
def fold(text: str) -> Folded:
    """Fold `text`: letters without diacritics, straight quotes, plain hyphens and spaces; case stays.

    Parameters
    ----------
    text
        Any text, composed or decomposed.

    Returns
    -------
    Folded
        The folded text and the way back to the original's offsets.
    """
    if text.isascii():
        return Folded(text, None)
    folded = _translated(text)
    if not _DROPPED.search(text):
        return Folded(folded, None)
    kept = [i for i, c in enumerate(text) if not _DROPPED.match(c)]
    # a mark that follows a letter belongs to it, so an end is where the next kept letter begins
    return Folded(_DROPPED.sub("", folded), [*kept, len(text)])


def _translated(text: str) -> str:
    """`text` with each letter as `_TABLE` has it; most have but a few that are not plain."""
    letters = {char: _TABLE[ord(char)] for char in set(_FOREIGN(text))}
    if not all(map(str.isascii, letters.values())):
        return text.translate(_TABLE)
    for char, plain in letters.items():
        text = text.replace(char, plain)
    return text


@lru_cache(5_000)
def key(name: str) -> str:
    """`name` folded, in lower case, with single spaces: what two spellings of a name are compared by."""
    return " ".join(fold(name).text.casefold().split())


class _Table(dict):
    """For ``str.translate``: one letter for each letter, worked out when first met."""

    def __missing__(self, code: int) -> int | str:
        letter = chr(code)
        plain = _SPECIAL.get(letter)
        if plain is None:
            if letter in "\n\t":
                plain = letter
            elif letter.isspace():
                plain = " "
            else:
                base = unicodedata.normalize("NFD", letter)
                plain = base[0] if len(base) > 1 and unicodedata.combining(base[1]) else letter
        self[code] = plain
        return plain


_TABLE = _Table()
