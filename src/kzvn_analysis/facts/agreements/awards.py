"""Find orders and medals that one country bestows on a citizen of the other."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ...reading import gated as re
from ...reading import lexicon
from ...reading.fold import key
from .cues import PACKAGE
from .events import event_period
from .model import Mention
from .scene import Scene
from .tense import tense
from .timing import governing_verb
from .verbs import Verb


def find_awards(scene: Scene) -> Iterator[Mention]:
    """Yield a mention for each order or medal that the sentence says was, or is to be, bestowed."""
    for match in _pattern().finditer(scene.text):
        start = match.start()
        verb = _bestowal(scene, match)
        if verb is None and not scene.headline and not _HOLDER.search(scene.lower, max(0, start - 60), start):
            continue
        if _is_foreign(scene, start) or _is_own(scene, match):
            continue
        if _UNEARNED.search(scene.lower, max(0, start - 80), start):
            continue
        end = _class_end(scene, match.end())
        future = verb is not None and tense(scene, verb, scene.clause(verb.start)[0]) == "future"
        period = _period(scene, verb, start, end)
        if (
            period is None
            and verb
            and not future
            and not _PERFECT.search(scene.lower, max(0, verb.start - 25), verb.start)
        ):
            period = event_period(scene)
        yield Mention(
            scene.sentence,
            scene.position(start),
            scene.original(start, end),
            "award",
            "proposed" if future else "concluded",
            "award-order",
            period,
            key=(_ident(match[0]),),
            weight=20 + 10 * bool(period) + 5 * (end > match.end()) - 15 * scene.headline,
        )


_NTH = r"(?:I{1,3}|1st|2nd|3rd|[Ff]irst|[Ss]econd|[Tt]hird|[Hh]ighest)"
_RANK = _NTH + r"[\s-]+(?:[Cc]lass|[Dd]egree|[Rr]ank|[Gg]rade)"
_CLASS = re.compile(rf"\s*(?:\([A-Z][\w' -]{{2,25}}\)\s*)?,?\s*(?:of\s+(?:the\s+)?)?{_RANK}")
_HOLDER = re.compile(
    r"\b(?:award|honou?r|distinction),\s+(?:the\s+)?[\"']?$"
    r"|\b(?:holder|recipient|cavalier|knight|bearer|bestowal|conferment|award|"
    r"presentation)s?\s+of\s+(?:[\w'-]+\s+){0,4}$"
    r"|\bwith\s+(?:the\s+)?(?:[\w'-]+\s+){0,3}$"
)
_UNEARNED = re.compile(r"\b(?:nominated|candidate for|deserves?)\b")
_PERFECT = re.compile(r"\b(?:has|have|had)\s+(?:been\s+)?(?:\w+ly\s+)?$")


@cache
def _pattern() -> re.Pattern[str]:
    names = lexicon.alternation(lexicon.words("agreement_orders.txt", PACKAGE))
    return re.compile(
        rf"[Oo]rder\s+(?:of\s+)?(?:the\s+)?[\"']?{names}[\"']?"
        rf"|[\"']?{names}[\"']?\s+(?:[Oo]rder|[Mm]edal|[Ii]nsignia)\b"
        rf"|(?:[Mm]edal|[Ii]nsignia)\s+(?:of\s+)?(?:the\s+)?[\"']?{names}[\"']?"
        r"|Order\s+of\s+(?:the\s+)?[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)?"
        r"|(?!(?:The|An?|This|His|Her)\s)(?:[A-Z][\w-]+\s+){1,2}(?:Order|Medal)\b(?!\s+of)"
        r"|(?:[A-Z][\w'-]+\s+){1,5}(?:Badge|Insignia|Commemorative\s+Medal)\b(?!\s+of)"
        r"|(?:friendship|commemorative|jubilee|anniversary|honorary)\s+(?:medal|badge|insignia)"
        r"(?:\s*,?\s+[\"'][A-Z\d][\w' -]{5,60}[\"']"
        r"|\s+of\s+the\s+[\w ]{4,60}?(?=[.,;]|\s+(?:to|in|on|for|at|was|is|has)\b|$))?"
        r"|(?:[Oo]rder|[Mm]edal|[Ii]nsignia|[Bb]adge)\s*,?\s+[\"'][A-Z\d][\w' -]{5,60}[\"']"
    )


def _bestowal(scene: Scene, match: re.Match) -> Verb | None:
    """The verb of awarding nearest to the order's name, in its clause."""
    low, high = scene.clause(match.start())
    near = [
        v
        for v in scene.verbs
        if v.role == "award" and low <= v.start <= high and (v.end <= match.start() or v.start - match.end() < 60)
    ]
    return min(near, key=lambda v: min(abs(v.end - match.start()), abs(v.start - match.end())), default=None)


def _is_foreign(scene: Scene, start: int) -> bool:
    """Whether a third country has a part in it."""
    return any(
        p.mention.kind in ("country", "adjective") and p.mention.country not in ("KAZ", "VNM", None)
        for p in scene.places_between(*scene.clause(start))
    )


_KAZAKH_ORDER = re.compile(r"dostyk|dostyq|altyn|parasat|[kq]urmet|barys|otan|enbek|shapagat")
_TO_KAZAKH = re.compile(r"[^.;]{0,60}?\bto\s+(?:an?|the|his|two|three|several)\s+(?:[a-z]+\s+)?(?P<who>kazakh)")


def _is_own(scene: Scene, match: re.Match) -> bool:
    """Whether Kazakhstan honours its own: "the Order of Parasat was awarded to a Kazakh composer"."""
    low, high = scene.clause(match.start())
    own = _KAZAKH_ORDER.search(match[0].lower()) and _TO_KAZAKH.match(scene.lower, match.end())
    return bool(own) and not any(p.mention.country == "VNM" for p in scene.places_between(low, high))


def _class_end(scene: Scene, end: int) -> int:
    match = _CLASS.match(scene.text, end)
    return match.end() if match else end


def _ident(words: str) -> str:
    """What tells one order from another, whatever it is called in: Friendship is Dostyk."""
    text = re.sub(r"friendship|dostyq", "dostyk", key(words))
    return " ".join(sorted(set(re.findall(r"[a-z]+", text)) - {"order", "medal", "of", "the", "insignia", "s"}))


def _period(scene: Scene, verb: Verb | None, start: int, end: int) -> str | None:
    low, high = scene.clause(start)
    dates = [d for d in scene.dates_between(low, high + 1) if d.mention.edtf]
    for date in sorted(dates, key=lambda d: d.start - end if d.start >= end else start - d.end + 10):
        governor = governing_verb(scene, date, start, end)
        if governor is None or governor is verb or governor.role == "award":
            return date.mention.edtf
    return None
