"""Find orders and medals that one country bestows on a citizen of the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...reading import lexicon
from ...reading.fold import key
from .events import event_period
from .model import Mention
from .scene import Located, Scene
from .status import tense
from .timing import governing_verb


def find_awards(scene: Scene) -> Iterator[Mention]:
    """Yield a mention for each order or medal that the sentence says was, or is to be, bestowed."""
    if not _QUICK.search(scene.lower):
        return
    for match in _pattern().finditer(scene.text):
        verbs = [v for v in scene.verbs if v.role == "award" and _near(scene, v, match)]
        noun = _NOUN_AWARD.search(scene.lower[max(0, match.start() - 60):match.start()])
        if not verbs and not noun and not scene.headline:
            continue
        if not _across(scene, match):
            continue
        verb = min(verbs, key=lambda v: min(abs(v.end - match.start()), abs(v.start - match.end()))) if verbs else None
        future = verb is not None and tense(scene, verb, scene.clause(verb.start)[0]) == "future"
        end = _class_end(scene, match.end())
        title = scene.original(match.start(), end)
        if _DENIED.search(scene.lower[max(0, match.start() - 80):match.start()]):
            continue
        period = _period(scene, verb, match.start(), end)
        perfect = verb is not None and bool(re.search(r"\b(?:has|have|had)\s+(?:been\s+)?(?:\w+ly\s+)?$", scene.lower[max(0, verb.start - 25):verb.start]))
        if period is None and not future and verb is not None and not perfect:
            period = event_period(scene)
        yield Mention(scene.sentence, scene.position(match.start()), title, "award", "proposed" if future else "concluded", "award-order",
                      period, None, (_ident(match[0]),), 20 + 10 * bool(period) + 5 * (end > match.end()) - 15 * scene.headline)


_QUICK = re.compile(r"\border\b|\bmedal\b|\binsignia\b")
_CLASS = re.compile(
    r"\s*(?:\((?:[A-Z][\w' -]{2,25})\)\s*)?,?\s*(?:of\s+(?:the\s+)?)?(?:(?:I{1,3}|1st|2nd|3rd|[Ff]irst|[Ss]econd|[Tt]hird|[Hh]ighest)[\s-]+(?:[Cc]lass|[Dd]egree|[Rr]ank|[Gg]rade))"
)
_NOUN_AWARD = re.compile(r"\b(?:holder|recipient|cavalier|knight|bearer|bestowal|conferment|award|presentation)s?\s+of\s+(?:[\w'-]+\s+){0,4}$|\bwith\s+(?:the\s+)?(?:[\w'-]+\s+){0,3}$")
_DENIED = re.compile(r"\b(?:nominated|candidate for|deserves?)\b")


@cache
def _pattern() -> re.Pattern[str]:
    names = lexicon.alternation(lexicon.words("agreement_orders.txt", "kzvn_analysis.facts"))
    return re.compile(
        rf"(?:[Oo]rder\s+(?:of\s+)?(?:the\s+)?[\"']?{names}[\"']?"
        rf"|[\"']?{names}[\"']?\s+(?:[Oo]rder|[Mm]edal|[Ii]nsignia)\b"
        rf"|(?:[Mm]edal|[Ii]nsignia)\s+(?:of\s+)?(?:the\s+)?[\"']?{names}[\"']?"
        rf"|Order\s+of\s+(?:the\s+)?[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)?|(?:[A-Z][\w-]+\s+){{1,2}}(?:Order|Medal)\b(?!\s+of))"
    )


def _near(scene: Scene, verb, match: re.Match) -> bool:
    low, high = scene.clause(match.start())
    return low <= verb.start <= high and (verb.end <= match.start() or verb.start - match.end() < 60)


def _across(scene: Scene, match: re.Match) -> bool:
    """Whether giver and receiver are not of one country, as far as the sentence tells, and no third is in it."""
    low, high = scene.clause(match.start())
    return not any(p.mention.kind in ("country", "adjective") and p.mention.country not in ("KAZ", "VNM", None)
                   for p in scene.places_between(low, high))


def _class_end(scene: Scene, end: int) -> int:
    match = _CLASS.match(scene.text, end)
    return match.end() if match else end


def _ident(words: str) -> str:
    text = key(words)
    for a, b in (("friendship", "dostyk"), ("dostyq", "dostyk")):
        text = text.replace(a, b)
    return " ".join(sorted(set(re.findall(r"[a-z]+", text)) - {"order", "medal", "of", "the", "insignia", "s", "kazakhstan", "vietnam"}))


def _period(scene: Scene, verb, start: int, end: int) -> str | None:
    low, high = scene.clause(start)
    dates: list[Located] = [d for d in scene.dates_between(low, high + 1) if d.mention.edtf]
    dates.sort(key=lambda d: (d.start - end if d.start >= end else start - d.end + 10))
    for date in dates:
        governor = governing_verb(scene, date, start, end)
        if governor is not None and governor.role in ("report",):
            continue
        if governor is None or governor is verb or governor.role == "award":
            return date.mention.edtf
    return None
