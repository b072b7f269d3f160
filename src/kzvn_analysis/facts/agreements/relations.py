"""Find when the two countries established diplomatic relations, told outright or by an anniversary."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import gated as re
from .cues import cue
from .model import Mention
from .parties import is_bilateral
from .scene import Scene


def find_relations(scene: Scene) -> Iterator[Mention]:
    """Yield a mention where the sentence tells that diplomatic relations were established."""
    text = scene.lower
    established = _ESTABLISHED.search(text) or _TIES_SINCE.search(text)
    remembered = _REMEMBERED.search(text)
    match = established or remembered
    if not match or not is_bilateral(scene, *match.span()) or _UNDONE.search(text, 0, match.start()):
        return
    period = _founding(scene, match) or _by_anniversary(scene, match)
    if period is None and not (established and _DIPLOMATIC.search(established[0])):
        return
    yield Mention(
        scene.sentence,
        scene.position(match.start()),
        "diplomatic relations",
        "relations",
        "concluded",
        "relations-established" if established else "relations-anniversary",
        period,
        key=("relations",),
        weight=20 + (10 + len(period) if period else 0) - 10 * scene.headline,
    )


_WHOSE = r"(?:(?!and\b|or\b)[\w'-]+\s+(?:-\s+)?){0,5}?"  # "the two countries'", "full", "Vietnam – Kazakhstan"
_TIES = r"(?:diplomatic|ambassadorial|interstate)\s+(?:relation(?:s|ships?)?|ties|links)"
_BEGIN = (
    r"(?:establish\w*|set(?:ting)?\s+up|forg(?:ed|ing)|open(?:ed|ing)|enter(?:ed|ing)\s+into|launch(?:ed|ing)|"
    r"formation|formali[sz]\w+|start(?:ed|ing)?|inaugurat\w+|beginning)"
)
_ESTABLISHED = re.compile(
    rf"\b{_BEGIN}\s+(?:of\s+)?{_WHOSE}{_TIES}"
    rf"|\b{_TIES}\b[^.;]{{0,90}}?\b(?:were|was|have been|had been|being)\s+(?:\w+ly\s+|first\s+)?"
    r"(?:established|set up|forged)"
    rf"|\b{_TIES}\b[^.;,]{{0,60}}?\b(?:date\s+(?:back\s+to|from)|go\s+back\s+to|began|since)\b"
    rf"|\b{_TIES}\s*,?\s*\(?(?:(?:which|that)\s+)?(?:were\s+)?established"
)
# "The ties, established on June 29, 1992, …": without the word only where the nineties are named
_TIES_SINCE = re.compile(
    r"\b(?:ties|relations|relationship)\s*,?\s*\(?(?:(?:which|that)\s+)?(?:were\s+)?(?:first\s+|officially\s+)?"
    r"(?:established|forged|set\s+up)\s+(?:(?:[\w-]+\s+){1,3}(?:ago|earlier)\s*,?\s*(?:back\s+)?)?(?:on|in)\s+"
    r"[\w ,]{0,25}199\d"
)
_REMEMBERED = re.compile(
    rf"\b(?:years?|decades?|century|anniversary)\s+(?:of|in|since)\s+(?:the\s+establishment\s+of\s+)?{_WHOSE}{_TIES}"
    rf"|\b{_TIES}\s+(?:anniversary|jubilee)"
)
_DIPLOMATIC = re.compile(_TIES)
_UNDONE = re.compile(r"\b(?:without|no|not|will|would|never)\s+(?:have\s+)?$")
_THIS_DAY = re.compile(
    r"\bon (?:the|this|that very|the very|this very|the same) day\b|\bexactly \S+ years ago\b"
    r"|\byears ago (?:today|to the day)\b|\btoday\b[^.]{0,25}\byears ago\b"
)
_ROUGH = re.compile(cue("rough") + r"\s+$")


def _founding(scene: Scene, match: re.Match) -> str | None:
    """The date said of the establishment itself, the most exact and the nearest of the nineties."""
    told = [
        d
        for d in scene.dates
        if d.mention.kind == "date" and _is_point(d.mention.edtf) and "1991" < d.mention.edtf[:4] < "1995"
    ]
    if not told:
        return None
    edtf = min(told, key=lambda d: (-len(d.mention.edtf), abs(d.start - match.end()))).mention.edtf
    published = scene.reading.published.edtf or ""
    # "on the day when, 29 years ago": the day is the publication's
    if len(edtf) == 4 and len(published) == 10 and _THIS_DAY.search(scene.lower):
        return edtf + published[4:]
    return edtf


def _by_anniversary(scene: Scene, match: re.Match) -> str | None:
    """The year remembered, with the day where one stands beside it: "the 25th anniversary … (June 29)"."""
    for date in scene.dates:
        edtf = date.mention.edtf
        if date.mention.kind == "window" and edtf:  # "over the 32 years since"
            edtf = edtf.partition("/")[0][:4]
        elif date.mention.kind != "anniversary":
            continue
        if not _is_point(edtf) or not "1991" < edtf[:4] < "1995":
            continue
        if _ROUGH.search(scene.lower, max(0, date.start - 30), date.start):
            continue
        day = next((d.mention.month_day for d in scene.dates if 0 <= d.start - match.end() <= 3), None)
        day = day or _day_of_the_jubilee(scene, match)
        return f"{edtf[:4]}-{day}" if day and len(edtf) == 4 and "/" not in day else edtf
    return None


_FALLS_ON = re.compile(r"(?:,?\s+(?:which\s+)?(?:falls?|is\s+marked|is\s+celebrated))?,?\s+(?:on\s+)?")
_OCCASION = re.compile(
    r"\b(?:ceremon\w+|concerts?|receptions?|galas?|meetings?|seminars?|conferences?|exhibitions?|gatherings?|get-togethers?|"
    r"festivals?|programmes?|events?|held|organi[sz]\w+|hosted|opened)\b"
)


def _day_of_the_jubilee(scene: Scene, match: re.Match) -> str | None:
    """ "They will celebrate the 20th anniversary of their diplomatic ties on June 29": month and day."""
    if _OCCASION.search(scene.lower):  # what was held on that day marked another
        return None
    for date in scene.dates:
        told = date.mention.edtf or ""
        if date.start >= match.end() and _FALLS_ON.fullmatch(scene.lower, match.end(), date.start):
            return date.mention.month_day or (told[5:] if date.mention.precision == "day" else None)
    return None


def _is_point(edtf: str | None) -> bool:
    """A year, month or day, no season and no interval."""
    return edtf is not None and "/" not in edtf and edtf[5:7] <= "12"
