"""Find when the two countries established diplomatic relations, told outright or by an anniversary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...reading.dates.edtf import shift_years
from .anniversaries import years_told
from .cues import cue
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
    years = years_told(text)
    period, rule = None, "relations-established"
    if established or years:
        period = _founding(scene, match, years)
    if period is None:
        period, rule = _by_anniversary(scene, years), "relations-anniversary"
    if period is None and not established:
        return
    yield Mention(
        scene.sentence,
        scene.position(match.start()),
        "diplomatic relations",
        "relations",
        "concluded",
        rule,
        period,
        key=("relations",),
        weight=20 + (10 + len(period) if period else 0) - 10 * scene.headline,
    )


_WHOSE = r"(?:(?:the|their|its|our|full|official|bilateral|formal|these)\s+)*"
_TIES = r"diplomatic\s+(?:relation(?:s|ships?)?|ties|links)"
_BEGIN = (
    r"(?:establish\w*|set(?:ting)?\s+up|forg(?:ed|ing)|open(?:ed|ing)|enter(?:ed|ing)\s+into|launch(?:ed|ing)|"
    r"formali[sz]\w+|start(?:ed|ing)?|inaugurat\w+|beginning)"
)
_ESTABLISHED = re.compile(
    rf"\b{_BEGIN}\s+(?:of\s+)?{_WHOSE}{_TIES}"
    rf"|\b{_TIES}\b[^.;]{{0,90}}?\b(?:were|was|have been|had been|being)\s+(?:\w+ly\s+|first\s+)?"
    r"(?:established|set up|forged)"
    rf"|\b{_TIES}\s*,?\s*\(?(?:(?:which|that)\s+)?(?:were\s+)?established"
)
# "The ties, established on June 29, 1992, …": without the word only where the nineties are named
_TIES_SINCE = re.compile(
    r"\b(?:ties|relations|relationship)\s*,?\s*\(?(?:(?:which|that)\s+)?(?:were\s+)?"
    r"established\s+(?:on|in)\s+[\w ,]{0,15}199\d"
)
_YEARS_OF_TIES = re.compile(rf"\b(?:years?|decades?|century|anniversary)\s+(?:of|in)\s+{_WHOSE}{_TIES}")
_UNDONE = re.compile(r"\b(?:without|no|not|will|would|never)\s+(?:have\s+)?$")
_THIS_DAY = re.compile(
    r"\bon (?:the|this|that very|the very|the same) day\b|\bexactly \S+ years ago\b"
    r"|\byears ago (?:today|to the day)\b|\btoday\b[^.]{0,25}\byears ago\b"
)
_MARKED = re.compile(cue("marked"))
_ROUGH = re.compile(cue("rough"))


def _founding(scene: Scene, match: re.Match, years: int | None) -> str | None:
    """The date said of the establishment itself, the most exact and the nearest of the nineties."""
    told = [d for d in scene.dates if _is_point(d.mention.edtf) and "1991" < d.mention.edtf[:4] < "2000"]
    if not told:
        return None
    edtf = min(told, key=lambda d: (-len(d.mention.edtf), abs(d.start - match.end()))).mention.edtf
    published = scene.reading.published.edtf or ""
    # "on the day when, 29 years ago": the day is the publication's
    same_year = years and published and int(published[:4]) - years == int(edtf[:4])
    if same_year and len(edtf) == 4 and len(published) == 10 and _THIS_DAY.search(scene.lower):
        return edtf + published[4:]
    return edtf


def _by_anniversary(scene: Scene, years: int | None) -> str | None:
    """The anniversary's date less the years it counts; without a date, the year it is marked in."""
    if years is None or years < 2:
        return None
    published = scene.reading.published.edtf
    near = [
        d.mention.edtf
        for d in scene.dates
        if _is_point(d.mention.edtf)
        and d.mention.edtf[:4] >= "2000"
        and (not published or abs(int(d.mention.edtf[:4]) - int(published[:4])) <= 1)
    ]
    if near:
        first = shift_years(max(near, key=len), -years)
    elif published and _MARKED.search(scene.lower) and not _ROUGH.search(scene.lower):
        first = str(int(published[:4]) - years)
    else:
        return None
    return first if "1991" < first[:4] < "1994" else None


def _is_point(edtf: str | None) -> bool:
    """A year, month or day, no season and no interval."""
    return edtf is not None and "/" not in edtf and edtf[5:7] <= "12"
