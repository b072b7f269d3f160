"""Tell whose exports or imports a figure is: the word's own country, the statistics' owner, or the outlet's side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ...reading import PlaceMention, Reading, lexicon
from .line import PAIR, Line, Mark, country
from .scope import place_before, places_after
from .vocabulary import PACKAGE


def owner_of(line: Line, mark: Mark, limit: int) -> str | None:
    """Whose export or import a mark is by the words beside it; `limit` is where its clause ends.

    "Kazakhstan's exports", "exports from Vietnam", "exports to Kazakhstan" (Viet Nam's), "imports of Vietnamese goods"
    (Kazakhstan's).
    """
    before = [country(p) for p in place_before(line, mark) if country(p) in PAIR]
    if mark.form == "verb":
        before = _subject(line, mark)
    if before:
        return before[-1]
    for preposition, place, words in places_after(line, mark, limit):
        code = country(place)
        if code not in PAIR:
            continue
        toward = preposition in ("to", "into", "with")
        if preposition in ("to", "into", "from"):
            return _other(code) if toward == (mark.flow == "export") else code
        if preposition == "of" and words <= 3:
            goods = place.kind == "adjective"
            return _other(code) if goods and mark.flow == "import" else code
        if preposition == "by":
            return code
        if preposition == "with":
            return _other(code)
    return None


def perspective(line: Line) -> str | None:
    """From whose side a line tells of trade: "Viet Nam's trade with …", "trade with Viet Nam" (Kazakhstan's)."""
    sides = []
    for mark in line.flows:
        if mark.flow != "turnover":
            continue
        before = {country(p) for p in place_before(line, mark)}
        tied = [(preposition, country(p)) for preposition, p, words in places_after(line, mark) if words <= 3]
        if len(before) == 1:
            sides += before
        elif not before and len(tied) == 1 and tied[0][0] == "with" and tied[0][1] in PAIR:
            sides.append(_other(tied[0][1]))
    return siblings(sides)


def statistics_owner(line: Line) -> str | None:
    """Whose statistics a line quotes: "according to Viet Nam's customs", "Kazakhstan's statistics bureau"."""
    for match in _STATISTICS.finditer(line.low, line.start, line.end):
        near = sorted(
            (abs(p.start - match.end()) if p.start >= match.end() else match.start() - p.end, p.start)
            for p in line.places
            if country(p) in PAIR and match.start() - 32 <= p.end and p.start <= match.end() + 40
        )
        for distance, start in near:
            if distance >= 0 and (start >= match.end() or not match[0].startswith("according")):
                return next(country(p) for p in line.places if p.start == start)
    return None


def side_of(reading: Reading) -> str | None:
    """Which of the two countries an article speaks for, by its outlet, its address, its dateline or its credits."""
    for clue in (reading.outlet, reading.article.url, reading.dateline):
        side = _side(clue or "")
        if side:
            return side
    credits = " ".join(
        reading.text[p.start : p.end]
        for p in reading.passages
        if p.kind in ("credit", "notice", "header", "dateline")
    )
    side = _side(credits)
    if side:
        return side
    named = [code for name, code in (("kazakhstan", "KAZ"), ("viet", "VNM")) if name in credits.lower()]
    return named[0] if len(named) == 1 else None


def _other(code: str) -> str:
    return PAIR[code == PAIR[0]]


def _subject(line: Line, verb: Mark) -> list[str]:
    """The country that does what a verb says: the nearest one before it that no preposition makes an object."""
    candidates = [
        p for p in line.places if p.end <= verb.start and country(p) in PAIR and not _is_object(line, p)
    ]
    return [country(candidates[-1])] if candidates else []


def _is_object(line: Line, place: PlaceMention) -> bool:
    return bool(
        re.search(
            r"\b(?:to|from|with|in|of|between)\s+(?:the\s+)?\Z",
            line.low[max(line.start, place.start - 14) : place.start],
        )
    )


_STATISTICS = re.compile(
    r"\b(?:statistic\w*|customs|data|figures|bureau|according to|ministry of (?:trade|industry|finance)|state revenue|central bank|state bank"
    r"|national bank|ministry)\b"
)


@cache
def _sides() -> tuple[tuple[re.Pattern, str], ...]:
    return tuple(
        (re.compile(rf"(?<![\w]){re.escape(words)}(?![\w])", re.IGNORECASE), code)
        for words, code in lexicon.rows("trade_sides.tsv", PACKAGE)
    )


def _side(clue: str) -> str | None:
    found = {code for pattern, code in _sides() if pattern.search(clue)}
    return found.pop() if len(found) == 1 else None


def siblings(owners: Sequence[str | None]) -> str | None:
    """The one owner that the other figures of a line agree on."""
    known = {owner for owner in owners if owner}
    return known.pop() if len(known) == 1 else None
