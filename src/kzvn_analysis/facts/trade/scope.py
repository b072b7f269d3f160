"""Judge which trade words of a line mean the two countries' whole trade with each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...reading import PlaceMention
from .line import PAIR, Line, Mark, country
from .vocabulary import AFTER_TRADE, BEFORE_TRADE, GENERIC, GOODS


def judge_marks(line: Line, paragraph_places: Sequence[PlaceMention]) -> None:
    """Settle the line's marks.

    A flow of one commodity, of a region, of a bloc, with the world or with a third country becomes a
    block; "trade" in "trade agreement" is no mark at all.

    Parameters
    ----------
    line
        Changed in place.
    paragraph_places
        The places of the line's paragraph up to its end.
    """
    judged = []
    for mark in line.marks:
        if mark.kind == "flow":
            verdict = _judge(line, mark, paragraph_places)
            if verdict is None:
                continue
            mark = replace(mark, kind=verdict)
        judged.append(mark)
    line.marks = [_paired(line, judged, mark) for mark in judged]


def _paired(line: Line, marks: Sequence[Mark], mark: Mark) -> Mark:
    """Let "shipments to Vietnam … while purchases were" stand: the other direction says whose they are."""
    if mark.kind != "block" or mark.form != "weak":
        return mark
    other = {"export": "import", "import": "export"}[mark.flow]
    told = any(m.kind == "flow" and m.flow == other and m.end < mark.start for m in marks)
    joined = _WHILE.search(line.low, line.start, mark.start)
    return replace(mark, kind="flow", form="noun") if told and joined else mark


_WHILE = re.compile(r"(?:\b(?:while|whereas|and|but|with)|[,;])\s+(?:the\s+|its\s+|their\s+)?\Z")


def place_before(line: Line, mark: Mark) -> list[PlaceMention]:
    """The country or countries right before a mark: "Kazakhstan's total exports", "Vietnam–Kazakhstan trade"."""
    out: list[PlaceMention] = []
    edge, pattern = mark.start, _BEFORE_MARK
    for place in reversed([p for p in line.places if p.end <= mark.start]):
        if not pattern.fullmatch(line.low, place.end, edge):
            break
        out.append(place)
        edge, pattern = place.start, _BEFORE_PLACE
    return out


def places_after(line: Line, mark: Mark, limit: int | None = None) -> list[tuple[str, PlaceMention, int]]:
    """The countries that prepositions tie to a mark: (preposition, place, words between), up to `limit`."""
    out: list[tuple[str, PlaceMention, int]] = []
    last: PlaceMention | None = None
    limit = line.end if limit is None else limit
    for place in line.places:
        if place.start < mark.end or place.end > limit:
            continue
        if last and out and _CHAIN.fullmatch(line.low, last.end, place.start):
            out.append((out[-1][0], place, out[-1][2]))
        else:
            match = _PREPOSITION.search(line.low, mark.end, place.start)
            if match:
                words = len(line.low[mark.end : match.start()].split())
                out.append((match[1], place, words))
        last = place
    return out


_NEAR = 5
_ADJECTIVES = r"(?:(?:total|overall|annual|bilateral|mutual|two-way|own|direct|official|foreign|external|main|goods|merchandise|current|yearly|economic\s+and)\s+){0,3}"
_BEFORE_MARK = re.compile(rf"(?:['’]s?|\s+side['’]s)?[\s–-]+{_ADJECTIVES}")
_BEFORE_PLACE = re.compile(r"\s*(?:[-–—,/]|and|&)\s*(?:the\s+)?")
_CHAIN = re.compile(r"\s*(?:[-–—,/]|,?\s*and|&)\s*(?:the\s+)?(?:(?:socialist\s+)?republic\s+of\s+)?")
_PREPOSITION = re.compile(
    r"\b(with|to|from|between|among|of|into|by)\s+(?:the\s+)?(?:(?:socialist\s+)?republic\s+of\s+)?\Z"
)
_WORDS_BEFORE = re.compile(r"(?:([\w’'-]+)\s+)?([\w’']+)([\s-]+)\Z")
_GAP = re.compile(r"[\s-]+")
_LABEL = re.compile(r"\s*(?:[:–—=]|-\s?[\d$U])")  # "(export – $140 million, import – $501 million)"
_POTENTIAL = re.compile(r"\bpotential\s+(?:(?:of|for|in)\s+)?(?:[\w-]+\s+){0,2}\Z")
_WORLD = re.compile(
    r"\b(?:world(?:wide)?|abroad|overseas|global(?:ly)?|all countries|non-cis|cis countries|third countries)\b"
)
_OF = re.compile(r"\s+of\s+(?:the\s+|its\s+|their\s+|our\s+)?(?:[$€£]|([\w’']+)(?:\s+([\w’']+))?)")
_IN = re.compile(r"\s+in\s+(?:the\s+)?(?:[$€£]|([\w’']+))")
_TIME_OR_NUMBER = re.compile(
    r"\d|goods|january|february|march|april|may|june|july|august|september|october|november|december|recent|last|first"
    r"|second|third|fourth|past|q\d|h\d|both|us|usd|terms|nine|ten|eleven|two|three|four|five|six|seven|eight|this|that"
    r"|early|late|mid|spring|summer|autumn|winter|year|previous|same|whole|period|volume|value|quarter|half|next|coming"
)


def _judge(line: Line, mark: Mark, paragraph_places: Sequence[PlaceMention]) -> str | None:
    """``flow``, ``block``, or ``None`` where the word is no trade word at all."""
    low = line.low
    last_word = low[mark.start : mark.end].split()[-1]
    if last_word in ("trade", "commerce") and _is_compound(low, mark, line.end):
        return None
    owners, after = place_before(line, mark), places_after(line, mark, _segment_end(line, mark))
    tied = [country(p) for p in owners] + [country(p) for _, p, words in after if words <= _NEAR]
    if mark.form == "verb":
        return "flow"
    tied += _possessor(line, mark)
    if any(code not in PAIR for code in tied) or _commodity(line, mark, owners):
        return "block"
    if _WORLD.search(low, mark.end, min(line.end, mark.end + 60)):
        return "block"
    word, phrase = _words_before(low, mark, line.start)
    if mark.flow == "turnover" and (word in BEFORE_TRADE or phrase in BEFORE_TRADE):
        if word not in ("foreign", "external") or not any(code in PAIR for code in tied):
            return (
                None
                if last_word in ("trade", "commerce") and " " in phrase and phrase in BEFORE_TRADE
                else "block"
            )
    if mark.form == "weak" and not owners and not after and not _LABEL.match(low, mark.end, line.end):
        return "block"
    if _POTENTIAL.search(low, line.start, mark.start):
        return "block"
    if not tied and _others_paragraph(mark, paragraph_places):
        return "block"
    if (
        mark.flow == "turnover"
        and len({country(p) for p in owners}) == 1
        and not _partner_named(line, owners[0])
    ):
        return "block"
    return "flow"


def _segment_end(line: Line, mark: Mark) -> int:
    return next((m.start for m in line.marks if m.kind == "flow" and m.start >= mark.end), line.end)


def _is_compound(low: str, mark: Mark, end: int) -> bool:
    gap = _GAP.match(low, mark.end, end)
    if not gap:
        return False
    found = AFTER_TRADE.find(low, gap.end(), min(end, gap.end() + 28))
    return bool(found) and found[0][0] == gap.end()


def _words_before(low: str, mark: Mark, start: int) -> tuple[str, str]:
    """The word right before a mark, and the two words before it."""
    match = _WORDS_BEFORE.search(low, max(start, mark.start - 30), mark.start)
    if not match:
        return "", ""
    return match[2], f"{match[1] or ''} {match[2]}".strip()


def _commodity(line: Line, mark: Mark, owners: Sequence[PlaceMention]) -> bool:
    """Whether the flow is of one sort of goods: "wheat exports", "imports of phones", "trade in services"."""
    low = line.low
    of = _OF.match(low, mark.end, line.end)
    if of and of[1] and not of[1][0].isdigit() and not low[mark.start : mark.end].endswith(" of"):
        place = next((p for p in line.places if p.start == of.start(1)), None)
        if (
            place is None
            and of[1] not in GOODS
            and of[1] not in ("trade", "country", "republic", "nation", "two")
        ):
            return True
        if (
            place is not None
            and place.kind == "adjective"
            and of[2]
            and of[2] not in GOODS
            and _is_noun(of[2])
        ):
            return True
    if mark.flow == "turnover":
        inside = _IN.match(low, mark.end, line.end)
        return bool(
            inside
            and inside[1]
            and not _TIME_OR_NUMBER.match(inside[1])
            and not _place_at(line, inside.start(1))
        )
    if owners or mark.form == "verb":
        return False
    word, _ = _words_before(low, mark, line.start)
    if not word or word in GENERIC or word[0].isdigit() or word.endswith(("ing", "ed", "'s", "’s", "ly")):
        return False
    return not any(p.end > mark.start - len(word) - 4 and p.end <= mark.start for p in line.places)


def _is_noun(word: str) -> bool:
    return word not in GENERIC and not word.endswith(("ing", "ed"))


def _place_at(line: Line, position: int) -> bool:
    return any(p.start == position for p in line.places)


def _possessor(line: Line, mark: Mark) -> list[str]:
    """Whom "whose", "its", "their" before a trade word stands for, if that is a bloc or a third country."""
    match = _WHOSE.search(line.low, line.start, mark.start)
    if not match:
        return []
    earlier = [country(p) for p in line.places if p.end <= match.start() and p.kind in ("country", "bloc")]
    return [code for code in earlier[-1:] if code not in PAIR]


_WHOSE = re.compile(r"\b(?:whose|its|their)\s+(?:[\w-]+\s+){0,2}\Z")


def _others_paragraph(mark: Mark, places: Sequence[PlaceMention]) -> bool:
    """Whether the paragraph so far is about one of the two and a third country."""
    seen = {country(p) for p in places if p.end <= mark.start and p.kind in ("country", "adjective")}
    return bool(seen - set(PAIR)) and not set(PAIR) <= {country(p) for p in places}


def _partner_named(line: Line, owner: PlaceMention) -> bool:
    other = PAIR[country(owner) == PAIR[0]]
    return any(country(p) == other for p in line.places)
