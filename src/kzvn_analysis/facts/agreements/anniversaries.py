"""Read how many years a sentence counts: "33rd anniversary", "three decades", "a quarter of a century"."""

from __future__ import annotations

import re

from .cues import cue_words


def years_told(text: str) -> int | None:
    """The number of years that `text` (folded, lower case) counts first; ``None`` where it counts none."""
    match = _YEARS.search(text)
    if not match:
        return None
    if match["quarter"]:
        return 25
    if match["decades"]:
        return 10 * _CARDINALS[match["decades"]]
    if match["n"]:
        return int(match["n"])
    word, _, unit = match["word"].replace("-", " ").partition(" ")
    tens = next((n for stem, n in _TENS.items() if word.startswith(stem)), None)
    if tens is None:
        return _CARDINALS.get(word, _ORDINALS.get(word))
    return tens + _CARDINALS.get(unit, _ORDINALS.get(unit, 0))


_CARDINALS = {word: n for n, word in enumerate(cue_words("number"), start=1)}
_ORDINALS = {word: n for n, word in enumerate(cue_words("ordinal"), start=1)}
_TENS = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50}
_ONES = "|".join([*list(_CARDINALS)[:9], *list(_ORDINALS)[:9]])
_SMALL = "|".join(sorted({*_CARDINALS, *_ORDINALS}, key=len, reverse=True))
_YEARS = re.compile(
    r"\b(?P<n>\d{1,2})(?:-year\b|\s+years?\b|(?:st|nd|rd|th)[\s-]+(?:anniversary|birthday|year)\b)"
    rf"|\b(?P<word>(?:twent|thirt|fort|fift)(?:y|ieth)(?:[\s-](?:{_ONES}))?|{_SMALL})[\s-]+(?:years?\b|anniversary)"
    r"|\b(?P<quarter>(?:a\s+)?quarter\s+of\s+a\s+century|quarter[\s-]century)"
    r"|\b(?P<decades>two|three|four|five)\s+decades"
)
