"""Short names for undertakings, cut from the text: the words that belong to a noun."""

from __future__ import annotations

from ...reading import gated as re
from ...reading import lexicon

_SERIES = re.compile(r"(?:[A-Z][\w’'-]+ ){0,3}[A-Z][\w’'-]+: \Z")
_TOKEN = re.compile(r"[^\s,;:()“”\"]+")
_STOP = frozenset(lexicon.words("project_phrase_stops.txt", "kzvn_analysis.facts"))


def noun_phrase(text: str, start: int, end: int, limit: int = 5) -> str:
    """The noun at `start`–`end` with the words before it that describe it: "instant noodle factory"."""
    words: list[str] = []
    position = start
    for match in reversed(list(_TOKEN.finditer(text, max(0, start - 80), start))):
        word = match.group()
        gap = text[match.end() : position]
        plain = word.strip("’'").lower()
        if gap.strip() or plain in _STOP or plain.endswith(("’s", "'s", "ly")) or re.search(r"\d|[$€%]", word):
            break
        if len(words) >= limit or plain in (
            "million",
            "billion",
            "mln",
            "bln",
            "dollar",
            "dollars",
            "usd",
            "us",
            "gw",
            "mw",
            "kw",
        ):
            break
        words.insert(0, word)
        position = match.start()
    series = _SERIES.search(text, 0, position) if words else None  # "Kazakh Khanate: Diamond Sword film"
    return " ".join([*([series.group().strip()] if series else []), *words, text[start:end]])


_MAKING = r"(?:(?:production|manufactur(?:e|ing)|processing|cultivation|growing|assembly|breeding|storage|export) of )?"
_TAIL = re.compile(r" (?:of|on|for|about) (?:the )?" + _MAKING + r"((?:[\w-]+)(?: (?:and )?[\w’'-]+){0,3})")


def with_topic(text: str, phrase: str, end: int, last: int) -> str:
    """`phrase` with what it is for, where that follows: "ponds for pangasius"."""
    match = _TAIL.match(text, end, last)
    if not match:
        return phrase
    words: list[str] = []
    for word in match[1].split():
        if word.lower() in _STOP - {"and"} or re.search(r"\d", word) or word.endswith(("ed", "ing")):
            break
        words.append(word)
    while words and words[-1] == "and":
        words.pop()
    return f"{phrase} {match[0].split()[0]} {' '.join(words)}" if words else phrase
