"""Cut a sentence into the tokens that time expressions are made of."""

from __future__ import annotations

from functools import cache, partial
from typing import NamedTuple

from .. import gated as re
from .. import lexicon
from ..once import Met

_TOKEN = re.compile(
    r"(?P<iso>(?:19|20)\d{2}-\d{2}-\d{2}(?![\d-]))"
    r"|(?P<dmy>\d{1,2}([./])\d{1,2}\3(?:19|20)\d{2}(?!\d))"
    r"|(?P<numx>\d+(?:[.,:]\d+)+)"
    r"|(?P<ord>\d+(?:st|nd|rd|th)\b)"
    r"|(?P<decade>1[89]\d0s\b|20\d0s\b|['’]?[2-9]0s\b)"
    r"|(?P<num>\d+)"
    r"|(?P<poss>['’]s?(?![^\W\d_]))"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<dash>[-–—‑‒―−]+)"
    r"|(?P<sym>\S)"
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_YEAR_OR_CODE = re.compile(r"\d{4}|\b[HQ]\d|\b\d[HQ]|\d0s\b|\b[yY][-/]")
_CORE = frozenset(
    {"month", "weekday", "unit", "season", "now", "daypart", "decade", "relation", "anniversary", "period"}
    | {"yoy", "holiday"}
)
_SYMBOLS = {",": "comma", "(": "open", ")": "close", ".": "dot", "/": "slash"}


class Token(NamedTuple):
    """A word, number or sign; `glued` if nothing parts it from the one before."""

    kind: str
    value: str | int
    start: int
    end: int
    text: str
    glued: bool


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text[start:end]``, words of no use here as kind ``word``."""
    known, out, last = _known, [], -1
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        kind, raw, (a, b) = match.lastgroup, match[0], match.span()
        value: str | int = raw
        if kind == "word":
            kind, value = known[raw]
        elif kind == "num":
            value = int(raw) if len(raw) < 9 else 10**9
        elif kind == "ord":
            value = int(raw[:-2]) if len(raw) < 9 else 10**9
        elif kind == "sym":
            kind = _SYMBOLS.get(raw, "sym")
        out.append(_token((kind, value, a, b, raw, a == last)))
        last = b
    return out


def _told(word: str) -> tuple[str, str | int]:
    """Kind and value of a word."""
    kind, value = _words().get(word.lower(), ("word", word))
    return ("word", word) if kind in _CAPITALISED and not word[0].isupper() else (kind, value)


_known = Met(_told, most=20_000)
_token = partial(tuple.__new__, Token)  # there are very many
_CAPITALISED = frozenset(("month", "weekday", "wday"))


def may_hold_dates(text: str, start: int, end: int) -> bool:
    """Whether the stretch holds any word or number that a time expression can't do without."""
    return not _core().isdisjoint(_WORD.findall(text, start, end)) or bool(
        _YEAR_OR_CODE.search(text[start:end])
    )


@cache
def _core() -> frozenset[str]:
    core = [word for word, (kind, _) in _words().items() if kind in _CORE]
    return frozenset(form for word in core for form in (word, word.capitalize(), word.upper()))


@cache
def _words() -> dict[str, tuple[str, str | int]]:
    table: dict[str, tuple[str, str | int]] = {}
    for row in lexicon.rows("time_words.tsv"):
        table[row[0]] = (row[1], int(row[2]) if row[1] in ("season", "now", "decade") else row[2])
    for row in lexicon.rows("numerals.tsv"):
        if row[2] in ("one", "teen", "ten"):
            table[row[0]] = ("card" if row[2] != "ten" else "ten", int(row[1]))
    for row in lexicon.rows("ordinals.tsv"):
        table[row[0]] = ("word_ord", int(row[1]))
    for row in lexicon.rows("months.tsv"):
        table[row[0].lower()] = ("month", int(row[1]))
    for row in lexicon.rows("weekdays.tsv"):
        table[row[0].lower()] = ("wday" if len(row) > 2 else "weekday", int(row[1]))
    return table
