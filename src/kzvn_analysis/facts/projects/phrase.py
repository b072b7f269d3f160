"""Short names for undertakings, cut from the text: the words that belong to a noun."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"[^\s,;:()“”\"]+")
_STOP = frozenset(
    "a an the this that these those its their his her our your of for in on at to from by with and or as "
    "into under near"
    " between is are was were be been being has have had will would shall can could may might must should "
    "not also"
    " new first second third one two three four five several some many more most such other another any "
    "each every all"
    " including include includes into than about around over up out building build builds built opening "
    "open opens opened"
    " construct constructing constructed construction launch launching launched establish establishing "
    "established invest investing"
    " plan plans planned planning complete completing completed creating create set start starting started "
    "began begun"
    " completing commissioning put develop developing implementing implement consider considering offering "
    "offer operate"
    " operates operating run running runs propose proposed proposes proposing buy buys bought acquire "
    "acquired"
    " via within without after before during which who where when".split()
)


def noun_phrase(text: str, start: int, end: int, limit: int = 5) -> str:
    """The noun at `start`–`end` with the words before it that describe it: "instant noodle factory"."""
    words: list[str] = []
    position = start
    for match in reversed(list(_TOKEN.finditer(text, max(0, start - 80), start))):
        word = match.group()
        gap = text[match.end() : position]
        plain = word.strip("’'").lower()
        if (
            gap.strip()
            or plain in _STOP
            or plain.endswith(("’s", "'s", "ly"))
            or re.search(r"\d|[$€%]", word)
        ):
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
        ):
            break
        words.insert(0, word)
        position = match.start()
    return " ".join([*words, text[start:end]])


_TAIL = re.compile(r" (?:of|on|for|about) (?:the )?((?:[\w-]+)(?: (?:and )?[\w’'-]+){0,3})")


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
