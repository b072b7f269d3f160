"""Find when the two countries established diplomatic relations, told outright or by an anniversary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...reading.dates.edtf import shift_years
from .model import Mention
from .parties import is_bilateral
from .scene import Scene


def find_relations(scene: Scene) -> Iterator[Mention]:
    """Yield a mention where the sentence tells that diplomatic relations were established."""
    text = scene.lower
    established = _ESTABLISHED.search(text) if "diplomatic" in text else _TIES_SINCE.search(text)
    match = established or _YEARS_OF_TIES.search(text)
    if not match or not is_bilateral(scene, *match.span()) or _UNDONE.search(text, 0, match.start()):
        return
    years = _years(text)
    period, rule = (_founding(scene, match, years) if established or years else None), "relations-established"
    if period is None:
        period, rule = _by_anniversary(scene, years), "relations-anniversary"
    if period is None and not established:
        return
    weight = 20 + (10 + len(period) if period else 0) - 10 * scene.headline
    yield Mention(scene.sentence, scene.position(match.start()), "diplomatic relations", "relations", "concluded", rule,
                  period, None, ("relations",), weight)  # fmt: skip


_WHOSE = r"(?:the\s+|their\s+|its\s+|our\s+|full\s+|official\s+|bilateral\s+|formal\s+|these\s+)*"
_TIES = r"diplomatic\s+(?:relation(?:s|ships?)?|ties|links)"
_ESTABLISHED = re.compile(
    rf"\b(?:establish\w*|set(?:ting)?\s+up|forg(?:ed|ing)|open(?:ed|ing)|enter(?:ed|ing)\s+into|launch(?:ed|ing)|formali[sz]\w+|start(?:ed|ing)?|"
    rf"inaugurat\w+|beginning|start)\s+(?:of\s+)?{_WHOSE}{_TIES}"
    rf"|\b{_TIES}\b[^.;]{{0,90}}?\b(?:were|was|have been|had been|being)\s+(?:\w+ly\s+|first\s+)?(?:established|set up|forged)"
    rf"|\b{_TIES}\s*,?\s*(?:\(|which were\s+|that were\s+|\(were\s+)?established"
)
# "The ties, established on June 29, 1992, …": without the word only where the nineties are named
_TIES_SINCE = re.compile(r"\b(?:ties|relations|relationship)\s*,?\s*\(?(?:which were\s+|that were\s+|were\s+)?established\s+(?:on|in)\s+[\w ,]{0,15}199\d")
_YEARS_OF_TIES = re.compile(rf"\b(?:years?|decades?|century|anniversary)\s+(?:of|in)\s+{_WHOSE}{_TIES}")
_UNDONE = re.compile(r"\b(?:without|no|not|will|would|never)\s+(?:have\s+)?$")


_UNITS = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
                                     "sixteen seventeen eighteen nineteen".split())}  # fmt: skip
_ORDINALS = {w: n for n, w in enumerate("zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
                                        "fourteenth fifteenth".split())}  # fmt: skip
_TENS = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50}
_ONES = "one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_YEARS = re.compile(
    rf"\b(?P<n>\d{{1,2}})(?:-year\b|\s+years?\b|(?:st|nd|rd|th)[\s-]+(?:anniversary|birthday|year)\b)"
    rf"|\b(?P<word>(?:twent|thirt|fort|fift)(?:y|ieth)(?:[\s-](?:{_ONES}))?|{'|'.join(sorted({*_UNITS, *_ORDINALS}, key=len, reverse=True))})"
    r"[\s-]+(?:years?\b|anniversary)"
    r"|\b(?P<quarter>(?:a\s+)?quarter\s+of\s+a\s+century|quarter[\s-]century)|\b(?P<decades>two|three|four|five)\s+decades"
)


def _years(text: str) -> int | None:
    """How many years the sentence counts: "33rd anniversary", "three decades"."""
    match = _YEARS.search(text)
    if not match:
        return None
    if match["quarter"]:
        return 25
    if match["decades"]:
        return 10 * _UNITS[match["decades"]]
    if match["n"]:
        return int(match["n"])
    word, _, unit = match["word"].replace("-", " ").partition(" ")
    tens = next((n for stem, n in _TENS.items() if word.startswith(stem)), None)
    if tens is None:
        return _UNITS.get(word, _ORDINALS.get(word))
    return tens + _UNITS.get(unit, _ORDINALS.get(unit, 0))


_THIS_DAY = re.compile(
    r"\bon (?:the|this|that very|the very|the same) day\b|\bexactly \S+ years ago\b|\byears ago (?:today|to the day)\b|\btoday\b[^.]{0,25}\byears ago\b"
)


def _founding(scene: Scene, match: re.Match, years: int | None) -> str | None:
    """The date said of the establishment itself, the most exact and the nearest of the nineties."""
    told = [d for d in scene.dates if d.mention.edtf and "/" not in d.mention.edtf and "1991" < d.mention.edtf[:4] < "2000"]
    if not told:
        return None
    edtf = min(told, key=lambda d: (-len(d.mention.edtf), abs(d.start - match.end()))).mention.edtf
    published = scene.reading.published.edtf or ""
    # "on the day when, 29 years ago": the day is the publication's
    if len(edtf) == 4 and len(published) == 10 and years and _THIS_DAY.search(scene.lower) and int(published[:4]) - years == int(edtf):
        return edtf + published[4:]
    return edtf


_MARKED = re.compile(
    r"\b(?:mark\w*|celebrat\w*|commemorat\w*|observ\w+|toasted|on the occasion|fell|falls|turn\w*|congratulat\w*|this year|today)\b"
)
_ROUGH = re.compile(
    r"\b(?:towards?|ahead of|in anticipation of|in the run-up to|approaching|upcoming|prepar\w+|nearly|almost|over|more than|some|about|around)\b"
)


def _by_anniversary(scene: Scene, years: int | None) -> str | None:
    """The anniversary's date less the years it counts; without a date, the publication's year if it is marked now."""
    if years is None or years < 2:
        return None
    published = scene.reading.published.edtf
    told = [d.mention.edtf for d in scene.dates if d.mention.edtf and _is_point(d.mention.edtf)]
    near = [e for e in told if e[:4] >= "2000" and (not published or abs(int(e[:4]) - int(published[:4])) <= 1)]
    if near:
        first = shift_years(max(near, key=len), -years)
    elif published and _MARKED.search(scene.lower) and not _ROUGH.search(scene.lower):
        first = str(int(published[:4]) - years)
    else:
        return None
    return first if "1991" < first[:4] < "1994" else None


def _is_point(edtf: str) -> bool:
    return "/" not in edtf and edtf[5:7] <= "12"
