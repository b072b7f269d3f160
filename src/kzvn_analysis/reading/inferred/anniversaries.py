"""Anniversaries that a text keeps: so many years since a year it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .. import gated as re
from ..lexicon import rows
from ..model import Sentence
from ..written_dates import MONTHS, month_and_day
from .evidence import YEAR, Evidence, proof

_NUMBERS = {row[0]: int(row[1]) for row in rows("numerals.tsv") if row[2] in ("one", "teen", "ten")}
_TENS = [row[0] for row in rows("numerals.tsv") if row[2] == "ten"]
_ONES = [row[0] for row in rows("numerals.tsv") if row[2] == "one"]
_NUMBERS |= {f"{ten}-{one}": _NUMBERS[ten] + _NUMBERS[one] for ten in _TENS for one in _ONES}
_ORDINALS = {row[0]: int(row[1]) for row in rows("ordinals.tsv")}
_ORDINALS |= {f"{t}-{o}": _NUMBERS[t] + n for t in _TENS for o, n in _ORDINALS.items() if n < 10}


def _any_of(words: dict[str, int]) -> str:
    """A pattern for the words, those like "twenty-one" told by their two halves."""
    halves = [word.split("-") for word in words if "-" in word]
    tens, ones = ("|".join(sorted(set(half))) for half in zip(*halves, strict=True))
    plain = sorted((word for word in words if "-" not in word), key=lambda word: (-len(word), word))
    return "|".join([f"(?:{tens})-(?:{ones})", *plain])


COUNTED = re.compile(
    r"(?P<hedge>\b(?:more\s+than|over|nearly|almost|about|around|some|roughly|close\s+to|past|last|next|for|within|in)"
    r"\s+(?:the\s+(?:past\s+|last\s+|next\s+)?)?)?\b"
    rf"(?:(?P<count>\d{{1,3}}|{_any_of(_NUMBERS)})\s*-?\s*years?"
    r"|(?P<quarter>a\s+quarter[-\s](?:of\s+a\s+)?century)|(?P<half>half\s+a\s+century)"
    rf"|(?:(?P<nth>\d{{1,3}})(?:st|nd|rd|th)|(?P<ordinal>{_any_of(_ORDINALS)}))\s+(?:anniversary|birthday|year\s+since)"
    r")\b",
    re.I,
)
_SINCE = re.compile(
    rf"\b(?:since|in|on|of|after|from|ago,?)\b(?:(?!\b{YEAR}\b)[^;]){{0,110}}?\b"
    rf"(?:(?P<day>{MONTHS}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTHS}),?\s+|{MONTHS}\s+)?(?P<year>{YEAR})\b(?!\s*[-–]\s*\d)",
    re.I,
)
KEPT_NOW = re.compile(
    r"\b(?:marks?|marking|marked|celebrates?|celebrating|observes?|commemorates?|turns|this\s+(?:year|month|week)|today|ago"
    r"|(?:have|has)\s+(?:gone\s+by|passed|elapsed|celebrated|marked)|(?:will|to)\s+(?:on\s+\w+\s+)?(?:mark|celebrate)"
    r"|on\s+the\s+(?:occasion|threshold)\s+of|on\s+(?:the|their)\s+(?:\d+(?:st|nd|rd|th)|[a-z-]+(?:th|st|nd|rd))\s+anniversary)\b",
    re.I,
)
_SPAN = re.compile(rf"\b(?P<from>{YEAR})\s?[-–—]\s?(?P<to>{YEAR})\b")
OTHER_YEAR = re.compile(r"\b(?:(?P<next>next|coming)|(?:last|previous))\s+year\b", re.I)
_KEPT_IN = re.compile(rf"\b(?:in|of)\s+(?:{MONTHS}\s+)?{YEAR}$", re.I)
_BEGAN = re.compile(
    r"\b(?:since|ago|after|established|founded|signed|set\s+up|launched|created|opened|visited|came|born|was|were|began|started)\b",
    re.I,
)
_NEAR = re.compile(
    r"\b(?:(?P<today>today|on\s+this\s+day)|on\s+\w+day|tomorrow|yesterday|this\s+week)\b", re.I
)
_IN_YEARS = re.compile(r"\bin\s+(two|three|four|five|[2-5])\s+years\b(?!\s+(?:since|after|of))", re.I)
_WILL = re.compile(r"\b(?:will|to)\s+(?:mark|celebrate)\b", re.I)


def anniversaries(sentences: Sequence[Sentence], past: int, future: int) -> Iterator[Evidence]:
    """ "25 years since 1992", "29 years ago, in 1992", "the 30th anniversary (1992–2022)"."""
    for sentence in sentences:
        if not KEPT_NOW.search(sentence.text):
            continue
        for match in COUNTED.finditer(sentence.text):
            found = None if match["hedge"] else _anniversary(sentence, match)
            if found:
                yield found


def _anniversary(sentence: Sentence, match: re.Match) -> Evidence | None:
    """The year in which the anniversary of a match is kept, if the sentence names the year it counts from."""
    text, count = sentence.text, counted(match)
    if re.compile(r"\s+(?:earlier|later|before|old\b|in\s+(?:prison|office))").match(text, match.end()):
        return None
    span = _SPAN.search(text)
    if span and int(span["to"]) - int(span["from"]) == count:
        first, last = sorted((match.span(), span.span()))
        return proof(sentence, int(span["to"]), first[0], last[1])
    ago = re.compile(r"\s+ago\b", re.I).match(text, match.end())
    since = _SINCE.search(text, match.end(), match.end() + 170)
    if since:
        base, end = int(since["year"]), since.end()
        between = text[match.start() : since.end()]
        if base >= 2000 and count > 12 and _KEPT_IN.search(between) and not _BEGAN.search(between):
            return None  # "the 25th anniversary of ties in 2017" was kept in that year
    else:
        opening = re.match(rf"\W*In\s+({YEAR}),", text)
        if not (opening and ago):
            return None
        base, end = int(opening[1]), ago.end()
    year = base + count
    to_come = _IN_YEARS.search(text, match.end())
    if to_come and not ago:  # "the 35th anniversary, to be marked in two years"
        written = to_come[1].lower()
        year -= int(written) if written.isdecimal() else _NUMBERS[written]
    if _WILL.search(text) and re.search(rf"\b(?:in|by)\s+{year}\b", text, re.I):
        return None  # "in 2025 they will mark": this year or the next
    other = OTHER_YEAR.search(text)
    if other and not ago and not match.start() <= other.start() <= end:
        year += -1 if other["next"] else 1
    return proof(sentence, year, match.start(), end, *_time_of_year(text, since))


def _time_of_year(text: str, since: re.Match | None) -> tuple[int | None, int | None]:
    """Month and day of writing, where the text says how near the anniversary's day is."""
    found = month_and_day(since["day"]) if since and since["day"] else None
    if not found:
        return None, None
    month, day = found
    near = _NEAR.search(text)
    if near and near["today"]:
        return month, day
    if near:
        return (month if day > 6 else None), None  # a few days before the seventh may be the month before
    if re.search(r"\bnext\s+month\b", text, re.I) and month > 1:
        return month - 1, None
    return None, None


def counted(match: re.Match) -> int:
    """How many years a match of `COUNTED` counts."""
    if match["quarter"]:
        return 25
    if match["half"]:
        return 50
    if match["nth"]:
        return int(match["nth"])
    if match["ordinal"]:
        return _ORDINALS[match["ordinal"].lower()]
    written = match["count"].lower()
    return int(written) if written.isdigit() else _NUMBERS[written]
